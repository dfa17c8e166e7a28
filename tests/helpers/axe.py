"""What axe has against a page in a browser, by one row of rules for tests and audit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
UNSTICK = "document.querySelectorAll('.belbalk').forEach(b => (b.style.position = 'static'))"
"""A link that the call bar happens to cover can be scrolled free; axe does not know that."""


def violations_of(tab: Page, name: str) -> list[str]:
    """What axe has against the page that is open in `tab`, whose address is `name`."""
    tab.evaluate(UNSTICK)
    result = Axe().run(tab, options=RULES).response
    return [
        f"/{name} {v['id']}: {node['html'][:120]} {_why(node)}"
        for v in result["violations"]
        for node in v["nodes"]
    ]


def find_violations(tab: Page, base: str, addresses: Iterable[str]) -> list[str]:
    """What axe has against the pages at these addresses under `base`."""
    found = []
    for address in addresses:
        tab.goto(base + address)
        found += violations_of(tab, address)
    return found


def _why(node: dict[str, Any]) -> str:
    return "; ".join(c["message"] for c in [*node["any"], *node["all"], *node["none"]])[:200]
