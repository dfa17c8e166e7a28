"""Makes the pieces of a kit: for each file of a thing its bytes, from `Stof` and the theme."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files

from markupsafe import Markup
from PIL import Image, ImageOps

from ..beeld import is_svg, lees_beeld, rastermaat, schone_svg
from ..uitvoer import deelbeeld
from ..uitvoer.beelden import Los
from ..uitvoer.cache import sleutel_van
from ..uitvoer.drukpers import VERSIE, DrukFout, druk_pdf, druk_png
from ..uitvoer.qr import qr_png, qr_svg
from .codes import Melding
from .kist import Gegevens, Stof, Werkkist
from .zetsel import Zetsel, alleen_eigen, zetsel

MAKER = 3
"""Raise this when the same words must come out in another way."""

VIERKANT, STAAND = "deelbeeld-vierkant-1080x1080.png", "deelbeeld-staand-1080x1920.png"
LIGGEND = "deelbeeld-liggend-1200x630.png"
BLAD = "index.html"
RAMEN = (370, 600)
"""How wide the portrait's window is in the square and in the upright share picture, in pixels."""


@dataclass(frozen=True, slots=True)
class Drukwerk:
    """A PDF of the kit."""

    bestand: str
    bron: str
    """The typst source in `theme/kit/`."""
    titel: str
    """The key of its title in the words of the kit."""
    uitleg: str
    drukker: bool = False


DRUKWERK_MENS = (
    Drukwerk("visitekaartje.pdf", "visitekaartje.typ", "titel_visitekaartje",
             "Visitekaartje, 85 bij 55 mm"),
    Drukwerk("visitekaartje-drukker.pdf", "visitekaartje.typ", "titel_visitekaartje",
             "Visitekaartje voor de drukker, met afloop en snijtekens", drukker=True),
    Drukwerk("folder-a4.pdf", "folder.typ", "titel_folder", "Folder, A4"),
    Drukwerk("poster-a5.pdf", "poster.typ", "titel_poster", "Poster voor op de plek zelf, A5"),
)  # fmt: skip
DRUKWERK_BLAD = (Drukwerk("folder-a4.pdf", "folder-klantgroep.typ", "titel_folder", "Folder, A4"),)
BEELDEN = (
    (LIGGEND, "Liggend, 1200 bij 630: Facebook, LinkedIn, WhatsApp"),
    (VIERKANT, "Vierkant, 1080 bij 1080: Instagram"),
    (STAAND, "Staand, 1080 bij 1920: verhaal of status"),
)


