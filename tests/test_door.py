"""What lies in the folders of staff and is no plain file of theirs: told of, never published."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from helpers.build import run
from helpers.site import build_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS
from propositie.finding import Finding, as_text
from propositie.inspection import inspect
from propositie.reading.names import copied_from, fits_windows, is_id, make_id, meant_name

DAY = date.fromisoformat(ON_DATE)
SECRET = "geheim van elders"

Make = Callable[[Path], None]
"""Puts something in a folder."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these files cannot be there")


def draw(path: Path) -> None:
    Image.new("RGB", (800, 600), "#1f5c4d").save(path)


def link_to_file(folder: Path) -> None:
    outside = folder.parent.parent / "elders.txt"
    outside.write_text(SECRET, "utf-8")
    (folder / "bijlage.txt").symlink_to(outside)


def link_to_folder(folder: Path) -> None:
    outside = folder.parent.parent / "elders"
    outside.mkdir()
    (outside / "brief.md").write_text(SECRET, "utf-8")
    (folder / "map").symlink_to(outside)


def link_to_thing(folder: Path) -> None:
    outside = folder.parent.parent / "elders.md"
    outside.write_text(f"# {SECRET}\n", "utf-8")
    (folder / "brief.md").symlink_to(outside)


def link_to_nothing(folder: Path) -> None:
    (folder / "bijlage.pdf").symlink_to("weg.pdf")


def link_to_itself(folder: Path) -> None:
    (folder / "rond.md").symlink_to("rond.md")


def links_round(folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / name).symlink_to(".")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pijp.md")


def pipe_as_picture(folder: Path) -> None:
    os.mkfifo(folder / "pijp.png")


def device(folder: Path) -> None:
    (folder / "nul.md").symlink_to("/dev/zero")


