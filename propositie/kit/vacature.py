"""What goes into the kit of a vacancy: a poster and share pictures."""

from __future__ import annotations

from ..dutch import date_in_words
from ..huis import Medewerker, Vacature, address_of
from ..output.share_image import ShareText
from ..pages.formatting import shorten, strip_markdown
from .context import (
    BELOFTE,
    FUNCTIE,
    MAX_POINTS,
    NAAM,
    SENTENCE,
    Data,
    KitContext,
    KitMaterial,
)
from .parts import (
    address_lines,
    contact_ways_of,
    email_entry,
    for_print,
    longest_word,
    phone_entry,
)
from .typesetting import Trimmer


def material_of_vacature(context: KitContext, vacature: Vacature) -> KitMaterial:
    """The poster and the share pictures for a vacancy that is open."""
    say, trimmer = context.templates.say, Trimmer()
    contact = context.huis.medewerkers[vacature.contact] if vacature.contact else None
    address = address_of(vacature)
    url, soort = context.url(address), say(f"vacature_{vacature.soort}")
    name = trimmer.cut(vacature.naam, NAAM, "naam")
    short = (
        trimmer.cut(vacature.kort, BELOFTE, "kort")
        if vacature.kort
        else trimmer.cut(shorten(strip_markdown(vacature.wat), BELOFTE), BELOFTE)
    )
    until = say("vacature_tot", dag=date_in_words(vacature.sluit_op))
    data = context.shared | address_lines(context, url) | {
        "naam": name, "soort": soort, "kort": short,
        "feiten": _facts(context, vacature, until, trimmer),
        "krijgtkop": say("vacature_krijgt"),
        "krijgt": [trimmer.cut(p, SENTENCE) for p in vacature.wat_je_krijgt[:MAX_POINTS]],
        "mens": contact and {
            "naam": trimmer.cut(contact.naam, NAAM),
            "functie": trimmer.cut(contact.functie, FUNCTIE),
        },
        "alt": contact.portret.alt if contact and contact.portret else "",
        "uitnodiging":
            say("vacature_vraag", naam=contact.first_name) if contact
            else say("vacature_vraag_zonder"),
        "bereik": for_print(_ways(context, vacature, contact)),
        "deel": {
            "kop": name, "bij": short, "boven": soort, "mens": False, "cursief": False,
            "langste": longest_word(name),
        },
    }  # fmt: skip
    return KitMaterial(
        "vacatures", vacature.id, name, until, address.rstrip("/"), url, data,
        ShareText(vacature.naam, short, above=soort), context.portret(contact),
        cut_fields=tuple(trimmer.cut_fields),
    )  # fmt: skip


def _facts(context: KitContext, vacature: Vacature, until: str, trimmer: Trimmer) -> list[Data]:
    """How many hours, what it pays, where, until when."""
    say, place = context.templates.say, vacature.locatie
    rows = [
        (say("vacature_uren"), vacature.uren),
        (say("vacature_salaris"), vacature.salaris),
        (say("waar"), context.huis.locaties[place].naam if place else None),
        (say("vacature_reageren"), until),
    ]
    return [{"wat": label, "waarde": trimmer.cut(text, 150)} for label, text in rows if text]


def _ways(context: KitContext, vacature: Vacature, contact: Medewerker | None) -> list[Data]:
    """How to apply: as the vacancy says, else by who knows of it."""
    say, own = context.templates.say, vacature.aanmelden
    ways = contact_ways_of(context, contact)
    if own is None:
        return ways
    said = [
        *([phone_entry(say("bellen"), own.telefoon)] if own.telefoon else []),
        *([email_entry(say("mailen"), own.email)] if own.email else []),
    ]
    return [*said, *(way for way in ways if way["wat"] not in {s["wat"] for s in said})]
