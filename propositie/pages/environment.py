"""How templates are rendered: escaped, strict about names, and compiled once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..output.cache import Cache, make_key
from .formatting import FILTERS


def make_environment(
    template_dirs: Sequence[Path], cache: Cache, *, keep_spaces: bool = False
) -> Environment:
    """An environment for the templates in `template_dirs`, nearest first.

    `keep_spaces` leaves the spaces around a tag as they were typed.

    A name that does not exist is an error, and all text is escaped. `cache` keeps the compiled
    templates: compiling them takes longer than a preview may.
    """
    environment = Environment(
        loader=FileSystemLoader(template_dirs),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=not keep_spaces,
        lstrip_blocks=not keep_spaces,
        auto_reload=False,
        bytecode_cache=TemplateCache(cache, f"streng {keep_spaces}"),
    )
    environment.filters.update(FILTERS)
    return environment


_COMPILED: dict[str, CodeType] = {}
"""What this process compiled or loaded: a preview makes its environment anew at each save."""


class TemplateCache(BytecodeCache):
    """Keeps compiled templates under their source; Jinja itself checks the Python version.

    `settings` tells one environment from another: the same source compiles otherwise in each.
    """

    def __init__(self, cache: Cache, settings: str) -> None:
        self._cache = cache
        self._settings = settings

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` when this source was compiled before."""
        key = self._make_key(bucket)
        if key in _COMPILED:
            bucket.code = _COMPILED[key]
            return
        stored = self._cache.get(key)
        if stored is not None:
            bucket.bytecode_from_string(stored)
            self._keep(key, bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        key = self._make_key(bucket)
        self._cache.save(key, bucket.bytecode_to_string())
        self._keep(key, bucket)

    def _keep(self, key: str, bucket: Bucket) -> None:
        if bucket.code is not None:
            _COMPILED[key] = bucket.code

    def _make_key(self, bucket: Bucket) -> str:
        return make_key("sjabloon", self._settings, bucket.key, bucket.checksum)
