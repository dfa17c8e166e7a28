"""The werkboek: what a team sees of its own house; complete, linked, and for nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from hulp.bouwen import WORTEL, draai, eenmaal, inhoud
from hulp.klein_huis import KLEIN_HUIS
from hulp.koppelingen import kapotte_koppelingen
from hulp.server import bediend
from hulp.site import bouw_site, schrijf_organisatie
from hulp.voorvertoning import serveer
from propositie.handboek import bladzijden
from propositie.keuring.ladder import STAPPEN

pytestmark = pytest.mark.xdist_group("werkboek")
BLADEN = [
    "", "bevindingen/", "zes-stappen/", "straks/", "kit/", "handboek/", "handboek/meldingen/",
    "handboek/eerste-uur/", "handboek/soorten/medewerkers/",
]  # fmt: skip


@pytest.fixture(scope="module")
def werkboek(gedeelde_map: Path) -> Path:
    """The demo's werkboek, built once. Read it; never write in it."""
    return eenmaal(
        gedeelde_map / "demo_werkboek",
        lambda doel: draai(
            ["mkdocs", "build", "--strict", "-f", "werkboek.yml", "--site-dir", doel]
        ),
    )


def schrijf_werkboek(
    map_: Path, anders: Mapping[str, str] | None = None, *, adres: bool = True
) -> Path:
    """The small organisation with a werkboek.yml; returns that file."""
    instelling = schrijf_organisatie(map_, anders)
    if not adres:
        tekst = instelling.read_text("utf-8")
        instelling.write_text(tekst.replace(tekst.splitlines()[1] + "\n", ""), "utf-8")
    werkboek = map_ / "werkboek.yml"
    werkboek.write_text(
        "INHERIT: mkdocs.yml\nsite_dir: site_werkboek\nplugins:\n  - material/search\n"
        "  - propositie: {huis: huis, editie: werkboek, op: 2026-11-20}\n",
        "utf-8",
    )
    return werkboek


def test_alle_bladen_zijn_er_en_elke_koppeling_leidt_ergens_heen(werkboek: Path) -> None:
    for adres in [*BLADEN, *(b.adres for b in bladzijden())]:
        assert (werkboek / adres / "index.html").is_file(), adres
    assert kapotte_koppelingen(werkboek, "https://werkboek.invalid/") == []


