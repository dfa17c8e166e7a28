"""YAML as an editor reads it: YAML 1.2, where the looks of a value decide what it is."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode


class GeenYaml(ValueError):
    """The editor itself underlines this text: it is no YAML."""


def lees_als_editor(tekst: str) -> Any:
    """The values in a YAML text by the core schema of YAML 1.2. Raises `GeenYaml`."""
    try:
        return _waarde(YAML(pure=True).compose(tekst))
    except (YAMLError, ValueError, NotImplementedError) as fout:
        raise GeenYaml(str(fout)) from fout


def _waarde(knoop: Any) -> Any:
    if isinstance(knoop, ScalarNode):
        return kernwaarde(knoop.value) if knoop.style is None else knoop.value
    if isinstance(knoop, SequenceNode):
        return [_waarde(deel) for deel in knoop.value]
    if isinstance(knoop, MappingNode):
        sleutels = [str(sleutel.value) for sleutel, _ in knoop.value]
        if len(set(sleutels)) < len(sleutels):
            raise ValueError("a key stands here twice")
        return {str(sleutel.value): _waarde(waarde) for sleutel, waarde in knoop.value}
    return None


def kernwaarde(tekst: str) -> Any:
    """What an unquoted word is in YAML 1.2 (section 10.3.2)."""
    if re.fullmatch(r"null|Null|NULL|~|", tekst):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", tekst):
        return tekst.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", tekst):
        return int(tekst)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", tekst):
        return int(tekst, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", tekst):
        return float(tekst)
    if re.fullmatch(r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN", tekst):
        return float(tekst.replace(".", ""))
    return tekst
