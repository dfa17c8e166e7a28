"""Found well: JSON-LD that schema.org knows, a sitemap with true dates, robots.txt, llms.txt."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.schemaorg import errors
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.output.jsonld import spoken
from propositie.output.last_changed import last_changed, parse_log
from propositie.plugin.options import seen_from

BASE = "https://welzijn-lindeborg.github.io/site/"
POISON = "</script><script>window.geraakt=1</script><!-- & \u2028 \"'\\ ]]> {{ 7*191 }}"


class _Blocks(HTMLParser):
    """The data blocks of a page, as a browser's parser would cut them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.others: list[str | None] = []
        self._in = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._in = dict(attrs).get("type") == "application/ld+json"
            if self._in:
                self.blocks.append("")
            else:
                self.others.append(dict(attrs).get("src"))

    def handle_data(self, data: str) -> None:
        if self._in:
            self.blocks[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag != "script"


def read_graph(page: Path) -> list[dict[str, Any]]:
    """The things in the one data block of a page."""
    [block] = _Blocks(page.read_text("utf-8")).blocks
    parsed = json.loads(block)
    assert parsed["@context"] == "https://schema.org"
    parts: list[dict[str, Any]] = parsed["@graph"]
    return parts


def find_one(site: Path, address: str, kind: str) -> dict[str, Any]:
    """The one thing of type `kind` on a page."""
    [thing] = [d for d in read_graph(site / address / "index.html") if d["@type"] == kind]
    return thing


def texts(part: object) -> Iterator[str]:
    """Every text in a tree of JSON."""
    if isinstance(part, str):
        yield part
    for below in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from texts(below)


FREE_PAGES = {"komen", "privacy"}
"""Addresses of the demo that come from its own Markdown alone."""


def own_pages(site: Path) -> Iterator[Path]:
    """Every page that we made (a free Markdown page has no data)."""
    for page in sorted(site.rglob("index.html")):
        if page.parent.name not in FREE_PAGES:
            yield page


def test_schema_org_knows_every_type_and_property_of_every_page(demo_site: Path) -> None:
    misses = [
        f"{page.parent.relative_to(demo_site)}: {error}"
        for page in own_pages(demo_site)
        for thing in read_graph(page)
        for error in errors(thing)
    ]
    assert misses == []


def test_the_home_page_tells_who_we_are(demo_site: Path) -> None:
    ngo = find_one(demo_site, "", "NGO")
    assert ngo["@id"] == f"{BASE}#organisatie"
    assert ngo["url"] == BASE
    assert ngo["nonprofitStatus"] == "https://schema.org/NonprofitANBI"
    assert ngo["telephone"] == "+31599000100"
    assert ngo["address"]["addressCountry"] == "NL"
    assert ngo["logo"]["url"].startswith(f"{BASE}beelden/")
    assert ngo["contactPoint"]["hoursAvailable"][0] == {
        "@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Monday",
        "opens": "09:00", "closes": "17:00",
    }  # fmt: skip
    assert [p["name"] for p in ngo["areaServed"]][:2] == ["Lindeborg", "Lindeborg-Oost"]
    assert len(ngo["sameAs"]) == 2


def test_a_worker_is_a_person_who_works_for_us(demo_site: Path) -> None:
    page = find_one(demo_site, "mensen/samira/", "ProfilePage")
    person = page["mainEntity"]
    assert person["@type"] == "Person"
    assert person["worksFor"]["@id"] == f"{BASE}#organisatie"
    assert person["jobTitle"]
    assert person["knowsAbout"]
    assert person["telephone"].startswith("+31")
    assert person["url"] == f"{BASE}mensen/samira/"


def test_the_languages_follow_the_people(demo_site: Path) -> None:
    desk = find_one(demo_site, "", "NGO")["contactPoint"]["availableLanguage"]
    assert desk[:2] == ["nl", "en"]
    assert set(desk) == {"nl", "en", "de", "tr", "pap", "nds", "ms", "dse", "ary", "fr", "fy"}
    ayse = find_one(demo_site, "mensen/ayse/", "ProfilePage")["mainEntity"]
    assert ayse["knowsLanguage"] == ["nl", "tr", "en", "ti"]
    dienst = find_one(demo_site, "aanbod/taalmaatje/", "Service")
    assert dienst["availableChannel"]["availableLanguage"] == ["nl", "tr", "en"]
    assert spoken(()) == ["nl"]


def test_of_who_left_only_a_page_remains(demo_site: Path) -> None:
    assert {d["@type"] for d in read_graph(demo_site / "mensen/truus/index.html")} == {
        "WebPage",
        "BreadcrumbList",
    }


def test_a_service_says_what_it_costs(demo_site: Path) -> None:
    dienst = find_one(demo_site, "aanbod/boodschappentaxi/", "Service")
    assert dienst["offers"]["priceCurrency"] == "EUR"
    assert re.fullmatch(r"\d+\.\d\d", dienst["offers"]["price"])
    assert dienst["audience"][0]["audienceType"]
    assert dienst["availableChannel"]["servicePhone"]["telephone"].startswith("+31")


def test_the_contact_page_knows_where_the_places_are(demo_site: Path) -> None:
    places = find_one(demo_site, "contact/", "ContactPage")["mentions"]
    assert {"latitude", "longitude"} <= set(places[0]["geo"])
    assert any(p.get("openingHoursSpecification") for p in places)


def test_a_partner_is_an_organisation_and_the_service_stays_ours(demo_site: Path) -> None:
    partners = find_one(demo_site, "partners/", "WebPage")["mentions"]
    assert {p["@type"] for p in partners} == {"Organization"}
    assert partners[1] == {
        "@type": "Organization", "@id": f"{BASE}partners/#logeerhuis",
        "name": "Logeerhuis De Lindehoeve", "url": "https://lindehoeve.example",
        "telephone": "+31599000132",
    }  # fmt: skip
    provider = find_one(demo_site, "aanbod/respijt/", "Service")["provider"]
    assert provider["@id"] == f"{BASE}#organisatie"


def test_every_deep_page_has_its_breadcrumbs(demo_site: Path) -> None:
    for page in own_pages(demo_site):
        address = page.parent.relative_to(demo_site).as_posix()
        paths = [d for d in read_graph(page) if d["@type"] == "BreadcrumbList"]
        if address == ".":
            assert paths == []
            continue
        [path] = paths
        steps = path["itemListElement"]
        assert [s["position"] for s in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == BASE
        assert steps[-1]["item"] == f"{BASE}{address}/"
        assert len(steps) == address.count("/") + 2


def test_nothing_is_rated(demo_site: Path) -> None:
    for page in own_pages(demo_site):
        assert not re.search(r"rating|review", json.dumps(read_graph(page)), re.I)


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small house, hostile in every text that is told, on a site without an address."""
    config_file = write_organisatie(tmp_path_factory.mktemp("kaal"), poisoned_files())
    text = config_file.read_text("utf-8")
    config_file.write_text(re.sub(r"(?m)^site_url:.*\n", "", text), "utf-8")
    return build_site(config_file)


def poisoned_files() -> Mapping[str, str]:
    """Files of the small house with `POISON` in what search engines are told."""
    huis = {name: yaml.load(text, yaml.BaseLoader) for name, text in SMALL_HUIS.items()}
    org = huis["organisatie.yml"]
    org |= {
        "naam": POISON,
        "payoff": POISON,
        "missie": POISON,
        "werkgebied": [POISON],
        "kvk": POISON,
    }
    org["contact"] |= {"antwoord_binnen": POISON, "adres": {"straat": POISON, "plaats": POISON}}
    huis["verhalen/annie.yml"] |= {
        "titel": POISON, "tekst": POISON, "citaat": POISON, "wie": {"naam": POISON},
    }  # fmt: skip
    huis["cijfers/ritten.yml"] |= {"naam": POISON, "bron": POISON, "toelichting": POISON}
    huis["vacatures/chauffeur.yml"] |= {
        "naam": POISON, "wat": POISON, "uren": POISON, "wat_je_krijgt": [POISON],
        "sinds": "2026-11-01",
    }  # fmt: skip
    huis["medewerkers/samira.yml"] |= {"naam": POISON, "functie": POISON, "deskundig_in": [POISON]}
    huis["medewerkers/samira.yml"] |= {"roepnaam": POISON, "talen": [POISON]}
    huis["diensten/boodschappentaxi.yml"] |= {"naam": POISON, "kort": POISON}
    huis["klantgroepen/ouderen.yml"] |= {"naam": POISON, "ik": POISON, "kernboodschap": POISON}
    huis["behoeften/boodschappen.yml"] |= {"naam": POISON, "pijn": POISON}
    huis["locaties/de-linde.yml"] |= {"naam": POISON}
    return {name: json.dumps(tree, ensure_ascii=False) for name, tree in huis.items()}


def test_hostile_text_stays_inside_its_data_block(bare_site: Path) -> None:
    seen = 0
    for page in own_pages(bare_site):
        parsed = _Blocks(page.read_text("utf-8"))
        assert all(s and s.endswith(("zoek.js", "nu.js", "wijk.js")) for s in parsed.others), page
        seen += any(" ".join(POISON.split()) in text for text in texts(read_graph(page)))
    assert seen > 5


def test_without_an_address_of_its_own_a_site_names_none(bare_site: Path) -> None:
    for page in own_pages(bare_site):
        for thing in read_graph(page):
            assert not [f for f in errors(thing) if "not a property" in f or "type" in f]
            text = json.dumps(thing).replace("https://schema.org/", "")
            assert "http" not in text, page
    assert "Sitemap" not in (bare_site / "robots.txt").read_text("utf-8")


def test_hostile_text_is_words_in_llms_txt(bare_site: Path) -> None:
    text = (bare_site / "llms.txt").read_text("utf-8")
    assert "<script>" not in text.replace("\\<", "")
    assert "](aanbod/boodschappentaxi/)" in text


def test_robots_may_read_all_and_find_the_sitemap(demo_site: Path) -> None:
    assert (demo_site / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"
    )


def test_llms_txt_tells_all_on_one_page(demo_site: Path) -> None:
    text = (demo_site / "llms.txt").read_text("utf-8")
    assert text.startswith("# Stichting Welzijn Lindeborg\n\n> ")
    assert re.findall(r"^## (.+)$", text, re.M) == [
        "Voor wie", "Hulp bij", "Wat we doen", "Hier kun je binnenlopen", "Mensen", "Partners",
        "Deze week", "In jouw wijk", "Vacatures", "Meedoen", "Vernieuwing", "Contact",
    ]  # fmt: skip
    addresses = re.findall(r"\]\((\S+?)\)", text)
    assert len(addresses) > 40
    for address in addresses:
        page, _, anchor = address.removeprefix(BASE).partition("#")
        assert (
            f'id="{anchor}"' in (demo_site / page / "index.html").read_text("utf-8") or not anchor
        )


def test_an_own_robots_txt_is_left_alone(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    assert "Disallow: /\n" in (build_site(config_file) / "robots.txt").read_text("utf-8")


def test_a_page_that_is_not_there_has_no_canonical_address(demo_site: Path) -> None:
    html = (demo_site / "404.html").read_text("utf-8")
    assert "canonical" not in html
    assert "og:url" not in html
    assert '<meta name="robots" content="noindex">' in html


# --- dates in the sitemap ---------------------------------------------------------------------


def commit_all(folder: Path, day: str) -> None:
    """Commit all in `folder` on the day `day`."""
    moment = f"{day}T12:00:00+00:00"
    environment = {
        "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b.example",
    }  # fmt: skip
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", day]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def days(site: Path) -> dict[str, str]:
    """The date of each page in the sitemap, by address."""
    text = (site / "sitemap.xml").read_text("utf-8")
    pairs = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", text)
    return {address.removeprefix("https://veenrand.example/repo/"): day for address, day in pairs}


def test_the_sitemap_says_when_a_page_changed(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    commit_all(tmp_path, "2024-05-06")
    taxi = tmp_path / "huis/diensten/boodschappentaxi.yml"
    taxi.write_text(taxi.read_text("utf-8") + "# nagekeken\n", "utf-8")
    commit_all(tmp_path, "2025-07-08")
    found = days(build_site(config_file))
    assert found["aanbod/boodschappentaxi/"] == "2025-07-08"
    assert found["mensen/samira/"] == "2024-05-06"
    assert found["privacy/"] == "2024-05-06"
    assert found["aanbod/"] == "2025-07-08", "an overview changes with anything in it"


def test_git_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config_file = write_organisatie(tmp_path)
    commit_all(tmp_path, "2024-05-06")
    requested: list[bool] = []
    original = subprocess.run

    def count_calls(command: Any, *rest: Any, **options: Any) -> Any:
        requested.append("log" in command)
        return original(command, *rest, **options)

    monkeypatch.setattr(subprocess, "run", count_calls)
    build_site(config_file)
    assert sum(requested) == 1


def test_without_git_the_sitemap_has_the_day_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    assert last_changed(tmp_path, ["huis"]) == {}
    assert set(days(build_site(write_organisatie(tmp_path))).values()) == {"2025-12-01"}


def test_a_path_is_told_as_git_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen_from(tmp_path, tmp_path / "site_src" / "a.md") == "site_src/a.md"

    def another_drive(path: object, start: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", another_drive)
    assert seen_from(Path("/ander"), tmp_path / "a.md") == (tmp_path / "a.md").as_posix()


def test_the_newest_commit_counts() -> None:
    assert parse_log("@2026-02-03\n\na.yml\n@2025-01-01\n\na.yml\nb c.yml\n") == {
        "a.yml": "2026-02-03",
        "b c.yml": "2025-01-01",
    }
