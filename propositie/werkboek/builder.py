"""The workbench of the werkboek: templates, and the way from one page to another.

Addresses end in `index.html`, so that the werkboek also opens by a double click, from a folder
that somebody downloaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


class WerkboekRenderer:
    """Renders the templates in `theme/werkboek/` into pages."""

    def __init__(self, material: WerkboekMaterial) -> None:
        self.material = material
        self._current_address = ""
        self._environment = make_environment(material.template_dirs, material.cache)
        self._environment.globals.update(
            huis=material.huis,
            link=self.link,
            code_link=lambda code: self.link(address_of_code(code)),
        )

    def link(self, address: str) -> str:
        """The way from the page being made to `address` (`handboek/meldingen/#k33`)."""
        bare, hash_mark, anchor = address.partition("#")
        return "../" * self._current_address.count("/") + file_address(bare) + hash_mark + anchor

    def render(
        self, address: str, template: str, title: str, description: str,
        crumbs: Sequence[Crumb] = (), search_words: str = "", **data: object,
    ) -> Page:  # fmt: skip
        """Render `werkboek/<template>.html` at `address`.

        `search_words` is what search reads besides.
        """
        self._current_address = address
        content = self._environment.get_template(f"werkboek/{template}.html").render(
            {"titel": title, "omschrijving": description, **data}
        )
        return Page(
            address=address,
            kind=f"werkboek-{template}",
            title=title,
            description=description,
            content=content,
            search_text=f"{description} {search_words}".strip(),
            crumbs=(Crumb("Werkboek", ""), *crumbs) if address else (),
        )


def file_address(address: str) -> str:
    """The file that a page at `address` becomes: `kit/` → `kit/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def link_to_file(row: Mapping[str, str]) -> dict[str, str]:
    """A line of the menu with the address of its file."""
    return {**row, "adres": file_address(row["adres"])}
