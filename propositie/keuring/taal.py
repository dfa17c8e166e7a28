"""The language of what the public reads: short sentences, plain words, one form of address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..bevinding import Ernst
from ..huis import Ding
from .jargon import Jargon
from .leesgemak import EINDE, WOORD, leesgemak
from .regel import Vondst, Zicht, regel

MAX_PER_DING = 3
"""So many words or sentences are pointed at in one file; who sees more reads none of them."""

MIN_WOORDEN = 50
"""Reading ease says something about a text of so many words or more."""

Pad = tuple[str | int, ...]

PUBLIEKE_TEKSTEN = {
    "organisatie": ("payoff", "missie", "spoed", "doel.maat"),
    "klantgroepen": ("naam", "ik", "kernboodschap", "omschrijving", "levensgebeurtenissen"),
    "behoeften": ("naam", "pijn", "winst"),
    "diensten": (
        "naam", "kort", "omschrijving", "samen.jij", "samen.wij", "samen.netwerk",
        "prijs.toelichting", "wanneer.toelichting", "aanmelden.tekst",
    ),
    "locaties": ("bereikbaarheid", "toegankelijkheid"),
    "usps": ("belofte", "toelichting"),
    "medewerkers": ("belofte", "deskundig_in", "over", "afscheid"),
}  # fmt: skip
"""The texts that staff write themselves for the public, by kind; a client's words stay as said."""


