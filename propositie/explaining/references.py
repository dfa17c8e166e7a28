"""What to say of references and links that lead nowhere, and which thing was probably meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..edits import Certainty
from ..finding import Finding, Location, Severity
from ..huis import kinds, yaml_kinds
from ..huis.berichten import KIND as BERICHTEN
from ..reading import make_id
from ..reading.problems import DanglingLink, DanglingReference, LooseLink
from ..reading.references import Ids
from .characters import clean
from .diagnosis import Defect, Repair
from .message import fix_piece, to_finding
from .names import MAX_NAME, find_nearest
from .words import did_you_mean, shorten


def explain_dangling_link(problem: DanglingLink, ids: Ids) -> Finding:
    """A link to a thing of ours that does not exist."""
    target = problem.target
    kind = kinds()[target.kind]
    nearest = find_nearest(target.id, list(ids[target.kind]))
    hint = did_you_mean(nearest)
    sentence = (
        f'{kind.the} "{shorten(target.id)}" waar deze '
        f"link heen gaat, bestaat niet.{hint or ' Haal de link weg.'}"
    )
    link = problem.link
    position = problem.source.location_of_link(
        problem.path, link.line, link.column, link.length, link.address
    )
    fix = None
    if nearest is not None:
        before, found, after = _piece_at(position).rpartition(target.id)
        if found:
            fix = fix_piece(problem.source, position, f"{before}{nearest}{after}")
    return Finding("V03", Severity.ERROR, sentence, position, fix, "Schrijf dan")


def _piece_at(location: Location) -> str:
    """The text that is pointed at."""
    start = location.column - 1
    return location.line_text[start : start + location.length]


def explain_loose_link(problem: LooseLink) -> Finding:
    """A link whose address is not there."""
    words, label = shorten(problem.label.words), shorten(problem.label.label)
    message = (
        f'Van de link "{words}" staat het adres er niet. Zet het tussen ronde haken: '
        f"[{words}](https://…). Of zet onder de tekst een regel: [{label}]: https://…"
    )
    position = problem.source.location(problem.path, find=problem.label.typed)
    return Finding("V20", Severity.WARNING, message, position)


def explain_dangling_reference(problem: DanglingReference, ids: Ids) -> Finding:
    """A reference to a thing that does not exist."""
    return to_finding(problem.source, _explain(problem, ids))


def _explain(problem: DanglingReference, ids: Ids) -> Defect:
    kind, value, path = problem.target, problem.value, problem.path
    code = "V18" if (problem.kind, kind) == (BERICHTEN.name, "medewerkers") else "V03"
    asked = kinds()[kind]
    lead = f'{asked.the} "{shorten(value)}" bestaat niet.'
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
        sentence, repair = lead + did_you_mean(found), _replace(value, found)
        is_sure = find_named_id(value, ids[kind]) == found
        certainty = Certainty.CERTAIN if is_sure else Certainty.LIKELY
        return Defect(code, sentence, path, repair=repair, word="Schrijf dan", certainty=certainty)
    other_kind = next((s for s in yaml_kinds() if s != kind and value in ids[s]), None)
    if other_kind is not None:
        other = kinds()[other_kind]
        sentence = f'{lead} Wel is er {other.article} {other.singular} "{value}". Kies hier '
        return Defect(code, f"{sentence}een {asked.singular}, of haal dit weg.", path)
    new = make_id(value.removesuffix(".yml").rpartition("/")[2])
    hint = " Haal dit weg."
    if len(new) <= MAX_NAME:
        hint = f' Maak het bestand "{kind}/{new or "naam"}.yml", of haal dit weg.'
    return Defect(code, lead + hint, path)


def find_meant_id(value: str, ids: Mapping[str, str]) -> str | None:
    """The id that was meant: typed as a name, a path or a file, or with a typing error."""
    return find_named_id(value, ids) or find_nearest(_bare(value), list(ids))


def find_named_id(value: str, ids: Mapping[str, str]) -> str | None:
    """The id of the one thing that was named in full: by its name, its path or its file."""
    new = make_id(_bare(value))
    if new in ids:
        return new
    same = [id_ for id_, name in ids.items() if new and make_id(name) == new]
    return same[0] if len(same) == 1 else None


def _bare(value: str) -> str:
    return clean(value).removesuffix(".yml").removesuffix(".yaml").rpartition("/")[2]


def _replace_in_brackets(value: str, new: str) -> Repair:
    return lambda line: line.replace(value, new, 1) if "[" in line else ""


def _replace(value: str, new: str) -> Repair:
    return lambda piece: new if piece.strip("\"'") == value else ""
