"""What each setting of MkDocs has to look like (its documentation, Configuration), and what to
write when one does not: MkDocs would refuse it in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from .names import find_nearest
from .words import did_you_mean, shorten

UNREAD = object()
"""A value that only MkDocs understands, such as `!ENV SITE_URL`."""


class Shape(NamedTuple):
    """What a setting may be, and the end of the sentence that says so."""

    fits: Callable[[object], bool]
    sentence: str


def _is_address(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"(https?://[^/\s]+.*)?", value))


def _is_host(value: object) -> bool:
    match = re.fullmatch(r"[^\s:/]+:(\d{1,5})", str(value))
    return match is not None and int(match[1]) <= 65535


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


_TEXT = Shape(lambda v: isinstance(v, str), "hoort een tekst. Zet hem tussen aanhalingstekens.")
_YES_NO = Shape(lambda v: isinstance(v, bool), "hoort true of false.")
_DASHES = "hoort een lijst: zet elk deel op een eigen regel met een streepje."
_LIST = Shape(lambda v: isinstance(v, list), _DASHES)
_TEXTS = Shape(_is_texts, _DASHES)
_SCRIPTS = Shape(
    lambda v: isinstance(v, list) and all(isinstance(part, str | dict) for part in v),
    _DASHES,
)
_NAMES = Shape(lambda v: isinstance(v, list | dict), _DASHES)
_GROUP = Shape(lambda v: isinstance(v, dict), "horen regels als naam: waarde, elk ingesprongen.")
_ADDRESS = Shape(_is_address, "hoort een heel adres, zoals https://www.organisatie.nl/")
_HOST = Shape(_is_host, "hoort een plek op deze computer, zoals 127.0.0.1:8000")
_THEME = Shape(
    lambda v: isinstance(v, str) or (isinstance(v, dict) and isinstance(v.get("name", ""), str)),
    "hoort: theme: {name: propositie}",
)
_LINES = Shape(lambda v: isinstance(v, str), "hoort een tekst met elke naam op een eigen regel.")

SHAPES: Mapping[str, Shape] = {
    "site_name": _TEXT, "site_url": _ADDRESS, "site_description": _TEXT, "site_author": _TEXT,
    "site_dir": _TEXT, "docs_dir": _TEXT, "copyright": _TEXT, "repo_url": _ADDRESS,
    "repo_name": _TEXT, "edit_uri": _TEXT, "edit_uri_template": _TEXT, "remote_branch": _TEXT,
    "remote_name": _TEXT, "dev_addr": _HOST, "use_directory_urls": _YES_NO, "strict": _YES_NO,
    "nav": _LIST, "extra_css": _TEXTS, "extra_javascript": _SCRIPTS, "extra_templates": _TEXTS,
    "markdown_extensions": _NAMES, "plugins": _NAMES, "hooks": _TEXTS, "watch": _TEXTS,
    "extra": _GROUP, "mdx_configs": _GROUP, "validation": _GROUP, "theme": _THEME,
    "exclude_docs": _LINES, "draft_docs": _LINES, "not_in_nav": _LINES, "INHERIT": _TEXT,
}  # fmt: skip
"""Every setting that MkDocs knows."""


def find_misshapen(settings: Mapping[Any, Any], folder: Path) -> Iterator[tuple[str, str]]:
    """The known settings that MkDocs could not take, each with a sentence of what to do.

    `folder` is where the file with the settings lies. A setting without a value, or with one that
    is `UNREAD`, counts as left out.
    """
    for key, value in settings.items():
        shape = SHAPES.get(str(key))
        if shape and value is not None and value is not UNREAD and not shape.fits(value):
            ending = _ask_for_whole_address(str(key), value) or shape.sentence
            yield str(key), f'Bij "{key}" {ending}'
    yield from _find_missing_files(settings, folder)
    yield from _find_unknown_names(settings)
    yield from _find_nested_folders(settings, folder)


def _ask_for_whole_address(key: str, value: object) -> str:
    """What to write for an address that lacks nothing but https://; else empty."""
    is_host = SHAPES[key] is _ADDRESS and re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", str(value))
    return f"hoort een heel adres. Schrijf: {key}: https://{value}" if is_host else ""


def _find_missing_files(settings: Mapping[Any, Any], folder: Path) -> Iterator[tuple[str, str]]:
    """Files that MkDocs would look for in vain."""
    base = settings.get("INHERIT")
    if isinstance(base, str) and not (folder / base).is_file():
        yield (
            "INHERIT",
            f'Het bestand "{shorten(base)}" bij INHERIT is er niet. Meestal is het mkdocs.yml.',
        )
    for key, what in (("hooks", "Het bestand"), ("watch", "De map")):
        named = settings.get(key)
        for part in named if isinstance(named, list) and _is_texts(named) else ():
            if not (folder / part).exists():
                yield key, f'{what} "{shorten(part)}" bij {key} is er niet. Haal de regel weg.'
    theme = settings.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    if isinstance(own, str) and not (folder / own).is_dir():
        yield (
            "custom_dir",
            f'De map "{shorten(own)}" bij custom_dir is er niet. Maak de map, of haal custom_dir '
            "weg.",
        )


def _find_unknown_names(settings: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """Themes and extensions that are not installed."""
    theme = settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if isinstance(name, str) and name != "propositie":  # to look for it takes a while
        known = {point.name for point in entry_points(group="mkdocs.themes")}
        if name not in known:
            hint = did_you_mean(find_nearest(name, sorted(known)))
            sentence = f'Het thema "{shorten(name)}" is er niet.{hint}'
            yield "theme", f"{sentence} Schrijf: theme: {{name: propositie}}"
    given = settings.get("markdown_extensions")
    parts = given if isinstance(given, list | dict) else ()
    for part in parts:
        for extension in part if isinstance(part, dict) else (part,):
            if isinstance(extension, str) and not _is_extension(extension):
                yield (
                    extension,
                    f'De uitbreiding "{shorten(extension)}" bij markdown_extensions is er niet. '
                    "Haal de regel weg, of vraag uw beheerder haar te installeren.",
                )


def _is_extension(name: str) -> bool:
    """Whether Python-Markdown would find such an extension, by its short name or its module."""
    if any(point.name == name for point in entry_points(group="markdown.extensions")):
        return True
    try:
        return find_spec(name.partition(":")[0]) is not None
    except (ImportError, ValueError):
        return False


def _find_nested_folders(settings: Mapping[Any, Any], folder: Path) -> Iterator[tuple[str, str]]:
    """A site that would be written among its own pages, or the other way round."""
    docs, site = settings.get("docs_dir", "docs"), settings.get("site_dir", "site")
    if not isinstance(docs, str) or not isinstance(site, str):
        return
    docs_folder, site_folder = (folder / docs).resolve(), (folder / site).resolve()
    if docs_folder.is_relative_to(site_folder) or site_folder.is_relative_to(docs_folder):
        yield (
            "site_dir",
            "De map van de site (site_dir) en die van de pagina's (docs_dir) mogen niet in elkaar "
            "liggen. Haal site_dir weg; dan komt de site in de map site.",
        )
