"""Ways to make a long list short: by place, group, language or subject; without a script.

A choice is a radio button; the style sheet hides the rows that do not fit (`choices`).
A browser that does not know `:has()` shows every row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..edition import PublicHuis
from ..huis import Activiteit, Dienst, Locatie, Medewerker
from ..huis.dates import WEEKDAYS
from ..search import fold
from .builder import PageBuilder
from .choices import MOST_CHOICES, FacetKey
from .week import Happening, Something

LONG = 13
"""A shorter list needs no choices."""
WITH_SUBJECTS = 40
"""So many services are also chosen by subject; with fewer, groups and places are enough."""
LETTER_OF_OTHERS = "#"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question about a list."""

    name: str
    count: int
    """How many rows fit."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A question about a list, with its answers, and which of them each row fits."""

    key: FacetKey
    """The name of its radio buttons, and of its words."""
    choices: Sequence[Choice]
    rows: Mapping[str, Sequence[int]]
    """Of each row, by id, the numbers of the answers that it fits; the first is 1."""


def people_facets(builder: PageBuilder, people: Sequence[Medewerker]) -> list[Facet]:
    """The choices among people; none for a short list."""
    if len(people) < LONG:
        return []
    huis = builder.huis
    doors = {k.id: k.naam for k in huis.klantgroepen.values()}
    return _with_choices(
        _facet("plaats", {p.id: _places(builder, p) for p in people}),
        _facet("groep", {p.id: _groups_of(builder, p, doors) for p in people}, doors.values()),
        _facet("taal", {p.id: list(p.talen) for p in people}),
    )


def dienst_facets(builder: PageBuilder, diensten: Sequence[Dienst]) -> list[Facet]:
    """The choices among services; none for a short list."""
    if len(diensten) < LONG:
        return []
    huis, groups = builder.huis, builder.relations.klantgroepen_of_dienst
    doors = {k.id: k.naam for k in huis.klantgroepen.values()}
    subjects = {d.id: [huis.behoeften[b].naam for b in d.behoeften] for d in diensten}
    return _with_choices(
        _facet("groep", {d.id: [doors[k] for k in groups[d.id]] for d in diensten}, doors.values()),
        _facet("plaats", {d.id: _towns(huis.locaties[p] for p in d.waar) for d in diensten}),
        _facet("onderwerp", subjects if len(diensten) >= WITH_SUBJECTS else {}),
    )


def behoefte_facets(builder: PageBuilder) -> list[Facet]:
    """The choices among needs, which stand under each of their groups: of which group; none for a
    short list."""
    huis = builder.huis
    if len(huis.behoeften) < LONG:
        return []
    needs = builder.relations.behoeften_of_klantgroep
    doors = {k.id: k.naam for k in huis.klantgroepen.values() if needs[k.id]}
    fits = {f"{k} {b.id}": [name] for k, name in doors.items() for b in needs[k]}
    return _with_choices(_facet("groep", fits, doors.values()))


def happening_facets(
    builder: PageBuilder, rows: Mapping[str, tuple[date, Happening]]
) -> list[Facet]:
    """The choices among times in a week: on which day, where, for whom, about what; none for a
    short list."""
    if len(rows) < LONG:
        return []
    huis = builder.huis
    names = {k.id: k.naam for k in huis.klantgroepen.values()}
    groups = {id_: _groups_at(builder, row.thing, names) for id_, (_, row) in rows.items()}
    places = {
        id_: _towns([huis.locaties[row.place]]) if row.place else []
        for id_, (_, row) in rows.items()
    }
    subjects = {id_: _subjects_at(builder, row.thing) for id_, (_, row) in rows.items()}
    days = {id_: [WEEKDAYS[day.weekday()]] for id_, (day, _) in rows.items()}
    return _with_choices(
        _facet("dag", days, dict.fromkeys(day[0] for day in days.values())),
        _facet("plaats", places),
        _facet("groep", groups, names.values()),
        _facet("onderwerp", subjects if len(rows) >= WITH_SUBJECTS else {}),
    )


