"""Nothing that can lie in a house gives a traceback or takes long."""

from __future__ import annotations

import os
import random
import time
from datetime import date
from pathlib import Path

import pytest

from hulp.klein_huis import KLEIN_HUIS, OP, bouw_huis
from propositie.bevinding import Bevinding, als_github, als_json, als_tekst
from propositie.controle import controleer

DAG = date.fromisoformat(OP)
BEHOEFTE = "behoeften/boodschappen.yml"


def na(huismap: Path) -> list[Bevinding]:
    """What is found, told in each of the three ways, in reasonable time."""
    begin = time.process_time()
    bevindingen = controleer(huismap, DAG, "huis").bevindingen
    for bevinding in bevindingen:
        als_tekst(bevinding).encode()
        als_github(bevinding).encode()
    als_json(bevindingen).encode()
    assert time.process_time() - begin < 5
    return bevindingen


def met(tmp_path: Path, tekst: str, bestand: str = BEHOEFTE) -> list[str]:
    return [b.code for b in na(bouw_huis(tmp_path, {bestand: tekst}))]


_VEEL = [f"k{n}" for n in range(50_000)]
ZWAAR = {
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
    "verwijzingen": (f"klantgroepen: [{', '.join(_VEEL)}]", ["V06"]),
    "aanhalingstekens": ("pijn: '" + "'" * 400_001, ["V06"]),
    "spaties": (" " * 400_000 + "a: b: c", ["V02"]),
    "regels": ("\n" * 400_000 + "a: b: c", ["V02"]),
    "getal": ("klantgroepen: " + "9" * 100_000, ["V06", "V07"]),
}


@pytest.mark.parametrize(("tekst", "verwacht"), ZWAAR.values(), ids=ZWAAR)
def test_zwaar(tmp_path: Path, tekst: str, verwacht: list[str]) -> None:
    codes = met(tmp_path, tekst)
    assert sorted(set(codes)) == verwacht
    assert len(codes) <= 21


LANG = {
    "zin": "woord " * 80_000,
    "haken": "[" * 400_000,
    "links": "[](" * 130_000,
    "punten": "." * 400_000,
    "sterren": "*" * 400_000,
    "spaties": "a" + " " * 400_000 + "b",
    "jargon": "eigen " * 70_000,
    "emoji": "🚌" * 100_000,
}


@pytest.mark.parametrize("tekst", LANG.values(), ids=LANG)
def test_lange_tekst(tmp_path: Path, tekst: str) -> None:
    inhoud = KLEIN_HUIS["klantgroepen/ouderen.yml"] + f"omschrijving: |\n  {tekst}\n"
    assert set(met(tmp_path, inhoud, "klantgroepen/ouderen.yml")) <= {"K70", "K71", "K73"}


