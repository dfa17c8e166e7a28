"""What things name: other things, files and addresses; and which of these do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from ..huis import Organisatie, Pagina, Thing, addresses, kind_of, kinds
from ..huis.fields import Field
from ..huis.former_names import called_before
from ..huis.links import LinkTarget, image_path
from ..huis.markdown import Link, LooseLabel, read_markdown
from ..huis.value_types import FREE_MARKUP, IMAGE
from ..huis.walk import is_file, is_markup, is_reference, walk
from .errors import YamlError
from .places import Places, html_links_in, is_elsewhere
from .problems import DanglingLink, DanglingReference, DeadLink, LooseLink
from .source import Source
from .tree import KeyPath, parse_tree

Sources: TypeAlias = Mapping[tuple[str, str], Source]
"""The file of each thing, by (kind, id)."""
Things: TypeAlias = Mapping[tuple[str, str], Thing]
"""The things that could be read, by (kind, id)."""
Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind: what exists, and how it is called."""

MAX_DANGLING = 20
"""So many references that lead nowhere are told of one file."""


@dataclass(frozen=True, slots=True)
class FileMention:
    """A picture or font that a thing names."""

    path: KeyPath
    name: str
    is_image: bool
    find: str = ""
    """How a text names it, which holds more."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one thing names."""

    references: Sequence[tuple[KeyPath, str, str]]
    """Other things, by path, kind and id."""
    files: Sequence[FileMention]
    links: Sequence[tuple[KeyPath, Link]]
    """Links in its texts."""
    loose: Sequence[tuple[KeyPath, LooseLabel]]
    """Links whose address should stand elsewhere in the same text, and does not."""
    images: Sequence[tuple[KeyPath, Link]]
    """Pictures in its texts."""


def _names_something(field: Field) -> bool:
    return (
        is_reference(field) or is_file(field) or is_markup(field) or field.value_type is FREE_MARKUP
    )


def named_by(thing: Thing) -> Named:
    """What a thing names, found in one walk."""
    references, files, loose = [], [], []
    links: list[tuple[KeyPath, Link]] = []
    images: list[tuple[KeyPath, Link]] = []
    for path, field, value in walk(thing, _names_something):
        if field.kind is not None:
            references.append((path, field.kind, value))
        elif is_markup(field) or field.value_type is FREE_MARKUP:
            found = read_markdown(value)
            # The host that renders a free page may know more names than stand in its text.
            if "][" in value and not isinstance(thing, Pagina):
                loose += [(path, label) for label in found.loose]
            links += [(path, link) for link in found.links]
            images += [(path, image) for image in found.images]
        else:
            files.append(FileMention(path, value, field.value_type is IMAGE))
    for link, is_picture in html_links_in(thing.tekst) if isinstance(thing, Pagina) else ():
        (images if is_picture else links).append((("tekst",), link))
    kind = kind_of(thing).name if images else ""
    for path, image in images:
        if image.address.strip() and not is_elsewhere(image.address):
            name = image_path(image.address, kind, thing.id)
            files.append(FileMention(path, name, True, image.address))
    return Named(references, files, links, loose, images)


Meant: TypeAlias = Mapping[tuple[str, str], Mapping[KeyPath, str]]
"""Of each thing that names others by what they are called: where, and their ids."""


def find_meant(named: NamedByThing, sources: Sources, things: Things) -> Meant:
    """References that are no id but the name of the one thing of that kind that is called so
    (contract, section 2)."""
    ids = ids_of(sources)
    called: dict[str, Mapping[str, str]] = {}
    meant: dict[tuple[str, str], dict[KeyPath, str]] = {}
    for key, names in named.items():
        for path, kind, value in names.references:
            if value in ids[kind]:
                continue
            if kind not in called:
                called[kind] = _ids_by_name(kind, sources, things)
            if id_ := called[kind].get(_fold(value)):
                meant.setdefault(key, {})[path] = id_
    return meant


