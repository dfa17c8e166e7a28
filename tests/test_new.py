"""A new organisation: it builds, is checked and published at once, and is never half."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner, Result
from pydantic import BaseModel

from helpers.build import ROOT, run
from helpers.links import find_broken_links
from propositie.cli import main, shared
from propositie.explaining import explain
from propositie.huis import Huis, Thing, yaml_kinds
from propositie.huis.start_text import PLACEHOLDERS, TO_FILL_IN, is_placeholder
from propositie.reading import load_huis
from propositie.scaffold.answers import QUESTIONS, Answers
from propositie.scaffold.start_files import DOTTED, START

DIFFICULT = 'Stichting "d\'Oude: Eik" 🌳 # أمل & co'


def run_nieuw(folder: Path, *options: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["nieuw", str(folder), *options], input=typed)


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new organisation, without an answer to anything."""
    folder = tmp_path_factory.mktemp("nieuw") / "club"
    result = run_nieuw(folder)
    assert result.exit_code == 0, result.output
    return folder


def load(folder: Path) -> Huis:
    loaded = load_huis(folder / "site_src" / "huis")
    assert loaded.huis is not None, loaded.problems
    return loaded.huis


def test_builds_strictly_at_once(club: Path, tmp_path: Path) -> None:
    """As the workflow does it: first checked, then built; and the werkboek beside it."""
    assert run(["propositie", "controleer", "--formaat", "github"], cwd=club).returncode == 0
    run(["mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"], cwd=club)
    made = files(tmp_path / "site")
    assert {"index.html", "contact/index.html", "privacy/index.html"} <= {*made}
    assert not [name for name in made if "eerste-" in name], "what is yet to be filled in"
    assert find_broken_links(tmp_path / "site", "https://welzijn.example/") == []
    assert not {"werkboek.yml", "README.md", "requirements.txt"} & set(made)
    run(["mkdocs", "build", "--strict", "-f", "werkboek.yml", "-d", tmp_path / "w"], cwd=club)


def test_the_checks_find_no_error(club: Path) -> None:
    command = ["controleer", "--huis", str(club / "site_src" / "huis")]
    result = CliRunner().invoke(main, [*command, "--alles"])
    assert result.exit_code == 0
    assert "fout" not in result.output
    per_file = re.findall(r"/(\w[\w-]*)\.yml:\d+:\d+  waarschuwing K74", result.output)
    pages = re.findall(r"/(\w+)\.md:\d+:\d+  waarschuwing K74", result.output)
    assert sorted(pages) == ["contact", "privacy"]
    assert sorted(per_file) == [
        "eerste-behoefte", "eerste-belofte", "eerste-dienst", "eerste-klantgroep",
        "eerste-medewerker", "organisatie",
    ]  # fmt: skip


