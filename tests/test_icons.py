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

from helpers.font import woff2
from helpers.links import find_broken_links
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.fonts import FontError, is_variable, read_font
from propositie.output.cache import Cache
from propositie.output.fonts import own_letters
from propositie.output.icons import Icons, draw_icons, short_name
from propositie.output.palette import palette

COLOURS = palette("#1f5c4d", "#c77f1a")["licht"]
ROUND = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<circle cx="5" cy="5" r="5" fill="#c81e28"/></svg>'
)


def merk_png(mode: str = "RGBA", size: tuple[int, int] = (300, 200)) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, (200, 30, 40) if mode == "RGB" else (200, 30, 40, 255)).save(
        buffer, "PNG"
    )
    return buffer.getvalue()


def make(merk: bytes | None, is_svg: bool = True) -> Icons:
    return draw_icons(merk, is_svg, "Welzijn Veenrand", COLOURS, Cache())


def image(made: Icons, end: str) -> Image.Image:
    """The icon whose address ends so, unpacked."""
    contents = next(b.content for b in made.files if b.address.endswith(end))
    picture = Image.open(io.BytesIO(contents))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("merk", "is_svg"), [(None, True), (ROUND, True), (merk_png(), False), (merk_png("RGB"), False)]
)
def test_every_brand_gets_every_icon(merk: bytes | None, is_svg: bool) -> None:
    made = make(merk, is_svg)
    for end, side in (("-180.png", 180), ("-192.png", 192), ("-512.png", 512),
                         ("-maskerend.png", 512)):  # fmt: skip
        picture = image(made, end)
        assert picture.format == "PNG"
        assert picture.size == (side, side)
        assert picture.mode == "RGB", "a home screen shows black where an icon has holes"
        assert not picture.info.get("exif")
        colours = picture.getcolors(side * side)
        assert colours is not None
        assert len(colours) > 1, "there is something on the ground"
    tab_icon = image(made, "favicon.ico")
    assert tab_icon.format == "ICO"
    assert set(tab_icon.info["sizes"]) == {(16, 16), (32, 32), (48, 48)}
    assert (made.addresses["svg"] is not None) is is_svg


