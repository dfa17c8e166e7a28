"""The handbook: every kind, field, code and command has its place, and every link holds."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath

import click
import pytest
from click.testing import CliRunner
from PIL import Image

from hulp.bouwen import WORTEL
from propositie.cli import gedeeld, hoofd
from propositie.controle import controleer
from propositie.handboek import Bladzijde, adres_van_code, beelden, bladzijden
from propositie.handboek.bladzijden import HOOFDSTUKKEN, adres_van, anker, volgorde
from propositie.huis import soorten
from propositie.keuring import REGELS
from propositie.kit.codes import KITCODES
from propositie.lezen import LEESCODES
from propositie.lezen.boom import lees_boom
from propositie.lezen.fout import YamlFout
from propositie.vorm import Veld, Vorm, velden_van

sys.path.insert(0, str(WORTEL / "scripts"))
from handboek import hoofdstukken, verouderd
from handboek_codes import alle_codes, oplossingen, uitgelegd
from handboek_velden import KLASSEN, hoofdstuk_van

BIJ_ADRES = {b.adres: b for b in bladzijden()}
HOOGSTENS = 60_000


def lees(naam: str) -> str:
    return (HOOFDSTUKKEN / naam).read_text("utf-8")


# --- what is made is up to date, and nothing has been forgotten --------------------------------


def test_wat_gemaakt_wordt_is_bij() -> None:
    assert sorted(verouderd()) == [], "run `make handboek`, and read what it changed"


@pytest.mark.parametrize("soort", KLASSEN)
def test_elke_soort_heeft_een_hoofdstuk(soort: str) -> None:
    tekst = lees(hoofdstuk_van(soort))
    assert f"<!-- gemaakt: voorbeeld {soort} -->" in tekst
    assert f"<!-- gemaakt: velden {soort} -->" in tekst
    eigen = re.sub(r"<!-- gemaakt.*?/gemaakt -->", "", tekst, flags=re.S)
    for kop in ("## Wat een goed", "## Het hele voorbeeld", "## Alle velden"):
        assert kop in eigen


def test_elk_hoofdstuk_over_een_soort_heeft_een_soort() -> None:
    namen = {p.stem for p in (HOOFDSTUKKEN / "soorten").glob("*.md")}
    assert namen == set(soorten())


@pytest.mark.parametrize("soort", KLASSEN)
def test_elk_veld_staat_in_de_tabel(soort: str) -> None:
    rijen = re.findall(r"^\| ((?:`\w+`(?: › )?)+)", lees(hoofdstuk_van(soort)), re.M)
    staat_er = {tuple(re.findall(r"`(\w+)`", rij)) for rij in rijen}
    assert [p for p in paden(velden_van(KLASSEN[soort])) if p not in staat_er] == []


def paden(rij: Iterable[Veld], hier: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every field, those inside groups too."""
    for veld in rij:
        yield (*hier, veld.sleutel)
        if veld.vorm is Vorm.GROEP:
            yield from paden(veld.velden, (*hier, veld.sleutel))


def test_elke_code_heeft_een_oplossing_en_andersom() -> None:
    assert sorted(oplossingen()) == sorted(alle_codes())


@pytest.mark.parametrize("code", [*LEESCODES, *REGELS, *KITCODES])
def test_elke_code_is_uitgelegd_op_zijn_adres(code: str) -> None:
    adres, _, id_ = adres_van_code(code).partition("#")
    assert f'<h3 id="{id_}">{code}</h3>' in BIJ_ADRES[adres].html
    deel = lees("meldingen.md").partition(f"\n### {code}\n")[2].partition("\n### ")[0]
    u = uitgelegd(code)
    for stuk in (u.titel, u.ernst, u.waarom, u.doe, u.voorbeeld):
        assert stuk
        assert stuk in deel


@pytest.mark.parametrize("code", KITCODES)
def test_het_voorbeeld_van_een_kitcode_is_zoals_het_programma_het_zegt(code: str) -> None:
    """The kit has no golden cases: its messages are held against the sentences in its source."""
    bron = ast.parse((WORTEL / "propositie/kit/makers.py").read_text("utf-8"))
    patronen = {
        knoop.args[2].value: _patroon(knoop.args[3])
        for knoop in ast.walk(bron)
        if isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Name)
        and knoop.func.id == "Melding"
        and isinstance(knoop.args[2], ast.Constant)
    }
    bericht = uitgelegd(code).voorbeeld.splitlines()[-1].strip()
    assert re.fullmatch(patronen[code], bericht)


