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

from hulp.bouwen import WORTEL, draai
from hulp.koppelingen import kapotte_koppelingen
from propositie import __version__
from propositie.beginnen.antwoorden import VRAGEN, Antwoorden
from propositie.beginnen.nieuw import MET_PUNT, START
from propositie.cli import gedeeld, hoofd
from propositie.huis import Ding, Huis, soorten
from propositie.keuring.starttekst import NOG_INVULLEN, STARTTEKSTEN, is_starttekst
from propositie.lezen import lees_huis

MOEILIJK = 'Stichting "d\'Oude: Eik" 🌳 # أمل & co'


def nieuw(map_: Path, *opties: str, typt: str | None = None) -> Result:
    return CliRunner().invoke(hoofd, ["nieuw", str(map_), *opties], input=typt)


def bestanden(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new organisation, without an answer to anything."""
    map_ = tmp_path_factory.mktemp("nieuw") / "club"
    uit = nieuw(map_)
    assert uit.exit_code == 0, uit.output
    return map_


def lees(map_: Path) -> Huis:
    lezing = lees_huis(map_ / "site_src" / "huis")
    assert lezing.huis is not None, lezing.bevindingen
    return lezing.huis


def test_bouwt_meteen_streng(club: Path, tmp_path: Path) -> None:
    """As the workflow does it: first checked, then built; and the werkboek beside it."""
    assert draai(["propositie", "controleer", "--formaat", "github"], cwd=club).returncode == 0
    draai(["mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"], cwd=club)
    gemaakt = bestanden(tmp_path / "site")
    assert {"mensen/eerste-medewerker/index.html", "contact/index.html", "privacy/index.html"} <= {
        *gemaakt
    }
    assert kapotte_koppelingen(tmp_path / "site", "https://welzijn.example/") == []
    assert not {"werkboek.yml", "README.md", "vereisten.txt"} & set(gemaakt)
    draai(["mkdocs", "build", "--strict", "-f", "werkboek.yml", "-d", tmp_path / "w"], cwd=club)


def test_de_keuring_vindt_geen_fout(club: Path) -> None:
    uit = CliRunner().invoke(hoofd, ["controleer", "--huis", str(club / "site_src" / "huis")])
    assert uit.exit_code == 0
    assert "fout" not in uit.output
    per_bestand = re.findall(r"/(\w[\w-]*)\.yml:\d+:\d+  waarschuwing K74", uit.output)
    assert sorted(per_bestand) == [
        "eerste-behoefte", "eerste-belofte", "eerste-dienst", "eerste-klantgroep",
        "eerste-medewerker", "organisatie",
    ]  # fmt: skip


def teksten(deel: object, pad: str = "") -> Iterator[tuple[str, str]]:
    """Every text inside a thing, with its path."""
    if isinstance(deel, str):
        yield pad, deel
    elif isinstance(deel, tuple):
        for item in deel:
            yield from teksten(item, pad)
    elif isinstance(deel, BaseModel):
        for naam in type(deel).model_fields:
            if naam != "id":
                yield from teksten(getattr(deel, naam), f"{pad}.{naam}")


NIET_OM_TE_VERVANGEN = re.compile(
    r"\.(aanspreekvorm|spoed|soort|status|bron|as_|klantgroepen|behoeften|boegbeeld_van"
    r"|kleuren\.hoofd)"
)
"""Choices and references, a colour, and a sentence that is true of everybody."""


def test_elke_tekst_die_weg_moet_wordt_herkend(club: Path) -> None:
    """The other way round as well: no start text is known that no longer exists."""
    huis = lees(club)
    gezien = set()
    for soort in soorten():
        inhoud = getattr(huis, soort)
        for ding in [inhoud] if isinstance(inhoud, Ding) else inhoud.values():
            for pad, tekst in teksten(ding, soort):
                gezien.add(tekst)
                assert is_starttekst(tekst) is not bool(NIET_OM_TE_VERVANGEN.search(pad)), pad
    assert gezien >= STARTTEKSTEN
    assert any(t.startswith(NOG_INVULLEN) for t in gezien)


def test_elk_bestand_zegt_wat_te_doen(club: Path) -> None:
    for pad in (club / "site_src").rglob("*"):
        if pad.is_file():
            begin = pad.read_text("utf-8")[:120]
            assert re.match(r"(?:---\n)?#{1,2} [A-Z]", begin), pad
    mens = (club / "site_src/huis/medewerkers/eerste-medewerker.yml").read_text("utf-8")
    assert "propositie hernoem medewerker" in " ".join(mens.split("\n## "))


def test_elke_voorgestelde_opdracht_kan(club: Path, tmp_path: Path) -> None:
    """What the files tell staff to type does work, one after the other."""
    map_ = tmp_path / "club"
    nieuw(map_)
    huis = map_ / "site_src" / "huis"
    voorstellen = [
        voorstel
        for pad in huis.rglob("*.yml")
        for voorstel in re.findall(
            r"propositie (hernoem \w+ [\w-]+ [\w-]+ --geen-doorverwijzing)",
            " ".join(pad.read_text("utf-8").split("\n## ")),
        )
    ]
    assert len(voorstellen) == 5
    for voorstel in voorstellen:
        uit = CliRunner().invoke(hoofd, [*voorstel.split(), "--huis", str(huis)])
        assert uit.exit_code == 0, uit.output
    assert [b for b in lees_huis(huis).bevindingen if b.code[0] == "V"] == []


def test_de_antwoorden_staan_erin(tmp_path: Path) -> None:
    opties = ["--naam", MOEILIJK, "--plaats", "'s-Gravenhage: noord", "--kleur", "8A1C4A"]
    opties += ["--telefoon", "06 1234 5678", "--aanspreekvorm", "U"]
    uit = nieuw(tmp_path / "club", *opties)
    assert uit.exit_code == 0, uit.output
    huis = lees(tmp_path / "club")
    org = huis.organisatie
    assert (org.naam, org.aanspreekvorm, org.werkgebied) == (
        MOEILIJK, "u", ("'s-Gravenhage: noord",),
    )  # fmt: skip
    assert org.contact.telefoon == "06 1234 5678"
    assert org.contact.adres is not None
    assert org.contact.adres.plaats == "'s-Gravenhage: noord"
    assert huis.merk.kleuren.hoofd == "#8a1c4a"
    instelling = yaml.safe_load((tmp_path / "club" / "mkdocs.yml").read_text("utf-8"))
    assert instelling["site_name"] == MOEILIJK
    werkboek = yaml.safe_load((tmp_path / "club" / "werkboek.yml").read_text("utf-8"))
    assert werkboek["site_name"] == f"Werkboek {MOEILIJK}"
    assert "site_werkboek/" in (tmp_path / "club" / ".gitignore").read_text("utf-8")
    assert (
        (tmp_path / "club/README.md").read_text("utf-8").startswith(f"# De site van {MOEILIJK}\n")
    )


def test_vraagt_wat_niet_gegeven_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each question has an example; a wrong answer gets a sentence and the question again."""
    monkeypatch.setattr(gedeeld, "aan_een_terminal", lambda: True)
    typt = "Welzijn Duinrand\n\n12\n0599 123 456\ngroen\n#abc\nwij\njij\n"
    uit = nieuw(tmp_path / "club", "--plaats", "Duinrand", typt=typt.replace("\n\n", "\n", 1))
    assert uit.exit_code == 0, uit.output
    for zegt in (
        "Hoe heet de organisatie? Bijvoorbeeld: Welzijn Duinrand [Onze organisatie]\n> ",
        '"12" is geen telefoonnummer dat te bellen is.',
        '"groen" is geen kleurcode.',
        '"wij" kan hier niet. Antwoord met je of u.',
    ):
        assert uit.output.count(zegt) == 1
    assert "In welke plaats" not in uit.output
    huis = lees(tmp_path / "club")
    assert (huis.organisatie.naam, huis.organisatie.contact.telefoon) == (
        "Welzijn Duinrand", "0599 123 456",
    )  # fmt: skip
    assert huis.merk.kleuren.hoofd == "#abc"


def test_overal_enter_is_genoeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gedeeld, "aan_een_terminal", lambda: True)
    assert nieuw(tmp_path / "club", typt="\n" * 5).exit_code == 0
    assert lees(tmp_path / "club").organisatie.contact.telefoon is None


