"""Free pages: Markdown files of the organisation's own, at an address of their own.

The host makes their HTML and knows more of their head than stands here; what it knows is not read.
"""

from __future__ import annotations

from .base import Thing
from .kinds import Kind
from .values import FreeMarkdown, Text


class Pagina(Thing):
    """A free page; its id is the path of its file, without `.md`."""

    titel: Text | None = None
    """De titel; zonder titel telt de kop (# …) boven de tekst."""
    beschrijving: Text | None = None
    """Waar de pagina over gaat, in één zin; voor zoekmachines."""
    zoekwoorden: tuple[Text, ...] = ()
    """Woorden waarop mensen zoeken en die niet in de tekst staan."""
    tekst: FreeMarkdown = ""
    """De tekst van de pagina."""


KIND = Kind(
    name="paginas",
    model=Pagina,
    public=(Pagina,),
    article="de",
    singular="pagina",
    plural="pagina's",
    naming="titel",
    is_markdown=True,
    is_managed=False,
    in_data=False,
    chapter="paginas.md",
    form_order=("titel", "tekst"),
)
