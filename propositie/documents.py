"""A document that visitors are given: what it is, and whether it is sound."""

from __future__ import annotations

from pathlib import Path

from .errors import PropositieError

MAX_BYTES = 50_000_000
_START = 1024
"""Within so many bytes a PDF says that it is one (ISO 32000-1, annex H, note 13)."""


class DocumentError(PropositieError):
    """A document that cannot be used; the text is a Dutch sentence."""


def check_document(path: Path) -> None:
    """Raise `DocumentError` when a file is no PDF, or too large to send to a telephone."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as error:
        raise DocumentError("Dit stuk is niet te openen. Kijk of u het mag lezen.") from error
    if b"%PDF-" not in start:
        raise DocumentError(
            "Dit bestand is geen pdf, al heet het wel zo. Open het in het programma waarin het "
            "gemaakt is, en bewaar het daar als pdf."
        )
    if size > MAX_BYTES:
        raise DocumentError(
            "Deze pdf is groter dan 50 MB: op een telefoon is dat niet te openen. Bewaar hem "
            "kleiner, met beelden voor het scherm."
        )
