"""What a tab and a home screen show, and the letter of the brand: any brand, any path."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.exceptions import Abort
from PIL import Image

from hulp.klein_huis import KLEIN_HUIS
from hulp.koppelingen import kapotte_koppelingen
from hulp.letter import woff2
from hulp.site import bouw_site, schrijf_organisatie
from propositie.letter import LetterFout, is_variabel, lees_letter
from propositie.uitvoer.cache import Cache
from propositie.uitvoer.iconen import Iconen, iconen, korte_naam
from propositie.uitvoer.letter import letter
from propositie.uitvoer.palet import palet

KLEUREN = palet("#1f5c4d", "#c77f1a")["licht"]
ROND = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<circle cx="5" cy="5" r="5" fill="#c81e28"/></svg>'
)


def merk_png(modus: str = "RGBA", maat: tuple[int, int] = (300, 200)) -> bytes:
    uit = io.BytesIO()
    Image.new(modus, maat, (200, 30, 40) if modus == "RGB" else (200, 30, 40, 255)).save(uit, "PNG")
    return uit.getvalue()


def maak(merk: bytes | None, is_svg: bool = True) -> Iconen:
    return iconen(merk, is_svg, "Welzijn Veenrand", KLEUREN, Cache())


def beeld(gemaakt: Iconen, einde: str) -> Image.Image:
    """The icon whose address ends so, unpacked."""
    inhoud = next(b.inhoud for b in gemaakt.bestanden if b.adres.endswith(einde))
    plaatje = Image.open(io.BytesIO(inhoud))
    plaatje.load()
    return plaatje


@pytest.mark.parametrize(
    ("merk", "is_svg"), [(None, True), (ROND, True), (merk_png(), False), (merk_png("RGB"), False)]
)
def test_every_brand_gets_every_icon(merk: bytes | None, is_svg: bool) -> None:
    gemaakt = maak(merk, is_svg)
    for einde, zijde in (("-180.png", 180), ("-192.png", 192), ("-512.png", 512),
                         ("-maskerend.png", 512)):  # fmt: skip
        plaatje = beeld(gemaakt, einde)
        assert plaatje.format == "PNG"
        assert plaatje.size == (zijde, zijde)
        assert plaatje.mode == "RGB", "a home screen shows black where an icon has holes"
        assert not plaatje.info.get("exif")
        kleuren = plaatje.getcolors(zijde * zijde)
        assert kleuren is not None
        assert len(kleuren) > 1, "there is something on the ground"
    tabblad = beeld(gemaakt, "favicon.ico")
    assert tabblad.format == "ICO"
    assert set(tabblad.info["sizes"]) == {(16, 16), (32, 32), (48, 48)}
    assert (gemaakt.adressen["svg"] is not None) is is_svg


def test_a_maskable_icon_keeps_its_mark_inside_the_circle_that_is_never_cut() -> None:
    plaatje = beeld(maak(ROND), "-maskerend.png")
    grond = plaatje.getpixel((0, 0))
    for x in range(0, 512, 8):
        for y in range(0, 512, 8):
            if ((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 > 0.4 * 512:
                assert plaatje.getpixel((x, y)) == grond
    assert plaatje.getpixel((256, 256)) == (200, 30, 40)


def test_the_mark_stands_on_a_ground_that_lets_it_be_seen() -> None:
    groen = ROND.replace(b"#c81e28", b"#1f5c4d")
    plaatje = beeld(maak(groen), "-180.png")
    hoek, midden = plaatje.getpixel((2, 2)), plaatje.getpixel((90, 90))
    assert isinstance(hoek, tuple)
    assert isinstance(midden, tuple)
    assert sum(hoek) - sum(midden) > 300


@pytest.mark.parametrize(
    ("naam", "kort"),
    [("Stichting Welzijn Oost", "Welzijn Oost"), ("Stichting", "Stichting"), ("De Lin", "De Lin")],
)
def test_the_short_name_leaves_out_the_legal_form(naam: str, kort: str) -> None:
    assert korte_naam(naam) == kort


def kapot(site: Path) -> list[str]:
    """What leads nowhere; names that JSON-LD gives to things are no addresses."""
    gevonden = kapotte_koppelingen(site, "https://veenrand.example/repo/")
    return [k for k in gevonden if ": JSON-LD" not in k]


MERKEN = {"zonder": "", "svg": "beeldmerk: merk.svg\n", "png": "beeldmerk: merk.png\n"}


@pytest.mark.parametrize("soort", MERKEN)
def test_a_site_under_any_path_leads_to_its_icons(tmp_path: Path, soort: str) -> None:
    merk = {"merk.yml": KLEIN_HUIS["merk.yml"] + MERKEN[soort]}
    instelling = schrijf_organisatie(tmp_path, merk)
    for naam, inhoud in (("merk.svg", ROND), ("merk.png", merk_png())):
        if naam in MERKEN[soort]:
            (tmp_path / "huis" / naam).write_bytes(inhoud)
    site = bouw_site(instelling)
    basis = "https://veenrand.example/repo/"
    assert not kapot(site)
    for html in ("index.html", "mensen/samira/index.html", "404.html"):
        kop = (site / html).read_text("utf-8").split("</head>")[0]
        assert kop.count('rel="icon"') == (1 if soort == "png" else 2), html
        assert kop.count('rel="apple-touch-icon"') == 1
        assert kop.count('rel="manifest"') == 1
    manifest = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Welzijn Veenrand"
    assert manifest["short_name"]
    assert urljoin(f"{basis}site.webmanifest", manifest["start_url"]) == basis
    assert re.fullmatch(r"#[0-9a-f]{6}", manifest["theme_color"])
    assert re.fullmatch(r"#[0-9a-f]{6}", manifest["background_color"])
    assert {(i["sizes"], i["purpose"]) for i in manifest["icons"]} == {
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    }  # fmt: skip
    for icoon in manifest["icons"]:
        with Image.open(site / icoon["src"]) as plaatje:
            assert icoon["sizes"] == f"{plaatje.width}x{plaatje.height}"
            assert icoon["type"] == "image/png"


def test_a_drawing_that_cannot_be_drawn_is_a_finding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    instelling = schrijf_organisatie(
        tmp_path, {"merk.yml": KLEIN_HUIS["merk.yml"] + "beeldmerk: merk.svg\n"}
    )
    (tmp_path / "huis/merk.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0"/></svg>',
        "utf-8",
    )
    with pytest.raises(Abort):
        bouw_site(instelling)
    assert "huis/merk.svg  fout V14" in caplog.text
    assert "niet te tekenen" in caplog.text


# --- the brand's own letter ---------------------------------------------------------------------


def test_a_letter_is_published_and_used_for_headings_and_text(tmp_path: Path) -> None:
    merk = KLEIN_HUIS["merk.yml"] + 'letter: {bestand: veen.woff2, naam: "Veen} * {x:y"}\n'
    instelling = schrijf_organisatie(tmp_path, {"merk.yml": merk})
    (tmp_path / "huis/veen.woff2").write_bytes(woff2(0, 10, 11))
    site = bouw_site(instelling)
    (bestand,) = (site / "assets").glob("*.woff2")
    assert bestand.read_bytes() == woff2(0, 10, 11)
    (blad,) = (site / "assets").glob("stijl.*.css")
    css = blad.read_text("utf-8")
    assert f'url({bestand.name}) format("woff2")' in css
    assert "font-display:swap" in css
    assert "* {x:y" not in css, "a name cannot end its own text"
    assert css.count("var(--eigen-letter,") == 2
    assert not kapot(site)
    assert f'assets/{bestand.name}" as="font"' in (site / "index.html").read_text("utf-8")


def test_without_a_letter_there_is_no_font_byte(tmp_path: Path) -> None:
    site = bouw_site(schrijf_organisatie(tmp_path))
    assert not list(site.rglob("*.woff*"))
    css = next((site / "assets").glob("stijl.*.css")).read_text("utf-8")
    assert "@font-face" not in css
    assert 'as="font"' not in (site / "index.html").read_text("utf-8")


def test_a_variable_letter_has_all_weights_and_a_plain_one_only_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.woff2").write_bytes(woff2(0, 10, 11, 47))
    (tmp_path / "b.woff2").write_bytes(woff2(0, 10, 11))
    assert "font-weight:100 900" in letter(tmp_path / "a.woff2", "A")[1]
    assert "font-weight" not in letter(tmp_path / "b.woff2", "B")[1]
    assert is_variabel(woff2(0, 47)[:-3])
    assert not is_variabel(woff2(0, 10)[:50])


@pytest.mark.parametrize(
    ("ruw", "zegt"),
    [(b"OTTO" + b"x" * 90, "geen woff2"), (woff2(0)[:-2], "niet heel"), (b"", "geen woff2")],
)
def test_what_is_no_letter_is_refused(tmp_path: Path, ruw: bytes, zegt: str) -> None:
    (tmp_path / "a.woff2").write_bytes(ruw)
    with pytest.raises(LetterFout, match=zegt):
        lees_letter(tmp_path / "a.woff2")
