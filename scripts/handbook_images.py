"""Makes the pictures of the handbook: the demo as a visitor sees it, on one fixed day.

    python scripts/handbook_images.py                # all of them
    python scripts/handbook_images.py home kit       # only these

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
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from helpers.forms import FormsPage, build_with_forms  # noqa: E402
from helpers.server import serve  # noqa: E402

IMAGES = ROOT / "propositie" / "handbook" / "chapters" / "beelden"
BIN = Path(sys.executable).parent
ON_DATE = "2026-11-20"
AT = f"{ON_DATE}T10:00:00+01:00"
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
MAX_BYTES = 60_000
"""So many bytes a picture may weigh: a handbook is read on a phone too."""
LARGEST = 1110
"""So many pixels a picture is wide or high at most."""

STYLE = """
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
class Studio:
    """What the pictures are made from."""

    browser: Browser
    folder: Path
    """A copy of the demo, in which may be written."""
    address: str
    """Where its site is served."""

    def tab(self, width: int, height: int) -> Page:
        """A browser page of a size, with nothing that moves."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", reduced_motion="reduce",
            timezone_id="Europe/Amsterdam",
        )  # fmt: skip
        context.clock.set_fixed_time(AT)  # "open tot 17.00" follows from the clock of the browser
        return context.new_page()

    def visit(self, path: str, width: int, height: int) -> Page:
        """A page of the site as who was there before sees it: with all its letters."""
        tab = self.tab(width, height)
        for _ in range(2):
            tab.goto(self.address + path, wait_until="networkidle")
            tab.evaluate("document.fonts.ready")
        return tab

    def page(self, path: str, width: int = 1180, height: int = 760) -> bytes:
        """The top of a page of the site."""
        return self.visit(path, width, height).screenshot()

    def draw(self, html: str) -> bytes:
        """Something that we draw ourselves, as large as it is."""
        tab = self.tab(1300, 400)
        tab.set_content(f"<style>{STYLE}</style><main>{html}</main>")
        return tab.locator("main").screenshot()


def message(studio: Studio) -> bytes:
    """A terminal with a mistake in it, as the program tells it."""
    file = studio.folder / "site_src/huis/diensten/boodschappentaxi.yml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("behoeften: [boodschappen", "behoeften: [boodschapen", 1))
    output = _run(["propositie", "controleer", "--op", ON_DATE], studio.folder)
    file.write_text(good, "utf-8")
    block = "\n\n".join(b for b in output.split("\n\n") if "  fout " in b)
    heading, _, rest = block.partition("\n")
    position, _, problem = heading.rpartition("  ")
    return studio.draw(
        '<div class="scherm"><pre>$ propositie controleer\n'
        f'<span class="wat">{escape(position)}</span>  '
        f'<span class="fout">{escape(problem)}</span>\n'
        f"{escape(rest)}\n\n1 fout.</pre></div>"
    )


def file(studio: Studio) -> bytes:
    """What one types, above what a visitor sees."""
    lines = (studio.folder / "site_src/huis/medewerkers/gijs.yml").read_text("utf-8").splitlines()
    contact = lines.index("contact:")
    chosen = [*lines[:1], *lines[2:4], *lines[contact : contact + 8]]
    yaml = "\n".join(
        f"<b>{field}:</b>{rest}" for field, _, rest in (escape(r).partition(":") for r in chosen)
    )
    tab = studio.visit("mensen/gijs/", 1180, 620)
    heading = b64encode(tab.locator(".kop--mens").screenshot()).decode()
    return studio.draw(
        f'<div class="naast"><div><h2>Dit typt u</h2><pre>{yaml}</pre></div>'
        '<div class="ziet"><h2>Dit ziet de bezoeker</h2>'
        f'<img src="data:image/png;base64,{heading}"></div></div>'
    )


def kit(studio: Studio) -> bytes:
    """The sheet with what a worker hands out; a browser without screen cannot draw the PDFs."""
    _run(["propositie", "kit", "gijs", "--op", ON_DATE], studio.folder)
    tab = studio.tab(1180, 900)
    folder = studio.folder / "kit/mensen/gijs"
    tab.goto((folder / "index.html").as_uri())
    for frame in tab.query_selector_all("iframe"):
        pdf = folder / (frame.get_attribute("src") or "").partition("#")[0]
        image = BytesIO()
        pypdfium2.PdfDocument(pdf)[0].render(scale=1.5).to_pil().save(image, "PNG")
        source = f"data:image/png;base64,{b64encode(image.getvalue()).decode()}"
        frame.evaluate(
            """(raam, bron) => { const b = new Image(); b.src = bron;
            b.style.cssText = `max-width: ${raam.clientWidth}px; max-height: ${raam.clientHeight}px;
            display: block; margin: auto; box-shadow: 0 1px 6px #0004`;
            raam.replaceWith(b); return b.decode() }""",
            source,
        )
    return tab.screenshot()


def telefoon(studio: Studio) -> bytes:
    """A worker's page on a phone, with the bar at the bottom."""
    return studio.page("mensen/gijs/", 390, 780)