def _patroon(knoop: ast.expr) -> str:
    delen = knoop.values if isinstance(knoop, ast.JoinedStr) else [knoop]
    return "".join(re.escape(str(d.value)) if isinstance(d, ast.Constant) else ".+" for d in delen)


@pytest.mark.parametrize("naam", hoofd.commands)
def test_elke_opdracht_en_optie_staat_erin(naam: str) -> None:
    deel = lees("opdrachten.md").partition(f"\n## propositie {naam}\n")[2].partition("\n## ")[0]
    opdracht = hoofd.commands[naam]
    assert opdracht.help
    for optie in opdracht.params:
        if isinstance(optie, click.Option):
            assert optie.help, optie.name
            assert all(f"`{n}`" in deel for n in optie.opts), optie.name


def test_het_handboek_noemt_geen_opdracht_die_er_niet_is() -> None:
    for naam, pad in hoofdstukken().items():
        for blok in re.findall(r"```sh\n(.*?)```", pad.read_text("utf-8"), re.S):
            for regel in blok.splitlines():
                if regel.strip().startswith("propositie "):
                    _, opdracht, *rest = regel.split()
                    assert opdracht in hoofd.commands, f"{naam}: {regel}"
                    opties = {o for p in hoofd.commands[opdracht].params for o in p.opts}
                    gezien = {w for w in rest if re.fullmatch(r"--[a-z-]+", w)}
                    assert gezien <= opties, f"{naam}: {regel}"


# --- what is written by hand holds -------------------------------------------------------------

STUK = {("soorten/merk.md", "hoofd: #1f5c4d")}
"""Pieces of YAML that show a mistake: the chapter, and words in it."""


def test_elk_stukje_yaml_is_te_lezen() -> None:
    for naam, pad in hoofdstukken().items():
        for blok in re.findall(r"^( *)```yaml\n(.*?)^ *```", pad.read_text("utf-8"), re.M | re.S):
            tekst = re.sub(rf"^{blok[0]}", "", blok[1], flags=re.M)
            if any(naam == n and woorden in tekst for n, woorden in STUK):
                with pytest.raises(YamlFout):
                    lees_boom(tekst)
            else:
                assert lees_boom(tekst), naam


@pytest.mark.parametrize("soort", soorten())
def test_een_stukje_yaml_noemt_velden_die_er_zijn(soort: str) -> None:
    bekend = {v.sleutel for v in velden_van(KLASSEN[soort])}
    for blok in re.findall(r"^```yaml\n(.*?)^```", lees(hoofdstuk_van(soort)), re.M | re.S):
        assert set(re.findall(r"^(\w+):", blok, re.M)) <= bekend


def test_codes_in_de_tekst_bestaan() -> None:
    for naam, pad in hoofdstukken().items():
        for code in re.findall(r"#([vkd]\d\d)\)", pad.read_text("utf-8")):
            assert code.upper() in alle_codes(), naam


def test_het_eerste_uur_klopt(tmp_path: Path) -> None:
    """The file that a beginner types is sound, and with the mistake gives the message shown."""
    huis = tmp_path / "site_src/huis"
    shutil.copytree(WORTEL / "site_src", huis.parent)
    tekst = lees("eerste-uur.md")
    gevonden = re.search(r"```yaml\n(.*?)```", tekst, re.S)
    assert gevonden
    bestand = huis / "medewerkers/nienke-de-wit.yml"
    bestand.write_text(gevonden[1], "utf-8")
    assert controleer(huis, date(2026, 11, 20)).fouten == []
    bestand.write_text(gevonden[1].replace("functie: ", "functie:"), "utf-8")
    [fout] = controleer(huis, date(2026, 11, 20)).fouten
    assert f"fout {fout.code}\n" in tekst


def test_vooruitkijken_gaat_zoals_het_er_staat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gedeeld, "vandaag", lambda: date(2026, 11, 20))
    monkeypatch.chdir(WORTEL)
    tekst = lees("toestemming.md")
    gevraagd = re.search(r"```sh\npropositie (controleer --op .+)\n```", tekst)
    getoond = re.search(r"```text\n(.*?)```", tekst, re.S)
    assert gevraagd
    assert getoond
    gezegd = CliRunner().invoke(hoofd, gevraagd[1].split()).output.splitlines()
    assert [r for r in getoond[1].splitlines() if r not in gezegd] == []


# --- links and pictures ------------------------------------------------------------------------


def test_de_inhoud_noemt_elk_hoofdstuk() -> None:
    assert sorted(volgorde()) == sorted(hoofdstukken())


