"""Old addresses: who kept the one that a thing had before it was renamed comes to the new one.

A file and no page of the site: it is not found by search, stands in no sitemap, feed or menu, and
works without JavaScript, wherever the site stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..output.output_file import OutputFile
from .links import relative

if TYPE_CHECKING:
    from .builder import PageBuilder


def files(
    builder: PageBuilder,
    address: str,
    title: str,
    former_addresses: Sequence[str],
    beside: Sequence[OutputFile],
) -> Iterator[OutputFile]:
    """Yield, for each old address of the page at `address`, a page that leads to it.

    What lies beside the page (a vCard, feeds) is also at the old address, for a program that
    fetches it follows no page. The house must have been checked: an old name is nobody's id.
    """
    for old_address in former_addresses:
        html = builder.env.get_template("huis/redirect.html").render(
            name=title,
            target=relative(address, old_address),
            whole=builder.absolute_url(address),
        )
        yield OutputFile(f"{old_address}index.html", html.encode())
        for file in beside:
            yield OutputFile(_beside(old_address, address, file.address), file.content)


def _beside(old_address: str, address: str, file: str) -> str:
    """Where a file beside the page at `address` is at its old address: cards and calendars bear
    the name of the thing."""
    name, old_name = (a.rstrip("/").rpartition("/")[2] for a in (address, old_address))
    return old_address + file.removeprefix(address).replace(f"{name}.", f"{old_name}.")
