"""What people paste from Word, a mail, a web page, WhatsApp or a PDF: on the page it is what it
was, or a message says what to do. Each is tried as a free page and as a post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from markupsafe import Markup

from helpers.build import DAY
from helpers.site import build_site, write_organisatie
from propositie.finding import Severity
from propositie.huis.as_meant import as_meant
from propositie.inspection import inspect


@dataclass(frozen=True, slots=True)
class Pasted:
    """Something pasted, and what has to be on the page; a code when a message is right instead."""

    text: str
    shown: tuple[str, ...] = ()
    """Patterns in the HTML of both pages."""
    page_only: tuple[str, ...] = ()
    """Patterns where HTML counts: on the free page."""
    code: str = ""
    """The finding about the post, in which HTML is shown as it stands."""


LONG = (
    "In het wijkcentrum is elke dinsdag een inloop voor mensen die\n"
    "even willen praten over post die zij niet begrijpen. De koffie\n"
    "staat klaar en u hoeft geen afspraak te maken."
)
PASTED = {
    # from Word
    "smart quotes": Pasted("Zij zei: “Kom ’s avonds maar.”", ("“Kom ’s avonds maar.”",)),
    "bullets with tabs": Pasted("Neem mee:\n•\tbrood\n•\tkaas", ("<li>brood</li>", "<li>kaas")),
    "small bullets": Pasted("Mee:\n· brood\n· kaas", ("<li>brood</li>", "<li>kaas")),
    "bullets of Wingdings": Pasted("\uf0b7\tbrood\n\uf0b7\tkaas", ("<li>brood</li>",)),
    "bullets in bullets": Pasted("•\tfruit\no\tappel\no\tpeer", ("<li>fruit.?<ul>", "<li>peer")),
    "numbers with brackets": Pasted("1) bel\n2) kom", ("<ol>", "<li>bel</li>", "<li>kom")),
    "numbers with tabs": Pasted("1.\tbel\n2.\tkom", ("<ol>", "<li>bel</li>")),
    "numbers that go on": Pasted("3. bel\n4. kom", (r"3\. bel|start=.3", "kom")),
    "an indent of the first line": Pasted("\tHet begon in 1974.\n\nToen kwam de bus.",
                                          ("<p>Het begon in 1974.</p>",)),
    "an indented paragraph": Pasted("Zo:\n\n    Kom gerust langs.\n\nTot dan.",
                                    ("<p>Kom gerust langs.</p>",)),
    "an indent of hard spaces": Pasted("\u00a0\u00a0\u00a0\u00a0\u00a0Kom langs.",
                                       ("<p>Kom langs.</p>",)),
    "a table with tabs": Pasted("Dag\tTijd\nMaandag\t9.00\nDinsdag\t10.00",
                                ("<th>Dag</th>", "<td>Dinsdag</td>", "<td>10.00</td>")),
    "soft hyphens": Pasted("vrijwilligers\u00adwerk in de wijk", ("vrijwilligerswerk in",)),
    "spaces without width": Pasted("wel\u200bzijn\u2060 samen", ("welzijn samen",)),
    "hard spaces": Pasted("om 9\u00a0uur", ("om 9(?:\u00a0|&nbsp;)uur",)),
    "marks of Office": Pasted("Kom langs.<o:p></o:p>", ("Kom langs.",)),
    "a heading in capitals": Pasted("WAT WIJ DOEN\n\nWij helpen.", ("<p>WAT WIJ DOEN</p>",)),
    "a heading in bold": Pasted("**Wat wij doen**\n\nWij helpen.",
                                ("<strong>Wat wij doen</strong>",)),
    "footnotes": Pasted("Dat zegt het CBS.[1]\n\n[1] CBS, 2025.", (r"CBS\.\[1\]", r"\[1\] CBS")),
    # from a mail
    "a quoted mail": Pasted("> Hoe laat?\n> Om negen uur.", ("<blockquote>", "Om negen uur.")),
    "a signature": Pasted("Groeten,\nNel\n-- \nWelzijn Veenrand", ("Nel</p>", "Welzijn Veenrand")),
    "lines of equals signs": Pasted("Tot ziens.\n==========\nVolgende", ("<p>Tot ziens.</p>",)),
    "an underlined heading": Pasted("Nieuws uit de wijk\n==================\nDe bus rijdt.",
                                    ("Nieuws uit de wijk</h", "<p>De bus rijdt.</p>")),
    "lines of tildes": Pasted("Een zin.\n~~~~~~\nNog een zin.", ("<p>Nog een zin.</p>",)),
    "lines of one width": Pasted(LONG, ("mensen die even willen praten over post",)),
    "an address": Pasted("De Linde\nLindelaan 1\n9999 AA Veenrand",
                         ("De Linde<br ?/?>\\s*Lindelaan 1<br ?/?>\\s*9999 AA",)),
    "a number to call": Pasted("Bel 0599 000 203.", ('href="tel:(?:0|\\+31)599000203"',)),
    "underscores in an address": Pasted("Zie https://x.example/_a_/b_c.",
                                        ('href="https://x.example/_a_/b_c"',)),
    "underscores in a mail address": Pasted("Mail an_de_vries@x.example.",
                                            ('href="mailto:an_de_vries@x.example"',)),
    "a link with a tail": Pasted("Zie https://x.example/?utm_source=mail&utm_id=3.",
                                 ("utm_source=mail&amp;utm_id=3",)),
    # from a web page
    "a name in angle brackets": Pasted("Beste <naam>, vul <uw adres> in.",
                                       ("Beste &lt;naam&gt;, vul &lt;uw adres&gt; in",)),
    "paragraphs with style": Pasted('<p style="color:red">Kom <b>langs</b>.</p>',
                                    page_only=("<p>Kom <b>langs</b>.</p>",), code="K75"),
    "hard spaces in HTML": Pasted("Kom&nbsp;langs.", ("Kom(?:\u00a0|&nbsp;)langs.",)),
    "a box to tick": Pasted("[ ] Ja\n[ ] Nee", (r"\[ \] Ja<br", r"\[ \] Nee")),
    # from WhatsApp
    "a hashtag": Pasted("#samen in de wijk", ("<p>#samen in de wijk</p>",)),
    "emoji": Pasted("Tot dinsdag! 👋🏽", ("Tot dinsdag! 👋🏽",)),
    "dashes without a space": Pasted("-koffie\n-thee", ("<li>koffie</li>", "<li>thee")),
    "stars around words": Pasted("*Let op:* het is vol.", ("<em>Let op:</em>",)),
    "who said it when": Pasted("[12:03, 1-10-2026] Jan: kom je?", (r"\[12:03, 1-10-2026\] Jan",)),
    # from a PDF, and by hand
    "a year and a point": Pasted("Toen.\n\n1974. Het jaar van de bus.", ("<p>1974. Het jaar",)),
    "a heading without a space": Pasted("##Wat wij doen\n\nWij helpen.", ("Wat wij doen</h",)),
    "a list without a line before it": Pasted("Neem mee:\n- brood\n- kaas", ("<li>brood</li>",)),
    "a fence without an end": Pasted("```\nKom langs.\n\nTot dan.", ("<p>Tot dan.</p>",)),
    "a sum with stars": Pasted("Dat is 2 * 3 * 4 euro.", (r"2 \* 3 \* 4 euro",)),
    "a part of a list in two paragraphs": Pasted("- een\n\n    bij een\n\n- twee",
                                                 ("<p>bij een</p>", "twee")),
}  # fmt: skip
HEAD = "---\ntitel: Stuk {}\ndatum: 2026-10-01\nauteur: samira\n---\n"
IDS = {name: f"geval-{number}" for number, name in enumerate(PASTED)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An organisation with all of it, each as a page and as a post."""
    config = write_organisatie(tmp_path_factory.mktemp("geplakt"))
    blog = config.parent / "paginas/blog"
    blog.mkdir()
    for name, pasted in PASTED.items():
        page = config.parent / "paginas" / f"{IDS[name]}.md"
        page.write_text(f"---\ntitel: Geval\n---\n\n{pasted.text}\n", "utf-8")
        post = blog / f"{IDS[name]}.md"
        post.write_text(f"{HEAD.format(IDS[name])}\n{pasted.text}\n", "utf-8")
    return config.parent


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return build_site(folder / "mkdocs.yml", strict=True)


