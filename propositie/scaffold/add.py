"""A new thing in a house that stands: one file, in which every field stands explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..errors import PropositieError
from ..explaining import MAX_NAME
from ..huis.berichten import KIND as BERICHTEN
from ..reading import LoadResult, PagesFolder
from ..reading.names import is_device, is_id, make_id
from ..renaming import former_names
from .template import TemplateRequest, build_template
from .yaml_text import tidy


class NoUsableName(PropositieError):
    """A name of which no usable file name can be made."""


class AlreadyExists(PropositieError):
    """There is a file, or an old address, of that name."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was made: the file as staff know it, and what is left to fill in."""

    path: Path
    shown_as: str
    id: str
    open: Sequence[tuple[str, str]]


def add_thing(
    loaded: LoadResult, shown_as: str, kind: str, name: str, on_date: date,
    id_: str | None = None, auteur: str | None = None,
) -> Added:  # fmt: skip
    """Make the file of a new thing beside those that `loaded` found.

    `shown_as` is how the folder of the house is called; `id_` the name of the file, made from
    `name` when left out; `auteur` the author of a post. Never writes over a file. Raises
    `NoUsableName`, `AlreadyExists`, and OSError when the folder cannot be written in.
    """
    name = tidy(name)
    id_ = id_ if id_ is not None else make_id(name)[:MAX_NAME].strip("-")
    if is_device(id_):
        raise NoUsableName(
            f'Een bestand kan op Windows niet "{id_}" heten. Geef een andere naam met --id, '
            f"bijvoorbeeld --id {make_id(id_)}."
        )
    if not name or not is_id(id_) or len(id_) > MAX_NAME:
        raise NoUsableName(
            f'Van "{name or id_}" is geen bestandsnaam te maken. Geef er zelf een met --id: '
            "alleen kleine letters a–z, cijfers en streepjes, bijvoorbeeld --id amal-haddad."
        )
    target = _location(loaded, shown_as, kind, id_)
    ids: dict[str, list[str]] = {}
    for s, i in loaded.sources:
        ids.setdefault(s, []).append(i)
    if (kind, id_) in loaded.sources or target[0].exists():
        raise AlreadyExists(
            f"{target[1]} bestaat al. Pas dat aan, of kies een andere naam met --id."
        )
    for (s, other), source in loaded.sources.items():
        if s == kind and id_ in former_names(source):
            raise AlreadyExists(
                f'"{id_}" is een vroegere naam van "{other}", en dat adres leidt daarheen. '
                "Kies een andere naam met --id."
            )
    values = {"auteur": auteur} if auteur and kind == BERICHTEN.name else {}
    made = build_template(TemplateRequest(kind, id_, name, on_date, ids, values, intro=name))
    _write_new(target[0], made.text)
    return Added(target[0], target[1], id_, made.open)


def _location(loaded: LoadResult, shown_as: str, kind: str, id_: str) -> tuple[Path, str]:
    """Where the file of a thing belongs, and how staff know that place."""
    if kind == BERICHTEN.name:
        blog = PagesFolder.beside(loaded.huis_folder, shown_as).blog
        return blog.path / f"{id_}.md", f"{blog.shown_as}/{id_}.md"
    return loaded.huis_folder / kind / f"{id_}.yml", f"{shown_as}/{kind}/{id_}.yml"


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: the whole of it, or nothing."""
    content = text.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            try:
                file.write(content)
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise AlreadyExists(f"{path.name} bestaat al. Er is niets veranderd.") from None