def test_a_maskable_icon_keeps_its_mark_inside_the_circle_that_is_never_cut() -> None:
    picture = image(make(ROUND), "-maskerend.png")
    background = picture.getpixel((0, 0))
    for x in range(0, 512, 8):
        for y in range(0, 512, 8):
            if ((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 > 0.4 * 512:
                assert picture.getpixel((x, y)) == background
    assert picture.getpixel((256, 256)) == (200, 30, 40)


def test_the_mark_stands_on_a_ground_that_lets_it_be_seen() -> None:
    green = ROUND.replace(b"#c81e28", b"#1f5c4d")
    picture = image(make(green), "-180.png")
    corner, middle = picture.getpixel((2, 2)), picture.getpixel((90, 90))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert sum(corner) - sum(middle) > 300


@pytest.mark.parametrize(
    ("name", "short"),
    [("Stichting Welzijn Oost", "Welzijn Oost"), ("Stichting", "Stichting"), ("De Lin", "De Lin")],
)
def test_the_short_name_leaves_out_the_legal_form(name: str, short: str) -> None:
    assert short_name(name) == short


def find_broken(site: Path) -> list[str]:
    """What leads nowhere; names that JSON-LD gives to things are no addresses."""
    found = find_broken_links(site, "https://veenrand.example/repo/")
    return [k for k in found if ": JSON-LD" not in k]


MERKEN = {"zonder": "", "svg": "beeldmerk: merk.svg\n", "png": "beeldmerk: merk.png\n"}


@pytest.mark.parametrize("kind", MERKEN)
def test_a_site_under_any_path_leads_to_its_icons(tmp_path: Path, kind: str) -> None:
    merk = {"merk.yml": SMALL_HUIS["merk.yml"] + MERKEN[kind]}
    config_file = write_organisatie(tmp_path, merk)
    for name, contents in (("merk.svg", ROUND), ("merk.png", merk_png())):
        if name in MERKEN[kind]:
            (tmp_path / "huis" / name).write_bytes(contents)
    site = build_site(config_file)
    base = "https://veenrand.example/repo/"
    assert not find_broken(site)
    for html in ("index.html", "mensen/samira/index.html", "404.html"):
        heading = (site / html).read_text("utf-8").split("</head>")[0]
        assert heading.count('rel="icon"') == (1 if kind == "png" else 2), html
        assert heading.count('rel="apple-touch-icon"') == 1
        assert heading.count('rel="manifest"') == 1
    manifest = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Welzijn Veenrand"
    assert manifest["short_name"]
    assert urljoin(f"{base}site.webmanifest", manifest["start_url"]) == base
    assert re.fullmatch(r"#[0-9a-f]{6}", manifest["theme_color"])
    assert re.fullmatch(r"#[0-9a-f]{6}", manifest["background_color"])
    assert {(i["sizes"], i["purpose"]) for i in manifest["icons"]} == {
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    }  # fmt: skip
    for icon in manifest["icons"]:
        with Image.open(site / icon["src"]) as picture:
            assert icon["sizes"] == f"{picture.width}x{picture.height}"
            assert icon["type"] == "image/png"


def test_a_drawing_that_cannot_be_drawn_is_a_finding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config_file = write_organisatie(
        tmp_path, {"merk.yml": SMALL_HUIS["merk.yml"] + "beeldmerk: merk.svg\n"}
    )
    (tmp_path / "huis/merk.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0"/></svg>',
        "utf-8",
    )
    with pytest.raises(Abort):
        build_site(config_file)
    assert "huis/merk.svg  fout V14" in caplog.text
    assert "niet te tekenen" in caplog.text


# --- the brand's own letter ---------------------------------------------------------------------


def test_a_letter_is_published_and_used_for_headings_and_text(tmp_path: Path) -> None:
    merk = SMALL_HUIS["merk.yml"] + 'letter: {bestand: veen.woff2, naam: "Veen} * {x:y"}\n'
    config_file = write_organisatie(tmp_path, {"merk.yml": merk})
    (tmp_path / "huis/veen.woff2").write_bytes(woff2(0, 10, 11))
    site = build_site(config_file)
    (file,) = (site / "assets").glob("*.woff2")
    assert file.read_bytes() == woff2(0, 10, 11)
    (sheet,) = (site / "assets").glob("stijl.*.css")
    css = sheet.read_text("utf-8")
    assert f'url({file.name}) format("woff2")' in css
    assert "font-display:swap" in css
    assert "* {x:y" not in css, "a name cannot end its own text"
    assert "var(--eigen-letter,Literata" in css
    assert "@font-face{font-family:Literata" not in css, "the brand's own letter goes alone"
    assert not find_broken(site)
    assert f'assets/{file.name}" as="font"' in (site / "index.html").read_text("utf-8")


def test_a_variable_letter_has_all_weights_and_a_plain_one_only_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.woff2").write_bytes(woff2(0, 10, 11, 47))
    (tmp_path / "b.woff2").write_bytes(woff2(0, 10, 11))
    assert "font-weight:100 900" in own_letters(tmp_path / "a.woff2", "A").css
    assert "font-weight" not in own_letters(tmp_path / "b.woff2", "B").css
    assert is_variable(woff2(0, 47)[:-3])
    assert not is_variable(woff2(0, 10)[:50])


@pytest.mark.parametrize(
    ("raw", "expected"),
    [(b"OTTO" + b"x" * 90, "geen woff2"), (woff2(0)[:-2], "niet heel"), (b"", "geen woff2")],
)
def test_what_is_no_letter_is_refused(tmp_path: Path, raw: bytes, expected: str) -> None:
    (tmp_path / "a.woff2").write_bytes(raw)
    with pytest.raises(FontError, match=expected):
        read_font(tmp_path / "a.woff2")
