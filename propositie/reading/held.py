"""What was read before: of each thing what its files held and what came of it, kept for the next
time, in this process and on disk.

On disk stand the fields of each thing under the digest of what its files held, and no others: what
is gone from the house is gone from there at the next reading. They are plain data, and the models
judge them again.
"""

from __future__ import annotations

import hashlib
import json
import time
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from ..huis import Thing
from ..huis.fields import KeyPath
from ..huis.walk import replaced
from ..kept import KeptFile
from .problems import BrokenTable, BrokenThing
from .references import FileMention, Meant, Named
from .source import Source

ThingKey: TypeAlias = tuple[str, str]
"""The kind of a thing, and its id."""

SHARDS = 16
"""Over so many files the fields are spread, so that one change writes little."""
SETTLED_AFTER = 2.5
"""Seconds. No file system tells two changes apart that lie closer together than two seconds."""


@dataclass(slots=True)
class Held:
    """One thing as it was read."""

    source: Source
    digest: str
    """What tells the content of its files from any other; empty for what could not be read."""
    looks: Sequence[Look] = ()
    """What was seen of its files."""
    fields: bytes = b""
    """Its fields as JSON, when nothing is wrong with them and somebody wants to keep them."""
    thing: Thing | None = None
    broken: Sequence[BrokenThing | BrokenTable] = ()
    named: Named | None = None
    """What the thing names, once that was looked up."""
    meant: tuple[Thing, Mapping[KeyPath, str], Thing] | None = None
    """The thing as read, which ids it means by names, and the thing with those ids."""

    def with_ids(self, ids: Mapping[KeyPath, str]) -> Thing | None:
        """The thing, with ids in place of names; the same object as long as nothing changes."""
        if self.thing is None or not ids:
            return self.thing
        if self.meant is None or self.meant[0] is not self.thing or self.meant[1] != ids:
            thing = self.thing
            for path, id_ in ids.items():
                thing = replaced(thing, path, id_)
            self.meant = (self.thing, ids, thing)
        return self.meant[2]

    @property
    def is_unread(self) -> bool:
        """Whether nothing is known yet of what its files say."""
        return self.thing is None and not self.fields and not self.broken

    def is_of(self, source: Source) -> bool:
        """Whether it was read from these very files, called the same."""
        return _names_of(self.source) == _names_of(source)

    @property
    def has_mistakes(self) -> bool:
        """Whether something is wrong with it by itself."""
        return bool(self.broken) or not self.digest


def _names_of(source: Source) -> list[tuple[str, str, str]]:
    return [(str(part.path), part.shown_as, part.layer) for part in source.read_from]


def digest_of(*contents: bytes) -> str:
    """What tells these contents from any others."""
    digest = hashlib.blake2b(digest_size=16)
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def digest_of_words(words: Iterable[str]) -> str:
    """What tells these words, names or digests in this order from any others."""
    return digest_of("\0".join(words).encode("utf-8", "surrogatepass"))


class Look(NamedTuple):
    """What was seen of a file."""

    stat: tuple[int, ...]
    since: float
    """When the system was first seen to say this of it."""
    read: float
    """When it was last read."""
    digest: str
    """Of what it then held."""


def look_at(part: Source, before: Look | None) -> tuple[Look, bytes | None]:
    """What is seen of a file, and what it holds when it had to be read. Raises `YamlError`.

    That the system says the same of a file as before proves nothing by itself: two changes within
    one tick of its clock look alike. So a file is read again until it was read at a time when the
    system had been saying the same for longer than any tick. No clock of another machine counts.
    """
    seen = part.glance()
    stat = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino, seen.st_dev)
    since = now = time.monotonic()
    if before is not None and before.stat == stat:
        if before.read - before.since > SETTLED_AFTER:
            return before, None
        since = before.since
    content = part.content(seen)
    return Look(stat, since, now, digest_of(content)), content


