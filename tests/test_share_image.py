"""Share pictures: every page its own, in any script, never cut off, never a portrait too many."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.output import press, share_image
from propositie.output.cache import Cache
from propositie.output.palette import palette
from propositie.output.share_image import (
    MAX_BYTES,
    ShareStyle,
    ShareText,
    make_share_images,
)
from propositie.output.site_images import EmbeddedImage

MERK = ShareStyle("Welzijn Veenrand", palette("#1f5c4d", "#c77f1a")["licht"])
BASE = "https://veenrand.example/repo/"


def portraits(asked: Iterable[EmbeddedImage]) -> Mapping[str, bytes]:
    """The portrait of each that is asked: a red one."""
    red = io.BytesIO()
    Image.new("RGB", (360, 450), (220, 20, 30)).save(red, "JPEG")
    return {picture.key: red.getvalue() for picture in asked}


def image(share: ShareText, merk: ShareStyle = MERK) -> Image.Image:
    """The share picture of some words, unpacked by Pillow."""
    (done,) = make_share_images([share], merk, Cache(), portraits)
    assert done is not None
    picture = Image.open(io.BytesIO(done[0].content))
    picture.load()
    assert picture.format == "PNG"
    assert picture.size == (done[1].width, done[1].height) == (1200, 630)
    assert not {"exif", "icc_profile"} & set(picture.info)
    return picture.convert("RGB")


@cache
def draw_empty_huis() -> Image.Image:
    """A share picture without its words."""
    with pytest.MonkeyPatch.context() as patch:
        without = share_image._source().replace("passend(deel, breed, 346pt)", "[]")
        patch.setattr(share_image, "_source", lambda: without)
        return image(ShareText("x"))


def ink(share: ShareText) -> tuple[int, int, int, int]:
    """The box of all that the words add to the empty house."""
    box = diff(image(share), draw_empty_huis())
    assert box is not None
    return box


def diff(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """The box in which two pictures differ clearly: not by the softness of an edge."""
    grey = ImageChops.difference(one, other).convert("L")
    return grey.point(lambda v: 255 if v > 60 else 0).getbbox()


DIFFICULT = {
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


@pytest.mark.parametrize("form", ["gewoon", "vraag", "mens"])
@pytest.mark.parametrize("kind", DIFFICULT)
def test_all_words_stand_inside_the_walls(kind: str, form: share_image.Variant) -> None:
    text = DIFFICULT[kind]
    left, top, right, bottom = ink(ShareText(text, text, text, form))
    assert left >= 90
    assert right <= 990, "the door stands free"
    assert top >= 150
    assert bottom <= 535
    assert right - left > 20


def test_typst_never_cuts_words_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made without its guard, the block of words is as it was: there was nothing to cut."""
    share = ShareText(DIFFICULT["lang"], DIFFICULT["een woord"], DIFFICULT["lang"], "mens")
    monkeypatch.setattr(share_image, "MAX_BYTES", None)
    guarded = image(share)
    source = share_image._source()
    monkeypatch.setattr(share_image, "_source", lambda: source.replace("clip: true", "clip: false"))
    assert diff(guarded, image(share)) is None


def test_what_was_typed_is_set_as_text() -> None:
    """Commands of the typesetter are words like others."""
    left, _, right, _ = ink(ShareText('#panic("x")'))
    assert right - left > 200


def test_what_no_font_has_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_image, "can_typeset", lambda t, all_: t in press.PLAIN)
    assert (
        share_image._typesettable("Anna 王 de Vries 🛍️ hier 👩‍👧", 50, True) == "Anna de Vries hier"
    )
    assert ink(ShareText("Anna 王")) == ink(ShareText("Anna"))
    assert make_share_images([ShareText("我怎样"), ShareText("")], MERK, Cache(), portraits) == [
        None,
        None,
    ]


def test_a_font_is_looked_for_once_per_character() -> None:
    assert press.can_typeset("é", False)
    assert press.can_typeset("ş", False)
    assert not press.can_typeset("王", False)


