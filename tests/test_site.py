"""A site as data: whole before anything is written, and the same whoever writes it."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils import get_relative_url

from helpers.build import DAY, ROOT, contents
from helpers.search import addresses_in, leads_to
from helpers.site import THEME, build_site, make_site, write_organisatie
from helpers.small_huis import ON_DATE
from propositie.edition import PublicHuis, public_huis
from propositie.huis import Thing
from propositie.inspection import inspect
from propositie.output.cache import Cache
from propositie.output.site_images import Images
from propositie.pages import MenuItem
from propositie.pages.builder import PageBuilder
from propositie.pages.links import relative
from propositie.pages.mensen import medewerker_page
from propositie.pages.sections import sections, words_of
from propositie.pages.site import dead_links, make_pages, with_linked_sources
from propositie.pages.write import write_site

DEMO_URL = "https://welzijn-lindeborg.github.io/site/"
WITH_DAYS = {"sitemap.xml"}
"""What only a host knows: the days on which files changed."""
FREE_PAGES = [MenuItem("Zo kom je bij ons", "komen/"), MenuItem("Privacy", "privacy/")]
"""The pages that the demo wrote itself in Markdown, which only a host renders."""
THEIR_FILES = {f"{page.address}index.html" for page in FREE_PAGES}
ITS_MARKDOWN = THEIR_FILES | {"contact/index.html", "zoeken/woorden.json"}
"""Where the demo's own Markdown stands; search reads it too."""


@pytest.fixture(scope="module")
def demo() -> PublicHuis:
    today = date.today()
    inspection = inspect(ROOT / "site_src/huis", today)
    assert inspection.huis is not None
    return public_huis(inspection.huis, today)


def builder_of(huis: PublicHuis) -> PageBuilder:
    """What makes pages of the demo; a thing's file is named after kind and id."""
    inspection = inspect(ROOT / "site_src/huis", huis.on_date)
    images = Images(inspection.loaded.image_path, Cache())
    return PageBuilder(huis, THEME, images, lambda kind, id_: f"{kind}/{id_}", DEMO_URL)


# --- who writes it ------------------------------------------------------------------------------


def test_written_without_a_host_the_demo_is_what_mkdocs_writes(
    demo_site: Path, tmp_path: Path
) -> None:
    site = make_site(ROOT / "site_src/huis", DAY.isoformat(), DEMO_URL)
    site = replace(site, layout=replace(site.layout, free_pages=FREE_PAGES))
    write_site(site, tmp_path / "site", THEME)
    written, built = contents(tmp_path / "site"), contents(demo_site)
    assert set(built) - set(written) == THEIR_FILES
    assert set(written) <= set(built)
    differ = {n for n in written if written[n] != built[n]}
    assert differ == (ITS_MARKDOWN | WITH_DAYS) - THEIR_FILES


