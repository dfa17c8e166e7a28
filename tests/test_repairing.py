"""Mending: each edit of the golden cases helps, changes nothing else, and keeps the meaning."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.cli import main, shared
from propositie.edits import Certainty, apply_to_bytes
from propositie.finding import Finding, Severity, mended_line
from propositie.inspection import Inspection, inspect
from propositie.repairing import plan_repairs, repair_one

CASES = sorted((Path(__file__).parent / "messages").glob("V*.yml"))
UNREADABLE = ("V01", "V02", "V09", "V10")
"""The codes of a line that YAML itself stumbles over."""
MINIMUM = 190
"""So many findings of the golden cases at least know what mends them."""


def look(huis_folder: Path) -> Inspection:
    return inspect(huis_folder, date.fromisoformat(ON_DATE), "huis")


def errors_of(huis_folder: Path) -> list[Finding]:
    return [b for b in look(huis_folder).findings if b.severity is Severity.ERROR]


def write_case(file: Path, folder: Path) -> Path:
    """The house of a golden case."""
    case = yaml.safe_load(file.read_text("utf-8"))
    return write_huis(folder / "huis", case.get("huis"), case.get("bytes"))


def place(finding: Finding) -> tuple[str, str, int, int]:
    assert finding.location is not None
    location = finding.location
    return finding.code, location.file, location.line, location.column


# --- each edit of the golden cases ----------------------------------------------------------------


def test_most_cases_know_what_mends_them(tmp_path: Path) -> None:
    found = [
        b
        for n, file in enumerate(CASES)
        for b in errors_of(write_case(file, tmp_path / str(n)))
        if b.can_be_mended
    ]
    assert len(found) >= MINIMUM


@pytest.mark.parametrize("file", CASES, ids=lambda p: p.stem)
def test_an_edit_helps_and_touches_nothing_else(file: Path, tmp_path: Path) -> None:
    huis_folder = write_case(file, tmp_path)
    for finding in errors_of(huis_folder):
        if finding.fix is None or not finding.can_be_mended:
            continue
        path = tmp_path / finding.fix.edits[0].file
        before = path.read_bytes()
        after = apply_to_bytes(before, finding.fix.edits)
        path.write_bytes(after)
        afterwards = {place(b) for b in errors_of(huis_folder) if b.location}
        path.write_bytes(before)
        _, shown_as, line, _ = place(finding)
        assert place(finding) not in afterwards
        assert not {(other, shown_as, line) for other in UNREADABLE} & {p[:3] for p in afterwards}
        lines = {edit.start.line for edit in finding.fix.edits}
        old, new = (content.splitlines(keepends=True) for content in (before, after))
        extra = sum(edit.text.count("\n") for edit in finding.fix.edits)
        assert len(new) == len(old) + extra
        if not extra:
            assert {n for n, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b} <= lines


KEY = re.compile(r"[\w\"'-]+(?= *[:=])")
UNSAID: Mapping[str, str] = {
    "months": "januari februari maart april mei juni juli augustus september oktober november "
    "december jan feb mrt apr jun jul aug sep sept okt oct nov dec october",
    "days": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "times": "uur u half kwart over voor tien negen",
    "numbers": "drie vier vijftig euro gratis",
    "colours": "rgb",
    "yes and no": "klopt",
    "web addresses": "htps mailto at",
    "two times": "tot",
    "days in English or with a mistake": "monday dinsdagg",
}
"""Words that a value loses because its new spelling says them without writing them."""
EXACT_ELSEWHERE = {"rgb", "half", "kwart"}
"""A value with one of these is calculated: its numbers come out as others."""


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


def is_same_but_for_marks(old: str, new: str, _: Finding) -> bool:
    """Spaces, quotes, tabs, brackets, dashes, line breaks: no letter and no digit."""
    return letters(old) == letters(new)


def is_a_key_spelt_otherwise(old: str, new: str, finding: Finding) -> bool:
    """Only the names of fields differ."""
    is_key = finding.code in {"V02", "V04"}
    return is_key and letters(KEY.sub("", old)) == letters(KEY.sub("", new))


def is_put_in_a_group(old: str, new: str, finding: Finding) -> bool:
    """All of it stays, and the name of the field is added."""
    return finding.code in {"V07", "V08"} and not letters(old) - letters(new)


def is_a_name_of_a_thing_or_choice(old: str, new: str, finding: Finding) -> bool:
    """One word, or the name that stood there, is an id or choice; the rest of the line stays."""
    parts = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [p for p in parts if p[0] != "equal"]
    here = finding.location
    assert here is not None
    inside = range(here.column - 1, here.column + here.length)
    is_name = finding.code in {"V03", "V14", "V17", "V18"}
    return is_name and all(p[1] in inside and p[2] - 1 <= inside[-1] for p in changed)


def is_a_value_spelt_otherwise(old: str, new: str, finding: Finding) -> bool:
    """Every word that is lost is said by the new spelling, and every number stays."""
    said = {word for words in UNSAID.values() for word in words.split()}
    old_words, new_words = (set(re.findall(r"[^\W\d_]+", t.casefold())) for t in (old, new))
    old_numbers, new_numbers = ({int(n) for n in re.findall(r"\d+", t)} for t in (old, new))
    numbers_stay = old_numbers <= new_numbers | {n % 100 for n in new_numbers}
    is_value = finding.code == "V08" and old_words - new_words <= said
    return is_value and (numbers_stay or bool(EXACT_ELSEWHERE & old_words))


def is_an_address_made_whole(old: str, new: str, finding: Finding) -> bool:
    """All of it stays, and what a browser needs is put before it; the file of a page gives way to
    its address."""
    bare = re.sub(r"\.(?:md|html)\b", "", old)
    return finding.code == "V21" and not letters(bare) - letters(new)


def is_a_list_without_its_numbers(old: str, new: str, finding: Finding) -> bool:
    """The number before a part of a list gives way to the dash."""
    return finding.code in {"V02", "V07"} and letters(re.sub(r"^\s*\w{1,2}[.)]", "", old)) == (
        letters(new)
    )


KINDS: tuple[Callable[[str, str, Finding], bool], ...] = (
    is_same_but_for_marks,
    is_a_key_spelt_otherwise,
    is_put_in_a_group,
    is_a_name_of_a_thing_or_choice,
    is_a_value_spelt_otherwise,
    is_a_list_without_its_numbers,
    is_an_address_made_whole,
)
"""All that an edit may be."""


@pytest.mark.parametrize("file", CASES, ids=lambda p: p.stem)
def test_an_edit_keeps_the_meaning(file: Path, tmp_path: Path) -> None:
    """No word, no number and no address is dropped or changed, but for these kinds of change."""
    huis_folder = write_case(file, tmp_path)
    for finding in errors_of(huis_folder):
        if finding.fix is None or not finding.can_be_mended:
            continue
        content = (tmp_path / finding.fix.edits[0].file).read_bytes()
        after = apply_to_bytes(content, finding.fix.edits)
        old, new = (c.decode("utf-8-sig").splitlines() for c in (content, after))
        changed = [e.start.line for e in finding.fix.edits]
        if len(old) != len(new):
            assert letters("".join(old)) == letters("".join(new))
            continue
        for line in changed:
            before, now = old[line - 1], new[line - 1]
            assert any(kind(before, now, finding) for kind in KINDS), (before, now)


@pytest.mark.parametrize("file", CASES, ids=lambda p: p.stem)
def test_what_is_certain_needs_no_thought(file: Path, tmp_path: Path) -> None:
    """No word that staff typed changes unasked, but for names and the ways to write a value."""
    for finding in errors_of(write_case(file, tmp_path)):
        if finding.fix is None or finding.fix.certainty is not Certainty.CERTAIN:
            continue
        new = mended_line(finding)
        if (
            finding.location
            and new is not None
            and finding.code not in {"V03", "V08", "V17", "V21"}
        ):
            old = finding.location.line_text
            assert letters(old.casefold()) == letters(new.casefold())


@pytest.mark.parametrize("file", CASES, ids=lambda p: p.stem)
def test_mending_a_whole_case_ends_and_helps(file: Path, tmp_path: Path) -> None:
    huis_folder = write_case(file, tmp_path)
    inspection = look(huis_folder)
    for repair in plan_repairs(inspection, lambda _: True):
        assert repair.mended
        assert repair.change.before != repair.change.after
        repair.change.target.write_bytes(repair.change.after)
        left = [b for b in errors_of(huis_folder) if b.location]
        mine = [place(b) for b in left if place(b)[1] == repair.change.shown_as]
        told = {place(b) for b in repair.left if b.location}
        assert {p for p in mine if p[0] not in {"V14", "K07"}} <= told


# --- refused -------------------------------------------------------------------------------------


def test_an_edit_that_brings_another_mistake_is_not_written(tmp_path: Path) -> None:
    """`boegbeeld_van: ouderen, weg` becomes a list, and then one of them does not exist."""
    text = SMALL_HUIS["medewerkers/samira.yml"].replace("[ouderen]", "ouderen, verdwenen")
    huis = write_huis(tmp_path / "huis", {"medewerkers/samira.yml": text})
    inspection = look(huis)
    assert [b.can_be_mended for b in inspection.errors] == [True]
    assert repair_one(inspection, inspection.errors[0]) is None
    assert list(plan_repairs(inspection, lambda _: True)) == []


def test_what_shows_only_after_a_mending_does_not_keep_it_back(huis: Path) -> None:
    """References are looked at once the other fields are right: an unknown id is older news."""
    dienst = huis / "diensten/boodschappentaxi.yml"
    text = SMALL_HUIS["diensten/boodschappentaxi.yml"].replace("[boodschappen]", "[boodschapen]")
    dienst.write_text(text + "vorm: groep, online\n", "utf-8")
    assert mend(huis).exit_code == 1
    assert dienst.read_text("utf-8") == text + "vorm: [groep, online]\n"
    assert "V03" in [finding.code for finding in errors_of(huis)]


def test_a_remark_behind_a_text_is_not_quoted_along_unasked(tmp_path: Path) -> None:
    text = SMALL_HUIS["behoeften/boodschappen.yml"].replace(
        "naam: Boodschappen doen", "naam: Nodig: boodschappen  # nog navragen"
    )
    huis = write_huis(tmp_path / "huis", {"behoeften/boodschappen.yml": text})
    assert list(plan_repairs(look(huis), lambda _: False)) == []


# --- the command ---------------------------------------------------------------------------------

BROKEN = {
    "diensten/boodschappentaxi.yml": SMALL_HUIS["diensten/boodschappentaxi.yml"]
    .replace("naam: ", "naam:")
    .replace("[boodschappen]", "[boodschapen]  # let op")
    .replace("waar: [de-linde]", "waar: [de-linde.yml]"),
    "medewerkers/samira.yml": SMALL_HUIS["medewerkers/samira.yml"].replace("  - {loc", "\t- {loc"),
}


def mend(huis_folder: Path, *options: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, ["herstel", "--huis", str(huis_folder), *options], input=answer)


@pytest.fixture
def huis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shared, "today", lambda: date.fromisoformat(ON_DATE))
    return write_huis(Path("huis"), BROKEN)


def contents(huis_folder: Path) -> dict[str, str]:
    return {p.relative_to(huis_folder).as_posix(): p.read_text("utf-8")
            for p in huis_folder.rglob("*.yml")}  # fmt: skip


def test_what_is_certain_is_written_and_the_rest_told(huis: Path) -> None:
    result = mend(huis)
    assert result.exit_code == 1
    assert (
        result.output
        == """\
