"""How templates are rendered: escaped, strict about names, and compiled once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..output.cache import Cache, make_key
from .formatting import FILTERS


def make_environment(template_dirs: Sequence[Path], cache: Cache) -> Environment:
    """An environment for the templates in `template_dirs`, nearest first.

    A name that does not exist is an error, and all text is escaped. `cache` keeps the compiled
    templates: compiling them takes longer than a preview may.
    """
    environment = Environment(
        loader=FileSystemLoader(template_dirs),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=TemplateCache(cache),
    )
    environment.filters.update(FILTERS)
    return environment


class TemplateCache(BytecodeCache):
    """Keeps compiled templates under their source; Jinja itself checks the Python version."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` when this source was compiled before."""
        stored = self._cache.get(self._make_key(bucket))
        if stored is not None:
            bucket.bytecode_from_string(stored)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._cache.save(self._make_key(bucket), bucket.bytecode_to_string())

    def _make_key(self, bucket: Bucket) -> str:
        return make_key("sjabloon", bucket.key, bucket.checksum)
