"""Nothing that can lie in a house gives a traceback or takes long."""

from __future__ import annotations

import os
import random
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.finding import Finding, as_github, as_json, as_text
from propositie.inspection import inspect

DAY = date.fromisoformat(ON_DATE)
BEHOEFTE = "behoeften/boodschappen.yml"


def check_all(huis_folder: Path) -> list[Finding]:
    """What is found, told in each of the three ways, in reasonable time."""
    start = time.process_time()
    findings = inspect(huis_folder, DAY, "huis").findings
    for finding in findings:
        as_text(finding).encode()
        as_github(finding).encode()
    as_json(findings).encode()
    # A slow machine takes a few seconds; what grows with the square of its input takes minutes.
    assert time.process_time() - start < 5
    return findings


def codes_with(tmp_path: Path, text: str, file: str = BEHOEFTE) -> list[str]:
    return [b.code for b in check_all(write_huis(tmp_path, {file: text}))]


_MANY = [f"k{n}" for n in range(50_000)]
HEAVY = {
    "haken": ("pijn: " + "[" * 100_000, ["V11"]),
    "haken dicht": ("pijn: " + "[" * 100_000 + "]" * 100_000, ["V11"]),
    "accolades": ("{a: " * 100_000, ["V11"]),
    "streepjes": ("- " * 100_000, ["V11"]),
    "streepjes met tekst": ("- " * 100_000 + "x", ["V11"]),
    "trap": ("\n".join(" " * n + "a:" for n in range(900)), ["V11"]),
    "vraagtekens": ("? " * 100_000, ["V02"]),
    "bom": ("a: &a [x]\nb: [*a, *a]\n" + "c: [*b, *b]\n" * 1000, ["V10"]),
    "te groot": ("pijn: " + "x" * 20_000_000, ["V11"]),
    "net te groot": ("pijn: " + "x" * 500_000, ["V11"]),
    "onbekende velden": ("\n".join(f"k{n}: v" for n in range(30_000)), ["V04", "V06"]),
    "lege velden": ("\n".join(f"k{n}:" for n in range(60_000)), ["V04", "V06"]),
    "lege velden tussen haken": (
        "{" + ", ".join(f"k{n}" for n in range(50_000)) + "}",
        ["V02", "V06"],
    ),
    "dubbele velden": ("pijn: x\n" * 60_000, ["V05"]),
    "verwijzingen": (f"klantgroepen: [{', '.join(_MANY)}]", ["V06"]),
    "aanhalingstekens": ("pijn: '" + "'" * 400_001, ["V06"]),
    "spaties": (" " * 400_000 + "a: b: c", ["V02"]),
    "regels": ("\n" * 400_000 + "a: b: c", ["V02"]),
    "getal": ("klantgroepen: " + "9" * 100_000, ["V06", "V07"]),
}


@pytest.mark.parametrize(("text", "expected"), HEAVY.values(), ids=HEAVY)
def test_heavy(tmp_path: Path, text: str, expected: list[str]) -> None:
    codes = codes_with(tmp_path, text)
    assert sorted(set(codes)) == expected
    assert len(codes) <= 21


