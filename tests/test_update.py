"""Bringing an organisation up to date: what it changed stays, and nothing is half written."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.build import ROOT
from propositie import __version__
from propositie.cli import main
from propositie.scaffold import start_files as start_files_module
from propositie.scaffold.merge import merge_texts
from propositie.scaffold.record import RECORD, read_record
from propositie.scaffold.start_files import (
    LOCK,
    OWN_REQUIREMENT,
    START,
    Requirement,
    keep_wheel,
    requirement_of,
    start_files,
)

FIRST = ROOT / "tests/fixtures/houses/0.1.0/new"
"""An organisation as the first version wrote it."""
SITE_WORKFLOW = ".github/workflows/site.yml"


def bijwerken(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["bijwerken", str(folder), *options])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and ".vscode" not in p.parts
    }


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIRST, tmp_path / "eerste"))


@pytest.fixture
def club(tmp_path: Path) -> Path:
    folder = tmp_path / "club"
    assert CliRunner().invoke(main, ["nieuw", str(folder), "--naam", "Club"]).exit_code == 0
    return folder


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a later version would begin with; a test changes it."""
    later = Path(shutil.copytree(START, tmp_path / "later"))
    monkeypatch.setattr(start_files_module.start_files, "__defaults__", (later,))
    return later


def test_nothing_to_do_changes_nothing(club: Path) -> None:
    before = tree(club)
    result = bijwerken(club)
    assert (result.exit_code, result.output) == (0, f"Alles is bij (propositie {__version__}).\n")
    assert tree(club) == before


def test_the_first_version_becomes_what_is_begun_today(first: Path) -> None:
    content = {n: raw for n, raw in tree(first).items() if n.startswith("site_src/")}
    result = bijwerken(first)
    assert result.exit_code == 0, result.output
    assert f"Bijgewerkt naar propositie {__version__}:\n" in result.output
    new = {p: t for p, t in start_files("Welzijn Duinrand") if not p.startswith("site_src/")}
    del new[OWN_REQUIREMENT]
    after = tree(first)
    assert {p: after[p].decode() for p in new} == new
    assert after[OWN_REQUIREMENT].decode().splitlines()[1:] == ["propositie==0.1.0"]
    assert {n: raw for n, raw in after.items() if n.startswith("site_src/")} == content
    assert bijwerken(first).output.startswith("Alles is bij")


def test_what_the_organisation_changed_stays(first: Path) -> None:
    """An own address and a file for their own packages: both kept, and what is new comes in."""
    settings = first / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "extra_css: [eigen.css]\n", "utf-8")
    result = bijwerken(first)
    assert "mkdocs.yml  (wat jullie erin veranderden, bleef staan)" in result.output
    text = settings.read_text("utf-8")
    assert text.endswith("extra_css: [eigen.css]\n")
    assert "material/search" not in text


def test_where_two_changes_meet_somebody_chooses(first: Path) -> None:
    workflow = first / SITE_WORKFLOW
    own = workflow.read_text("utf-8").replace("-r requirements.txt", "-r requirements.txt -r x.txt")
    workflow.write_text(own, "utf-8")
    result = bijwerken(first)
    assert result.exit_code == 1
    assert workflow.read_text("utf-8") == own
    assert f"{SITE_WORKFLOW}: hier moet u kiezen." in result.output
    assert "python -m pip install -r requirements.txt -r x.txt" in result.output
    assert "python -m pip install --require-hashes -r requirements.txt" in result.output
    assert (first / LOCK).read_text("utf-8") == (ROOT / LOCK).read_text("utf-8")
    again = bijwerken(first)  # it is told until somebody chose
    assert again.exit_code == 1
    kept = bijwerken(first, "--houd", SITE_WORKFLOW)
    assert kept.exit_code == 0
    text = workflow.read_text("utf-8")
    assert "-r requirements.txt -r x.txt" in text  # ours, where it met
    assert "melden:" in text  # theirs, elsewhere
    assert bijwerken(first).output.startswith("Alles is bij")


def test_what_is_taken_over_by_hand_is_no_clash(first: Path) -> None:
    workflow = first / SITE_WORKFLOW
    workflow.write_text(workflow.read_text("utf-8").replace("-r requirements.txt", "-r x"), "utf-8")
    assert bijwerken(first).exit_code == 1
    new = dict(start_files("Welzijn Duinrand"))[SITE_WORKFLOW]
    workflow.write_text(new, "utf-8")
    assert bijwerken(first).output.startswith("Alles is bij")


