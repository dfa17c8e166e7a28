"""Whatever a camera, scanner or program made: upright, in the colours of the web, nothing but
pixels; or refused with what it is and what to do."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms

from propositie.images import SUFFIXES, ImageError, ImageMemory, Rendering, render

RED, BLUE = (200, 30, 40), (30, 40, 200)
SIZE = (96, 144)
MARK = "GEHEIM"


def picture(mode: str = "RGB") -> Image.Image:
    """Red above blue."""
    image = Image.new("RGB", SIZE, BLUE)
    image.paste(RED, (0, 0, SIZE[0], SIZE[1] // 2))
    if mode == "I;16":
        grey = image.convert("L")
        return Image.frombytes(
            "I;16", SIZE, b"".join(struct.pack("<H", v * 257) for v in grey.tobytes())
        )
    if mode in {"RGBA", "LA"}:
        image.putalpha(255)
        image.putpixel((0, 0), (0, 0, 0, 0))
    return image.convert(mode)


def encoded(mode: str, image_format: str, **options: Any) -> bytes:
    file = io.BytesIO()
    picture(mode).save(file, image_format, **options)
    return file.getvalue()


def telling_exif(orientation: int = 1) -> bytes:
    """What a phone writes: how it was held, where, and by whom."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = MARK
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (53.0, 6.0, 22.0)
    return exif.tobytes()


def several(image_format: str, **options: Any) -> bytes:
    """A picture of more than one: the first is the one."""
    file = io.BytesIO()
    other = Image.new("RGB", SIZE, (0, 255, 0))
    picture().save(file, image_format, save_all=True, append_images=[other, other], **options)
    return file.getvalue()


READ: dict[str, Callable[[], bytes]] = {
    "a.jpg": lambda: encoded("RGB", "JPEG", quality=95),
    "progressive.jpg": lambda: encoded("RGB", "JPEG", quality=95, progressive=True),
    "print colours.jpg": lambda: encoded("CMYK", "JPEG", quality=95),
    "a.png": lambda: encoded("RGB", "PNG"),
    "see-through.png": lambda: encoded("RGBA", "PNG"),
    "few colours.png": lambda: encoded("P", "PNG"),
    "interlaced.png": lambda: encoded("RGB", "PNG", interlace=True),
    "a.webp": lambda: encoded("RGB", "WEBP", quality=95),
    "lossless.webp": lambda: encoded("RGBA", "WEBP", lossless=True),
    "moving.webp": lambda: several("WEBP", quality=95),
    "a.gif": lambda: encoded("P", "GIF"),
    "moving.gif": lambda: several("GIF"),
    "a.tiff": lambda: encoded("RGB", "TIFF"),
    "packed.tif": lambda: encoded("RGB", "TIFF", compression="tiff_lzw"),
    "print colours.tif": lambda: encoded("CMYK", "TIFF"),
    "pages.tif": lambda: several("TIFF"),
    "a.bmp": lambda: encoded("RGB", "BMP"),
    "few colours.bmp": lambda: encoded("P", "BMP"),
    "a.avif": lambda: encoded("RGB", "AVIF", quality=90),
}
GREY: dict[str, Callable[[], bytes]] = {
    "grey.jpg": lambda: encoded("L", "JPEG", quality=95),
    "grey.png": lambda: encoded("L", "PNG"),
    "grey see-through.png": lambda: encoded("LA", "PNG"),
    "sixteen bits.png": lambda: encoded("I;16", "PNG"),
    "sixteen bits.tif": lambda: encoded("I;16", "TIFF"),
    "real numbers.tif": lambda: _as_float_tiff(),
}
"""Of these only how light they are is known."""


def _as_float_tiff() -> bytes:
    file = io.BytesIO()
    picture("L").convert("F").point(lambda value: value * 257).save(file, "TIFF")
    return file.getvalue()


def shown(raw: bytes, image_format: str = "PNG") -> Image.Image:
    """What comes on the site, as large as it was."""
    with Image.open(io.BytesIO(raw)) as opened:
        width, height = opened.size
    (made,) = render(raw, [Rendering(width, height, image_format, is_cropped=False)])
    return Image.open(io.BytesIO(made))


def is_near(colour: Any, wanted: tuple[int, int, int], away: int = 34) -> bool:
    return all(abs(a - b) <= away for a, b in zip(colour[:3], wanted, strict=True))


def check(path: Path) -> None:
    if error := ImageMemory().facts(path).error:
        raise ImageError(error)


@pytest.mark.parametrize("name", READ)
def test_it_is_read_in_its_own_colours(tmp_path: Path, name: str) -> None:
    raw = READ[name]()
    path = tmp_path / name
    path.write_bytes(raw)
    check(path)
    facts = ImageMemory().facts(path)
    assert (facts.width, facts.height) == SIZE
    image = shown(raw)
    assert image.size == SIZE
    assert is_near(image.getpixel((48, 20)), RED), image.getpixel((48, 20))
    assert is_near(image.getpixel((48, 120)), BLUE), image.getpixel((48, 120))


@pytest.mark.parametrize("name", GREY)
def test_grey_is_read_as_light_as_it_is(tmp_path: Path, name: str) -> None:
    raw = GREY[name]()
    (tmp_path / name).write_bytes(raw)
    check(tmp_path / name)
    image = shown(raw)
    grey = picture("L")
    for place in ((48, 20), (48, 120)):
        light = grey.getpixel(place)
        assert isinstance(light, int)
        assert is_near(image.getpixel(place), (light, light, light)), name