huis/diensten/boodschappentaxi.yml
  regel 1, V02: naam: Boodschappentaxi
  regel 8, V03: waar: [de-linde]

huis/medewerkers/samira.yml
  regel 6, V09: - {locatie: de-linde, wanneer: maandag van 9 tot 12 uur}

3 fouten in 2 bestanden zijn hersteld.

Dit blijft over voor u:

huis/diensten/boodschappentaxi.yml:2:13  fout V03
   2 | behoeften: [boodschapen]  # let op
     |             ^^^^^^^^^^^
  De behoefte "boodschapen" bestaat niet. Bedoelt u "boodschappen"? Schrijf dan: \
behoeften: [boodschappen]  # let op

1 fout.
Wat waarschijnlijk bedoeld is, schrijft: propositie herstel --ook-waarschijnlijk
"""
    )
    now = contents(huis)
    taxi = SMALL_HUIS["diensten/boodschappentaxi.yml"]
    assert now["diensten/boodschappentaxi.yml"] == taxi.replace(
        "[boodschappen]", "[boodschapen]  # let op"
    )
    assert now["medewerkers/samira.yml"] == SMALL_HUIS["medewerkers/samira.yml"]
    assert sorted(p.name for p in huis.rglob(".*")) == []


def test_what_is_likely_is_written_when_asked_for(huis: Path) -> None:
    result = mend(huis, "--ook-waarschijnlijk")
    assert result.exit_code == 0
    assert result.output.endswith("\n4 fouten in 2 bestanden zijn hersteld.\n")
    taxi = SMALL_HUIS["diensten/boodschappentaxi.yml"]
    assert contents(huis) == {
        **SMALL_HUIS,
        "diensten/boodschappentaxi.yml": taxi.replace("[boodschappen]", "[boodschappen]  # let op"),
    }


@pytest.mark.parametrize(("answer", "code"), [("ja\n", 0), ("J\n", 0), ("nee\n", 1), ("\n", 1)])
def test_at_a_terminal_what_is_likely_is_asked(
    huis: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(shared, "has_terminal", lambda: True)
    result = mend(huis, answer=answer)
    assert result.exit_code == code
    assert result.output.count("Zal ik het zo schrijven? Typ ja of nee") == 1
    assert ("[boodschappen]  # let op" in contents(huis)["diensten/boodschappentaxi.yml"]) == (
        code == 0
    )


def test_a_trial_shows_and_writes_nothing(huis: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "has_terminal", lambda: True)
    before = contents(huis)
    result = mend(huis, "--proef")
    assert contents(huis) == before
    assert result.exit_code == 1
    assert result.output.startswith("""\
