"""Pictures on their way to the site: clean, in the sizes that pages show, made once.

A page asks for a picture and gets its addresses at once; the pixels are made afterwards, all
pictures together, and only those that the cache does not have.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

import PIL
from PIL import Image, ImageOps

from ..beeld import BeeldFout, is_svg, lees_beeld, pak_uit, rastermaat, schone_svg
from .bestand import Bestand, Getoond, Maat
from .cache import Cache, sleutel_van

Beeldpad = Callable[[str, str], Path]
"""(kind, file name) → where the picture lies."""

MAKER = 1
"""Raise this when the same picture must come out in another way."""
DRADEN = min(4, os.cpu_count() or 1)
"""Pictures are made side by side; four large photos at once are enough for the memory."""


@dataclass(frozen=True, slots=True)
class Gebruik:
    """How a picture is used: the widths in which it is published, in pixels, and its shape."""

    breedtes: tuple[int, ...]
    terugval: int
    """The width of the one copy for who cannot read WebP."""
    verhouding: Fraction | None = None
    """Width to height to which it is cut; None leaves the shape as it is."""


_RAAM = Fraction(4, 5)
GEBRUIK: Mapping[str, Gebruik] = {
    # A window of 75–144 px wide: in the house drawing, on a card, beside a call.
    "raam": Gebruik((160, 320), 320, _RAAM),
    # A window of 104 px on a phone, 272–344 px in the overview of people.
    "kaart": Gebruik((160, 320, 640), 320, _RAAM),
    # The large window on a worker's own page: 304 px on a phone, 384 px beside the text.
    "portret": Gebruik((320, 640, 800), 640, _RAAM),
    # A picture beside a headline: 312–592 px on a phone, 491 px on a wide screen.
    "tafereel": Gebruik((400, 800, 1200), 800),
    # The logo in the header: 56 px high, so seldom wider than 280.
    "logo": Gebruik((280, 560), 560),
    # Inside other pictures: a share picture, an icon.
    "deelbeeld": Gebruik((), 360, _RAAM),
    "beeldmerk": Gebruik((), 512),
}
"""The layouts of the theme, from 360 to 1280 px wide, at one and two pixels to the point.

