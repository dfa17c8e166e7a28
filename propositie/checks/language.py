"""The language of what the public reads: short sentences, plain words, one form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from ..finding import Severity
from ..huis.fields import KeyPath
from .jargon import Jargon
from .readability import SENTENCE_END, WORD
from .rule import Hit, RuleContext, Subject, text_rule

MAX_PER_THING = 3
"""So many words or sentences are pointed at in one file; who sees more reads none of them."""

MIN_WORDS = 50
"""Reading ease says something about a text of so many words or more."""


def find_long_sentences(text: str, maximum: int) -> Iterator[tuple[str, int]]:
    """Yield the begin of each sentence of more than `maximum` words, and how many it has."""
    for sentence in SENTENCE_END.split(text):
        count = len(WORD.findall(sentence))
        if count > maximum:
            yield " ".join(sentence.replace('"', "").split()[:3]), count


def _longest_allowed(context: RuleContext) -> int:
    return max(1, context.thresholds.zin_woorden)


@text_rule(
    "K70",
    Severity.TIP,
    "Zinnen zijn kort",
    "Ruim een op de zes volwassenen leest moeilijk, en wie zorgen heeft leest slechter dan "
    "anders. Korte zinnen helpen iedereen.",
    _longest_allowed,
)
def sentence_too_long(subject: Subject, limit: int) -> Iterator[Hit]:
    """A sentence of more words than the threshold."""
    too_long = [
        (text.path, *sentence)
        for text in subject.texts
        if text.can_have(limit + 1) and text.measure.longest > limit
        for sentence in find_long_sentences(text.plain, limit)
    ]
    for path, start, count in too_long[:MAX_PER_THING]:
        yield Hit(
            subject.thing,
            f"Deze zin telt {count} woorden. Maak er twee van; "
            f"hoogstens {limit} woorden leest prettig.",
            path,
            find=start,
        )


_Words: TypeAlias = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]
"""The organisation's own jargon with plainer words, and the words that it finds plain."""


def _own_words(context: RuleContext) -> _Words:
    thresholds = context.thresholds
    return tuple(thresholds.jargon.items()), tuple(thresholds.gewoon)


@cache
def _jargon(words: _Words) -> Jargon:
    own, plain = words
    return Jargon(dict(own), plain)


@text_rule(
    "K71",
    Severity.TIP,
    "Gewone woorden",
    "Vakwoorden zijn handig onder collega's. Voor wie hulp zoekt, zijn ze een drempel. Jullie "
    "eigen lijst staat bij keuring.jargon; wat jullie gewoon vinden, bij keuring.gewoon.",
    _own_words,
)
def jargon_word(subject: Subject, words: _Words) -> Iterator[Hit]:
    """A word that only colleagues use."""
    jargon = _jargon(words)
    if not jargon.may_be_in(subject.words):
        return
    found: dict[str, tuple[KeyPath, str]] = {}
    for text in subject.texts:
        for word, as_typed in jargon.find(text.plain):
            found.setdefault(word, (text.path, as_typed))
    for word, (path, as_typed) in list(found.items())[:MAX_PER_THING]:
        yield Hit(
            subject.thing,
            f'"{as_typed}" is een vakwoord. Gewoner is: {jargon.plainer(word)}.',
            path,
            find=as_typed,
        )


_FORMS = {"je": {"je", "jij", "jou", "jouw", "jezelf", "jullie"}, "u": {"u", "uw", "uzelf"}}
_PATTERNS = {
    form: re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.I) for form, words in _FORMS.items()
}


def _aanspreekvorm(context: RuleContext) -> str:
    return context.huis.organisatie.aanspreekvorm


@text_rule(
    "K72",
    Severity.TIP,
    "De site zegt overal je, of overal u",
    "Wie op de ene pagina u is en op de andere je, voelt zich niet aangesproken.",
    _aanspreekvorm,
)
def wrong_aanspreekvorm(subject: Subject, form: str) -> Iterator[Hit]:
    """A text that addresses the reader otherwise than the organisation chose to."""
    other = "u" if form == "je" else "je"
    for text in () if subject.words.isdisjoint(_FORMS[other]) else subject.texts:
        match = _PATTERNS[other].search(text.plain)
        if match and text.path[0] != "ik":
            yield Hit(
                subject.thing,
                f'Hier staat "{match[0]}", terwijl jullie de lezer met {form} aanspreken '
                "(aanspreekvorm in organisatie.yml). Maak er één vorm van.",
                text.path,
                find=match[0],
            )
            break


def _least_ease(context: RuleContext) -> int:
    return context.thresholds.leesgemak


@text_rule(
    "K73",
    Severity.TIP,
    "Langere teksten lezen gemakkelijk",
    "Lange woorden in lange zinnen kosten moeite. Het cijfer komt van Flesch-Douma: hoe hoger, "
    "hoe makkelijker; 60 is gewone taal. Het is een seintje, geen oordeel. De drempel staat bij "
    "keuring.leesgemak.",
    _least_ease,
)
def hard_to_read(subject: Subject, limit: int) -> Iterator[Hit]:
    """A text of some length that reads less easily than the threshold."""
    for text in subject.texts:
        ease = text.measure.ease(MIN_WORDS) if text.can_have(MIN_WORDS) else None
        if ease is not None and ease < limit:
            yield Hit(
                subject.thing,
                f"Deze tekst leest moeilijk: leesgemak {max(0, round(ease))}, en {limit} of "
                "meer leest prettig. Maak de zinnen korter of kies kortere woorden.",
                text.path,
            )
