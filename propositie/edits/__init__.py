"""Edits: a change to a file as data, and the one engine that carries changes out.

What lies between two edits stays as it was, byte for byte: comments, quotes, line endings, a mark
at the start. Several files change together, or not at all.
"""

from .edit import Certainty, Edit, Fix, Point, digest_of
from .engine import ChangedMeanwhile, EditError, NotWritable, OverlapError, apply_to_bytes
from .text import TextEdit, apply_edits, line_starts, smallest_edit
from .write import FileChange, write_all

__all__ = [
    "Certainty",
    "ChangedMeanwhile",
    "Edit",
    "EditError",
    "FileChange",
    "Fix",
    "NotWritable",
    "OverlapError",
    "Point",
    "TextEdit",
    "apply_edits",
    "apply_to_bytes",
    "digest_of",
    "line_starts",
    "smallest_edit",
    "write_all",
]
