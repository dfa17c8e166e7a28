"""What stands around every page: style, icons, and what header and footer need to know."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..editie import PubliekHuis
from ..huis.merk import Kleuren
from ..huis.velden import belbaar
from ..uitvoer.beelden import Beelden
from ..uitvoer.bestand import Bestand
from ..uitvoer.cache import Cache
from ..uitvoer.iconen import Iconen, iconen_van
from ..uitvoer.palet import als_css, palet
from .pagina import Pagina
from .werkbank import Werkbank, lees_woorden

Schil = Mapping[str, object]
"""What the theme's header and footer read as `config.extra.huis`."""

MENU = ("voor-wie/", "aanbod/", "mensen/", "waarom-wij/")
VOET = ("hulp-bij/", "opdrachtgevers/", "blog/", "contact/", "toegankelijkheid/")


def icoonset(huis: PubliekHuis, beelden: Beelden, cache: Cache) -> Iconen:
    """The icons, from the beeldmerk when the brand has one."""
    merk = huis.merk
    kleuren = palet(merk.kleuren.hoofd, merk.kleuren.accent)["licht"]
    return iconen_van(beelden, merk.beeldmerk, huis.organisatie.naam, kleuren, cache)


def stijlblad(
    kleuren: Kleuren, sjabloonmappen: Sequence[Path], eigen_letter: str = "", erbij: str = ""
) -> Bestand:
    """One stylesheet: the brand's palette and letter, then every part of the theme's own style.

    `erbij` is a part that only some editions have, by its path in the theme.
    """
    delen = [als_css(kleuren), eigen_letter]
    gevonden: dict[str, Path] = {}
    for map_ in sjabloonmappen:
        for deel in sorted((map_ / "stijl").glob("*.css")):
            gevonden.setdefault(deel.name, deel)
    if erbij:
        eigen = next(map_ / erbij for map_ in sjabloonmappen if (map_ / erbij).is_file())
        gevonden["99"] = eigen
    delen += [gevonden[naam].read_text(encoding="utf-8") for naam in sorted(gevonden)]
    inhoud = "".join(delen).encode()
    return Bestand(f"assets/stijl.{hashlib.sha256(inhoud).hexdigest()[:10]}.css", inhoud)


def schil_van(
    werk: Werkbank, paginas: Sequence[Pagina], stijl: str, sjabloonmappen: Sequence[Path]
) -> Schil:
    """What the theme reads on every page of the public edition."""
    organisatie, merk = werk.huis.organisatie, werk.huis.merk
    titels = {p.adres: p.titel for p in paginas}
    kleuren = palet(merk.kleuren.hoofd, merk.kleuren.accent)
    logo = werk.logo()
    telefoon, whatsapp = organisatie.contact.telefoon, organisatie.contact.whatsapp
    return {
        "naam": organisatie.naam,
        "payoff": organisatie.payoff,
        "telefoon": telefoon,
        "telefoon_link": f"tel:{belbaar(telefoon)}" if telefoon else None,
        "whatsapp_link": f"https://wa.me/{belbaar(whatsapp).lstrip('+')}" if whatsapp else None,
        "email": organisatie.contact.email,
        "adres": organisatie.contact.adres,
        "kvk": organisatie.kvk,
        "rsin": organisatie.anbi.rsin if organisatie.anbi else None,
        "logo": logo,
        "stijl": stijl,
        "themakleur": {"licht": kleuren["licht"]["grond"], "donker": kleuren["donker"]["grond"]},
        "menu": [{"titel": titels[a], "adres": a} for a in MENU if a in titels],
        "voet": [{"titel": titels[a], "adres": a} for a in VOET if a in titels],
        "feeds": next((p.feeds for p in paginas if p.adres == "blog/"), ()),
        "gemaakt": list(titels),
        "woorden": lees_woorden(sjabloonmappen, organisatie.aanspreekvorm),
    }
