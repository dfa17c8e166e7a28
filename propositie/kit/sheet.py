"""What goes into the kit of a client group and of a service: a flyer and share pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..dutch import join_words
from ..huis import Dienst, Klantgroep, Medewerker, address_of
from ..output.share_image import ShareText
from .context import BELOFTE, FUNCTIE, MAX_POINTS, NAAM, SENTENCE, Data, KitContext, KitMaterial
from .parts import (
    address_lines,
    contact_ways_of,
    email_entry,
    for_print,
    longest_word,
    phone_entry,
    places_of,
)
from .typesetting import Trimmer


def material_of_klantgroep(context: KitContext, group: Klantgroep) -> KitMaterial:
    """The flyer and the share pictures for a client group."""
    say, trimmer, relations = context.templates.say, Trimmer(), context.relations
    address = address_of(group)
    questions = [b.klantvragen[0].vraag for b in relations.behoeften_of_klantgroep[group.id]]
    samen = [d.naam for d in relations.diensten_of_klantgroep[group.id]]
    medewerker = next(iter(relations.boegbeelden_of_klantgroep[group.id]), None)
    ik = trimmer.cut(group.ik, SENTENCE, "ik")
    message = trimmer.cut(group.kernboodschap, BELOFTE, "kernboodschap")
    return _sheet(
        context, "klantgroepen", group.id, trimmer.cut(group.naam, NAAM, "naam"), address,
        medewerker, trimmer,
        {
            "boven": trimmer.cut(group.naam, NAAM, "naam"), "kop": ik, "onder": message,
            "cursief": True, "feiten": [],
            "bereik": for_print(contact_ways_of(context, medewerker)),
            "kolommen": _columns(trimmer, [
                (say("vragen"), [f"“{v}”" for v in questions]), (say("samen"), samen),
            ]),
        },
        ShareText(group.ik, group.kernboodschap, above=group.naam, variant="ik"),
    )  # fmt: skip


def material_of_dienst(context: KitContext, dienst: Dienst) -> KitMaterial:
    """The flyer and the share pictures for a service."""
    say, trimmer = context.templates.say, Trimmer()
    medewerker = next(iter(context.relations.medewerkers_of_dienst[dienst.id]), None)
    samen = dienst.samen
    name = trimmer.cut(dienst.naam, NAAM, "naam")
    return _sheet(
        context, "diensten", dienst.id, name, address_of(dienst), medewerker, trimmer,
        {
            "boven": "", "kop": name, "onder": trimmer.cut(dienst.kort, BELOFTE, "kort"),
            "cursief": False, "feiten": _facts(context, dienst, trimmer),
            "bereik":
                for_print(_aanmelden(context, dienst) or contact_ways_of(context, medewerker)),
            "kolommen": _columns(trimmer, [
                (say("dit_doe_jij"), samen.jij), (say("dit_doen_wij"), samen.wij),
                (say("dit_doen_anderen"), samen.netwerk),
            ]),
        },
        ShareText(dienst.naam, dienst.kort),
    )  # fmt: skip


def _sheet(
    context: KitContext, kind: str, id_: str, name: str, address: str,
    medewerker: Medewerker | None, trimmer: Trimmer, own: Data, share: ShareText,
) -> KitMaterial:  # fmt: skip
    """What the kits of a client group and a service have in common."""
    say, url = context.templates.say, context.url(address)
    data = context.shared | address_lines(context, url) | own | {
        "mens": medewerker and _contact_person(context, medewerker, trimmer),
        "alt": medewerker.portret.alt if medewerker and medewerker.portret else "",
        "uitnodiging":
            say("praat_met", naam=medewerker.first_name) if medewerker else say("bel_gerust"),
        "deel": {
            "kop": own["kop"], "bij": own["onder"], "boven": own["boven"], "mens": False,
            "cursief": own["cursief"], "langste": longest_word(own["kop"]),
        },
    }  # fmt: skip
    return KitMaterial(
        kind, id_, name, "", address.rstrip("/"), url, data, share, context.portret(medewerker),
        cut_fields=tuple(trimmer.cut_fields),
    )  # fmt: skip


def _contact_person(context: KitContext, medewerker: Medewerker, trimmer: Trimmer) -> Data:
    """The person on a flyer that is not their own."""
    places = places_of(context, medewerker, trimmer)
    return {
        "naam": trimmer.cut(medewerker.naam, NAAM),
        "functie": trimmer.cut(medewerker.functie, FUNCTIE),
        "belofte": trimmer.cut(medewerker.belofte, BELOFTE),
        "plek": context.templates.say("te_vinden_bij", **places[0]) if places else "",
    }  # fmt: skip


def _columns(trimmer: Trimmer, rows: Iterable[tuple[str, Sequence[str]]]) -> list[Data]:
    """Columns of points, without the empty ones."""
    return [
        {"kop": heading, "punten": [trimmer.cut(p, SENTENCE) for p in points[:MAX_POINTS]]}
        for heading, points in rows
        if points
    ]


def _aanmelden(context: KitContext, dienst: Dienst) -> list[Data]:
    say, signup = context.templates.say, dienst.aanmelden
    if signup is None:
        return []
    return [
        *([phone_entry(say("bellen"), signup.telefoon)] if signup.telefoon else []),
        *([email_entry(say("mailen"), signup.email)] if signup.email else []),
    ]


def _facts(context: KitContext, dienst: Dienst, trimmer: Trimmer) -> list[Data]:
    """What a service costs, where it is, when, and how to join."""
    say, locaties = context.templates.say, context.huis.locaties
    signup = dienst.aanmelden.tekst if dienst.aanmelden else None
    rows = [
        ("prijs", _prijs(context, dienst)),
        ("waar", join_words([locaties[p].naam for p in dienst.waar])),
        ("wanneer", "; ".join(t.in_words(say) for t in dienst.wanneer[:4])),
        ("hoe", signup or ""),
    ]
    return [{"wat": say(label), "waarde": trimmer.cut(w, 150)} for label, w in rows if w]


def _prijs(context: KitContext, dienst: Dienst) -> str:
    say, prijs = context.templates.say, dienst.prijs
    if prijs is None:
        return say("prijs_onbekend")
    words = prijs.in_words(say)
    return f"{words} ({prijs.toelichting})" if prijs.toelichting else words
