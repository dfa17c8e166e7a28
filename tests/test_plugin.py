"""What MkDocs does with us: stop in time, stay whole, work with the settings that staff have."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from hulp.bouwen import draai, inhoud
from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie

STUK = {"diensten/boodschappentaxi.yml": "naam: [\n"}


def test_a_fout_stops_the_build_and_leaves_the_site_that_stood_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    instelling = schrijf_organisatie(tmp_path)
    voor = inhoud(bouw_site(instelling))
    schrijf_organisatie(tmp_path, STUK)
    with pytest.raises(Abort, match="wat er stond, staat er nog"):
        bouw_site(instelling)
    assert inhoud(tmp_path / "site") == voor
    assert "huis/diensten/boodschappentaxi.yml:" in caplog.text
    assert "fout V02" in caplog.text


def test_the_command_ends_in_1_without_a_traceback(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path, STUK)
    klaar = draai(["mkdocs", "build", "-f", instelling], cwd=tmp_path, mag_mislukken=True)
    assert klaar.returncode == 1
    assert "fout V02" in klaar.stdout
    assert "Traceback" not in klaar.stdout
    assert not (tmp_path / "site").exists()


def test_a_visit_that_grew_old_never_keeps_a_strict_build_from_passing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    oud = KLEIN_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    caplog.set_level(logging.INFO)
    instelling = schrijf_organisatie(tmp_path, {"concurrenten/woonwinkel.yml": oud})
    assert (bouw_site(instelling, strict=True) / "index.html").exists()
    assert "waarschuwing K1" in caplog.text


@pytest.mark.parametrize(
    ("regel", "zegt"),
    [
        ("plugins: [search, propositie]", "material/search in plaats van search"),
        ("use_directory_urls: false", "use_directory_urls"),
    ],
)
def test_settings_that_would_break_the_site_are_refused(
    tmp_path: Path, regel: str, zegt: str
) -> None:
    instelling = schrijf_organisatie(tmp_path)
    tekst = instelling.read_text("utf-8")
    if regel.startswith("plugins"):
        tekst = tekst.split("plugins:")[0]
    instelling.write_text(tekst + regel + "\n", "utf-8")
    with pytest.raises(ConfigurationError, match=zegt):
        bouw_site(instelling)


def test_without_search_there_is_no_search_box(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    instelling.write_text(
        instelling.read_text("utf-8").replace("  - material/search\n", ""), "utf-8"
    )
    assert 'role="search"' not in (bouw_site(instelling) / "index.html").read_text("utf-8")


def test_a_free_page_at_one_of_our_addresses_adds_its_words(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path)
    (tmp_path / "paginas/contact.md").write_text("# Contact\n\nDe koffie staat klaar.\n", "utf-8")
    pagina = (bouw_site(instelling) / "contact/index.html").read_text("utf-8")
    assert "De koffie staat klaar." in pagina
    assert "0599 000 100" in pagina
    assert pagina.count("<h1") == 1


def test_a_free_page_keeps_its_own_look_and_is_in_the_footer(tmp_path: Path) -> None:
    site = bouw_site(schrijf_organisatie(tmp_path))
    assert "Wij bewaren weinig." in (site / "privacy/index.html").read_text("utf-8")
    assert 'href="privacy/">Privacy</a>' in (site / "index.html").read_text("utf-8")


def test_nothing_of_material_is_published(tmp_path: Path) -> None:
    site = bouw_site(schrijf_organisatie(tmp_path))
    assert sorted(p.name.split(".")[0] for p in (site / "assets").iterdir()) == ["stijl", "zoek"]
    assert {p.name for p in site.iterdir()} <= {
        "404.html", "aanbod", "assets", "beelden", "blog", "contact", "deelbeelden", "favicon.ico",
        "hulp-bij", "iconen", "index.html", "llms.txt", "mensen", "opdrachtgevers", "privacy",
        "robots.txt", "search", "site.webmanifest", "sitemap.xml", "sitemap.xml.gz",
        "toegankelijkheid", "voor-wie", "waarom-wij",
    }  # fmt: skip


def test_the_form_of_address_runs_through_the_whole_site(tmp_path: Path) -> None:
    deftig = KLEIN_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    site = bouw_site(schrijf_organisatie(tmp_path, {"organisatie.yml": deftig}))
    home = (site / "index.html").read_text("utf-8")
    assert "Waar zoekt u hulp bij?" in home
    assert "Waar zit u mee?" in home
    mens = (site / "mensen/samira/index.html").read_text("utf-8")
    assert "Hier vindt u Samira" in mens


def test_two_builds_of_the_same_house_are_the_same_bytes(tmp_path: Path) -> None:
    een = inhoud(bouw_site(schrijf_organisatie(tmp_path / "een")))
    twee = inhoud(bouw_site(schrijf_organisatie(tmp_path / "twee")))
    assert {n: b for n, b in een.items() if not n.endswith(".gz")} == {
        n: b for n, b in twee.items() if not n.endswith(".gz")
    }


def test_serving_watches_the_house_and_writes_nothing_beside_it(tmp_path: Path) -> None:
    """Writing in a watched folder would make the preview build for ever."""
    instelling = schrijf_organisatie(tmp_path)
    voor = inhoud(tmp_path / "paginas") | inhoud(tmp_path / "huis")
    config = load_config(str(instelling))
    config = config.plugins.on_config(config)
    assert str(tmp_path / "huis") in config.watch
    assert inhoud(tmp_path / "paginas") | inhoud(tmp_path / "huis") == voor
