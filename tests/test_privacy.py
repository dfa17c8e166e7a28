"""What a visitor leaves behind: nothing. A strict policy that holds, and links out that say so."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from helpers.kinds import ALL_PAGES
from helpers.preview import serve_preview
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.pages.external_links import mark_external

LISTEN = """
window.schendingen = [];
addEventListener("securitypolicyviolation", e =>
  schendingen.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
"""
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


def test_every_kind_of_page_runs_under_the_policy(page: Page, demo_at_address: str) -> None:
    """And asks nothing of another host, as the `page` fixture holds."""
    page.add_init_script(LISTEN)
    for address in ALL_PAGES:
        page.goto(demo_at_address + address)
        if address in {"", "mensen/gijs/"}:
            page.get_by_role("searchbox").fill("brief")
            page.locator(".zoek__lijst a").first.wait_for()
        assert page.evaluate("schendingen") == [], address
        assert page.evaluate(STORED) == [0, 0, ""], address
        assert page.context.cookies() == [], address


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.setAttribute('style', 'color:red')",
        "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
        "document.body.append(Object.assign(new Image(), {src: 'https://elders.example/x.png'}))",
        "fetch('https://elders.example/').catch(() => 0)",
        "document.head.append(Object.assign(document.createElement('base'), {href: '/'}))",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: '/'}))",
    ],
)
def test_the_policy_stops_what_does_not_belong(
    browser: Browser, demo_at_address: str, attempt: str
) -> None:
    """So that the test above does not pass for want of a policy."""
    context = browser.new_context()
    tab = context.new_page()
    tab.add_init_script(LISTEN)
    tab.goto(demo_at_address)
    tab.evaluate(f"() => {{ {attempt} }}")
    tab.wait_for_function("schendingen.length > 0", timeout=3000)
    context.close()


def test_the_policy_allows_nothing_inline(demo_site: Path) -> None:
    for page in demo_site.rglob("*.html"):
        html = page.read_text("utf-8")
        policy = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        assert " style=" not in html.split("<body")[1], page
        assert html.index("Content-Security-Policy") < html.index("<link"), "before what it rules"
        assert '<meta name="referrer" content="same-origin">' in html


def test_a_preview_may_reload_itself(tmp_path: Path) -> None:
    """`mkdocs serve` puts an inline script in every page, which the policy would stop."""
    config_file = write_organisatie(tmp_path)
    built = build_site(config_file)
    with serve_preview(tmp_path) as preview:
        for address in ("", "privacy/"):
            shown = urlopen(preview.address + address).read().decode()
            assert "livereload(" in shown
            assert "Content-Security-Policy" not in shown
            html = (built / address / "index.html").read_text("utf-8")
            assert "Content-Security-Policy" in html


def test_a_table_in_a_free_page_keeps_its_columns_without_inline_style(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    table = "# Tarieven\n\n| wat | prijs |\n|---|---:|\n| soep | 2,50 |\n"
    (tmp_path / "paginas/tarieven.md").write_text(table, "utf-8")
    html = (build_site(config_file) / "tarieven/index.html").read_text("utf-8")
    assert '<td class="uitgelijnd-right">2,50</td>' in html
    assert " style=" not in html


# --- links that lead out ----------------------------------------------------------------------

MARKER = '<span class="buiten"><span class="alleen-hoorbaar"> (elders)</span></span>'


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ('<a href="https://a.example/">A</a>',
         f'<a href="https://a.example/" rel="noopener">A{MARKER}</a>'),
        ("<a class='knop' href='http://a.example'><b>A</b> b</a>",
         f"<a class='knop' href='http://a.example' rel=\"noopener\"><b>A</b> b{MARKER}</a>"),
        ('<a href="https://a.example" rel="noopener nofollow">A</a>',
         f'<a href="https://a.example" rel="noopener nofollow">A{MARKER}</a>'),
    ],
)  # fmt: skip
def test_a_link_to_another_site_says_so_once(html: str, after: str) -> None:
    assert mark_external(html, "https://eigen.example/pad/", "(elders)") == after
    assert mark_external(after, "https://eigen.example/pad/", "(elders)") == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://eigen.example/iets/">A</a>',
        '<a href="../mensen/">A</a> <a href="tel:+31599000100">B</a> <a href="mailto:a@b.nl">C</a>',
        '<img src="https://a.example/x.png">',
        '<a href="https://[kapot">A</a> http'.replace("https://[kapot", "iets"),
        "http <a>",
    ],
)
def test_our_own_pages_numbers_and_addresses_stay_as_they_are(html: str) -> None:
    assert mark_external(html, "https://eigen.example/pad/", "(elders)") == html


def test_an_address_that_cannot_be_read_is_another_site() -> None:
    assert "buiten" in mark_external('<a href="https://[kapot">A</a>', "https://e.example", "(x)")


def test_links_out_say_so_in_bodies_in_markdown_and_in_free_pages(tmp_path: Path) -> None:
    samira = SMALL_HUIS["medewerkers/samira.yml"].replace(
        "medium: Veenrander,", "medium: Veenrander, url: https://krant.example/tas,"
    )
    config_file = write_organisatie(
        tmp_path,
        {"medewerkers/samira.yml": f"{samira}over: Zie [de kok](https://kok.example/) hier.\n"},
    )
    (tmp_path / "paginas/links.md").write_text(
        "# Links\n\n[Elders](https://elders.example/) [Hier](https://veenrand.example/repo/)\n",
        "utf-8",
    )
    (tmp_path / "paginas/contact.md").write_text(
        "# Contact\n\n[Kaart](https://kaart.example/)\n", "utf-8"
    )
    site = build_site(config_file)
    person_html = (site / "mensen/samira/index.html").read_text("utf-8")
    loose = (site / "links/index.html").read_text("utf-8")
    contact = (site / "contact/index.html").read_text("utf-8")
    mark = 'class="alleen-hoorbaar"> (andere website)</span></span></a>'
    for html, words in [
        (person_html, "De tas"),
        (person_html, "de kok"),
        (loose, "Elders"),
        (contact, "Kaart"),
    ]:
        assert f'{words}<span class="buiten"><span {mark}' in html
    assert '<a href="https://veenrand.example/repo/" rel="noopener">Hier</a>' in loose
