"""Lines that go in too far or not far enough, and lines that belong to the text above them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from .fout import YamlFout
from .proef import Proef

_REGEL = re.compile(r"(?P<ruimte> *)(?P<streepjes>(?:- +)*)(?P<rest>\S.*|$)")


def verschoven(proef: Proef, stop: int) -> YamlFout | None:
    """The line near `stop` that reads well at another column, and that column."""
    regels = proef.regels
    beste: tuple[tuple[float, int, int, int], int, str] | None = None
    for afstand, nummer in enumerate(_boven(regels, stop, 3)):
        kaal = regels[nummer].lstrip(" ")
        hier = len(regels[nummer]) - len(kaal)
        if not _is_regel(kaal) and nummer != stop:
            continue
        liefst, kolommen = _kolommen(regels, nummer)
        for kolom in kolommen - {hier}:
            nieuw = " " * kolom + kaal
            tot = proef.stop_met(nummer, nieuw)
            if tot <= proef.stop:
                continue
            maat = (0 if tot == math.inf else 1, abs(kolom - hier), afstand, kolom != liefst)
            if beste is None or maat < beste[0]:
                beste = (maat, nummer, nieuw)
    if beste is None:
        return None
    _, nummer, nieuw = beste
    begin = len(regels[nummer]) - len(regels[nummer].lstrip())
    te_ver = len(nieuw) < len(regels[nummer])
    bericht = f"Deze regel springt {'te ver' if te_ver else 'niet ver genoeg'} in."
    return YamlFout("V02", bericht, nummer, begin, _lengte(regels[nummer], begin), nieuw)


def _is_regel(kaal: str) -> bool:
    return bool(re.match(r"- |-$|[\w\"'][^:]*:(?:\s|$)", kaal))


def _boven(regels: Sequence[str], nummer: int, aantal: int) -> list[int]:
    """The line `nummer` and those above it that hold something, nearest first."""
    vol = [n for n in range(min(nummer, len(regels) - 1), -1, -1) if regels[n].strip()]
    return [n for n in vol if not regels[n].lstrip().startswith("#")][:aantal]


def _kolommen(regels: Sequence[str], nummer: int) -> tuple[int, set[int]]:
    """The column that the line above uses, and all columns at which `nummer` could begin."""
    kolommen = {0}
    liefst = -1
    for boven in _boven(regels, nummer - 1, 40) if nummer else []:
        delen = _REGEL.match(regels[boven])
        if delen is None:
            continue
        kolom, inhoud = len(delen["ruimte"]), len(delen["ruimte"]) + len(delen["streepjes"])
        kolommen |= {kolom, inhoud}
        if regels[boven].rstrip().endswith(":"):
            kolommen.add(inhoud + 2)
        if liefst < 0:
            streep = regels[nummer].lstrip().startswith("- ")
            liefst = kolom if streep and delen["streepjes"] else inhoud
    return liefst, kolommen


def vervolg(proef: Proef, nummer: int) -> YamlFout | None:
    """A line of plain text that belongs to the text above it, and does not go in."""
    regels = proef.regels
    kaal = regels[nummer].strip()
    boven = next(iter(_boven(regels, nummer - 1, 1)), None) if nummer else None
    if boven is None or _is_regel(kaal):
        return None
    kop = next((n for n in _boven(regels, nummer - 1, 60) if re.search(r":(?:\s|$)", regels[n])), 0)
    in_blok = re.search(r":\s+[|>][-+0-9]*\s*$", regels[kop])
    delen = _REGEL.match(regels[kop])
    inhoud = len(delen["ruimte"]) + len(delen["streepjes"]) if delen else 0
    nieuw = " " * (inhoud + 2) + kaal
    begin = len(regels[nummer]) - len(regels[nummer].lstrip())
    if not proef.helpt(nummer, nieuw):
        return None
    if in_blok:
        bericht = "Elke regel van een tekst na | springt in, ook de volgende alinea's."
    elif boven < nummer - 1:
        bericht = (
            "Deze alinea hoort bij de tekst erboven, maar springt niet in. Zet achter de dubbele "
            "punt van die tekst een |, begin de tekst op een nieuwe regel, en laat alle regels "
            "ervan inspringen."
        )
    else:
        bericht = (
            "Deze regel heeft geen dubbele punt. Hoort hij bij de tekst erboven, laat hem dan "
            "inspringen."
        )
    return YamlFout("V02", bericht, nummer, begin, _lengte(regels[nummer], begin), nieuw)


def _lengte(regel: str, begin: int) -> int:
    return max(1, len(regel.rstrip()) - begin)