def _groups_at(
    builder: PageBuilder, thing: Something | Medewerker, names: Mapping[str, str]
) -> list[str]:
    if isinstance(thing, Medewerker):
        return _groups_of(builder, thing, names)
    if isinstance(thing, Dienst):
        return [names[k] for k in builder.relations.klantgroepen_of_dienst[thing.id]]
    own = thing.klantgroepen or _merged(
        builder.relations.klantgroepen_of_dienst[d] for d in thing.diensten
    )
    return [names[k] for k in own or names]


def _subjects_at(builder: PageBuilder, thing: Something | Medewerker) -> list[str]:
    needs = builder.huis.behoeften
    if isinstance(thing, Activiteit):
        services = [builder.huis.diensten[d] for d in thing.diensten]
        return [needs[b].naam for b in _merged(d.behoeften for d in services)]
    return [needs[b].naam for b in thing.behoeften]


def _merged(rows: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(id_ for row in rows for id_ in row))


def count_answers(huis: PublicHuis) -> dict[FacetKey, int]:
    """How many answers each question can have in a house; none where no list is long."""
    has_week = bool(huis.agenda) or any(dienst.wanneer for dienst in huis.diensten.values())
    is_long = max(len(huis.medewerkers), len(huis.diensten), len(huis.behoeften)) >= LONG
    if not has_week and not is_long:
        return {}
    return {
        "dag": len(WEEKDAYS) if has_week else 0,
        "plaats": len(_towns(huis.locaties.values())),
        "groep": len(huis.klantgroepen),
        "taal": len({talk for person in huis.medewerkers.values() for talk in person.talen}),
        "onderwerp": len(huis.behoeften) if _has_subjects(huis) else 0,
    }


def _has_subjects(huis: PublicHuis) -> bool:
    """Whether some list is so long that subjects are asked for; a week has more rows than
    services."""
    return 2 * (len(huis.diensten) + len(huis.agenda)) >= WITH_SUBJECTS


def letters_of(people: Iterable[Medewerker]) -> Mapping[str, str]:
    """Of each letter with which a name begins, the id of the first that does."""
    found: dict[str, str] = {}
    for person in people:
        first = fold(person.naam)[:1].upper()
        found.setdefault(first if first.isalpha() else LETTER_OF_OTHERS, person.id)
    return dict(sorted(found.items()))


def place_of(builder: PageBuilder, person: Medewerker) -> str:
    """Where a worker is first to be met: the town, else the place in words."""
    return next(iter(_places(builder, person)), "")


def _places(builder: PageBuilder, person: Medewerker) -> list[str]:
    locaties = builder.huis.locaties
    return _towns(locaties[meeting.locatie] for meeting in person.te_vinden if meeting.locatie)


def _towns(locaties: Iterable[Locatie]) -> list[str]:
    """The towns of places; the name of a place without an address."""
    return list(dict.fromkeys(p.adres.plaats if p.adres else p.naam for p in locaties))


def _groups_of(builder: PageBuilder, person: Medewerker, doors: Mapping[str, str]) -> list[str]:
    """The groups whose face somebody is, and those whose needs he helps with."""
    needs = [builder.huis.behoeften[id_] for id_ in person.behoeften]
    ids = [*person.boegbeeld_van, *(id_ for need in needs for id_ in need.klantgroepen)]
    return [doors[id_] for id_ in dict.fromkeys(ids) if id_ in doors]


def _facet(key: FacetKey, fits: Mapping[str, Sequence[str]], order: Iterable[str] = ()) -> Facet:
    """A question, of which `fits` tells the answers by row; `order` is that of the answers, else
    the most usual first."""
    counts = Counter(answer for answers in fits.values() for answer in answers)
    names = [n for n in order if n in counts] or sorted(counts, key=lambda n: (-counts[n], fold(n)))
    names = names[:MOST_CHOICES]
    number = {name: n for n, name in enumerate(names, 1)}
    rows = {id_: [number[a] for a in answers if a in number] for id_, answers in fits.items()}
    return Facet(key, [Choice(name, counts[name]) for name in names], rows)


def _with_choices(*facets: Facet) -> list[Facet]:
    """Those that have something to choose."""
    return [facet for facet in facets if len(facet.choices) > 1]
