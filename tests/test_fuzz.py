"""Whatever goes wrong in one file of the demo, the messages stay few and name that file.

Each seed breaks one file in one way at one place, as people and programs do, and has the real
check look at the whole house. There is never a traceback, never a landslide of errors, and when
there is an error, the file that was broken is named.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.build import ROOT
from propositie.cli import main
from propositie.finding import Finding, Severity, as_github, as_json, as_text
from propositie.inspection import Inspector

ON_DATE = date(2026, 11, 20)
SEEDS = 2000
SHARDS = 20
MAX_NEW = 5
"""One mistake may show in this many places, and no more."""

Random = random.Random
Breakage = Callable[[Random, list[str]], None]
"""A way to break a file: changes some of its lines."""


def _choose(rng: Random, lines: list[str], pattern: str = r"\S") -> int:
    """The number of a line that matches `pattern`; of any line when none does."""
    row = [n for n, r in enumerate(lines) if re.search(pattern, r)]
    return rng.choice(row or range(len(lines)))


def _replace(old: str, new: str) -> Breakage:
    """Replace the first match of a pattern on one line where it occurs."""

    def break_lines(rng: Random, lines: list[str]) -> None:
        n = _choose(rng, lines, old)
        lines[n] = re.sub(old, new, lines[n], count=1)

    return break_lines


def _insert(piece: str) -> Breakage:
    """Put a character or word somewhere in a line."""

    def break_lines(rng: Random, lines: list[str]) -> None:
        n = _choose(rng, lines)
        k = rng.randrange(len(lines[n]) + 1)
        lines[n] = lines[n][:k] + piece + lines[n][k:]

    return break_lines


def _insert_line(line: str) -> Breakage:
    def break_lines(rng: Random, lines: list[str]) -> None:
        lines.insert(rng.randrange(len(lines) + 1), line)

    return break_lines


def _swap(rng: Random, lines: list[str]) -> None:
    a, b = _choose(rng, lines), _choose(rng, lines)
    lines[a], lines[b] = lines[b], lines[a]


def _duplicate(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    lines.insert(n, lines[n])


def _duplicate_block(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    lines[n:n] = lines[n : n + rng.randrange(2, 6)]


def _delete(rng: Random, lines: list[str]) -> None:
    del lines[_choose(rng, lines)]


def _move(rng: Random, lines: list[str]) -> None:
    line = lines.pop(_choose(rng, lines))
    lines.insert(rng.randrange(len(lines) + 1), line)


def _join(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    if n + 1 < len(lines):
        lines[n] += " " + lines.pop(n + 1).strip()


def _split(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines, r"\S \S")
    k = rng.choice([v.start() for v in re.finditer(" ", lines[n])] or [0])
    lines[n : n + 1] = [lines[n][:k], lines[n][k + 1 :]]


def _indent(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    lines[n] = " " * rng.choice([0, 1, 2, 3, 4, 6, 8]) + lines[n].lstrip()


def _indent_block(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    for m in range(n, min(len(lines), n + rng.randrange(2, 6))):
        lines[m] = "  " + lines[m] if rng.random() < 0.9 else lines[m]


def _cut_end(rng: Random, lines: list[str]) -> None:
    text = "\n".join(lines)
    lines[:] = text[: rng.randrange(len(text))].split("\n")


def _cut_start(rng: Random, lines: list[str]) -> None:
    text = "\n".join(lines)
    lines[:] = text[rng.randrange(min(200, len(text))) :].split("\n")


def _change_key(transform: Callable[[str], str]) -> Breakage:
    def break_lines(rng: Random, lines: list[str]) -> None:
        n = _choose(rng, lines, r"^[ -]*\w+:")
        lines[n] = re.sub(r"\w+(?=:)", lambda v: transform(v[0]), lines[n], count=1)

    return break_lines


def _change_word(rng: Random, lines: list[str]) -> None:
    """Change a letter in a word behind a colon or in a list: a reference, choice or number."""
    n = _choose(rng, lines, r"[:\[-] ?[\w-]+")
    places = [v.start() for v in re.finditer(r"\w", lines[n])] or [0]
    k = rng.choice(places)
    lines[n] = lines[n][:k] + rng.choice("abcxyz019") + lines[n][k + 1 :]


def _conflict(rng: Random, lines: list[str]) -> None:
    n = _choose(rng, lines)
    lines[n : n + 1] = ["<<<<<<< HEAD", lines[n], "=======", lines[n], ">>>>>>> ander"]


BREAKAGES: dict[str, Breakage] = {
    "dubbele punt weg": _replace(r":(?= |$)", ""),
    "spatie weg": _replace(r": (?=\S)", ":"),
    "spatie na streepje weg": _replace(r"- (?=\S)", "-"),
    "is-teken": _replace(r":(?= |$)", " ="),
    "puntkomma": _replace(r":(?= |$)", ";"),
    "tab vooraan": _replace(r"^ *", "\t"),
    "tab": _insert("\t"),
    "vaste spatie vooraan": _replace(r"^ +", "\u00a0\u00a0"),
    "vaste spatie": _replace(r"(?<=[:-]) ", "\u00a0"),
    "lang streepje": _replace(r"^( *)- ", r"\1– "),
    "bolletje": _replace(r"^( *)- ", r"\1• "),
    "sterretje": _replace(r"^( *)- ", r"\1* "),
    "gekrulde aanhalingstekens": _replace(r'"([^"]*)"', "“\\1”"),
    "gekruld sluitteken": _replace(r'"([^"]*)"', '"\\1”'),
    "aanhalingsteken weg": _replace(r'"', ""),
    "aanhalingsteken erbij": _insert('"'),
    "apostrof erbij": _insert("'"),
    "dubbele punt erbij": _insert(": "),
    "hekje erbij": _insert(" #"),
    "komma erbij": _insert(","),
    "haak weg": _replace(r"[\[\]]", ""),
    "haak erbij": _insert("["),
    "accolade weg": _replace(r"[{}]", ""),
    "accolade erbij": _insert("}"),
    "komma weg": _replace(r"(?<=[\w}]),", ""),
    "waarde weg": _replace(r"(?<=:) .*$", ""),
    "lijst wordt tekst": _replace(r"\[([^\]]*)\]", r"\1"),
    "tekst wordt lijst": _replace(r"(?<=: )([^\[{|\n]+)$", r"[\1]"),
    "groep wordt tekst": _replace(r"\{([^}]*)\}", "zie hiernaast"),
    "getal wordt woord": _replace(r"\d+", "zeven"),
    "datum wordt woord": _replace(r"\d{4}-\d\d-\d\d", "1 maart"),
    "hoofdletters in sleutel": _change_key(str.upper),
    "hoofdletter in sleutel": _change_key(str.capitalize),
    "letter weg in sleutel": _change_key(lambda s: s[:-1]),
    "streepje in sleutel": _change_key(lambda s: s.replace("_", "-") + "en"),
    "andere sleutel": _change_key(lambda _: "description"),
    "letter in woord": _change_word,
    "verwijzing": _replace(r"(?<=[\[ ])[a-z]+-[a-z]+", "bestaat-niet"),
    "regels verwisseld": _swap,
    "regel verplaatst": _move,
    "regel dubbel": _duplicate,
    "stuk dubbel": _duplicate_block,
    "regel weg": _delete,
    "regels samen": _join,
    "regel gebroken": _split,
    "regel springt anders": _indent,
    "stuk springt anders": _indent_block,
    "einde weg": _cut_end,
    "begin weg": _cut_start,
    "botsing": _conflict,
    "tweede deel": _insert_line("---"),
    "zomaar tekst": _insert_line("Hier komt nog iets."),
    "opmerking": _insert_line("// nog doen"),
    "HTML": _insert_line('<p class="x">Kom: maar</p>'),
    "stuurteken": _insert("\x07"),
    "nulbreedte": _insert("\u200b"),
    "anker": _replace(r"(?<=: )(?=\w)", "&"),
    "apenstaart": _replace(r"(?<=: )(?=\w)", "@"),
    "omgekeerde streep": _replace(r'(?<=")(?=\w)', r"\\"),
}


def _utf16(_: Random, contents: bytes) -> bytes:
    return contents.decode().encode("utf-16")


def _latin1(_: Random, contents: bytes) -> bytes:
    return (contents.decode() + "# café").encode("cp1252", "replace")


def _insert_bytes(rng: Random, contents: bytes) -> bytes:
    position = rng.randrange(len(contents))
    return contents[:position] + rng.randbytes(3) + contents[position:]


BYTE_BREAKAGES: dict[str, Callable[[Random, bytes], bytes]] = {
    "UTF-16": _utf16,
    "Latin-1": _latin1,
    "willekeurige bytes": _insert_bytes,
    "halverwege afgekapt": lambda rng, contents: contents[: rng.randrange(len(contents))],
    "leeg": lambda _rng, _content: b"",
}


def broken(seed: int, files: list[Path]) -> tuple[Path, str, bytes]:
    """Which file the seed breaks, in which way, and what is then in it."""
    rng = Random(seed)
    path = rng.choice(files)
    name = rng.choice([*BREAKAGES, *BYTE_BREAKAGES])
    if name in BYTE_BREAKAGES:
        return path, name, BYTE_BREAKAGES[name](rng, path.read_bytes())
    lines = path.read_text(encoding="utf-8").split("\n")
    BREAKAGES[name](rng, lines)
    return path, name, "\n".join(lines).encode("utf-8", "surrogatepass")


def find_errors(huis: Path, inspector: Inspector | None = None) -> list[Finding]:
    """What is wrong with the house, told in every way there is."""
    findings = (inspector or Inspector()).inspect(huis, ON_DATE, "huis").findings
    for finding in findings:
        as_text(finding).encode()
        as_github(finding).encode()
    as_json(findings).encode()
    return [b for b in findings if b.severity is Severity.ERROR]


def find_objection(
    huis: Path, files: list[Path], seed: int, known: Counter[str], inspector: Inspector
) -> str:
    """What is wrong with the messages that one seed gives; empty when all is well."""
    path, name, contents = broken(seed, files)
    whole = path.read_bytes()
    path.write_bytes(contents)
    try:
        errors = find_errors(huis, inspector)
    finally:
        path.write_bytes(whole)
    new = Counter(as_text(b) for b in errors) - known
    shown_as = f"huis/{path.relative_to(huis).as_posix()}"
    mentioned = any(b.location is not None and b.location.file == shown_as for b in errors)
    why = []
    if new.total() > MAX_NEW:
        why.append(f"{new.total()} new errors")
    if new and not mentioned:
        why.append("the file is not named")
    heading = f"seed {seed}, {name} in {shown_as}: {', '.join(why)}\n"
    return heading + "".join(new) if why else ""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo that may be broken."""
    target = tmp_path_factory.mktemp("demo") / "site_src"
    shutil.copytree(ROOT / "site_src", target)
    return target / "huis"