def _words(site: Path, address: str) -> str:
    html = (site / address / "index.html").read_text("utf-8")
    main = html.partition("<main")[2].partition("</main>")[0]
    return main.replace("\n", " ")


@pytest.mark.parametrize("name", PASTED)
def test_it_is_read_as_it_was_meant(site: Path, name: str) -> None:
    pasted = PASTED[name]
    page, post = (_words(site, f"{where}{IDS[name]}") for where in ("", "blog/"))
    for html in (page, post):
        for pattern in pasted.shown:
            assert re.search(pattern, html), (pattern, html[:3000])
        assert "<pre" not in html
        assert "<code" not in html
    for pattern in pasted.page_only:
        assert re.search(pattern, page), (pattern, page[:3000])


@pytest.mark.parametrize("name", PASTED)
def test_no_word_is_lost(site: Path, name: str) -> None:
    """Every run of letters and digits that was pasted stands on both pages, in its order."""
    bare = PASTED[name].text.translate(dict.fromkeys((0xAD, 0x200B, 0xFEFF)))
    bare = re.sub(r"</?(?:o:p|p|b)\b[^<>]*>|&nbsp;|^o\t|^\d[.)]", " ", bare, flags=re.M)
    for where in ("", "blog/"):
        text = Markup(_words(site, f"{where}{IDS[name]}").replace("\u00ad", "")).striptags()
        for word in re.findall(r"\w+", bare):
            assert word.strip("_") in text, word


