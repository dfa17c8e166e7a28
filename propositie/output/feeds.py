"""Feeds: posts or notices as a list that a program can follow, as RSS 2.0 and as JSON Feed 1.1.

Addresses are whole, and everything is written by a serialiser, so that no title can break out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from xml.etree import ElementTree as ET

_NOON = time(12)
"""What appears has a day and no hour; noon is that day all over the Netherlands, in any season."""
_ATOM, _DC, _CONTENT = (
    "http://www.w3.org/2005/Atom",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/rss/1.0/modules/content/",
)
for _name, _namespace in (("atom", _ATOM), ("dc", _DC), ("content", _CONTENT)):
    ET.register_namespace(_name, _namespace)

RSS, JSON = "application/rss+xml", "application/feed+json"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a post: a name, and the page of that person."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What stands in a feed; `html` is its text, with whole addresses only."""

    title: str
    url: str
    day: date
    summary: str
    html: str
    authors: tuple[Author, ...] = ()
    id: str = ""
    """By what a reader knows whether it saw this before; empty: its address."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: what it is called, the page it belongs to, where it is itself, what stands in it."""

    title: str
    description: str
    page: str
    rss_url: str
    json_url: str
    entries: Sequence[FeedEntry]


def to_rss(feed_channel: Channel) -> bytes:
    """The feed as RSS 2.0."""
    rss = ET.Element("rss", version="2.0")
    channel_element = ET.SubElement(rss, "channel")
    _add_element(channel_element, "title", feed_channel.title)
    _add_element(channel_element, "link", feed_channel.page)
    _add_element(channel_element, "description", feed_channel.description)
    _add_element(channel_element, "language", "nl")
    is_own = {"href": feed_channel.rss_url, "rel": "self", "type": RSS}
    ET.SubElement(channel_element, f"{{{_ATOM}}}link", is_own)
    for b in feed_channel.entries:
        item = ET.SubElement(channel_element, "item")
        _add_element(item, "title", b.title)
        _add_element(item, "link", b.url)
        is_address = "false" if b.id else "true"
        ET.SubElement(item, "guid", isPermaLink=is_address).text = b.id or b.url
        _add_element(item, "pubDate", format_datetime(_moment(b.day)))
        _add_element(item, "description", b.summary)
        for author in b.authors:
            _add_element(item, f"{{{_DC}}}creator", author.name)
        _add_element(item, f"{{{_CONTENT}}}encoded", b.html)
    ET.indent(rss)
    lines: bytes = ET.tostring(rss, encoding="utf-8", xml_declaration=True)
    return lines + b"\n"


def _add_element(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def to_json_feed(feed_channel: Channel) -> bytes:
    """The feed as JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_channel.title,
        "description": feed_channel.description,
        "home_page_url": feed_channel.page,
        "feed_url": feed_channel.json_url,
        "language": "nl",
        "items": [
            {
                "id": b.id or b.url,
                "url": b.url,
                "title": b.title,
                "summary": b.summary,
                "content_html": b.html,
                "date_published": _moment(b.day).isoformat(),
                **({"authors": _authors(b)} if b.authors else {}),
            }
            for b in feed_channel.entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _authors(entry: FeedEntry) -> list[dict[str, str]]:
    return [{"name": s.name, "url": s.url} for s in entry.authors]


def _moment(day: date) -> datetime:
    return datetime.combine(day, _NOON, UTC)
