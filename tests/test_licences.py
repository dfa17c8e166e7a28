"""Licences of dependencies: an expression is met with the list, or it is not."""

from __future__ import annotations

import sys

import pytest

from helpers.build import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from licences import is_allowed, npm_licences, python_licences

ALLOWED = {"MIT", "Apache-2.0", "ISC"}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT AND ISC) OR GPL-3.0-only", True),
        ("GPL-3.0-only AND (MIT OR ISC)", False),
        ("Apache-2.0 AND (MIT OR GPL-3.0-only)", True),
        ("MITIGATED", False),
    ],
)
def test_a_licence_is_met_with_the_list_or_not(licence: str, expected: bool) -> None:
    assert is_allowed(licence, ALLOWED) is expected


def test_every_dependency_is_looked_at() -> None:
    """Of both languages; a package that says nothing is not passed over."""
    assert {"mkdocs", "pydantic", "ruff"} <= python_licences().keys()
    assert {"npm eslint", "npm typescript", "npm lighthouse"} <= npm_licences().keys()
