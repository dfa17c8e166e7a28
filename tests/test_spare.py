"""The spare of a site: the next build begins with it, and it never holds what the site does not."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from helpers.build import contents
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.staging import Staging
from propositie.staging.spare import numbers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is none there")


@pytest.fixture
def spares(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "reserve"


def write(folder: Path, spares: Path, files: dict[str, str], kept: set[str] = frozenset()) -> None:  # type: ignore[assignment]
    """Write a folder of which the files `kept` stay and the others are new."""
    with Staging(folder, spares) as staging:
        staging.adopt({*files, *kept, "oud/weg.txt"})
        for address in kept:
            staging.keep(address)
        for address, text in files.items():
            staging.put(address, text.encode())
        staging.settle({*files, *kept})
        staging.replace()


def texts(folder: Path) -> dict[str, str]:
    return {name: raw.decode() for name, raw in contents(folder).items()}


def the_spare(spares: Path) -> Path:
    (found,) = spares.iterdir()
    return found


def test_the_spare_is_the_site_under_other_names(tmp_path: Path, spares: Path) -> None:
    site = tmp_path / "site"
    write(site, spares, {"a/b.txt": "1", "oud/weg.txt": "weg"})
    assert not spares.exists()  # before there was a second one, nothing could be spare
    write(site, spares, {"a/b.txt": "2"})
    assert texts(site) == texts(the_spare(spares)) == {"a/b.txt": "2"}
    assert numbers_of(site) == numbers_of(the_spare(spares))
    assert not (the_spare(spares) / "oud").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == [".cache", "site"]


def test_what_stays_is_not_written_again(tmp_path: Path, spares: Path) -> None:
    site = tmp_path / "site"
    for text in "12":
        write(site, spares, {"a/blijft.txt": "zo", "a/b.txt": text})
    before = numbers_of(site)
    folder = (the_spare(spares) / "a").stat().st_ino
    write(site, spares, {"a/b.txt": "3"}, {"a/blijft.txt"})
    after = numbers_of(site)
    assert after["a/blijft.txt"] == before["a/blijft.txt"]
    assert after["a/b.txt"] != before["a/b.txt"]
    assert (site / "a").stat().st_ino == folder  # nor was its folder made again
    assert texts(the_spare(spares)) == texts(site)


@pytest.mark.parametrize("what", ["changed", "added", "gone", "linked", "a folder"])
def test_a_spare_that_somebody_touched_harms_nothing(
    tmp_path: Path, spares: Path, what: str
) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        write(site, spares, {"a/b.txt": "1", "a/c.txt": "c"})
    file = the_spare(spares) / "a" / "b.txt"
    if what == "changed":
        file.unlink()
        file.write_text("vals", "utf-8")
    elif what == "added":
        file.with_name("vals.txt").write_text("vals", "utf-8")
    elif what == "linked":
        file.unlink()
        file.symlink_to(tmp_path)
    elif what == "a folder":
        file.unlink()
        file.mkdir()
    else:
        shutil.rmtree(the_spare(spares) / "a")
    write(site, spares, {"d.txt": "d"}, {"a/b.txt", "a/c.txt"})
    assert texts(site) == {"a/b.txt": "1", "a/c.txt": "c", "d.txt": "d"}


def test_a_site_that_somebody_changed_is_not_overwritten_by_the_spare(
    tmp_path: Path, spares: Path
) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        write(site, spares, {"a.txt": "1", "b.txt": "b"})
    (site / "a.txt").unlink()
    (site / "a.txt").write_text("van hen", "utf-8")
    write(site, spares, {"b.txt": "b"}, {"a.txt"})
    assert texts(site)["a.txt"] == "van hen"


def test_without_second_names_there_is_no_spare(
    tmp_path: Path, spares: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    site = tmp_path / "site"
    write(site, spares, {"a.txt": "1"})
    monkeypatch.setattr(os, "link", refuse)
    write(site, spares, {"b.txt": "2"}, {"a.txt"})
    assert texts(site) == {"a.txt": "1", "b.txt": "2"}
    assert not spares.exists() or not list(spares.iterdir())
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != ".cache") == ["site"]


def test_two_builds_at_once_share_no_spare(tmp_path: Path, spares: Path) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        write(site, spares, {"a.txt": "1"})
    with Staging(site, spares) as one, Staging(site, spares) as other:
        one.adopt({"a.txt"})
        other.adopt({"a.txt"})
        for number, staging in enumerate((one, other)):
            staging.keep("a.txt")
            staging.put(f"{number}.txt", b"x")
            staging.settle({"a.txt", f"{number}.txt"})
        one.replace()
        other.replace()
    assert texts(site) == {"a.txt": "1", "1.txt": "x"}
    assert texts(the_spare(spares)) == texts(site)


def test_what_the_house_takes_back_is_in_no_spare(tmp_path: Path) -> None:
    """The portrait, page and number of who is taken out of the house are gone after one build."""
    words = "Hier staat iets over Samira en niemand anders"
    person = SMALL_HUIS["medewerkers/samira.yml"] + f"over: {words}.\n"
    config_file = write_organisatie(tmp_path / "site", {"medewerkers/samira.yml": person})
    huis = config_file.parent / "huis"
    for functie in ("kok", "bakker"):
        (huis / "medewerkers/samira.yml").write_text(
            person.replace("buurtwerker", functie), "utf-8"
        )
        build_site(config_file)
    reserve = config_file.parent / ".cache" / "propositie-reserve"
    assert any(words.encode() in raw for raw in contents(reserve).values())
    (huis / "medewerkers/samira.yml").write_text(person.replace(words, "Kort"), "utf-8")
    site = build_site(config_file)
    for folder in (site, reserve):
        assert contents(folder)
        assert not any(words.encode() in raw for raw in contents(folder).values())
