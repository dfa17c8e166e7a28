"""A document leads somewhere from whatever text names it: of a thing, a page or a post, and
wherever it lies; or a message names it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from helpers.build import DAY
from helpers.links import find_broken_links
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.inspection import inspect

SITE_URL = "https://veenrand.example/repo/"
PDF = b"%PDF-1.4\n" + b"x" * 2000
HEAD = "---\ntitel: De tas\ndatum: 2026-10-01\nauteur: samira\n---\n\n"
WAYS = {
    "bij-stuk": "blog/verslag.pdf",
    "bij-pagina": "jaarplan.pdf",
    "in-map": "stukken/folder.pdf",
    "ook-bij-stuk": "blog/alleen-hier.pdf",
}
"""A word for each document, and where it lies in the folder of pages."""
FROM = {
    "a thing": ("mensen/samira/", "../"),
    "a thing, as on the site": ("aanbod/boodschappentaxi/", "/"),
    "a page": ("over-ons/", ""),
    "a page in a folder": ("map/diep/", "../"),
    "a post": ("blog/de-tas/", "../"),
}
"""Where a text stands, and how it leads to the folder of pages from there."""


def _links(lead: str) -> str:
    lines = [f"Lees [{word}]({lead}{path}) hier." for word, path in WAYS.items()]
    return "\n\n".join([*lines, f"[{'los-bij-stuk'}]({lead}blog/verslag.pdf)"])


def _below(text: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documenten")
    config = write_organisatie(
        folder,
        {
            "medewerkers/samira.yml": SMALL_HUIS["medewerkers/samira.yml"]
            + f"over: |\n{_below(_links('../'))}",
            "diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
            + f"omschrijving: |\n{_below(_links('/'))}",
        },
    )
    pages = folder / "paginas"
    for path in WAYS.values():
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_bytes(PDF)
    (pages / "map").mkdir()
    others = [_links(lead).replace("blog/alleen-hier", "blog/verslag") for lead in ("", "../")]
    (pages / "over-ons.md").write_text(f"# Over ons\n\n{others[0]}\n", "utf-8")
    (pages / "map/diep.md").write_text(f"# Diep\n\n{others[1]}\n", "utf-8")
    (pages / "blog/de-tas.md").write_text(f"{HEAD}{others[1]}\n", "utf-8")
    found = [f for f in inspect(folder / "huis", DAY).findings if f.code[0] == "V"]
    assert [f.message for f in found] == []
    return build_site(config, strict=True)


@pytest.mark.parametrize("text", FROM)
def test_a_document_leads_somewhere_from_every_text(site: Path, text: str) -> None:
    address, _ = FROM[text]
    html = (site / address / "index.html").read_text("utf-8")
    ways = {**WAYS, "los-bij-stuk": "blog/verslag.pdf"}
    if not text.startswith("a thing"):
        del ways["ook-bij-stuk"]  # one that only a text of the house names
    for word, path in ways.items():
        match = re.search(rf'<a [^>]*?href="([^"]*)"[^>]*>(?:<[^>]+>)*{word}', html)
        assert match, (word, html.partition("<main")[2][:3000])
        assert urljoin(f"{SITE_URL}{address}", match[1]) == SITE_URL + path
        assert (site / path).is_file()


def test_nothing_is_dead(site: Path) -> None:
    assert find_broken_links(site, SITE_URL) == []


@pytest.mark.parametrize("where", ["thing", "page", "post"])
def test_a_document_that_is_not_there_is_named(tmp_path: Path, where: str) -> None:
    missing = "Lees [het verslag](../blog/weg.pdf).\n"
    huis = {}
    if where == "thing":
        samira = SMALL_HUIS["medewerkers/samira.yml"]
        huis = {"medewerkers/samira.yml": f"{samira}over: |\n  {missing}"}
    config = write_organisatie(tmp_path, huis)
    if where == "page":
        (config.parent / "paginas/over-ons.md").write_text(f"# Over ons\n\n{missing}", "utf-8")
    if where == "post":
        (config.parent / "paginas/blog").mkdir()
        (config.parent / "paginas/blog/de-tas.md").write_text(f"{HEAD}{missing}", "utf-8")
    found = inspect(config.parent / "huis", DAY).findings
    assert [f for f in found if f.code[0] == "V" and "weg.pdf" in f.message]