LONG = {
    "zin": "woord " * 80_000,
    "haken": "[" * 400_000,
    "links": "[](" * 130_000,
    "punten": "." * 400_000,
    "sterren": "*" * 400_000,
    "spaties": "a" + " " * 400_000 + "b",
    "jargon": "eigen " * 70_000,
    "emoji": "🚌" * 100_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_text(tmp_path: Path, text: str) -> None:
    contents = SMALL_HUIS["klantgroepen/ouderen.yml"] + f"omschrijving: |\n  {text}\n"
    allowed = {"V11"} if text[0] == "[" else {"K70", "K71", "K73"}  # brackets alone are refused
    assert set(codes_with(tmp_path, contents, "klantgroepen/ouderen.yml")) <= allowed


PLAIN = [
    "🙂 “krul” „laag” ‘enkel’",
    "עברית و العربية",
    "zo {% raw %} $x nr#2 & < > it's",
    "<script>alert(1)</script>",
    'zij zei "kom" en ging',
    "'{{ naam }}'",
    "a\u2028b\x85c\u2029d",
    "yes",
    "0612345670",
    "12:30",
    "2026-02-31",
]


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text(tmp_path: Path, text: str) -> None:
    codes = codes_with(tmp_path, SMALL_HUIS[BEHOEFTE] + f"pijn: {text}\n")
    assert codes == (["K76"] if "<script>" in text else [])


@pytest.mark.parametrize(
    "contents",
    [
        SMALL_HUIS[BEHOEFTE].replace("\n", "\r\n").encode(),
        SMALL_HUIS[BEHOEFTE].replace("\n", "\r").encode(),
        SMALL_HUIS[BEHOEFTE].encode("utf-8-sig"),
        b"---\n" + SMALL_HUIS[BEHOEFTE].encode() + b"...\n",
        SMALL_HUIS[BEHOEFTE].rstrip().encode(),
    ],
    ids=["windows", "oude mac", "BOM", "streepjes", "zonder einde"],
)
def test_other_spellings(tmp_path: Path, contents: bytes) -> None:
    (write_huis(tmp_path) / BEHOEFTE).write_bytes(contents)
    assert check_all(tmp_path) == []


def test_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    write_huis(tmp_path, {"merk.yml": None, "merk.yml/kleuren.yml": "a: b\n"})
    assert [b.code for b in check_all(tmp_path)] == ["V13", "V15"]


def test_symbolic_links(tmp_path: Path) -> None:
    write_huis(tmp_path)
    (tmp_path / "usps" / "kring.yml").symlink_to("kring.yml")
    (tmp_path / "usps" / "weg.yml").symlink_to("/er/is/niets.yml")
    (tmp_path / "verhaaltjes").symlink_to(tmp_path, target_is_directory=True)
    assert [b.code for b in check_all(tmp_path)] == ["V13", "V13", "V13"]


def test_pipe(tmp_path: Path) -> None:
    os.mkfifo(write_huis(tmp_path) / "usps" / "pijp.yml")
    os.mkfifo(tmp_path / "klantgroepen" / "pijp.svg")
    text = SMALL_HUIS["klantgroepen/ouderen.yml"] + "beeld: {bestand: pijp.svg, alt: Een pijp}\n"
    (tmp_path / "klantgroepen" / "ouderen.yml").write_text(text, encoding="utf-8")
    assert [b.code for b in check_all(tmp_path)] == ["V13", "V13"]


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ = Path.open

    def deny(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == "boodschappen.yml":
            raise PermissionError(13, "dicht", str(path))
        return open_(path, *how, **more)

    write_huis(tmp_path)
    monkeypatch.setattr(Path, "open", deny)
    assert [b.code for b in check_all(tmp_path)] == ["V01"]


def test_closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_scandir = os.scandir

    def deny(path: str) -> object:
        if str(path).endswith("locaties"):
            raise PermissionError(13, "dicht", str(path))
        return real_scandir(path)

    write_huis(tmp_path)
    monkeypatch.setattr(os, "scandir", deny)
    assert {b.code for b in check_all(tmp_path)} == {"V01", "V03"}


@pytest.mark.parametrize(
    "name",
    ["met spatie.yml", "é.yml", "-.yml", "A.YML", "x.y.yml", "日本.yml", "a\nb.yml", "..yml"],
)
def test_file_names(tmp_path: Path, name: str) -> None:
    write_huis(tmp_path, {f"locaties/{name}": "naam: Ergens\n"})
    assert [b.code for b in check_all(tmp_path)] in (["V12"], [])


def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    write_huis(tmp_path)
    (tmp_path / "locaties" / os.fsdecode(b"caf\xe9.yml")).write_text("naam: x\n", encoding="utf-8")
    assert [b.code for b in check_all(tmp_path)] == ["V12"]


def test_empty_huis(tmp_path: Path) -> None:
    assert [b.code for b in check_all(tmp_path)] == ["V15", "V15"]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("a.svg", SVG % (b"<g>" * 100_000 + b"</g>" * 100_000)),
        ("a.svg", b'<!DOCTYPE s [<!ENTITY a "aa">]>' + SVG % b"&a;"),
        ("a.svg", SVG.replace(b"0 0 9 9", b"0 0 inf nan") % b""),
        ("a.svg", SVG[:-8]),
        ("a.png", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 40),
        ("a.webp", b"RIFF\x20\0\0\0WEBPVP8 " + bytes(20)),
        ("a.gif", b"GIF89a"),
    ],
    ids=["deep", "entity", "no number", "half", "empty", "head only", "no end", "torn", "a gif"],
)
def test_images(tmp_path: Path, name: str, contents: bytes) -> None:
    text = SMALL_HUIS["klantgroepen/ouderen.yml"] + f"beeld: {{bestand: {name}, alt: Iets}}\n"
    (write_huis(tmp_path, {"klantgroepen/ouderen.yml": text}) / "klantgroepen" / name).write_bytes(
        contents
    )
    assert {b.code for b in check_all(tmp_path)} <= {"V13", "V14"}


FRAGMENTS = [
    *(":", ": ", "-", "- ", "[", "]", "{", "}", ",", "#", "|", ">", "'", '"', "\\", "%", "@", "`"),
    *("?", "? ", "&a ", "*a", "!x ", "<<: ", "~", "null", "---\n", "...\n", "{{ x }}", "%s{0}"),
    *("\t", "\n", "\n  ", "\n\n", "\r\n", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e"),
    *("\ud800", "\U0010ffff", "🚌", "é", "<script>", "../", "gratis", "9" * 5000, "x" * 2000),
    *("2026-02-31", "tot: 0001-01-01", "ingetrokken: ja", "uit_dienst: 1-1-1\n"),
    *("opvolger: samira\n", "as: prijs\n", "id: x\n"),
]


def corrupt(rng: random.Random, contents: bytes) -> bytes:
    """Damage the text of a file in one way."""
    position = rng.randrange(len(contents) + 1)
    end = min(len(contents), position + rng.randrange(1, 40))
    piece = rng.choice(FRAGMENTS).encode("utf-8", "surrogatepass")
    match rng.randrange(6):
        case 0:
            return contents[:position] + contents[end:]
        case 1:
            return contents[:position] + contents[position:end] * 2 + contents[end:]
        case 2:
            return contents[:position] + rng.randbytes(3) + contents[position:]
        case 3:
            lines = contents.split(b"\n")
            rng.shuffle(lines)
            return b"\n".join(lines)
        case _:
            return contents[:position] + piece + contents[position:]


@pytest.mark.parametrize("seed", range(300))
def test_randomly_corrupted(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    write_huis(tmp_path)
    for name in rng.sample(sorted(SMALL_HUIS), 3):
        path = tmp_path / name
        for _ in range(rng.randrange(1, 4)):
            path.write_bytes(corrupt(rng, path.read_bytes()))
    check_all(tmp_path)
