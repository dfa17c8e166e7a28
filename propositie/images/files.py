"""Pictures as the rest of the program knows them: files, facts, and what is made of them."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import progress
from ..errors import PropositieError
from ..isolation import IsolationError, JobError, prepare, run_isolated
from .kinds import what_else

MAX_BYTES = 20_000_000
"""Bytes; no photo that people send is larger."""
SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".webp", ".svg",
    ".heic", ".heif", ".avif", ".gif", ".tif", ".tiff", ".bmp",
)  # fmt: skip
_TOGETHER = 64
"""Pictures that are described in one go."""
_REASONS = {
    "time": "Dit beeld is te ingewikkeld: het verwerken ervan houdt niet op. "
    "Bewaar het opnieuw als jpg of png.",
    "memory": "Dit beeld heeft te veel beeldpunten om te verwerken. Maak het kleiner.",
    "died": "Dit beeld is beschadigd of niet heel. Bewaar het opnieuw als jpg of png.",
}


class ImageError(PropositieError):
    """A picture that cannot be used; the text is a Dutch sentence."""

    path: Path | None = None
    """The file, when whoever raised this knew it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was learned of a picture: its size in pixels as it is shown, upright."""

    fingerprint: str = ""
    """Of its content."""
    width: int = 0
    height: int = 0
    has_alpha: bool = False
    """Whether one can see through it somewhere."""
    tells_place: bool = False
    """Whether the file holds the place on earth where it was taken."""
    is_animated: bool = False
    drawing: str = ""
    """The clean drawing, of an SVG."""
    error: str = ""
    """Why it cannot be used, in a Dutch sentence; empty when it can."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A file to be made of a photo."""

    width: int
    height: int
    format: str
    """`WEBP`, `JPEG` or `PNG`."""
    is_cropped: bool


class ImageMemory:
    """What was learned of pictures, by their content.

    Only what was asked for since it was made is written down: what is known of a picture that is
    gone goes too.
    """

    def __init__(self, known: Iterable[Facts] = ()) -> None:
        self._known = {facts.fingerprint: facts for facts in known}
        self._used: dict[str, Facts] = {}

    @classmethod
    def from_json(cls, raw: bytes | None) -> ImageMemory:
        """What `to_json` wrote down; a memory of nothing for anything else."""
        try:
            told = json.loads(raw or b"[]")
            return cls(_facts(str(one["fingerprint"]), one) for one in told)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()

    def to_json(self) -> bytes:
        """What is known of every picture that was asked for, as plain data."""
        return json.dumps([asdict(facts) for facts in self._used.values()]).encode()

    def begin(self) -> None:
        """From here on, what is not asked for again is not written down."""
        self._known |= self._used
        self._used = {}

    def expect(self, paths: Iterable[Path]) -> None:
        """Be told that somebody will ask of some of these files: when nothing is known yet, what
        looks at them is started meanwhile."""
        is_new = not self._known and not self._used
        if is_new and any(path.suffix.lower() in SUFFIXES for path in paths):
            prepare("describe")

    def facts(self, path: Path) -> Facts:
        """What is known of the picture in a file; what cannot be used says why."""
        return self.look_at([path])[path]

    def look_at(self, paths: Iterable[Path]) -> dict[Path, Facts]:
        """What is known of many pictures; those that are new are looked at together."""
        found: dict[Path, Facts] = {}
        new: dict[str, tuple[str, bytes]] = {}
        where: dict[Path, str] = {}
        for path in progress.counted("Beelden nakijken", list(paths)):
            try:
                raw = read_image(path)
            except ImageError as error:
                found[path] = Facts(error=str(error))
                continue
            kind = "svg" if is_svg(path) else "photo"
            where[path] = fingerprint = hashlib.sha256(kind.encode() + raw).hexdigest()
            if fingerprint not in self._known and fingerprint not in self._used:
                new[fingerprint] = kind, raw
            if len(new) >= _TOGETHER:
                self._learn(new)
                new.clear()
        self._learn(new)
        for path, fingerprint in where.items():
            facts = self._used.get(fingerprint) or self._known[fingerprint]
            self._used[fingerprint] = found[path] = facts
        return found

    def _learn(self, new: dict[str, tuple[str, bytes]]) -> None:
        if not new:
            return
        kinds, raws = zip(*new.values(), strict=True)
        try:
            told, _ = run_isolated("describe", list(kinds), raws)
            answers = [_facts(fingerprint, one) for fingerprint, one in zip(new, told, strict=True)]
        except (IsolationError, JobError, TypeError, ValueError) as error:
            if len(new) > 1:  # one of them spoils it for the others
                for fingerprint, one in new.items():
                    self._learn({fingerprint: one})
                return
            reason = error.reason if isinstance(error, IsolationError) else "died"
            answers = [Facts(next(iter(new)), error=_REASONS[reason])]
        self._known.update((facts.fingerprint, facts) for facts in answers)


def _facts(fingerprint: str, told: Any) -> Facts:
    """What the other process tells, as far as it makes sense."""
    fields = {name: type(value) for name, value in asdict(Facts()).items()}
    checked = {name: kind(told.get(name, kind())) for name, kind in fields.items()}
    return Facts(**{**checked, "fingerprint": fingerprint})


def is_svg(path: Path) -> bool:
    """Whether a picture is a drawing rather than pixels."""
    return path.suffix.lower() == ".svg"


def read_image(path: Path) -> bytes:
    """The bytes of a picture. Raises `ImageError` for what is no picture, too large or closed."""
    if path.suffix.lower() not in SUFFIXES:
        raise ImageError(_what_instead(path))
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ImageError("Dit beeld is groter dan 20 MB. Maak het kleiner.")
        return path.read_bytes()
    except OSError as error:
        raise ImageError("Dit beeld is niet te openen.") from error


def _what_instead(path: Path) -> str:
    """What a file is that has no name of a picture."""
    told = None
    if path.is_file():
        with contextlib.suppress(OSError), path.open("rb") as file:
            told = what_else(file.read(64))
    return told or "Dit soort bestand kan geen beeld zijn. Gebruik jpg, png, webp of svg."


def render(raw: bytes, renderings: Sequence[Rendering]) -> list[bytes]:
    """Unpack a photo once and make files of it: upright, in sRGB, without anything but pixels.

    Raises `ImageError` for a damaged one.
    """
    try:
        _, made = run_isolated("render", [asdict(r) for r in renderings], [raw])
    except JobError as error:
        raise ImageError(str(error) if error.is_told else _REASONS["died"]) from error
    except IsolationError as error:
        raise ImageError(_REASONS[error.reason]) from error
    if len(made) != len(renderings):
        raise ImageError(_REASONS["died"])
    return made
