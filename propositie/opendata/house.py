"""The public house in one JSON file: every thing with its address and the day on which it ends.

It walks the declared kinds and the fields of their public side, so that a new kind or field
follows by itself, in the file and in its schema alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..edition import PublicHuis
from ..huis import KINDS, Beeld, Kind, Locatie, Organisatie, Portret, Thing, kinds, things_of
from ..huis import value_types as v
from ..huis.days import Days, write_days
from ..huis.fields import Field, fields_of
from ..huis.moments import Moment
from ..huis.occurrences import last_day

FORMAT = "propositie"
VERSION = 1
"""Of the format: another one where what stood there means something else or is gone. What is
added changes nothing, so who reads must pass by what is unknown."""
END = "geldig_tot"
"""The key of the last day on which a thing, or a part of one, may be shown."""
ADDRESS = "pagina"
"""The key of the address at which people read of a thing."""
OWN = ("id", ADDRESS, END)
"""The keys that every thing has besides its fields."""
_HOUSEKEEPING = frozenset({"versie", "volgorde", "derden", "open_data"})
"""What only says something to who keeps the house, or stands at the head of the file."""


@cache
def data_kinds() -> tuple[Kind, ...]:
    """The kinds of which the file tells."""
    return tuple(kind for kind in KINDS if kind.public and kind.in_data)


@cache
def told_fields(class_: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a thing that the file tells."""
    return tuple(field for field in fields_of(class_) if field.key not in _HOUSEKEEPING)


@dataclass(frozen=True, slots=True)
class HouseWriter:
    """Turns public things into plain data; what is empty is left out."""

    huis: PublicHuis
    address: Callable[[str], str]
    """An address on the site, as the file tells it."""
    plain: Callable[[str], str]
    """The words of a Markdown text."""
    picture: Callable[[str, Beeld, str], str]
    """The address of a published picture, by the kind of its thing and its use."""
    document: Callable[[str], str]
    """The address of a published document, by the name of its file."""
    _ending: Set[str] = dataclass_field(init=False)
    """The things in which something ends soon; of others no way inside need be kept."""

    def __post_init__(self) -> None:
        """Work out in which things something ends."""
        ending = {"/".join(where.split("/")[:2]) for where in self.huis.einden}
        object.__setattr__(self, "_ending", ending)

    def of_kind(self, kind: Kind) -> Iterator[Mapping[str, object]]:
        """Every thing of a kind, in the order in which pages show them."""
        for thing in things_of(self.huis, kind).values():
            yield self._thing(kind, thing)

    def _thing(self, kind: Kind, thing: Thing) -> Mapping[str, object]:
        where = f"{kind.name}/{thing.id}"
        told: dict[str, object] = {"id": thing.id}
        if kind.address or kind.is_single:
            told[ADDRESS] = self.address("" if kind.is_single else kind.address_of(thing.id))
        if end := _end_of(kind, thing) or self.huis.einden.get(where):
            told[END] = end
        inside = where if where in self._ending else ""
        return told | self._fields(thing, told_fields(type(thing)), kind, inside)

    def _fields(
        self, part: BaseModel, fields: Iterable[Field], kind: Kind, where: str
    ) -> dict[str, object]:
        found = {}
        for field in fields:
            value = getattr(part, field.name)
            if value is None or value == ():
                continue
            told = self._value(field, value, kind, where and f"{where}/{field.key}")
            if told not in _EMPTY:
                found[field.key] = told
        return found

    def _value(self, field: Field, value: Any, kind: Kind, where: str) -> object:
        if not field.is_list:
            return self._one(field, value, kind, where)
        if issubclass(field.owner, (Organisatie, Locatie)) and field.key == "gesloten":
            value = [closed for closed in value if closed.tot >= self.huis.on_date]
        items = (
            self._one(field, item, kind, where and f"{where}/{n}") for n, item in enumerate(value)
        )
        return [item for item in items if item not in _EMPTY]

    def _one(self, field: Field, value: Any, kind: Kind, where: str) -> object:
        if field.kind is not None:
            return value if self._is_here(field.kind, value) else None
        if field.value_type is v.IMAGE:
            return None  # told by the group that it is in
        if field.value_type is v.DOCUMENT:
            return self.document(value)
        if field.value_type in _MARKUP:
            return self.plain(value)
        if field.value_type is v.TABLE:
            inside = field.fields[0]
            return {str(k): self._value(inside, item, kind, where) for k, item in value.items()}
        if isinstance(value, BaseModel):
            return self._group(field, value, kind, where)
        return plain_value(value)

    def _group(self, field: Field, part: BaseModel, kind: Kind, where: str) -> object:
        told = self._fields(part, field.fields, kind, where)
        if field.named is not None:
            for name, inside in sorted((part.__pydantic_extra__ or {}).items()):
                if (one := self._one(field.named, inside, kind, where)) not in _EMPTY:
                    told[name] = one
        if isinstance(part, Beeld):
            use = "portret" if isinstance(part, Portret) else "tafereel"
            told = {"bestand": self.picture(kind.name, part, use), **told}
        if told and where and (end := self.huis.einden.get(where)):
            told[END] = end
        return told

    def _is_here(self, kind: str, id_: str) -> bool:
        """Whether the file tells of a thing: who left is named by nothing."""
        known = kinds()[kind]
        return known in data_kinds() and id_ in getattr(self.huis, kind)


_EMPTY: tuple[object, ...] = (None, "", [], {})
_MARKUP = frozenset({v.MARKUP, v.FREE_MARKUP})


def _end_of(kind: Kind, thing: Thing) -> str | None:
    """The last day of a thing, when its public side says so."""
    value = getattr(thing, kind.ends, None) if kind.ends else None
    if isinstance(value, tuple) and all(isinstance(part, Moment) for part in value):
        value = last_day(value)
    return value.isoformat() if isinstance(value, date) else None


def plain_value(value: object) -> object:
    """A single value as JSON has it: days as ISO 8601 writes them, times as `09:30`, numbers as
    numbers."""
    match value:
        case bool() | int() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Days():
            return write_days(value)
        case _:
            return str(value)


def house_json(
    writer: HouseWriter, schema: str, site: str | None, terms: Mapping[str, object]
) -> bytes:
    """The whole file, one thing on a line; `schema` is the address of its schema, `terms` say who
    may use it for what."""
    huis = writer.huis
    about = {
        "$schema": schema,
        "formaat": FORMAT,
        "versie": VERSION,
        "site": site,
        "gemaakt_op": huis.on_date.isoformat(),
        "houdbaar_tot": huis.good_until.isoformat(),
        "voorwaarden": terms,
    }
    lines = [f"{_json(key)}: {_json(value)}" for key, value in about.items() if value is not None]
    for kind in data_kinds():
        rows = [_json(row) for row in writer.of_kind(kind)]
        listed = ",\n".join(rows)
        value = listed if kind.is_single else f"[\n{listed}\n]" if rows else "[]"
        lines.append(f"{_json(kind.name)}: {value}")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
