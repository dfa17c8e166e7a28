"""YAML text → a tree of text, lists and mappings; with the place of each part when asked.

One pass over the parser's events, without recursion: every scalar stays text, empty values count
as absent, and what staff never need (anchors, tags, several documents) is refused before it can
do harm. Places cost time and memory, so they are only kept in a second reading, once something
is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .fout import YamlFout
from .weigering import (
    STAART,
    STUURTEKEN,
    bijzonder,
    dubbel,
    geen_woord,
    hekje_in_tekst,
    hekje_vooraan,
    lijst_in_tekst,
    samen_dubbel,
    weiger,
)
from .yaml_taal import uitleg

Boom: TypeAlias = "str | list[Boom] | dict[str, Boom]"
Pad: TypeAlias = tuple[str | int, ...]

MAX_TEKENS = 500_000
"""No proposition needs a file of more than this many characters."""
MAX_DIEPTE = 12
"""No value in the contract lies deeper than this."""


MAX_DUBBEL = 20
"""With more keys given twice than this, somebody pasted a file into itself."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a key or value stands: line and column from 0, length on that first line."""

    regel: int
    kolom: int
    lengte: int


@dataclass(slots=True)
class Plaatsen:
    """Where keys and values stand, by path."""

    sleutels: dict[Pad, Span] = field(default_factory=dict)
    waarden: dict[Pad, Span] = field(default_factory=dict)


@dataclass(slots=True)
class Gezien:
    """What was left out of the tree, and is still worth a look."""

    dubbel: list[YamlFout] = field(default_factory=list)
    """Keys that were given twice; the first counts."""
    dubbele_paden: list[Pad] = field(default_factory=list)
    """The paths of those keys."""
    leeg: list[tuple[Pad, bool]] = field(default_factory=list)
    """Keys without a value, and whether they stand between brackets."""


def regels_van(tekst: str) -> list[str]:
    """The lines of a text as both the YAML parser and an editor count them."""
    return list(_regels(tekst))


@lru_cache(maxsize=4)  # every mistake in a file asks for the lines of that file
def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(re.split(r"\r\n|\r|\n", tekst))


def lees_boom(
    tekst: str, plaatsen: Plaatsen | None = None, gezien: Gezien | None = None
) -> Boom | None:
    """Read `tekst`; return the tree, or None when there is nothing in it.

    Empty values, lists and mappings are left out. Raises `YamlFout` for what cannot be read.
    With `plaatsen`, also notes there where every key and value stands; with `gezien`, what was
    left out.
    """
    if len(tekst) > MAX_TEKENS:
        raise te_groot()
    return _Bouw(tekst, plaatsen, gezien or Gezien()).uitvoeren()


def te_groot() -> YamlFout:
    """What to say of a file that is too large to be a proposition."""
    return YamlFout(
        "V11",
        "Dit bestand is veel te groot. Misschien is er per ongeluk iets in geplakt: "
        "haal eruit wat er niet in hoort.",
    )


_ANDERE_REGELEINDEN = str.maketrans("\x85\u2028\u2029", "   ")
"""Line ends that only YAML knows (they come along from a word processor) count as a space."""


def _heeft_andere(tekst: str) -> bool:
    return "\u2028" in tekst or "\u2029" in tekst or "\x85" in tekst


@dataclass(slots=True)
class _Knoop:
    """A list or mapping under construction."""

    inhoud: list[Boom] | dict[str, Boom]
    is_groep: bool
    start: Any
    """The event that began it."""
    sleutel: str | None = None
    gezien: set[str] = field(default_factory=set)
    dubbel: tuple[int, list[str], YamlFout] | None = None
    """How many keys there were at the last key given twice, those keys in a row, the message."""


