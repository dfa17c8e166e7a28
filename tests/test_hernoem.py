"""Renaming: the id changes everywhere, and the old address leads to the new one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from hulp.bouwen import WORTEL
from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from hulp.server import bediend
from hulp.site import bouw_site, schrijf_organisatie
from propositie.cli import hoofd
from propositie.huis.berichten import SOORT_VAN_MAP
from propositie.lezen import lees_huis

# --- the old address --------------------------------------------------------------------------

WEG = """\
naam: Bea <Bos> & "co"
functie: kok
belofte: Ik kook.
boegbeeld_van: [ouderen]
te_vinden: [{waar: Markt, wanneer: vrijdag}]
vroeger: [bea, bea-de-kok]
"""
STUK = """\
---
datum: 2026-11-01
auteur: samira
vroeger: [oude-tas]
---
# De tas

Wij droegen een tas.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in which everything with a page had another name."""
    map_ = tmp_path_factory.mktemp("vroeger")

    def met(naam: str, vroeger: str) -> dict[str, str]:
        return {naam: KLEIN_HUIS[naam] + f"vroeger: {vroeger}\n"}

    instelling = schrijf_organisatie(map_, {
        **met("medewerkers/samira.yml", "[sam, samira-em]"),
        **met("klantgroepen/ouderen.yml", "senioren"),
        **met("behoeften/boodschappen.yml", "[winkelen]"),
        **met("diensten/boodschappentaxi.yml", "[taxi]"),
        "medewerkers/bea-bos.yml": f"{WEG}uit_dienst: 2026-01-31\n",
        "medewerkers/straks.yml": WEG.replace("[bea, bea-de-kok]", "[later]")
        + "in_dienst: 2027-01-01\n",
        "diensten/oud.yml": KLEIN_HUIS["diensten/boodschappentaxi.yml"]
        + "status: gestopt\nvroeger: [heel-oud]\n",
        "../paginas/blog/de-tas.md": STUK,
    })  # fmt: skip
    return bouw_site(instelling, strict=True)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("mensen/sam/", "samira"),
        ("mensen/samira-em/", "samira"),
        ("mensen/bea/", "bea-bos"),
        ("mensen/bea-de-kok/", "bea-bos"),
        ("voor-wie/senioren/", "ouderen"),
        ("hulp-bij/winkelen/", "boodschappen"),
        ("aanbod/taxi/", "boodschappentaxi"),
        ("blog/oude-tas/", "de-tas"),
    ],
)
def test_een_oud_adres_leidt_naar_het_nieuwe(site: Path, oud: str, nieuw: str) -> None:
    html = (site / oud / "index.html").read_text("utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../{nieuw}/">' in html
    assert f'<a href="../{nieuw}/">' in html
    heel = f"https://veenrand.example/repo/{oud.split('/')[0]}/{nieuw}/"
    assert f'<link rel="canonical" href="{heel}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<html lang="nl">' in html
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<style|style=| src=", html)
    assert (site / oud / ".." / nieuw / "index.html").is_file()


def test_een_naam_is_tekst_en_geen_html(site: Path) -> None:
    html = (site / "mensen/bea/index.html").read_text("utf-8")
    assert "Bea &lt;Bos&gt; &amp; &#34;co&#34;</a>" in html


def test_het_kaartje_en_de_feeds_zijn_er_nog(site: Path) -> None:
    for naam, oud_naam in (("samira.vcf", "sam.vcf"), ("feed.xml",) * 2, ("feed.json",) * 2):
        nieuw = (site / "mensen/samira" / naam).read_bytes()
        assert (site / "mensen/sam" / oud_naam).read_bytes() == nieuw
    assert not list((site / "mensen/bea").glob("*.vcf")), "of who left there is no card"


def test_wat_niet_openbaar_is_heeft_geen_oud_adres(site: Path) -> None:
    assert not (site / "mensen/later").exists()
    assert not (site / "aanbod/heel-oud").exists()


def test_een_oud_adres_staat_nergens_genoemd(site: Path) -> None:
    oude = re.compile(rb"/(sam|samira-em|bea|bea-de-kok|senioren|winkelen|taxi|oude-tas)[/.\"]")
    for pad in site.rglob("*"):
        if pad.suffix in {".html", ".xml", ".json", ".txt", ".vcf"}:
            assert not oude.search(pad.read_bytes()), pad.relative_to(site)


def test_een_browser_komt_er_zonder_javascript(site: Path, browser: Browser) -> None:
    """Under the policy of the page itself, and below another path than the root."""
    context = browser.new_context(java_script_enabled=False)
    blad = context.new_page()
    with bediend(site, "/repo/") as hier:
        for oud, nieuw in (("mensen/sam/", "mensen/samira/"), ("mensen/bea", "mensen/bea-bos/")):
            blad.goto(hier + oud, wait_until="commit")
            blad.wait_for_url(hier + nieuw)
            assert blad.locator("h1").count() == 1
    context.close()


# --- the new name -----------------------------------------------------------------------------


def hernoem(map_: Path, *woorden: str) -> Result:
    return CliRunner().invoke(hoofd, ["hernoem", *woorden, "--huis", str(map_ / "huis")])


def inhoud(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def regels(ruw: bytes) -> list[bytes]:
    return ruw.splitlines(keepends=True)


def test_elk_ding_van_de_demo(tmp_path: Path) -> None:
    """Every id of the demo gets another; what differs is that name, and a line that remembers."""
    shutil.copytree(WORTEL / "site_src", tmp_path, dirs_exist_ok=True)
    voor = inhoud(tmp_path)
    dingen = list(lees_huis(tmp_path / "huis").bronnen)
    dingen = [d for d in dingen if d[0] not in {"organisatie", "merk"}]
    assert len(dingen) > 50
    for soort, id_ in dingen:
        uit = hernoem(tmp_path, soort, id_, f"{id_}-x")
        assert uit.exit_code == 0, uit.output
    lezing = lees_huis(tmp_path / "huis")
    assert [b for b in lezing.bevindingen if b.code[0] == "V"] == []
    assert {(s, i) for s, i in lezing.bronnen if i != s} == {(s, f"{i}-x") for s, i in dingen}
    assert lezing.huis is not None
    assert all(m.portret is None or m.portret.bestand.startswith(f"{m.id}.")
               for m in lezing.huis.medewerkers.values())  # fmt: skip

    na = inhoud(tmp_path)
    namen = {id_ for _, id_ in dingen}
    for pad, ruw in voor.items():
        soort, id_ = (Path(pad).parent.name, Path(pad).stem)
        nieuw = pad if (soort, id_) not in dingen else str(Path(pad).with_stem(f"{id_}-x"))
        assert nieuw in na, pad
        if Path(pad).suffix not in {".yml", ".md"}:
            assert na[nieuw] == ruw
            continue
        oude, nieuwe = regels(ruw), regels(na[nieuw])
        if (soort, id_) in dingen and soort in SOORT_VAN_MAP.values():
            onthoudt = f"vroeger: [{id_}]\n".encode()
            assert nieuwe.count(onthoudt) == 1
            nieuwe.remove(onthoudt)
        assert len(oude) == len(nieuwe)
        for een, ander in zip(oude, nieuwe, strict=True):
            if een != ander:
                terug = re.sub(rb"([a-z0-9-]+)-x\b", _zonder(namen), ander)
                assert terug == een, pad


def _zonder(namen: set[str]):  # type: ignore[no-untyped-def]
    return lambda m: m[1] if m[1].decode() in namen else m[0]


LASTIG: Mapping[str, str] = {
    "medewerkers/bea.yml": """\
