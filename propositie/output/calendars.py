"""Calendars that telephones and computers follow: iCalendar (RFC 5545, with RFC 7986 for the
properties of a whole calendar).

An event is written once and stands in the calendar of all, of its place, its groups and its people
alike; so its lines are kept as bytes, and a calendar is only a head and a foot around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from ..huis.occurrences import AMSTERDAM
from ..huis.series import Recurrence, Series

if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//propositie//agenda//NL"
_FIRST_DAY = date(2020, 1, 1)
_REFRESHED = timedelta(days=1)
"""How often who follows a calendar asks for it again: a site is made anew every night."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that is on, as a calendar tells it."""

    uid: str
    """The same for as long as it is the same thing, wherever it stands; `{n}` is the number of the
    series."""
    name: str
    series: Sequence[Series]
    text: str = ""
    place: str = ""
    url: str | None = None
    spot: tuple[float, float] | None = None
    """Latitude and longitude."""
    off: Mapping[date, str] = field(default_factory=dict)
    """Why it is not on, by the day on which it would have been."""
    all_off: str | None = None
    """Why none of it is on; None when it is."""
    off_name: str = ""
    """How it is called when it is not on."""


def new_event(uid: str, on_date: date) -> Event:
    """An event of which is only known what it is and that it was told on the day `on_date`.

    The number of its revision (section 3.8.7.4) is that of the days since 2020: a house does not
    remember how often something was changed, and what is built later is newer.
    """
    from icalendar import Event  # takes longer to load than most builds of one page

    found = Event()
    found.add("uid", uid)
    found.add("sequence", (on_date - _FIRST_DAY).days)
    found.add("dtstamp", datetime.combine(on_date, time(0, 0), UTC))
    found.add("transp", "TRANSPARENT")
    return found


def event_lines(event: CalendarEvent, on_date: date) -> bytes:
    """The lines of an event, of as many `VEVENT`s as it has series and days on which it is off;
    `on_date` is the day of the build, and so of this revision."""
    return b"".join(component.to_ical() for component in _components(event, on_date))


def calendar(name: str, description: str, url: str | None, events: Iterable[bytes]) -> bytes:
    """A whole calendar around the lines of its events; `url` is the page that it belongs to."""
    head, foot = _frame(name, description, url)
    return b"".join([head, *events, foot])


def _components(event: CalendarEvent, on_date: date) -> Iterator[Event]:
    for series in event.series:
        lone = event.off.get(series.first.date()) if series.rule is None else None
        why = event.all_off if event.all_off is not None else lone
        main = _component(event, series, series.first, on_date, why)
        _add_rule(main, series.rule, series.has_time)
        yield main
        if series.rule is None or event.all_off is not None:
            continue
        for day, reason in sorted(event.off.items()):
            begin = series.on(day)
            if begin not in series.rule.times:
                continue
            single = _component(event, series, begin, on_date, reason)
            single.add("recurrence-id", begin if series.has_time else day)
            yield single


def _component(
    event: CalendarEvent, series: Series, begin: datetime, on_date: date, why: str | None
) -> Event:
    """One `VEVENT`; `why` it is not on, None when it is."""
    from icalendar import vGeo

    found = new_event(event.uid.format(n=series.number), on_date)
    _add_times(found, series, begin)
    is_on = why is None
    found.add("summary", event.name if is_on else event.off_name or event.name)
    text = "\n\n".join(filter(None, (why, event.text)))
    if text:
        found.add("description", text)
    if event.place:
        found.add("location", event.place)
    if event.spot is not None:
        found.add("geo", vGeo(event.spot))
    if event.url:
        found.add("url", event.url)
    found.add("status", "CONFIRMED" if is_on else "CANCELLED")
    return found


def _add_times(event: Event, series: Series, begin: datetime) -> None:
    if not series.has_time:
        event.add("dtstart", begin.date())
        event.add("dtend", begin.date() + timedelta(days=1))
        return
    event.add("dtstart", begin)
    if series.lasts:
        event.add("dtend", (begin.replace(tzinfo=None) + series.lasts).replace(tzinfo=AMSTERDAM))


def _add_rule(event: Event, rule: Recurrence | None, has_time: bool) -> None:
    if rule is None:
        return
    until = rule.until.astimezone(UTC) if has_time else rule.until.date()
    event.add("rrule", {**rule.parts, "until": until})
    if rule.left_out:
        event.add("exdate", [t if has_time else t.date() for t in rule.left_out])


@cache
def _time_zone() -> bytes:
    """The clock in the Netherlands: an hour earlier than in summer from the last Sunday of October
    until that of March (Directive 2000/84/EC, articles 2 and 3)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", AMSTERDAM.key)
    for part, name, month, hour, before, after in (
        (TimezoneDaylight(), "CEST", 3, 2, 1, 2), (TimezoneStandard(), "CET", 10, 3, 2, 1),
    ):  # fmt: skip
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        zone.add_component(part)
    return bytes(zone.to_ical())


def _frame(name: str, description: str, url: str | None) -> tuple[bytes, bytes]:
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", PRODUCT)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("name", name)
    whole.add("x-wr-calname", name)
    whole.add("description", description)
    whole.add("x-wr-caldesc", description)
    whole.add("x-wr-timezone", AMSTERDAM.key)
    if url:
        whole.add("url", url)
    whole.add("refresh-interval", _REFRESHED, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "P1D")
    end = b"END:VCALENDAR\r\n"
    return whole.to_ical().removesuffix(end) + _time_zone(), end
