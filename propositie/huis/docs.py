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
def read_explanations(class_: type[BaseModel]) -> Mapping[str, str]:
    """What each field of `class_` is for, on one line, by the field's name; inherited ones too."""
    found: dict[str, str] = {}
    for base in reversed(class_.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found.update(_own_docs(base))
    return {name: found[name] for name in class_.model_fields if name in found}


def _own_docs(class_: type[BaseModel]) -> dict[str, str]:
    try:
        source = inspect.getsource(class_)
    except OSError:  # a class that was made while the program ran has no text
        return {}
    tree = ast.parse(textwrap.dedent(source)).body[0]
    assert isinstance(tree, ast.ClassDef)
    result = {}
    for field, text in pairwise(tree.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            result[field.target.id] = " ".join(text.value.value.split())
    return result
