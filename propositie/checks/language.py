"""The language of what the public reads: short sentences, plain words, one form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..finding import Severity
from ..huis import Thing, all_things
from ..huis.fields import KeyPath
from ..huis.walk import is_text, walk
from .jargon import Jargon
from .readability import SENTENCE_END, WORD, readability
from .rule import Hit, RuleContext, rule

MAX_PER_THING = 3
"""So many words or sentences are pointed at in one file; who sees more reads none of them."""

MIN_WORDS = 50
"""Reading ease says something about a text of so many words or more."""


def things_with_texts(context: RuleContext) -> Iterator[tuple[Thing, list[tuple[KeyPath, str]]]]:
    """Yield every thing that the public reads, with its texts without Markdown."""
    for kind, thing in all_things(context.huis):
        if kind.texts:
            found = [(_order(kind.texts, p), p, t) for p, _, t in walk(thing, is_text)]
            found.sort(key=lambda text: text[0])
            yield thing, [(p, strip_markdown(t)) for order, p, t in found if order >= 0]


def _order(texts: Sequence[str], path: KeyPath) -> int:
    """The place of a text in the row of its kind; -1 when it does not stand there."""
    name = ".".join(step for step in path if isinstance(step, str))
    return texts.index(name) if name in texts else -1


_MARKUP = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\([^()\[\]\n]{0,300}\)"  # a link or picture: keep its words
    r"|<?https?://[^\s>]+>?"
    r"|^[ \t]*(?:#+|>|[-*+]|\d+[.)])[ \t]+"  # a heading, quote or bullet begins a new sentence
    r"|(?P<nadruk>[*_`~]{1,3})",
    re.M,
)


@lru_cache(maxsize=65_536)
def strip_markdown(text: str) -> str:
    """A text without Markdown; emphasis becomes a quotation mark, a new block a blank line."""

    def plain(match: re.Match[str]) -> str:
        if match["link"] is not None:
            return match["link"]
        if match["nadruk"]:
            return '"'
        return "\n\n" if match[0][-1].isspace() else ""

    return _MARKUP.sub(plain, text)


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
    for thing, texts in things_with_texts(context):
        too_long = [
            (path, *sentence)
            for path, text in texts
            for sentence in find_long_sentences(text, limit)
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
    for thing, texts in things_with_texts(context):
        found: dict[str, tuple[KeyPath, str]] = {}
        for path, text in texts:
            for word, as_typed in jargon.find(text):
                found.setdefault(word, (path, as_typed))
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
    for thing, texts in things_with_texts(context):
        for path, text in texts:
            match = other_form.search(text)
            if match and path[0] != "ik":
                yield Hit(
                    thing,
                    f'Hier staat "{match[0]}", terwijl jullie de lezer met {form} aanspreken '
                    "(aanspreekvorm in organisatie.yml). Maak er één vorm van.",
                    path,
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
    for thing, texts in things_with_texts(context):
        for path, text in texts:
            ease = readability(text, MIN_WORDS)
            if ease is not None and ease < limit:
                yield Hit(
                    thing,
                    f"Deze tekst leest moeilijk: leesgemak {max(0, round(ease))}, en {limit} of "
                    "meer leest prettig. Maak de zinnen korter of kies kortere woorden.",
                    path,
                )
