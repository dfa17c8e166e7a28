"""A new organisation: a folder that builds and publishes at once, and says what to do next."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..errors import PropositieError
from ..huis import kinds
from ..huis.start_text import TO_FILL_IN
from ..reading.tree import Tree
from ..schema import schema_files, update_files
from .answers import Answers
from .record import RECORD, make_record, write_record
from .start_files import find_requirement, keep_wheel, managed_files, start_files
from .template import TemplateRequest, build_template

MAY_EXIST = {".git"}
"""A clone of an empty repository counts as an empty folder."""


class FolderNotEmpty(PropositieError):
    """There is something in the folder already."""


def create_organisatie(folder: Path, answers: Answers, on_date: date) -> list[str]:
    """Make an organisation in `folder`; return its files, by their path in that folder.

    Raises what `begin_folder` raises.
    """
    return begin_folder(folder, dict(_files(answers, on_date)))


def begin_folder(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Write these files in a folder that is new or empty, with the help that an editor gives;
    return all that was made, by path.

    All of it or nothing: everything is first written elsewhere, then moved. Raises
    `FolderNotEmpty`, in Dutch, when there is something there, and OSError when it cannot be
    written.
    """
    _check_empty(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Inside an empty folder that is there: what lies around it may not be ours to write in.
    parent = folder if folder.is_dir() else folder.parent
    staging = Path(tempfile.mkdtemp(prefix=".propositie-", dir=parent))
    new = staging / "nieuw"
    try:
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        made = {*files, *keep_wheel(new, find_requirement()), *_write_editor_support(new)}
        _move_into_place(new, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return sorted(made)


def _write_editor_support(folder: Path) -> Mapping[str, str]:
    """What an editor needs to help, made for the house that has just been written."""
    files = schema_files(folder, "site_src/huis")
    update_files(folder, files)
    return files


def _check_empty(folder: Path) -> None:
    if folder.is_dir() and not {p.name for p in folder.iterdir()} - MAY_EXIST:
        return
    if folder.exists() or folder.is_symlink():
        problem = (
            "Er staat al iets in de map" if folder.is_dir() else "Er is al een bestand met de naam"
        )
        raise FolderNotEmpty(
            f'{problem} "{folder.as_posix()}", en daar komt niets overheen. Kies een andere naam, '
            "bijvoorbeeld: propositie nieuw onze-site"
        )


def _move_into_place(new: Path, folder: Path) -> None:
    """Put a finished folder in its place; into an empty one that is there, piece by piece."""
    if not folder.exists():
        new.rename(folder)
        return
    done: list[Path] = []
    try:
        for part in sorted(new.iterdir()):
            part.rename(folder / part.name)
            done.append(folder / part.name)
    except BaseException:
        for path in done:
            path.rename(new / path.name)
        raise


def _files(answers: Answers, on_date: date) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file."""
    yield from start_files(answers.naam)
    yield RECORD, write_record(make_record(answers.naam, managed_files(answers.naam)))
    ids: dict[str, list[str]] = {}
    for kind, values in _singletons(answers).items():
        thing_name = answers.naam if kind == "organisatie" else ""
        request = TemplateRequest(kind, kind, thing_name, on_date, ids, values, FIRST_STEPS[kind])
        yield f"site_src/huis/{kind}.yml", build_template(request).text
    for thing in FIRST_THINGS:
        request = TemplateRequest(
            thing.kind, thing.id, thing.name, on_date, ids, thing.values, thing.intro
        )
        yield f"site_src/huis/{thing.kind}/{thing.id}.yml", build_template(request).text
        ids.setdefault(thing.kind, []).append(thing.id)


def _singletons(answers: Answers) -> Mapping[str, Mapping[str, Tree]]:
    """What is known of the two things of which there is one."""
    contact: dict[str, Tree] = {"adres": {"plaats": answers.plaats}}
    if answers.telefoon:
        contact["telefoon"] = answers.telefoon
    return {
        "organisatie": {
            "versie": "1",
            "aanspreekvorm": answers.aanspreekvorm,
            "werkgebied": [answers.plaats],
            "contact": contact,
            "spoed": "Is er direct gevaar? Bel 112.",
        },
        "merk": {"kleuren": {"hoofd": answers.kleur}},
    }


FIRST_STEPS = {
    "organisatie": "De organisatie zelf. Begin met de zin die bij de naam hoort (payoff) en met "
    "waarom jullie er zijn (missie). Daarna de openingstijden, onder contact.",
    "merk": "De huisstijl. Is er een logo, zet het dan naast dit bestand en noem het hier.",
}


@dataclass(frozen=True, slots=True)
class _FirstThing:
    """The first thing of a kind: there to be replaced."""

    kind: str
    id: str
    name: str
    about: str
    example_id: str
    """An id that one like it could have."""
    values: Mapping[str, Tree] = field(default_factory=dict)

    @property
    def intro(self) -> str:
        word = kinds()[self.kind].singular
        return (
            f"{self.about} Zet overal de eigen woorden neer en geef het bestand dan een eigen "
            f"naam, bijvoorbeeld: propositie hernoem {word} {self.id} {self.example_id} "
            "--geen-doorverwijzing"
        )


FIRST_THINGS = (
    _FirstThing(
        "klantgroepen", "eerste-klantgroep", "Eerste klantgroep",
        "De eerste klantgroep: mensen die met dezelfde soort vragen komen.", "ouderen",
    ),
    _FirstThing(
        "behoeften", "eerste-behoefte", "Eerste behoefte",
        "De eerste behoefte: waar mensen mee komen, in hun eigen woorden.", "boodschappen",
    ),
    _FirstThing(
        "diensten", "eerste-dienst", "Eerste dienst",
        "De eerste dienst: wat jullie samen met mensen doen.", "boodschappenbus",
    ),
    _FirstThing(
        "usps", "eerste-belofte", "Eerste belofte",
        "De eerste belofte: waarom mensen bij jullie komen en niet bij een ander.",
        "zelfde-gezicht", {"as": "klantrelatie"},
    ),
    _FirstThing(
        "medewerkers", "eerste-medewerker", "Voornaam Achternaam",
        "De eerste medewerker: bij wie mensen terechtkunnen. Vul een echt mens in, of haal dit "
        "bestand weg.", "ayse-yilmaz",
        {"te_vinden": [{"waar": f"{TO_FILL_IN}: een plek",
                        "wanneer": f"{TO_FILL_IN}: een tijd"}]},
    ),
)  # fmt: skip
"""Each after what it refers to."""
