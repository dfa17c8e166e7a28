"""What may leave the house today: the public view is another type, without the internal fields.

`public_huis` is the only way to make one. Pages of the public edition receive nothing else, so
an internal field or a withdrawn portrait is not hidden from them: it does not exist.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from .huis import (
    KINDS,
    Activiteit,
    Afscheid,
    Behoefte,
    Bericht,
    Cijfer,
    Dienst,
    Huis,
    Internal,
    InternalBericht,
    InternalCijfer,
    InternalMedewerker,
    InternalOrganisatie,
    InternalPartner,
    InternalRol,
    InternalUsp,
    InternalVerhaal,
    InternalVernieuwing,
    Kind,
    Klantgroep,
    Locatie,
    Mededeling,
    Medewerker,
    Merk,
    Organisatie,
    Pagina,
    Partner,
    Rol,
    Thing,
    Toestemming,
    Usp,
    Vacature,
    Verhaal,
    Vernieuwing,
    Waardering,
    Wijk,
    things_of,
)
from .huis.fields import Field, KeyPath, fields_of
from .huis.klantstem import Rapportcijfer, weigh
from .huis.occurrences import last_day
from .huis.start_text import filled_in, is_anonymous
from .huis.verantwoording import Bestuurder
from .huis.walk import walk

D = TypeVar("D", bound=BaseModel)
FEWEST = 5
"""So many grades of a service there are at least, before the public sees anything of them: of
fewer somebody might know whose they are."""
HEARD = timedelta(days=366)
"""So long after the period in which they were given, grades still say how it is."""
REMEMBERED = timedelta(days=30)
"""So long the page of what is over stays: who has the link reads that it was."""
INTRODUCED = timedelta(days=92)
"""So long after somebody left, the page of who took over says so: three months."""
LAST_WEEKS = timedelta(weeks=6)
"""So long before somebody leaves, people are told where they can say goodbye."""
GOOD_FOR = timedelta(weeks=6)
"""So long others may show what they took from the site without looking again. An internal day on
which something ends is told to them when it is nearer than that, and never before."""


def has_gone(activiteit: Activiteit, on_date: date) -> bool:
    """Whether an event was so long ago that nothing is left of it."""
    last = last_day(activiteit.wanneer)
    return last is not None and on_date - last > REMEMBERED


@dataclass(frozen=True, slots=True)
class PublicHuis:
    """What the public may see on the day `on_date`."""

    on_date: date
    organisatie: Organisatie
    merk: Merk
    klantgroepen: Mapping[str, Klantgroep]
    behoeften: Mapping[str, Behoefte]
    diensten: Mapping[str, Dienst]
    locaties: Mapping[str, Locatie]
    usps: Mapping[str, Usp]
    medewerkers: Mapping[str, Medewerker]
    afscheiden: Mapping[str, Afscheid]
    """Workers who left, by id: a name, a farewell and a successor."""
    neemt_over_van: Mapping[str, tuple[str, ...]]
    """By the id of a worker, those who left not long ago and whose work this one took over."""
    afscheid_bij: Mapping[str, tuple[str, ...]]
    """By the id of who left or leaves soon, the events to come that name them and no others: where
    people can say goodbye."""
    ter_ere_van: Mapping[str, tuple[str, ...]]
    """By the id of such an event, those of them who left."""
    einden: Mapping[str, str]
    """Until which day (`2026-12-31`) something may be shown, for who takes it over: by its kind, id
    and the keys to it (`medewerkers/gijs`, `medewerkers/gijs/portret`). Of internal days only those
    that come before `good_until`."""
    partners: Mapping[str, Partner]
    verhalen: Mapping[str, Verhaal]
    """What may be told today, newest first."""
    cijfers: Mapping[str, Cijfer]
    """Figures for everybody, with the values that may be told."""
    kleine_aantallen: Mapping[str, tuple[str, ...]]
    """By the id of a figure, the years of which the value is withheld: so few people that they
    could be known."""
    agenda: Mapping[str, Activiteit]
    """What is still to come, and what was not long ago."""
    wijken: Mapping[str, Wijk]
    vacatures: Mapping[str, Vacature]
    """Work that one can apply for today, what closes first first."""
    mededelingen: Mapping[str, Mededeling]
    """The notices of this day, by id, newest first."""
    meedoen: Mapping[str, Rol]
    """The ways to take part, in their own order."""
    vernieuwingen: Mapping[str, Vernieuwing]
    """What is new and may be told, the newest first."""
    waarderingen: Mapping[str, Waardering]
    """By the id of a service, its grades all together; not of one that few people graded."""
    berichten: Mapping[str, Bericht]
    """Posts that have appeared, by id, newest first."""
    paginas: Mapping[str, Pagina]
    is_anonymous: bool = False
    """Whether the organisation has yet to say who it is or how to reach it: then search engines are
    asked to stay away."""

    @property
    def good_until(self) -> date:
        """The last day on which others may show what they took today."""
        return self.on_date + GOOD_FOR


class KnownViews:
    """Public views that were made before, for who makes them again and again: a thing that is the
    same object has the same view."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Thing, BaseModel]] = {}
        self._used: dict[int, tuple[Thing, BaseModel]] = {}

    def begin(self) -> None:
        """From here on, what is not asked for again is forgotten."""
        self._known, self._used = self._used, {}

    def view(self, thing: Thing, class_: type[D]) -> D:
        """The public view of a thing."""
        kept = self._used.get(id(thing)) or self._known.get(id(thing))
        view = kept[1] if kept is not None and kept[0] is thing else public_view(thing, class_)
        self._used[id(thing)] = thing, view
        return cast("D", view)


