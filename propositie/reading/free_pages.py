"""Free pages: Markdown files of which only the fields that we know are read.

The host that renders them knows more of a head than we do; what it takes is never refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from ..finding import Location
from ..huis.fields import keys_of
from ..huis.paginas import KIND as PAGINAS
from .blog import DELIMITER, refuse_what_cannot_be
from .door import Admitted
from .errors import Mistake, Refusal, YamlError
from .names import copied_from, free_name, is_device, make_id, meant_name
from .problems import OddFile, Oddity
from .source import Source
from .tree import KeyPath, Seen, Tree, lines_of, parse_tree

_KEY = re.compile(r"""["']?[A-Za-z_][\w -]*["']?\s*:(?:\s|$)""")
"""How the first field of a head begins; a rule above a text is followed by something else."""
_OWN_KEYS = ("titel", "beschrijving", "title", "description")
_OWN_KEY = re.compile(rf"""["']?({"|".join(_OWN_KEYS)})["']?\s*:""", re.I)
"""How a field that we read begins, also when somebody forgot the space behind its colon."""
_OUR_FIELD = re.compile(r"(?:titel|beschrijving|zoekwoorden)\s*:\s*\S", re.I)
"""A field in our words; those of the host may stand without lines above and below them."""
_HEAD_LINE = re.compile(r"\s*(?:[-\u2010-\u2015\u2212_*=~]{2,}|[\u2012-\u2015])\s*")
"""What people put above fields, and word processors make of it."""
_HEAD_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_FOREIGN = {"title": "titel", "description": "beschrijving"}
"""What the host calls a field of ours."""


@dataclass(slots=True)
class PageSource(Source):
    """One free page: fields at the top, when it has them, and its text."""

    def text(self) -> str:
        """The fields at the top, and nothing without them; their lines count as in the file."""
        lines = lines_of(Source.text(self))
        end = _find_head_end(lines)
        head = "\n".join(["", *lines[1:end]]) if end else ""
        return "" if _only_host_reads(head) else head

    def own_fields(self, fields: dict[str, Tree], seen: Seen) -> dict[str, Tree]:
        """The fields that are ours; what was seen of others is forgotten."""
        known = [key for key in keys_of(PAGINAS.model) if key != "tekst"]
        seen.forget(lambda key: _ours(str(key)) not in known)
        seen.empty[:] = [entry for entry in seen.empty if entry[0][0] in known]
        result = {key: value for key, value in fields.items() if key in known}
        for key, value in fields.items():
            if (ours := _ours(key)) in known and value is not None:
                result.setdefault(ours, value)
        return result

    def complete(self, fields: dict[str, Tree]) -> dict[str, Tree]:
        """The fields, with the text from below them."""
        lines = lines_of(Source.text(self))
        start = _find_text(lines)
        refuse_what_cannot_be(lines, start)
        return {**fields, "tekst": "\n".join(lines[start:]).rstrip()}

    def location(self, path: KeyPath = (), *, key: bool = False, find: str = "") -> Location:
        """Where the value at `path` stands; the text begins below the fields."""
        lines = lines_of(Source.text(self))
        if path[:1] != ("tekst",):
            return Source.location(self, _as_written(lines, path), key=key, find=find)
        start = _find_text(lines)
        rows = enumerate(lines[start:], start)
        here = next((n for n, line in rows if (find or line.strip()) and find in line), start)
        column = lines[here].find(find) if here < len(lines) else 0
        return self.location_at(min(here, len(lines) - 1), max(column, 0), len(find) or 1)

    def location_of_link(
        self, path: KeyPath, line: int, column: int, length: int, address: str
    ) -> Location:
        """Where an address stands in the text of the page."""
        return self.location_at(_find_text(lines_of(Source.text(self))) + line, column, length)


def _ours(key: str) -> str:
    """How we call a field that somebody, or the host, calls `key`."""
    return _FOREIGN.get(key.lower(), key.lower())


def _as_written(lines: list[str], path: KeyPath) -> KeyPath:
    """The path of a field as it is called in the file."""
    keys = [found[1] for line in lines if (found := _OWN_KEY.match(line))]
    if not path or path[0] in keys:
        return path
    return (next((key for key in keys if _ours(key) == path[0]), path[0]), *path[1:])


def _find_text(lines: list[str]) -> int:
    """The number of the line on which the text of a page begins."""
    end = _find_head_end(lines)
    start = end + 1 if end else 0
    while start < len(lines) - 1 and not lines[start].strip():
        start += 1
    return start


def _find_head_end(lines: list[str]) -> int:
    """The number of the line that ends the fields; 0 without fields. Raises `YamlError` when they
    have no end."""
    if lines[0].rstrip() != DELIMITER:
        _refuse_almost_a_head(lines)
        return 0
    first = next((r for r in lines[1:] if r.strip() and not r.startswith("#")), "")
    end = next((n for n, r in enumerate(lines[1:], 1) if _HEAD_END.fullmatch(r)), 0)
    if not (_KEY.match(first) or _OWN_KEY.match(first)):
        return 0
    if not end:
        raise YamlError(Refusal(Mistake.OPEN_HEAD, 0, 0, len(DELIMITER), (DELIMITER,)))
    return end


def _refuse_almost_a_head(lines: list[str]) -> None:
    """Raise for fields that would be published as text, for what stands above them."""
    above = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if _OUR_FIELD.match(lines[above]):
        length = len(lines[above].rstrip())
        raise YamlError(Refusal(Mistake.BARE_FIELDS, above, 0, length, (DELIMITER,)))
    below = next((line for line in lines[above + 1 :] if line.strip()), "")
    line = lines[above].rstrip()
    if not (_HEAD_LINE.fullmatch(line) and _OWN_KEY.match(below)):
        return
    mistake = Mistake.LATE_HEAD if line == DELIMITER else Mistake.ODD_HEAD_LINE
    start = len(line) - len(line.lstrip())
    raise YamlError(Refusal(mistake, above, start, len(line) - start, (DELIMITER,)))


_PAGE_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*|README")
"""How a page is called whose address people can say and type."""
_OTHER_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd")
"""How MkDocs knows a page as well."""


def odd_page(file: Admitted) -> list[OddFile]:
    """What is odd about the name of a page."""
    path = file.path
    original = copied_from(path.stem)
    if original and path.with_name(f"{make_id(original)}.md").exists():
        twin = f"{make_id(original)}.md"
        return [OddFile(Oddity.COPY, path, file.shown_as, twin=twin)]
    if _PAGE_NAME.fullmatch(path.stem) and not is_device(path.stem):
        return []
    free = make_id(path.stem)
    return [OddFile(Oddity.UNUSABLE_PAGE_ID, path, file.shown_as, free_id=free)]


def no_page(file: Admitted) -> OddFile | None:
    """What a file is that was meant to be a page; None for any other."""
    path = file.path
    if meant := meant_name(path.name):
        return OddFile(
            Oddity.HIDDEN_SUFFIX, path, file.shown_as, free_id=free_name(path, meant), twin=meant
        )
    if path.suffix.lower() in _OTHER_SUFFIXES or path.suffix == ".MD":
        return OddFile(Oddity.OTHER_MARKDOWN, path, file.shown_as, free_id=make_id(path.stem))
    return None


_LOST = (Mistake.LEADING_HASH, Mistake.HASH_IN_TEXT)
"""By which a value, or its end, is gone without a word."""


def _is_ours(lines: list[str], number: int | None) -> bool:
    """Whether a field that we read stands on a line."""
    return number is not None and number < len(lines) and _OWN_KEY.match(lines[number]) is not None


def _only_host_reads(head: str) -> bool:
    """Whether a head is good YAML of a sort that ours does not have, such as an anchor."""
    try:
        parse_tree(head)
    except YamlError as error:
        if error.refusal.mistake in _LOST and _is_ours(head.splitlines(), error.refusal.line):
            return False
        try:
            return isinstance(yaml.load(head, yaml.CBaseLoader), dict)
        except yaml.YAMLError:
            return False
    return False
