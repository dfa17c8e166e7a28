"""Reading one file again as it would be, to see whether a mending mends."""

from __future__ import annotations

from dataclasses import replace

from ..huis import kinds
from ..huis.walk import replaced
from .layers import LayeredSource
from .loaded import LoadResult
from .problems import Problem
from .references import (
    find_dangling_references,
    find_dead_links,
    find_meant,
    named_by,
    places_of,
)
from .source import Source
from .thing import read_thing


def read_again(loaded: LoadResult, source: Source, content: bytes) -> LoadResult:
    """The house as it would be if one file held `content`; the problems are that file's only."""
    key, whole = next((k, s) for k, s in loaded.sources.items() if source in s.parts)
    changed = replace(source, instead=content, _lines=None, _locations=None)
    if isinstance(whole, LayeredSource):
        changed = LayeredSource.of([changed if p is source else p for p in whole.parts])
    sources = {**loaded.sources, key: changed}
    reading = read_thing(changed, kinds()[key[0]], key[1])
    things = {k: thing for k, thing in loaded.things.items() if k != key}
    problems: list[Problem] = [*reading.broken]
    if reading.thing is not None:
        things[key] = reading.thing
        named = {key: named_by(reading.thing)}
        meant = find_meant(named, sources, things)
        for path, id_ in meant.get(key, {}).items():
            things[key] = replaced(things[key], path, id_)
        problems += find_dangling_references(named, sources, meant)
        places = places_of(sources, things, loaded.published)
        problems += find_dead_links(named, sources, places)
    return replace(loaded, sources=sources, problems=problems, make_things=lambda: things)