def public_huis(
    huis: Huis,
    on_date: date,
    known: KnownViews | None = None,
    *,
    keep_start_texts: bool = False,
) -> PublicHuis:
    """Return what may be public of `huis` on the day `on_date`.

    Of a kind that needs no choice everything is public, in its public class, but for what still
    holds a start text; `keep_start_texts` shows these too, for who is filling them in. `known` are
    views that were made before.
    """
    known = known or KnownViews()
    known.begin()
    anonymous = is_anonymous(huis)
    huis = huis if keep_start_texts else filled_in(huis)
    present = {i: m for i, m in huis.medewerkers.items() if m.has_started(on_date)}
    gone = {i: m for i, m in present.items() if m.has_left(on_date)}
    diensten = {i: d for i, d in huis.diensten.items() if d.status != "gestopt"}
    verhalen = _told_verhalen(huis, on_date, present, diensten)
    cijfers, small = _public_cijfers(huis, on_date, verhalen)
    here = [m for i, m in present.items() if i not in gone]
    groups = sorted(huis.klantgroepen.values(), key=lambda k: (k.volgorde, k.naam))
    chosen: Mapping[str, Iterable[Thing]] = {
        "organisatie": [_open_organisatie(huis, on_date, here)],
        "klantgroepen": groups,
        "diensten": diensten.values(),
        "medewerkers": [_visible_medewerker(m, on_date, diensten) for m in here],
        "usps": [_proven_usp(u, on_date, verhalen, cijfers) for u in huis.usps.values()],
        "verhalen": verhalen.values(),
        "cijfers": cijfers.values(),
        "partners": [_running_partner(p, diensten) for p in huis.partners.values()],
        "agenda": [
            _running_activiteit(a, diensten, here)
            for a in huis.agenda.values()
            if not has_gone(a, on_date)
        ],
        "wijken": [_manned_wijk(w, here) for w in huis.wijken.values()],
        "vacatures": _open_vacatures(huis, on_date, here),
        "mededelingen": _notices_of(huis, on_date),
        "meedoen": _roles(huis, on_date, here),
        "vernieuwingen": _told_vernieuwingen(huis, on_date, diensten),
        "berichten": _appeared_berichten(huis, present, on_date),
    }
    held: dict[str, Any] = {}
    einden: dict[str, str] = {}
    for kind in KINDS:
        if kind.public:
            things = list(chosen.get(kind.name, things_of(huis, kind).values()))
            einden |= _near_ends(kind, things, on_date + GOOD_FOR)
            views = {thing.id: known.view(thing, kind.public[0]) for thing in things}
            held[kind.name] = next(iter(views.values())) if kind.is_single else views
    afscheiden = {i: _make_afscheid(m, huis, on_date) for i, m in gone.items()}
    farewells = _farewell_events(huis, held["agenda"].values(), on_date)
    return PublicHuis(
        on_date=on_date,
        is_anonymous=anonymous,
        afscheiden=afscheiden,
        neemt_over_van=_gathered(
            (gone.opvolger, id_)
            for id_, gone in afscheiden.items()
            if gone.opvolger is not None and is_introduced(huis.medewerkers[id_], on_date)
        ),
        afscheid_bij=_gathered(farewells),
        ter_ere_van=_gathered((event, id_) for id_, event in farewells if id_ in gone),
        waarderingen=waarderingen_of(huis, on_date),
        einden=einden,
        kleine_aantallen=small,
        **held,
    )


