"""What a first visit to a page costs, measured in a browser: weight, requests, movement, strangers.

A photo of the organisation's own is counted apart: how heavy the pages are is ours to answer for,
how many photos someone shows is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

HOOGSTENS_BYTES = 50_000
HOOGSTENS_VERZOEKEN = 8
HOOGSTENS_VERSCHUIVING = 0.02
TELEFOON = (360, 740)
COMPUTER = (1280, 900)

_FOTO = (".webp", ".jpg", ".jpeg", ".png", ".avif")

_LET_OP_VERSCHUIVING = """
window.__verschuiving = 0;
new PerformanceObserver((lijst) => {
  for (const v of lijst.getEntries()) if (!v.hadRecentInput) window.__verschuiving += v.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_EERSTE_BEELD_HEEL = """async () => {
  const frame = () => new Promise((k) => requestAnimationFrame(() => requestAnimationFrame(k)));
  await frame();
  const bezig = () => [...document.images].filter((i) => i.checkVisibility() && !i.complete
    && (i.loading !== "lazy" || i.getBoundingClientRect().top < innerHeight));
  await Promise.all(bezig().map((i) => new Promise((k) => (i.onload = i.onerror = k))));
  await frame();
}"""
_TOT_ONDERAAN = """async () => {
  const beeld = () => new Promise((k) => requestAnimationFrame(() => requestAnimationFrame(k)));
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight * 0.8) {
    scrollTo({ top: y, behavior: "instant" });
    await beeld();
  }
  const zichtbaar = [...document.images].filter((i) => i.checkVisibility() && !i.complete);
  await Promise.all(zichtbaar.map((i) => new Promise((k) => (i.onload = i.onerror = k))));
  await beeld();
}"""
_KOPLINKS = """() => [...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')]
  .map((l) => [l.rel, l.href])"""


@dataclass(frozen=True, slots=True)
class Meting:
    """One first visit."""

    bytes: int
    """Compressed, heads included, without own photos."""
    verzoeken: int
    """Without own photos."""
    foto_bytes: int
    fotos: int
    """What own photos add before anybody scrolls."""
    verschuiving: float
    """The sum of all layout shifts, from the first byte to the foot of the page."""
    elders: tuple[str, ...]
    """Addresses on other hosts that the page asked for."""

    def mis(self) -> list[str]:
        """The figures that are missed, each with what it should be."""
        gemist = []
        if self.bytes > HOOGSTENS_BYTES:
            gemist.append(f"{self.bytes} bytes (at most {HOOGSTENS_BYTES})")
        if self.verzoeken > HOOGSTENS_VERZOEKEN:
            gemist.append(f"{self.verzoeken} requests (at most {HOOGSTENS_VERZOEKEN})")
        if self.verschuiving >= HOOGSTENS_VERSCHUIVING:
            gemist.append(f"layout shift {self.verschuiving:.3f} (under {HOOGSTENS_VERSCHUIVING})")
        return gemist + [f"asks another host: {adres}" for adres in self.elders]


def meet(browser: Browser, adres: str, venster: tuple[int, int]) -> Meting:
    """Visit `adres` for the first time, in a window of `venster` pixels, down to the foot."""
    context = browser.new_context(
        locale="nl-NL", viewport={"width": venster[0], "height": venster[1]}
    )
    blad = context.new_page()
    gevraagd: list[Request] = []
    elders: set[str] = set()
    gastheer = urlsplit(adres).netloc

    def bij_vraag(verzoek: Request) -> None:
        deel = urlsplit(verzoek.url)
        if deel.scheme not in {"data", "blob"} and deel.netloc != gastheer:
            elders.add(verzoek.url)

    blad.on("request", bij_vraag)
    blad.on("requestfinished", lambda verzoek: gevraagd.append(verzoek))
    blad.add_init_script(_LET_OP_VERSCHUIVING)
    blad.goto(adres)
    blad.evaluate(_EERSTE_BEELD_HEEL)
    gewogen = {v.url: _gewicht(v) for v in gevraagd if urlsplit(v.url).scheme != "data"}
    gewogen |= _naast_de_pagina(blad, set(gewogen))
    fotos = {url: b for url, b in gewogen.items() if urlsplit(url).path.endswith(_FOTO)}
    fotos = {url: b for url, b in fotos.items() if "/beelden/" in url}
    blad.evaluate(_TOT_ONDERAAN)
    verschuiving = float(blad.evaluate("() => window.__verschuiving"))
    context.close()
    return Meting(
        bytes=sum(gewogen.values()) - sum(fotos.values()),
        verzoeken=len(gewogen) - len(fotos),
        foto_bytes=sum(fotos.values()),
        fotos=len(fotos),
        verschuiving=verschuiving,
        elders=tuple(sorted(elders)),
    )


def _gewicht(verzoek: Request) -> int:
    maten = verzoek.sizes()
    return maten["responseBodySize"] + maten["responseHeadersSize"]


def _naast_de_pagina(blad: Page, gehad: set[str]) -> dict[str, int]:
    """Icon and manifest: a browser with a window fetches these too, one icon and no more."""
    extra: dict[str, int] = {}
    soorten: set[str] = set()
    for rel, adres in blad.evaluate(_KOPLINKS):
        soort = "manifest" if rel == "manifest" else "icon"
        if adres in gehad or soort in soorten:
            continue
        soorten.add(soort)
        antwoord = blad.request.get(adres, headers={"Accept-Encoding": "gzip"})
        extra[adres] = int(antwoord.headers.get("content-length", "0"))
    return extra


def soorten_van(site: Path) -> dict[str, str]:
    """For every kind of page of a built site the address of its heaviest page.

    A kind is what the page's body says (`pagina--dienst`), so that a new kind is never forgotten.
    """
    zwaarste: dict[str, tuple[int, str]] = {}
    for bestand in sorted(site.rglob("*.html")):
        tekst = bestand.read_text("utf-8")
        pad = bestand.relative_to(site).as_posix()
        gevonden = re.search(r'<body class="[^"]*\bpagina--([\w-]+)', tekst)
        soort = "404" if pad == "404.html" else gevonden[1] if gevonden else pad
        maat = len(tekst), re.sub(r"(^|/)index\.html$", r"\1", pad)
        zwaarste[soort] = max(zwaarste.get(soort, maat), maat)
    return {soort: adres for soort, (_, adres) in zwaarste.items()}
