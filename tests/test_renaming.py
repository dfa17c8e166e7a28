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

from helpers.build import ROOT
from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.explaining import explain
from propositie.huis import kinds
from propositie.reading import load_huis

# --- the old address --------------------------------------------------------------------------

GONE = """\
naam: Bea <Bos> & "co"
functie: kok
belofte: Ik kook.
boegbeeld_van: [ouderen]
te_vinden: [{waar: Markt, wanneer: vrijdag}]
vroeger: [bea, bea-de-kok]
"""
BERICHT = """\
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
    folder = tmp_path_factory.mktemp("vroeger")

    def extended(name: str, vroeger: str) -> dict[str, str]:
        return {name: SMALL_HUIS[name] + f"vroeger: {vroeger}\n"}

    config_file = write_organisatie(folder, {
        **extended("medewerkers/samira.yml", "[sam, samira-em]"),
        **extended("klantgroepen/ouderen.yml", "senioren"),
        **extended("behoeften/boodschappen.yml", "[winkelen]"),
        **extended("diensten/boodschappentaxi.yml", "[taxi]"),
        "medewerkers/bea-bos.yml": f"{GONE}uit_dienst: 2026-01-31\n",
        "medewerkers/straks.yml": GONE.replace("[bea, bea-de-kok]", "[later]")
        + "in_dienst: 2027-01-01\n",
        "diensten/oud.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
        + "status: gestopt\nvroeger: [heel-oud]\n",
        "../paginas/blog/de-tas.md": BERICHT,
    })  # fmt: skip
    return build_site(config_file, strict=True)


@pytest.mark.parametrize(
    ("old", "new"),
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
def test_an_old_address_leads_to_the_new_one(site: Path, old: str, new: str) -> None:
    html = (site / old / "index.html").read_text("utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../{new}/">' in html
    assert f'<a href="../{new}/">' in html
    full_url = f"https://veenrand.example/repo/{old.split('/')[0]}/{new}/"
    assert f'<link rel="canonical" href="{full_url}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<html lang="nl">' in html
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<style|style=| src=", html)
    assert (site / old / ".." / new / "index.html").is_file()


def test_a_name_is_text_and_not_html(site: Path) -> None:
    html = (site / "mensen/bea/index.html").read_text("utf-8")
    assert "Bea &lt;Bos&gt; &amp; &#34;co&#34;</a>" in html


def test_the_card_and_the_feeds_are_still_there(site: Path) -> None:
    for name, old_name in (("samira.vcf", "sam.vcf"), ("feed.xml",) * 2, ("feed.json",) * 2):
        new = (site / "mensen/samira" / name).read_bytes()
        assert (site / "mensen/sam" / old_name).read_bytes() == new
    assert not list((site / "mensen/bea").glob("*.vcf")), "of who left there is no card"


def test_what_is_not_public_has_no_old_address(site: Path) -> None:
    assert not (site / "mensen/later").exists()
    assert not (site / "aanbod/heel-oud").exists()


def test_an_old_address_is_mentioned_nowhere(site: Path) -> None:
    old_ones = re.compile(rb"/(sam|samira-em|bea|bea-de-kok|senioren|winkelen|taxi|oude-tas)[/.\"]")
    for path in site.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".txt", ".vcf"}:
            assert not old_ones.search(path.read_bytes()), path.relative_to(site)


def test_a_browser_gets_there_without_javascript(site: Path, browser: Browser) -> None:
    """Under the policy of the page itself, and below another path than the root."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    with serve(site, "/repo/") as here:
        for old, new in (("mensen/sam/", "mensen/samira/"), ("mensen/bea", "mensen/bea-bos/")):
            tab.goto(here + old, wait_until="commit")
            tab.wait_for_url(here + new)
            assert tab.locator("h1").count() == 1
    context.close()


# --- the new name -----------------------------------------------------------------------------


def rename(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["hernoem", *words, "--huis", str(folder / "huis")])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def lines(raw: bytes) -> list[bytes]:
    return raw.splitlines(keepends=True)


