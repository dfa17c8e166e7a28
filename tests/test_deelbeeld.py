"""Share pictures: every page its own, in any script, never cut off, never a portrait too many."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from propositie.uitvoer import deelbeeld, drukpers
from propositie.uitvoer.cache import Cache
from propositie.uitvoer.deelbeeld import MEEST, Deel, Merkbeeld, Portret, deelbeelden
from propositie.uitvoer.palet import palet

MERK = Merkbeeld("Welzijn Veenrand", palet("#1f5c4d", "#c77f1a")["licht"])
BASIS = "https://veenrand.example/repo/"


def beeld(deel: Deel, merk: Merkbeeld = MERK) -> Image.Image:
    """The share picture of some words, unpacked by Pillow."""
    (klaar,) = deelbeelden([deel], merk, Cache())
    assert klaar is not None
    plaatje = Image.open(io.BytesIO(klaar[0].inhoud))
    plaatje.load()
    assert plaatje.format == "PNG"
    assert plaatje.size == (klaar[1].breedte, klaar[1].hoogte) == (1200, 630)
    assert not {"exif", "icc_profile"} & set(plaatje.info)
    return plaatje.convert("RGB")


@cache
def leeg_huis() -> Image.Image:
    """A share picture without its words."""
    with pytest.MonkeyPatch.context() as anders:
        zonder = deelbeeld._bron().replace("passend(deel, breed, 346pt)", "[]")
        anders.setattr(deelbeeld, "_bron", lambda: zonder)
        return beeld(Deel("x"))


def inkt(deel: Deel) -> tuple[int, int, int, int]:
    """The box of all that the words add to the empty house."""
    vak = verschil(beeld(deel), leeg_huis())
    assert vak is not None
    return vak


def verschil(een: Image.Image, ander: Image.Image) -> tuple[int, int, int, int] | None:
    """The box in which two pictures differ clearly: not by the softness of an edge."""
    grijs = ImageChops.difference(een, ander).convert("L")
    return grijs.point(lambda v: 255 if v > 60 else 0).getbbox()


MOEILIJK = {
    "gewoon": "Hoe krijg ik die zware tassen thuis?",
    "lang": "Hoe krijg ik die zware tassen nog thuis nu de bus niet meer door onze straat rijdt "
            "en mijn dochter alleen op zondag langs kan komen om met mij mee te gaan? " * 3,
    "een woord": "Vrijwilligersorganisatieondersteuningsmedewerkersoverlegstructuurcommissie" * 2,
    "breed": "W" * 24 + " " + "M" * 23,
    "arabisch": "شكرا جزيلا على المساعدة في كتابة الرسالة",
    "deels chinees": "Mevrouw 王 in Nieuwedijk",
    "emoji": "Tassen 🛍️ en koffie ☕ met 👩‍👩‍👧",
    "turks": "Ayşe Yılmaz-Gökçeoğlu İğdır",
    "vietnamees": "Nguyễn Thị Ánh Tuyết",
    "omgekeerd": "\u202e\u2066om\u200f en om\u2028nieuw\x07\ud83d",
    "typst": '#panic("x") $a^2$ #import "/etc/passwd" \\ *vet* _schuin_ <a> @b // /* `x`',
    "stapel": "z" + "\u0301" * 60,
}  # fmt: skip


@pytest.mark.parametrize("vorm", ["gewoon", "vraag", "mens"])
@pytest.mark.parametrize("soort", MOEILIJK)
def test_all_words_stand_inside_the_walls(soort: str, vorm: deelbeeld.Vorm) -> None:
    tekst = MOEILIJK[soort]
    links, boven, rechts, onder = inkt(Deel(tekst, tekst, tekst, vorm))
    assert links >= 90
    assert rechts <= 990, "the door stands free"
    assert boven >= 150
    assert onder <= 535
    assert rechts - links > 20


def test_typst_never_cuts_words_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made without its guard, the block of words is as it was: there was nothing to cut."""
    deel = Deel(MOEILIJK["lang"], MOEILIJK["een woord"], MOEILIJK["lang"], "mens")
    monkeypatch.setattr(deelbeeld, "_klein", lambda png: png)
    met = beeld(deel)
    bron = deelbeeld._bron()
    monkeypatch.setattr(deelbeeld, "_bron", lambda: bron.replace("clip: true", "clip: false"))
    assert verschil(met, beeld(deel)) is None


def test_what_was_typed_is_set_as_text() -> None:
    """Commands of the typesetter are words like others."""
    links, _, rechts, _ = inkt(Deel('#panic("x")'))
    assert rechts - links > 200


def test_what_no_font_has_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deelbeeld, "zetbaar", lambda t, alle: t in drukpers.GEWOON)
    assert deelbeeld._zetsel("Anna 王 de Vries 🛍️ hier 👩‍👧", 50, True) == "Anna de Vries hier"
    assert inkt(Deel("Anna 王")) == inkt(Deel("Anna"))
    assert deelbeelden([Deel("我怎样"), Deel("")], MERK, Cache()) == [None, None]


def test_a_font_is_looked_for_once_per_character() -> None:
    assert drukpers.zetbaar("é", False)
    assert drukpers.zetbaar("ş", False)
    assert not drukpers.zetbaar("王", False)


