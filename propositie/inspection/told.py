"""What was told of a house: findings of rules with their places, kept until the house changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..finding import Finding, Location, Severity
from ..huis import kind_of
from ..processes import map_in_two
from ..reading import LoadResult, Source, digest_of_words

if TYPE_CHECKING:
    from ..checks import Hit, Rule

SHARED_FROM = 500
"""With so many places to look up, a second process is worth its while."""


class Place(NamedTuple):
    """What a finding points at: all that its location follows from, save how the file is called."""

    kind: str
    id: str
    digest: str
    path: tuple[str | int, ...]
    at_key: bool
    find: str


@dataclass(frozen=True, slots=True)
class Told:
    """The findings of the rules about one house on one day."""

    house: str = ""
    """What tells house and day from any other; empty for a house that could not be checked."""
    rows: Sequence[tuple[Place, Finding]] = ()

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings."""
        return [finding for _, finding in self.rows]

    def to_json(self) -> bytes:
        """All of it as plain data."""
        rows = [
            [place, finding.code, finding.severity, finding.sentence, astuple(finding.location)]
            for place, finding in self.rows
            if finding.location is not None
        ]
        return json.dumps([self.house, rows], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, raw: bytes | None) -> Told:
        """What `to_json` made of one; an empty one of anything else."""
        try:
            house, rows = json.loads(raw or b"0")
            return cls(str(house), [_as_row(*row) for row in rows])
        except (ValueError, TypeError, RecursionError):
            return cls()


def _as_row(
    place: Any, code: str, severity: int, sentence: str, location: Any
) -> tuple[Place, Finding]:
    kind, id_, digest, path, at_key, find = place
    file, line, column, length, text = location
    return (
        Place(str(kind), str(id_), str(digest), tuple(path), bool(at_key), str(find)),
        Finding(str(code), Severity(severity), str(sentence),
                Location(str(file), int(line), int(column), int(length), str(text))),
    )  # fmt: skip


def house_digest(loaded: LoadResult, on_date: date) -> str:
    """What tells a house, how its files are called, and the day from any other; empty when it
    cannot be checked."""
    if not loaded.is_sound or len(loaded.digests) < len(loaded.sources):
        return ""
    parts = [on_date.isoformat()]
    for key, source in loaded.sources.items():
        parts += (*key, loaded.digests[key], *(part.shown_as for part in source.parts))
    return digest_of_words(parts)


_Found: TypeAlias = "tuple[Rule, Hit]"
_Points: TypeAlias = dict[Place, Location]


def locate(
    loaded: LoadResult, hits: Iterable[_Found], before: Told
) -> Sequence[tuple[Place, Finding]]:
    """The findings for what rules found, each with its place; one that was known before in a file
    that did not change is not looked up again."""
    known = {place: f.location for place, f in before.rows if f.location is not None}
    placed = [(_place(loaded, hit), rule, hit) for rule, hit in hits]
    places: _Points = {}
    missing: dict[tuple[str, str], list[Place]] = {}
    for place, _, _ in placed:
        location = known.get(place)
        source = loaded.sources[place.kind, place.id]
        if location and location.file in {p.shown_as for p in source.parts}:
            places[place] = location
        else:
            missing.setdefault((place.kind, place.id), []).append(place)
    jobs = [(loaded.sources[key], own) for key, own in missing.items()]
    for part in map_in_two(_look_up, jobs, SHARED_FROM):
        places |= part
    return [
        (place, Finding(rule.code, rule.severity, hit.message, places[place]))
        for place, rule, hit in placed
    ]


def _place(loaded: LoadResult, hit: Hit) -> Place:
    key = kind_of(hit.thing).name, hit.thing.id
    return Place(*key, loaded.digests.get(key, ""), hit.path, hit.at_key, hit.find)


def _look_up(job: tuple[Source, Sequence[Place]]) -> _Points:
    """Where these places of one thing are."""
    source, places = job
    found = {p: source.location(p.path, key=p.at_key, find=p.find) for p in places}
    source.forget_locations()
    return found
