"""Looking ahead: every dated fact of a house, in the order of the days.

What changes on the site by itself is one kind of them; what somebody has to do is another.
"""

from __future__ import annotations

from datetime import date

from ..huis import Huis
from . import account, agenda, closures, duties, people, site, vacatures, verhalen
from .dated import FORECAST, SOURCES, Ahead, Dated
from .site import differences

__all__ = ["FORECAST", "Dated", "dated_facts", "differences", "forecast"]

_SOURCE_MODULES = (site, people, duties, closures, agenda, vacatures, account, verhalen)
"""The modules whose import registers the sources."""


def dated_facts(huis: Huis, start: date, until: date) -> list[Dated]:
    """What is so or has to be done on a day from `start` up to and including `until`, and what
    should have been done before."""
    ahead = Ahead(huis, start, until)
    found = [
        fact
        for tell in SOURCES
        for fact in tell(ahead)
        if fact.day <= until and (fact.is_task or (fact.until or fact.day) >= start)
    ]
    return sorted(found, key=lambda fact: fact.day)


def forecast(huis: Huis, start: date, until: date) -> list[Dated]:
    """What changes on the site after the day `start`, up to and including `until`, without anybody
    doing anything."""
    return [f for f in dated_facts(huis, start, until) if f.on_site and f.day > start]
