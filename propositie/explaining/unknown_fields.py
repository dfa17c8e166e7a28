"""Fields that do not exist where they stand, and fields that are missing: one mistake, one message.

A misspelt key is not also a missing field, and ten lines in the wrong place are one mistake.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from ..dutch import counted
from ..edits import Certainty
from ..huis.docs import read_explanations
from ..huis.fields import keys_of, model_at
from ..huis.parsing import fold_to_line
from ..reading.tree import KeyPath
from .diagnosis import Defect, Repair
from .names import find_nearest, find_same_word, find_synonym
from .placement import Placement, find_other_kind, find_other_list, find_placement
from .shapes import accepts
from .words import did_you_mean, join_quoted, shorten


def find_field_defects(
    class_: type[BaseModel], unknown: Mapping[KeyPath, object], missing: list[KeyPath]
) -> Iterator[Defect]:
    """Yield what to say of the fields that are unknown (with their values) or missing."""
    explained: set[KeyPath] = set()
    elsewhere: dict[tuple[KeyPath, str, KeyPath, str], list[tuple[KeyPath, Placement]]] = (
        defaultdict(list)
    )
    capitals: dict[KeyPath, list[tuple[KeyPath, str]]] = defaultdict(list)
    loose: list[Defect] = []
    parts, stray = _find_stray_parts(class_, list(unknown), missing)
    yield from parts
    missing = [m for m in missing if m[:-1] not in stray]
    for path in unknown:
        if path[:-1] in stray:
            continue
        intended, position = _guess_meant(class_, path, unknown, missing)
        if position is not None:
            elsewhere[path[:-1], position.direction, position.path, position.owner].append(
                (path, position)
            )
            explained |= {(*position.path, position.name), position.path}
        elif intended is not None and intended == str(path[-1]).lower():
            capitals[path[:-1]].append((path, intended))
            explained.add((*path[:-1], intended))
        else:
            if intended is not None:
                explained.add((*path[:-1], intended))
            loose.append(_explain_unknown_field(class_, path, intended))
    yield from summarise(loose)
    for group in capitals.values():
        yield from _explain_capitals(class_, group)
    for fields in elsewhere.values():
        yield _explain_misplaced(fields)
    remaining = [m for m in missing if not _is_explained(m, explained)]
    yield from _explain_missing(class_, remaining)


def _find_stray_parts(
    class_: type[BaseModel], unknown: list[KeyPath], missing: list[KeyPath]
) -> tuple[list[Defect], set[KeyPath]]:
    """Parts that ended up in the list above theirs, because the line between them is gone."""
    by_part: dict[KeyPath, list[KeyPath]] = defaultdict(list)
    for path in unknown:
        by_part[path[:-1]].append(path)
    found: dict[tuple[KeyPath, str], Defect] = {}
    parts: set[KeyPath] = set()
    for part, paths in by_part.items():
        if list_name := find_other_list(class_, part, [str(p[-1]) for p in paths], missing):
            parts.add(part)
            message = (
                f'Dit deel staat in de lijst "{part[-2]}", en hoort bij "{list_name}". '
                f"Zet het daar, of zet erboven de regel die ontbreekt: {list_name}:"
            )
            found.setdefault((part[:-1], list_name), Defect("V04", message, paths[0], True))
    return list(found.values()), parts


def _is_explained(path: KeyPath, explained: Iterable[KeyPath]) -> bool:
    """Whether a missing field is explained: it stands elsewhere, or stands in a list elsewhere."""
    without = tuple(s for s in path if isinstance(s, str))
    return any(path == v or without == tuple(s for s in v if isinstance(s, str)) for v in explained)


def _guess_meant(
    class_: type[BaseModel],
    path: KeyPath,
    unknown: Mapping[KeyPath, object],
    missing: list[KeyPath],
) -> tuple[str | None, Placement | None]:
    """The field that was meant here, or the place where this field belongs."""
    word = str(path[-1])
    here = keys_of(model_at(class_, path[:-1]))
    free = [m[-1] for m in missing if m[:-1] == path[:-1]]
    only = len(free) == 1 and sum(o[:-1] == path[:-1] for o in unknown) == 1
    if name := find_same_word(word, here):
        return name, None
    name = find_synonym(word, here)
    if name and not (only and _is_other_kind_of_value(class_, (*path[:-1], name), unknown[path])):
        return name, None
    if position := find_placement(class_, path, False, missing):
        return None, position
    if name := find_nearest(word, here):
        return name, None
    if only:
        return str(free[0]), None
    return None, find_placement(class_, path, True, missing)


def _is_other_kind_of_value(class_: type[BaseModel], path: KeyPath, value: object) -> bool:
    """Whether what was typed is a list or group where the field at `path` takes none."""
    return isinstance(value, list | dict) and not accepts(class_, path, value)


def _explain_unknown_field(class_: type[BaseModel], path: KeyPath, name: str | None) -> Defect:
    field = shorten(fold_to_line(str(path[-1])))
    lead = f'Het veld "{field}" bestaat hier niet.'
    if name:
        sentence, word = f"{lead}{did_you_mean(name)}", "Schrijf dan"
        return Defect("V04", sentence, path, True, repair=_rename(field, name), word=word)
    keys = keys_of(model_at(class_, path[:-1]))
    owner = find_other_kind(class_, path)
    hint = f" Het hoort bij {owner}." if owner else ""
    return Defect("V04", f"{lead}{hint} Hier kunnen staan: {', '.join(keys)}.", path, True)


def _rename(field: str, name: str) -> Repair:
    return lambda piece: name if piece.strip("\"'") == field else ""


def _explain_capitals(
    class_: type[BaseModel], group: list[tuple[KeyPath, str]]
) -> Iterator[Defect]:
    """Fields with capitals: one message when a keyboard put them everywhere."""
    if len(group) < 3:
        yield from (_explain_unknown_field(class_, path, name) for path, name in group)
        return
    names = join_quoted([name for _, name in group])
    message = f"De namen van velden hebben geen hoofdletters. Maak ervan: {names}."
    paths = [path for path, _ in group]
    yield Defect("V04", message, paths[0], True, repair=str.lower, also=paths[1:])


def _explain_misplaced(fields: list[tuple[KeyPath, Placement]]) -> Defect:
    """Fields that stand side by side and belong together in another place."""
    path, position = fields[0]
    names = list(dict.fromkeys(str(p[-1]) for p, _ in fields))
    is_single = len(names) == 1
    subject = (
        f"Het veld {join_quoted(names)} hoort"
        if is_single
        else f"De velden {join_quoted(names)} horen"
    )
    here = next((str(s) for s in reversed(path[:-1]) if isinstance(s, str)), "")
    pronoun = "het" if is_single else "ze"
    if position.direction == "dieper" and position.in_list:
        sentence = (
            f'{subject} in een deel van de lijst "{position.owner}". Zet {pronoun} onder een '
            "streepje in die lijst, op dezelfde kolom als de andere velden van dat deel."
        )
    elif position.direction == "dieper":
        sentence = (
            f'{subject} bij "{position.owner}". Zet {pronoun} onder een regel '
            f'"{position.owner}:", ingesprongen.'
        )
    elif position.owner:
        sentence = f'{subject} niet bij "{here}", maar een trap hoger, bij "{position.owner}".'
    else:
        lines = "de regel" if is_single else "die regels"
        sentence = f'{subject} niet bij "{here}". Zet {lines} buiten die groep, helemaal links.'
    elsewhere_names = [t.name for p, t in fields if t.name != str(p[-1])]
    if elsewhere_names:
        sentence += (
            f" {'Het heet' if len(elsewhere_names) == 1 else 'Ze heten'} daar "
            f"{join_quoted(elsewhere_names)}."
        )
    return Defect(
        "V04",
        sentence,
        path,
        True,
        repair=_move(path, position),
        whole_line=True,
        certainty=Certainty.LIKELY,
    )


def _move(path: KeyPath, position: Placement) -> Repair:
    """The line at the column where it belongs, when that is sure: not in a list or brackets."""
    key = str(path[-1])
    step = 2 if position.direction == "dieper" else -2

    def repair(line: str) -> str:
        bare = line.lstrip(" ")
        current = len(line) - len(bare)
        new = 0 if position.direction == "hoger" and not position.owner else current + step
        if position.in_list or new < 0 or not bare.startswith(f"{key}:"):
            return ""
        return " " * new + position.name + bare[len(key) :]

    return repair


def summarise(defects: Iterable[Defect]) -> list[Defect]:
    """The same mistake in several parts of one list is told once, at the first."""
    first: dict[tuple[str, str, KeyPath], Defect] = {}
    count: dict[tuple[str, str, KeyPath], int] = defaultdict(int)
    for g in defects:
        key = (g.code, g.message, tuple(s for s in g.path if isinstance(s, str)))
        first.setdefault(key, g)
        count[key] += 1
    return [_with_count(g, count[s] - 1) for s, g in first.items()]


def _with_count(defect: Defect, more: int) -> Defect:
    if not more:
        return defect
    how_many = counted(more, "deel", "delen")
    sentence = f"{defect.message} Dat is ook zo in nog {how_many} van deze lijst."
    return replace(defect, message=sentence)


def _explain_missing(class_: type[BaseModel], missing: list[KeyPath]) -> Iterator[Defect]:
    """Missing fields: with their explanation when they are few, by name when they are many."""
    by_group: dict[KeyPath, list[KeyPath]] = defaultdict(list)
    for path in missing:
        by_group[path[:-1]].append(path)
    result: list[Defect] = []
    for paths in by_group.values():
        if len(paths) < 3:
            result += [_explain_missing_field(class_, path) for path in paths]
        else:
            names = join_quoted([str(p[-1]) for p in paths])
            message = f"Er ontbreken verplichte velden, of ze zijn leeg: {names}."
            result.append(Defect("V06", message, paths[0], True))
    yield from summarise(result)


def _explain_missing_field(class_: type[BaseModel], path: KeyPath) -> Defect:
    hint = _describe_field(class_, path)
    message = f'Het verplichte veld "{path[-1]}" ontbreekt of is leeg. {hint}'.strip()
    return Defect("V06", message, path, True)


def _describe_field(class_: type[BaseModel], path: KeyPath) -> str:
    model = model_at(class_, path[:-1])
    if model is None or not path:
        return ""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    return read_explanations(model).get(names.get(str(path[-1]), ""), "")
