"""Every message that staff can get, word for word: one file in `meldingen/` per case.

A case lays some files over the small sound house and holds what `propositie controleer` then
says. `pytest --update-goldens` writes what it says now; read the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hulp.klein_huis import OP, bouw_huis
from propositie.cli import hoofd
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
