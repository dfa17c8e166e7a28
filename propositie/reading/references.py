"""References and links to things that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..huis import InternalBericht, Pagina, Thing, kinds
from ..huis.links import target_of
from ..huis.markdown import read_markdown
from ..huis.walk import is_markup, is_reference, walk
from .problems import DanglingLink, DanglingReference, LooseLink
from .source import Source

Sources: TypeAlias = Mapping[tuple[str, str], Source]
"""The file of each thing, by (kind, id)."""
Things: TypeAlias = Mapping[tuple[str, str], Thing]
"""The things that could be read, by (kind, id)."""
Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind: what exists, and how it is called."""

MAX_DANGLING = 20
"""So many references that lead nowhere are told of one file."""


def find_dangling_references(things: Things, sources: Sources) -> Iterator[DanglingReference]:
    """References to things that do not exist."""
    ids = ids_of(sources)
    for (kind, id_), thing in things.items():
        loose = [
            (path, field.kind, value)
            for path, field, value in walk(thing, is_reference)
            if field.kind is not None and value not in ids[field.kind]
        ]
        for path, target, value in loose[:MAX_DANGLING]:
            yield DanglingReference(sources[kind, id_], kind, path, target, value)


def find_dangling_links(things: Things, sources: Sources) -> Iterator[DanglingLink]:
    """Links in posts to pages of ours that do not exist."""
    ids = ids_of(sources)
    for key, bericht in things.items():
        if not isinstance(bericht, InternalBericht):
            continue
        for link in read_markdown(bericht.tekst).links:
            target = target_of(link.address)
            if target is not None and target.id not in ids[target.kind]:
                yield DanglingLink(sources[key], link, target)


def find_loose_links(things: Things, sources: Sources) -> Iterator[LooseLink]:
    """Links whose address should stand elsewhere in the same text, and does not.

    The host that renders a free page may know more names than stand in its text.
    """
    for key, thing in things.items():
        if isinstance(thing, Pagina):
            continue
        for path, _, text in walk(thing, is_markup):
            if "][" in text:
                loose = read_markdown(text).loose
                yield from (LooseLink(sources[key], path, label) for label in loose)


def ids_of(sources: Sources, things: Things | None = None) -> Ids:
    """What exists of each kind, and how it is called. A thing with mistakes of its own exists."""
    ids: dict[str, dict[str, str]] = {name: {} for name in kinds()}
    for key in sources:
        kind, id_ = key
        thing = (things or {}).get(key)
        ids[kind][id_] = kinds()[kind].name_of(thing) if thing else ""
    return ids
