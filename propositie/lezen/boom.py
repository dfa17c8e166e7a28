"""YAML text → a tree of text, lists and mappings; with the place of each part when asked.

One pass over the parser's events, without recursion: every scalar stays text, empty values count
as absent, and what staff never need (anchors, tags, several documents) is refused before it can
do harm. Places cost time and memory, so they are only kept in a second reading, once something
is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
)

Boom: TypeAlias = "str | list[Boom] | dict[str, Boom]"
Pad: TypeAlias = tuple[str | int, ...]

MAX_TEKENS = 500_000
"""No proposition needs a file of more than this many characters."""
MAX_DIEPTE = 12
"""No value in the contract lies deeper than this."""


class YamlFout(Exception):
    """YAML that cannot be read: a code, a Dutch sentence, and where (line and column from 0)."""

    def __init__(self, code: str, bericht: str, regel: int, kolom: int, lengte: int = 1) -> None:
        super().__init__(bericht)
        self.code = code
        self.bericht = bericht
        self.regel = regel
        self.kolom = kolom
        self.lengte = lengte


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
class _Knoop:
    """A list or mapping under construction."""

    inhoud: list[Boom] | dict[str, Boom]
    pad: Pad
    start: Any
    sleutel: str | None = None
    sleutelmark: Any = None
    gezien: set[str] = field(default_factory=set)


def lees_boom(tekst: str, plaatsen: Plaatsen | None = None) -> Boom | None:
    """Read `tekst`; return the tree, or None when there is nothing in it.

    Empty values, lists and mappings are left out. Raises `YamlFout` for what cannot be read.
    With `plaatsen`, also notes there where every key and value stands.
    """
    if len(tekst) > MAX_TEKENS:
        raise YamlFout(
            "V11", "Dit bestand is veel te groot. Haal eruit wat er niet in hoort.", 0, 0
        )
    return _Bouw(plaatsen).uitvoeren(_gebeurtenissen(tekst))


def _gebeurtenissen(tekst: str) -> Iterator[Any]:
    from .yaml_taal import uitleg  # only needed when something is wrong

    try:
        yield from yaml.parse(tekst, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as fout:
        raise uitleg(fout, tekst) from None
    except yaml.reader.ReaderError as fout:
        voor = tekst[: fout.position]
        raise YamlFout(
            "V01",
            "Op deze plek staat een teken dat niet in een tekstbestand hoort. Haal het weg.",
            voor.count("\n"),
            len(voor) - voor.rfind("\n") - 1,
        ) from None


class _Bouw:
    """Builds the tree from events, with a stack of its own."""

    def __init__(self, plaatsen: Plaatsen | None) -> None:
        self.plaatsen = plaatsen
        self.stapel: list[_Knoop] = []
        self.wortel: Boom | None = None
        self.documenten = 0

    def uitvoeren(self, gebeurtenissen: Iterator[Any]) -> Boom | None:
        for g in gebeurtenissen:
            if isinstance(g, ScalarEvent):
                self._scalar(g)
            elif isinstance(g, MappingStartEvent):
                self._open(g, {})
            elif isinstance(g, SequenceStartEvent):
                self._open(g, [])
            elif isinstance(g, MappingEndEvent | SequenceEndEvent):
                knoop = self.stapel.pop()
                self._zet(knoop.inhoud, knoop.start, g.end_mark)
            elif isinstance(g, AliasEvent):
                raise self._weiger(g, "V10", f'Een verwijzing met "*{g.anchor}" kan hier niet. '
                                   "Herhaal de tekst op deze plek.")  # fmt: skip
            elif isinstance(g, DocumentStartEvent):
                self.documenten += 1
                if self.documenten > 1:
                    raise self._weiger(g, "V02", 'De regel "---" begint een tweede document. '
                                       "Haal die regel weg: één bestand, één ding.")  # fmt: skip
        return self.wortel

    def _scalar(self, g: Any) -> None:
        self._geen_anker(g)
        knoop = self.stapel[-1] if self.stapel else None
        if knoop is not None and isinstance(knoop.inhoud, dict) and knoop.sleutel is None:
            self._sleutel(knoop, g)
        else:
            self._zet(g.value, g.start_mark, g.end_mark)

    def _sleutel(self, knoop: _Knoop, g: Any) -> None:
        sleutel = g.value.strip()
        if sleutel in knoop.gezien:
            raise self._weiger(
                g, "V05", f'"{sleutel}" staat hier twee keer. Voeg ze samen of haal er een weg.'
            )
        knoop.gezien.add(sleutel)
        knoop.sleutel, knoop.sleutelmark = sleutel, g.start_mark
        if self.plaatsen is not None:
            self.plaatsen.sleutels[(*knoop.pad, sleutel)] = _span(g.start_mark, g.end_mark)

    def _open(self, g: Any, inhoud: list[Boom] | dict[str, Boom]) -> None:
        self._geen_anker(g)
        if len(self.stapel) >= MAX_DIEPTE:
            raise self._weiger(
                g, "V11", "Dit zit te diep genest. Kijk of er haken of streepjes te veel staan."
            )
        if self.stapel and isinstance(self.stapel[-1].inhoud, dict):
            if self.stapel[-1].sleutel is None:
                raise self._weiger(
                    g, "V02", "Voor de dubbele punt moet een woord staan, geen lijst of groep."
                )
        self.stapel.append(_Knoop(inhoud, self._pad_hier(), g.start_mark))

    def _pad_hier(self) -> Pad:
        if not self.stapel:
            return ()
        knoop = self.stapel[-1]
        stap = len(knoop.inhoud) if isinstance(knoop.inhoud, list) else knoop.sleutel or ""
        return (*knoop.pad, stap)

    def _zet(self, waarde: Boom, start: Any, einde: Any) -> None:
        """Put a finished value in its place; an empty one is dropped."""
        leeg = waarde == "" or waarde == [] or waarde == {}
        if self.plaatsen is not None:
            self.plaatsen.waarden[self._pad_hier()] = _span(start, einde)
        if not self.stapel:
            self.wortel = None if leeg else waarde
            return
        knoop = self.stapel[-1]
        if isinstance(knoop.inhoud, list):
            if not leeg:
                knoop.inhoud.append(waarde)
            return
        sleutel, knoop.sleutel = knoop.sleutel or "", None
        if not leeg:
            knoop.inhoud[sleutel] = waarde

    def _geen_anker(self, g: Any) -> None:
        if g.anchor is not None:
            raise self._weiger(
                g,
                "V10",
                f'"&{g.anchor}" heeft in YAML een bijzondere betekenis die hier niet kan. '
                "Zet de tekst tussen aanhalingstekens, of haal het weg.",
            )
        if g.tag is not None and g.tag != "!":
            raise self._weiger(
                g,
                "V10",
                f'"{g.tag}" heeft in YAML een bijzondere betekenis die hier niet kan. '
                "Zet de tekst tussen aanhalingstekens, of haal het uitroepteken weg.",
            )

    @staticmethod
    def _weiger(g: Any, code: str, bericht: str) -> YamlFout:
        span = _span(g.start_mark, g.end_mark)
        return YamlFout(code, bericht, span.regel, span.kolom, span.lengte)


def _span(start: Any, einde: Any) -> Span:
    lengte = einde.column - start.column if einde.line == start.line else 1_000
    return Span(start.line, start.column, max(1, lengte))
