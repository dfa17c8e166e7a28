"""Every code of a finding with why, how and an example, for the handbook.

Titles and reasons come from the code, what to do from `propositie/handboek/oplossing.yml`, the
example from the golden case in `tests/meldingen/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from propositie.keuring import REGELS
from propositie.kit.codes import KITCODES
from propositie.lezen import LEESCODES

WORTEL = Path(__file__).resolve().parent.parent
MELDINGEN = WORTEL / "tests" / "meldingen"
OPLOSSING = WORTEL / "propositie" / "handboek" / "oplossing.yml"

ERNST = ("fout", "waarschuwing", "tip")


class Uitgelegd(NamedTuple):
    """A code as the handbook explains it."""

    titel: str
    ernst: str
    waarom: str
    doe: str
    voorbeeld: str


def alle_codes() -> list[str]:
    """Every code that staff can meet."""
    return [*LEESCODES, *REGELS, *KITCODES]


@cache
def oplossingen() -> Mapping[str, Mapping[str, str]]:
    """What to do, by code; for the kit with an example, for it has no golden case."""
    gelezen: dict[str, dict[str, str]] = yaml.safe_load(OPLOSSING.read_text("utf-8"))
    return gelezen


def uitgelegd(code: str) -> Uitgelegd:
    """All there is to tell about a code."""
    if code not in oplossingen():
        raise SystemExit(f"{OPLOSSING.name}: schrijf wat iemand bij {code} doet")
    eigen = oplossingen()[code]
    if code in REGELS:
        regel = REGELS[code]
        titel, ernst, waarom = regel.titel, regel.ernst.woord, regel.reden
    else:
        titel, waarom = {**LEESCODES, **KITCODES}[code]
        ernst = " of ".join(_ernsten(code)) or "waarschuwing"
    voorbeeld = eigen.get("voorbeeld") or blok_van(code)
    return Uitgelegd(titel, ernst, waarom, eigen["doe"].strip(), voorbeeld.rstrip())


def codes(_hoofdstuk: str, begin: str) -> str:
    """Every code that starts so (`V`, `K0`), each under a heading that is its anchor."""
    delen = []
    for code in (c for c in alle_codes() if c.startswith(begin)):
        u = uitgelegd(code)
        delen.append(
            f"### {code}\n\n**{u.titel}** · {u.ernst}\n\n{u.waarom}\n\n"
            f"*Wat u doet:* {u.doe}\n\n{_als_blok(u.voorbeeld)}"
        )
    return "\n\n".join(delen)


def codelijst(_hoofdstuk: str) -> str:
    """A table of all codes, with links to their explanation."""
    rijen = (f"| [{c}](#{c.lower()}) | {(u := uitgelegd(c)).titel} | {u.ernst} |"
             for c in alle_codes())  # fmt: skip
    return "\n".join(["| Code | Waar het over gaat | Hoe erg |", "|---|---|---|", *rijen])


def melding(_hoofdstuk: str, geval: str) -> str:
    """The message of one golden case, such as `V02-dubbele-punt`."""
    return _als_blok(blok_van(geval.split("-")[0], geval))


def _als_blok(tekst: str) -> str:
    return f"```text\n{tekst.rstrip()}\n```"


def blok_van(code: str, geval: str = "") -> str:
    """The first message with this code that a golden case holds."""
    for blok in _uitvoer(MELDINGEN / f"{geval or code}.yml").split("\n\n"):
        if re.search(rf"  (?:{'|'.join(ERNST)}) {code}$", blok, re.M):
            return blok
    raise ValueError(f"no message with {code} in {geval or code}.yml")


def _ernsten(code: str) -> list[str]:
    """How grave the findings with a code are in the golden cases, gravest first."""
    alles = "".join(_uitvoer(pad) for pad in MELDINGEN.glob(f"{code}*.yml"))
    return [e for e in ERNST if f"  {e} {code}\n" in alles]


@cache
def _uitvoer(pad: Path) -> str:
    gelezen: dict[str, Any] = yaml.safe_load(pad.read_text("utf-8"))
    return str(gelezen["uitvoer"])
