"""A small house in which something is on: every week, every month, once, off, full, over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

WEEK = {
    "organisatie.yml": SMALL_HUIS["organisatie.yml"].replace(
        "contact: {telefoon: 0599 000 100}",
        "contact: {telefoon: 0599 000 100, openingstijden: [maandag t/m zaterdag van 9 tot 17 uur]}"
        "\nfeestdagen: {gesloten: [eerste kerstdag, tweede kerstdag, nieuwjaarsdag]}",
    ),
    "diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
    + "wanneer: [donderdag van 9 tot 12 uur, vrijdag van 9 tot 12 uur]\n"
    "aanmelden: {telefoon: 0599 000 121}\n",
    "agenda/soepmiddag.yml": """\
naam: Soepmiddag
wanneer:
  - {dag: laatste zondag van de maand, van: 12:00, tot: 14:00}
  - {datum: 2026-12-25, van: 12:00, tot: 14:00}
locatie: de-linde
klantgroepen: [ouderen]
medewerkers: [samira]
""",
    "agenda/koor.yml": """\
naam: Koor
wanneer: [vrijdag van 14 tot 16 uur]
waar: De kerk
diensten: [boodschappentaxi]
afgelast: [{op: 2026-11-27, reden: de dirigent is ziek, in_plaats: koffie in De Linde}]
""",
    "agenda/markt.yml": """\
naam: Kerstmarkt
wanneer: [{datum: 2026-12-12, hele_dag: ja}]
waar: Het plein
vol: ja
""",
    "agenda/feest.yml": "naam: Feest\nwanneer: [{datum: 2026-11-14, van: 14:00}]\n",
    "agenda/lang-geleden.yml": "naam: Lang geleden\nwanneer: [{datum: 2026-10-01, van: 14:00}]\n",
}


def build_on(folder: Path, day: str, overrides: Mapping[str, str | None] | None = None) -> Path:
    """The site of that house, with `overrides` laid over it, as it is on a day."""
    settings = write_organisatie(folder, {**WEEK, **(overrides or {})})
    text = settings.read_text("utf-8").replace("op: 2026-11-20", f"op: {day}")
    settings.write_text(text, "utf-8")
    return build_site(settings)
