"""Free pages, posts and long texts on the site: links in every notation, pictures, blocks; and what
the check finds sound, a strict build builds."""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.exceptions import Abort
from PIL import Image

from helpers.links import find_broken_links
from helpers.site import build_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS
from propositie.finding import Finding, Severity
from propositie.inspection import inspect

DAY = date.fromisoformat(ON_DATE)
SITE_URL = "https://veenrand.example/repo/"
HEAD = "---\ndatum: 2026-10-01\nauteur: samira\n---\n# De tas\n\n"


def photo(width: int = 1600, height: int = 1000, *, orientation: int = 1) -> bytes:
    """A photo as a telephone makes one: with a place, a device and a way up."""
    image = Image.effect_noise((width // 8, height // 8), 60).resize((width, height)).convert("RGB")
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = "Telefoon 9", orientation
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (53.0, 1.0, 2.0), "E", (6.0, 3.0, 4.0)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


PHOTO, UPRIGHT = photo(), photo(orientation=6)
PDF = b"%PDF-1.4\n" + b"x" * 239_991


def write(
    folder: Path, pages: Mapping[str, str | bytes], huis: Mapping[str, str | None] | None = None
) -> Path:
    """An organisation with these files in its folder of pages; its mkdocs.yml."""
    config = write_organisatie(folder, huis)
    for name, content in pages.items():
        path = folder / "paginas" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return config


def found_in(config: Path) -> list[Finding]:
    return list(inspect(config.parent / "huis", DAY).findings)


def main_of(site: Path, page: str) -> str:
    html = (site / page / "index.html").read_text("utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


# --- links ---------------------------------------------------------------------------------------

NOTATIONS: Mapping[str, str] = {
    "contact.md": "contact/",
    "./contact.md": "contact/",
    "/contact/": "contact/",
    "contact/": "contact/",
    "../contact/": "contact/",
    "/contact": "contact/",
    "contact/index.html": "contact/",
    "contact.md#bellen": "contact/#bellen",
    "/": "",
    "../": "",
    "aanbod/boodschappentaxi/": "aanbod/boodschappentaxi/",
    "../aanbod/boodschappentaxi/": "aanbod/boodschappentaxi/",
    "/aanbod/boodschappentaxi": "aanbod/boodschappentaxi/",
    "/aanbod/": "aanbod/",
    "../mensen/": "mensen/",
    "mens:samira": "mensen/samira/",
    "MENS:samira": "mensen/samira/",
    "dienst:boodschappentaxi": "aanbod/boodschappentaxi/",
    "plek:de-linde": "plek/de-linde/",
    "blog/de-tas.md": "blog/de-tas/",
    "/blog/": "blog/",
    "../mensen/samira/samira.vcf": "mensen/samira/samira.vcf",
    "jaarplan.pdf": "jaarplan.pdf",
    "/jaarplan.pdf": "jaarplan.pdf",
    "www.buren.example/agenda": "https://www.buren.example/agenda",
    "https://buren.example/x": "https://buren.example/x",
    "mailto:a@b.example": "mailto:a@b.example",
    "tel:+31599000100": "tel:+31599000100",
}
CONTACT = "# Contact\n\n## Bellen\n\nBel ons.\n"
SAMIRA = SMALL_HUIS["medewerkers/samira.yml"] + "contact: {telefoon: 0599 000 300}\n"


def a_page_of_links(addresses: Iterator[str]) -> str:
    lines = [f"Zie [woord {n}](<{address}>) hier." for n, address in enumerate(addresses)]
    return "\n\n".join([*lines, "Of [dit][a].\n\n[a]: /aanbod/boodschappentaxi/"]) + "\n"


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = a_page_of_links(iter(NOTATIONS))
    deeper = {a: a.replace("contact.md", "../contact.md").replace("blog/de", "../blog/de")
              for a in NOTATIONS}  # fmt: skip
    deep = a_page_of_links(iter(deeper.values()))
    post = HEAD + text.replace("(<blog/de-tas.md>)", "(<de-tas.md>)").replace(
        "(<jaarplan.pdf>)", "(<../jaarplan.pdf>)"
    )
    over = "".join(f"  {line}\n" for line in text.splitlines())
    config = write(
        tmp_path_factory.mktemp("links"),
        {"over-ons.md": f"# Over ons\n\n{text}", "map/diep.md": f"# Diep\n\n{deep}",
         "contact.md": CONTACT, "blog/de-tas.md": post, "jaarplan.pdf": PDF},
        {"medewerkers/samira.yml": f"{SAMIRA}over: |\n{over}"},
    )  # fmt: skip
    assert [f for f in found_in(config) if f.code[0] == "V"] == []
    return build_site(config, strict=True)


@pytest.mark.parametrize("page", ["over-ons", "map/diep", "blog/de-tas", "mensen/samira"])
def test_a_link_in_every_notation_leads_somewhere(linked: Path, page: str) -> None:
    html = main_of(linked, page)
    here = f"{SITE_URL}{page}/"
    for number, (typed, target) in enumerate(NOTATIONS.items()):
        match = re.search(rf'<a [^>]*?href="([^"]*)"[^>]*>woord {number}<', html)
        assert match, (typed, number)
        whole = urljoin(here, match[1])
        assert whole == (target if ":" in target else SITE_URL + target), typed
    assert "aanbod/boodschappentaxi/" in html.partition("Of <a")[2][:120]


def test_no_link_of_the_whole_site_is_broken(linked: Path) -> None:
    assert find_broken_links(linked, SITE_URL) == []


def test_a_download_in_a_sentence_tells_its_kind_and_size(linked: Path) -> None:
    assert re.search(r">woord 22</a> \(pdf, 240 kB\)", main_of(linked, "over-ons"))


def test_a_link_to_what_is_not_public_keeps_its_words(tmp_path: Path) -> None:
    gone = SMALL_HUIS["diensten/boodschappentaxi.yml"].replace("boodschappen]", "boodschappen]")
    stopped = gone.replace("naam: Boodschappentaxi", "naam: Oude taxi") + "status: gestopt\n"
    config = write(
        tmp_path,
        {"over-ons.md": "# Over\n\nNeem [de oude taxi](/aanbod/oude-taxi/).\n",
         "blog/de-tas.md": HEAD + "Neem [de oude taxi](dienst:oude-taxi).\n"},
        {"diensten/oude-taxi.yml": stopped},
    )  # fmt: skip
    site = build_site(config, strict=True)
    for page in ("over-ons", "blog/de-tas"):
        assert "Neem de oude taxi." in main_of(site, page)
    assert find_broken_links(site, SITE_URL) == []


# --- pictures ------------------------------------------------------------------------------------

PICTURES = """
![Een plein met bomen](plein.jpg "Het plein op dinsdag")

![Een](plein.jpg "Links") ![Twee](staand.jpg "Rechts")

Midden in een zin ![klein](plein.jpg) staat er ook een.

<img src="plein.jpg" alt="Uit HTML">
"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    post = re.sub(r"<img.*\n", "", PICTURES)
    config = write(
        tmp_path_factory.mktemp("beelden"),
        {"over-ons.md": f"# Over ons\n{PICTURES}", "plein.jpg": PHOTO, "staand.jpg": UPRIGHT,
         "map/los.jpg": photo(800, 500), "blog/de-tas.md": HEAD + post.replace("(", "(../"),
         "map/diep.md": "# Diep\n\n![Plein](../plein.jpg)\n\n[De foto](../plein.jpg)\n"},
        {"diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
         + "omschrijving: |\n  ![De bus](bus.jpg \"De bus\")\n"},
    )  # fmt: skip
    (config.parent / "huis/diensten/bus.jpg").write_bytes(PHOTO)
    return build_site(config, strict=True)


@pytest.mark.parametrize("page", ["over-ons", "blog/de-tas"])
def test_pictures_have_sizes_words_and_captions(pictured: Path, page: str) -> None:
    html = main_of(pictured, page)
    assert html.count("<figure") == (4 if page == "over-ons" else 3)
    assert re.findall(r"<figcaption>(.*?)</figcaption>", html) == [
        "Het plein op dinsdag", "Links", "Rechts"
    ]  # fmt: skip
    assert html.count('class="beelden"') == 1
    for tag in re.findall(r"<picture>.*?</picture>", html, re.S):
        assert 'type="image/webp"' in tag
        assert re.search(r'<img [^>]*alt="[^"]+" width="\d+" height="\d+"', tag)
    assert 'alt="Een plein met bomen"' in html
    assert ("Uit HTML" in html) == (page == "over-ons")


def test_a_picture_in_the_text_of_a_service_lies_beside_it(pictured: Path) -> None:
    html = main_of(pictured, "aanbod/boodschappentaxi")
    assert "<figcaption>De bus</figcaption>" in html


def test_no_picture_tells_where_it_was_taken(pictured: Path) -> None:
    pictures = [p for p in pictured.rglob("*") if p.suffix in {".jpg", ".webp", ".png"}]
    assert len(pictures) > 5
    for path in pictures:
        with Image.open(path) as image:
            assert len(image.getexif()) == 0, path
    assert not (pictured / "plein.jpg").exists()  # pages show it in sizes that fit
    assert (pictured / "map/los.jpg").is_file()  # nobody does: as it is seen, and no more


def test_what_was_held_sideways_stands_upright(pictured: Path) -> None:
    html = main_of(pictured, "over-ons")
    match = re.search(r'alt="Twee" width="(\d+)" height="(\d+)"', html)
    assert match
    assert int(match[1]) < int(match[2])


def test_a_link_to_a_picture_leads_to_a_clean_one(pictured: Path) -> None:
    assert re.search(
        r'<a href="\.\./\.\./beelden/[^"]+">De foto</a>', main_of(pictured, "map/diep")
    )
    assert find_broken_links(pictured, SITE_URL) == []


# --- blocks --------------------------------------------------------------------------------------

BLOCKS = """
[Vraag het Samira](mens:samira)

[Kom mee](dienst:boodschappentaxi)

[Hier zitten we](plek:de-linde)

[Ons jaarplan](jaarplan.pdf)

[De film](https://www.youtube.com/watch?v=abcdefghijk)

[De kaart](https://www.openstreetmap.org/?mlat=53.1&mlon=6.9#map=16/53.1/6.9)

[Een andere film](https://vimeo.com/123456789)

> Zij belde echt terug.

| Dag | Kosten |
|---|--:|
| dinsdag | gratis |

??? "Wat kost het?"
    Niets.

    - een
    - twee

Na afloop.
"""
DERDEN = {
    "organisatie.yml": SMALL_HUIS["organisatie.yml"] + "derden: [youtube, openstreetmap]\n",
    "medewerkers/samira.yml": SAMIRA,
}


@pytest.fixture(scope="module")
def blocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages: dict[str, str | bytes] = {"over-ons.md": f"# Over ons\n{BLOCKS}", "jaarplan.pdf": PDF,
             "blog/de-tas.md": HEAD + BLOCKS.replace("(jaarplan", "(../jaarplan")}  # fmt: skip
    long_text = "".join(f"  {line}\n" for line in BLOCKS.splitlines())
    taxi = SMALL_HUIS["diensten/boodschappentaxi.yml"] + f"omschrijving: |\n{long_text}"
    huis = {**DERDEN, "diensten/boodschappentaxi.yml": taxi}
    return build_site(write(tmp_path_factory.mktemp("blokken"), pages, huis), strict=True)


@pytest.mark.parametrize("page", ["over-ons", "blog/de-tas", "aanbod/boodschappentaxi"])
def test_what_stands_alone_on_a_line_becomes_a_block(blocked: Path, page: str) -> None:
    html = main_of(blocked, page)
    person = re.search(r'<aside class="blok blok--mens"[^>]*>.*?</aside>', html, re.S)
    assert person
    assert "Samira El Amrani" in person[0]
    assert 'href="tel:+31599000300"' in person[0]
    assert re.search(r'<aside class="blok blok--dienst"[^>]*>.*?€\u00a03,50 per rit', html, re.S)
    assert re.search(r'<aside class="blok blok--plek"[^>]*>.*?Wijkcentrum De Linde', html, re.S)
    assert re.search(r'class="bijlage".*?Ons jaarplan.*?pdf, 240 kB', html, re.S)
    assert re.search(r"<blockquote>\s*<p>Zij belde echt terug.</p>", html)
    assert re.search(r'<div class="tabel" tabindex="0"><table>.*<th[^>]*>Kosten</th>', html, re.S)
    assert 'style="' not in html
    fold_out = re.search(
        r"<details>\s*<summary>Wat kost het\?</summary>(.*?)</details>", html, re.S
    )
    assert fold_out
    assert re.search(r"<p>Niets.</p>\s*<ul>", fold_out[1])
    assert "<p>Na afloop.</p>" in html


@pytest.mark.parametrize("page", ["over-ons", "blog/de-tas", "aanbod/boodschappentaxi"])
def test_of_others_nothing_is_asked_before_a_click(blocked: Path, page: str) -> None:
    html = (blocked / page / "index.html").read_text("utf-8")
    assert "<iframe" not in html
    frames = re.findall(r'data-frame="([^"]*)"', html)
    assert frames[0] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert frames[1].startswith("https://www.openstreetmap.org/export/embed.html?bbox=6.89")
    assert len(frames) == 2  # the third is not allowed, and stays a link
    assert 'href="https://vimeo.com/123456789"' in html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].endswith(
        "frame-src https://www.youtube-nocookie.com https://www.openstreetmap.org"
    )
    assert 'assets/derden.js" defer' in html


def test_the_page_about_privacy_tells_who_may_look_along(blocked: Path) -> None:
    html = main_of(blocked, "privacy")
    assert "Wij bewaren weinig." in html
    assert "YouTube" in html
    assert "OpenStreetMap" in html
    assert "Vimeo" not in html


def test_without_others_there_is_no_frame_and_no_script(linked: Path) -> None:
    html = (linked / "privacy/index.html").read_text("utf-8")
    assert "frame-src" not in html
    assert "derden.js" not in html
    assert "derden-uitleg" not in html


def test_a_feed_holds_links_and_no_blocks(blocked: Path) -> None:
    feed = json.loads((blocked / "blog/feed.json").read_text("utf-8"))
    (entry,) = feed["items"]
    assert "blok--mens" not in entry["content_html"]
    assert f'<a href="{SITE_URL}mensen/samira/">Vraag het Samira</a>' in entry["content_html"]
    assert "\x1a" not in entry["content_html"]
    assert not re.search(r'(?:href|src)="(?!https?:|mailto:|tel:|#)', entry["content_html"])


def test_a_person_who_left_is_a_link_to_the_farewell(tmp_path: Path) -> None:
    gone = SMALL_HUIS["medewerkers/samira.yml"].replace("Samira El Amrani", "Henk Postma")
    config = write(
        tmp_path,
        {"over-ons.md": "# Over\n\n[Vraag Henk](mens:henk)\n"},
        {"medewerkers/henk.yml": f"{gone}uit_dienst: 2026-10-01\nopvolger: samira\n"},
    )
    html = main_of(build_site(config, strict=True), "over-ons")
    assert "blok--mens" not in html
    assert re.search(r'<a href="\.\./mensen/henk/">Vraag Henk</a>', html)


# --- a page at an address of ours ----------------------------------------------------------------


def test_all_that_was_written_stands_on_the_page_there(tmp_path: Path) -> None:
    config = write(
        tmp_path,
        {"mensen.md": "# Ons team\n\nWij zijn met zijn tweeën.\n",
         "index.md": "# Welkom bij ons\n\nElke donderdag is er soep.\n"},
    )  # fmt: skip
    site = build_site(config)
    for page, words in (("mensen", ("Ons team", "met zijn tweeën")),
                        ("", ("Welkom bij ons", "is er soep"))):  # fmt: skip
        html = main_of(site, page)
        assert html.count("<h1") == 1
        assert all(word in html for word in words)


# --- whatever lies there -------------------------------------------------------------------------


def test_a_document_of_an_office_is_not_published_unless_somebody_leads_to_it(
    tmp_path: Path,
) -> None:
    page = "# Over\n\nVul [het formulier](aanmelden.docx) in.\n"
    files: dict[str, str | bytes] = {
        "over-ons.md": page,
        "aanmelden.docx": b"PK\x03\x04",
        "kladje.docx": b"PK\x03\x04",
        "programma.exe": b"MZ",
        "pagina.html": b"<script>1</script>",
    }
    site = build_site(write(tmp_path, files))
    assert (site / "aanmelden.docx").is_file()
    assert not any(
        (site / name).exists() for name in ("kladje.docx", "programma.exe", "pagina.html")
    )


PIECES = [
    "# Kop\n", "## Kop twee {#anker}\n", "Een zin.\n", "[x](contact.md)", "[x](contact.md#weg)",
    "[x](nergens.md)", "[x](../mensen/samira/)", "[x](/aanbod/)", "[x]()", "![](plein.jpg)",
    "![x](plein.jpg)", "![x](weg.jpg)", "[x](jaarplan.pdf)", "[x](weg.pdf)", "[x](www.a.example)",
    "[x](a.example)", "[x][weg]", "[x]: /contact/\n", "<div>", "</div>", "<iframe src=x>",
    "<img src=", "| a | b |\n|---|---|\n| 1 | 2 |\n", '??? "x"\n    y\n', "!!! note\n    y\n",
    "```\ncode\n", "{{ page.title }}", "{% include 'x' %}", "---\n", "title: x\n",
    "title: a: b\n", "template: x\n", "[TOC]\n", "<script>", "*x", "**", "`", "\\",
    "[mens](mens:samira)", "[m](mens:weg)", "\t- x\n", "1. x\n", "> x\n", "<https://a.example>",
    "a@b.example", "0599 123456", "\u00a9 \u201c", "[[x]]", "[x](javascript:a)", "<!-- ", "-->",
    "[x](../../../etc/passwd)", "&amp; &nbsp; &#x202e;", '<a href="/weg/">x</a>',
]  # fmt: skip
"""What people type, paste and half delete."""


@pytest.mark.parametrize("seed", range(40))
def test_what_is_found_sound_is_built_strictly(
    tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    rng = random.Random(seed)
    pages: dict[str, str | bytes] = {"contact.md": CONTACT}
    for name in ("over-ons.md", "map/diep.md", "mensen.md"):
        count = rng.randrange(1, 9)
        parts = [rng.choice(PIECES) + rng.choice(["", " ", "\n", "\n\n"]) for _ in range(count)]
        pages[name] = "".join(parts)
    pages["blog/de-tas.md"] = HEAD + "".join(rng.choice(PIECES) + "\n\n" for _ in range(3))
    if rng.random() < 0.7:
        pages |= {"plein.jpg": PHOTO, "jaarplan.pdf": PDF}
    config = write(tmp_path, pages)
    findings = found_in(config)
    is_sound = not any(f.severity is Severity.ERROR for f in findings)
    try:
        site = build_site(config, strict=True)
    except Abort:
        assert not is_sound, [f.message for f in findings] + [r.message for r in caplog.records]
    else:
        assert is_sound
        own = [b for b in find_broken_links(site, SITE_URL) if "over-ons" in b or "blog" in b]
        assert own == []
    english = [
        r.message for r in caplog.records if re.search(r"\b(?:contains|found|file)\b", r.message)
    ]
    assert english == []
