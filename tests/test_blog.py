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

from helpers.berichten import BLOG, make_bericht, medewerker_yaml, read, read_main
from helpers.links import find_broken_links
from helpers.search import leads_to
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.huis import Bericht
from propositie.huis.links import LinkTarget, target_of
from propositie.inspection import inspect
from propositie.pages.blog import intro
from propositie.pages.formatting import render_for_site

URL = "https://veenrand.example/repo/"
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with posts of every kind: plain, old, by two, by who left, hidden ones."""
    gone = medewerker_yaml("Wiesje Weg", "uit_dienst: 2026-03-04\nopvolger: samira\n"
               "contact: {telefoon: 0599 009 876}\n")  # fmt: skip
    linking = (
        "Neem de [taxi](../aanbod/boodschappentaxi/#inhoud), lees [soep](soep.md), bel "
        "[ons](/contact/) of [Anna](../mensen/straks/). [Elders](https://elders.example/).\n\n"
        "Dit hoort bij [de vraag](/hulp-bij/boodschappen/)."
    )
    return build_site(
        write_organisatie(
            tmp_path_factory.mktemp("blog"),
            {
                "medewerkers/weg.yml": gone,
                "medewerkers/straks.yml": medewerker_yaml("Anna Straks", "in_dienst: 2027-01-01\n"),
                f"{BLOG}/soep.md": make_bericht(
                    "Soep & <b>brood</b>", extra="klantgroepen: [ouderen]\n"
                ),
                f"{BLOG}/tas.md": make_bericht("De tas", datum="2026-11-12", text=linking),
                f"{BLOG}/oud.md": make_bericht("Toen", "weg", "2026-01-05"),
                f"{BLOG}/samen.md": make_bericht("Samen", "[samira, weg]", "2026-02-05"),
                f"{BLOG}/morgen.md": make_bericht("Stuk van morgen", datum="2026-11-21"),
                f"{BLOG}/concept.md": make_bericht("Niet af", extra="concept: ja\n"),
                f"{BLOG}/anna.md": make_bericht("Hallo ik ben Anna", "straks"),
                f"{BLOG}/index.md": "# Blog\n\nWoorden van de redactie.\n",
            },
        )
    )


def test_the_overview_has_what_has_appeared_newest_first(site: Path) -> None:
    html = read_main(site, "blog/")
    positions = [html.index(f'href="../blog/{s}/"') for s in ("tas", "soep", "samen", "oud")]
    assert positions == sorted(positions)
    assert "Woorden van de redactie." in html
    assert html.count("<h1") == 1
    assert "Soep &amp; &lt;b&gt;brood&lt;/b&gt;" in html


@pytest.mark.parametrize("secret", ["Stuk van morgen", "Niet af", "Anna", "morgen/"])
def test_a_post_before_its_day_is_nowhere(site: Path, secret: str) -> None:
    files = [p for p in site.rglob("*") if p.is_file() and p.suffix != ".gz"]
    found = [p.name for p in files if secret.encode() in p.read_bytes()]
    if secret == "Anna":  # the words of the link to her page stay, the link does not
        told = {"index.html", "feed.xml", "feed.json", "woorden.json", "propositie.json"}
        found = [name for name in found if name not in told]
    assert not found
    assert not {"morgen", "concept", "anna"} & {p.name for p in (site / "blog").iterdir()}
    assert not list(site.rglob("*.md"))


def test_it_appears_on_the_day(tmp_path: Path) -> None:
    later = {f"{BLOG}/morgen.md": make_bericht("Stuk van morgen", datum="2026-11-21")}
    site = build_site(write_organisatie(tmp_path, later, on_date="2026-11-21"))
    assert "Stuk van morgen" in read_main(site, "blog/")


def test_a_post_names_its_writer_and_leads_to_the_page(site: Path) -> None:
    html = read_main(site, "blog/tas/")
    assert 'href="../../mensen/samira/"' in html
    assert "Ik bel altijd terug." in html
    assert '<time datetime="2026-11-12">12 november 2026</time>' in html
    assert html.count("<h1") == 1


def test_links_lead_from_where_they_stand_and_a_hidden_page_is_not_linked(site: Path) -> None:
    html = read_main(site, "blog/tas/")
    assert 'href="../../aanbod/boodschappentaxi/#inhoud"' in html
    assert 'href="../../blog/soep/"' in html
    assert 'href="../../contact/"' in html
    assert "straks" not in html
    assert "bel <a" in html.replace("\n", " ")


def test_who_left_keeps_the_name_only_and_the_successor_takes_over(site: Path) -> None:
    html = read(site, "blog/oud/")
    assert "Wiesje Weg" in html
    assert "werkt hier niet meer" in html
    assert 'href="../../mensen/samira/"' in html
    assert "009 876" not in html
    assert "Ik kook voor Wiesje" not in html
    assert not (site / "mensen/weg/feed.xml").exists()


@pytest.mark.parametrize(
    ("address", "present", "absent"),
    [
        ("mensen/samira/", ["soep", "tas", "samen"], ["oud"]),
        ("mensen/weg/", ["oud"], ["soep", "tas"]),
        ("voor-wie/ouderen/", ["soep"], ["tas", "oud"]),
        ("hulp-bij/boodschappen/", ["tas"], ["soep", "oud"]),
    ],
)
def test_posts_are_on_the_pages_that_they_are_about(
    site: Path, address: str, present: list[str], absent: list[str]
) -> None:
    html = read_main(site, address)
    assert [s for s in present if f"../../blog/{s}/" in html] == present
    assert not [s for s in absent if f"../../blog/{s}/" in html]


def test_own_posts_and_columns_stand_in_one_list_by_day(site: Path) -> None:
    html = read_main(site, "mensen/samira/")
    row = html.split('class="stukken"')[1].split("</ul>")[0]
    positions = [row.index(word) for word in ("De tas", "Soep &amp;", "Veenrander", "Samen")]
    assert positions == sorted(positions)


def test_the_footer_leads_to_the_blog_and_the_menu_does_not(site: Path) -> None:
    html = read(site, "")
    assert 'href="blog/">Blog</a>' in html.split('class="voet"')[1]
    assert "blog/" not in html.split('class="top__menu"')[1].split("</nav>")[0]


def test_search_sitemap_breadcrumbs_and_share_data_know_a_post(site: Path) -> None:
    assert leads_to(site, "taxi", "blog/tas/")
    sitemap = [e.text for e in ElementTree.parse(site / "sitemap.xml").iterfind(".//{*}loc")]
    assert f"{URL}blog/tas/" in sitemap
    html = read(site, "blog/tas/")
    assert 'href="../">Blog</a>' in html.split('class="kruimels"')[1].split("</nav>")[0]
    assert '<meta property="og:type" content="article">' in html
    assert 'property="og:image"' in html
    graph = json.loads(html.split('application/ld+json">')[1].split("</script>")[0])["@graph"]
    post = next(d for d in graph if d["@type"] == "BlogPosting")
    assert post["headline"] == "De tas"
    assert post["datePublished"] == "2026-11-12"
    assert post["author"][0]["url"] == f"{URL}mensen/samira/"


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    broken = find_broken_links(site, URL)
    assert [k for k in broken if "JSON-LD" not in k] == []  # there a # is a name, not a place


def test_without_posts_there_is_no_blog(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    assert not (site / "blog").exists()
    assert "blog/" not in read(site, "")


def test_a_post_by_nobody_stops_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config_file = write_organisatie(tmp_path, {f"{BLOG}/a.md": make_bericht(auteur="samirra")})
    with pytest.raises(Abort):
        build_site(config_file)
    assert "paginas/blog/a.md:3:9  fout V18" in caplog.text
    assert 'Bedoelt u "samira"?' in caplog.text


def test_materials_blog_is_refused_with_a_reason(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    config_file.write_text(config_file.read_text("utf-8") + "  - material/blog\n", "utf-8")
    with pytest.raises(ConfigurationError, match="Haal material/blog weg"):
        build_site(config_file)


def codes(tmp_path: Path, file: str, text: str) -> list[str]:
    huis = write_huis(tmp_path / "huis", {f"{BLOG}/{file}": text})
    return [f"{b.code} {b.location and b.location.line}" for b in inspect(huis, DAY).findings]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("a.md", "Gewoon een tekst.\n", "V02 1"),
        ("a.md", "---\ndatum: 2026-11-10\n", "V02 1"),
        ("a.md", "", "V02 1"),
        ("a.md", make_bericht().replace("2026-11-10", "morgen"), "V08 2"),
        ("a.md", make_bericht().replace("datum:", "dag:"), "V04 2"),
        ("a.md", make_bericht().replace("# Soep", ""), "V06 0"),
        ("a.md", make_bericht(extra="behoeften: [boodschap]\n"), "V03 4"),
        ("a.md", make_bericht(text="Zie [hier](../aanbod/boodschaptaxi/)."), "V03 7"),
        ("a.md", make_bericht(text="Zie [hier](javascript:alert(1))."), "V16 7"),
        ("a.md", make_bericht(text="Een ![foto](x.jpg)."), "V14 7"),
        ("a.md", make_bericht(text="Een \x0b teken."), "V01 7"),
        ("Een Stuk.md", make_bericht(), "V12 0"),
        ("map/a.md", make_bericht(), "V13 0"),
        ("foto.jpg", "x", "V13 0"),
        ("brief.docx", "x", "V13 0"),
        ("a.md", make_bericht(extra="beeld: {bestand: weg.webp, alt: Een jas}\n"), "V14 4"),
        ("a.md", make_bericht(extra="beeld: {bestand: weg.webp}\n"), "V06 4"),
        ("a.md", make_bericht().replace("datum", "date").replace("auteur", "author"), ""),
        ("a.md", "\ufeff" + make_bericht().replace("\n", "\r\n"), ""),
        (".a.md.swp", "x", ""),
    ],
)
def test_a_mistake_in_a_post_has_a_code_and_a_line(
    tmp_path: Path, file: str, text: str, code: str
) -> None:
    assert codes(tmp_path, file, text) == ([code] if code else [])


def test_a_word_of_another_program_is_pointed_at_as_it_was_written(tmp_path: Path) -> None:
    assert codes(tmp_path, "a.md", make_bericht(auteur="x9").replace("auteur", "author")) == [
        "V18 3"
    ]


def build_with_image(folder: Path, extra: str = "") -> Path:
    """A site with one post that has a picture, taken with a camera that tells where."""
    config_file = write_organisatie(
        folder,
        {
            f"{BLOG}/jas.md": make_bericht(
                extra=f'beeld: {{bestand: jas.jpg, alt: "Jas & sjaal"}}\n{extra}'
            )
        },
    )
    exif = Image.Exif()
    exif[0x010E] = "geheime plek"
    photo = Image.new("RGB", (1600, 1000), "#486")
    photo.save(folder / "paginas/blog/jas.jpg", exif=exif)
    return build_site(config_file)


def test_a_picture_of_a_post_is_shown_in_its_sizes_and_without_metadata(tmp_path: Path) -> None:
    site = build_with_image(tmp_path)
    html = read(site, "blog/jas/")
    [image] = re.findall(r'<figure class="stuk__beeld">.*?</figure>', html, re.S)
    assert 'alt="Jas &amp; sjaal"' in image
    assert image.count("w,") >= 1  # more than one width to choose from
    assert find_broken_links(site, URL) == []
    assert not (site / "blog/jas.jpg").exists()  # only what was made of it
    for path in site.rglob("*"):
        assert not path.is_file() or b"geheime plek" not in path.read_bytes(), path


def test_a_picture_of_a_post_is_in_the_feeds_with_its_whole_address(tmp_path: Path) -> None:
    site = build_with_image(tmp_path)
    feed = json.loads((site / "blog/feed.json").read_text("utf-8"))
    assert f'<img src="{URL}beelden/' in feed["items"][0]["content_html"]
    assert 'alt="Jas &amp; sjaal"' in feed["items"][0]["content_html"]
    data = re.search(r'"image":\{?[^}]*' + re.escape(f"{URL}beelden/"), read(site, "blog/jas/"))
    assert data


def test_a_picture_of_a_post_that_has_not_appeared_is_nowhere(tmp_path: Path) -> None:
    site = build_with_image(tmp_path, "concept: ja\n")
    assert not list((site / "beelden").glob("*jas*"))
    assert not [p for p in site.rglob("*") if p.suffix in {".jpg", ".webp"}]


@pytest.mark.parametrize("extra", ["", "concept: ja\n"])
def test_a_document_beside_a_post_goes_online_with_the_post(tmp_path: Path, extra: str) -> None:
    text = "Lees het na.\n\n[Ons jaarplan](jaarplan.pdf)\n"
    config_file = write_organisatie(
        tmp_path,
        {
            f"{BLOG}/plan.md": make_bericht("Het plan", extra=extra, text=text),
            f"{BLOG}/soep.md": make_bericht(),
        },
    )
    document = config_file.parent / "paginas/blog/jaarplan.pdf"
    document.write_bytes(b"%PDF-1.4\n%%EOF\n")
    found = inspect(config_file.parent / "huis", DAY).findings
    assert [f.message for f in found if "jaarplan" in f.message] == []
    site = build_site(config_file)
    assert (site / "blog/jaarplan.pdf").exists() is (not extra)
    assert find_broken_links(site, URL) == []


def test_an_own_post_counts_as_writing(tmp_path: Path) -> None:
    silent = SMALL_HUIS["medewerkers/samira.yml"].replace(
        "schrijft:\n  - {titel: De tas, medium: Veenrander, datum: 2026-09-03}\n", ""
    )
    overrides = {"medewerkers/samira.yml": silent}
    assert "K34" in [b.code for b in inspect(write_huis(tmp_path / "a", overrides), DAY).findings]
    huis = write_huis(tmp_path / "b" / "huis", {**overrides, f"{BLOG}/a.md": make_bericht()})
    assert "K34" not in [b.code for b in inspect(huis, DAY).findings]


def bericht(text: str) -> Bericht:
    return Bericht(id="a", titel="A", datum="2026-01-01", auteur="samira", tekst=text)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../aanbod/koffie/", LinkTarget("diensten", "koffie")),
        ("/hulp-bij/papieren", LinkTarget("behoeften", "papieren")),
        ("voor-wie/ouderen/index.html?a#b", LinkTarget("klantgroepen", "ouderen")),
        ("ander-stuk.md", LinkTarget("berichten", "ander-stuk")),
        ("../contact.md", None),
        ("../aanbod/", None),
        ("https://x.example/aanbod/koffie/", None),
        ("mailto:a@b.nl", None),
        ("#onder", None),
    ],
)
def test_what_a_link_leads_to(address: str, target: LinkTarget | None) -> None:
    assert target_of(address) == target


def test_hostile_text_stays_text() -> None:
    tricky = '<script>alert(1)</script> [x](</contact/" onclick="a>) <img src=x>'
    html = render_for_site(tricky, 2)
    assert "<script" not in html
    assert "<img" not in html
    assert ' onclick="' not in html


def test_the_beginning_of_a_post_stands_for_it() -> None:
    assert intro(bericht("## Kop\n\nEen *mooi* begin.\n\nMeer.")) == "Een mooi begin."
