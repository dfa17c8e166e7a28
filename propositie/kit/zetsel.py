"""Texts on their way to the printing press: cut to what can be read, set in letters that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..uitvoer.drukpers import GEWOON, zetbaar

_ONZICHTBAAR = {"Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"}
_BINDERS = {"\u200c", "\u200d"}
"""Join or part letters in some scripts; other invisible marks only turn text around."""
_HANGEND = {"Mn", "Mc", "Me", "Cf", "Sk"}
"""What shows only together with the character before it."""
LANG_WOORD = 22
"""Letters after which a word may be broken: no name is to run off the paper."""

Waarde = Any
"""What JSON can hold."""


def schoon(tekst: str) -> str:
    """The text on one line, composed, without invisible marks."""
    zichtbaar = (
        t if t in _BINDERS or unicodedata.category(t) not in _ONZICHTBAAR else " "
        for t in unicodedata.normalize("NFC", tekst)
    )  # fmt: skip
    return _LOS.sub("", " ".join("".join(zichtbaar).split()))


_LOS = re.compile(r"(?<!\S)[\u200c\u200d\ufe00-\ufe0f]+|[\u200c\u200d]+(?!\S)")
"""Joiners that join nothing."""


class Schaar:
    """Cuts texts to size, and remembers which fields it had to cut."""

    def __init__(self) -> None:
        self.geknipt: list[tuple[str | int, ...]] = []

    def knip(self, tekst: str | None, lengte: int, *veld: str | int) -> str:
        """The text, at most `lengte` characters; `veld` is where it came from."""
        heel = tekst if tekst and tekst.isascii() and tekst.isprintable() else schoon(tekst or "")
        if len(heel) <= lengte:
            return heel
        if veld and veld not in self.geknipt:
            self.geknipt.append(veld)
        voor, _, _ = heel[:lengte].rpartition(" ")
        return (voor or heel[: lengte - 1]).rstrip(",;:–- ") + "…"


@dataclass(frozen=True, slots=True)
class Zetsel:
    """Data that can be set: all its texts hold characters that some font has."""

    gegevens: dict[str, Waarde]
    alle_letters: bool
    """Whether fonts of this machine are needed."""
    weg: frozenset[str]
    """Characters that were left out, for no font has them."""


def zetsel(gegevens: dict[str, Waarde]) -> Zetsel:
    """Make every text in `gegevens` one that can be set."""
    tekens = frozenset[str]().union(*map(frozenset, _teksten(gegevens)))
    vreemd = {t for t in tekens - GEWOON if not _hangt(t) and not zetbaar(t, False)}
    weg = frozenset(t for t in vreemd if not zetbaar(t, True))
    return Zetsel(_zonder(gegevens, weg), bool(vreemd - weg), weg)


def alleen_eigen(gegevens: dict[str, Waarde]) -> Zetsel:
    """The same with typst's own letters only: the way out when a font of the machine fails."""
    tekens = frozenset[str]().union(*map(frozenset, _teksten(gegevens)))
    weg = frozenset(t for t in tekens - GEWOON if _hangt(t) or not zetbaar(t, False))
    return Zetsel(_zonder(gegevens, weg), False, weg)


def _hangt(teken: str) -> bool:
    return unicodedata.category(teken) in _HANGEND and teken not in GEWOON


def _teksten(waarde: Waarde) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def _zonder(waarde: Waarde, weg: frozenset[str]) -> Waarde:
    if isinstance(waarde, str):
        return breekbaar(_heel(waarde, weg))
    if isinstance(waarde, dict):
        return {sleutel: _zonder(deel, weg) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_zonder(deel, weg) for deel in waarde]
    return waarde


def _heel(tekst: str, weg: frozenset[str]) -> str:
    """The text without `weg`, and without marks that hung on what is gone."""
    if weg.isdisjoint(tekst):
        return tekst
    uit: list[str] = []
    los = True
    for teken in tekst:
        los = teken in weg or (los and _hangt(teken))
        if not los:
            uit.append(teken)
    return " ".join("".join(uit).split())


_LANG = re.compile(rf"[^\s\u200b]{{{LANG_WOORD + 1},}}")


def breekbaar(tekst: str) -> str:
    """The text with places to break in words that are far too long; addresses stay as they are."""
    if len(tekst) <= LANG_WOORD:
        return tekst
    return _LANG.sub(lambda m: _gebroken(m[0]), tekst)


def _gebroken(woord: str) -> str:
    if "@" in woord or "/" in woord or woord.startswith("#"):
        return woord
    return "\u200b".join(woord[n : n + LANG_WOORD] for n in range(0, len(woord), LANG_WOORD))
