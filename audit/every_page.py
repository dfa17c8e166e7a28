"""Every page of four houses, at every width, light and dark, in three letters; axe on each.

Run by itself with `python -m audit.every_page CHROMIUM [HOUSE...]`; `make audit` does so too.
It prints a line for each house, then the faults; a fault that many pages share is told once.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from audit.sites import build_for_every_page, path_of
from helpers.axe import violations_of
from helpers.layout_faults import LayoutFault, addresses_of, find_layout_faults
from helpers.server import serve

WIDTHS = (320, 360, 390, 768, 1024, 1280, 1920)
SCHEMES: Sequence[Literal["light", "dark"]] = ("light", "dark")
LETTERS = ("", "DejaVu Serif", "DejaVu Sans")
"""The site's own letter, and two that are as wide as any that a machine may have instead."""
HEIGHT = 800
AXE_WIDTHS = {"light": 360, "dark": 1280}
KINDS = ("wide", "outside", "cut", "spilled", "broken", "over", "small")
WORKERS = 2
PER_TURN = 8
"""How many pages a browser looks at before it tells what it found."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.*"]

_ROW = "{:<8} {:>6} {:>7}" + " {:>8}" * len(KINDS) + " {:>5} {:>8}"
HEADER = _ROW.format("site", "pages", "looks", *KINDS, "axe", "seconds")
_LETTER_ID = "letter-onder-toets"
_SET_LETTER = f"""(letter) => {{
  const style = document.getElementById("{_LETTER_ID}") ?? document.createElement("style");
  style.id = "{_LETTER_ID}";
  style.textContent = letter ? `* {{ font-family: "${{letter}}" !important; }}` : "";
  document.head.append(style);
}}"""


@dataclass
class Found:
    """What was found on some pages."""

    looks: int = 0
    faults: list[tuple[LayoutFault, str]] = field(default_factory=list)
    """Each with the letter and scheme in which it was seen."""
    violations: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Count what was found on other pages too."""
        self.looks += other.looks
        self.faults += other.faults
        self.violations += other.violations

    def summaries(self) -> Iterator[str]:
        """A sentence for each fault; what looks the same on many pages is one fault."""
        seen: Counter[tuple[str, str]] = Counter((f.kind, f.selector) for f, _ in self.faults)
        widths: dict[tuple[str, str], set[int]] = {}
        first: dict[tuple[str, str], str] = {}
        for fault, how in self.faults:
            key = fault.kind, fault.selector
            widths.setdefault(key, set()).add(fault.width)
            first.setdefault(key, f"{fault} ({how})")
        for key, count in seen.most_common():
            yield f"{first[key]}; {count} times, widths {sorted(widths[key])}"
        yield from dict.fromkeys(self.violations)


def look_at(chromium: str, base: str, addresses: Sequence[str]) -> Found:
    """Look at some pages in a browser of its own; for another process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        found = Found()
        for scheme in SCHEMES:
            found.add(_look_in_scheme(browser, base, addresses, scheme))
        browser.close()
    return found


def _look_in_scheme(
    browser: Browser, base: str, addresses: Sequence[str], scheme: Literal["light", "dark"]
) -> Found:
    """Look at pages in a window that becomes wider; each is opened once."""
    found = Found()
    with browser.new_context(
        locale="nl-NL", color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        tab = context.new_page()
        for address in addresses:
            tab.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
            tab.goto(base + address)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": HEIGHT})
                for letter in LETTERS:
                    how = f"{letter or 'own letter'}, {scheme}"
                    found.faults += [(f, how) for f in _look(tab, address, letter)]
                    found.looks += 1
            tab.set_viewport_size({"width": AXE_WIDTHS[scheme], "height": HEIGHT})
            tab.goto(base + address)
            found.violations += violations_of(tab, address)
    return found


def _look(tab: Page, address: str, letter: str) -> list[LayoutFault]:
    tab.evaluate(_SET_LETTER, letter)
    return find_layout_faults(tab, address)


def look_at_site(chromium: str, folder: Path) -> Found:
    """Look at every page of a built site, with two browsers."""
    found, addresses = Found(), addresses_of(folder)
    with (
        serve(folder, path_of(folder), compressed=True) as base,
        ProcessPoolExecutor(max_workers=WORKERS) as pool,
    ):
        turns = [
            pool.submit(look_at, chromium, base, addresses[start : start + PER_TURN])
            for start in range(0, len(addresses), PER_TURN)
        ]
        for turn in turns:
            found.add(turn.result())
    return found


def audit_every_page(chromium: str, sites: Mapping[str, Path]) -> int:
    """Look at every page of these sites and print what is found; return how much that is."""
    print(HEADER, flush=True)
    told: list[str] = []
    for name, folder in sites.items():
        start = time.monotonic()
        found = look_at_site(chromium, folder)
        per_kind = Counter(fault.kind for fault, _ in found.faults)
        counts = [per_kind[kind] for kind in KINDS]
        print(_ROW.format(
            name, len(addresses_of(folder)), found.looks, *counts, len(found.violations),
            f"{time.monotonic() - start:.0f}",
        ), flush=True)  # fmt: skip
        told += [f"{name}: {line}" for line in found.summaries()]
    print("", *(f"  {line}" for line in told), sep="\n")
    print(f"{len(told)} faults of layout or axe")
    return len(told)


def main(chromium: str, *names: str) -> int:
    """Build the houses of these names (all without any) and look at them; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="audit-pages-") as folder:
        return 1 if audit_every_page(chromium, build_for_every_page(Path(folder), names)) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
