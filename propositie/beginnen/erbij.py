"""A new thing in a house that stands: one file, in which every field stands explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..hernoemen import vroegere_namen
from ..huis.berichten import BLOG
from ..lezen import Blogmap, Lezing
from ..lezen.map import ID, maak_id
from ..lezen.vertaling import MAX_NAAM
from .sjabloon import Aanvraag, maak_sjabloon
from .yamltekst import netjes


class GeenNaam(Exception):
    """A name of which no usable file name can be made."""


class BestaatAl(Exception):
    """There is a file, or an old address, of that name."""


@dataclass(frozen=True, slots=True)
class Erbij:
    """What was made: the file as staff know it, and what is left to fill in."""

    pad: Path
    getoond: str
    id: str
    open: Sequence[tuple[str, str]]


def voeg_toe(
    lezing: Lezing, getoond: str, soort: str, naam: str, op: date,
    id_: str | None = None, auteur: str | None = None,
) -> Erbij:  # fmt: skip
    """Make the file of a new thing beside those that `lezing` found.

    `getoond` is how the folder of the house is called; `id_` the name of the file, made from
    `naam` when left out; `auteur` the author of a post. Never writes over a file. Raises
    `GeenNaam`, `BestaatAl`, and OSError when the folder cannot be written in.
    """
    naam = netjes(naam)
    id_ = id_ if id_ is not None else maak_id(naam)[:MAX_NAAM].strip("-")
    if not naam or not ID.fullmatch(id_) or len(id_) > MAX_NAAM:
        raise GeenNaam(
            f'Van "{naam or id_}" is geen bestandsnaam te maken. Geef er zelf een met --id: '
            "alleen kleine letters a–z, cijfers en streepjes, bijvoorbeeld --id amal-haddad."
        )
    waar = _plek(lezing, getoond, soort, id_)
    ids: dict[str, list[str]] = {}
    for s, i in lezing.bronnen:
        ids.setdefault(s, []).append(i)
    if (soort, id_) in lezing.bronnen or waar[0].exists():
        raise BestaatAl(f"{waar[1]} bestaat al. Pas dat aan, of kies een andere naam met --id.")
    for (s, ander), bron in lezing.bronnen.items():
        if s == soort and id_ in vroegere_namen(bron):
            raise BestaatAl(
                f'"{id_}" is een vroegere naam van "{ander}", en dat adres leidt daarheen. '
                "Kies een andere naam met --id."
            )
    waarden = {"auteur": auteur} if auteur and soort == BLOG else {}
    gemaakt = maak_sjabloon(Aanvraag(soort, id_, naam, op, ids, waarden, inleiding=naam))
    _schrijf_nieuw(waar[0], gemaakt.tekst)
    return Erbij(waar[0], waar[1], id_, gemaakt.open)


def _plek(lezing: Lezing, getoond: str, soort: str, id_: str) -> tuple[Path, str]:
    """Where the file of a thing belongs, and how staff know that place."""
    if soort == BLOG:
        blog = Blogmap.naast(lezing.huismap, getoond)
        return blog.pad / f"{id_}.md", f"{blog.getoond}/{id_}.md"
    return lezing.huismap / soort / f"{id_}.yml", f"{getoond}/{soort}/{id_}.yml"


def _schrijf_nieuw(pad: Path, tekst: str) -> None:
    """Write a file that is not there yet: the whole of it, or nothing."""
    inhoud = tekst.encode()
    pad.parent.mkdir(parents=True, exist_ok=True)
    try:
        with pad.open("xb") as bestand:
            try:
                bestand.write(inhoud)
            except BaseException:
                pad.unlink()
                raise
    except FileExistsError:
        raise BestaatAl(f"{pad.name} bestaat al. Er is niets veranderd.") from None
