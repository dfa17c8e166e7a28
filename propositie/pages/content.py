"""What stands in a text of staff, as it stands on a page: links that lead somewhere, pictures in
the sizes that pages show, and blocks for what stands on a line of its own (contract, "In
Markdown").

The HTML comes from Markdown, cleaned: so its tags are known, each attribute in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from posixpath import basename, splitext
from typing import TYPE_CHECKING, Any

import nh3
from markupsafe import Markup

from ..huis import Medewerker, address_of
from ..huis.base import Beeld
from ..huis.derden import Derde, find_derde
from ..huis.former_names import find_thing
from ..huis.links import candidates, image_path
from ..huis.markdown import scheme_of
from ..huis.schemes import THING_SCHEMES
from ..images import SUFFIXES
from ..output.output_file import ShownImage
from .links import link

if TYPE_CHECKING:
    from .builder import PageBuilder

_ALONE = re.compile(
    r'<p>\s*<a href="(?P<href>[^"]*)"(?P<rest>[^>]*)>(?P<words>(?:(?!</a>).)*)</a>\s*</p>', re.S
)
_PICTURES = re.compile(r"<p>\s*((?:<img [^>]*>\s*(?:<br ?/?>\s*)?)+)</p>")
_IMG = re.compile(r"<img ([^>]*)>")
_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>((?:(?!</a>).)*)</a>', re.S)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_FRAME = re.compile(r"<iframe\b[^>]*?\ssrc=[\"']?([^\"'\s>]+)[^>]*>(?:.*?</iframe>)?", re.S | re.I)
_TABLE = re.compile(r"<table\b.*?</table>", re.S)
_ALIGNMENT = re.compile(r'(<t[hd])\s+style="text-align:\s*(left|center|right);?"')

_TAGS = nh3.ALLOWED_TAGS | {"details", "summary", "figure", "figcaption", "section", "article"}
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"class", "id", "lang", "dir", "title"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
}
_SCHEMES = {"http", "https", "mailto", "tel", *THING_SCHEMES}
_UNITS = ((1_000_000, "MB"), (1_000, "kB"))


def clean_free_html(html: str) -> str:
    """What MkDocs made of a page of Markdown, with nothing in it that a visitor's browser would
    refuse: a frame of another site is a link, a style of a column a class."""
    html = _FRAME.sub(lambda m: f'<p><a href="{m[1]}">{escape(unescape(m[1]))}</a></p>', html)
    html = _ALIGNMENT.sub(r'\1 class="uitgelijnd-\2"', html)
    return nh3.clean(
        html, tags=set(_TAGS), attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener",
        clean_content_tags={"script", "style"},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """Finishes the texts of one thing."""

    builder: PageBuilder
    kind: str
    id: str
    resolve: Callable[[str], str | None] = link
    """How an address on the site is reached from where the text stands."""
    has_blocks: bool = True
    """Whether what stands on a line of its own becomes a block; in a feed it stays a link."""

    def finish(self, html: str) -> Markup:
        """The HTML of a text as it stands on the page."""
        if "<p>" in html and self.has_blocks:
            html = _ALONE.sub(self._block, html)
        if "<img " in html:
            html = _PICTURES.sub(self._figures, html)
            html = _IMG.sub(lambda m: self._picture(m[1]), html)
        if "<a href=" in html:
            html = _LINK.sub(self._relink, html)
        if "<table" in html:
            html = _TABLE.sub(self._table, html)
        return Markup(html)

    def render_macro(self, name: str, *values: Any) -> str:
        """What a macro of `huis/blocks.html` makes of these values."""
        return self._macro(name, *values)

    def _macro(self, name: str, *values: Any, **named: Any) -> str:
        module: Any = self.builder.env.get_template("huis/blocks.html").module
        return str(getattr(module, name)(*values, **named)).strip()

    def _block(self, match: re.Match[str]) -> str:
        address, words = unescape(match["href"]), match["words"]
        if thing := self._thing(address):
            return thing
        if "<img " in words:
            derde = find_derde(address, self.builder.huis.organisatie.derden)
            return self._derde(derde, words) if derde else match[0]
        if path := self._file(address):
            if path.lower().endswith(SUFFIXES):
                return match[0]
            href = self.resolve(path)
            return self._macro("download", Markup(words), href, *self._kind_and_size(path))
        derde = find_derde(address, self.builder.huis.organisatie.derden)
        return self._derde(derde, words) if derde else match[0]

    def _derde(self, derde: Derde, words: str) -> str:
        image = _IMG.search(words)
        shown = self._shown(image[1], "tafereel") if image else None
        bare = Markup(words).striptags() or (shown.alt if shown else "")
        return self._macro("derde", derde, bare, shown)

    def _thing(self, address: str) -> str:
        """The block of a thing that a link leads to by its word: `mens:gijs`."""
        scheme, _, id_ = address.partition(":")
        kind = THING_SCHEMES.get(scheme.lower())
        thing = find_thing(getattr(self.builder.huis, kind), id_.strip()) if kind else None
        if thing is None:
            return ""
        if isinstance(thing, Medewerker):
            return self._macro("mens", thing)
        return self._macro(scheme.lower(), thing)

    def _file(self, address: str) -> str | None:
        """The file beside the pages that a link leads to."""
        path = _path_of(address)
        if not path or scheme_of(address):
            return None
        files = self.builder.files
        return next((c for c in candidates(path, self.kind, self.id) if c in files), None)

    def _kind_and_size(self, path: str) -> tuple[str, str]:
        suffix = splitext(path)[1].removeprefix(".").lower()
        return suffix, size_in_words(self.builder.files[path])

    def _figures(self, match: re.Match[str]) -> str:
        figures = [self._figure(attributes) for attributes in _IMG.findall(match[1])]
        return self._macro("figures", [figure for figure in figures if figure])

    def _figure(self, attributes: str) -> Markup:
        named = dict(_ATTRIBUTE.findall(attributes))
        shown = self._shown(attributes, "tafereel")
        if shown is None:
            return Markup(self._elsewhere(named))
        return Markup(self._macro("figure", shown, unescape(named.get("title", ""))))

    def _picture(self, attributes: str) -> str:
        if 'decoding="async"' in attributes or "fetchpriority" in attributes:
            return f"<img {attributes}>"  # one of our own, in a block
        shown = self._shown(attributes, "tafereel")
        if shown is None:
            return self._elsewhere(dict(_ATTRIBUTE.findall(attributes)))
        return self._macro("inline_picture", shown)

    def _elsewhere(self, named: dict[str, str]) -> str:
        """A picture on another site is not shown; who wants to see it goes there."""
        source, alt = named.get("src", ""), named.get("alt") or basename(named.get("src", ""))
        if scheme_of(unescape(source)) not in {"http", "https"}:
            return alt
        return f'<a href="{source}" rel="noopener">{alt}</a>'

    def _shown(self, attributes: str, usage: str) -> ShownImage | None:
        """The picture of a tag, published; None for one that is not beside the pages."""
        named = {key: unescape(value) for key, value in _ATTRIBUTE.findall(attributes)}
        source = named.get("src", "")
        if not source or scheme_of(source) or source.startswith("//"):
            return None
        alt = named.get("alt", "")
        if not self._is_beside_pages:
            return self._publish(self.kind, image_path(source, self.kind, self.id), alt, usage)
        path = self._file(source)
        return self._publish("paginas", path, alt, usage) if path is not None else None

    @property
    def _is_beside_pages(self) -> bool:
        return self.kind in {"paginas", "berichten"}

    def _publish(self, kind: str, file: str, alt: str, usage: str) -> ShownImage:
        image = Beeld.model_construct(bestand=file, alt=alt)
        return self.builder.publish_image(self.builder.huis.organisatie, image, kind, usage)

    def _relink(self, match: re.Match[str]) -> str:
        address, rest, words = unescape(match[1]), match[2], match[3]
        if address.startswith("\x1a") or address.startswith("#"):
            return match[0]
        if address.lower().startswith("www."):
            return f'<a href="https://{match[1]}"{rest}>{words}</a>'
        scheme = scheme_of(address).lower()
        if scheme and scheme not in THING_SCHEMES:
            return match[0]
        if not scheme and (path := self._file(address)):
            return self._to_file(path, rest, words)
        target = self._address(address)
        href = self.resolve(target) if target is not None else None
        if href is None:
            return words
        anchor = re.search(r"#.*", match[1]) if not scheme else None
        bare = rest.replace(' rel="noopener"', "")
        return f'<a href="{href}{anchor[0] if anchor else ""}"{bare}>{words}</a>'

    def _to_file(self, path: str, rest: str, words: str) -> str:
        bare = rest.replace(' rel="noopener"', "")
        if path.lower().endswith(SUFFIXES):
            shown = self._publish("paginas", path, "", "tafereel")
            largest = shown.sizes[-1].address if shown.sizes else shown.address
            return f'<a href="{self.resolve(largest)}"{bare}>{words}</a>'
        suffix, size = self._kind_and_size(path)
        told = "" if suffix in Markup(words).striptags().lower() else f"{suffix}, "
        return f'<a href="{self.resolve(path)}"{bare}>{words}</a> ({told}{size})'

    def _address(self, address: str) -> str | None:
        """The address on the site that a link leads to; None when nothing is there today."""
        scheme, _, id_ = address.partition(":")
        huis = self.builder.huis
        if kind := THING_SCHEMES.get(scheme.lower()):
            thing = find_thing(getattr(huis, kind), id_.strip())
            if thing is None and kind == "medewerkers":
                thing = find_thing(huis.afscheiden, id_.strip())
            return address_of(thing) if thing is not None else None
        path = _path_of(address)
        return next(
            (found for c in candidates(path, self.kind, self.id)
             if (found := self.builder.find_address(c)) is not None),
            None,
        )  # fmt: skip

    def _table(self, match: re.Match[str]) -> str:
        return f'<div class="tabel" tabindex="0">{match[0]}</div>'


def _path_of(address: str) -> str:
    return re.split(r"[?#]", address.strip())[0].replace("%20", " ")


def size_in_words(size: int) -> str:
    """How large a file is, in bytes, as people say it: `240 kB`, `1,2 MB`."""
    for unit, name in _UNITS:
        if size >= unit:
            number = f"{size / unit:.1f}".removesuffix(".0").replace(".", ",")
            return f"{number if unit > 1_000 else round(size / unit)} {name}"
    return "1 kB"
