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
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from hulp.bouwen import WORTEL
from propositie.beeld import controleer_beeld, vertelt_plaats
from propositie.bevinding import Bevinding, Ernst, als_github, als_json, als_tekst
from propositie.cli import hoofd
from propositie.controle import controleer
from propositie.lezen import bijlagen

OP = date(2026, 11, 20)
ZADEN = 2000
STUKKEN = 20
MAX_NIEUW = 5
"""One mistake may show in this many places, and no more."""

Dobbel = random.Random
Breuk = Callable[[Dobbel, list[str]], None]
"""A way to break a file: changes some of its lines."""


def _kies(dobbel: Dobbel, regels: list[str], patroon: str = r"\S") -> int:
    """The number of a line that matches `patroon`; of any line when none does."""
    rij = [n for n, r in enumerate(regels) if re.search(patroon, r)]
    return dobbel.choice(rij or range(len(regels)))


def _vervang(oud: str, nieuw: str) -> Breuk:
    """Replace the first match of a pattern on one line where it occurs."""

    def breek(dobbel: Dobbel, regels: list[str]) -> None:
        n = _kies(dobbel, regels, oud)
        regels[n] = re.sub(oud, nieuw, regels[n], count=1)

    return breek


def _erin(stuk: str) -> Breuk:
    """Put a character or word somewhere in a line."""

    def breek(dobbel: Dobbel, regels: list[str]) -> None:
        n = _kies(dobbel, regels)
        k = dobbel.randrange(len(regels[n]) + 1)
        regels[n] = regels[n][:k] + stuk + regels[n][k:]

    return breek


def _regel_erbij(regel: str) -> Breuk:
    def breek(dobbel: Dobbel, regels: list[str]) -> None:
        regels.insert(dobbel.randrange(len(regels) + 1), regel)

    return breek


def _verwissel(dobbel: Dobbel, regels: list[str]) -> None:
    a, b = _kies(dobbel, regels), _kies(dobbel, regels)
    regels[a], regels[b] = regels[b], regels[a]


