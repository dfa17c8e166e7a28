"""What is drawn where there is no portrait or picture: a window with letters and something on its
sill, a small drawing of what a service is like. The same thing always gets the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from ..huis import Behoefte, Dienst

SILL = ("radio", "vaas", "boeken", "bol", "mok", "lamp", "kat", "plant")
"""What can stand in a window without a portrait."""
TINTS = ("groen", "geel", "papier")
_TOPICS = (
    ("tas", re.compile(r"boodschap|voedsel|kleding")),
    ("post", re.compile(r"papier|brie[fv]|formulier|geld|schuld|rondkom|huishoudb|administratie")),
    ("hart", re.compile(r"rouw|verlies|nabesta|mantelzorg|respijt|even[- ]?vrij|troost")),
    ("boom", re.compile(r"buurt|buiten|tuin|wijk|straat|veilig|natuur|wandel")),
)  # fmt: skip
"""What a service is about, by the words of its needs."""
_SHAPES = {"telefonisch": "telefoon", "aan_huis": "deur"}
_ALWAYS = "tafel"
VIGNETTES = (*(name for name, _ in _TOPICS), *_SHAPES.values(), _ALWAYS)
"""Every drawing that may stand for a service."""


@dataclass(frozen=True, slots=True)
class WindowDrawing:
    """A window of somebody without a portrait."""

    letters: str
    tint: str
    sill: str
    """What stands on the sill."""
    is_right: bool
    """Whether it stands on the right side."""


def window_drawing(id_: str, name: str) -> WindowDrawing:
    """The window of who is called `name`; it follows from the id of the file."""
    number = int.from_bytes(blake2b(id_.encode(), digest_size=4).digest())
    tint, number = TINTS[number % len(TINTS)], number // len(TINTS)
    sill, number = SILL[number % len(SILL)], number // len(SILL)
    return WindowDrawing(monogram(name), tint, sill, bool(number % 2))


def monogram(name: str) -> str:
    """The first letters of the first and the last word of a name: `Roos van Dijk` → `RD`."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isalpha()]
    letters = [words[0][0], *(words[-1][0] for _ in words[1:2])] if words else ["·"]
    return "".join(letters).upper()


def vignette_of(behoeften: Mapping[str, Behoefte], dienst: Dienst) -> str:
    """The drawing for a service that has no picture; `behoeften` are the needs of the house."""
    needs = [behoeften[id_] for id_ in dienst.behoeften if id_ in behoeften]
    return choose_vignette(dienst.vorm, [dienst.id, *(f"{b.id} {b.naam}" for b in needs)])


def choose_vignette(vorm: Sequence[str], about: Iterable[str]) -> str:
    """The drawing for a service that is done in these ways, and is about this."""
    if "telefonisch" in vorm and not {"aan_huis", "op_locatie", "groep"}.intersection(vorm):
        return _SHAPES["telefonisch"]
    told = " ".join(about).lower()
    for name, pattern in _TOPICS:
        if pattern.search(told):
            return name
    return next((_SHAPES[way] for way in vorm if way in _SHAPES), _ALWAYS)
