"""What somebody tells."""

from __future__ import annotations

from ...huis import Organisatie, Verhaal, address_of
from ..output_file import ShownImage
from .core import AbsoluteUrl, Data, image, location, thing
from .organisatie import organisatie_reference


def verhaal(
    told: Verhaal,
    org: Organisatie,
    description: str,
    photo: ShownImage | None,
    absolute_url: AbsoluteUrl,
) -> Data:
    """A story as search engines read an article. Who tells it is not told to them: that is for who
    reads the page."""
    address = address_of(told)
    return thing(
        "Article",
        id=location(absolute_url, address, "verhaal"),
        headline=told.titel,
        description=description,
        url=absolute_url(address),
        datePublished=told.datum.isoformat(),
        inLanguage="nl",
        image=image(photo, absolute_url),
        author=organisatie_reference(org, absolute_url),
        publisher=organisatie_reference(org, absolute_url),
    )