def test_geen_zoekmachine_mag_erin(werkboek: Path) -> None:
    for pad in werkboek.rglob("*.html"):
        if pad.name != "handtekening.html":  # what goes under a mail is no page
            assert '<meta name="robots" content="noindex' in pad.read_text("utf-8"), pad
    assert (werkboek / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert "canonical" not in (werkboek / "index.html").read_text("utf-8")


def test_de_openbare_paginas_en_vrije_paginas_staan_er_niet_in(werkboek: Path) -> None:
    assert not {"mensen", "voor-wie", "contact", "privacy", "blog"} & {
        p.name for p in werkboek.iterdir()
    }


def test_de_kit_van_iedereen_zit_erin(werkboek: Path) -> None:
    for mens in ("gijs", "samira", "ayse"):
        map_ = werkboek / "kit/mensen" / mens
        assert {f"{mens}.vcf", "index.html", "folder-a4.pdf", "qr.svg", "visitekaartje.pdf"} <= {
            p.name for p in map_.iterdir()
        }
    blad = (werkboek / "kit/index.html").read_text("utf-8")
    assert 'href="../kit/mensen/gijs/index.html">Gijs Hollander</a>' in blad


def test_in_een_voorvertoning_leidt_de_kit_ook_naar_de_openbare_site(tmp_path: Path) -> None:
    """Who prints a card from a preview hands out a code that works."""
    schrijf_werkboek(tmp_path)
    with (
        serveer(tmp_path, "-f", "werkboek.yml") as voor,
        urlopen(f"{voor.adres}kit/mensen/samira/index.html", timeout=10) as antwoord,
    ):
        blad = antwoord.read().decode()
    assert 'href="https://veenrand.example/repo/mensen/samira/"' in blad
    assert "127.0.0.1" not in blad.replace("livereload", "")


def test_zonder_adres_van_de_site_is_er_geen_kit_en_staat_er_waarom(tmp_path: Path) -> None:
    site = bouw_site(schrijf_werkboek(tmp_path, adres=False))
    assert "Er is nog geen kit" in (site / "kit/index.html").read_text("utf-8")
    assert not (site / "kit/mensen").exists()


def test_de_ladder_toont_wat_gezet_is_en_de_volgende_stap(tmp_path: Path, pagina: Page) -> None:
    zonder = KLEIN_HUIS["medewerkers/samira.yml"].split("verrassingen:")[0]
    site = bouw_site(schrijf_werkboek(tmp_path, {"medewerkers/samira.yml": zonder}))
    pagina.goto((site / "zes-stappen/index.html").as_uri())
    expect(pagina.get_by_role("heading", level=2)).to_have_text("Samira El Amrani 5 van de 6")
    treden = pagina.locator("li.sport")
    expect(treden).to_have_count(len(STAPPEN))
    expect(treden.nth(5)).to_contain_text("nog niet")
    expect(treden.nth(5)).to_contain_text("Waarmee verraste Samira een klant?")


def test_een_uitgezette_regel_telt_wel_op_de_ladder(tmp_path: Path) -> None:
    zonder = KLEIN_HUIS["medewerkers/samira.yml"].split("verrassingen:")[0]
    uit = KLEIN_HUIS["organisatie.yml"] + "keuring: {uit: [K35]}\n"
    site = bouw_site(
        schrijf_werkboek(tmp_path, {"medewerkers/samira.yml": zonder, "organisatie.yml": uit})
    )
    assert "5 van de 6" in (site / "zes-stappen/index.html").read_text("utf-8")
    assert "K35" not in (site / "bevindingen/index.html").read_text("utf-8")


def test_elke_bevinding_staat_erin_met_haar_plek_en_uitleg(tmp_path: Path, pagina: Page) -> None:
    oud = KLEIN_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    site = bouw_site(schrijf_werkboek(tmp_path, {"concurrenten/woonwinkel.yml": oud}))
    pagina.goto((site / "bevindingen/index.html").as_uri())
    bevinding = pagina.locator("li.bevinding")
    expect(bevinding.first).to_contain_text("huis/concurrenten/woonwinkel.yml, regel 5")
    expect(bevinding.first.locator("mark")).to_have_text("2019-10-13")
    bevinding.first.get_by_role("link").click()
    assert pagina.url.startswith((site / "handboek/meldingen/index.html").as_uri() + "#k")


def test_wat_eraan_komt_staat_er_met_de_dag(tmp_path: Path) -> None:
    weg = KLEIN_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-12-31\n"
    site = bouw_site(schrijf_werkboek(tmp_path, {"medewerkers/samira.yml": weg}))
    blad = (site / "straks/index.html").read_text("utf-8")
    assert '<th scope="row">1 januari 2027</th>' in blad
    assert "Samira" in blad


def test_wie_weg_is_is_bij_de_volgende_keer_ook_uit_de_kit(tmp_path: Path) -> None:
    bouw_site(schrijf_werkboek(tmp_path))
    assert (tmp_path / "site_werkboek/kit/mensen/samira").is_dir()
    weg = KLEIN_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-01-01\n"
    site = bouw_site(schrijf_werkboek(tmp_path, {"medewerkers/samira.yml": weg}))
    assert not (site / "kit/mensen/samira").exists()


@pytest.mark.parametrize(("schema", "breedte"), [("light", 360), ("dark", 1280)])
def test_axe_vindt_niets(pagina: Page, werkboek: Path, schema: str, breedte: int) -> None:
    pagina.emulate_media(color_scheme="dark" if schema == "dark" else "light")
    pagina.set_viewport_size({"width": breedte, "height": 800})
    axe, gevonden = Axe(), []
    with bediend(werkboek, "/werkboek/") as adres:
        for blad in BLADEN:
            pagina.goto(adres + blad)
            uit = axe.run(pagina, options={"resultTypes": ["violations"]}).response
            gevonden += [
                f"{blad} {v['id']} {v['nodes'][0]['html'][:90]}" for v in uit["violations"]
            ]
        pagina.goto("about:blank")
    assert gevonden == []


def test_het_werkboek_past_op_een_telefoon(pagina: Page, werkboek: Path) -> None:
    pagina.set_viewport_size({"width": 320, "height": 700})
    with bediend(werkboek) as adres:
        for blad in BLADEN:
            pagina.goto(adres + blad)
            breed = pagina.evaluate("document.documentElement.scrollWidth")
            assert breed <= 320, blad
        pagina.goto("about:blank")


def test_het_zoekvak_vindt_in_het_handboek(pagina: Page, werkboek: Path) -> None:
    with bediend(werkboek) as adres:
        pagina.goto(adres)
        pagina.get_by_label("Zoeken in het werkboek").fill("toestemming")
        treffers = pagina.get_by_role("list", name="Gevonden pagina's").get_by_role("link")
        expect(treffers.first).to_be_visible()
        pagina.goto("about:blank")


def test_de_openbare_site_weet_niets_van_het_werkboek(demo_site: Path) -> None:
    for naam, bytes_ in inhoud(demo_site).items():
        assert b"werkboek" not in bytes_.lower(), naam
    assert "werkboek" not in (WORTEL / ".github/workflows/site.yml").read_text("utf-8")
