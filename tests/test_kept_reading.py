"""What is kept of a house is as good as new: it falls when anything that it came from changes.

A check is cold (nothing kept), warm (a new process that finds what the last one kept) or goes on
(in one process, as a preview does). Whatever changes in between, all three find the same.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from helpers.build import ROOT
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie import kept, processes
from propositie.checks import Memory
from propositie.cli import main
from propositie.finding import Finding
from propositie.huis import Thing
from propositie.inspection import Inspection, Inspector, inspect
from propositie.inspection.told import Told
from propositie.kept import KeptFile
from propositie.reading import Layer, PagesFolder, Reader, Source, held, load_huis, reader
from propositie.reading.held import SoundHouse
from propositie.reading.thing import read_content

DAY = date.fromisoformat(ON_DATE)
SAMIRA = "medewerkers/samira.yml"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmM"
    "IQAAAABJRU5ErkJggg=="
)
PORTRAIT = "portret: {bestand: samira.png, alt: Samira, toestemming: {datum: 2026-01-01}}\n"
PEOPLE = {
    SAMIRA: SMALL_HUIS[SAMIRA] + PORTRAIT,
    "medewerkers/bram.yml": SMALL_HUIS[SAMIRA]
    .replace("Samira El Amrani", "Bram Zwaluw")
    .replace("schrijft:\n  - {titel: De tas, medium: Veenrander, datum: 2026-09-03}\n", "")
    + "over: |\n  Wij faciliteren dat **u** Bram Zwaluw altijd kunt vinden.\n",
}
"""A house in which every kind of rule has something to find, or soon has."""
POST = """---
datum: 2026-10-01
auteur: bram
---
# De tas

Ga naar [de taxi](../aanbod/boodschappentaxi/).
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a house, a layer below it with a place that nobody uses, a post and a page."""
    write_huis(tmp_path / "huis", PEOPLE, {"medewerkers/samira.png": PIXEL})
    (tmp_path / "basis/locaties").mkdir(parents=True)
    (tmp_path / "basis/locaties/oud.yml").write_text("naam: De oude school\n", "utf-8")
    (tmp_path / "paginas/blog").mkdir(parents=True)
    (tmp_path / "paginas/blog/tas.md").write_text(POST, "utf-8")
    (tmp_path / "paginas/over.md").write_text("---\ntitel: Over\n---\nNog invullen\n", "utf-8")
    return tmp_path


class House:
    """The house of a test, looked at in each of the three ways."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = DAY
        self.names = ["basis", "huis"]
        self.going_on = Inspector()
        self.look()

    def path(self, name: str) -> Path:
        return self.folder / name

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new), "utf-8")

    def ask(self, inspector: Inspector) -> Inspection:
        layers = [Layer(self.folder / name, name) for name in self.names]
        return inspector.inspect(
            layers, self.day, pages=PagesFolder(self.folder / "paginas", "paginas")
        )

    def look(self) -> list[Finding]:
        """What is found, the same in all three ways."""
        cold = self.ask(Inspector())
        warm = self.ask(Inspector(self.folder / "cache"))
        on = self.ask(self.going_on)
        assert warm.findings == cold.findings
        assert on.findings == cold.findings
        assert_same_things(cold, warm)
        assert_same_things(cold, on)
        return cold.findings


def assert_same_things(one: Inspection, other: Inspection) -> None:
    """The same things, in the same order, field by field, and of the same types."""
    assert list(one.loaded.things) == list(other.loaded.things)
    assert one.loaded.digests == other.loaded.digests
    for key, thing in one.loaded.things.items():
        assert shape_of(thing) == shape_of(other.loaded.things[key])
    assert (one.huis is None) == (other.huis is None)
    if one.huis is not None:
        assert one.huis == other.huis


