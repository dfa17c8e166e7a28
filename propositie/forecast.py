"""Looking ahead: what appears on the site, and what disappears, between two days.

Nothing is predicted by rules of its own: the public house of each day on which something may
change is compared with that of the day before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .checks.rule import date_in_words
from .edition import PublicHuis, public_huis
from .finding import github_text
from .huis import Huis
from .huis.walk import is_date, walk

FORECAST = "vooruitblik"
"""How a change to come is told from a finding."""

Fact = tuple[str, ...]
"""Something that the public can see on a day: what kind of thing, and of whom or what."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changes on the site on a day, as a Dutch sentence."""

    day: date
    message: str

    def as_text(self) -> str:
        """A line at a terminal."""
        return f"  {date_in_words(self.day)}: {self.message}"

    def as_github(self) -> str:
        """A workflow command that GitHub shows as an annotation."""
        text = github_text(f"{date_in_words(self.day)}: {self.message}")
        return f"::notice title={FORECAST}::{text}"

    def as_row(self) -> Mapping[str, object]:
        """An object among the findings as JSON, told from them by its `ernst` and its `datum`."""
        return {
            "code": FORECAST, "ernst": FORECAST, "bericht": self.message, "plaats": None,
            "datum": self.day.isoformat(),
        }  # fmt: skip


def forecast(huis: Huis, start: date, until: date) -> list[Change]:
    """What changes after the day `start`, up to and including `until`, in the order of the days."""
    result: list[Change] = []
    previous = public_huis(huis, start)
    for day in sorted(d for d in turning_days(huis) if start < d <= until):
        current = public_huis(huis, day)
        result += (Change(day, sentence) for sentence in differences(previous, current))
        previous = current
    return result


def turning_days(huis: Huis) -> set[date]:
    """Every day on which something may change: each date of a worker or post, and the day after
    it, for some dates count as the first day and others as the last."""
    things = (*huis.medewerkers.values(), *huis.berichten.values())
    dates = {day for thing in things for _, _, day in walk(thing, is_date)}
    after = {d + timedelta(days=1) for d in dates if d < date.max}
    return dates | after


def differences(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Sentences for what the public sees in `after` and not in `before`, or the other way round."""
    yield from _page_changes(before, after)
    yield from _opvolgers(before, after)
    yield from _people_changes(before, after)
    for id_ in before.berichten.keys() - after.berichten.keys():
        yield f"Het stuk “{before.berichten[id_].titel}” verdwijnt."
    for id_, bericht in after.berichten.items():
        if id_ not in before.berichten:
            yield f"Het stuk “{bericht.titel}” verschijnt."
    yield from _boegbeeld_changes(before, after)


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
            start = a.citaat if len(a.citaat) <= 40 else f"{a.citaat[:39].rstrip()}…"
            result[id_, f"De aanbeveling “{start}” ({a.door}) bij {m.first_name}"] = None
    return result


def _boegbeeld_changes(before: PublicHuis, after: PublicHuis) -> Iterator[str]:
    """Client groups that lose their last figurehead, or get one."""
    represented_before, represented_after = _represented(before), _represented(after)
    for id_, group in after.klantgroepen.items():
        if id_ in represented_before and id_ not in represented_after:
            yield f"De klantgroep “{group.naam}” heeft geen boegbeeld meer; die plek staat open."
        elif id_ not in represented_before and id_ in represented_after:
            yield f"De klantgroep “{group.naam}” heeft weer een boegbeeld."


def _represented(huis: PublicHuis) -> set[str]:
    return {k for m in huis.medewerkers.values() for k in m.boegbeeld_van}
