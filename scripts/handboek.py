"""Writes what is made in the handbook: fields, examples, messages, codes and commands.

    python scripts/handboek.py                # renew every chapter
    python scripts/handboek.py --controleer   # only tell which chapters are stale; then exits 1

Only what stands between `<!-- gemaakt: … -->` and `<!-- /gemaakt -->` is touched.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from handboek_codes import codelijst, codes, melding
from handboek_opdrachten import opdrachten
from handboek_velden import soortenlijst, soortwoorden, velden, voorbeeld

from propositie.handboek.bladzijden import HOOFDSTUKKEN

MAKERS: Mapping[str, Callable[..., str]] = {
    "codelijst": codelijst,
    "codes": codes,
    "melding": melding,
    "opdrachten": opdrachten,
    "soorten": soortenlijst,
    "soortwoorden": soortwoorden,
    "velden": velden,
    "voorbeeld": voorbeeld,
}
"""What can stand between markers. A maker gets the chapter's name, and the words after its own."""

_PLEK = re.compile(
    r"(?P<begin>^<!-- gemaakt: (?P<wat>[^\n]+?) -->\n).*?(?P<eind>^<!-- /gemaakt -->$)", re.M | re.S
)


def vernieuwd(tekst: str, hoofdstuk: str) -> str:
    """The text of a chapter with everything in it made anew."""
    return _PLEK.sub(partial(_gevuld, hoofdstuk), tekst)


def _gevuld(hoofdstuk: str, plek: re.Match[str]) -> str:
    naam, *woorden = plek["wat"].split()
    return f"{plek['begin']}\n{MAKERS[naam](hoofdstuk, *woorden).strip()}\n\n{plek['eind']}"


def hoofdstukken() -> dict[str, Path]:
    """Every chapter by its name, such as `soorten/diensten.md`."""
    paden = sorted(HOOFDSTUKKEN.rglob("*.md"))
    return {pad.relative_to(HOOFDSTUKKEN).as_posix(): pad for pad in paden}


def verouderd() -> dict[str, str]:
    """The new text of each chapter that is not as it would be made now, by its name."""
    uit = {}
    for naam, pad in hoofdstukken().items():
        oud = pad.read_text("utf-8")
        if (nieuw := vernieuwd(oud, naam)) != oud:
            uit[naam] = nieuw
    return uit


def hoofd(argumenten: list[str]) -> int:
    """Renew the chapters, or only tell which are stale."""
    nieuw = verouderd()
    for naam, tekst in nieuw.items():
        if "--controleer" in argumenten:
            print(f"verouderd: {naam} (make handboek)")
        else:
            (HOOFDSTUKKEN / naam).write_text(tekst, "utf-8")
            print(f"vernieuwd: {naam}")
    return int(bool(nieuw) and "--controleer" in argumenten)


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
