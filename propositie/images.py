"""Pictures: may this file be shown, and the clean drawing or pixels that are.

What is clean holds pixels (or drawing) and nothing else: no place where a photo was taken, no
comment, no script.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from .errors import PropositieError

if TYPE_CHECKING:  # loaded by the first photo: a house without any, or unchanged, needs none
    from PIL import Image

MAX_BYTES = 20_000_000
MAX_PIXELS = 60_000_000
"""A picture that unpacks to more than this is refused (a decompression bomb)."""
MAX_SIDE = 16_000
"""Pixels; longer than WebP can be, and no photo is."""
_RASTER = {"JPEG", "PNG", "WEBP"}
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
_SVG = "{http://www.w3.org/2000/svg}"
_SVG_REMOVED = {"script", "foreignObject", "metadata", "title", "desc", "handler", "iframe"} | {
    "set",
    "animate",
    "animateMotion",
    "animateTransform",
}
_SIDEWAYS = {5, 6, 7, 8}
"""Orientations (EXIF) in which what lies on its side is shown upright."""
_DAMAGED = "Dit beeld is beschadigd of niet heel. Bewaar het opnieuw als jpg of png."


class ImageError(PropositieError):
    """A picture that cannot be used; the text is a Dutch sentence."""

    path: Path | None = None
    """The file, when whoever raised this knew it."""


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A drawing ready to be published: bytes, and its size in pixels."""

    content: bytes
    width: int
    height: int


def check_image(path: Path) -> None:
    """Raise `ImageError` when the file cannot be used; no pixel is unpacked for it."""
    raw = read_image(path)
    if is_svg(path):
        clean_svg(raw)
    else:
        raster_size(raw)
        if not _is_whole(raw):
            raise ImageError(_DAMAGED)


def reveals_location(path: Path) -> bool:
    """Whether a picture that was found sound holds the place on earth where it was taken."""
    if is_svg(path):
        return False
    from PIL import ExifTags, Image

    with Image.open(path) as image:
        return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo).get(ExifTags.GPS.GPSLatitude))


def is_svg(path: Path) -> bool:
    """Whether a picture is a drawing rather than pixels."""
    return path.suffix.lower() == ".svg"