# samira staat hier in een opmerking
naam: 'Bea: "samira"'   # samira
functie: kok
belofte: Ik kook met samira.
boegbeeld_van: [ouderen]
te_vinden: [{waar: samira, wanneer: vrijdag}]
behoeften: [samira]   # a need may be called like a worker
opvolger: "samira"   # na de zomer
notities: samira
over: |
  Zie [samira](/mensen/samira/#over) en [het kaartje](../mensen/samira/samira.vcf).
  Niet [dit](https://elders.example/mensen/samira/) of [dat](/mensen/samira-2/).
""",
    "behoeften/samira.yml": """\
naam: Samira leren kennen
klantgroepen: [ouderen]
klantvragen: [{vraag: Wie is samira?, bron: balie}]
""",
    "medewerkers/samira-2.yml": """\
naam: Samira
functie: kok
belofte: Ik kook.
boegbeeld_van: [ouderen]
te_vinden: [{waar: Markt, wanneer: vrijdag}]
opvolger:
    'samira'
""",
    "../paginas/blog/de-tas.md": """\
---
title: samira
author: [ samira , samira-2 ]  # samira
date: 2026-11-01
---
Zie [haar](../mensen/samira/) en [samira](anders.md).
""",
    "../paginas/blog/anders.md": """\
---
titel: samira
datum: 2026-11-01
auteur: samira-2
---
Zie [de tas](de-tas.md#einde) of [de tas](/blog/de-tas/).
""",
    "../paginas/over/ons.md": """\
# samira

[samira]: ../mensen/samira/

<a href="/mensen/samira/">samira</a> [x](mensen/samira) [y](/mensen/samira/?a=b)
[z](mensen/samiraa/) `samira`
""",
}


def zet_lastig(map_: Path, regeleinde: str = "\n", merk: str = "") -> None:
    bouw_huis(map_ / "huis", {"medewerkers/samira.yml": None})
    for naam, tekst in {**LASTIG, "medewerkers/samira.yml": EIGEN}.items():
        pad = map_ / "huis" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes((merk + tekst).replace("\n", regeleinde).encode())


EIGEN = KLEIN_HUIS["medewerkers/samira.yml"]


@pytest.mark.parametrize("merk", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_alleen_de_naam_verandert(tmp_path: Path, regeleinde: str, merk: str) -> None:
    zet_lastig(tmp_path, regeleinde, merk)
    voor = inhoud(tmp_path)
    uit = hernoem(tmp_path, "medewerkers/samira", "sam")
    assert uit.exit_code == 0, uit.output
    na = inhoud(tmp_path)
    veranderd = {
        "huis/medewerkers/bea.yml": [
            ('opvolger: "samira"   # na', 'opvolger: "sam"   # na'),
            ("(/mensen/samira/#over)", "(/mensen/sam/#over)"),
            ("(../mensen/samira/samira.vcf)", "(../mensen/sam/sam.vcf)"),
        ],
        "huis/medewerkers/samira-2.yml": [("'samira'", "'sam'")],
        "huis/concurrenten/woonwinkel.yml": [("door: samira", "door: sam")],
        "paginas/blog/de-tas.md": [
            ("author: [ samira , ", "author: [ sam , "),
            ("(../mensen/samira/)", "(../mensen/sam/)"),
        ],
        "paginas/over/ons.md": [
            ("]: ../mensen/samira/", "]: ../mensen/sam/"),
            ('href="/mensen/samira/"', 'href="/mensen/sam/"'),
            ("(mensen/samira)", "(mensen/sam)"),
            ("(/mensen/samira/?a=b)", "(/mensen/sam/?a=b)"),
        ],
    }
    for pad, ruw in voor.items():
        tekst = ruw.decode()
        for oud, nieuw in veranderd.get(pad, []):
            assert tekst.count(oud) == 1, (pad, oud)
            tekst = tekst.replace(oud, nieuw)
        if pad == "huis/medewerkers/samira.yml":
            pad, tekst = "huis/medewerkers/sam.yml", f"{tekst}vroeger: [samira]{regeleinde}"
        assert na.pop(pad).decode() == tekst
    assert na == {}
    assert [b for b in lees_huis(tmp_path / "huis").bevindingen if b.code == "V03"] == []


def test_een_stuk(tmp_path: Path) -> None:
    zet_lastig(tmp_path)
    assert hernoem(tmp_path, "stuk", "de-tas", "de-zware-tas").exit_code == 0
    stuk = (tmp_path / "paginas/blog/de-zware-tas.md").read_text("utf-8")
    assert "date: 2026-11-01\nvroeger: [de-tas]\n---\nZie" in stuk
    anders = (tmp_path / "paginas/blog/anders.md").read_text("utf-8")
    assert "(de-zware-tas.md#einde) of [de tas](/blog/de-zware-tas/)" in anders


@pytest.mark.parametrize(
    ("stond", "komt"),
    [
        ("vroeger: sam\n", "vroeger: [sam, samira]\n"),
        ("vroeger: [sam]  # zo\nroepnaam: S\n", "vroeger: [sam, samira]  # zo\nroepnaam: S\n"),
        ("vroeger:\n  - sam  # zo\ntalen: [Fries]\n",
         "vroeger:\n  - sam\n  - samira  # zo\ntalen: [Fries]\n"),
        ("vroeger: [nieuw, sam]\n", "vroeger: [sam, samira]\n"),
        ("vroeger:\n- nieuw\n- sam\n", "vroeger: [sam, samira]\n"),
        ("vroeger:\ntalen: [Fries]\n", "vroeger: [samira]\ntalen: [Fries]\n"),
        ("talen: [Fries]", "talen: [Fries]\nvroeger: [samira]"),
        ("over: |\n  a\n\n\n", "over: |\n  a\n\n\nvroeger: [samira]\n"),
    ],
)  # fmt: skip
def test_de_oude_naam_blijft_bewaard(tmp_path: Path, stond: str, komt: str) -> None:
    bouw_huis(tmp_path / "huis", {"medewerkers/samira.yml": EIGEN + stond})
    uit = hernoem(tmp_path, "medewerker", "samira", "nieuw")
    assert uit.exit_code == 0, uit.output
    tekst = (tmp_path / "huis/medewerkers/nieuw.yml").read_text("utf-8")
    assert tekst == EIGEN + komt


def test_een_bestand_tussen_accolades(tmp_path: Path) -> None:
    tekst = '{naam: "Ouderen", ik: Ik wil thuis blijven, kernboodschap: Kom maar.}\n'
    bouw_huis(tmp_path / "huis", {"klantgroepen/ouderen.yml": tekst})
    assert hernoem(tmp_path, "klantgroep", "ouderen", "senioren").exit_code == 0
    nieuw = (tmp_path / "huis/klantgroepen/senioren.yml").read_text("utf-8")
    assert nieuw.startswith('{naam: "Ouderen", ik: Ik wil thuis')
    assert "vroeger: [ouderen]" in nieuw


def test_zonder_doorverwijzing(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis")
    uit = hernoem(tmp_path, "medewerker", "samira", "sam", "--geen-doorverwijzing")
    assert "leidt" not in uit.output
    assert (tmp_path / "huis/medewerkers/sam.yml").read_text("utf-8") == EIGEN


def test_zonder_pagina_geen_oude_naam(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis")
    assert hernoem(tmp_path, "locatie", "de-linde", "linde").exit_code == 0
    assert (tmp_path / "huis/locaties/linde.yml").read_text(
        "utf-8"
    ) == "naam: Wijkcentrum De Linde\n"
    assert "waar: [linde]" in (tmp_path / "huis/diensten/boodschappentaxi.yml").read_text("utf-8")


def test_een_beeld_dat_ook_van_een_ander_is_blijft(tmp_path: Path) -> None:
    met = EIGEN + (
        "portret:\n  bestand: samira.webp\n  alt: Samira\n  toestemming: {datum: 2026-01-01}\n"
    )
    ander = met.replace("Samira El", "Sam El")
    huis = bouw_huis(tmp_path / "huis", {"medewerkers/samira.yml": met, "medewerkers/b.yml": ander})
    shutil.copy(WORTEL / "site_src/huis/medewerkers/samira.webp", huis / "medewerkers")
    assert hernoem(tmp_path, "medewerker", "samira", "sam").exit_code == 0
    assert "bestand: samira.webp" in (huis / "medewerkers/sam.yml").read_text("utf-8")
    assert (huis / "medewerkers/samira.webp").is_file()


def test_proef_verandert_niets(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis")
    voor = inhoud(tmp_path)
    uit = hernoem(tmp_path, "medewerker", "samira", "sam", "--proef")
    assert uit.output.startswith('"samira" zou nu "sam" heten.\n')
    assert inhoud(tmp_path) == voor


# --- what cannot be ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        (("medewerker", "samirra", "sam"),
         'De medewerker "samirra" bestaat niet. Bedoelt u "samira"?'),
        (("medewerker", "zzz", "sam"), 'De medewerker "zzz" bestaat niet.'),
        (("medewerker", "samira", "samira"),
         'De medewerker heet al "samira". Er is niets veranderd.'),
        (("medewerker", "samira", "Samira El Amrani"),
         '"Samira El Amrani" kan geen adres worden: gebruik alleen kleine letters a–z, cijfers en '
         'streepjes, en hoogstens 80. Bedoelt u "samira-el-amrani"?'),
        (("medewerker", "samira", "أمل"),
         '"أمل" kan geen adres worden: gebruik alleen kleine letters a–z, cijfers en '
         "streepjes, en hoogstens 80."),
        (("medewerker", "samira", "bea"),
         'De medewerker "bea" bestaat al. Kies een andere naam.'),
        (("medewerker", "samira", "beatrix"),
         '"beatrix" is een vroegere naam van "bea", en dat adres leidt daarheen. Kies een andere '
         "naam, of haal hem weg bij vroeger in HUIS/medewerkers/bea.yml."),
        (("medewerkster", "samira", "sam"),
         '"medewerkster" is geen soort ding in het huis. Bedoelt u "medewerker"? Er zijn: '
         "klantgroep, behoefte, dienst, locatie, concurrent, usp, medewerker en stuk."),
        (("organisatie", "organisatie", "club"),
         "Daar is er maar één van: pas organisatie.yml zelf aan. De naam van dat bestand ligt "
         "vast."),
        (("medewerker", "samira"),
         "Noem de soort, de naam die het nu heeft en de nieuwe naam, bijvoorbeeld: "
         "propositie hernoem medewerker gijs gijs-hollander."),
    ],
)  # fmt: skip
def test_wat_niet_kan(tmp_path: Path, woorden: tuple[str, ...], zegt: str) -> None:
    bea = EIGEN.replace("Samira", "Bea") + "vroeger: [beatrix]\n"
    huis = bouw_huis(tmp_path / "huis", {"medewerkers/bea.yml": bea})
    voor = inhoud(tmp_path)
    uit = hernoem(tmp_path, *woorden)
    assert uit.stderr.replace(huis.as_posix(), "HUIS") == f"{zegt}\n"
    assert (uit.exit_code, uit.stdout) == (2, "")
    assert inhoud(tmp_path) == voor


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [("2026-10-13", "ooit"), ("naam: ", "naam: : "), ("door: samira", "door: [samira]")],
    ids=["waarde", "yaml", "vorm"],
)
def test_een_fout_in_een_bestand_dat_mee_moet(tmp_path: Path, oud: str, nieuw: str) -> None:
    tekst = KLEIN_HUIS["concurrenten/woonwinkel.yml"].replace(oud, nieuw)
    bouw_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": tekst})
    voor = inhoud(tmp_path)
    uit = hernoem(tmp_path, "medewerker", "samira", "sam")
    assert uit.exit_code == 2
    assert "woonwinkel.yml:" in uit.stderr
    assert "fout V" in uit.stderr
    assert "er is niets veranderd.\n" in uit.stderr
    assert inhoud(tmp_path) == voor


def test_een_bestand_dat_een_lijst_is(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": "- samira\n"})
    uit = hernoem(tmp_path, "medewerker", "samira", "sam")
    assert uit.exit_code == 2
    assert 'komt "samira" voor, maar dat bestand is niet te lezen.' in uit.stderr


@pytest.mark.parametrize("woorden", ["hernoem medewerker samira sam", "erbij medewerker Sam"])
def test_in_elk_kapot_huis(tmp_path: Path, woorden: str) -> None:
    """Whatever is wrong with a house: it is done, or nothing changed and a sentence says why."""
    gedaan = 0
    for nummer, geval in enumerate(sorted((WORTEL / "tests/meldingen").glob("V*.yml"))):
        anders = yaml.safe_load(geval.read_text("utf-8"))
        map_ = tmp_path / str(nummer)
        bouw_huis(map_ / "huis", anders.get("huis"), anders.get("bytes"))
        if not (map_ / "huis").is_dir():
            continue
        voor = inhoud(map_)
        uit = CliRunner().invoke(hoofd, [*woorden.split(), "--huis", str(map_ / "huis")])
        assert uit.exit_code in {0, 2}, (geval.name, uit.output, uit.exception)
        assert uit.exception is None or isinstance(uit.exception, SystemExit), geval.name
        if uit.exit_code:
            assert uit.stderr.rstrip()[-1] in ".?", geval.name
            assert inhoud(map_) == voor, geval.name
        gedaan += uit.exit_code == 0
    assert gedaan > 50


def test_een_fout_elders_houdt_niets_tegen(tmp_path: Path) -> None:
    bouw_huis(tmp_path / "huis", {"merk.yml": "kleuren: {hoofd: geel}\n"})
    assert hernoem(tmp_path, "medewerker", "samira", "sam").exit_code == 0


@pytest.mark.parametrize("bij", range(1, 6))
def test_alles_of_niets(tmp_path: Path, bij: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file cannot be put in its place, all of them are as they were."""
    zet_lastig(tmp_path)
    voor = inhoud(tmp_path)
    echt, geteld = Path.replace, 0

    def hapert(pad: Path, doel: Path) -> Path:
        nonlocal geteld
        geteld += 1
        if geteld == bij:
            raise OSError(28, "No space left on device")
        return echt(pad, doel)

    monkeypatch.setattr(Path, "replace", hapert)
    uit = hernoem(tmp_path, "medewerker", "samira", "sam")
    assert uit.exit_code == 2
    assert "Er is niets veranderd." in uit.stderr
    assert inhoud(tmp_path) == voor


def test_een_map_die_op_slot_zit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zet_lastig(tmp_path)
    voor = inhoud(tmp_path)

    def dicht(pad: Path, missing_ok: bool = False) -> None:
        if pad.name == "samira.yml":
            raise PermissionError(13, "Permission denied")
        echt(pad, missing_ok)

    echt = Path.unlink
    monkeypatch.setattr(Path, "unlink", dicht)
    assert hernoem(tmp_path, "medewerker", "samira", "sam").exit_code == 2
    assert inhoud(tmp_path) == voor


def test_de_site_klopt_na_twee_keer_hernoemen(tmp_path: Path) -> None:
    """From the command to the page: both old addresses lead straight to the last."""
    instelling = schrijf_organisatie(tmp_path, {"../paginas/blog/de-tas.md": STUK})
    assert hernoem(tmp_path, "medewerkers/samira.yml", "sam").exit_code == 0
    assert hernoem(tmp_path, "medewerker", "sam", "samira-el-amrani").exit_code == 0
    gebouwd = bouw_site(instelling, strict=True)
    for oud in ("sam", "samira"):
        html = (gebouwd / "mensen" / oud / "index.html").read_text("utf-8")
        assert 'url=../samira-el-amrani/"' in html
    uit = CliRunner().invoke(hoofd, ["controleer", "--op", OP, "--huis", str(tmp_path / "huis")])
    assert uit.output == "Het huis is in orde: niets gevonden.\n"
