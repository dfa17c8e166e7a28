"""The parts of which the words of every kit are put together: places, numbers, addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

from ..huis import Medewerker
from ..huis.parsing import dialable
from ..pages.formatting import strip_markdown
from .context import Data, KitContext
from .typesetting import Trimmer, clean


def places_of(context: KitContext, medewerker: Medewerker, trimmer: Trimmer | None) -> list[Data]:
    """Where and when to meet a worker; `trimmer` cuts to what fits on paper."""
    result = []
    for n, o in enumerate(medewerker.te_vinden):
        place = context.huis.locaties[o.locatie].naam if o.locatie else o.waar or ""
        if o.locatie and o.waar:
            place = f"{place}, {o.waar}"
        if trimmer is None:
            result.append({"plek": clean(place), "wanneer": clean(o.wanneer)})
        else:
            result.append({
                "plek": trimmer.cut(place, 90, "te_vinden", n, "waar"),
                "wanneer": trimmer.cut(o.wanneer, 110, "te_vinden", n, "wanneer"),
            })  # fmt: skip
    return result


def contact_ways_of(context: KitContext, medewerker: Medewerker | None) -> list[Data]:
    """How to reach a worker; the organisation where the worker has no number or address."""
    say, general = context.templates.say, context.huis.organisatie.contact
    own = medewerker.contact if medewerker else None
    telefoon = (own and own.telefoon) or general.telefoon
    whatsapp = own.whatsapp if own else general.whatsapp
    email = (own and own.email) or general.email
    result = []
    if telefoon:
        result.append(phone_entry(say("bellen"), telefoon))
    if whatsapp:
        number = dialable(whatsapp).lstrip("+")
        result.append({"wat": say("appen"), "waarde": whatsapp, "link": f"https://wa.me/{number}"})
    if email:
        result.append(email_entry(say("mailen"), email))
    return result


def phone_entry(label: str, number: str) -> Data:
    return {"wat": label, "waarde": number, "link": f"tel:{dialable(number)}"}


def email_entry(label: str, email: str) -> Data:
    return {"wat": label, "waarde": email, "link": f"mailto:{quote(email, safe='@')}"}


def for_print(contact_ways: list[Data]) -> list[Data]:
    """On paper a number that is for both calling and texting stands there once."""
    result: dict[str, Data] = {}
    for line in contact_ways:
        result.setdefault(line["waarde"], {"wat": line["wat"], "waarde": line["waarde"]})
    return list(result.values())


def address_lines(context: KitContext, url: str) -> Data:
    """The address as one reads it aloud, and the line at the foot of a flyer."""
    address = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    name = context.shared["organisatie"]["naam"]
    return {
        "adres": address,
        "afzender": context.templates.say("afzender", naam=name, adres=address),
    }


def longest_word(heading: str) -> str:
    """The word that decides how large a headline can be."""
    return max((w[:22] for w in heading.split()), key=len, default="")


def paragraphs(text: str | None) -> str:
    """The paragraphs of a Markdown text without marks."""
    pieces = re.split(r"\n\s*\n", text or "")
    return "\n\n".join(bare for s in pieces if (bare := strip_markdown(s)))


def uncapitalize(subject: str) -> str:
    """A subject inside a sentence: no capital, unless more capitals follow (WMO, DigiD)."""
    rest = subject[1:2]
    return subject[:1].lower() + subject[1:] if rest.islower() or rest == " " else subject
