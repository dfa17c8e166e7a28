"""Notices: a line that comes and goes by the calendar."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import model_validator

from ..dutch import date_in_words
from .base import Thing
from .kinds import Kind
from .parsing import error
from .value_types import ANY_CASE, reference
from .values import Date, Markdown, Url

Soort = Annotated[Literal["nieuws", "let_op"], ANY_CASE]


class Mededeling(Thing):
    """A notice on the whole site, or about one place."""

    tekst: Markdown
    """Wat mensen moeten weten, in een of twee zinnen."""
    van: Date
    """De eerste dag dat het op de site staat."""
    tot: Date
    """De laatste dag dat het op de site staat (tot en met)."""
    soort: Soort = "nieuws"
    """nieuws, of let_op als mensen er last van hebben als zij het niet weten."""
    link: Url | None = None
    """Waar meer staat, op een andere site. Een eigen pagina noemt u in de tekst."""
    op: Annotated[str, reference("locaties")] | None = None
    """De locatie waar het over gaat. Leeg is de hele site."""

    @model_validator(mode="after")
    def _check(self) -> Mededeling:
        if self.tot < self.van:
            raise error(
                "Deze mededeling eindigt ({tot}) voor zij begint ({van}). Kijk beide dagen na.",
                tot=date_in_words(self.tot),
                van=date_in_words(self.van),
            )
        return self

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
    counted_as="mededelingen",
    texts=("tekst",),
    form_order=("tekst", "van", "tot", "soort"),
)
