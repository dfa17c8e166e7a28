"""What a YAML parser complains about, said in Dutch to somebody who never heard of YAML.

The parser names the place where it got stuck, which is often below the mistake. So the lines
from there upwards are looked at first, one known mistake at a time; only when no line looks
wrong is the parser's own complaint told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from .fout import YamlFout, kort

_TERUG = 40
"""How many lines above the place where the parser stopped may hold the mistake."""
_BEGIN = re.compile(r"(?P<voor>\s*(?:- +)*(?:[\w-]+ *: +)?(?:\[ *)?)(?P<tekst>.*?)\s*$")
"""A line split into indentation, dashes and key on one side, and its text on the other."""


def uitleg(fout: yaml.YAMLError, regels: list[str]) -> YamlFout:
    """Turn the parser's complaint `fout` about `regels` into a Dutch sentence with its place."""
    if not isinstance(fout, yaml.MarkedYAMLError):
        return _vreemd_teken(regels)
    mark = fout.problem_mark or fout.context_mark
    regel = min(mark.line, len(regels) - 1) if mark else 0
    kolom = mark.column if mark else 0
    probleem = f"{fout.context or ''} {fout.problem or ''}"
    if "escape" in probleem:
        return _omgekeerde_streep(regels, regel, kolom)
    for nummer in _verdacht(regels, regel):
        if gevonden := _bekende_fout(regels, nummer):
            return gevonden
    return (
        _geen_dubbele_punt(regels, regel, probleem)
        or _open_haak(fout, regels, probleem)
        or _inspringing(regels, regel, kolom)
    )


def vermoeden(regels: list[str]) -> YamlFout | None:
    """What is probably wrong with a file of one piece of text, where fields should stand."""
    for nummer, regel in enumerate(regels):
        if regel.strip() and not regel.lstrip().startswith("#"):
            return _geen_spatie(regels, nummer) or _zonder_punt(regels, nummer)
    return None


def _vreemd_teken(regels: list[str]) -> YamlFout:
    for nummer, regel in enumerate(regels):
        if vondst := re.search(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-]", regel):
            return YamlFout(
                "V01",
                "Hier staat een teken dat niet in een tekst hoort (het is niet te zien). "
                "Haal het weg, of typ de regel opnieuw.",
                nummer,
                vondst.start(),
            )
    return YamlFout("V01", "In dit bestand staat een teken dat niet in een tekst hoort.")


def _verdacht(regels: list[str], regel: int) -> Iterator[int]:
    """The lines that may hold the mistake, nearest first; not those inside a long text (|)."""
    in_tekst = _in_lange_tekst(regels[: regel + 1])
    for nummer in range(regel, max(-1, regel - _TERUG), -1):
        kaal = regels[nummer].strip()
        if kaal and not kaal.startswith("#") and nummer not in in_tekst:
            yield nummer


def _in_lange_tekst(regels: list[str]) -> set[int]:
    """The numbers of the lines that belong to a text of several lines after | or >."""
    binnen: set[int] = set()
    grens = -1
    for nummer, regel in enumerate(regels):
        inspringing = len(regel) - len(regel.lstrip(" "))
        if grens >= 0 and (not regel.strip() or inspringing > grens):
            binnen.add(nummer)
            continue
        opener = re.search(r"(?:^|[:-]) *[|>][-+0-9]{0,2} *(?:#.*)?$", regel)
        grens = inspringing if opener else -1
    return binnen


def _bekende_fout(regels: list[str], nummer: int) -> YamlFout | None:
    for kijk in _BEKEND:
        if gevonden := kijk(regels, nummer):
            return gevonden
    return None


def _tab(regels: list[str], nummer: int) -> YamlFout | None:
    kolom = re.match(r"[ \t]*", regels[nummer])[0].find("\t")  # type: ignore[index]
    if kolom < 0:
        return None
    return YamlFout(
        "V09", "Deze regel springt in met een tab. Gebruik spaties: twee per trap.", nummer, kolom
    )


def _onzichtbaar(regels: list[str], nummer: int) -> YamlFout | None:
    kolom = regels[nummer].find("\ufeff")
    if kolom < 0:
        return None
    bericht = "Hier staat een teken dat niet te zien is. Haal het weg, of typ de regel opnieuw."
    return YamlFout("V01", bericht, nummer, kolom)


def _geen_naam(regels: list[str], nummer: int) -> YamlFout | None:
    vondst = re.match(r"\s*(?:- +)*:(\s|$)", regels[nummer])
    if vondst is None:
        return None
    bericht = "Voor de dubbele punt ontbreekt de naam van het veld."
    return YamlFout("V02", bericht, nummer, regels[nummer].index(":"))


