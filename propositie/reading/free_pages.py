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
from .blog import DELIMITER
from .errors import Mistake, Refusal, YamlError
from .source import Source
from .suspicious import refuse_turning
from .tree import KeyPath, Seen, Tree, lines_of, parse_tree

_KEY = re.compile(r"""["']?[A-Za-z_][\w -]*["']?\s*:(?:\s|$)""")
"""How the first field of a head begins; a rule above a text is followed by something else."""
_HEAD_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_FOREIGN = {"title": "titel", "description": "beschrijving"}
"""What the host calls a field of ours."""


@dataclass(slots=True)
class PageSource(Source):
    """One free page: fields at the top, when it has them, and its text."""

    def text(self) -> str:
        """The fields at the top, and nothing without them; their lines count as in the file."""
        lines = lines_of(Source.text(self))
        head = "\n".join(lines[: _find_head_end(lines)])
        return "" if _only_host_reads(head) else head

    def own_fields(self, fields: dict[str, Tree], seen: Seen) -> dict[str, Tree]:
        """The fields that are ours; what was seen of others is forgotten."""
        known = [key for key in keys_of(PAGINAS.model) if key != "tekst"]
        seen.forget(lambda key: key not in known)
        result = {key: value for key, value in fields.items() if key in known}
        for foreign, ours in _FOREIGN.items():
            if isinstance(value := fields.get(foreign), str):
                result.setdefault(ours, value)
        return result

    def complete(self, fields: dict[str, Tree]) -> dict[str, Tree]:
        """The fields, with the text from below them."""
        lines = lines_of(Source.text(self))
        refuse_turning("\n".join(lines))
        end = _find_head_end(lines)
        return {**fields, "tekst": "\n".join(lines[end + 1 if end else 0 :]).strip()}

    def location(self, path: KeyPath = (), *, key: bool = False, find: str = "") -> Location:
        """Where the value at `path` stands; the text begins below the fields."""
        if path[:1] != ("tekst",):
            return Source.location(self, path, key=key, find=find)
        lines = lines_of(Source.text(self))
        end = _find_head_end(lines)
        start = end + 1 if end else 0
        rows = enumerate(lines[start:], start)
        here = next((n for n, line in rows if (find or line.strip()) and find in line), start)
        column = lines[here].find(find) if here < len(lines) else 0
        return self.location_at(min(here, len(lines) - 1), max(column, 0), len(find) or 1)


def _find_head_end(lines: list[str]) -> int:
    """The number of the line that ends the fields; 0 without fields. Raises `YamlError` when they
    have no end."""
    if lines[0].rstrip() != DELIMITER:
        return 0
    first = next((r for r in lines[1:] if r.strip() and not r.startswith("#")), "")
    end = next((n for n, r in enumerate(lines[1:], 1) if _HEAD_END.fullmatch(r)), 0)
    if not _KEY.match(first):
        return 0
    if not end:
        raise YamlError(Refusal(Mistake.OPEN_HEAD, 0, 0, len(DELIMITER), (DELIMITER,)))
    return end


def _only_host_reads(head: str) -> bool:
    """Whether a head is good YAML of a sort that ours does not have, such as an anchor."""
    try:
        parse_tree(head)
    except YamlError:
        try:
            return isinstance(yaml.load(head, yaml.CBaseLoader), dict)
        except yaml.YAMLError:
            return False
    return False
