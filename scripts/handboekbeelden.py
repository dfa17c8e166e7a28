"""Makes the pictures of the handbook: the demo as a visitor sees it, on one fixed day.

    python scripts/handboekbeelden.py                # all of them
    python scripts/handboekbeelden.py home kit       # only these

Needs a Chromium: the one in PROPOSITIE_CHROMIUM, else the one that `make test` found.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Error, Page, sync_playwright

WORTEL = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(WORTEL / "tests"))
from hulp.beheer import Beheer, bouw_met_beheer  # noqa: E402
from hulp.server import bediend  # noqa: E402

BEELDEN = WORTEL / "propositie" / "handboek" / "hoofdstukken" / "beelden"
BIN = Path(sys.executable).parent
OP = "2026-11-20"
OMGEVING = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
HOOGSTENS = 60_000
"""So many bytes a picture may weigh: a handbook is read on a phone too."""
GROOTST = 1110
"""So many pixels a picture is wide or high at most."""

STIJL = """
body { margin: 0 }
main { padding: 24px; background: #f4efe6; color: #2b2620; width: max-content;
       font: 17px/1.5 "Liberation Sans", sans-serif }
pre { margin: 0; font: 17px/1.6 "Liberation Mono", monospace; white-space: pre-wrap }
.scherm { background: #1d2327; color: #e8e6e1; border-radius: 8px; padding: 20px 24px;
           width: 640px }
