"""Pictures on their way to the site: right sizes, nothing but pixels, made once."""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from PIL import Image, ImageCms, PngImagePlugin

from helpers.build import contents
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.images import ImageError, ImageMemory, Rendering, render
from propositie.output import site_images
from propositie.output.cache import DAY, RETENTION, Cache, make_key
from propositie.output.output_file import ShownImage
from propositie.output.site_images import IMAGE_USES, Images

RED, BLUE = (200, 30, 40), (30, 40, 200)


def photo(path: Path, size: tuple[int, int] = (1000, 1500), mode: str = "RGB") -> Path:
    """A photo of red above blue, with marks in its metadata."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0], size[1] // 2))
    exif = Image.Exif()
    exif[0x010E] = exif[0x9286] = "GEHEIM"
    exif.get_ifd(0x8825)[1] = "N"
    path.parent.mkdir(parents=True, exist_ok=True)
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "GEHEIM")
    if path.suffix == ".png":
        image.convert(mode).save(path, exif=exif, pnginfo=info)
    else:
        image.convert(mode).save(path, exif=exif)
    return path


def check_image(path: Path) -> None:
    """Raise `ImageError` for a picture that cannot be used."""
    if error := ImageMemory().facts(path).error:
        raise ImageError(error)


def maker(folder: Path, cache: Cache | None = None) -> Images:
    return Images(lambda kind, file: folder / file, cache)


def made_files(images: Images, *shown: ShownImage) -> dict[str, bytes]:
    return {b.address: b.content for b in images.files(a for one in shown for a in one.addresses)}


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("usage", ["raam", "rij", "portret", "tafereel", "logo"])
def test_every_use_has_its_sizes_and_holds_pixels_only(
    tmp_path: Path, name: str, usage: str
) -> None:
    photo(tmp_path / name)
    images, spec = maker(tmp_path), IMAGE_USES[usage]
    shown = images.show("x", name, "Een foto", usage)
    files = made_files(images, shown)
    assert set(files) == {shown.address, *(m.address for m in shown.sizes)}
    assert [m.width for m in shown.sizes] == [min(b, 1000) for b in spec.widths]
    for address, raw in files.items():
        assert b"GEHEIM" not in raw
        with Image.open(io.BytesIO(raw)) as image:
            image.load()
            assert image.format == {".webp": "WEBP", ".jpg": "JPEG"}[Path(address).suffix]
            assert not image.getexif()
            assert not {"icc_profile", "exif", "xmp", "comment"} & set(image.info)
            ratio = spec.ratio or image.width / (image.width * 1.5)
            assert image.height == pytest.approx(image.width / float(ratio), abs=1)
    with Image.open(io.BytesIO(files[shown.address])) as fallback:
        assert fallback.size == (shown.width, shown.height)
        assert fallback.width == min(spec.fallback, 1000)


def test_a_small_photo_is_never_blown_up(tmp_path: Path) -> None:
    photo(tmp_path / "klein.jpg", (200, 250))
    shown = maker(tmp_path).show("x", "klein.jpg", "", "portret")
    assert [m.width for m in shown.sizes] == [200]
    assert (shown.width, shown.height) == (200, 250)


def test_what_is_see_through_stays_so_and_falls_back_on_png(tmp_path: Path) -> None:
    Image.new("RGBA", (600, 300), (10, 20, 30, 0)).save(tmp_path / "logo.png")
    images = maker(tmp_path)
    shown = images.show("x", "logo.png", "", "logo")
    assert shown.address.endswith(".png")
    for raw in made_files(images, shown).values():
        with Image.open(io.BytesIO(raw)) as image:
            assert image.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_a_drawing_stays_a_drawing(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><!--GEHEIM--><path d="M0 0"/>'
        "</svg>", "utf-8",
    )  # fmt: skip
    images = maker(tmp_path)
    shown = images.show("x", "a.svg", "", "tafereel")
    assert (shown.width, shown.height, shown.sizes) == (30, 20, ())
    assert b"GEHEIM" not in made_files(images, shown)[shown.address]


def test_a_photo_that_lies_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (900, 600), BLUE)
    image.paste(RED, (0, 0, 450, 600))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "telefoon.jpg", exif=exif)
    images = maker(tmp_path)
    shown = images.show("x", "telefoon.jpg", "", "tafereel")
    assert shown.height > shown.width
    with Image.open(io.BytesIO(made_files(images, shown)[shown.address])) as upright:
        assert upright.size == (shown.width, shown.height)
        red = upright.convert("RGB").getpixel((upright.width // 2, 20))
        assert isinstance(red, tuple)
        assert red[0] > red[2], "red is on top once it stands upright"


def test_a_photo_in_other_colours_is_brought_to_those_of_the_web(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, icc in (("kapot.png", b"no profile"), ("lab.png", profile), ("goed.png", srgb)):
        Image.new("RGB", (60, 80), RED).save(tmp_path / name, icc_profile=icc)
        (made,) = render((tmp_path / name).read_bytes(), [Rendering(60, 80, "PNG", False)])
        with Image.open(io.BytesIO(made)) as result:
            assert result.getpixel((5, 5)) == pytest.approx(RED, abs=3)
            assert not result.info


# --- once ---------------------------------------------------------------------------------------


def count_calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often a photo is unpacked."""
    repeats: list[int] = []

    def counted(raw: bytes, renderings: Sequence[Rendering]) -> list[bytes]:
        repeats.append(len(renderings))
        return render(raw, renderings)

    monkeypatch.setattr(site_images, "render", counted)
    return repeats


