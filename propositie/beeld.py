"""Pictures: may this file be shown, and the clean copy of it that is.

A clean copy holds pixels (or drawing) and nothing else: no place where a photo was taken, no
comment, no script.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 20_000_000
MAX_BEELDPUNTEN = 60_000_000
"""A picture that unpacks to more than this is refused (a decompression bomb)."""
GROOTSTE_ZIJDE = 1600
"""Pixels; no page shows a picture larger."""
_RASTER = {"JPEG", "PNG", "WEBP"}
ACHTERVOEGSELS = (".jpg", ".jpeg", ".png", ".webp", ".svg")
_SVG = "{http://www.w3.org/2000/svg}"
_SVG_WEG = {"script", "foreignObject", "metadata", "title", "desc", "handler", "iframe"} | {
    "set",
    "animate",
    "animateMotion",
    "animateTransform",
}


class BeeldFout(Exception):
    """A picture that cannot be used; the text is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class SchoonBeeld:
    """A picture ready to be published: bytes, extension (with point), size in pixels."""

    inhoud: bytes
    achtervoegsel: str
    breedte: int
    hoogte: int


def controleer_beeld(pad: Path) -> None:
    """Raise `BeeldFout` when the file cannot be used; looks at no more of it than needed."""
    ruw = _lees(pad)
    if pad.suffix.lower() == ".svg":
        _schone_svg(ruw)
    else:
        _open(ruw)


def schoon_beeld(pad: Path, grootste: int = GROOTSTE_ZIJDE) -> SchoonBeeld:
    """Return the picture without metadata, upright and at most `grootste` pixels on a side."""
    ruw = _lees(pad)
    if pad.suffix.lower() == ".svg":
        return _schone_svg(ruw)
    beeld = _open(ruw)
    try:
        recht = ImageOps.exif_transpose(beeld) or beeld
        recht.thumbnail((grootste, grootste))
        kleur = recht.convert("RGBA" if recht.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError) as fout:
        raise BeeldFout("Dit beeld is beschadigd. Bewaar het opnieuw als jpg of png.") from fout
    uit = io.BytesIO()
    kleur.save(uit, "WEBP", quality=82, method=4)
    return SchoonBeeld(uit.getvalue(), ".webp", kleur.width, kleur.height)


def _lees(pad: Path) -> bytes:
    if pad.suffix.lower() not in ACHTERVOEGSELS:
        raise BeeldFout("Dit soort bestand kan geen beeld zijn. Gebruik jpg, png, webp of svg.")
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise BeeldFout("Dit beeld is groter dan 20 MB. Maak het kleiner.")
        return pad.read_bytes()
    except OSError as fout:
        raise BeeldFout("Dit beeld is niet te openen.") from fout


def _open(ruw: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            beeld = Image.open(io.BytesIO(ruw), formats=list(_RASTER))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as fout:
        raise BeeldFout("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.") from fout
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fout:
        raise BeeldFout("Dit bestand is geen beeld dat wij kennen (jpg, png of webp).") from fout
    if beeld.width * beeld.height > MAX_BEELDPUNTEN:
        raise BeeldFout("Dit beeld heeft veel te veel beeldpunten. Maak het kleiner.")
    return beeld


def _schone_svg(ruw: bytes) -> SchoonBeeld:
    """Keep the drawing of an SVG: no scripts, no outside addresses, no metadata, no comments."""
    if re.search(rb"<!(DOCTYPE|ENTITY)", ruw, re.I):
        raise BeeldFout("Dit svg-bestand bevat een DOCTYPE. Bewaar het opnieuw als gewone svg.")
    try:
        wortel = ElementTree.fromstring(ruw.decode("utf-8-sig"))
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as fout:
        raise BeeldFout("Dit svg-bestand is beschadigd. Bewaar het opnieuw.") from fout
    if wortel.tag != f"{_SVG}svg":
        raise BeeldFout("Dit bestand is geen svg-tekening.")
    _snoei(wortel)
    breedte, hoogte = _svg_maat(wortel)
    ElementTree.register_namespace("", _SVG.strip("{}"))
    return SchoonBeeld(ElementTree.tostring(wortel), ".svg", breedte, hoogte)


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
