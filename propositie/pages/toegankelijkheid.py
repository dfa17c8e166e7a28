"""The accessibility statement: a draft that says what was tested, and claims no status."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..huis import addresses
from .builder import PageBuilder
from .page import Page
from .plan import PagePlan

TESTED = ("automatisch", "toetsenbord", "smal", "vergroot", "zonder_script", "contrast")
"""What the tests of this software do on every kind of page; each has its sentence in nl.yml."""
NOT_TESTED = ("schermlezer", "onderzoek", "eigen_inhoud", "andere_sites")


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the statement."""
    title = builder.say("toegankelijkheid")
    yield PagePlan(addresses.TOEGANKELIJKHEID, title, partial(statement, builder))


def statement(builder: PageBuilder) -> Page:
    """What was tested, what was not, and whom to ask."""
    return builder.render(
        addresses.TOEGANKELIJKHEID,
        "toegankelijkheid",
        builder.say("toegankelijkheid"),
        builder.say("toegankelijkheid_omschrijving", naam=builder.huis.organisatie.naam),
        tested=TESTED,
        not_tested=NOT_TESTED,
        person=builder.today.contact_person(),
    )
