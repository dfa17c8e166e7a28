"""What a link in a text leads to, and which links and pictures lead nowhere.

A link is followed as a browser would (from the address of the page), as MkDocs does (from the file)
and from the start of the site, for people write all three: what leads somewhere in one of these
ways means that.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from ..huis import KINDS, addresses, kind_at, kinds
from ..huis.berichten import BLOG
from ..huis.berichten import KIND as BERICHTEN
from ..huis.links import FEEDS, LinkTarget, candidates, page_address, path_from_start, thing_at
from ..huis.markdown import Link, mended_web_address, read_markdown, scheme_of
from ..huis.paginas import KIND as PAGINAS
from ..huis.schemes import THING_SCHEMES, WEB_SCHEMES
from ..images import SUFFIXES
from .nowhere import Lost, Nowhere

_ALWAYS_THERE = {
    addresses.HOME, addresses.CONTACT, addresses.GEWOON, addresses.OPDRACHTGEVERS,
    addresses.TOEGANKELIJKHEID,
}  # fmt: skip
_ROOT_FILES = {"sitemap.xml", "robots.txt", "llms.txt", "404.html"}
_MADE_FOLDERS = ("assets/", "beheer/", "beelden/", addresses.DATA, addresses.ZOEKEN)
"""What a build makes besides pages."""
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_HOST = re.compile(
    r"(?P<host>(?:[\w-]+\.)+(?:nl|com|org|net|eu|be|de|info|nu|app|site|online|gov|amsterdam|frl"
    r"|example))(?::\d+)?(?:[/?#].*)?",
    re.I,
)
_MAILBOX = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}", re.I)
_IN_HTML = re.compile(
    r"""<(?P<tag>img|source|a|video|audio)\b[^>]*?\s(?:src|href)=["'](?P<address>[^"']+)""", re.I
)
_OWN_COMPUTER = re.compile(r"file:|[a-z]:[\\/]|\\\\|/(?:Users|home)/", re.I)


