"""Addresses and numbers in a text are links, and nothing else is."""

from __future__ import annotations

import re

import pytest

from propositie.pages.formatting import render_markdown

LINKS = {
    "Kijk op www.veen.example/soep.": ["https://www.veen.example/soep"],
    "Zie https://soep.example/agenda, of bel.": ["https://soep.example/agenda"],
    "(www.veen.nl)": ["https://www.veen.nl"],
    "Mail soep@veen.example voor een plek": ["mailto:soep@veen.example"],
    "Bel 0599 000 203.": ["tel:+31599000203"],
    "06-12345678": ["tel:+31612345678"],
    "0599000203": ["tel:+31599000203"],
    "+31 6 12345678": ["tel:+31612345678"],
    "Bel 0599 000 203 of 0599 000 204": ["tel:+31599000203", "tel:+31599000204"],
    "[bel 0599 000 203](tel:0599000203)": ["tel:0599000203"],
    "**Bel 0599 000 203**": ["tel:+31599000203"],
    "- lijst met www.veen.nl": ["https://www.veen.nl"],
}
NO_LINKS = [
    "Dat is klaar.De rest komt later.", "Om 9.30 uur, op 12-11-2026", "Het kost 1.250,00 of € 0,75",
    "Rekening NL00 BANK 0123 4567 89", "Nummer 0123456789012", "`www.veen.nl`", "//veen.nl",
    "javascript:alert(1)", "ftp://veen.nl", "2026-01-02 t/m 2026-03-04", "naam@", "@naam", "www.",
    "    www.veen.nl", "01/02/2026 03/04/2026",
]  # fmt: skip


@pytest.mark.parametrize(("text", "addresses"), LINKS.items())
def test_what_is_an_address_is_a_link(text: str, addresses: list[str]) -> None:
    assert re.findall(r'href="([^"]*)"', render_markdown(text)) == addresses


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_none_stays_text(text: str) -> None:
    assert "<a" not in render_markdown(text)


def test_the_words_stay_as_typed() -> None:
    text = "Bel 0599 000 203 of kijk op www.veen.example/een?a=1&b=2 & verder."
    bare = re.sub(r"<[^>]+>", "", render_markdown(text)).strip()
    assert bare == text.replace("&", "&amp;")


@pytest.mark.parametrize("bullet", ["•", "▪", "·", "–", "●"])
def test_bullets_of_a_word_processor_make_a_list(bullet: str) -> None:
    text = f"Ik help bij:\n{bullet} brieven\n{bullet}\u00a0toeslagen"
    assert re.findall(r"<li>(\w+)</li>", render_markdown(text)) == ["brieven", "toeslagen"]


def test_a_dash_in_a_sentence_makes_none() -> None:
    assert "<li>" not in render_markdown("Van 9 – 12 uur\n–en verder")
