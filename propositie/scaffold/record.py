"""The record of what was written for an organisation, so that a later version can tell what the
organisation itself changed since."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..reading.errors import YamlError
from ..reading.tree import parse_tree
from .start_files import EARLIER, LOCK, OWN_REQUIREMENT, START, start_files

RECORD = ".propositie.json"
"""Where the record stands, seen from the folder of the organisation."""
_ABOUT = "Hierin staat wat propositie schreef. Daaraan ziet propositie bijwerken wat van jullie is."
_DIGESTS_ONLY = (LOCK, OWN_REQUIREMENT)
"""Of these only is told whether somebody changed them: nobody merges hashes by hand."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was written: the name of the organisation, and each file by path."""

    naam: str
    texts: Mapping[str, str]
    digests: Mapping[str, str]
    """Of files whose text is not kept."""

    def base_of(self, path: str, now: str) -> str | None:
        """The text of a file as it was written; None when it is not known or, of a file whose text
        is not kept, when it is another `now`."""
        if path in self.texts:
            return self.texts[path]
        return now if self.digests.get(path) == _digest(now) else None

    def knows(self, path: str) -> bool:
        """Whether a file was written."""
        return path in self.texts or path in self.digests


def make_record(naam: str, files: Mapping[str, str]) -> Record:
    """The record of files that were just written."""
    return Record(
        naam,
        {path: text for path, text in files.items() if path not in _DIGESTS_ONLY},
        {path: _digest(text) for path, text in files.items() if path in _DIGESTS_ONLY},
    )


def write_record(record: Record) -> str:
    """A record as the text that is kept."""
    content = {
        "uitleg": _ABOUT,
        "versie": version("propositie"),
        "naam": record.naam,
        "geschreven": dict(sorted(record.texts.items())),
        "kenmerken": dict(sorted(record.digests.items())),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_record(folder: Path) -> Record:
    """The record in a folder; what the first version wrote when there is none, or none that can be
    read."""
    try:
        raw = json.loads((folder / RECORD).read_text("utf-8"))
        naam, texts, digests = raw["naam"], raw["geschreven"], raw["kenmerken"]
        return Record(str(naam), _words(texts), _words(digests))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _first_record(folder)


def _words(raw: Any) -> Mapping[str, str]:
    return {str(key): str(value) for key, value in raw.items()}


def _first_record(folder: Path) -> Record:
    naam = _name_in(folder)
    earliest = min(EARLIER.iterdir(), default=START)
    texts = {path: text for path, text in start_files(naam, earliest) if path != LOCK}
    # Its lock was two lines and a requirement; what is there now counts as that.
    digests = {LOCK: _digest(_text_of(folder / LOCK))} if _is_first_lock(folder) else {}
    return Record(naam, texts, digests)


def _is_first_lock(folder: Path) -> bool:
    return "--hash" not in _text_of(folder / LOCK)


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _name_in(folder: Path) -> str:
    """The name of the organisation, as its settings have it; empty when they do not say."""
    line = re.search(r"^site_name:.*$", _text_of(folder / "mkdocs.yml"), re.M)
    try:
        settings = parse_tree(line[0]) if line else None
    except YamlError:
        settings = None
    return str(settings.get("site_name", "")) if isinstance(settings, dict) else ""


def _digest(text: str) -> str:
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()
