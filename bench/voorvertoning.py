"""How soon a saved file shows in the browser: `mkdocs serve` on the demo, looked at by Chromium.

Prints, for some saves, the milliseconds from the end of writing until the page shows the new
words, and beside them those of a bare MkDocs with Material (one page, no plugin of ours), which
looks at its files every half second. Run it with `make bench`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from conftest import VLAGGEN, chromium  # the tests know how a browser is found
from hulp.voorvertoning import serveer

WORTEL = Path(__file__).resolve().parent.parent
KAAL = "site_name: Kaal\ndocs_dir: paginas\ntheme: {name: material, font: false}\n"


def main() -> None:
    """Measure and print."""
    vraag = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    vraag.add_argument("--keren", type=int, default=8, help="how many saves")
    keren = vraag.parse_args().keren
    with (
        tempfile.TemporaryDirectory(prefix="voorvertoning-") as tijdelijk,
        sync_playwright() as speler,
    ):
        browser = speler.chromium.launch(executable_path=chromium(), args=VLAGGEN)
        blad = browser.new_page()
        demo, kaal = Path(tijdelijk, "demo"), Path(tijdelijk, "kaal")
        shutil.copytree(WORTEL / "site_src", demo / "site_src")
        shutil.copy(WORTEL / "mkdocs.yml", demo)
        (kaal / "paginas").mkdir(parents=True)
        (kaal / "mkdocs.yml").write_text(KAAL, "utf-8")
        (kaal / "paginas/index.md").write_text("# Begin\n\nBewaard 0.\n", "utf-8")
        gijs = demo / "site_src/huis/medewerkers/gijs.yml"
        meet("demo", blad, demo, "mensen/gijs/", gijs, "Ik stop pas als jij", keren)
        meet("bare Material", blad, kaal, "", kaal / "paginas/index.md", "Bewaard 0", keren)
        browser.close()


def meet(wat: str, blad: Page, map_: Path, adres: str, bestand: Path, zin: str, keren: int) -> None:
    """Save `bestand` some times with another `zin`; print how long each took to show."""
    tijden = []
    tekst = bestand.read_text("utf-8")
    with serveer(map_, "--livereload") as voor:
        blad.goto(voor.adres + adres)
        for keer in range(keren):
            nieuw = f"Bewaard voor keer {keer + 1}"
            bestand.write_text(tekst.replace(zin, nieuw), "utf-8")
            begin = time.perf_counter()
            blad.get_by_text(nieuw).first.wait_for(state="attached")
            tijden.append(1000 * (time.perf_counter() - begin))
        blad.goto("about:blank")
    print(
        f"{wat:14} save to sight: median {median(tijden):5.0f} ms,"
        f" fastest {min(tijden):5.0f}, slowest {max(tijden):5.0f} ({keren} saves)",
        flush=True,
    )


if __name__ == "__main__":
    main()
