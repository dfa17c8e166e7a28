"""The check: what the sources ask of a proposition, as small registered rules.

Rules see only the house and the day; they know no files. `keur` runs them all. The tens of a
code are the storey of the house: K0 foundation, K1 playing field, K2 roof, K3 the six steps of
a worker, K4 consent and coming and going, K5 brand, K6 organisation, K7 language, K8 posts,
K9 settings and addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..bevinding import Ernst
from ..huis import BerichtIntern, Huis
from . import (
    adressen,
    dak,
    fundament,
    instellingen,
    mensen,
    merk,
    organisatie,
    speelveld,
    starttekst,
    stukken,
    taal,
    vertrek,
    zes_stappen,
)
from .regel import REGELS, Regel, Vondst, Zicht

__all__ = ["REGELS", "Regel", "Vondst", "keur"]

_KAMERS = (
    fundament, speelveld, dak, zes_stappen, mensen, merk, organisatie, taal, vertrek, starttekst,
    stukken, instellingen, adressen,
)  # fmt: skip
"""The modules whose import registers the rules."""
for _code in sorted(REGELS):  # in the order of their codes, whatever the order of the modules
    REGELS[_code] = REGELS.pop(_code)


def keur(
    huis: Huis, op: date, berichten: Mapping[str, BerichtIntern] | None = None
) -> Iterator[tuple[Regel, Vondst]]:
    """Yield every finding of every rule that staff have not switched off.

    `berichten` are the posts beside the house.

    A rule that finds a `fout` cannot be switched off: the page would be wrong.
    """
    zicht = Zicht(huis, op, berichten or {})
    uit = {code.upper() for code in zicht.drempels.uit}
    for regel in REGELS.values():
        if regel.ernst is Ernst.FOUT or regel.code not in uit:
            for vondst in regel.functie(zicht):
                yield regel, vondst
