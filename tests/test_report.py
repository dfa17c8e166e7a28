"""The report of a check in a pull request: readable, complete, and nothing in it does anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner
from markdown_it import MarkdownIt

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main
from propositie.edits import Certainty, Edit, Fix, Point
from propositie.finding import Finding, Location, Severity
from propositie.forecast import Dated
from propositie.report import MAX_FINDINGS, report

ERROR = Finding(
    "V03", Severity.ERROR, 'De behoefte "boodschapen" bestaat niet. Bedoelt u "boodschappen"?',
    Location("site_src/huis/diensten/taxi.yml", 4, 13, 11, "behoeften: [boodschapen]"),
)  # fmt: skip
TIP = Finding(
    "K35", Severity.TIP, "Schrijf het op.", Location("site_src/huis/medewerkers/a.yml", 1)
)


def test_the_whole_report() -> None:
    upcoming = [Dated(date(2027, 1, 1), "De pagina van Truus wordt een afscheid.")]
    assert (
        report([ERROR, TIP], upcoming)
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


def test_a_huis_in_order() -> None:
    assert report([]) == "## Het huis: Het huis is in orde: niets gevonden.\n"


def test_what_somebody_typed_does_nothing() -> None:
    hostile = "<img src=x onerror=alert(1)> [klik](https://kwaad.example) **vet** @iemand `code`"
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(
        report(
            [Finding("V08", Severity.ERROR, hostile, Location("a.yml", 1, 1, 3, "```\n</details>"))]
        )
    )
    assert "<img" not in html
    assert "<a " not in html
    assert "<code>code" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; [klik](https://kwaad.example) **vet**" in html


def mended(line: str, start: int, end: int, text: str) -> Finding:
    """A finding about `line` whose edit puts `text` between two columns."""
    edit = Edit("a.yml", Point(1, start), Point(1, end), text, "")
    place = Location("a.yml", 1, start, end - start, line)
    return Finding("V03", Severity.ERROR, "Kijk.", place, Fix([edit], Certainty.LIKELY))


def test_what_mends_a_finding_is_shown_as_a_comparison() -> None:
    finding = mended("behoeften: [boodschapen]", 13, 24, "boodschappen")
    assert """\
- regel 1, V03: Kijk. Schrijf: behoeften: \\[boodschappen\\]

         1 | behoeften: [boodschapen]
           |             ^^^^^^^^^^^

  ```diff
  -behoeften: [boodschapen]
  +behoeften: [boodschappen]
  ```
""" in report([finding])


def test_what_somebody_typed_does_not_close_the_comparison() -> None:
    finding = mended("x: ``` </details> <img src=x>", 1, 2, "y")
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(report([finding]))
    assert "<img" not in html
    assert "</details>" not in html
    assert "+y: ``` &lt;/details&gt; &lt;img src=x&gt;\n</code>" in html


def test_an_endless_list_is_cut_short() -> None:
    assert "En nog 7: kijk met" in report([ERROR] * (MAX_FINDINGS + 7))


def test_the_report_is_appended_to_the_file(tmp_path: Path) -> None:
    old = SMALL_HUIS["concurrenten/woonwinkel.yml"].replace("2026-10-13", "2019-10-13")
    huis = write_huis(tmp_path / "huis", {"concurrenten/woonwinkel.yml": old})
    path = tmp_path / "samenvatting.md"
    path.write_text("Wat er al stond.\n", "utf-8")
    command = ["controleer", "--huis", str(huis), "--op", ON_DATE, "--formaat", "github"]
    result = CliRunner().invoke(main, [*command, "--verslag", str(path)])
    assert result.exit_code == 0
    assert result.stdout.startswith("::warning file=")
    text = path.read_text("utf-8")
    assert text.startswith("Wat er al stond.\n## Het huis: 1 waarschuwing.")
    assert "2019-10-13" in text


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    huis = write_huis(tmp_path / "huis")
    path = str(tmp_path / "weg" / "verslag.md")
    result = CliRunner().invoke(main, ["controleer", "--huis", str(huis), "--verslag", path])
    assert result.exit_code == 2
    assert "is niet te schrijven" in result.stderr