def _ids_by_name(kind: str, sources: Sources, things: Things) -> Mapping[str, str]:
    """Of each name that one thing of a kind has, or had before in its address: its id."""
    found: dict[str, list[str]] = {}
    for key, source in sources.items():
        if key[0] == kind:
            thing = things.get(key)
            name = kinds()[kind].name_of(thing) if thing else _name_in(source, kind)
            for called in dict.fromkeys(
                map(_fold, (name, *(called_before(thing) if thing else ())))
            ):
                found.setdefault(called, []).append(key[1])
    return {name: ids[0] for name, ids in found.items() if name and len(ids) == 1}


def _name_in(source: Source, kind: str) -> str:
    """What a thing with mistakes is called; empty when that cannot be read."""
    try:
        tree = parse_tree(source.text())
    except YamlError:
        return ""
    name = tree.get(kinds()[kind].naming or "") if isinstance(tree, dict) else None
    return name if isinstance(name, str) else ""


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


NamedByThing: TypeAlias = Mapping[tuple[str, str], Named]
"""What each thing names, by (kind, id)."""


def find_dangling_references(
    named: NamedByThing, sources: Sources, meant: Meant
) -> Iterator[DanglingReference]:
    """References to things that do not exist, neither by id nor by name."""
    ids = ids_of(sources)
    for (kind, id_), names in named.items():
        known = meant.get((kind, id_), {})
        dangling = [
            row for row in names.references if row[2] not in ids[row[1]] and row[0] not in known
        ]
        for path, target, value in dangling[:MAX_DANGLING]:
            yield DanglingReference(sources[kind, id_], kind, path, target, value)


def find_dead_links(
    named: NamedByThing, sources: Sources, places: Places
) -> Iterator[DanglingLink | DeadLink]:
    """Links and pictures in texts that lead nowhere."""
    for key, names in named.items():
        source = sources[key]
        for path, link in names.links:
            lost = places.lost_link(link.address, *key)
            if isinstance(lost, LinkTarget):
                yield DanglingLink(source, path, link, lost)
            elif lost is not None:
                yield DeadLink(source, path, link, lost)
        for path, image in names.images:
            nowhere = places.lost_image(image, *key)
            if nowhere is not None:
                yield DeadLink(source, path, image, nowhere, is_image=True)


def places_of(sources: Sources, things: Things, files: Set[str]) -> Places:
    """What a link can lead to; `files` are those in the folder of pages, seen from there."""

    def text_of(kind: str, id_: str) -> str:
        return str(getattr(things.get((kind, id_)), "tekst", ""))

    def is_former(kind: str, id_: str) -> bool:
        of_kind = (thing for key, thing in things.items() if key[0] == kind)
        return any(id_ in called_before(thing) for thing in of_kind)

    beside = {file for file in files if not file.endswith(".md")}
    own = [thing for thing in things.values() if isinstance(thing, Organisatie)]
    # what is in a file with mistakes nobody knows yet
    tells_more = not own or any(thing.gives_account for thing in own)
    made = {addresses.OVER_ONS} if tells_more else frozenset()
    return Places(ids_of(sources), beside, text_of, is_former, made)


def find_loose_links(named: NamedByThing, sources: Sources) -> Iterator[LooseLink]:
    """Links whose address should stand elsewhere in the same text, and does not."""
    for key, names in named.items():
        for path, label in names.loose:
            yield LooseLink(sources[key], path, label)


def ids_of(sources: Sources, things: Things | None = None) -> Ids:
    """What exists of each kind, and how it is called. A thing with mistakes of its own exists."""
    ids: dict[str, dict[str, str]] = {name: {} for name in kinds()}
    for key in sources:
        kind, id_ = key
        thing = (things or {}).get(key)
        ids[kind][id_] = kinds()[kind].name_of(thing) if thing else ""
    return ids
