"""The workbench of the werkboek: templates, and the way from one page to another.

Addresses end in `index.html`, so that the werkboek also opens by a double click, from a folder
that somebody downloaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..controle import Controle
from ..editie import PubliekHuis
from ..handboek import adres_van_code
from ..huis import Huis
from ..paginas import Kruimel, Pagina
from ..paginas.omgeving import maak_omgeving
from ..uitvoer.cache import Cache


@dataclass(frozen=True, slots=True)
class Stof:
    """What the werkboek is made from."""

    controle: Controle
    huis: Huis
    publiek: PubliekHuis
    op: date
    sjabloonmappen: Sequence[Path]
    """The theme's folders, nearest first."""
    cache: Cache


class Werkblad:
    """Renders the templates in `theme/werkboek/` into pages."""

    def __init__(self, stof: Stof) -> None:
        self.stof = stof
        self._hier = ""
        self._omgeving = maak_omgeving(stof.sjabloonmappen, stof.cache)
        self._omgeving.globals.update(
            huis=stof.huis, link=self.link, code_link=lambda code: self.link(adres_van_code(code))
        )

    def link(self, adres: str) -> str:
        """The way from the page being made to `adres` (`handboek/meldingen/#k33`)."""
        kaal, streep, anker = adres.partition("#")
        return "../" * self._hier.count("/") + bladadres(kaal) + streep + anker

    def pagina(
        self, adres: str, sjabloon: str, titel: str, omschrijving: str,
        kruimels: Sequence[Kruimel] = (), zoek: str = "", **gegevens: object,
    ) -> Pagina:  # fmt: skip
        """Render `werkboek/<sjabloon>.html` at `adres`; `zoek` is what search reads besides."""
        self._hier = adres
        inhoud = self._omgeving.get_template(f"werkboek/{sjabloon}.html").render(
            {"titel": titel, "omschrijving": omschrijving, **gegevens}
        )
        return Pagina(
            adres=adres,
            soort=f"werkboek-{sjabloon}",
            titel=titel,
            omschrijving=omschrijving,
            inhoud=inhoud,
            zoektekst=f"{omschrijving} {zoek}".strip(),
            kruimels=(Kruimel("Werkboek", ""), *kruimels) if adres else (),
        )


def bladadres(adres: str) -> str:
    """The file that a page at `adres` becomes: `kit/` → `kit/index.html`."""
    return f"{adres}index.html" if not adres or adres.endswith("/") else adres


def naar_blad(rij: Mapping[str, str]) -> dict[str, str]:
    """A line of the menu with the address of its file."""
    return {**rij, "adres": bladadres(rij["adres"])}
