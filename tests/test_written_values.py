"""A hundred prices and moments as people write them: nothing is lost, and nothing invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.inventing.words import _read

VALUES = _read("values.yml")
COUNT = len(VALUES["prijzen"])
DIENST = SMALL_HUIS["diensten/boodschappentaxi.yml"]
SAID_OTHERWISE = {
    "kosteloos", "euro", "per", "van", "tot", "tussen", "en", "maximaal", "op", "elke", "om", "uur",
    "t", "m", "de", "in", "even", "u", "ja", "dag", "hele", "oneven", "max", "vd",
}  # fmt: skip
"""Words that the page says in another way, or by its form."""
DAY_WORDS = {
    "ma": "maandag", "di": "dinsdag", "wo": "woensdag", "vr": "vrijdag", "e": "eerste",
    "dinsdagen": "dinsdag", "s": "", "maandags": "maandag", "werkdagen": "maandag",
    "do": "donderdag", "woe": "woensdag", "dinsdagochtend": "dinsdag",
    "donderdagmiddag": "'s middags",
}  # fmt: skip


def dienst(number: int, price: Any, moment: Any) -> str:
    """A service with a price, a moment and a text; the rest is that of the small house."""
    text = VALUES["teksten"][number % len(VALUES["teksten"])]
    rest = re.sub(r"^prijs:.*\n", "", DIENST, flags=re.M).replace(
        "naam: Boo", f"naam: D{number} Boo"
    )
    return f"{rest}prijs: {json.dumps(price)}\nwanneer: [{json.dumps(moment)}]\n" + (
        f"omschrijving: {json.dumps(text)}\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("waarden")
    files = {
        f"diensten/dienst-{number}.yml": dienst(number, price, moment)
        for number, (price, moment) in enumerate(
            zip(VALUES["prijzen"], VALUES["momenten"], strict=False)
        )
    }
    return build_site(write_organisatie(folder, files))


def texts(value: Any) -> Iterator[str]:
    """Every word that was typed."""
    if isinstance(value, dict):
        value = list(value.values())
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, list | dict):
            yield from texts(item)
        else:
            yield str(item)


def test_there_are_a_hundred() -> None:
    assert COUNT + len(VALUES["momenten"]) >= 118


@pytest.mark.parametrize("number", range(min(COUNT, len(VALUES["momenten"]))))
def test_what_was_typed_stands_on_the_page(site: Path, number: int) -> None:
    page = (site / f"aanbod/dienst-{number}/index.html").read_text("utf-8")
    main = re.sub(r"<script.*?</script>|<svg.*?</svg>", "", page.partition("<main")[2], flags=re.S)
    shown = re.sub(r"<[^>]+>", " ", main).replace("\u00a0", " ").lower()
    shown = shown.replace("&#39;", "'").partition("</main")[0]
    for words in re.findall(r"\w+", VALUES["teksten"][number % len(VALUES["teksten"])].lower()):
        assert words in shown or words in "123", words
    assert "<pre" not in main
    price, moment = VALUES["prijzen"][number], VALUES["momenten"][number]
    for text in [*texts(price), *texts(moment)]:
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            if word not in SAID_OTHERWISE:
                assert DAY_WORDS.get(word, word) in shown, (text, word)
        bare = re.sub(r"\d{4}-\d\d-\d\d|\d\d?-\d\d?-\d{4}|\b1e\b|,-", " ", text)
        for digits in re.findall(r"\d+", bare):
            assert re.search(rf"(?<!\d)0?{int(digits)}(?!\d)", shown.replace("1.250", "1 250")), (
                text
            )
    said = re.sub(r"\s+", " ", shown)
    typed = " ".join(texts(price)).lower()
    if "gratis" in typed and typed.strip("!") != "gratis":
        assert "gratis met meedoenpas" in said or "met meedoenpas" in said or "eerste keer" in said
    if not {"gratis", "kosteloos", "0"} & set(re.findall(r"\w+", typed)):
        assert "gratis" not in said.partition("wat kost")[2][:120]
