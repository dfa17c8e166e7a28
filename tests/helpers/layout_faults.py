"""What is wrong with the layout of a page at a width, as one looks at it in a browser.

A fault is one of these: the page is wider than its window (`wide`), or something in it stands
outside (`outside`); text is cut off (`cut`) or comes out of its box (`spilled`); a word goes on in
the next line without a hyphen (`broken`); two texts are over each other (`over`); what one taps is
small (`small`). What may scroll sideways by itself, what is for a screen reader only, and the call
bar that sticks to the foot, are let be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SMALLEST = {"alone": 44, "inSentence": 24}
"""How large what one taps has to be, in pixels: when it stands alone, and in a sentence. A link in
a line may be as narrow as its words, down to the latter."""

_SCRIPT = Path(__file__).with_suffix(".js")


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """Something that is wrong with a page at a width."""

    page: str
    """The address of the page, seen from the root of its site."""
    width: int
    kind: str
    selector: str
    text: str
    what: str

    def __str__(self) -> str:
        words = f" “{self.text}”" if self.text else ""
        return f"/{self.page} at {self.width} px: {self.kind} {self.selector}{words}: {self.what}"


def find_layout_faults(tab: Page, name: str) -> list[LayoutFault]:
    """What is wrong with the page that is open in `tab`, whose address is `name`, at the width of
    its window. Fold-outs are opened."""
    assert tab.viewport_size is not None
    width = tab.viewport_size["width"]
    found = tab.evaluate(_script(), SMALLEST)
    return [LayoutFault(name, width, **fault) for fault in found]


@cache
def _script() -> str:
    return _SCRIPT.read_text("utf-8")


def addresses_of(site: Path) -> list[str]:
    """Every page of a built site, also the one that says that a page is not there; without those
    that lead on at once."""
    return [
        re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site).as_posix())
        for file in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]
