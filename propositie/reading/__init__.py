"""Reading: a folder of YAML → a `Huis`, or every mistake in it as data, with its place.

`load_huis` is the only door. The fast path reads scalars as text and lets the models decide;
places are looked up only for what turns out to be wrong. What to say of a mistake is for
`explaining`.
"""

from .blog import PagesFolder
from .folder import make_id
from .layers import Layer
from .load import LoadResult, load_huis, pause_gc, read_again
from .source import Source

__all__ = [
    "Layer",
    "LoadResult",
    "PagesFolder",
    "Source",
    "load_huis",
    "make_id",
    "pause_gc",
    "read_again",
]