class Drukkerij:
    """Makes every piece of every kit of a house."""

    def __init__(self, kist: Werkkist) -> None:
        self._kist = kist

    def sleutel(self, stof: Stof) -> str:
        """One name for all that decides how the kit of `stof` comes out."""
        woorden = json.dumps([stof.gegevens, stof.teksten, stof.url, stof.naam, stof.wat])
        portret = stof.portret.sleutel if stof.portret else None
        deel = stof.deel.portret.sleutel if stof.deel.portret else None
        return sleutel_van(self._huisstijl, woorden, portret, deel, stof.kaart, stof.soort)

    @cached_property
    def _huisstijl(self) -> str:
        """One name for what all kits have in common: programs, theme, logo."""
        deelbron = files("propositie.uitvoer").joinpath("deelbeeld.typ").read_bytes()
        return sleutel_van(
            "kit", MAKER, deelbeeld.MAKER, VERSIE, version("segno"), self._kist.sjablonen.bron(),
            deelbron, self._logo[1], repr(sorted(self._kist.kleuren.items())),
        )  # fmt: skip

    def zet_klaar(self, stof: Sequence[Stof]) -> None:
        """Fetch what several kits share, before they are made beside each other."""
        if self._logo[0] is not None:
            _ = self._logo_uri
        for portret in filter(None, (s.portret for s in stof)):
            self._kist.beelden.inhoud(portret)

    def maak(self, stof: Stof, liggend: bytes | None) -> tuple[dict[str, bytes], list[Melding]]:
        """All files of a kit by name; `liggend` is the share picture that the site has too."""
        letters, meldingen = self.letters(stof), list[Melding]()
        gezet, mislukt = self._zet(stof, letters)
        if mislukt and letters.alle_letters:
            letters = _met_naam(alleen_eigen(letters.gegevens), stof.id)
            gezet, mislukt = self._zet(stof, letters)
            meldingen += _weggelaten(stof, letters)
        meldingen += [_mislukt(stof, wat) for wat in mislukt]
        stukken = gezet | {"qr.svg": qr_svg(stof.url), "qr.png": qr_png(stof.url)}
        if liggend is not None:
            stukken[LIGGEND] = liggend
        if stof.kaart is not None:
            stukken[f"{stof.id}.vcf"] = stof.kaart
        stukken |= {naam: tekst.encode() for naam, tekst in self._teksten(stof).items()}
        stukken[BLAD] = self._blad(stof, stukken).encode()
        return stukken, meldingen

    def letters(self, stof: Stof) -> Zetsel:
        """The data of a kit as it can be set."""
        return _met_naam(
            zetsel(stof.gegevens | {"titel": stof.naam, "logo": self._logo[0]}), stof.id
        )

    def _zet(self, stof: Stof, letters: Zetsel) -> tuple[dict[str, bytes], list[str]]:
        """Everything that typst sets, and what it could not set."""
        gezet: dict[str, bytes] = {}
        mislukt: list[str] = []
        gegevens, bestanden = self._invoer(stof, letters)
        zetwerk, zeg = self._kist.sjablonen.zetwerk, self._kist.sjablonen.zeg
        for d in _drukwerk(stof):
            titel = zeg(d.titel, naam=letters.gegevens["titel"])
            eigen = gegevens | {"titel": titel, "drukker": d.drukker}
            try:
                gezet[d.bestand] = druk_pdf(
                    zetwerk[d.bron], eigen, bestanden, alle_letters=letters.alle_letters
                )
            except DrukFout:
                mislukt.append(d.uitleg)
        try:
            eigen = gegevens | {"ramen": self._ramen(stof, bestanden)}
            gezet[VIERKANT], gezet[STAAND] = druk_png(
                zetwerk["deelbeeld.typ"],
                eigen,
                bestanden,
                alle_letters=letters.alle_letters,
            )
        except DrukFout:
            mislukt.append("Deelbeeld")
        return gezet, mislukt

    def _invoer(self, stof: Stof, letters: Zetsel) -> tuple[Gegevens, dict[str, str]]:
        """What the typst sources read: the data, and the files that it names."""
        bestanden = {"delen.typ": self._kist.sjablonen.zetwerk["delen.typ"]}
        bestanden["qr.svg"] = qr_svg(stof.url).decode()
        if self._logo[0] is not None:
            bestanden["logo.uri"] = self._logo_uri
        portret = None
        if stof.portret is not None:
            portret = "portret.json"
            bestanden[portret] = json.dumps(list(self._kist.beelden.inhoud(stof.portret)))
        return self._vast | letters.gegevens | {"portret": portret}, bestanden

    def _ramen(self, stof: Stof, bestanden: dict[str, str]) -> list[str | None]:
        """The portrait for the window of each share picture, in just its pixels.

        typst takes ten times as long as Pillow to make a picture smaller.
        """
        uit: list[str | None] = []
        for breedte in RAMEN:
            if stof.portret is None or stof.portret.achtervoegsel == ".svg":
                uit.append("portret.json" if stof.portret else None)
                continue
            inhoud = self._kist.beelden.inhoud(stof.portret)
            naam = f"portret-{breedte}.json"
            bestanden[naam] = json.dumps(list(_op_maat(inhoud, breedte)))
            uit.append(naam)
        return uit

    @cached_property
    def _vast(self) -> Gegevens:
        """What every sheet reads and nobody typed for it: the colours and the fixed words."""
        return {"kleuren": dict(self._kist.kleuren), "woorden": dict(self._kist.sjablonen.woorden)}

    @cached_property
    def _logo(self) -> tuple[Gegevens | None, bytes]:
        """The size of the logo and its file, when the brand has one."""
        naam = self._kist.huis.merk.logo
        if naam is None:
            return None, b""
        pad = self._kist.beelden.pad("merk", naam)
        ruw = lees_beeld(pad)
        if is_svg(pad):
            schoon = schone_svg(ruw)
            return {"breedte": schoon.breedte, "hoogte": schoon.hoogte}, ruw
        breedte, hoogte = rastermaat(ruw)
        return {"breedte": breedte, "hoogte": hoogte}, ruw

    @cached_property
    def _logo_uri(self) -> str:
        """The logo as an address that holds it."""
        naam, beelden = self._kist.huis.merk.logo or "", self._kist.beelden
        los = beelden.los("merk", naam, "logo")
        return _als_uri(los, beelden.inhoud(los))

    def _teksten(self, stof: Stof) -> Mapping[str, str]:
        """The signature and the introductions of a worker."""
        namen = ("handtekening.html", "handtekening.txt",
                 "voorstellen-kort.txt", "voorstellen-lang.txt")  # fmt: skip
        if not stof.teksten:
            return {}
        return {naam: self._kist.sjablonen.vul(naam, stof.teksten) for naam in namen}

    def _blad(self, stof: Stof, stukken: Mapping[str, bytes]) -> str:
        """The page that shows the whole kit of one thing."""
        tekst = {
            naam: stukken[naam].decode() for naam in stukken if naam.endswith((".html", ".txt"))
        }
        return self._kist.sjablonen.vul("kit.html", {
            "titel": stof.naam, "naam": stof.naam, "url": stof.url,
            "kleuren": self._kist.kleuren,
            "drukwerk": [(d.bestand, d.uitleg) for d in _drukwerk(stof) if d.bestand in stukken],
            "beelden": [(naam, uitleg) for naam, uitleg in BEELDEN if naam in stukken],
            "handtekening": Markup(tekst.get("handtekening.html", "")),  # made with autoescape on
            "kort": tekst.get("voorstellen-kort.txt", ""),
            "lang": tekst.get("voorstellen-lang.txt", ""),
            "kaart": f"{stof.id}.vcf",
        })  # fmt: skip


