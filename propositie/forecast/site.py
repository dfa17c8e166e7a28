"""Who and which posts appear on the site, and disappear, between two days.

Nothing is predicted by rules of its own: on each day on which something may change, the public
view of whoever that day touches is compared with the view of them the day before. What a day costs
depends on how many it touches, not on how large the house is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Any

from ..dutch import date_in_words
from ..edition import PublicHuis, public_huis
from ..huis import Huis
from ..huis.start_text import filled_in
from ..huis.walk import is_date, walk
from .dated import Ahead, Dated, source

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
"""A link in Markdown, of which the words are said."""

Fact = tuple[str, ...]
"""Something that the public can see on a day: what kind of thing, and of whom or what."""


@source
def people_and_posts(ahead: Ahead) -> Iterator[Dated]:
    """What changes in who and which posts are there, after the first day."""
    huis, start, until = filled_in(ahead.huis), ahead.start, ahead.until
    calendar = _Calendar(huis)
    represented = _represented(public_huis(huis, start, keep_start_texts=True))
    for day in sorted(d for d in calendar.days if start < d <= until):
        part = calendar.touched_on(day)
        before, after = (
            public_huis(part, d, keep_start_texts=True) for d in (day - timedelta(days=1), day)
        )
        yield from (Dated(day, sentence, on_site=True) for sentence in differences(before, after))
        change = _represented(after)
        change.subtract(_represented(before))
        faces = _boegbeeld_changes(huis, represented, change)
        yield from (Dated(day, sentence, on_site=True) for sentence in faces)
        represented.update(change)


@dataclass(frozen=True, slots=True)
class _Touched:
    """The ids of what a day may change."""

    medewerkers: set[str] = field(default_factory=set)
    mededelingen: set[str] = field(default_factory=set)
    vacatures: set[str] = field(default_factory=set)
    verhalen: set[str] = field(default_factory=set)
    berichten: set[str] = field(default_factory=set)


class _Calendar:
    """Which things each day may change: those with a date on it or on the day
    before, for some dates count as the first day and others as the last."""

    def __init__(self, huis: Huis) -> None:
        self._huis = huis
        self._order = {id_: number for number, id_ in enumerate(huis.medewerkers)}
        self._predecessors: dict[str, list[str]] = defaultdict(list)
        self._written: dict[str, list[str]] = defaultdict(list)
        self.days: dict[date, _Touched] = defaultdict(_Touched)
        for id_, m in huis.medewerkers.items():
            if m.opvolger is not None:
                self._predecessors[m.opvolger].append(id_)
            for day in _with_next_day(day for _, _, day in walk(m, is_date)):
                self.days[day].medewerkers.add(id_)
        for id_, bericht in huis.berichten.items():
            for auteur in bericht.auteur:
                self._written[auteur].append(id_)
            for day in _with_next_day([bericht.datum]):
                self.days[day].berichten.add(id_)
        for id_, vacature in huis.vacatures.items():
            for day in _with_next_day(filter(None, (vacature.sinds, vacature.sluit_op))):
                self.days[day].vacatures.add(id_)
        for id_, verhaal in huis.verhalen.items():
            for day in _with_next_day(day for _, _, day in walk(verhaal, is_date)):
                self.days[day].verhalen.add(id_)
        for id_, mededeling in huis.mededelingen.items():
            for day in _with_next_day([mededeling.van, mededeling.tot]):
                self.days[day].mededelingen.add(id_)

    def touched_on(self, day: date) -> Huis:
        """The house with only what may change on `day`, and the people that are told of along with
        it: successors, predecessors, co-authors."""
        medewerkers, berichten = self._huis.medewerkers, self._huis.berichten
        touched = self.days[day]
        dated, texts = touched.medewerkers, touched.berichten
        texts = texts | {text for id_ in dated for text in self._written[id_]}
        people = self._with_predecessors(dated)
        people |= {auteur for text in texts for auteur in berichten[text].auteur}
        for id_ in list(people):
            next_ = medewerkers[id_].opvolger
            while next_ is not None and next_ not in people:
                people.add(next_)
                next_ = medewerkers[next_].opvolger
        nothing: dict[str, Any] = {
            f.name: {} for f in fields(Huis) if isinstance(getattr(self._huis, f.name), Mapping)
        }
        shown = {id_: medewerkers[id_] for id_ in sorted(people, key=self._order.__getitem__)}
        part = {
            "medewerkers": shown,
            "mededelingen": {i: self._huis.mededelingen[i] for i in sorted(touched.mededelingen)},
            "vacatures": {i: self._huis.vacatures[i] for i in sorted(touched.vacatures)},
            "verhalen": {i: self._huis.verhalen[i] for i in sorted(touched.verhalen)},
            "berichten": {id_: berichten[id_] for id_ in sorted(texts)},
        }
        return replace(self._huis, **{**nothing, **part})

    def _with_predecessors(self, ids: set[str]) -> set[str]:
        """These workers, and everybody whose chain of successors comes past one of them."""
        found, waiting = set(ids), list(ids)
        while waiting:
            new = [p for p in self._predecessors[waiting.pop()] if p not in found]
            found.update(new)
            waiting += new
        return found


def _with_next_day(dates: Iterable[date]) -> set[date]:
    found = set(dates)
    return found | {d + timedelta(days=1) for d in found if d < date.max}


def differences(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Sentences for what the public sees in `after` and not in `before`, or the other way round."""
    yield from _page_changes(before, after)
    yield from _opvolgers(before, after)
    yield from _people_changes(before, after)
    yield from _notices(before, after)
    yield from _stories(before, after)
    for id_ in before.berichten.keys() - after.berichten.keys():
        yield f"Het stuk “{before.berichten[id_].titel}” verdwijnt."
    for id_, bericht in after.berichten.items():
        if id_ not in before.berichten:
            yield f"Het stuk “{bericht.titel}” verschijnt."
    for id_ in sorted(before.vacatures.keys() - after.vacatures.keys()):
        yield f"De vacature “{before.vacatures[id_].naam}” sluit, en verdwijnt."
    for id_, vacature in after.vacatures.items():
        if id_ not in before.vacatures:
            yield f"De vacature “{vacature.naam}” verschijnt."


