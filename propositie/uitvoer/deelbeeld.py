"""Share pictures: what a page looks like when somebody sends its address to somebody else.

The house again: its roof, its wall, and in it the words of the page; beside them the door, or the
window of the worker whose page it is. Set by typst, many at once.
"""

from __future__ import annotations

import io
import os
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Literal

import PIL
from PIL import Image

from .bestand import Bestand, Getoond
from .cache import Cache, sleutel_van
from .drukpers import VERSIE, DrukFout, druk_png, zetbaar

BREEDTE, HOOGTE = 1200, 630
MAKER = 2
"""Raise this when the same words must come out in another way."""
MEEST = 200_000
"""Bytes; a larger picture (a portrait in many colours) is brought back to fewer colours. Some
messengers show no picture of over 300 kB; fewer colours take as long as setting the page."""
KOP_TEKENS, BIJ_TEKENS, NAAM_TEKENS = 130, 110, 46
"""So much text can be read on a picture as large as a thumb."""
_PER_KEER = 24
"""Pages in one run of typst: enough to share its start, few enough to divide over cores."""

Vorm = Literal["gewoon", "vraag", "ik", "mens"]


@dataclass(frozen=True, slots=True)
class Portret:
    """A portrait that may be shown: what tells it from others, its file type, and how to get it."""

    sleutel: str
    achtervoegsel: str
    inhoud: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Deel:
    """The words of one share picture."""

    kop: str
    bij: str = ""
    """What stands under it, smaller."""
    boven: str = ""
    """What stands above it, smaller."""
    vorm: Vorm = "gewoon"
    portret: Portret | None = None


@dataclass(frozen=True, slots=True)
class Merkbeeld:
    """What all share pictures of a site have in common: its name and its colours."""

    naam: str
    kleuren: Mapping[str, str]


def deelbeelden(
    delen: Sequence[Deel], merk: Merkbeeld, bewaard: Cache
) -> list[tuple[Bestand, Getoond] | None]:
    """Make a share picture of each, in order; None for words that cannot be set at all."""
    sleutels = [_sleutel(deel, merk) for deel in delen]
    gemaakt = {s: bewaard.haal(s) for s in dict.fromkeys(sleutels)}
    nodig = {s: deel for s, deel in zip(sleutels, delen, strict=True) if gemaakt[s] is None}
    for sleutel, beeld in _druk(nodig, merk):
        gemaakt[sleutel] = beeld
        bewaard.bewaar(sleutel, beeld)
    return [
        _gereed(s, inhoud, deel, merk) if (inhoud := gemaakt[s]) is not None else None
        for s, deel in zip(sleutels, delen, strict=True)
    ]


def _sleutel(deel: Deel, merk: Merkbeeld) -> str:
    kleuren = repr(sorted(merk.kleuren.items()))
    portret = deel.portret.sleutel if deel.portret is not None else None
    woorden = (deel.kop, deel.bij, deel.boven, deel.vorm, merk.naam, portret)
    return sleutel_van(
        "deelbeeld", MAKER, VERSIE, PIL.__version__, _bron(), _RAAM, kleuren, *woorden
    )


def _gereed(sleutel: str, inhoud: bytes, deel: Deel, merk: Merkbeeld) -> tuple[Bestand, Getoond]:
    adres = f"deelbeelden/{sleutel[:12]}.png"
    alt = " ".join(t for t in (deel.boven, deel.kop, deel.bij, f"({merk.naam})") if t)
    return Bestand(adres, inhoud), Getoond(adres, alt, BREEDTE, HOOGTE)


@cache
def _bron() -> str:
    return files("propositie.uitvoer").joinpath("deelbeeld.typ").read_text("utf-8")


# --- setting ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Blad:
    """One picture to be set: under which key, what it says, and the window it shows (SVG)."""

    sleutel: str
    deel: Deel
    raam: str | None


def _druk(nodig: Mapping[str, Deel], merk: Merkbeeld) -> Iterator[tuple[str, bytes]]:
    """Set what is needed, in runs beside each other; leave out what cannot be set."""
    runs: list[partial[list[tuple[str, bytes]]]] = []
    for alle_letters in (False, True):
        bladen = [
            _Blad(s, d, _raam_van(d, merk))
            for s, d in nodig.items()
            if _alle_letters(d, merk) is alle_letters and _blijft_over(d.kop, alle_letters)
        ]
        runs += [
            partial(_run, bladen[n : n + _PER_KEER], merk, alle_letters)
            for n in range(0, len(bladen), _PER_KEER)
        ]
    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as draden:
        for uit in draden.map(lambda run: run(), runs):
            yield from uit


def _run(bladen: Sequence[_Blad], merk: Merkbeeld, alle_letters: bool) -> list[tuple[str, bytes]]:
    ramen = {f"{b.sleutel}.svg": b.raam for b in bladen if b.raam is not None}
    gegevens = {
        "kleuren": dict(merk.kleuren),
        "naam": _zetsel(merk.naam, NAAM_TEKENS, alle_letters),
        "delen": [_gegevens(b, alle_letters) for b in bladen],
    }
    try:
        beelden = druk_png(_bron(), gegevens, ramen, alle_letters=alle_letters)
    except DrukFout:
        if len(bladen) == 1:
            return []
        return [klaar for blad in bladen for klaar in _run([blad], merk, alle_letters)]
    return [(b.sleutel, _klein(beeld)) for b, beeld in zip(bladen, beelden, strict=True)]


