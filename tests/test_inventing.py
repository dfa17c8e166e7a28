"""Invented organisations: sound at any size, the same for the same seed, nobody's real number."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.build import run
from helpers.links import find_broken_links
from propositie.cli import main
from propositie.finding import Severity
from propositie.inspection import inspect
from propositie.inventing import Wishes, create_example
from propositie.inventing.chance import Chance
from propositie.inventing.people import invent_names

DAY = date(2026, 11, 20)
SMALL = [(1, 1), (2, 3), (3, 2), (7, 11), (13, 5), (24, 1), (25, 1), (40, 7), (60, 9)]
"""Numbers of workers, and seeds."""


def voorbeeld(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["voorbeeld", str(folder), "--op", DAY.isoformat(), *options])


def words_of(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.suffix != ".jpg"
    }


@pytest.mark.parametrize(("count", "seed"), SMALL)
def test_it_is_sound(tmp_path: Path, count: int, seed: int) -> None:
    folder = tmp_path / "huis"
    create_example(folder, Wishes(count, seed, DAY, with_portraits=count < 20))
    found = inspect(folder / "site_src/huis", DAY)
    assert [f.message for f in found.findings if f.severity > Severity.TIP] == []
    assert found.huis is not None
    assert len(found.huis.medewerkers) == count


def test_a_large_one_is_sound_and_complete(tmp_path: Path) -> None:
    folder = tmp_path / "huis"
    made = create_example(folder, Wishes(1000, 7, DAY, with_portraits=False))
    found = inspect(folder / "site_src/huis", DAY)
    assert [f.message for f in found.findings if f.severity > Severity.TIP] == []
    huis = found.huis
    assert huis is not None
    assert (len(huis.medewerkers), len(huis.diensten)) == (1000, made.diensten)
    assert 100 < len(huis.diensten) < 300
    assert 20 < len(huis.locaties) < 90
    assert len(huis.klantgroepen) == 13
    assert 10 < sum(m.has_left(DAY) for m in huis.medewerkers.values()) < 60
    assert len({m.naam for m in huis.medewerkers.values()}) == 1000
    assert len({m.over for m in huis.medewerkers.values()}) > 900  # no page says the same
    assert len(huis.berichten) == 60


@pytest.mark.parametrize("count", [1, 25])
def test_it_builds_strictly(tmp_path: Path, count: int) -> None:
    assert voorbeeld(tmp_path / "v", "--medewerkers", str(count)).exit_code == 0
    run(["mkdocs", "build", "--strict", "--quiet"], cwd=tmp_path / "v")
    site = tmp_path / "v/site"
    address = re.search(r"site_url: (\S+)", (tmp_path / "v/mkdocs.yml").read_text("utf-8"))
    assert address is not None
    assert find_broken_links(site, address[1]) == []


def test_the_same_seed_gives_the_same_and_another_gives_another(tmp_path: Path) -> None:
    for name, seed in (("a", "3"), ("b", "3"), ("c", "4")):
        assert voorbeeld(tmp_path / name, "--zaad", seed, "--medewerkers", "30").exit_code == 0
    assert words_of(tmp_path / "a") == words_of(tmp_path / "b")
    assert words_of(tmp_path / "a") != words_of(tmp_path / "c")


def test_chance_is_the_same_everywhere() -> None:
    """Written down: another Python that draws otherwise would give another organisation."""
    chance = Chance("propositie", 7)
    assert [chance.below(1000) for _ in range(6)] == [440, 751, 719, 568, 229, 266]
    assert Chance("x", 1).some("abcdefg", 4) == ["a", "c", "d", "e"]
    assert invent_names(Chance("namen", 1), 3) == [
        "Wim Doornbos",
        "Hicham Dijkhof",
        "Karima Kramer",
    ]


def test_every_number_and_address_is_nobodys(tmp_path: Path) -> None:
    """No mobile number in the Netherlands begins with 06 0, no letters of a postcode are SA, SD or
    SS, and .example is for examples (RFC 2606)."""
    assert voorbeeld(tmp_path / "v", "--medewerkers", "60").exit_code == 0
    text = b"\n".join(
        raw for name, raw in words_of(tmp_path / "v").items() if name.startswith("site_src/")
    ).decode()
    numbers = set(re.findall(r"telefoon: '?(\+?[0-9 ]+)", text))
    assert len(numbers) > 50
    assert [n for n in numbers if not n.startswith(("06 000 ", "0599 000 "))] == []
    codes = set(re.findall(r"postcode: (.*)", text))
    assert codes
    assert all(re.fullmatch(r"\d{4} S[ADS]", code) for code in codes)
    assert all(mail.endswith(".example") for mail in re.findall(r"\S+@\S+", text))


def test_portraits_differ(tmp_path: Path) -> None:
    assert voorbeeld(tmp_path / "v", "--medewerkers", "20").exit_code == 0
    pictures = [p.read_bytes() for p in (tmp_path / "v").rglob("*.jpg")]
    assert len(set(pictures)) == len(pictures) > 10


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "brief.txt").write_text("van mij", "utf-8")
    result = voorbeeld(tmp_path / "v")
    assert result.exit_code == 2
    assert "Er staat al iets in de map" in result.output
    assert [p.name for p in (tmp_path / "v").iterdir()] == ["brief.txt"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--medewerkers", "0"], "valt buiten de grenzen"),
        (["--medewerkers", "veel"], "is geen getal"),
        (["--zaad", "x"], "is geen getal"),
        (["--op", "morgen"], "is geen datum"),
    ],
)
def test_a_wrong_wish(tmp_path: Path, options: list[str], sentence: str) -> None:
    result = CliRunner().invoke(main, ["voorbeeld", str(tmp_path / "v"), *options])
    assert result.exit_code == 2
    assert sentence in result.output
    assert not (tmp_path / "v").exists()
