"""What is wrong with mkdocs.yml: MkDocs itself would tell it in English, and before any house is
read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import yaml

from ..finding import Finding, Location, Severity
from ..huis.dates import parse_date
from ..reading.tree import lines_of
from .names import find_nearest
from .setting_types import SHAPES, UNREAD, find_misshapen
from .words import did_you_mean, shorten
from .yaml_messages import explain_syntax

OWN_SETTINGS = {
    "huis": "hoort een map, of een lijst van mappen: huis: site_src/huis",
    "editie": "hoort publiek of werkboek.",
    "op": "hoort een dag, zoals 2026-03-01.",
    "deelbeelden": "hoort true of false.",
    "beheer": "horen regels als repo: eigenaar/naam en tak: main.",
}
"""What the plugin knows, and what belongs there."""
FORMS_SETTINGS = ("repo", "tak", "concepten")
"""What it knows under `beheer`."""
_BUILT_IN = {"search"}


class LenientLoader(yaml.CSafeLoader):
    """Reads past what only MkDocs understands, such as `!ENV`."""


LenientLoader.add_multi_constructor("", lambda loader, suffix, node: UNREAD)


def explain_site_settings(path: Path, shown_as: str) -> list[Finding]:
    """What in a file with the settings of the site would stop a build; nothing without a file."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError):
        sentence = "Dit bestand is niet te lezen. Bewaar het opnieuw als gewone tekst (UTF-8)."
        return [Finding("V26", Severity.ERROR, sentence, Location(shown_as))]
    lines = lines_of(text)
    try:
        settings = yaml.load(text, LenientLoader)
    except yaml.YAMLError as error:
        return [_explain_broken(error, lines, shown_as)]
    if not isinstance(settings, dict):
        sentence = "Dit bestand hoort te bestaan uit regels als site_name: Welzijn Lindeborg."
        return [Finding("V26", Severity.ERROR, sentence, Location(shown_as))]
    return [
        Finding("V26", Severity.ERROR, sentence, _place(lines, key, shown_as))
        for key, sentence in _find_wrong(settings, path.parent)
    ]


def _explain_broken(error: yaml.YAMLError, lines: list[str], shown_as: str) -> Finding:
    diagnosis = explain_syntax(error, lines)
    line = diagnosis.line
    location = Location(shown_as)
    if line is not None:
        text = lines[line] if line < len(lines) else ""
        location = Location(shown_as, line + 1, diagnosis.column + 1, diagnosis.length, text)
    correction = diagnosis.correction.strip()
    advice = f" Schrijf: {correction}" if correction and "\n" not in correction else ""
    return Finding("V26", Severity.ERROR, f"{diagnosis.message}{advice}", location)


def _place(lines: list[str], key: str, shown_as: str) -> Location:
    """Where a setting stands."""
    for number, line in enumerate(lines):
        bare = re.sub(r"(?:^|\s)#.*", "", line)  # a setting in a comment is none
        if match := re.search(rf"(?<![\w-])(?P<key>{re.escape(key)})[\"']?\s*(?::|$)", bare):
            return Location(shown_as, number + 1, match.start("key") + 1, len(match["key"]), line)
    return Location(shown_as)


def _find_wrong(settings: Mapping[Any, Any], folder: Path) -> Iterator[tuple[str, str]]:
    """The settings that would stop a build, each with what to do."""
    for key in settings:
        if key not in SHAPES:
            name = shorten(str(key))
            hint = did_you_mean(find_nearest(name, list(SHAPES))) or " Haal de regel weg."
            yield str(key), f'De instelling "{name}" bestaat niet in mkdocs.yml.{hint}'
    yield from find_misshapen(settings, folder)
    if "INHERIT" in settings:
        return  # what is not here stands in the other file
    if not settings.get("site_name"):
        yield "site_name", "De naam van de site ontbreekt. Schrijf: site_name: Welzijn Lindeborg"
    docs = settings.get("docs_dir", "docs")
    if isinstance(docs, str) and not (folder / docs).is_dir():
        yield (
            "docs_dir",
            (
                f'De map "{shorten(docs)}" bij docs_dir is er niet. Daar horen de '
                "pagina's te staan, meestal site_src/paginas."
            ),
        )
    yield from _find_wrong_plugins(settings.get("plugins"))


def _find_wrong_plugins(plugins: object) -> Iterator[tuple[str, str]]:
    listed = plugins if isinstance(plugins, list) else [plugins] if plugins else []
    names: dict[str, object] = {}
    for plugin in listed:
        names |= plugin if isinstance(plugin, dict) else {str(plugin): None}
    if isinstance(plugins, dict):
        names = dict(plugins)
    if "propositie" not in names:
        yield (
            "plugins",
            (
                "Bij plugins ontbreekt propositie, en zonder die leest niets het huis. Schrijf "
                "onder plugins: - propositie: {huis: site_src/huis}"
            ),
        )
    own = names.get("propositie")
    yield from _find_wrong_own(own if isinstance(own, dict) else {})
    others = names.keys() - {"propositie", "material/search", "material/blog", *_BUILT_IN}
    if others:
        installed = {point.name for point in entry_points(group="mkdocs.plugins")}
        for name in sorted(others - installed):
            yield (
                name,
                (
                    f'De plugin "{shorten(name)}" is niet geïnstalleerd. Haal de regel weg, of '
                    "vraag uw beheerder haar te installeren."
                ),
            )


def _find_wrong_own(own: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """What the plugin itself cannot take."""
    for key, value in own.items():
        if key not in OWN_SETTINGS:
            hint = did_you_mean(find_nearest(str(key), list(OWN_SETTINGS))) or " Haal haar weg."
            name = shorten(str(key))
            yield str(key), f'De plugin propositie kent geen instelling "{name}".{hint}'
        elif value is not UNREAD and (wrong := _refuse_own(str(key), value)):
            yield str(key), f'Bij "{key}" van de plugin propositie {wrong}'
    forms = own.get("beheer")
    for key in forms if isinstance(forms, dict) else ():
        if key not in FORMS_SETTINGS:
            hint = did_you_mean(find_nearest(str(key), list(FORMS_SETTINGS))) or " Haal haar weg."
            yield str(key), f'Bij beheer bestaat geen instelling "{shorten(str(key))}".{hint}'


def _refuse_own(key: str, value: object) -> str:
    """Why an option of the plugin is refused, as the end of a sentence; empty when it is not."""
    match key:
        case "huis":
            folders = value if isinstance(value, list) else [value]
            fits = bool(folders) and all(isinstance(part, str) and part for part in folders)
        case "editie":
            fits = value in ("publiek", "werkboek")
        case "deelbeelden":
            fits = isinstance(value, bool)
        case "op" if value is not None and not isinstance(value, date):
            try:
                fits = bool(parse_date(value))
            except ValueError as error:
                return f"hoort een dag. {error}"
        case "op":
            fits = True
        case _:
            fits = value is None or isinstance(value, dict)
    return "" if fits else OWN_SETTINGS[key]