def test_what_was_taken_away_stays_away(club: Path, next_version: Path) -> None:
    (club / ".github/workflows/vernieuwen.yml").unlink()
    workflow = next_version / "github/workflows/vernieuwen.yml"
    workflow.write_text(workflow.read_text("utf-8") + "# later\n", "utf-8")
    assert bijwerken(club).exit_code == 0
    assert not (club / ".github/workflows/vernieuwen.yml").exists()


def test_what_is_new_comes_and_what_is_not_needed_goes(club: Path, next_version: Path) -> None:
    (next_version / "nieuw.txt").write_text("nieuw\n", "utf-8")
    (next_version / "gitignore").unlink()
    (next_version / "werkboek.yml").unlink()
    own = (club / "werkboek.yml").read_text("utf-8") + "# van ons\n"
    (club / "werkboek.yml").write_text(own, "utf-8")
    result = bijwerken(club)
    assert (club / "nieuw.txt").read_text("utf-8") == "nieuw\n"
    assert not (club / ".gitignore").exists()
    assert (club / "werkboek.yml").read_text("utf-8") == own  # it was theirs by then
    assert "nieuw.txt  (nieuw)" in result.output
    assert ".gitignore  (weggehaald: niet meer nodig)" in result.output


def test_a_lock_that_was_changed_is_not_lost(club: Path, next_version: Path) -> None:
    own = (club / LOCK).read_text("utf-8") + "hun-pakket==1\n"
    (club / LOCK).write_text(own, "utf-8")
    (next_version / LOCK).write_text("# later\n", "utf-8")
    result = bijwerken(club)
    assert result.exit_code == 1
    assert "Jullie veranderden het, en propositie schrijft nu iets anders." in result.output
    assert (club / LOCK).read_text("utf-8") == own


def test_what_is_left_for_another_time_is_done_then(first: Path) -> None:
    """In GitHub no workflow may change workflows: somebody does that later."""
    before = (first / SITE_WORKFLOW).read_bytes()
    assert bijwerken(first, "--zonder", ".github/workflows/").exit_code == 0
    assert (first / SITE_WORKFLOW).read_bytes() == before
    assert not (first / ".github/workflows/vernieuwen.yml").exists()
    assert (first / LOCK).read_bytes() == (ROOT / LOCK).read_bytes()
    result = bijwerken(first)
    assert [row.split()[0] for row in result.output.splitlines()[1:]] == [
        SITE_WORKFLOW, ".github/workflows/vernieuwen.yml",
    ]  # fmt: skip


def test_trying_changes_nothing(first: Path) -> None:
    before = tree(first)
    result = bijwerken(first, "--proef")
    assert tree(first) == before
    assert "-  - material/search" in result.output.replace("  -  -", "-  -")
    assert "(een lijst met kenmerken; te lang om hier te tonen)" in result.output


def test_line_ends_of_windows_stay(first: Path) -> None:
    settings = first / "mkdocs.yml"
    settings.write_bytes(settings.read_bytes().replace(b"\n", b"\r\n"))
    assert bijwerken(first).exit_code == 0
    raw = settings.read_bytes()
    assert b"material/search" not in raw
    assert raw.count(b"\n") == raw.count(b"\r\n") > 5


@pytest.mark.parametrize("content", ["", "{", "[]", '{"naam": 1}', '{"naam":"x","geschreven":3}'])
def test_a_damaged_record_is_no_record(club: Path, content: str) -> None:
    (club / RECORD).write_text(content, "utf-8")
    assert read_record(club).naam == "Club"
    assert bijwerken(club).exit_code in {0, 1}


