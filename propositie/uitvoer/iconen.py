"""The marks by which a browser and a home screen know the site, and the manifest that names them.

From the beeldmerk of the brand; without one, from the built-in house in the brand's colour.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import PIL
from PIL import Image

from ..beeld import BeeldFout
from .beelden import Beelden
from .bestand import Bestand
from .cache import Cache, sleutel_van
from .drukpers import VERSIE, DrukFout, svg_als_png
from .huisje import huisje
from .palet import contrast

MAKER = 1
"""Raise this when the same mark must come out in another way."""
TABBLAD = (16, 32, 48)
"""The sizes in favicon.ico."""
SCHERM = (192, 512)
"""The sizes that a manifest must have to be put on a home screen."""
APPLE = 180
_RAND = 0.76
"""How much of a full icon its mark fills, so that rounded corners cut nothing off."""
_VEILIG = 0.56
"""The same for a maskable icon: a square inside the circle that is never cut off."""


@dataclass(frozen=True, slots=True)
class Iconen:
    """All icons: the files, and the addresses that the head of a page links to."""

    bestanden: tuple[Bestand, ...]
    adressen: Mapping[str, str | None]


def iconen_van(
    beelden: Beelden, beeldmerk: str | None, naam: str, kleuren: Mapping[str, str], cache: Cache
) -> Iconen:
    """The icons of a brand with this `beeldmerk`. Raises `BeeldFout` for a damaged one."""
    if beeldmerk is None:
        return iconen(None, True, naam, kleuren, cache)
    los = beelden.los("merk", beeldmerk, "beeldmerk")
    try:
        return iconen(beelden.inhoud(los), los.achtervoegsel == ".svg", naam, kleuren, cache)
    except DrukFout as druk:
        fout = BeeldFout("Dit beeldmerk is niet te tekenen. Bewaar het opnieuw als kale svg.")
        fout.pad = beelden.pad("merk", beeldmerk)
        raise fout from druk


def iconen(
    beeldmerk: bytes | None,
    is_svg: bool,
    naam: str,
    kleuren: Mapping[str, str],
    cache: Cache,
) -> Iconen:
    """Make every icon and the manifest.

    `beeldmerk` is a clean SVG (`is_svg`) or a PNG; None takes the built-in house. `kleuren` are
    the light tokens of the palette. Raises `DrukFout` for an SVG that cannot be drawn.
    """
    if beeldmerk is None:
        merk = huisje(kleuren["hoofd"], kleuren["op-hoofd"])
        vol = huisje(kleuren["hoofd"], kleuren["op-hoofd"], hoek=0)
        is_svg = True
    else:
        merk = vol = beeldmerk
    gronden = (kleuren["grond"], kleuren["hoofd"])
    sleutel = sleutel_van("iconen", MAKER, PIL.__version__, VERSIE, merk, is_svg, *gronden)
    adres = f"iconen/{sleutel[:12]}"

    def getekend(soort: str) -> bytes:
        return cache.maak(
            sleutel_van(sleutel, soort), lambda: _teken(soort, merk, vol, is_svg, gronden)
        )

    namen = {f"{n}": f"{adres}-{n}.png" for n in (APPLE, *SCHERM)} | {
        "maskerend": f"{adres}-maskerend.png"
    }
    bestanden = [Bestand(plek, getekend(soort)) for soort, plek in namen.items()]
    bestanden.append(Bestand("favicon.ico", getekend("ico")))
    if is_svg:
        bestanden.append(Bestand(f"{adres}.svg", merk))
    bestanden.append(Bestand("site.webmanifest", manifest(naam, kleuren, namen)))
    links = {
        "ico": "favicon.ico",
        "svg": f"{adres}.svg" if is_svg else None,
        "apple": namen[str(APPLE)],
        "manifest": "site.webmanifest",
    }
    return Iconen(tuple(bestanden), links)


def manifest(naam: str, kleuren: Mapping[str, str], namen: Mapping[str, str]) -> bytes:
    """The web app manifest; every address in it is relative, so that any path will do."""
    plaatjes = [(namen[str(n)], n, "any") for n in SCHERM]
    plaatjes.append((namen["maskerend"], 512, "maskable"))
    inhoud = {
        "name": naam,
        "short_name": korte_naam(naam),
        "lang": "nl",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": kleuren["grond"],
        "theme_color": kleuren["grond"],
        "icons": [
            {"src": adres, "sizes": f"{n}x{n}", "type": "image/png", "purpose": doel}
            for adres, n, doel in plaatjes
        ],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1).encode()


_RECHTSVORM = re.compile(r"^(?:stichting|vereniging|coöperatie|coöperatieve|st\.)\s+", re.I)


def korte_naam(naam: str) -> str:
    """A name that fits under an icon: without the legal form."""
    return _RECHTSVORM.sub("", naam) or naam


def _teken(soort: str, merk: bytes, vol: bytes, is_svg: bool, gronden: tuple[str, str]) -> bytes:
    """One icon: an .ico for a tab, or a PNG that fills its square."""
    if soort == "ico":
        return _ico(_vierkant(merk, is_svg))
    zijde = 512 if soort == "maskerend" else int(soort)
    return _png(_op_grond(_vierkant(vol, is_svg), zijde, gronden, soort == "maskerend"))


def _vierkant(merk: bytes, is_svg: bool) -> Image.Image:
    """The mark in the middle of a see-through square of 512 pixels."""
    with Image.open(io.BytesIO(svg_als_png(merk) if is_svg else merk)) as beeld:
        kleur = beeld.convert("RGBA")
    kleur.thumbnail((512, 512), Image.Resampling.LANCZOS)
    vlak = Image.new("RGBA", (512, 512))
    vlak.paste(kleur, ((512 - kleur.width) // 2, (512 - kleur.height) // 2))
    return vlak


def _op_grond(
    merk: Image.Image, zijde: int, gronden: tuple[str, str], maskerend: bool
) -> Image.Image:
    """The mark on a ground without holes; one that fills its square is its own ground."""
    dekkend = merk.getchannel("A").getextrema()[0] == 255
    if dekkend:
        return merk.convert("RGB").resize((zijde, zijde), Image.Resampling.LANCZOS)
    eigen = _gemiddelde(merk)
    vlak = Image.new("RGB", (zijde, zijde), max(gronden, key=lambda g: contrast(g, eigen)))
    maat = round(zijde * (_VEILIG if maskerend else _RAND))
    klein = merk.resize((maat, maat), Image.Resampling.LANCZOS)
    plek = (zijde - maat) // 2
    vlak.paste(klein, (plek, plek), klein)
    return vlak


def _gemiddelde(merk: Image.Image) -> str:
    """The colour that the mark has from afar."""
    r, g, b, a = merk.convert("RGBa").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    return "#{:02x}{:02x}{:02x}".format(
        *(min(255, round(255 * k / a)) if a else 0 for k in (r, g, b))
    )


def _ico(merk: Image.Image) -> bytes:
    maten = [merk.resize((n, n), Image.Resampling.LANCZOS) for n in TABBLAD]
    uit = io.BytesIO()
    maten[-1].save(uit, "ICO", sizes=[(n, n) for n in TABBLAD], append_images=maten[:-1])
    return uit.getvalue()


def _png(beeld: Image.Image) -> bytes:
    uit = io.BytesIO()
    beeld.save(uit, "PNG", optimize=True)
    return uit.getvalue()
