"""Publishing: the workflow's own commands, on a clean copy, served under a subpath.

GitHub's part (asking the address, uploading, deploying) cannot run here; what these tests hold
is everything around it: what is built, from what, with which rights, and what is handed over.
"""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from hulp.bouwen import WORTEL, draai, inhoud, schone_kopie, schone_omgeving
from hulp.koppelingen import eigen_adressen, kapotte_koppelingen
from hulp.server import bediend

ADRES_VAN_PAGES = "https://welzijn.example/repo"
"""What `configure-pages` answers for a project page: no slash at the end."""

VERSLAG = "samenvatting.md"
"""The file in which GitHub looks for what to show on the page of a run."""

pytestmark = pytest.mark.xdist_group("publicatie")


def lees_workflow(naam: str) -> dict[str, Any]:
    """A workflow with every value as the text that was written (`on` stays `on`)."""
    tekst = (WORTEL / ".github" / "workflows" / naam).read_text("utf-8")
    gelezen: dict[str, Any] = yaml.load(tekst, Loader=yaml.BaseLoader)
    return gelezen


WORKFLOW = lees_workflow("site.yml")
BOUW = WORKFLOW["jobs"]["bouw"]
PUBLICEER = WORKFLOW["jobs"]["publiceer"]


def stappen(gebeurtenis: str) -> list[dict[str, Any]]:
    """The steps of the build job that are carried out on an event."""
    voorwaarden = {
        "github.event_name == 'pull_request'": gebeurtenis == "pull_request",
        "github.event_name != 'pull_request'": gebeurtenis != "pull_request",
    }
    return [s for s in BOUW["steps"] if "if" not in s or voorwaarden[s["if"]]]


def acties(gebeurtenis: str) -> list[str]:
    """The names of the actions that are used on an event, without owner and commit."""
    gebruikt = [s["uses"] for s in stappen(gebeurtenis) if "uses" in s]
    return [re.sub(r"^actions/|@.*", "", actie) for actie in gebruikt]


def opdrachten(gebeurtenis: str) -> list[tuple[str, dict[str, str]]]:
    """The commands of the build job on an event, each with its environment filled in."""
    bekend = {"${{ steps.pages.outputs.base_url }}": ADRES_VAN_PAGES}
    return [
        (s["run"], {naam: bekend[waarde] for naam, waarde in s.get("env", {}).items()})
        for s in stappen(gebeurtenis)
        if "run" in s
    ]


def draai_workflow(gebeurtenis: str, werkmap: Path) -> Path:
    """Run the build job's commands in a clean copy of the tree; return the copy.

    The packages of the lock are there already (`.venv-wiel` was made from it), so that line of
    the install step is left out; all else runs as GitHub runs it, without an index.
    """
    kopie = schone_kopie(werkmap / "kopie")
    bin_map = schone_omgeving(werkmap / "omgeving")
    for opdracht, extra in opdrachten(gebeurtenis):
        regels = [r for r in opdracht.splitlines() if "--require-hashes" not in r]
        draai(
            ["bash", "-e", "-o", "pipefail", "-c", "\n".join(regels)],
            cwd=kopie,
            bin_map=bin_map,
            extra=extra
            | {"PIP_NO_INDEX": "1", "CI": "true", "GITHUB_STEP_SUMMARY": str(werkmap / VERSLAG)},
        )
    return kopie


