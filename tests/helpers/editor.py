"""YAML as an editor reads it: YAML 1.2, where the looks of a value decide what it is."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode


class NotYaml(ValueError):
    """The editor itself underlines this text: it is no YAML."""


def parse_as_editor(text: str) -> Any:
    """The values in a YAML text by the core schema of YAML 1.2. Raises `NotYaml`."""
    try:
        return _read_value(YAML(pure=True).compose(text))
    except (YAMLError, ValueError, NotImplementedError) as error:
        raise NotYaml(str(error)) from error


def _read_value(node: Any) -> Any:
    if isinstance(node, ScalarNode):
        return parse_scalar(node.value) if node.style is None else node.value
    if isinstance(node, SequenceNode):
        return [_read_value(part) for part in node.value]
    if isinstance(node, MappingNode):
        keys = [str(key.value) for key, _ in node.value]
        if len(set(keys)) < len(keys):
            raise ValueError("a key stands here twice")
        return {str(key.value): _read_value(value) for key, value in node.value}
    return None


def parse_scalar(text: str) -> Any:
    """What an unquoted word is in YAML 1.2 (section 10.3.2)."""
    if re.fullmatch(r"null|Null|NULL|~|", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    if re.fullmatch(r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN", text):
        return float(text.replace(".", ""))
    return text
