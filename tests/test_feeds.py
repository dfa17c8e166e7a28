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

from hulp.site import bouw_site, schrijf_organisatie
from hulp.stukken import BLOG, lees, mens, stuk
from propositie.uitvoer.feeds import Bijdrage, Kanaal, Schrijver, als_json_feed, als_rss

URL = "https://veenrand.example/repo/"
LASTIG = "]]> </title><script>alert(1)</script> & \u2028 “é” 😀 {{ 7*191 }}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bouw_site(
        schrijf_organisatie(
            tmp_path_factory.mktemp("feeds"),
            {
                "medewerkers/cor.yml": mens("Cor Kok"),
                "medewerkers/stil.yml": mens("Stille Sjaan"),
                f"{BLOG}/soep.md": stuk(erbij="beschrijving: Over <soep> & brood.\n"),
                f"{BLOG}/tas.md": stuk(
                    "Tas & <i>jas</i>", "[samira, cor]", "2026-11-12",
                    tekst="Lees [soep](soep.md), neem de [taxi](../aanbod/boodschappentaxi/).",
                ),
                f"{BLOG}/later.md": stuk("Later", datum="2027-01-01"),
            },
        )
    )  # fmt: skip


def rss(site: Path, adres: str) -> Any:
    gelezen = feedparser.parse((site / adres).read_bytes())
    assert not gelezen.bozo, gelezen.get("bozo_exception")
    assert gelezen.version == "rss20"
    return gelezen


def test_another_parser_reads_the_whole_feed(site: Path) -> None:
    gelezen = rss(site, "blog/feed.xml")
    assert gelezen.feed.title == "Welzijn Veenrand"
    assert gelezen.feed.link == f"{URL}blog/"
    assert gelezen.feed.language == "nl"
    assert [e.link for e in gelezen.entries] == [f"{URL}blog/tas/", f"{URL}blog/soep/"]
    tas, soep = gelezen.entries
    assert tas.title in {"Tas & <i>jas</i>", "Tas & jas"}  # it cleans titles as a reader would
    assert tas.id == tas.link
    assert tuple(tas.published_parsed)[:3] == (2026, 11, 12)
    assert [a.name for a in tas.authors] == ["Samira El Amrani", "Cor Kok"]
    assert "De kok was ziek" in soep.content[0].value


def test_the_summary_is_text_and_every_address_is_whole(site: Path) -> None:
    stukken = ElementTree.parse(site / "blog/feed.xml").findall(".//item")
    assert stukken[1].findtext("description") == "Over <soep> & brood."
    html = stukken[0].findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    assert re.findall('href="([^"]*)"', html) == [
        f"{URL}blog/soep/", f"{URL}aanbod/boodschappentaxi/",
    ]  # fmt: skip


def json_fouten(feed: dict[str, Any]) -> list[str]:
    """What of a feed is not as https://jsonfeed.org/version/1.1 asks."""
    mis = [n for n in ("title", "home_page_url", "feed_url") if not isinstance(feed.get(n), str)]
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        mis.append("version")
    adressen = [feed["home_page_url"], feed["feed_url"]]
    for nummer, stuk_ in enumerate(feed["items"]):
        if not isinstance(stuk_.get("id"), str) or not stuk_.get("content_html"):
            mis.append(f"item {nummer}")
        if datetime.fromisoformat(stuk_["date_published"]).tzinfo is None:
            mis.append(f"date of item {nummer}")
        adressen += [stuk_["url"], *(a["url"] for a in stuk_["authors"])]
    return mis + [a for a in adressen if not a.startswith("https://")]


@pytest.mark.parametrize("adres", ["blog/feed.json", "mensen/samira/feed.json"])
def test_the_json_feed_is_one(site: Path, adres: str) -> None:
    feed = json.loads((site / adres).read_text("utf-8"))
    assert json_fouten(feed) == []
    assert feed["feed_url"] == URL + adres
    assert [s["id"] for s in feed["items"]] == [f"{URL}blog/tas/", f"{URL}blog/soep/"]


def test_each_worker_who_wrote_has_a_feed(site: Path) -> None:
    assert [e.title for e in rss(site, "mensen/samira/feed.xml").entries][1] == "Soep"
    cor = rss(site, "mensen/cor/feed.xml")
    assert [e.link for e in cor.entries] == [f"{URL}blog/tas/"]
    assert cor.feed.link == f"{URL}mensen/cor/"
    assert not (site / "mensen/stil/feed.xml").exists()


@pytest.mark.parametrize(
    ("pagina", "feeds"),
    [
        ("", ["blog/feed.xml", "blog/feed.json"]),
        ("blog/", ["feed.xml", "feed.json"]),
        ("blog/tas/", ["../feed.xml", "../feed.json"]),
        ("mensen/cor/", ["feed.xml", "feed.json", "../../blog/feed.xml", "../../blog/feed.json"]),
        ("privacy/", ["../blog/feed.xml", "../blog/feed.json"]),
    ],
)
def test_the_head_of_a_page_tells_where_its_feeds_are(
    site: Path, pagina: str, feeds: list[str]
) -> None:
    hoofd = lees(site, pagina).split("</head>")[0]
    assert re.findall('<link rel="alternate" [^>]*href="([^"]*)"', hoofd) == feeds


def test_without_an_address_there_are_no_feeds(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path, {f"{BLOG}/soep.md": stuk()})
    instelling.write_text(
        instelling.read_text("utf-8").replace("site_url: https://veenrand.example/repo/\n", ""),
        "utf-8",
    )
    site = bouw_site(instelling)
    assert (site / "blog/soep/index.html").exists()
    assert not list(site.rglob("feed.*"))
    assert 'rel="alternate"' not in lees(site, "")


def test_no_text_breaks_out_of_a_feed() -> None:
    wie = Schrijver(LASTIG, "https://x.example/")
    bijdrage = Bijdrage(
        LASTIG,
        "https://x.example/a/?b=1&c=2",
        date(2026, 3, 29),
        LASTIG,
        f"<p>{LASTIG}</p>",
        (wie,),
    )
    url = "https://x.example/"
    kanaal = Kanaal(LASTIG, LASTIG, url, f"{url}f.xml", f"{url}f.json", [bijdrage])
    boom = ElementTree.fromstring(als_rss(kanaal))
    assert boom.findtext("channel/title") == LASTIG
    assert boom.findtext("channel/item/title") == LASTIG
    assert boom.findtext("channel/item/link") == "https://x.example/a/?b=1&c=2"
    assert [e.tag for e in boom] == ["channel"]
    assert json.loads(als_json_feed(kanaal))["items"][0]["title"] == LASTIG
    assert not feedparser.parse(als_rss(kanaal)).bozo
