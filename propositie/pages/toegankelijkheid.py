"""The accessibility statement: a draft that says what was tested, and claims no status."""

from __future__ import annotations

from collections.abc import Iterator

from ..huis import addresses
from .builder import PageBuilder
from .page import Page

TESTED = ("automatisch", "toetsenbord", "smal", "vergroot", "zonder_script", "contrast")
"""What the tests of this software do on every kind of page; each has its sentence in nl.yml."""
NOT_TESTED = ("schermlezer", "onderzoek", "eigen_inhoud", "andere_sites")


def pages(builder: PageBuilder) -> Iterator[Page]:
    """Yield the statement."""
    yield builder.render(
        addresses.TOEGANKELIJKHEID,
        "toegankelijkheid",
        builder.say("toegankelijkheid"),
        builder.say("toegankelijkheid_omschrijving", naam=builder.huis.organisatie.naam),
        tested=TESTED,
        not_tested=NOT_TESTED,
        person=builder.contact_person(()),
    )
