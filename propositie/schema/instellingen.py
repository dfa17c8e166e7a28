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

UITBREIDING = "redhat.vscode-yaml"


class InstellingenFout(ValueError):
    """The settings of the editor cannot be read; the message says what to do, in Dutch."""


def instellingen(oud: str | None, schemas: Mapping[str, str], schemamap: str) -> str:
    """The text of `settings.json` with our keys in it.

    `oud` is the text that stood there; `schemas` maps the path of a schema to the files it is
    for; `schemamap` is the folder of our schemas: what pointed there before is replaced. Raises
    `InstellingenFout`.
    """
    alles = _lees(oud)
    bestaand = alles.get("yaml.schemas", {})
    if not isinstance(bestaand, dict):
        raise InstellingenFout('"yaml.schemas" hoort een groep te zijn. Haal het weg.')
    anders = {pad: voor for pad, voor in bestaand.items() if not pad.startswith(schemamap)}
    alles["yaml.schemas"] = {**anders, **schemas}
    alles["yaml.yamlVersion"] = "1.2"
    # The extension otherwise fetches a list of schemas from the web, and picks by file name.
    alles["yaml.schemaStore.enable"] = False
    return _schrijf(alles, oud)


def uitbreidingen(oud: str | None) -> str:
    """The text of `extensions.json`, in which the YAML extension is recommended."""
    alles = _lees(oud)
    rij = alles.get("recommendations", [])
    if not isinstance(rij, list):
        raise InstellingenFout('"recommendations" hoort een lijst te zijn. Haal het weg.')
    alles["recommendations"] = [*rij, *([] if UITBREIDING in rij else [UITBREIDING])]
    return _schrijf(alles, oud)


def _lees(oud: str | None) -> dict[str, Any]:
    if oud is None or not oud.strip():
        return {}
    try:
        gelezen = json.loads(oud)
    except ValueError as fout:
        raise InstellingenFout(
            "staat geen gewone JSON. Misschien staat er commentaar in."
        ) from fout
    if not isinstance(gelezen, dict):
        raise InstellingenFout("hoort een groep met instellingen te staan.")
    return gelezen


def _schrijf(alles: dict[str, Any], oud: str | None) -> str:
    """As JSON, indented as it was; the same text when nothing changed."""
    if oud and alles == _lees(oud):
        return oud
    inspringing = re.search(r"^([ \t]+)", oud or "", re.M)
    stap = inspringing[1] if inspringing else "  "
    return json.dumps(alles, indent=stap, ensure_ascii=False) + "\n"


def lees_tekst(pad: Path) -> str | None:
    """The text of a settings file; None when there is none. Raises `InstellingenFout`."""
    try:
        return pad.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as fout:
        raise InstellingenFout("is niets te lezen.") from fout