def _near_ends(kind: Kind, things: Iterable[Thing], last: date) -> Mapping[str, str]:
    """Until which day things and their parts may be shown, of those that end by the day `last` and
    whose public view has no room for that day: somebody leaves, a consent ends."""
    found: dict[str, str] = {}
    is_internal = kind.ends and kind.ends not in kind.public[0].model_fields
    for thing in things:
        ends: list[tuple[KeyPath, object]] = (
            [((), getattr(thing, kind.ends))] if is_internal else []
        )
        ends += [(path[:-2], _last_of(path, day)) for path, _, day in walk(thing, _ends_consent)]
        for path, day in ends:
            if isinstance(day, date) and day <= last:
                where = "/".join(map(str, (kind.name, thing.id, *path)))
                found[where] = min(found.get(where, "9999"), day.isoformat())
    return found


def _ends_consent(field: Field) -> bool:
    return issubclass(field.owner, Toestemming) and field.key in {"tot", "ingetrokken"}


def _last_of(path: KeyPath, day: date) -> date:
    """The last day of a consent: it holds through `tot`, and until the day before it is
    withdrawn."""
    return day - timedelta(days=1) if path[-1] == "ingetrokken" and day > date.min else day


def _told_verhalen(
    huis: Huis, on_date: date, started: Collection[str], diensten: Collection[str]
) -> Mapping[str, InternalVerhaal]:
    """The stories that may be told, newest first; each with what of it may be shown."""
    told = [v for v in huis.verhalen.values() if v.is_told(on_date) and v.datum <= on_date]
    told.sort(key=lambda v: (v.datum, v.id), reverse=True)
    return {v.id: _shown_verhaal(v, on_date, started, diensten) for v in told}


def _shown_verhaal(
    verhaal: InternalVerhaal, on_date: date, started: Collection[str], diensten: Collection[str]
) -> InternalVerhaal:
    """A story without the words or picture for which there is no consent."""
    allows = verhaal.toestemming.allows
    beeld = verhaal.beeld
    may_show = beeld is not None and (not beeld.herkenbaar or allows("foto", on_date))
    return _only(
        verhaal,
        citaat=verhaal.citaat if allows("citaat", on_date) else None,
        beeld=beeld if may_show else None,
        dienst=verhaal.dienst if verhaal.dienst in diensten else None,
        medewerkers=tuple(m for m in verhaal.medewerkers if m in started),
    )


def _public_cijfers(
    huis: Huis, on_date: date, verhalen: Mapping[str, InternalVerhaal]
) -> tuple[Mapping[str, InternalCijfer], Mapping[str, tuple[str, ...]]]:
    """The figures for everybody, and of each the years that are withheld."""
    shown: dict[str, InternalCijfer] = {}
    small: dict[str, tuple[str, ...]] = {}
    for id_, cijfer in huis.cijfers.items():
        if cijfer.zichtbaar != "publiek":
            continue
        told = tuple(v for v in cijfer.verhalen if v in verhalen)
        tellers = sum(verhalen[v].wie.count for v in told)
        past = {j: m for j, m in cijfer.reeks.jaren.items() if j <= on_date.year}
        few = [j for j, m in past.items() if cijfer.tells_too_few(m, tellers)]
        reeks = cijfer.reeks.only([j for j in past if j not in few])
        if reeks.known:
            shown[id_] = cijfer.model_copy(update={"reeks": reeks, "verhalen": told})
            if few:
                small[id_] = tuple(map(str, few))
    return shown, small


