"""The pages of the demo: every address there, linked both ways, found, described."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from posixpath import normpath
from xml.etree import ElementTree

import pytest
import vobject

from hulp.bouwen import WORTEL
from propositie.huis import Huis
from propositie.huis.velden import belbaar
from propositie.lezen import lees_huis

BASIS = "https://welzijn-lindeborg.github.io/site/"


@cache
def demo() -> Huis:
    huis = lees_huis(WORTEL / "site_src" / "huis").huis
    assert huis is not None
    return huis


def adressen() -> list[str]:
    """Every address that the contract promises for the kinds that exist."""
    huis = demo()
    vast = ["", "voor-wie/", "aanbod/", "waarom-wij/", "mensen/", "opdrachtgevers/", "contact/"]
    return [
        *vast,
        *(f"voor-wie/{i}/" for i in huis.klantgroepen),
        *(f"hulp-bij/{i}/" for i in huis.behoeften),
        *(f"aanbod/{i}/" for i, d in huis.diensten.items() if d.status != "gestopt"),
        *(f"mensen/{i}/" for i in huis.medewerkers),
    ]


def lees(site: Path, adres: str) -> str:
    return (site / adres / "index.html").read_text("utf-8")


def links(site: Path, adres: str) -> set[str]:
    """The addresses inside the site that the content of a page leads to."""
    inhoud = lees(site, adres).split("<main")[1].split("</main>")[0]
    uit = set()
    for href in re.findall(r'href="([^"#:]*)[#"]', inhoud):
        pad = normpath(f"{adres}{href}")
        uit.add("" if pad == "." else f"{pad}/")
    return uit


def test_the_demo_is_as_large_as_promised() -> None:
    huis = demo()
    soorten = [k.soort for k in huis.klantgroepen.values()]
    assert len(soorten) >= 7
    assert {"bewoner", "opdrachtgever", "verwijzer", "vrijwilliger"} <= set(soorten)
    assert len(huis.behoeften) >= 12
    assert len(huis.diensten) >= 14
    assert {d.trede for d in huis.diensten.values()} >= {"instap", "midden", "exclusief"}
    betalers = {b for d in huis.diensten.values() for b in d.betaald_door}
    assert betalers == {"klant", "gemeente", "verzekeraar", "familie", "fonds", "tegenprestatie"}
    assert len(huis.concurrenten) >= 9
    assert len(huis.usps) >= 7
    assert {u.as_ for u in huis.usps.values()} == {"prijs", "product", "klantrelatie"}
    assert len(huis.medewerkers) >= 9


def test_every_address_answers_and_describes_itself(demo_site: Path) -> None:
    titels = set()
    for adres in adressen():
        html = lees(demo_site, adres)
        titel = re.search(r"<title>(.+?)</title>", html)
        beschrijving = re.search(r'<meta name="description" content="([^"]+)">', html)
        assert titel, adres
        assert beschrijving, adres
        assert len(beschrijving[1]) >= 25, adres
        titels.add(titel[1])
        assert f'<link rel="canonical" href="{BASIS}{adres}">' in html
        assert f'<meta property="og:url" content="{BASIS}{adres}">' in html
        assert html.count("<h1") == 1, adres
    assert len(titels) == len(adressen())


def test_every_deep_page_has_breadcrumbs_to_its_overview(demo_site: Path) -> None:
    for adres in adressen():
        html = lees(demo_site, adres)
        if not adres:
            assert 'class="kruimels"' not in html
            continue
        pad = html.split('class="kruimels"')[1].split("</nav>")[0]
        diepte = adres.count("/")
        assert pad.count("<li") == diepte + 1, adres
        assert pad.count('aria-current="page"') == 1


def test_groups_needs_services_workers_and_promises_lead_to_one_another(demo_site: Path) -> None:
    huis = demo()
    weg = {"truus"}
    paren: set[tuple[str, str]] = set()
    for b in huis.behoeften.values():
        paren |= {(f"voor-wie/{k}/", f"hulp-bij/{b.id}/") for k in b.klantgroepen}
    for d in huis.diensten.values():
        if d.status != "gestopt":
            paren |= {(f"hulp-bij/{b}/", f"aanbod/{d.id}/") for b in d.behoeften}
    for m in huis.medewerkers.values():
        if m.id not in weg:
            paren |= {(f"voor-wie/{k}/", f"mensen/{m.id}/") for k in m.boegbeeld_van}
            paren |= {(f"hulp-bij/{b}/", f"mensen/{m.id}/") for b in m.behoeften}
            paren |= {
                (f"aanbod/{d}/", f"mensen/{m.id}/")
                for d in m.diensten
                if huis.diensten[d].status != "gestopt"
            }
    assert len(paren) > 60
    mis = [(a, b) for a, b in paren if b not in links(demo_site, a) or a not in links(demo_site, b)]
    assert not mis
    beloften = lees(demo_site, "waarom-wij/")
    for u in huis.usps.values():
        assert f'id="{u.id}"' in beloften
        for k in u.klantgroepen:
            assert u.belofte in lees(demo_site, f"voor-wie/{k}/").replace("&#39;", "'")
            assert f"voor-wie/{k}/" in links(demo_site, "waarom-wij/")


def test_every_page_ends_with_a_person_or_a_number(demo_site: Path) -> None:
    for adres in adressen():
        if adres != "contact/":
            slot = lees(demo_site, adres).split('class="stap"')
            assert len(slot) == 2, adres
            assert "tel:+31" in slot[1].split("</section>")[0], adres


def test_generated_pages_are_searchable_and_only_once(demo_site: Path) -> None:
    index = json.loads((demo_site / "search/search_index.json").read_text("utf-8"))
    plaatsen = [d["location"] for d in index["docs"]]
    assert set(adressen()) <= set(plaatsen)
    assert len(plaatsen) == len(set(plaatsen))
    taxi = next(d for d in index["docs"] if d["location"] == "aanbod/boodschappentaxi/")
    assert "koelkast" in taxi["text"]


def test_the_sitemap_lists_every_page(demo_site: Path) -> None:
    wortel = ElementTree.parse(demo_site / "sitemap.xml").getroot()
    gevonden = {e.text for e in wortel.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{BASIS}{a}" for a in adressen()} <= gevonden


def test_there_is_no_documentation_furniture(demo_site: Path) -> None:
    for adres in ("", "mensen/gijs/", "privacy/"):
        html = lees(demo_site, adres)
        assert "md-" not in html
        assert "edit" not in html.lower().split("<main")[0]
    menu = lees(demo_site, "").split('class="top__menu"')[1].split("</nav>")[0]
    woorden = re.sub(r"<[^>]+>", " ", menu.split(">", 1)[1]).split()
    assert len(woorden) <= 6


def test_who_left_has_a_farewell_that_leads_to_the_successor(demo_site: Path) -> None:
    afscheid = lees(demo_site, "mensen/truus/")
    assert "mensen/lotte/" in links(demo_site, "mensen/truus/")
    assert "vcf" not in afscheid
    assert "mensen/truus/" not in links(demo_site, "mensen/")


def test_a_stopped_service_has_no_page(demo_site: Path) -> None:
    gestopt = [i for i, d in demo().diensten.items() if d.status == "gestopt"]
    assert gestopt
    assert not [i for i in gestopt if (demo_site / "aanbod" / i).exists()]


@pytest.mark.parametrize("mens", ["gijs", "ayse"])
def test_the_card_is_a_vcard(demo_site: Path, mens: str) -> None:
    kaart = (demo_site / f"mensen/{mens}/{mens}.vcf").read_bytes().decode("utf-8")
    regels = kaart.split("\r\n")
    assert regels[0] == "BEGIN:VCARD"
    assert "VERSION:3.0" in regels
    assert f"FN:{demo().medewerkers[mens].naam}" in regels
    assert f"URL:{BASIS}mensen/{mens}/" in regels


def test_another_parser_reads_every_field_of_the_card(demo_site: Path) -> None:
    kaart = vobject.readOne((demo_site / "mensen/samira/samira.vcf").read_text("utf-8"))
    mens = demo().medewerkers["samira"]
    assert mens.contact is not None
    assert kaart.fn.value == mens.naam
    assert (kaart.n.value.given, kaart.n.value.family) == tuple(mens.naam.split(" ", 1))
    assert kaart.title.value == mens.functie
    assert kaart.note.value == mens.belofte
    assert kaart.tel.value == belbaar(mens.contact.telefoon or "")
    assert kaart.email.value == mens.contact.email
