"""The roof: promises that others cannot make, and the course that holds them together."""

from __future__ import annotations

from collections.abc import Iterator

from ..bevinding import Ernst
from ..huis import Koers
from ..huis.velden import ASSEN, As
from .regel import Vondst, Zicht, opsomming, regel


@regel(
    "K20",
    Ernst.WAARSCHUWING,
    "Elke klantgroep heeft een usp",
    "Zonder belofte die bij deze mensen past, is er voor hen geen reden om juist jullie te kiezen.",
)
def klantgroep_zonder_usp(zicht: Zicht) -> Iterator[Vondst]:
    """A client group to which nothing is promised."""
    for groep in zicht.huis.klantgroepen.values():
        if not zicht.verbanden.usps_van_klantgroep[groep.id]:
            yield Vondst(
                groep,
                f'Aan de klantgroep "{groep.naam}" beloven jullie nog niets. '
                f'Zet "{groep.id}" bij klantgroepen van een usp, of maak een usp voor hen.',
                ("naam",),
            )


@regel(
    "K21",
    Ernst.WAARSCHUWING,
    "Een usp verschilt van een concurrent met een naam",
    "Wie zegt dat hij anders is, moet kunnen zeggen dan wie. Anders zegt de buurman hetzelfde.",
)
def usp_zonder_vergelijking(zicht: Zicht) -> Iterator[Vondst]:
    """A promise that was held against no competitor."""
    for usp in zicht.huis.usps.values():
        if not usp.anders_dan:
            yield Vondst(
                usp,
                "Van welke concurrent verschillen jullie hierin? "
                "Noem er een bij anders_dan, met erachter waarin jullie anders zijn (want).",
                ("belofte",),
            )


def _vergelijkingen(zicht: Zicht) -> Iterator[tuple[int, str, As, str, int | None]]:
    """Yield (number, usp, axis, competitor, their score) of each comparison of each promise."""
    for usp in zicht.huis.usps.values():
        for nummer, anders in enumerate(usp.anders_dan):
            scores = zicht.huis.concurrenten[anders.concurrent].scores
            yield nummer, usp.id, usp.as_, anders.concurrent, getattr(scores, usp.as_)


@regel(
    "K22",
    Ernst.WAARSCHUWING,
    "Een usp ligt op een punt waar de concurrent zwakker is",
    "Een belofte waarin een ander even goed of beter is, onderscheidt niet. Zoek een ander punt "
    "of word er eerst beter in.",
)
def usp_waar_concurrent_even_sterk_is(zicht: Zicht) -> Iterator[Vondst]:
    """A promise on an axis on which the named competitor scores as well or better."""
    koers = zicht.huis.organisatie.koers
    for nummer, usp, as_, concurrent, hun in _vergelijkingen(zicht):
        eigen = getattr(koers.scores, as_) if koers else None
        if eigen is None or hun is None or hun < eigen:
            continue
        naam = zicht.huis.concurrenten[concurrent].naam
        hoe = "ook een" if hun == eigen else f"een {hun} en jullie een"
        yield Vondst(
            zicht.huis.usps[usp],
            f'Op {as_} scoort "{naam}" {hoe} {eigen}. Kies een punt waarop jullie wel beter '
            "zijn, of kijk de scores nog eens na.",
            ("anders_dan", nummer, "concurrent"),
        )


@regel(
    "K23",
    Ernst.TIP,
    "Een concurrent met wie jullie je vergelijken, heeft een score",
    "Pas met een cijfer ernaast is te zien of een belofte werkelijk onderscheidt.",
)
def concurrent_zonder_score(zicht: Zicht) -> Iterator[Vondst]:
    """A competitor without a score on the axis of a promise that names it."""
    ontbrekend = {(c, as_): None for _, _, as_, c, hun in _vergelijkingen(zicht) if hun is None}
    for id_, as_ in ontbrekend:
        concurrent = zicht.huis.concurrenten[id_]
        yield Vondst(
            concurrent,
            f'Een usp vergelijkt jullie op {as_} met "{concurrent.naam}". '
            f"Geef hen bij scores ook een cijfer voor {as_}, van 1 tot 5.",
            ("scores",) if concurrent.scores.model_fields_set else ("naam",),
            wijs_sleutel=bool(concurrent.scores.model_fields_set),
        )


