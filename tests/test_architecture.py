"""The way through the house: which room may know which, and who may know MkDocs, YAML or HTML."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.build import ROOT

PACKAGE = ROOT / "propositie"

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "harmless": set(),
    "dutch": set(),
    "program": set(),
    "kept": {"program"},
    "progress": set(),
    "stopping": {"progress"},
    "processes": {"progress"},
    "staging": set(),
    "edits": set(),
    "finding": {"harmless", "edits"},
    "isolation": set(),
    "images": {"progress", "isolation"},
    "fonts": set(),
    "documents": set(),
    "huis": set(),
    "reading": {"harmless", "kept", "processes", "finding", "images", "fonts", "documents", "huis"},
    "explaining": {"harmless", "edits", "finding", "huis", "reading"},
    "checks": {"processes", "finding", "huis"},
    "inspection": {
        "kept", "processes", "finding", "huis", "reading", "explaining", "checks",
    },
    "repairing": {"edits", "finding", "reading", "explaining", "inspection"},
    "example": {"huis", "reading"},
    "schema": {"huis", "reading", "example"},
    "renaming": {"edits", "finding", "huis", "reading", "explaining"},
    "scaffold": {
        "edits", "huis", "reading", "explaining",  "example", "schema", "renaming",
    },
    "inventing": {"processes", "reading", "scaffold"},
    "handbook": set(),
    "edition": {"huis"},
    "gate": {"processes", "huis", "edition"},
    "forecast": {"finding", "huis", "checks", "edition"},
    "report": {"harmless", "finding", "forecast"},
    "overview": {"harmless", "finding", "huis"},
    "trial": {"staging"},
    "output": {"program", "progress", "isolation", "images", "fonts", "huis"},
    "forms": {"huis", "handbook", "output"},
    "opendata": {"huis", "edition", "output"},
    "search": set(),
    "pages": {
        "kept", "processes", "images", "huis", "edition", "output", "opendata", "search",
    },
    "kit": {
        "progress", "finding", "images", "huis", "reading", "explaining", "inspection", "edition",
        "output", "pages",
    },
    "werkboek": {
        "finding", "huis", "explaining", "checks", "inspection", "handbook", "edition", "forecast",
        "output", "pages", "kit",
    },
}  # fmt: skip
"""Each room in order, and what it may import besides `errors` and `dutch`: rooms above it. The
doors, which stand last, know all."""
DOORS = ("plugin", "cli")

FOREIGN: dict[str, set[str]] = {
    "mkdocs": {"plugin", "cli"},
    "material": set(),
    "yaml": {"reading", "explaining", "inventing", "search", "pages", "kit", "cli"},
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


def test_no_permission_is_left_that_nobody_uses() -> None:
    used: dict[str, set[str]] = {room: set() for room in MAY_IMPORT}
    for path in modules():
        used.setdefault(room_of(path), set()).update(room for room, _ in imports_of(path))
    assert {room: may - used[room] for room, may in MAY_IMPORT.items() if may - used[room]} == {}


def test_every_room_is_in_the_table() -> None:
    assert {room_of(p) for p in modules()} - {"__init__", *DOORS} == set(MAY_IMPORT)


def test_a_room_stands_below_what_it_imports() -> None:
    above: set[str] = set()
    for room, may in MAY_IMPORT.items():
        assert may <= above, room
        above.add(room)


def test_contributing_shows_every_room_in_this_order() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    shown = re.findall(r"^\| `propositie/([a-z]+)(?:\.py|/)` ", text, re.M)
    assert shown == [*MAY_IMPORT, *DOORS]


def test_the_map_of_the_readme_has_every_room() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"^propositie/([a-z]+)(?:\.py|/) ", text, re.M)
    assert sorted(shown) == sorted([*MAY_IMPORT, *DOORS])