def texts(part: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside a thing, with its path."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item, path)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name != "id":
                yield from texts(getattr(part, name), f"{path}.{name}")


NOT_TO_REPLACE = re.compile(
    r"\.(aanspreekvorm|spoed|soort|status|bron|as_|klantgroepen|behoeften|boegbeeld_van"
    r"|kleuren\.hoofd)"
)
"""Choices and references, a colour, and a sentence that is true of everybody."""


def test_every_text_that_must_go_is_recognised(club: Path) -> None:
    """The other way round as well: no start text is known that no longer exists."""
    huis = load(club)
    seen = set()
    for kind in yaml_kinds():
        contents = getattr(huis, kind)
        for thing in [contents] if isinstance(contents, Thing) else contents.values():
            for path, text in texts(thing, kind):
                seen.add(text)
                assert is_placeholder(text) is not bool(NOT_TO_REPLACE.search(path)), path
    assert seen >= PLACEHOLDERS
    assert any(t.startswith(TO_FILL_IN) for t in seen)


def test_every_file_says_what_to_do(club: Path) -> None:
    for path in (club / "site_src").rglob("*"):
        if path.is_file():
            start = path.read_text("utf-8")[:120]
            assert re.match(r"(?:---\n)?#{1,2} [A-Z]", start), path
    person_yaml = (club / "site_src/huis/medewerkers/eerste-medewerker.yml").read_text("utf-8")
    assert "propositie hernoem medewerker" in " ".join(person_yaml.split("\n## "))


def test_every_suggested_command_works(club: Path, tmp_path: Path) -> None:
    """What the files tell staff to type does work, one after the other."""
    folder = tmp_path / "club"
    run_nieuw(folder)
    huis = folder / "site_src" / "huis"
    suggestions = [
        suggestion
        for path in huis.rglob("*.yml")
        for suggestion in re.findall(
            r"propositie (hernoem \w+ [\w-]+ [\w-]+ --geen-doorverwijzing)",
            " ".join(path.read_text("utf-8").split("\n## ")),
        )
    ]
    assert len(suggestions) == 5
    for suggestion in suggestions:
        result = CliRunner().invoke(main, [*suggestion.split(), "--huis", str(huis)])
        assert result.exit_code == 0, result.output
    assert [b for b in explain(load_huis(huis)) if b.code[0] == "V"] == []


def test_the_answers_are_in_it(tmp_path: Path) -> None:
    options = ["--naam", DIFFICULT, "--plaats", "'s-Gravenhage: noord", "--kleur", "8A1C4A"]
    options += ["--telefoon", "06 1234 5678", "--aanspreekvorm", "U"]
    result = run_nieuw(tmp_path / "club", *options)
    assert result.exit_code == 0, result.output
    huis = load(tmp_path / "club")
    org = huis.organisatie
    assert (org.naam, org.aanspreekvorm, org.werkgebied) == (
        DIFFICULT, "u", ("'s-Gravenhage: noord",),
    )  # fmt: skip
    assert org.contact.telefoon == "06 1234 5678"
    assert org.contact.adres is not None
    assert org.contact.adres.plaats == "'s-Gravenhage: noord"
    assert huis.merk.kleuren.hoofd == "#8a1c4a"
    config = yaml.safe_load((tmp_path / "club" / "mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == DIFFICULT
    werkboek = yaml.safe_load((tmp_path / "club" / "werkboek.yml").read_text("utf-8"))
    assert werkboek["site_name"] == f"Werkboek {DIFFICULT}"
    assert "site_werkboek/" in (tmp_path / "club" / ".gitignore").read_text("utf-8")
    assert (
        (tmp_path / "club/README.md").read_text("utf-8").startswith(f"# De site van {DIFFICULT}\n")
    )


def test_asks_what_was_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each question has an example; a wrong answer gets a sentence and the question again."""
    monkeypatch.setattr(shared, "has_terminal", lambda: True)
    typed = "Welzijn Duinrand\n\n12\n0599 123 456\ngroen\n#abc\nwij\njij\n"
    result = run_nieuw(
        tmp_path / "club", "--plaats", "Duinrand", typed=typed.replace("\n\n", "\n", 1)
    )
    assert result.exit_code == 0, result.output
    for expected in (
        "Hoe heet de organisatie? Bijvoorbeeld: Welzijn Duinrand [Onze organisatie]\n> ",
        '"12" heeft 2 cijfers, en een Nederlands nummer heeft er tien.',
        '"groen" is geen kleurcode.',
        '"wij" kan hier niet. Antwoord met je of u.',
    ):
        assert result.output.count(expected) == 1
    assert "In welke plaats" not in result.output
    huis = load(tmp_path / "club")
    assert (huis.organisatie.naam, huis.organisatie.contact.telefoon) == (
        "Welzijn Duinrand", "0599 123 456",
    )  # fmt: skip
    assert huis.merk.kleuren.hoofd == "#abc"


def test_enter_everywhere_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "has_terminal", lambda: True)
    assert run_nieuw(tmp_path / "club", typed="\n" * 5).exit_code == 0
    assert load(tmp_path / "club").organisatie.contact.telefoon is None


def test_leaving_halfway_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "has_terminal", lambda: True)
    result = run_nieuw(tmp_path / "club", typed="Welzijn\n")
    assert result.exit_code == 1
    assert "Afgebroken." in result.output
    assert list(tmp_path.iterdir()) == []


def test_five_questions_at_most() -> None:
    assert len(QUESTIONS) <= 5
    assert {v.key for v in QUESTIONS} == set(Answers.__dataclass_fields__)
    for question in QUESTIONS:
        default = getattr(Answers(), question.key)
        assert question.parse(default) == default


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--telefoon", "12"], 'Bij --telefoon: "12" heeft 2 cijfers, en een Nederlands nummer'),
        (["--kleur", "geel"], 'Bij --kleur: "geel" is geen kleurcode.'),
        (["--aanspreekvorm", "wij"], 'Bij --aanspreekvorm: "wij" kan hier niet.'),
        (["--naam", " "], "Bij --naam: Hier is iets nodig."),
    ],
)
def test_a_wrong_option(tmp_path: Path, options: list[str], expected: str) -> None:
    result = run_nieuw(tmp_path / "club", *options)
    assert result.exit_code == 2
    assert expected in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_never_over_anything(tmp_path: Path, club: Path) -> None:
    before = files(club)
    result = run_nieuw(club)
    assert result.exit_code == 2
    assert result.stderr == (
        f'Er staat al iets in de map "{club.as_posix()}", en daar komt niets overheen. Kies een '
        "andere naam, bijvoorbeeld: propositie nieuw onze-site\n"
    )
    assert files(club) == before
    (tmp_path / "bestand").write_text("x", "utf-8")
    assert "Er is al een bestand met de naam" in run_nieuw(tmp_path / "bestand").stderr
    (tmp_path / "kapot").symlink_to("nergens")
    assert run_nieuw(tmp_path / "kapot").exit_code == 2


@pytest.mark.parametrize("git", [False, True], ids=["leeg", "alleen-git"])
def test_in_the_current_folder(tmp_path: Path, git: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is filled, and stays the same folder: a terminal may stand in it."""
    here = tmp_path / "hier"
    here.mkdir()
    if git:
        (here / ".git").mkdir()
    number = here.stat().st_ino
    monkeypatch.chdir(here)
    result = CliRunner().invoke(main, ["nieuw", "."])
    assert result.exit_code == 0, result.output
    assert "Ga naar die map" not in result.output
    assert here.stat().st_ino == number
    assert (here / "mkdocs.yml").is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["hier"]


@pytest.mark.parametrize("is_empty", [False, True], ids=["nieuw", "in-een-lege-map"])
def test_never_half_an_organisatie(
    tmp_path: Path, is_empty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever the disk is full, there is nothing, or what there was."""
    if is_empty:
        (tmp_path / "club").mkdir()
    for attribute in ("write_text", "rename"):
        original, turn = getattr(Path, attribute), 0

        def fail_when_full(  # type: ignore[no-untyped-def]
            path: Path, *attribute: object, original=original, **options: object
        ) -> object:
            nonlocal turn
            turn += 1
            if turn == (3 if is_empty or original.__name__ == "write_text" else 1):
                raise OSError(28, "No space left on device")
            return original(path, *attribute, **options)

        with monkeypatch.context() as m:
            m.setattr(Path, attribute, fail_when_full)
            result = run_nieuw(tmp_path / "club")
        assert result.exit_code == 2
        assert "is niet te maken" in result.stderr
        assert [p.name for p in tmp_path.rglob("*")] == (["club"] if is_empty else [])


# --- publishing -------------------------------------------------------------------------------

INSTALL_LINES = """\
          python -m pip install --require-hashes -r requirements.txt
          python -m pip install --no-deps --no-build-isolation -e .
"""


def test_the_readme_goes_from_nothing_to_online_in_the_order_that_works(club: Path) -> None:
    text = (club / "README.md").read_text("utf-8")
    order = [
        "Set-ExecutionPolicy", "py -m venv", "Activate.ps1", "--require-hashes",
        "propositie bekijk", "Settings → Pages", "git init",
        "git config user.name", "git add .", "git commit", "git remote add", "git push -u",
    ]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_the_workflow_is_our_own(club: Path) -> None:
    """One source: apart from how propositie is installed, every byte is that of our workflow."""
    ours = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    assert ours.count(INSTALL_LINES) == 1
    after = ours.replace(INSTALL_LINES, INSTALL_LINES.replace("-e .", "-r propositie.txt"))
    after = after.replace("in site.yml; do", "in site.yml vernieuwen.yml; do")
    from_club = (club / ".github/workflows/site.yml").read_text("utf-8")
    assert from_club == after, f"make the same change in {START.name}/github/workflows/site.yml"


def test_everything_of_start_comes_along(club: Path) -> None:
    from_start = {
        "/".join(DOTTED.get(d, d) for d in p.relative_to(START).parts)
        for p in START.rglob("*")
        if p.is_file()
    }
    assert from_start <= set(files(club))
    assert not [n for n, b in files(club).items() if re.search(rb"@[a-z]+@", b)]


def test_the_editor_helps_at_once(club: Path) -> None:
    config = json.loads((club / ".vscode/settings.json").read_text("utf-8"))
    assert config["yaml.schemas"]
    run(["propositie", "schema", "--controleer"], cwd=club)


def test_the_help_names_every_option() -> None:
    command = main.commands["nieuw"]
    options = {o for p in command.params if isinstance(p, click.Option) for o in p.opts}
    assert options == {"--naam", "--plaats", "--telefoon", "--kleur", "--aanspreekvorm"}
