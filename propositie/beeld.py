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
from xml.etree import ElementTree

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

MAX_BYTES = 20_000_000
MAX_BEELDPUNTEN = 60_000_000
"""A picture that unpacks to more than this is refused (a decompression bomb)."""
MAX_ZIJDE = 16_000
"""Pixels; longer than WebP can be, and no photo is."""
_RASTER = {"JPEG", "PNG", "WEBP"}
ACHTERVOEGSELS = (".jpg", ".jpeg", ".png", ".webp", ".svg")
_SVG = "{http://www.w3.org/2000/svg}"
_SVG_WEG = {"script", "foreignObject", "metadata", "title", "desc", "handler", "iframe"} | {
    "set",
    "animate",
    "animateMotion",
    "animateTransform",
}
_GEDRAAID = {5, 6, 7, 8}
"""Orientations (EXIF) in which what lies on its side is shown upright."""
_BESCHADIGD = "Dit beeld is beschadigd of niet heel. Bewaar het opnieuw als jpg of png."


class BeeldFout(Exception):
    """A picture that cannot be used; the text is a Dutch sentence."""

    pad: Path | None = None
    """The file, when whoever raised this knew it."""


@dataclass(frozen=True, slots=True)
class SchoonBeeld:
    """A drawing ready to be published: bytes, and its size in pixels."""

    inhoud: bytes
    breedte: int
    hoogte: int


def controleer_beeld(pad: Path) -> None:
    """Raise `BeeldFout` when the file cannot be used; no pixel is unpacked for it."""
    ruw = lees_beeld(pad)
    if is_svg(pad):
        schone_svg(ruw)
    else:
        rastermaat(ruw)
        if not _is_heel(ruw):
            raise BeeldFout(_BESCHADIGD)


def vertelt_plaats(pad: Path) -> bool:
    """Whether a picture that was found sound holds the place on earth where it was taken."""
    if is_svg(pad):
        return False
    with Image.open(pad) as beeld:
        return bool(beeld.getexif().get_ifd(ExifTags.IFD.GPSInfo).get(ExifTags.GPS.GPSLatitude))


def is_svg(pad: Path) -> bool:
    """Whether a picture is a drawing rather than pixels."""
    return pad.suffix.lower() == ".svg"


def lees_beeld(pad: Path) -> bytes:
    """The bytes of a picture. Raises `BeeldFout` for what is no picture, too large or closed."""
    if pad.suffix.lower() not in ACHTERVOEGSELS:
        raise BeeldFout("Dit soort bestand kan geen beeld zijn. Gebruik jpg, png, webp of svg.")
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise BeeldFout("Dit beeld is groter dan 20 MB. Maak het kleiner.")
        return pad.read_bytes()
    except OSError as fout:
        raise BeeldFout("Dit beeld is niet te openen.") from fout


def rastermaat(ruw: bytes) -> tuple[int, int]:
    """Width and height of a photo as it is shown, upright; reads its head only."""
    beeld = _open(ruw)
    try:
        gedraaid = beeld.getexif().get(0x0112) in _GEDRAAID
    except (OSError, ValueError, SyntaxError):
        gedraaid = False
    return (beeld.height, beeld.width) if gedraaid else beeld.size


def pak_uit(ruw: bytes, minstens: int) -> Image.Image:
    """The pixels of a photo: upright, in sRGB, `RGB` or `RGBA`, without anything else.

    A much larger photo may come out smaller, never with a side under `minstens` pixels.
    """
    beeld = _open(ruw)
    try:
        beeld.draft("RGB", (minstens, minstens))
        recht = ImageOps.exif_transpose(beeld)
        kleur = _in_srgb(recht.convert("RGBA" if recht.has_transparency_data else "RGB"))
    except (OSError, ValueError, SyntaxError, EOFError) as fout:
        raise BeeldFout(_BESCHADIGD) from fout
    kaal = Image.new(kleur.mode, kleur.size)
    kaal.paste(kleur)
    return kaal


def _in_srgb(beeld: Image.Image) -> Image.Image:
    """A photo with a colour profile (phones take wider colours) in the colours of the web."""
    profiel = beeld.info.get("icc_profile")
    if not profiel:
        return beeld
    try:
        van = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
        naar = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(beeld, van, naar) or beeld
    except (ImageCms.PyCMSError, OSError, ValueError):
        return beeld  # a broken profile says nothing about the pixels


