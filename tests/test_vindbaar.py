"""Found well: JSON-LD that schema.org knows, a sitemap with true dates, robots.txt, llms.txt."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from hulp.klein_huis import KLEIN_HUIS
from hulp.schemaorg import fouten
from hulp.site import bouw_site, schrijf_organisatie
from propositie.uitvoer.wijziging import laatst_gewijzigd, lees_log

BASIS = "https://welzijn-lindeborg.github.io/site/"
GIF = "</script><script>window.geraakt=1</script><!-- & \u2028 \"'\\ ]]> {{ 7*191 }}"


class _Blokken(HTMLParser):
    """The data blocks of a page, as a browser's parser would cut them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blokken: list[str] = []
        self.andere: list[str | None] = []
        self._in = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._in = dict(attrs).get("type") == "application/ld+json"
            if self._in:
                self.blokken.append("")
            else:
                self.andere.append(dict(attrs).get("src"))

    def handle_data(self, data: str) -> None:
        if self._in:
            self.blokken[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag != "script"


def graaf(pagina: Path) -> list[dict[str, Any]]:
    """The things in the one data block of a page."""
    [blok] = _Blokken(pagina.read_text("utf-8")).blokken
    gelezen = json.loads(blok)
    assert gelezen["@context"] == "https://schema.org"
    delen: list[dict[str, Any]] = gelezen["@graph"]
    return delen


def van(site: Path, adres: str, soort: str) -> dict[str, Any]:
    """The one thing of type `soort` on a page."""
    [ding] = [d for d in graaf(site / adres / "index.html") if d["@type"] == soort]
    return ding


def teksten(deel: object) -> Iterator[str]:
    """Every text in a tree of JSON."""
    if isinstance(deel, str):
        yield deel
    for onder in (
        deel.values() if isinstance(deel, dict) else deel if isinstance(deel, list) else ()
    ):
        yield from teksten(onder)


def eigen_paginas(site: Path) -> Iterator[Path]:
    """Every page that we made (a free Markdown page has no data)."""
    for pagina in sorted(site.rglob("index.html")):
        if pagina.parent.name != "privacy":
            yield pagina


def test_schema_org_knows_every_type_and_property_of_every_page(demo_site: Path) -> None:
    mis = [
        f"{pagina.parent.relative_to(demo_site)}: {fout}"
        for pagina in eigen_paginas(demo_site)
        for ding in graaf(pagina)
        for fout in fouten(ding)
    ]
    assert mis == []


def test_the_home_page_tells_who_we_are(demo_site: Path) -> None:
    ngo = van(demo_site, "", "NGO")
    assert ngo["@id"] == f"{BASIS}#organisatie"
    assert ngo["url"] == BASIS
    assert ngo["nonprofitStatus"] == "https://schema.org/NonprofitANBI"
    assert ngo["telephone"] == "+31599000100"
    assert ngo["address"]["addressCountry"] == "NL"
    assert ngo["logo"]["url"].startswith(f"{BASIS}beelden/")
    assert ngo["contactPoint"]["hoursAvailable"][0] == {
        "@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Monday",
        "opens": "09:00", "closes": "17:00",
    }  # fmt: skip
    assert [p["name"] for p in ngo["areaServed"]][:2] == ["Lindeborg", "Lindeborg-Oost"]
    assert len(ngo["sameAs"]) == 2


def test_a_worker_is_a_person_who_works_for_us(demo_site: Path) -> None:
    pagina = van(demo_site, "mensen/samira/", "ProfilePage")
    mens = pagina["mainEntity"]
    assert mens["@type"] == "Person"
    assert mens["worksFor"]["@id"] == f"{BASIS}#organisatie"
    assert mens["jobTitle"]
    assert mens["knowsAbout"]
    assert mens["telephone"].startswith("+31")
    assert mens["url"] == f"{BASIS}mensen/samira/"


def test_of_who_left_only_a_page_remains(demo_site: Path) -> None:
    assert {d["@type"] for d in graaf(demo_site / "mensen/truus/index.html")} == {
        "WebPage",
        "BreadcrumbList",
    }


def test_a_service_says_what_it_costs(demo_site: Path) -> None:
    dienst = van(demo_site, "aanbod/boodschappentaxi/", "Service")
    assert dienst["offers"]["priceCurrency"] == "EUR"
    assert re.fullmatch(r"\d+\.\d\d", dienst["offers"]["price"])
    assert dienst["audience"][0]["audienceType"]
    assert dienst["availableChannel"]["servicePhone"]["telephone"].startswith("+31")


def test_the_contact_page_knows_where_the_places_are(demo_site: Path) -> None:
    plekken = van(demo_site, "contact/", "ContactPage")["mentions"]
    assert {"latitude", "longitude"} <= set(plekken[0]["geo"])
    assert any(p.get("openingHoursSpecification") for p in plekken)


def test_every_deep_page_has_its_breadcrumbs(demo_site: Path) -> None:
    for pagina in eigen_paginas(demo_site):
        adres = pagina.parent.relative_to(demo_site).as_posix()
        paden = [d for d in graaf(pagina) if d["@type"] == "BreadcrumbList"]
        if adres == ".":
            assert paden == []
            continue
        [pad] = paden
        stappen = pad["itemListElement"]
        assert [s["position"] for s in stappen] == list(range(1, len(stappen) + 1))
        assert stappen[0]["item"] == BASIS
        assert stappen[-1]["item"] == f"{BASIS}{adres}/"
        assert len(stappen) == adres.count("/") + 2


def test_nothing_is_rated(demo_site: Path) -> None:
    for pagina in eigen_paginas(demo_site):
        assert not re.search(r"rating|review", json.dumps(graaf(pagina)), re.I)


@pytest.fixture(scope="module")
def kaal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small house, hostile in every text that is told, on a site without an address."""
    instelling = schrijf_organisatie(tmp_path_factory.mktemp("kaal"), vergiftigd())
    tekst = instelling.read_text("utf-8")
    instelling.write_text(re.sub(r"(?m)^site_url:.*\n", "", tekst), "utf-8")
    return bouw_site(instelling)


def vergiftigd() -> Mapping[str, str]:
    """Files of the small house with `GIF` in what search engines are told."""
    huis = {naam: yaml.load(tekst, yaml.BaseLoader) for naam, tekst in KLEIN_HUIS.items()}
    org = huis["organisatie.yml"]
    org |= {"naam": GIF, "payoff": GIF, "missie": GIF, "werkgebied": [GIF], "kvk": GIF}
    org["contact"] |= {"antwoord_binnen": GIF, "adres": {"straat": GIF, "plaats": GIF}}
    huis["medewerkers/samira.yml"] |= {"naam": GIF, "functie": GIF, "deskundig_in": [GIF]}
    huis["medewerkers/samira.yml"] |= {"roepnaam": GIF, "talen": [GIF]}
    huis["diensten/boodschappentaxi.yml"] |= {"naam": GIF, "kort": GIF}
    huis["klantgroepen/ouderen.yml"] |= {"naam": GIF, "ik": GIF, "kernboodschap": GIF}
    huis["behoeften/boodschappen.yml"] |= {"naam": GIF, "pijn": GIF}
    huis["locaties/de-linde.yml"] |= {"naam": GIF}
    return {naam: json.dumps(boom, ensure_ascii=False) for naam, boom in huis.items()}


def test_hostile_text_stays_inside_its_data_block(kaal: Path) -> None:
    gezien = 0
    for pagina in eigen_paginas(kaal):
        gelezen = _Blokken(pagina.read_text("utf-8"))
        assert all(s and s.endswith("zoek.js") for s in gelezen.andere), pagina
        gezien += any(" ".join(GIF.split()) in tekst for tekst in teksten(graaf(pagina)))
    assert gezien > 5


def test_without_an_address_of_its_own_a_site_names_none(kaal: Path) -> None:
    for pagina in eigen_paginas(kaal):
        for ding in graaf(pagina):
            assert not [f for f in fouten(ding) if "not a property" in f or "type" in f]
            tekst = json.dumps(ding).replace("https://schema.org/", "")
            assert "http" not in tekst, pagina
    assert "Sitemap" not in (kaal / "robots.txt").read_text("utf-8")


def test_hostile_text_is_words_in_llms_txt(kaal: Path) -> None:
    tekst = (kaal / "llms.txt").read_text("utf-8")
    assert "<script>" not in tekst.replace("\\<", "")
    assert "](aanbod/boodschappentaxi/)" in tekst


def test_robots_may_read_all_and_find_the_sitemap(demo_site: Path) -> None:
    assert (demo_site / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {BASIS}sitemap.xml\n"
    )


def test_llms_txt_tells_all_on_one_page(demo_site: Path) -> None:
    tekst = (demo_site / "llms.txt").read_text("utf-8")
    assert tekst.startswith("# Stichting Welzijn Lindeborg\n\n> ")
    assert re.findall(r"^## (.+)$", tekst, re.M) == [
        "Voor wie", "Hulp bij", "Aanbod", "Mensen", "Contact",
    ]  # fmt: skip
    adressen = re.findall(r"\]\((\S+?)\)", tekst)
    assert len(adressen) > 40
    for adres in adressen:
        assert (demo_site / adres.removeprefix(BASIS) / "index.html").is_file(), adres


def test_an_own_robots_txt_is_left_alone(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    (tmp_path / "paginas/robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    assert "Disallow: /\n" in (bouw_site(instelling) / "robots.txt").read_text("utf-8")


def test_a_page_that_is_not_there_has_no_canonical_address(demo_site: Path) -> None:
    html = (demo_site / "404.html").read_text("utf-8")
    assert "canonical" not in html
    assert "og:url" not in html
    assert '<meta name="robots" content="noindex">' in html


# --- dates in the sitemap ---------------------------------------------------------------------


def leg_vast(map_: Path, dag: str) -> None:
    """Commit all in `map_` on the day `dag`."""
    moment = f"{dag}T12:00:00+00:00"
    omgeving = {
        "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(map_), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b.example",
    }  # fmt: skip
    for opdracht in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", dag]):
        subprocess.run(["git", *opdracht], cwd=map_, env=omgeving, check=True)


def dagen(site: Path) -> dict[str, str]:
    """The date of each page in the sitemap, by address."""
    tekst = (site / "sitemap.xml").read_text("utf-8")
    paren = re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", tekst)
    return {adres.removeprefix("https://veenrand.example/repo/"): dag for adres, dag in paren}


def test_the_sitemap_says_when_a_page_changed(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    leg_vast(tmp_path, "2024-05-06")
    taxi = tmp_path / "huis/diensten/boodschappentaxi.yml"
    taxi.write_text(taxi.read_text("utf-8") + "# nagekeken\n", "utf-8")
    leg_vast(tmp_path, "2025-07-08")
    gevonden = dagen(bouw_site(instelling))
    assert gevonden["aanbod/boodschappentaxi/"] == "2025-07-08"
    assert gevonden["mensen/samira/"] == "2024-05-06"
    assert gevonden["privacy/"] == "2024-05-06"
    assert gevonden["aanbod/"] == "2025-07-08", "an overview changes with anything in it"


def test_git_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instelling = schrijf_organisatie(tmp_path)
    leg_vast(tmp_path, "2024-05-06")
    gevraagd: list[object] = []
    echt = subprocess.run

    def tel(opdracht: Any, *rest: Any, **opties: Any) -> Any:
        gevraagd.append(opdracht)
        return echt(opdracht, *rest, **opties)

    monkeypatch.setattr(subprocess, "run", tel)
    bouw_site(instelling)
    assert len(gevraagd) == 1


def test_without_git_the_sitemap_has_the_day_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    assert laatst_gewijzigd(tmp_path, ["huis"]) == {}
    assert set(dagen(bouw_site(schrijf_organisatie(tmp_path))).values()) == {"2025-12-01"}


def test_the_newest_commit_counts() -> None:
    assert lees_log("@2026-02-03\n\na.yml\n@2025-01-01\n\na.yml\nb c.yml\n") == {
        "a.yml": "2026-02-03",
        "b c.yml": "2025-01-01",
    }
