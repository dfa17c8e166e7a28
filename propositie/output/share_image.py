"""Share pictures: what a page looks like when somebody sends its address to somebody else.

The house again: its roof, its wall, and in it the words of the page; beside them the door, or the
window of the worker whose page it is. Set by typst, many at once.
"""

from __future__ import annotations

import os
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Literal

import PIL

from .. import progress
from .cache import Cache, make_key
from .literata import print_fingerprint
from .output_file import OutputFile, ShownImage
from .press import VERSION, TypesetError, can_typeset, render_png
from .site_images import EmbeddedImage

WIDTH, HEIGHT = 1200, 630
REVISION = 3
"""Raise this when the same words must come out in another way."""
MAX_BYTES = 200_000
"""Bytes; a larger picture (a portrait in many colours) is brought back to fewer colours. Some
messengers show no picture of over 300 kB; fewer colours take as long as setting the page."""
HEADING_LENGTH, SUBTITLE_LENGTH, NAME_LENGTH = 130, 110, 46
"""So much text can be read on a picture as large as a thumb."""
_BATCH = 24
"""Pages in one run of typst: enough to share its start, few enough to divide over cores."""

Variant = Literal["gewoon", "vraag", "ik", "mens"]


@dataclass(frozen=True, slots=True)
class ShareText:
    """The words of one share picture."""

    heading: str
    below: str = ""
    """What stands under it, smaller."""
    above: str = ""
    """What stands above it, smaller."""
    variant: Variant = "gewoon"
    portret: EmbeddedImage | None = None
    """A portrait that may be shown."""


@dataclass(frozen=True)
class ShareStyle:
    """What all share pictures of a site have in common: its name and its colours."""

    name: str
    colours: Mapping[str, str]

    @cached_property
    def fingerprint(self) -> str:
        """Another style, or another way to set it, another fingerprint."""
        colours = repr(sorted(self.colours.items()))
        return make_key(
            REVISION,
            VERSION,
            PIL.__version__,
            print_fingerprint(),
            _source(),
            _WINDOW,
            colours,
            self.name,
        )


def make_share_images(
    parts: Sequence[ShareText],
    merk: ShareStyle,
    store: Cache,
    portraits: Callable[[Iterable[EmbeddedImage]], Mapping[str, bytes]],
) -> list[tuple[OutputFile, ShownImage] | None]:
    """Make a share picture of each, in order; None for words that cannot be set at all.

    `portraits` gives, by their key, the portraits that `parts` name.
    """
    keys = [_make_key(share, merk) for share in parts]
    shelf = {key: _shelf(share, store) for key, share in zip(keys, parts, strict=True)}
    made = {key: found[1] if (found := shelf[key].png(key)) else None for key in shelf}
    needed = {s: share for s, share in zip(keys, parts, strict=True) if made[s] is None}
    for key, image in _typeset_all(needed, merk, portraits):
        made[key] = image
        shelf[key].save_png(key, image)
    return [
        _finish(s, content, share, merk) if (content := made[s]) is not None else None
        for s, share in zip(keys, parts, strict=True)
    ]


def kept_share_image(share: ShareText, merk: ShareStyle, store: Cache) -> tuple[str, Path] | None:
    """The address of the share picture of these words and the file, when `store` has it."""
    key = _make_key(share, merk)
    kept = _shelf(share, store).png(key)
    return (_shown(key, share, merk).address, kept[0]) if kept is not None else None


def _shelf(share: ShareText, store: Cache) -> Cache:
    """Where a picture is kept: with the portrait in it, so that it goes when that one goes."""
    owner = share.portret.owner if share.portret is not None else ""
    return store.of(owner) if owner else store


def plan_share_image(share: ShareText, merk: ShareStyle) -> ShownImage:
    """Where the share picture of these words will stand, and what it says."""
    return _shown(_make_key(share, merk), share, merk)


def _make_key(share: ShareText, merk: ShareStyle) -> str:
    portret = share.portret.key if share.portret is not None else None
    words = (share.heading, share.below, share.above, share.variant, portret)
    return make_key("deelbeeld", merk.fingerprint, repr(words))


def _finish(
    key: str, content: bytes, share: ShareText, merk: ShareStyle
) -> tuple[OutputFile, ShownImage]:
    shown = _shown(key, share, merk)
    return OutputFile(shown.address, content), shown


def _shown(key: str, share: ShareText, merk: ShareStyle) -> ShownImage:
    alt = " ".join(t for t in (share.above, share.heading, share.below, f"({merk.name})") if t)
    return ShownImage(f"deelbeelden/{key[:12]}.png", alt, WIDTH, HEIGHT)


@cache
def _source() -> str:
    return files("propositie.output").joinpath("share_image.typ").read_text("utf-8")


# --- setting ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One picture to be set: under which key, what it says, and the window it shows (SVG)."""

    key: str
    share: ShareText
    window: str | None


def _typeset_all(
    needed: Mapping[str, ShareText],
    merk: ShareStyle,
    portraits: Callable[[Iterable[EmbeddedImage]], Mapping[str, bytes]],
) -> Iterator[tuple[str, bytes]]:
    """Set what is needed, in runs beside each other; leave out what cannot be set."""
    photos = portraits(filter(None, (share.portret for share in needed.values())))
    runs: list[partial[list[tuple[str, bytes]]]] = []
    for all_fonts in (False, True):
        sheets = [
            _Sheet(s, d, _window_of(d, merk, photos))
            for s, d in needed.items()
            if _needs_all_fonts(d, merk) is all_fonts and _is_mostly_kept(d.heading, all_fonts)
        ]
        runs += [
            partial(_run, sheets[n : n + _BATCH], merk, all_fonts)
            for n in range(0, len(sheets), _BATCH)
        ]
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        done = 0
        for result in pool.map(lambda run: run(), runs):
            done += len(result)
            progress.tell("Deelbeelden maken", done, len(needed))
            yield from result


