"""What is published beside pages: files as they are, and pictures with their size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that is published as it is, at `adres` under the root of the site."""

    adres: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Getoond:
    """A published picture: its address on the site, what it shows, its size in pixels."""

    adres: str
    alt: str
    breedte: int
    hoogte: int