def _geen_spatie(regels: list[str], nummer: int) -> YamlFout | None:
    vondst = re.match(r"(\s*(?:- +)?)([^\W\d][\w-]*):([^\s:/].*)$", regels[nummer])
    if vondst is None:
        return None
    goed = kort(f"{vondst[2]}: {vondst[3].rstrip()}")
    bericht = f'Achter de dubbele punt hoort een spatie: "{goed}".'
    return YamlFout("V02", bericht, nummer, vondst.end(2))


def _aanhaling(regels: list[str], nummer: int) -> YamlFout | None:
    """A text that begins with a quotation mark which does not close at its end."""
    voor, tekst = _splits(regels[nummer])
    if tekst[:1] not in {'"', "'"}:
        return None
    teken = tekst[0]
    heel = re.match(r'"(?:[^"\\]|\\.)*"' if teken == '"' else r"'(?:[^']|'')*'", tekst)
    if heel is None:
        if re.match(r"'\w{1,2}\b[^']*$", tekst):
            return _tussen_aanhaling(
                "Een tekst mag niet zomaar met ' beginnen.", nummer, voor, tekst
            )
        return YamlFout(
            "V02",
            f"Het aanhalingsteken {teken} dat hier begint, sluit niet. "
            f"Zet aan het einde van de tekst ook een {teken}.",
            nummer,
            len(voor),
            len(tekst),
        )
    rest = tekst[heel.end() :]
    if re.match(r"\s*(?:$|#|:(?:\s|$))|\s*[,\]}]", rest) and not _zin_erna(voor, rest):
        return None
    bericht = f"De tekst gaat verder na het aanhalingsteken {teken} dat sluit."
    return _tussen_aanhaling(bericht, nummer, voor, tekst)


def _zin_erna(voor: str, rest: str) -> bool:
    """Whether a comma after a quoted text is part of a sentence, and not of a list in brackets."""
    return rest.lstrip().startswith(",") and "[" not in voor and "{" not in voor


def _tussen_aanhaling(bericht: str, nummer: int, voor: str, tekst: str) -> YamlFout:
    """Advise to put quotes around the whole of a text, of the kind that is not in it."""
    binnen = tekst[1:-1] if tekst[0] == tekst[-1] and tekst[0] in "\"'" else tekst
    goed = _in_aanhaling(binnen)
    advies = f"Zet de hele tekst tussen aanhalingstekens: {goed}"
    return YamlFout("V02", f"{bericht} {advies}", nummer, len(voor), len(tekst))


def _in_aanhaling(tekst: str) -> str:
    """A text between quotation marks of the kind that is not in it."""
    if '"' in tekst and "'" not in tekst:
        return f"'{kort(tekst)}'"
    return '"' + kort(tekst).replace('"', "'") + '"'


def _splits(regel: str) -> tuple[str, str]:
    vondst = _BEGIN.match(regel)
    return (vondst["voor"], vondst["tekst"]) if vondst else ("", regel)


def _bijzonder_begin(regels: list[str], nummer: int) -> YamlFout | None:
    """A text whose first character means something else to YAML."""
    voor, tekst = _splits(regels[nummer])
    if re.match(r"[|>][-+0-9]{0,2} *(?:#.*)?$", tekst):
        return None
    vreemd = re.match(r"[@`%*&!|>,]|[?-] ", tekst)
    if vreemd is None or (vreemd[0] == "- " and ":" not in voor):
        return None
    bericht = f"Een tekst mag niet zomaar met {vreemd[0].strip()} beginnen."
    return _tussen_aanhaling(bericht, nummer, voor, tekst)


def _haak_begin(regels: list[str], nummer: int) -> YamlFout | None:
    """A text that begins with a bracket and goes on after it: `[1] zie onder`."""
    vondst = re.match(r"(\s*(?:- +)*(?:[\w-]+ *: +)?)([\[{][^\[\]{}]*[\]}]) *([^\s,#\]}:].*)$",
                      regels[nummer])  # fmt: skip
    if vondst is None:
        return None
    tekst = regels[nummer][vondst.end(1) :].rstrip()
    bericht = f"Een tekst mag niet zomaar met {tekst[0]} beginnen."
    return _tussen_aanhaling(bericht, nummer, vondst[1], tekst)


