"""What all kits of a house have in common, and what the kit of one thing is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..edition import Overdracht, PublicHuis
from ..huis import Medewerker
from ..huis.relations import Relations
from ..output.palette import palette
from ..output.share_image import ShareText
from ..output.site_images import EmbeddedImage, Images
from .templates import KitTemplates
from .typesetting import Trimmer, clean

Data = dict[str, Any]
NAAM, FUNCTIE, BELOFTE, SENTENCE, SHORT = 90, 90, 190, 130, 60
"""So many characters of each can be read on paper at a glance."""
MAX_PLACES, MAX_POINTS = 5, 5


@dataclass(frozen=True, slots=True)
class KitMaterial:
    """Everything from which the kit of one thing is made."""

    kind: str
    """The kind, as the house calls its folder."""
    id: str
    name: str
    about: str
    """What stands beside the name in the overview."""
    folder: str
    """The folder in the kit, and the address on the site."""
    url: str
    data: Data
    """What the typst sources read."""
    share: ShareText
    """The words of the share picture that the site has too."""
    portret: EmbeddedImage | None = None
    texts: Data = field(default_factory=dict)
    """What the texts and the signature are made of; only a worker has them."""
    card: bytes | None = None
    """The vCard."""
    cut_fields: Sequence[tuple[str | int, ...]] = ()


@dataclass(frozen=True)
class KitContext:
    """What all kits of a house have in common."""

    huis: PublicHuis
    templates: KitTemplates
    images: Images
    site_url: str
    overdrachten: Sequence[Overdracht] = ()
    """Who takes over from whom around this day."""

    @cached_property
    def relations(self) -> Relations:
        """Who belongs with whom."""
        return Relations(self.huis)

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """The palette for paper."""
        merk = self.huis.merk.kleuren
        return palette(merk.hoofd, merk.accent)["licht"]

    @cached_property
    def shared(self) -> Data:
        """What every sheet knows."""
        org = self.huis.organisatie
        return {
            "organisatie": {"naam": Trimmer().cut(org.naam, NAAM), "payoff": clean(org.payoff)},
        }

    def url(self, address: str) -> str:
        """The whole address of a page."""
        return f"{self.site_url.rstrip('/')}/{address}"

    def portret(self, medewerker: Medewerker | None) -> EmbeddedImage | None:
        """The portrait for print, when there is one that may be shown.

        The one of the worker's own page: 300 dots to the inch in the window of a flyer.
        """
        if medewerker is None or medewerker.portret is None:
            return None
        return self.images.standalone("medewerkers", medewerker.portret.bestand, "portret")

    def share_portret(self, medewerker: Medewerker) -> EmbeddedImage | None:
        """The portrait for the share picture that the site has too."""
        if medewerker.portret is None:
            return None
        return self.images.standalone("medewerkers", medewerker.portret.bestand, "deelbeeld")
