"""The way through the house: which room may know which, and who may know MkDocs, YAML or HTML."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.build import ROOT

PACKAGE = ROOT / "propositie"

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "dutch": set(),
    "edits": set(),
    "finding": {"dutch", "edits"},
    "images": set(),
    "fonts": set(),
    "huis": set(),
    "reading": {"finding", "images", "fonts", "huis"},
    "explaining": {"edits", "finding", "huis", "reading"},
    "checks": {"finding", "huis"},
    "fields": {"huis", "reading"},
    "schema": {"huis", "reading", "fields"},
    "forms": {"huis", "fields", "schema", "output"},
    "renaming": {"edits", "finding", "huis", "reading", "explaining", "fields"},
    "scaffold": {"huis", "reading", "explaining", "checks", "fields", "schema", "renaming"},
    "handbook": set(),
    "edition": {"huis"},
    "forecast": {"finding", "huis", "checks", "edition"},
    "report": {"finding", "checks", "forecast"},
    "repairing": {"edits", "finding", "reading", "explaining", "inspection"},
    "trial": set(),
    "output": {"images", "fonts", "huis", "edition"},
    "pages": {"images", "huis", "edition", "output"},
    "inspection": {"finding", "huis", "reading", "explaining", "checks"},
    "kit": {
        "finding",
        "images",
        "huis",
        "reading",
        "explaining",
        "inspection",
        "edition",
        "output",
        "pages",
    },
    "werkboek": {
        "finding",
        "huis",
        "reading",
        "explaining",
        "checks",
        "edition",
        "forecast",
        "output",
        "pages",
        "inspection",
        "kit",
        "handbook",
    },
}
"""Each room and what it may import besides `errors` and `dutch`; the doors know all."""

FOREIGN: dict[str, set[str]] = {
    "mkdocs": {"plugin", "cli"},
    "material": set(),
    "yaml": {"reading", "explaining", "pages", "kit", "cli"},
    "click": {"cli", "kit"},
}
"""Libraries that only these rooms may import."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room that a file of the package stands in."""
    part = path.relative_to(PACKAGE).parts[0]
    return part.removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (room, "") for an import from our own package and ("", library) for any other."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            if node.level == depth:
                names = [node.module] if node.module else [a.name for a in node.names]
                yield from ((str(n).split(".")[0], "") for n in names)
        elif isinstance(node, ast.ImportFrom):
            yield "", str(node.module).split(".")[0]
        elif isinstance(node, ast.Import):
            yield from (("", a.name.split(".")[0]) for a in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_stands_before_it(path: Path) -> None:
    own = room_of(path)
    for other, foreign in imports_of(path):
        if other and own in MAY_IMPORT:
            assert other in MAY_IMPORT[own] | {own, "errors", "dutch"}, f"{own} imports {other}"
        if foreign in FOREIGN:
            assert own in FOREIGN[foreign], f"{own} imports {foreign}"


def test_every_room_is_in_the_table() -> None:
    assert {room_of(p) for p in modules()} - {"__init__", "plugin", "cli"} <= set(MAY_IMPORT)


def test_rooms_stand_in_an_order_without_circles() -> None:
    done: set[str] = set()
    while len(done) < len(MAY_IMPORT):
        new = {k for k, v in MAY_IMPORT.items() if k not in done and v <= done}
        assert new, set(MAY_IMPORT) - done
        done |= new
