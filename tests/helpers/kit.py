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

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.finding import Finding
from propositie.inspection import inspect
from propositie.kit.command import KitRequest, execute
from propositie.kit.write import KitResult

SITE = "https://veenrand.example/repo/"
THEME = Path(import_module("propositie_thema").__file__ or "").parent
SAMIRA = yaml.safe_load(SMALL_HUIS["medewerkers/samira.yml"])
MM = 72 / 25.4
"""Points in a millimetre."""


def medewerker_yaml(**overrides: object) -> str:
    """The worker of the small house, with other fields; None leaves a field out."""
    fields = {n: w for n, w in {**SAMIRA, **overrides}.items() if w is not None}
    return yaml.safe_dump(fields, allow_unicode=True)


def make_kit(
    folder: Path,
    overrides: Mapping[str, str | None] | None = None,
    *,
    id_: str | None = None,
    on_date: str = ON_DATE,
    site: str = SITE,
) -> tuple[KitResult, list[Finding]]:
    """Write the small house in `folder` and make its kits in `folder/kit`."""
    huis = write_huis(folder / "huis", overrides)
    return remake_kit(huis, folder, id_=id_, on_date=on_date, site=site)


def remake_kit(
    huis: Path, folder: Path, *, id_: str | None = None, on_date: str = ON_DATE, site: str = SITE
) -> tuple[KitResult, list[Finding]]:
    """Make the kits of a house that is there."""
    day = date.fromisoformat(on_date)
    inspection = inspect(huis, day)
    assert inspection.huis is not None, inspection.errors
    return execute(
        inspection, KitRequest(id_, folder / "kit", day, site, [THEME], folder / "cache")
    )


def read_qr(image: bytes) -> list[str]:
    """What an independent reader finds in a picture."""
    with Image.open(io.BytesIO(image)) as open_:
        return [code.text for code in zxingcpp.read_barcodes(open_.convert("L"))]


def pdf(path: Path) -> PdfReader:
    """A PDF as an independent reader sees it."""
    return PdfReader(path, strict=True)


def text_of(path: Path) -> str:
    """The live text of a PDF on one line, without places where a word may be broken."""
    raw = " ".join(sheet.extract_text() for sheet in pdf(path).pages)
    return " ".join(raw.replace("\u200b", "").split())


def find_off_sheet(path: Path) -> list[str]:
    """Texts that begin outside the paper."""
    misses: list[str] = []
    [sheet] = pdf(path).pages
    box = sheet.mediabox

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and not (0 <= x <= box.width and 0 <= y <= box.height):
            misses.append(text)

    sheet.extract_text(visitor_text=visit)
    return misses


def read_structure(reader: PdfReader) -> list[str]:
    """The tags of a PDF in reading order, without the spans that only break lines."""
    result: list[str] = []

    def loop(node: object) -> None:
        if isinstance(node, IndirectObject):
            node = node.get_object()
        if isinstance(node, list):
            for part in node:
                loop(part)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                result.append(str(node["/S"]))
            loop(node.get("/K"))

    loop(reader.root_object["/StructTreeRoot"])
    return result
