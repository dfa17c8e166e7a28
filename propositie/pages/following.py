"""What can be followed of a page: both feeds beside it, whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..output import feeds
from ..output.output_file import OutputFile
from .builder import PageBuilder
from .page import Feed

_RSS, _JSON = "feed.xml", "feed.json"


def make_feeds(
    builder: PageBuilder,
    folder: str,
    title: str,
    description: str,
    entries: Iterable[feeds.FeedEntry],
) -> tuple[Sequence[Feed], Sequence[OutputFile]]:
    """Both feeds in the folder of a page; none without entries or without whole addresses, of
    which `entries` are only gone through when there are."""
    page, rss, json_ = (builder.absolute_url(folder + name) for name in ("", _RSS, _JSON))
    if page is None or rss is None or json_ is None or not (found := list(entries)):
        return (), ()
    channel = feeds.Channel(title, description, page, rss, json_, found)
    return channels(folder, title), (
        OutputFile(folder + _RSS, feeds.to_rss(channel)),
        OutputFile(folder + _JSON, feeds.to_json_feed(channel)),
    )


def channels(folder: str, title: str) -> Sequence[Feed]:
    """How a page tells of its feeds."""
    return (
        Feed(f"{title} (RSS)", folder + _RSS, feeds.RSS),
        Feed(f"{title} (JSON)", folder + _JSON, feeds.JSON),
    )


def absolute(builder: PageBuilder, address: str) -> str:
    """The whole address of `address`, for who reads it away from the site."""
    return builder.absolute_url(address) or address
