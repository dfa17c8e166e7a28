"""Posts: Markdown files with a few fields between dashes at the top.

The fields are read by the same parser as the house, so that every message points at its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

from ..finding import Location
from ..huis.as_meant import is_underlined
from ..huis.berichten import BLOG
from ..huis.markdown import read_markdown
from ..images import SUFFIXES
from .door import Admitted
from .errors import Mistake, Refusal, YamlError
from .names import copied_from, free_name, is_id, make_id, meant_name
from .problems import OddFile, Oddity
from .source import Source
from .suspicious import refuse_turning
from .tree import KeyPath, Tree, lines_of

DELIMITER = "---"
INDEX_PAGE = "index.md"
"""Free words for the overview itself; not a post."""

ENGLISH: Mapping[str, str] = {
    "author": "auteur",
    "authors": "auteur",
    "date": "datum",
    "description": "beschrijving",
    "draft": "concept",
    "title": "titel",
}
"""What other programs call a field; who brings posts along need not rename them."""

_CONFLICT = re.compile(r"<{7}(?: |$)|>{7}(?: |$)")
"""The marks that Git leaves where two people changed the same lines."""
_TITLE = re.compile(r"(?:titel|title)\s*:\s*(\S.*)", re.I)
"""A title among the fields: a heading below them that says something else is one of the text."""
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PagesFolder:
    """The folder with free pages, or one below it, and how staff know it."""

    path: Path
    shown_as: str

    @classmethod
    def beside(cls, huis_folder: Path, shown_as: str) -> PagesFolder:
        """The folder beside a house: `site_src/huis` → `site_src/paginas`."""
        return cls(huis_folder / ".." / "paginas", normpath(f"{shown_as}/../paginas"))

    @property
    def blog(self) -> PagesFolder:
        """The folder with posts."""
        return PagesFolder(self.path / BLOG, f"{self.shown_as}/{BLOG}")


@dataclass(slots=True)
class BlogSource(Source):
    """One post: the fields at the top are YAML, what follows is its text."""

    def text(self) -> str:
        """The fields at the top; their lines count as in the file."""
        lines = lines_of(Source.text(self))
        return "\n".join(lines[: _find_fields_end(lines)])

    def complete(self, fields: dict[str, Tree]) -> dict[str, Tree]:
        """The fields under their Dutch names, with the title and text from below the dashes."""
        if "tekst" in fields:
            raise YamlError(Refusal(Mistake.TEXT_IN_HEAD, 1))
        result = {n: w for n, w in fields.items() if ENGLISH.get(n) in {None, *fields}}
        result |= {ENGLISH[n]: w for n, w in fields.items() if n not in result}
        lines = lines_of(Source.text(self))
        body = _split_body(lines)
        refuse_what_cannot_be(lines, _find_fields_end(lines) + 1)
        if body.heading:
            result.setdefault("titel", body.heading)
        if body.text:
            result["tekst"] = body.text
        return result

    def location(self, path: KeyPath = (), *, key: bool = False, find: str = "") -> Location:
        """Where the value at `path` stands; a word of the text is looked up below the dashes."""
        if path[:1] == ("tekst",):
            return self._locate_in_text(find)
        position = Source.location(self, path, key=key, find=find)
        other_names = [name for name, ours in ENGLISH.items() if path[:1] == (ours,)]
        for name in other_names if not position.line else []:
            position = Source.location(self, (name, *path[1:]), key=key, find=find)
            if position.line:
                break
        return position

    def location_in_text(self, line: int, column: int, length: int) -> Location:
        """The place at a line and column of the text itself."""
        body = _split_body(lines_of(Source.text(self)))
        return self.location_at(body.first_line + line, column + body.indent(line), length)

    def location_of_link(
        self, path: KeyPath, line: int, column: int, length: int, address: str
    ) -> Location:
        """Where an address stands in the text of the post."""
        return self.location_in_text(line, column, length)

    def _locate_in_text(self, word: str) -> Location:
        lines = lines_of(Source.text(self))
        start = _find_fields_end(lines) + 1
        for number, line in enumerate(lines[start:], start):
            if word and word in line:
                return self.location_at(number, line.index(word), len(word))
        return self.location_at(min(start, len(lines) - 1))


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands below the fields of a post: a heading, when it begins with one, and the text."""

    heading: str
    text: str
    first_line: int
    """The line of the file on which the text begins."""
    first_indent: int
    """How far its first line goes in there."""

    def indent(self, line: int) -> int:
        """How much further to the right a line of the text stands in the file."""
        return 0 if line else self.first_indent