def test_a_photo_is_unpacked_once_and_never_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repeats = count_calls(monkeypatch)
    photo(tmp_path / "a.jpg")
    first = maker(tmp_path, Cache(tmp_path / "cache"))
    shown = [first.show("x", "a.jpg", "", usage) for usage in ("raam", "portret", "rij")]
    one = made_files(first, *shown)
    assert len(repeats) == 1
    second = maker(tmp_path, Cache(tmp_path / "cache"))
    shown = [second.show("x", "a.jpg", "", usage) for usage in ("raam", "portret", "rij")]
    assert made_files(second, *shown) == one
    assert len(repeats) == 1
    photo(tmp_path / "a.jpg", (800, 1000))
    third = maker(tmp_path, Cache(tmp_path / "cache"))
    other = third.show("x", "a.jpg", "", "raam")
    assert made_files(third, other) != one
    assert len(repeats) == 2


@pytest.mark.parametrize("broken", [b"", b"x" * 9, None])
def test_a_damaged_entry_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes | None
) -> None:
    repeats = count_calls(monkeypatch)
    photo(tmp_path / "a.jpg")
    for turn in (1, 2):
        images = maker(tmp_path, Cache(tmp_path / "cache"))
        shown = images.show("x", "a.jpg", "", "raam")
        good = made_files(images, shown)
        assert len(repeats) == turn
        for path in (p for p in (tmp_path / "cache").rglob("*") if p.is_file()):
            raw = path.read_bytes()
            path.write_bytes(raw[:-5] + b"xxxxx" if broken is None else broken)
    images = maker(tmp_path, Cache(tmp_path / "cache"))
    shown = images.show("x", "a.jpg", "", "raam")
    assert made_files(images, shown) == good


def test_a_cache_that_cannot_be_written_never_stops_anybody(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("a file where the folder should be", "utf-8")
    cache = Cache(tmp_path / "bezet")
    assert cache.make("sleutel", lambda: b"gemaakt") == b"gemaakt"
    assert cache.get("sleutel") is None
    cache.clean_up()
    photo(tmp_path / "a.jpg")
    images = maker(tmp_path, cache)
    shown = images.show("x", "a.jpg", "", "raam")
    assert made_files(images, shown)


def test_a_folder_in_the_place_of_an_entry_is_no_entry(tmp_path: Path) -> None:
    (tmp_path / "sleutel").mkdir()
    cache = Cache(tmp_path)
    assert cache.make("sleutel", lambda: b"gemaakt") == b"gemaakt"
    assert not list(tmp_path.glob(".half-*"))


def test_what_is_not_used_for_a_month_is_thrown_away(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("oud", "gebruikt", "nieuw"):
        cache.save(name, name.encode())
    long_ago = time.time() - RETENTION - 60
    for name in ("oud", "gebruikt"):
        os.utime(tmp_path / name, (long_ago, long_ago))
    assert cache.get("gebruikt") == b"gebruikt"
    cache.clean_up()
    assert {p.name for p in tmp_path.iterdir()} == {"gebruikt", "nieuw", "opgeruimd"}
    os.utime(tmp_path / "nieuw", (long_ago, long_ago))
    cache.clean_up()
    assert (tmp_path / "nieuw").exists(), "once a day is enough"
    yesterday = time.time() - DAY - 60
    os.utime(tmp_path / "opgeruimd", (yesterday, yesterday))
    cache.clean_up()
    assert not (tmp_path / "nieuw").exists()


def test_other_parts_have_another_name() -> None:
    assert make_key("ab", "c") != make_key("a", "bc")
    assert make_key(1) != make_key("1")
    assert make_key(b"x", None) == make_key(b"x", None)


# --- refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("fraction", [0.3, 0.7, 0.98])
def test_half_a_file_is_refused(tmp_path: Path, name: str, fraction: float) -> None:
    path = tmp_path / name
    Image.effect_noise((300, 300), 60).convert("RGB").save(path)
    check_image(path)
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * fraction)])
    with pytest.raises(ImageError, match=r"niet heel|geen beeld"):
        check_image(path)


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_photo(tmp_path: Path) -> None:
    small = io.BytesIO()
    Image.new("RGB", (40, 40)).save(small, "JPEG")
    whole = io.BytesIO()
    Image.effect_noise((300, 300), 60).save(whole, "JPEG", exif=b"Exif\0\0" + small.getvalue())
    progressive_jpeg = io.BytesIO()
    Image.effect_noise((300, 300), 60).save(progressive_jpeg, "JPEG", progressive=True)
    path = tmp_path / "a.jpg"
    for raw in (
        whole.getvalue(),
        progressive_jpeg.getvalue(),
        whole.getvalue() + b"trailing words",
    ):
        path.write_bytes(raw)
        check_image(path)
    path.write_bytes(whole.getvalue()[:-400])
    with pytest.raises(ImageError, match="niet heel"):
        check_image(path)