def test_written_without_a_host_the_smallest_house_is_what_mkdocs_writes(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/privacy.md").unlink()
    built = contents(build_site(config_file))
    site = make_site(tmp_path / "huis", ON_DATE, "https://veenrand.example/repo/")
    write_site(site, tmp_path / "los", THEME)
    written = contents(tmp_path / "los")
    assert set(built) == set(written)
    assert {n for n in written if written[n] != built[n]} == WITH_DAYS


def test_a_plugin_of_others_meets_the_finished_document(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "haak.py").write_text(
        "def on_post_page(output, *, page, config):\n"
        "    assert output.lstrip().startswith('<!doctype html>')\n"
        "    return output.replace('</body>', f'<!--{page.url}|{len(page.content)}--></body>')\n",
        "utf-8",
    )
    config_file.write_text(config_file.read_text("utf-8") + "hooks: [haak.py]\n", "utf-8")
    site = build_site(config_file)
    for name in ("mensen/samira", "privacy"):
        html = (site / name / "index.html").read_text("utf-8")
        found = re.search(rf"<!--{name}/\|(\d+)--></body>", html)
        assert found
        assert int(found[1]) > 20


def test_what_mkdocs_yml_adds_stands_on_every_page(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/eigen.css").write_text("p {}", "utf-8")
    (tmp_path / "paginas/eigen.mjs").write_text("", "utf-8")
    config_file.write_text(
        config_file.read_text("utf-8")
        + "extra_css: [eigen.css]\nextra_javascript:\n  - eigen.mjs\n"
        + "  - {path: https://elders.example/x.js, async: true, defer: true}\n"
        + "site_description: Welzijn in Veenrand\n",
        "utf-8",
    )
    site = build_site(config_file)
    page = (site / "mensen/samira/index.html").read_text("utf-8")
    assert '<link rel="stylesheet" href="../../eigen.css">' in page
    assert '<script src="../../eigen.mjs" type="module"></script>' in page
    assert '<script src="https://elders.example/x.js" defer async></script>' in page
    privacy = (site / "privacy/index.html").read_text("utf-8")
    assert '<meta name="description" content="Welzijn in Veenrand">' in privacy


# --- whole before it is written -----------------------------------------------------------------


def test_a_page_is_the_same_whichever_was_made_before(demo: PublicHuis) -> None:
    together = {page.address: page for page in make_pages(builder_of(demo))}
    builder = builder_of(demo)
    for medewerker in list(demo.medewerkers.values())[::-1]:
        assert medewerker_page(builder, medewerker) == together[f"mensen/{medewerker.id}/"]


def test_a_page_knows_its_thing_and_what_lies_beside_it(demo: PublicHuis) -> None:
    pages = {page.address: page for page in make_pages(builder_of(demo))}
    gijs = pages["mensen/gijs/"]
    assert gijs.thing == ("medewerkers", "gijs")
    assert gijs.source == "medewerkers/gijs"
    assert {f.address for f in gijs.files} == {
        "mensen/gijs/gijs.vcf", "mensen/gijs/gijs.ics", "mensen/gijs/feed.xml",
        "mensen/gijs/feed.json",
    }  # fmt: skip
    assert "mensen/gijs/gijs.vcf" in gijs.links
    assert pages["mensen/"].source is None


def test_links_are_relative_and_no_mark_of_them_stays(demo: PublicHuis) -> None:
    for page in make_pages(builder_of(demo)):
        assert "\x1a" not in page.content, page.address
        for target in page.links:
            assert f"{'../' * page.address.count('/')}{target or './'}" in page.content


@pytest.mark.parametrize("here", ["", "mensen/", "mensen/gijs/", "blog/een-stuk/"])
@pytest.mark.parametrize(
    "target",
    ["", ".", "mensen/", "mensen/gijs/", "assets/zoek.js", "mensen/gijs/gijs.vcf", "favicon.ico",
     "/site/x/", "#inhoud", "https://elders.example/a/", "//elders.example/", "mailto:a@b.example"],
)  # fmt: skip
def test_the_way_around_a_page_is_the_shortest_as_mkdocs_has_it(target: str, here: str) -> None:
    is_elsewhere = target.startswith(("/", "#", "https:", "mailto:"))
    expected = target if is_elsewhere else get_relative_url(target or ".", here)
    assert relative(target, here) == expected


def test_every_link_leads_somewhere_before_anything_is_written(tmp_path: Path) -> None:
    write_organisatie(tmp_path)
    site = make_site(tmp_path / "huis", ON_DATE, None)
    assert list(dead_links(site)) == []
    without = replace(site, pages=[p for p in site.pages if p.thing != ("medewerkers", "samira")])
    assert ("mensen/", "mensen/samira/") in set(dead_links(without))


NAMING = {"usps": "belofte", "verhalen": "titel", "berichten": "titel"}


@pytest.mark.parametrize(
    "kind",
    [
        "klantgroepen",
        "behoeften",
        "diensten",
        "locaties",
        "usps",
        "medewerkers",
        "partners",
        "verhalen",
        "cijfers",
        "wijken",
        "vacatures",
        "meedoen",
        "vernieuwingen",
        "berichten",
    ],
)
def test_a_page_names_the_file_of_all_that_it_shows(demo: PublicHuis, kind: str) -> None:
    """Another name for one thing changes no page but those that have its file as a source."""
    things: dict[str, Thing] = dict(getattr(demo, kind))
    id_ = list(things)[-1]
    changed = things[id_].model_copy(update={NAMING.get(kind, "naam"): "Heel Anders"})
    others: dict[str, Any] = {kind: {**things, id_: changed}}
    other = replace(demo, **others)
    before, after = (
        {p.address: p for p in with_linked_sources(list(make_pages(builder_of(h))))}
        for h in (demo, other)
    )
    different = [a for a, page in after.items() if page.content != before[a].content]
    source = f"{kind}/{id_}"
    assert different
    assert [a for a in different if source not in after[a].sources] == []


def test_a_site_is_plain_data(tmp_path: Path) -> None:
    """Two of the same house are equal, which no function or object with a life of its own is."""
    write_organisatie(tmp_path)
    one, two = (make_site(tmp_path / "huis", ON_DATE, None) for _ in range(2))
    for field in fields(one):
        assert getattr(one, field.name) == getattr(two, field.name), field.name


# --- search -------------------------------------------------------------------------------------


def test_search_reads_the_sections_of_a_free_page() -> None:
    html = (
        '<h1 id="p">Privacy</h1><p>Wij <em>be</em>waren<br>weinig &amp; kort.</p><style>x</style>'
        '<h2 id="hoe-lang">Hoe <code>lang</code></h2><ul><li>een jaar</li><li>twee</li></ul>'
    )
    found = [(s.anchor, s.title, s.text) for s in sections(html)]
    assert found == [
        ("", "Privacy", "Wij bewaren weinig & kort."),
        ("hoe-lang", "Hoe lang", "een jaar twee"),
    ]
    assert words_of(html).startswith("Privacy Wij bewaren weinig & kort. Hoe lang")
    assert [s.anchor for s in sections("<h3>Zonder adres</h3><p>x</p>")] == [""]


def test_a_free_page_that_wants_no_search_is_left_out(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    text = "---\nsearch: {exclude: true}\n---\n\n# Privacy\n\nWij bewaren weinig.\n"
    (tmp_path / "paginas/privacy.md").write_text(text, "utf-8")
    found = addresses_in(build_site(config_file))
    assert "privacy/" not in found
    assert "mensen/samira/" in found


def test_a_free_page_is_found_by_its_own_search_words_and_survives_an_odd_head(
    tmp_path: Path,
) -> None:
    config_file = write_organisatie(tmp_path)
    text = "---\nsearch: nee\nzoekwoorden: [avg, gegevens]\n---\n\n# Privacy\n\nWeinig.\n"
    (tmp_path / "paginas/privacy.md").write_text(text, "utf-8")
    assert leads_to(build_site(config_file), "avg gegevens weinig privacy", "privacy/")


def test_search_reads_a_free_page_that_stands_in_a_page_of_ours(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/contact.md").write_text("# Contact\n\nDe koffie staat klaar.\n", "utf-8")
    site = build_site(config_file)
    assert leads_to(site, "koffie klaar", "contact/")
    assert leads_to(site, "telefoonnummer 0599 000 100", "contact/")
