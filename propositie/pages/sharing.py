"""What a page shows when somebody shares it: its own headline, in the house.

Only what the page itself tells: it is read from the public house, so that a worker without a
visible portrait has none here either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..dutch import join_words
from ..edition import PublicHuis
from ..huis import Medewerker
from ..output.cache import Cache
from ..output.output_file import OutputFile
from ..output.palette import palette
from ..output.share_image import ShareImagePortret, ShareStyle, ShareText, make_share_images
from ..output.site_images import Images
from .blog import auteurs_of
from .builder import PageBuilder, vraag_of
from .page import Page


def add_share_images(
    pages: Sequence[Page], builder: PageBuilder, cache: Cache
) -> tuple[list[Page], list[OutputFile]]:
    """The same pages, each with its share picture, and the files of those pictures."""
    colours = palette(builder.huis.merk.kleuren.hoofd, builder.huis.merk.kleuren.accent)["licht"]
    merk = ShareStyle(builder.huis.organisatie.naam, colours)
    parts = [share_text_of(page, builder) for page in pages]
    done = make_share_images(parts, merk, cache)
    result = [
        replace(p, share_image=k[1]) if k is not None else p
        for p, k in zip(pages, done, strict=True)
    ]
    return result, list({b.address: b for b, _ in filter(None, done)}.values())


def share_text_of(page: Page, builder: PageBuilder) -> ShareText:
    """The words (and portrait) of the share picture of a page."""
    huis = builder.huis
    id_ = page.address.rstrip("/").rpartition("/")[2]
    match page.kind:
        case "thuis":
            return ShareText(huis.organisatie.payoff)
        case "behoefte":
            behoefte = huis.behoeften[id_]
            return ShareText(vraag_of(behoefte), above=behoefte.naam, vorm="vraag")
        case "klantgroep":
            group = huis.klantgroepen[id_]
            return ShareText(group.ik, group.kernboodschap, above=group.naam, vorm="ik")
        case "dienst":
            return ShareText(huis.diensten[id_].naam, huis.diensten[id_].kort)
        case "medewerker":
            return _share_medewerker(huis.medewerkers[id_], builder.images)
        case "afscheid":
            return ShareText(page.title, above=builder.say("mensen"))
        case "bericht":
            names = [s.naam for s in auteurs_of(huis, huis.berichten[id_])]
            return ShareText(page.title, above=join_words(names))
        case "waarom_wij":
            return ShareText(_heading(page, builder), _first_belofte(huis))
        case _:
            return ShareText(_heading(page, builder))


def _share_medewerker(medewerker: Medewerker, images: Images) -> ShareText:
    portret = None
    if medewerker.portret is not None:
        standalone = images.standalone("medewerkers", medewerker.portret.bestand, "deelbeeld")
        portret = ShareImagePortret(
            standalone.key, standalone.suffix, partial(images.content, standalone)
        )
    return ShareText(
        medewerker.naam, f"“{medewerker.belofte}”", medewerker.functie, "mens", portret
    )


def _first_belofte(huis: PublicHuis) -> str:
    return next((usp.belofte for usp in huis.usps.values()), "")


def _heading(page: Page, builder: PageBuilder) -> str:
    """The headline of an overview: what its template has above it, else its title."""
    key = f"{page.kind}_kop"
    return builder.say(key) if builder.can_say(key) else page.title