def verwijzingen(naam: str) -> Iterator[tuple[str, str]]:
    """Every address in a chapter, without its place, and that place."""
    tekst = re.sub(r"```.*?```|`[^`\n]*`", "", lees(naam), flags=re.S)
    for doel in re.findall(r"\]\(([^)\s]+)\)", tekst):
        if not re.match(r"[a-z]+:", doel):
            pad, _, plek = doel.partition("#")
            yield (normpath(join(naam, "..", pad)) if pad else naam), plek


@pytest.mark.parametrize("naam", hoofdstukken())
def test_elke_verwijzing_op_github_klopt(naam: str) -> None:
    for bestand, plek in verwijzingen(naam):
        assert (HOOFDSTUKKEN / bestand).is_file(), f"{naam}: {bestand}"
        if plek:
            koppen = re.findall(r"^#+ (.+)$", lees(bestand), re.M)
            assert plek in {anker(k) for k in koppen}, f"{naam}: {bestand}#{plek}"


class Adressen(HTMLParser):
    """Collects ids, links, pictures and what may not be there from a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.beelden: list[dict[str, str]] = []
        self.vreemd: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = {n: w or "" for n, w in attrs}
        self.ids += [waarden["id"]] if "id" in waarden else []
        self.links += [waarden["href"]] if tag == "a" else []
        self.beelden += [waarden] if tag == "img" else []
        if tag in {"script", "style", "iframe"} or any(
            n == "style" or n[:2] == "on" for n in waarden
        ):
            self.vreemd.append(tag)


GELEZEN = {b.adres: Adressen(b.html) for b in bladzijden()}


@pytest.mark.parametrize("bladzijde", bladzijden(), ids=lambda b: b.adres)
def test_een_bladzijde_houdt_op_een_site(bladzijde: Bladzijde) -> None:
    gelezen = GELEZEN[bladzijde.adres]
    assert gelezen.vreemd == []
    assert len(gelezen.ids) == len(set(gelezen.ids))
    assert bladzijde.html.count("<h1") == 1
    assert f">{bladzijde.titel}</h1>" in bladzijde.html
    assert "&lt;!--" not in bladzijde.html
    assert bladzijde.titel in bladzijde.tekst
    for link in gelezen.links:
        if re.match(r"(?:https|mailto):", link):
            continue
        pad, _, plek = link.partition("#")
        adres = f"{normpath(join(bladzijde.adres, pad))}/" if pad else bladzijde.adres
        assert adres in BIJ_ADRES, link
        assert not plek or plek in GELEZEN[adres].ids, link
    for beeld in gelezen.beelden:
        assert normpath(join(bladzijde.adres, beeld["src"])) in beelden()
        assert len(beeld["alt"]) > 20


def test_elk_beeld_is_licht_en_wordt_gebruikt() -> None:
    gebruikt = {normpath(join(adres, b["src"])) for adres, a in GELEZEN.items() for b in a.beelden}
    assert gebruikt == set(beelden())
    for adres, inhoud in beelden().items():
        assert len(inhoud) < HOOGSTENS, adres
        with Image.open(BytesIO(inhoud)) as beeld:
            assert beeld.format == "WEBP"


def test_adressen() -> None:
    assert adres_van("README.md") == "handboek/"
    assert adres_van("soorten/diensten.md") == "handboek/soorten/diensten/"
    assert adres_van_code("K33") == "handboek/meldingen/#k33"
    assert [b.adres for b in bladzijden()][:2] == ["handboek/", "handboek/eerste-uur/"]


def test_het_handboek_spreekt_de_lezer_met_u_aan() -> None:
    """Only what stands in code or quotes speaks as the site of the example does."""
    for naam, pad in hoofdstukken().items():
        tekst = re.sub(r"<!-- gemaakt.*?/gemaakt -->|```.*?```|`[^`\n]*`|\"[^\"]*\"", "",
                       pad.read_text("utf-8"), flags=re.S)  # fmt: skip
        assert re.findall(r"\b(?:je|jij|jouw|jullie)\b", tekst) == [], naam


def test_het_handboek_leest_gemakkelijk() -> None:
    for naam, pad in hoofdstukken().items():
        tekst = re.sub(r"<!-- gemaakt.*?/gemaakt -->|```.*?```|^\|.*$", "",
                       pad.read_text("utf-8"), flags=re.S | re.M)  # fmt: skip
        for zin in re.split(r"(?<=[.!?:])\**\s+|\n\s*\n|\n- ", tekst):
            assert len(zin.split()) <= 25, f"{naam}: {zin}"