def shape_of(value: object) -> Any:
    """A value with the types of all that is in it, and which fields were given."""
    if isinstance(value, BaseModel):
        fields = {name: shape_of(getattr(value, name)) for name in type(value).model_fields}
        return type(value), fields, value.model_fields_set
    if isinstance(value, tuple):
        return tuple, [shape_of(part) for part in value]
    if isinstance(value, dict):
        return dict, [(key, shape_of(part)) for key, part in value.items()]
    return type(value), value


CHANGES: dict[str, Callable[[House], object]] = {
    "a text": lambda h: h.replace("huis/" + SAMIRA, "Ik bel", "Wij faciliteren dat ik bel"),
    "a text, to the same length at the same time": lambda h: same_stat(h, "terug", "traag"),
    "a date": lambda h: h.replace("huis/" + SAMIRA, "datum: 2026-06-18", "datum: 2027-06-18"),
    "who leaves": lambda h: append(h, "huis/medewerkers/bram.yml", "uit_dienst: 2026-01-01\n"),
    "a service that stops": lambda h: append(
        h, "huis/diensten/boodschappentaxi.yml", "status: gestopt\n"
    ),
    "a threshold": lambda h: append(h, "huis/organisatie.yml", "keuring: {zin_woorden: 3}\n"),
    "a word of jargon": lambda h: append(
        h, "huis/organisatie.yml", "keuring: {jargon: {tas: zak, bel: roep}}\n"
    ),
    "a rule switched off": lambda h: append(h, "huis/organisatie.yml", "keuring: {uit: [K71]}\n"),
    "how people are addressed": lambda h: h.replace(
        "huis/organisatie.yml", "aanspreekvorm: je", "aanspreekvorm: u"
    ),
    "the day": lambda h: setattr(h, "day", DAY + timedelta(days=900)),
    "a file that is gone": lambda h: h.path("huis/medewerkers/bram.yml").unlink(),
    "a file that others name and is gone": lambda h: h.path("huis/locaties/de-linde.yml").unlink(),
    "a file that is new": lambda h: h.path("huis/klantgroepen/nieuw.yml").write_text(
        SMALL_HUIS["klantgroepen/ouderen.yml"], "utf-8"
    ),
    "a file of another name": lambda h: h.path("huis/medewerkers/bram.yml").rename(
        h.path("huis/medewerkers/bram-z.yml")
    ),
    "a file in a lower layer": lambda h: write_below(h, "klantgroepen/jongeren.yml", "naam: J\n"),
    "a field in a lower layer": lambda h: write_below(h, SAMIRA, "uit_dienst: 2026-01-01\n"),
    "the layers": lambda h: h.names.pop(0),
    "how a folder is called": lambda h: call(h, "hier"),
    "a picture that is gone": lambda h: h.path("huis/medewerkers/samira.png").unlink(),
    "a picture that is damaged": lambda h: h.path("huis/medewerkers/samira.png").write_bytes(b"?"),
    "a picture that nobody names": lambda h: shutil.copy(
        h.path("huis/medewerkers/samira.png"), h.path("huis/medewerkers/wie.png")
    ),
    "a file that nobody reads": lambda h: h.path("huis/medewerkers/lijst.txt").write_text("x"),
    "a mistake": lambda h: h.replace("huis/" + SAMIRA, "functie: ", "functie "),
    "a key given twice": lambda h: append(h, "huis/" + SAMIRA, "functie: kok\n"),
    "a file that is no text": lambda h: h.path("huis/" + SAMIRA).write_bytes(b"\xff\xfe?"),
    "a post": lambda h: h.replace("paginas/blog/tas.md", "boodschappentaxi/", "weg/"),
    "a post that is gone": lambda h: h.path("paginas/blog/tas.md").unlink(),
    "a free page": lambda h: h.replace("paginas/over.md", "Nog invullen", "Wij helpen."),
}  # fmt: skip


def append(house: House, name: str, text: str) -> None:
    with house.path(name).open("a", encoding="utf-8") as file:
        file.write(text)