def test_every_thing_of_the_demo(tmp_path: Path) -> None:
    """Every id of the demo gets another; what differs is that name, and a line that remembers."""
    shutil.copytree(ROOT / "site_src", tmp_path, dirs_exist_ok=True)
    before = contents(tmp_path)
    things = list(load_huis(tmp_path / "huis").sources)
    things = [d for d in things if kinds()[d[0]].is_managed and not kinds()[d[0]].is_single]
    assert len(things) > 50
    for kind, id_ in things:
        result = rename(tmp_path, kind, id_, f"{id_}-x")
        assert result.exit_code == 0, result.output
    loaded = load_huis(tmp_path / "huis")
    assert [b for b in explain(loaded) if b.code[0] == "V"] == []
    assert {(s, i) for s, i in loaded.sources if i != s and s != "paginas"} == {
        (s, f"{i}-x") for s, i in things
    }
    assert loaded.huis is not None
    assert all(m.portret is None or m.portret.bestand.startswith(f"{m.id}.")
               for m in loaded.huis.medewerkers.values())  # fmt: skip

    after = contents(tmp_path)
    names = {id_ for _, id_ in things}
    for path, raw in before.items():
        kind, id_ = (Path(path).parent.name.replace("blog", "berichten"), Path(path).stem)
        new = path if (kind, id_) not in things else str(Path(path).with_stem(f"{id_}-x"))
        assert new in after, path
        if Path(path).suffix not in {".yml", ".md"}:
            assert after[new] == raw
            continue
        old_ones, new_ones = lines(raw), lines(after[new])
        if (kind, id_) in things and kinds()[kind].has_pages:
            remembered = f"vroeger: [{id_}]\n".encode()
            assert new_ones.count(remembered) == 1
            new_ones.remove(remembered)
        assert len(old_ones) == len(new_ones)
        for one, other in zip(old_ones, new_ones, strict=True):
            if one != other:
                undo_steps = re.sub(rb"([a-z0-9-]+)-x\b", _without(names), other)
                assert undo_steps == one, path


def _without(names: set[str]):  # type: ignore[no-untyped-def]
    return lambda m: m[1] if m[1].decode() in names else m[0]