def read_image(path: Path) -> bytes:
    """The bytes of a picture. Raises `ImageError` for what is no picture, too large or closed."""
    if path.suffix.lower() not in SUFFIXES:
        raise ImageError("Dit soort bestand kan geen beeld zijn. Gebruik jpg, png, webp of svg.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImageError("Dit beeld is groter dan 20 MB. Maak het kleiner.")
        return path.read_bytes()
    except OSError as error:
        raise ImageError("Dit beeld is niet te openen.") from error


def raster_size(raw: bytes) -> tuple[int, int]:
    """Width and height of a photo as it is shown, upright; reads its head only."""
    image = _open(raw)
    try:
        is_sideways = image.getexif().get(0x0112) in _SIDEWAYS
    except (OSError, ValueError, SyntaxError):
        is_sideways = False
    return (image.height, image.width) if is_sideways else image.size


def decode_image(raw: bytes, minimum: int) -> Image.Image:
    """The pixels of a photo: upright, in sRGB, `RGB` or `RGBA`, without anything else.

    A much larger photo may come out smaller, never with a side under `minimum` pixels.
    """
    from PIL import Image, ImageOps

    image = _open(raw)
    try:
        image.draft("RGB", (minimum, minimum))
        upright = ImageOps.exif_transpose(image)
        colour = _to_srgb(upright.convert("RGBA" if upright.has_transparency_data else "RGB"))
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise ImageError(_DAMAGED) from error
    plain = Image.new(colour.mode, colour.size)
    plain.paste(colour)
    return plain


def _to_srgb(image: Image.Image) -> Image.Image:
    """A photo with a colour profile (phones take wider colours) in the colours of the web."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a broken profile says nothing about the pixels


def _open(raw: bytes) -> Image.Image:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(raw), formats=list(_RASTER))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ImageError("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise ImageError("Dit bestand is geen beeld dat wij kennen (jpg, png of webp).") from error
    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise ImageError("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.")
    return image


def _is_whole(raw: bytes) -> bool:
    """Whether a photo goes on to its own end mark: half an upload does not."""
    if raw.startswith(b"RIFF"):
        return len(raw) >= 8 + int.from_bytes(raw[4:8], "little")
    if raw.startswith(b"\x89PNG"):
        return _is_png_whole(raw)
    return 0xD9 in _jpeg_markers(raw)


def _is_png_whole(raw: bytes) -> bool:
    position = 8
    while position + 12 <= len(raw):
        length = int.from_bytes(raw[position : position + 4])
        if raw[position + 4 : position + 8] == b"IEND":
            return True
        position += 12 + length
    return False


_AFTER_IMAGE_DATA = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A mark that ends a run of image data: no stuffed byte, no filler, no restart."""


def _jpeg_markers(raw: bytes) -> Iterator[int]:
    """The marks of a JPEG in order, as far as they go; what they hold (a thumbnail) is skipped."""
    position = 2
    while position + 4 <= len(raw) + 2:
        if raw[position : position + 1] != b"\xff":
            return
        kind = raw[position + 1] if position + 1 < len(raw) else 0
        if kind == 0xFF:
            position += 1
            continue
        yield kind
        position += 2 + int.from_bytes(raw[position + 2 : position + 4])
        if kind == 0xDA:
            match = _AFTER_IMAGE_DATA.search(raw, position)
            if match is None:
                return
            position = match.start()


def clean_svg(raw: bytes) -> CleanImage:
    """Keep the drawing of an SVG: no scripts, no outside addresses, no metadata, no comments."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", raw, re.I):
        raise ImageError("Dit svg-bestand bevat een DOCTYPE. Bewaar het opnieuw als gewone svg.")
    try:
        root = ElementTree.fromstring(raw.decode("utf-8-sig"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise ImageError("Dit svg-bestand is beschadigd. Bewaar het opnieuw.") from error
    if root.tag != f"{_SVG}svg":
        raise ImageError("Dit bestand is geen svg-tekening.")
    if _is_too_deep(root):
        raise ImageError("Dit svg-bestand is veel te diep genest. Bewaar het opnieuw.")
    _prune(root)
    width, height = _svg_size(root)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return CleanImage(ElementTree.tostring(root), width, height)


MAX_DEPTH = 100
"""Groups within groups; no drawing needs more, and deeper ones stop the program."""


def _is_too_deep(root: ElementTree.Element) -> bool:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in node]
    return bool(level)


def _prune(node: ElementTree.Element) -> None:
    for name in list(node.attrib):
        plain = name.rpartition("}")[2].lower()
        foreign = "}" in name and not name.startswith("{http://www.w3.org/1999/xlink}")
        value = node.attrib[name]
        points_away = plain == "href" and not value.startswith("#")
        calls_out = re.search(r"url\(\s*['\"]?(?!#)|javascript:|expression\(", value, re.I)
        if (
            foreign
            or plain.startswith("on")
            or points_away
            or calls_out
            or plain.startswith("data-")
        ):
            del node.attrib[name]
    for child in list(node):
        name = child.tag if isinstance(child.tag, str) else ""
        if not name.startswith(_SVG) or name.removeprefix(_SVG) in _SVG_REMOVED:
            node.remove(child)
        else:
            if name == f"{_SVG}style" and re.search(r"@import|url\(", child.text or "", re.I):
                raise ImageError(
                    "Dit svg-bestand haalt iets van buiten op. Bewaar het als kale svg."
                )
            _prune(child)


def _svg_size(root: ElementTree.Element) -> tuple[int, int]:
    parts = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        if len(parts) == 4:
            return max(1, round(float(parts[2]))), max(1, round(float(parts[3])))
        sizes = [re.match(r"[\d.]+", root.get(m, "")) for m in ("width", "height")]
        return tuple(max(1, round(float(m[0]))) if m else 100 for m in sizes)  # type: ignore[return-value]
    except (ValueError, OverflowError):
        return 100, 100
