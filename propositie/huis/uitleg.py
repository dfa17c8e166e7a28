"""The docstrings below the fields of a model: form help, message text, the handbook's reference.

Read from the source only when somebody asks: most builds never do.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def uitleg(klasse: type[BaseModel]) -> Mapping[str, str]:
    """What each field of `klasse` is for, on one line, by the field's name; inherited ones too."""
    gevonden: dict[str, str] = {}
    for basis in reversed(klasse.__mro__):
        if issubclass(basis, BaseModel) and basis is not BaseModel:
            gevonden.update(_eigen(basis))
    return {naam: gevonden[naam] for naam in klasse.model_fields if naam in gevonden}


def _eigen(klasse: type[BaseModel]) -> dict[str, str]:
    boom = ast.parse(textwrap.dedent(inspect.getsource(klasse))).body[0]
    assert isinstance(boom, ast.ClassDef)
    uit = {}
    for veld, tekst in pairwise(boom.body):
        if (
            isinstance(veld, ast.AnnAssign)
            and isinstance(veld.target, ast.Name)
            and isinstance(tekst, ast.Expr)
            and isinstance(tekst.value, ast.Constant)
            and isinstance(tekst.value.value, str)
        ):
            uit[veld.target.id] = " ".join(tekst.value.value.split())
    return uit
