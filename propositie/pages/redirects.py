"""Old addresses: who kept the one that a thing had before it was renamed comes to the new one.

A file and no page of the site: it is not found by search, stands in no sitemap, feed or menu, and
works without JavaScript, wherever the site stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..edition import PublicHuis
from ..huis import KINDS, Kind, Thing, kinds, things_of
from ..output.output_file import OutputFile
from .builder import PageBuilder
from .page import Page


def files(builder: PageBuilder, pages: Sequence[Page]) -> Iterator[OutputFile]:
    """Yield, for each old name of what is public today, a page that leads to its own.

    What lies beside that page (a vCard, feeds) is also at the old address, for a program that
    fetches it follows no page. The house must have been checked: an old name is nobody's id.
    """
    titles = {page.address: page.title for page in pages}
    siblings = list(builder.extra)
    for kind, things in _things_with_page(builder.huis):
        for thing in things.values():
            address = kind.address_of(thing.id)
            for old in thing.former_names:
                old_address = kind.address_of(old)
                yield OutputFile(
                    f"{old_address}index.html", _render_redirect(builder, address, titles[address])
                )
                for file in siblings:
                    if file.address.startswith(address):
                        name = file.address.removeprefix(address)
                        file_name = name.replace(f"{thing.id}.vcf", f"{old}.vcf")
                        yield OutputFile(old_address + file_name, file.content)


def _things_with_page(huis: PublicHuis) -> Iterator[tuple[Kind, Mapping[str, Thing]]]:
    for kind in KINDS:
        if kind.has_pages:
            yield kind, things_of(huis, kind)
    yield kinds()["medewerkers"], huis.afscheiden


def _render_redirect(builder: PageBuilder, address: str, name: str) -> bytes:
    """The page at an old address. Both addresses are as deep, in the same folder."""
    template = builder.env.get_template("huis/redirect.html")
    target = f"../{address.split('/')[1]}/"
    return template.render(name=name, target=target, whole=builder.absolute_url(address)).encode()
