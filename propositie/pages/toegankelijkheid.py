"""The accessibility statement: what was tested, what others found; no status that nobody gave."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..huis import addresses
from ..huis.verantwoording import RESEARCH_MONTHS, months_later
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan

TESTED = ("automatisch", "toetsenbord", "smal", "vergroot", "zonder_script", "contrast")
"""What the tests of this software do on every kind of page; each has its sentence in nl.yml."""
_RESEARCH = "onderzoek"
NOT_TESTED = ("schermlezer", _RESEARCH, "eigen_inhoud", "andere_sites")


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the statement."""
    title = builder.say("toegankelijkheid")
    yield PagePlan(addresses.TOEGANKELIJKHEID, title, partial(statement, builder))


def statement(builder: PageBuilder) -> Page:
    """What was tested, what was not, and whom to ask; what a register asks, as far as staff wrote
    it."""
    on_date = builder.huis.on_date
    told = builder.huis.organisatie.toegankelijkheid
    newest = told.newest_research() if told is not None else None
    is_recent = newest is not None and on_date <= months_later(newest.datum, RESEARCH_MONTHS)
    return builder.render(
        addresses.TOEGANKELIJKHEID,
        "toegankelijkheid",
        builder.say("toegankelijkheid"),
        builder.say("toegankelijkheid_omschrijving", naam=builder.huis.organisatie.naam),
        tested=TESTED,
        not_tested=[what for what in NOT_TESTED if not (is_recent and what == _RESEARCH)],
        research=newest if is_recent else None,
        status=told.status_on(on_date) if told is not None else "",
        person=builder.today.contact_person(),
    )