def test_halverwege_weglopen_maakt_niets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gedeeld, "aan_een_terminal", lambda: True)
    uit = nieuw(tmp_path / "club", typt="Welzijn\n")
    assert uit.exit_code == 1
    assert "Afgebroken." in uit.output
    assert list(tmp_path.iterdir()) == []


def test_hoogstens_vijf_vragen() -> None:
    assert len(VRAGEN) <= 5
    assert {v.sleutel for v in VRAGEN} == set(Antwoorden.__dataclass_fields__)
    for vraag in VRAGEN:
        standaard = getattr(Antwoorden(), vraag.sleutel)
        assert vraag.lees(standaard) == standaard


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        (["--telefoon", "12"], 'Bij --telefoon: "12" is geen telefoonnummer dat te bellen is.'),
        (["--kleur", "geel"], 'Bij --kleur: "geel" is geen kleurcode.'),
        (["--aanspreekvorm", "wij"], 'Bij --aanspreekvorm: "wij" kan hier niet.'),
        (["--naam", " "], "Bij --naam: Hier is iets nodig."),
    ],
)
def test_een_verkeerde_optie(tmp_path: Path, opties: list[str], zegt: str) -> None:
    uit = nieuw(tmp_path / "club", *opties)
    assert uit.exit_code == 2
    assert zegt in uit.stderr
    assert list(tmp_path.iterdir()) == []


