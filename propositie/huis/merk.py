"""The brand: colours, logo, letter, voice."""

from __future__ import annotations

from typing import ClassVar

from .basis import Deel, Ding, Soortnaam
from .velden import Bestandsnaam, Kleur, Letternaam, Tekst


class Kleuren(Deel):
    """The one or two colours from which the whole palette is derived."""

    hoofd: Kleur
    """De hoofdkleur, bijvoorbeeld "#1f5c4d"."""
    accent: Kleur | None = None
    """De tweede kleur, voor wat mag opvallen."""


class Letter(Deel):
    """A typeface of the organisation's own."""

    bestand: Letternaam
    """Het letterbestand (.woff2)."""
    naam: Tekst
    """De naam van de letter."""


class Merk(Ding):
    """The brand (`merk.yml`)."""

    naam_van_soort: ClassVar[Soortnaam] = Soortnaam("het", "merk")

    kleuren: Kleuren
    """De kleuren van de huisstijl."""
    logo: Bestandsnaam | None = None
    """Het logo, als .svg, .png of .webp."""
    beeldmerk: Bestandsnaam | None = None
    """Het vierkante beeldmerk zonder tekst, voor kleine plekken."""
    letter: Letter | None = None
    """Een eigen letter; zonder letter gebruikt de site die van het toestel."""
    afzender: Tekst | None = None
    """Hoe het merk praat, in drie woorden."""
