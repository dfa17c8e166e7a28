"""What is kept of an earlier build falls when anything that it came from changes.

After each kind of change a warm build (over the site that stands, with all that is remembered) is
held equal to a cold one, byte for byte.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from helpers.build import contents
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie import program
from propositie.pages.builder import PageBuilder
from propositie.pages.publish import Publisher
from propositie.plugin import publishing, unchanged

SAMIRA = SMALL_HUIS["medewerkers/samira.yml"]
PORTRET = (
    "portret:\n  bestand: samira.png\n  alt: Samira lacht\n  toestemming: {datum: 2026-01-05}\n"
)
GIJS = """\
naam: Gijs Akkerman
functie: kok
belofte: Ik kook met wie er is.
boegbeeld_van: [ouderen]
te_vinden: [{locatie: de-linde, wanneer: dinsdag om 12 uur}]
deskundig_in: [Soep]
behoeften: [boodschappen]
uit_dienst: 2027-01-01
opvolger: samira
"""
POST = """\
---
titel: De tas
datum: 2026-10-01
auteur: samira
---
Over [Gijs](/mensen/gijs/) en de tas.
"""
OLDER = POST.replace("De tas", "De soep").replace("2026-10-01", "2026-09-01")


def write_picture(path: Path, colour: str) -> None:
    """Write a photo of one colour."""
    raw = io.BytesIO()
    Image.new("RGB", (400, 500), colour).save(raw, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw.getvalue())


class Organisatie:
    """A small organisation whose files a test changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = write_organisatie(
            folder, {"medewerkers/samira.yml": SAMIRA + PORTRET, "medewerkers/gijs.yml": GIJS}
        )
        self.settings.write_text(
            "theme: {name: propositie, custom_dir: eigen}\n"
            + self.settings.read_text("utf-8")
            .replace("theme: {name: propositie}\n", "")
            .replace(
                "{huis: huis, op: 2026-11-20}", "{huis: huis, op: 2026-11-20, deelbeelden: false}"
            ),
            "utf-8",
        )
        (folder / "eigen").mkdir()
        write_picture(folder / "huis/medewerkers/samira.png", "red")
        (folder / "paginas/blog").mkdir()
        (folder / "paginas/blog/tas.md").write_text(POST, "utf-8")
        (folder / "paginas/blog/soep.md").write_text(OLDER, "utf-8")

    def edit(self, name: str, old: str, new: str) -> Organisatie:
        """Replace a text in a file; it must be there."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), "utf-8")
        return self

    def write(self, name: str, text: str) -> Organisatie:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return self

    def remove(self, name: str) -> Organisatie:
        """Remove a file."""
        (self.folder / name).unlink()
        return self


@pytest.fixture
def organisatie(tmp_path: Path) -> Organisatie:
    """An organisation whose site stands."""
    made = Organisatie(tmp_path / "warm")
    build_site(made.settings)
    return made


def build_cold(organisatie: Organisatie) -> dict[str, bytes]:
    """The site of the same files, with nothing of an earlier build."""
    cold = organisatie.folder.with_name("cold")
    shutil.copytree(organisatie.folder, cold, ignore=shutil.ignore_patterns("site", ".cache"))
    return contents(build_site(cold / "mkdocs.yml"))


FOUR_GRADES = 4 * "  - {datum: 2026-11-18, cijfer: 7, dienst: boodschappentaxi}\n"
"""With the one that stands there as many as the public may know of."""
CHANGES: dict[str, Callable[[Organisatie], object]] = {
    "nothing": lambda o: None,
    "a worker's words": lambda o: o.edit("huis/medewerkers/samira.yml", "terug.", "echt terug."),
    "a worker's name": lambda o: o.edit("huis/medewerkers/samira.yml", "El Amrani", "Haddou"),
    "a new worker": lambda o: o.write("huis/medewerkers/bea.yml", GIJS.replace("Gijs", "Bea")),
    "a worker's last day": lambda o: o.edit("huis/medewerkers/gijs.yml", "2027-01", "2026-11"),
    "a client group": lambda o: o.edit("huis/klantgroepen/ouderen.yml", "Ouderen", "Oude mensen"),
    "a need": lambda o: o.edit("huis/behoeften/boodschappen.yml", "zware tassen", "zware tas"),
    "a service": lambda o: o.edit("huis/diensten/boodschappentaxi.yml", '"3,50"', '"4,50"'),
    "a stopped service": lambda o: o.edit(
        "huis/diensten/boodschappentaxi.yml", "prijs:", "status: gestopt\nprijs:"
    ),
    "a place": lambda o: o.edit("huis/locaties/de-linde.yml", "De Linde", "De Es"),
    "a promise": lambda o: o.edit("huis/usps/zelfde-gezicht.yml", "steeds", "altijd"),
    "a partner": lambda o: o.edit("huis/partners/dorpswinkel.yml", "Bos", "Berg"),
    "an innovation that stays inside": lambda o: o.edit(
        "huis/vernieuwingen/bank-op-de-stoep.yml", "publiek", "intern"
    ),
    "enough grades": lambda o: o.edit(
        "huis/klantstem/deze-week.yml", "cijfers:\n", "cijfers:\n" + FOUR_GRADES
    ),
    "the organisation": lambda o: o.edit("huis/organisatie.yml", "0599 000 100", "0599 000 200"),
    "the form of address": lambda o: o.edit("huis/organisatie.yml", "aanspreekvorm: je",
                                            "aanspreekvorm: u"),
    "the brand": lambda o: o.edit("huis/merk.yml", "1f5c4d", "5c1f4d"),
    "a post": lambda o: o.edit("paginas/blog/tas.md", "en de tas", "en zijn tas"),
    "a post less": lambda o: o.remove("paginas/blog/soep.md"),
    "another picture": lambda o: write_picture(o.folder / "huis/medewerkers/samira.png", "blue"),
    "consent withdrawn": lambda o: o.edit("huis/medewerkers/samira.yml", "{datum: 2026-01-05}",
                                          "{datum: 2026-01-05, ingetrokken: 2026-11-01}"),
    "the end of a consent": lambda o: o.edit("huis/medewerkers/samira.yml", "{datum: 2026-01-05}",
                                             "{datum: 2026-01-05, tot: 2026-12-20}"),
    "the picture gone": lambda o: (
        o.edit("huis/medewerkers/samira.yml", PORTRET, ""),
        o.remove("huis/medewerkers/samira.png"),
    ),
    "another day": lambda o: o.edit("mkdocs.yml", "op: 2026-11-20", "op: 2027-01-02"),
    "an old name": lambda o: o.edit("huis/medewerkers/samira.yml", "naam:",
                                    "vroeger: [sam]\nnaam:"),
    "a free page": lambda o: o.write("paginas/tarieven.md", "# Tarieven\n\nAlles is gratis.\n"),
    "a free page's words": lambda o: o.edit("paginas/privacy.md", "weinig", "niets"),
    "a free page in place of ours": lambda o: o.write("paginas/contact.md", "# Bel\n\nNu.\n"),
    "the address of the site": lambda o: o.edit("mkdocs.yml", "veenrand.example/repo",
                                                "veenrand.example"),
    "a description in mkdocs.yml": lambda o: o.write(
        "mkdocs.yml", o.settings.read_text("utf-8") + "site_description: Iets anders\n"
    ),
    "a style of their own": lambda o: (
        o.write("paginas/eigen.css", "p {}"),
        o.write("mkdocs.yml", o.settings.read_text("utf-8") + "extra_css: [eigen.css]\n"),
    ),
    "a template of their own": lambda o: o.write(
        "eigen/main.html",
        '{% extends "base.html" %}{% block extrahead %}<meta name="eigen">{% endblock %}',
    ),
    "a file of the site changed by hand": lambda o: o.write("site/mensen/gijs/index.html", "?"),
    "a file of the site gone": lambda o: o.remove("site/mensen/gijs/gijs.vcf"),
    "a file too many in the site": lambda o: o.write("site/oud.html", "oud"),
    "the site gone": lambda o: shutil.rmtree(o.folder / "site"),
    "what is remembered is damaged": lambda o: [
        file.write_bytes(file.read_bytes()[:-9])
        for file in (o.folder / ".cache/propositie").glob("*-publiek")
    ],
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_warm_build_is_a_cold_one(
    organisatie: Organisatie, change: Callable[[Organisatie], object]
) -> None:
    change(organisatie)
    assert contents(build_site(organisatie.settings)) == build_cold(organisatie)


def test_another_program_keeps_nothing(
    organisatie: Organisatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = count_made(monkeypatch)
    for module in (publishing, unchanged):
        monkeypatch.setattr(module, "program_fingerprint", lambda: "another")
    build_site(organisatie.settings)
    assert len(made) > 10


def pictures_with(colour: tuple[int, int, int], folder: Path) -> list[str]:
    """The files in which a picture has this colour, or nearly so; in a cache, behind a checksum."""
    found = []
    for path in (p for p in folder.rglob("*") if p.is_file()):
        raw = path.read_bytes()
        for start in (0, 32):
            try:
                pixels = (
                    Image.open(io.BytesIO(raw[start:])).convert("RGB").resize((40, 40)).tobytes()
                )
            except (OSError, ValueError, SyntaxError):
                continue
            points = zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
            if any(max(abs(a - b) for a, b in zip(p, colour, strict=True)) < 12 for p in points):
                found.append(path.relative_to(folder).as_posix())
    return found


MAGENTA = (228, 0, 190)


@pytest.mark.parametrize("way", ["consent withdrawn", "the picture gone"])
def test_of_a_withdrawn_portrait_no_pixel_stays(tmp_path: Path, way: str) -> None:
    organisatie = Organisatie(tmp_path / "warm")
    organisatie.edit("mkdocs.yml", ", deelbeelden: false", "")
    write_picture(tmp_path / "warm/huis/medewerkers/samira.png", "#e400be")
    build_site(organisatie.settings)
    assert len(pictures_with(MAGENTA, tmp_path / "warm/site")) > 3
    assert len(pictures_with(MAGENTA, tmp_path / "warm/.cache")) > 3
    CHANGES[way](organisatie)
    build_site(organisatie.settings)
    assert pictures_with(MAGENTA, tmp_path / "warm/site") == []
    assert pictures_with(MAGENTA, tmp_path / "warm/.cache") == []


def count_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made from here on."""
    made: list[str] = []
    make = PageBuilder.make

    def note(self: PageBuilder, plan: object) -> object:
        made.append(plan.address)  # type: ignore[attr-defined]
        return make(self, plan)  # type: ignore[arg-type]

    monkeypatch.setattr(PageBuilder, "make", note)
    return made