@regel(
    "K24",
    Ernst.TIP,
    "De organisatie heeft een koers",
    "Niemand kan in alles de beste zijn. Kies of jullie uitblinken in prijs, product of "
    "klantrelatie, en zorg dat de andere twee goed genoeg zijn.",
)
def geen_koers(zicht: Zicht) -> Iterator[Vondst]:
    """An organisation that has not chosen on what to excel."""
    if zicht.huis.organisatie.koers is None:
        yield Vondst(
            zicht.huis.organisatie,
            f"Waarin willen jullie uitblinken? Zet onder koers een as: {opsomming(ASSEN, 'of')}.",
            ("naam",),
        )


def _koers(zicht: Zicht) -> Iterator[Koers]:
    if zicht.huis.organisatie.koers is not None:
        yield zicht.huis.organisatie.koers


@regel(
    "K25",
    Ernst.TIP,
    "De koers zegt wat op de andere assen goed genoeg is",
    "Uitblinken op één punt werkt alleen als de rest niet tegenvalt. "
    "Een drempel zegt wanneer het goed genoeg is.",
)
def koers_zonder_drempels(zicht: Zicht) -> Iterator[Vondst]:
    """A course without a threshold for each of the other two axes."""
    for koers in _koers(zicht):
        mist = [as_ for as_ in ASSEN if as_ != koers.as_ and as_ not in koers.drempels]
        if mist:
            yield Vondst(
                zicht.huis.organisatie,
                f"Wat moet er op {opsomming(mist)} minstens goed zijn? "
                "Schrijf dat op bij drempels onder koers.",
                ("koers", "drempels"),
                wijs_sleutel=True,
            )


@regel(
    "K26",
    Ernst.TIP,
    "De organisatie geeft zichzelf scores",
    "Met eigen cijfers op dezelfde drie assen is eerlijk te vergelijken met een concurrent.",
)
def koers_zonder_scores(zicht: Zicht) -> Iterator[Vondst]:
    """A course without the house's own score on each axis."""
    for koers in _koers(zicht):
        mist = [as_ for as_ in ASSEN if getattr(koers.scores, as_) is None]
        if mist:
            yield Vondst(
                zicht.huis.organisatie,
                f"Hoe goed zijn jullie zelf in {opsomming(mist)}? "
                "Geef bij scores onder koers een cijfer van 1 tot 5.",
                ("koers", "scores"),
                wijs_sleutel=True,
            )


@regel(
    "K27",
    Ernst.WAARSCHUWING,
    "Een drempel hoort bij de twee andere assen",
    "Op de gekozen as willen jullie uitblinken; een drempel zegt juist wat op de andere twee "
    "goed genoeg is.",
)
def drempel_op_eigen_as(zicht: Zicht) -> Iterator[Vondst]:
    """A threshold for the very axis on which the organisation wants to excel."""
    for koers in _koers(zicht):
        if koers.as_ in koers.drempels:
            yield Vondst(
                zicht.huis.organisatie,
                f"Op {koers.as_} willen jullie uitblinken; daar hoort geen drempel bij. "
                "Haal deze regel weg, of kies een andere as.",
                ("koers", "drempels", koers.as_),
                wijs_sleutel=True,
            )


@regel(
    "K28",
    Ernst.TIP,
    "Er is een usp op de as van de koers",
    "Wie op één punt wil uitblinken, belooft daar ook iets over.",
)
def koers_zonder_usp(zicht: Zicht) -> Iterator[Vondst]:
    """A chosen axis on which nothing is promised."""
    usps = zicht.huis.usps.values()
    for koers in _koers(zicht):
        if usps and all(u.as_ != koers.as_ for u in usps):
            yield Vondst(
                zicht.huis.organisatie,
                f"Jullie willen uitblinken op {koers.as_}, maar geen enkele usp gaat daarover. "
                f"Maak een usp met as: {koers.as_}.",
                ("koers", "as"),
            )
