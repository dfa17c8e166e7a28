"""What a visitor leaves behind: nothing. A strict policy that holds, and links out that say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from hulp.soorten import ALLE
from propositie.paginas.buiten import merk_buiten

LUISTER = """
window.schendingen = [];
addEventListener("securitypolicyviolation", e =>
  schendingen.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
"""
BEWAARD = "[localStorage.length, sessionStorage.length, document.cookie]"


def test_every_kind_of_page_runs_under_the_policy(pagina: Page, demo_op_adres: str) -> None:
    """And asks nothing of another host, as the `pagina` fixture holds."""
    pagina.add_init_script(LUISTER)
    for adres in ALLE:
        pagina.goto(demo_op_adres + adres)
        if adres in {"", "mensen/gijs/"}:
            pagina.get_by_role("searchbox").fill("brief")
            pagina.locator(".zoek__lijst a").first.wait_for()
        assert pagina.evaluate("schendingen") == [], adres
        assert pagina.evaluate(BEWAARD) == [0, 0, ""], adres
        assert pagina.context.cookies() == [], adres


@pytest.mark.parametrize(
    "poging",
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
    browser: Browser, demo_op_adres: str, poging: str
) -> None:
    """So that the test above does not pass for want of a policy."""
    context = browser.new_context()
    blad = context.new_page()
    blad.add_init_script(LUISTER)
    blad.goto(demo_op_adres)
    blad.evaluate(f"() => {{ {poging} }}")
    blad.wait_for_function("schendingen.length > 0", timeout=3000)
    context.close()


def test_the_policy_allows_nothing_inline(demo_site: Path) -> None:
    for pagina in demo_site.rglob("*.html"):
        html = pagina.read_text("utf-8")
        beleid = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert beleid.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in beleid
        assert " style=" not in html.split("<body")[1], pagina
        assert html.index("Content-Security-Policy") < html.index("<link"), "before what it rules"
        assert '<meta name="referrer" content="same-origin">' in html


def bouw_voorvertoning(instelling: Path) -> Path:
    """Build as `mkdocs serve` does."""
    config = load_config(str(instelling))
    config.plugins.run_event("startup", command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")
    return Path(config.site_dir)


@pytest.mark.parametrize(("bouw", "streng"), [(bouw_site, True), (bouw_voorvertoning, False)])
def test_a_preview_may_reload_itself(
    tmp_path: Path, bouw: Callable[[Path], Path], streng: bool
) -> None:
    """`mkdocs serve` puts an inline script in every page, which the policy would stop."""
    html = (bouw(schrijf_organisatie(tmp_path)) / "index.html").read_text("utf-8")
    assert ("Content-Security-Policy" in html) == streng


def test_a_table_in_a_free_page_keeps_its_columns_without_inline_style(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    tabel = "# Tarieven\n\n| wat | prijs |\n|---|---:|\n| soep | 2,50 |\n"
    (tmp_path / "paginas/tarieven.md").write_text(tabel, "utf-8")
    html = (bouw_site(instelling) / "tarieven/index.html").read_text("utf-8")
    assert '<td class="uitgelijnd-right">2,50</td>' in html
    assert " style=" not in html


# --- links that lead out ----------------------------------------------------------------------

TEKEN = '<span class="buiten"><span class="alleen-hoorbaar"> (elders)</span></span>'


@pytest.mark.parametrize(
    ("html", "wordt"),
    [
        ('<a href="https://a.example/">A</a>',
         f'<a href="https://a.example/" rel="noopener">A{TEKEN}</a>'),
        ("<a class='knop' href='http://a.example'><b>A</b> b</a>",
         f"<a class='knop' href='http://a.example' rel=\"noopener\"><b>A</b> b{TEKEN}</a>"),
        ('<a href="https://a.example" rel="noopener nofollow">A</a>',
         f'<a href="https://a.example" rel="noopener nofollow">A{TEKEN}</a>'),
    ],
)  # fmt: skip
def test_a_link_to_another_site_says_so_once(html: str, wordt: str) -> None:
    assert merk_buiten(html, "https://eigen.example/pad/", "(elders)") == wordt
    assert merk_buiten(wordt, "https://eigen.example/pad/", "(elders)") == wordt


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
    assert merk_buiten(html, "https://eigen.example/pad/", "(elders)") == html


def test_an_address_that_cannot_be_read_is_another_site() -> None:
    assert "buiten" in merk_buiten('<a href="https://[kapot">A</a>', "https://e.example", "(x)")


def test_links_out_say_so_in_bodies_in_markdown_and_in_free_pages(tmp_path: Path) -> None:
    samira = KLEIN_HUIS["medewerkers/samira.yml"].replace(
        "medium: Veenrander,", "medium: Veenrander, url: https://krant.example/tas,"
    )
    instelling = schrijf_organisatie(
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
    site = bouw_site(instelling)
    mens = (site / "mensen/samira/index.html").read_text("utf-8")
    los = (site / "links/index.html").read_text("utf-8")
    contact = (site / "contact/index.html").read_text("utf-8")
    zegt = 'class="alleen-hoorbaar"> (andere website)</span></span></a>'
    for html, woorden in [(mens, "De tas"), (mens, "de kok"), (los, "Elders"), (contact, "Kaart")]:
        assert f'{woorden}<span class="buiten"><span {zegt}' in html
    assert '<a href="https://veenrand.example/repo/">Hier</a>' in los
