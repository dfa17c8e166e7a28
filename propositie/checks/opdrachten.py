"""Commissions asked for: head, heart and focus come before yes or no."""

from __future__ import annotations

from collections.abc import Iterator

from ..dutch import counted, join_words
from ..finding import Severity
from ..huis import Opdracht
from .rule import Hit, nothing, thing_rule


@thing_rule(
    "K88",
    Severity.WARNING,
    "Een besluit over een opdracht komt na de vragen",
    "Vier vragen van het hoofd, vier van het hart, en of het past bij de koers: wie daarna pas ja "
    "of nee zegt, weet waarom. Wie eerst ja zegt, zoekt er argumenten bij.",
    "opdrachten",
    nothing,
)
def decided_too_soon(opdracht: Opdracht, _given: None) -> Iterator[Hit]:
    """A decision while questions are open, or without a reason where an answer points elsewhere."""
    if opdracht.besluit is None:
        return
    open_ = [path[-1] for path, answer in opdracht.questions if answer is None]
    if open_:
        yield Hit(
            opdracht,
            f'Het besluit is "{opdracht.besluit}", en '
            f"{counted(len(open_), 'vraag is', 'vragen zijn')} nog open: {join_words(open_)}. "
            "Beantwoord die eerst, met ja, deels of nee. Of haal het besluit weg tot het zover is.",
            ("besluit",),
        )
    against = [
        path[-1] for path, answer in opdracht.questions if answer and answer.oordeel == "nee"
    ]
    if opdracht.besluit == "ja" and against and opdracht.toelichting is None:
        yield Hit(
            opdracht,
            f"Jullie zeggen ja, en bij {join_words(against)} staat nee. Schrijf bij toelichting "
            "waarom het toch doorgaat, of wat er eerst moet gebeuren.",
            ("besluit",),
        )
