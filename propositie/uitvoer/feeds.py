"""Feeds: the posts as a list that a program can follow, as RSS 2.0 and as JSON Feed 1.1.

Addresses are whole, and everything is written by a serialiser, so that no title can break out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as ET

_MIDDAG = time(12)
"""A post has a day and no hour; noon is that day all over the Netherlands, summer and winter."""
_ATOM, _DC, _INHOUD = (
    "http://www.w3.org/2005/Atom",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/rss/1.0/modules/content/",
)
for _naam, _ruimte in (("atom", _ATOM), ("dc", _DC), ("content", _INHOUD)):
    ET.register_namespace(_naam, _ruimte)

RSS, JSON = "application/rss+xml", "application/feed+json"


@dataclass(frozen=True, slots=True)
class Schrijver:
    """Who wrote a post: a name, and the page of that person."""

    naam: str
    url: str


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """A post in a feed; `html` is its text, with whole addresses only."""

    titel: str
    url: str
    datum: date
    samenvatting: str
    html: str
    schrijvers: tuple[Schrijver, ...]


@dataclass(frozen=True, slots=True)
class Kanaal:
    """A feed: what it is called, the page it belongs to, where it is itself, its posts."""

    titel: str
    omschrijving: str
    pagina: str
    rss_url: str
    json_url: str
    bijdragen: Sequence[Bijdrage]


def als_rss(kanaal: Kanaal) -> bytes:
    """The feed as RSS 2.0."""
    rss = ET.Element("rss", version="2.0")
    hoofd = ET.SubElement(rss, "channel")
    _deel(hoofd, "title", kanaal.titel)
    _deel(hoofd, "link", kanaal.pagina)
    _deel(hoofd, "description", kanaal.omschrijving)
    _deel(hoofd, "language", "nl")
    zelf = {"href": kanaal.rss_url, "rel": "self", "type": RSS}
    ET.SubElement(hoofd, f"{{{_ATOM}}}link", zelf)
    for b in kanaal.bijdragen:
        stuk = ET.SubElement(hoofd, "item")
        _deel(stuk, "title", b.titel)
        _deel(stuk, "link", b.url)
        ET.SubElement(stuk, "guid", isPermaLink="true").text = b.url
        _deel(stuk, "pubDate", format_datetime(_moment(b.datum)))
        _deel(stuk, "description", b.samenvatting)
        for schrijver in b.schrijvers:
            _deel(stuk, f"{{{_DC}}}creator", schrijver.naam)
        _deel(stuk, f"{{{_INHOUD}}}encoded", b.html)
    ET.indent(rss)
    regels: bytes = ET.tostring(rss, encoding="utf-8", xml_declaration=True)
    return regels + b"\n"


def _deel(ouder: ET.Element, naam: str, tekst: str) -> None:
    ET.SubElement(ouder, naam).text = tekst


def als_json_feed(kanaal: Kanaal) -> bytes:
    """The feed as JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": kanaal.titel,
        "description": kanaal.omschrijving,
        "home_page_url": kanaal.pagina,
        "feed_url": kanaal.json_url,
        "language": "nl",
        "items": [
            {
                "id": b.url,
                "url": b.url,
                "title": b.titel,
                "summary": b.samenvatting,
                "content_html": b.html,
                "date_published": _moment(b.datum).isoformat(),
                "authors": [{"name": s.naam, "url": s.url} for s in b.schrijvers],
            }
            for b in kanaal.bijdragen
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, _MIDDAG, UTC)
