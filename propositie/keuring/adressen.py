"""Addresses: one that a thing had before leads to that thing, and to no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..bevinding import Ernst
from ..huis import Ding, soorten
from .regel import Vondst, Zicht, regel


def _soorten(zicht: Zicht) -> Iterator[Mapping[str, Ding]]:
    """The things of each kind of which there are more, by id; the posts too."""
    for soort in soorten().values():
        if not soort.enkel:
            yield getattr(zicht.huis, soort.naam)
    yield zicht.berichten


@regel(
    "K91",
    Ernst.FOUT,
    "Een vroegere naam leidt naar één ding",
    "Wie een oud adres bewaarde, komt vanzelf op het nieuwe. Dat kan alleen als dat oude adres "
    "van niemand anders is.",
)
def vroegere_naam_bezet(zicht: Zicht) -> Iterator[Vondst]:
    """An old name that is also the id of a thing of that kind, or that two things claim."""
    for dingen in _soorten(zicht):
        geclaimd: dict[str, Ding] = {}
        for ding in dingen.values():
            for nummer, oud in enumerate(ding.vroegere_namen):
                soort = ding.naam_van_soort
                if oud == ding.id:
                    waarom = "zo heet dit bestand nu"
                elif oud in dingen:
                    waarom = f'er is ook {soort.lidwoord} {soort.enkelvoud} "{oud}"'
                elif oud in geclaimd and geclaimd[oud] is not ding:
                    waarom = f'ook "{geclaimd[oud].id}" heette ooit zo'
                elif oud in geclaimd:
                    waarom = "hij staat hier twee keer"
                else:
                    geclaimd[oud] = ding
                    continue
                yield Vondst(
                    ding,
                    f'De vroegere naam "{oud}" kan hier niet staan: {waarom}. '
                    "Een adres kan maar naar één pagina leiden. Haal de naam hier weg.",
                    ("vroeger", nummer),
                )
