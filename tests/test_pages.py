"""The pages of the demo: every address there, linked both ways, found, described."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from posixpath import normpath
from xml.etree import ElementTree

import pytest
import vobject

from helpers.build import ROOT
from helpers.search import addresses_in, leads_to, read_index
from propositie.huis import Huis
from propositie.huis.parsing import dialable
from propositie.reading import load_huis

BASE = "https://welzijn-lindeborg.github.io/site/"


@cache
def demo() -> Huis:
    huis = load_huis(ROOT / "site_src" / "huis").huis
    assert huis is not None
    return huis


def addresses() -> list[str]:
    """Every address that the contract promises for the kinds that exist."""
    huis = demo()
    fixed = ["", "voor-wie/", "aanbod/", "waarom-wij/", "mensen/", "opdrachtgevers/", "contact/"]
    return [
        *fixed,
        *(f"voor-wie/{i}/" for i in huis.klantgroepen),
        *(f"hulp-bij/{i}/" for i in huis.behoeften),
        *(f"aanbod/{i}/" for i, d in huis.diensten.items() if d.status != "gestopt"),
        *(f"mensen/{i}/" for i in huis.medewerkers),
    ]


def read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def find_links(site: Path, address: str) -> set[str]:
    """The addresses inside the site that the content of a page leads to."""
    contents = read(site, address).split("<main")[1].split("</main>")[0]
    result = set()
    for href in re.findall(r'href="([^"#:]*)[#"]', contents):
        path = normpath(f"{address}{href}")
        result.add("" if path == "." else f"{path}/")
    return result


def test_the_demo_is_as_large_as_promised() -> None:
    huis = demo()
    kinds = [k.soort for k in huis.klantgroepen.values()]
    assert len(kinds) >= 7
    assert {"bewoner", "opdrachtgever", "verwijzer", "vrijwilliger"} <= set(kinds)
    assert len(huis.behoeften) >= 12
    assert len(huis.diensten) >= 14
    assert {d.trede for d in huis.diensten.values()} >= {"instap", "midden", "exclusief"}
    payers = {b for d in huis.diensten.values() for b in d.betaald_door}
    assert payers == {"klant", "gemeente", "verzekeraar", "familie", "fonds", "tegenprestatie"}
    assert len(huis.concurrenten) >= 9
    assert len(huis.usps) >= 7
    assert {u.as_ for u in huis.usps.values()} == {"prijs", "product", "klantrelatie"}
    assert len(huis.medewerkers) >= 9


def test_every_address_answers_and_describes_itself(demo_site: Path) -> None:
    titles = set()
    for address in addresses():
        html = read(demo_site, address)
        title = re.search(r"<title>(.+?)</title>", html)
        description = re.search(r'<meta name="description" content="([^"]+)">', html)
        assert title, address
        assert description, address
        assert len(description[1]) >= 25, address
        titles.add(title[1])
        assert f'<link rel="canonical" href="{BASE}{address}">' in html
        assert f'<meta property="og:url" content="{BASE}{address}">' in html
        assert html.count("<h1") == 1, address
    assert len(titles) == len(addresses())


def test_every_deep_page_has_breadcrumbs_to_its_overview(demo_site: Path) -> None:
    for address in addresses():
        html = read(demo_site, address)
        if not address:
            assert 'class="kruimels"' not in html
            continue
        path = html.split('class="kruimels"')[1].split("</nav>")[0]
        depth = address.count("/")
        assert path.count("<li") == depth + 1, address
        assert path.count('aria-current="page"') == 1


def test_groups_needs_services_workers_and_promises_lead_to_one_another(demo_site: Path) -> None:
    huis = demo()
    gone = {"truus"}
    pairs: set[tuple[str, str]] = set()
    for b in huis.behoeften.values():
        pairs |= {(f"voor-wie/{k}/", f"hulp-bij/{b.id}/") for k in b.klantgroepen}
    for d in huis.diensten.values():
        if d.status != "gestopt":
            pairs |= {(f"hulp-bij/{b}/", f"aanbod/{d.id}/") for b in d.behoeften}
    for m in huis.medewerkers.values():
        if m.id not in gone:
            pairs |= {(f"voor-wie/{k}/", f"mensen/{m.id}/") for k in m.boegbeeld_van}
            pairs |= {(f"hulp-bij/{b}/", f"mensen/{m.id}/") for b in m.behoeften}
            pairs |= {
                (f"aanbod/{d}/", f"mensen/{m.id}/")
                for d in m.diensten
                if huis.diensten[d].status != "gestopt"
            }
    assert len(pairs) > 60
    misses = [
        (a, b)
        for a, b in pairs
        if b not in find_links(demo_site, a) or a not in find_links(demo_site, b)
    ]
    assert not misses
    beloften = read(demo_site, "waarom-wij/")
    for u in huis.usps.values():
        assert f'id="{u.id}"' in beloften
        for k in u.klantgroepen:
            assert u.belofte in read(demo_site, f"voor-wie/{k}/").replace("&#39;", "'")
            assert f"voor-wie/{k}/" in find_links(demo_site, "waarom-wij/")


def test_every_page_ends_with_a_person_or_a_number(demo_site: Path) -> None:
    for address in addresses():
        if address != "contact/":
            steps_html = read(demo_site, address).split('class="stap"')
            assert len(steps_html) == 2, address
            assert "tel:+31" in steps_html[1].split("</section>")[0], address


def test_generated_pages_are_searchable_and_only_once(demo_site: Path) -> None:
    index = read_index(demo_site)
    keys = [(row[1], len(row) > 8 and row[2]) for row in index["stukken"]]
    assert set(addresses()) - {"", "zoeken/"} <= set(addresses_in(demo_site))
    assert len(keys) == len(set(keys))
    assert leads_to(demo_site, "koelkast", "aanbod/boodschappentaxi/")


def test_the_sitemap_lists_every_page(demo_site: Path) -> None:
    root = ElementTree.parse(demo_site / "sitemap.xml").getroot()
    found = {e.text for e in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{BASE}{a}" for a in addresses()} <= found


def test_there_is_no_documentation_furniture(demo_site: Path) -> None:
    for address in ("", "mensen/gijs/", "privacy/"):
        html = read(demo_site, address)
        assert "md-" not in html
        assert "edit" not in html.lower().split("<main")[0]
    menu = read(demo_site, "").split('class="top__menu"')[1].split("</nav>")[0]
    assert menu.count("<a ") <= 6


def test_who_left_has_a_farewell_that_leads_to_the_successor(demo_site: Path) -> None:
    afscheid = read(demo_site, "mensen/truus/")
    assert "mensen/lotte/" in find_links(demo_site, "mensen/truus/")
    assert "vcf" not in afscheid
    assert "mensen/truus/" not in find_links(demo_site, "mensen/")


def test_a_stopped_service_has_no_page(demo_site: Path) -> None:
    stopped = [i for i, d in demo().diensten.items() if d.status == "gestopt"]
    assert stopped
    assert not [i for i in stopped if (demo_site / "aanbod" / i).exists()]


@pytest.mark.parametrize("medewerker", ["gijs", "ayse"])
def test_the_card_is_a_vcard(demo_site: Path, medewerker: str) -> None:
    card = (demo_site / f"mensen/{medewerker}/{medewerker}.vcf").read_bytes().decode("utf-8")
    lines = card.split("\r\n")
    assert lines[0] == "BEGIN:VCARD"
    assert "VERSION:3.0" in lines
    assert f"FN:{demo().medewerkers[medewerker].naam}" in lines
    assert f"URL:{BASE}mensen/{medewerker}/" in lines


def test_another_parser_reads_every_field_of_the_card(demo_site: Path) -> None:
    card = vobject.readOne((demo_site / "mensen/samira/samira.vcf").read_text("utf-8"))
    medewerker = demo().medewerkers["samira"]
    assert medewerker.contact is not None
    assert card.fn.value == medewerker.naam
    assert (card.n.value.given, card.n.value.family) == tuple(medewerker.naam.split(" ", 1))
    assert card.title.value == medewerker.functie
    assert card.note.value == medewerker.belofte
    assert card.tel.value == dialable(medewerker.contact.telefoon or "")
    assert card.email.value == medewerker.contact.email
