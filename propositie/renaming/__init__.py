"""Renaming a thing: its id changes everywhere at once, and the old address goes on leading to it.

`make_plan` looks at everything and changes nothing; `execute` does all that was planned, or
nothing.
"""

from ..edits import FileChange
from .execute import execute
from .plan import Plan, RenameError, make_plan
from .values import former_names

__all__ = ["FileChange", "Plan", "RenameError", "execute", "former_names", "make_plan"]