def same_stat(house: House, old: str, new: str) -> None:
    path = house.path("huis/" + SAMIRA)
    before = path.stat()
    house.replace("huis/" + SAMIRA, f"Samira belde echt {old}", f"Samira belde echt {new}")
    house.replace("huis/" + SAMIRA, "Ik bel altijd", "U  bel altijd"[:13])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def write_below(house: House, name: str, text: str) -> None:
    path = house.path("basis/" + name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def call(house: House, name: str) -> None:
    house.path("huis").rename(house.path(name))
    house.names = ["basis", name]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_kept_falls_when_anything_changes(
    folder: Path, change: Callable[[House], object]
) -> None:
    house = House(folder)
    before = house.look()
    change(house)
    after = house.look()
    assert after != before, "this change should be seen in what is found"


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_typed_all_three_find_the_same(folder: Path, seed: int) -> None:
    house, rng = House(folder), random.Random(seed)
    files = sorted([*(folder / "huis").rglob("*.yml"), *(folder / "paginas").rglob("*.md")])
    for _ in range(12):
        path = rng.choice(files)
        lines = path.read_text("utf-8").split("\n")
        number = rng.randrange(len(lines))
        lines[number] = rng.choice(["", "x", lines[number] * 2, lines[number] + " Wij", "  - {"])
        path.write_text("\n".join(lines), "utf-8")
        house.look()
        if rng.random() < 0.5:  # mended again: back to what it was, or what another file holds
            path.write_bytes(rng.choice([path.read_bytes(), SMALL_HUIS[SAMIRA].encode()]))
            house.look()


@pytest.mark.parametrize("example", ["demo", "example", "layered"])
def test_a_warm_house_is_the_cold_one(example: str, tmp_path: Path) -> None:
    layers, pages = {
        "demo": ([ROOT / "site_src/huis"], ROOT / "site_src/paginas"),
        "example": ([ROOT / "propositie/example/huis"], tmp_path),
        "layered": ([ROOT / f"tests/layered/{n}" for n in ("basis", "huis")],
                    ROOT / "tests/layered/paginas"),
    }[example]  # fmt: skip
    given = [Layer(path, path.name) for path in layers], DAY, None, PagesFolder(pages, "paginas")
    cold = inspect(*given)
    assert len(cold.loaded.things) > 5
    inspect(*given, cache=tmp_path / "cache")
    warm = inspect(*given, cache=tmp_path / "cache")
    assert warm.findings == cold.findings
    assert_same_things(cold, warm)


def test_a_warm_check_makes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, forbidden: Callable[..., Any]
) -> None:
    house = House(folder)
    before = house.look()
    for module, name in ((reader, "read_content"), (reader, "revive"), (reader, "named_by")):
        monkeypatch.setattr(module, name, forbidden)
    assert house.ask(Inspector(folder / "cache")).findings == before
    assert house.ask(house.going_on).findings == before


def test_only_what_changed_is_read_and_asked_about(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(folder)
    house.replace("huis/" + SAMIRA, "terug", "weer")
    seen: list[str] = []
    read = read_content

    def count(source: Any, kind: Any, id_: str, contents: Any) -> Any:
        seen.append(id_)
        return read(source, kind, id_, contents)

    monkeypatch.setattr(reader, "read_content", count)
    house.ask(Inspector(folder / "cache"))
    house.ask(house.going_on)
    assert seen == ["samira", "samira"]


def test_what_did_not_change_is_the_same_object(folder: Path) -> None:
    house = House(folder)
    before = house.ask(house.going_on).loaded
    house.replace("huis/" + SAMIRA, "terug", "weer")
    after = house.ask(house.going_on).loaded
    same = {key for key, thing in after.things.items() if thing is before.things[key]}
    assert set(after.things) - same == {("medewerkers", "samira")}
    told = {key for key, digest in after.digests.items() if digest != before.digests[key]}
    assert told == {("medewerkers", "samira")}


def test_another_program_reads_all_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, forbidden: Callable[..., Any]
) -> None:
    house = House(folder)
    monkeypatch.setattr(reader, "read_content", forbidden)
    house.ask(Inspector(folder / "cache"))
    monkeypatch.setattr(kept, "program_fingerprint", lambda: "another")
    with pytest.raises(AssertionError, match="anew"):
        house.ask(Inspector(folder / "cache"))


