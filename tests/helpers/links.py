"""Every reference of a built site: does it lead somewhere inside the site?

`find_broken_links(site, site_url)` gives one sentence for every reference that does not:
`href`, `src`, `srcset`, `poster`, `action`, canonical and share addresses, JSON-LD, `url()` in
style sheets, the sitemap and the search index; fragments must name an element that is there.
Addresses of other sites are left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

_LINK_ATTRIBUTES = {"href", "xlink:href", "src", "poster", "action", "formaction", "data"}
_SRCSET_ATTRIBUTES = {"srcset", "imagesrcset"}
_META = {"og:image", "og:url", "og:image:secure_url", "twitter:image"}
_ALLOWED_SCHEMES = {"mailto", "tel", "sms", "data", "blob"}
_CSS_URL = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Link:
    """One reference: the file it stands in, where it was found, and what it says."""

    file: str
    position: str
    value: str


class _Page(HTMLParser):
    """Collects the references and the names of elements of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self._json: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.names.update(attributes[n] for n in ("id", "name") if attributes.get(n))
        for name, value in attributes.items():
            if name in _LINK_ATTRIBUTES and not (tag != "object" and name == "data"):
                self.found.append((f"<{tag} {name}>", value))
            elif name in _SRCSET_ATTRIBUTES:
                for part in re.split(r",\s+", value.strip()):
                    self.found.append((f"<{tag} {name}>", part.split()[0] if part else ""))
            elif name == "style":
                self.found += [("style", m[2]) for m in _CSS_URL.finditer(value)]
        if tag == "meta":
            kind = attributes.get("property") or attributes.get("name", "")
            if kind in _META:
                self.found.append((f"<meta {kind}>", attributes.get("content", "")))
            elif attributes.get("http-equiv", "").lower() == "refresh":
                target = attributes.get("content", "").partition("url=")[2]
                self.found.append(("<meta refresh>", target))
        if tag == "script" and attributes.get("type") == "application/ld+json":
            self._json = []

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json is not None:
            self.found += [("JSON-LD", w) for w in _find_urls(json.loads("".join(self._json)))]
            self._json = None


def _find_urls(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "@id":  # names a thing; its page must be there, an element need not
                yield from (address.partition("#")[0] for address in _find_urls(part))
            elif key != "@context":
                yield from _find_urls(part)
    elif isinstance(value, list):
        for part in value:
            yield from _find_urls(part)
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield value


@dataclass(frozen=True)
class BuiltSite:
    """A built site, with the address it is meant for (ending in a slash)."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, _Page]:
        """Every HTML file by its path, parsed."""
        parsed = {}
        for file in sorted(self.folder.rglob("*.html")):
            page = _Page(file.read_text("utf-8"))
            parsed[file.relative_to(self.folder).as_posix()] = page
        return parsed

    def address_of(self, file: str) -> str:
        """The address at which a file of the site is found."""
        return self.url + re.sub(r"(^|/)index\.html$", r"\1", file)

    def links(self) -> Iterator[Link]:
        """Every reference in the pages, style sheets, sitemap and search index."""
        for name, page in self.pages.items():
            for position, value in page.found:
                yield Link(name, position, value)
        for sheet in sorted(self.folder.rglob("*.css")):
            for match in _CSS_URL.finditer(sheet.read_text("utf-8")):
                yield Link(sheet.relative_to(self.folder).as_posix(), "url()", match[2])
        sitemap = self.folder / "sitemap.xml"
        if sitemap.exists():
            for address in ElementTree.parse(sitemap).iterfind(".//{*}loc"):
                yield Link(sitemap.name, "<loc>", address.text or "")
        index = self.folder / "zoeken" / "woorden.json"
        if index.exists():
            for row in json.loads(index.read_text("utf-8"))["stukken"]:
                yield Link("index.html", "search index", row[1] or "./")

    def resolve(self, link: Link) -> str | None:
        """The whole address that a reference means, or None when it leads to another site."""
        # A calendar to follow is asked for as any other file.
        value = re.sub(r"^webcal:", f"{urlsplit(self.url).scheme}:", link.value)
        address = urljoin(self.address_of(link.file), value)
        if urlsplit(address).scheme in _ALLOWED_SCHEMES:
            return None
        if urlsplit(address)[:2] == urlsplit(self.url)[:2] or not urlsplit(link.value).scheme:
            return address
        return None if urlsplit(address).scheme in {"http", "https"} else address

    def problem(self, link: Link) -> str | None:
        """What is wrong with a reference, or None when it leads somewhere."""
        if not link.value.strip():
            return "is empty"
        host = urlsplit(link.value).hostname
        if host in {"localhost", "127.0.0.1", "0.0.0.0"}:
            return "leads to the builder's own machine"
        address = self.resolve(link)
        if address is None:
            return None
        if not address.startswith(self.url):
            return f"leads out of the site, to {address}"
        part = urlsplit(address)
        path = unquote(part.path).removeprefix(urlsplit(self.url).path)
        file = path + "index.html" if path == "" or path.endswith("/") else path
        if not (self.folder / file).is_file():
            return f"leads to {file}, which is not there"
        fragment = unquote(part.fragment)
        if fragment in {"", "top"} or file not in self.pages:
            return None
        if fragment not in self.pages[file].names:
            return f'leads to "{fragment}", which {file} does not have'
        return None


def find_broken_links(site: Path, site_url: str) -> list[str]:
    """One sentence for every reference of the site that leads nowhere."""
    built = BuiltSite(site, site_url)
    return [
        f'{k.file}: {k.position} "{k.value}" {problem}'
        for k in built.links()
        if (problem := built.problem(k)) is not None
    ]


def find_own_addresses(site: Path, site_url: str) -> list[str]:
    """Every address inside the site that the site refers to, and every page, without fragment."""
    built = BuiltSite(site, site_url)
    targets = {built.resolve(k) for k in built.links()} - {None}
    targets |= {built.address_of(name) for name in built.pages}
    return sorted({target.partition("#")[0] for target in targets if target})