--- huis/diensten/boodschappentaxi.yml
+++ huis/diensten/boodschappentaxi.yml
@@ -1,2 +1,2 @@
-naam:Boodschappentaxi
+naam: Boodschappentaxi
 behoeften: [boodschapen]  # let op
""")
    assert (
        "\n3 fouten in 2 bestanden zouden hersteld worden. Er is niets geschreven.\n"
        in result.output
    )
    assert "Zal ik het zo schrijven" not in result.output
    assert (
        "+behoeften: [boodschappen]  # let op\n"
        in mend(huis, "--proef", "--ook-waarschijnlijk").output
    )


def test_only_the_files_that_are_named(huis: Path) -> None:
    result = mend(huis, "huis/medewerkers/samira.yml")
    assert result.exit_code == 0
    assert (
        result.output
        == """\
huis/medewerkers/samira.yml
  regel 6, V09: - {locatie: de-linde, wanneer: maandag van 9 tot 12 uur}

1 fout in 1 bestand is hersteld.
"""
    )
    taxi = "diensten/boodschappentaxi.yml"
    assert contents(huis)[taxi] == BROKEN[taxi]


def test_a_file_that_is_not_of_the_house(huis: Path) -> None:
    before = contents(huis)
    result = mend(huis, "huis/medewerkers/weg.yml")
    assert result.exit_code == 2
    assert result.stderr == (
        'Het bestand "huis/medewerkers/weg.yml" hoort niet bij het huis, of het is er niet.\n'
    )
    assert contents(huis) == before


def test_a_sound_house(tmp_path: Path) -> None:
    result = mend(write_huis(tmp_path / "huis"))
    assert (result.exit_code, result.output) == (0, "Er is niets te herstellen.\n")


def test_what_only_a_person_can_mend(tmp_path: Path) -> None:
    huis = write_huis(tmp_path / "huis", {"merk.yml": "kleuren: {hoofd: geel}\n"})
    result = mend(huis)
    assert result.exit_code == 1
    assert result.output.startswith(
        "Er is niets dat vanzelf te herstellen is.\n\nDit blijft over voor u:\n"
    )
    assert "waarschijnlijk" not in result.output


def test_no_folder_to_mend(tmp_path: Path) -> None:
    assert mend(tmp_path / "weg").exit_code == 2


def test_a_file_saved_while_somebody_thinks_is_kept(
    huis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question stands at the terminal, and a colleague presses save in an editor."""
    taxi = huis / "diensten/boodschappentaxi.yml"

    def save_and_agree() -> bool:
        taxi.write_text("naam: Net bewaard\n", "utf-8")
        return True

    monkeypatch.setattr(shared, "has_terminal", save_and_agree)
    samira = (huis / "medewerkers/samira.yml").read_text("utf-8")
    result = mend(huis, answer="ja\n")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "boodschappentaxi.yml is intussen veranderd. Er is niets geschreven. Probeer het opnieuw.\n"
    )
    assert taxi.read_text("utf-8") == "naam: Net bewaard\n"
    assert (huis / "medewerkers/samira.yml").read_text("utf-8") == samira


