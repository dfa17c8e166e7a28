"""An address word stands in one place: its kind's declaration, or the list of other pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.build import ROOT
from propositie.huis import KINDS, addresses, kinds, overview_of
from propositie.werkboek import addresses as werkboek

SOURCES = [
    *(ROOT / "propositie").rglob("*.py"),
    *(p for room in ("theme", "propositie/forms") for p in (ROOT / room).rglob("*.html")),
    *(p for room in ("theme", "propositie/forms") for p in (ROOT / room).rglob("*.js")),
]
WORDS_OF_KINDS = {kind.address for kind in KINDS if kind.address}
OTHER_WORDS = {
    value.rstrip("/")
    for room in (addresses, werkboek)
    for value in vars(room).values()
    if isinstance(value, str) and value.endswith("/")
}
"""Those of pages without a kind."""
DECLARED = {
    "propositie/huis/addresses.py",
    "propositie/werkboek/addresses.py",
    "propositie/handbook/handbook_pages.py",
}
TEMPLATES_IN_THEME = {"kit", "werkboek"}
"""Also folders of the theme, in the name of a template."""


def literals(path: Path) -> Iterator[str]:
    """What stands in quotes in a file, without docstrings."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        without_comments = re.sub(r"\{#.*?#\}", "", text, flags=re.S)
        yield from re.findall(r"""(?<=["'`])[^"'`]*(?=["'`])""", without_comments)
        return
    tree = ast.parse(text)
    bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def addresses_in(path: Path) -> list[str]:
    """The literals of a file that are, or begin, the address of a page."""
    words = WORDS_OF_KINDS | OTHER_WORDS
    return [
        text
        for text in literals(path)
        if (word := text.partition("/")[0]) in words
        and re.fullmatch(r"[a-z-]+/(?:[a-z0-9-]+/)?(?:#.*)?", text)
        and word not in TEMPLATES_IN_THEME
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_source_or_template_writes_the_address_of_a_page(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() not in DECLARED:
        assert addresses_in(path) == []


def test_an_address_follows_from_the_declaration_of_its_kind() -> None:
    assert overview_of("medewerkers") == f"{kinds()['medewerkers'].address}/"
    assert kinds()["diensten"].address_of("bus") == f"{overview_of('diensten')}bus/"
    assert kinds()["usps"].address_of("dichtbij") == f"{overview_of('usps')}#dichtbij"
