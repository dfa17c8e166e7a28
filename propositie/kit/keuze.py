"""Whose kit was asked for: finds the thing of an id, or says kindly why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..editie import laatste_opvolger
from ..huis import Huis, MedewerkerIntern
from ..lezen.vertaling import bedoelt_u, dichtstbij
from ..paginas.opmaak import datum
from .kist import Stof


class KeuzeFout(Exception):
    """There is no kit for what was asked; the text is Dutch sentences."""


def kies(alles: Sequence[Stof], id_: str | None, huis: Huis, op: date) -> list[Stof]:
    """The kits that were asked for: all, or those of the things called `id_`."""
    if id_ is None:
        return list(alles)
    if gevonden := [stof for stof in alles if stof.id == id_]:
        return gevonden
    raise KeuzeFout(_waarom_niet(alles, id_, huis, op))


def _waarom_niet(alles: Sequence[Stof], id_: str, huis: Huis, op: date) -> str:
    mens = huis.medewerkers.get(id_)
    if mens is not None and mens.vertrokken(op):
        return _vertrokken(mens, huis, op)
    if mens is not None and mens.in_dienst is not None:
        dag = datum(mens.in_dienst)
        return (
            f"{mens.naam} begint op {dag}. Wilt u de kit al klaar hebben? "
            f"Gebruik dan --op {mens.in_dienst.isoformat()}."
        )
    if id_ in huis.diensten:
        return f'De dienst "{huis.diensten[id_].naam}" is gestopt. Daar maken we geen folder van.'
    nabij = dichtstbij(id_, [stof.id for stof in alles])
    hulp = bedoelt_u(nabij) or " Kijk in de map medewerkers hoe het bestand heet."
    return f'Er is geen medewerker, klantgroep of dienst "{id_[:60]}".{hulp}'


def _vertrokken(mens: MedewerkerIntern, huis: Huis, op: date) -> str:
    opvolger = laatste_opvolger(mens, huis, op)
    if opvolger is None:
        return f"{mens.naam} werkt hier niet meer. Er is nog geen opvolger genoemd."
    naam = huis.medewerkers[opvolger].naam
    return f"{mens.naam} werkt hier niet meer. {naam} neemt het over: propositie kit {opvolger}"
