"""Posts: what workers write, on a page of its own, in an overview, and as feeds.

Material's own blog is not used: it knows no authors from the house and no day to build for, it
tells its mistakes in English, and it ends where Material ends. Reading a post is little work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape

from markupsafe import Markup

from ..dutch import join_words
from ..edition import PublicHuis
from ..huis import Bericht, Medewerker, address_of, overview_of
from ..huis.links import mentioned_ids
from ..huis.medewerkers import Afscheid, Profile
from ..output import feeds, jsonld
from ..output.output_file import OutputFile
from ..output.share_image import ShareText
from .builder import PageBuilder
from .content import Content
from .following import absolute, channels, make_feeds
from .formatting import render_for_site, shorten, strip_markdown
from .links import with_addresses
from .page import Feed, Page
from .plan import PagePlan

MAX_BERICHTEN = 30
"""So many posts are in a feed: who follows it has seen the older ones."""
INTRO_LENGTH = 240
"""So many characters of a post stand in the overview."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A post as lists show it; also a column that a worker wrote elsewhere."""

    title: str
    address: str | None
    day: date | None
    medium: str | None = None
    own: bool = False
    """Whether it is a post on this site, so that `address` is a page of ours."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the overview, with the feeds of the whole blog, and a page for each post."""
    if not builder.huis.berichten:
        return
    yield builder.plan_overview("berichten", "blog", overview)
    for bericht in builder.huis.berichten.values():
        yield builder.plan(bericht, bericht.titel, bericht_page)


def overview(builder: PageBuilder) -> Page:
    """The page with every post, newest first."""
    all_berichten = list(builder.huis.berichten.values())
    title = builder.say("blog")
    description = builder.say("blog_omschrijving", naam=builder.huis.organisatie.naam)
    followed, feed_files = make_blog_feeds(
        builder, overview_of("berichten"), builder.huis.organisatie.naam, description, all_berichten
    )
    return builder.render(
        overview_of("berichten"), "blog", title, description,
        feeds=followed,
        files=feed_files,
        jsonld=[jsonld.blog(
            builder.absolute_url, title, description,
            [_bericht_reference(builder, b) for b in all_berichten],
        )],
        berichten=[(b, auteurs_of(builder.huis, b), intro(b)) for b in all_berichten],
        followed=followed,
        person=_latest_auteur(builder.huis, all_berichten),
    )  # fmt: skip


def bericht_page(builder: PageBuilder, bericht: Bericht) -> Page:
    """The page of a post, with the way to the one before and the one after."""
    huis, address = builder.huis, address_of(bericht)
    authors = auteurs_of(huis, bericht)
    here = [s for s in authors if isinstance(s, Medewerker)]
    gone = [s for s in authors if isinstance(s, Afscheid)]
    opvolgers = [huis.medewerkers[s.opvolger] for s in gone if s.opvolger]
    image = builder.publish_image(bericht, bericht.beeld, "berichten") if bericht.beeld else None
    groups = [k for k in mentioned_ids(bericht, "klantgroepen") if k in huis.klantgroepen]
    return builder.render(
        address,
        "bericht",
        bericht.titel,
        intro(bericht),
        crumbs=[builder.overview_crumb("berichten")],
        image=image,
        thing=("berichten", bericht),
        share=ShareText(bericht.titel, above=join_words([s.naam for s in authors])),
        jsonld=[jsonld.bericht(builder.absolute_url, address, bericht, authors, huis.organisatie,
                               intro(bericht), image)],
        bericht=bericht,
        text=render_tekst(builder, bericht),
        authors=authors,
        here=here,
        gone=gone,
        opvolgers=opvolgers,
        behoeften=[
            huis.behoeften[b] for b in mentioned_ids(bericht, "behoeften") if b in huis.behoeften
        ],
        klantgroepen=[huis.klantgroepen[k] for k in groups],
        older=builder.berichten.before.get(bericht.id),
        newer=builder.berichten.after.get(bericht.id),
        person=builder.today.contact_person(here or opvolgers, groups),
    )  # fmt: skip


