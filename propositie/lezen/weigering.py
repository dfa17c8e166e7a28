"""What YAML can read and staff cannot have meant: each function looks at one event of the parser.

`g` is that event and `regels` are the lines of the text; what comes out says what is wrong, where,
and how the line should read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .fout import YamlFout, kort
from .herstel import herstel_haken, tussen_aanhaling

STAART = re.compile(r"[^\s#] +#[^\s#]")
"""Text, and then a # that makes the rest of the line vanish."""
STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")

_ACHTER_HEKJE = (
    "Wat achter # staat, leest de computer niet. Is het een opmerking, zet dan een spatie achter "
    "#. Hoort het bij de tekst, zet die dan tussen aanhalingstekens."
)


def weiger(g: Any, code: str, bericht: str) -> YamlFout:
    """A refusal of all that the event spans."""
    start, einde = g.start_mark, g.end_mark
    lengte = einde.column - start.column if einde.line == start.line else 1_000
    return YamlFout(code, bericht, start.line, start.column, max(1, lengte))


def regel_van(regels: Sequence[str], g: Any) -> str:
    """The line on which `g` begins; the parser may say it lies below the last one."""
    nummer: int = g.start_mark.line
    return regels[nummer] if nummer < len(regels) else ""


def hekje_vooraan(regels: Sequence[str], g: Any) -> YamlFout | None:
    """A value that vanishes because it begins with #, as a colour or number does."""
    regel = regel_van(regels, g).rstrip()
    rest = regel[g.start_mark.column :].strip()
    if not re.match(r"#[^\s#]", rest):
        return None
    kolom = regel.index("#", g.start_mark.column)
    beter = regel[:kolom] + tussen_aanhaling(regel[kolom:])
    return YamlFout("V02", _ACHTER_HEKJE, g.start_mark.line, kolom, len(kort(rest)), beter)


def hekje_in_tekst(regels: Sequence[str], g: Any) -> YamlFout | None:
    """A text that loses its end because a # stands in it: `naam: De #1 van de buurt`."""
    nummer: int = g.end_mark.line
    regel = regels[nummer] if nummer < len(regels) else ""
    staart = re.match(r" +(#[^\s#].*)$", regel[g.end_mark.column :])
    if staart is None:
        return None
    kolom = g.end_mark.column + staart.start(1)
    fout = YamlFout("V02", _ACHTER_HEKJE, nummer, kolom, len(staart[1].rstrip()))
    if g.start_mark.line == nummer:
        begin = g.start_mark.column
        fout.beter = regel[:begin] + tussen_aanhaling(regel[begin:].rstrip())
        if " " not in g.value and not staart[1][1].isdigit():
            fout.beter = f"{regel[:kolom]}# {regel[kolom + 1 :]}"
    return fout


def bijzonder(regels: Sequence[str], g: Any, teken: str) -> YamlFout:
    """A text that begins with a sign of YAML's own."""
    bericht = (
        f"Een tekst die met {teken} begint, betekent in YAML iets wat hier niet kan. "
        "Zet hem tussen aanhalingstekens."
    )
    fout = weiger(g, "V10", bericht)
    regel = regel_van(regels, g).rstrip()
    kolom = g.start_mark.column
    haken = herstel_haken(regel)
    fout.beter = haken.regel if haken else regel[:kolom] + tussen_aanhaling(regel[kolom:])
    return fout


def lijst_in_tekst(regels: Sequence[str], g: Any) -> YamlFout | None:
    """A text that swallows a line of a list, because that line goes in too far."""
    for nummer in range(g.start_mark.line + 1, min(g.end_mark.line + 1, len(regels))):
        kaal = regels[nummer].lstrip()
        if not kaal.startswith("- "):
            continue
        streep = re.match(r" *(?=- )", regel_van(regels, g))
        bericht = "Dit streepje springt te ver in: het hoort nu bij de tekst erboven."
        if streep is None:
            bericht = (
                "Dit streepje hoort nu bij de tekst erboven. Begin een lijst op een nieuwe regel, "
                "onder de naam van het veld."
            )
        beter = streep[0] + kaal if streep else ""
        kolom = len(regels[nummer]) - len(kaal)
        return YamlFout("V02", bericht, nummer, kolom, len(kaal.rstrip()), beter)
    return None


def geen_woord(regels: Sequence[str], g: Any) -> YamlFout:
    """A list or group where the name of a field belongs."""
    regel = regel_van(regels, g)
    kolom = regel.find("{{")
    if 0 <= kolom <= g.start_mark.column:
        bericht = "Zet een tekst die met {{ begint, tussen aanhalingstekens."
        beter = regel[:kolom] + tussen_aanhaling(regel[kolom:].rstrip())
        return YamlFout("V02", bericht, g.start_mark.line, kolom, 2, beter)
    return weiger(g, "V02", "Voor de dubbele punt hoort één woord: de naam van een veld.")


def dubbel(regels: Sequence[str], g: Any, sleutel: str, vanaf: int) -> YamlFout:
    """A field that was given before, in the group that begins on line `vanaf`."""
    patroon = re.compile(rf"[ -]*[\"']?{re.escape(sleutel)}[\"']? *:")
    boven = range(g.start_mark.line - 1, vanaf - 1, -1)
    eerder = next((n + 1 for n in boven if patroon.match(regels[n])), None)
    waar = f", ook op regel {eerder}" if eerder else ""
    bericht = f'"{kort(sleutel)}" staat hier twee keer{waar}. Voeg ze samen, of haal er een weg.'
    return weiger(g, "V05", bericht)


def samen_dubbel(sleutels: Sequence[str], in_lijst: bool) -> str:
    """What to say of several fields in a row that were given before."""
    los = list(dict.fromkeys(sleutels))
    if len(los) == 1:
        return f'"{kort(los[0])}" staat hier {len(sleutels) + 1} keer. Houd er één over.'
    sleutels = los
    namen = ", ".join(f'"{kort(s)}"' for s in sleutels[:-1]) + f' en "{kort(sleutels[-1])}"'
    if not in_lijst:
        return f"{namen} staan hier twee keer onder elkaar. Haal de tweede keer weg."
    return (
        f"{namen} staan twee keer in dit deel van de lijst. Begint hier een nieuw deel, dan "
        "ontbreekt erboven de regel met het streepje."
    )
