"""Partners on the site: one page, their place on services and needs, and nothing of agreements."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from helpers.links import find_broken_links
from helpers.search import leads_to
from helpers.site import build_site, make_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.edition import public_huis
from propositie.huis.relations import Relations
from propositie.inspection import inspect

DIENST = SMALL_HUIS["diensten/boodschappentaxi.yml"]
NEED, SERVICE = "hulp-bij/boodschappen/", "aanbod/boodschappentaxi/"
WITHOUT = {"partners/dorpswinkel.yml": None}


def partner(naam: str, extra: str = "") -> str:
    return f"naam: {naam}\nwaarvoor: Voor wie {naam} zoekt.\n{extra}"


def content(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8").split("<main")[1].split("</main>")[0]


def names(html: str) -> list[str]:
    """The partners that a page names with a link to their place, in order."""
    return re.findall(r'href="[./]*partners/#([\w-]+)"', html)


def test_the_page_has_each_partner_at_an_address_of_its_own(demo_site: Path) -> None:
    html = content(demo_site, "partners/")
    parts = dict(re.findall(r'<li class="partner" id="([\w-]+)">(.*?)\n</li>', html, re.S))
    assert list(parts) == ["kringloop", "logeerhuis", "voedselkast"]
    plank = parts["voedselkast"]
    assert "<h2>Voedselkast De Volle Plank</h2>" in plank
    assert "Als je geld op is en de week nog niet." in plank
    assert 'href="../voor-wie/geldzorgen/"' in plank
    assert 'href="../aanbod/huishoudboekje/"' in plank, "the service names the partner"
    assert 'href="../aanbod/respijt/"' in parts["logeerhuis"], "the partner names the service"
    assert 'href="tel:+31599000131"' in plank
    assert 'href="mailto:krat@devolleplank.example"' in plank
    [website] = re.findall(r'<a href="https://devolleplank.example".*?</a>', plank)
    assert "(andere website)" in website
    assert "mailto:" not in parts["logeerhuis"]
    assert html.count('class="stap"') == 1, "one person of ours to ask"


@pytest.mark.parametrize(
    ("dienst", "expected"), [("respijt", ["logeerhuis"]), ("klusdienst", ["kringloop"])]
)
def test_a_service_names_who_does_it_with_us(
    demo_site: Path, dienst: str, expected: list[str]
) -> None:
    html = content(demo_site, f"aanbod/{dienst}/")
    assert names(html) == expected
    assert "Wij doen dit samen met" in html


def test_a_service_without_partners_has_no_empty_heading(demo_site: Path) -> None:
    assert "Wij doen dit samen met" not in content(demo_site, "aanbod/koffie/")


def test_a_need_names_the_partners_of_its_services_first_and_each_once(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, {
        "partners/a.yml": partner("A", "klantgroepen: [ouderen]\n"),
        "partners/b.yml": partner("B", "klantgroepen: [ouderen]\ndiensten: [boodschappentaxi]\n"),
        "partners/c.yml": partner("C"),
        "diensten/boodschappentaxi.yml": DIENST + "partners: [c, b]\n",
    })  # fmt: skip
    site = build_site(config_file, strict=True)
    assert names(content(site, NEED)) == ["b", "c", "a", "dorpswinkel"]
    assert names(content(site, SERVICE)) == ["b", "c"]
    assert "Hier kun je ook terecht" in content(site, NEED)


def test_who_says_u_is_spoken_to_with_u(tmp_path: Path) -> None:
    in_u = SMALL_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    site = build_site(write_organisatie(tmp_path, {"organisatie.yml": in_u}))
    assert "Hier kunt u ook terecht" in content(site, NEED)
    assert "Wie er nog meer voor u is" in content(site, "partners/")


def test_without_partners_there_is_no_page_and_nothing_leads_to_it(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path, WITHOUT), strict=True)
    assert not (site / "partners").exists()
    assert [
        p for p in site.rglob("*") if p.suffix in {".html", ".txt", ".xml", ".json"}
        and "partners/" in p.read_text("utf-8")
    ] == []  # fmt: skip
    for address in (NEED, SERVICE):
        assert "samen met" not in content(site, address)
        assert "ook terecht" not in content(site, address)


def test_with_a_partner_the_page_is_in_foot_sitemap_search_and_llms_txt(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path), strict=True)
    foot = (site / "index.html").read_text("utf-8").split("<footer")[1]
    assert 'href="partners/"' in foot
    assert "/repo/partners/<" in (site / "sitemap.xml").read_text("utf-8")
    assert leads_to(site, "Dorpswinkel Bos", "partners/#dorpswinkel")
    assert "/repo/partners/#dorpswinkel): Voor wie" in (site / "llms.txt").read_text("utf-8")
    assert find_broken_links(site, "https://veenrand.example/repo/") == []


def test_a_service_that_stopped_is_on_no_partner(tmp_path: Path) -> None:
    stopped = DIENST + "status: gestopt\npartners: [dorpswinkel]\n"
    other = DIENST.replace("Boodschappentaxi", "Bezorgen")
    write_organisatie(tmp_path, {
        "diensten/boodschappentaxi.yml": stopped,
        "diensten/bezorgen.yml": other,
        "partners/b.yml": partner("B", "diensten: [boodschappentaxi, bezorgen]\n"),
    })  # fmt: skip
    pages = {p.address: p for p in make_site(tmp_path / "huis", ON_DATE, None).pages}
    assert "aanbod/boodschappentaxi/" not in pages["partners/"].links
    assert "aanbod/bezorgen/" in pages["partners/"].links


def test_a_partner_and_a_service_know_each_other_whichever_names_the_other(tmp_path: Path) -> None:
    """Also when both do: each is there once."""
    write_huis(tmp_path, {
        "partners/a.yml": partner("A", "diensten: [boodschappentaxi]\n"),
        "partners/b.yml": partner("B"),
        "partners/c.yml": partner("C", "diensten: [boodschappentaxi]\n"),
        "diensten/boodschappentaxi.yml": DIENST + "partners: [b, c]\n",
    })  # fmt: skip
    day = date.fromisoformat(ON_DATE)
    huis = inspect(tmp_path, day).huis
    assert huis is not None
    relations = Relations(public_huis(huis, day))
    found = {p: [d.id for d in relations.diensten_of_partner[p]] for p in ("a", "b", "c")}
    assert found == {key: ["boodschappentaxi"] for key in "abc"}
    assert [p.id for p in relations.partners_of_dienst["boodschappentaxi"]] == ["a", "b", "c"]
    assert [p.id for p in relations.partners_of_klantgroep["ouderen"]] == ["dorpswinkel"]


def test_not_one_byte_of_the_site_tells_what_was_agreed(demo_site: Path) -> None:
    secrets = [b"zonder verwijsbrief", b"koken we samen", b"nagekomen"]
    files = {p: p.read_bytes() for p in demo_site.rglob("*") if p.is_file()}
    assert [(p, s) for p, b in files.items() for s in secrets if s in b] == []