def _verdubbel(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    regels.insert(n, regels[n])


def _verdubbel_stuk(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    regels[n:n] = regels[n : n + dobbel.randrange(2, 6)]


def _verdwijn(dobbel: Dobbel, regels: list[str]) -> None:
    del regels[_kies(dobbel, regels)]


def _verplaats(dobbel: Dobbel, regels: list[str]) -> None:
    regel = regels.pop(_kies(dobbel, regels))
    regels.insert(dobbel.randrange(len(regels) + 1), regel)


def _plak_aan(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    if n + 1 < len(regels):
        regels[n] += " " + regels.pop(n + 1).strip()


def _breek_af(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels, r"\S \S")
    k = dobbel.choice([v.start() for v in re.finditer(" ", regels[n])] or [0])
    regels[n : n + 1] = [regels[n][:k], regels[n][k + 1 :]]


def _spring(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    regels[n] = " " * dobbel.choice([0, 1, 2, 3, 4, 6, 8]) + regels[n].lstrip()


def _spring_blok(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    for m in range(n, min(len(regels), n + dobbel.randrange(2, 6))):
        regels[m] = "  " + regels[m] if dobbel.random() < 0.9 else regels[m]


def _knip(dobbel: Dobbel, regels: list[str]) -> None:
    tekst = "\n".join(regels)
    regels[:] = tekst[: dobbel.randrange(len(tekst))].split("\n")


def _knip_begin(dobbel: Dobbel, regels: list[str]) -> None:
    tekst = "\n".join(regels)
    regels[:] = tekst[dobbel.randrange(min(200, len(tekst))) :].split("\n")


def _verander_sleutel(hoe: Callable[[str], str]) -> Breuk:
    def breek(dobbel: Dobbel, regels: list[str]) -> None:
        n = _kies(dobbel, regels, r"^[ -]*\w+:")
        regels[n] = re.sub(r"\w+(?=:)", lambda v: hoe(v[0]), regels[n], count=1)

    return breek


def _verander_woord(dobbel: Dobbel, regels: list[str]) -> None:
    """Change a letter in a word behind a colon or in a list: a reference, choice or number."""
    n = _kies(dobbel, regels, r"[:\[-] ?[\w-]+")
    plekken = [v.start() for v in re.finditer(r"\w", regels[n])] or [0]
    k = dobbel.choice(plekken)
    regels[n] = regels[n][:k] + dobbel.choice("abcxyz019") + regels[n][k + 1 :]


def _botsing(dobbel: Dobbel, regels: list[str]) -> None:
    n = _kies(dobbel, regels)
    regels[n : n + 1] = ["<<<<<<< HEAD", regels[n], "=======", regels[n], ">>>>>>> ander"]


BREUKEN: dict[str, Breuk] = {
    "dubbele punt weg": _vervang(r":(?= |$)", ""),
    "spatie weg": _vervang(r": (?=\S)", ":"),
    "spatie na streepje weg": _vervang(r"- (?=\S)", "-"),
    "is-teken": _vervang(r":(?= |$)", " ="),
    "puntkomma": _vervang(r":(?= |$)", ";"),
    "tab vooraan": _vervang(r"^ *", "\t"),
    "tab": _erin("\t"),
    "vaste spatie vooraan": _vervang(r"^ +", "\u00a0\u00a0"),
    "vaste spatie": _vervang(r"(?<=[:-]) ", "\u00a0"),
    "lang streepje": _vervang(r"^( *)- ", r"\1– "),
    "bolletje": _vervang(r"^( *)- ", r"\1• "),
    "sterretje": _vervang(r"^( *)- ", r"\1* "),
    "gekrulde aanhalingstekens": _vervang(r'"([^"]*)"', "“\\1”"),
    "gekruld sluitteken": _vervang(r'"([^"]*)"', '"\\1”'),
    "aanhalingsteken weg": _vervang(r'"', ""),
    "aanhalingsteken erbij": _erin('"'),
    "apostrof erbij": _erin("'"),
    "dubbele punt erbij": _erin(": "),
    "hekje erbij": _erin(" #"),
    "komma erbij": _erin(","),
    "haak weg": _vervang(r"[\[\]]", ""),
    "haak erbij": _erin("["),
    "accolade weg": _vervang(r"[{}]", ""),
    "accolade erbij": _erin("}"),
    "komma weg": _vervang(r"(?<=[\w}]),", ""),
    "waarde weg": _vervang(r"(?<=:) .*$", ""),
    "lijst wordt tekst": _vervang(r"\[([^\]]*)\]", r"\1"),
    "tekst wordt lijst": _vervang(r"(?<=: )([^\[{|\n]+)$", r"[\1]"),
    "groep wordt tekst": _vervang(r"\{([^}]*)\}", "zie hiernaast"),
    "getal wordt woord": _vervang(r"\d+", "zeven"),
    "datum wordt woord": _vervang(r"\d{4}-\d\d-\d\d", "1 maart"),
    "hoofdletters in sleutel": _verander_sleutel(str.upper),
    "hoofdletter in sleutel": _verander_sleutel(str.capitalize),
    "letter weg in sleutel": _verander_sleutel(lambda s: s[:-1]),
    "streepje in sleutel": _verander_sleutel(lambda s: s.replace("_", "-") + "en"),
    "andere sleutel": _verander_sleutel(lambda _: "description"),
    "letter in woord": _verander_woord,
    "verwijzing": _vervang(r"(?<=[\[ ])[a-z]+-[a-z]+", "bestaat-niet"),
    "regels verwisseld": _verwissel,
    "regel verplaatst": _verplaats,
    "regel dubbel": _verdubbel,
    "stuk dubbel": _verdubbel_stuk,
    "regel weg": _verdwijn,
    "regels samen": _plak_aan,
    "regel gebroken": _breek_af,
    "regel springt anders": _spring,
    "stuk springt anders": _spring_blok,
    "einde weg": _knip,
    "begin weg": _knip_begin,
    "botsing": _botsing,
    "tweede deel": _regel_erbij("---"),
    "zomaar tekst": _regel_erbij("Hier komt nog iets."),
    "opmerking": _regel_erbij("// nog doen"),
    "HTML": _regel_erbij('<p class="x">Kom: maar</p>'),
    "stuurteken": _erin("\x07"),
    "nulbreedte": _erin("\u200b"),
    "anker": _vervang(r"(?<=: )(?=\w)", "&"),
    "apenstaart": _vervang(r"(?<=: )(?=\w)", "@"),
    "omgekeerde streep": _vervang(r'(?<=")(?=\w)', r"\\"),
}


def _utf16(_: Dobbel, inhoud: bytes) -> bytes:
    return inhoud.decode().encode("utf-16")


def _latin1(_: Dobbel, inhoud: bytes) -> bytes:
    return (inhoud.decode() + "# café").encode("cp1252", "replace")


def _bytes_erin(dobbel: Dobbel, inhoud: bytes) -> bytes:
    plek = dobbel.randrange(len(inhoud))
    return inhoud[:plek] + dobbel.randbytes(3) + inhoud[plek:]


BYTEBREUKEN: dict[str, Callable[[Dobbel, bytes], bytes]] = {
    "UTF-16": _utf16,
    "Latin-1": _latin1,
    "willekeurige bytes": _bytes_erin,
    "halverwege afgekapt": lambda dobbel, inhoud: inhoud[: dobbel.randrange(len(inhoud))],
    "leeg": lambda _dobbel, _inhoud: b"",
}


def gebroken(zaad: int, bestanden: list[Path]) -> tuple[Path, str, bytes]:
    """Which file the seed breaks, in which way, and what is then in it."""
    dobbel = Dobbel(zaad)
    pad = dobbel.choice(bestanden)
    naam = dobbel.choice([*BREUKEN, *BYTEBREUKEN])
    if naam in BYTEBREUKEN:
        return pad, naam, BYTEBREUKEN[naam](dobbel, pad.read_bytes())
    regels = pad.read_text(encoding="utf-8").split("\n")
    BREUKEN[naam](dobbel, regels)
    return pad, naam, "\n".join(regels).encode("utf-8", "surrogatepass")


def nagekeken(huis: Path) -> list[Bevinding]:
    """What is wrong with the house, told in every way there is."""
    bevindingen = controleer(huis, OP, "huis").bevindingen
    for bevinding in bevindingen:
        als_tekst(bevinding).encode()
        als_github(bevinding).encode()
    als_json(bevindingen).encode()
    return [b for b in bevindingen if b.ernst is Ernst.FOUT]


def bezwaar(huis: Path, bestanden: list[Path], zaad: int, bekend: Counter[str]) -> str:
    """What is wrong with the messages that one seed gives; empty when all is well."""
    pad, naam, inhoud = gebroken(zaad, bestanden)
    heel = pad.read_bytes()
    pad.write_bytes(inhoud)
    try:
        fouten = nagekeken(huis)
    finally:
        pad.write_bytes(heel)
    nieuw = Counter(als_tekst(b) for b in fouten) - bekend
    getoond = f"huis/{pad.relative_to(huis).as_posix()}"
    genoemd = any(b.plaats is not None and b.plaats.bestand == getoond for b in fouten)
    waarom = []
    if nieuw.total() > MAX_NIEUW:
        waarom.append(f"{nieuw.total()} new errors")
    if nieuw and not genoemd:
        waarom.append("the file is not named")
    kop = f"seed {zaad}, {naam} in {getoond}: {', '.join(waarom)}\n"
    return kop + "".join(nieuw) if waarom else ""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the demo that may be broken; its pictures, which nobody breaks, are read once."""
    doel = tmp_path_factory.mktemp("demo") / "site_src"
    shutil.copytree(WORTEL / "site_src", doel)
    gelezen: set[Path] = set()

    def eenmaal(bestand: Path) -> None:
        if bestand not in gelezen:
            controleer_beeld(bestand)
            gelezen.add(bestand)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bijlagen, "controleer_beeld", eenmaal)
        patch.setattr(bijlagen, "vertelt_plaats", cache(vertelt_plaats))
        yield doel / "huis"


@pytest.mark.parametrize("stuk", range(STUKKEN))
def test_een_gebroken_bestand(demo: Path, stuk: int) -> None:
    bekend = Counter(als_tekst(b) for b in nagekeken(demo))
    bestanden = sorted(demo.rglob("*.yml"))
    bezwaren = [bezwaar(demo, bestanden, zaad, bekend) for zaad in range(stuk, ZADEN, STUKKEN)]
    assert not (over := [b for b in bezwaren if b]), "\n".join(over)


@pytest.mark.parametrize("zaad", range(ZADEN, ZADEN + 12))
def test_opdracht_bij_een_gebroken_bestand(
    demo: Path, zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad, _, inhoud = gebroken(zaad, sorted(demo.rglob("*.yml")))
    heel = pad.read_bytes()
    monkeypatch.chdir(demo.parents[1])
    pad.write_bytes(inhoud)
    try:
        uit = CliRunner().invoke(hoofd, ["controleer", "--op", OP.isoformat()])
    finally:
        pad.write_bytes(heel)
    assert uit.exit_code in {0, 1}
    assert isinstance(uit.exception, SystemExit | None)
    assert "Traceback" not in uit.output
    assert uit.exit_code == 0 or pad.name in uit.output


def test_er_zijn_genoeg_manieren() -> None:
    assert len(BREUKEN) + len(BYTEBREUKEN) >= 30


def test_elke_manier_breekt_iets(demo: Path) -> None:
    """No way to break a file leaves every file as it was."""
    bestanden = sorted(demo.rglob("*.yml"))
    over = {*BREUKEN, *BYTEBREUKEN}
    for zaad in range(ZADEN):
        pad, naam, inhoud = gebroken(zaad, bestanden)
        if inhoud != pad.read_bytes():
            over.discard(naam)
    assert not over
