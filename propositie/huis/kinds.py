"""What a kind of thing is: one declaration beside each model, from which everything else follows.

Reading, the public side, relations, menu and foot, llms.txt, forms, schemas, the werkboek and the
sentences in messages ask the declaration; none of them keeps a list of kinds of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .base import Thing


class Listing(NamedTuple):
    """A place in a row: the lowest order comes first."""

    order: int
    heading: str = ""
    """What stands above the things there, where that is not the name of the kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing, and all that must be known of it outside its model."""

    name: str
    """The attribute of the house that holds its things; for YAML also the folder or file."""
    model: type[Thing]
    """The class that reading yields, with everything that stays inside."""
    article: Literal["de", "het"]
    singular: str
    plural: str
    naming: str | None
    """The field that says what a thing is called; None for what has no name of its own."""
    public: tuple[type[Thing], ...] = ()
    """The classes in which the public may meet one, the usual first; none: internal, whole."""
    is_single: bool = False
    """Whether there is exactly one, in a file in `huis/` itself."""
    is_markdown: bool = False
    """Whether its files are Markdown with a head, in the folder of pages; else YAML in `huis/`."""
    folder: str = ""
    """Where its Markdown files lie below the folder of pages."""
    address: str | None = None
    """The first word of the address of its pages; None without pages."""
    template: str | None = None
    """The template of the page of one thing, which stands below `address` under its id; None when
    its things have no page of their own."""
    overview: str | None = None
    """The template of the overview at `address`."""
    menu: Listing | None = None
    """Its place in the menu at the top of every page."""
    footer: Listing | None = None
    """Its place in the foot of every page."""
    in_search: bool = True
    """Whether the search on the site finds its pages."""
    in_sitemap: bool = True
    """Whether its pages stand in the sitemap, for search engines."""
    in_llms: bool = False
    """Whether llms.txt names its things."""
    in_data: bool = True
    """Whether the open data tell of its things."""
    ends: str = ""
    """The field that says until when the public may know a thing: a day, or moments. One that is
    internal is told to others only when that day is near (`edition.GOOD_FOR`)."""
    kit: Listing | None = None
    """Its place in the overview of kits, when its things have a kit."""
    counted_as: str = ""
    """The word under which the werkboek counts its things; empty: it does not."""
    texts: Sequence[str] = ()
    """The texts that staff write themselves for the public, as keys with points; the words of
    others stay as said. What is checked for plain language."""
    form_order: Sequence[str] = ()
    """The fields that forms ask first, as staff change them in a week; the others follow in the
    order of the model."""
    is_managed: bool = True
    """Whether forms and commands make, change and rename its files."""
    chapter: str = ""
    """Its chapter in the handbook, when that is not the one that bears its name."""

    @property
    def folder_name(self) -> str:
        """The folder, as staff know it: `medewerkers`, `blog`."""
        return self.folder or self.name

    @property
    def the(self) -> str:
        """The kind with its article, as a sentence begins: `De behoefte`."""
        return f"{self.article.capitalize()} {self.singular}"

    @property
    def has_pages(self) -> bool:
        """Whether each of its things has a page of its own, at an address that follows from it."""
        return self.template is not None

    @property
    def words(self) -> str:
        """The key of the fixed words for what it is called on the site: `voor_wie`."""
        return (self.address or self.name).replace("-", "_")

    @property
    def overview_address(self) -> str:
        """The address of the overview: `mensen/`."""
        return f"{self.address}/"

    def address_of(self, id_: str) -> str:
        """The address of a thing: its page (`mensen/gijs/`), else where it stands in the overview
        (`waarom-wij/#dichtbij`)."""
        return f"{self.address}/{id_}/" if self.has_pages else f"{self.address}/#{id_}"

    def name_of(self, thing: Thing) -> str:
        """What a thing is called; its id without a name."""
        return str(getattr(thing, self.naming, None) or thing.id) if self.naming else thing.id
