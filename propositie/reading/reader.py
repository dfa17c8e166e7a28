"""Reading a house, once or again and again: what did not change is not read twice.

A thing whose files hold what they held is the same object as before, so that who made something of
it can tell that nothing changed. For a process that starts, its fields come from disk.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json

from ..errors import PropositieError
from ..huis import kinds
from ..images import ImageMemory
from ..kept import KeptFile, remove_halves
from ..processes import map_in_two
from .attachments import check_attachments, named_files
from .beside_pages import find_collisions, find_loose_files
from .blog import PagesFolder
from .door import Admitted
from .errors import YamlError
from .garbage import pause_gc
from .held import (
    FieldStore,
    Held,
    Look,
    SoundHouse,
    ThingKey,
    digest_of,
    digest_of_words,
    look_at,
)
from .layers import Layer
from .listing import take_inventories
from .loaded import LoadResult
from .problems import LooseFile, MissingFile, NoFolder, OddFile, Oddity, Problem
from .references import (
    FileMention,
    Meant,
    Sources,
    Things,
    find_dangling_references,
    find_dead_links,
    find_loose_links,
    find_meant,
    named_by,
    places_of,
)
from .source import Source
from .thing import read_content, read_thing, revive

SHARED_FROM = 1000
"""With so many files to read, a second process is worth its while."""

_New = tuple[ThingKey, Source, Sequence[bytes]]
"""A thing that has to be read: its files, and what they hold."""


class Reader:
    """Reads one house. With a folder `cache`, what was read is kept there for the next process."""

    def __init__(self, cache: Path | None = None) -> None:
        remove_halves(cache)
        self._held: dict[ThingKey, Held] = {}
        self._store = FieldStore(cache)
        self._meant: Meant = {}
        self._sound_file = KeptFile(cache and cache / "reading-sound")
        self._sound = SoundHouse.from_json(self._sound_file.load())
        self._images_file = KeptFile(cache and cache / "reading-images")
        self._images = ImageMemory.from_json(self._images_file.load())

    def read(
        self,
        huis: Path | Sequence[Layer],
        shown_as: str | None = None,
        pages: PagesFolder | None = None,
    ) -> LoadResult:
        """Read the whole house in the folder `huis`. Never raises for anything that staff can
        write.

        `shown_as` is how the folder is called in messages; the path itself when left out. Several
        layers lie on top of each other, the lowest first. `pages` is the folder with free pages
        and posts; the one beside the house when left out.
        """
        with pause_gc():
            return self._read(_as_layers(huis, shown_as), pages)

    def _read(self, layers: Sequence[Layer], pages: PagesFolder | None) -> LoadResult:
        top = layers[-1]
        absent = [NoFolder(layer.shown_as) for layer in layers if not _is_folder(layer.path)]
        if absent:
            return LoadResult({}, absent, top.path, layers=layers)
        pages = pages or PagesFolder.beside(top.path, top.shown_as)
        listing = take_inventories(layers, pages)
        self._images.expect(listing.others)
        held = self._held = self._recognise(listing.sources)
        sources = {key: one.source for key, one in held.items()}
        missing = list(_find_missing_files(sources, top.shown_as))
        problems: list[Problem] = [*self._look_at_things(held, sources, missing, listing.pages)]
        files = self._sound.files if self._sound else _files_named(held)
        named = named_files(files, sources, layers)  # what is wrong with these is told there
        problems[:0] = [o for o in listing.odd if not _is_told_elsewhere(o, named)]
        is_complete = self._sound is not None or all(one.thing for one in held.values())
        withheld = {p.path for p in problems if isinstance(p, LooseFile) and p.is_withheld}
        published = {name for name, file in listing.pages.items() if file.path not in withheld}
        self._images.begin()
        problems += check_attachments(
            files, sources, listing, layers, images=self._images, is_complete=is_complete
        )
        self._images_file.save(self._images.to_json())
        meant = self._meant
        digests = {key: one.digest for key, one in held.items() if one.digest}
        for key, ids in meant.items():
            digests[key] = digest_of_words([digests[key], *ids.values()])
        return LoadResult(
            sources, problems, top.path, lambda: _things_of(held, meant), pages.path, layers,
            digests, self._images, published,
        )  # fmt: skip

    def _recognise(self, found: Mapping[ThingKey, Source]) -> dict[ThingKey, Held]:
        """What lies in the folders: as it was held where that did not change, else read anew."""
        held: dict[ThingKey, Held] = {}
        new: list[_New] = []
        for key, source in found.items():
            known = self._held.get(key)
            if known is not None and not known.is_of(source):
                known = None
            try:
                looks, contents = _look_at(source, known)
                digest = _combine([look.digest for look in looks])
                if known is not None and known.digest == digest:
                    held[key] = known
                    known.looks = looks
                elif fields := self._store.get(key, digest):
                    held[key] = Held(source, digest, looks, fields)
                else:
                    content = _all_of(source, contents)
                    digest = _combine([digest_of(raw) for raw in content])
                    held[key] = Held(source, digest, looks)
                    new.append((key, source, content))
            except YamlError:
                reading = read_thing(source, kinds()[key[0]], key[1])
                held[key] = Held(source, "", (), b"", reading.thing, reading.broken)
        _read_new(new, held)
        self._store.save(held)
        return held

    def _look_at_things(
        self,
        held: Mapping[ThingKey, Held],
        sources: Sources,
        missing: Sequence[MissingFile],
        pages: Mapping[str, Admitted],
    ) -> Iterator[Problem]:
        """What is wrong with the things, and with what they name. Of a house that was sound before
        and did not change, they need not even be made."""
        house = _digest_of_house(held, pages)
        if self._sound is None or self._sound.digest != house:
            self._meant, problems = _problems_of(held, sources, missing, pages)
            self._sound = None
            if house and not problems:
                self._sound = SoundHouse(house, _files_named(held), self._meant)
            yield from problems
        if self._sound is not None:
            self._meant = self._sound.meant
            self._sound_file.save(self._sound.to_json())
        else:
            self._sound_file.remove()


def _is_told_elsewhere(odd: OddFile, named: Collection[Path]) -> bool:
    """Whether what is wrong with a file is told where it is named."""
    return odd.oddity is Oddity.UNREAD and odd.path in named and odd.path.is_file()


def load_huis(
    huis: Path | Sequence[Layer], shown_as: str | None = None, pages: PagesFolder | None = None
) -> LoadResult:
    """Read a house once: see `Reader.read`."""
    return Reader().read(huis, shown_as, pages)


def _as_layers(huis: Path | Sequence[Layer], shown_as: str | None) -> Sequence[Layer]:
    if not isinstance(huis, Path):
        return huis
    return [Layer(huis, shown_as if shown_as is not None else huis.as_posix())]


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for a closed folder)


def _find_missing_files(sources: Sources, shown_as: str) -> Iterator[MissingFile]:
    for kind in kinds().values():
        if kind.is_single and (kind.name, kind.name) not in sources:
            yield MissingFile(kind, shown_as)


def _look_at(source: Source, known: Held | None) -> tuple[list[Look], list[bytes | None]]:
    """What is seen of the files of a thing, and what they hold where they had to be read.

    Raises `YamlError`.
    """
    # A file that lies beside it may have come since: nothing was seen of it before.
    before = chain(known.looks if known is not None else (), repeat(None))
    found = [look_at(part, look) for part, look in zip(source.read_from, before, strict=False)]
    return [look for look, _ in found], [content for _, content in found]


def _all_of(source: Source, contents: Sequence[bytes | None]) -> list[bytes]:
    """What the files of a thing hold, those included that did not have to be read yet."""
    pairs = zip(source.read_from, contents, strict=True)
    return [part.content() if raw is None else raw for part, raw in pairs]


def _combine(digests: Sequence[str]) -> str:
    """One digest for the files of a thing; mostly it has one."""
    return digests[0] if len(digests) == 1 else digest_of_words(digests)


def _digest_of_house(held: Mapping[ThingKey, Held], pages: Collection[str]) -> str:
    """What tells a house from any other, with the names of what lies beside its pages; empty when
    a thing in it has mistakes of its own."""
    if any(one.has_mistakes for one in held.values()):
        return ""
    words = [word for key, one in held.items() for word in (*key, one.digest)]
    return digest_of_words([*words, *pages])


def _files_named(held: Mapping[ThingKey, Held]) -> Mapping[ThingKey, Sequence[FileMention]]:
    """The pictures and fonts that things name."""
    named = {key: one.named for key, one in held.items()}
    return {key: own.files for key, own in named.items() if own is not None and own.files}


def _read_new(new: Sequence[_New], held: Mapping[ThingKey, Held]) -> None:
    """Read these things, with a second process when there are many."""

    def read_one(row: _New) -> bytes:
        """Read a thing; its fields are what comes back of one that the other process read."""
        key, source, contents = row
        one, reading = held[key], read_content(source, kinds()[key[0]], key[1], contents)
        one.thing, one.broken = reading.thing, reading.broken
        return b"" if reading.fields is None else _as_json(reading.fields)

    for row, fields in zip(new, map_in_two(read_one, new, SHARED_FROM, "Lezen"), strict=True):
        held[row[0]].fields = fields
        if held[row[0]].is_unread:  # what is wrong with a thing does not come back
            read_one(row)


def _as_json(fields: object) -> bytes:
    """The fields of a thing as plain data; empty when something in them cannot be written."""
    try:
        return to_json(fields)
    except PydanticSerializationError:
        return b""


def _problems_of(
    held: Mapping[ThingKey, Held],
    sources: Sources,
    missing: Sequence[MissingFile],
    pages: Mapping[str, Admitted],
) -> tuple[Meant, list[Problem]]:
    """Which ids things mean by names; and what is wrong with the things, and with what they
    name."""
    things = _things_of(held, {}, may_break=True)
    problems: list[Problem] = [broken for one in held.values() for broken in one.broken]
    named = {}
    for key, thing in things.items():
        one = held[key]
        named[key] = one.named = one.named or named_by(thing)
    meant = find_meant(named, sources, things)
    problems += missing
    problems += find_dangling_references(named, sources, meant)
    places = places_of(sources, things, pages.keys())
    problems += find_dead_links(named, sources, places)
    problems += find_loose_links(named, sources)
    problems += find_loose_files(pages, named, places, is_complete=len(things) == len(sources))
    problems += find_collisions(sources)
    return meant, problems


def _things_of(held: Mapping[ThingKey, Held], meant: Meant, *, may_break: bool = False) -> Things:
    """The things that are held, with ids where they name others by what those are called; those of
    which only the fields are held, are made."""
    with pause_gc():
        for key, one in held.items():
            if one.thing is None and one.fields:
                _revive(key, one)
                if one.broken and not may_break:
                    raise PropositieError(
                        f"{one.source.shown_as} veranderde terwijl het huis gelezen werd. "
                        "Probeer het nog een keer."
                    )
    found = {key: one.thing for key, one in held.items() if one.thing is not None}
    for key, ids in meant.items():
        if thing := held[key].with_ids(ids):
            found[key] = thing
    return found


def _revive(key: ThingKey, one: Held) -> None:
    """Make a thing of its fields; from its files, should somebody have put other fields there."""
    kind, id_ = kinds()[key[0]], key[1]
    try:
        one.thing = revive(kind, id_, from_json(one.fields))
    except (ValidationError, ValueError, TypeError):
        reading = read_thing(one.source, kind, id_)
        one.thing, one.broken, one.fields = reading.thing, reading.broken, b""
