"""Feeds: read back by a parser that is not ours, whole addresses, nothing that breaks out."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from helpers.berichten import BLOG, make_bericht, medewerker_yaml, read
from helpers.site import build_site, write_organisatie
from propositie.output.feeds import Author, Channel, FeedEntry, to_json_feed, to_rss

URL = "https://veenrand.example/repo/"
TRICKY = "]]> </title><script>alert(1)</script> & \u2028 “é” 😀 {{ 7*191 }}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(
        write_organisatie(
            tmp_path_factory.mktemp("feeds"),
            {
                "medewerkers/cor.yml": medewerker_yaml("Cor Kok"),
                "medewerkers/stil.yml": medewerker_yaml("Stille Sjaan"),
                f"{BLOG}/soep.md": make_bericht(extra="beschrijving: Over <soep> & brood.\n"),
                f"{BLOG}/tas.md": make_bericht(
                    "Tas & <i>jas</i>", "[samira, cor]", "2026-11-12",
                    text="Lees [soep](soep.md), neem de [taxi](../aanbod/boodschappentaxi/).",
                ),
                f"{BLOG}/later.md": make_bericht("Later", datum="2027-01-01"),
                "mededelingen/lift.yml": None,
            },
        )
    )  # fmt: skip


def rss(site: Path, address: str) -> Any:
    parsed = feedparser.parse((site / address).read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    return parsed


def test_another_parser_reads_the_whole_feed(site: Path) -> None:
    parsed = rss(site, "blog/feed.xml")
    assert parsed.feed.title == "Welzijn Veenrand"
    assert parsed.feed.link == f"{URL}blog/"
    assert parsed.feed.language == "nl"
    assert [e.link for e in parsed.entries] == [f"{URL}blog/tas/", f"{URL}blog/soep/"]
    bag, soup = parsed.entries
    assert bag.title in {"Tas & <i>jas</i>", "Tas & jas"}  # it cleans titles as a reader would
    assert bag.id == bag.link
    assert tuple(bag.published_parsed)[:3] == (2026, 11, 12)
    assert [a.name for a in bag.authors] == ["Samira El Amrani", "Cor Kok"]
    assert "De kok was ziek" in soup.content[0].value


def test_the_summary_is_text_and_every_address_is_whole(site: Path) -> None:
    entries = ElementTree.parse(site / "blog/feed.xml").findall(".//item")
    assert entries[1].findtext("description") == "Over <soep> & brood."
    html = entries[0].findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    assert re.findall('href="([^"]*)"', html) == [
        f"{URL}blog/soep/", f"{URL}aanbod/boodschappentaxi/",
    ]  # fmt: skip


def find_json_errors(feed: dict[str, Any]) -> list[str]:
    """What of a feed is not as https://jsonfeed.org/version/1.1 asks."""
    misses = [n for n in ("title", "home_page_url", "feed_url") if not isinstance(feed.get(n), str)]
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        misses.append("version")
    addresses = [feed["home_page_url"], feed["feed_url"]]
    for number, item in enumerate(feed["items"]):
        if not isinstance(item.get("id"), str) or not item.get("content_html"):
            misses.append(f"item {number}")
        if datetime.fromisoformat(item["date_published"]).tzinfo is None:
            misses.append(f"date of item {number}")
        addresses += [item["url"], *(a["url"] for a in item["authors"])]
    return misses + [a for a in addresses if not a.startswith("https://")]


@pytest.mark.parametrize("address", ["blog/feed.json", "mensen/samira/feed.json"])
def test_the_json_feed_is_one(site: Path, address: str) -> None:
    feed = json.loads((site / address).read_text("utf-8"))
    assert find_json_errors(feed) == []
    assert feed["feed_url"] == URL + address
    assert [s["id"] for s in feed["items"]] == [f"{URL}blog/tas/", f"{URL}blog/soep/"]


def test_each_worker_who_wrote_has_a_feed(site: Path) -> None:
    assert [e.title for e in rss(site, "mensen/samira/feed.xml").entries][1] == "Soep"
    cor = rss(site, "mensen/cor/feed.xml")
    assert [e.link for e in cor.entries] == [f"{URL}blog/tas/"]
    assert cor.feed.link == f"{URL}mensen/cor/"
    assert not (site / "mensen/stil/feed.xml").exists()


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("", ["blog/feed.xml", "blog/feed.json"]),
        ("blog/", ["feed.xml", "feed.json"]),
        ("blog/tas/", ["../feed.xml", "../feed.json"]),
        ("mensen/cor/", ["feed.xml", "feed.json", "../../blog/feed.xml", "../../blog/feed.json"]),
        ("privacy/", ["../blog/feed.xml", "../blog/feed.json"]),
    ],
)
def test_the_head_of_a_page_tells_where_its_feeds_are(
    site: Path, page: str, feeds: list[str]
) -> None:
    head = read(site, page).split("</head>")[0]
    assert re.findall('<link rel="alternate" [^>]*href="([^"]*)"', head) == feeds


def test_without_an_address_there_are_no_feeds(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, {f"{BLOG}/soep.md": make_bericht()})
    config_file.write_text(
        config_file.read_text("utf-8").replace("site_url: https://veenrand.example/repo/\n", ""),
        "utf-8",
    )
    site = build_site(config_file)
    assert (site / "blog/soep/index.html").exists()
    assert not list(site.rglob("feed.*"))
    assert 'rel="alternate"' not in read(site, "")


def test_no_text_breaks_out_of_a_feed() -> None:
    writer = Author(TRICKY, "https://x.example/")
    entry = FeedEntry(
        TRICKY,
        "https://x.example/a/?b=1&c=2",
        date(2026, 3, 29),
        TRICKY,
        f"<p>{TRICKY}</p>",
        (writer,),
    )
    url = "https://x.example/"
    channel = Channel(TRICKY, TRICKY, url, f"{url}f.xml", f"{url}f.json", [entry])
    tree = ElementTree.fromstring(to_rss(channel))
    assert tree.findtext("channel/title") == TRICKY
    assert tree.findtext("channel/item/title") == TRICKY
    assert tree.findtext("channel/item/link") == "https://x.example/a/?b=1&c=2"
    assert [e.tag for e in tree] == ["channel"]
    assert json.loads(to_json_feed(channel))["items"][0]["title"] == TRICKY
    assert not feedparser.parse(to_rss(channel)).bozo
