"""A text as a value in YAML, whatever somebody typed."""

from __future__ import annotations

import re
from functools import cache
from io import StringIO

_NOT_IN_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def tidy(text: str) -> str:
    """A text on one line, without what cannot be seen and does not belong in a file."""
    return " ".join(_NOT_IN_TEXT.sub(" ", text).split())


@cache
def to_yaml(text: str) -> str:
    """A text of one line as YAML writes it: between quotes only when it must be.

    Double ones, for Dutch is full of apostrophes, and somebody will type on between the quotes.
    """
    text = tidy(text)
    if _DATE_OR_NUMBER.fullmatch(text):
        return text
    bare = _dumped(text)
    return _dumped(text, is_quoted=True) if bare[:1] in {"'", '"'} else bare


_DATE_OR_NUMBER = re.compile(r"\d{4}-\d{2}-\d{2}|[1-9]\d{0,2}(?:\.?\d{3})*")
"""What other readers of YAML take for more than text, and ours does not."""


def _dumped(text: str, is_quoted: bool = False) -> str:
    from ruamel.yaml import YAML  # not above: questions are asked without it
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    yaml = YAML()
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    buffer = StringIO()
    yaml.dump({"x": DoubleQuotedScalarString(text) if is_quoted else text}, buffer)
    return buffer.getvalue()[3:].rstrip("\n")