def auteurs_of(huis: PublicHuis, bericht: Bericht) -> list[Profile]:
    """Who wrote a post: workers, and of who left no more than the farewell knows."""
    return [huis.medewerkers.get(a) or huis.afscheiden[a] for a in bericht.auteur]


def intro(bericht: Bericht) -> str:
    """What a post is about: its own sentence for it, else how it begins."""
    if bericht.beschrijving:
        return bericht.beschrijving
    paragraphs = (strip_markdown(a) for a in re.split(r"\n\s*\n", bericht.tekst) if a[:1] != "#")
    return shorten(next(filter(None, paragraphs), bericht.titel), INTRO_LENGTH)


def writings(builder: PageBuilder, medewerker: Medewerker) -> list[Publication]:
    """What a worker wrote, here and elsewhere: newest first, without a date last."""
    own = [
        Publication(b.titel, address_of(b), b.datum, builder.say("op_deze_site"), own=True)
        for b in builder.berichten.of_medewerker.get(medewerker.id, ())
    ]
    elsewhere = [Publication(s.titel, s.url, s.datum, s.medium) for s in medewerker.schrijft]
    return sorted([*own, *elsewhere], key=lambda s: s.day or date.min, reverse=True)


def render_tekst(
    builder: PageBuilder, bericht: Bericht, resolve: Callable[[str], str] | None = None
) -> Markup:
    """The text of a post as HTML. With `resolve`, for a feed: it gives the whole address of what is
    on the site, and nothing becomes a block. A link to what is not public today keeps its words."""
    content = Content(builder, "berichten", bericht.id, has_blocks=resolve is None)
    html = content.finish(render_for_site(bericht.tekst, heading=2))
    return Markup(with_addresses(html, resolve)) if resolve else html


def make_blog_feeds(
    builder: PageBuilder, folder: str, title: str, description: str, berichten: Sequence[Bericht]
) -> tuple[Sequence[Feed], Sequence[OutputFile]]:
    """Both feeds of some posts in the folder of a page; none without whole addresses."""
    entries = (_feed_entry(builder, b) for b in berichten[:MAX_BERICHTEN])
    return make_feeds(builder, folder, title, description, entries)


def site_feeds(builder: PageBuilder) -> Sequence[Feed]:
    """What can be followed of the whole blog; nothing without posts or whole addresses."""
    if not builder.huis.berichten or builder.site_url is None:
        return ()
    return channels(overview_of("berichten"), builder.huis.organisatie.naam)


def _feed_entry(builder: PageBuilder, bericht: Bericht) -> feeds.FeedEntry:
    whole = partial(absolute, builder)
    return feeds.FeedEntry(
        bericht.titel,
        whole(address_of(bericht)),
        bericht.datum,
        intro(bericht),
        _image_html(builder, bericht) + str(render_tekst(builder, bericht, whole)),
        tuple(
            feeds.Author(s.naam, whole(address_of(s))) for s in auteurs_of(builder.huis, bericht)
        ),
    )


def _image_html(builder: PageBuilder, bericht: Bericht) -> str:
    """The picture of a post as it stands in a feed; empty when it has none."""
    if bericht.beeld is None:
        return ""
    g = builder.publish_image(bericht, bericht.beeld, "berichten")
    return (
        f'<p><img src="{escape(absolute(builder, g.address))}" alt="{escape(g.alt)}" '
        f'width="{g.width}" height="{g.height}"></p>\n'
    )


def _bericht_reference(builder: PageBuilder, bericht: Bericht) -> jsonld.Data:
    return jsonld.bericht_reference(builder.absolute_url, address_of(bericht), bericht)


def _latest_auteur(huis: PublicHuis, berichten: Sequence[Bericht]) -> Medewerker | None:
    """The author of the newest post by somebody who works here."""
    return next(
        (huis.medewerkers[a] for b in berichten for a in b.auteur if a in huis.medewerkers), None
    )