def _proven_usp(
    usp: InternalUsp, on_date: date, verhalen: Collection[str], cijfers: Collection[str]
) -> InternalUsp:
    """A promise with only the proof that may be shown."""
    proof = tuple(
        b
        for b in usp.bewijs
        if (b.verhaal is None or b.verhaal in verhalen)
        and (b.cijfer is None or b.cijfer in cijfers)
        and (b.toestemming is None or b.toestemming.allows("citaat", on_date))
    )
    return _only(usp, bewijs=proof)


def is_introduced(medewerker: InternalMedewerker, on_date: date) -> bool:
    """Whether somebody left so short ago that the one who took over is still new to clients."""
    last = medewerker.uit_dienst
    return last is not None and last < on_date <= last + INTRODUCED


def leaves_soon(medewerker: InternalMedewerker, on_date: date) -> bool:
    """Whether these are the last weeks of somebody who works here."""
    last = medewerker.uit_dienst
    return medewerker.is_present(on_date) and last is not None and last - on_date <= LAST_WEEKS


def _farewell_events(
    huis: Huis, shown: Iterable[Activiteit], on_date: date
) -> Sequence[tuple[str, str]]:
    """Who left or leaves soon, each with an event on a date to come that names them. What comes
    back every week is none: nobody took their name out of it."""
    found = []
    for event in shown:
        last = last_day(event.wanneer)
        if last is None or last < on_date or any(moment.dag for moment in event.wanneer):
            continue
        for id_ in huis.agenda[event.id].medewerkers:
            m = huis.medewerkers[id_]
            if m.has_left(on_date) or leaves_soon(m, on_date):
                found.append((id_, event.id))
    return found


def _gathered(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, value in pairs:
        found[key] = (*found.get(key, ()), value)
    return found


@dataclass(frozen=True, slots=True)
class Overdracht:
    """That one worker takes over from another, for what is handed out by hand."""

    opvolger: str
    """The id of who takes over."""
    id: str
    """The id of who leaves."""
    naam: str
    first_name: str
    is_gone: bool
    """Whether that has happened already."""


def overdrachten(huis: Huis, on_date: date) -> Sequence[Overdracht]:
    """Who takes over from whom around the day `on_date`: from the last weeks before somebody leaves
    until three months after. Of who leaves there is only the name."""
    found = []
    for m in huis.medewerkers.values():
        if leaves_soon(m, on_date) or is_introduced(m, on_date):
            opvolger = last_opvolger(m, huis, on_date)
            if opvolger is not None:
                gone = m.has_left(on_date)
                found.append(Overdracht(opvolger, m.id, m.naam, m.first_name, gone))
    return found


def _notices_of(huis: Huis, on_date: date) -> Sequence[Mededeling]:
    """The notices that stand on the site on a day."""
    shown = [m for m in huis.mededelingen.values() if m.is_shown(on_date)]
    return sorted(shown, key=lambda m: (m.van, m.id), reverse=True)


def _appeared_berichten(
    huis: Huis, started: Mapping[str, object], on_date: date
) -> Sequence[InternalBericht]:
    """The posts whose day has come. One by somebody who has yet to start waits for that day."""
    visible = [
        b
        for b in huis.berichten.values()
        if b.has_appeared(on_date) and all(a in started for a in b.auteur)
    ]
    return sorted(visible, key=lambda b: (b.datum, b.id), reverse=True)


def public_view(thing: BaseModel, class_: type[D]) -> D:
    """Return `thing` as its public class `class_`, with every part inside turned likewise."""
    public = _to_public(thing)
    if type(public) is not class_:
        raise TypeError(f"{type(public).__name__} is not {class_.__name__}")
    return public


def _to_public(part: BaseModel) -> BaseModel:
    class_ = public_class(type(part))
    groups = {field.name: field for field in _fields_with_groups(type(part))}
    if class_ is type(part) and not groups:
        return part
    values = {name: getattr(part, name) for name in class_.model_fields}
    for name in values.keys() & groups.keys():
        values[name] = _without_internals(values[name], groups[name])
    return class_.model_construct(**values)


def _without_internals(value: Any, field: Field) -> Any:
    """What a field with groups holds, wherever they are in it, each as its public side."""
    if isinstance(value, tuple):
        return tuple(_without_internals(item, field) for item in value)
    if isinstance(value, BaseModel):
        return _to_public(value)
    if isinstance(value, Mapping):
        return {name: _without_internals(item, field.fields[0]) for name, item in value.items()}
    return value


@cache
def _fields_with_groups(class_: type[BaseModel]) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(class_) if field.group is not None)


