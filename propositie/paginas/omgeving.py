"""How templates are rendered: escaped, strict about names, and compiled once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..uitvoer.cache import Cache, sleutel_van
from .opmaak import FILTERS


def maak_omgeving(sjabloonmappen: Sequence[Path], cache: Cache) -> Environment:
    """An environment for the templates in `sjabloonmappen`, nearest first.

    A name that does not exist is an error, and all text is escaped. `cache` keeps the compiled
    templates: compiling them takes longer than a preview may.
    """
    omgeving = Environment(
        loader=FileSystemLoader(sjabloonmappen),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Bewaard(cache),
    )
    omgeving.filters.update(FILTERS)
    return omgeving


class Bewaard(BytecodeCache):
    """Keeps compiled templates under their source; Jinja itself checks the Python version."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` when this source was compiled before."""
        bewaard = self._cache.haal(self._sleutel(bucket))
        if bewaard is not None:
            bucket.bytecode_from_string(bewaard)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._cache.bewaar(self._sleutel(bucket), bucket.bytecode_to_string())

    def _sleutel(self, bucket: Bucket) -> str:
        return sleutel_van("sjabloon", bucket.key, bucket.checksum)