@pytest.fixture
def forbidden() -> Callable[..., Any]:
    """Stands in place of what should not be done."""

    def fail(*_given: object) -> Any:
        raise AssertionError("this is done anew")

    return fail


# --- a file is not read when it surely did not change -------------------------------------------


def test_a_settled_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("propositie.reading.held.time.monotonic", lambda: now[0])
    reading: list[str] = []
    content = Source.content

    def count(source: Source, known: os.stat_result | None = None) -> bytes:
        reading.append(source.path.name)
        return content(source, known)

    monkeypatch.setattr(Source, "content", count)
    one = Reader()
    one.read(folder / "huis")
    now[0] += held.SETTLED_AFTER + 1
    one.read(folder / "huis")  # the first time that a change would have shown
    reading.clear()
    one.read(folder / "huis")
    assert reading == []
    (folder / "huis" / SAMIRA).write_text(SMALL_HUIS[SAMIRA], "utf-8")
    assert one.read(folder / "huis").things["medewerkers", "samira"].portret is None  # type: ignore[attr-defined]
    assert set(reading) == {"samira.yml"}


def test_two_changes_within_one_tick_of_the_clock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system says the same of the file before and after."""
    path, one = folder / "huis" / SAMIRA, Reader()
    glance, frozen = Source.glance, path.stat()
    monkeypatch.setattr(Source, "glance", lambda s: frozen if s.path == path else glance(s))
    before = one.read(folder / "huis").digests
    one.read(folder / "huis")
    path.write_text(path.read_text("utf-8").replace("terug", "traag"), "utf-8")
    after = one.read(folder / "huis").digests
    assert {key for key in after if after[key] != before[key]} == {("medewerkers", "samira")}


# --- what is gone from the house is gone from what is kept ----------------------------------------


def traces(folder: Path, words: str) -> list[str]:
    """The files below a folder that hold these words."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if words.encode() in path.read_bytes()]


SECRET = "Wouter Wielewaal"
QUOTE = f"""aanbevelingen:
  - citaat: Ik kwam nog eens terug.
    door: {SECRET}
    toestemming: {{datum: 2025-01-01, tot: 2026-01-01}}
"""
FORGETTING: dict[str, Sequence[Callable[[House], object]]] = {
    "the worker is gone": [lambda h: h.path("huis/medewerkers/bram.yml").unlink()],
    "the worker is gone, and is still named": [
        lambda h: h.path("huis/medewerkers/bram.yml").unlink(),
        lambda h: append(h, "huis/" + SAMIRA, "opvolger: bram\n"),
    ],
    "the quote is gone": [lambda h: h.replace("huis/medewerkers/bram.yml", QUOTE, "")],
    "the quote is gone from a file with a mistake": [
        lambda h: h.replace("huis/medewerkers/bram.yml", QUOTE, ""),
        lambda h: append(h, "huis/medewerkers/bram.yml", "- x"),
    ],
    "the quote is gone, and another file has a mistake": [
        lambda h: h.replace("huis/medewerkers/bram.yml", QUOTE, ""),
        lambda h: append(h, "huis/" + SAMIRA, "- x"),
    ],
    "all workers are gone": [lambda h: shutil.rmtree(h.path("huis/medewerkers"))],
}