def _met_naam(letters: Zetsel, id_: str) -> Zetsel:
    """A name of which no letter could be set becomes that of the file: a sheet needs a heading."""
    nodig = ("titel", "naam", "kop")
    leeg = [s for s in nodig if s in letters.gegevens and not letters.gegevens[s]]
    if not leeg:
        return letters
    naam = id_.replace("-", " ").capitalize()
    deel = letters.gegevens["deel"] | {"kop": naam, "langste": naam}
    return replace(letters, gegevens=letters.gegevens | dict.fromkeys(leeg, naam) | {"deel": deel})


def meldingen_van(stof: Stof, letters: Zetsel) -> Iterator[Melding]:
    """What was left out or cut."""
    yield from _weggelaten(stof, letters)
    for veld in stof.geknipt:
        yield Melding(
            stof.soort, stof.id, "D02",
            f'De tekst bij "{veld[-1]}" is te lang voor drukwerk en is daar ingekort. '
            "Maak hem korter; in een oogopslag leest niemand zoveel.",
            veld,
        )  # fmt: skip


def _weggelaten(stof: Stof, letters: Zetsel) -> Iterator[Melding]:
    if letters.weg:
        tekens = " ".join(sorted(letters.weg)[:12])
        yield Melding(
            stof.soort, stof.id, "D01",
            f"In drukwerk van {stof.naam} zijn deze tekens niet te zetten; ze zijn weggelaten: "
            f"{tekens}. Schrijf het ook in gewone letters, of installeer een letter met deze "
            "tekens.",
        )  # fmt: skip


def _drukwerk(stof: Stof) -> tuple[Drukwerk, ...]:
    return DRUKWERK_MENS if stof.soort == "medewerkers" else DRUKWERK_BLAD


def _mislukt(stof: Stof, wat: str) -> Melding:
    return Melding(
        stof.soort, stof.id, "D03",
        f"{wat} van {stof.naam} is niet gelukt. Kijk of er ongewone tekens in de tekst staan, "
        "en of het portret en het logo heel zijn.",
    )  # fmt: skip


def _op_maat(portret: bytes, breedte: int) -> bytes:
    """A portrait as it fills the window `raam` of `delen.typ` when that is `breedte` wide."""
    maat = (round(breedte * 268 / 300), round(breedte * 334 / 300))
    with Image.open(io.BytesIO(portret)) as beeld:
        vorm = beeld.format
        beeld.draft("RGB", (2 * maat[0], 2 * maat[1]))  # lets a JPEG unpack at half its size
        passend = ImageOps.fit(beeld, maat, Image.Resampling.BILINEAR)
    uit = io.BytesIO()
    passend.save(uit, vorm, **({"quality": 90} if vorm == "JPEG" else {}))
    return uit.getvalue()


def _als_uri(los: Los, inhoud: bytes) -> str:
    """A picture as an address that holds it: typst takes files of text only."""
    soort = {".svg": "svg+xml", ".png": "png"}.get(los.achtervoegsel, "jpeg")
    return f"data:image/{soort};base64,{b64encode(inhoud).decode()}"
