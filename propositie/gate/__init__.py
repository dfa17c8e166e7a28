"""The last look at a finished site, before anybody can see it.

Nothing internal is in it (`leaks`), and every link inside it leads somewhere (`links`).
Both look at the bytes that will be published, whoever wrote them.
"""

from .finished import (
    Broken,
    Checked,
    GateError,
    GateMemory,
    check_site,
    tell_broken,
    tell_leaks,
)
from .secrets import OpenTexts, Secret, secrets_of

__all__ = [
    "Broken",
    "Checked",
    "GateError",
    "GateMemory",
    "OpenTexts",
    "Secret",
    "check_site",
    "secrets_of",
    "tell_broken",
    "tell_leaks",
]
