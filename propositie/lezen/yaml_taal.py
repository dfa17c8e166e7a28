"""What a YAML parser complains about, said in Dutch to somebody who never heard of YAML.

The parser names the place where it got stuck, which is often below the mistake. So the lines
from there upwards are looked at first, one known mistake at a time, and a correction is tried out
before it is given; only when no line looks wrong is the parser's own complaint told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from .fout import YamlFout
from .geplakt import geplakt
from .inspringing import verschoven, vervolg
from .proef import Proef
from .regelfouten import BEKEND, ander_teken, splits

MAX_REGEL = 4000
"""A longer line is not looked at: nobody typed it."""
_TERUG = 40
"""How many lines above the place where the parser stopped may hold the mistake."""


def uitleg(fout: yaml.YAMLError, regels: list[str]) -> YamlFout:
    """Turn the parser's complaint `fout` about `regels` into a Dutch sentence with its place."""
    if gevonden := geplakt(regels):
        return gevonden
    if not isinstance(fout, yaml.MarkedYAMLError):
        return _vreemd_teken(regels)
    mark = fout.problem_mark or fout.context_mark
    regel = min(mark.line, len(regels) - 1) if mark else 0
    kolom = mark.column if mark else 0
    probleem = f"{fout.context or ''} {fout.problem or ''}"
    if "escape" in probleem:
        return _omgekeerde_streep(regels, regel, kolom)
    proef = Proef(regels, mark.line if mark else 0)
    eerste = None
    for gevonden in _bekende_fouten(regels, regel):
        if not gevonden.beter or proef.helpt(gevonden.regel or 0, gevonden.beter):
            return gevonden
        eerste = eerste or gevonden
    gevonden = _geen_dubbele_punt(proef, regel, probleem) or verschoven(proef, regel)
    if gevonden is None and eerste is not None:
        eerste.beter = _zonder_tab(regels, eerste, proef.stop) if eerste.code == "V09" else ""
    return gevonden or eerste or _onbekend(fout, regels, regel, kolom, probleem)


def vermoeden(regels: list[str]) -> YamlFout | None:
    """What is probably wrong with a file of one piece of text, where fields should stand."""
    if gevonden := geplakt(regels):
        return gevonden
    for nummer, regel in enumerate(regels):
        if regel.strip() and not regel.lstrip().startswith("#"):
            if len(regel) > MAX_REGEL:
                return None
            for kijk in (*BEKEND, ander_teken):
                if gevonden := kijk(regels, nummer):
                    return gevonden
            return _zonder_punt(regels, nummer)
    return None


def _zonder_tab(regels: list[str], fout: YamlFout, stop: int) -> str:
    """The line of `fout` with as many spaces as it should have, instead of a tab."""
    zonder = [r.replace("\t", " ") if n == fout.regel else r for n, r in enumerate(regels)]
    gevonden = verschoven(Proef(zonder, stop), fout.regel or 0)
    return gevonden.beter if gevonden and gevonden.regel == fout.regel else ""


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


def _bekende_fouten(regels: list[str], regel: int) -> Iterator[YamlFout]:
    """What looks wrong in the lines that may hold the mistake, nearest first."""
    for nummer in _verdacht(regels, regel):
        for kijk in BEKEND:
            if gevonden := kijk(regels, nummer):
                yield gevonden


def _verdacht(regels: list[str], regel: int) -> Iterator[int]:
    """The lines that may hold the mistake, nearest first; not those inside a long text (|)."""
    in_tekst = _in_lange_tekst(regels[: regel + 1])
    for nummer in range(regel, max(-1, regel - _TERUG), -1):
        kaal = regels[nummer].strip()
        kort_genoeg = len(regels[nummer]) <= MAX_REGEL
        if kaal and kort_genoeg and not kaal.startswith("#") and nummer not in in_tekst:
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


def _omgekeerde_streep(regels: list[str], regel: int, kolom: int) -> YamlFout:
    plek = max(regels[regel].rfind("\\", 0, kolom + 1), 0)
    voor, tekst = splits(regels[regel])
    heel = re.fullmatch(r'"([^"\']*)"', tekst)
    bericht = (
        "Tussen dubbele aanhalingstekens betekent \\ iets bijzonders. "
        "Zet de tekst tussen enkele aanhalingstekens."
    )
    return YamlFout("V02", bericht, regel, plek, 1, f"{voor}'{heel[1]}'" if heel else "")


def _geen_dubbele_punt(proef: Proef, regel: int, probleem: str) -> YamlFout | None:
    """A line that should be `sleutel: waarde` but has no colon followed by a space."""
    if "flow" in probleem:
        return None
    regels = list(proef.regels)
    for nummer in range(regel, max(-1, regel - 3), -1):
        kaal = _zonder_punt(regels, nummer)
        if kaal is None:
            continue
        veld = ander_teken(regels, nummer)
        if veld and proef.helpt(nummer, veld.beter):
            return veld
        return vervolg(proef, nummer) or kaal
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


def _onbekend(
    fout: yaml.MarkedYAMLError, regels: list[str], regel: int, kolom: int, probleem: str
) -> YamlFout:
    """What the parser itself complains about, when no line shows what is wrong."""
    return _open_haak(fout, regels, probleem) or _past_niet(regels, regel, kolom)


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


def _past_niet(regels: list[str], regel: int, kolom: int) -> YamlFout:
    if regels[regel].lstrip()[:1] in {"]", "}"} or regels[regel][kolom : kolom + 1] in {"]", "}"}:
        bericht = "Deze haak sluit iets wat niet geopend is. Haal hem weg."
        return YamlFout("V02", bericht, regel, min(kolom, len(regels[regel])))
    while regel > 0 and not regels[regel].strip():
        regel -= 1
    begin = len(regels[regel]) - len(regels[regel].lstrip())
    return YamlFout(
        "V02",
        "Deze regel springt anders in dan de regels erboven, of hoort er niet bij. "
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
        regel,
        begin,
        max(1, len(regels[regel].rstrip()) - begin),
    )
