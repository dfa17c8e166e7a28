"""Who speaks what: workers by language, and how a language says "call us"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..dutch.languages import DUTCH, read_language
from ..huis import Medewerker
from ..search import fold

CALL_US: Mapping[str, str] = {
    "ar": "اتصل بنا",
    "de": "Rufen Sie uns an",
    "en": "Call us",
    "es": "Llámenos",
    "fr": "Appelez-nous",
    "pl": "Zadzwoń do nas",
    "tr": "Bizi arayın",
    "uk": "Зателефонуйте нам",
}
"""By code. A language is here only when the sentence is beyond doubt."""
_WRITTEN_AS = {"ary": "ar", "arz": "ar", "apc": "ar"}
"""Spoken languages whose speakers write another."""
_RIGHT_TO_LEFT = {"ar"}


class Speakers(NamedTuple):
    """A language other than Dutch, and who speaks it."""

    name: str
    """As people wrote it: `Turks`, `een beetje Tigrinya`."""
    people: list[Medewerker]


class Invitation(NamedTuple):
    """The words "call us" in a language that somebody speaks."""

    sentence: str
    code: str
    """The language of the sentence."""
    is_right_to_left: bool
    name: str
    """The language in Dutch."""
    person: Medewerker


def by_language(people: Iterable[Medewerker]) -> list[Speakers]:
    """The languages other than Dutch that `people` speak, by name, each with its speakers; what is
    spoken a little stands apart."""
    found: dict[tuple[str, bool], Speakers] = {}
    for person in people:
        for words in person.talen:
            language = read_language(words)
            if language.code != DUTCH:
                key = (fold(language.name), language.is_little)
                speakers = found.setdefault(key, Speakers(words, [])).people
                speakers += [person] if person not in speakers else []
    return [found[key] for key in sorted(found)]


def invitations(people: Sequence[Medewerker]) -> list[Invitation]:
    """The words "call us" in each language that one of `people` speaks well, when we know how that
    language says it; what most of them speak first. For each the first of `people` who does."""
    names: dict[str, str] = {}
    speakers: dict[str, list[Medewerker]] = {}
    for person in people:
        for language in map(read_language, person.talen):
            if not language.is_little and _written(language.code) in CALL_US:
                names.setdefault(language.code, language.name)
                speakers.setdefault(language.code, []).append(person)
    return [
        Invitation(
            CALL_US[written], written, written in _RIGHT_TO_LEFT, names[code], speakers[code][0]
        )
        for code in sorted(speakers, key=lambda code: -len(speakers[code]))
        for written in [_written(code)]
    ]


def _written(code: str) -> str:
    return _WRITTEN_AS.get(code, code)
