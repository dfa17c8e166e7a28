"""Addresses and numbers in a text are links, and nothing else is."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import escape
from PIL import Image

from helpers.pdf import tiny_pdf
from helpers.site import build_site, write_organisatie
from propositie.example import EXAMPLE_FOLDER
from propositie.huis import Internal, kinds, value_types
from propositie.huis.fields import Field, fields_of
from propositie.pages.formatting import link_addresses, render_markdown

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


# --- free pages -------------------------------------------------------------------------------

FREE_PAGE = """# Contact

Mail soep@veen.example, of bel 0599 000 203 & vraag naar Noor.
Zie www.veen.example/een?a=1&b=2 of [bel 0599 000 203](tel:0599000203), niet `www.code.example`.

| Wie | Nummer |
|---|---|
| Balie | 06-12345678 |

    0599 000 204

https://www.veen.example/alleen
"""


def test_a_free_page_has_the_same_links(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/hulp.md").write_text(FREE_PAGE, "utf-8")
    main = (build_site(config_file) / "hulp/index.html").read_text("utf-8").partition("<main")[2]
    main = main.partition("</main")[0]
    assert re.findall(r'href="([^"#]*)"', main) == [
        "mailto:soep@veen.example", "tel:+31599000203", "https://www.veen.example/een?a=1&amp;b=2",
        "tel:0599000203", "tel:+31612345678", "tel:+31599000204", "https://www.veen.example/alleen",
    ]  # fmt: skip
    assert "&amp; vraag naar Noor" in main


# --- texts of one line ------------------------------------------------------------------------


def test_marks_of_markdown_mean_nothing_on_one_line() -> None:
    text = "Bel 0599 000 203 *nu* <b>of</b> [kijk](https://veen.example/a_b_c) & kom"
    linked = link_addresses(text)
    assert re.sub(r"</?a\b[^>]*>", "", linked) == escape(text)
    assert re.findall(r'href="([^"]*)"', linked) == [
        "tel:+31599000203", "https://veen.example/a_b_c",
    ]  # fmt: skip


NUMBER = "0599 000 298"
NOT_PROSE = {
    "adres", "alt", "deskundig_in", "door", "functie", "ik", "naam", "organisatiestructuur", "per",
    "roepnaam", "talen", "titel", "vraag", "vroeger", "medium", "antwoord_binnen", "payoff",
    "werkgebied", "rsin", "afzender", "levensgebeurtenissen",
}  # fmt: skip
"""Names, headings and words of others: nobody puts a number there, and a quote stays as it was."""


def _with_number(values: Any, fields: Iterable[Field]) -> Any:
    """What stands in a file, with a number behind each sentence of ours in it."""
    for field in fields:
        value = values.get(field.key)
        if value is None or field.is_internal or field.key in NOT_PROSE:
            continue
        if field.fields and field.value_type is not value_types.TABLE:
            for group in value if isinstance(value, list) else [value]:
                if isinstance(group, dict):
                    _with_number(group, field.fields)
        elif field.value_type is value_types.LINE:
            parts = value if isinstance(value, list) else [value]
            told = [f"{part} Bel {NUMBER}" for part in parts]
            values[field.key] = told if isinstance(value, list) else told[0]
    return values


class _BareNumbers(HTMLParser):
    """Where a number stands on a page without leading anywhere."""

    VOID = frozenset({"br", "img", "meta", "link", "input", "hr", "source", "wbr"})
    LEAVES = frozenset(
        {"a", "script", "style", "title", "button", "blockquote", "h1", "h2", "h3", "h4"}
    )
    """Links already, words for machines, headings, and what somebody said."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.bare: list[str] = []
        self.linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += [] if tag in self.VOID else [tag]
        self.linked += ("href", "tel:+31599000298") in attrs

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if NUMBER in data and not self.LEAVES & set(self.inside):
            self.bare.append(f"{'/'.join(self.inside[-3:])}: {data.strip()}")


def test_a_number_in_any_sentence_of_ours_can_be_called(tmp_path: Path) -> None:
    """Every field of every kind: a new one counts at once."""
    config_file = write_organisatie(tmp_path)
    brand = (tmp_path / "huis/merk.yml").read_text("utf-8")
    shutil.rmtree(tmp_path / "huis")
    for path in (EXAMPLE_FOLDER / "huis").rglob("*.yml"):
        name = path.relative_to(EXAMPLE_FOLDER / "huis")
        kind = kinds()[name.parts[0].removesuffix(".yml")]
        values = yaml.safe_load(path.read_text("utf-8"))
        if not issubclass(kind.model, Internal):
            _with_number(values, fields_of(kind.model))
        if "deur" in values:  # a door has room for few words, and is a link itself
            values["deur"] = f"Bel {NUMBER}"
        text = json.dumps(values, ensure_ascii=False, default=str)
        (tmp_path / "huis" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "huis" / name).write_text(text, "utf-8")
        for picture in re.findall(r"[\w-]+\.(?:webp|png|jpg)", text):
            image = Image.new("RGB", (800, 1000), "teal")
            image.save(tmp_path / "huis" / name.parent / picture)
    (tmp_path / "huis/merk.yml").write_text(brand, "utf-8")
    (tmp_path / "huis/jaarverslag-2025.pdf").write_bytes(tiny_pdf())
    (tmp_path / "huis/cijfers/ritten.csv").write_text("Jaar;Ritten\n2025;188\n", "utf-8")
    site = build_site(config_file)
    bare, linked = [], 0
    for page in site.rglob("*.html"):
        numbers = _BareNumbers()
        numbers.feed(page.read_text("utf-8"))
        bare += [f"{page.relative_to(site)}: {where}" for where in numbers.bare]
        linked += numbers.linked
    assert bare == []
    assert linked >= 20
