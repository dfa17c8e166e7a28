"""The vCard: no text gets out of its field, and no character is cut in two."""

from __future__ import annotations

from typing import Any

import pytest
import vobject

from propositie.huis import Medewerker, Organisatie
from propositie.uitvoer.vcard import REGELLENGTE, vcard

LASTIG = [
    'Jan; de "Rechte", O\'Neill \\ Zn',
    "😀 Vrolijk " * 12,
    "محمد الأمين",
    "Een naam die veel langer is dan wie dan ook ooit op een visitekaartje zou durven zetten",
    "Piet\nBEGIN:VCARD",
    "Ayşe Yılmaz",
]


def kaart_van(naam: str) -> bytes:
    velden: dict[str, Any] = dict.fromkeys(("naam", "roepnaam", "functie", "belofte"), naam)
    mens = Medewerker.model_construct(**velden, id="x", contact=None)
    organisatie = Organisatie.model_construct(**velden)
    return vcard(mens, organisatie, "https://a.example/mensen/x/")


@pytest.mark.parametrize("naam", LASTIG)
def test_every_text_comes_back_as_it_went_in(naam: str) -> None:
    kaart = vobject.readOne(kaart_van(naam).decode("utf-8"))
    assert kaart.fn.value == naam
    assert kaart.title.value == naam
    assert kaart.note.value == naam
    assert kaart.org.value == [naam]
    assert (kaart.n.value.given, kaart.n.value.family) == (
        naam.partition(" ")[0],
        naam.partition(" ")[2],
    )
    assert kaart.url.value == "https://a.example/mensen/x/"
    assert sorted(kaart.contents) == [
        "fn", "n", "nickname", "note", "org", "title", "url", "version",
    ]  # fmt: skip


@pytest.mark.parametrize("naam", LASTIG)
def test_lines_are_short_and_whole_characters(naam: str) -> None:
    for regel in kaart_van(naam).split(b"\r\n"):
        assert len(regel) <= REGELLENGTE
        regel.decode("utf-8")
