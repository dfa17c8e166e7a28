"""What stands where in the window of a browser, and in which letter."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, Page, ViewportSize

SMALL_PHONE: ViewportSize = {"width": 360, "height": 640}
PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
LOW_LAPTOP: ViewportSize = {"width": 1280, "height": 720}

LETTERS = ("", "DejaVu Serif", "DejaVu Sans")
"""The site's own letter, and two that are as wide as any that a machine may have instead."""
_SET_LETTER = """(letter) => {
  const style = document.getElementById("letter-onder-toets") ?? document.createElement("style");
  style.id = "letter-onder-toets";
  style.textContent = letter ? `* { font-family: "${letter}" !important; }` : "";
  document.head.append(style);
}"""


def set_letter(tab: Page, letter: str) -> None:
    """Set the page in another letter, or its own again; for a context with `bypass_csp`."""
    tab.evaluate(_SET_LETTER, letter)


def box_of(element: Locator) -> FloatRect:
    """Where an element stands in the window."""
    box = element.bounding_box()
    assert box is not None, element
    return box


def bottom_of(element: Locator) -> float:
    """Where an element ends, from the top of the window."""
    box = box_of(element)
    return box["y"] + box["height"]


def end_of_screen(tab: Page) -> float:
    """How far down one sees: the call bar of a phone covers the foot of its window."""
    assert tab.viewport_size is not None
    bar = tab.locator(".belbalk")
    return box_of(bar)["y"] if bar.is_visible() else tab.viewport_size["height"]