def _stories(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Stories that may be told, and that no longer may."""
    for id_ in sorted(before.verhalen.keys() - after.verhalen.keys()):
        yield f"Het verhaal “{before.verhalen[id_].titel}” verdwijnt."
    for id_, verhaal in after.verhalen.items():
        if id_ not in before.verhalen:
            yield f"Het verhaal “{verhaal.titel}” verschijnt."


def _notices(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Notices that come and go."""
    for id_ in sorted(before.mededelingen.keys() - after.mededelingen.keys()):
        yield f"De mededeling “{_begin(before.mededelingen[id_].tekst)}” verdwijnt."
    for id_, mededeling in sorted(after.mededelingen.items()):
        if id_ not in before.mededelingen:
            until = date_in_words(mededeling.tot)
            yield f"De mededeling “{_begin(mededeling.tekst)}” verschijnt, tot en met {until}."


def _begin(text: str) -> str:
    """How a text begins, where all of it would be too much."""
    words = " ".join(_LINK.sub(r"\1", text).split())
    return words if len(words) <= 40 else f"{words[:39].rstrip()}…"


def _page_changes(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Workers whose page comes, goes, or becomes a farewell."""
    for id_, m in after.medewerkers.items():
        if id_ in before.afscheiden:
            yield f"De pagina van {m.first_name} is geen afscheid meer."
        elif id_ not in before.medewerkers:
            portret = ", met portret" if m.portret else ", zonder portret"
            yield f"De pagina van {m.first_name} verschijnt{portret}."
    for id_, gone in after.afscheiden.items():
        if id_ not in before.afscheiden:
            target = after.medewerkers[gone.opvolger].first_name if gone.opvolger else None
            ending = f"en wijst door naar {target}" if target else "zonder opvolger"
            if id_ in before.medewerkers:
                yield (
                    f"De pagina van {gone.first_name} wordt een afscheid, {ending}; "
                    "portret, nummers en visitekaart verdwijnen."
                )
            else:
                yield f"Het afscheid van {gone.first_name} verschijnt, {ending}."
    for id_ in before.medewerkers.keys() - after.medewerkers.keys() - after.afscheiden.keys():
        yield f"De pagina van {before.medewerkers[id_].first_name} verdwijnt."


def _opvolgers(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Farewells that lead to somebody else than before."""
    for id_, gone in after.afscheiden.items():
        old = before.afscheiden.get(id_)
        if old is None or old.opvolger == gone.opvolger:
            continue
        if gone.opvolger is None:
            yield f"Het afscheid van {gone.first_name} wijst naar niemand meer door."
        else:
            target = after.medewerkers[gone.opvolger].first_name
            yield f"Het afscheid van {gone.first_name} wijst voortaan door naar {target}."


def _people_changes(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Portraits and recommendations of who works here before and after."""
    old, new = _shown(before), _shown(after)
    staying = before.medewerkers.keys() & after.medewerkers.keys()
    for fact in old | new:  # the order of the house
        if fact[0] not in staying or (fact in old) == (fact in new):
            continue
        verb = "verschijnt" if fact in new else "verdwijnt"
        yield f"{fact[1]} {verb}."


def _shown(huis: PublicHuis) -> dict[Fact, None]:
    result: dict[Fact, None] = {}
    for id_, m in huis.medewerkers.items():
        if m.portret is not None:
            result[id_, f"Het portret van {m.first_name}"] = None
        for a in m.aanbevelingen:
            result[id_, f"De aanbeveling “{_begin(a.citaat)}” ({a.door}) bij {m.first_name}"] = None
    return result


def _boegbeeld_changes(
    huis: Huis, represented: Mapping[str, int], change: Mapping[str, int]
) -> Iterator[str]:
    """Client groups that lose their last figurehead, or get one."""
    groups = (huis.klantgroepen[id_] for id_, number in change.items() if number)
    for group in sorted(groups, key=lambda g: (g.volgorde, g.naam)):
        before = represented.get(group.id, 0)
        if before and not before + change[group.id]:
            yield f"De klantgroep “{group.naam}” heeft geen boegbeeld meer; die plek staat open."
        elif not before and change[group.id]:
            yield f"De klantgroep “{group.naam}” heeft weer een boegbeeld."


def _represented(huis: PublicHuis) -> Counter[str]:
    """How many figureheads each client group has."""
    return Counter(k for m in huis.medewerkers.values() for k in m.boegbeeld_van)
