"""The whole werkboek: every page, every file, and what its header and footer need to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path

from ..forecast import dated_facts
from ..handbook import images
from ..kit.command import KitRequest, execute
from ..kit.context import KitMaterial
from ..kit.write import LIST_FILE
from ..output.literata import screen_letters
from ..output.output_file import OutputFile
from ..output.site_images import Images
from ..pages import Site
from ..pages.layout import Layout, MenuItem, make_icons, make_stylesheet, theme_colours
from ..pages.words import read_words
from . import addresses, giving_account, sheets
from .builder import WerkboekMaterial, WerkboekRenderer, file_address
from .calendar_file import calendar_file

WORDS = {
    "zoek_label": "Zoeken in het werkboek",
    "zoek_voorbeeld": "bv. toestemming",
    "zoek_geen": "Niets gevonden. Probeer een ander woord.",
    "zoek_fout": "Zoeken werkt alleen in de voorvertoning: propositie bekijk --werkboek",
}
"""What the shell says otherwise here than on the public site."""


def build_werkboek(
    material: WerkboekMaterial, kit_folder: Path, site_url: str | None, cache_dir: Path
) -> Site:
    """Make every page and file of the internal edition.

    The kits are made in `kit_folder`, and lead to the public site at `site_url`; without an address
    there are none. A damaged picture raises `ImageError`.
    """
    kit = _make_kits(material, kit_folder, site_url, cache_dir)
    sheet = WerkboekRenderer(material)
    last = material.on_date + timedelta(days=sheets.DAYS_AHEAD)
    facts = dated_facts(material.huis, material.on_date, last)
    pages = list(
        chain(
            sheets.home(sheet),
            sheets.findings(sheet),
            sheets.six_steps(sheet),
            sheets.kalender(sheet, facts),
            sheets.verantwoording(sheet, site_url),
            giving_account.klantstem(sheet),
            giving_account.vernieuwing(sheet),
            giving_account.meedoen(sheet),
            giving_account.opdrachten(sheet),
            sheets.kits(sheet, kit),
            sheets.handbook(sheet),
        )
    )
    titles = {p.address: p.title for p in pages}
    merk, organisatie = material.huis.merk, material.huis.organisatie
    icons = make_icons(
        material.public,
        Images(material.inspection.loaded.image_path, material.cache),
        material.cache,
    )
    letters = screen_letters()
    style = make_stylesheet(
        merk.kleuren, material.template_dirs, letters, extra="werkboek/style.css"
    )
    layout = Layout(
        naam=f"Werkboek {organisatie.naam}",
        payoff="Alleen voor collega's; komt nooit op de openbare site.",
        words={**read_words(material.template_dirs, "u"), **WORDS},
        stylesheet=style.address,
        icons=icons.addresses,
        theme_colours=theme_colours(merk.kleuren),
        menu=[MenuItem(titles[a], file_address(a)) for a in addresses.MENU],
        site_url=material.site_url,
        start=file_address(addresses.HOME),
        search_fallback=file_address(addresses.HOME),
        is_internal=True,
    )
    robots = OutputFile("robots.txt", b"User-agent: *\nDisallow: /\n")
    files = [
        style, robots, OutputFile(addresses.CALENDAR_FILE, calendar_file(material, facts)),
        *icons.files, *letters.files,
        *(OutputFile(address, content) for address, content in images().items()),
    ]  # fmt: skip
    material.cache.clean_up()
    return Site(pages, files, layout, _kit_files(kit_folder) if kit else {})


def _make_kits(
    material: WerkboekMaterial, kit_folder: Path, site_url: str | None, cache_dir: Path
) -> Sequence[KitMaterial] | None:
    """Make the kits; what was wrong with their print goes among the findings."""
    if site_url is None:
        return None
    command = KitRequest(
        None, kit_folder, material.on_date, site_url, material.template_dirs, cache_dir
    )
    outcome, found = execute(material.inspection, command)
    material.inspection.findings.extend(found)
    return [*outcome.unchanged, *outcome.made]


def _kit_files(kit_folder: Path) -> dict[str, Path]:
    """The files of the kits by their address. The werkboek has an overview of its own."""
    root = {LIST_FILE, "index.html"}
    return {
        f"{addresses.KIT}{path.relative_to(kit_folder).as_posix()}": path
        for path in sorted(kit_folder.rglob("*"))
        if path.is_file() and not (path.parent == kit_folder and path.name in root)
    }
