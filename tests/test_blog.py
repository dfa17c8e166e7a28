"""Posts: written in a folder of Markdown, by people of the house, published on their day."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.exceptions import Abort, ConfigurationError
from PIL import Image

from hulp.klein_huis import KLEIN_HUIS, bouw_huis
from hulp.koppelingen import kapotte_koppelingen
from hulp.site import bouw_site, schrijf_organisatie
from hulp.stukken import BLOG, lees, mens, romp, stuk
from propositie.controle import controleer
from propositie.editie import publiek_huis
from propositie.huis import Bericht
from propositie.huis.berichten import Doel, doel_van
from propositie.paginas.blog import inleiding, tekst_html

URL = "https://veenrand.example/repo/"
DAG = date(2026, 11, 20)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with posts of every kind: plain, old, by two, by who left, hidden ones."""
    weg = mens("Wiesje Weg", "uit_dienst: 2026-03-04\nopvolger: samira\n"
               "contact: {telefoon: 0599 009 876}\n")  # fmt: skip
    linkt = (
        "Neem de [taxi](../aanbod/boodschappentaxi/#inhoud), lees [soep](soep.md), bel "
        "[ons](/contact/) of [Anna](../mensen/straks/). [Elders](https://elders.example/).\n\n"
        "Dit hoort bij [de vraag](/hulp-bij/boodschappen/)."
    )
    return bouw_site(
        schrijf_organisatie(
            tmp_path_factory.mktemp("blog"),
            {
                "medewerkers/weg.yml": weg,
                "medewerkers/straks.yml": mens("Anna Straks", "in_dienst: 2027-01-01\n"),
                f"{BLOG}/soep.md": stuk("Soep & <b>brood</b>", erbij="klantgroepen: [ouderen]\n"),
                f"{BLOG}/tas.md": stuk("De tas", datum="2026-11-12", tekst=linkt),
                f"{BLOG}/oud.md": stuk("Toen", "weg", "2026-01-05"),
                f"{BLOG}/samen.md": stuk("Samen", "[samira, weg]", "2026-02-05"),
                f"{BLOG}/morgen.md": stuk("Stuk van morgen", datum="2026-11-21"),
                f"{BLOG}/concept.md": stuk("Niet af", erbij="concept: ja\n"),
                f"{BLOG}/anna.md": stuk("Hallo ik ben Anna", "straks"),
                f"{BLOG}/index.md": "# Blog\n\nWoorden van de redactie.\n",
            },
        )
    )


def test_the_overview_has_what_has_appeared_newest_first(site: Path) -> None:
    html = romp(site, "blog/")
    plekken = [html.index(f'href="../blog/{s}/"') for s in ("tas", "soep", "samen", "oud")]
    assert plekken == sorted(plekken)
    assert "Woorden van de redactie." in html
    assert html.count("<h1") == 1
    assert "Soep &amp; &lt;b&gt;brood&lt;/b&gt;" in html


@pytest.mark.parametrize("geheim", ["Stuk van morgen", "Niet af", "Anna", "morgen/"])
def test_a_post_before_its_day_is_nowhere(site: Path, geheim: str) -> None:
    bestanden = [p for p in site.rglob("*") if p.is_file() and p.suffix != ".gz"]
    gevonden = [p.name for p in bestanden if geheim.encode() in p.read_bytes()]
    if geheim == "Anna":  # the words of the link to her page stay, the link does not
        gevonden = [n for n in gevonden if n not in {"index.html", "feed.xml", "feed.json",
                                                      "search_index.json"}]  # fmt: skip
    assert not gevonden
    assert not {"morgen", "concept", "anna"} & {p.name for p in (site / "blog").iterdir()}
    assert not list(site.rglob("*.md"))


def test_it_appears_on_the_day(tmp_path: Path) -> None:
    later = {f"{BLOG}/morgen.md": stuk("Stuk van morgen", datum="2026-11-21")}
    site = bouw_site(schrijf_organisatie(tmp_path, later, op="2026-11-21"))
    assert "Stuk van morgen" in romp(site, "blog/")


def test_a_post_names_its_writer_and_leads_to_the_page(site: Path) -> None:
    html = romp(site, "blog/tas/")
    assert 'href="../../mensen/samira/"' in html
    assert "Ik bel altijd terug." in html
    assert '<time datetime="2026-11-12">12 november 2026</time>' in html
    assert html.count("<h1") == 1


def test_links_lead_from_where_they_stand_and_a_hidden_page_is_not_linked(site: Path) -> None:
    html = romp(site, "blog/tas/")
    assert 'href="../../aanbod/boodschappentaxi/#inhoud"' in html
    assert 'href="../../blog/soep/"' in html
    assert 'href="../../contact/"' in html
    assert "straks" not in html
    assert "bel <a" in html.replace("\n", " ")


def test_who_left_keeps_the_name_only_and_the_successor_takes_over(site: Path) -> None:
    html = lees(site, "blog/oud/")
    assert "Wiesje Weg" in html
    assert "werkt hier niet meer" in html
    assert 'href="../../mensen/samira/"' in html
    assert "009 876" not in html
    assert "Ik kook voor Wiesje" not in html
    assert not (site / "mensen/weg/feed.xml").exists()


