"""What reading throws for a text that is no YAML, and how much of a text a message quotes."""

from __future__ import annotations


class YamlFout(Exception):
    """YAML that cannot be read: a code, a Dutch sentence, and where (line and column from 0).

    Without a line it is about the file as a whole.
    """

    def __init__(
        self, code: str, bericht: str, regel: int | None = None, kolom: int = 0, lengte: int = 1
    ) -> None:
        super().__init__(bericht)
        self.code = code
        self.bericht = bericht
        self.regel = regel
        self.kolom = kolom
        self.lengte = lengte


def kort(tekst: str, lengte: int = 60) -> str:
    """A text cut to what fits in a message."""
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1].rstrip() + "…"
