"""Every message that staff can get, word for word: one file in `meldingen/` per case.

A case lays some files over the small sound house and holds what `propositie controleer` then
says. `pytest --update-goldens` writes what it says now; read the difference before you keep it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from hulp.klein_huis import OP, bouw_huis
from propositie.bevinding import Bevinding, Ernst, Plaats
from propositie.cli import hoofd
from propositie.controle import controleer
from propositie.keuring import REGELS
from propositie.lezen import LEESCODES

MELDINGEN = Path(__file__).parent / "meldingen"


@pytest.mark.golden_test("meldingen/*.yml")
def test_melding(golden: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bouw_huis(tmp_path / "site_src" / "huis", golden.get("huis"), golden.get("bytes"))
    monkeypatch.chdir(tmp_path)
    uit = CliRunner().invoke(hoofd, ["controleer", "--op", str(golden.get("op", OP))])
    assert uit.output == golden.out["uitvoer"]
    assert uit.exit_code == golden.out["eindcode"]


def test_klein_huis_is_in_orde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bouw_huis(tmp_path / "site_src" / "huis")
    monkeypatch.chdir(tmp_path)
    uit = CliRunner().invoke(hoofd, ["controleer", "--op", OP])
    assert uit.output == "Het huis is in orde: niets gevonden.\n"


@pytest.mark.parametrize("code", [*LEESCODES, *REGELS])
def test_elke_code_heeft_een_voorbeeld(code: str) -> None:
    assert (MELDINGEN / f"{code}.yml").is_file()


@pytest.mark.parametrize("bestand", sorted(MELDINGEN.glob("*.yml")), ids=lambda p: p.stem)
def test_voorbeeld_toont_zijn_code(bestand: Path) -> None:
    code = bestand.stem.split("-")[0]
    tekst = bestand.read_text(encoding="utf-8")
    assert code in {*LEESCODES, *REGELS}
    assert f" {code}\n" in tekst.partition("uitvoer:")[2]


LEESFOUTEN = sorted(MELDINGEN.glob("V*.yml"))
"""What goes wrong before a rule is asked anything: what people really type and paste."""
MINSTENS = 120
BETER = re.compile(
    r"Schrijf(?: dan)?(?:, met (?P<spaties>\d+) spaties? ervoor|(?P<links>, helemaal links))?: "
    r"(?P<regel>\S.*)$"
)
NIET_TE_LEZEN = ("V01", "V02", "V09", "V10")
"""The codes of a line that YAML itself stumbles over."""


def test_er_zijn_genoeg_leesfouten() -> None:
    assert len(LEESFOUTEN) >= MINSTENS


def fouten_in(huismap: Path) -> list[Bevinding]:
    gevonden = controleer(huismap, date.fromisoformat(OP), "huis").bevindingen
    return [b for b in gevonden if b.ernst is Ernst.FOUT]


def verbeterd(regel: str, beter: re.Match[str]) -> str:
    """The line that a message tells to write, in place of `regel`."""
    inspringing = re.match(r"\s*", regel)[0]  # type: ignore[index]
    if beter["spaties"]:
        inspringing = " " * int(beter["spaties"])
    elif beter["links"]:
        inspringing = ""
    return inspringing + beter["regel"]


@pytest.mark.parametrize("bestand", LEESFOUTEN, ids=lambda p: p.stem)
def test_de_goede_regel_helpt(bestand: Path, tmp_path: Path) -> None:
    """Whoever writes the line that the message gives is rid of it, and YAML can read that line."""
    geval = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    huismap = bouw_huis(tmp_path / "huis", geval.get("huis"), geval.get("bytes"))
    eerst = fouten_in(huismap)
    for bevinding in eerst:
        plaats, beter = bevinding.plaats, BETER.search(bevinding.bericht)
        if beter is None:
            continue
        assert isinstance(plaats, Plaats)
        pad = tmp_path / plaats.bestand
        inhoud = pad.read_bytes()
        regels = inhoud.decode("utf-8-sig").splitlines()
        regels[plaats.regel - 1] = verbeterd(regels[plaats.regel - 1], beter)
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
        daarna = fouten_in(huismap)
        pad.write_bytes(inhoud)
        hier = {(b.code, b.plaats.regel, b.plaats.kolom) for b in daarna if b.plaats}
        assert (bevinding.code, plaats.regel, plaats.kolom) not in hier
        assert not {(code, plaats.regel) for code in NIET_TE_LEZEN} & {h[:2] for h in hier}
