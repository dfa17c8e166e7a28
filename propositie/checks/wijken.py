"""Neighbourhoods: one for each postcode, with somebody who works there and can be met there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..finding import Severity
from ..huis import InternalMedewerker, Wijk
from ..huis.wijken import shared_area
from .rule import Hit, RuleContext, rule


@rule(
    "K08",
    Severity.WARNING,
    "Een postcode hoort bij één wijk",
    "Wie zijn postcode intypt, wil één gezicht zien. Staan er twee wijken, dan weet niemand wie er "
    "belt.",
)
def shared_postcode(context: RuleContext) -> Iterator[Hit]:
    """Two neighbourhoods with the same postcode; told of the later one."""
    for first, second in combinations(context.huis.wijken.values(), 2):
        area = shared_area(second.postcodes, first.postcodes)
        if area is not None:
            yield Hit(
                second,
                f'De postcode {area} hoort ook bij de wijk "{first.naam}" '
                f"(wijken/{first.id}.yml). Haal hem weg bij {first.naam} of bij {second.naam}. "
                "Loopt de grens er dwars doorheen, schrijf dan de straten: 1234 AB.",
                ("postcodes",),
            )


@rule(
    "K09",
    Severity.WARNING,
    "In elke wijk werkt iemand",
    "Een wijk zonder gezicht is een naam op een kaart. Wie daar woont, leest dat er niemand is.",
)
def wijk_without_medewerker(context: RuleContext) -> Iterator[Hit]:
    """A neighbourhood in which nobody works today."""
    for wijk in context.huis.wijken.values():
        if not any(id_ in context.present for id_ in wijk.medewerkers):
            yield Hit(
                wijk,
                f'In de wijk "{wijk.naam}" werkt nu niemand. Zet bij medewerkers wie mensen daar '
                "kunnen aanspreken, of haal dit bestand weg.",
                ("naam",),
            )


@rule(
    "K29",
    Severity.WARNING,
    "Wie in een wijk werkt, werkt er nog",
    "Op de site is die naam al weg. Maar zolang hij hier staat, denken jullie dat er in die wijk "
    "iemand is.",
)
def left_wijk(context: RuleContext) -> Iterator[Hit]:
    """A worker of a neighbourhood who left."""
    gone = {m.id: m for m in context.departed}
    for wijk in context.huis.wijken.values():
        for number, id_ in enumerate(wijk.medewerkers):
            if id_ in gone:
                yield Hit(
                    wijk,
                    f"{gone[id_].naam} werkt hier niet meer. {_instead(context, gone[id_], wijk)}",
                    ("medewerkers", number),
                )


def _instead(context: RuleContext, gone: InternalMedewerker, wijk: Wijk) -> str:
    successor = context.present.get(gone.opvolger or "")
    if successor is None or successor.id in wijk.medewerkers:
        return f'Haal "{gone.id}" weg bij medewerkers.'
    return f'Zet bij medewerkers "{successor.id}" in plaats van "{gone.id}".'


@rule(
    "K39",
    Severity.TIP,
    "Wie in een wijk werkt, is daar te vinden",
    "Een gezicht op een wijkpagina helpt pas als mensen weten waar ze het tegenkomen.",
)
def nowhere_in_wijk(context: RuleContext) -> Iterator[Hit]:
    """A worker of a neighbourhood who can be met at none of its places, and says no other there."""
    for wijk in context.huis.wijken.values():
        for number, id_ in enumerate(wijk.medewerkers):
            person = context.present.get(id_)
            if person is not None and not _is_met_in(wijk, person):
                yield Hit(
                    wijk,
                    f'{person.naam} is in de wijk "{wijk.naam}" nergens te vinden. Zet in '
                    f"medewerkers/{person.id}.yml bij te_vinden een locatie van deze wijk, of "
                    f"schrijf bij waar een plek met {wijk.naam} erin.",
                    ("medewerkers", number),
                )


def _is_met_in(wijk: Wijk, person: InternalMedewerker) -> bool:
    return any(at.locatie in wijk.locaties or wijk.is_named_in(at.waar) for at in person.te_vinden)