@pytest.mark.parametrize("size", [(9000, 9000), (20000, 3)])
def test_a_bomb_is_refused_unopened(
    tmp_path: Path, size: tuple[int, int], recwarn: pytest.WarningsRecorder
) -> None:
    Image.new("1", size).save(tmp_path / "bom.png")
    with pytest.raises(ImageError, match="veel te veel beeldpunten"):
        check_image(tmp_path / "bom.png")
    assert not recwarn.list


PORTRET = SMALL_HUIS["medewerkers/samira.yml"] + (
    "portret: {bestand: samira.png, alt: Samira lacht, toestemming: {datum: 2026-01-01}}\n"
)


def test_damage_that_shows_only_when_unpacked_is_a_finding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file = write_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    photo(tmp_path / "huis/medewerkers/samira.png", (400, 500))
    before = contents(build_site(config_file))
    photo(tmp_path / "huis/medewerkers/samira.png", (500, 600))

    def refuse(raw: bytes, renderings: object) -> list[bytes]:
        raise ImageError("Dit beeld is beschadigd of niet heel.")

    monkeypatch.setattr(site_images, "render", refuse)
    with pytest.raises(Abort, match="1 fout"):
        build_site(config_file)
    assert "huis/medewerkers/samira.png  fout V14" in caplog.text
    assert contents(tmp_path / "site") == before


# --- on the page --------------------------------------------------------------------------------


def test_pages_show_the_right_size_and_the_large_one_first(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    photo(tmp_path / "huis/medewerkers/samira.png")
    site = build_site(config_file)
    person_html = (site / "mensen/samira/index.html").read_text("utf-8").split("<main")[1]
    first = re.findall(r"<picture>.*?</picture>", person_html, re.S)[0]
    assert 'fetchpriority="high"' in first
    assert "loading=" not in first
    assert 'alt="Samira lacht"' in first
    assert 'width="640" height="800"' in first
    assert re.search(r'type="image/webp" sizes="[^"]+21rem" srcset="[^"]+ 640w', first)
    list_page = (site / "mensen/index.html").read_text("utf-8").split("<main")[1]
    for picture in re.findall(r"<picture>.*?</picture>", list_page, re.S):
        assert 'loading="lazy"' in picture
        assert re.search(r'width="320" height="400"', picture)
    published = {p.name for p in (site / "beelden").iterdir()}
    mentioned = set()
    for html in site.rglob("*.html"):
        mentioned |= set(re.findall(r"(?<!deel)beelden/([\w.]+)", html.read_text("utf-8")))
    assert published == mentioned, "nothing is published that no page shows"


def test_the_cache_lies_beside_mkdocs_yml_and_the_second_site_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repeats = count_calls(monkeypatch)
    config_file = write_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    photo(tmp_path / "huis/medewerkers/samira.png")
    one = contents(build_site(config_file))
    assert list((tmp_path / ".cache/propositie").iterdir())
    assert repeats
    repeats.clear()
    two = contents(build_site(config_file))
    assert not repeats
    assert {n: b for n, b in one.items() if not n.endswith(".gz")} == {
        n: b for n, b in two.items() if not n.endswith(".gz")
    }


def test_a_file_has_the_same_bytes_whichever_others_are_made_beside_it(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", (3000, 3600))
    alone, beside = maker(tmp_path, Cache()), maker(tmp_path, Cache())
    small = made_files(alone, alone.show("x", "a.jpg", "", "rij"))
    shown = [beside.show("x", "a.jpg", "", usage) for usage in ("rij", "tafereel", "bestand")]
    assert small.items() <= made_files(beside, *shown).items()
