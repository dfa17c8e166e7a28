"""Mistakes that show in one line: each function looks at one line for one kind of mistake.

What it returns holds the line as it should stand, when that can be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .fout import YamlFout
from .herstel import Haken, herstel_haken, tussen_aanhaling, zo_nodig_tussen_aanhaling
from .sleutels import alle_velden, synoniem, zelfde_woord
from .tekens import brede_dubbele_punt, geen_streepje, krul, vreemde_ruimte

_BEGIN = re.compile(r"(?P<voor>\s*(?:- +)*(?:[\w-]+ *: +)?)(?P<tekst>.*?)\s*$")
"""A line split into indentation, dashes and key on one side, and its text on the other."""

Kijk = Callable[[list[str], int], YamlFout | None]


def _tab(regels: list[str], nummer: int) -> YamlFout | None:
    regel = regels[nummer]
    voor = re.match(r"[ \t]*(?:-[ \t]+)?", regel)[0]  # type: ignore[index]
    kolom = voor.find("\t")
    if kolom < 0:
        return None
    if "-" in voor[:kolom]:
        bericht = "Achter het streepje staat een tab. Zet er een spatie."
        beter = f"{voor.partition('-')[0]}- {regel[len(voor) :]}"
        return YamlFout("V09", bericht, nummer, kolom, 1, beter)
    bericht = "Deze regel springt in met een tab. Gebruik spaties: twee per trap."
    return YamlFout("V09", bericht, nummer, kolom, 1, regel.replace("\t", "  "))


def _geen_naam(regels: list[str], nummer: int) -> YamlFout | None:
    vondst = re.match(r"\s*(?:- +)*:(\s|$)", regels[nummer])
    if vondst is None:
        return None
    bericht = "Voor de dubbele punt ontbreekt de naam van het veld."
    return YamlFout("V02", bericht, nummer, regels[nummer].index(":"))


def _geen_spatie(regels: list[str], nummer: int) -> YamlFout | None:
    vondst = re.match(r"(\s*(?:- +)?)([^\W\d][\w-]*) ?:([^\s:/].*)$", regels[nummer])
    if vondst is None:
        return None
    waarde = vondst[3].rstrip()
    if ": " in waarde and waarde[0] not in "\"'[{":
        waarde = tussen_aanhaling(waarde)
    beter = f"{vondst[1]}{vondst[2]}: {waarde}"
    plek = regels[nummer].index(":")
    return YamlFout("V02", "Achter de dubbele punt hoort een spatie.", nummer, plek, 1, beter)


def _haken(regels: list[str], nummer: int) -> YamlFout | None:
    """A list or group between brackets in which something is wrong."""
    haken = herstel_haken(regels[nummer])
    if haken is None or not haken.gebreken:
        return None
    bericht = over_haken(haken)
    kolom = re.search(r"[\[{]", regels[nummer]).start()  # type: ignore[union-attr]
    return YamlFout("V02", bericht, nummer, kolom, 1, haken.regel)


def over_haken(haken: Haken) -> str:
    """What to say of the first mistake between brackets."""
    return _OVER_HAKEN[haken.gebreken[0]]


_OVER_HAKEN = {
    "sluit niet": "Deze haak sluit niet. Zet aan het einde de haak die erbij hoort: ] of }.",
    "sluit anders": "Deze haak sluit met de verkeerde. Bij [ hoort ] en bij { hoort }.",
    "geen komma": "Tussen twee velden hoort een komma.",
    "geen spatie": "Achter de dubbele punt hoort een spatie.",
    "komma te veel": "Een komma scheidt hier twee velden. Zet een tekst of bedrag met een komma "
    "tussen aanhalingstekens.",
    "krul": "Hier staan gekrulde aanhalingstekens, zoals een tekstverwerker die maakt. "
    'Gebruik rechte: ".',
    "aanhaling": "Hier begint een tekst met een aanhalingsteken dat niet goed sluit.",
    "hekje": "Wat achter # staat, leest de computer niet. Zet het tussen aanhalingstekens.",
    "dubbele punt": "In deze tekst staat een dubbele punt met een spatie erachter. Zet de tekst "
    "tussen aanhalingstekens.",
    "begin": "Deze tekst begint met een teken dat hier iets anders betekent. Zet hem tussen "
    "aanhalingstekens.",
}


def _aanhaling(regels: list[str], nummer: int) -> YamlFout | None:
    """A text that begins with a quotation mark which does not close at its end."""
    voor, tekst = splits(regels[nummer])
    if tekst[:1] not in {'"', "'"}:
        return None
    teken = tekst[0]
    heel = re.match(r'"(?:[^"\\]|\\.)*"' if teken == '"' else r"'(?:[^']|'')*'", tekst)
    if heel is None:
        if re.match(r"'\w{1,2}\b[^']*$", tekst):
            bericht = "Een tekst mag niet zomaar met ' beginnen."
            return omsloten(bericht, nummer, voor, tekst)
        return YamlFout(
            "V02",
            f"Het aanhalingsteken {teken} dat hier begint, sluit niet. "
            f"Zet aan het einde van de tekst ook een {teken}.",
            nummer,
            len(voor),
            len(tekst),
            voor + tussen_aanhaling(tekst[1:].rstrip()),
        )
    rest = tekst[heel.end() :]
    if re.match(r"\s*(?:$|\s#|:(?:\s|$))", rest):
        return None
    bericht = f"De tekst gaat verder na het aanhalingsteken {teken} dat sluit."
    return omsloten(bericht, nummer, voor, tekst)


def omsloten(bericht: str, nummer: int, voor: str, tekst: str) -> YamlFout:
    """Advise to put quotes around the whole of a text, of the kind that is not in it."""
    binnen = tekst[1:-1] if tekst[0] == tekst[-1] and tekst[0] in "\"'" else tekst
    beter = voor + tussen_aanhaling(binnen)
    advies = "Zet de hele tekst tussen aanhalingstekens."
    return YamlFout("V02", f"{bericht} {advies}", nummer, len(voor), len(tekst), beter)


def splits(regel: str) -> tuple[str, str]:
    """A line as what stands before its text, and that text."""
    vondst = _BEGIN.match(regel)
    return (vondst["voor"], vondst["tekst"]) if vondst else ("", regel)


def _bijzonder_begin(regels: list[str], nummer: int) -> YamlFout | None:
    """A text whose first character means something else to YAML."""
    voor, tekst = splits(regels[nummer])
    if re.match(r"[|>][-+0-9]{0,2} *(?:#.*)?$", tekst):
        return None
    if blok := re.match(r"\| +(\S.*)$", tekst):
        return _tekst_na_blok(regels, nummer, voor, blok[1])
    vreemd = re.match(r"[@`%*&!|>,]|[?-] ", tekst)
    if vreemd is None or (vreemd[0] == "- " and ":" not in voor):
        return None
    bericht = f"Een tekst mag niet zomaar met {vreemd[0].strip()} beginnen."
    return omsloten(bericht, nummer, voor, tekst)


def _tekst_na_blok(regels: list[str], nummer: int, voor: str, tekst: str) -> YamlFout:
    """Text on the line of the | after which it should begin."""
    inspringing = len(regels[nummer]) - len(regels[nummer].lstrip())
    verder = next((r for r in regels[nummer + 1 :] if r.strip()), "")
    if len(verder) - len(verder.lstrip()) > inspringing:
        bericht = "Achter | komt niets meer. Begin de tekst op de volgende regel, ingesprongen."
        return YamlFout("V02", bericht, nummer, len(voor), 1, f"{voor}|")
    bericht = "De | is er voor een tekst van meer regels. Haal hem hier weg."
    beter = voor + zo_nodig_tussen_aanhaling(tekst)
    return YamlFout("V02", bericht, nummer, len(voor), 1, beter)


def _haak_begin(regels: list[str], nummer: int) -> YamlFout | None:
    """A text that begins with a bracket and goes on after it: `[1] zie onder`."""
    vondst = re.match(r"(\s*(?:- +)*(?:[\w-]+ *: +)?)([\[{][^\[\]{}]*[\]}]) *([^\s,#\]}:].*)$",
                      regels[nummer])  # fmt: skip
    if vondst is None:
        return None
    tekst = regels[nummer][vondst.end(1) :].rstrip()
    bericht = f"Een tekst mag niet zomaar met {tekst[0]} beginnen."
    return omsloten(bericht, nummer, vondst[1], tekst)


def _dubbele_punt(regels: list[str], nummer: int) -> YamlFout | None:
    """A colon and a space inside a text that is not quoted."""
    vondst = re.match(r"(\s*(?:- +)*[\w-]+ *: +)([^\s\"'\[{|>#].*?):(\s|$)", regels[nummer])
    if vondst is None or " #" in vondst[2]:
        return None
    tekst = regels[nummer][vondst.end(1) :].rstrip()
    begin = "In deze tekst staat een dubbele punt met een spatie erachter."
    if vondst.end(2) + 1 >= len(regels[nummer].rstrip()):
        begin = "Deze tekst eindigt met een dubbele punt."
    fout = omsloten(begin, nummer, vondst[1], tekst)
    fout.kolom, fout.lengte = vondst.end(2), 1
    return fout


def _opmerking(regels: list[str], nummer: int) -> YamlFout | None:
    """A remark as other languages write it."""
    vondst = re.match(
        r"(\s*)(//+|--+|<!--+|/\*+|;)\s*([^\n]*?)\s*(?:--+>|\*/)?\s*$", regels[nummer]
    )
    if vondst is None or not vondst[3]:
        return None
    bericht = f"Een opmerking begint met # en een spatie, niet met {vondst[2]}."
    beter = f"{vondst[1]}# {vondst[3]}"
    return YamlFout("V02", bericht, nummer, len(vondst[1]), len(vondst[2]), beter)


def ander_teken(regels: list[str], nummer: int) -> YamlFout | None:
    """A field whose colon is another sign, or is not there at all."""
    vondst = re.match(
        r"(?P<voor>\s*(?:- +)*)(?P<naam>[^\W\d]\w*(?:[ -]\w+)??)"
        r"(?P<teken> *(?:=>|->|:=|[=;]) *| +[–—-] +| +|$)(?P<tekst>.*?)\s*$",
        regels[nummer],
    )
    if vondst is None:
        return None
    naam = _veldnaam(vondst["naam"], streng=not vondst["teken"].strip())
    if naam is None:
        return None
    tekst, teken = vondst["tekst"], vondst["teken"].strip()
    if tekst and tekst[0] not in "\"'[{|":
        tekst = tekst if ": " not in tekst else tussen_aanhaling(tekst)
    beter = f"{vondst['voor']}{naam}: {tekst}".rstrip()
    if not teken:
        bericht = f'Achter de naam van het veld "{naam}" ontbreekt de dubbele punt.'
        begin, eind = vondst.start("naam"), vondst.end("naam")
        return YamlFout("V02", bericht, nummer, begin, eind - begin, beter)
    bericht = f'Achter de naam van een veld hoort een dubbele punt, en geen "{teken}".'
    plek = regels[nummer].index(teken, vondst.start("teken"))
    return YamlFout("V02", bericht, nummer, plek, len(teken), beter)


def _veldnaam(woord: str, streng: bool) -> str | None:
    """The field of ours that a word is, or may mean when another sign stands behind it."""
    if streng:
        return woord if woord in alle_velden() else None
    return zelfde_woord(woord, alle_velden()) or synoniem(woord, alle_velden())


BEKEND: tuple[Kijk, ...] = (
    _tab,
    vreemde_ruimte,
    _geen_naam,
    brede_dubbele_punt,
    geen_streepje,
    _geen_spatie,
    krul,
    _haak_begin,
    _haken,
    _aanhaling,
    _dubbele_punt,
    _opmerking,
    _bijzonder_begin,
)
"""Mistakes that show in one line, the surest first."""
