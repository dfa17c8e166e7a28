"""Looking ahead: what appears on the site, and what disappears, between two days.

Nothing is predicted by rules of its own: the public house of each day on which something may
change is compared with that of the day before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel

from .bevinding import github_tekst
from .editie import PubliekHuis, publiek_huis
from .huis import BerichtIntern, Huis
from .keuring.regel import op_schrift

VOORUITBLIK = "vooruitblik"
"""How a change to come is told from a finding."""

Feit = tuple[str, ...]
"""Something that the public can see on a day: what kind of thing, and of whom or what."""


@dataclass(frozen=True, slots=True)
class Verandering:
    """What changes on the site on a day, as a Dutch sentence."""

    datum: date
    bericht: str

    def als_tekst(self) -> str:
        """A line at a terminal."""
        return f"  {op_schrift(self.datum)}: {self.bericht}"

    def als_github(self) -> str:
        """A workflow command that GitHub shows as an annotation."""
        tekst = github_tekst(f"{op_schrift(self.datum)}: {self.bericht}")
        return f"::notice title={VOORUITBLIK}::{tekst}"

    def als_rij(self) -> Mapping[str, object]:
        """An object among the findings as JSON, told from them by its `ernst` and its `datum`."""
        return {
            "code": VOORUITBLIK, "ernst": VOORUITBLIK, "bericht": self.bericht, "plaats": None,
            "datum": self.datum.isoformat(),
        }  # fmt: skip


def vooruitblik(
    huis: Huis, van: date, tot: date, berichten: Mapping[str, BerichtIntern] | None = None
) -> list[Verandering]:
    """What changes after the day `van`, up to and including `tot`, in the order of the days."""
    stukken = berichten or {}
    uit: list[Verandering] = []
    vorige = publiek_huis(huis, van, stukken)
    for dag in sorted(d for d in keerdagen(huis, stukken) if van < d <= tot):
        nu = publiek_huis(huis, dag, stukken)
        uit += (Verandering(dag, zin) for zin in verschillen(vorige, nu))
        vorige = nu
    return uit


def keerdagen(huis: Huis, berichten: Mapping[str, BerichtIntern]) -> set[date]:
    """Every day on which something may change: each date of a worker or post, and the day after
    it, for some dates count as the first day and others as the last."""
    data = {d for m in huis.medewerkers.values() for d in _data(m)}
    data |= {b.datum for b in berichten.values()}
    na = {d + timedelta(days=1) for d in data if d < date.max}
    return data | na


def _data(waarde: object) -> Iterator[date]:
    if isinstance(waarde, date):
        yield waarde
    elif isinstance(waarde, BaseModel):
        for naam in type(waarde).model_fields:
            yield from _data(getattr(waarde, naam))
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _data(deel)


def verschillen(voor: PubliekHuis, na: PubliekHuis) -> Iterator[str]:
    """Sentences for what the public sees in `na` and not in `voor`, or the other way round."""
    yield from _paginas(voor, na)
    yield from _opvolgers(voor, na)
    yield from _van_mensen(voor, na)
    for id_ in voor.berichten.keys() - na.berichten.keys():
        yield f"Het stuk “{voor.berichten[id_].titel}” verdwijnt."
    for id_, stuk in na.berichten.items():
        if id_ not in voor.berichten:
            yield f"Het stuk “{stuk.titel}” verschijnt."
    yield from _boegbeelden(voor, na)


def _paginas(voor: PubliekHuis, na: PubliekHuis) -> Iterator[str]:
    """Workers whose page comes, goes, or becomes a farewell."""
    for id_, m in na.medewerkers.items():
        if id_ in voor.afscheiden:
            yield f"De pagina van {m.voornaam} is geen afscheid meer."
        elif id_ not in voor.medewerkers:
            portret = ", met portret" if m.portret else ", zonder portret"
            yield f"De pagina van {m.voornaam} verschijnt{portret}."
    for id_, weg in na.afscheiden.items():
        if id_ not in voor.afscheiden:
            heen = na.medewerkers[weg.opvolger].voornaam if weg.opvolger else None
            slot = f"en wijst door naar {heen}" if heen else "zonder opvolger"
            if id_ in voor.medewerkers:
                yield (
                    f"De pagina van {weg.voornaam} wordt een afscheid, {slot}; "
                    "portret, nummers en visitekaart verdwijnen."
                )
            else:
                yield f"Het afscheid van {weg.voornaam} verschijnt, {slot}."
    for id_ in voor.medewerkers.keys() - na.medewerkers.keys() - na.afscheiden.keys():
        yield f"De pagina van {voor.medewerkers[id_].voornaam} verdwijnt."


def _opvolgers(voor: PubliekHuis, na: PubliekHuis) -> Iterator[str]:
    """Farewells that lead to somebody else than before."""
    for id_, weg in na.afscheiden.items():
        oud = voor.afscheiden.get(id_)
        if oud is None or oud.opvolger == weg.opvolger:
            continue
        if weg.opvolger is None:
            yield f"Het afscheid van {weg.voornaam} wijst naar niemand meer door."
        else:
            heen = na.medewerkers[weg.opvolger].voornaam
            yield f"Het afscheid van {weg.voornaam} wijst voortaan door naar {heen}."


def _van_mensen(voor: PubliekHuis, na: PubliekHuis) -> Iterator[str]:
    """Portraits and recommendations of who works here before and after."""
    oud, nieuw = _getoond(voor), _getoond(na)
    blijvers = voor.medewerkers.keys() & na.medewerkers.keys()
    for feit in oud | nieuw:  # the order of the house
        if feit[0] not in blijvers or (feit in oud) == (feit in nieuw):
            continue
        werkwoord = "verschijnt" if feit in nieuw else "verdwijnt"
        yield f"{feit[1]} {werkwoord}."


def _getoond(huis: PubliekHuis) -> dict[Feit, None]:
    uit: dict[Feit, None] = {}
    for id_, m in huis.medewerkers.items():
        if m.portret is not None:
            uit[id_, f"Het portret van {m.voornaam}"] = None
        for a in m.aanbevelingen:
            begin = a.citaat if len(a.citaat) <= 40 else f"{a.citaat[:39].rstrip()}…"
            uit[id_, f"De aanbeveling “{begin}” ({a.door}) bij {m.voornaam}"] = None
    return uit


def _boegbeelden(voor: PubliekHuis, na: PubliekHuis) -> Iterator[str]:
    """Client groups that lose their last figurehead, or get one."""
    bezet_voor, bezet_na = _bezet(voor), _bezet(na)
    for id_, groep in na.klantgroepen.items():
        if id_ in bezet_voor and id_ not in bezet_na:
            yield f"De klantgroep “{groep.naam}” heeft geen boegbeeld meer; die plek staat open."
        elif id_ not in bezet_voor and id_ in bezet_na:
            yield f"De klantgroep “{groep.naam}” heeft weer een boegbeeld."


def _bezet(huis: PubliekHuis) -> set[str]:
    return {k for m in huis.medewerkers.values() for k in m.boegbeeld_van}
