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
from typing import Any

from playwright.sync_api import Locator, Page

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
        gevonden = (in_ or self.pagina).get_by_role("group", name=naam).first
        gevonden.scroll_into_view_if_needed()
        return gevonden

    def bewaar(self) -> None:
        """Press the button, and wait until the editor is back at the list."""
        self.pagina.get_by_role("button", name="Opslaan").click()
        self.pagina.wait_for_url(re.compile(r"#/collections/[^/]+$"))

    def verschil(self) -> Mapping[str, list[str]]:
        """Which lines went and came, per file that is not as it was."""
        nu: dict[str, Any] = self.pagina.evaluate(_LEES)
        uit = {}
        for pad in sorted({*nu, *self.bestanden}):
            was, is_ = self.bestanden.get(pad, b""), base64.b64decode(nu.get(pad, ""))
            if was != is_:
                regels = unified_diff(
                    was.decode().splitlines(), is_.decode().splitlines(), n=0, lineterm=""
                )
                uit[pad] = [r for r in regels if not r.startswith(("---", "+++", "@@"))]
        return uit

    def schrijf(self, doel: Path) -> Path:
        """Write all files as they are now to `doel`; return the folder of the house."""
        for pad, inhoud in self.pagina.evaluate(_LEES).items():
            bestand = doel / pad
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_bytes(base64.b64decode(inhoud))
        return doel / "site_src" / "huis"
