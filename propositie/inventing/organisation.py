"""A whole invented organisation in a folder of its own: house, pages, posts, portraits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from ..processes import map_in_two
from ..reading import make_id
from ..scaffold.new import begin_folder
from ..scaffold.record import RECORD, make_record, write_record
from ..scaffold.start_files import managed_files
from .chance import Chance
from .house import Size, Thing, invent_house
from .portraits import draw_portrait
from .words import pieces

HUIS = "site_src/huis"
PAGES = "site_src/paginas"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants to have invented."""

    medewerkers: int
    zaad: int
    on_date: date
    """The day on which it is sound: consents were given before it, visits were paid lately."""
    with_portraits: bool = True
    diensten: int | None = None
    """So many services at least."""
    activiteiten: int | None = None
    """So many events at least."""


@dataclass(frozen=True, slots=True)
class Invented:
    """What was made."""

    naam: str
    files: int
    diensten: int
    portraits: int


def create_example(folder: Path, wishes: Wishes) -> Invented:
    """Invent an organisation in `folder`, which must be empty or not there; all of it or nothing.

    Raises `FolderNotEmpty`, and OSError when it cannot be written.
    """
    chance = Chance("propositie", wishes.zaad, wishes.medewerkers, wishes.on_date)
    town = chance.pick(pieces("dorpen"))
    naam = f"Welzijn {town}"
    domain = f"{make_id(naam)}.example"
    size = Size(wishes.medewerkers, wishes.diensten or 0, wishes.activiteiten or 0)
    things = list(invent_house(chance, size, domain, naam, wishes.on_date))
    portraits = [
        fields["portret"]["bestand"]
        for path, fields in things
        if path.startswith("medewerkers/") and "portret" in fields
    ]
    if not wishes.with_portraits:
        portraits = []
        things = [(path, _without_portrait(fields)) for path, fields in things]
    files: dict[str, str | bytes] = dict(_files(chance, things, naam, domain, wishes.on_date))
    drawn = map_in_two(draw_portrait, portraits, 50, "Portretten tekenen")
    for name, picture in zip(portraits, drawn, strict=True):
        files[f"{HUIS}/medewerkers/{name}"] = picture
    begin_folder(folder, files)
    services = sum(path.startswith("diensten/") for path, _ in things)
    return Invented(naam, len(files), services, len(portraits))


def _without_portrait(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in fields.items() if key != "portret"}


def _files(
    chance: Chance, things: list[Thing], naam: str, domain: str, on_date: date
) -> Iterator[tuple[str, str]]:
    managed = managed_files(naam)
    yield RECORD, write_record(make_record(naam, managed))
    for path, text in managed.items():
        if path == "mkdocs.yml":
            text = text.replace(
                "# site_url: https://www.organisatie.nl/", f"site_url: https://{domain}/"
            )
        yield path, text
    for path, fields in things:
        yield f"{HUIS}/{path}", to_text(fields)
    yield f"{PAGES}/contact.md", "# Contact\n\nBel ons, of loop binnen.\n"
    yield (
        f"{PAGES}/privacy.md",
        ("# Privacy\n\nDeze organisatie is verzonnen. Zij bewaart niets van niemand.\n"),
    )
    writers = [
        (path.partition("/")[2].removesuffix(".yml"), fields)
        for path, fields in things
        if path.startswith("medewerkers/") and "uit_dienst" not in fields
    ]
    for number in range(Size(len(writers)).berichten):
        writer, fields = chance.pick(writers)
        day = on_date - timedelta(days=1 + 5 * number + chance.below(5))
        yield f"{PAGES}/blog/stuk-{number + 1}.md", _bericht(chance, writer, fields, day)


def _bericht(chance: Chance, writer: str, fields: Mapping[str, Any], day: date) -> str:
    """A post of a day: its fields, its title and some paragraphs."""
    lines = chance.some(pieces("alineas"), 8)
    head = to_text({
        "datum": day.isoformat(), "auteur": writer, "behoeften": list(fields["behoeften"][:1]),
        "beschrijving": lines[0],
    })  # fmt: skip
    text = "\n\n".join(" ".join(lines[n : n + 3]) for n in range(0, len(lines), 3))
    return f"---\n{head}---\n# {chance.pick(pieces('titels'))}\n\n{text}\n"


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as people would."""


def _write_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _write_text)


def to_text(fields: Mapping[str, Any]) -> str:
    """Fields as YAML, in their own order."""
    return yaml.dump(
        dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000
    )