def test_nothing_of_it_stops_the_build_and_html_in_a_post_is_told(folder: Path) -> None:
    found = inspect(folder / "huis", DAY).findings
    assert [f.message for f in found if f.severity is Severity.ERROR] == []
    for name, pasted in PASTED.items():
        file = f"paginas/blog/{IDS[name]}.md"
        codes = {f.code for f in found if f.location and f.location.file.endswith(file)}
        assert not pasted.code or pasted.code in codes, name


def test_a_picture_in_the_text_itself_is_refused_with_the_way_out(folder: Path) -> None:
    page = folder / "paginas/plaatje.md"
    page.write_text("# Foto\n\n![De bus](data:image/png;base64,iVBORw0KGgo=)\n", "utf-8")
    try:
        [told] = [
            f
            for f in inspect(folder / "huis", DAY).findings
            if f.location and f.location.file.endswith("plaatje.md") and f.code[0] == "V"
        ]
    finally:
        page.unlink()
    assert 'die met "data:" begint, mag hier niet' in told.message


@pytest.mark.parametrize(
    "text",
    ["Gewoon een zin.", "# Kop\n\nTekst met *nadruk*.\n\n- een\n- twee\n\n1. een\n2. twee",
     "```\n    code blijft\n\tcode\n```", "Zie [hier](https://x.example/a_b_c) of <https://x.nl>.",
     '??? "Vraag"\n    Antwoord.\n\n    Nog een alinea.'],
)  # fmt: skip
def test_what_was_typed_for_here_stays_to_the_byte(text: str) -> None:
    assert as_meant(text) == text
    assert as_meant(as_meant(text, keeps_html=True), keeps_html=True) == as_meant(
        text, keeps_html=True
    )
