"""What the rules about one thing found, for as long as that thing and what they know stay the same.

A rule is asked again about a thing that changed, and about every thing when what it is given
changed: the day, a threshold, who left. What it found is kept as plain data, also for the next run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ..huis import Thing, all_things, kinds
from ..processes import map_in_two
from .rule import Hit, OneThing, Rule, RuleContext, Subject

ThingKey: TypeAlias = tuple[str, str]
"""The kind of a thing, and its id."""
Found: TypeAlias = tuple[str, tuple[str | int, ...], str, bool]
"""A hit without its thing: message, path, the word to find, whether to point at the key."""
FoundByCode: TypeAlias = dict[str, list[Found]]
_Job: TypeAlias = tuple[ThingKey, Subject, bool]
"""A thing to look at; whether by every rule, or only by those that were given something else."""

SHARED_FROM = 1000
"""With so many things to look at, a second process is worth its while."""


@dataclass(slots=True)
class Memory:
    """What was found, and what it was found of. Empty to begin with."""

    digests: Mapping[ThingKey, str] = field(default_factory=dict)
    """The content of each thing that was looked at."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What each rule was given, by its code."""
    found: dict[ThingKey, FoundByCode] = field(default_factory=dict)
    """What was found, of each thing in which something was."""

    def look(
        self, rules: Sequence[Rule], context: RuleContext, digests: Mapping[ThingKey, str]
    ) -> Iterator[tuple[Rule, Hit]]:
        """Let rules about one thing look at all that changed; yield what they find in the house.

        A thing without a digest is looked at every time.
        """
        asked = [(rule.code, rule.one, rule.one.given(context)) for rule in rules if rule.one]
        given = {code: _digest_of(known) for code, _, known in asked}
        anew = [row for row in asked if self.given.get(row[0]) != given[row[0]]]
        things = {(kind.name, thing.id): (kind, thing) for kind, thing in all_things(context.huis)}
        jobs: list[_Job] = []
        for key, (kind, thing) in things.items():
            is_known = key in self.digests and self.digests[key] == digests.get(key)
            if anew or not is_known:
                jobs.append((key, Subject(thing, kind), not is_known))
            if not is_known:
                self.found.pop(key, None)
        codes = {code for code, _, _ in anew}
        self._forget(things.keys(), given.keys() - codes)
        look = _Looker(asked, anew).look_at
        for (key, _, _), found in zip(
            jobs, map_in_two(look, jobs, SHARED_FROM, "Nakijken"), strict=True
        ):
            if found:
                self.found.setdefault(key, {}).update(found)
        self.digests = {key: digests[key] for key in things if key in digests}
        self.given = given
        yield from self._hits(rules, {key: thing for key, (_, thing) in things.items()})

    def keep_only(self, digests: Mapping[ThingKey, str]) -> None:
        """Forget what was found of things that are no longer as they were."""
        self.digests = dict(self.digests.items() & digests.items())
        self._forget(self.digests.keys(), self.given.keys())

    def _forget(self, keys: Set[ThingKey], codes: Set[str]) -> None:
        """Forget things that are no longer there, and rules that are not asked or asked anew."""
        self.found = {
            key: kept
            for key, by_code in self.found.items()
            if key in keys and (kept := {c: f for c, f in by_code.items() if c in codes})
        }

    def _hits(
        self, rules: Sequence[Rule], things: Mapping[ThingKey, Thing]
    ) -> Iterator[tuple[Rule, Hit]]:
        by_code = {rule.code: rule for rule in rules}
        for key, thing in things.items():
            for code, found in self.found.get(key, {}).items():
                for message, path, find, at_key in found:
                    yield by_code[code], Hit(thing, message, path, find, at_key)

    def to_json(self) -> bytes:
        """All of it as plain data."""
        things = [[*key, digest, self.found.get(key, {})] for key, digest in self.digests.items()]
        return json.dumps({"given": self.given, "things": things}, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, raw: bytes | None) -> Memory:
        """What `to_json` made of one; an empty one of anything else."""
        try:
            kept = json.loads(raw or b"{}")
            memory = cls(given={str(c): str(g) for c, g in kept.get("given", {}).items()})
            digests = {}
            for kind, id_, digest, by_code in kept.get("things", ()):
                digests[str(kind), str(id_)] = str(digest)
                if by_code:
                    memory.found[str(kind), str(id_)] = {
                        str(code): [_as_found(row) for row in rows]
                        for code, rows in by_code.items()
                    }
            memory.digests = digests
        except (ValueError, TypeError, AttributeError, RecursionError):
            return cls()
        return memory


_Asked: TypeAlias = Sequence[tuple[str, OneThing, Any]]
"""The code of a rule, how it looks at a thing, and what it is given."""


class _Looker:
    """Looks at things, each by the rules for its kind."""

    def __init__(self, asked: _Asked, anew: _Asked) -> None:
        self._of_kind = {
            name: tuple([row for row in rows if row[1].is_about(name)] for rows in (anew, asked))
            for name in kinds()
        }

    def look_at(self, job: _Job) -> FoundByCode:
        """What the rules find in one thing."""
        key, subject, by_all = job
        found: FoundByCode = {}
        for code, one, given in self._of_kind[key[0]][by_all]:
            if hits := [*one.look(subject, given)]:
                found[code] = [(hit.message, hit.path, hit.find, hit.at_key) for hit in hits]
        return found


def _digest_of(given: object) -> str:
    return hashlib.blake2b(repr(given).encode(), digest_size=16).hexdigest()


def _as_found(row: Any) -> Found:
    message, path, find, at_key = row
    if not all(isinstance(step, str | int) for step in path):
        raise TypeError("a path has keys and places in lists")
    return str(message), tuple(path), str(find), bool(at_key)
