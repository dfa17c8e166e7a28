"""The workbench on which every page is made: the public house, templates, words, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..editie import PubliekHuis
from ..huis import Beeld, Behoefte, Ding, Klantgroep, Medewerker
from ..huis.berichten import Stukken
from ..huis.velden import belbaar
from ..huis.verbanden import Verbanden
from ..uitvoer import jsonld as ld
from ..uitvoer.beelden import Beelden
from ..uitvoer.bestand import Bestand, Getoond
from ..uitvoer.cache import Cache
from .buiten import merk_buiten
from .omgeving import maak_omgeving
from .opmaak import aangesproken, ingekort, kale_tekst
from .pagina import Feed, Kruimel, Pagina


class Werkbank:
    """Holds what page makers share; renders a template at an address into a `Pagina`."""

    def __init__(
        self,
        huis: PubliekHuis,
        sjabloonmappen: Sequence[Path],
        beelden: Beelden,
        bron: Callable[[str, str], str],
        site_url: str | None = None,
        cache: Cache | None = None,
    ) -> None:
        self.huis = huis
        self.site_url = site_url
        self.verbanden = Verbanden(huis)
        self.stukken = Stukken(huis.berichten.values())
        self.beelden = beelden
        self.extra: list[Bestand] = []
        """Files that belong to a page, such as vCards."""
        self._bron = bron
        self._hier = ""
        self._woorden = lees_woorden(sjabloonmappen, huis.organisatie.aanspreekvorm)
        self.env = maak_omgeving(sjabloonmappen, cache or Cache())
        self.env.globals.update(
            huis=huis,
            verbanden=self.verbanden,
            link=self.link,
            zeg=self.zeg,
            foto=self.foto,
            gezicht=self.gezicht,
            belbaar=belbaar,
            vraag_van=vraag_van,
        )

    def zeg(self, sleutel: str, **waarden: object) -> str:
        """A sentence of the interface, in the organisation's form of address."""
        return self._woorden[sleutel].format(**waarden)

    def kan_zeggen(self, sleutel: str) -> bool:
        """Whether there is a sentence of that name."""
        return sleutel in self._woorden

    def link(self, adres: str) -> str:
        """The way from the page being made to `adres`, so that the site works under any path."""
        return "../" * self._hier.count("/") + adres or "./"

    def volledig(self, adres: str) -> str | None:
        """The whole address of `adres`, or None when the site does not know its own."""
        return f"{self.site_url.rstrip('/')}/{adres}" if self.site_url else None

    def foto(self, ding: Ding, beeld: Beeld, soort: str, gebruik: str = "tafereel") -> Getoond:
        """Publish the picture of a thing for one of the uses in `uitvoer.beelden.GEBRUIK`."""
        return self.beelden.toon(soort, beeld.bestand, beeld.alt, gebruik)

    def gezicht(self, medewerker: Medewerker, gebruik: str = "portret") -> Getoond | None:
        """Publish a worker's portrait, when there is one that may be shown."""
        if medewerker.portret is None:
            return None
        return self.foto(medewerker, medewerker.portret, "medewerkers", gebruik)

    def logo(self) -> Getoond | None:
        """Publish the logo, when there is one."""
        bestand = self.huis.merk.logo
        naam = self.huis.organisatie.naam
        return self.beelden.toon("merk", bestand, naam, "logo") if bestand else None

    def pagina(
        self,
        adres: str,
        sjabloon: str,
        titel: str,
        omschrijving: str,
        *,
        kruimels: Sequence[Kruimel] = (),
        beeld: Getoond | None = None,
        bron: tuple[str, str] | None = None,
        zoek: Iterable[str | None] = (),
        jsonld: Sequence[ld.Gegevens] = (),
        feeds: Sequence[Feed] = (),
        **gegevens: Any,
    ) -> Pagina:
        """Render the template `huis/<sjabloon>.html` at `adres`.

        `zoek` is what search reads; `jsonld` what search engines read of what the page is about.
        """
        self._hier = adres
        inhoud = self.env.get_template(f"huis/{sjabloon}.html").render(gegevens)
        pad = (Kruimel(self.zeg("thuis"), ""), *kruimels)
        over = jsonld or [
            ld.webpagina("WebPage", self.volledig, adres, titel, ingekort(omschrijving))
        ]
        stappen = [(k.titel, k.adres) for k in pad] + [(titel, adres)]
        return Pagina(
            adres=adres,
            soort=sjabloon,
            titel=titel,
            omschrijving=ingekort(omschrijving),
            inhoud=merk_buiten(inhoud, self.site_url, self.zeg("andere_site")),
            zoektekst=" ".join(t for t in (omschrijving, *zoek) if t),
            kruimels=pad,
            beeld=beeld,
            jsonld=ld.als_json(
                [*over, *([ld.kruimelpad(stappen, self.volledig)] if adres else [])]
            ),
            bron=self._bron(*bron) if bron is not None else None,
            feeds=tuple(feeds),
        )

    def aanspreekpersoon(
        self, mensen: Sequence[Medewerker], groepen: Sequence[str] = ()
    ) -> Medewerker | None:
        """Who invites the reader to the next step: one of `mensen`, else a figurehead of `groepen`,
        else the figurehead of the first client group that has one."""
        if mensen:
            return mensen[0]
        for groep in [*groepen, *self.huis.klantgroepen]:
            if boegbeelden := self.verbanden.boegbeelden_van_klantgroep[groep]:
                return boegbeelden[0]
        return next(iter(self.huis.medewerkers.values()), None)

    def bewoners(self) -> list[Klantgroep]:
        """The client groups that come for help themselves."""
        return [k for k in self.huis.klantgroepen.values() if k.soort == "bewoner"]


def gewone_tekst(opgemaakt: str | None) -> str:
    """The words of a Markdown text that may be absent."""
    return kale_tekst(opgemaakt) if opgemaakt else ""


def vraag_van(behoefte: Behoefte) -> str:
    """The question that stands for a need: the first one that a client asked."""
    return behoefte.klantvragen[0].vraag


def lees_woorden(sjabloonmappen: Sequence[Path], vorm: str) -> Mapping[str, str]:
    """The sentences of the interface in the form of address `vorm` (`je` or `u`)."""
    for map_ in sjabloonmappen:
        bestand = map_ / "woorden" / "nl.yml"
        if bestand.is_file():
            ruw = yaml.load(bestand.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            return {sleutel: aangesproken(tekst, vorm) for sleutel, tekst in ruw.items()}
    raise FileNotFoundError("woorden/nl.yml")
