"""The report of a check in a pull request: readable, complete, and nothing in it does anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner
from markdown_it import MarkdownIt

from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from propositie.bevinding import Bevinding, Ernst, Plaats
from propositie.cli import hoofd
from propositie.verslag import MEEST, verslag
from propositie.vooruitblik import Verandering

FOUT = Bevinding(
    "V03", Ernst.FOUT, 'De behoefte "boodschapen" bestaat niet. Bedoelt u "boodschappen"?',
    Plaats("site_src/huis/diensten/taxi.yml", 4, 13, 11, "behoeften: [boodschapen]"),
)  # fmt: skip
TIP = Bevinding("K35", Ernst.TIP, "Schrijf het op.", Plaats("site_src/huis/medewerkers/a.yml", 1))


def test_het_hele_verslag() -> None:
    straks = [Verandering(date(2027, 1, 1), "De pagina van Truus wordt een afscheid.")]
    assert (
        verslag([FOUT, TIP], straks)
        == """\
## Het huis: 1 fout, 1 tip.

De site wordt pas gebouwd als de fouten weg zijn. Wat er nu op staat, blijft zo lang staan.

### Fouten: eerst dit verbeteren (1)

**site\\_src/huis/diensten/taxi.yml**

- regel 4, V03: De behoefte "boodschapen" bestaat niet. Bedoelt u "boodschappen"?

         4 | behoeften: [boodschapen]
           |             ^^^^^^^^^^^


<details><summary>Tips (1)</summary>

**site\\_src/huis/medewerkers/a.yml**

- regel 1, K35: Schrijf het op.

</details>

### Wat er vanzelf verandert

- 1 januari 2027: De pagina van Truus wordt een afscheid.
"""
    )


def test_een_huis_in_orde() -> None:
    assert verslag([]) == "## Het huis: Het huis is in orde: niets gevonden.\n"


def test_wat_iemand_typte_doet_niets() -> None:
    boos = "<img src=x onerror=alert(1)> [klik](https://kwaad.example) **vet** @iemand `code`"
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(
        verslag([Bevinding("V08", Ernst.FOUT, boos, Plaats("a.yml", 1, 1, 3, "```\n</details>"))])
    )
    assert "<img" not in html
    assert "<a " not in html
    assert "<code>code" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; [klik](https://kwaad.example) **vet**" in html


def test_een_eindeloze_lijst_wordt_afgekapt() -> None:
    assert "En nog 7: kijk met" in verslag([FOUT] * (MEEST + 7))


def test_het_verslag_komt_achteraan_in_het_bestand(tmp_path: Path) -> None:
    oud = KLEIN_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    huis = bouw_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": oud})
    pad = tmp_path / "samenvatting.md"
    pad.write_text("Wat er al stond.\n", "utf-8")
    opdracht = ["controleer", "--huis", str(huis), "--op", OP, "--formaat", "github"]
    uit = CliRunner().invoke(hoofd, [*opdracht, "--verslag", str(pad)])
    assert uit.exit_code == 0
    assert uit.stdout.startswith("::warning file=")
    tekst = pad.read_text("utf-8")
    assert tekst.startswith("Wat er al stond.\n## Het huis: 1 waarschuwing.")
    assert "2019-10-13" in tekst


def test_een_verslag_dat_niet_te_schrijven_is(tmp_path: Path) -> None:
    huis = bouw_huis(tmp_path / "huis")
    pad = str(tmp_path / "weg" / "verslag.md")
    uit = CliRunner().invoke(hoofd, ["controleer", "--huis", str(huis), "--verslag", pad])
    assert uit.exit_code == 2
    assert "is niet te schrijven" in uit.stderr
