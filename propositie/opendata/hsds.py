"""The services in the words of Human Services Data Specification (Open Referral, HSDS 3.1).

Written from its schemas (https://github.com/openreferral/specification, branch 3.1-dev): nested
JSON, a list for services, for organisations and for services at a place. What we do not know is
left out, for the standard takes no `null`; so is an address without what the standard asks of one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from hashlib import sha1
from urllib.parse import quote
from uuid import UUID

from ..dutch import date_in_words, join_words
from ..dutch.languages import DUTCH, read_language
from ..edition import PublicHuis
from ..huis import (
    Adres,
    Behoefte,
    Dienst,
    Klantgroep,
    Locatie,
    Medewerker,
    Thing,
    address_of,
    kind_of,
)
from ..huis.base import Say
from ..huis.days import Days
from ..huis.former_names import called_before
from ..huis.moments import MIDNIGHT, Moment
from ..huis.occurrences import AMSTERDAM
from ..huis.parsing import dialable
from ..huis.relations import Relations
from ..huis.sluitingen import ClosedDays
from ..output.output_file import OutputFile

HSDS_VERSION = "3.1"
NAMESPACE = UUID("f1d6c225-2d1b-42e8-aa82-7d329a840fe1")
"""Never another one: every id follows from it."""
_CLOSED_AHEAD = 92
"""So many days ahead the notes tell when it is closed: three months."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NO_ISO_CODE = frozenset({"ber"})
"""Codes of families of languages, which ISO 639-1 and 639-3 do not have."""

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Directory:
    """What the records are made from."""

    huis: PublicHuis
    relations: Relations
    say: Say
    plain: Callable[[str], str]
    """The words of a Markdown text."""
    absolute_url: Callable[[str], str | None]
    logo: str | None = None
    """The whole address of the logo."""
    _known: dict[str, Record] = field(default_factory=dict)
    _whose: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out whose records these are."""
        whose = self.absolute_url("") or self.huis.organisatie.naam
        object.__setattr__(self, "_whose", whose)

    def services(self) -> Iterator[Record]:
        """Every service, whole, with the places where it is."""
        for dienst in self.huis.diensten.values():
            at = [self._at(dienst, locatie) for locatie in self._places(dienst)]
            yield self._service(dienst, service_at_locations=at)

    def organizations(self) -> Iterator[Record]:
        """The organisation itself, with all its places."""
        yield self._organization()

    def service_at_locations(self) -> Iterator[Record]:
        """Every service at every place where it is; what all places share stands in the service."""
        for dienst in self.huis.diensten.values():
            for locatie in self._places(dienst):
                service = _known(
                    id=self._id(dienst), name=dienst.naam, status="active",
                    description=dienst.kort, url=self._url(address_of(dienst)),
                    organization=self._in_short(),
                )  # fmt: skip
                yield {**self._at(dienst, locatie), "service": service}

    # --- the three kinds of record ---

    def _service(self, dienst: Dienst, **more: object) -> Record:
        id_, sign_up, org = self._id(dienst), dienst.aanmelden, self.huis.organisatie
        people = self.relations.medewerkers_of_dienst[dienst.id]
        groups = [
            self.huis.klantgroepen[k] for k in self.relations.klantgroepen_of_dienst[dienst.id]
        ]
        needs = [self.huis.behoeften[b] for b in dienst.behoeften]
        number = sign_up.telefoon if sign_up else None
        told = [dienst.kort, self.plain(dienst.omschrijving) if dienst.omschrijving else None]
        return _known(
            id=id_,
            organization_id=self._id(org),
            name=dienst.naam,
            description="\n\n".join(filter(None, told)),
            url=self._url(address_of(dienst)),
            additional_urls=[
                _known(
                    id=self._id(dienst, "aanmelden"), label=self.say("aanmelden"),
                    url=uri(sign_up.url), service_id=id_,
                )
            ] if sign_up and sign_up.url else [],
            email=sign_up.email if sign_up else None,
            status="active",
            application_process=sign_up.tekst if sign_up else None,
            fees_description=self._fees(dienst),
            eligibility_description=join_words(group.naam for group in groups),
            assured_date=dienst.gecontroleerd_op.isoformat() if dienst.gecontroleerd_op else None,
            assurer_email=org.contact.email if dienst.gecontroleerd_op else None,
            alert=self._alert(dienst),
            phones=[self._phone(dienst, number, service_id=id_)] if number else [],
            schedules=self._schedules(dienst, dienst.wanneer, org.closed, service_id=id_),
            service_areas=[
                _known(id=self._id(dienst, "gebied", name), service_id=id_, name=name)
                for name in dict.fromkeys(org.werkgebied)
            ],
            languages=list(self._languages(dienst, people)),
            organization=self._in_short(),
            funding=[
                _known(id=self._id(dienst, "betaler", payer), service_id=id_,
                       source=self.say(f"betaler_{payer}"))
                for payer in dict.fromkeys(dienst.betaald_door)
            ],
            cost_options=[self._cost(dienst)] if dienst.prijs else [],
            contacts=[self._contact(dienst, person) for person in people],
            attributes=[
                *(self._attribute(dienst, need) for need in needs),
                *(self._attribute(dienst, group) for group in groups),
            ],
            **more,
        )  # fmt: skip

    def _at(self, dienst: Dienst, locatie: Locatie) -> Record:
        return _known(
            id=self._id(dienst, "bij", _first_id(locatie)),
            service_id=self._id(dienst),
            location_id=self._id(locatie),
            location=self._location(locatie),
        )

    def _location(self, locatie: Locatie) -> Record:
        if locatie.id in self._known:
            return self._known[locatie.id]
        id_, org = self._id(locatie), self.huis.organisatie
        spot, closed = locatie.coordinaten, org.closed.and_also(locatie.gesloten)
        found = self._known[locatie.id] = _known(
            id=id_,
            location_type="physical",
            organization_id=self._id(org),
            name=locatie.naam,
            transportation=locatie.bereikbaarheid,
            latitude=float(spot.breedte) if spot else None,
            longitude=float(spot.lengte) if spot else None,
            addresses=self._addresses(locatie, locatie.adres, id_),
            accessibility=[
                _known(
                    id=self._id(locatie, "toegankelijkheid"), location_id=id_,
                    description=locatie.toegankelijkheid, url=self._url(address_of(locatie)),
                )
            ] if locatie.toegankelijkheid else [],
            schedules=self._schedules(locatie, locatie.openingstijden, closed, location_id=id_),
        )  # fmt: skip
        return found

    def _organization(self) -> Record:
        org = self.huis.organisatie
        id_, contact = self._id(org), org.contact
        numbers = [("KvK", "NL-KVK", org.kvk), ("RSIN", None, org.anbi.rsin if org.anbi else None)]
        places = [self._location(locatie) for locatie in self.huis.locaties.values()]
        return {
            **self._in_short(),
            **_known(
                email=contact.email,
                additional_websites=[
                    _known(id=self._id(org, "sociaal", name), label=name, url=uri(url),
                           organization_id=id_)
                    for name, url in org.sociaal.items()
                ],
                logo=self.logo,
                phones=[self._phone(org, contact.telefoon, organization_id=id_)]
                if contact.telefoon else [],
                locations=[*self._office(), *places],
                organization_identifiers=[
                    _known(id=self._id(org, "nummer", name), organization_id=id_,
                           identifier_scheme=scheme, identifier_type=name, identifier=number)
                    for name, scheme, number in numbers if number
                ],
            ),
        }  # fmt: skip

    def _in_short(self) -> Record:
        """The organisation as services name it."""
        org = self.huis.organisatie
        about = self.plain(org.missie) or org.payoff
        return _known(
            id=self._id(org), name=org.naam, description=about, website=self._url("")
        )  # fmt: skip

    def _office(self) -> list[Record]:
        """Where the organisation itself can be visited, when that is none of its places."""
        org = self.huis.organisatie
        address, hours = org.contact.adres, org.contact.openingstijden
        others = [locatie.adres for locatie in self.huis.locaties.values()]
        id_ = self._id(org, "bezoekadres")
        found = self._addresses(org, address, id_) if address not in others else []
        if not found:
            return []
        return [
            _known(
                id=id_, location_type="physical", organization_id=self._id(org), name=org.naam,
                addresses=found, schedules=self._schedules(org, hours, org.closed, location_id=id_),
            )
        ]  # fmt: skip

    # --- their parts ---

    def _addresses(self, of: Thing, address: Adres | None, location_id: str) -> list[Record]:
        """An address with all that the standard asks; nothing when a part of it is not known."""
        province = self.huis.organisatie.provincie
        if address is None or not (address.straat and address.postcode and province):
            return []
        return [
            _known(
                id=self._id(of, "adres"), location_id=location_id, address_1=address.straat,
                city=address.plaats, state_province=province.title(),
                postal_code=address.postcode, country="NL", address_type="physical",
            )
        ]  # fmt: skip

    def _phone(self, of: Thing, number: str, *parts: str, **belongs: str) -> Record:
        id_ = self._id(of, "telefoon", *parts)
        return _known(id=id_, number=dialable(number), type="voice", **belongs)

    def _contact(self, dienst: Dienst, person: Medewerker) -> Record:
        id_, ways = self._id(dienst, "mens", _first_id(person)), person.contact
        number = ways.telefoon if ways else None
        return _known(
            id=id_, service_id=self._id(dienst), name=person.naam, title=person.functie,
            email=ways.email if ways else None,
            phones=[self._phone(dienst, number, "mens", _first_id(person), contact_id=id_)]
            if number else [],
        )  # fmt: skip

    def _languages(self, dienst: Dienst, people: Iterable[Medewerker]) -> Iterator[Record]:
        """In which languages somebody is helped: Dutch, and what its people speak well."""
        spoken: dict[str, tuple[str, list[str]]] = {"Nederlands": (DUTCH, [])}
        for person in people:
            for language in map(_language, person.talen):
                if not language.is_little and language.code != DUTCH:
                    spoken.setdefault(language.name, (language.code, []))[1].append(
                        person.first_name
                    )
        for name, (code, who) in spoken.items():
            yield _known(
                id=self._id(dienst, "taal", name), service_id=self._id(dienst), name=name,
                code=code if code not in _NO_ISO_CODE else None,
                note=self.say("data_spreekt", namen=join_words(who)) if who else None,
            )  # fmt: skip

    def _fees(self, dienst: Dienst) -> str | None:
        price = dienst.prijs
        if price is None:
            return None
        return ". ".join(filter(None, (price.in_words(self.say), price.toelichting)))

    def _cost(self, dienst: Dienst) -> Record:
        """What it costs: an amount where it is one, else in words."""
        price = dienst.prijs
        assert price is not None
        amount = float(price.bedrag) if price.bedrag is not None else None
        return _known(
            id=self._id(dienst, "prijs"), service_id=self._id(dienst),
            option=price.in_words(self.say), amount=amount,
            currency="EUR" if amount is not None else None,
            amount_description=price.toelichting,
        )  # fmt: skip

    def _alert(self, dienst: Dienst) -> str | None:
        """What is told today of the places where it is."""
        notices = [m for m in self.huis.mededelingen.values() if m.op and m.op in dienst.waar]
        return "\n".join(self.plain(notice.tekst) for notice in notices) or None

    def _attribute(self, dienst: Dienst, thing: Behoefte | Klantgroep) -> Record:
        """That a service answers a need, or is for a client group."""
        is_need = isinstance(thing, Behoefte)
        about = thing.klantvragen[0].vraag if isinstance(thing, Behoefte) else thing.kernboodschap
        taxonomy = self.say("hulp_bij" if is_need else "voor_wie")
        term = self._id(thing, "begrip")
        return _known(
            id=self._id(dienst, "kenmerk", kind_of(thing).name, _first_id(thing)),
            link_id=self._id(dienst), link_entity="service",
            link_type="need" if is_need else "intended_audience",
            taxonomy_term_id=term,
            taxonomy_term=_known(
                id=term, code=_first_id(thing), name=thing.naam, description=about,
                taxonomy=f"{taxonomy} ({self.huis.organisatie.naam})", language=DUTCH,
                term_uri=self._url(address_of(thing)),
            ),
        )  # fmt: skip

    def _schedules(
        self, of: Thing, moments: Sequence[Moment], closed: ClosedDays, **belongs: str
    ) -> list[Record]:
        """When it is; in a note when it is closed by exception, for which there is no field."""
        notes = self._closed_in_words(closed)
        rows = [(n, *row) for n, m in enumerate(moments) for row in enumerate(self._rows(m))]
        return [
            _known(
                id=self._id(of, "tijd", str(number), str(part)),
                **belongs,
                **{**row, "notes": ". ".join(filter(None, (str(row.get("notes", "")), notes)))},
            )
            for number, part, row in rows
        ]  # fmt: skip

    def _rows(self, moment: Moment) -> Iterator[dict[str, str | int]]:
        """A moment as rows of a schedule: one for each rhythm and each date; one for words."""
        told = {"description": moment.in_words(self.say)}
        if moment.behalve:
            said = join_words(map(date_in_words, moment.behalve))
            told["notes"] = self.say("behalve_dag", dag=said)
        if moment.toelichting:
            told["description"] += f" ({moment.toelichting})"
        limits = {"valid_from": _iso(moment.vanaf), "valid_to": _iso(moment.tot_en_met)}
        for days in moment.days:
            rule = _rule(days, moment.vanaf)
            yield {**told, **_some(limits), **rule, **_clock(moment, self.huis.on_date)}
        for day in moment.datum:
            on = {name: day.isoformat() for name in ("valid_from", "valid_to", "dtstart")}
            yield {**told, **on, **_clock(moment, day)}
        if not moment.days and not moment.datum:
            yield {**told}

    def _closed_in_words(self, closed: ClosedDays) -> str:
        found = []
        for period in closed.ahead(self.huis.on_date, _CLOSED_AHEAD):
            days = date_in_words(period.van)
            if period.tot != period.van:
                days = f"{days} t/m {date_in_words(period.tot)}"
            found.append(f"{days} ({period.reden})" if period.reden else days)
        return self.say("gesloten_op", dagen=", ".join(found)) if found else ""

    # --- names and addresses ---

    def _places(self, dienst: Dienst) -> list[Locatie]:
        return [self.huis.locaties[id_] for id_ in dict.fromkeys(dienst.waar)]

    def _id(self, thing: Thing, *parts: str) -> str:
        """The id of a thing or a part of one, the same as long as the site keeps its address: a
        new name of the file changes nothing."""
        return _uuid("\0".join((self._whose, kind_of(thing).name, _first_id(thing), *parts)))

    def _url(self, address: str) -> str | None:
        whole = self.absolute_url(address)
        return uri(whole) if whole else None


def hsds_files(directory: Directory, folder: str) -> list[OutputFile]:
    """The three files of records, in a folder of the site."""
    files = {
        "organizations": directory.organizations(),
        "services": directory.services(),
        "service_at_locations": directory.service_at_locations(),
    }
    return [
        OutputFile(f"{folder}{name}.json", _as_list(records)) for name, records in files.items()
    ]


def _as_list(records: Iterable[Record]) -> bytes:
    """A list in JSON, one record on a line."""
    rows = [json.dumps(row, ensure_ascii=False) for row in records]
    listed = ",\n".join(rows)
    return (f"[\n{listed}\n]\n" if rows else "[]\n").encode()


def _uuid(name: str) -> str:
    """What `uuid.uuid5` makes of a name, in a tenth of the time: there are many thousands."""
    raw = bytearray(sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x50, raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def uri(address: str) -> str:
    """A web address in the letters that a URI may have (RFC 3986, section 2)."""
    return quote(address, safe="%:/?#[]@!$&'()*+,;=~")


def _known(**properties: object) -> Record:
    """The properties that are known."""
    empty: tuple[object, ...] = (None, "", [])
    return {name: value for name, value in properties.items() if value not in empty}


def _some(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _first_id(thing: Thing) -> str:
    """The id that a thing had first."""
    return next(iter(called_before(thing)), thing.id)


_language = lru_cache(read_language)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _rule(days: Days, start: date | None) -> dict[str, str | int]:
    """A rhythm in the columns of a schedule, which are those of iCalendar (RFC 5545)."""
    codes = [_DAYS[day] for day in days.weekdays]
    if days.of_month:
        return {
            "freq": "MONTHLY", "interval": 1,
            "byday": ",".join(f"{n}{code}" for code in codes for n in days.of_month),
        }  # fmt: skip
    rule: dict[str, str | int] = {"freq": "WEEKLY", "interval": 1, "byday": ",".join(codes)}
    if days.weeks == "om de week" and start is not None:
        rule |= {"interval": 2, "dtstart": start.isoformat()}
    elif days.weeks:
        first = 2 if days.weeks == "even weken" else 1
        rule["byweekno"] = ",".join(map(str, range(first, 54, 2)))
    return rule


def _clock(moment: Moment, day: date) -> dict[str, str]:
    """From when until when, with the distance to UTC on a day: the standard knows no summer
    time."""
    begin, end = moment.van, moment.tot
    if moment.hele_dag:
        begin, end = MIDNIGHT, time(23, 59)
    elif end == MIDNIGHT:
        end = time(23, 59)
    offset = datetime.combine(day, time(12), AMSTERDAM).strftime("%z")
    shown = f"{offset[:3]}:{offset[3:]}"
    clocks = {"opens_at": begin, "closes_at": end}
    return {name: f"{clock:%H:%M}{shown}" for name, clock in clocks.items() if clock is not None}
