"""Where there is no portrait or picture: a window with letters, a drawing that fits; never a head
of nobody."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from helpers.build import ROOT
from helpers.site import make_site
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.huis import addresses, overview_of
from propositie.pages import Site
from propositie.pages.placeholders import (
    SILL,
    TINTS,
    VIGNETTES,
    choose_vignette,
    monogram,
    window_drawing,
)

COMPONENTS = (ROOT / "theme/huis/components.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Roos van Dijk", "RD"),
        ("Samira el Amrani", "SA"),
        ("Jo", "J"),
        ("Anna-Wilhelmina van den Hoogenband-Schimmelpenninck", "AS"),
        ("Ayşe Yılmaz", "AY"),
        ("İlke Öz", "İÖ"),
        ("Олександра Вишневецька", "ОВ"),
        ("王小明", "王"),
        ("عبد الرحمن", "عا"),
        ("roos 't Hart", "RH"),
        ("Wim Postma (58)", "WP"),
        ("  Jo   Bos  ", "JB"),
        ("3D", "·"),
        ("- -", "·"),
        ("", "·"),
    ],
)
def test_the_letters_of_a_name(name: str, letters: str) -> None:
    assert monogram(name) == letters


def test_the_same_person_always_has_the_same_window() -> None:
    first = window_drawing("roos", "Roos van Dijk")
    assert first == window_drawing("roos", "Roos van Dijk")
    # by the id of the file alone, on any machine
    assert (first.tint, first.sill, first.is_right) == ("papier", "lamp", False)
    renamed = window_drawing("roos", "Roos Bakker")
    assert (renamed.letters, renamed.tint, renamed.sill) == ("RB", first.tint, first.sill)


def test_neighbours_have_other_windows() -> None:
    drawings = [window_drawing(f"mens-{n:03}", "Jo Bos") for n in range(960)]
    for one, kinds in (("tint", TINTS), ("sill", SILL), ("is_right", (True, False))):
        seen = Counter(getattr(drawing, one) for drawing in drawings)
        assert set(seen) == set(kinds)
        assert min(seen.values()) > 0.7 * len(drawings) / len(kinds), one


def drawn(name: str) -> dict[str, str]:
    """The drawings in a table of the components, by name."""
    table = re.search(rf"set {name} = {{\n(.*?)\n}} %}}", COMPONENTS, re.S)
    assert table
    return dict(re.findall(r"^  '(\w+)': '(<path.*?/>)',$", table[1], re.M))


def test_everything_that_can_be_chosen_is_drawn() -> None:
    assert set(drawn("on_sill")) == set(SILL)
    assert set(drawn("drawings")) == set(VIGNETTES)
    for name in TINTS[1:]:
        assert f".raam__leeg--{name}{{" in (ROOT / "theme/styles/30-components.css").read_text()


@pytest.mark.parametrize(
    ("vorm", "about", "expected"),
    [
        ([], [], "tafel"),
        (["groep"], ["Iemand om mee te praten"], "tafel"),
        (["individueel"], ["Nederlands leren praten"], "tafel"),
        (["telefonisch"], ["Iemand om mee te praten"], "telefoon"),
        (["telefonisch", "individueel"], ["Verder na een verlies"], "telefoon"),
        (["telefonisch", "groep"], ["Verder na een verlies"], "hart"),
        (["telefonisch", "aan_huis"], [], "telefoon"),
        (["aan_huis", "telefonisch"], [], "deur"),
        (["aan_huis"], ["Kleine klussen in huis"], "deur"),
        (["aan_huis"], ["Boodschappen doen"], "tas"),
        (["groep"], ["Voedselkast"], "tas"),
        (["individueel"], ["Brieven en formulieren"], "post"),
        (["individueel"], ["RONDKOMEN MET JE GELD"], "post"),
        (["aan_huis"], ["Even vrij van de zorg"], "hart"),
        (["groep"], ["Een veilige straat voor kinderen"], "boom"),
        (["groep"], ["Iets anders", "Wandelen met anderen"], "boom"),
        (["groep"], ["Boodschappen in de buurt"], "tas"),
    ],
)
def test_which_drawing_stands_for_a_service(
    vorm: list[str], about: list[str], expected: str
) -> None:
    assert choose_vignette(vorm, about) == expected


# --- on the site -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small house in which nobody has a portrait."""
    files = {"diensten/koffie.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]}
    folder = write_huis(tmp_path_factory.mktemp("leeg") / "huis", files)
    return make_site(folder, ON_DATE, None, share_images=False)


def windows_on(site: Site, address: str) -> list[str]:
    """The windows on a page, as HTML."""
    [page] = [page for page in site.pages if page.address == address]
    return re.findall(r'<svg class="raam__leeg .*?</svg>', page.content, re.S)


def test_who_has_no_portrait_is_named_by_the_window_on_his_own_page(site: Site) -> None:
    large, *others = windows_on(site, "mensen/samira/")
    assert re.search(r'role="img" aria-label="[^"]*Samira[^"]*"', large)
    assert ">SA</text>" in large
    assert others, "he also stands at the foot"
    assert all('aria-hidden="true"' in window for window in others)


def test_where_a_name_stands_beside_it_the_window_is_not_read(site: Site) -> None:
    pages = (
        addresses.HOME, overview_of("medewerkers"), "voor-wie/ouderen/",
        "hulp-bij/boodschappen/", "aanbod/boodschappentaxi/", addresses.CONTACT,
    )  # fmt: skip
    for address in pages:
        windows = windows_on(site, address)
        assert windows, address
        for window in windows:
            assert 'aria-hidden="true"' in window, address
            assert 'role="img"' not in window, address
            assert ">SA</text>" in window, address


def test_a_window_is_a_window_and_never_a_head() -> None:
    """A window is bars, curtains and what stands on the sill: nothing round at the height of a
    face, nothing like shoulders."""
    for file in sorted((ROOT / "theme").rglob("*.html")):
        html = file.read_text("utf-8")
        for window in re.findall(r'<svg class="raam__leeg.*?</svg>', html, re.S):
            assert "<circle" not in window, file
            assert "<ellipse" not in window, file
            outlines = re.findall(r'class="(\w+)"', re.sub(r"<svg[^>]*>", "", window))
            assert set(outlines) <= {"roede", "gordijn"}, file
            assert "on_sill" in window, file
    names = {name.stem for name in Path(ROOT / "theme").rglob("*.svg")}
    assert not {name for name in names if re.search(r"hoofd|persoon|avatar|silhouet", name)}
