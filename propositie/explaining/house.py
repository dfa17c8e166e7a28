"""What went wrong in reading a house, problem by problem → findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..finding import Finding
from ..reading import LoadResult
from ..reading.problems import (
    BrokenTable,
    BrokenThing,
    Collision,
    DanglingLink,
    DanglingReference,
    DeadLink,
    LooseFile,
    LooseLink,
    MissingAttachment,
    MissingFile,
    NoFolder,
    OddFile,
    Problem,
    TellingPhoto,
    UnfitPortrait,
    UnmentionedFile,
    UnusableAttachment,
)
from ..reading.references import Ids, ids_of
from . import files
from .dead_links import (
    explain_collision,
    explain_dead_link,
    explain_loose_file,
    meant_by,
)
from .oddities import explain_odd_file, meant_single
from .references import explain_dangling_link, explain_dangling_reference, explain_loose_link
from .tables import explain_table
from .things import explain_thing, is_wrong_as_a_whole, meant_kind


def explain_problems(loaded: LoadResult) -> list[Finding]:
    """Everything that went wrong in reading a house."""
    problems = list(_leave_out_what_follows(loaded.problems))
    refers = any(isinstance(problem, DanglingReference | DanglingLink) for problem in problems)
    ids = ids_of(loaded.sources, loaded.things) if refers else {}  # the things may not be made yet
    return [finding for problem in problems for finding in _explain_one(problem, ids)]


def _leave_out_what_follows(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that are only a consequence of another."""
    problems = list(problems)
    meant = {meant_single(p) for p in problems if isinstance(p, OddFile)}
    intended = {files.meant_file(p) for p in problems if isinstance(p, MissingAttachment)}
    pasted = {
        p.source.path for p in problems if isinstance(p, BrokenThing) and is_wrong_as_a_whole(p)
    }
    elsewhere = {
        (other.name, p.source.path.stem)
        for p in problems
        if isinstance(p, BrokenThing) and (other := meant_kind(p)) is not None
    }
    missed = {meant_by(p) for p in problems if isinstance(p, DeadLink)}
    for problem in problems:
        match problem:
            case LooseFile() if problem.path.name in missed:
                pass
            case DanglingReference() if (problem.target, problem.value) in elsewhere:
                pass
            case MissingFile() if problem.kind.name in meant:
                pass
            case UnmentionedFile() if problem.path in intended:
                pass
            case DanglingReference() | DanglingLink() if problem.source.path in pasted:
                pass
            case _:
                yield problem


def _explain_one(problem: Problem, ids: Ids) -> list[Finding]:
    match problem:
        case BrokenThing():
            return explain_thing(problem)
        case BrokenTable():
            return [explain_table(problem)]
        case OddFile():
            return [explain_odd_file(problem)]
        case NoFolder():
            return [files.explain_no_folder(problem)]
        case MissingFile():
            return [files.explain_missing_file(problem)]
        case DanglingReference():
            return [explain_dangling_reference(problem, ids)]
        case DanglingLink():
            return [explain_dangling_link(problem, ids)]
        case DeadLink():
            return [explain_dead_link(problem)]
        case LooseFile():
            return [explain_loose_file(problem)]
        case Collision():
            return [explain_collision(problem)]
        case LooseLink():
            return [explain_loose_link(problem)]
        case MissingAttachment():
            return [files.explain_missing_attachment(problem)]
        case UnusableAttachment():
            return [files.explain_unusable_attachment(problem)]
        case TellingPhoto():
            return [files.explain_telling_photo(problem)]
        case UnfitPortrait():
            return [files.explain_unfit_portrait(problem)]
        case UnmentionedFile():
            return [files.explain_unmentioned_file(problem)]
