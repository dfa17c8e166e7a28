"""One word for one thing: no two classes share a name, and every error stands in one tree."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

from helpers.build import ROOT

PACKAGE = ROOT / "propositie"


def classes() -> dict[str, list[tuple[Path, ast.ClassDef]]]:
    """Every class of the package by its name: where it stands, and its definition."""
    found: dict[str, list[tuple[Path, ast.ClassDef]]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name].append((path.relative_to(PACKAGE), node))
    return found


def bases_of(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).rpartition(".")[2] for base in node.bases}


def test_no_two_classes_share_a_name() -> None:
    shared = {name: [path.as_posix() for path, _ in places]
              for name, places in classes().items() if len(places) > 1}  # fmt: skip
    assert shared == {}


def test_every_error_that_staff_can_cause_stands_in_one_tree() -> None:
    outside = {
        name
        for name, places in classes().items()
        for _, node in places
        if bases_of(node) & {"Exception", "ValueError", "RuntimeError", "LookupError", "OSError"}
    }
    private = {name for name in outside if name.startswith("_")}
    assert outside - private == {"PropositieError"}
