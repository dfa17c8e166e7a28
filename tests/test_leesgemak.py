"""Reading ease: Dutch syllables counted as one says them, and Flesch-Douma as it was published."""

from __future__ import annotations

import pytest

from propositie.keuring.leesgemak import leesgemak, lettergrepen

WOORDEN = {
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
    ("woord", "aantal"),
    [(woord, aantal) for aantal, rij in WOORDEN.items() for woord in rij.split()],
)
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_de_formule_van_douma() -> None:
    """Four words of one syllable in one sentence: 206.84 - 0.93 * 4 - 77 * 1."""
    assert leesgemak("De man loopt hier.", 1) == pytest.approx(206.84 - 0.93 * 4 - 77)


def test_korter_is_makkelijker() -> None:
    gewoon = "Je belt ons. Wij komen langs. Dan kijken we samen wat je nodig hebt."
    ambtelijk = (
        "Na telefonische aanmelding realiseren wij een huisbezoek waarin de "
        "ondersteuningsbehoefte gezamenlijk geïnventariseerd wordt."
    )
    assert (leesgemak(gewoon, 5) or 0) > 80
    assert (leesgemak(ambtelijk, 5) or 0) < 20


def test_een_korte_tekst_krijgt_geen_cijfer() -> None:
    assert leesgemak("Kom binnen.", 50) is None
    assert leesgemak("", 1) is None
