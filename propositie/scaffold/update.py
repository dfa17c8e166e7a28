"""Bringing the files around a house up to date, without losing what the organisation changed.

For each file there are three texts: what was written then (the record), what stands there, and what
would be written today. Nothing is written in which two changes meet; that is told.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..edits import FileChange, write_all
from ..errors import PropositieError
from .merge import Conflict, Merged, merge_texts
from .record import RECORD, Record, make_record, read_record, write_record
from .start_files import CONTENT, LOCK, OWN_REQUIREMENT, find_requirement, keep_wheel, managed_files


class NotAnOrganisation(PropositieError):
    """A folder in which no organisation was begun."""


class NotWrittenHere(PropositieError):
    """A file that propositie does not write."""


@dataclass(frozen=True, slots=True)
class FileUpdate:
    """What becomes of one file."""

    path: str
    before: str | None
    """What stands there; None when there is nothing."""
    after: str | None
    """What it becomes; None when it goes."""
    keeps_own: bool = False
    """Whether the organisation changed it, and that stays."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that stays as it is, because somebody has to choose."""

    path: str
    conflicts: Sequence[Conflict]
    """The lines that both changed; none when nobody knows how the file began."""
    new: str
    """What would be written today."""


@dataclass(slots=True)
class Update:
    """What has to be done, before anything is written."""

    folder: Path
    changes: list[FileUpdate] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    record: str = ""
    """What the record says once all of it is done."""


def plan_update(folder: Path, keep: Collection[str] = (), without: Collection[str] = ()) -> Update:
    """Work out what has to be done in the folder of an organisation.

    In the files `keep` the organisation's own lines stay where two changes meet; the folders and
    files `without` are for another time. Raises `NotAnOrganisation` and `NotWrittenHere`.
    """
    if not (folder / "mkdocs.yml").is_file():
        raise NotAnOrganisation(
            f'In de map "{folder.as_posix()}" staat geen mkdocs.yml. Ga naar de map van jullie '
            "site, of noem die: propositie bijwerken MAP"
        )
    record = read_record(folder)
    new = managed_files(record.naam)
    for path in keep:
        if path not in new:
            raise NotWrittenHere(
                f'"{path}" schrijft propositie niet. Het gaat om: {", ".join(sorted(new))}.'
            )
    update = Update(folder)
    later = {p for p in (*new, *record.texts) if any(f"{p}/".startswith(f"{w}/") for w in without)}
    written: dict[str, str] = {}
    for path, text in new.items():
        if path in later:
            continue
        written[path] = _plan_file(update, record, path, text, is_kept=path in keep)
    for path, text in record.texts.items():
        if path not in {*new, *later} and not path.startswith(CONTENT):
            _plan_removal(update, path, text)
    update.record = _next_record(record, written, later | {clash.path for clash in update.clashes})
    return update


def _plan_file(update: Update, record: Record, path: str, text: str, *, is_kept: bool) -> str:
    """Plan one file; return what counts as written from now on."""
    now = _read(update.folder / path)
    if path == OWN_REQUIREMENT and not find_requirement().is_known:
        text = _as_it_was(update.folder, text) if now is None else now
    if now is None:
        if not record.knows(path):  # else somebody took it away
            update.changes.append(FileUpdate(path, None, text))
        return text
    base = record.base_of(path, now)
    if now == text:
        return text
    if path == OWN_REQUIREMENT:  # it follows what runs here, wherever that came from
        update.changes.append(FileUpdate(path, now, text))
        return text
    merged = Merged(now) if base is None else merge_texts(base, now, text)
    if (base is None or merged.conflicts) and not is_kept:
        update.clashes.append(Clash(path, merged.conflicts, text))
    elif merged.text != now:
        update.changes.append(FileUpdate(path, now, merged.text, keeps_own=now != base))
    return text


def _as_it_was(folder: Path, text: str) -> str:
    """Which propositie the organisation named when one file held all it needs; `text` when it
    named none."""
    named = re.search(r"^propositie\s*(?:==|@).*$", _read(folder / LOCK) or "", re.M)
    return f"{text.splitlines()[0]}\n{named[0]}\n" if named else text


def _plan_removal(update: Update, path: str, text: str) -> None:
    """Plan a file that is written no longer: it goes, unless somebody changed it."""
    now = _read(update.folder / path)
    if now == text:
        update.changes.append(FileUpdate(path, now, None))


def _next_record(record: Record, written: Mapping[str, str], left: Collection[str]) -> str:
    """The record for the next time; of what is left as it was, the old one stands."""
    new = make_record(record.naam, written)
    texts, digests = dict(new.texts), dict(new.digests)
    for path in left:
        for mine, theirs in ((texts, record.texts), (digests, record.digests)):
            mine.pop(path, None)
            if path in theirs:
                mine[path] = theirs[path]
    return write_record(Record(record.naam, texts, digests))


def _read(path: Path) -> str | None:
    """The text of a file, its lines ending as ours do; None when there is none that can be read."""
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None


def carry_out(update: Update) -> None:
    """Write all that was planned, and the record last: who is interrupted can begin again.

    Raises `EditError` or OSError when something cannot be written; each file is then as it was or
    as it should be.
    """
    keep_wheel(update.folder, find_requirement())
    changed = [c for c in update.changes if c.before is not None and c.after is not None]
    write_all([_as_change(update.folder, change, change.after or "") for change in changed])
    for change in update.changes:
        path = update.folder / change.path
        if change.before is None:
            _write_new(path, change.after or "")
        elif change.after is None:
            path.unlink()
    if _read(update.folder / RECORD) != update.record:
        _write_new(update.folder / RECORD, update.record)


def _as_change(folder: Path, change: FileUpdate, after: str) -> FileChange:
    path = folder / change.path
    before = path.read_bytes()
    content = after.encode()
    if b"\r\n" in before:
        content = content.replace(b"\n", b"\r\n")
    return FileChange(path, path, change.path, before, content)


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.nieuw")
    try:
        half.write_text(text, "utf-8", newline="\n")
        half.replace(path)
    finally:
        with contextlib.suppress(OSError):
            half.unlink()