def no_text(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/gijs\xff.md")).write_text("# Gijs\n", "utf-8")


def with_control_characters(folder: Path) -> None:
    (folder / "a\n::error::nep\x1b[31m.png").write_bytes(b"")


def turned_around(folder: Path) -> None:
    (folder / "factuur\u202efdp.md").write_text("# Factuur\n", "utf-8")


def closed(folder: Path) -> None:
    (folder / "dicht").mkdir()
    (folder / "dicht").chmod(0)


REFUSED: dict[str, tuple[Make, str]] = {
    "link to a file": (link_to_file, "bijlage.txt"),
    "link to a folder": (link_to_folder, "map"),
    "link to a page": (link_to_thing, "brief.md"),
    "link to nothing": (link_to_nothing, "bijlage.pdf"),
    "link to itself": (link_to_itself, "rond.md"),
    "links that go round": (links_round, "a"),
    "pipe": (pipe, "pijp.md"),
    "pipe with the name of a picture": (pipe_as_picture, "pijp.png"),
    "device": (device, "nul.md"),
    "no text": (no_text, "gijs·.md"),
    "control characters": (with_control_characters, "a·::error::nep·[31m.png"),
    "turned around": (turned_around, "factuur·fdp.md"),
}
FOLDERS = (
    "paginas",
    "paginas/blog",
    "paginas/diep",
    "huis",
    "huis/medewerkers",
    "huis/klantgroepen",
)


def organisatie_with(tmp_path: Path, make: Make, folder: str) -> Path:
    config_file = write_organisatie(tmp_path / "site")
    place = config_file.parent / folder
    place.mkdir(parents=True, exist_ok=True)
    make(place)
    return config_file


def findings_of(config_file: Path) -> list[Finding]:
    return inspect(config_file.parent / "huis", DAY, "huis").findings


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize(("make", "name"), REFUSED.values(), ids=REFUSED)
def test_it_is_told_of_once_as_an_error(tmp_path: Path, make: Make, name: str, folder: str) -> None:
    if make is link_to_thing and folder.startswith("huis"):
        name = "brief.md"
    config_file = organisatie_with(tmp_path, make, folder)
    found = [f for f in findings_of(config_file) if f.location and f.location.file.endswith(name)]
    assert [f.location.file for f in found if f.location] == [f"{folder}/{name}"]
    assert found[0].code in {"V12", "V13"}
    told = as_text(found[0])
    assert told.replace("\n", "").isprintable()
    assert found[0].severity.word == "fout"


@pytest.mark.parametrize(("make", "name"), REFUSED.values(), ids=REFUSED)
def test_a_build_stops_and_publishes_nothing_of_it(tmp_path: Path, make: Make, name: str) -> None:
    config_file = organisatie_with(tmp_path, make, "paginas")
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    told = run(command, cwd=config_file.parent, can_fail=True)
    assert told.returncode == 1
    assert name in told.stdout
    assert "\n::error" not in told.stdout
    assert "\x1b" not in told.stdout
    assert not (config_file.parent / "site").exists()


def test_a_link_within_the_pages_is_read(tmp_path: Path) -> None:
    config_file = organisatie_with(tmp_path, lambda _: None, "paginas")
    (config_file.parent / "paginas" / "over.md").symlink_to("privacy.md")
    site = build_site(config_file, strict=True)
    assert "Wij bewaren weinig" in (site / "over" / "index.html").read_text("utf-8")


def test_a_link_out_that_came_after_the_check_is_not_published(tmp_path: Path) -> None:
    """MkDocs looks into the folder later than we do: only what was let in is published."""
    config_file = organisatie_with(tmp_path, lambda _: None, "paginas")
    pages = config_file.parent / "paginas"
    hook = config_file.parent / "haak.py"
    hook.write_text(
        "import pathlib\n"
        "def on_config(config):\n"
        f"    pathlib.Path({str(pages / 'bijlage.txt')!r}).symlink_to({str(hook)!r})\n",
        "utf-8",
    )
    text = config_file.read_text("utf-8")
    config_file.write_text(f"{text}hooks: [haak.py]\n", "utf-8")
    site = build_site(config_file)
    assert (pages / "bijlage.txt").is_symlink()
    assert not (site / "bijlage.txt").exists()


def test_a_portrait_behind_a_link_is_not_shown(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path / "site", {
        "medewerkers/samira.yml": SMALL_HUIS["medewerkers/samira.yml"]
        + "portret: {bestand: samira.png, alt: Samira, toestemming: {datum: 2026-01-01}}\n",
    })  # fmt: skip
    outside = tmp_path / "elders.png"
    draw(outside)
    (config_file.parent / "huis" / "medewerkers" / "samira.png").symlink_to(outside)
    told = [f.message for f in findings_of(config_file)]
    assert len(told) == 1
    assert "snelkoppeling" in told[0]


def test_a_closed_folder_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config_file = organisatie_with(tmp_path, closed, "paginas")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("dicht"):
            raise PermissionError(13, "closed", str(path))
        return scandir(path)

    monkeypatch.setattr("propositie.reading.door.os.scandir", refuse)
    assert [(f.code, f.location and f.location.file) for f in findings_of(config_file)] == [
        ("V01", "paginas/dicht")
    ]
    (config_file.parent / "paginas" / "dicht").chmod(0o700)


@pytest.mark.parametrize(
    "name", ["con.pdf", "AUX", "foto: linde.png", "wie?.png", "punt.", "a|b.pdf"]
)
def test_a_name_that_windows_cannot_hold(tmp_path: Path, name: str) -> None:
    config_file = organisatie_with(tmp_path, lambda _: None, "paginas")
    (config_file.parent / "paginas" / name).write_bytes(b"x")
    (finding,) = [f for f in findings_of(config_file) if f.code != "V22"]  # that nobody uses it
    assert finding.code == "V12"
    assert finding.severity.word == "waarschuwing"
    assert "Windows" in finding.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Folder.pdf", "folder.pdf"),
        ("café.pdf", unicodedata.normalize("NFD", "café.pdf")),
        ("CAFÉ.pdf", unicodedata.normalize("NFD", "café.pdf")),
    ],
)
def test_names_that_are_one_name_elsewhere(tmp_path: Path, first: str, second: str) -> None:
    def both(folder: Path) -> None:
        (folder / first).write_bytes(b"x")
        (folder / second).write_bytes(b"y")

    if len({(tmp_path / n).name for n in (first, second)}) < 2:
        pytest.fail("two names are needed")
    found = findings_of(organisatie_with(tmp_path, both, "paginas"))
    (finding,) = [f for f in found if f.code != "V22"]  # that nobody leads to them
    assert finding.code == "V12"
    assert "op een Mac dezelfde naam" in finding.message


