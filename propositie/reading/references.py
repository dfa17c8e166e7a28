"""References and links to things that do not exist, and which thing was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..finding import Finding, Severity
from ..huis import InternalBericht, Kind, Thing, kinds
from ..huis.berichten import BLOG, find_links
from ..huis.values import Reference
from ..huis.walk import marked_values
from .characters import clean
from .defect import Defect, Repair, did_you_mean
from .errors import shorten
from .folder import make_id
from .keys import MAX_NAME, find_nearest
from .message import to_finding
from .source import Source

Sources: TypeAlias = Mapping[tuple[str, str], Source]
"""The file of each thing, by (kind, id)."""
Things: TypeAlias = Mapping[tuple[str, str], Thing]
"""The things that could be read, by (kind, id)."""
Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind: what exists, and how it is called."""

BERICHT = Kind(BLOG, InternalBericht, False)
MAX_DANGLING = 20
"""So many references that lead nowhere are told of one file."""


def find_dangling_references(things: Things, sources: Sources) -> Iterator[Finding]:
    """References to things that do not exist."""
    ids = _ids(sources, things)
    for (kind, id_), thing in things.items():
        loose = [
            (path, mark.kind, value)
            for path, mark, value in marked_values(thing, Reference)
            if value not in ids[mark.kind]
        ]
        source = sources[kind, id_]
        for path, target, value in loose[:MAX_DANGLING]:
            code = "V18" if (kind, target) == (BLOG, "medewerkers") else "V03"
            yield to_finding(source, _explain_dangling(code, path, target, value, ids))


def find_dangling_links(
    berichten: Mapping[str, InternalBericht], sources: Sources
) -> Iterator[Finding]:
    """Links in posts to pages of ours that do not exist."""
    ids = _ids(sources, {})
    classes = {name: s.model for name, s in {**kinds(), BLOG: BERICHT}.items()}
    for bericht in berichten.values():
        for address, target in find_links(bericht.tekst):
            if target is not None and target.id not in ids[target.kind]:
                name = classes[target.kind].kind_name
                hint = did_you_mean(find_nearest(target.id, list(ids[target.kind])))
                sentence = (
                    f'{name.article.capitalize()} {name.singular} "{shorten(target.id)}" waar deze '
                    f"link heen gaat, bestaat niet.{hint or ' Haal de link weg.'}"
                )
                position = sources[BLOG, bericht.id].location(("tekst",), find=address)
                yield Finding("V03", Severity.ERROR, sentence, position)


def _ids(sources: Sources, things: Things) -> Ids:
    """What exists of each kind. A thing with mistakes of its own does exist."""
    ids: dict[str, dict[str, str]] = {name: {} for name in (*kinds(), BLOG)}
    for kind, id_ in sources:
        ids[kind][id_] = str(getattr(things.get((kind, id_)), "naam", ""))
    return ids


def _explain_dangling(
    code: str, path: tuple[str | int, ...], kind: str, value: str, ids: Ids
) -> Defect:
    """What to say of a reference `value` to a thing of kind `kind`."""
    name = kinds()[kind].model.kind_name
    lead = f'{name.article.capitalize()} {name.singular} "{shorten(value)}" bestaat niet.'
    parts = [d.strip() for d in re.split(r"[,;/+&]|\s+en\s+", value) if d.strip()]
    known = [d for d in parts if d in ids[kind]]
    if len(parts) > 1 and known and isinstance(path[-1], int):
        new = ", ".join(find_meant_id(d, ids[kind]) or d for d in parts)
        sentence = (
            f"{lead} Dit zijn er {len(parts)}: zet er een komma tussen, of geef elk een streepje."
        )
        return Defect(
            code, sentence, path, repair=_replace_in_brackets(value, new), whole_line=True
        )
    if found := find_meant_id(value, ids[kind]):
        sentence = lead + did_you_mean(found)
        return Defect(code, sentence, path, repair=_replace(value, found), word="Schrijf dan")
    other_kind = next((s for s in kinds() if s != kind and value in ids[s]), None)
    if other_kind is not None:
        other = kinds()[other_kind].model.kind_name
        sentence = f'{lead} Wel is er {other.article} {other.singular} "{value}". Kies hier '
        return Defect(code, f"{sentence}een {name.singular}, of haal dit weg.", path)
    new = make_id(value.removesuffix(".yml").rpartition("/")[2])
    hint = " Haal dit weg."
    if len(new) <= MAX_NAME:
        hint = f' Maak het bestand "{kind}/{new or "naam"}.yml", of haal dit weg.'
    return Defect(code, lead + hint, path)


def find_meant_id(value: str, ids: Mapping[str, str]) -> str | None:
    """The id that was meant: typed as a name, a path or a file, or with a typing error."""
    bare = clean(value).removesuffix(".yml").removesuffix(".yaml").rpartition("/")[2]
    new = make_id(bare)
    if new in ids:
        return new
    same = [id_ for id_, name in ids.items() if new and make_id(name) == new]
    return same[0] if len(same) == 1 else find_nearest(bare, list(ids))


def _replace_in_brackets(value: str, new: str) -> Repair:
    return lambda line: line.replace(value, new, 1) if "[" in line else ""


def _replace(value: str, new: str) -> Repair:
    return lambda piece: new if piece.strip("\"'") == value else ""