def _dubbele_punt(regels: list[str], nummer: int) -> YamlFout | None:
    """A colon and a space inside a text that is not quoted."""
    vondst = re.match(r"(\s*(?:- +)*[\w-]+ *: +)([^\s\"'\[{|>#].*?):(\s|$)", regels[nummer])
    if vondst is None or " #" in vondst[2]:
        return None
    tekst = regels[nummer][vondst.end(1) :].rstrip()
    begin = "In deze tekst staat een dubbele punt met een spatie erachter."
    if vondst.end(2) + 1 >= len(regels[nummer].rstrip()):
        begin = "Deze tekst eindigt met een dubbele punt."
    fout = _tussen_aanhaling(begin, nummer, vondst[1], tekst)
    fout.kolom, fout.lengte = vondst.end(2), 1
    return fout


def _krul(regels: list[str], nummer: int) -> YamlFout | None:
    """A curly quotation mark where a straight one was meant: at both ends of a text."""
    voor, tekst = _splits(regels[nummer])
    if not re.match(r"[“”„‘’][^“”„‘’]*[“”‘’]", tekst):
        return None
    bericht = f'Hier staat een gekruld aanhalingsteken {tekst[0]}. Gebruik het rechte: ".'
    return YamlFout("V02", bericht, nummer, len(voor))


_BEKEND: tuple[Callable[[list[str], int], YamlFout | None], ...] = (
    _tab,
    _onzichtbaar,
    _geen_naam,
    _geen_spatie,
    _aanhaling,
    _haak_begin,
    _dubbele_punt,
    _bijzonder_begin,
)
"""Mistakes that show in one line, the surest first."""


def _omgekeerde_streep(regels: list[str], regel: int, kolom: int) -> YamlFout:
    plek = regels[regel].rfind("\\", 0, kolom + 1)
    return YamlFout(
        "V02",
        "Tussen dubbele aanhalingstekens betekent \\ iets bijzonders. "
        "Zet de tekst tussen enkele aanhalingstekens: '…'.",
        regel,
        max(plek, 0),
    )


def _geen_dubbele_punt(regels: list[str], regel: int, probleem: str) -> YamlFout | None:
    """A line that should be `sleutel: waarde` but has no colon followed by a space."""
    plat = "flow" not in probleem
    for nummer in range(regel, max(-1, regel - 3), -1):
        if plat and (gevonden := _zonder_punt(regels, nummer)):
            return gevonden
    return None


def _zonder_punt(regels: list[str], nummer: int) -> YamlFout | None:
    kaal = regels[nummer].strip()
    if not kaal or kaal.startswith(("#", "- ", "-", "[", "{", "]", "}")):
        return None
    if re.search(r":(\s|$)", kaal):
        return None
    begin = len(regels[nummer]) - len(regels[nummer].lstrip())
    return YamlFout(
        "V02",
        "In deze regel ontbreekt de dubbele punt. Een regel ziet er zo uit: naam: waarde.",
        nummer,
        begin,
        len(kaal),
    )


def _open_haak(fout: yaml.MarkedYAMLError, regels: list[str], probleem: str) -> YamlFout | None:
    mark = fout.context_mark or fout.problem_mark
    if "flow" not in probleem or mark is None:
        return None
    if "node" in (fout.context or "") and fout.problem_mark:
        mark = fout.problem_mark
    regel = min(mark.line, len(regels) - 1)
    teken = regels[regel][mark.column : mark.column + 1]
    if teken not in {"[", "{"}:
        bericht = "Hier klopt iets niet met haken en komma's. "
        bericht += "Kijk of elke [ een ] heeft en elke { een }, met komma's tussen de delen."
        return YamlFout("V02", bericht, regel, min(mark.column, len(regels[regel])))
    sluit = "]" if teken == "[" else "}"
    return YamlFout(
        "V02",
        f"Na de haak {teken} die hier opent, klopt iets niet. "
        f"Zet een komma tussen de delen en aan het einde een {sluit}.",
        regel,
        mark.column,
    )


def _inspringing(regels: list[str], regel: int, kolom: int) -> YamlFout:
    gekruld = _krul(regels, regel)
    if gekruld:
        return gekruld
    if regels[regel].lstrip()[:1] in {"]", "}"} or regels[regel][kolom : kolom + 1] in {"]", "}"}:
        bericht = "Deze haak sluit iets wat niet geopend is. Haal hem weg."
        return YamlFout("V02", bericht, regel, min(kolom, len(regels[regel])))
    begin = len(regels[regel]) - len(regels[regel].lstrip())
    return YamlFout(
        "V02",
        "Deze regel springt anders in dan de regels erboven, of hoort er niet bij. "
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
        regel,
        begin,
        max(1, len(regels[regel].rstrip()) - begin),
    )
