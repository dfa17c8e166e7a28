"""Help in the editor: a JSON Schema for every kind, and the settings that make an editor use them.

`schemabestanden` is the only door. It needs a folder, not a sound house: what exists is known
from the names of the files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..huis import soorten
from ..lezen import Bron
from ..lezen.boom import lees_boom
from ..lezen.fout import YamlFout
from ..lezen.map import inventariseer
from ..vorm import Vorm, velden_van
from .bouw import IDBESTAND, VORMENBESTAND, idschema, soortschema, vormenschema
from .instellingen import InstellingenFout, instellingen, lees_tekst, uitbreidingen
from .patronen import Schema

__all__ = [
    "SCHEMAMAP",
    "InstellingenFout",
    "schemabestanden",
    "schemas",
    "verouderd",
    "ververs",
    "werk_bij",
]

SCHEMAMAP = ".vscode/propositie"
"""Where the schemas are kept, seen from the folder of the organisation."""


def schemabestanden(wortel: Path, huis: str) -> Mapping[str, str]:
    """Every file that gives help in the editor: its path under `wortel`, and its text.

    `huis` is the folder of the house, seen from `wortel`. Raises `InstellingenFout`, whose
    message names the file, when settings of the organisation's own stand in the way.
    """
    bestanden = {
        f"{SCHEMAMAP}/{naam}": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for naam, schema in schemas(wortel / huis).items()
    }
    waarvoor = {
        f"./{SCHEMAMAP}/{s.naam}.json": f"{huis}/{s.naam}{'' if s.enkel else '/*'}.yml"
        for s in soorten().values()
    }
    for naam, maak in (
        ("settings", lambda oud: instellingen(oud, waarvoor, f"./{SCHEMAMAP}/")),
        ("extensions", uitbreidingen),
    ):
        pad = f".vscode/{naam}.json"
        try:
            bestanden[pad] = maak(lees_tekst(wortel / pad))
        except InstellingenFout as fout:
            raise InstellingenFout(
                f"In {pad} {fout} Haal dat eruit, of zet het bestand even opzij; "
                "er is niets veranderd."
            ) from fout
    return bestanden


def schemas(huismap: Path) -> Mapping[str, Schema]:
    """The schemas for the house in `huismap`, by file name."""
    ids: dict[str, dict[str, str]] = {s.naam: {} for s in soorten().values() if not s.enkel}
    for (soort, id_), bron in sorted(inventariseer(huismap, "").bronnen.items()):
        if soort in ids:
            ids[soort][id_] = _naam_van(bron, soort) or id_
    enkelvoud = {n: s.klasse.naam_van_soort.enkelvoud for n, s in soorten().items()}
    return {
        VORMENBESTAND: vormenschema(),
        IDBESTAND: idschema(ids, enkelvoud),
        **{f"{s.naam}.json": soortschema(s, velden_van(s.klasse)) for s in soorten().values()},
    }


def _naam_van(bron: Bron, soort: str) -> str:
    """What a thing is called: its first required line of text; empty when it cannot be read."""
    velden = velden_van(soorten()[soort].klasse)
    sleutel = next(v.sleutel for v in velden if v.verplicht and v.vorm is Vorm.REGEL)
    try:
        boom = lees_boom(bron.tekst())
    except YamlFout:
        return ""
    naam = boom.get(sleutel) if isinstance(boom, dict) else None
    return " ".join(naam.split()) if isinstance(naam, str) else ""


def verouderd(wortel: Path, bestanden: Mapping[str, str]) -> list[str]:
    """Which of `bestanden` do not stand under `wortel` as they should, and which are left over."""
    anders = [pad for pad, tekst in bestanden.items() if _tekst(wortel / pad) != tekst]
    over = [
        f"{SCHEMAMAP}/{pad.name}"
        for pad in sorted((wortel / SCHEMAMAP).glob("*.json"))
        if f"{SCHEMAMAP}/{pad.name}" not in bestanden
    ]
    return anders + over


def _tekst(pad: Path) -> str | None:
    try:
        return pad.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def werk_bij(wortel: Path, bestanden: Mapping[str, str]) -> list[str]:
    """Write what is out of date and remove what is left over; return which. Raises `OSError`."""
    oud = verouderd(wortel, bestanden)
    for naam in oud:
        pad = wortel / naam
        if naam not in bestanden:
            pad.unlink()
            continue
        pad.parent.mkdir(parents=True, exist_ok=True)
        half = pad.with_name(f".{pad.name}.half")
        half.write_text(bestanden[naam], "utf-8")
        half.replace(pad)
    return oud


def ververs(wortel: Path, huis: str) -> list[str]:
    """Bring the help in the editor up to date for who has it; return which files changed.

    Meant for after a change of the house, so it is quiet: who never ran `propositie schema` gets
    nothing, and what cannot be written stays as it was.
    """
    if not (wortel / SCHEMAMAP).is_dir():
        return []
    try:
        return werk_bij(wortel, schemabestanden(wortel, huis))
    except (InstellingenFout, OSError):
        return []
