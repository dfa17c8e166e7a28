"""What is wrong with a value or field, before its place in the file is looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from .boom import Pad

Herstel: TypeAlias = Callable[[str], str]
"""What should stand in place of the text that a message points at; empty when nobody knows."""


@dataclass(frozen=True, slots=True)
class Gebrek:
    """What is wrong with a value: a code, a sentence, the path, and what to point at.

    `herstel` turns the text that is pointed at into what should stand there; empty when it is
    not sure; with `hele_regel` it gets the whole line. `woord` leads in the corrected line.
    """

    code: str
    bericht: str
    pad: Pad
    wijs_sleutel: bool = False
    zoek: str = ""
    herstel: Herstel | None = None
    woord: str = "Schrijf"
    hele_regel: bool = False


def bedoelt_u(naam: str | None) -> str:
    """The question that follows an unknown name."""
    return f' Bedoelt u "{naam}"?' if naam else ""


def en(woorden: list[str]) -> str:
    """Some words in a row: `"a", "b" en "c"`."""
    tussen = [f'"{w}"' for w in woorden]
    return " en ".join([", ".join(tussen[:-1]), tussen[-1]] if len(tussen) > 1 else tussen)
