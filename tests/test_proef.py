"""A trial copy of the site: it opens from a folder, leads everywhere, and says what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from hulp.bouwen import inhoud
from propositie.cli import hoofd
from propositie.proef import ProefFout, bestandsadres, maak_proef


@pytest.mark.parametrize(
    ("adres", "wordt"),
    [
        ("../mensen/", "../mensen/index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../mensen/gijs/#wat", "../mensen/gijs/index.html#wat"),
        ("../hulp-bij/?zoek=x", "../hulp-bij/index.html?zoek=x"),
        ("#inhoud", "#inhoud"),
        ("gijs.vcf", "gijs.vcf"),
        ("tel:+31599000100", "tel:+31599000100"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://elders.example/map/", "https://elders.example/map/"),
        ("//elders.example/", "//elders.example/"),
    ],
)
def test_een_adres_wordt_een_bestand(adres: str, wordt: str) -> None:
    assert bestandsadres(adres) == wordt


@pytest.fixture(scope="module")
def proef(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial copy of the demo."""
    naar = tmp_path_factory.mktemp("proef") / "proef"
    maak_proef(demo_site, naar)
    return naar


def test_elke_koppeling_leidt_naar_een_bestand(proef: Path) -> None:
    mis = []
    for pad in proef.rglob("*.html"):
        for adres in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', pad.read_text("utf-8")):
            if not re.match(r"[a-z]+:|#", adres):
                doel = pad.parent / re.sub(r"[?#].*", "", adres)
                if not doel.is_file():
                    mis.append(f"{pad.relative_to(proef)}: {adres}")
    assert mis == []


def test_met_een_dubbelklik_komt_men_overal(proef: Path, pagina: Page) -> None:
    pagina.goto((proef / "index.html").as_uri())
    expect(pagina.get_by_role("note")).to_contain_text("Dit staat nog niet op de site")
    pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Mensen").click()
    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    pagina.get_by_role("link", name=re.compile("Gijs Hollander")).first.click()
    assert pagina.url == (proef / "mensen/gijs/index.html").as_uri()
    kleur = pagina.evaluate("getComputedStyle(document.body).backgroundColor")
    assert kleur != "rgba(0, 0, 0, 0)"  # the style is there
    assert pagina.evaluate("[...document.images].every(b => b.loading == 'lazy' || b.naturalWidth)")


def test_geen_zoekmachine_bewaart_het(proef: Path) -> None:
    for pad in proef.rglob("*.html"):
        assert '<meta name="robots" content="noindex">' in pad.read_text("utf-8")


def test_wat_er_stond_en_geen_proef_is_blijft(demo_site: Path, tmp_path: Path) -> None:
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk/brief.txt").write_text("Beste mensen", "utf-8")
    voor = inhoud(tmp_path / "werk")
    with pytest.raises(ProefFout, match="staat iets anders"):
        maak_proef(demo_site, tmp_path / "werk")
    assert inhoud(tmp_path / "werk") == voor
    maak_proef(demo_site, tmp_path / "proef")
    (tmp_path / "proef/oud.html").write_text("", "utf-8")
    maak_proef(demo_site, tmp_path / "proef")
    assert not (tmp_path / "proef/oud.html").exists()


def test_zonder_gebouwde_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    uit = CliRunner().invoke(hoofd, ["proef"])
    assert uit.exit_code == 2
    assert "Bouw haar eerst: mkdocs build" in uit.stderr
