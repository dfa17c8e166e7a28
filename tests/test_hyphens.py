"""Where a long word may break: only long ones, only where Dutch allows, and nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from propositie.output.cache import Cache
from propositie.output.hyphens import SOFT_HYPHEN, Hyphens

WORDS = ["Activiteiten", "Mantelzorgers", "Vrijwilligersacademie", "Cliëntondersteuning",
         "Олександра", "Κωνσταντίνα", "Θεοδώρα"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "on_a_door", "as_headline"),
    [
        ("Ouders", "Ouders", "Ouders"),
        ("Mantelzorgers", "Man-tel-zor-gers", "Mantelzorgers"),
        ("De Vrijwilligersacademie", "De Vrij-wil-li-gers-aca-de-mie",
         "De Vrij-wil-li-gers-aca-de-mie"),
        ("Onbekendewoorden", "Onbekendewoorden", "Onbekendewoorden"),
        ("Олександра", "Олек-сан-дра", "Олександра"),
        ("Θεοδώρα", "Θεο-δώρα", "Θεοδώρα"),
        ("Κωνσταντίνα", "Κων-στα-ντίνα", "Κωνσταντίνα"),
    ],
)  # fmt: skip
def test_long_words_may_break(text: str, on_a_door: str, as_headline: str) -> None:
    hyphens = Hyphens(WORDS, Cache())
    assert hyphens.in_narrow_place(text).replace(SOFT_HYPHEN, "-") == on_a_door
    assert hyphens.in_headline(text).replace(SOFT_HYPHEN, "-") == as_headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [("huisartsen", "huisartsen"), ("Coördinatoren", "Coör-di-na-to-ren")],
)
def test_beside_a_window_a_word_breaks_that_is_wider(text: str, expected: str) -> None:
    broken = Hyphens(["huisartsen", "Coördinatoren"], Cache()).beside_a_window(text)
    assert broken.replace(SOFT_HYPHEN, "-") == expected


def test_no_letter_is_changed_and_the_ends_stay_whole() -> None:
    hyphens = Hyphens(WORDS, Cache())
    for word in WORDS:
        broken = hyphens.in_narrow_place(word)
        assert broken.replace(SOFT_HYPHEN, "") == word
        parts = broken.split(SOFT_HYPHEN)
        assert min(len(parts[0]), len(parts[-1])) >= 3


def test_the_patterns_are_read_for_a_new_word_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[list[str]] = []

    def count(words: list[str]) -> dict[str, str]:
        read.append(list(words))
        return {word: word for word in words}

    monkeypatch.setattr("propositie.output.hyphens._break", count)
    for texts in (WORDS, list(reversed(WORDS)), [*WORDS, "Nieuwkomers"], ["kort"]):
        Hyphens(texts, Cache(tmp_path / "cache"))
    assert [len(words) for words in read] == [len(WORDS), len(WORDS) + 1]
