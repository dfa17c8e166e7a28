"""The page on which the house is changed in the browser: built, served, and driven as staff do.

The editor asks for a folder of the computer. It gets one inside the browser (the origin private
file system), filled with the files of the demo, and afterwards those are read back.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

from helpers.build import ROOT, run, write_demo

_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
_FILL = """async (bestanden) => {
  const wortel = await navigator.storage.getDirectory();
  await wortel.getDirectoryHandle(".git", { create: true });
  const schrijf = async ([pad, inhoud]) => {
    const delen = pad.split("/");
    const naam = delen.pop();
    let map = wortel;
    for (const deel of delen) map = await map.getDirectoryHandle(deel, { create: true });
    const bestand = await map.getFileHandle(naam, { create: true });
    const stroom = await bestand.createWritable();
    await stroom.write(Uint8Array.from(atob(inhoud), (t) => t.charCodeAt(0)));
    await stroom.close();
  };
  await Promise.all(Object.entries(bestanden).map(schrijf));
}"""
_READ = """async () => {
  const uit = {};
  const loop = async (map, voor) => {
    for await (const [naam, greep] of map.entries()) {
      if (naam === ".git") continue;
      if (greep.kind === "directory") await loop(greep, `${voor}${naam}/`);
      else {
        const bytes = new Uint8Array(await (await greep.getFile()).arrayBuffer());
        uit[voor + naam] = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
      }
    }
  };
  await loop(await navigator.storage.getDirectory(), "");
  return uit;
}"""


def build_with_forms(target: Path) -> None:
    """Build the demo with the page switched on, into `doel/site`."""
    write_demo(target, ", deelbeelden: false, beheer: {repo: welzijn-lindeborg/site}")
    run(["mkdocs", "build", "--strict"], cwd=target)


def read_demo_files() -> dict[str, bytes]:
    """The files of the demo that staff may change, by their path."""
    paths = sorted(p for p in (ROOT / "site_src").rglob("*") if p.is_file())
    return {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in paths}


class FormsPage:
    """The editor in a browser page, at work on a copy of the demo."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = f"{address}beheer/"
        self.files = read_demo_files()
        self.problems: list[str] = []
        """Errors in the console, and what was asked of another host."""
        page.on("console", self._watch_console)
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        page.on("request", self._watch_host)

    def _watch_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")

    def _watch_host(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "127.0.0.1":
            self.problems.append(f"another host: {request.url}")

    def start(self) -> None:
        """Open the page, and choose the folder."""
        self.page.add_init_script(_FOLDER)
        self.page.goto(self.address)
        contents = {p: base64.b64encode(b).decode() for p, b in self.files.items()}
        self.page.evaluate(_FILL, contents)
        self.page.get_by_role("button", name="op deze computer").click()
        self.page.get_by_role("button", name="Nieuw").wait_for()

    def open(self, path: str) -> None:
        """Go to a place in the editor, such as `collections/behoeften/entries/boodschappen`."""
        self.page.goto(f"{self.address}#/{path}")

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """The field with this label; it is mounted once it is in sight."""
        name = re.compile(rf"[\u2068“]{re.escape(label)}[\u2069”]|^{re.escape(label)}$")
        found = (within or self.page).get_by_role("group", name=name)
        self.first_field.wait_for()
        for _ in range(60):
            if found.count():
                break
            self.page.mouse.move(600, 500)
            self.page.mouse.wheel(0, 900)
            self.page.wait_for_timeout(50)
        found.first.scroll_into_view_if_needed()
        return found.first

    @property
    def first_field(self) -> Locator:
        """The first field of the form."""
        return self.page.get_by_role("group", name="Veld “").first

    def save(self) -> None:
        """Press the button, and wait until the editor is back at the list."""
        self.page.get_by_role("button", name="Opslaan").click()
        self.page.wait_for_url(re.compile(r"#/collections/[^/]+$"))

    def read(self) -> dict[str, bytes]:
        """The files as they are now."""
        parsed: dict[str, str] = self.page.evaluate(_READ)
        return {path: base64.b64decode(contents) for path, contents in parsed.items()}

    def diff(self) -> Mapping[str, list[str]]:
        """Which lines went and came, per file that is not as in `files`."""
        now = self.read()
        result = {}
        for path in sorted({*now, *self.files}):
            before, is_ = self.files.get(path, b""), now.get(path, b"")
            if before != is_:
                lines = unified_diff(
                    before.decode().splitlines(), is_.decode().splitlines(), n=0, lineterm=""
                )
                result[path] = [r for r in lines if not r.startswith(("---", "+++", "@@"))]
        return result

    def write(self, target: Path) -> Path:
        """Write all files as they are now to `target`; return the folder of the house."""
        for path, contents in self.read().items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(contents)
        return target / "site_src" / "huis"
