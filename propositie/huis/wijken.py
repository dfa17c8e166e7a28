"""Neighbourhoods: who is my worker here, by village and by postcode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator

from .base import FormerNames, Thing
from .kinds import Kind, Listing
from .parsing import as_list
from .value_types import reference
from .values import Markdown, PostcodeArea, Text


class Wijk(Thing):
    """A neighbourhood or village, with who works there."""

    naam: Text
    """Hoe mensen de wijk of het dorp noemen."""
    plaatsen: Annotated[tuple[Text, ...], BeforeValidator(as_list)] = ()
    """Dorpen, buurten en straten die erbij horen, zoals mensen ze noemen."""
    postcodes: Annotated[tuple[PostcodeArea, ...], BeforeValidator(as_list)] = ()
    """Vier cijfers voor alle straten, 1234 AB voor één straat, 1234-1239 voor een reeks."""
    medewerkers: Annotated[
        tuple[Annotated[str, reference("medewerkers")], ...], BeforeValidator(as_list)
    ] = ()
    """Wie hier werkt; wie mensen het eerst aanspreken, staat vooraan."""
    locaties: Annotated[
        tuple[Annotated[str, reference("locaties")], ...], BeforeValidator(as_list)
    ] = ()
    """De locaties in de wijk."""
    omschrijving: Markdown | None = None
    """Wat mensen van deze wijk moeten weten, in een paar zinnen."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""

    @property
    def names(self) -> tuple[str, ...]:
        """What people call it, or a part of it, each once."""
        return tuple(dict.fromkeys((self.naam, *self.plaatsen)))

    def is_named_in(self, *texts: str | None) -> bool:
        """Whether one of these texts names it or a part of it; `Oost` is not named in
        `Oost-Indië`."""
        pattern = _naming(self.names)
        return any(text and pattern.search(text) for text in texts)


@lru_cache(maxsize=1024)
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)


def digits_in(area: str) -> range:
    """The four digits of a postcode; of a row (`1234-1239`) all of them."""
    first, _, last = area.partition("-")
    return range(int(first[:4]), int((last or first)[:4]) + 1)


def letters_in(area: str) -> str:
    """The letters of the postcode of one street; empty for all streets with these digits."""
    return area[5:] if area[4:5] == " " else ""


def shared_area(ones: Iterable[str], others: Iterable[str]) -> str | None:
    """What two rows of postcodes both hold, the first of it; None when nothing.

    One street among the digits of another neighbourhood is no doubt: who tells the street, means
    it.
    """
    known = list(others)
    for one in ones:
        for other in known:
            both = range(
                max(digits_in(one).start, digits_in(other).start),
                min(digits_in(one).stop, digits_in(other).stop),
            )
            if both and letters_in(one) == letters_in(other):
                return one if letters_in(one) else str(both.start)
    return None


KIND = Kind(
    name="wijken",
    model=Wijk,
    public=(Wijk,),
    article="de",
    singular="wijk",
    plural="wijken",
    naming="naam",
    address="wijk",
    overview="wijken",
    template="wijk",
    footer=Listing(3),
    in_llms=True,
    counted_as="wijken",
    texts=("naam", "omschrijving"),
    form_order=("naam", "medewerkers", "plaatsen", "postcodes", "locaties", "omschrijving"),
)
