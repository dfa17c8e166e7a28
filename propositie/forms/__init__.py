"""Forms in the browser: a page on which staff change the house without ever seeing YAML.

The editor is Sveltia CMS, served by the site itself; it works straight on the repository, so
there is no server. Its forms follow from the models, and our own format writes a file back with
only the change in it. `form_files` is the only door.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from ..output.cache import Cache
from ..output.output_file import OutputFile
from .chapters import chapter_files
from .config import FormsConfig, config, form_of
from .packages import LANGUAGE_FILE, PackageError, package_files
from .polite import with_u

__all__ = ["ADDRESS", "FormsConfig", "PackageError", "form_files", "form_of"]

ADDRESS = "beheer/"
"""Where the page is, under the root of the site."""


def form_files(forms: FormsConfig, store: Cache) -> Iterator[OutputFile]:
    """Every file of the page. Raises `PackageError` when what it stands on cannot be had."""
    here = files(__package__)
    for address, content in package_files(store):
        if address == LANGUAGE_FILE:
            words = json.loads(here.joinpath("words.json").read_text("utf-8"))
            content = _json(_with_words(_politely(json.loads(content)), words))
        yield OutputFile(ADDRESS + address, content)
    for source in here.joinpath("page").iterdir():
        yield OutputFile(ADDRESS + source.name, source.read_bytes())
    yield OutputFile(f"{ADDRESS}instelling.json", _json(config(forms)))
    yield from chapter_files(ADDRESS)


def _politely(language: dict[str, Any]) -> dict[str, Any]:
    """The Dutch of the editor with the `u` of all our messages."""
    return {
        name: _politely(word) if isinstance(word, dict) else with_u(word)
        for name, word in language.items()
    }


def _with_words(language: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """The Dutch of the editor, with the words that it has no Dutch for yet."""
    merged = dict(language)
    for name, word in words.items():
        old = merged.get(name, {})
        merged[name] = _with_words(old, word) if isinstance(word, dict) else word
    return merged


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
