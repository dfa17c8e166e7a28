"""Taking part: what you do, what you get, whom you call; and the work that is open now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..huis import Medewerker, Rol, overview_of
from .builder import PageBuilder
from .calling import Call, call_for
from .page import Page
from .plan import PagePlan

_SOORTEN = ("vrijwillig", "betaald", "stage")
"""The order of open work here: who wants to take part wants no job."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all ways to take part, when there are any."""
    if builder.huis.meedoen:
        yield builder.plan_overview("meedoen", "meedoen", overview)


def overview(builder: PageBuilder) -> Page:
    """The page with all ways to take part; each has a place on it with an address of its own."""
    huis = builder.huis
    roles = list(huis.meedoen.values())
    doors = [(role, *_contact_of(builder, role)) for role in roles]
    vacatures = sorted(huis.vacatures.values(), key=lambda v: _SOORTEN.index(v.soort))
    # who answers for the first way to take part is the one to call
    person, call = next(((who, call) for _, who, call in doors if call), (None, None))
    return builder.render(
        overview_of("meedoen"), "meedoen", builder.say("meedoen"),
        builder.say("meedoen_omschrijving", naam=huis.organisatie.naam),
        doors=doors,
        vacatures=vacatures,
        told=[
            *(huis.medewerkers[v.contact] for v in vacatures if v.contact),
            *(huis.locaties[v.locatie] for v in vacatures if v.locatie),
        ],
        call=call,
        person=person or builder.today.contact_person((), _groups(builder)),
    )  # fmt: skip


def _contact_of(builder: PageBuilder, role: Rol) -> tuple[Medewerker | None, Call | None]:
    who = builder.huis.medewerkers[role.contact] if role.contact else None
    return who, call_for(role, who)


def _groups(builder: PageBuilder) -> Sequence[str]:
    return [k.id for k in builder.huis.klantgroepen.values() if k.soort == "vrijwilliger"]
