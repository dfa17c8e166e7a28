"""What all things in the house have in common, and what makes a part internal.

A class that derives from `Internal` adds fields that never leave the house. Its public side is
the class it extends: `class InternalBehoefte(Behoefte, Internal)`. Reading yields the internal
classes; `propositie.edition` turns each into its public side, so that a page cannot show an
internal field: it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, ClassVar, Protocol

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from .parsing import as_list, error
from .values import ImageName, Postcode, Text


def _parse_former_name(value: str) -> str:
    """Keep an id; it becomes a part of an address, so nothing else may stand in it."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value):
        raise error(
            '"{text}" kan geen naam van een bestand geweest zijn: schrijf alleen kleine letters '
            "a–z, cijfers en streepjes, zonder .yml.",
            text=value,
        )
    return value


FormerNames = Annotated[
    tuple[Annotated[Text, AfterValidator(_parse_former_name)], ...], BeforeValidator(as_list)
]
"""The ids that a thing had before; the addresses that they made lead to the thing."""


class Say(Protocol):
    """The words of a theme, by key, with what is to be filled in."""

    def __call__(self, key: str, **values: object) -> str: ...


class Part(BaseModel):
    """A part of a thing: frozen, and without room for keys it does not know."""

    text_key: ClassVar[str | None] = None
    """The field that a text belongs in, when one may be written in place of the whole group."""
    named_part: ClassVar[type[Part] | None] = None
    """What stands behind names of one's own beside the fields of the group, when there are such."""
    named_pattern: ClassVar[str] = ""
    """What such names look like, as an editor must know it."""
    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which exactly one is filled in."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


class Thing(Part):
    """A thing with a file of its own; `id` is the name of that file.

    One with a page of its own also has a field `vroeger`, the last of its public fields: the
    names that the file had before.
    """

    id: str
    """De naam van het bestand, zonder .yml. Wordt het adres van de pagina."""

    @property
    def former_names(self) -> Sequence[str]:
        """The ids that this thing had before; none for one without a page."""
        return getattr(self, "vroeger", ())


class Internal:
    """Marks a class with fields that never reach the public edition."""


class Adres(Part):
    """A postal address."""

    straat: Text | None = None
    """Straat en huisnummer."""
    postcode: Postcode | None = None
    """Postcode, bijvoorbeeld 1234 AB."""
    plaats: Text
    """Plaatsnaam."""


class Beeld(Part):
    """A picture with the words for who cannot see it."""

    bestand: ImageName
    """Het bestand met het beeld."""
    alt: Text
    """Wat er op het beeld te zien is, voor wie het niet ziet."""