@pytest.fixture
def with_secret(folder: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house with a quote of which the consent has ended, that was checked by the command."""
    bram = PEOPLE["medewerkers/bram.yml"].replace("aanbevelingen:", "vorige:")
    start, end = bram.index("vorige:"), bram.index("verrassingen:")
    text = bram[:start] + QUOTE + bram[end:]
    (folder / "huis/medewerkers/bram.yml").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(folder)
    check()
    assert len(traces(folder / ".cache", SECRET)) == 3  # fields, what rules found, what was told
    return House(folder)


def check() -> str:
    return CliRunner().invoke(main, ["controleer", "--huis", "huis", "--op", ON_DATE]).output


@pytest.mark.parametrize("change", FORGETTING.values(), ids=FORGETTING)
def test_what_is_gone_is_kept_no_longer(
    with_secret: House, change: Sequence[Callable[[House], object]]
) -> None:
    for step in change:
        step(with_secret)
    check()
    assert traces(with_secret.folder / ".cache", SECRET) == []


def test_what_is_gone_is_kept_no_longer_by_who_goes_on(with_secret: House) -> None:
    cache = with_secret.folder / "another"
    going_on = Inspector(cache)
    with_secret.ask(going_on)
    assert traces(cache, SECRET)
    FORGETTING["the quote is gone"][0](with_secret)
    with_secret.ask(going_on)
    assert traces(cache, SECRET) == []


def test_what_cannot_be_used_is_not_kept_either(with_secret: House) -> None:
    """Another version of the program forgets what this one kept, and so does one that finds it
    damaged."""
    FORGETTING["all workers are gone"][0](with_secret)
    for path in (with_secret.folder / ".cache/propositie").iterdir():
        path.write_bytes(b"damaged" + SECRET.encode())
    check()
    assert traces(with_secret.folder / ".cache", SECRET) == []


def test_what_a_process_left_when_it_was_killed_goes_too(
    with_secret: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = with_secret.folder / "another"
    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        with_secret.ask(Inspector(cache))
    monkeypatch.undo()
    [half] = cache.iterdir()
    (cache / half.name.replace(str(os.getpid()), "1")).write_text(SECRET, "utf-8")
    FORGETTING["the quote is gone"][0](with_secret)
    with_secret.ask(Inspector(cache))
    assert traces(cache, SECRET) == []


def interrupt(*_given: object) -> Any:
    raise KeyboardInterrupt


def test_only_a_site_of_its_own_keeps_anything(folder: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(folder)
    check()  # no mkdocs.yml: a house by itself
    (folder / "huis/mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(folder / "huis")
    CliRunner().invoke(main, ["controleer", "--huis", ".", "--op", ON_DATE])
    assert list(folder.rglob(".cache")) == []


# --- whatever somebody puts in the place of what is kept, nothing goes wrong ----------------------


def spoil(path: Path, how: str) -> None:
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    if how == "a folder":
        path.unlink()
        path.mkdir()
        return
    if how == "a pipe" and hasattr(os, "mkfifo"):
        path.unlink()
        os.mkfifo(path)
        return
    path.write_bytes(
        {
            "nothing": b"",
            "half": whole[: len(whole) // 2],
            "something of another program": b"cos\nsystem\n(S'touch bad'\ntR.",
            "one letter": head + b"\n" + body.replace(b"Samira", b"Samara").replace(b"a", b"e", 1),
            "a pipe": b"",
            "the head of another": head[::-1] + b"\n" + body,
        }[how]
    )


HOWS = ("nothing", "half", "something of another program", "one letter", "a folder", "a pipe",
        "the head of another")  # fmt: skip


@pytest.mark.parametrize("how", HOWS)
def test_a_spoiled_file_is_made_anew(folder: Path, how: str) -> None:
    house = House(folder)
    before = house.look()
    for path in list((folder / "cache").iterdir()):
        spoil(path, how)
    assert house.look() == before
    assert house.look() == before


FORGED = [
    b"[]", b"{}", b"0", b"null", b'["x"]', b'["x", [[1]]]', b"[" * 100_000, b"\xff\xfe",
    b'{"given": [], "things": 3}', b'{"given": {}, "things": [["a", "b", "c", {"K70": [[1]]}]]}',
    b'["x", [["a", "b", [[["p"], "n", true]]]]]', b"medewerkers/samira\tx\t{}", b"\t\t\n\t\n",
]  # fmt: skip


@pytest.mark.parametrize("content", FORGED, ids=range(len(FORGED)))
def test_a_forged_file_does_no_harm(folder: Path, content: bytes) -> None:
    """Also one that bears the mark of this program: it is data, and judged as such."""
    house = House(folder)
    before = house.look()
    for path in (folder / "cache").iterdir():
        KeptFile(path).save(content)
    assert house.look() == before
    for kind in (Memory, Told, SoundHouse):
        kind.from_json(content)


def forge_fields(cache: Path) -> None:
    """Put fields in what is kept that no model takes."""
    forged = 0
    for path in cache.glob("reading-?"):
        content = KeptFile(path).load() or b""
        forged += content.count(b'"functie":"buurtwerker"')
        KeptFile(path).save(content.replace(b'"functie":"buurtwerker"', b'"functie":["x"]'))
    assert forged == 2


def test_forged_fields_are_judged_again(folder: Path) -> None:
    """Who puts other fields under the mark of a file gets what is in that file."""
    house = House(folder)
    before = house.look()
    forge_fields(folder / "cache")
    for path in (folder / "cache").glob("checks-*"):
        path.unlink()
    assert house.look() == before


def test_where_nothing_can_be_kept_all_is_found_anew(folder: Path) -> None:
    house = House(folder)
    (folder / "file").write_text("no folder", "utf-8")
    found = house.ask(Inspector(folder / "file" / "cache"))
    assert found.findings == house.look()


def test_what_is_kept_is_for_its_owner_alone(folder: Path) -> None:
    House(folder)
    files = list((folder / "cache").iterdir())
    assert files
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_what_is_kept_is_plain_data(folder: Path) -> None:
    House(folder)
    for path in (folder / "cache").glob("checks-*"):
        json.loads(path.read_bytes().partition(b"\n")[2])
    for path in (folder / "cache").glob("reading-?"):
        for line in (KeptFile(path).load() or b"").split(b"\n"):
            assert not line or isinstance(json.loads(line.split(b"\t")[2]), dict)


# --- two processes find what one finds ------------------------------------------------------------


@pytest.fixture
def shared_work(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let the smallest house be read by two processes; the processes that were started."""
    started: list[int] = []
    start = processes._start

    def note(*given: Any) -> int:
        started.append(start(*given))
        return started[-1]

    for module in ("reading.reader", "checks.memory", "inspection.told"):
        monkeypatch.setattr(f"propositie.{module}.SHARED_FROM", 1)
    monkeypatch.setattr(processes, "_PIECE", 1)
    monkeypatch.setattr(processes, "_start", note)
    if hasattr(os, "fork"):
        monkeypatch.setattr(processes, "_can_split", lambda: True)
    return started


def test_processes_find_what_one_finds(folder: Path, shared_work: list[int]) -> None:
    alone = Inspector()
    house = House(folder)
    for change in ("a text", "a mistake", "a date"):
        CHANGES[change](house)
        found = house.look()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(processes, "_can_split", lambda: False)
            assert house.ask(alone).findings == found
    assert shared_work or not hasattr(os, "fork")


def test_a_process_that_dies_changes_nothing(
    folder: Path, shared_work: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = inspect(folder / "huis", DAY).findings
    here, read = os.getpid(), read_content

    def die_elsewhere(*given: Any) -> Any:
        if os.getpid() != here:
            os._exit(3)
        return read(*given)

    monkeypatch.setattr(reader, "read_content", die_elsewhere)
    assert inspect(folder / "huis", DAY).findings == expected


def test_a_house_that_changes_while_it_is_read_is_told(folder: Path) -> None:
    """The things of an unchanged house are made when they are asked for."""
    house = House(folder)
    forge_fields(folder / "cache")
    loaded = house.ask(Inspector(folder / "cache")).loaded
    (folder / "huis" / SAMIRA).write_text("naam: [\n", "utf-8")
    with pytest.raises(Exception, match="veranderde terwijl"):
        _: dict[Any, Thing] = dict(loaded.things)


def test_load_huis_reads_once(folder: Path) -> None:
    assert load_huis(folder / "huis").huis == inspect(folder / "huis", DAY).huis
