"""The values in a file as they were written, each with its field, wrong ones too."""

from __future__ import annotations

from collections.abc import Mapping

from ..edits import line_starts
from ..huis import kinds
from ..huis.berichten import KIND as BERICHTEN
from ..huis.fields import Field, fields_of
from ..reading import Source
from ..reading.blog import ENGLISH
from ..reading.errors import YamlError
from ..reading.tree import Tree, parse_tree


def fields_in(source: Source) -> Mapping[str, Tree]:
    """The fields of a file as they were written; none when it cannot be read."""
    try:
        tree = parse_tree(source.text())
    except YamlError:
        return {}
    return tree if isinstance(tree, dict) else {}


def former_names(source: Source) -> list[str]:
    """The old names that stand in a file; none when it cannot be read."""
    return names_in(fields_in(source))


def names_in(tree: Mapping[str, Tree]) -> list[str]:
    """The old names among the fields of a thing."""
    value = tree.get("vroeger", [])
    return [str(w) for w in (value if isinstance(value, list) else [value])]


def fields_by_key(kind: str) -> Mapping[str, Field]:
    """The fields of a kind by key; those of a post also under what other programs call them."""
    fields = {v.key: v for v in fields_of(kinds()[kind].model)}
    if kinds()[kind] is BERICHTEN:
        fields |= {english: fields[ours] for english, ours in ENGLISH.items()}
    return fields


def yaml_end(text: str, kind: str) -> int:
    """Where the YAML in a file ends: at its end, or at the second line of dashes in a post."""
    if not kinds()[kind].is_markdown:
        return len(text)
    starts = line_starts(text)
    lines = [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return starts[lines.index("---", 1)]