def test_every_suffix_has_been_tried() -> None:
    """`.heic` and `.svg` have tests of their own; no encoder for the first is free to use."""
    tried = {Path(name).suffix for name in (*READ, *GREY)}
    assert set(SUFFIXES) - tried <= {".svg", ".heic", ".heif", ".jpeg"}


UPRIGHT = {"jpg": "JPEG", "webp": "WEBP", "png": "PNG", "tiff": "TIFF", "avif": "AVIF"}


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", UPRIGHT)
def test_however_it_was_held_it_is_shown_upright(
    tmp_path: Path, suffix: str, orientation: int
) -> None:
    """What the camera stored is turned back by what it wrote (EXIF 2.32, tag 0x0112)."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    image = picture()
    stored = image.transpose(undo[orientation]) if orientation in undo else image
    file = io.BytesIO()
    stored.save(file, UPRIGHT[suffix], exif=telling_exif(orientation), quality=95)
    path = tmp_path / f"foto.{suffix}"
    path.write_bytes(file.getvalue())
    facts = ImageMemory().facts(path)
    assert (facts.width, facts.height) == SIZE
    (made,) = render(file.getvalue(), [Rendering(*SIZE, "PNG", is_cropped=False)])
    result = Image.open(io.BytesIO(made))
    assert is_near(result.getpixel((48, 20)), RED)
    assert is_near(result.getpixel((48, 120)), BLUE)


@pytest.mark.parametrize("suffix", [*UPRIGHT, "gif"])
@pytest.mark.parametrize("made_as", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_comes_out(suffix: str, made_as: str) -> None:
    options: dict[str, Any] = {"comment": MARK} if suffix in {"gif", "jpg"} else {}
    if suffix != "gif":
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        options |= {"exif": telling_exif(), "icc_profile": profile}
    if suffix in {"jpg", "webp", "avif"}:
        options["xmp"] = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{MARK}</x:xmpmeta>".encode()
    file = io.BytesIO()
    picture().save(file, {**UPRIGHT, "gif": "GIF"}[suffix], **options)
    assert MARK.encode() in file.getvalue()
    (made,) = render(file.getvalue(), [Rendering(*SIZE, made_as, is_cropped=False)])
    assert MARK.encode() not in made
    for mark in (b"Exif", b"eXIf", b"iCCP", b"ICC_PROFILE", b"xmpmeta", b"tEXt", b"EXIF", b"ICCP"):
        assert mark not in made


@pytest.mark.parametrize("suffix", [s for s in UPRIGHT if s != "png"])
def test_a_photo_that_tells_its_place_is_known(tmp_path: Path, suffix: str) -> None:
    file = io.BytesIO()
    picture().save(file, UPRIGHT[suffix], exif=telling_exif())
    path = tmp_path / f"foto.{suffix}"
    path.write_bytes(file.getvalue())
    assert ImageMemory().facts(path).tells_place


@pytest.mark.parametrize("name", ["moving.gif", "moving.webp"])
def test_what_moves_is_known_to_move(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(READ[name]())
    assert ImageMemory().facts(tmp_path / name).is_animated


@pytest.mark.parametrize("fraction", [0.02, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("name", READ)
def test_half_a_file_gives_a_sentence_or_a_picture(
    tmp_path: Path, name: str, fraction: float
) -> None:
    """Never anything else: some formats show the part that is there."""
    raw = READ[name]()
    (tmp_path / name).write_bytes(raw[: max(1, int(len(raw) * fraction))])
    facts = ImageMemory().facts(tmp_path / name)
    if not facts.error:
        try:
            render((tmp_path / name).read_bytes(), [Rendering(*SIZE, "PNG", is_cropped=False)])
        except ImageError as error:
            facts = type(facts)(error=str(error))
    assert not facts.error or facts.error.endswith(".")


NOT_READ = {
    "film.jpg": (b"\0\0\0\x18ftypmp42" + b"\0" * 40, "een film"),
    "film van een telefoon.jpg": (b"\0\0\0\x14ftypqt  " + b"\0" * 40, "een film"),
    "ruw.jpg": (b"II*\x00\x10\x00\x00\x00CR\x02" + b"\0" * 40, "ruwe foto (RAW)"),
    "ruw fuji.jpg": (b"FUJIFILMCCD-RAW 0201" + b"\0" * 40, "ruwe foto (RAW)"),
    "photoshop.jpg": (b"8BPS\0\1" + b"\0" * 40, "Photoshop"),
    "drukwerk.jpg": (b"%!PS-Adobe-3.0", "een eps"),
    "brief.jpg": (b"PK\x03\x04" + b"\0" * 40, "Word- of zip-bestand"),
    "pagina.jpg": (b"<!DOCTYPE html><html>", "een webpagina"),
    "tekening.png": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "een svg-tekening"),
    "niets.jpg": (b"\0" * 4096, "geen beeld dat wij kennen"),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_no_picture_is_told_for_what_it_is(tmp_path: Path, name: str) -> None:
    content, what = NOT_READ[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImageError, match=r"\.") as raised:
        check(tmp_path / name)
    assert what in str(raised.value)