TRICKY: Mapping[str, str] = {
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
Vraag [haar](mens:samira), of zie [de tas](de-tas.md#einde) of [de tas](/blog/de-tas/).
""",
    "../paginas/over/ons.md": """\
# samira

[samira]: ../mensen/samira/

<a href="/mensen/samira/">samira</a> [x](mensen/samira) [y](/mensen/samira/?a=b)
[z](mensen/samiraa/) `samira`
""",
}


def write_tricky(folder: Path, newline: str = "\n", bom: str = "") -> None:
    write_huis(folder / "huis", {"medewerkers/samira.yml": None})
    for name, text in {**TRICKY, "medewerkers/samira.yml": OWN}.items():
        path = folder / "huis" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((bom + text).replace("\n", newline).encode())


OWN = SMALL_HUIS["medewerkers/samira.yml"]


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_the_name_changes(tmp_path: Path, newline: str, bom: str) -> None:
    write_tricky(tmp_path, newline, bom)
    before = contents(tmp_path)
    result = rename(tmp_path, "medewerkers/samira", "sam")
    assert result.exit_code == 0, result.output
    after = contents(tmp_path)
    changes = {
        "huis/medewerkers/bea.yml": [
            ('opvolger: "samira"   # na', 'opvolger: "sam"   # na'),
            ("(/mensen/samira/#over)", "(/mensen/sam/#over)"),
            ("(../mensen/samira/samira.vcf)", "(../mensen/sam/sam.vcf)"),
        ],
        "huis/medewerkers/samira-2.yml": [("'samira'", "'sam'")],
        "huis/agenda/soepmiddag.yml": [("[samira]", "[sam]")],
        "huis/wijken/veenrand.yml": [("[samira]", "[sam]")],
        "huis/verhalen/annie.yml": [("[samira]", "[sam]")],
        "huis/vacatures/chauffeur.yml": [("contact: samira", "contact: sam")],
        "huis/meedoen/vrijwilliger.yml": [
            ("contact: samira", "contact: sam"),
            ("coordinator: samira", "coordinator: sam"),
        ],
        "huis/concurrenten/woonwinkel.yml": [("door: samira", "door: sam")],
        "paginas/blog/de-tas.md": [
            ("author: [ samira , ", "author: [ sam , "),
            ("(../mensen/samira/)", "(../mensen/sam/)"),
        ],
        "paginas/blog/anders.md": [("(mens:samira)", "(mens:sam)")],
        "paginas/over/ons.md": [
            ("]: ../mensen/samira/", "]: ../mensen/sam/"),
            ('href="/mensen/samira/"', 'href="/mensen/sam/"'),
            ("(mensen/samira)", "(mensen/sam)"),
            ("(/mensen/samira/?a=b)", "(/mensen/sam/?a=b)"),
        ],
    }
    for path, raw in before.items():
        text = raw.decode()
        for old, new in changes.get(path, []):
            assert text.count(old) == 1, (path, old)
            text = text.replace(old, new)
        if path == "huis/medewerkers/samira.yml":
            path, text = "huis/medewerkers/sam.yml", f"{text}vroeger: [samira]{newline}"
        assert after.pop(path).decode() == text
    assert after == {}
    (other,) = [b for b in explain(load_huis(tmp_path / "huis")) if b.code == "V03"]
    assert "samiraa" in other.message  # which nobody renamed


def test_a_bericht(tmp_path: Path) -> None:
    write_tricky(tmp_path)
    assert rename(tmp_path, "stuk", "de-tas", "de-zware-tas").exit_code == 0
    bericht = (tmp_path / "paginas/blog/de-zware-tas.md").read_text("utf-8")
    assert "date: 2026-11-01\nvroeger: [de-tas]\n---\nZie" in bericht
    other_text = (tmp_path / "paginas/blog/anders.md").read_text("utf-8")
    assert "(de-zware-tas.md#einde) of [de tas](/blog/de-zware-tas/)" in other_text


@pytest.mark.parametrize(
    ("existing", "expected"),
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
def test_the_old_name_is_kept(tmp_path: Path, existing: str, expected: str) -> None:
    write_huis(tmp_path / "huis", {"medewerkers/samira.yml": OWN + existing})
    result = rename(tmp_path, "medewerker", "samira", "nieuw")
    assert result.exit_code == 0, result.output
    text = (tmp_path / "huis/medewerkers/nieuw.yml").read_text("utf-8")
    assert text == OWN + expected


def test_a_file_in_braces(tmp_path: Path) -> None:
    text = '{naam: "Ouderen", ik: Ik wil thuis blijven, kernboodschap: Kom maar.}\n'
    write_huis(tmp_path / "huis", {"klantgroepen/ouderen.yml": text})
    assert rename(tmp_path, "klantgroep", "ouderen", "senioren").exit_code == 0
    new = (tmp_path / "huis/klantgroepen/senioren.yml").read_text("utf-8")
    assert new.startswith('{naam: "Ouderen", ik: Ik wil thuis')
    assert "vroeger: [ouderen]" in new


def test_without_redirect(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis")
    result = rename(tmp_path, "medewerker", "samira", "sam", "--geen-doorverwijzing")
    assert "leidt" not in result.output
    assert (tmp_path / "huis/medewerkers/sam.yml").read_text("utf-8") == OWN


def test_without_a_page_no_old_name(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis")
    before = (tmp_path / "huis/partners/dorpswinkel.yml").read_text("utf-8")
    assert rename(tmp_path, "partner", "dorpswinkel", "winkel").exit_code == 0
    assert (tmp_path / "huis/partners/winkel.yml").read_text("utf-8") == before


def test_an_image_that_another_uses_too_stays(tmp_path: Path) -> None:
    extended = OWN + (
        "portret:\n  bestand: samira.webp\n  alt: Samira\n  toestemming: {datum: 2026-01-01}\n"
    )
    other = extended.replace("Samira El", "Sam El")
    huis = write_huis(
        tmp_path / "huis", {"medewerkers/samira.yml": extended, "medewerkers/b.yml": other}
    )
    shutil.copy(ROOT / "site_src/huis/medewerkers/samira.webp", huis / "medewerkers")
    assert rename(tmp_path, "medewerker", "samira", "sam").exit_code == 0
    assert "bestand: samira.webp" in (huis / "medewerkers/sam.yml").read_text("utf-8")
    assert (huis / "medewerkers/samira.webp").is_file()


def test_a_trial_changes_nothing(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis")
    before = contents(tmp_path)
    result = rename(tmp_path, "medewerker", "samira", "sam", "--proef")
    assert result.output.startswith('"samira" zou nu "sam" heten.\n')
    assert contents(tmp_path) == before


# --- what cannot be ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
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
         "klantgroep, behoefte, dienst, locatie, concurrent, usp, medewerker, partner, "
          "verhaal, cijfer, activiteit, mededeling, wijk, vacature, rol, vernieuwing, klantstem, "
          "opdracht en stuk."),
        (("organisatie", "organisatie", "club"),
         "Daar is er maar één van: pas organisatie.yml zelf aan. De naam van dat bestand ligt "
         "vast."),
        (("medewerker", "samira"),
         "Noem de soort, de naam die het nu heeft en de nieuwe naam, bijvoorbeeld: "
         "propositie hernoem medewerker gijs gijs-hollander."),
    ],
)  # fmt: skip
def test_what_cannot_be_done(tmp_path: Path, words: tuple[str, ...], expected: str) -> None:
    bea = OWN.replace("Samira", "Bea") + "vroeger: [beatrix]\n"
    huis = write_huis(tmp_path / "huis", {"medewerkers/bea.yml": bea})
    before = contents(tmp_path)
    result = rename(tmp_path, *words)
    assert result.stderr.replace(huis.as_posix(), "HUIS") == f"{expected}\n"
    assert (result.exit_code, result.stdout) == (2, "")
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [("2026-10-13", "ooit"), ("naam: ", "naam: : "), ("door: samira", "door: [samira]")],
    ids=["waarde", "yaml", "vorm"],
)
def test_an_error_in_a_file_that_has_to_change_too(tmp_path: Path, old: str, new: str) -> None:
    text = SMALL_HUIS["concurrenten/woonwinkel.yml"].replace(old, new)
    write_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": text})
    before = contents(tmp_path)
    result = rename(tmp_path, "medewerker", "samira", "sam")
    assert result.exit_code == 2
    assert "woonwinkel.yml:" in result.stderr
    assert "fout V" in result.stderr
    assert "er is niets veranderd.\n" in result.stderr
    assert contents(tmp_path) == before


def test_a_file_that_is_a_list(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": "- samira\n"})
    result = rename(tmp_path, "medewerker", "samira", "sam")
    assert result.exit_code == 2
    assert 'komt "samira" voor, maar dat bestand is niet te lezen.' in result.stderr


@pytest.mark.parametrize("words", ["hernoem medewerker samira sam", "erbij medewerker Sam"])
def test_in_every_broken_huis(tmp_path: Path, words: str) -> None:
    """Whatever is wrong with a house: it is done, or nothing changed and a sentence says why."""
    done = 0
    for number, case in enumerate(sorted((ROOT / "tests/messages").glob("V*.yml"))):
        other_text = yaml.safe_load(case.read_text("utf-8"))
        folder = tmp_path / str(number)
        write_huis(folder / "huis", other_text.get("huis"), other_text.get("bytes"))
        if not (folder / "huis").is_dir():
            continue
        before = contents(folder)
        result = CliRunner().invoke(main, [*words.split(), "--huis", str(folder / "huis")])
        assert result.exit_code in {0, 2}, (case.name, result.output, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), case.name
        if result.exit_code:
            assert result.stderr.rstrip()[-1] in ".?", case.name
            assert contents(folder) == before, case.name
        done += result.exit_code == 0
    assert done > 50


def test_an_error_elsewhere_stops_nothing(tmp_path: Path) -> None:
    write_huis(tmp_path / "huis", {"merk.yml": "kleuren: {hoofd: geel}\n"})
    assert rename(tmp_path, "medewerker", "samira", "sam").exit_code == 0


@pytest.mark.parametrize("failing_at", range(1, 6))
def test_all_or_nothing(tmp_path: Path, failing_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file cannot be put in its place, all of them are as they were."""
    write_tricky(tmp_path)
    before = contents(tmp_path)
    original, counted = Path.replace, 0

    def fail_midway(path: Path, target: Path) -> Path:
        nonlocal counted
        counted += 1
        if counted == failing_at:
            raise OSError(28, "No space left on device")
        return original(path, target)

    monkeypatch.setattr(Path, "replace", fail_midway)
    result = rename(tmp_path, "medewerker", "samira", "sam")
    assert result.exit_code == 2
    assert "Er is niets veranderd." in result.stderr
    assert contents(tmp_path) == before


def test_a_folder_that_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tricky(tmp_path)
    before = contents(tmp_path)

    def deny(path: Path, missing_ok: bool = False) -> None:
        if path.name == "samira.yml":
            raise PermissionError(13, "Permission denied")
        original(path, missing_ok)

    original = Path.unlink
    monkeypatch.setattr(Path, "unlink", deny)
    assert rename(tmp_path, "medewerker", "samira", "sam").exit_code == 2
    assert contents(tmp_path) == before


def test_the_site_holds_after_renaming_twice(tmp_path: Path) -> None:
    """From the command to the page: both old addresses lead straight to the last."""
    config_file = write_organisatie(tmp_path, {"../paginas/blog/de-tas.md": BERICHT})
    assert rename(tmp_path, "medewerkers/samira.yml", "sam").exit_code == 0
    assert rename(tmp_path, "medewerker", "sam", "samira-el-amrani").exit_code == 0
    built = build_site(config_file, strict=True)
    for old in ("sam", "samira"):
        html = (built / "mensen" / old / "index.html").read_text("utf-8")
        assert 'url=../samira-el-amrani/"' in html
    result = CliRunner().invoke(
        main, ["controleer", "--op", ON_DATE, "--huis", str(tmp_path / "huis")]
    )
    assert result.output == "Het huis is in orde: niets gevonden.\n"
