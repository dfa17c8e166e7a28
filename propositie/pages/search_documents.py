"""What the public can find: the things of the public house as documents for the search.

Only what is public is here, by type: a `PageBuilder` holds a `PublicHuis`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..dutch import counted, join_words
from ..huis import (
    Activiteit,
    Afscheid,
    Behoefte,
    Bericht,
    Cijfer,
    Dienst,
    Klantgroep,
    Locatie,
    Medewerker,
    Partner,
    Rol,
    Vacature,
    Verhaal,
    Wijk,
    address_of,
    addresses,
    is_for_others,
    kinds,
    overview_of,
)
from ..huis.wijken import digits_in, letters_in
from ..search import Document, Weight
from ..search.lexicon import lexicon
from .builder import PageBuilder, plain_text, vraag_of
from .formatting import shorten

DOCUMENT_KINDS = (
    "antwoord", "behoefte", "dienst", "activiteit", "medewerker", "klantgroep", "plek", "wijk",
    "partner", "vacature", "rol", "verhaal", "cijfer", "bericht", "pagina",
)  # fmt: skip
"""What a document can be; the site has a word for each (`soort_dienst`)."""


def search_documents(builder: PageBuilder) -> Iterator[Document]:
    """Every thing of the house that has an address, and the practical questions."""
    huis = builder.huis
    yield from _answers(builder)
    for behoefte in huis.behoeften.values():
        yield _behoefte(builder, behoefte)
    for dienst in huis.diensten.values():
        yield _dienst(builder, dienst)
    for medewerker in huis.medewerkers.values():
        yield _medewerker(medewerker)
    for group in huis.klantgroepen.values():
        yield _klantgroep(builder, group)
    for locatie in huis.locaties.values():
        yield _locatie(locatie)
    # Of two that fit as well the one of that very name comes first: Oost, Oost-Indië.
    for wijk in sorted(huis.wijken.values(), key=lambda wijk: len(wijk.naam)):
        yield _wijk(builder, wijk)
    for activiteit in huis.agenda.values():
        yield _activiteit(builder, activiteit)
    for vacature in huis.vacatures.values():
        yield _vacature(builder, vacature)
    for rol in huis.meedoen.values():
        yield _rol(builder, rol)
    for partner in huis.partners.values():
        yield _partner(partner)
    for verhaal in huis.verhalen.values():
        yield _verhaal(verhaal)
    for cijfer in huis.cijfers.values():
        yield _cijfer(cijfer)
    for bericht in huis.berichten.values():
        yield _bericht(builder, bericht)
    for gone in huis.afscheiden.values():
        yield _afscheid(gone)
    if huis.mededelingen:
        yield _nieuws(builder)
    yield Document(
        "pagina", addresses.GEWOON, builder.say("gewoon"),
        builder.say("gewoon_omschrijving", naam=huis.organisatie.naam),
        words={Weight.SEARCH_WORD: builder.say("gewoon_zoekwoorden")},
    )  # fmt: skip


def _join(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


_TARGET = re.compile(r"\]\([^)]*\)|<[^>]+>")
"""Where a link in Markdown leads, or a tag: no words to find something by."""


def _bare(text: str | None) -> str:
    """The words of a Markdown text, for a search: what parts words may stay."""
    return _TARGET.sub(" ", text) if text else ""


def _reach(person: Medewerker | None, own: str | None = None) -> tuple[str, str]:
    """The first name of who answers, and the number that reaches somebody for this; no name for a
    line that nobody answers alone."""
    personal = person.contact.telefoon if person and person.contact else None
    is_shared = own is not None and own != personal
    return person.first_name if person and not is_shared else "", own or personal or ""


def _behoefte(builder: PageBuilder, behoefte: Behoefte) -> Document:
    medewerkers = builder.relations.medewerkers_of_behoefte[behoefte.id]
    person, phone = _reach(builder.today.contact_person(medewerkers, behoefte.klantgroepen))
    return Document(
        "behoefte", address_of(behoefte), behoefte.naam, vraag_of(behoefte), person, phone,
        for_others=_for_others(builder, behoefte.klantgroepen), is_offer=True,
        questions=[asked.vraag for asked in behoefte.klantvragen],
        words={
            Weight.SEARCH_WORD: _join(behoefte.zoekwoorden),
            Weight.SHORT: _join([behoefte.id, behoefte.pijn, behoefte.winst]),
        },
    )  # fmt: skip


def _dienst(builder: PageBuilder, dienst: Dienst) -> Document:
    relations, huis = builder.relations, builder.huis
    groups = relations.klantgroepen_of_dienst[dienst.id]
    who = builder.today.contact_person(
        relations.medewerkers_of_dienst[dienst.id], groups, dienst.waar
    )
    person, phone = _reach(who, dienst.aanmelden.telefoon if dienst.aanmelden else None)
    places = [huis.locaties[id_] for id_ in dienst.waar if id_ in huis.locaties]
    told = [
        *dienst.samen.jij, *dienst.samen.wij, *dienst.samen.netwerk,
        _bare(dienst.omschrijving),
        dienst.aanmelden.tekst if dienst.aanmelden else None,
        dienst.prijs.toelichting if dienst.prijs else None,
        *(moment.in_words(builder.say) for moment in dienst.wanneer),
        *(_join([p.naam, p.adres.straat, p.adres.plaats] if p.adres else [p.naam]) for p in places),
        *dienst.vorm,
    ]  # fmt: skip
    return Document(
        "dienst", address_of(dienst), dienst.naam, dienst.kort, person, phone,
        for_others=_for_others(builder, groups), is_offer=True,
        via=[address_of(huis.behoeften[id_]) for id_ in dienst.behoeften],
        words={
            Weight.SEARCH_WORD: _join(dienst.zoekwoorden),
            Weight.SHORT: dienst.id,
            Weight.TEXT: _join(told),
        },
    )  # fmt: skip


def _medewerker(medewerker: Medewerker) -> Document:
    person, phone = _reach(medewerker)
    return Document(
        "medewerker", address_of(medewerker), medewerker.naam, medewerker.functie, person,
        phone, via=[
            *(kinds()["diensten"].address_of(id_) for id_ in medewerker.diensten),
            *(kinds()["behoeften"].address_of(id_) for id_ in medewerker.behoeften),
        ],
        words={
            Weight.SEARCH_WORD: _join(
                [medewerker.functie, *medewerker.talen, *medewerker.zoekwoorden]
            ),
            Weight.SHORT: _join([*medewerker.deskundig_in, medewerker.belofte]),
            Weight.TEXT: _join([
                _bare(medewerker.over), *(place.waar for place in medewerker.te_vinden),
                *(article.titel for article in medewerker.schrijft),
            ]),
        },
    )  # fmt: skip


def _klantgroep(builder: PageBuilder, group: Klantgroep) -> Document:
    boegbeelden = builder.relations.boegbeelden_of_klantgroep[group.id]
    person, phone = _reach(builder.today.contact_person(boegbeelden, [group.id]))
    needs = builder.relations.behoeften_of_klantgroep[group.id]
    return Document(
        "klantgroep", address_of(group), group.naam, group.ik, person, phone,
        for_others=is_for_others([group]),
        via=[address_of(need) for need in needs],
        words={
            Weight.SEARCH_WORD: _join(group.zoekwoorden),
            Weight.QUESTION: _join(group.levensgebeurtenissen),
            Weight.SHORT: group.kernboodschap,
            Weight.TEXT: _bare(group.omschrijving),
        },
    )  # fmt: skip


def _locatie(locatie: Locatie) -> Document:
    place = _join([locatie.adres.straat, locatie.adres.plaats]) if locatie.adres else ""
    return Document(
        "plek", addresses.place_in_contact(locatie.id), locatie.naam, place,
        words={
            Weight.SEARCH_WORD: _join([place, *locatie.zoekwoorden]),
            Weight.TEXT: _join([locatie.bereikbaarheid, locatie.toegankelijkheid]),
        },
    )  # fmt: skip


def _wijk(builder: PageBuilder, wijk: Wijk) -> Document:
    """A neighbourhood, found by its villages and postcodes; its first worker is who answers."""
    first = next((builder.huis.medewerkers[id_] for id_ in wijk.medewerkers), None)
    person, phone = _reach(first)
    line = builder.say("wijk_regel", naam=first.naam, functie=first.functie) if first else ""
    exact = [area[:4] + letters_in(area).lower() for area in wijk.postcodes if letters_in(area)]
    areas = [area for area in wijk.postcodes if not letters_in(area)]
    wide = [str(code) for area in areas for code in digits_in(area)]
    return Document(
        "wijk", address_of(wijk), wijk.naam, line, person, phone,
        words={
            Weight.SEARCH_WORD: _join([*wijk.plaatsen, *wide, *exact, *wijk.zoekwoorden]),
            # Of one street only: whoever has all streets with these digits comes first.
            Weight.SHORT: _join(area[:4] for area in exact),
            Weight.TEXT: _bare(wijk.omschrijving),
        },
    )  # fmt: skip


def _activiteit(builder: PageBuilder, activiteit: Activiteit) -> Document:
    people = [builder.huis.medewerkers[id_] for id_ in activiteit.medewerkers]
    own = activiteit.aanmelden.telefoon if activiteit.aanmelden else None
    person, phone = _reach(people[0] if people else None, own)
    place = builder.huis.locaties[activiteit.locatie].naam if activiteit.locatie else None
    when = join_words(moment.in_words(builder.say) for moment in activiteit.wanneer)
    return Document(
        "activiteit", address_of(activiteit), activiteit.naam, activiteit.kort or when, person,
        phone, for_others=True, words={
            Weight.SEARCH_WORD: _join(activiteit.zoekwoorden),
            Weight.TEXT: _join(
                [when, place, activiteit.waar, _bare(activiteit.omschrijving)]
            ),
        },
    )  # fmt: skip


def _vacature(builder: PageBuilder, vacature: Vacature) -> Document:
    """A vacancy, found by what the work is. What else stands on its page would bring it to who
    comes for help: the place, the coffee, the taxi."""
    contact = builder.huis.medewerkers[vacature.contact] if vacature.contact else None
    person, phone = _reach(contact, vacature.aanmelden.telefoon if vacature.aanmelden else None)
    soort = builder.say(f"vacature_{vacature.soort}")
    return Document(
        "vacature", address_of(vacature), vacature.naam,
        vacature.kort or shorten(plain_text(vacature.wat)), person, phone,
        words={
            Weight.SEARCH_WORD: _join(
                [soort, builder.say(f"vacature_{vacature.soort}_zoekwoorden"),
                 *vacature.zoekwoorden]
            ),
        },
    )  # fmt: skip


def _rol(builder: PageBuilder, rol: Rol) -> Document:
    """A way to take part, found by what somebody becomes."""
    contact = builder.huis.medewerkers[rol.contact] if rol.contact else None
    person, phone = _reach(contact, rol.aanmelden.telefoon if rol.aanmelden else None)
    return Document(
        "rol", address_of(rol), rol.naam, rol.oproep, person, phone,
        words={Weight.SEARCH_WORD: _join(rol.zoekwoorden)},
    )  # fmt: skip


def _partner(partner: Partner) -> Document:
    phone = partner.contact.telefoon if partner.contact else None
    return Document("partner", address_of(partner), partner.naam, partner.waarvoor, "", phone or "")


def _verhaal(verhaal: Verhaal) -> Document:
    """A story, found by what it is called: its words would bring it to who comes for help."""
    return Document(
        "verhaal", address_of(verhaal), verhaal.titel, for_others=True,
        words={Weight.SEARCH_WORD: _join(verhaal.zoekwoorden)},
    )  # fmt: skip


def _cijfer(cijfer: Cijfer) -> Document:
    return Document(
        "cijfer", address_of(cijfer), cijfer.naam, for_others=True,
        words={Weight.SEARCH_WORD: _join(cijfer.zoekwoorden)},
    )  # fmt: skip


def _bericht(builder: PageBuilder, bericht: Bericht) -> Document:
    names = [
        builder.huis.medewerkers[id_] for id_ in bericht.auteur if id_ in builder.huis.medewerkers
    ]
    person, phone = _reach(names[0] if names else None)
    return Document(
        "bericht", address_of(bericht), bericht.titel, bericht.beschrijving or "", person, phone,
        for_others=True, words={
            Weight.SEARCH_WORD: _join(bericht.zoekwoorden),
            Weight.TEXT: _bare(bericht.tekst),
        },
    )  # fmt: skip


def _nieuws(builder: PageBuilder) -> Document:
    """All notices are found on the page that has them all, which is gone when they are."""
    address = overview_of("mededelingen")
    return Document(
        "pagina", address, builder.say("nieuws"), words={
            Weight.SEARCH_WORD: _join(lexicon().overviews.get(address.strip("/"), ())),
            Weight.TEXT: _join(_bare(m.tekst) for m in builder.huis.mededelingen.values()),
        },
    )  # fmt: skip


def _afscheid(gone: Afscheid) -> Document:
    return Document(
        "medewerker", address_of(gone), gone.naam, plain_text(gone.afscheid), for_others=True
    )


def _for_others(builder: PageBuilder, groups: Sequence[str]) -> bool:
    known = builder.huis.klantgroepen
    return is_for_others(known[id_] for id_ in groups if id_ in known)


def _answers(builder: PageBuilder) -> Iterator[Document]:
    """The practical questions to which the answer itself can stand in the list."""
    huis = builder.huis
    contact, name = huis.organisatie.contact, huis.organisatie.naam
    number = contact.telefoon or ""
    hours = join_words(moment.in_words(builder.say) for moment in contact.openingstijden)
    place = contact.adres
    street = _join([place.straat, place.postcode, place.plaats]) if place else ""
    told = {
        "telefoon": number, "openingstijden": hours, "adres": street, "email": contact.email,
        "whatsapp": contact.whatsapp,
        "klacht": builder.say("antwoord_klacht_zin"), "pers": builder.say("antwoord_pers_zin"),
        "vacature": _vacatures_in_words(builder),
    }  # fmt: skip
    can_app = [m.first_name for m in huis.medewerkers.values() if m.contact and m.contact.whatsapp]
    if not contact.whatsapp and can_app:
        yield Document(
            "antwoord", overview_of("medewerkers"), builder.say("antwoord_whatsapp_mensen"),
            builder.say("antwoord_whatsapp_zin", namen=join_words(can_app[:8])), answer="whatsapp",
        )  # fmt: skip
    for answer, line in told.items():
        if line:
            title = builder.say(f"antwoord_{answer}", naam=name)
            is_listed = answer == "vacature" and huis.vacatures
            address = overview_of("vacatures") if is_listed else addresses.CONTACT
            yield Document("antwoord", address, title, line, "", number, answer=answer)


def _vacatures_in_words(builder: PageBuilder) -> str:
    """How much there is to apply for now. No names: the answer would be found by what they mean to
    who comes for help."""
    count = len(builder.huis.vacatures)
    if not count:
        return builder.say("antwoord_vacature_zin")
    return builder.say("antwoord_vacature_nu", aantal=counted(count, "vacature", "vacatures"))