def test_a_disk_that_refuses_leaves_every_file(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(first)

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("propositie.edits.write.os.fsync", refuse)
    result = bijwerken(first)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert tree(first) == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [((), "staat geen mkdocs.yml"), (("--houd", "x"), "staat geen mkdocs.yml")],
)
def test_no_organisation(tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    result = bijwerken(tmp_path, *options)
    assert result.exit_code == 2
    assert sentence in result.output


def test_only_what_is_written_can_be_kept(club: Path) -> None:
    result = bijwerken(club, "--houd", "site_src/huis/merk.yml")
    assert result.exit_code == 2
    assert '"site_src/huis/merk.yml" schrijft propositie niet.' in result.output


# --- where propositie comes from ----------------------------------------------------------------

ORIGINS = {
    "an index": (None, "propositie==1.2"),
    "git": (
        '{"url": "https://git.example/p", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
        "propositie @ git+https://git.example/p@abc",
    ),
    "an address": (
        '{"url": "https://x.example/p-1.2.whl", "archive_info": {"hashes": {"sha256": "12"}}}',
        "propositie @ https://x.example/p-1.2.whl \\\n    --hash=sha256:12",
    ),
    "a file": (
        '{"url": "file:///x/p-1.2.whl", "archive_info": {"hashes": {"sha256": "12"}}}',
        "./gereedschap/p-1.2.whl \\\n    --hash=sha256:12",
    ),
}
UNKNOWN = {
    "a checkout": '{"url": "file:///home/x", "dir_info": {"editable": true}}',
    "an address with a key in it": (
        '{"url": "https://key@git.example/p", "vcs_info": {"vcs": "git", "commit_id": "abc"}}'
    ),
}


@pytest.mark.parametrize(("direct_url", "text"), ORIGINS.values(), ids=ORIGINS)
def test_the_origin_is_named(direct_url: str | None, text: str) -> None:
    assert requirement_of(direct_url, "1.2").text == text


@pytest.mark.parametrize("direct_url", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_origin_is_asked_for(direct_url: str) -> None:
    requirement = requirement_of(direct_url, "1.2")
    assert not requirement.is_known
    assert all(line.startswith("#") for line in requirement.text.splitlines())
    assert "key" not in requirement.text


def test_a_wheel_is_kept_with_the_organisation(tmp_path: Path) -> None:
    wheel = tmp_path / "propositie-1.2-py3-none-any.whl"
    wheel.write_bytes(b"PK")
    (tmp_path / "club/gereedschap").mkdir(parents=True)
    (tmp_path / "club/gereedschap/propositie-1.1-py3-none-any.whl").write_bytes(b"old")
    kept = keep_wheel(tmp_path / "club", Requirement("x", wheel))
    assert kept == [f"gereedschap/{wheel.name}"]
    assert [p.name for p in (tmp_path / "club/gereedschap").iterdir()] == [wheel.name]


def test_organisations_get_our_own_lock() -> None:
    assert (START / LOCK).read_bytes() == (ROOT / LOCK).read_bytes(), "run make lock"


# --- merging ------------------------------------------------------------------------------------

LINES = ["a\n", "b\n", "c\n", "d\n", "\n"]


def _change(rng: random.Random, lines: list[str]) -> str:
    result = list(lines)
    for _ in range(rng.randrange(4)):
        place = rng.randrange(len(result) + 1)
        result[place : place + rng.randrange(3)] = rng.choices(LINES, k=rng.randrange(3))
    return "".join(result)


@pytest.mark.parametrize("seed", range(400))
def test_a_merge_keeps_both_sides(seed: int, tmp_path: Path) -> None:
    """What git makes of it without a conflict, we make of it, or we ask."""
    rng = random.Random(seed)
    lines = [f"{n}\n" for n in range(rng.randrange(12))]
    base, ours, theirs = "".join(lines), _change(rng, lines), _change(rng, lines)
    assert merge_texts(base, base, theirs).text == theirs
    assert merge_texts(base, ours, base).text == ours
    assert merge_texts(base, ours, ours) == merge_texts(base, ours, base)
    merged = merge_texts(base, ours, theirs)
    assert {*merged.text.splitlines()} <= {*ours.splitlines(), *theirs.splitlines()}
    for name, text in {"base": base, "ours": ours, "theirs": theirs}.items():
        (tmp_path / name).write_text(text, "utf-8")
    by_git = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if not merged.conflicts and by_git.returncode == 0:
        assert merged.text == by_git.stdout
    if merged.conflicts:
        for conflict in merged.conflicts:
            start = conflict.line - 1
            assert ours.splitlines(keepends=True)[start : start + len(conflict.ours)] == list(
                conflict.ours
            )


def test_a_text_without_a_last_line_end() -> None:
    assert merge_texts("a\nb", "a\nb\n", "a\nc").text == "a\nc\n"
