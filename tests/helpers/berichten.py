"""Posts and people for tests about the blog and about coming and going."""

from __future__ import annotations

from pathlib import Path

BLOG = "../paginas/blog"
"""The folder with posts, as seen from the folder of a test's house."""


def make_bericht(
    title: str = "Soep",
    auteur: str = "samira",
    datum: str = "2026-11-10",
    extra: str = "",
    text: str = "De kok was ziek. Ik bracht soep.",
) -> str:
    """A post as a worker writes it."""
    return f"---\ndatum: {datum}\nauteur: {auteur}\n{extra}---\n# {title}\n\n{text}\n"


def medewerker_yaml(name: str, extra: str = "") -> str:
    """A worker of the small house."""
    return (
        f"naam: {name}\nfunctie: kok\nbelofte: Ik kook voor {name.split()[0]} en jou.\n"
        "boegbeeld_van: [ouderen]\nbehoeften: [boodschappen]\ndiensten: [boodschappentaxi]\n"
        f"te_vinden:\n  - {{waar: Markt, wanneer: vrijdag}}\n{extra}"
    )


def read(site: Path, address: str) -> str:
    """The HTML of a page."""
    return (site / address / "index.html").read_text("utf-8")


def read_main(site: Path, address: str) -> str:
    """The HTML of a page between header and footer."""
    return read(site, address).split("<main")[1].split("</main>")[0]
