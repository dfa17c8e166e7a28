"""What to say of a file whose content is wrong: all its mistakes, or one that explains them all."""

from __future__ import annotations

from dataclasses import replace

from ..finding import Finding, Location, Severity, sort_findings
from ..huis import Kind, yaml_kinds
from ..huis.fields import keys_of
from ..reading import Source
from ..reading.errors import YamlError
from ..reading.problems import BrokenThing
from ..reading.tree import lines_of, parse_tree
from .characters import find_odd_indentation
from .message import at_line, to_finding
from .pasted import find_pasted
from .refusals import diagnose
from .rejected import find_defects, required_fields

MAX_PER_FILE = 20
"""So many mistakes are told of one file; whoever has more mends these first."""


def explain_thing(problem: BrokenThing) -> list[Finding]:
    """Everything that is wrong with one file, in Dutch."""
    found = [*_explain_id(problem), *_explain_content(problem)]
    return found if len(found) <= MAX_PER_FILE else _truncate(found)


def is_wrong_as_a_whole(problem: BrokenThing) -> bool:
    """Whether what was found in the parts of a file follows from something else pasted in it."""
    return (
        problem.refusal is None
        and not problem.is_empty
        and _look_at_whole(problem.source) is not None
    )


def _explain_id(problem: BrokenThing) -> list[Finding]:
    if not problem.names_id:
        return []
    message = 'Het veld "id" kan hier weg: de naam van het bestand is de id.'
    location = problem.source.location(("id",), key=True)
    return [Finding("V04", Severity.ERROR, message, location)]


def _explain_content(problem: BrokenThing) -> list[Finding]:
    source, model = problem.source, problem.kind.model
    if problem.refusal is not None:
        return [at_line(source, diagnose(source, r)) for r in (*problem.repeated, problem.refusal)]
    if problem.is_empty:
        defects = find_defects(None, model, list(problem.empty), [])
        return [_explain_empty(problem), *(to_finding(source, d) for d in defects)]
    found = list(
        find_defects(problem.rejected, model, list(problem.empty), list(problem.repeated_paths))
    )
    if found and (whole := _look_at_whole(source)):
        return [whole]
    if found and (other := meant_kind(problem)):
        return [_explain_wrong_folder(problem, other)]
    repeated = [at_line(source, diagnose(source, r)) for r in problem.repeated]
    return [*repeated, *(to_finding(source, defect) for defect in found)]


def meant_kind(problem: BrokenThing) -> Kind | None:
    """The kind of which a file was meant to be, when its fields are all those of another kind, and
    what that kind needs is there."""
    if problem.rejected is None or problem.kind.is_markdown:
        return None
    try:
        tree = parse_tree(problem.source.text())
    except YamlError:
        return None
    keys = set(tree) if isinstance(tree, dict) else set()
    for kind in yaml_kinds().values():
        if kind is problem.kind or kind.is_single:
            continue
        fits = keys <= set(keys_of(kind.model)) and set(required_fields(kind.model)) <= keys
        if fits and keys - set(keys_of(problem.kind.model)):
            return kind
    return None


def _explain_wrong_folder(problem: BrokenThing, other: Kind) -> Finding:
    name = problem.source.path.name
    message = (
        f"Dit is zo te zien een {other.singular}, en het staat in de map van de "
        f'{problem.kind.plural}. Zet "{name}" in de map "{other.name}".'
    )
    return Finding("V13", Severity.ERROR, message, Location(problem.source.shown_as))


def _explain_empty(problem: BrokenThing) -> Finding:
    fields = ", ".join(required_fields(problem.kind.model))
    message = f"Dit bestand is leeg. Vul minstens in: {fields}."
    return Finding("V06", Severity.ERROR, message, Location(problem.source.shown_as))


def _look_at_whole(source: Source) -> Finding | None:
    """What is wrong with a file as a whole, so that what was found in its parts follows from it."""
    for part in source.parts:
        lines = lines_of(part.text())
        if whole := find_pasted(lines, is_readable=True) or find_odd_indentation(lines):
            return at_line(part, whole)
    return None


def _truncate(found: list[Finding]) -> list[Finding]:
    """The first mistakes of one file; the last of these says how many more there are."""
    first = sort_findings(found)[:MAX_PER_FILE]
    rest = len(found) - len(first)
    note = f" (Dit bestand heeft nog {rest} fouten. Los deze eerst op.)"
    return [*first[:-1], replace(first[-1], note=note)]