.scherm .wat { color: #9fd0ff } .scherm .fout { color: #ff9b8a; font-weight: bold }
.naast { display: grid; gap: 24px; width: 690px }
.naast > div { background: #fff; border: 1px solid #d8cfbf; border-radius: 8px; overflow: hidden }
.naast h2 { margin: 0; padding: 10px 18px; font-size: 16px; background: #e9e1d3 }
.naast pre { padding: 16px 18px }
.naast .ziet { background: #faf7ec } .naast img { display: block; width: 646px; margin: 22px }
.naast b { color: #1f5c4d }
"""


@dataclass(frozen=True, slots=True)
class Atelier:
    """What the pictures are made from."""

    browser: Browser
    map: Path
    """A copy of the demo, in which may be written."""
    adres: str
    """Where its site is served."""

    def blad(self, breedte: int, hoogte: int) -> Page:
        """A browser page of a size, with nothing that moves."""
        context = self.browser.new_context(
            viewport={"width": breedte, "height": hoogte}, locale="nl-NL", reduced_motion="reduce"
        )
        return context.new_page()

    def pagina(self, pad: str, breedte: int = 1180, hoogte: int = 760) -> bytes:
        """The top of a page of the site."""
        blad = self.blad(breedte, hoogte)
        blad.goto(self.adres + pad, wait_until="networkidle")
        return blad.screenshot()

    def getekend(self, html: str) -> bytes:
        """Something that we draw ourselves, as large as it is."""
        blad = self.blad(1300, 400)
        blad.set_content(f"<style>{STIJL}</style><main>{html}</main>")
        return blad.locator("main").screenshot()


def melding(atelier: Atelier) -> bytes:
    """A terminal with a mistake in it, as the program tells it."""
    bestand = atelier.map / "site_src/huis/diensten/boodschappentaxi.yml"
    goed = bestand.read_text("utf-8")
    bestand.write_text(goed.replace("behoeften: [boodschappen", "behoeften: [boodschapen", 1))
    gezegd = _draai(["propositie", "controleer", "--op", OP], atelier.map)
    bestand.write_text(goed, "utf-8")
    blok = "\n\n".join(b for b in gezegd.split("\n\n") if "  fout " in b)
    kop, _, rest = blok.partition("\n")
    plek, _, wat = kop.rpartition("  ")
    return atelier.getekend(
        '<div class="scherm"><pre>$ propositie controleer\n'
        f'<span class="wat">{escape(plek)}</span>  <span class="fout">{escape(wat)}</span>\n'
        f"{escape(rest)}\n\n1 fout.</pre></div>"
    )


def bestand(atelier: Atelier) -> bytes:
    """What one types, above what a visitor sees."""
    regels = (atelier.map / "site_src/huis/medewerkers/gijs.yml").read_text("utf-8").splitlines()
    contact = regels.index("contact:")
    gekozen = [*regels[:1], *regels[2:4], *regels[contact : contact + 8]]
    yaml = "\n".join(
        f"<b>{veld}:</b>{rest}" for veld, _, rest in (escape(r).partition(":") for r in gekozen)
    )
    blad = atelier.blad(1180, 620)
    blad.goto(f"{atelier.adres}mensen/gijs/", wait_until="networkidle")
    kop = b64encode(blad.locator(".kop--mens").screenshot()).decode()
    return atelier.getekend(
        f'<div class="naast"><div><h2>Dit typt u</h2><pre>{yaml}</pre></div>'
        '<div class="ziet"><h2>Dit ziet de bezoeker</h2>'
        f'<img src="data:image/png;base64,{kop}"></div></div>'
    )


def kit(atelier: Atelier) -> bytes:
    """The sheet with what a worker hands out; a browser without screen cannot draw the PDFs."""
    _draai(["propositie", "kit", "gijs", "--op", OP], atelier.map)
    blad = atelier.blad(1180, 900)
    map_ = atelier.map / "kit/mensen/gijs"
    blad.goto((map_ / "index.html").as_uri())
    for raam in blad.query_selector_all("iframe"):
        pdf = map_ / (raam.get_attribute("src") or "").partition("#")[0]
        beeld = BytesIO()
        pypdfium2.PdfDocument(pdf)[0].render(scale=1.5).to_pil().save(beeld, "PNG")
        bron = f"data:image/png;base64,{b64encode(beeld.getvalue()).decode()}"
        raam.evaluate(
            """(raam, bron) => { const b = new Image(); b.src = bron;
            b.style.cssText = `max-width: ${raam.clientWidth}px; max-height: ${raam.clientHeight}px;
            display: block; margin: auto; box-shadow: 0 1px 6px #0004`;
            raam.replaceWith(b); return b.decode() }""",
            bron,
        )
    return blad.screenshot()


def telefoon(atelier: Atelier) -> bytes:
    """A worker's page on a phone, with the bar at the bottom."""
    return atelier.pagina("mensen/gijs/", 390, 780)


def home(atelier: Atelier) -> bytes:
    """The house on the home page, whole."""
    blad = atelier.blad(1180, 900)
    blad.goto(atelier.adres, wait_until="networkidle")
    return blad.locator("nav.huis").screenshot()


def voorvertoning(atelier: Atelier) -> bytes:
    """The preview of a page while there is a mistake in its file."""
    bestand = atelier.map / "site_src/huis/medewerkers/gijs.yml"
    goed = bestand.read_text("utf-8")
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        plek = f"127.0.0.1:{vrij.getsockname()[1]}"
    programma = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", plek]
    with subprocess.Popen(programma, cwd=atelier.map, env=OMGEVING) as server:
        try:
            blad = atelier.blad(1180, 720)
            for _ in range(60):
                with contextlib.suppress(Error):
                    blad.goto(f"http://{plek}/site/mensen/gijs/")
                    break
                time.sleep(0.5)
            bestand.write_text(goed.replace("functie: ", "functie:", 1), "utf-8")
            blad.locator(".vv-fouten").wait_for()
            return blad.screenshot()
        finally:
            server.terminate()
            bestand.write_text(goed, "utf-8")


def formulier(atelier: Atelier) -> bytes:
    """A worker in the form at `/beheer/`, at work on a copy of the demo inside the browser."""
    doel = atelier.map / "beheer"
    bouw_met_beheer(doel)
    blad = atelier.blad(1000, 800)
    with bediend(doel / "site", "/site/") as adres:
        beheer = Beheer(blad, adres)
        beheer.begin()
        beheer.open("collections/medewerkers/entries/gijs")
        beheer.veld("Belofte").wait_for()
        return blad.screenshot()


MAKERS: Mapping[str, Callable[[Atelier], bytes]] = {
    "home": home,
    "medewerker": lambda a: a.pagina("mensen/gijs/", hoogte=780),
    "telefoon": telefoon,
    "afscheid": lambda a: a.pagina("mensen/truus/", hoogte=1180),
    "stuk": lambda a: a.pagina("blog/eerst-de-envelop/", hoogte=720),
    "bestand": bestand,
    "kit": kit,
    "melding": melding,
    "voorvertoning": voorvertoning,
    "formulier": formulier,
}
"""Every picture by its name."""


def _draai(opdracht: list[str], map_: Path) -> str:
    programma = [str(BIN / opdracht[0]), *opdracht[1:]]
    return subprocess.run(
        programma, cwd=map_, env=OMGEVING, stdout=subprocess.PIPE, text=True, check=False
    ).stdout


@contextlib.contextmanager
def atelier() -> Iterator[Atelier]:
    """Build the demo as on the fixed day, serve it, and start a browser."""
    with tempfile.TemporaryDirectory() as tijdelijk, sync_playwright() as speler:
        map_ = Path(tijdelijk)
        shutil.copytree(WORTEL / "site_src", map_ / "site_src")
        instellingen = (WORTEL / "mkdocs.yml").read_text("utf-8")
        (map_ / "mkdocs.yml").write_text(
            instellingen.replace("{huis: site_src/huis}", f"{{huis: site_src/huis, op: {OP}}}")
        )
        _draai(["mkdocs", "build", "--quiet", "-d", "web"], map_)
        browser = speler.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        with bediend(map_ / "web", "/site/") as adres:
            yield Atelier(browser, map_, adres)
        browser.close()


def _chromium() -> str:
    gevonden = WORTEL / ".cache" / "chromium"
    return os.environ.get("PROPOSITIE_CHROMIUM") or gevonden.read_text("utf-8").strip()


def bewaar(naam: str, beeld: bytes) -> int:
    """Write a picture as WebP, as fine as its weight allows; return that weight."""
    BEELDEN.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(beeld)) as gelezen:
        gelezen.thumbnail((GROOTST, GROOTST))
        for kwaliteit in range(85, 20, -5):
            uit = BytesIO()
            gelezen.convert("RGB").save(uit, "WEBP", quality=kwaliteit, method=6)
            if uit.tell() < HOOGSTENS:
                break
    (BEELDEN / f"{naam}.webp").write_bytes(uit.getvalue())
    return uit.tell()


def hoofd(namen: list[str]) -> None:
    """Make the pictures that were asked for, or all."""
    with atelier() as werkplaats:
        for naam in namen or MAKERS:
            print(f"{naam}.webp: {bewaar(naam, MAKERS[naam](werkplaats)):,} bytes")


if __name__ == "__main__":
    hoofd(sys.argv[1:])