def _open(ruw: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            beeld = Image.open(io.BytesIO(ruw), formats=list(_RASTER))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as fout:
        raise BeeldFout("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.") from fout
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fout:
        raise BeeldFout("Dit bestand is geen beeld dat wij kennen (jpg, png of webp).") from fout
    if beeld.width * beeld.height > MAX_BEELDPUNTEN or max(beeld.size) > MAX_ZIJDE:
        raise BeeldFout("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.")
    return beeld


def _is_heel(ruw: bytes) -> bool:
    """Whether a photo goes on to its own end mark: half an upload does not."""
    if ruw.startswith(b"RIFF"):
        return len(ruw) >= 8 + int.from_bytes(ruw[4:8], "little")
    if ruw.startswith(b"\x89PNG"):
        return _png_is_heel(ruw)
    return 0xD9 in _jpeg_merktekens(ruw)


def _png_is_heel(ruw: bytes) -> bool:
    plek = 8
    while plek + 12 <= len(ruw):
        lengte = int.from_bytes(ruw[plek : plek + 4])
        if ruw[plek + 4 : plek + 8] == b"IEND":
            return True
        plek += 12 + lengte
    return False


_NA_BEELDDATA = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A mark that ends a run of image data: no stuffed byte, no filler, no restart."""


def _jpeg_merktekens(ruw: bytes) -> Iterator[int]:
    """The marks of a JPEG in order, as far as they go; what they hold (a thumbnail) is skipped."""
    plek = 2
    while plek + 4 <= len(ruw) + 2:
        if ruw[plek : plek + 1] != b"\xff":
            return
        soort = ruw[plek + 1] if plek + 1 < len(ruw) else 0
        if soort == 0xFF:
            plek += 1
            continue
        yield soort
        plek += 2 + int.from_bytes(ruw[plek + 2 : plek + 4])
        if soort == 0xDA:
            vondst = _NA_BEELDDATA.search(ruw, plek)
            if vondst is None:
                return
            plek = vondst.start()


def schone_svg(ruw: bytes) -> SchoonBeeld:
    """Keep the drawing of an SVG: no scripts, no outside addresses, no metadata, no comments."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", ruw, re.I):
        raise BeeldFout("Dit svg-bestand bevat een DOCTYPE. Bewaar het opnieuw als gewone svg.")
    try:
        wortel = ElementTree.fromstring(ruw.decode("utf-8-sig"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as fout:
        raise BeeldFout("Dit svg-bestand is beschadigd. Bewaar het opnieuw.") from fout
    if wortel.tag != f"{_SVG}svg":
        raise BeeldFout("Dit bestand is geen svg-tekening.")
    if _te_diep(wortel):
        raise BeeldFout("Dit svg-bestand is veel te diep genest. Bewaar het opnieuw.")
    _snoei(wortel)
    breedte, hoogte = _svg_maat(wortel)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return SchoonBeeld(ElementTree.tostring(wortel), breedte, hoogte)


MAX_DIEPTE = 100
"""Groups within groups; no drawing needs more, and deeper ones stop the program."""


def _te_diep(wortel: ElementTree.Element) -> bool:
    laag = [wortel]
    for _ in range(MAX_DIEPTE):
        laag = [kind for knoop in laag for kind in knoop]
    return bool(laag)


def _snoei(knoop: ElementTree.Element) -> None:
    for naam in list(knoop.attrib):
        kaal = naam.rpartition("}")[2].lower()
        vreemd = "}" in naam and not naam.startswith("{http://www.w3.org/1999/xlink}")
        waarde = knoop.attrib[naam]
        wijst_weg = kaal == "href" and not waarde.startswith("#")
        roept = re.search(r"url\(\s*['\"]?(?!#)|javascript:|expression\(", waarde, re.I)
        if vreemd or kaal.startswith("on") or wijst_weg or roept or kaal.startswith("data-"):
            del knoop.attrib[naam]
    for kind in list(knoop):
        naam = kind.tag if isinstance(kind.tag, str) else ""
        if not naam.startswith(_SVG) or naam.removeprefix(_SVG) in _SVG_WEG:
            knoop.remove(kind)
        else:
            if naam == f"{_SVG}style" and re.search(r"@import|url\(", kind.text or "", re.I):
                raise BeeldFout(
                    "Dit svg-bestand haalt iets van buiten op. Bewaar het als kale svg."
                )
            _snoei(kind)


def _svg_maat(wortel: ElementTree.Element) -> tuple[int, int]:
    delen = re.split(r"[\s,]+", wortel.get("viewBox", "").strip())
    try:
        if len(delen) == 4:
            return max(1, round(float(delen[2]))), max(1, round(float(delen[3])))
        maten = [re.match(r"[\d.]+", wortel.get(m, "")) for m in ("width", "height")]
        return tuple(max(1, round(float(m[0]))) if m else 100 for m in maten)  # type: ignore[return-value]
    except (ValueError, OverflowError):
        return 100, 100
