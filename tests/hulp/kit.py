"""Making kits in tests, and reading them back with programs that are not ours."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

import yaml
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from propositie.bevinding import Bevinding
from propositie.controle import controleer
from propositie.kit.opdracht import Opdracht, voer_uit
from propositie.kit.uitdelen import Uitslag

SITE = "https://veenrand.example/repo/"
THEMA = Path(import_module("propositie_thema").__file__ or "").parent
SAMIRA = yaml.safe_load(KLEIN_HUIS["medewerkers/samira.yml"])
MM = 72 / 25.4
"""Points in a millimetre."""


def mens(**anders: object) -> str:
    """The worker of the small house, with other fields; None leaves a field out."""
    velden = {n: w for n, w in {**SAMIRA, **anders}.items() if w is not None}
    return yaml.safe_dump(velden, allow_unicode=True)


def maak_kit(
    map_: Path,
    anders: Mapping[str, str | None] | None = None,
    *,
    id_: str | None = None,
    op: str = OP,
    site: str = SITE,
) -> tuple[Uitslag, list[Bevinding]]:
    """Write the small house in `map_` and make its kits in `map_/kit`."""
    huis = bouw_huis(map_ / "huis", anders)
    return opnieuw(huis, map_, id_=id_, op=op, site=site)


def opnieuw(
    huis: Path, map_: Path, *, id_: str | None = None, op: str = OP, site: str = SITE
) -> tuple[Uitslag, list[Bevinding]]:
    """Make the kits of a house that is there."""
    dag = date.fromisoformat(op)
    controle = controleer(huis, dag)
    assert controle.huis is not None, controle.fouten
    return voer_uit(controle, Opdracht(id_, map_ / "kit", dag, site, [THEMA], map_ / "cache"))


def lees_qr(beeld: bytes) -> list[str]:
    """What an independent reader finds in a picture."""
    with Image.open(io.BytesIO(beeld)) as open_:
        return [code.text for code in zxingcpp.read_barcodes(open_.convert("L"))]


def pdf(pad: Path) -> PdfReader:
    """A PDF as an independent reader sees it."""
    return PdfReader(pad, strict=True)


def tekst_van(pad: Path) -> str:
    """The live text of a PDF on one line, without places where a word may be broken."""
    ruw = " ".join(blad.extract_text() for blad in pdf(pad).pages)
    return " ".join(ruw.replace("\u200b", "").split())


def buiten_het_blad(pad: Path) -> list[str]:
    """Texts that begin outside the paper."""
    mis: list[str] = []
    [blad] = pdf(pad).pages
    doos = blad.mediabox

    def zie(tekst: str, cm: list[float], tm: list[float], *_: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if tekst.strip() and not (0 <= x <= doos.width and 0 <= y <= doos.height):
            mis.append(tekst)

    blad.extract_text(visitor_text=zie)
    return mis


def structuur(lezer: PdfReader) -> list[str]:
    """The tags of a PDF in reading order, without the spans that only break lines."""
    uit: list[str] = []

    def loop(knoop: object) -> None:
        if isinstance(knoop, IndirectObject):
            knoop = knoop.get_object()
        if isinstance(knoop, list):
            for deel in knoop:
                loop(deel)
        elif isinstance(knoop, DictionaryObject):
            if "/S" in knoop:
                uit.append(str(knoop["/S"]))
            loop(knoop.get("/K"))

    loop(lezer.root_object["/StructTreeRoot"])
    return uit
