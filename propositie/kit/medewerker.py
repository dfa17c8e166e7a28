"""What goes into the kit of a worker."""

from __future__ import annotations

from ..dutch import join_words
from ..edition import Overdracht
from ..huis import Medewerker, address_of
from ..output.share_image import ShareText
from ..output.vcard import vcard
from .context import (
    BELOFTE,
    FUNCTIE,
    MAX_PLACES,
    MAX_POINTS,
    NAAM,
    SENTENCE,
    SHORT,
    Data,
    KitContext,
    KitMaterial,
)
from .parts import (
    address_lines,
    contact_ways_of,
    for_print,
    longest_word,
    paragraphs,
    places_of,
    uncapitalize,
)
from .typesetting import Trimmer, clean


def material_of_medewerker(context: KitContext, medewerker: Medewerker) -> KitMaterial:
    """What a worker takes along."""
    say, trimmer, org = context.templates.say, Trimmer(), context.huis.organisatie
    address = address_of(medewerker)
    url, places = context.url(address), places_of(context, medewerker, trimmer)
    contact_ways = contact_ways_of(context, medewerker)
    name = trimmer.cut(medewerker.naam, NAAM, "naam")
    functie = trimmer.cut(medewerker.functie, FUNCTIE, "functie")
    belofte = trimmer.cut(medewerker.belofte, BELOFTE, "belofte")
    spots = list(dict.fromkeys(p["plek"] for p in places))
    groups = [uncapitalize(context.huis.klantgroepen[k].naam) for k in medewerker.boegbeeld_van]
    mentioned = join_words([trimmer.cut(g, SHORT) for g in groups])
    citaat = medewerker.aanbevelingen[0] if medewerker.aanbevelingen else None
    data = context.shared | address_lines(context, url) | {
        "naam": name, "functie": functie, "belofte": belofte,
        "hier": say("hier_vind_je"), "plekken": places[:MAX_PLACES],
        "deskundig": [trimmer.cut(d, SENTENCE) for d in medewerker.deskundig_in[:MAX_POINTS]],
        "talen":
            say("spreekt", talen=join_words(list(medewerker.talen))) if medewerker.talen else "",
        "citaat": citaat and {"tekst": trimmer.cut(citaat.citaat, 220), "door": citaat.door},
        "bereik": for_print(contact_ways),
        "alt": medewerker.portret.alt if medewerker.portret else name,
        "uitnodiging": say("bel_of_loop"),
        "groepen": say("gezicht_voor", groepen=mentioned) if groups else "",
        "overdrachten": [
            _introduction(context, medewerker, o, trimmer)
            for o in context.overdrachten
            if o.opvolger == medewerker.id
        ],
        "deel": {
            "kop": name, "bij": f"“{belofte}”", "boven": functie, "mens": True, "cursief": False,
            "plekkop": say("hier_vind_je"),
            "plekken": [trimmer.cut(p, SHORT) for p in spots[:3]],
            "langste": longest_word(name),
        },
    }  # fmt: skip
    return KitMaterial(
        "medewerkers", medewerker.id, name, functie, address.rstrip("/"), url, data,
        ShareText(
            medewerker.naam, f"“{medewerker.belofte}”", medewerker.functie, "mens",
            context.share_portret(medewerker),
        ),
        context.portret(medewerker),
        _texts(context, medewerker, url, contact_ways, groups),
        vcard(medewerker, org, url),
        tuple(trimmer.cut_fields),
    )  # fmt: skip


def _introduction(
    context: KitContext, medewerker: Medewerker, overdracht: Overdracht, trimmer: Trimmer
) -> Data:
    """The words by which a worker is introduced to the clients of the one who leaves."""
    say = context.templates.say
    old, spoken = trimmer.cut(overdracht.naam, NAAM), trimmer.cut(overdracht.first_name, SHORT)
    name, functie = trimmer.cut(medewerker.naam, NAAM), trimmer.cut(medewerker.functie, FUNCTIE)
    organisatie = context.shared["organisatie"]["naam"]
    leaves = "is_weg" if overdracht.is_gone else "gaat_weg"
    return {
        "id": overdracht.id,
        "kop": say("overdracht_kop", nieuw=trimmer.cut(medewerker.first_name, SHORT), oud=spoken),
        "vertrek": say(f"overdracht_{leaves}", oud=old, voornaam=spoken, organisatie=organisatie),
        "komst": say("overdracht_komst", nieuw=name, functie=functie, oud=spoken),
        "kort": say("overdracht_kort", nieuw=name, functie=functie, oud=old),
    }


def _texts(
    context: KitContext,
    medewerker: Medewerker,
    url: str,
    contact_ways: list[Data],
    groups: list[str],
) -> Data:
    """What the signature and the introductions say: whole texts, for these have room."""
    org, say = context.huis.organisatie, context.templates.say
    places = [
        say("plek_en_tijd", plek=p["plek"], wanneer=p["wanneer"])
        for p in places_of(context, medewerker, None)
    ]
    return {
        "mens": {"naam": clean(medewerker.naam), "functie": clean(medewerker.functie),
                 "belofte": clean(medewerker.belofte)},
        "organisatie": {"naam": clean(org.naam), "payoff": clean(org.payoff)},
        "kleuren": dict(context.colours),
        "url": url,
        "bereik": contact_ways,
        "plekken": places,
        "over": paragraphs(medewerker.over),
        "groepen": join_words(groups),
        "onderwerpen": join_words([uncapitalize(d) for d in medewerker.deskundig_in]),
        "talen": join_words(list(medewerker.talen)),
    }  # fmt: skip
