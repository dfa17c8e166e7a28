"""Notices: a line or two that comes and goes by the calendar."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from .base import Thing
from .kinds import Kind, Listing
from .value_types import ANY_CASE, reference
from .values import Date, Markdown, Url


class Mededeling(Thing):
    """A notice for the whole site, or about one place."""

    tekst: Markdown
    """Wat mensen moeten weten, in een of twee zinnen."""
    van: Date
    """De eerste dag dat het op de site staat."""
    tot: Date
    """De laatste dag dat het op de site staat; die dag telt nog mee."""
    soort: Annotated[Literal["nieuws", "let_op"], ANY_CASE] = "nieuws"
    """Wat het is: nieuws, of let_op als mensen er last van hebben als zij het niet weten."""
    link: Url | None = None
    """Waar meer staat, op een andere site. Een eigen pagina noemt u in de tekst."""
    op: Annotated[str, reference("locaties")] | None = None
    """De locatie waar het over gaat. Laat u dit weg, dan geldt het voor de hele site."""

    def is_shown(self, on_date: date) -> bool:
        """Whether it stands on the site on a day."""
        return self.van <= on_date <= self.tot


KIND = Kind(
    name="mededelingen",
    model=Mededeling,
    public=(Mededeling,),
    article="de",
    singular="mededeling",
    plural="mededelingen",
    naming=None,
    address="nieuws",
    overview="nieuws",
    footer=Listing(3),
    ends="tot",
    counted_as="mededelingen",
    texts=("tekst",),
    form_order=("tekst", "van", "tot", "soort", "op"),
)