def _raam_van(deel: Deel, merk: Merkbeeld) -> str | None:
    if deel.portret is None:
        return None
    soort = {".svg": "svg+xml", ".png": "png"}.get(deel.portret.achtervoegsel, "jpeg")
    return _raam(merk.kleuren, soort, deel.portret.inhoud())


def _gegevens(blad: _Blad, alle_letters: bool) -> dict[str, object]:
    """One page as the template reads it."""
    deel = blad.deel
    kop = _zetsel(deel.kop, KOP_TEKENS, alle_letters)
    return {
        "vorm": deel.vorm,
        "kop": f"“{kop}”" if deel.vorm == "vraag" else kop,
        "langste": max(kop.replace("\u200b", " ").split(), key=len, default=""),
        "bij": _zetsel(deel.bij, BIJ_TEKENS, alle_letters),
        "boven": _zetsel(deel.boven, NAAM_TEKENS, alle_letters),
        "raam": f"{blad.sleutel}.svg" if blad.raam is not None else None,
    }


def _klein(png: bytes) -> bytes:
    """The same picture in few bytes."""
    if len(png) <= MEEST:
        return png
    with Image.open(io.BytesIO(png)) as beeld:
        kleuren = beeld.convert("RGB").quantize(128, method=Image.Quantize.FASTOCTREE)
    uit = io.BytesIO()
    kleuren.save(uit, "PNG")
    return uit.getvalue()


# --- words --------------------------------------------------------------------------------------

_WEG = {"Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"}
_BINDERS = {"\u200c", "\u200d"}
"""Join or part letters in some scripts; other invisible marks only turn text around."""
_LANG_WOORD = 24


def _leesbaar(tekst: str, lengte: int) -> str:
    """The text on one line, without invisible marks, at most `lengte` characters."""
    schoon = "".join(
        t if t in _BINDERS or unicodedata.category(t) not in _WEG else " "
        for t in unicodedata.normalize("NFC", tekst)
    )
    woorden = " ".join(schoon.split())
    if len(woorden) <= lengte:
        return woorden
    voor, _, _ = woorden[:lengte].rpartition(" ")
    return (voor or woorden[: lengte - 1]).rstrip(",;:–- ") + "…"


def _zetsel(tekst: str, lengte: int, alle_letters: bool) -> str:
    """The text as it can be set: without what no font has, long words made breakable."""
    zichtbaar, kan = "", True
    for teken in _leesbaar(tekst, lengte):
        # What only changes the character before it goes where that one goes.
        kan = kan if _hoeft_niet(teken) else zetbaar(teken, alle_letters)
        zichtbaar += teken if kan else ""
    return " ".join(
        "\u200b".join(w[n : n + _LANG_WOORD] for n in range(0, len(w), _LANG_WOORD))
        for w in zichtbaar.split()
    )


def _blijft_over(kop: str, alle_letters: bool) -> bool:
    """Whether most of a headline can be set; less than half of it would say something else."""
    bedoeld = len(_leesbaar(kop, KOP_TEKENS).replace(" ", ""))
    over = len(_zetsel(kop, KOP_TEKENS, alle_letters).replace(" ", "").replace("\u200b", ""))
    return 2 * over >= bedoeld > 0


def _hoeft_niet(teken: str) -> bool:
    """Whether a character shows only together with another one."""
    return unicodedata.category(teken) in {"Mn", "Mc", "Me", "Cf"}


def _alle_letters(deel: Deel, merk: Merkbeeld) -> bool:
    """Whether some character needs a font of this machine."""
    teksten = (
        (deel.kop, KOP_TEKENS), (deel.bij, BIJ_TEKENS),
        (deel.boven, NAAM_TEKENS), (merk.naam, NAAM_TEKENS),
    )  # fmt: skip
    return not all(
        _hoeft_niet(t) or zetbaar(t, False) for tekst, n in teksten for t in _leesbaar(tekst, n)
    )


# --- the window ---------------------------------------------------------------------------------

_RAAM = "M18 334V88C18 44 77 8 145 8C222 8 282 41 282 85V333Q281 338 275 338H26Q18 338 18 334Z"


def _raam(kleuren: Mapping[str, str], soort: str, portret: bytes) -> str:
    """A portrait in its window (SVG): only the arch of it shows."""
    data = f"data:image/{soort};base64,{b64encode(portret).decode()}"
    lijn = f'fill="none" stroke="{kleuren["lijn"]}"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 350">'
        f'<clipPath id="r"><path d="{_RAAM}"/></clipPath><g clip-path="url(#r)">'
        f'<path d="{_RAAM}" fill="{kleuren["hoofd-tint"]}"/><image x="18" y="8" width="264" '
        f'height="330" preserveAspectRatio="xMidYMid slice" href="{data}"/></g>'
        f'<path d="{_RAAM}" {lijn} stroke-width="6"/>'
        f'<path d="M5 339q70-3 145-1t145-1" {lijn} stroke-width="9" stroke-linecap="round"/></svg>'
    )
