"""Many findings on one screen: the gravest whole, the rest by kind, with how many things each is
about and which come first.

Who has two hundred workers reads one line about the recommendations that are missing, not two
hundred; `controleer --alles` and the formats for programs hold every finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from .dutch import counted
from .finding import Finding, Severity, as_text, summarise
from .harmless import make_visible
from .huis import kinds

FEW = 10
"""So many findings fit on a screen as they are."""
MOST_WHOLE = 5
"""So many of the gravest are told whole among many."""
MOST_GROUPS = 9
"""So many kinds of findings fit on a screen."""
MOST_NAMES = 4
STARTING = "K74"
"""The rule that finds words of the start: a house that holds them is being set up, and needs no
tips yet."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind."""

    code: str
    severity: Severity
    findings: Sequence[Finding]

    @property
    def subjects(self) -> Sequence[str]:
        """What they are about, each once, by the name of its file."""
        return list(dict.fromkeys(map(_subject, self.findings)))


def overview(findings: Sequence[Finding], title_of: Callable[[str], str]) -> str:
    """What to tell of findings that come gravest first; `title_of` tells what a code asks."""
    if len(findings) <= FEW:
        return "\n".join([*map(as_text, findings), summarise(findings)])
    is_starting = any(finding.code == STARTING for finding in findings)
    whole = [f for f in findings if f.severity is Severity.ERROR][:MOST_WHOLE]
    rest = findings[len(whole) :]
    shown = [f for f in rest if not (is_starting and f.severity is Severity.TIP)]
    groups = groups_of(shown)
    pieces = [as_text(finding) for finding in whole]
    pieces += [_describe(group, title_of(group.code)) for group in groups[:MOST_GROUPS]]
    left = groups[MOST_GROUPS:]
    if left:
        pieces.append(f"En nog {counted(len(left), 'soort', 'soorten')} bevindingen.\n")
    if len(shown) < len(rest):
        pieces.append(
            f'Er zijn ook {len(rest) - len(shown)} tips. Die komen als de plekken met "Nog '
            'invullen" gevuld zijn.\n'
        )
    pieces.append(_end(findings))
    return "\n".join(pieces)


def groups_of(findings: Iterable[Finding]) -> list[Group]:
    """The findings by kind, the gravest first, and then what most things share."""
    found: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.severity, finding.code), []).append(finding)
    groups = [Group(code, severity, own) for (severity, code), own in found.items()]
    return sorted(groups, key=lambda g: (-g.severity, -len(g.subjects), g.code))


def about(findings: Iterable[Finding], name: str) -> list[Finding]:
    """The findings about one thing (`gijs`), a kind (`medewerkers`) or a file."""
    wanted = name.strip().removesuffix("/").casefold()

    def is_meant(finding: Finding) -> bool:
        if finding.location is None:
            return False
        path = PurePosixPath(finding.location.file)
        names = (path.as_posix(), path.name, path.stem, path.parent.name)
        return wanted in {n.casefold() for n in names}

    return [finding for finding in findings if is_meant(finding)]


def _describe(group: Group, title: str) -> str:
    """A group in two or three lines: how many of what, what is asked, and the first to look at."""
    subjects = group.subjects
    heading = f"{_count_things(group)}  {group.severity.word} {group.code}: {title}"
    first = group.findings[0]
    names = ", ".join(subjects[:MOST_NAMES])
    more = len(subjects) - MOST_NAMES
    if len(group.findings) == 1:
        return f"{_place_of(first)}  {group.severity.word} {group.code}\n  {_message(first)}\n"
    which = f"{names} en {more} andere" if more > 0 else names
    return f"{heading}\n  Bij {which}.\n  Bijvoorbeeld: {_message(first)}\n"


def _message(finding: Finding) -> str:
    return make_visible(finding.message)


def _place_of(finding: Finding) -> str:
    location = finding.location
    if location is None:
        return "Het huis"
    place = f":{location.line}:{location.column}" if location.line else ""
    return make_visible(f"{location.file}{place}")


def _count_things(group: Group) -> str:
    """How many things of which kinds: `212 medewerkers`, `3 diensten en 1 pagina`."""
    folders = Counter(folder for folder, _ in {(_folder(f), _subject(f)) for f in group.findings})
    if len(folders) > 2:
        return counted(folders.total(), "bestand", "bestanden")
    by_folder = {kind.folder_name: kind for kind in kinds().values()}
    parts = [
        counted(count, by_folder[folder].singular, by_folder[folder].plural)
        if folder in by_folder
        else counted(count, "bestand", "bestanden")
        for folder, count in folders.most_common(2)
    ]
    return " en ".join(parts)


def _folder(finding: Finding) -> str:
    if finding.location is None:
        return ""
    path = PurePosixPath(finding.location.file)
    return path.stem if path.stem in kinds() else path.parent.name


def _subject(finding: Finding) -> str:
    if finding.location is None:
        return "het huis"
    return make_visible(PurePosixPath(finding.location.file).stem)


def _end(findings: Sequence[Finding]) -> str:
    """What is said last: how many in all, and how to see more."""
    busiest = _busiest(findings)
    lines = [summarise(findings), "Alles, een voor een: propositie controleer --alles"]
    if busiest:
        lines.append(f"Alleen van {busiest[0]}: propositie controleer --bij {busiest[0]}")
    return "\n".join(lines)


def _busiest(findings: Sequence[Finding]) -> Sequence[str]:
    """The workers with the most to do, by the names of their files."""
    workers = [f for f in findings if _folder(f) == "medewerkers"]
    counts = Counter(map(_subject, workers))
    return [name for name, _ in counts.most_common(3)]
