"""The language of what the public reads: short sentences, plain words, one form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Severity
from ..huis.fields import KeyPath
from .jargon import Jargon
from .readability import SENTENCE_END, WORD
from .rule import Hit, RuleContext, rule

MAX_PER_THING = 3
"""So many words or sentences are pointed at in one file; who sees more reads none of them."""

MIN_WORDS = 50
"""Reading ease says something about a text of so many words or more."""


def find_long_sentences(text: str, maximum: int) -> Iterator[tuple[str, int]]:
    """Yield the begin of each sentence of more than `maximum` words, and how many it has."""
    for sentence in SENTENCE_END.split(text):
        if len(sentence) > 2 * maximum:  # fewer characters cannot hold so many words
            count = len(WORD.findall(sentence))
            if count > maximum:
                yield " ".join(sentence.replace('"', "").split()[:3]), count


@rule(
    "K70",
    Severity.TIP,
    "Zinnen zijn kort",
    "Ruim een op de zes volwassenen leest moeilijk, en wie zorgen heeft leest slechter dan "
    "anders. Korte zinnen helpen iedereen.",
)
def sentence_too_long(context: RuleContext) -> Iterator[Hit]:
    """A sentence of more words than the threshold."""
    limit = max(1, context.thresholds.zin_woorden)
    for thing, texts in context.texts:
        too_long = [
            (text.path, *sentence)
            for text in texts
            if text.can_have(limit + 1) and text.measure.longest > limit
            for sentence in find_long_sentences(text.plain, limit)
        ]
        for path, start, count in too_long[:MAX_PER_THING]:
            yield Hit(
                thing,
                f"Deze zin telt {count} woorden. Maak er twee van; "
                f"hoogstens {limit} woorden leest prettig.",
                path,
                find=start,
            )


@rule(
    "K71",
    Severity.TIP,
    "Gewone woorden",
    "Vakwoorden zijn handig onder collega's. Voor wie hulp zoekt, zijn ze een drempel. Jullie "
    "eigen lijst staat bij keuring.jargon; wat jullie gewoon vinden, bij keuring.gewoon.",
)
def jargon_word(context: RuleContext) -> Iterator[Hit]:
    """A word that only colleagues use."""
    jargon = Jargon(context.thresholds.jargon, context.thresholds.gewoon)
    for thing, texts in context.texts:
        found: dict[str, tuple[KeyPath, str]] = {}
        for text in texts:
            for word, as_typed in jargon.find(text.plain):
                found.setdefault(word, (text.path, as_typed))
        for word, (path, as_typed) in list(found.items())[:MAX_PER_THING]:
            yield Hit(
                thing,
                f'"{as_typed}" is een vakwoord. Gewoner is: {jargon.plainer(word)}.',
                path,
                find=as_typed,
            )


_U = re.compile(r"\b(?:u|uw|uzelf)\b", re.I)
_JE = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jullie)\b", re.I)


@rule(
    "K72",
    Severity.TIP,
    "De site zegt overal je, of overal u",
    "Wie op de ene pagina u is en op de andere je, voelt zich niet aangesproken.",
)
def wrong_aanspreekvorm(context: RuleContext) -> Iterator[Hit]:
    """A text that addresses the reader otherwise than the organisation chose to."""
    form = context.huis.organisatie.aanspreekvorm
    other_form = _U if form == "je" else _JE
    for thing, texts in context.texts:
        for text in texts:
            match = other_form.search(text.plain)
            if match and text.path[0] != "ik":
                yield Hit(
                    thing,
                    f'Hier staat "{match[0]}", terwijl jullie de lezer met {form} aanspreken '
                    "(aanspreekvorm in organisatie.yml). Maak er één vorm van.",
                    text.path,
                    find=match[0],
                )
                break


@rule(
    "K73",
    Severity.TIP,
    "Langere teksten lezen gemakkelijk",
    "Lange woorden in lange zinnen kosten moeite. Het cijfer komt van Flesch-Douma: hoe hoger, "
    "hoe makkelijker; 60 is gewone taal. Het is een seintje, geen oordeel. De drempel staat bij "
    "keuring.leesgemak.",
)
def hard_to_read(context: RuleContext) -> Iterator[Hit]:
    """A text of some length that reads less easily than the threshold."""
    limit = context.thresholds.leesgemak
    for thing, texts in context.texts:
        for text in texts:
            ease = text.measure.ease(MIN_WORDS) if text.can_have(MIN_WORDS) else None
            if ease is not None and ease < limit:
                yield Hit(
                    thing,
                    f"Deze tekst leest moeilijk: leesgemak {max(0, round(ease))}, en {limit} of "
                    "meer leest prettig. Maak de zinnen korter of kies kortere woorden.",
                    text.path,
                )