def test_nooit_over_iets_heen(tmp_path: Path, club: Path) -> None:
    voor = bestanden(club)
    uit = nieuw(club)
    assert uit.exit_code == 2
    assert uit.stderr == (
        f'Er staat al iets in de map "{club.as_posix()}", en daar komt niets overheen. Kies een '
        "andere naam, bijvoorbeeld: propositie nieuw onze-site\n"
    )
    assert bestanden(club) == voor
    (tmp_path / "bestand").write_text("x", "utf-8")
    assert "Er is al een bestand met de naam" in nieuw(tmp_path / "bestand").stderr
    (tmp_path / "kapot").symlink_to("nergens")
    assert nieuw(tmp_path / "kapot").exit_code == 2


@pytest.mark.parametrize("git", [False, True], ids=["leeg", "alleen-git"])
def test_in_de_map_waar_u_staat(tmp_path: Path, git: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is filled, and stays the same folder: a terminal may stand in it."""
    hier = tmp_path / "hier"
    hier.mkdir()
    if git:
        (hier / ".git").mkdir()
    nummer = hier.stat().st_ino
    monkeypatch.chdir(hier)
    uit = CliRunner().invoke(hoofd, ["nieuw", "."])
    assert uit.exit_code == 0, uit.output
    assert "Ga naar die map" not in uit.output
    assert hier.stat().st_ino == nummer
    assert (hier / "mkdocs.yml").is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["hier"]


@pytest.mark.parametrize("leeg", [False, True], ids=["nieuw", "in-een-lege-map"])
def test_nooit_een_halve_organisatie(
    tmp_path: Path, leeg: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever the disk is full, there is nothing, or what there was."""
    if leeg:
        (tmp_path / "club").mkdir()
    for wat in ("write_text", "rename"):
        echt, keer = getattr(Path, wat), 0

        def vol(pad: Path, *wat: object, echt=echt, **hoe: object) -> object:  # type: ignore[no-untyped-def]
            nonlocal keer
            keer += 1
            if keer == (3 if leeg or echt.__name__ == "write_text" else 1):
                raise OSError(28, "No space left on device")
            return echt(pad, *wat, **hoe)

        with monkeypatch.context() as m:
            m.setattr(Path, wat, vol)
            uit = nieuw(tmp_path / "club")
        assert uit.exit_code == 2
        assert "is niet te maken" in uit.stderr
        assert [p.name for p in tmp_path.rglob("*")] == (["club"] if leeg else [])


# --- publishing -------------------------------------------------------------------------------

INSTALLEREN = """\
          python -m pip install --require-hashes -r vereisten.txt
          python -m pip install --no-deps --no-build-isolation -e .
"""


def test_de_workflow_is_die_van_ons_zelf(club: Path) -> None:
    """One source: apart from how propositie is installed, every byte is that of our workflow."""
    onze = (WORTEL / ".github/workflows/site.yml").read_text("utf-8")
    assert onze.count(INSTALLEREN) == 1
    wordt = onze.replace(INSTALLEREN, "          python -m pip install -r vereisten.txt\n")
    van_de_club = (club / ".github/workflows/site.yml").read_text("utf-8")
    assert van_de_club == wordt, f"make the same change in {START.name}/github/workflows/site.yml"


@pytest.mark.parametrize(
    ("herkomst", "vereiste"),
    [
        (None, f"propositie=={__version__}"),
        ({"url": "file:///home/x", "dir_info": {"editable": True}}, f"propositie=={__version__}"),
        ({"url": "https://git.example/propositie", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
         "propositie @ git+https://git.example/propositie@abc"),
        ({"url": "https://token@git.example/p", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
         f"propositie=={__version__}"),
    ],
)  # fmt: skip
def test_vereisten_noemt_deze_versie(
    tmp_path: Path, herkomst: object, vereiste: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pakket:
        version = __version__

        def read_text(self, naam: str) -> str | None:
            return json.dumps(herkomst) if herkomst else None

    monkeypatch.setattr("propositie.beginnen.nieuw.distribution", lambda naam: Pakket())
    nieuw(tmp_path / "club")
    regels = (tmp_path / "club/vereisten.txt").read_text("utf-8").splitlines()
    assert [r for r in regels if not r.startswith("#")] == [vereiste]


def test_alles_van_start_komt_mee(club: Path) -> None:
    van_start = {
        "/".join(MET_PUNT.get(d, d) for d in p.relative_to(START).parts)
        for p in START.rglob("*")
        if p.is_file()
    }
    assert van_start <= set(bestanden(club))
    assert not [n for n, b in bestanden(club).items() if re.search(rb"@[a-z]+@", b)]


def test_de_editor_helpt_meteen(club: Path) -> None:
    instelling = json.loads((club / ".vscode/settings.json").read_text("utf-8"))
    assert instelling["yaml.schemas"]
    draai(["propositie", "schema", "--controleer"], cwd=club)


def test_de_uitleg_noemt_elke_optie() -> None:
    opdracht = hoofd.commands["nieuw"]
    opties = {o for p in opdracht.params if isinstance(p, click.Option) for o in p.opts}
    assert opties == {"--naam", "--plaats", "--telefoon", "--kleur", "--aanspreekvorm"}
