"""A text as a value in YAML, whatever somebody typed."""

from __future__ import annotations

import re
from functools import cache
from io import StringIO

_NIET_IN_TEKST = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def netjes(tekst: str) -> str:
    """A text on one line, without what cannot be seen and does not belong in a file."""
    return " ".join(_NIET_IN_TEKST.sub(" ", tekst).split())


@cache
def als_yaml(tekst: str) -> str:
    """A text of one line as YAML writes it: between quotes only when it must be.

    Double ones, for Dutch is full of apostrophes, and somebody will type on between the quotes.
    """
    tekst = netjes(tekst)
    if _DATUM_OF_GETAL.fullmatch(tekst):
        return tekst
    kaal = _geschreven(tekst)
    return _geschreven(tekst, dubbel=True) if kaal[:1] in {"'", '"'} else kaal


_DATUM_OF_GETAL = re.compile(r"\d{4}-\d{2}-\d{2}|[1-9]\d{0,2}(?:\.?\d{3})*")
"""What other readers of YAML take for more than text, and ours does not."""


def _geschreven(tekst: str, dubbel: bool = False) -> str:
    from ruamel.yaml import YAML  # not above: questions are asked without it
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    yaml = YAML()
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    uit = StringIO()
    yaml.dump({"x": DoubleQuotedScalarString(tekst) if dubbel else tekst}, uit)
    return uit.getvalue()[3:].rstrip("\n")