def _split_body(lines: list[str]) -> _Body:
    end = _find_fields_end(lines)
    titles = [match[1].strip(" \"'") for line in lines[:end] if (match := _TITLE.match(line))]
    start = _skip_blank(lines, end + 1)
    heading = ""
    found = read_markdown("\n".join(lines[start : start + 2])).headings
    if found and found[0].level == 1 and found[0].line == 0 and found[0].words:
        is_drawn = found[0].end == 1 or is_underlined(lines[start], lines[start + 1].strip())
        is_title = not titles or titles[0].casefold() == found[0].words.casefold()
        heading = found[0].words if is_drawn and is_title else ""
    if heading:
        start = _skip_blank(lines, start + found[0].end)
    text = "\n".join(lines[start:])
    return _Body(heading, text.strip(), start, len(text) - len(text.lstrip()))


def _skip_blank(lines: list[str], start: int) -> int:
    """The first line from `start` on that holds something."""
    while start < len(lines) and not lines[start].strip():
        start += 1
    return start


def refuse_what_cannot_be(lines: list[str], start: int) -> None:
    """Raise for what no text of Markdown can hold: the marks of Git, and odd characters from the
    line `start` on."""
    for number, line in enumerate(lines):
        if _CONFLICT.match(line):
            raise YamlError(Refusal(Mistake.CONFLICT, number, 0, len(line.rstrip())))
    refuse_turning("\n".join(lines))
    for number, line in enumerate(lines[start:], start):
        if foreign := _CONTROL_CHARACTER.search(line):
            raise YamlError(Refusal(Mistake.ODD_CHARACTER_IN_TEXT, number, foreign.start()))


def _find_fields_end(lines: list[str]) -> int:
    """The number of the line that ends the fields. Raises `YamlError` when there is none."""
    if lines[0].rstrip() != DELIMITER:
        length = max(1, len(lines[0].rstrip()))
        raise YamlError(Refusal(Mistake.NO_HEAD, 0, 0, length, (DELIMITER,)))
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == DELIMITER:
            return number
    raise YamlError(Refusal(Mistake.OPEN_HEAD, 0, 0, len(DELIMITER), (DELIMITER,)))


def place_beside_posts(file: Admitted) -> BlogSource | OddFile | None:
    """What a file in the folder with posts is: a post, something odd, or None for a picture."""
    path, below = file.path, file.folder.removeprefix(BLOG).lstrip("/")
    if not below and path.suffix == ".md" and is_id(path.stem):
        return BlogSource(path, file.shown_as)
    if not below and path.suffix.lower() in SUFFIXES:
        return None
    return _unpublished(path, file.shown_as, below)


def _unpublished(path: Path, label: str, below: str) -> OddFile:
    """A file that is not published as a post, and why."""
    if meant := meant_name(path.name):
        return OddFile(
            Oddity.HIDDEN_SUFFIX, path, label, free_id=free_name(path, meant), twin=meant
        )
    if path.suffix.lower() not in {".md", ".markdown"}:
        return OddFile(Oddity.UNREAD_BESIDE_POSTS, path, label)
    if below:
        return OddFile(Oddity.POST_TOO_DEEP, path, label)
    original = copied_from(path.stem)
    if original and path.with_name(f"{make_id(original)}.md").exists():
        return OddFile(Oddity.COPY, path, label, twin=f"{make_id(original)}.md")
    return OddFile(Oddity.UNUSABLE_POST_ID, path, label, free_id=make_id(path.stem))
