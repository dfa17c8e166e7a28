"""Characters that come along from a word processor, and what to type instead."""

from __future__ import annotations

import re

from .fout import YamlFout
from .herstel import KRUL_DICHT, KRUL_OPEN, tussen_aanhaling

ONZICHTBAAR = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f"
"""Characters without width: joiners, soft hyphens, marks of direction."""
VASTE_SPATIES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u3000"
"""Spaces that look like one and are none to YAML."""
STREPEN = "–—−‐‑―"
BOLLEN = "•·▪◦●○■□➢►✓*+"
"""What word processors and people put before the parts of a list."""

_VERVANG = str.maketrans(
    {
        **dict.fromkeys(ONZICHTBAAR, None),
        **dict.fromkeys(VASTE_SPATIES, " "),
        **dict.fromkeys(STREPEN, "-"),
    }
)
_GEEN_KRUL = str.maketrans(dict.fromkeys(KRUL_OPEN + KRUL_DICHT, None))
_VREEMD = re.compile(rf"[{ONZICHTBAAR}{VASTE_SPATIES}]")
_OPSOMMING = re.compile(
    rf"(?P<voor>[ \t]*)"
    rf"(?P<teken>[{STREPEN}{re.escape(BOLLEN)}]|-(?=[{VASTE_SPATIES}])|\d{{1,2}}[.)]|[a-z]\))"
    rf"(?P<ruimte>[ \t{VASTE_SPATIES}]+)(?P<tekst>\S.*)$"
)


def schoon(tekst: str) -> str:
    """A short text without what a word processor put in: quotes, long dashes, odd spaces."""
    return tekst.translate(_VERVANG).translate(_GEEN_KRUL).strip()


def opsomming(regel: str) -> tuple[str, str] | None:
    """The mark that stands in place of the dash of a list, and the line with a dash."""
    vondst = _OPSOMMING.match(regel)
    if vondst is None:
        return None
    return vondst["teken"], f"{vondst['voor']}- {vondst['tekst']}"


def geen_streepje(regels: list[str], nummer: int) -> YamlFout | None:
    """A line of a list that begins with a long dash, a bullet or a number."""
    gevonden = opsomming(regels[nummer])
    if gevonden is None:
        return None
    teken, beter = gevonden
    kolom = regels[nummer].index(teken)
    return YamlFout("V02", over_opsomming(teken), nummer, kolom, len(teken), beter)


def over_opsomming(teken: str) -> str:
    """What to say of a list whose parts begin with `teken`."""
    if teken == "-":
        return "Achter het streepje staat een vaste spatie. Typ er een gewone."
    letter = re.match(r"\w", teken)
    wat = "een lang streepje" if teken in STREPEN else "een nummer" if letter else f'"{teken}"'
    return f"Elk deel van een lijst begint met een gewoon streepje en een spatie, niet met {wat}."


def vreemde_ruimte(regels: list[str], nummer: int) -> YamlFout | None:
    """An odd space or a character without width where YAML reads it as part of a word."""
    vondst = _VREEMD.search(regels[nummer])
    if vondst is None:
        return None
    beter = regels[nummer].translate(_VERVANG)
    if vondst[0] in ONZICHTBAAR:
        bericht = (
            "Hier staat een teken dat niet te zien is. Zo'n teken komt vaak mee uit een "
            "tekstverwerker of van een website. Typ de regel opnieuw, of haal het teken weg."
        )
        return YamlFout("V01", bericht, nummer, vondst.start(), 1, beter)
    bericht = (
        "Hier staat een vaste spatie, zoals een tekstverwerker die maakt. Die telt niet als "
        "spatie. Typ er gewone spaties."
    )
    lengte = len(re.match(rf"[{VASTE_SPATIES} ]+", regels[nummer][vondst.start() :])[0])  # type: ignore[index]
    return YamlFout("V02", bericht, nummer, vondst.start(), lengte, beter)


def vreemde_inspringing(regels: list[str]) -> YamlFout | None:
    """The first field or dash that goes in with odd spaces: it stands elsewhere than it seems."""
    for nummer, regel in enumerate(regels):
        if regel[:1] in " \t" + VASTE_SPATIES + ONZICHTBAAR:
            voor = regel[: len(regel) - len(regel.lstrip(" \t" + VASTE_SPATIES + ONZICHTBAAR))]
            rest = regel[len(voor) :]
            if _VREEMD.search(voor) and re.match(r"- |[\w\"']+:(?:\s|$)", rest):
                return vreemde_ruimte(regels, nummer)
    return None


def krul(regels: list[str], nummer: int) -> YamlFout | None:
    """A text between quotation marks of which one at least is curly."""
    vondst = re.match(
        rf"(?P<voor>\s*(?:- +)*(?:[\w-]+ *: +)?)"
        rf"(?P<open>[{KRUL_OPEN}\"'])(?P<tekst>[^\"{KRUL_OPEN}]*?)(?P<dicht>[{KRUL_DICHT}\"'])\s*$",
        regels[nummer],
    )
    if vondst is None or (vondst["open"] in "\"'" and vondst["dicht"] in "\"'"):
        return None
    plek = vondst.start("open") if vondst["open"] not in "\"'" else vondst.start("dicht")
    bericht = (
        f"Hier staat een gekruld aanhalingsteken {regels[nummer][plek]}, zoals een tekstverwerker "
        'dat maakt. Om een tekst horen twee rechte: ".'
    )
    beter = f"{vondst['voor']}{tussen_aanhaling(vondst['tekst'])}"
    return YamlFout("V02", bericht, nummer, plek, 1, beter)


def brede_dubbele_punt(regels: list[str], nummer: int) -> YamlFout | None:
    """A colon that is none: from another script, or a sign that looks like it."""
    vondst = re.match(r"(\s*(?:- +)*[\w-]+)\s?([：∶꞉ː﹕])\s*(.*)$", regels[nummer])
    if vondst is None:
        return None
    bericht = f"Het teken {vondst[2]} lijkt op een dubbele punt, maar is het niet. Typ een gewone."
    beter = f"{vondst[1]}: {vondst[3]}".rstrip()
    return YamlFout("V02", bericht, nummer, vondst.start(2), 1, beter)
