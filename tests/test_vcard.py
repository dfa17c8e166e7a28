"""The vCard: no text gets out of its field, and no character is cut in two."""

from __future__ import annotations

from typing import Any

import pytest
import vobject

from propositie.huis import Medewerker, Organisatie
from propositie.output.vcard import LINE_LENGTH, vcard

TRICKY = [
    'Jan; de "Rechte", O\'Neill \\ Zn',
    "😀 Vrolijk " * 12,
    "محمد الأمين",
    "Een naam die veel langer is dan wie dan ook ooit op een visitekaartje zou durven zetten",
    "Piet\nBEGIN:VCARD",
    "Ayşe Yılmaz",
]


def card_of(name: str) -> bytes:
    fields: dict[str, Any] = dict.fromkeys(("naam", "roepnaam", "functie", "belofte"), name)
    medewerker = Medewerker.model_construct(**fields, id="x", contact=None)
    organisatie = Organisatie.model_construct(**fields)
    return vcard(medewerker, organisatie, "https://a.example/mensen/x/")


@pytest.mark.parametrize("name", TRICKY)
def test_every_text_comes_back_as_it_went_in(name: str) -> None:
    card = vobject.readOne(card_of(name).decode("utf-8"))
    assert card.fn.value == name
    assert card.title.value == name
    assert card.note.value == name
    assert card.org.value == [name]
    assert (card.n.value.given, card.n.value.family) == (
        name.partition(" ")[0],
        name.partition(" ")[2],
    )
    assert card.url.value == "https://a.example/mensen/x/"
    assert sorted(card.contents) == [
        "fn", "n", "nickname", "note", "org", "title", "url", "version",
    ]  # fmt: skip


@pytest.mark.parametrize("name", TRICKY)
def test_lines_are_short_and_whole_characters(name: str) -> None:
    for line in card_of(name).split(b"\r\n"):
        assert len(line) <= LINE_LENGTH
        line.decode("utf-8")