def test_words_that_cannot_be_set_leave_the_others_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset = press.render_png

    def fail_one(source: str, data: Mapping[str, object], *rest: object, **options: bool) -> object:
        if "STUK" in str(data):
            raise press.TypesetError("no")
        return typeset(source, data, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(share_image, "render_png", fail_one)
    done = make_share_images(
        [ShareText("Een"), ShareText("STUK"), ShareText("Twee")], MERK, Cache(), portraits
    )
    assert [k is not None for k in done] == [True, False, True]


def test_a_portrait_stands_in_its_window() -> None:
    portret = EmbeddedImage("x", ".jpg")
    picture = image(ShareText("Samira", "Ik bel.", "buurtwerker", "mens", portret))
    r, g, b = picture.getpixel((240, 400))  # type: ignore[misc]
    assert r > 190
    assert max(g, b) < 60
    assert picture.getpixel((112, 182)) == picture.getpixel((90, 182)), "outside its arch: wall"


def test_the_second_time_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [ShareText("Een"), ShareText("Twee"), ShareText("Een")]
    first = make_share_images(parts, MERK, Cache(tmp_path), portraits)
    assert len({k[0].address for k in first if k}) == 2
    monkeypatch.setattr(share_image, "render_png", None)
    assert make_share_images(parts, MERK, Cache(tmp_path), portraits) == first


# --- on the site --------------------------------------------------------------------------------


def shared_tags(html: str) -> dict[str, str]:
    """What a page says about its share picture."""
    return {
        name: unescape(value)
        for name, value in re.findall(
            r'<meta (?:property|name)="((?:og:image|twitter)[\w:]*)" content="([^"]*)">', html
        )
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gedeeld")
    portret = "portret: {{bestand: p.png, alt: S, toestemming: {{datum: 2026-01-01{}}}}}\n"
    samira = SMALL_HUIS["medewerkers/samira.yml"]
    huis: dict[str, str | None] = {
        "medewerkers/samira.yml": samira + portret.format(""),
        "medewerkers/yara.yml": samira.replace("Samira El Amrani", "Yara 王 😀 ياسمين")
        + portret.format(", ingetrokken: 2026-02-01").replace("p.png", "q.png"),
    }
    config_file = write_organisatie(folder, huis)
    Image.new("RGB", (400, 500), (220, 20, 30)).save(folder / "huis/medewerkers/p.png")
    Image.new("RGB", (400, 500), (20, 30, 220)).save(folder / "huis/medewerkers/q.png")
    return build_site(config_file)


def colour(site: Path, address: str) -> tuple[int, int, int]:
    """The colour where the window of a share picture is."""
    url = shared_tags((site / address / "index.html").read_text("utf-8"))["og:image"]
    with Image.open(site / url.removeprefix(BASE)) as picture:
        rgb = picture.convert("RGB").getpixel((240, 400))
    assert isinstance(rgb, tuple)
    return rgb[0], rgb[1], rgb[2]


def test_every_page_has_a_share_picture_with_a_whole_address(site: Path) -> None:
    pages = [p for p in site.rglob("index.html") if "search" not in p.parts]
    assert len(pages) > 10
    seen: dict[str, str] = {}
    for page in pages:
        meta_tags = shared_tags(page.read_text("utf-8"))
        assert meta_tags["og:image"].startswith(f"{BASE}deelbeelden/"), page
        assert meta_tags["twitter:image"] == meta_tags["og:image"]
        assert meta_tags["twitter:card"] == "summary_large_image"
        assert (meta_tags["og:image:width"], meta_tags["og:image:height"]) == ("1200", "630")
        assert "Welzijn Veenrand" in meta_tags["og:image:alt"]
        with Image.open(site / meta_tags["og:image"].removeprefix(BASE)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
        seen[page.parent.relative_to(site).as_posix()] = meta_tags["og:image:alt"]
    assert seen["."].startswith("Kom maar binnen")
    assert seen["privacy"] == seen["."], "a free page shows the house"
    assert "Hoe krijg ik die zware tassen thuis?" in seen["hulp-bij/boodschappen"]
    assert "Ik wil thuis blijven wonen" in seen["voor-wie/ouderen"]
    assert "Ik bel altijd terug." in seen["mensen/samira"]
    too_large = [p for p in (site / "deelbeelden").iterdir() if p.stat().st_size > MAX_BYTES]
    assert not too_large
    assert 'og:image"' not in (site / "404.html").read_text("utf-8")


def test_a_withdrawn_portrait_is_in_no_share_picture(site: Path) -> None:
    r, g, b = colour(site, "mensen/samira")
    assert r > 190
    assert max(g, b) < 60
    r, g, b = colour(site, "mensen/yara")
    assert not (b > 150 and r < 80)


@pytest.mark.parametrize(
    ("before", "after"),
    [("huis: huis,", "huis: huis, deelbeelden: false,"), (f"site_url: {BASE}\n", "")],
)
def test_without_them_or_without_an_address_there_are_none(
    tmp_path: Path, before: str, after: str
) -> None:
    config_file = write_organisatie(tmp_path)
    text = config_file.read_text("utf-8")
    assert before in text
    config_file.write_text(text.replace(before, after), "utf-8")
    site = build_site(config_file)
    assert not (site / "deelbeelden").exists()
    assert shared_tags((site / "index.html").read_text("utf-8")) == {"twitter:card": "summary"}