def test_a_picture_is_found_however_its_name_is_stored(tmp_path: Path) -> None:
    """A Mac stores é as an e and an accent; who types the name in YAML types one letter."""
    typed = SMALL_HUIS["klantgroepen/ouderen.yml"] + "beeld: {bestand: café.png, alt: Een huis}\n"
    config_file = write_organisatie(tmp_path / "site", {"klantgroepen/ouderen.yml": typed})
    folder = config_file.parent / "huis" / "klantgroepen"
    draw(folder / unicodedata.normalize("NFD", "café.png"))
    assert [f.code for f in findings_of(config_file)] == []
    site = build_site(config_file, strict=True)
    assert "Een huis" in (site / "voor-wie" / "ouderen" / "index.html").read_text("utf-8")


def test_what_is_hidden_is_not_told_of(tmp_path: Path) -> None:
    def hide(folder: Path) -> None:
        (folder / ".#slot.md").symlink_to("gebruiker@machine.1")
        (folder / ".map").mkdir()
        (folder / ".map" / "uit").symlink_to("/")

    assert findings_of(organisatie_with(tmp_path, hide, "paginas")) == []


def test_a_preview_with_links_that_go_round_ends(tmp_path: Path) -> None:
    config_file = organisatie_with(tmp_path, links_round, "paginas")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    told = run(command, cwd=config_file.parent, can_fail=True)
    assert told.returncode == 1
    assert "snelkoppeling" in told.stdout


DEVICES = ["con", "PRN", "aux.yml", "nul", "com1", "lpt9.md", "com¹", "con .txt"]


@pytest.mark.parametrize("name", DEVICES)
def test_devices_of_windows(name: str) -> None:
    assert not fits_windows(name)
    assert is_id(make_id(name.partition(".")[0]))


@pytest.mark.parametrize("name", ["console.yml", "auxilia", "com10", "nullen.md", "a.con", ".con"])
def test_names_that_only_look_like_one(name: str) -> None:
    assert fits_windows(name)


LETTERS = {
    "Łukasz Żółty": "lukasz-zolty", "Jürgen Strauß": "jurgen-strauss", "Søren Ægir": "soren-aegir",
    "Đặng Thị Hoa": "dang-thi-hoa", "Þóra": "thora", "Ayşe Yılmaz": "ayse-yilmaz", "İrem": "irem",
    "Œuvre": "oeuvre", "Ĳsbrand": "ijsbrand",
}  # fmt: skip


@pytest.mark.parametrize(("name", "id_"), LETTERS.items())
def test_every_letter_of_a_name_is_in_its_address(name: str, id_: str) -> None:
    assert make_id(name) == id_


COPIES = {
    "noor - kopie": "noor", "noor-kopie": "noor", "noor - Copy": "noor", "noor (1)": "noor",
    "noor kopie 2": "noor", "kopie van noor": "noor", "Copy of noor": "noor",
    "noor_kopie(3)": "noor", "noor-DESKTOP-4F7K2": "noor", "noor-LAPTOP-1": "noor",
    "noor-MacBook Pro": "noor", "noor 2": "noor", "noor (conflicted copy 2026-11-20)": "noor",
    "noor (Noors conflicterend exemplaar 2026-11-20)": "noor", "noor_conflict": "",
    "werken-met-een-laptop": "", "noor-2": "", "pc": "",
    "noor": "", "kopie": "", "fotokopieren": "", "noor-1": "", "copywriter": "",
}  # fmt: skip


@pytest.mark.parametrize(("name", "original"), COPIES.items())
def test_names_of_copies(name: str, original: str) -> None:
    assert copied_from(name) == original


@pytest.mark.parametrize(
    ("name", "meant"),
    [("pieter.yml.txt", "pieter.yml"), ("stuk.md.TXT", "stuk.md"), ("pieter.txt", ""),
     ("pieter.yml", ""), (".yml.txt", "")],
)  # fmt: skip
def test_the_name_that_was_meant(name: str, meant: str) -> None:
    assert meant_name(name) == meant