GEWOON = [
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


@pytest.mark.parametrize("tekst", GEWOON)
def test_gewone_tekst(tmp_path: Path, tekst: str) -> None:
    assert met(tmp_path, KLEIN_HUIS[BEHOEFTE] + f"pijn: {tekst}\n") == []


@pytest.mark.parametrize(
    "inhoud",
    [
        KLEIN_HUIS[BEHOEFTE].replace("\n", "\r\n").encode(),
        KLEIN_HUIS[BEHOEFTE].replace("\n", "\r").encode(),
        KLEIN_HUIS[BEHOEFTE].encode("utf-8-sig"),
        b"---\n" + KLEIN_HUIS[BEHOEFTE].encode() + b"...\n",
        KLEIN_HUIS[BEHOEFTE].rstrip().encode(),
    ],
    ids=["windows", "oude mac", "BOM", "streepjes", "zonder einde"],
)
def test_andere_schrijfwijzen(tmp_path: Path, inhoud: bytes) -> None:
    (bouw_huis(tmp_path) / BEHOEFTE).write_bytes(inhoud)
    assert na(tmp_path) == []


def test_map_met_de_naam_van_een_bestand(tmp_path: Path) -> None:
    bouw_huis(tmp_path, {"merk.yml": None, "merk.yml/kleuren.yml": "a: b\n"})
    assert [b.code for b in na(tmp_path)] == ["V13", "V15"]


def test_koppelingen(tmp_path: Path) -> None:
    bouw_huis(tmp_path)
    (tmp_path / "usps" / "kring.yml").symlink_to("kring.yml")
    (tmp_path / "usps" / "weg.yml").symlink_to("/er/is/niets.yml")
    (tmp_path / "verhalen").symlink_to(tmp_path, target_is_directory=True)
    assert [b.code for b in na(tmp_path)] == ["V01", "V01", "V13"]


def test_pijp(tmp_path: Path) -> None:
    os.mkfifo(bouw_huis(tmp_path) / "usps" / "pijp.yml")
    os.mkfifo(tmp_path / "klantgroepen" / "pijp.svg")
    tekst = KLEIN_HUIS["klantgroepen/ouderen.yml"] + "beeld: {bestand: pijp.svg, alt: Een pijp}\n"
    (tmp_path / "klantgroepen" / "ouderen.yml").write_text(tekst, encoding="utf-8")
    assert [b.code for b in na(tmp_path)] == ["V14", "V01", "V13"]


def test_onleesbaar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lees = Path.read_bytes

    def dicht(pad: Path) -> bytes:
        if pad.name == "boodschappen.yml":
            raise PermissionError(13, "dicht", str(pad))
        return lees(pad)

    bouw_huis(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", dicht)
    assert [b.code for b in na(tmp_path)] == ["V01"]


def test_gesloten_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lijst = os.scandir

    def dicht(pad: str) -> object:
        if str(pad).endswith("locaties"):
            raise PermissionError(13, "dicht", str(pad))
        return lijst(pad)

    bouw_huis(tmp_path)
    monkeypatch.setattr(os, "scandir", dicht)
    assert {b.code for b in na(tmp_path)} == {"V01", "V03"}


@pytest.mark.parametrize(
    "naam",
    ["met spatie.yml", "é.yml", "-.yml", "A.YML", "x.y.yml", "日本.yml", "a\nb.yml", "..yml"],
)
def test_bestandsnamen(tmp_path: Path, naam: str) -> None:
    bouw_huis(tmp_path, {f"locaties/{naam}": "naam: Ergens\n"})
    assert [b.code for b in na(tmp_path)] in (["V12"], [])


def test_bestandsnaam_die_geen_tekst_is(tmp_path: Path) -> None:
    bouw_huis(tmp_path)
    (tmp_path / "locaties" / os.fsdecode(b"caf\xe9.yml")).write_text("naam: x\n", encoding="utf-8")
    assert [b.code for b in na(tmp_path)] == ["V12"]


def test_leeg_huis(tmp_path: Path) -> None:
    assert [b.code for b in na(tmp_path)] == ["V15", "V15"]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'


@pytest.mark.parametrize(
    ("naam", "inhoud"),
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
)
def test_beelden(tmp_path: Path, naam: str, inhoud: bytes) -> None:
    tekst = KLEIN_HUIS["klantgroepen/ouderen.yml"] + f"beeld: {{bestand: {naam}, alt: Iets}}\n"
    (bouw_huis(tmp_path, {"klantgroepen/ouderen.yml": tekst}) / "klantgroepen" / naam).write_bytes(
        inhoud
    )
    assert {b.code for b in na(tmp_path)} <= {"V13", "V14"}


STUKKEN = [
    *(":", ": ", "-", "- ", "[", "]", "{", "}", ",", "#", "|", ">", "'", '"', "\\", "%", "@", "`"),
    *("?", "? ", "&a ", "*a", "!x ", "<<: ", "~", "null", "---\n", "...\n", "{{ x }}", "%s{0}"),
    *("\t", "\n", "\n  ", "\n\n", "\r\n", "\0", "\x1b", "\x85", "\u2028", "\ufeff", "\u202e"),
    *("\ud800", "\U0010ffff", "🚌", "é", "<script>", "../", "gratis", "9" * 5000, "x" * 2000),
    *("2026-02-31", "tot: 0001-01-01", "ingetrokken: ja", "uit_dienst: 1-1-1\n"),
    *("opvolger: samira\n", "as: prijs\n", "id: x\n"),
]


def bederf(dobbel: random.Random, inhoud: bytes) -> bytes:
    """Damage the text of a file in one way."""
    plek = dobbel.randrange(len(inhoud) + 1)
    eind = min(len(inhoud), plek + dobbel.randrange(1, 40))
    stuk = dobbel.choice(STUKKEN).encode("utf-8", "surrogatepass")
    match dobbel.randrange(6):
        case 0:
            return inhoud[:plek] + inhoud[eind:]
        case 1:
            return inhoud[:plek] + inhoud[plek:eind] * 2 + inhoud[eind:]
        case 2:
            return inhoud[:plek] + dobbel.randbytes(3) + inhoud[plek:]
        case 3:
            regels = inhoud.split(b"\n")
            dobbel.shuffle(regels)
            return b"\n".join(regels)
        case _:
            return inhoud[:plek] + stuk + inhoud[plek:]


@pytest.mark.parametrize("zaad", range(300))
def test_willekeurig_bedorven(tmp_path: Path, zaad: int) -> None:
    dobbel = random.Random(zaad)
    bouw_huis(tmp_path)
    for naam in dobbel.sample(sorted(KLEIN_HUIS), 3):
        pad = tmp_path / naam
        for _ in range(dobbel.randrange(1, 4)):
            pad.write_bytes(bederf(dobbel, pad.read_bytes()))
    na(tmp_path)