@cache
def public_class(class_: type[BaseModel]) -> type[BaseModel]:
    """The nearest class above `class_` that is not internal. Raises TypeError without one."""
    for base in class_.__mro__:
        if not issubclass(base, BaseModel) or issubclass(base, Internal):
            continue
        if base.model_fields:
            return base
    raise TypeError(f"{class_.__name__} has no public side")


def _visible_medewerker(
    medewerker: InternalMedewerker, on_date: date, diensten: Mapping[str, Dienst]
) -> InternalMedewerker:
    """A worker without a portrait or recommendation whose consent does not hold on `on_date`."""
    portret = medewerker.portret
    allowed = portret is not None and portret.toestemming.allows("foto", on_date)
    aanbevelingen = tuple(
        a
        for a in medewerker.aanbevelingen
        if a.toestemming is not None and a.toestemming.allows("citaat", on_date)
    )
    running = tuple(d for d in medewerker.diensten if d in diensten)
    if (portret is None or allowed) and (aanbevelingen, running) == (
        medewerker.aanbevelingen,
        medewerker.diensten,
    ):
        return medewerker
    return medewerker.model_copy(
        update={
            "portret": portret if allowed else None,
            "aanbevelingen": aanbevelingen,
            "diensten": running,
        }
    )


def _running_partner(partner: InternalPartner, diensten: Mapping[str, Dienst]) -> InternalPartner:
    """A partner that does only services that run."""
    running = tuple(d for d in partner.diensten if d in diensten)
    if running == partner.diensten:
        return partner
    return partner.model_copy(update={"diensten": running})


def _running_activiteit(
    activiteit: Activiteit, diensten: Mapping[str, Dienst], here: Sequence[InternalMedewerker]
) -> Activiteit:
    """An event with only the services that run and the workers who work here."""
    return _only(
        activiteit,
        diensten=tuple(d for d in activiteit.diensten if d in diensten),
        medewerkers=_those_here(activiteit.medewerkers, here),
    )


def _manned_wijk(wijk: Wijk, here: Sequence[InternalMedewerker]) -> Wijk:
    """A neighbourhood with only the workers who work here."""
    return _only(wijk, medewerkers=_those_here(wijk.medewerkers, here))


def _open_vacatures(
    huis: Huis, on_date: date, here: Sequence[InternalMedewerker]
) -> Sequence[Vacature]:
    """The vacancies that are open, each with a contact who works here: who left has handed it to
    the successor, if to anybody."""
    found = [v for v in huis.vacatures.values() if v.is_open(on_date)]
    found.sort(key=lambda v: (v.sluit_op, v.naam))
    present = {m.id for m in here}
    return [_only(v, contact=_contact_here(v.contact, huis, on_date, present)) for v in found]


