"""A finding: what is wrong or could be better, where, and how it is told.

Three ways to tell it: for people at a terminal, for a pull request on GitHub, and as JSON.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import IntEnum


class Ernst(IntEnum):
    """How grave a finding is: only a `fout` keeps a site from being built."""

    TIP = 1
    WAARSCHUWING = 2
    FOUT = 3

    @property
    def woord(self) -> str:
        """The Dutch word that staff see."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place in a file. Line and column count from 1; `regeltekst` is empty when there is none."""

    bestand: str
    regel: int = 0
    kolom: int = 0
    lengte: int = 1
    regeltekst: str = ""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding. `code` is explained in the handbook; `bericht` is whole Dutch sentences."""

    code: str
    ernst: Ernst
    bericht: str
    plaats: Plaats | None = None


def als_tekst(bevinding: Bevinding) -> str:
    """The message of section 6 of the contract: place, line, mark, what is wrong, what to do."""
    plaats = bevinding.plaats
    kop = f"{bevinding.ernst.woord} {bevinding.code}"
    if plaats is None:
        return f"{kop}\n  {bevinding.bericht}\n"
    if not plaats.regel:
        return f"{plaats.bestand}  {kop}\n  {bevinding.bericht}\n"
    nummer = str(plaats.regel).rjust(4)
    kort, verschoven = _inkorten(_zichtbaar(plaats.regeltekst), plaats.kolom - 1)
    ruimte = " " * _breedte(kort[:verschoven])
    streep = "^" * max(1, _breedte(kort[verschoven : verschoven + plaats.lengte]))
    return (
        f"{plaats.bestand}:{plaats.regel}:{plaats.kolom}  {kop}\n"
        f"{nummer} | {kort}\n"
        f"     | {ruimte}{streep}\n"
        f"  {bevinding.bericht}\n"
    )


def _zichtbaar(regel: str) -> str:
    """A line with a stand-in for each character that would move or hide the others."""
    return "".join(
        " " if t == "\t" else "·" if unicodedata.category(t) in _ONZICHTBAAR else t for t in regel
    )


_ONZICHTBAAR = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _breedte(tekst: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(t) else 2 if unicodedata.east_asian_width(t) in "WF" else 1
        for t in tekst
    )


_BREEDTE = 100


def _inkorten(regel: str, kolom: int) -> tuple[str, int]:
    """Cut a long line to a window around `kolom`; return it and the column in the window."""
    if len(regel) <= _BREEDTE:
        return regel, kolom
    begin = max(0, min(kolom - 20, len(regel) - _BREEDTE))
    voor, na = ("…" if begin else ""), ("…" if begin + _BREEDTE < len(regel) else "")
    return voor + regel[begin : begin + _BREEDTE] + na, kolom - begin + len(voor)


def delen(bevinding: Bevinding) -> Mapping[str, object]:
    """A finding in the parts that a page shows: the line before, in and after the mark, too.

    Keys: ernst, code, bericht, bestand, regel, kolom, voor, fout, na; the place is empty or 0 when
    the finding has none.
    """
    plaats = bevinding.plaats or Plaats("")
    kort, begin = _inkorten(_zichtbaar(plaats.regeltekst), max(0, plaats.kolom - 1))
    eind = begin + max(1, plaats.lengte)
    return {
        "ernst": bevinding.ernst.woord,
        "code": bevinding.code,
        "bericht": bevinding.bericht,
        "bestand": plaats.bestand,
        "regel": plaats.regel,
        "kolom": plaats.kolom,
        "voor": kort[:begin],
        "fout": kort[begin:eind] or " ",
        "na": kort[eind:],
    }


def als_github(bevinding: Bevinding) -> str:
    """A workflow command that GitHub shows as an annotation at the line."""
    soort = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.TIP: "notice"}
    velden = []
    if bevinding.plaats is not None:
        velden.append(f"file={_github_veld(bevinding.plaats.bestand)}")
        if bevinding.plaats.regel:
            velden += [f"line={bevinding.plaats.regel}", f"col={bevinding.plaats.kolom}"]
    velden.append(f"title={bevinding.ernst.woord} {bevinding.code}")
    return f"::{soort[bevinding.ernst]} {','.join(velden)}::{github_tekst(bevinding.bericht)}"


def github_tekst(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_veld(tekst: str) -> str:
    return github_tekst(tekst).replace(":", "%3A").replace(",", "%2C")


def als_json(bevindingen: Iterable[Bevinding], erbij: Iterable[Mapping[str, object]] = ()) -> str:
    """All findings as one JSON list of objects (code, ernst, bericht, plaats), then `erbij`."""
    rijen = [*({**asdict(b), "ernst": b.ernst.woord} for b in bevindingen), *erbij]
    return json.dumps(rijen, ensure_ascii=False, indent=2)


def samenvatting(bevindingen: Sequence[Bevinding]) -> str:
    """One sentence that counts the findings."""
    if not bevindingen:
        return "Het huis is in orde: niets gevonden."
    delen = []
    for ernst, meervoud in (
        (Ernst.FOUT, "fouten"),
        (Ernst.WAARSCHUWING, "waarschuwingen"),
        (Ernst.TIP, "tips"),
    ):
        aantal = sum(b.ernst is ernst for b in bevindingen)
        if aantal:
            delen.append(f"{aantal} {ernst.woord if aantal == 1 else meervoud}")
    return ", ".join(delen) + "."


def gesorteerd(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Gravest first, then by place."""

    def sleutel(b: Bevinding) -> tuple[int, str, int, int, str]:
        p = b.plaats or Plaats("")
        return (-b.ernst, p.bestand, p.regel, p.kolom, b.code)

    return sorted(bevindingen, key=sleutel)