def _run(sheets: Sequence[_Sheet], merk: ShareStyle, all_fonts: bool) -> list[tuple[str, bytes]]:
    windows = {f"{b.key}.svg": b.window for b in sheets if b.window is not None}
    data = {
        "kleuren": dict(merk.colours),
        "naam": _typesettable(merk.name, NAME_LENGTH, all_fonts),
        "delen": [_sheet_data(b, all_fonts) for b in sheets],
    }
    try:
        images = render_png(_source(), data, windows, all_fonts=all_fonts, most_bytes=MAX_BYTES)
    except TypesetError:
        if len(sheets) == 1:
            return []
        return [done for sheet in sheets for done in _run([sheet], merk, all_fonts)]
    return [(b.key, image) for b, image in zip(sheets, images, strict=True)]


def _window_of(share: ShareText, merk: ShareStyle, photos: Mapping[str, bytes]) -> str | None:
    if share.portret is None:
        return None
    kind = {".svg": "svg+xml", ".png": "png"}.get(share.portret.suffix, "jpeg")
    return _draw_window(merk.colours, kind, photos[share.portret.key])


def _sheet_data(sheet: _Sheet, all_fonts: bool) -> dict[str, object]:
    """One page as the template reads it."""
    share = sheet.share
    heading = _typesettable(share.heading, HEADING_LENGTH, all_fonts)
    return {
        "vorm": share.variant,
        "kop": f"“{heading}”" if share.variant == "vraag" else heading,
        "langste": max(heading.replace("\u200b", " ").split(), key=len, default=""),
        "bij": _typesettable(share.below, SUBTITLE_LENGTH, all_fonts),
        "boven": _typesettable(share.above, NAME_LENGTH, all_fonts),
        "raam": f"{sheet.key}.svg" if sheet.window is not None else None,
    }


# --- words --------------------------------------------------------------------------------------

_INVISIBLE = {"Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
"""Join or part letters in some scripts; other invisible marks only turn text around."""
_LONG_WORD = 24


def _readable(text: str, length: int) -> str:
    """The text on one line, without invisible marks, at most `length` characters."""
    clean = "".join(
        t if t in _JOINERS or unicodedata.category(t) not in _INVISIBLE else " "
        for t in unicodedata.normalize("NFC", text)
    )
    words = " ".join(clean.split())
    if len(words) <= length:
        return words
    before, _, _ = words[:length].rpartition(" ")
    return (before or words[: length - 1]).rstrip(",;:–- ") + "…"


def _typesettable(text: str, length: int, all_fonts: bool) -> str:
    """The text as it can be set: without what no font has, long words made breakable."""
    visible, is_kept = "", True
    for character in _readable(text, length):
        # What only changes the character before it goes where that one goes.
        is_kept = is_kept if _is_combining(character) else can_typeset(character, all_fonts)
        visible += character if is_kept else ""
    return " ".join(
        "\u200b".join(w[n : n + _LONG_WORD] for n in range(0, len(w), _LONG_WORD))
        for w in visible.split()
    )


def _is_mostly_kept(heading: str, all_fonts: bool) -> bool:
    """Whether most of a headline can be set; less than half of it would say something else."""
    intended = len(_readable(heading, HEADING_LENGTH).replace(" ", ""))
    remaining = len(
        _typesettable(heading, HEADING_LENGTH, all_fonts).replace(" ", "").replace("\u200b", "")
    )
    return 2 * remaining >= intended > 0


def _is_combining(character: str) -> bool:
    """Whether a character shows only together with another one."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def _needs_all_fonts(share: ShareText, merk: ShareStyle) -> bool:
    """Whether some character needs a font of this machine."""
    texts = (
        (share.heading, HEADING_LENGTH), (share.below, SUBTITLE_LENGTH),
        (share.above, NAME_LENGTH), (merk.name, NAME_LENGTH),
    )  # fmt: skip
    return not all(
        _is_combining(t) or can_typeset(t, False) for text, n in texts for t in _readable(text, n)
    )


# --- the window ---------------------------------------------------------------------------------

_WINDOW = "M18 334V88C18 44 77 8 145 8C222 8 282 41 282 85V333Q281 338 275 338H26Q18 338 18 334Z"


def _draw_window(colours: Mapping[str, str], kind: str, portret: bytes) -> str:
    """A portrait in its window (SVG): only the arch of it shows."""
    data = f"data:image/{kind};base64,{b64encode(portret).decode()}"
    line = f'fill="none" stroke="{colours["lijn"]}"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 350">'
        f'<clipPath id="r"><path d="{_WINDOW}"/></clipPath><g clip-path="url(#r)">'
        f'<path d="{_WINDOW}" fill="{colours["hoofd-tint"]}"/><image x="18" y="8" width="264" '
        f'height="330" preserveAspectRatio="xMidYMid slice" href="{data}"/></g>'
        f'<path d="{_WINDOW}" {line} stroke-width="6"/>'
        f'<path d="M5 339q70-3 145-1t145-1" {line} stroke-width="9" stroke-linecap="round"/></svg>'
    )