def home(studio: Studio) -> bytes:
    """The house on the home page, whole."""
    tab = studio.visit("", 1180, 900)
    return tab.locator("section.huis").screenshot()


def _let_letters_come_late(route: Route) -> None:
    """A preview tells the browser to keep nothing, so each visit is a first one."""
    answer = route.fetch()
    css = answer.text().replace("font-display:optional", "font-display:block")
    route.fulfill(response=answer, body=css)


def preview(studio: Studio) -> bytes:
    """The preview of a page while there is a mistake in its file."""
    file = studio.folder / "site_src/huis/medewerkers/gijs.yml"
    good = file.read_text("utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        position = f"127.0.0.1:{free.getsockname()[1]}"
    program = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", position]
    with subprocess.Popen(program, cwd=studio.folder, env=ENVIRONMENT) as server:
        try:
            tab = studio.tab(1180, 720)
            tab.route("**/*.css", _let_letters_come_late)
            for _ in range(60):
                with contextlib.suppress(Error):
                    tab.goto(f"http://{position}/site/mensen/gijs/")
                    break
                time.sleep(0.5)
            file.write_text(good.replace("functie: ", "functie:", 1), "utf-8")
            tab.locator(".vv-fouten mark").wait_for()
            tab.evaluate("document.fonts.ready")
            return tab.screenshot()
        finally:
            server.terminate()
            file.write_text(good, "utf-8")


def form(studio: Studio) -> bytes:
    """A worker in the form at `/beheer/`, at work on a copy of the demo inside the browser."""
    target = studio.folder / "beheer"
    build_with_forms(target)
    tab = studio.tab(1000, 800)
    with serve(target / "site", "/site/") as address:
        forms = FormsPage(tab, address)
        forms.start()
        forms.open("collections/medewerkers/entries/gijs")
        forms.field("Belofte").wait_for()
        return tab.screenshot()


MAKERS: Mapping[str, Callable[[Studio], bytes]] = {
    "home": home,
    "medewerker": lambda a: a.page("mensen/gijs/", height=780),
    "telefoon": telefoon,
    "afscheid": lambda a: a.page("mensen/truus/", height=1180),
    "stuk": lambda a: a.page("blog/eerst-de-envelop/", height=720),
    "bestand": file,
    "kit": kit,
    "melding": message,
    "voorvertoning": preview,
    "formulier": form,
}
"""Every picture by its name."""


def _run(command: list[str], folder: Path) -> str:
    program = [str(BIN / command[0]), *command[1:]]
    return subprocess.run(
        program, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=False
    ).stdout


@contextlib.contextmanager
def studio() -> Iterator[Studio]:
    """Build the demo as on the fixed day, serve it, and start a browser."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        shutil.copytree(ROOT / "site_src", folder / "site_src")
        settings = (ROOT / "mkdocs.yml").read_text("utf-8")
        (folder / "mkdocs.yml").write_text(
            settings.replace("{huis: site_src/huis}", f"{{huis: site_src/huis, op: {ON_DATE}}}")
        )
        _run(["mkdocs", "build", "--quiet", "-d", "web"], folder)
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        with serve(folder / "web", "/site/", compressed=True) as address:
            yield Studio(browser, folder, address)
        browser.close()


def _chromium() -> str:
    found = ROOT / ".cache" / "chromium"
    return os.environ.get("PROPOSITIE_CHROMIUM") or found.read_text("utf-8").strip()


def save(name: str, image: bytes) -> int:
    """Write a picture as WebP, as fine as its weight allows; return that weight."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(image)) as opened:
        opened.thumbnail((LARGEST, LARGEST))
        for quality in range(85, 20, -5):
            buffer = BytesIO()
            opened.convert("RGB").save(buffer, "WEBP", quality=quality, method=6)
            if buffer.tell() < MAX_BYTES:
                break
    (IMAGES / f"{name}.webp").write_bytes(buffer.getvalue())
    return buffer.tell()


def main(names: list[str]) -> None:
    """Make the pictures that were asked for, or all."""
    with studio() as workshop:
        for name in names or MAKERS:
            print(f"{name}.webp: {save(name, MAKERS[name](workshop)):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
