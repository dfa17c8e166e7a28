"""What is done with pictures in the room for dangerous work. Nobody calls this from outside it."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from zlib import crc32, decompressobj
from zlib import error as ZlibError

from PIL import ExifTags, Image, ImageCms, ImageOps, TiffImagePlugin, UnidentifiedImageError

from ..errors import PropositieError
from . import kinds
from .svg import SvgError, clean_svg

MAX_PIXELS = 60_000_000
"""A picture that unpacks to more than this is refused (a decompression bomb)."""
MAX_SIDE = 16_000
"""Pixels; longer than WebP can be, and no photo is."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP", "HEIF")
_SIDEWAYS = {5, 6, 7, 8}
"""Orientations (EXIF) in which what lies on its side is shown upright."""
_DAMAGED = "Dit beeld is beschadigd of niet heel. Bewaar het opnieuw als jpg of png."
_TOO_LARGE = "Dit beeld heeft veel te veel beeldpunten. Maak het kleiner."


class Refused(PropositieError):
    """A picture that cannot be used; `told` is a Dutch sentence."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


def describe(arguments: list[str], blobs: list[bytes]) -> tuple[list[dict[str, Any]], list[bytes]]:
    """What can be said of pictures, each a drawing (`svg`) or a `photo`, without unpacking one."""
    return [_describe(kind, raw) for kind, raw in zip(arguments, blobs, strict=True)], []


def _describe(kind: str, raw: bytes) -> dict[str, Any]:
    try:
        if kind == "svg":
            clean = clean_svg(raw)
            return {"width": clean.width, "height": clean.height, "drawing": clean.content}
        return _describe_photo(raw)
    except (Refused, SvgError) as error:
        return {"error": error.told}
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError):
        return {"error": _DAMAGED}


def _describe_photo(raw: bytes) -> dict[str, Any]:
    image = _open(raw)
    if not _is_whole(image.format or "", raw):
        raise Refused(_DAMAGED)
    exif = _exif(image)
    is_sideways = exif.get(ExifTags.Base.Orientation) in _SIDEWAYS
    width, height = _stored_size(image)
    if is_sideways:
        width, height = height, width
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    return {
        "width": width,
        "height": height,
        "has_alpha": bool(image.has_transparency_data),
        "tells_place": bool(place.get(ExifTags.GPS.GPSLatitude)),
        "is_animated": getattr(image, "n_frames", 1) > 1,
    }


def _stored_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as they are stored: of a TIFF, Pillow may tell how it will be shown."""
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        tags = image.tag_v2
        return int(tags[TiffImagePlugin.IMAGEWIDTH]), int(tags[TiffImagePlugin.IMAGELENGTH])
    return image.size


def _exif(image: Image.Image) -> Image.Exif:
    """What a camera wrote; of a PNG only what stands before its pixels, which stay packed."""
    exif = Image.Exif()
    with contextlib.suppress(Exception):
        if raw := image.info.get("exif"):
            exif.load(raw)
        elif image.format == "TIFF":
            return image.getexif()
    return exif


