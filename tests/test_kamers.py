"""The way through the house: which room may know which, and who may know MkDocs, YAML or HTML."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hulp.bouwen import WORTEL

PAKKET = WORTEL / "propositie"

MAG_KENNEN: dict[str, set[str]] = {
    "bevinding": set(),
    "beeld": set(),
    "letter": set(),
    "huis": set(),
    "lezen": {"bevinding", "beeld", "letter", "huis"},
    "keuring": {"bevinding", "huis"},
    "vorm": {"huis", "lezen"},
    "schema": {"huis", "lezen", "vorm"},
    "beheer": {"huis", "vorm", "schema", "uitvoer"},
    "hernoemen": {"bevinding", "huis", "lezen", "vorm"},
    "beginnen": {"huis", "lezen", "keuring", "vorm", "schema", "hernoemen"},
    "handboek": set(),
    "editie": {"huis"},
    "vooruitblik": {"bevinding", "huis", "keuring", "editie"},
    "verslag": {"bevinding", "keuring", "vooruitblik"},
    "proef": set(),
    "uitvoer": {"beeld", "letter", "huis", "editie"},
    "paginas": {"beeld", "huis", "editie", "uitvoer"},
    "controle": {"bevinding", "huis", "lezen", "keuring"},
    "kit": {"bevinding", "beeld", "huis", "lezen", "controle", "editie", "uitvoer", "paginas"},
    "werkboek": {
        "bevinding",
        "huis",
        "lezen",
        "keuring",
        "editie",
        "vooruitblik",
        "uitvoer",
        "paginas",
        "controle",
        "kit",
        "handboek",
    },
}
"""Each room and the rooms it may import; plugin and cli, the doors, may know all."""

VREEMD: dict[str, set[str]] = {
    "mkdocs": {"plugin", "cli"},
    "material": set(),
    "yaml": {"lezen", "paginas", "kit", "cli"},
    "click": {"cli", "kit"},
}
"""Libraries that only these rooms may import."""


def modules() -> list[Path]:
    return sorted(PAKKET.rglob("*.py"))


def kamer(pad: Path) -> str:
    """The room that a file of the package stands in."""
    deel = pad.relative_to(PAKKET).parts[0]
    return deel.removesuffix(".py")


def invoer(pad: Path) -> Iterator[tuple[str, str]]:
    """Yield (room, "") for an import from our own package and ("", library) for any other."""
    diepte = len(pad.relative_to(PAKKET).parts)
    for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if isinstance(knoop, ast.ImportFrom) and knoop.level:
            if knoop.level == diepte:
                namen = [knoop.module] if knoop.module else [a.name for a in knoop.names]
                yield from ((str(n).split(".")[0], "") for n in namen)
        elif isinstance(knoop, ast.ImportFrom):
            yield "", str(knoop.module).split(".")[0]
        elif isinstance(knoop, ast.Import):
            yield from (("", a.name.split(".")[0]) for a in knoop.names)


@pytest.mark.parametrize("pad", modules(), ids=lambda p: p.relative_to(PAKKET).as_posix())
def test_a_room_imports_only_what_stands_before_it(pad: Path) -> None:
    eigen = kamer(pad)
    for ander, vreemd in invoer(pad):
        if ander and eigen in MAG_KENNEN:
            assert ander in MAG_KENNEN[eigen] | {eigen}, f"{eigen} imports {ander}"
        if vreemd in VREEMD:
            assert eigen in VREEMD[vreemd], f"{eigen} imports {vreemd}"


def test_every_room_is_in_the_table() -> None:
    assert {kamer(p) for p in modules()} - {"__init__", "plugin", "cli"} <= set(MAG_KENNEN)


def test_rooms_stand_in_an_order_without_circles() -> None:
    klaar: set[str] = set()
    while len(klaar) < len(MAG_KENNEN):
        nieuw = {k for k, v in MAG_KENNEN.items() if k not in klaar and v <= klaar}
        assert nieuw, set(MAG_KENNEN) - klaar
        klaar |= nieuw