def test_comments_line_ends_and_a_mark_at_the_start_stay(huis: Path) -> None:
    path = huis / "diensten/boodschappentaxi.yml"
    typed = "\ufeff# van de balie\r\n" + BROKEN["diensten/boodschappentaxi.yml"].replace(
        "\n", "\r\n"
    )
    path.write_bytes(typed.encode())
    mend(huis, "--ook-waarschijnlijk")
    good = SMALL_HUIS["diensten/boodschappentaxi.yml"].replace(
        "[boodschappen]", "[boodschappen]  # let op"
    )
    assert path.read_bytes().decode() == "\ufeff# van de balie\r\n" + good.replace("\n", "\r\n")


def test_json_holds_the_edits(tmp_path: Path) -> None:
    text = SMALL_HUIS["merk.yml"].replace("hoofd: ", "hoofd:")
    taxi = BROKEN["diensten/boodschappentaxi.yml"].replace("naam:B", "naam: B")
    huis = write_huis(tmp_path / "huis", {"merk.yml": text, "diensten/boodschappentaxi.yml": taxi})
    result = CliRunner().invoke(main, ["controleer", "--huis", str(huis), "--formaat", "json"])
    rows = yaml.safe_load(result.stdout)
    edits = [edit for row in rows for edit in row["herstel"]]
    assert {edit["zekerheid"] for edit in edits} == {"zeker", "waarschijnlijk"}
    nearest = next(edit for edit in edits if edit["zekerheid"] == "waarschijnlijk")
    assert nearest == {
        "bestand": f"{huis.as_posix()}/diensten/boodschappentaxi.yml",
        "van": {"regel": 2, "kolom": 22},
        "tot": {"regel": 2, "kolom": 22},
        "tekst": "p",
        "zekerheid": "waarschijnlijk",
    }
