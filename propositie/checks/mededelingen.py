"""Notices: those that are over, stay too long, or say too much for a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..dutch import date_in_words
from ..finding import Severity
from ..huis import Mededeling
from .rule import Hit, nothing, the_day, thing_rule
from .texts import strip_markdown

_LONGEST = 366
"""More days than a year has: such a thing is no news any more."""
_MOST_SENTENCES = 2
_MOST_CHARACTERS = 200
"""What somebody reads while looking for something else."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[^\W\d_a-z])|\n+")
"""Where a sentence ends: before a capital, so that `a.s. maandag` is within one."""


@thing_rule(
    "K66",
    Severity.TIP,
    "Een mededeling die voorbij is, ligt niet meer in de map",
    "Wat voorbij is, ziet niemand meer. In een map met alleen wat nu geldt of nog komt, vindt een "
    "collega sneller wat er op de site staat.",
    "mededelingen",
    the_day,
)
def notice_is_over(mededeling: Mededeling, on_date: date) -> Iterator[Hit]:
    """A notice whose last day is past."""
    if max(mededeling.van, mededeling.tot) < on_date:
        yield Hit(
            mededeling,
            f"Deze mededeling stond tot en met {date_in_words(mededeling.tot)} op de site. Het "
            "bestand kan weg. Komt zij terug, vul dan bij van en tot de nieuwe dagen in.",
            ("tot",),
        )


@thing_rule(
    "K67",
    Severity.TIP,
    "Een mededeling duurt hooguit een jaar",
    "Een mededeling valt op omdat zij er eerst niet was. Wat er altijd staat, leest niemand meer.",
    "mededelingen",
    nothing,
)
def notice_stays(mededeling: Mededeling, _given: None) -> Iterator[Hit]:
    """A notice for longer than a year."""
    if (mededeling.tot - mededeling.van).days >= _LONGEST:
        yield Hit(
            mededeling,
            "Deze mededeling staat langer dan een jaar op de site. Zet wat blijft gelden bij de "
            "locatie of de dienst, of op een eigen pagina, en kies hier een eerdere laatste dag.",
            ("tot",),
        )


@thing_rule(
    "K68",
    Severity.TIP,
    "Een mededeling zegt in een of twee zinnen wat er is",
    "Mensen lezen haar terwijl zij iets anders zoeken. Twee zinnen lezen zij, een verhaal niet.",
    "mededelingen",
    nothing,
)
def notice_is_long(mededeling: Mededeling, _given: None) -> Iterator[Hit]:
    """A notice of more than two sentences, or of more than two hundred characters."""
    said = strip_markdown(mededeling.tekst).strip()
    sentences = [part for part in _SENTENCE_END.split(said) if part.strip()]
    if len(sentences) > _MOST_SENTENCES or len(said) > _MOST_CHARACTERS:
        yield Hit(
            mededeling,
            f"Deze mededeling is lang: {_how_long(sentences, said)}. Zeg in een of twee zinnen wat "
            "er is, en link naar een pagina voor wie meer wil weten.",
            ("tekst",),
        )


def _how_long(sentences: list[str], said: str) -> str:
    if len(sentences) > _MOST_SENTENCES:
        return f"{len(sentences)} zinnen"
    return f"{len(said)} tekens"
