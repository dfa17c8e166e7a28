"""Inventing a whole organisation, as large as somebody likes, to try things out on.

Everybody and everything in it is made up. The same seed, size and day give the same words on every
machine.
"""

from .organisation import Invented, Wishes, create_example

__all__ = ["Invented", "Wishes", "create_example"]
