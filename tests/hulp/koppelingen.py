"""Every reference of a built site: does it lead somewhere inside the site?

`kapotte_koppelingen(site, site_url)` gives one sentence for every reference that does not:
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

_ADRES = {"href", "xlink:href", "src", "poster", "action", "formaction", "data"}
_REEKS = {"srcset", "imagesrcset"}
_META = {"og:image", "og:url", "og:image:secure_url", "twitter:image"}
_MAG = {"mailto", "tel", "sms", "data", "blob"}
_CSS_URL = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class Koppeling:
    """One reference: the file it stands in, where it was found, and what it says."""

    bestand: str
    plek: str
    waarde: str


class _Pagina(HTMLParser):
    """Collects the references and the names of elements of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.gevonden: list[tuple[str, str]] = []
        self.namen: set[str] = set()
        self._json: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributen = {naam: waarde or "" for naam, waarde in attrs}
        self.namen.update(attributen[n] for n in ("id", "name") if attributen.get(n))
        for naam, waarde in attributen.items():
            if naam in _ADRES and not (tag != "object" and naam == "data"):
                self.gevonden.append((f"<{tag} {naam}>", waarde))
            elif naam in _REEKS:
                for deel in re.split(r",\s+", waarde.strip()):
                    self.gevonden.append((f"<{tag} {naam}>", deel.split()[0] if deel else ""))
            elif naam == "style":
                self.gevonden += [("style", m[2]) for m in _CSS_URL.finditer(waarde)]
        if tag == "meta":
            soort = attributen.get("property") or attributen.get("name", "")
            if soort in _META:
                self.gevonden.append((f"<meta {soort}>", attributen.get("content", "")))
            elif attributen.get("http-equiv", "").lower() == "refresh":
                doel = attributen.get("content", "").partition("url=")[2]
                self.gevonden.append(("<meta refresh>", doel))
        if tag == "script" and attributen.get("type") == "application/ld+json":
            self._json = []

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json is not None:
            self.gevonden += [("JSON-LD", w) for w in _adressen(json.loads("".join(self._json)))]
            self._json = None


def _adressen(waarde: object) -> Iterator[str]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel == "@id":  # names a thing; its page must be there, an element need not
                yield from (adres.partition("#")[0] for adres in _adressen(deel))
            elif sleutel != "@context":
                yield from _adressen(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _adressen(deel)
    elif isinstance(waarde, str) and waarde.startswith(("http://", "https://")):
        yield waarde


@dataclass(frozen=True)
class Site:
    """A built site, with the address it is meant for (ending in a slash)."""

    map: Path
    url: str

    @cached_property
    def paginas(self) -> dict[str, _Pagina]:
        """Every HTML file by its path, parsed."""
        gelezen = {}
        for bestand in sorted(self.map.rglob("*.html")):
            pagina = _Pagina(bestand.read_text("utf-8"))
            gelezen[bestand.relative_to(self.map).as_posix()] = pagina
        return gelezen

    def adres(self, bestand: str) -> str:
        """The address at which a file of the site is found."""
        return self.url + re.sub(r"(^|/)index\.html$", r"\1", bestand)

    def koppelingen(self) -> Iterator[Koppeling]:
        """Every reference in the pages, style sheets, sitemap and search index."""
        for naam, pagina in self.paginas.items():
            for plek, waarde in pagina.gevonden:
                yield Koppeling(naam, plek, waarde)
        for blad in sorted(self.map.rglob("*.css")):
            for vondst in _CSS_URL.finditer(blad.read_text("utf-8")):
                yield Koppeling(blad.relative_to(self.map).as_posix(), "url()", vondst[2])
        kaart = self.map / "sitemap.xml"
        if kaart.exists():
            for adres in ElementTree.parse(kaart).iterfind(".//{*}loc"):
                yield Koppeling(kaart.name, "<loc>", adres.text or "")
        index = self.map / "search" / "search_index.json"
        if index.exists():
            for stuk in json.loads(index.read_text("utf-8"))["docs"]:
                yield Koppeling("index.html", "search index", stuk["location"] or "./")

    def doel(self, koppeling: Koppeling) -> str | None:
        """The whole address that a reference means, or None when it leads to another site."""
        adres = urljoin(self.adres(koppeling.bestand), koppeling.waarde)
        if urlsplit(adres).scheme in _MAG:
            return None
        if urlsplit(adres)[:2] == urlsplit(self.url)[:2] or not urlsplit(koppeling.waarde).scheme:
            return adres
        return None if urlsplit(adres).scheme in {"http", "https"} else adres

    def mis(self, koppeling: Koppeling) -> str | None:
        """What is wrong with a reference, or None when it leads somewhere."""
        if not koppeling.waarde.strip():
            return "is empty"
        gastheer = urlsplit(koppeling.waarde).hostname
        if gastheer in {"localhost", "127.0.0.1", "0.0.0.0"}:
            return "leads to the builder's own machine"
        adres = self.doel(koppeling)
        if adres is None:
            return None
        if not adres.startswith(self.url):
            return f"leads out of the site, to {adres}"
        deel = urlsplit(adres)
        pad = unquote(deel.path).removeprefix(urlsplit(self.url).path)
        bestand = pad + "index.html" if pad == "" or pad.endswith("/") else pad
        if not (self.map / bestand).is_file():
            return f"leads to {bestand}, which is not there"
        fragment = unquote(deel.fragment)
        if fragment in {"", "top"} or bestand not in self.paginas:
            return None
        if fragment not in self.paginas[bestand].namen:
            return f'leads to "{fragment}", which {bestand} does not have'
        return None


def kapotte_koppelingen(site: Path, site_url: str) -> list[str]:
    """One sentence for every reference of the site that leads nowhere."""
    gebouwd = Site(site, site_url)
    return [
        f'{k.bestand}: {k.plek} "{k.waarde}" {mis}'
        for k in gebouwd.koppelingen()
        if (mis := gebouwd.mis(k)) is not None
    ]


def eigen_adressen(site: Path, site_url: str) -> list[str]:
    """Every address inside the site that the site refers to, and every page, without fragment."""
    gebouwd = Site(site, site_url)
    doelen = {gebouwd.doel(k) for k in gebouwd.koppelingen()} - {None}
    doelen |= {gebouwd.adres(naam) for naam in gebouwd.paginas}
    return sorted({doel.partition("#")[0] for doel in doelen if doel})