def _teksten(deel: object, veld: str, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Yield (path, text) of each text in the field `veld` (with points) of `deel`."""
    if deel is None:
        return
    if isinstance(deel, tuple):
        for nummer, item in enumerate(deel):
            yield from _teksten(item, veld, (*pad, nummer))
    elif isinstance(deel, str):
        yield pad, deel
    else:
        naam, _, rest = veld.partition(".")
        yield from _teksten(getattr(deel, naam), rest, (*pad, naam))


def dingen(zicht: Zicht) -> Iterator[tuple[Ding, list[tuple[Pad, str]]]]:
    """Yield every thing that the public reads, with its texts without Markdown."""
    for soort, velden in PUBLIEKE_TEKSTEN.items():
        inhoud = getattr(zicht.huis, soort)
        for ding in [inhoud] if isinstance(inhoud, Ding) else inhoud.values():
            teksten = [(p, kaal(t)) for veld in velden for p, t in _teksten(ding, veld)]
            yield ding, teksten


_OPMAAK = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\([^()\[\]\n]{0,300}\)"  # a link or picture: keep its words
    r"|<?https?://[^\s>]+>?"
    r"|^[ \t]*(?:#+|>|[-*+]|\d+[.)])[ \t]+"  # a heading, quote or bullet begins a new sentence
    r"|(?P<nadruk>[*_`~]{1,3})",
    re.M,
)


@lru_cache(maxsize=65_536)
def kaal(tekst: str) -> str:
    """A text without Markdown; emphasis becomes a quotation mark, a new block a blank line."""

    def zonder(vondst: re.Match[str]) -> str:
        if vondst["link"] is not None:
            return vondst["link"]
        if vondst["nadruk"]:
            return '"'
        return "\n\n" if vondst[0][-1].isspace() else ""

    return _OPMAAK.sub(zonder, tekst)


def lange_zinnen(tekst: str, hoogstens: int) -> Iterator[tuple[str, int]]:
    """Yield the begin of each sentence of more than `hoogstens` words, and how many it has."""
    for zin in EINDE.split(tekst):
        if len(zin) > 2 * hoogstens:  # fewer characters cannot hold so many words
            aantal = len(WOORD.findall(zin))
            if aantal > hoogstens:
                yield " ".join(zin.replace('"', "").split()[:3]), aantal


@regel(
    "K70",
    Ernst.TIP,
    "Zinnen zijn kort",
    "Ruim een op de zes volwassenen leest moeilijk, en wie zorgen heeft leest slechter dan "
    "anders. Korte zinnen helpen iedereen.",
)
def zin_te_lang(zicht: Zicht) -> Iterator[Vondst]:
    """A sentence of more words than the threshold."""
    grens = max(1, zicht.drempels.zin_woorden)
    for ding, teksten in dingen(zicht):
        lang = [(pad, *zin) for pad, tekst in teksten for zin in lange_zinnen(tekst, grens)]
        for pad, begin, aantal in lang[:MAX_PER_DING]:
            yield Vondst(
                ding,
                f"Deze zin telt {aantal} woorden. Maak er twee van; "
                f"hoogstens {grens} woorden leest prettig.",
                pad,
                zoek=begin,
            )


@regel(
    "K71",
    Ernst.TIP,
    "Gewone woorden",
    "Vakwoorden zijn handig onder collega's. Voor wie hulp zoekt, zijn ze een drempel. Jullie "
    "eigen lijst staat bij keuring.jargon; wat jullie gewoon vinden, bij keuring.gewoon.",
)
def vakwoord(zicht: Zicht) -> Iterator[Vondst]:
    """A word that only colleagues use."""
    jargon = Jargon(zicht.drempels.jargon, zicht.drempels.gewoon)
    for ding, teksten in dingen(zicht):
        gevonden: dict[str, tuple[Pad, str]] = {}
        for pad, tekst in teksten:
            for woord, zoals_getypt in jargon.zoek(tekst):
                gevonden.setdefault(woord, (pad, zoals_getypt))
        for woord, (pad, zoals_getypt) in list(gevonden.items())[:MAX_PER_DING]:
            yield Vondst(
                ding,
                f'"{zoals_getypt}" is een vakwoord. Gewoner is: {jargon.gewoner(woord)}.',
                pad,
                zoek=zoals_getypt,
            )


_U = re.compile(r"\b(?:u|uw|uzelf)\b", re.I)
_JE = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jullie)\b", re.I)


@regel(
    "K72",
    Ernst.TIP,
    "De site zegt overal je, of overal u",
    "Wie op de ene pagina u is en op de andere je, voelt zich niet aangesproken.",
)
def verkeerde_aanspreekvorm(zicht: Zicht) -> Iterator[Vondst]:
    """A text that addresses the reader otherwise than the organisation chose to."""
    vorm = zicht.huis.organisatie.aanspreekvorm
    andere = _U if vorm == "je" else _JE
    for ding, teksten in dingen(zicht):
        for pad, tekst in teksten:
            vondst = andere.search(tekst)
            if vondst and pad[0] != "ik":
                yield Vondst(
                    ding,
                    f'Hier staat "{vondst[0]}", terwijl jullie de lezer met {vorm} aanspreken '
                    "(aanspreekvorm in organisatie.yml). Maak er één vorm van.",
                    pad,
                    zoek=vondst[0],
                )
                break


@regel(
    "K73",
    Ernst.TIP,
    "Langere teksten lezen gemakkelijk",
    "Lange woorden in lange zinnen kosten moeite. Het cijfer komt van Flesch-Douma: hoe hoger, "
    "hoe makkelijker; 60 is gewone taal. Het is een seintje, geen oordeel. De drempel staat bij "
    "keuring.leesgemak.",
)
def moeilijk_leesbaar(zicht: Zicht) -> Iterator[Vondst]:
    """A text of some length that reads less easily than the threshold."""
    grens = zicht.drempels.leesgemak
    for ding, teksten in dingen(zicht):
        for pad, tekst in teksten:
            gemak = leesgemak(tekst, MIN_WOORDEN)
            if gemak is not None and gemak < grens:
                yield Vondst(
                    ding,
                    f"Deze tekst leest moeilijk: leesgemak {max(0, round(gemak))}, en {grens} of "
                    "meer leest prettig. Maak de zinnen korter of kies kortere woorden.",
                    pad,
                )
