"""The fields of a kind → a JSON Schema (draft-07, which the YAML extension knows best).

Three kinds of file refer to one another by name: `vormen.json` holds what values look like,
`ids.json` what exists in the house (so that a new thing changes one file), and each kind has
one with its fields. An empty value counts as absent, as it does for the reader; so nothing here
says `type` outright, but: empty, or of this type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..huis import Soort
from ..vorm import Veld, Vorm, voorbeeld_van
from .patronen import ANDERS_GESCHREVEN, VORMEN, Schema

DIALECT = "http://json-schema.org/draft-07/schema#"
VORMENBESTAND = "vormen.json"
IDBESTAND = "ids.json"

_DIEP_LEEG = 4
"""So deep can what is empty lie in what is empty. A schema that refers to itself would say it for
any depth, but the extension cannot check such a schema."""


def _leeg(diepte: int = _DIEP_LEEG) -> Schema:
    """What counts as absent: nothing, or a list or group of nothing."""
    anders = _leeg(diepte - 1) if diepte else {"type": "null"}
    return {
        "anyOf": [
            {"type": "null"},
            {"type": "string", "maxLength": 0},
            {"type": "array", "items": anders},
            {"type": "object", "additionalProperties": anders},
        ]
    }


def _niet_leeg(eis: Schema) -> Schema:
    return {"if": {"$ref": "#/definitions/leeg"}, "else": eis}


def vormenschema() -> Schema:
    """What values look like, by form; the same for every house."""
    return {
        "$schema": DIALECT,
        "definitions": {
            "leeg": _leeg(),
            "alleen_leeg": _niet_leeg({"not": {}}),
            "gevuld": {
                "if": {"$ref": "#/definitions/leeg"},
                # Nothing empty is a boolean: this refuses it with a sentence of our own.
                "then": {"type": "boolean", "errorMessage": "Dit veld is verplicht: vul het in."},
            },
            "lijst": _niet_leeg({
                "type": "array",
                "errorMessage": "Hier hoort een lijst. Zet voor elk deel een streepje.",
            }),
            "groep": _niet_leeg({
                "type": "object",
                "errorMessage": "Hier hoort een groep met eigen velden, elk op een regel.",
            }),
            **{_naam(vorm): _niet_leeg(eis) for vorm, eis in VORMEN.items()},
        },
    }  # fmt: skip


def idschema(ids: Mapping[str, Mapping[str, str]], enkelvoud: Mapping[str, str]) -> Schema:
    """What exists in the house: per kind, id → name."""
    return {
        "$schema": DIALECT,
        "definitions": {
            soort: _ids(soort, namen, enkelvoud[soort]) for soort, namen in ids.items()
        },
    }


def _ids(soort: str, namen: Mapping[str, str], enkelvoud: str) -> Schema:
    melding = (
        f"Er is geen {enkelvoud} met deze naam. Noem een bestand uit de map {soort}, zonder .yml. "
        "Staat het er nog maar net, draai dan eerst: propositie schema"
    )
    if not namen:
        return {"type": "null", "errorMessage": melding}
    paren = [(waarde, naam) for id_, naam in namen.items() for waarde in _zoals_gelezen(id_)]
    return {
        "enum": [waarde for waarde, _ in paren],
        "enumDescriptions": [naam for _, naam in paren],
        "errorMessage": melding,
    }


def _zoals_gelezen(tekst: str) -> Iterable[str | int | float | bool]:
    """A word as it was typed, and as an editor reads it when it looks like a number or truth."""
    yield tekst
    if tekst in {"true", "false"}:
        yield tekst == "true"
    elif re.fullmatch(r"[0-9]+", tekst):
        yield int(tekst)
    elif re.fullmatch(r"0x[0-9a-f]+|0o[0-7]+", tekst):
        yield int(tekst, 0)
    elif re.fullmatch(r"[0-9]+e-?[0-9]{1,3}", tekst):
        yield float(tekst)


def soortschema(soort: Soort, velden: tuple[Veld, ...]) -> Schema:
    """The schema of one file of a kind."""
    voorbeeld = voorbeeld_van(soort.naam)
    naam = soort.klasse.naam_van_soort
    return {
        "$schema": DIALECT,
        "title": naam.enkelvoud.capitalize(),
        "type": "object",
        **_velden(velden, voorbeeld),
        "allOf": [_verplicht(v) for v in velden if v.verplicht],
    }


def _velden(velden: Iterable[Veld], voorbeeld: object) -> Schema:
    """The keys that a group knows, and what stands behind each."""
    rij = voorbeeld if isinstance(voorbeeld, list) else [voorbeeld]
    samen = {k: w for deel in reversed(rij) if isinstance(deel, dict) for k, w in deel.items()}
    eigen = {v.sleutel: _veld(v, samen.get(v.sleutel)) for v in velden}
    return {
        "properties": eigen,
        "additionalProperties": False,
        "errorMessage": f"Dit veld bestaat hier niet. Hier kunnen staan: {', '.join(eigen)}.",
    }


def _verplicht(veld: Veld) -> Schema:
    return {
        "required": [veld.sleutel],
        "properties": {veld.sleutel: _verwijs("gevuld")},
        "errorMessage": f'Het verplichte veld "{veld.sleutel}" ontbreekt. {veld.uitleg}',
    }


def _veld(veld: Veld, voorbeeld: object) -> Schema:
    """The schema of a field: what staff read, and what may stand there."""
    uit: Schema = {"title": veld.label, "description": beschrijving(veld)}
    uit["markdownDescription"] = "\n\n".join([uit["description"], *_voorbeeldregels(voorbeeld)])
    if isinstance(voorbeeld, str) and veld.vorm in ANDERS_GESCHREVEN:
        uit["examples"] = list(dict.fromkeys([voorbeeld, *ANDERS_GESCHREVEN[veld.vorm]]))
    return {**uit, **_eis(veld, voorbeeld)}


def beschrijving(veld: Veld) -> str:
    """What a field is for, with what else staff must know of it, on one line."""
    delen = [veld.uitleg, f"Vorm: {veld.vorm.value}{', een lijst' if veld.lijst else ''}."]
    if veld.verplicht:
        delen.append("Verplicht.")
    if veld.standaard is not None:
        delen.append(f"Laat u het weg, dan geldt: {veld.standaard}.")
    if veld.intern and "nooit op de site" not in veld.uitleg:
        delen.append("Intern: komt nooit op de site.")
    return " ".join(delen)


def _voorbeeldregels(voorbeeld: object) -> Iterable[str]:
    """The example of a text, or of a list of texts."""
    if isinstance(voorbeeld, list) and all(isinstance(w, str) for w in voorbeeld):
        yield "Bijvoorbeeld: " + ", ".join(f"`{w}`" for w in voorbeeld)
    elif isinstance(voorbeeld, str) and "\n" not in voorbeeld:
        yield f"Bijvoorbeeld: `{voorbeeld}`"


def _eis(veld: Veld, voorbeeld: object) -> Schema:
    if veld.vorm is Vorm.GROEP:
        waarde = _groep(veld, voorbeeld)
    elif veld.vorm is Vorm.TABEL:
        waarde = _tabel(veld)
    else:
        waarde = _waarde(veld)
    if not veld.lijst:
        return waarde
    if veld.los:
        return {"items": waarde, "anyOf": [waarde, {"type": "array"}]}
    return {"items": waarde, "allOf": [_verwijs("lijst")]}


def _waarde(veld: Veld) -> Schema:
    """One value that is no group."""
    if veld.vorm is Vorm.KEUZE:
        melding = f"Kies {', '.join(veld.keuzes[:-1])} of {veld.keuzes[-1]}."
        keuze = {"enum": list(veld.keuzes), "errorMessage": melding}
        return {"anyOf": [keuze, _verwijs("alleen_leeg")]}
    if veld.vorm is Vorm.VERWIJZING:
        # An id between quotes may have spaces around it; only the reader sees through those.
        ruim = {"type": "string", "pattern": r"^\s|\s$"}
        keuze = {"$ref": f"{IDBESTAND}#/definitions/{veld.soort}"}
        return {"anyOf": [keuze, ruim, _verwijs("alleen_leeg")]}
    # `anyOf` of one: the extension then knows that the value follows on the same line.
    return {"anyOf": [_verwijs(_naam(veld.vorm))], **({} if veld.lijst else _grenzen(veld))}


def _grenzen(veld: Veld) -> Schema:
    """What a number must lie between, as far as an editor can tell.

    To an editor `1.250` is less than two: a lower bound above one would refuse it.
    """
    tussen: Schema = {}
    if veld.minstens is not None and veld.minstens <= 1:
        tussen["minimum"] = veld.minstens
    if veld.hoogstens is not None:
        tussen["maximum"] = veld.hoogstens
    if not tussen:
        return {}
    woorden = [
        f"{woord} {grens}"
        for woord, grens in (("minstens", veld.minstens), ("hoogstens", veld.hoogstens))
        if grens is not None
    ]
    melding = f"Hier hoort een getal van {' en '.join(woorden)}."
    return {"if": tussen, "else": {"type": "null", "errorMessage": melding}}


def _groep(veld: Veld, voorbeeld: object) -> Schema:
    """A group; what is required in it is so once anything in it is filled in."""
    eisen = [_verwijs("groep")]
    verplicht = [_verplicht(v) for v in veld.velden if v.verplicht]
    if verplicht:
        eisen.append({"if": _verwijs("leeg"), "else": {"allOf": verplicht}})
    uit = _velden(veld.velden, voorbeeld)
    if veld.kort_woord:
        letters = "".join(f"[{t.upper()}{t}]" for t in veld.kort_woord)
        tekst = {
            "type": "string",
            "pattern": rf"^\s*(?:{letters})?\s*$",
            "errorMessage": f"Schrijf het woord {veld.kort_woord}, of een groep met eigen velden.",
        }
        uit["examples"] = [veld.kort_woord]
        return {**uit, "if": {"type": "string"}, "then": tekst, "else": {"allOf": eisen}}
    return {**uit, "allOf": eisen}


def _tabel(veld: Veld) -> Schema:
    """Names of one's own, or from a row, each with a value behind it."""
    waarde = _waarde(veld.velden[0])
    if not veld.keuzes:
        return {"additionalProperties": waarde, "allOf": [_verwijs("groep")]}
    anders = {"type": "null", "errorMessage": f"Hier kunnen staan: {', '.join(veld.keuzes)}."}
    return {
        "properties": {naam: {"title": naam.capitalize(), **waarde} for naam in veld.keuzes},
        "additionalProperties": {"if": _verwijs("leeg"), "else": anders},
        "allOf": [_verwijs("groep")],
    }


def _verwijs(naam: str) -> Schema:
    return {"$ref": f"{VORMENBESTAND}#/definitions/{naam}"}


def _naam(vorm: Vorm) -> str:
    return vorm.name.lower()