def test_words_that_cannot_be_set_leave_the_others_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    druk = drukpers.druk_png

    def breekt(bron: str, gegevens: Mapping[str, object], *rest: object, **opties: bool) -> object:
        if "STUK" in str(gegevens):
            raise drukpers.DrukFout("no")
        return druk(bron, gegevens, *rest, **opties)  # type: ignore[arg-type]

    monkeypatch.setattr(deelbeeld, "druk_png", breekt)
    klaar = deelbeelden([Deel("Een"), Deel("STUK"), Deel("Twee")], MERK, Cache())
    assert [k is not None for k in klaar] == [True, False, True]


def test_a_portrait_stands_in_its_window() -> None:
    rood = io.BytesIO()
    Image.new("RGB", (360, 450), (220, 20, 30)).save(rood, "JPEG")
    portret = Portret("x", ".jpg", rood.getvalue)
    plaatje = beeld(Deel("Samira", "Ik bel.", "buurtwerker", "mens", portret))
    r, g, b = plaatje.getpixel((240, 400))  # type: ignore[misc]
    assert r > 190
    assert max(g, b) < 60
    assert plaatje.getpixel((112, 182)) == plaatje.getpixel((90, 182)), "outside its arch: wall"


def test_the_second_time_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    delen = [Deel("Een"), Deel("Twee"), Deel("Een")]
    eerste = deelbeelden(delen, MERK, Cache(tmp_path))
    assert len({k[0].adres for k in eerste if k}) == 2
    monkeypatch.setattr(deelbeeld, "druk_png", None)
    assert deelbeelden(delen, MERK, Cache(tmp_path)) == eerste


# --- on the site --------------------------------------------------------------------------------


def gedeeld(html: str) -> dict[str, str]:
    """What a page says about its share picture."""
    return {
        naam: unescape(waarde)
        for naam, waarde in re.findall(
            r'<meta (?:property|name)="((?:og:image|twitter)[\w:]*)" content="([^"]*)">', html
        )
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("gedeeld")
    portret = "portret: {{bestand: p.png, alt: S, toestemming: {{datum: 2026-01-01{}}}}}\n"
    samira = KLEIN_HUIS["medewerkers/samira.yml"]
    huis: dict[str, str | None] = {
        "medewerkers/samira.yml": samira + portret.format(""),
        "medewerkers/yara.yml": samira.replace("Samira El Amrani", "Yara 王 😀 ياسمين")
        + portret.format(", ingetrokken: 2026-02-01").replace("p.png", "q.png"),
    }
    instelling = schrijf_organisatie(map_, huis)
    Image.new("RGB", (400, 500), (220, 20, 30)).save(map_ / "huis/medewerkers/p.png")
    Image.new("RGB", (400, 500), (20, 30, 220)).save(map_ / "huis/medewerkers/q.png")
    return bouw_site(instelling)


def kleur(site: Path, adres: str) -> tuple[int, int, int]:
    """The colour where the window of a share picture is."""
    url = gedeeld((site / adres / "index.html").read_text("utf-8"))["og:image"]
    with Image.open(site / url.removeprefix(BASIS)) as plaatje:
        rgb = plaatje.convert("RGB").getpixel((240, 400))
    assert isinstance(rgb, tuple)
    return rgb[0], rgb[1], rgb[2]


def test_every_page_has_a_share_picture_with_a_whole_address(site: Path) -> None:
    paginas = [p for p in site.rglob("index.html") if "search" not in p.parts]
    assert len(paginas) > 10
    gezien: dict[str, str] = {}
    for pagina in paginas:
        zegt = gedeeld(pagina.read_text("utf-8"))
        assert zegt["og:image"].startswith(f"{BASIS}deelbeelden/"), pagina
        assert zegt["twitter:image"] == zegt["og:image"]
        assert zegt["twitter:card"] == "summary_large_image"
        assert (zegt["og:image:width"], zegt["og:image:height"]) == ("1200", "630")
        assert "Welzijn Veenrand" in zegt["og:image:alt"]
        with Image.open(site / zegt["og:image"].removeprefix(BASIS)) as plaatje:
            assert (plaatje.format, plaatje.size) == ("PNG", (1200, 630))
        gezien[pagina.parent.relative_to(site).as_posix()] = zegt["og:image:alt"]
    assert gezien["."].startswith("Kom maar binnen")
    assert gezien["privacy"] == gezien["."], "a free page shows the house"
    assert "Hoe krijg ik die zware tassen thuis?" in gezien["hulp-bij/boodschappen"]
    assert "Ik wil thuis blijven wonen" in gezien["voor-wie/ouderen"]
    assert "Ik bel altijd terug." in gezien["mensen/samira"]
    groot = [p for p in (site / "deelbeelden").iterdir() if p.stat().st_size > MEEST]
    assert not groot
    assert 'og:image"' not in (site / "404.html").read_text("utf-8")


def test_a_withdrawn_portrait_is_in_no_share_picture(site: Path) -> None:
    r, g, b = kleur(site, "mensen/samira")
    assert r > 190
    assert max(g, b) < 60
    r, g, b = kleur(site, "mensen/yara")
    assert not (b > 150 and r < 80)


@pytest.mark.parametrize(
    ("was", "wordt"),
    [("huis: huis,", "huis: huis, deelbeelden: false,"), (f"site_url: {BASIS}\n", "")],
)
def test_without_them_or_without_an_address_there_are_none(
    tmp_path: Path, was: str, wordt: str
) -> None:
    instelling = schrijf_organisatie(tmp_path)
    tekst = instelling.read_text("utf-8")
    assert was in tekst
    instelling.write_text(tekst.replace(was, wordt), "utf-8")
    site = bouw_site(instelling)
    assert not (site / "deelbeelden").exists()
    assert gedeeld((site / "index.html").read_text("utf-8")) == {"twitter:card": "summary"}
