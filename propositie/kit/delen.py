"""The parts of which the words of every kit are put together: places, numbers, addresses."""

from __future__ import annotations

import re
from urllib.parse import quote

from ..huis import Medewerker
from ..huis.velden import belbaar
from ..paginas.opmaak import kale_tekst
from .kist import Gegevens, Werkkist
from .zetsel import Schaar, schoon


def plekken_van(kist: Werkkist, mens: Medewerker, schaar: Schaar | None) -> list[Gegevens]:
    """Where and when to meet a worker; `schaar` cuts to what fits on paper."""
    uit = []
    for n, o in enumerate(mens.te_vinden):
        plek = kist.huis.locaties[o.locatie].naam if o.locatie else o.waar or ""
        if o.locatie and o.waar:
            plek = f"{plek}, {o.waar}"
        if schaar is None:
            uit.append({"plek": schoon(plek), "wanneer": schoon(o.wanneer)})
        else:
            uit.append({
                "plek": schaar.knip(plek, 90, "te_vinden", n, "waar"),
                "wanneer": schaar.knip(o.wanneer, 110, "te_vinden", n, "wanneer"),
            })  # fmt: skip
    return uit


def bereik_van(kist: Werkkist, mens: Medewerker | None) -> list[Gegevens]:
    """How to reach a worker; the organisation where the worker has no number or address."""
    zeg, algemeen = kist.sjablonen.zeg, kist.huis.organisatie.contact
    eigen = mens.contact if mens else None
    telefoon = (eigen and eigen.telefoon) or algemeen.telefoon
    whatsapp = eigen.whatsapp if eigen else algemeen.whatsapp
    email = (eigen and eigen.email) or algemeen.email
    uit = []
    if telefoon:
        uit.append(bellen(zeg("bellen"), telefoon))
    if whatsapp:
        nummer = belbaar(whatsapp).lstrip("+")
        uit.append({"wat": zeg("appen"), "waarde": whatsapp, "link": f"https://wa.me/{nummer}"})
    if email:
        uit.append(mailen(zeg("mailen"), email))
    return uit


def bellen(wat: str, nummer: str) -> Gegevens:
    return {"wat": wat, "waarde": nummer, "link": f"tel:{belbaar(nummer)}"}


def mailen(wat: str, email: str) -> Gegevens:
    return {"wat": wat, "waarde": email, "link": f"mailto:{quote(email, safe='@')}"}


def voor_druk(bereik: list[Gegevens]) -> list[Gegevens]:
    """On paper a number that is for both calling and texting stands there once."""
    uit: dict[str, Gegevens] = {}
    for regel in bereik:
        uit.setdefault(regel["waarde"], {"wat": regel["wat"], "waarde": regel["waarde"]})
    return list(uit.values())


def adresregels(kist: Werkkist, url: str) -> Gegevens:
    """The address as one reads it aloud, and the line at the foot of a flyer."""
    adres = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    naam = kist.gedeeld["organisatie"]["naam"]
    return {"adres": adres, "afzender": kist.sjablonen.zeg("afzender", naam=naam, adres=adres)}


def langste_woord(kop: str) -> str:
    """The word that decides how large a headline can be."""
    return max((w[:22] for w in kop.split()), key=len, default="")


def alineas(tekst: str | None) -> str:
    """The paragraphs of a Markdown text without marks."""
    stukken = re.split(r"\n\s*\n", tekst or "")
    return "\n\n".join(kaal for s in stukken if (kaal := kale_tekst(s)))


def klein_begin(onderwerp: str) -> str:
    """A subject inside a sentence: no capital, unless more capitals follow (WMO, DigiD)."""
    rest = onderwerp[1:2]
    return onderwerp[:1].lower() + onderwerp[1:] if rest.islower() or rest == " " else onderwerp
