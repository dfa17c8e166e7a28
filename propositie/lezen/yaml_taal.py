"""What a YAML parser complains about, said in Dutch to somebody who never heard of YAML.

The parser names the place where it got stuck, which is often not the place of the mistake;
so the line itself is looked at first.
"""

from __future__ import annotations

import re

import yaml

from .boom import YamlFout

_SLIM = "“”‘’„"


def uitleg(fout: yaml.MarkedYAMLError, tekst: str) -> YamlFout:
    """Turn the parser's complaint `fout` about `tekst` into a Dutch sentence with its place."""
    mark = fout.problem_mark or fout.context_mark
    regels = tekst.split("\n")
    regel = min(mark.line, len(regels) - 1) if mark else 0
    kolom = mark.column if mark else 0
    probleem = f"{fout.context or ''} {fout.problem or ''}"
    return (
        _tab(regels, regel)
        or _onafgesloten(fout, regels, probleem)
        or _dubbele_punt(regels, regel, probleem)
        or _bijzonder_begin(regels, regel, kolom, probleem)
        or _geen_dubbele_punt(regels, regel, probleem)
        or _open_haak(fout, regels, probleem)
        or _inspringing(regels, regel, kolom)
    )


def _tab(regels: list[str], regel: int) -> YamlFout | None:
    """A tab in the indentation, at the line where the parser stopped or just above it."""
    for nummer in (regel, regel - 1):
        if 0 <= nummer < len(regels):
            inspringing = re.match(r"[ \t]*", regels[nummer])
            if inspringing and "\t" in inspringing[0]:
                kolom = inspringing[0].index("\t")
                return YamlFout(
                    "V09",
                    "Deze regel springt in met een tab. Gebruik spaties: twee per trap.",
                    nummer,
                    kolom,
                )
    return None


def _onafgesloten(fout: yaml.MarkedYAMLError, regels: list[str], probleem: str) -> YamlFout | None:
    if "quoted scalar" not in probleem:
        return None
    mark = fout.context_mark or fout.problem_mark
    regel, kolom = mark.line, mark.column
    teken = regels[regel][kolom : kolom + 1] or '"'
    return YamlFout(
        "V02",
        f"Het aanhalingsteken {teken} dat hier begint, sluit nergens. "
        f"Zet aan het einde van de tekst ook een {teken}.",
        regel,
        kolom,
        len(regels[regel]) - kolom,
    )


def _dubbele_punt(regels: list[str], regel: int, probleem: str) -> YamlFout | None:
    """A colon and a space inside a text that is not quoted."""
    if "mapping values are not allowed" not in probleem:
        return None
    vondst = re.match(r"(\s*(?:- )*[\w-]+:\s+)(.*?):(\s|$)", regels[regel])
    if vondst is None:
        return None
    tekst = regels[regel][vondst.end(1) :].rstrip()
    aangehaald = tekst.replace('"', '\\"')
    return YamlFout(
        "V02",
        "In deze tekst staat een dubbele punt met een spatie erachter. "
        f'Zet de tekst tussen aanhalingstekens: "{aangehaald}"',
        regel,
        vondst.end(2),
    )


def _bijzonder_begin(regels: list[str], regel: int, kolom: int, probleem: str) -> YamlFout | None:
    """A character at the start of a text that means something else to YAML."""
    teken = regels[regel][kolom : kolom + 1]
    if "cannot start any token" not in probleem and teken not in {"@", "`", "%", "&", "*", "!"}:
        return None
    if not teken or teken == "\t":
        return None
    if teken == "%" or teken in "@`&*!|>":
        rest = regels[regel][kolom:].rstrip()
        return YamlFout(
            "V02",
            f"Een tekst mag niet zomaar met {teken} beginnen. "
            f'Zet de tekst tussen aanhalingstekens: "{rest}"',
            regel,
            kolom,
        )
    return None


def _geen_dubbele_punt(regels: list[str], regel: int, probleem: str) -> YamlFout | None:
    """A line that should be `sleutel: waarde` but has no colon followed by a space."""
    if "could not find expected ':'" not in probleem:
        return None
    for nummer in range(min(regel, len(regels) - 1), max(-1, regel - 3), -1):
        kaal = regels[nummer].strip()
        if not kaal or kaal.startswith(("#", "-")):
            continue
        if vondst := re.match(r"(\s*)([\w-]+):(\S.*)$", regels[nummer]):
            return YamlFout(
                "V02",
                f'Achter de dubbele punt hoort een spatie: "{vondst[2]}: {vondst[3].rstrip()}".',
                nummer,
                vondst.end(2),
            )
        if not re.search(r":(\s|$)", kaal):
            begin = len(regels[nummer]) - len(regels[nummer].lstrip())
            return YamlFout(
                "V02",
                "In deze regel ontbreekt de dubbele punt. Een regel ziet er zo uit: naam: waarde.",
                nummer,
                begin,
                len(kaal),
            )
    return None


def _open_haak(fout: yaml.MarkedYAMLError, regels: list[str], probleem: str) -> YamlFout | None:
    if "flow" not in probleem:
        return None
    mark = fout.context_mark or fout.problem_mark
    if "node" in (fout.context or "") and fout.problem_mark:
        mark = fout.problem_mark
    regel = min(mark.line, len(regels) - 1)
    teken = regels[regel][mark.column : mark.column + 1]
    if teken in {"[", "{"}:
        sluit = "]" if teken == "[" else "}"
        return YamlFout(
            "V02",
            f"De haak {teken} die hier opent, sluit nergens goed. Zet aan het einde een {sluit} "
            "en tussen de delen komma's.",
            regel,
            mark.column,
        )
    return YamlFout(
        "V02",
        "Hier klopt iets niet met haken en komma's. Kijk of elke [ een ] heeft en elke { een }.",
        regel,
        min(mark.column, len(regels[regel])),
    )


def _inspringing(regels: list[str], regel: int, kolom: int) -> YamlFout:
    slim = next((t for t in regels[regel] if t in _SLIM), None)
    if slim:
        return YamlFout(
            "V02",
            f'Hier staat een gekruld aanhalingsteken {slim}. Gebruik het rechte: ".',
            regel,
            regels[regel].index(slim),
        )
    return YamlFout(
        "V02",
        "Deze regel springt anders in dan de regels erboven, of hoort er niet bij. "
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
        regel,
        min(kolom, len(regels[regel])),
        max(1, len(regels[regel].rstrip()) - kolom),
    )
