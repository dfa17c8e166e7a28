"""What a first visit to a page costs, measured in a browser: weight, requests, movement, strangers.

A photo of the organisation's own is counted apart: how heavy the pages are is ours to answer for,
how many photos someone shows is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request

MAX_BYTES = 90_000
MAX_HOME_BYTES = 130_000
"""The home page shows the whole house."""
MAX_REQUESTS = 12
PHONE = (360, 740)
COMPUTER = (1280, 900)

_PHOTO_TYPES = (".webp", ".jpg", ".jpeg", ".png", ".avif")

_WATCH_SHIFT = """
window.__verschuiving = 0;
new PerformanceObserver((lijst) => {
  for (const v of lijst.getEntries()) if (!v.hadRecentInput) window.__verschuiving += v.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_AWAIT_FIRST_VIEW = """async () => {
  const frame = () => new Promise((k) => requestAnimationFrame(() => requestAnimationFrame(k)));
  await frame();
  const bezig = () => [...document.images].filter((i) => i.checkVisibility() && !i.complete
    && (i.loading !== "lazy" || i.getBoundingClientRect().top < innerHeight));
  await Promise.all(bezig().map((i) => new Promise((k) => (i.onload = i.onerror = k))));
  await document.fonts.ready;
  await frame();
}"""
_SCROLL_DOWN = """async () => {
  const beeld = () => new Promise((k) => requestAnimationFrame(() => requestAnimationFrame(k)));
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight * 0.8) {
    scrollTo({ top: y, behavior: "instant" });
    await beeld();
  }
  const zichtbaar = [...document.images].filter((i) => i.checkVisibility() && !i.complete);
  await Promise.all(zichtbaar.map((i) => new Promise((k) => (i.onload = i.onerror = k))));
  await beeld();
}"""
_HEAD_LINKS = """() => [...document.querySelectorAll('link[rel~=icon], link[rel=manifest]')]
  .map((l) => [l.rel, l.href])"""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One first visit."""

    bytes: int
    """Compressed, heads included, without own photos."""
    requests: int
    """Without own photos."""
    photo_bytes: int
    photos: int
    """What own photos add before anybody scrolls."""
    layout_shift: float
    """The sum of all layout shifts, from the first byte to the foot of the page."""
    elsewhere: tuple[str, ...]
    """Addresses on other hosts that the page asked for."""

    fonts: tuple[str, ...]
    """The names of the font files that it asked for."""

    def misses(self, kind: str = "") -> list[str]:
        """The figures that a page of `kind` misses, each with what it should be."""
        miss = []
        most = MAX_HOME_BYTES if kind == "thuis" else MAX_BYTES
        if self.bytes > most:
            miss.append(f"{self.bytes} bytes (at most {most})")
        if self.requests > MAX_REQUESTS:
            miss.append(f"{self.requests} requests (at most {MAX_REQUESTS})")
        if self.layout_shift > 0:
            miss.append(f"layout shift {self.layout_shift:.3f} (none)")
        return miss + [f"asks another host: {address}" for address in self.elsewhere]


def measure(
    browser: Browser, address: str, viewport: tuple[int, int], moment: datetime | None = None
) -> Measurement:
    """Visit `address` for the first time, in a window of `viewport` pixels, down to the foot; with
    the clock of the browser at `moment`, if any."""
    context = browser.new_context(
        locale="nl-NL", viewport={"width": viewport[0], "height": viewport[1]}
    )
    tab = context.new_page()
    requested: list[Request] = []
    elsewhere: set[str] = set()
    host = urlsplit(address).netloc

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != host:
            elsewhere.add(request.url)

    tab.on("request", on_request)
    tab.on("requestfinished", lambda request: requested.append(request))
    tab.add_init_script(_WATCH_SHIFT)
    if moment is not None:
        tab.clock.set_fixed_time(moment)
    tab.goto(address)
    tab.evaluate(_AWAIT_FIRST_VIEW)
    weighed = {v.url: _weigh(v) for v in requested if urlsplit(v.url).scheme != "data"}
    weighed |= _weigh_icons(tab, set(weighed))
    photos = {url: b for url, b in weighed.items() if urlsplit(url).path.endswith(_PHOTO_TYPES)}
    photos = {url: b for url, b in photos.items() if "/beelden/" in url}
    tab.evaluate(_SCROLL_DOWN)
    layout_shift = float(tab.evaluate("() => window.__verschuiving"))
    context.close()
    return Measurement(
        bytes=sum(weighed.values()) - sum(photos.values()),
        requests=len(weighed) - len(photos),
        photo_bytes=sum(photos.values()),
        photos=len(photos),
        layout_shift=layout_shift,
        elsewhere=tuple(sorted(elsewhere)),
        fonts=tuple(sorted({url.rpartition("/")[2] for url in weighed if url.endswith(".woff2")})),
    )


def _weigh(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def _weigh_icons(tab: Page, seen: set[str]) -> dict[str, int]:
    """Icon and manifest: a browser with a window fetches these too, one icon and no more."""
    extra: dict[str, int] = {}
    kinds: set[str] = set()
    for rel, address in tab.evaluate(_HEAD_LINKS):
        kind = "manifest" if rel == "manifest" else "icon"
        if address in seen or kind in kinds:
            continue
        kinds.add(kind)
        response = tab.request.get(address, headers={"Accept-Encoding": "gzip"})
        extra[address] = int(response.headers.get("content-length", "0"))
    return extra


def kinds_of(site: Path) -> dict[str, str]:
    """For every kind of page of a built site the address of its heaviest page.

    A kind is what the page's body says (`pagina--dienst`), so that a new kind is never forgotten.
    """
    heaviest: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text("utf-8")
        path = file.relative_to(site).as_posix()
        found = re.search(r'<body class="[^"]*\bpagina--([\w-]+)', text)
        kind = "404" if path == "404.html" else found[1] if found else path
        size = len(text), re.sub(r"(^|/)index\.html$", r"\1", path)
        heaviest[kind] = max(heaviest.get(kind, size), size)
    return {kind: address for kind, (_, address) in heaviest.items()}
