"""What a page shows when somebody shares it: its own headline, in the house.

Only what the page itself tells: it is read from the public house, so that a worker without a
visible portrait has none here either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..editie import PubliekHuis
from ..huis import Medewerker
from ..uitvoer.beelden import Beelden
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from ..uitvoer.deelbeeld import Deel, Merkbeeld, Portret, deelbeelden
from ..uitvoer.palet import palet
from .blog import auteurs
from .opmaak import als_opsomming
from .pagina import Pagina
from .werkbank import Werkbank, vraag_van


def met_deelbeelden(
    paginas: Sequence[Pagina], werk: Werkbank, cache: Cache
) -> tuple[list[Pagina], list[Bestand]]:
    """The same pages, each with its share picture, and the files of those pictures."""
    kleuren = palet(werk.huis.merk.kleuren.hoofd, werk.huis.merk.kleuren.accent)["licht"]
    merk = Merkbeeld(werk.huis.organisatie.naam, kleuren)
    delen = [deel_van(pagina, werk) for pagina in paginas]
    klaar = deelbeelden(delen, merk, cache)
    uit = [
        replace(p, deelbeeld=k[1]) if k is not None else p
        for p, k in zip(paginas, klaar, strict=True)
    ]
    return uit, list({b.adres: b for b, _ in filter(None, klaar)}.values())


def deel_van(pagina: Pagina, werk: Werkbank) -> Deel:
    """The words (and portrait) of the share picture of a page."""
    huis = werk.huis
    id_ = pagina.adres.rstrip("/").rpartition("/")[2]
    match pagina.soort:
        case "thuis":
            return Deel(huis.organisatie.payoff)
        case "behoefte":
            behoefte = huis.behoeften[id_]
            return Deel(vraag_van(behoefte), boven=behoefte.naam, vorm="vraag")
        case "klantgroep":
            groep = huis.klantgroepen[id_]
            return Deel(groep.ik, groep.kernboodschap, boven=groep.naam, vorm="ik")
        case "dienst":
            return Deel(huis.diensten[id_].naam, huis.diensten[id_].kort)
        case "medewerker":
            return _mens(huis.medewerkers[id_], werk.beelden)
        case "afscheid":
            return Deel(pagina.titel, boven=werk.zeg("mensen"))
        case "bericht":
            namen = [s.naam for s in auteurs(huis, huis.berichten[id_])]
            return Deel(pagina.titel, boven=als_opsomming(namen))
        case "waarom_wij":
            return Deel(_kop(pagina, werk), _eerste_belofte(huis))
        case _:
            return Deel(_kop(pagina, werk))


def _mens(medewerker: Medewerker, beelden: Beelden) -> Deel:
    portret = None
    if medewerker.portret is not None:
        los = beelden.los("medewerkers", medewerker.portret.bestand, "deelbeeld")
        portret = Portret(los.sleutel, los.achtervoegsel, partial(beelden.inhoud, los))
    return Deel(medewerker.naam, f"“{medewerker.belofte}”", medewerker.functie, "mens", portret)


def _eerste_belofte(huis: PubliekHuis) -> str:
    return next((usp.belofte for usp in huis.usps.values()), "")


def _kop(pagina: Pagina, werk: Werkbank) -> str:
    """The headline of an overview: what its template has above it, else its title."""
    sleutel = f"{pagina.soort}_kop"
    return werk.zeg(sleutel) if werk.kan_zeggen(sleutel) else pagina.titel
