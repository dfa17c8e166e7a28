"""The printing press: typst, from the one wheel that brings it, for what must become pixels.

Nothing here reads the network or the disk: sources, pictures and texts go in as bytes. Texts go
in as data, so that whatever somebody typed is set as text and never read as instructions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version

import typst

from ..errors import PropositieError

VERSION = version("typst")
_MAIN = "main.typ"


@cache
def _fonts(all_fonts: bool) -> typst.Fonts:
    """The fonts of typst itself, or of this machine too: looked up once, for that takes longer
    than setting a page."""
    return typst.Fonts(include_system_fonts=all_fonts)


class TypesetError(PropositieError):
    """What typst could not set."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Drukwerk is niet te zetten ({reason}). Kijk of er ongewone tekens in de tekst staan."
        )
        self.reason = reason
        """What typst says of it, in English."""


def render_png(
    source: str, data: object, files: Mapping[str, str], *, all_fonts: bool = False
) -> list[bytes]:
    """Set `source` (typst) and return a PNG for each page, one pixel to the point.

    `data` is what the source reads with `json(bytes(sys.inputs.data))`; `files` are
    the files it may name: text, for typst takes no other here. `all_fonts` also takes the
    fonts of this machine: slower, and only for scripts that typst's own fonts do not have.
    """
    try:
        result: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload] # its stub lags
            {n: t.encode() for n, t in {_MAIN: source, **files}.items()},
            format="png",
            ppi=72.0,
            font_paths=_fonts(all_fonts),
            sys_inputs={"gegevens": json.dumps(data)},
        )
    except (typst.TypstError, RuntimeError, ValueError) as error:
        raise TypesetError(str(error)) from error
    return result if isinstance(result, list) else [result]


def render_pdf(
    source: str, data: object, files: Mapping[str, str], *, all_fonts: bool = False
) -> bytes:
    """Set `source` as a tagged PDF (PDF/UA-1) that a screen reader can read; the rest as above."""
    try:
        result: bytes = typst.compile(  # type: ignore[call-overload] # its stub lags
            {n: t.encode() for n, t in {_MAIN: source, **files}.items()},
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_fonts(all_fonts),
            sys_inputs={"gegevens": json.dumps(data)},
        )
    except (typst.TypstError, RuntimeError, ValueError) as error:
        raise TypesetError(str(error)) from error
    return result


_DRAWING = """\
#set page(width: 512pt, height: 512pt, margin: 0pt, fill: none)
#image("tekening.svg", width: 100%, height: 100%, fit: "contain")
"""


def svg_to_png(svg: bytes) -> bytes:
    """A drawing as PNG of 512 by 512 pixels, see-through where nothing is drawn."""
    return render_png(_DRAWING, None, {"tekening.svg": svg.decode()})[0]


PLAIN = frozenset(
    chr(n)
    for start, end in ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2027))
    for n in range(start, end)
) - {"\u00ad", "\u2011"}
"""What Libertinus Serif certainly has: the letters and marks of western and central Europe."""


@lru_cache(maxsize=4096)
def can_typeset(character: str, all_fonts: bool) -> bool:
    """Whether some font has `character`, typst's own or (`all_fonts`) one of this machine."""
    if character in PLAIN:
        return True
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
