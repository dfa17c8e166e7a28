"""The editor's own settings: which folder has which schema, without touching anything else.

What the organisation set itself stays. A file with comments in it cannot be read and written
back whole, so it is refused rather than spoilt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import PropositieError

EXTENSION = "redhat.vscode-yaml"


class SettingsError(PropositieError):
    """The settings of the editor cannot be read; the message says what to do, in Dutch."""


def settings(old: str | None, schemas: Mapping[str, str], schema_folder: str) -> str:
    """The text of `settings.json` with our keys in it.

    `old` is the text that stood there; `schemas` maps the path of a schema to the files it is
    for; `schema_folder` is the folder of our schemas: what pointed there before is replaced. Raises
    `SettingsError`.
    """
    everything = _parse(old)
    existing = everything.get("yaml.schemas", {})
    if not isinstance(existing, dict):
        raise SettingsError('"yaml.schemas" hoort een groep te zijn. Haal het weg.')
    others = {path: globs for path, globs in existing.items() if not path.startswith(schema_folder)}
    everything["yaml.schemas"] = {**others, **schemas}
    everything["yaml.yamlVersion"] = "1.2"
    # The extension otherwise fetches a list of schemas from the web, and picks by file name.
    everything["yaml.schemaStore.enable"] = False
    return _write(everything, old)


def extensions(old: str | None) -> str:
    """The text of `extensions.json`, in which the YAML extension is recommended."""
    everything = _parse(old)
    row = everything.get("recommendations", [])
    if not isinstance(row, list):
        raise SettingsError('"recommendations" hoort een lijst te zijn. Haal het weg.')
    everything["recommendations"] = [*row, *([] if EXTENSION in row else [EXTENSION])]
    return _write(everything, old)


def _parse(old: str | None) -> dict[str, Any]:
    if old is None or not old.strip():
        return {}
    try:
        parsed = json.loads(old)
    except ValueError as error:
        raise SettingsError("staat geen gewone JSON. Misschien staat er commentaar in.") from error
    if not isinstance(parsed, dict):
        raise SettingsError("hoort een groep met instellingen te staan.")
    return parsed


def _write(everything: dict[str, Any], old: str | None) -> str:
    """As JSON, indented as it was; the same text when nothing changed."""
    if old and everything == _parse(old):
        return old
    indent = re.search(r"^([ \t]+)", old or "", re.M)
    step = indent[1] if indent else "  "
    return json.dumps(everything, indent=step, ensure_ascii=False) + "\n"


def read_settings(path: Path) -> str | None:
    """The text of a settings file; None when there is none. Raises `SettingsError`."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("is niets te lezen.") from error
