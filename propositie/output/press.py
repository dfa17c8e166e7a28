"""The printing press: typst, from the one wheel that brings it, for what must become pixels.

It runs in another process (`isolation`), for a drawing that never ends or stops it must not end
the build.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version

from ..errors import PropositieError
from ..isolation import IsolationError, JobError, run_isolated

VERSION = version("typst")
_SECONDS = 15.0
"""What one run of the press may take: some dozens of pages, or one wicked drawing."""


_REASONS = {
    "time": "het houdt niet op",
    "memory": "er is te veel geheugen voor nodig",
    "died": "het liep vast",
}


class TypesetError(PropositieError):
    """What typst could not set."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Drukwerk is niet te zetten ({reason}). Kijk of er ongewone tekens in de tekst staan."
        )
        self.reason = reason
        """What typst says of it, in English."""


def render_png(
    source: str,
    data: object,
    files: Mapping[str, str],
    *,
    all_fonts: bool = False,
    most_bytes: int | None = None,
) -> list[bytes]:
    """Set `source` (typst) and return a PNG for each page, one pixel to the point.

    `data` is what the source reads with `json(bytes(sys.inputs.data))`; `files` are
    the files it may name: text, for typst takes no other here. `all_fonts` also takes the
    fonts of this machine: slower, and only for scripts that neither ours nor typst's own have. A
    page of more than `most_bytes` is brought back to fewer colours.
    """
    return _run("png", source, data, files, all_fonts, most_bytes)


def render_pdf(
    source: str, data: object, files: Mapping[str, str], *, all_fonts: bool = False
) -> bytes:
    """Set `source` as a tagged PDF (PDF/UA-1) that a screen reader can read; the rest as above."""
    return _run("pdf", source, data, files, all_fonts, None)[0]


def _run(
    kind: str,
    source: str,
    data: object,
    files: Mapping[str, str],
    all_fonts: bool,
    most_bytes: int | None,
) -> list[bytes]:
    arguments = {
        "format": kind,
        "source": source,
        "data": json.dumps(data),
        "names": list(files),
        "all_fonts": all_fonts,
        "most_bytes": most_bytes,
    }
    try:
        _, pages = run_isolated(
            "typeset", arguments, [t.encode() for t in files.values()], _SECONDS
        )
    except (JobError, IsolationError) as error:
        reason = _REASONS[error.reason] if isinstance(error, IsolationError) else str(error)
        raise TypesetError(reason) from error
    if not pages:
        raise TypesetError("no pages")
    return pages


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
"""What Literata or Libertinus Serif certainly has: the letters and marks of western and central
Europe."""


@lru_cache(maxsize=4096)
def can_typeset(character: str, all_fonts: bool) -> bool:
    """Whether some font has `character`, ours, typst's own or (`all_fonts`) one of this machine."""
    if character in PLAIN:
        return True
    try:
        known, _ = run_isolated("can_typeset", [[character], all_fonts], (), _SECONDS)
    except (JobError, IsolationError):
        return False
    return bool(known == [True])
