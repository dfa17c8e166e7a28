"""People, and what they write."""

from __future__ import annotations

from collections.abc import Sequence

from ...dutch.languages import read_language
from ...huis import Bericht, Locatie, Medewerker, Organisatie, address_of, overview_of
from ...huis.medewerkers import Profile
from ..output_file import ShownImage
from .core import AbsoluteUrl, Data, image, known, location, phone_number, thing, web_page
from .organisatie import organisatie_reference, place_reference

NETWORKS = ("linkedin", "facebook", "instagram", "mastodon")


def medewerker(
    medewerker: Medewerker,
    org: Organisatie,
    locaties: Sequence[Locatie],
    portret: ShownImage | None,
    absolute_url: AbsoluteUrl,
) -> Data:
    """A page about a worker, and the worker as far as the public may know."""
    address, contact = address_of(medewerker), medewerker.contact
    networks = [getattr(contact, network, None) for network in NETWORKS]
    person = thing(
        "Person",
        id=location(absolute_url, address, "mens"),
        name=medewerker.naam,
        alternateName=medewerker.roepnaam,
        jobTitle=medewerker.functie,
        description=medewerker.belofte,
        url=absolute_url(address),
        image=image(portret, absolute_url),
        telephone=phone_number(contact.telefoon) if contact else None,
        email=contact.email if contact else None,
        sameAs=[network for network in networks if network],
        worksFor=organisatie_reference(org, absolute_url),
        workLocation=[place_reference(p, absolute_url) for p in locaties],
        knowsAbout=list(medewerker.deskundig_in),
        knowsLanguage=list(dict.fromkeys(read_language(t).tag for t in medewerker.talen)),
    )
    return web_page(
        "ProfilePage", absolute_url, address, medewerker.naam, medewerker.belofte, mainEntity=person
    )


def medewerker_reference(person: Profile, absolute_url: AbsoluteUrl) -> Data:
    """A worker as other pages name them: no more than a name and a page."""
    return thing(
        "Person", id=location(absolute_url, address_of(person), "mens"), name=person.naam,
        url=absolute_url(address_of(person)),
    )  # fmt: skip


def bericht_reference(absolute_url: AbsoluteUrl, address: str, bericht: Bericht) -> Data:
    """A post as an overview names it."""
    return thing(
        "BlogPosting", id=location(absolute_url, address, "stuk"), headline=bericht.titel,
        url=absolute_url(address), datePublished=bericht.datum.isoformat(),
    )  # fmt: skip


def bericht(
    absolute_url: AbsoluteUrl,
    address: str,
    bericht: Bericht,
    authors: Sequence[Profile],
    org: Organisatie,
    description: str,
    photo: ShownImage | None = None,
) -> Data:
    """A post; of its authors only a name and a page, so that who left is told no more."""
    return {
        **bericht_reference(absolute_url, address, bericht),
        **known(
            description=description,
            inLanguage="nl",
            image=image(photo, absolute_url),
            author=[medewerker_reference(author, absolute_url) for author in authors],
            publisher=organisatie_reference(org, absolute_url),
        ),
    }  # fmt: skip


def blog(
    absolute_url: AbsoluteUrl, title: str, description: str, berichten: Sequence[Data]
) -> Data:
    """The overview of all posts."""
    return thing(
        "Blog", name=title, description=description, url=absolute_url(overview_of("berichten")),
        inLanguage="nl", blogPost=list(berichten),
    )  # fmt: skip
