"""Words of a message: a text cut short, names in a row, the nearest name."""

from __future__ import annotations

from ..dutch import join_words


def shorten(text: str, length: int = 60) -> str:
    """A text cut to what fits in a message."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def did_you_mean(name: str | None) -> str:
    """The question that follows an unknown name."""
    return f' Bedoelt u "{name}"?' if name else ""


def join_quoted(words: list[str]) -> str:
    """Some words in a row: `"a", "b" en "c"`."""
    return join_words(f'"{word}"' for word in words)
