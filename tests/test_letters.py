"""The typeface that goes along: what its files hold, who fetches which, and where it is set."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from helpers.build import ROOT
from helpers.kit import make_kit, medewerker_yaml, pdf
from helpers.site import build_site, write_organisatie
from propositie.output.literata import (
    LETTERS,
    PRINT,
    SCREEN,
    STYLES,
    SUBSETS,
    screen_file,
    screen_letters,
)

PARTS = [(subset, style) for style in STYLES for subset in SUBSETS]


def in_range(letters: str) -> set[int]:
    """The characters of a `unicode-range`."""
    bounds = (part.removeprefix("U+").split("-") for part in letters.split(","))
    return {n for b in bounds for n in range(int(b[0], 16), int(b[-1], 16) + 1)}


@pytest.mark.parametrize(("subset", "style"), PARTS)
def test_a_part_holds_its_own_letters_and_no_more_weights_than_are_asked(
    subset: str, style: str
) -> None:
    font = TTFont(SCREEN / screen_file(subset, style))
    letters = set(font.getBestCmap())
    assert letters <= in_range(SUBSETS[subset])
    axes = (
        [(a.axisTag, a.minValue, a.maxValue) for a in font["fvar"].axes] if "fvar" in font else []
    )
    assert axes == ([] if style == "italic" else [("wght", 400, 600)])
    assert font["OS/2"].usWeightClass == 400


def test_together_the_parts_hold_the_names_of_this_country() -> None:
    names = {
        "latin": "Zoë Müller-Çelik, d’Hondt & Søn: € 3,50 – “één” × 2",
        "latin-ext": "ŽžČčŐőȘșȚțĶķəẞ",
        "latin-ext-polish": "ĄąĆćĘęŁłŃńŚśŹźŻż",
        "latin-ext-turkish": "ŞşĞğİ",
        "vietnamese": "NguyễnThịÁnhTuyếtĐặngƯơ",
        "cyrillic": "ОленаІвановаҐЄї",
    }
    for subset, letters in names.items():
        for style in STYLES:
            held = TTFont(SCREEN / screen_file(subset, style)).getBestCmap()
            others = TTFont(SCREEN / screen_file("latin", style)).getBestCmap()
            assert {t for t in letters if ord(t) not in held and ord(t) not in others} == set()
        for path in PRINT.iterdir():
            assert {t for t in letters if ord(t) not in TTFont(path).getBestCmap()} == set()


def test_every_file_says_whose_it_is_and_its_licence_lies_beside_it() -> None:
    """A site takes the files along without the text, so that they say it themselves."""
    paths = [*SCREEN.iterdir(), *PRINT.iterdir()]
    assert len(paths) == len(PARTS) + 3
    for path in paths:
        names = TTFont(path)["name"]
        assert "The Literata Project Authors" in names.getDebugName(0)
        assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
    licence = (LETTERS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert '"MIT AND OFL-1.1"' in (ROOT / "pyproject.toml").read_text("utf-8")


# --- on the site --------------------------------------------------------------------------------


def test_without_an_own_letter_a_page_loads_literata_first(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    published = {f"assets/{p.name}" for p in (site / "assets").glob("*.woff2")}
    assert published == {file.address for file in screen_letters().files}
    css = next((site / "assets").glob("stijl.*.css")).read_text("utf-8")
    asked = re.findall(r"url\((literata-[^)]+)\)", css)
    assert {f"assets/{name}" for name in asked} == published
    assert css.count("font-display:optional") == len(PARTS)
    first = re.findall(r'rel="preload" href="([^"]+)" as="font"', (site / "index.html").read_text())
    assert first == [screen_letters().files[0].address]
    assert re.fullmatch(r"assets/literata-latin\.\w{10}\.woff2", first[0])


LOADED = "() => document.fonts.ready.then(() => [...document.fonts].filter((f) =>\
 f.family === 'Literata' && f.status === 'loaded').map((f) => f.style + ' ' + f.unicodeRange))"


@pytest.mark.parametrize(
    ("address", "needs_more"), [("mensen/ayse/", True), ("mensen/gijs/", False)]
)
def test_more_letters_are_fetched_only_where_a_name_asks_for_them(
    page: Page, demo_under_path: str, address: str, needs_more: bool
) -> None:
    fetched: list[str] = []
    page.on("requestfinished", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.goto(demo_under_path + address)
    assert any(text.startswith("normal") for text in page.evaluate(LOADED))
    fonts = {name.partition(".")[0] for name in fetched if name.endswith(".woff2")}
    assert {"literata-latin"} <= fonts
    assert ("literata-latin-ext-turkish" in fonts) is needs_more
    assert "literata-latin-ext" not in fonts
    assert not [name for name in fonts if "vietnamese" in name or "cyrillic" in name]


@pytest.mark.parametrize("selector", ["body", "h1", ".knop"])
def test_heading_and_text_are_of_one_letter(
    page: Page, demo_under_path: str, selector: str
) -> None:
    page.goto(f"{demo_under_path}mensen/gijs/")
    family = page.locator(selector).first.evaluate("e => getComputedStyle(e).fontFamily")
    assert family.startswith('Literata, "Literata terugval", Georgia, serif')


# --- in print -----------------------------------------------------------------------------------


def fonts_of(path: Path) -> set[str]:
    """The names of the fonts that a PDF holds."""
    resources: Any = pdf(path).pages[0]["/Resources"]
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for font in resources["/Font"].values()
    }


def test_print_is_set_in_literata_and_in_another_only_what_it_does_not_have(
    tmp_path: Path,
) -> None:
    own = {"Literata-Regular", "Literata-SemiBold", "Literata-Italic"}
    make_kit(tmp_path, id_="samira")
    assert fonts_of(tmp_path / "kit/mensen/samira/folder-a4.pdf") == own
    for name, others in [("Nguyễn Ţuşa Олена", set()), ("Ναταλία", {"LibertinusSerif"})]:
        make_kit(tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam=name)}, id_="samira")
        found = fonts_of(tmp_path / "kit/mensen/samira/folder-a4.pdf")
        assert {font.partition("-")[0] for font in found - own} == others, name
