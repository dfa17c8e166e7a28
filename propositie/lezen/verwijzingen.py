"""References and links to things that do not exist, and which thing was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..bevinding import Bevinding, Ernst
from ..huis import BerichtIntern, Ding, Soort, soorten
from ..huis.berichten import BLOG, links
from ..huis.velden import Verwijzing
from ..huis.wandeling import gemerkte_waarden
from .bron import Bron
from .fout import kort
from .gebrek import Gebrek, Herstel, bedoelt_u
from .map import maak_id
from .melding import melding
from .sleutels import MAX_NAAM, dichtstbij
from .tekens import schoon

Bronnen: TypeAlias = Mapping[tuple[str, str], Bron]
"""The file of each thing, by (kind, id)."""
Dingen: TypeAlias = Mapping[tuple[str, str], Ding]
"""The things that could be read, by (kind, id)."""
Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind: what exists, and how it is called."""

STUK = Soort(BLOG, BerichtIntern, False)
MAX_LOS = 20
"""So many references that lead nowhere are told of one file."""


def losse_verwijzingen(dingen: Dingen, bronnen: Bronnen) -> Iterator[Bevinding]:
    """References to things that do not exist."""
    ids = _ids(bronnen, dingen)
    for (soort, id_), ding in dingen.items():
        los = [
            (pad, merk.soort, waarde)
            for pad, merk, waarde in gemerkte_waarden(ding, Verwijzing)
            if waarde not in ids[merk.soort]
        ]
        bron = bronnen[soort, id_]
        for pad, doel, waarde in los[:MAX_LOS]:
            code = "V18" if (soort, doel) == (BLOG, "medewerkers") else "V03"
            yield melding(bron, _bestaat_niet(code, pad, doel, waarde, ids))


def losse_links(berichten: Mapping[str, BerichtIntern], bronnen: Bronnen) -> Iterator[Bevinding]:
    """Links in posts to pages of ours that do not exist."""
    ids = _ids(bronnen, {})
    klassen = {naam: s.klasse for naam, s in {**soorten(), BLOG: STUK}.items()}
    for bericht in berichten.values():
        for adres, doel in links(bericht.tekst):
            if doel is not None and doel.id not in ids[doel.soort]:
                naam = klassen[doel.soort].naam_van_soort
                hulp = bedoelt_u(dichtstbij(doel.id, list(ids[doel.soort])))
                zin = (
                    f'{naam.lidwoord.capitalize()} {naam.enkelvoud} "{kort(doel.id)}" waar deze '
                    f"link heen gaat, bestaat niet.{hulp or ' Haal de link weg.'}"
                )
                plek = bronnen[BLOG, bericht.id].plaats(("tekst",), zoek=adres)
                yield Bevinding("V03", Ernst.FOUT, zin, plek)


def _ids(bronnen: Bronnen, dingen: Dingen) -> Ids:
    """What exists of each kind. A thing with mistakes of its own does exist."""
    ids: dict[str, dict[str, str]] = {naam: {} for naam in (*soorten(), BLOG)}
    for soort, id_ in bronnen:
        ids[soort][id_] = str(getattr(dingen.get((soort, id_)), "naam", ""))
    return ids


def _bestaat_niet(
    code: str, pad: tuple[str | int, ...], soort: str, waarde: str, ids: Ids
) -> Gebrek:
    """What to say of a reference `waarde` to a thing of kind `soort`."""
    naam = soorten()[soort].klasse.naam_van_soort
    voor = f'{naam.lidwoord.capitalize()} {naam.enkelvoud} "{kort(waarde)}" bestaat niet.'
    delen = [d.strip() for d in re.split(r"[,;/+&]|\s+en\s+", waarde) if d.strip()]
    bekend = [d for d in delen if d in ids[soort]]
    if len(delen) > 1 and bekend and isinstance(pad[-1], int):
        nieuw = ", ".join(bedoelde_id(d, ids[soort]) or d for d in delen)
        zin = f"{voor} Dit zijn er {len(delen)}: zet er een komma tussen, of geef elk een streepje."
        return Gebrek(code, zin, pad, herstel=_tussen_haken(waarde, nieuw), hele_regel=True)
    if gevonden := bedoelde_id(waarde, ids[soort]):
        zin = voor + bedoelt_u(gevonden)
        return Gebrek(code, zin, pad, herstel=_vervang(waarde, gevonden), woord="Schrijf dan")
    anders = next((s for s in soorten() if s != soort and waarde in ids[s]), None)
    if anders is not None:
        ander = soorten()[anders].klasse.naam_van_soort
        zin = f'{voor} Wel is er {ander.lidwoord} {ander.enkelvoud} "{waarde}". Kies hier '
        return Gebrek(code, f"{zin}een {naam.enkelvoud}, of haal dit weg.", pad)
    nieuw = maak_id(waarde.removesuffix(".yml").rpartition("/")[2])
    hulp = " Haal dit weg."
    if len(nieuw) <= MAX_NAAM:
        hulp = f' Maak het bestand "{soort}/{nieuw or "naam"}.yml", of haal dit weg.'
    return Gebrek(code, voor + hulp, pad)


def bedoelde_id(waarde: str, ids: Mapping[str, str]) -> str | None:
    """The id that was meant: typed as a name, a path or a file, or with a typing error."""
    kaal = schoon(waarde).removesuffix(".yml").removesuffix(".yaml").rpartition("/")[2]
    nieuw = maak_id(kaal)
    if nieuw in ids:
        return nieuw
    zelfde = [id_ for id_, naam in ids.items() if nieuw and maak_id(naam) == nieuw]
    return zelfde[0] if len(zelfde) == 1 else dichtstbij(kaal, list(ids))


def _tussen_haken(waarde: str, nieuw: str) -> Herstel:
    return lambda regel: regel.replace(waarde, nieuw, 1) if "[" in regel else ""


def _vervang(waarde: str, nieuw: str) -> Herstel:
    return lambda stuk: nieuw if stuk.strip("\"'") == waarde else ""