def _open(raw: bytes) -> Image.Image:
    if (other := kinds.what_else(raw)) is not None:
        raise Refused(other)
    with contextlib.suppress(ImportError):
        from pi_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(raw), formats=_FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused(_TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused(
            "Dit bestand is geen beeld dat wij kennen (jpg, png, webp, heic, avif, gif, tiff of "
            "bmp). Bewaar het opnieuw als jpg of png."
        ) from error
    if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
        raise Refused(_TOO_LARGE)
    return image


def render(arguments: list[Mapping[str, Any]], blobs: list[bytes]) -> tuple[None, list[bytes]]:
    """Files of one photo, each with its width, height, format and whether it is cut to shape."""
    unpacked: dict[int, Image.Image] = {}

    def from_pixels(needed: int) -> Image.Image:
        if needed not in unpacked:
            unpacked[needed] = _decode(blobs[0], needed)
        return unpacked[needed]

    return None, [_encode(_resize(from_pixels(_needed(a)), a), str(a["format"])) for a in arguments]


USUAL_SIDE = 1200
"""Pixels of the longest side of nearly every file: those are all made of the same pixels, whichever
others are made beside them, so that the same file always has the same bytes."""


def _needed(argument: Mapping[str, Any]) -> int:
    return max(USUAL_SIDE, int(argument["width"]), int(argument["height"]))


def _decode(raw: bytes, needed: int) -> Image.Image:
    """The pixels of a photo: upright, in sRGB, `RGB` or `RGBA`, without anything else.

    A much larger photo comes out smaller, never with a side under `needed` pixels.
    """
    image = _open(raw)
    try:
        exif = _exif(image)
        image.draft("RGB", (needed, needed))
        image.load()
        factor = min(image.size) // (2 * needed)
        if factor > 1:  # before anything else makes a copy of so many pixels
            image = _reduce(image, factor)
        image = _turn(image, exif.get(ExifTags.Base.Orientation, 1))
        colour = _to_srgb(_eight_bits(image))
        colour = colour.convert("RGBA" if colour.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError) as error:
        raise Refused(_DAMAGED) from error
    plain = Image.new(colour.mode, colour.size)
    plain.paste(colour)
    return plain


def _reduce(image: Image.Image, factor: int) -> Image.Image:
    info = image.info
    if image.mode in {"P", "1"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image = image.reduce(factor)
    image.info = {"icc_profile": info["icc_profile"]} if "icc_profile" in info else {}
    return image


_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    """A photo upright, by what the camera wrote of how it was held."""
    turn = _TURNS.get(orientation)
    if turn is None or image.format == "HEIF":
        return image
    info, turned = image.info, image.transpose(turn)
    turned.info = info
    return turned


def _eight_bits(image: Image.Image) -> Image.Image:
    """A photo of more than eight bits a colour (some scanners) with eight."""
    if image.mode.startswith("I") or image.mode == "F":
        info = image.info
        scaled = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        scaled.info = info
        return scaled
    return image


def _to_srgb(image: Image.Image) -> Image.Image:
    """A photo with a colour profile (phones take wider colours) in the colours of the web."""
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if not profile:
        return image.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        if image.mode not in {"CMYK", "L"}:
            image = image.convert(mode)
        return ImageCms.profileToProfile(image, source, target, outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert(mode)  # a broken profile says nothing about the pixels


def _resize(image: Image.Image, rendering: Mapping[str, Any]) -> Image.Image:
    size = (int(rendering["width"]), int(rendering["height"]))
    if rendering["is_cropped"]:
        # A little above the middle: in a portrait that is where the eyes are.
        return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


_ENCODERS: Mapping[str, Callable[[Image.Image, io.BytesIO], None]] = {
    "WEBP": partial(Image.Image.save, format="WEBP", quality=80, method=4),
    "JPEG": partial(Image.Image.save, format="JPEG", quality=80, optimize=True, progressive=True),
    "PNG": partial(Image.Image.save, format="PNG", optimize=True),
}


def _encode(image: Image.Image, image_format: str) -> bytes:
    result = io.BytesIO()
    if image_format == "JPEG" and image.mode != "RGB":
        image = image.convert("RGB")
    _ENCODERS[image_format](image, result)
    return result.getvalue()


# --- whole or half ------------------------------------------------------------------------------


def _is_whole(image_format: str, raw: bytes) -> bool:
    """Whether a photo goes on to its own end mark: half an upload does not."""
    if image_format == "WEBP":
        return len(raw) >= 8 + int.from_bytes(raw[4:8], "little")
    if image_format == "PNG":
        return _is_png_whole(raw)
    return 0xD9 in _jpeg_markers(raw) if image_format == "JPEG" else True


def _is_png_whole(raw: bytes) -> bool:
    """Whether every block of a PNG is there and as it was written, and its pixels unpack: they are
    thrown away piece by piece, so that no picture is too large for this."""
    position, pixels = 8, decompressobj()
    while position + 12 <= len(raw):
        length = int.from_bytes(raw[position : position + 4])
        kind, end = raw[position + 4 : position + 8], position + 8 + length
        if crc32(raw[position + 4 : end]) != int.from_bytes(raw[end : end + 4]):
            return False
        if kind == b"IEND":
            return pixels.eof
        if kind == b"IDAT" and not _unpacks(pixels, raw[position + 8 : end]):
            return False
        position = end + 4
    return False


_PIECE = 2**20


def _unpacks(pixels: Any, packed: bytes) -> bool:
    while packed:
        try:
            pixels.decompress(packed, _PIECE)
        except ZlibError:
            return False
        packed = pixels.unconsumed_tail
    return True


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
