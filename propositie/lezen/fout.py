"""What reading throws for a text that is no YAML, and how a message quotes and corrects."""

from __future__ import annotations


class YamlFout(Exception):
    """YAML that cannot be read: a code, a Dutch sentence, and where (line and column from 0).

    Without a line it is about the file as a whole. `beter` is the line as it should stand.
    """

    def __init__(
        self,
        code: str,
        bericht: str,
        regel: int | None = None,
        kolom: int = 0,
        lengte: int = 1,
        beter: str = "",
    ) -> None:
        super().__init__(bericht)
        self.code = code
        self.bericht = bericht
        self.regel = regel
        self.kolom = kolom
        self.lengte = lengte
        self.beter = beter


def kort(tekst: str, lengte: int = 60) -> str:
    """A text cut to what fits in a message."""
    return tekst if len(tekst) <= lengte else tekst[: lengte - 1].rstrip() + "…"


MAX_BETER = 160
"""A corrected line longer than this is not repeated: it could not be copied from a message."""


def schrijf(oud: str, nieuw: str, woord: str = "Schrijf") -> str:
    """The sentence that gives the corrected line `nieuw` for the line `oud`; empty without one.

    A line on which only the indentation changes also gets told how far it goes in.
    """
    kaal = nieuw.strip()
    if not kaal or len(kaal) > MAX_BETER or nieuw.rstrip() == oud.rstrip() or "\n" in nieuw:
        return ""
    spaties = len(nieuw) - len(nieuw.lstrip(" "))
    if oud[: len(oud) - len(oud.lstrip())] == " " * spaties:
        return f" {woord}: {kaal}"
    if not spaties:
        return f" {woord}, helemaal links: {kaal}"
    hoeveel = "1 spatie" if spaties == 1 else f"{spaties} spaties"
    return f" {woord}, met {hoeveel} ervoor: {kaal}"