@pytest.mark.parametrize(
    ("adres", "wel", "niet"),
    [
        ("mensen/samira/", ["soep", "tas", "samen"], ["oud"]),
        ("mensen/weg/", ["oud"], ["soep", "tas"]),
        ("voor-wie/ouderen/", ["soep"], ["tas", "oud"]),
        ("hulp-bij/boodschappen/", ["tas"], ["soep", "oud"]),
    ],
)
def test_posts_are_on_the_pages_that_they_are_about(
    site: Path, adres: str, wel: list[str], niet: list[str]
) -> None:
    html = romp(site, adres)
    assert [s for s in wel if f"../../blog/{s}/" in html] == wel
    assert not [s for s in niet if f"../../blog/{s}/" in html]


def test_own_posts_and_columns_stand_in_one_list_by_day(site: Path) -> None:
    html = romp(site, "mensen/samira/")
    rij = html.split('class="stukken"')[1].split("</ul>")[0]
    plekken = [rij.index(woord) for woord in ("De tas", "Soep &amp;", "Veenrander", "Samen")]
    assert plekken == sorted(plekken)


def test_the_footer_leads_to_the_blog_and_the_menu_does_not(site: Path) -> None:
    html = lees(site, "")
    assert 'href="blog/">Blog</a>' in html.split('class="voet"')[1]
    assert "blog/" not in html.split('class="top__menu"')[1].split("</nav>")[0]


def test_search_sitemap_breadcrumbs_and_share_data_know_a_post(site: Path) -> None:
    stukken = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert "taxi" in next(s["text"] for s in stukken if s["location"] == "blog/tas/")
    kaart = [e.text for e in ElementTree.parse(site / "sitemap.xml").iterfind(".//{*}loc")]
    assert f"{URL}blog/tas/" in kaart
    html = lees(site, "blog/tas/")
    assert 'href="../">Blog</a>' in html.split('class="kruimels"')[1].split("</nav>")[0]
    assert '<meta property="og:type" content="article">' in html
    assert 'property="og:image"' in html
    graaf = json.loads(html.split('application/ld+json">')[1].split("</script>")[0])["@graph"]
    post = next(d for d in graaf if d["@type"] == "BlogPosting")
    assert post["headline"] == "De tas"
    assert post["datePublished"] == "2026-11-12"
    assert post["author"][0]["url"] == f"{URL}mensen/samira/"


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    kapot = kapotte_koppelingen(site, URL)
    assert [k for k in kapot if "JSON-LD" not in k] == []  # there a # is a name, not a place


def test_without_posts_there_is_no_blog(tmp_path: Path) -> None:
    site = bouw_site(schrijf_organisatie(tmp_path))
    assert not (site / "blog").exists()
    assert "blog/" not in lees(site, "")


def test_a_post_by_nobody_stops_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    instelling = schrijf_organisatie(tmp_path, {f"{BLOG}/a.md": stuk(auteur="samirra")})
    with pytest.raises(Abort):
        bouw_site(instelling)
    assert "paginas/blog/a.md:3:9  fout V18" in caplog.text
    assert 'Bedoelt u "samira"?' in caplog.text


