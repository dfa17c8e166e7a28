"""Reading ease: Dutch syllables counted as one says them, and Flesch-Douma as it was published."""

from __future__ import annotations

import random

import pytest

from propositie.checks.readability import SENTENCE_END, WORD, count_syllables, measure

WORDS = {
    1: "huis jij nieuw eeuw trouw uw kwam straat thuis nu 12 team coach mr",
    2: "bellen mooie boeien haaien bureau cadeau route baby yoga auto zoiets duo station "
    "toilet zeeën service buurthuis website meedoen geïnd",
    3: "museum radio theater ideeën patiënt gezellig aanvragen theorie reünie lyceum "
    "privacy familie video",
    4: "officieel situaties ondersteuning geïnspireerd mantelzorger huishoudboekje "
    "vrijwilliger",
    5: "organisatie boodschappentaxi individueel coördinator industrieterrein "
    "politie-agent",
    6: "geïnteresseerde",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, row in WORDS.items() for word in row.split()],
)
def test_syllables(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_the_formula_of_douma() -> None:
    """Four words of one syllable in one sentence: 206.84 - 0.93 * 4 - 77 * 1."""
    assert measure("De man loopt hier.").ease(1) == pytest.approx(206.84 - 0.93 * 4 - 77)


def test_each_sentence_is_measured() -> None:
    assert measure("Kom binnen. De koffie staat klaar!\n\n").sentences == (2, 4)


PIECES = ["woord", "a", "ja/nee", "3.14", "\n", "\n\n", " ", "  ", "\t", "!", "?", "…", ":", ";",
          '"', "'", "”", "’", ")", "(", "-", "\u2003", "\x85", "_", "x_y", "é", "٣", ".\n",
          "auto’s", ".)", '." ']  # fmt: skip


def test_a_measure_is_what_the_patterns_say() -> None:
    """Splitting at spaces is faster than the patterns, and counts the same."""
    rng = random.Random(1)
    for _ in range(3000):
        text = "".join(rng.choices(PIECES, k=rng.randrange(1, 25)))
        found = measure(text)
        counts = [len(WORD.findall(sentence)) for sentence in SENTENCE_END.split(text)]
        assert list(found.sentences) == [n for n in counts if n], text
        assert sorted(found.words) == sorted(WORD.findall(text)), text


def test_shorter_is_easier() -> None:
    plain = "Je belt ons. Wij komen langs. Dan kijken we samen wat je nodig hebt."
    bureaucratic = (
        "Na telefonische aanmelding realiseren wij een huisbezoek waarin de "
        "ondersteuningsbehoefte gezamenlijk geïnventariseerd wordt."
    )
    assert (measure(plain).ease(5) or 0) > 80
    assert (measure(bureaucratic).ease(5) or 0) < 20


def test_a_short_text_gets_no_score() -> None:
    assert measure("Kom binnen.").ease(50) is None
    assert measure("").ease(1) is None
