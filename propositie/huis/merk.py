"""The brand: colours, logo, letter, voice."""

from __future__ import annotations

from .base import Part, Thing
from .kinds import Kind
from .values import Colour, FontName, ImageName, Text


class Kleuren(Part):
    """The one or two colours from which the whole palette is derived."""

    hoofd: Colour
    """De hoofdkleur, bijvoorbeeld "#1f5c4d"."""
    accent: Colour | None = None
    """De tweede kleur, voor wat mag opvallen."""


class Letter(Part):
    """A typeface of the organisation's own."""

    bestand: FontName
    """Het letterbestand (.woff2)."""
    naam: Text
    """De naam van de letter."""


class Merk(Thing):
    """The brand (`merk.yml`)."""

    kleuren: Kleuren
    """De kleuren van de huisstijl."""
    logo: ImageName | None = None
    """Het logo, als .svg, .png of .webp."""
    beeldmerk: ImageName | None = None
    """Het vierkante beeldmerk zonder tekst, voor kleine plekken."""
    letter: Letter | None = None
    """Een eigen letter; zonder eigen letter staat de site in Literata."""
    afzender: Text | None = None
    """Hoe het merk praat, in drie woorden."""


KIND = Kind(
    name="merk",
    model=Merk,
    public=(Merk,),
    article="het",
    singular="merk",
    plural="merken",
    naming=None,
    is_single=True,
    in_data=False,
)
