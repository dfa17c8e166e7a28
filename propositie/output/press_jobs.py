"""Setting by typst, in the room for dangerous work. Nobody calls this from outside it.

Nothing here reads the network, and of the disk only our fonts: sources, pictures and texts go in
as bytes. Texts go in as data, so that whatever somebody typed is set as text and never read as
instructions.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst
from PIL import Image

from .literata import PRINT

_MAIN = "main.typ"


@cache
def _fonts(all_fonts: bool) -> typst.Fonts:
    """Our own fonts and those of typst itself, or of this machine too: looked up once, for that
    takes longer than setting a page."""
    return typst.Fonts(include_system_fonts=all_fonts, font_paths=[PRINT])


def typeset(arguments: Mapping[str, Any], blobs: list[bytes]) -> tuple[None, list[bytes]]:
    """Set a source as `png` (a file for each page, one pixel to the point) or as tagged `pdf`.

    `names` are those of the files that go along. A PNG over `most_bytes`, when that is given, is
    brought back to fewer colours.
    """
    is_pdf = arguments["format"] == "pdf"
    result: Any = typst.compile(
        {_MAIN: arguments["source"].encode(), **dict(zip(arguments["names"], blobs, strict=True))},
        format=arguments["format"],
        font_paths=_fonts(bool(arguments["all_fonts"])),
        sys_inputs={"gegevens": arguments["data"]},
        **({"pdf_standards": ["ua-1"]} if is_pdf else {"ppi": 72.0}),
    )
    pages = result if isinstance(result, list) else [result]
    most = arguments.get("most_bytes")
    return None, [_shrink(page, most) if most and not is_pdf else page for page in pages]


def can_typeset(arguments: list[Any], blobs: list[bytes]) -> tuple[list[bool], list[bytes]]:
    """For each of some characters whether a font has it."""
    characters, all_fonts = arguments
    return [_has(character, bool(all_fonts)) for character in characters], []


def _has(character: str, all_fonts: bool) -> bool:
    try:
        # Under PDF/UA typst refuses to set what no font has; a PNG would show an empty box.
        typst.compile(
            b'#set document(title: "x")\n#sys.inputs.teken',
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_fonts(all_fonts),
            sys_inputs={"teken": character},
        )
    except (typst.TypstError, ValueError):
        return False
    return True


def _shrink(png: bytes, most_bytes: int) -> bytes:
    """The same picture in few bytes."""
    if len(png) <= most_bytes:
        return png
    with Image.open(io.BytesIO(png)) as image:
        colours = image.convert("RGB").quantize(128, method=Image.Quantize.FASTOCTREE)
    result = io.BytesIO()
    colours.save(result, "PNG")
    return result.getvalue()
