"""YAML text → a tree, as fast as the parser's events go, for a text with nothing odd in it.

Whatever asks for a second look ends it: a value that is empty, a key given twice, a sign of YAML's
own, a mistake. Then `tree` reads the text again, and says what it thinks of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from .suspicious import CONTROL_CHARACTER, TRAILING_HASH

if TYPE_CHECKING:
    from .tree import Tree

_FRAME = frozenset({StreamStartEvent, DocumentStartEvent, DocumentEndEvent})
"""What stands around a document."""


def parse_plain(text: str, max_depth: int) -> dict[str, Tree] | None:
    """The fields in a text; None when something in it asks for a second look."""
    if " #" in text and TRAILING_HASH.search(text):
        return None
    try:
        return _build(text, max_depth)
    except yaml.YAMLError:
        return None


def _build(text: str, max_depth: int) -> dict[str, Tree] | None:
    """Build the tree. The loop is tight: it turns a million times in a large house."""
    next_: Callable[[], Any] = CParser(text).get_event
    here: Any = None
    """The list or mapping under construction."""
    key: str | None = None
    """The key whose value comes next."""
    around: list[tuple[Any, str | None]] = []
    root: Any = None
    documents = 0
    while (kind := type(event := next_())) is not StreamEndEvent:
        if kind is ScalarEvent:
            value: str = event.value
            if not value or event.anchor is not None or event.tag is not None:
                return None
            is_quoted = event.style
            if is_quoted == '"' and CONTROL_CHARACTER.search(value):
                return None
            if type(here) is dict:
                if key is None:
                    key = value.strip()
                    if not key or key in here:
                        return None
                    continue
                here[key] = value
                key = None
            elif here is None:
                return None
            else:
                here.append(value)
            if not is_quoted and " - " in value:
                return None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None or len(around) >= max_depth:
                return None
            if key is None and type(here) is dict:
                return None
            around.append((here, key))
            here = {} if kind is MappingStartEvent else []
            key = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not here:
                return None
            done = here
            here, key = around.pop()
            if type(here) is dict:
                here[key] = done
                key = None
            elif here is None:
                root = done
            else:
                here.append(done)
        elif kind not in _FRAME:
            return None
        else:
            documents += kind is DocumentStartEvent
    return root if documents == 1 and type(root) is dict else None
