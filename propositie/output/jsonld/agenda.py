"""What is on: events, with the rule by which they come back and whether they are on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ...huis import Activiteit, Klantgroep, Locatie, Medewerker, Organisatie, address_of
from ...huis.moments import Moment
from ...huis.occurrences import Occurrence
from ..output_file import ShownImage
from .aanbod import audience, offer
from .core import SCHEMA, AbsoluteUrl, Data, image, known, location, thing
from .organisatie import organisatie_reference, place_reference
from .times import DAYS, iso

TIME_ZONE = "Europe/Amsterdam"


def activiteit(
    event: Activiteit,
    org: Organisatie,
    times: Sequence[Occurrence],
    at: Locatie | None,
    people: Iterable[Medewerker],
    groups: Iterable[Klantgroep],
    photo: ShownImage | None,
    absolute_url: AbsoluteUrl,
) -> Data | None:
    """An event with its next time, and with its rule when it comes back; None when no time is
    known, for an event without a begin is none to a search engine. `times` are the next ones."""
    if not times:
        return None
    first = times[0]
    is_off = event.cancelled_on(first.begin.date()) is not None
    offers = _offers(event, org, absolute_url)
    return thing(
        "Event",
        id=location(absolute_url, address_of(event), "activiteit"),
        name=event.naam,
        description=event.kort,
        url=absolute_url(address_of(event)),
        image=image(photo, absolute_url),
        startDate=_moment(first.begin, first.has_time),
        endDate=_moment(first.end, first.has_time) if first.end and first.has_time else None,
        eventStatus=f"{SCHEMA}/{'EventCancelled' if is_off else 'EventScheduled'}",
        eventAttendanceMode=f"{SCHEMA}/OfflineEventAttendanceMode",
        eventSchedule=[s for m in event.wanneer for s in schedules(m)],
        location=place_reference(at, absolute_url) if at is not None else _elsewhere(event.waar),
        organizer=organisatie_reference(org, absolute_url),
        contributor=[thing("Person", name=m.naam, url=absolute_url(address_of(m))) for m in people],
        audience=[audience(group) for group in groups],
        offers=offers,
        isAccessibleForFree=True if event.prijs is not None and event.prijs.is_free else None,
    )


def _offers(event: Activiteit, org: Organisatie, absolute_url: AbsoluteUrl) -> Data | None:
    """What it costs and whether there is room; nothing when neither is known."""
    price = offer(event.prijs, org, absolute_url)
    if price is None and not event.vol:
        return None
    sign_up = event.aanmelden
    return {
        **(price or thing("Offer")),
        **known(
            url=(sign_up and sign_up.url) or absolute_url(address_of(event)),
            availability=f"{SCHEMA}/SoldOut" if event.vol else None,
        ),
    }


def schedules(moment: Moment) -> list[Data]:
    """The rules by which a moment comes back (schema.org, Schedule). Weeks with an even or odd
    number cannot be said there, and are left out."""
    return [
        thing(
            "Schedule",
            repeatFrequency="P1M" if days.of_month else "P2W" if days.weeks else "P1W",
            byDay=[f"{SCHEMA}/{DAYS[number]}" for number in days.weekdays],
            byMonthWeek=_one_or_all(days.of_month),
            startDate=iso(moment.vanaf),
            endDate=iso(moment.tot_en_met),
            startTime=f"{moment.van:%H:%M}" if moment.van else None,
            endTime=f"{moment.tot:%H:%M}" if moment.tot else None,
            exceptDate=[day.isoformat() for day in moment.behalve],
            scheduleTimezone=TIME_ZONE,
        )
        for days in moment.days
        if days.weeks not in {"even weken", "oneven weken"}
    ]


def _one_or_all(numbers: Sequence[int]) -> int | list[int] | None:
    return numbers[0] if len(numbers) == 1 else list(numbers) or None


def _elsewhere(words: str | None) -> Data | None:
    return thing("Place", name=words) if words else None


def _moment(moment: datetime, has_time: bool) -> str:
    return moment.isoformat() if has_time else moment.date().isoformat()