class FieldStore:
    """The fields of things on disk; without a folder there are none."""

    def __init__(self, folder: Path | None) -> None:
        self._is_kept = folder is not None
        names = [f"reading-{number:x}" for number in range(SHARDS)]
        self._shards = [KeptFile(folder and folder / name) for name in names]
        self._kept: dict[ThingKey, tuple[str, bytes]] = {}
        """What the last process kept, until it was seen what of that is still true."""
        self._digests: dict[ThingKey, str] = {}
        """Of what content the fields are that the files hold."""
        self._unsure = set[int]()
        """The files that hold nothing that can be used: perhaps what should be forgotten."""
        for number, shard in enumerate(self._shards if folder else ()):
            self._load(number, shard)

    def _load(self, number: int, shard: KeptFile) -> None:
        content = shard.load()
        if content is None:
            self._unsure.add(number)
        for line in content.split(b"\n") if content else ():
            name, _, rest = line.partition(b"\t")
            digest, _, fields = rest.partition(b"\t")
            kind, _, id_ = name.decode("utf-8", "replace").partition("/")
            self._kept[kind, id_] = digest.decode("ascii", "replace"), fields
            self._digests[kind, id_] = self._kept[kind, id_][0]

    def get(self, key: ThingKey, digest: str) -> bytes:
        """The fields of a thing whose files hold what has this digest; empty when not kept."""
        kept_digest, fields = self._kept.get(key, ("", b""))
        return fields if kept_digest == digest else b""

    def save(self, held: Mapping[ThingKey, Held]) -> None:
        """Keep the fields of these things, and of no others; write what is not there yet."""
        self._kept = {}
        if not self._is_kept:
            for one in held.values():
                one.fields = b"" if one.thing is not None else one.fields
            return
        now = {key: one.digest for key, one in held.items() if one.fields and _fits(key)}
        changed = {key for key, _ in now.items() ^ self._digests.items()}
        numbers = {_shard_of(key) for key in changed} | self._unsure
        lines: dict[int, list[bytes]] = {number: [] for number in numbers}
        for key in now if numbers else ():
            if (number := _shard_of(key)) in numbers:
                lines[number].append(_line(key, held[key]))
        for number, own in lines.items():
            self._shards[number].save(b"\n".join(own))
        self._digests, self._unsure = now, set()


def _shard_of(key: ThingKey) -> int:
    return zlib.crc32("/".join(key).encode()) % SHARDS


def _line(key: ThingKey, held: Held) -> bytes:
    return b"\t".join(("/".join(key).encode(), held.digest.encode(), held.fields))


def _fits(key: ThingKey) -> bool:
    """Whether a name fits on a line; a free page may be called anything."""
    return "/".join(key).isprintable()


@dataclass(frozen=True, slots=True)
class SoundHouse:
    """A house with which nothing was wrong: what tells it from others, what files it names."""

    digest: str
    files: Mapping[ThingKey, Sequence[FileMention]]
    meant: Meant

    def to_json(self) -> bytes:
        """All of it as plain data."""
        rows = [
            [*key, [[m.path, m.name, m.is_image, m.find] for m in files]]
            for key, files in self.files.items()
        ]
        meant = [[*key, [*map(list, own.items())]] for key, own in self.meant.items()]
        return json.dumps([self.digest, rows, meant], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, raw: bytes | None) -> SoundHouse | None:
        """What `to_json` made of one; None of anything else."""
        try:
            digest, rows, names = json.loads(raw or b"0")
            files = {
                (str(kind), str(id_)): [_as_mention(row) for row in own] for kind, id_, own in rows
            }
            meant = {
                (str(kind), str(id_)): {tuple(path): str(found) for path, found in own}
                for kind, id_, own in names
            }
        except (ValueError, TypeError, RecursionError):
            return None
        return cls(str(digest), files, meant)


def _as_mention(row: Any) -> FileMention:
    path, name, is_image, find = row
    return FileMention(tuple(path), str(name), bool(is_image), str(find))
