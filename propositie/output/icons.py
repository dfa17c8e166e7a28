"""The marks by which a browser and a home screen know the site, and the manifest that names them.

From the beeldmerk of the brand; without one, from the built-in house in the brand's colour.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import PIL
from PIL import Image

from ..images import ImageError
from .cache import Cache, make_key
from .house_mark import house_mark
from .output_file import OutputFile
from .palette import contrast
from .press import VERSION, TypesetError, svg_to_png
from .site_images import Images

REVISION = 1
"""Raise this when the same mark must come out in another way."""
TAB_SIZES = (16, 32, 48)
"""The sizes in favicon.ico."""
SCREEN_SIZES = (192, 512)
"""The sizes that a manifest must have to be put on a home screen."""
APPLE = 180
_FILL = 0.76
"""How much of a full icon its mark fills, so that rounded corners cut nothing off."""
_SAFE_FILL = 0.56
"""The same for a maskable icon: a square inside the circle that is never cut off."""


@dataclass(frozen=True, slots=True)
class Icons:
    """All icons: the files, and the addresses that the head of a page links to."""

    files: tuple[OutputFile, ...]
    addresses: Mapping[str, str | None]


def make_brand_icons(
    images: Images, beeldmerk: str | None, name: str, colours: Mapping[str, str], cache: Cache
) -> Icons:
    """The icons of a brand with this `beeldmerk`. Raises `ImageError` for a damaged one."""
    if beeldmerk is None:
        return draw_icons(None, True, name, colours, cache)
    standalone = images.standalone("merk", beeldmerk, "beeldmerk")
    try:
        return draw_icons(
            images.content(standalone), standalone.suffix == ".svg", name, colours, cache
        )
    except TypesetError as typeset:
        error = ImageError("Dit beeldmerk is niet te tekenen. Bewaar het opnieuw als kale svg.")
        error.path = images.path("merk", beeldmerk)
        raise error from typeset


def draw_icons(
    beeldmerk: bytes | None,
    is_svg: bool,
    name: str,
    colours: Mapping[str, str],
    cache: Cache,
) -> Icons:
    """Make every icon and the manifest.

    `beeldmerk` is a clean SVG (`is_svg`) or a PNG; None takes the built-in house. `colours` are
    the light tokens of the palette. Raises `TypesetError` for an SVG that cannot be drawn.
    """
    if beeldmerk is None:
        merk = house_mark(colours["hoofd"], colours["op-hoofd"])
        full = house_mark(colours["hoofd"], colours["op-hoofd"], corner=0)
        is_svg = True
    else:
        merk = full = beeldmerk
    backgrounds = (colours["grond"], colours["hoofd"])
    key = make_key("iconen", REVISION, PIL.__version__, VERSION, merk, is_svg, *backgrounds)
    address = f"iconen/{key[:12]}"

    def draw(kind: str) -> bytes:
        return cache.make(
            make_key(key, kind), lambda: _draw_icon(kind, merk, full, is_svg, backgrounds)
        )

    names = {f"{n}": f"{address}-{n}.png" for n in (APPLE, *SCREEN_SIZES)} | {
        "maskerend": f"{address}-maskerend.png"
    }
    files = [OutputFile(position, draw(kind)) for kind, position in names.items()]
    files.append(OutputFile("favicon.ico", draw("ico")))
    if is_svg:
        files.append(OutputFile(f"{address}.svg", merk))
    files.append(OutputFile("site.webmanifest", manifest(name, colours, names)))
    links = {
        "ico": "favicon.ico",
        "svg": f"{address}.svg" if is_svg else None,
        "apple": names[str(APPLE)],
        "manifest": "site.webmanifest",
    }
    return Icons(tuple(files), links)


def manifest(name: str, colours: Mapping[str, str], names: Mapping[str, str]) -> bytes:
    """The web app manifest; every address in it is relative, so that any path will do."""
    images = [(names[str(n)], n, "any") for n in SCREEN_SIZES]
    images.append((names["maskerend"], 512, "maskable"))
    content = {
        "name": name,
        "short_name": short_name(name),
        "lang": "nl",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": colours["grond"],
        "theme_color": colours["grond"],
        "icons": [
            {"src": address, "sizes": f"{n}x{n}", "type": "image/png", "purpose": purpose}
            for address, n, purpose in images
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


_LEGAL_FORM = re.compile(r"^(?:stichting|vereniging|coöperatie|coöperatieve|st\.)\s+", re.I)


def short_name(name: str) -> str:
    """A name that fits under an icon: without the legal form."""
    return _LEGAL_FORM.sub("", name) or name


def _draw_icon(
    kind: str, merk: bytes, full: bytes, is_svg: bool, backgrounds: tuple[str, str]
) -> bytes:
    """One icon: an .ico for a tab, or a PNG that fills its square."""
    if kind == "ico":
        return _ico(_square(merk, is_svg))
    side = 512 if kind == "maskerend" else int(kind)
    return _png(_on_background(_square(full, is_svg), side, backgrounds, kind == "maskerend"))


def _square(merk: bytes, is_svg: bool) -> Image.Image:
    """The mark in the middle of a see-through square of 512 pixels."""
    with Image.open(io.BytesIO(svg_to_png(merk) if is_svg else merk)) as image:
        colour = image.convert("RGBA")
    colour.thumbnail((512, 512), Image.Resampling.LANCZOS)
    canvas = Image.new("RGBA", (512, 512))
    canvas.paste(colour, ((512 - colour.width) // 2, (512 - colour.height) // 2))
    return canvas


def _on_background(
    merk: Image.Image, side: int, backgrounds: tuple[str, str], is_maskable: bool
) -> Image.Image:
    """The mark on a ground without holes; one that fills its square is its own ground."""
    is_opaque = merk.getchannel("A").getextrema()[0] == 255
    if is_opaque:
        return merk.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    own = _average_colour(merk)
    canvas = Image.new("RGB", (side, side), max(backgrounds, key=lambda g: contrast(g, own)))
    size = round(side * (_SAFE_FILL if is_maskable else _FILL))
    small = merk.resize((size, size), Image.Resampling.LANCZOS)
    position = (side - size) // 2
    canvas.paste(small, (position, position), small)
    return canvas


def _average_colour(merk: Image.Image) -> str:
    """The colour that the mark has from afar."""
    r, g, b, a = merk.convert("RGBa").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return "#{:02x}{:02x}{:02x}".format(
        *(min(255, round(255 * k / a)) if a else 0 for k in (r, g, b))
    )


def _ico(merk: Image.Image) -> bytes:
    sizes = [merk.resize((n, n), Image.Resampling.LANCZOS) for n in TAB_SIZES]
    buffer = io.BytesIO()
    sizes[-1].save(buffer, "ICO", sizes=[(n, n) for n in TAB_SIZES], append_images=sizes[:-1])
    return buffer.getvalue()


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
