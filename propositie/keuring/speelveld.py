"""The playing field: who else answers the same needs, and did we go and look."""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import Bezoek, Concurrent
from .regel import Vondst, Zicht, duur, op_schrift, regel


def _concurrenten(zicht: Zicht, klantgroep: str) -> list[Concurrent]:
    return [c for c in zicht.huis.concurrenten.values() if klantgroep in c.klantgroepen]


@regel(
    "K10",
    Ernst.WAARSCHUWING,
    "Elke klantgroep heeft een lijst van concurrenten",
    "Mensen kunnen altijd ergens anders heen, al is het naar niemand. Wie dat niet weet, kan ook "
    "niet zeggen waarom iemand juist bij jullie komt.",
)
def klantgroep_zonder_concurrent(zicht: Zicht) -> Iterator[Vondst]:
    """A client group for which no competitor is known."""
    for groep in zicht.huis.klantgroepen.values():
        if not _concurrenten(zicht, groep.id):
            yield Vondst(
                groep,
                f'Waar gaan mensen uit de klantgroep "{groep.naam}" nog meer heen? Maak voor zo '
                f'iemand een bestand in concurrenten, met "{groep.id}" bij klantgroepen.',
                ("naam",),
            )


@regel(
    "K11",
    Ernst.WAARSCHUWING,
    "Elke klantgroep heeft een onverwachte concurrent",
    "De sterkste concurrent staat zelden in het vakblad: het restaurant van een woonwinkel, "
    "de sportkantine, een app. Juist daar is iets te leren.",
)
def klantgroep_zonder_onverwachte_concurrent(zicht: Zicht) -> Iterator[Vondst]:
    """A client group whose competitors are all of the expected kind."""
    for groep in zicht.huis.klantgroepen.values():
        concurrenten = _concurrenten(zicht, groep.id)
        if concurrenten and all(c.soort != "onverwacht" for c in concurrenten):
            yield Vondst(
                groep,
                f'Bij de klantgroep "{groep.naam}" staan alleen concurrenten die iedereen '
                "verwacht. Vraag waar deze mensen gisteren waren, en voeg een concurrent toe met "
                "soort: onverwacht.",
                ("naam",),
            )


def _geweest(zicht: Zicht, concurrent: Concurrent) -> list[tuple[int, Bezoek]]:
    return [(n, b) for n, b in enumerate(concurrent.bezoeken) if b.datum <= zicht.op]


@regel(
    "K12",
    Ernst.WAARSCHUWING,
    "Elke concurrent is bezocht",
    "Van een website word je niet wijzer. Wie binnen kijkt, proeft en ruikt, weet waarom mensen "
    "daarheen gaan.",
)
def concurrent_nooit_bezocht(zicht: Zicht) -> Iterator[Vondst]:
    """A competitor that nobody has visited yet."""
    for concurrent in zicht.huis.concurrenten.values():
        if _geweest(zicht, concurrent):
            continue
        plan = f'Nog niemand is bij "{concurrent.naam}" gaan kijken.'
        if concurrent.bezoeken:
            datum = min(b.datum for b in concurrent.bezoeken)
            plan = f'Het bezoek aan "{concurrent.naam}" is pas op {op_schrift(datum)}.'
        yield Vondst(
            concurrent,
            f"{plan} Ga er als klant heen en schrijf bij bezoeken op wat u zag en proefde.",
            ("bezoeken", 0, "datum") if concurrent.bezoeken else ("naam",),
        )


@regel(
    "K13",
    Ernst.WAARSCHUWING,
    "Het laatste bezoek is niet te lang geleden",
    "Een concurrent staat niet stil. Wat een jaar geleden waar was, klopt nu misschien niet meer.",
)
def bezoek_verouderd(zicht: Zicht) -> Iterator[Vondst]:
    """A competitor whose last visit was too long ago."""
    maanden = zicht.drempels.bezoek_maanden
    for concurrent in zicht.huis.concurrenten.values():
        geweest = _geweest(zicht, concurrent)
        if not geweest:
            continue
        nummer, laatste = max(geweest, key=lambda paar: paar[1].datum)
        if zicht.langer_dan(maanden, laatste.datum):
            yield Vondst(
                concurrent,
                f'Het laatste bezoek aan "{concurrent.naam}" is langer dan {duur(maanden)} '
                "geleden. Ga nog eens kijken wat er veranderd is.",
                ("bezoeken", nummer, "datum"),
            )


@regel(
    "K14",
    Ernst.TIP,
    "Van een bezoek staat opgeschreven wat er te zien was",
    "Een datum alleen helpt een collega niet. Wat was sterk, wat was zwak, hoe rook het er?",
)
def bezoek_zonder_waarneming(zicht: Zicht) -> Iterator[Vondst]:
    """A visit of which nothing but the date was written down."""
    for concurrent in zicht.huis.concurrenten.values():
        for nummer, bezoek in _geweest(zicht, concurrent):
            if not bezoek.model_fields_set - {"datum", "door"}:
                yield Vondst(
                    concurrent,
                    f'Wat viel er op bij "{concurrent.naam}"? '
                    "Schrijf bij sterk, zwak of indruk op wat u zag, rook en proefde.",
                    ("bezoeken", nummer, "datum"),
                )