def _open_organisatie(
    huis: Huis, on_date: date, here: Sequence[InternalMedewerker]
) -> InternalOrganisatie:
    """The organisation without the names that may not be published, and with somebody for the
    press who works here."""
    organisatie = huis.organisatie
    over_ons = organisatie.over_ons
    if over_ons is None:
        return organisatie
    present = {m.id for m in here}
    shown = _only(
        over_ons,
        bestuur=_with_shown_names(over_ons.bestuur),
        toezicht=_with_shown_names(over_ons.toezicht),
        pers=_contact_here(over_ons.pers, huis, on_date, present),
    )
    return _only(organisatie, over_ons=shown)


def _with_shown_names(people: Sequence[Bestuurder]) -> tuple[Bestuurder, ...]:
    return tuple(_only(person, naam=person.shown_name) for person in people)


def _contact_here(
    id_: str | None, huis: Huis, on_date: date, present: Collection[str]
) -> str | None:
    if id_ is None or id_ in present:
        return id_
    medewerker = huis.medewerkers.get(id_)
    return last_opvolger(medewerker, huis, on_date) if medewerker is not None else None


def _roles(huis: Huis, on_date: date, here: Sequence[InternalMedewerker]) -> Sequence[InternalRol]:
    """The ways to take part, each with a contact who works here."""
    present = {m.id for m in here}
    found = sorted(huis.meedoen.values(), key=lambda r: (r.volgorde, r.naam))
    return [_only(r, contact=_contact_here(r.contact, huis, on_date, present)) for r in found]


def _told_vernieuwingen(
    huis: Huis, on_date: date, diensten: Mapping[str, Dienst]
) -> Sequence[InternalVernieuwing]:
    """The innovations that may be told, each with only the services that run."""
    found = [v for v in huis.vernieuwingen.values() if v.is_public(on_date)]
    found.sort(key=lambda v: v.naam)
    found.sort(key=lambda v: v.begonnen or date.min, reverse=True)
    return [_only(v, diensten=tuple(d for d in v.diensten if d in diensten)) for v in found]


def waarderingen_of(huis: Huis, on_date: date) -> Mapping[str, Waardering]:
    """What may be known of the grades of each service that runs: of those of the last year, and
    only of what enough people graded."""
    diensten = {i for i, d in huis.diensten.items() if d.status != "gestopt"}
    given: dict[str, list[Rapportcijfer]] = {}
    days: dict[str, list[date]] = {}
    for stem in huis.klantstem.values():
        if not stem.periode.van <= on_date <= stem.periode.tot + HEARD:
            continue
        for cijfer in stem.cijfers:
            if cijfer.dienst in diensten and cijfer.datum <= on_date:
                given.setdefault(cijfer.dienst, []).append(cijfer)
                days.setdefault(cijfer.dienst, []).extend((stem.periode.van, stem.periode.tot))
    return {
        id_: weigh((c.cijfer for c in given[id_]), min(days[id_]), min(max(days[id_]), on_date))
        for id_ in sorted(given)
        if len(given[id_]) >= FEWEST
    }


def _those_here(ids: Sequence[str], here: Sequence[InternalMedewerker]) -> tuple[str, ...]:
    present = {m.id for m in here}
    return tuple(id_ for id_ in ids if id_ in present)


def _only(thing: D, **values: Any) -> D:
    """A thing with other values; itself when they are the same."""
    if all(getattr(thing, name) == value for name, value in values.items()):
        return thing
    return thing.model_copy(update=values)


def _make_afscheid(medewerker: InternalMedewerker, huis: Huis, on_date: date) -> Afscheid:
    return Afscheid.model_construct(
        **{n: getattr(medewerker, n) for n in Afscheid.model_fields if n != "opvolger"},
        opvolger=last_opvolger(medewerker, huis, on_date),
    )


def last_opvolger(medewerker: InternalMedewerker, huis: Huis, on_date: date) -> str | None:
    """The end of the chain of successors who work here on `on_date`; None when there is nobody."""
    seen = {medewerker.id}
    next_ = medewerker.opvolger
    while next_ is not None and next_ not in seen:
        seen.add(next_)
        opvolger = huis.medewerkers[next_]
        if opvolger.has_started(on_date) and not opvolger.has_left(on_date):
            return next_
        next_ = opvolger.opvolger
    return None
