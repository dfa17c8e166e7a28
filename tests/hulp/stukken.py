"""Posts and people for tests about the blog and about coming and going."""

from __future__ import annotations

from pathlib import Path

BLOG = "../paginas/blog"
"""The folder with posts, as seen from the folder of a test's house."""


def stuk(
    titel: str = "Soep",
    auteur: str = "samira",
    datum: str = "2026-11-10",
    erbij: str = "",
    tekst: str = "De kok was ziek. Ik bracht soep.",
) -> str:
    """A post as a worker writes it."""
    return f"---\ndatum: {datum}\nauteur: {auteur}\n{erbij}---\n# {titel}\n\n{tekst}\n"


def mens(naam: str, erbij: str = "") -> str:
    """A worker of the small house."""
    return (
        f"naam: {naam}\nfunctie: kok\nbelofte: Ik kook voor {naam.split()[0]} en jou.\n"
        "boegbeeld_van: [ouderen]\nbehoeften: [boodschappen]\ndiensten: [boodschappentaxi]\n"
        f"te_vinden:\n  - {{waar: Markt, wanneer: vrijdag}}\n{erbij}"
    )


def lees(site: Path, adres: str) -> str:
    """The HTML of a page."""
    return (site / adres / "index.html").read_text("utf-8")


def romp(site: Path, adres: str) -> str:
    """The HTML of a page between header and footer."""
    return lees(site, adres).split("<main")[1].split("</main>")[0]
