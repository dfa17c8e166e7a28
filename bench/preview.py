"""How soon a saved file shows in the browser: `mkdocs serve` on the demo, looked at by Chromium.

Prints, for some saves, the milliseconds from the end of writing until the page shows the new
words: for the demo, for houses of 1,000 and 5,000 workers, and beside them for a bare MkDocs with
Material (one page, no plugin of ours), which looks at its files every half second. Also what a
preview of 5,000 workers costs while nobody does anything. Run it with `make bench`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from build_time import invent_workers, write_huis
from playwright.sync_api import Error, Page, sync_playwright

from conftest import FLAGS, chromium  # the tests know how a browser is found
from helpers.preview import serve_preview

ROOT = Path(__file__).resolve().parent.parent
LOOK = 0.005
"""Seconds between two looks at the page."""
PAUSE = 1000
"""Milliseconds between two saves."""
REST = 20
"""Seconds in which nothing happens."""
PLAIN = "site_name: Kaal\ndocs_dir: paginas\ntheme: {name: material, font: false}\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--keren", type=int, default=8, help="how many saves")
    repeats = parser.parse_args().keren
    with (
        tempfile.TemporaryDirectory(prefix="voorvertoning-") as temporary,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        tab = browser.new_page()
        demo, plain = Path(temporary, "demo"), Path(temporary, "kaal")
        shutil.copytree(ROOT / "site_src", demo / "site_src")
        shutil.copy(ROOT / "mkdocs.yml", demo)
        (plain / "paginas").mkdir(parents=True)
        (plain / "mkdocs.yml").write_text(PLAIN, "utf-8")
        (plain / "paginas/index.md").write_text("# Begin\n\nBewaard 0.\n", "utf-8")
        gijs = demo / "site_src/huis/medewerkers/gijs.yml"
        measure("demo", tab, demo, "mensen/gijs/", gijs, "Ik stop pas als jij", repeats)
        for count, bound in ((1000, 250), (5000, 600)):
            large = Path(temporary, f"{count}")
            write_huis(large, invent_workers(count))
            worker = large / "site_src/huis/medewerkers/mens-0007.yml"
            belofte = next(t for t in worker.read_text("utf-8").splitlines() if "belofte:" in t)
            sentence = belofte.removeprefix("belofte: ")
            label = f"N = {count} (<= {bound})"
            measure(label, tab, large, "mensen/mens-0007/", worker, sentence, repeats)
        print(f"at rest, N = 5000: {cost_at_rest(large):.2f} % of a core (<= 0.5)", flush=True)
        measure("bare Material", tab, plain, "", plain / "paginas/index.md", "Bewaard 0", repeats)
        browser.close()


def cost_at_rest(folder: Path) -> float:
    """What a preview uses of a core while nothing happens, in percent."""
    with serve_preview(folder, "--livereload") as preview:
        time.sleep(3)
        before = preview.processor_time()
        time.sleep(REST)
        return 100 * (preview.processor_time() - before) / REST


def shows(tab: Page, words: str) -> bool:
    """Whether the page shows these words now; a page that is going away shows nothing."""
    try:
        return words in tab.content()
    except Error:
        return False


def measure(
    label: str, tab: Page, folder: Path, address: str, file: Path, sentence: str, repeats: int
) -> None:
    """Save `file` some times with another `sentence`; print how long each took to show."""
    times = []
    text = file.read_text("utf-8")
    with serve_preview(folder, "--livereload") as preview:
        tab.goto(preview.address + address)
        for turn in range(repeats):
            new = f"Bewaard voor keer {turn + 1}"
            file.write_text(text.replace(sentence, new), "utf-8")
            start = time.perf_counter()
            while not shows(tab, new):
                time.sleep(LOOK)
            times.append(1000 * (time.perf_counter() - start))
            tab.wait_for_timeout(PAUSE)  # nobody saves ten times a second
        tab.goto("about:blank")
    print(
        f"{label:20} save to sight: median {median(times):5.0f} ms,"
        f" fastest {min(times):5.0f}, slowest {max(times):5.0f} ({repeats} saves)",
        flush=True,
    )


if __name__ == "__main__":
    main()
