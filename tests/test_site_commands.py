"""`propositie bekijk` and `bouw`: whatever is wrong, staff read Dutch and no traceback."""

from __future__ import annotations

import re
import socket
import subprocess
from pathlib import Path

import pytest

from helpers.build import ROOT, run
from helpers.small_huis import write_huis

SOUND = """\
site_name: Welzijn Veenrand
site_url: https://www.veenrand.example/
docs_dir: site_src/paginas
theme: {name: propositie}
plugins:
  - propositie: {huis: site_src/huis}
"""

ENGLISH = re.compile(
    r"\b(?:the|is not|isn't|does not|doesn't|error:|aborted|unrecogni[sz]ed|expected|must|invalid|"
    r"missing|required|denied|already|in use|traceback|unable|failed|found|provided|should|"
    r"usage|options?:|try)\b",
    re.I,
)
"""Words of which one at least stands in every sentence of MkDocs, click and the system."""

BROKEN = {
    "yaml": SOUND + "extra: [\n",
    "tab": SOUND + "extra:\n\tx: 1\n",
    "double point": SOUND.replace("Welzijn Veenrand", "Welzijn: Veenrand"),
    "a list": "- site_name: Welzijn\n",
    "empty": "",
    "no name": SOUND.replace("site_name: Welzijn Veenrand\n", ""),
    "name is a number": SOUND.replace("Welzijn Veenrand", "1912"),
    "name is a list": SOUND.replace("Welzijn Veenrand", "[Welzijn]"),
    "address": SOUND.replace("https://www.", "www."),
    "theme": SOUND.replace("name: propositie", "name: propositi"),
    "no pages": SOUND.replace("site_src/paginas", "site_src/bladen"),
    "nested": SOUND + "site_dir: site_src\n",
    "nav": SOUND + "nav: contact.md\n",
    "place": SOUND + "dev_addr: hier\n",
    "plugin": SOUND + "  - weerbericht\n",
    "own option": SOUND.replace("huis: site_src", "huiz: site_src"),
    "edition": SOUND.replace("{huis: site_src/huis}", "{editie: intern}"),
    "day": SOUND.replace("{huis: site_src/huis}", "{op: morgen}"),
    "forms": SOUND.replace("{huis: site_src/huis}", "{beheer: {repository: a/b}}"),
    "extension": SOUND + "markdown_extensions: [tabellen]\n",
    "hook": SOUND + "hooks: [haak.py]\n",
    "watch": SOUND + "watch: [weg]\n",
    "css": SOUND + "extra_css: stijl.css\n",
    "strict": SOUND + "strict: ja\n",
    "inherit": "INHERIT: basis.yml\n",
    "own theme": SOUND.replace("{name: propositie}", "{name: propositie, custom_dir: weg}"),
    "unknown": SOUND + "site_nam: x\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound organisation."""
    write_huis(tmp_path / "site_src/huis")
    pages = tmp_path / "site_src/paginas"
    pages.mkdir()
    (pages / "contact.md").write_text("# Contact\n\nBel ons gerust.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(SOUND, "utf-8")
    (tmp_path / "werkboek.yml").write_text(
        "INHERIT: mkdocs.yml\nsite_dir: site_werkboek\nplugins:\n"
        "  - propositie: {huis: site_src/huis, editie: werkboek}\n", "utf-8",
    )  # fmt: skip
    return tmp_path


def propositie(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(["propositie", *arguments], cwd=folder, can_fail=True)


@pytest.mark.parametrize("settings", BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_with_the_settings_is_told_in_dutch_by_both(
    folder: Path, settings: str
) -> None:
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    built, checked = propositie(folder, "bouw"), propositie(folder, "controleer")
    for told in (built, checked):
        assert told.returncode == 1
        assert "fout V26" in told.stdout
        assert not ENGLISH.search(told.stdout), told.stdout
    assert "De site is niet gebouwd" in built.stdout
    assert not (folder / "site").exists()


KNOWN_TO_US = ("no pages", "nested", "place", "plugin", "own option", "day", "extension", "hook")
"""What MkDocs looks at after it loaded the theme. What comes before that (a file that is no YAML,
the name and the address of the site, the theme itself) it tells before anything of ours is there;
no command that we tell anybody to use goes that way."""


@pytest.mark.parametrize("name", KNOWN_TO_US)
def test_plain_mkdocs_tells_it_in_dutch_from_the_moment_that_it_knows_of_us(
    folder: Path, name: str
) -> None:
    (folder / "mkdocs.yml").write_text(BROKEN[name], "utf-8")
    told = run(["mkdocs", "serve" if name == "plugin" else "build", "--strict"], cwd=folder,
               can_fail=True)  # fmt: skip
    assert told.returncode == 1, told.stdout
    assert not ENGLISH.search(told.stdout), told.stdout
    assert "propositie" in told.stdout
    assert not (folder / "site").exists()


def test_a_file_that_is_no_text_is_told_in_dutch(folder: Path) -> None:
    for written in (SOUND.replace("Veenrand", "Veenrånd").encode("latin-1"),
                    SOUND.encode("utf-16")):  # fmt: skip
        (folder / "mkdocs.yml").write_bytes(written)
        for command in ("bouw", "bekijk", "controleer"):
            told = propositie(folder, command)
            assert told.returncode == 1, told.stdout
            assert "Bewaar het opnieuw als gewone tekst (UTF-8)." in told.stdout
            assert not ENGLISH.search(told.stdout), told.stdout


def test_a_file_that_is_not_there_is_told_in_dutch(folder: Path) -> None:
    (folder / "mkdocs.yml").unlink()
    for command in ("bouw", "bekijk"):
        told = propositie(folder, command)
        assert told.stdout.startswith('Hier staat geen "mkdocs.yml".')
        assert not ENGLISH.search(told.stdout), told.stdout


def test_what_staff_are_told_to_type_is_ours() -> None:
    """Where plain MkDocs does the work, the settings were looked at before, in Dutch."""
    plain = re.compile(r"mkdocs (?:build|serve)")
    start = ROOT / "propositie/scaffold/start"
    assert not plain.search((start / "README.md").read_text("utf-8"))
    assert not plain.search((ROOT / "Makefile").read_text("utf-8"))
    for chapter in (ROOT / "propositie/handbook/chapters").rglob("*.md"):
        assert not plain.search(chapter.read_text("utf-8")) or chapter.name == "opdrachten.md"
    for workflow in (start / "github/workflows/site.yml", ROOT / ".github/workflows/site.yml"):
        text = workflow.read_text("utf-8")
        assert 0 < text.index("propositie controleer") < text.index("mkdocs build")


def test_a_setting_in_a_comment_is_not_pointed_at(folder: Path) -> None:
    text = f"# site_url: https://www.organisatie.nl/\n{SOUND.replace('https://www.', 'www.')}"
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    line = 1 + text.splitlines().index(next(r for r in text.splitlines() if r[:8] == "site_url"))
    assert f"mkdocs.yml:{line}:1  fout V26" in propositie(folder, "bouw").stdout


def test_what_only_mkdocs_understands_is_left_to_it(folder: Path) -> None:
    text = SOUND.replace("Welzijn Veenrand", "!ENV [NAAM, Welzijn Veenrand]")
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    assert propositie(folder, "bouw").returncode == 0
    assert "Welzijn Veenrand" in (folder / "site/index.html").read_text("utf-8")


def test_both_editions_are_built(folder: Path) -> None:
    for arguments in (["bouw"], ["bouw", "--werkboek"]):
        told = propositie(folder, *arguments)
        assert told.returncode == 0, told.stdout
        assert not ENGLISH.search(told.stdout), told.stdout
    assert (folder / "site/index.html").exists()
    assert (folder / "site_werkboek/index.html").exists()


def test_a_mistake_in_the_house_leaves_the_site(folder: Path) -> None:
    propositie(folder, "bouw")
    site = (folder / "site/index.html").read_bytes()
    (folder / "site_src/huis/organisatie.yml").write_text("naam: [\n", "utf-8")
    told = propositie(folder, "bouw")
    assert told.returncode == 1
    assert not ENGLISH.search(told.stdout), told.stdout
    assert (folder / "site/index.html").read_bytes() == site


@pytest.mark.parametrize("command", ["bekijk", "bouw"])
def test_outside_a_site_the_way_there_is_told(tmp_path: Path, command: str) -> None:
    told = propositie(tmp_path, command)
    assert told.returncode == 2
    assert told.stdout.startswith('Hier staat geen "mkdocs.yml". Ga met cd naar')


@pytest.mark.parametrize("command", ["propositie bekijk --plek", "mkdocs serve --dev-addr"])
def test_a_place_that_is_taken_is_told_with_the_way_out(folder: Path, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = run([*command.split(), f"127.0.0.1:{port}"], cwd=folder, can_fail=True)
    assert told.returncode == 1
    assert f"De site kan niet staan op 127.0.0.1:{port} (daar draait al iets)." in told.stdout
    assert not ENGLISH.search(told.stdout), told.stdout


@pytest.mark.parametrize("place", ["kast", "127.0.0.1:", "127.0.0.1:99999"])
def test_what_is_no_place_is_refused(folder: Path, place: str) -> None:
    told = propositie(folder, "bekijk", "--plek", place)
    assert told.returncode == 2
    assert f'"{place}" is geen plek.' in told.stdout


def test_a_warning_of_another_program_keeps_the_site_back(folder: Path) -> None:
    (folder / "haak.py").write_text(
        "import logging\n\n"
        "def on_files(files, config):\n"
        "    logging.getLogger('mkdocs.plugins.haak').warning('Morgen is er niets.')\n"
        "    return files\n",
        "utf-8",
    )
    (folder / "mkdocs.yml").write_text(SOUND + "hooks: [haak.py]\n", "utf-8")
    told = propositie(folder, "bouw")
    assert told.returncode == 1
    assert (
        "Morgen is er niets.\nHierboven staat een waarschuwing, en die moet eerst weg."
        in told.stdout
    )
    assert not ENGLISH.search(told.stdout), told.stdout
    assert not (folder / "site").exists()
