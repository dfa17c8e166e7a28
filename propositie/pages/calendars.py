"""Calendars to follow: for all, and beside the page of each thing, place, group and worker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..huis import Activiteit, Dienst, Locatie, Medewerker, address_of
from ..huis.former_names import called_before
from ..huis.series import Series, series_of
from ..output.calendars import CalendarEvent, calendar, event_lines
from ..output.output_file import OutputFile
from .formatting import strip_markdown
from .presence import moment_in
from .week import Something, place_of_happening

if TYPE_CHECKING:
    from .builder import PageBuilder


def address_in(calendars: Sequence[OutputFile]) -> str | None:
    """Where the calendar beside a page is; None when there is none."""
    return calendars[0].address if calendars else None


class Calendars:
    """Writes calendars; the lines of an event are the same wherever it stands."""

    def __init__(self, builder: PageBuilder) -> None:
        self._builder = builder
        self._known: dict[tuple[str, str | None], bytes] = {}

    def beside(
        self,
        address: str,
        id_: str,
        name: str,
        things: Iterable[Something],
        people: Iterable[Medewerker] = (),
    ) -> Sequence[OutputFile]:
        """The calendar `<id_>.ics` in the folder of the page at `address`, with what is on and
        when people can be met; nothing when there is no time to tell."""
        events = [*map(self._lines_of, things), *map(self._meetings_of, people)]
        if not any(events):
            return ()
        builder = self._builder
        about = builder.say("agenda_bestand", naam=builder.huis.organisatie.naam)
        whole = calendar(name, about, builder.absolute_url(address), filter(None, events))
        return (OutputFile(f"{address}{id_}.ics", whole),)

    def _lines_of(self, thing: Something) -> bytes:
        builder, place = self._builder, place_of_happening(thing)
        at = builder.huis.locaties[place] if place else None
        closed = builder.today.closed_at(place)
        key = (address_of(thing), place)
        if key not in self._known:
            series = list(series_of(thing.wanneer, builder.huis.on_date, closed))
            where = (thing.waar or "") if isinstance(thing, Activiteit) else ""
            event = self._event(thing, thing.naam, series, at, where, self._text_of(thing))
            self._known[key] = event
        return self._known[key]

    def _meetings_of(self, person: Medewerker) -> bytes:
        builder, found = self._builder, []
        name = builder.say("keer_mens", naam=person.first_name)
        for number, meeting in enumerate(person.te_vinden, 1):
            at = builder.huis.locaties[meeting.locatie] if meeting.locatie else None
            moment = moment_in(meeting.wanneer)
            if moment is None or moment.van is None:
                continue
            closed = builder.today.closed_at(meeting.locatie)
            series = list(series_of([moment], builder.huis.on_date, closed))
            text = moment.toelichting or ""
            where = meeting.waar or ""
            found.append(self._event(person, name, series, at, where, text, f"{number}-"))
        return b"".join(found)

    def _event(
        self,
        thing: Something | Medewerker,
        name: str,
        series: Sequence[Series],
        at: Locatie | None,
        where: str,
        text: str,
        part: str = "",
    ) -> bytes:
        builder = self._builder
        full = isinstance(thing, Activiteit) and thing.vol
        off, all_off = self._cancellations(thing)
        spot = at.coordinaten if at is not None else None
        return event_lines(
            CalendarEvent(
                uid=f"{self._name_of(thing)}-{part}{{n}}@agenda",
                name=builder.say("vol_bij_naam", naam=name) if full else name,
                series=series,
                text=text,
                place=", ".join(filter(None, (_in_one_line(at) if at else "", where))),
                url=builder.absolute_url(address_of(thing)),
                spot=(float(spot.breedte), float(spot.lengte)) if spot is not None else None,
                off=off,
                all_off=all_off,
                off_name=builder.say("af_bij_naam", naam=name),
            ),
            builder.huis.on_date,
        )

    def _cancellations(self, thing: Something | Medewerker) -> tuple[dict[date, str], str | None]:
        """Why something is not on, by day, and why none of it is."""
        by_day: dict[date, str] = {}
        all_off = None
        for off in thing.afgelast if isinstance(thing, Activiteit) else ():
            say, instead = self._builder.say, off.in_plaats
            told = f"{say('in_plaats_daarvan')} {instead}" if instead else None
            words = ". ".join(filter(None, (off.reden, told)))
            by_day |= dict.fromkeys(off.op, words)
            all_off = all_off if off.op else words
        return by_day, all_off

    def _text_of(self, thing: Something) -> str:
        """What somebody must know who only sees the calendar: what it is, what it costs, whether
        to call first."""
        say, sign_up = self._builder.say, thing.aanmelden
        notes = [m.toelichting for m in thing.wanneer if m.toelichting]
        price = thing.prijs.in_words(say) if thing.prijs is not None else None
        call = f"{say('bel_eerst')} {sign_up.telefoon}" if sign_up and sign_up.telefoon else None
        lines = [strip_markdown(thing.kort) if thing.kort else None, *notes, price, call]
        return "\n".join(filter(None, lines))

    def _name_of(self, thing: Something | Medewerker) -> str:
        """What nothing else in the world is called, from what it was called first, so that who
        follows it keeps one of it when it is renamed. As a digest: no name or address can be read
        in it, by mistake or otherwise."""
        kind = {Activiteit: "agenda", Dienst: "aanbod"}.get(type(thing), "mensen")
        host = (
            urlsplit(self._builder.site_url or "").hostname or self._builder.huis.organisatie.naam
        )
        first = next(iter(called_before(thing)), thing.id)
        return sha256(f"{host}\0{kind}\0{first}".encode()).hexdigest()[:24]


def _in_one_line(locatie: Locatie) -> str:
    """A place as maps understand it: `De Linde, Dorpsstraat 1, 9999 AA Oudeveer`."""
    address = locatie.adres
    town = " ".join(filter(None, (address.postcode, address.plaats))) if address else ""
    return ", ".join(filter(None, (locatie.naam, address.straat if address else "", town)))
