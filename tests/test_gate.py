"""The last look at a site: nothing internal in it, and every link leads somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from mkdocs.exceptions import Abort

from helpers.build import contents
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.edition import public_huis
from propositie.gate import GateMemory, OpenTexts, Secret, check_site, secrets_of
from propositie.gate.leaks import LeakSearch
from propositie.inspection import inspect

PARTNER = SMALL_HUIS["partners/dorpswinkel.yml"] + (
    "afspraken:\n  - wat: Elke maandag bellen wij over de café's en de routes van die week.\n"
)
BEA = """\
naam: Bea Bruinsma
functie: kok
belofte: Ik kook.
boegbeeld_van: [ouderen]
te_vinden: [{locatie: de-linde, wanneer: dinsdag}]
deskundig_in: [Soep]
contact: {telefoon: 0599 009 876, email: bea.bruinsma@veenrand.example}
in_dienst: 2020-01-01
uit_dienst: 2026-10-31
opvolger: samira
"""


def secrets_in(folder: Path, **overrides: str) -> Sequence[Secret]:
    """The secrets of the small house with these files."""
    write_huis(folder, {name.replace("__", "/") + ".yml": text for name, text in overrides.items()})
    day = date(2026, 11, 20)
    huis = inspect(folder, day).huis
    assert huis is not None
    public = public_huis(huis, day)
    open_texts = OpenTexts(public)
    return [secret for secret in secrets_of(huis, public) if not open_texts.has(secret)]


AFSPRAAK = "Elke maandag bellen wij over de café's en de routes van die week."


@pytest.mark.parametrize(
    "form",
    [
        AFSPRAAK,
        AFSPRAAK.upper(),
        AFSPRAAK.replace(" ", "\n      "),
        AFSPRAAK.replace("'", "&#39;").replace("é", "&#233;"),
        AFSPRAAK.replace("é", "\\u00e9"),
        quote(AFSPRAAK),
        AFSPRAAK.replace(" bellen", " <em>bellen</em>"),
        f'<meta content="{AFSPRAAK}">',
    ],
)
def test_an_internal_text_is_found_in_every_form(tmp_path: Path, form: str) -> None:
    search = LeakSearch(secrets_in(tmp_path, partners__dorpswinkel=PARTNER))
    found = list(search.find(f"<p>Iets ervoor. {form} Iets erna.</p>".encode()))
    assert found
    assert found[0].thing == ("partners", "dorpswinkel")
    assert found[0].field == "afspraken.0.wat"


@pytest.mark.parametrize(
    "form",
    ["0599 009 876", "0599-009876", "+31 599 009876", "tel:+31599009876", "0599&nbsp;009876"],
)
def test_the_number_of_who_left_is_found_however_it_is_written(tmp_path: Path, form: str) -> None:
    search = LeakSearch(secrets_in(tmp_path, medewerkers__bea=BEA))
    assert [s.field for s in search.find(f'<a href="{form}">bel</a>'.encode())] == [
        "contact.telefoon"
    ]


def test_so_is_the_address_of_who_left(tmp_path: Path) -> None:
    search = LeakSearch(secrets_in(tmp_path, medewerkers__bea=BEA))
    found = [s.field for s in search.find(b"mail bea.bruinsma@veenrand.example")]
    assert found == ["contact.email"]


def test_what_is_public_elsewhere_or_too_short_is_no_secret(tmp_path: Path) -> None:
    public = "Een busje haalt je op en brengt je weer thuis."
    partner = PARTNER.replace(AFSPRAAK, public)
    secrets = secrets_in(tmp_path, partners__dorpswinkel=partner)
    assert not [s for s in secrets if s.field == "afspraken.0.wat"]
    short = secrets_in(tmp_path, partners__dorpswinkel=PARTNER.replace(AFSPRAAK, "Kort goed"))
    assert not [s for s in short if s.field == "afspraken.0.wat"]


def test_the_demo_has_secrets_and_none_is_in_its_site(demo_folder: Path, demo_site: Path) -> None:
    day = date(2026, 11, 20)
    huis = inspect(demo_folder / "site_src/huis", day).huis
    assert huis is not None
    public = public_huis(huis, day)
    secrets = secrets_of(huis, public)
    assert len(secrets) > 100
    checked, _ = check_site(
        demo_site, contents(demo_site).keys(), secrets, OpenTexts(public), "/site/"
    )
    assert checked.leaks == []
    assert checked.broken == []


# --- in a build ---------------------------------------------------------------------------------


def test_a_leak_stops_the_build_and_names_file_and_field(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, {"partners/dorpswinkel.yml": PARTNER})
    before = contents(build_site(config_file))
    (tmp_path / "paginas/plannen.md").write_text(f"# Plannen\n\n{AFSPRAAK}\n", "utf-8")
    with pytest.raises(Abort) as raised:
        build_site(config_file)
    told = str(raised.value)
    assert "In plannen/index.html staat iets dat intern is" in told
    assert "huis/partners/dorpswinkel.yml (afspraken.0.wat)" in told
    assert "wat er stond, staat er nog" in told
    assert AFSPRAAK not in told
    assert contents(tmp_path / "site") == before
    assert {p.name for p in tmp_path.iterdir()} == {
        "mkdocs.yml", "huis", "paginas", "site", ".cache",
    }  # fmt: skip


def test_what_becomes_internal_is_looked_for_in_what_was_kept(tmp_path: Path) -> None:
    """A page that did not change is searched again when there is another secret."""
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/plannen.md").write_text(f"# Plannen\n\n{AFSPRAAK}\n", "utf-8")
    build_site(config_file)
    (tmp_path / "huis/partners/dorpswinkel.yml").write_text(PARTNER, "utf-8")
    with pytest.raises(Abort, match=r"plannen/index\.html"):
        build_site(config_file)


def test_a_dead_link_of_staff_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config_file = write_organisatie(tmp_path)
    page = "# Privacy\n\nEen [plek](../mensen/samira/#nergens).\n"
    (tmp_path / "paginas/privacy.md").write_text(page, "utf-8")
    with caplog.at_level("INFO"):
        build_site(config_file, strict=True)
    told = caplog.text
    where = "mensen/samira/index.html#nergens"
    assert f'Op privacy/index.html staat een link naar "{where}"' in told


def test_a_dead_link_of_ours_stops_the_build(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "eigen").mkdir()
    template = (
        '{% extends "base.html" %}{% block extrahead %}<link href="/repo/weg.css">{% endblock %}'
    )
    (tmp_path / "eigen/main.html").write_text(template, "utf-8")
    text = config_file.read_text("utf-8").replace(
        "{name: propositie}", "{name: propositie, custom_dir: eigen}"
    )
    config_file.write_text(text, "utf-8")
    with pytest.raises(Abort, match=r'link naar "weg\.css"'):
        build_site(config_file)


# --- what is remembered -------------------------------------------------------------------------


def write_pages(folder: Path, **pages: str) -> set[str]:
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {f"{name}.html" for name in pages}


def test_what_did_not_change_is_looked_at_again_when_its_target_goes(tmp_path: Path) -> None:
    files = write_pages(tmp_path, a='<a href="b.html">', b='<p id="x">', c='<a href="b.html#x">')
    checked, memory = check_site(tmp_path, files, (), None, "/")
    assert checked.broken == []
    memory = GateMemory.from_json(memory.to_json())
    write_pages(tmp_path, b="<p>")
    checked, _ = check_site(tmp_path, files, (), None, "/", {"a.html", "c.html"}, memory)
    assert [(b.page, b.target) for b in checked.broken] == [("c.html", "b.html#x")]
    checked, _ = check_site(
        tmp_path, files - {"b.html"}, (), None, "/", {"a.html", "c.html"}, memory
    )
    assert {(b.page, b.target) for b in checked.broken} >= {("a.html", "b.html")}


@pytest.mark.parametrize(
    ("link", "is_there"),
    [
        ("", True), ("#x", True), ("#niet", False), (".", True), ("./", True), ("b/", True),
        ("b", True), ("c/", False), ("/repo/b/", True), ("/b/", True), ("//elders/x", True),
        ("https://elders/x", True), ("mailto:a@b.example", True), ("b/?q=1", True),
        ("b%2F", True), ("&#98;/", True), ("../weg", False), ("#top", True),
    ],
)  # fmt: skip
def test_links_are_followed_as_a_browser_does(tmp_path: Path, link: str, is_there: bool) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text("b", "utf-8")
    (tmp_path / "index.html").write_text(f'<p id="x"><a href="{link}">', "utf-8")
    checked, _ = check_site(tmp_path, {"index.html", "b/index.html"}, (), None, "/repo/")
    assert (checked.broken == []) == is_there
