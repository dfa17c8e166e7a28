"""What MkDocs does with us: stop in time, stay whole, work with the settings that staff have."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from helpers.build import contents, run
from helpers.search import addresses_in
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.huis import KINDS

BROKEN = {"diensten/boodschappentaxi.yml": "naam: [\n"}


def test_an_error_stops_the_build_and_leaves_the_site_that_stood_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config_file = write_organisatie(tmp_path)
    before = contents(build_site(config_file))
    write_organisatie(tmp_path, BROKEN)
    with pytest.raises(Abort, match="wat er stond, staat er nog"):
        build_site(config_file)
    assert contents(tmp_path / "site") == before
    assert "huis/diensten/boodschappentaxi.yml:" in caplog.text
    assert "fout V02" in caplog.text


def test_the_command_ends_in_1_without_a_traceback(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, BROKEN)
    completed = run(["mkdocs", "build", "-f", config_file], cwd=tmp_path, can_fail=True)
    assert completed.returncode == 1
    assert "fout V02" in completed.stdout
    assert "Traceback" not in completed.stdout
    assert not (tmp_path / "site").exists()


def test_a_visit_that_grew_old_never_keeps_a_strict_build_from_passing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = SMALL_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    caplog.set_level(logging.INFO)
    config_file = write_organisatie(tmp_path, {"concurrenten/woonwinkel.yml": old})
    assert (build_site(config_file, strict=True) / "index.html").exists()
    assert "1 waarschuwing. Wat het zijn, zegt: propositie controleer" in caplog.text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plugins: [search, propositie]", "Haal search weg"),
        ("use_directory_urls: false", "use_directory_urls"),
    ],
)
def test_settings_that_would_break_the_site_are_refused(
    tmp_path: Path, line: str, expected: str
) -> None:
    config_file = write_organisatie(tmp_path)
    text = config_file.read_text("utf-8")
    if line.startswith("plugins"):
        text = text.split("plugins:")[0]
    config_file.write_text(text + line + "\n", "utf-8")
    with pytest.raises(ConfigurationError, match=expected):
        build_site(config_file)


def test_settings_that_still_list_the_search_of_material_build_the_same_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    plain = contents(build_site(write_organisatie(tmp_path / "nu")))
    config_file = write_organisatie(tmp_path / "toen")
    text = config_file.read_text("utf-8")
    config_file.write_text(text.replace("plugins:\n", "plugins:\n  - material/search\n"), "utf-8")
    caplog.set_level(logging.INFO)
    site = contents(build_site(config_file, strict=True))
    assert {n: b for n, b in site.items() if not n.endswith(".gz")} == {
        n: b for n, b in plain.items() if not n.endswith(".gz")
    }
    assert "de regel material/search bij plugins: in mkdocs.yml kunt u weghalen" in caplog.text


@pytest.mark.parametrize("order", ["voor", "na"])
def test_the_search_of_material_may_stand_before_or_after_ours(tmp_path: Path, order: str) -> None:
    config_file = write_organisatie(tmp_path)
    head, plugins = config_file.read_text("utf-8").split("plugins:\n")
    lines = (
        ["  - material/search\n", plugins]
        if order == "voor"
        else [plugins, "  - material/search\n"]
    )
    config_file.write_text(head + "plugins:\n" + "".join(lines), "utf-8")
    assert "mensen/samira/" in addresses_in(build_site(config_file))


def test_a_free_page_at_one_of_our_addresses_adds_its_words(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path)
    (tmp_path / "paginas/contact.md").write_text("# Contact\n\nDe koffie staat klaar.\n", "utf-8")
    page = (build_site(config_file) / "contact/index.html").read_text("utf-8")
    assert "De koffie staat klaar." in page
    assert "0599 000 100" in page
    assert page.count("<h1") == 1


def test_a_free_page_keeps_its_own_look_and_is_in_the_footer(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    assert "Wij bewaren weinig." in (site / "privacy/index.html").read_text("utf-8")
    assert 'href="privacy/">Privacy</a>' in (site / "index.html").read_text("utf-8")


def test_nothing_of_material_is_published(tmp_path: Path) -> None:
    site = build_site(write_organisatie(tmp_path))
    names = {p.name.split(".")[0] for p in (site / "assets").iterdir()}
    assert {name for name in names if not name.startswith("literata-")} == {
        "blog", "cijfers", "keuze", "meedoen", "nu", "over_ons", "stijl", "thuis", "vacatures",
        "verhalen", "wijk", "zoek",
        "zoek_begrip", "zoek_machine", "zoek_woorden",
    }  # fmt: skip
    assert {p.name for p in site.iterdir()} <= {
        *(kind.address for kind in KINDS),
        "404.html", "assets", "beelden", "contact", "data", "deelbeelden", "favicon.ico", "gewoon",
        "iconen", "index.html", "llms.txt", "opdrachtgevers", "privacy", "robots.txt",
        "site.webmanifest", "sitemap.xml", "toegankelijkheid", "zoeken",
    }  # fmt: skip


def test_the_form_of_address_runs_through_the_whole_site(tmp_path: Path) -> None:
    formal = SMALL_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    site = build_site(write_organisatie(tmp_path, {"organisatie.yml": formal}))
    home = (site / "index.html").read_text("utf-8")
    assert "Waar kunnen we u mee helpen?" in home
    person_html = (site / "mensen/samira/index.html").read_text("utf-8")
    assert "Hier vindt u Samira" in person_html


def test_two_builds_of_the_same_house_are_the_same_bytes(tmp_path: Path) -> None:
    one = contents(build_site(write_organisatie(tmp_path / "een")))
    two = contents(build_site(write_organisatie(tmp_path / "twee")))
    assert {n: b for n, b in one.items() if not n.endswith(".gz")} == {
        n: b for n, b in two.items() if not n.endswith(".gz")
    }


def test_serving_watches_the_house_and_writes_nothing_beside_it(tmp_path: Path) -> None:
    """Writing in a watched folder would make the preview build for ever."""
    config_file = write_organisatie(tmp_path)
    before = contents(tmp_path / "paginas") | contents(tmp_path / "huis")
    config = load_config(str(config_file))
    config = config.plugins.on_config(config)
    assert str(tmp_path / "huis") in config.watch
    assert contents(tmp_path / "paginas") | contents(tmp_path / "huis") == before
