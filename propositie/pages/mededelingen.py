"""Notices: the page with all of them, and what stands of one where it matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from urllib.parse import urlsplit

from markupsafe import Markup

from ..huis import Dienst, Mededeling, address_of, overview_of
from ..output.feeds import FeedEntry
from .builder import PageBuilder
from .content import Content
from .external_links import mark_external
from .following import absolute, channels, make_feeds
from .formatting import render_for_site, shorten, strip_markdown
from .links import with_addresses
from .page import Feed, Page
from .plan import PagePlan

ON_HOME = 3
"""So many lines of news stand on the home page; with more there is a link to all."""
POSTS = 3
"""So many posts stand beside the notices: what takes more than a line is told by a person."""
TITLE_LENGTH = 90
"""So many characters of a notice are its title where one needs a title, as in a feed."""

Notice = tuple[Mededeling, Markup]
"""A notice with its text as it stands on a page."""


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all notices of today, with its feeds; none without a notice."""
    if builder.huis.mededelingen:
        yield builder.plan_overview("mededelingen", "nieuws", overview)


def overview(builder: PageBuilder) -> Page:
    """All notices of today, newest first."""
    huis = builder.huis
    here = list(huis.mededelingen.values())
    description = builder.say("nieuws_omschrijving", naam=huis.organisatie.naam)
    followed, feed_files = make_feeds(
        builder, overview_of("mededelingen"), _feed_title(builder), description,
        (_feed_entry(builder, m) for m in here),
    )  # fmt: skip
    return builder.render(
        overview_of("mededelingen"), "nieuws", builder.say("nieuws"), description,
        feeds=followed,
        files=feed_files,
        notices=with_texts(builder, here),
        locaties={m.op: huis.locaties[m.op] for m in here if m.op},
        told=[huis.locaties[m.op] for m in here if m.op],
        followed=followed,
        berichten=list(huis.berichten.values())[:POSTS],
        person=builder.today.contact_person(),
    )  # fmt: skip


def site_feeds(builder: PageBuilder) -> Sequence[Feed]:
    """What can be followed of all notices; nothing without any, or without whole addresses."""
    if not builder.huis.mededelingen or builder.site_url is None:
        return ()
    return channels(overview_of("mededelingen"), _feed_title(builder))


def everywhere(builder: PageBuilder) -> Sequence[Notice]:
    """What stands above every page: who does not know it is in trouble, wherever they are. Its
    links are marked (`links`)."""
    return [
        (m, Markup(mark_external(text, builder.site_url, builder.say("andere_site"))))
        for m, text in with_texts(builder, _of_site(builder, "let_op"))
    ]


def on_home(builder: PageBuilder) -> Sequence[Notice]:
    """The news of the whole site, as much as the home page has room for."""
    return with_texts(builder, _of_site(builder, "nieuws")[:ON_HOME])


def at_place(builder: PageBuilder, id_: str) -> Sequence[Notice]:
    """The notices about a place."""
    return with_texts(builder, builder.relations.mededelingen_of_locatie[id_])


def at_dienst(builder: PageBuilder, dienst: Dienst) -> Sequence[Notice]:
    """The notices about the place of a service, when it is only there: who can also go elsewhere
    reads them with that place."""
    return at_place(builder, dienst.waar[0]) if len(dienst.waar) == 1 else []


def with_texts(builder: PageBuilder, notices: Iterable[Mededeling]) -> list[Notice]:
    """Notices, each with its text as it stands on a page."""
    return [(m, _text(builder, m)) for m in notices]


def _of_site(builder: PageBuilder, soort: str) -> list[Mededeling]:
    found = builder.huis.mededelingen.values()
    return [m for m in found if m.op is None and m.soort == soort]


def _text(builder: PageBuilder, mededeling: Mededeling) -> Markup:
    """The text, with the way to more at its end. Nothing in it becomes a block: it is a line."""
    content = Content(builder, "mededelingen", mededeling.id, has_blocks=False)
    html = content.finish(_as_lines(render_for_site(mededeling.tekst)))
    if mededeling.link is None:
        return html
    words = builder.say("nieuws_meer", site=_host_of(mededeling.link))
    more = Markup('<a href="{}">{}</a>').format(mededeling.link, words)
    if html.rstrip().endswith("</p>"):
        return Markup(html.rstrip().removesuffix("</p>") + Markup(" {}</p>").format(more))
    return html + Markup("<p>{}</p>").format(more)


def _as_lines(html: str) -> str:
    """A heading in a notice is a line among others, and of a picture the words stay: above a page
    stands no heading, and nothing that takes its time to load."""
    html = re.sub(r'<img [^>]*?alt="([^"]*)"[^>]*>', r"\1", html)
    return re.sub(r"<h[1-6]>(.*?)</h[1-6]>", r"<p><strong>\1</strong></p>", html, flags=re.S)


def _host_of(address: str) -> str:
    """The name of a site, as people know it: `gemeente.example`."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _feed_title(builder: PageBuilder) -> str:
    return builder.say("nieuws_van", naam=builder.huis.organisatie.naam)


def _feed_entry(builder: PageBuilder, mededeling: Mededeling) -> FeedEntry:
    """A notice in a feed. One that comes back with other days is another one to who follows it."""
    whole = partial(absolute, builder)
    url, said = whole(address_of(mededeling)), strip_markdown(mededeling.tekst)
    if mededeling.op is not None:
        said = f"{builder.huis.locaties[mededeling.op].naam}: {said}"
    return FeedEntry(
        shorten(said, TITLE_LENGTH),
        url,
        mededeling.van,
        said,
        with_addresses(_text(builder, mededeling), whole),
        id=f"{url}-{mededeling.van}",
    )
