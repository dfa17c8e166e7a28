"""In which order things stand in a list: what matters most to the reader first, never the order of
files (the brief of the site's looks, section 6).

Pure functions of what is known: the same house on the same day gives the same order. What staff
wrote as `volgorde` goes before every rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime

from ..huis import Behoefte, Dienst, Klantgroep, Medewerker

_STEPS = {"instap": 0, "midden": 1, "exclusief": 3}
"""The steps of the price ladder; a service without a step comes between the last two."""
_NO_STEP = 2
_LONG_AGO = date.min


def rank_diensten(
    diensten: Iterable[Dienst],
    behoeften: Sequence[Behoefte],
    groups_of: Callable[[Dienst], int],
    soonest: Callable[[Dienst], datetime],
) -> list[Dienst]:
    """Services for who has these needs: what answers the most asked need, then what is meant for
    the fewest groups (`groups_of` counts them), what is soonest, what asks the least. What is tried
    out comes last."""
    asked = {behoefte.id: len(behoefte.klantvragen) for behoefte in behoeften}

    def place(dienst: Dienst) -> tuple[object, ...]:
        most = max((asked.get(id_, 0) for id_ in dienst.behoeften), default=0)
        return (
            dienst.volgorde,
            dienst.status == "proef",
            -most,
            groups_of(dienst),
            soonest(dienst),
            _STEPS.get(dienst.trede or "", _NO_STEP),
        )

    return sorted(diensten, key=place)


def rank_behoeften(behoeften: Iterable[Behoefte]) -> list[Behoefte]:
    """Needs by their questions: what was asked last first, then what was asked most."""

    def place(behoefte: Behoefte) -> tuple[int, int, int]:
        last = max((asked.datum or _LONG_AGO for asked in behoefte.klantvragen), default=_LONG_AGO)
        return behoefte.volgorde, -last.toordinal(), -len(behoefte.klantvragen)

    return sorted(behoeften, key=place)


def rank_people(
    people: Iterable[Medewerker],
    soonest: Callable[[Medewerker], datetime],
    groups: Sequence[str] = (),
    places: Collection[str] = (),
) -> list[Medewerker]:
    """Who fits best first: who can be called, the face of one of `groups` (in their order,
    and of as few others as may be), who can be met at one of `places`, who is found soonest."""

    def place(person: Medewerker) -> tuple[object, ...]:
        faces = [groups.index(id_) for id_ in person.boegbeeld_van if id_ in groups]
        is_there = any(meeting.locatie in places for meeting in person.te_vinden)
        return (
            person.volgorde,
            not (person.contact and person.contact.telefoon),
            min(faces, default=len(groups)),
            len(person.boegbeeld_van) if faces else 0,
            not is_there,
            soonest(person),
        )

    return sorted(people, key=place)


def rank_people_on_home(
    people: Iterable[Medewerker],
    doors: Sequence[Klantgroep],
    soonest: Callable[[Medewerker], datetime],
) -> list[Medewerker]:
    """Figureheads in the order of the doors, one for each door before a second; then who is found
    soonest."""
    left = sorted(people, key=lambda person: (person.volgorde, soonest(person)))
    first: list[Medewerker] = []
    for door in doors:
        faces = [p for p in left if door.id in p.boegbeeld_van and p not in first]
        first += faces[:1]
    rest = [person for person in left if person not in first]
    return sorted([*first, *rest], key=lambda person: person.volgorde)
