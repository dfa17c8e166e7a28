"""The example house: one thing of each kind with every field filled in, all of it invented.

Templates, schemas and the handbook show it; a test reads it as any house is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..huis import kinds
from ..reading.tree import Tree, parse_tree

EXAMPLE_FOLDER = Path(__file__).parent
"""The folder with the example house in `huis/`, and its posts in `paginas/blog/`."""


def example_path(kind: str) -> Path:
    """The file of the fullest example of a kind (`medewerkers`, `organisatie`, `berichten`)."""
    declared = kinds()[kind]
    if declared.is_markdown:
        return _fullest(EXAMPLE_FOLDER / "paginas" / declared.folder)
    huis = EXAMPLE_FOLDER / "huis"
    return huis / f"{kind}.yml" if declared.is_single else _fullest(huis / kind)


def _fullest(folder: Path) -> Path:
    files = (path for path in folder.iterdir() if path.is_file())
    return max(files, key=lambda path: path.stat().st_size)


def example_text(kind: str) -> str:
    """The text of the example file of a kind."""
    return example_path(kind).read_text("utf-8")


@cache
def example_of(kind: str) -> Mapping[str, Tree]:
    """The values of the example of a kind, by key; every scalar is the text that was written.

    Of Markdown: the fields at its top, and what stands below them as `tekst`.
    """
    text, body = example_text(kind), ""
    if kinds()[kind].is_markdown:
        _, text, body = text.split("---\n", 2)
    tree = parse_tree(text)
    assert isinstance(tree, dict)
    return {**tree, "tekst": body.strip()} if body else tree
