"""Posts: what workers write themselves, as Markdown files beside the free pages.

Their authors, needs and client groups come from the house, and are checked against it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from .base import Beeld, FormerNames, Internal, Thing
from .kinds import Kind, Listing
from .parsing import as_list
from .value_types import reference
from .values import Date, Markdown, Text, YesNo

BLOG = "blog"
"""The name of the folder, and the first word of the address of every post."""


class Bericht(Thing):
    """A post as the public may read it."""

    titel: Text
    """De titel; mag ook als kop (# …) boven de tekst staan."""
    datum: Date
    """De dag waarop het stuk verschijnt."""
    auteur: Annotated[
        tuple[Annotated[str, reference("medewerkers")], ...],
        BeforeValidator(as_list),
        Field(min_length=1),
    ]
    """Wie het schreef: een medewerker, of meer dan een."""
    behoeften: tuple[Annotated[str, reference("behoeften")], ...] = ()
    """De behoeften waar het stuk over gaat."""
    klantgroepen: tuple[Annotated[str, reference("klantgroepen")], ...] = ()
    """De klantgroepen voor wie het stuk is."""
    beschrijving: Text | None = None
    """Waar het over gaat, in één zin; zonder deze zin telt de eerste alinea."""
    beeld: Beeld | None = None
    """Een foto of tekening bij het stuk."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    vroeger: FormerNames = ()
    """Hoe dit eerder heette in het adres; wie dat oude adres heeft, komt hier uit."""
    tekst: Markdown
    """De tekst van het stuk."""


class InternalBericht(Bericht, Internal):
    """A post with what decides whether it is published."""

    concept: YesNo = False
    """Ja zolang het stuk nog niet af is; dan staat het niet op de site."""

    def has_appeared(self, on_date: date) -> bool:
        """Whether the post is finished and its day has come."""
        return not self.concept and self.datum <= on_date


KIND = Kind(
    name="berichten",
    model=InternalBericht,
    public=(Bericht,),
    article="het",
    singular="stuk",
    plural="stukken",
    naming="titel",
    is_markdown=True,
    folder=BLOG,
    address=BLOG,
    overview="blog",
    template="bericht",
    footer=Listing(3),
    chapter="stukken.md",
    form_order=("titel", "tekst", "beeld", "auteur", "datum"),
)