class _Bouw:
    """Builds the tree from events, with a stack of its own."""

    def __init__(self, tekst: str, plaatsen: Plaatsen | None, gezien: Gezien) -> None:
        self.tekst = tekst.translate(_ANDERE_REGELEINDEN) if _heeft_andere(tekst) else tekst
        self.plaatsen = plaatsen
        self.gezien = gezien
        self.stapel: list[_Knoop] = []
        self.wortel: Boom | None = None
        self.documenten = 0
        self.staarten = " #" in self.tekst and STAART.search(self.tekst) is not None

    @cached_property
    def regels(self) -> list[str]:
        """The lines of the text; only asked for once something looks wrong."""
        return regels_van(self.tekst)

    def uitvoeren(self) -> Boom | None:
        """Build the tree. The loop is tight: it turns a million times in a large house."""
        try:
            volgende = yaml.CBaseLoader(self.tekst).get_event
            while (soort := type(g := volgende())) is not StreamEndEvent:
                if soort is ScalarEvent:
                    self._scalar(g)
                elif soort is MappingStartEvent or soort is SequenceStartEvent:
                    self._open(g)
                elif soort is MappingEndEvent or soort is SequenceEndEvent:
                    knoop = self.stapel.pop()
                    self._zet(knoop.inhoud, knoop.start, g)
                elif soort is AliasEvent:
                    raise bijzonder(self.regels, g, "*")
                elif soort is DocumentStartEvent:
                    self._document(g)
        except yaml.YAMLError as fout:
            raise uitleg(fout, self.regels) from None
        return self.wortel

    def _scalar(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise bijzonder(self.regels, g, "&" if g.anchor is not None else "!")
        waarde: str = g.value
        stijl = g.style
        if stijl == '"' and STUURTEKEN.search(waarde):
            raise weiger(
                g, "V01", "In deze tekst staat een teken dat niet te zien is. Typ de tekst opnieuw."
            )
        if self.stapel and (knoop := self.stapel[-1]).sleutel is None and knoop.is_groep:
            self._sleutel(knoop, g)
            return
        vreemd = not stijl and (not waarde or self.staarten or " - " in waarde)
        if vreemd and (fout := self._verdacht(g, waarde)):
            raise fout
        self._zet(waarde, g, g)

    def _verdacht(self, g: Any, waarde: str) -> YamlFout | None:
        """What is wrong with a text without quotation marks, if anything."""
        if not waarde:
            return hekje_vooraan(self.regels, g)
        if " - " in waarde and g.start_mark.line != g.end_mark.line:
            return lijst_in_tekst(self.regels, g)
        return hekje_in_tekst(self.regels, g) if self.staarten else None

    def _sleutel(self, knoop: _Knoop, g: Any) -> None:
        sleutel = g.value.strip()
        if not sleutel:
            raise weiger(g, "V02", "Voor de dubbele punt ontbreekt de naam van het veld.")
        knoop.sleutel = sleutel
        if sleutel in knoop.gezien:
            self._dubbel(g, knoop, sleutel)
        elif self.plaatsen is not None:
            self.plaatsen.sleutels[self._pad_hier()] = _span(g)

    def _open(self, g: Any) -> None:
        if g.anchor is not None or g.tag is not None:
            raise bijzonder(self.regels, g, "&" if g.anchor is not None else "!")
        if len(self.stapel) >= MAX_DIEPTE:
            raise weiger(
                g, "V11", "Dit zit te diep genest. Kijk of er haken of streepjes te veel staan."
            )
        if self.stapel and (knoop := self.stapel[-1]).sleutel is None and knoop.is_groep:
            raise geen_woord(self.regels, g)
        groep = type(g) is MappingStartEvent
        self.stapel.append(_Knoop({} if groep else [], groep, g))

    def _dubbel(self, g: Any, knoop: _Knoop, sleutel: str) -> None:
        """Note a key that was given before in the same group; those in a row are one mistake."""
        self.gezien.dubbele_paden.append(self._pad_hier())
        if knoop.dubbel and knoop.dubbel[0] == len(knoop.gezien) and len(knoop.dubbel[1]) < 9:
            _, sleutels, vorige = knoop.dubbel
            sleutels.append(sleutel)
            in_lijst = len(self.stapel) > 1 and not self.stapel[-2].is_groep
            vorige.bericht = samen_dubbel(sleutels, in_lijst)
            return
        fout = dubbel(self.regels, g, sleutel, knoop.start.start_mark.line)
        if len(self.gezien.dubbel) >= MAX_DUBBEL:
            raise fout
        knoop.dubbel = len(knoop.gezien), [sleutel], fout
        self.gezien.dubbel.append(fout)

    def _document(self, g: Any) -> None:
        self.documenten += 1
        if self.documenten > 1:
            raise weiger(
                g, "V02", 'De regel "---" kan hier niet staan: één bestand gaat over één ding. '
                "Haal die regel weg."
            )  # fmt: skip

    def _zet(self, waarde: Boom, begin: Any, einde: Any) -> None:
        """Put a finished value in its place; an empty one is dropped."""
        if self.plaatsen is not None:
            span = _tot(begin.start_mark, einde.end_mark)
            self.plaatsen.waarden.setdefault(self._pad_hier(), span)
        if not self.stapel:
            self.wortel = waarde or None
            return
        knoop = self.stapel[-1]
        inhoud = knoop.inhoud
        if isinstance(inhoud, list):
            if waarde:
                inhoud.append(waarde)
            elif self.plaatsen is not None:
                self.plaatsen.waarden.pop(self._pad_hier(), None)
            return
        sleutel = knoop.sleutel or ""
        if not waarde:
            self.gezien.leeg.append((self._pad_hier(), knoop.start.flow_style))
        elif sleutel not in knoop.gezien:
            inhoud[sleutel] = waarde
        knoop.gezien.add(sleutel)
        knoop.sleutel = None

    def _pad_hier(self) -> Pad:
        """The path of the value that comes next."""
        return tuple(
            len(k.inhoud) if isinstance(k.inhoud, list) else k.sleutel or "" for k in self.stapel
        )


def _span(g: Any) -> Span:
    return _tot(g.start_mark, g.end_mark)


def _tot(start: Any, einde: Any) -> Span:
    lengte = einde.column - start.column if einde.line == start.line else 1_000
    return Span(start.line, start.column, max(1, lengte))
