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

from hulp.bouwen import WORTEL, draai

_MAP = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
_VUL = """async (bestanden) => {
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
_LEES = """async () => {
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


def bouw_met_beheer(doel: Path) -> None:
    """Build the demo with the page switched on, into `doel/site`."""
    doel.mkdir()
    (doel / "site_src").symlink_to(WORTEL / "site_src")
    bewaard = WORTEL / ".cache" / "propositie"
    bewaard.mkdir(parents=True, exist_ok=True)
    (doel / ".cache").mkdir()
    (doel / ".cache" / "propositie").symlink_to(bewaard)
    instellingen = (WORTEL / "mkdocs.yml").read_text("utf-8")
    plugin = "- propositie: {huis: site_src/huis"
    assert plugin in instellingen
    met = "deelbeelden: false, beheer: {repo: welzijn-lindeborg/site}"
    (doel / "mkdocs.yml").write_text(instellingen.replace(plugin, f"{plugin}, {met}"), "utf-8")
    draai(["mkdocs", "build", "--strict"], cwd=doel)


def demobestanden() -> dict[str, bytes]:
    """The files of the demo that staff may change, by their path."""
    paden = sorted(p for p in (WORTEL / "site_src").rglob("*") if p.is_file())
    return {p.relative_to(WORTEL).as_posix(): p.read_bytes() for p in paden}


class Beheer:
    """The editor in a browser page, at work on a copy of the demo."""

    def __init__(self, pagina: Page, adres: str) -> None:
        self.pagina = pagina
        self.adres = f"{adres}beheer/"
        self.bestanden = demobestanden()
        self.mis: list[str] = []
        """Errors in the console, and what was asked of another host."""
        pagina.on("console", self._let_op_console)
        pagina.on("pageerror", lambda fout: self.mis.append(f"script: {fout}"))
        pagina.on("request", self._let_op_gastheer)

    def _let_op_console(self, bericht: ConsoleMessage) -> None:
        if bericht.type == "error":
            self.mis.append(f"console: {bericht.text}")

    def _let_op_gastheer(self, verzoek: Request) -> None:
        deel = urlsplit(verzoek.url)
        if deel.scheme not in {"data", "blob"} and deel.hostname != "127.0.0.1":
            self.mis.append(f"another host: {verzoek.url}")

    def begin(self) -> None:
        """Open the page, and choose the folder."""
        self.pagina.add_init_script(_MAP)
        self.pagina.goto(self.adres)
        inhoud = {p: base64.b64encode(b).decode() for p, b in self.bestanden.items()}
        self.pagina.evaluate(_VUL, inhoud)
        self.pagina.get_by_role("button", name="lokale repository").click()
        self.pagina.get_by_role("button", name="Nieuw").wait_for()

    def open(self, pad: str) -> None:
        """Go to a place in the editor, such as `collections/behoeften/entries/boodschappen`."""
        self.pagina.goto(f"{self.adres}#/{pad}")

    def veld(self, label: str, in_: Locator | None = None) -> Locator:
        """The field with this label; it is mounted once it is in sight."""
        naam = re.compile(rf"[\u2068“]{re.escape(label)}[\u2069”]|^{re.escape(label)}$")
        gevonden = (in_ or self.pagina).get_by_role("group", name=naam)
        self.veld_in_zicht.wait_for()
        for _ in range(60):
            if gevonden.count():
                break
            self.pagina.mouse.move(600, 500)
            self.pagina.mouse.wheel(0, 900)
            self.pagina.wait_for_timeout(50)
        gevonden.first.scroll_into_view_if_needed()
        return gevonden.first

    @property
    def veld_in_zicht(self) -> Locator:
        """The first field of the form."""
        return self.pagina.get_by_role("group", name="Veld “").first

    def bewaar(self) -> None:
        """Press the button, and wait until the editor is back at the list."""
        self.pagina.get_by_role("button", name="Opslaan").click()
        self.pagina.wait_for_url(re.compile(r"#/collections/[^/]+$"))

    def lees(self) -> dict[str, bytes]:
        """The files as they are now."""
        gelezen: dict[str, str] = self.pagina.evaluate(_LEES)
        return {pad: base64.b64decode(inhoud) for pad, inhoud in gelezen.items()}

    def verschil(self) -> Mapping[str, list[str]]:
        """Which lines went and came, per file that is not as in `bestanden`."""
        nu = self.lees()
        uit = {}
        for pad in sorted({*nu, *self.bestanden}):
            was, is_ = self.bestanden.get(pad, b""), nu.get(pad, b"")
            if was != is_:
                regels = unified_diff(
                    was.decode().splitlines(), is_.decode().splitlines(), n=0, lineterm=""
                )
                uit[pad] = [r for r in regels if not r.startswith(("---", "+++", "@@"))]
        return uit

    def schrijf(self, doel: Path) -> Path:
        """Write all files as they are now to `doel`; return the folder of the house."""
        for pad, inhoud in self.lees().items():
            bestand = doel / pad
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_bytes(inhoud)
        return doel / "site_src" / "huis"
