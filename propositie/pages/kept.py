"""What is remembered of a site that was published: which pages can stay as they are.

A page stays when everything that all pages share is the same (`base`), and every answer that it
got from the house is the same. What is remembered holds no more than the pages themselves, and is
written anew whole by every build: who left the site has left this file too.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..kept import KeptFile
from .page import Page
from .questions import Fingerprints, Question

Stamp = tuple[int, int]
"""Size and time of last change (in nanoseconds) of a file, as it was written."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page that was made and written."""

    page: Page
    """Without its content and its files, which have been written."""
    questions: tuple[Question, ...]
    """What it asked of the house."""
    answers: str
    """The fingerprint of what the house answered."""
    addresses: tuple[str, ...]
    """What was written for it: its document, and what lies beside it."""


def without_content(page: Page) -> Page:
    """A page as it is remembered."""
    return replace(page, content="", files=(), jsonld="")


@dataclass(frozen=True, slots=True)
class _KeptPage:
    page: Page
    questions: tuple[int, ...]
    """As places in `KeptSite.questions`: most pages ask much the same."""
    answers: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A published site."""

    base: str = ""
    questions: tuple[Question, ...] = ()
    pages: Mapping[str, _KeptPage] = field(default_factory=dict)
    """By address."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """Of every file that was written, by address."""


@cache
def _format() -> TypeAdapter[KeptSite]:
    return TypeAdapter(KeptSite)


def load_kept(file: KeptFile, base: str) -> KeptSite:
    """What is remembered in `file`: no page when it is of another `base`, nothing at all when it
    is damaged or not there."""
    try:
        kept = _format().validate_json(file.load() or b"")
    except ValidationError:
        return KeptSite()
    return kept if base and kept.base == base else KeptSite(stamps=kept.stamps)


def save_kept(file: KeptFile, kept: KeptSite) -> None:
    """Remember a site."""
    file.save(_format().dump_json(kept))


def remember(base: str, made: Sequence[MadePage], stamps: Mapping[str, Stamp]) -> KeptSite:
    """What is to be remembered of a site, whether its pages were made or kept."""
    numbers: dict[Question, int] = {}
    pages = {
        m.page.address: _KeptPage(
            m.page,
            tuple(numbers.setdefault(question, len(numbers)) for question in m.questions),
            m.answers,
            m.addresses,
        )
        for m in made
    }
    return KeptSite(base, tuple(numbers), pages, stamps)


class Keeper:
    """Tells what of an earlier site can stay."""

    def __init__(
        self, kept: KeptSite | None = None, answers: Fingerprints | None = None,
        previous: Path | None = None,
    ) -> None:  # fmt: skip
        """`previous` is the folder in which the earlier site stands; None when there is none."""
        self._kept = kept or KeptSite()
        self._answers = answers
        self._previous = previous

    @property
    def addresses(self) -> Collection[str]:
        """What was written of that site."""
        return self._kept.stamps.keys()

    def page(self, address: str) -> MadePage | None:
        """The page at `address`, when it is still what would be made."""
        found = self._kept.pages.get(address)
        if found is None or self._answers is None or not all(map(self.stands, found.addresses)):
            return None
        questions = tuple(self._kept.questions[number] for number in found.questions)
        try:
            answers = self._answers.fingerprint(questions)
        except Exception:
            return None
        if answers != found.answers:
            return None
        return MadePage(found.page, questions, answers, found.addresses)

    def stands(self, address: str) -> bool:
        """Whether the file at `address` is there as this program wrote it."""
        stamp = self._kept.stamps.get(address)
        return (
            stamp is not None
            and self._previous is not None
            and stamp == stamp_of(f"{self._previous}/{address}")
        )


def stamp_of(path: Path | str) -> Stamp | None:
    """Size and time of a file; None when there is none."""
    try:
        stat = os.stat(path)  # noqa: PTH116 (many thousands of files: a Path costs as much again)
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
