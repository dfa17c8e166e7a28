"""The short way through a YAML text gives what the long way gives, or leaves the text to it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from helpers.build import ROOT
from helpers.small_huis import SMALL_HUIS
from propositie.reading.errors import YamlError
from propositie.reading.plain_tree import parse_plain
from propositie.reading.tree import MAX_DEPTH, Locations, Seen, Tree, parse_tree

DEMO = sorted((ROOT / "site_src/huis").rglob("*.yml"))
MESSAGES = sorted((ROOT / "tests/messages").glob("*.yml"))
SIGNS = [*":-#&*!|>'\"%@`{}[],? \n\t", "\n  ", "\n- ", ": ", " - ", " #", "---\n", "...\n",
         '"\\x01"', '""', "''", "[]", "{}", "~", "\u2028", "k: v\n", "\ufeff", "? a\n"]  # fmt: skip


def long_way(text: str) -> tuple[Tree | None, Seen] | None:
    """What the long way gives, and what it saw; None for a text that it refuses."""
    seen = Seen()
    try:  # who asks for places takes the long way
        return parse_tree(text, Locations(), seen), seen
    except YamlError:
        return None


def assert_same(text: str) -> bool:
    """Whether the short way was taken; whoever reads gets the same by either."""
    seen = Seen()
    try:
        found = parse_tree(text, seen=seen), seen
    except YamlError:
        assert long_way(text) is None
        return False
    assert long_way(text) == found
    return parse_plain(text, MAX_DEPTH) is not None


def test_the_demo_takes_the_short_way() -> None:
    assert all(assert_same(path.read_text("utf-8")) for path in DEMO)


@pytest.mark.parametrize("part", range(4))
def test_the_golden_cases(part: int) -> None:
    for path in MESSAGES[part::4]:
        case = yaml.safe_load(path.read_text("utf-8"))
        for text in (case.get("huis") or {}).values():
            assert_same(text or "")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_typed(seed: int) -> None:
    rng = random.Random(seed)
    texts = [*SMALL_HUIS.values()]
    short = 0
    for _ in range(400):
        text = rng.choice(texts)
        for _ in range(rng.randrange(1, 4)):
            place = rng.randrange(len(text) + 1)
            text = text[:place] + rng.choice(SIGNS) + text[place + rng.randrange(3) :]
        short += assert_same(text)
    assert 20 < short < 380


@pytest.mark.parametrize(
    "text",
    [
        "", "# niets\n", "los", "- a\n", "a:\n", "a: 1\na: 2\n", "a: &x b\n", "a: *x\n",
        "a: !t b\n",
        "a: b\n---\nc: d\n", "a: []\n", "a: '' \n", 'a: "\\x01"\n', "a: De #1 van\n", "[a]: b\n",
        "a: b\n  - c\n", "a: [b\n", '"": b\n', "a" + ": {a" * 13 + ": b" + "}" * 13,
    ],
)  # fmt: skip
def test_what_asks_for_a_second_look_takes_the_long_way(text: str) -> None:
    assert parse_plain(text, MAX_DEPTH) is None


def test_there_are_files_to_try(tmp_path: Path) -> None:
    assert len(DEMO) > 20
    assert len(MESSAGES) > 300
