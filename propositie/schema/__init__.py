"""Help in the editor: a JSON Schema for every kind, and the settings that make an editor use them.

`schema_files` is the only door. It needs a folder, not a sound house: what exists is known
from the names of the files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..huis import yaml_kinds
from ..huis.fields import fields_of
from ..huis.notation import Schema
from ..reading import Source
from ..reading.errors import YamlError
from ..reading.folder import take_inventory
from ..reading.tree import parse_tree
from .build import IDS_FILE, TYPES_FILE, ids_schema, kind_schema, types_schema
from .settings import SettingsError, extensions, read_settings, settings

__all__ = [
    "SCHEMA_FOLDER",
    "SettingsError",
    "find_outdated",
    "refresh",
    "schema_files",
    "schemas",
    "update_files",
]

SCHEMA_FOLDER = ".vscode/propositie"
"""Where the schemas are kept, seen from the folder of the organisation."""


def schema_files(root: Path, huis: str, below: Sequence[Path] = ()) -> Mapping[str, str]:
    """Every file that gives help in the editor: its path under `root`, and its text.

    `huis` is the folder of the house, seen from `root`; `below` are the folders it lies on.
    Raises `SettingsError`, whose message names the file, when settings of the organisation's own
    stand in the way.
    """
    files = {
        f"{SCHEMA_FOLDER}/{name}": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas(root / huis, below).items()
    }
    file_patterns = {
        f"./{SCHEMA_FOLDER}/{s.name}.json": f"{huis}/{s.name}{'' if s.is_single else '/*'}.yml"
        for s in yaml_kinds().values()
    }
    for name, make in (
        ("settings", lambda old: settings(old, file_patterns, f"./{SCHEMA_FOLDER}/")),
        ("extensions", extensions),
    ):
        path = f".vscode/{name}.json"
        try:
            files[path] = make(read_settings(root / path))
        except SettingsError as error:
            raise SettingsError(
                f"In {path} {error} Haal dat eruit, of zet het bestand even opzij; "
                "er is niets veranderd."
            ) from error
    return files


def schemas(huis_folder: Path, below: Sequence[Path] = ()) -> Mapping[str, Schema]:
    """The schemas for the house in `huis_folder`, by file name; what stands in the folders
    `below` it, the lowest first, exists too."""
    ids: dict[str, dict[str, str]] = {s.name: {} for s in yaml_kinds().values() if not s.is_single}
    found = [
        item
        for folder in (*below, huis_folder)
        for item in take_inventory(folder, "").sources.items()
    ]
    for (kind, id_), source in sorted(found, key=lambda item: item[0]):
        if kind in ids:
            ids[kind][id_] = _name_of(source, kind) or ids[kind].get(id_) or id_
    singular = {n: s.singular for n, s in yaml_kinds().items()}
    return {
        TYPES_FILE: types_schema(),
        IDS_FILE: ids_schema(ids, singular),
        **{f"{s.name}.json": kind_schema(s, fields_of(s.model)) for s in yaml_kinds().values()},
    }


def _name_of(source: Source, kind: str) -> str:
    """What a thing is called; empty when it cannot be read."""
    key = yaml_kinds()[kind].naming or ""
    try:
        tree = parse_tree(source.text())
    except YamlError:
        return ""
    name = tree.get(key) if isinstance(tree, dict) else None
    return " ".join(name.split()) if isinstance(name, str) else ""


def find_outdated(root: Path, files: Mapping[str, str]) -> list[str]:
    """Which of `files` do not stand under `root` as they should, and which are left over."""
    changed = [path for path, text in files.items() if _read_text(root / path) != text]
    left_over = [
        f"{SCHEMA_FOLDER}/{path.name}"
        for path in sorted((root / SCHEMA_FOLDER).glob("*.json"))
        if f"{SCHEMA_FOLDER}/{path.name}" not in files
    ]
    return changed + left_over


def _read_text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def update_files(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write what is out of date and remove what is left over; return which. Raises `OSError`."""
    old = find_outdated(root, files)
    for name in old:
        path = root / name
        if name not in files:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.half")
        half.write_text(files[name], "utf-8", newline="\n")
        half.replace(path)
    return old


def refresh(root: Path, huis: str, below: Sequence[Path] = ()) -> list[str]:
    """Bring the help in the editor up to date for who has it; return which files changed.

    Meant for after a change of the house, so it is quiet: who never ran `propositie schema` gets
    nothing, and what cannot be written stays as it was.
    """
    if not (root / SCHEMA_FOLDER).is_dir():
        return []
    try:
        return update_files(root, schema_files(root, huis, below))
    except (SettingsError, OSError):
        return []