@pytest.mark.parametrize("piece", range(SHARDS))
def test_a_broken_file(demo: Path, piece: int) -> None:
    """One who goes on looks at the house, so that each seed costs what its one file costs."""
    files = sorted(demo.rglob("*.yml"))
    seeds = range(piece, SEEDS, SHARDS)
    inspector = Inspector()
    known = Counter(as_text(b) for b in find_errors(demo, inspector))
    objections = [find_objection(demo, files, seed, known, inspector) for seed in seeds]
    assert not (remaining := [b for b in objections if b]), "\n".join(remaining)


@pytest.mark.parametrize("seed", range(SEEDS, SEEDS + 12))
def test_who_goes_on_tells_the_same(demo: Path, seed: int) -> None:
    path, _, contents = broken(seed, sorted(demo.rglob("*.yml")))
    whole, inspector = path.read_bytes(), Inspector()
    before = find_errors(demo, inspector)
    path.write_bytes(contents)
    try:
        assert find_errors(demo, inspector) == find_errors(demo)
    finally:
        path.write_bytes(whole)
    assert find_errors(demo, inspector) == before == find_errors(demo)


@pytest.mark.parametrize("seed", range(SEEDS, SEEDS + 12))
def test_command_with_a_broken_file(demo: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _, contents = broken(seed, sorted(demo.rglob("*.yml")))
    whole = path.read_bytes()
    monkeypatch.chdir(demo.parents[1])
    path.write_bytes(contents)
    try:
        result = CliRunner().invoke(main, ["controleer", "--op", ON_DATE.isoformat()])
    finally:
        path.write_bytes(whole)
    assert result.exit_code in {0, 1}
    assert isinstance(result.exception, SystemExit | None)
    assert "Traceback" not in result.output
    assert result.exit_code == 0 or path.name in result.output


def test_there_are_enough_ways() -> None:
    assert len(BREAKAGES) + len(BYTE_BREAKAGES) >= 30


def test_every_way_breaks_something(demo: Path) -> None:
    """No way to break a file leaves every file as it was."""
    files = sorted(demo.rglob("*.yml"))
    remaining = {*BREAKAGES, *BYTE_BREAKAGES}
    for seed in range(SEEDS):
        path, name, contents = broken(seed, files)
        if contents != path.read_bytes():
            remaining.discard(name)
    assert not remaining