The same width of the same picture is one file, however many layouts use it.
"""


@dataclass(frozen=True, slots=True)
class _Bron:
    """A photo of the house, as its head describes it."""

    vinger: str
    breedte: int
    hoogte: int
    formaat: str
    """What everything can read: JPEG, or PNG when it is see-through."""


@dataclass(frozen=True, slots=True)
class Afdruk:
    """One file to be made of a photo."""

    breedte: int
    hoogte: int
    formaat: str
    sleutel: str
    snijden: bool

    @property
    def adres(self) -> str:
        """Where it is published: another picture, size or maker, another address."""
        return f"beelden/{self.sleutel[:12]}{_ACHTER[self.formaat]}"


_ACHTER = {"WEBP": ".webp", "JPEG": ".jpg", "PNG": ".png"}


@dataclass(frozen=True, slots=True)
class Los:
    """A picture that goes into another one and is not published itself."""

    sleutel: str
    """Another picture, another key."""
    achtervoegsel: str


class Beelden:
    """Publishes the pictures that pages ask for, and no others."""

    def __init__(self, beeldpad: Beeldpad, cache: Cache | None = None) -> None:
        self.pad = beeldpad
        self._cache = cache or Cache()
        self._bronnen: dict[Path, _Bron] = {}
        self._tekeningen: dict[Path, tuple[Bestand, tuple[int, int]]] = {}
        self._gevraagd: dict[Afdruk, Path] = {}
        self._openbaar: dict[str, None] = {}
        self._gemaakt: dict[str, bytes] = {}

    def toon(self, soort: str, bestand: str, alt: str, gebruik: str) -> Getoond:
        """Return the picture `bestand` of a thing of kind `soort`, published for a `GEBRUIK`.

        Raises `BeeldFout` for a picture that reading refused.
        """
        pad = self.pad(soort, bestand)
        if is_svg(pad):
            tekening, (breedte, hoogte) = self._tekening(pad)
            self._openbaar[tekening.adres] = None
            return Getoond(tekening.adres, alt, breedte, hoogte)
        bron, hoe = self._bron(pad), GEBRUIK[gebruik]
        webp = [_afdruk(bron, b, "WEBP", hoe.verhouding) for b in _passend(bron, hoe)]
        vast = _afdruk(bron, hoe.terugval, bron.formaat, hoe.verhouding)
        self._gevraagd.update(dict.fromkeys([*webp, vast], pad))
        self._openbaar.update(dict.fromkeys(a.adres for a in [*webp, vast]))
        maten = tuple(Maat(a.adres, a.breedte) for a in webp)
        return Getoond(vast.adres, alt, vast.breedte, vast.hoogte, maten)

    def los(self, soort: str, bestand: str, gebruik: str) -> Los:
        """Ask for a picture that goes into another one; `inhoud` gives it, once all are asked."""
        pad = self.pad(soort, bestand)
        if is_svg(pad):
            adres = self._tekening(pad)[0].adres
            return Los(adres, ".svg")
        bron, hoe = self._bron(pad), GEBRUIK[gebruik]
        afdruk = _afdruk(bron, hoe.terugval, bron.formaat, hoe.verhouding)
        self._gevraagd[afdruk] = pad
        return Los(afdruk.adres, Path(afdruk.adres).suffix)

    def inhoud(self, los: Los) -> bytes:
        """The picture itself. Raises `BeeldFout` for a damaged one."""
        self._maak_alles()
        return self._gemaakt[los.sleutel]

    def bestanden(self) -> list[Bestand]:
        """All published pictures asked for until now. Raises `BeeldFout` for a damaged one."""
        self._maak_alles()
        return [Bestand(adres, self._gemaakt[adres]) for adres in self._openbaar]

    def _tekening(self, pad: Path) -> tuple[Bestand, tuple[int, int]]:
        if pad not in self._tekeningen:
            schoon = schone_svg(lees_beeld(pad))
            vinger = hashlib.sha256(schoon.inhoud).hexdigest()[:12]
            bestand = Bestand(f"beelden/{vinger}.svg", schoon.inhoud)
            self._tekeningen[pad] = bestand, (schoon.breedte, schoon.hoogte)
            self._gemaakt[bestand.adres] = bestand.inhoud
        return self._tekeningen[pad]

    def _bron(self, pad: Path) -> _Bron:
        if pad not in self._bronnen:
            ruw = lees_beeld(pad)
            breedte, hoogte = rastermaat(ruw)
            with Image.open(io.BytesIO(ruw)) as beeld:
                formaat = "PNG" if beeld.has_transparency_data else "JPEG"
            vinger = hashlib.sha256(ruw).hexdigest()
            self._bronnen[pad] = _Bron(vinger, breedte, hoogte, formaat)
        return self._bronnen[pad]

    def _maak_alles(self) -> None:
        """Fetch what the cache has, and make the rest: every photo is unpacked once."""
        nodig: dict[Path, list[Afdruk]] = {}
        for afdruk, pad in self._gevraagd.items():
            inhoud = self._cache.haal(afdruk.sleutel)
            if inhoud is None:
                nodig.setdefault(pad, []).append(afdruk)
            else:
                self._gemaakt[afdruk.adres] = inhoud
        self._gevraagd.clear()
        if not nodig:
            return
        with ThreadPoolExecutor(DRADEN) as draden:
            gemaakt = draden.map(_druk_af, nodig, nodig.values())
            for afdrukken, inhouden in zip(nodig.values(), gemaakt, strict=True):
                for afdruk, inhoud in zip(afdrukken, inhouden, strict=True):
                    self._gemaakt[afdruk.adres] = inhoud
                    self._cache.bewaar(afdruk.sleutel, inhoud)


def _passend(bron: _Bron, hoe: Gebruik) -> list[int]:
    """The widths of a use that a photo can fill; its own width in place of what is too wide."""
    grootste = _snede(bron.breedte, bron.hoogte, hoe.verhouding)[0]
    return sorted({min(breedte, grootste) for breedte in hoe.breedtes})


def _snede(breedte: int, hoogte: int, verhouding: Fraction | None) -> tuple[int, int]:
    """The largest part of a picture that has this shape."""
    if verhouding is None:
        return breedte, hoogte
    return (
        max(1, min(breedte, round(hoogte * verhouding))),
        max(1, min(hoogte, round(breedte / verhouding))),
    )


def _afdruk(bron: _Bron, breedte: int, formaat: str, verhouding: Fraction | None) -> Afdruk:
    b, h = _snede(bron.breedte, bron.hoogte, verhouding)
    breed = min(breedte, b)
    hoog = max(1, round(breed * h / b))
    snijden = verhouding is not None
    sleutel = sleutel_van(
        "beeld", MAKER, PIL.__version__, bron.vinger, breed, hoog, formaat, snijden
    )
    return Afdruk(breed, hoog, formaat, sleutel, snijden)


def _druk_af(pad: Path, afdrukken: Sequence[Afdruk]) -> list[bytes]:
    """Unpack a photo once and make all its files."""
    try:
        beeld = pak_uit(lees_beeld(pad), max(max(a.breedte, a.hoogte) for a in afdrukken))
    except BeeldFout as fout:
        fout.pad = pad
        raise
    return [_gecodeerd(_op_maat(beeld, a), a.formaat) for a in afdrukken]


def _op_maat(beeld: Image.Image, afdruk: Afdruk) -> Image.Image:
    maat = (afdruk.breedte, afdruk.hoogte)
    if afdruk.snijden:
        # A little above the middle: in a portrait that is where the eyes are.
        return ImageOps.fit(beeld, maat, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    return beeld.resize(maat, Image.Resampling.LANCZOS, reducing_gap=3)


_SCHRIJF: Mapping[str, Callable[[Image.Image, io.BytesIO], None]] = {
    "WEBP": partial(Image.Image.save, format="WEBP", quality=80, method=4),
    "JPEG": partial(Image.Image.save, format="JPEG", quality=80, optimize=True, progressive=True),
    "PNG": partial(Image.Image.save, format="PNG", optimize=True),
}


def _gecodeerd(beeld: Image.Image, formaat: str) -> bytes:
    uit = io.BytesIO()
    _SCHRIJF[formaat](beeld, uit)
    return uit.getvalue()
