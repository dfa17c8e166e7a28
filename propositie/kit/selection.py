"""Whose kit was asked for: finds the thing of an id, or says kindly why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..dutch import date_in_words
from ..edition import last_opvolger
from ..errors import PropositieError
from ..explaining import did_you_mean, find_nearest
from ..huis import KINDS, Huis, InternalMedewerker, Vacature, kind_of
from ..huis.start_text import TO_FILL_IN, left_out
from .context import KitMaterial


class SelectionError(PropositieError):
    """There is no kit for what was asked; the text is Dutch sentences."""


def choose(
    everything: Sequence[KitMaterial], id_: str | None, huis: Huis, on_date: date
) -> list[KitMaterial]:
    """The kits that were asked for: all, or those of the things called `id_`."""
    if id_ is None:
        return list(everything)
    if found := [material for material in everything if material.id == id_]:
        return found
    raise SelectionError(_explain_missing(everything, id_, huis, on_date))


def _explain_missing(everything: Sequence[KitMaterial], id_: str, huis: Huis, on_date: date) -> str:
    waiting = left_out(huis)
    if found := next((waiting[k.name, id_] for k in KINDS if (k.name, id_) in waiting), None):
        return (
            f'Van "{kind_of(found).name_of(found)}" kan nog geen kit gemaakt worden: ergens in dat '
            f'bestand, of in wat het noemt, staat nog "{TO_FILL_IN}". Zet daar uw eigen woorden '
            "neer."
        )
    medewerker = huis.medewerkers.get(id_)
    if medewerker is not None and medewerker.has_left(on_date):
        return _explain_departed(medewerker, huis, on_date)
    if medewerker is not None and medewerker.in_dienst is not None:
        day = date_in_words(medewerker.in_dienst)
        return (
            f"{medewerker.naam} begint op {day}. Wilt u de kit al klaar hebben? "
            f"Gebruik dan --op {medewerker.in_dienst.isoformat()}."
        )
    if id_ in huis.diensten:
        return f'De dienst "{huis.diensten[id_].naam}" is gestopt. Daar maken we geen folder van.'
    if id_ in huis.vacatures:
        return _explain_closed(huis.vacatures[id_], on_date)
    near = find_nearest(id_, [material.id for material in everything])
    hint = did_you_mean(near) or " Kijk in de map medewerkers hoe het bestand heet."
    return f'Er is geen medewerker, klantgroep, dienst of vacature "{id_[:60]}".{hint}'


def _explain_closed(vacature: Vacature, on_date: date) -> str:
    if vacature.sinds is not None and on_date < vacature.sinds:
        return (
            f'De vacature "{vacature.naam}" komt op {date_in_words(vacature.sinds)} op de site. '
            f"Wilt u de poster al klaar hebben? Gebruik dan --op {vacature.sinds.isoformat()}."
        )
    return (
        f'De vacature "{vacature.naam}" sloot op {date_in_words(vacature.sluit_op)}. Zoekt u nog '
        "iemand? Zet bij sluit_op een nieuwe dag."
    )


def _explain_departed(medewerker: InternalMedewerker, huis: Huis, on_date: date) -> str:
    opvolger = last_opvolger(medewerker, huis, on_date)
    if opvolger is None:
        return f"{medewerker.naam} werkt hier niet meer. Er is nog geen opvolger genoemd."
    name = huis.medewerkers[opvolger].naam
    return (
        f"{medewerker.naam} werkt hier niet meer. {name} neemt het over: propositie kit {opvolger}"
    )
