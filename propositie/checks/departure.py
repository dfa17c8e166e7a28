"""Texts that still speak of somebody who left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from ..finding import Severity
from ..huis import Activiteit, InternalMedewerker
from .rule import Hit, RuleContext, Subject, text_rule
from .texts import folded_words


class _Gone(NamedTuple):
    """Somebody who left."""

    id: str
    naam: str
    advice: str
    """Whom a text can name in their place."""


def _gone(context: RuleContext) -> tuple[_Gone, ...]:
    return tuple(_Gone(m.id, m.naam, _advice(context, m)) for m in context.departed)


def _advice(context: RuleContext, gone: InternalMedewerker) -> str:
    opvolger = context.huis.medewerkers.get(gone.opvolger or "")
    return f"Noem {opvolger.naam}, of haal de naam weg." if opvolger else "Haal de naam weg."


@text_rule(
    "K49",
    Severity.TIP,
    "Een tekst noemt niemand die hier niet meer werkt",
    "Wie bij een dienst een naam leest, vraagt naar die mens. Werkt die er niet meer, dan begint "
    "het gesprek met een teleurstelling.",
    _gone,
)
def mentioned_but_gone(subject: Subject, gone: tuple[_Gone, ...]) -> Iterator[Hit]:
    """A text of the public site with the full name of who left; the farewell aside, and the event
    at which people say goodbye.

    A first name alone is no sign: others may bear it.
    """
    if not gone or not subject.texts:
        return
    if isinstance(subject.thing, InternalMedewerker) and subject.thing.id in _ids(gone):
        return  # a farewell names whom it likes
    named = subject.thing.medewerkers if isinstance(subject.thing, Activiteit) else ()
    for m in _may_be_named(subject.words, gone):
        if m.id in named:
            continue  # what is on in their honour
        name = re.compile(rf"\b{re.escape(m.naam)}\b", re.I)
        position = next((text.path for text in subject.texts if name.search(text.plain)), None)
        if position is not None:
            yield Hit(
                subject.thing,
                f"{m.naam} werkt hier niet meer, maar staat nog in deze tekst. {m.advice}",
                position,
                find=m.naam,
            )


@cache
def _ids(gone: tuple[_Gone, ...]) -> frozenset[str]:
    return frozenset(m.id for m in gone)


@cache
def _words_of(gone: tuple[_Gone, ...]) -> Mapping[str, Sequence[int]]:
    """Who left, by number, under the rarest word of the name: the last, mostly."""
    result: dict[str, list[int]] = {}
    for number, m in enumerate(gone):
        result.setdefault(min(folded_words(m.naam.split()[-1]), default=""), []).append(number)
    return result


def _may_be_named(words: Set[str], gone: tuple[_Gone, ...]) -> Sequence[_Gone]:
    """Those of whose name a word stands among words: few, of however many who left."""
    by_word = _words_of(gone)
    found = {n for word in by_word.keys() & {"", *words} for n in by_word[word]}
    return [gone[number] for number in sorted(found)]