def test_only_what_depends_on_a_change_is_made(
    organisatie: Organisatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = count_made(monkeypatch)
    organisatie.edit("huis/medewerkers/gijs.yml", "[Soep]", "[Soep, Brood]")
    build_site(organisatie.settings)
    assert "mensen/gijs/" in made
    assert "mensen/samira/" not in made
    assert "aanbod/boodschappentaxi/" not in made
    assert "blog/soep/" not in made


def test_a_build_of_nothing_new_writes_nothing(
    organisatie: Organisatie, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nothing should be written")

    inodes = {p: p.stat().st_ino for p in (organisatie.folder / "site").rglob("*")}
    monkeypatch.setattr(Publisher, "write", refuse)
    with caplog.at_level("INFO"):
        build_site(organisatie.settings)
    assert "Er is niets veranderd: de site die er staat, is nog goed." in caplog.text
    assert inodes == {p: p.stat().st_ino for p in (organisatie.folder / "site").rglob("*")}
    assert {p.name for p in organisatie.folder.iterdir()} == {
        "mkdocs.yml", "eigen", "huis", "paginas", "site", ".cache",
    }  # fmt: skip


def test_what_was_told_is_told_again(
    organisatie: Organisatie, caplog: pytest.LogCaptureFixture
) -> None:
    organisatie.edit("huis/medewerkers/gijs.yml", "uit_dienst: 2027-01-01\n", "")
    told = []
    for _ in range(2):
        caplog.clear()
        with caplog.at_level("INFO", logger="mkdocs.plugins.propositie"):
            build_site(organisatie.settings)
        told.append([r.getMessage() for r in caplog.records if "controleer" in r.getMessage()])
    assert told[0] == told[1]
    assert told[0], "there must be something to tell"


@pytest.mark.parametrize(
    "settings", ["hooks: [haak.py]\n", "markdown_extensions: [pymdownx.snippets]\n"]
)
def test_what_others_may_change_is_built_each_time(
    organisatie: Organisatie, settings: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisatie.write("haak.py", "def on_post_page(output, **_):\n    return output + '<!---->'\n")
    organisatie.write("mkdocs.yml", organisatie.settings.read_text("utf-8") + settings)
    first = contents(build_site(organisatie.settings))
    made = count_made(monkeypatch)
    assert contents(build_site(organisatie.settings)) == first
    assert bool(made) == ("haak" in settings), "an extension changes no page of ours"


def test_the_program_is_told_apart_by_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    program.program_fingerprint.cache_clear()
    before = program.program_fingerprint()
    own = program._own_files
    monkeypatch.setattr(program, "_own_files", lambda: [*own(), "nieuw.py 1 2"])
    program.program_fingerprint.cache_clear()
    assert program.program_fingerprint() != before
    program.program_fingerprint.cache_clear()
