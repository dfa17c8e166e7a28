"""What is published beside pages: files as they are, and pictures with their size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that is published as it is, at `adres` under the root of the site."""

    adres: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Maat:
    """One size in which a picture is published."""

    adres: str
    breedte: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Getoond:
    """A published picture: its address on the site, what it shows, its size in pixels."""

    adres: str
    """A form that everything can read: SVG, JPEG, or PNG when it is see-through."""
    alt: str
    breedte: int
    hoogte: int
    maten: tuple[Maat, ...] = ()
    """The same picture as WebP, narrow to wide; empty for a drawing."""
