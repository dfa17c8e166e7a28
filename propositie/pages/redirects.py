"""Old addresses: who kept the one that a thing had before it was renamed comes to the new one.

A file and no page of the site: it is not found by search, stands in no sitemap, feed or menu, and
works without JavaScript, wherever the site stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..output.output_file import OutputFile
from .builder import PageBuilder
from .links import relative
from .page import Page


def files(builder: PageBuilder, pages: Sequence[Page]) -> Iterator[OutputFile]:
    """Yield, for each old name of what is public today, a page that leads to its own.

    What lies beside that page (a vCard, feeds) is also at the old address, for a program that
    fetches it follows no page. The house must have been checked: an old name is nobody's id.
    """
    for page in pages:
        for old_address in page.former_addresses:
            yield OutputFile(
                f"{old_address}index.html", _render_redirect(builder, page, old_address)
            )
            for file in page.files:
                yield OutputFile(_beside(old_address, page, file.address), file.content)


def _beside(old_address: str, page: Page, address: str) -> str:
    """Where a file beside `page` is at its old address: a card bears the name of the thing."""
    name, old_name = (a.rstrip("/").rpartition("/")[2] for a in (page.address, old_address))
    return old_address + address.removeprefix(page.address).replace(
        f"{name}.vcf", f"{old_name}.vcf"
    )


def _render_redirect(builder: PageBuilder, page: Page, old_address: str) -> bytes:
    """The page at an old address."""
    template = builder.env.get_template("huis/redirect.html")
    return template.render(
        name=page.title,
        target=relative(page.address, old_address),
        whole=builder.absolute_url(page.address),
    ).encode()
