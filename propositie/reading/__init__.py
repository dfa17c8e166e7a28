"""Reading: a folder of YAML → a `Huis`, or every mistake in it as data, with its place.

A `Reader` is the only door; `load_huis` is one that reads once. Scalars are read as text and the
models decide; places are looked up only for what turns out to be wrong. What to say of a mistake is
for `explaining`.
"""

from .again import read_again
from .blog import PagesFolder
from .garbage import pause_gc
from .held import digest_of_words
from .layers import Layer
from .loaded import LoadResult
from .names import make_id
from .reader import Reader, load_huis
from .source import Source

__all__ = [
    "Layer",
    "LoadResult",
    "PagesFolder",
    "Reader",
    "Source",
    "digest_of_words",
    "load_huis",
    "make_id",
    "pause_gc",
    "read_again",
]