def test_materials_blog_is_refused_with_a_reason(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    instelling.write_text(instelling.read_text("utf-8") + "  - material/blog\n", "utf-8")
    with pytest.raises(ConfigurationError, match="Haal material/blog weg"):
        bouw_site(instelling)


def codes(tmp_path: Path, bestand: str, tekst: str) -> list[str]:
    huis = bouw_huis(tmp_path / "huis", {f"{BLOG}/{bestand}": tekst})
    return [f"{b.code} {b.plaats and b.plaats.regel}" for b in controleer(huis, DAG).bevindingen]


@pytest.mark.parametrize(
    ("bestand", "tekst", "code"),
    [
        ("a.md", "Gewoon een tekst.\n", "V02 1"),
        ("a.md", "---\ndatum: 2026-11-10\n", "V02 1"),
        ("a.md", "", "V02 1"),
        ("a.md", stuk().replace("2026-11-10", "morgen"), "V08 2"),
        ("a.md", stuk().replace("datum:", "dag:"), "V04 2"),
        ("a.md", stuk().replace("# Soep", ""), "V06 0"),
        ("a.md", stuk(erbij="behoeften: [boodschap]\n"), "V03 4"),
        ("a.md", stuk(tekst="Zie [hier](../aanbod/boodschaptaxi/)."), "V03 7"),
        ("a.md", stuk(tekst="Zie [hier](javascript:alert(1))."), "V16 7"),
        ("a.md", stuk(tekst="Een ![foto](x.jpg)."), "V14 7"),
        ("a.md", stuk(tekst="Een \x0b teken."), "V01 7"),
        ("Een Stuk.md", stuk(), "V12 0"),
        ("map/a.md", stuk(), "V13 0"),
        ("foto.jpg", "x", "V13 0"),
        ("brief.docx", "x", "V13 0"),
        ("a.md", stuk(erbij="beeld: {bestand: weg.webp, alt: Een jas}\n"), "V14 4"),
        ("a.md", stuk(erbij="beeld: {bestand: weg.webp}\n"), "V06 4"),
        ("a.md", stuk().replace("datum", "date").replace("auteur", "author"), ""),
        ("a.md", "\ufeff" + stuk().replace("\n", "\r\n"), ""),
        (".a.md.swp", "x", ""),
    ],
)
def test_a_mistake_in_a_post_has_a_code_and_a_line(
    tmp_path: Path, bestand: str, tekst: str, code: str
) -> None:
    assert codes(tmp_path, bestand, tekst) == ([code] if code else [])


def test_a_word_of_another_program_is_pointed_at_as_it_was_written(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.md", stuk(auteur="x9").replace("auteur", "author")) == ["V18 3"]


def met_beeld(map_: Path, erbij: str = "") -> Path:
    """A site with one post that has a picture, taken with a camera that tells where."""
    instelling = schrijf_organisatie(
        map_,
        {f"{BLOG}/jas.md": stuk(erbij=f'beeld: {{bestand: jas.jpg, alt: "Jas & sjaal"}}\n{erbij}')},
    )
    exif = Image.Exif()
    exif[0x010E] = "geheime plek"
    foto = Image.new("RGB", (1600, 1000), "#486")
    foto.save(map_ / "paginas/blog/jas.jpg", exif=exif)
    return bouw_site(instelling)


def test_a_picture_of_a_post_is_shown_in_its_sizes_and_without_metadata(tmp_path: Path) -> None:
    site = met_beeld(tmp_path)
    html = lees(site, "blog/jas/")
    [beeld] = re.findall(r'<figure class="stuk__beeld">.*?</figure>', html, re.S)
    assert 'alt="Jas &amp; sjaal"' in beeld
    assert beeld.count("w,") >= 1  # more than one width to choose from
    assert kapotte_koppelingen(site, URL) == []
    assert not (site / "blog/jas.jpg").exists()  # only what was made of it
    for pad in site.rglob("*"):
        assert not pad.is_file() or b"geheime plek" not in pad.read_bytes(), pad


def test_a_picture_of_a_post_is_in_the_feeds_with_its_whole_address(tmp_path: Path) -> None:
    site = met_beeld(tmp_path)
    feed = json.loads((site / "blog/feed.json").read_text("utf-8"))
    assert f'<img src="{URL}beelden/' in feed["items"][0]["content_html"]
    assert 'alt="Jas &amp; sjaal"' in feed["items"][0]["content_html"]
    gegevens = re.search(r'"image":\{?[^}]*' + re.escape(f"{URL}beelden/"), lees(site, "blog/jas/"))
    assert gegevens


def test_a_picture_of_a_post_that_has_not_appeared_is_nowhere(tmp_path: Path) -> None:
    site = met_beeld(tmp_path, "concept: ja\n")
    assert not list((site / "beelden").glob("*jas*"))
    assert not [p for p in site.rglob("*") if p.suffix in {".jpg", ".webp"}]


def test_an_own_post_counts_as_writing(tmp_path: Path) -> None:
    stil = KLEIN_HUIS["medewerkers/samira.yml"].replace(
        "schrijft:\n  - {titel: De tas, medium: Veenrander, datum: 2026-09-03}\n", ""
    )
    anders = {"medewerkers/samira.yml": stil}
    assert "K34" in [b.code for b in controleer(bouw_huis(tmp_path / "a", anders), DAG).bevindingen]
    huis = bouw_huis(tmp_path / "b" / "huis", {**anders, f"{BLOG}/a.md": stuk()})
    assert "K34" not in [b.code for b in controleer(huis, DAG).bevindingen]


def bericht(tekst: str) -> Bericht:
    return Bericht(id="a", titel="A", datum="2026-01-01", auteur="samira", tekst=tekst)


@pytest.mark.parametrize(
    ("adres", "doel"),
    [
        ("../aanbod/koffie/", Doel("diensten", "koffie")),
        ("/hulp-bij/papieren", Doel("behoeften", "papieren")),
        ("voor-wie/ouderen/index.html?a#b", Doel("klantgroepen", "ouderen")),
        ("ander-stuk.md", Doel("blog", "ander-stuk")),
        ("../contact.md", None),
        ("../aanbod/", None),
        ("https://x.example/aanbod/koffie/", None),
        ("mailto:a@b.nl", None),
        ("#onder", None),
    ],
)
def test_what_a_link_leads_to(adres: str, doel: Doel | None) -> None:
    assert doel_van(adres) == doel


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    huis = controleer(bouw_huis(tmp_path), DAG).huis
    assert huis is not None
    lastig = bericht('<script>alert(1)</script> [x](</contact/" onclick="a>) <img src=x>')
    html = tekst_html(lastig, publiek_huis(huis, DAG), lambda adres: adres)
    assert "<script" not in html
    assert "<img" not in html
    assert ' onclick="' not in html


def test_the_beginning_of_a_post_stands_for_it() -> None:
    assert inleiding(bericht("## Kop\n\nEen *mooi* begin.\n\nMeer.")) == "Een mooi begin."