@pytest.fixture(scope="module")
def gepubliceerd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean copy after the commands that a push to main runs."""
    return draai_workflow("push", tmp_path_factory.mktemp("push"))


def map_die_wordt_geplaatst() -> str:
    """The folder that the workflow hands to Pages."""
    [stap] = [s for s in BOUW["steps"] if "upload-pages-artifact" in s.get("uses", "")]
    pad: str = stap["with"]["path"]
    return pad


def test_installeert_zoals_make_site_het_doet() -> None:
    [installeren] = [s["run"] for s in BOUW["steps"] if s.get("name") == "Installeren"]
    makefile = (WORTEL / "Makefile").read_text("utf-8")
    recept = re.search(r"^\$\(VENV\)/\.vereisten:.*\n((?:\t.*\n)+)", makefile, re.M)
    assert recept is not None
    van_make = [
        regel.split("pip install ")[1].replace("$(PIP_STIL) ", "")
        for regel in recept[1].splitlines()
        if "pip install" in regel
    ]
    van_workflow = [regel.split("pip install ")[1] for regel in installeren.splitlines()]
    assert van_workflow == van_make


def test_wanneer_het_draait() -> None:
    aan = WORKFLOW["on"]
    assert aan["push"]["branches"] == ["main"]
    assert {"pull_request", "workflow_dispatch"} <= set(aan)
    [dagelijks] = [regel["cron"] for regel in aan["schedule"]]
    minuut, uur, *dag = dagelijks.split()
    assert dag == ["*", "*", "*"], "every day: consent and employment end by the calendar"
    assert 0 <= int(uur) <= 5, "early in the morning"
    assert 0 < int(minuut) < 60, "not on the hour, when GitHub is busiest"


def test_elke_taak_heeft_de_minste_rechten() -> None:
    assert WORKFLOW["permissions"] == {}
    assert BOUW["permissions"] == {"contents": "read", "pages": "read"}
    assert PUBLICEER["permissions"] == {"pages": "write", "id-token": "write"}
    [ophalen] = [s for s in BOUW["steps"] if "actions/checkout" in s.get("uses", "")]
    assert ophalen["with"]["persist-credentials"] == "false"


def test_een_publicatie_tegelijk_en_geen_wordt_afgebroken() -> None:
    assert WORKFLOW["concurrency"] == {
        "group": "site-${{ github.ref }}",
        "cancel-in-progress": "false",
    }
    assert all(int(taak["timeout-minutes"]) <= 20 for taak in WORKFLOW["jobs"].values())


def test_een_pull_request_wordt_nagekeken_en_niet_geplaatst() -> None:
    gedraaid = [opdracht for opdracht, _ in opdrachten("pull_request")]
    assert 'propositie controleer --formaat github --verslag "$GITHUB_STEP_SUMMARY"' in gedraaid
    assert "mkdocs build --strict\npropositie proef\n" in gedraaid
    assert acties("pull_request") == ["checkout", "setup-python", "upload-artifact"]
    assert PUBLICEER["if"] == (
        "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    )


@pytest.mark.parametrize("gebeurtenis", ["push", "schedule", "workflow_dispatch"])
def test_op_main_wordt_gebouwd_en_geplaatst(gebeurtenis: str) -> None:
    assert acties(gebeurtenis) == [
        "checkout",
        "setup-python",
        "configure-pages",
        "upload-pages-artifact",
    ]
    assert PUBLICEER["needs"] == "bouw"
    [stap] = PUBLICEER["steps"]
    assert stap["uses"].startswith("actions/deploy-pages@")
    assert PUBLICEER["environment"]["url"] == "${{ steps.publicatie.outputs.page_url }}"
    assert stap["id"] == "publicatie"


def test_een_pull_request_bouwt(tmp_path: Path) -> None:
    kopie = draai_workflow("pull_request", tmp_path)
    assert (kopie / "site" / "index.html").is_file()
    [bewaar] = [s for s in stappen("pull_request") if "upload-artifact" in s.get("uses", "")]
    proef = kopie / bewaar["with"]["path"]
    assert "Dit staat nog niet op de site" in (proef / "index.html").read_text("utf-8")
    assert int(bewaar["with"]["retention-days"]) <= 3, "it shows people"
    assert (tmp_path / VERSLAG).read_text("utf-8").startswith("## Het huis: ")


def test_het_adres_van_pages_geldt(gepubliceerd: Path) -> None:
    thuis = (gepubliceerd / map_die_wordt_geplaatst() / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{ADRES_VAN_PAGES}/">' in thuis
    kaart = (gepubliceerd / map_die_wordt_geplaatst() / "sitemap.xml").read_text("utf-8")
    adressen = re.findall(r"<loc>(.*?)</loc>", kaart)
    assert adressen
    assert all(adres.startswith(f"{ADRES_VAN_PAGES}/") for adres in adressen)


def test_alleen_de_openbare_uitgave_wordt_geplaatst(gepubliceerd: Path, demo_site: Path) -> None:
    geplaatst = gepubliceerd / map_die_wordt_geplaatst()
    assert set(inhoud(geplaatst)) == set(inhoud(demo_site))
    assert not (gepubliceerd / "site_werkboek").exists()
    assert not any("werkboek" in opdracht for opdracht, _ in opdrachten("push"))
    verborgen = [p for p in geplaatst.rglob(".*") if p.is_file()]
    assert not verborgen, "the upload leaves hidden files out"


def test_elke_koppeling_onder_repo_leidt_ergens_heen(gepubliceerd: Path) -> None:
    geplaatst = gepubliceerd / map_die_wordt_geplaatst()
    assert kapotte_koppelingen(geplaatst, f"{ADRES_VAN_PAGES}/") == []


def test_elk_adres_onder_repo_antwoordt(gepubliceerd: Path) -> None:
    geplaatst = gepubliceerd / map_die_wordt_geplaatst()
    adressen = eigen_adressen(geplaatst, f"{ADRES_VAN_PAGES}/")
    assert len(adressen) > 50
    with bediend(geplaatst, "/repo/") as hier:
        for adres in adressen:
            daar = adres.replace(f"{ADRES_VAN_PAGES}/", hier)
            with urllib.request.urlopen(daar, timeout=10) as antwoord:
                assert antwoord.status == 200, adres


def test_elke_hoofdpagina_onder_repo_opent_in_een_browser(gepubliceerd: Path, pagina: Page) -> None:
    geplaatst = gepubliceerd / map_die_wordt_geplaatst()
    paden = [p.parent.relative_to(geplaatst).as_posix() for p in geplaatst.glob("*/index.html")]
    with bediend(geplaatst, "/repo/") as hier:
        for pad in ["", *(f"{p}/" for p in sorted(paden))]:
            antwoord = pagina.goto(hier + pad, wait_until="load")
            assert antwoord is not None
            assert antwoord.status == 200, pad
            assert pagina.locator("h1").count() == 1, f"/{pad} has one heading"
            kapot = pagina.eval_on_selector_all(
                "img", "imgs => imgs.filter(i => i.complete && !i.naturalWidth).map(i => i.src)"
            )
            assert kapot == [], pad


def test_een_onbekend_adres_onder_repo_heeft_de_vormgeving(gepubliceerd: Path) -> None:
    geplaatst = gepubliceerd / map_die_wordt_geplaatst()
    with bediend(geplaatst, "/repo/") as hier:
        with pytest.raises(urllib.error.HTTPError) as gevangen:
            urllib.request.urlopen(hier + "een/weg/die/er/niet/is", timeout=10)
        assert gevangen.value.code == 404
        html = gevangen.value.read().decode()
    assert 'href="/repo/' in html, "links from the top, for the page may stand at any depth"
