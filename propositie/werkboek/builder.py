"""The workbench of the werkboek: templates, and the way from one page to another.

Addresses end in `index.html`, so that the werkboek also opens by a double click, from a folder
that somebody downloaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..edition import PublicHuis
from ..handbook import address_of_code
from ..huis import Huis
from ..inspection import Inspection
from ..output.cache import Cache
from ..pages import Crumb, Page
from ..pages.environment import make_environment
from ..pages.links import link, settle
from . import addresses


@dataclass(frozen=True, slots=True)
class WerkboekMaterial:
    """What the werkboek is made from."""

    inspection: Inspection
    huis: Huis
    public: PublicHuis
    on_date: date
    template_dirs: Sequence[Path]
    """The theme's folders, nearest first."""
    cache: Cache
    site_url: str | None = None
    """Where the werkboek itself will stand, when known."""

    def file_of(self, thing: tuple[str, str] | None) -> str:
        """The file of a thing by its kind and id, as staff know it; empty when there is none."""
        source = self.inspection.loaded.sources.get(thing) if thing else None
        return source.shown_as if source is not None else ""


class WerkboekRenderer:
    """Renders the templates in `theme/werkboek/` into pages."""

    def __init__(self, material: WerkboekMaterial) -> None:
        self.material = material
        self._environment = make_environment(material.template_dirs, material.cache)
        self._environment.globals.update(
            huis=material.huis,
            link=link_to_page,
            addresses=addresses,
            code_link=lambda code: link_to_page(address_of_code(code)),
        )

    def render(
        self, address: str, template: str, title: str, description: str,
        crumbs: Sequence[Crumb] = (), search_words: str = "", **data: object,
    ) -> Page:  # fmt: skip
        """Render `werkboek/<template>.html` at `address`.

        `search_words` is what search reads besides.
        """
        html = self._environment.get_template(f"werkboek/{template}.html").render(
            {"titel": title, "omschrijving": description, **data}
        )
        content, links = settle(html, address)
        return Page(
            address=address,
            kind=f"werkboek-{template}",
            title=title,
            description=description,
            content=content,
            search_text=f"{description} {search_words}".strip(),
            crumbs=(Crumb("Werkboek", ""), *crumbs) if address else (),
            links=links,
        )


def file_address(address: str) -> str:
    """The file that a page at `address` becomes: `kit/` → `kit/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def link_to_page(address: str) -> str:
    """The way to `address` (`handboek/meldingen/#k33`) from whatever page is being made."""
    bare, hash_mark, anchor = address.partition("#")
    return link(file_address(bare)) + hash_mark + anchor