class Places:
    """Everything that a link in a text can lead to."""

    def __init__(
        self,
        ids: Mapping[str, Mapping[str, str]],
        files: Set[str],
        text_of: Callable[[str, str], str],
        is_former: Callable[[str, str], bool],
        made: Set[str] = frozenset(),
    ) -> None:
        """`ids` is what exists of each kind; `files` are those beside the pages, seen from their
        folder; `text_of` gives the text of a page or post; `is_former` says whether a thing of a
        kind had this id before; `made` are pages that not every house has, and this one does."""
        self._made = made
        self._ids = ids
        self._files = files
        self._text_of = text_of
        self._is_former = is_former

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """Each free page by its address."""
        return {page_address(id_): id_ for id_ in self._ids[PAGINAS.name]}

    @cached_property
    def _overviews(self) -> Set[str]:
        """The overviews of kinds of which there is something."""
        return {k.overview_address for k in KINDS if k.overview and self._ids.get(k.name)}

    def lost_link(self, address: str, kind: str, id_: str) -> Nowhere | LinkTarget | None:
        """Why a link in a text of a thing leads nowhere; None when it leads somewhere. A
        `LinkTarget` is a thing of ours that does not exist."""
        address = address.strip()
        if not address or address == "#":
            return Nowhere(Lost.EMPTY, "")
        if _OWN_COMPUTER.match(address):
            return Nowhere(Lost.OWN_COMPUTER, re.split(r"[\\/]", address)[-1])
        if meant := mended_web_address(address):
            return Nowhere(Lost.MANGLED, address, meant)
        scheme = scheme_of(address).lower()
        if scheme in THING_SCHEMES:
            target = LinkTarget(THING_SCHEMES[scheme], address.partition(":")[2].strip())
            is_known = target.id in self._ids[target.kind] or self._is_former(
                target.kind, target.id
            )
            return None if is_known else target
        if scheme or address.startswith(("//", "www.", "WWW.")):
            return None  # what may not run anything is refused where the text is read
        path, _, fragment = address.partition("#")
        path = unquote(path.partition("?")[0])
        if not path:
            return self._lost_fragment(fragment, kind, id_)
        found = next((c for c in candidates(path, kind, id_) if self._is_there(c)), None)
        if found is not None:
            return self._lost_fragment_on(found, fragment) if fragment else None
        return self._explain(path, address, kind, id_)

    def lost_image(self, image: Link, kind: str, id_: str) -> Nowhere | None:
        """Why a picture in a text cannot be shown, when that is not for want of a file; or that it
        says nothing to who does not see it."""
        address = image.address.strip()
        if _OWN_COMPUTER.match(address):
            return Nowhere(Lost.OWN_COMPUTER, re.split(r"[\\/]", address)[-1])
        if is_elsewhere(address):
            return Nowhere(Lost.ELSEWHERE, address)
        if not address:
            return Nowhere(Lost.EMPTY, "")
        return None if image.words.strip() else Nowhere(Lost.NO_WORDS, address)

    def file_at(self, address: str, kind: str, id_: str) -> str | None:
        """The file beside the pages that a link leads to, seen from their folder."""
        path = unquote(re.split(r"[?#]", address.strip())[0])
        if not path or scheme_of(path):
            return None
        return next((c for c in candidates(path, kind, id_) if c in self._files), None)

    def _is_there(self, path: str) -> bool:
        bare = path.removesuffix("index.html").strip("/")
        if path.endswith(".md"):
            id_ = path.removesuffix(".md")
            return id_ in self._ids[PAGINAS.name] or (
                id_.removeprefix(f"{BLOG}/") in self._ids[BERICHTEN.name]
                and id_.startswith(f"{BLOG}/")
            )
        folder = f"{bare}/" if bare else ""
        if folder in _ALWAYS_THERE or folder in self._pages or folder in self._overviews:
            return True
        if folder in self._made:
            return True
        if path in self._files or path in _ROOT_FILES or path.startswith(_MADE_FOLDERS):
            return True
        first, _, rest = bare.partition("/")
        kind = kind_at(first)
        if kind is None or not rest:
            return bool(_SUFFIX.search(bare)) and f"{first}/" in self._overviews and not rest
        id_, _, file = rest.partition("/")
        if not file and id_.endswith(FEEDS) and f"{first}/" in self._overviews:
            return True
        return id_ in self._ids[kind.name] and (not file or is_made_file(file))

    def _explain(self, path: str, address: str, kind: str, id_: str) -> Nowhere | LinkTarget:
        """What a path that leads nowhere was meant to be."""
        if _MAILBOX.fullmatch(address):
            return Nowhere(Lost.NO_SCHEME, address, f"mailto:{address}")
        if _HOST.fullmatch(address) and not path.endswith(".md"):
            return Nowhere(Lost.NO_SCHEME, address, f"https://{address}")
        if target := thing_at(path_from_start(path)):
            if target.id not in self._ids[target.kind]:
                return target
            return Nowhere(Lost.OTHER_FORM, path, self._right_address(target, address))
        name = posixpath.basename(path.rstrip("/")) or path
        suffix = posixpath.splitext(name)[1].lower()
        if suffix and suffix not in {".md", ".html"}:
            return Nowhere(Lost.FILE, name, near=[posixpath.basename(f) for f in self._files])
        pages = [a.strip("/") for a in (*self._pages, *self._overviews, *_ALWAYS_THERE) if a]
        return Nowhere(Lost.PAGE, name, near=pages)

    @staticmethod
    def _right_address(target: LinkTarget, address: str) -> str:
        """The address of a thing that is there, with what was behind the one that was typed."""
        if target.kind in {BERICHTEN.name, PAGINAS.name}:
            right = f"/{BLOG}/{target.id}/"
        else:
            right = f"/{kinds()[target.kind].address_of(target.id)}"
        _, mark, fragment = address.partition("#")
        return f"{right}{mark}{fragment}"

    def _lost_fragment_on(self, path: str, fragment: str) -> Nowhere | None:
        """Whether a page that is there lacks a heading; of pages of ours nobody knows here."""
        id_ = path.removesuffix(".md")
        if path.endswith(".md") and id_ in self._ids[PAGINAS.name]:
            return self._lost_fragment(fragment, PAGINAS.name, id_)
        folder = f"{path.removesuffix('index.html').strip('/')}/"
        if folder in self._pages and folder not in self._overviews | _ALWAYS_THERE:
            return self._lost_fragment(fragment, PAGINAS.name, self._pages[folder])
        return None

    def _lost_fragment(self, fragment: str, kind: str, id_: str) -> Nowhere | None:
        if kind not in {PAGINAS.name, BERICHTEN.name} or not fragment or fragment == "top":
            return None
        text = self._text_of(kind, id_)
        wanted = _fold(unquote(fragment))
        headings = [heading.words for heading in read_markdown(text).headings]
        marked = re.findall(r"""(?:\sid|\sname)=["']([^"']+)|\{[^}]*#([\w-]+)""", text)
        if any(_fold(words) == wanted for words in (*headings, *map("".join, marked))):
            return None
        base = re.sub(r"_\d+$", "", unquote(fragment))  # the second heading with the same words
        if any(_fold(words) == _fold(base) for words in headings):
            return None
        return Nowhere(Lost.FRAGMENT, fragment, near=[slug_of(words) for words in headings])


def slug_of(words: str) -> str:
    """The id that MkDocs gives a heading (Python-Markdown, table of contents)."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    bare = re.sub(r"[^\w\s-]", "", plain).strip().lower()
    return re.sub(r"[-\s]+", "-", bare)


def _fold(words: str) -> str:
    return re.sub(r"[\W_]+", "", slug_of(words))


def is_made_file(name: str) -> bool:
    """Whether a file of this name may lie beside the page of a thing: a card, a feed."""
    suffix = posixpath.splitext(name)[1].lower()
    return "/" not in name and suffix in {".vcf", ".ics", ".xml", ".json", ".svg", ".pdf"}


def is_elsewhere(address: str) -> bool:
    """Whether the address of a picture leads out of the folder of pages."""
    bare = address.strip()
    return (
        scheme_of(bare).lower() in {*WEB_SCHEMES, "data", "file"}
        or bare.startswith(("//", "www."))
        or _OWN_COMPUTER.match(bare) is not None
    )


def is_image(path: str) -> bool:
    """Whether a file is a picture, by its name."""
    return path.lower().endswith(SUFFIXES)


def html_links_in(text: str) -> Iterator[tuple[Link, bool]]:
    """Links in HTML in a text, where Markdown does not look, and whether each is a picture."""
    for match in _IN_HTML.finditer(text) if "<" in text else ():
        start = match.start("address")
        line, column = text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1)
        address = unescape(match["address"])
        is_picture = match["tag"].lower() in {"img", "source"}
        yield Link(address, "x", line, column, len(match["address"])), is_picture
