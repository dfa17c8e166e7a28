"""Text into lines: broken at words, in the largest size in which all of it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .letterbox import width

LINE_HEIGHT = 1.24
"""From one line to the next, as a part of the size of the letters."""


def wrap_text(text: str, font_size: float, widths: Sequence[float]) -> list[str] | None:
    """Break `text` at words so that line n fits in `widths[n]`; None when it does not fit."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        attempt = f"{current} {word}".strip()
        if width(attempt) * font_size <= widths[len(lines)]:
            current = attempt
            continue
        if current:
            lines.append(current)
        if len(lines) >= len(widths) or width(word) * font_size > widths[len(lines)]:
            return None
        current = word
    return [*lines, current]


def fit_texts(
    texts: Sequence[str],
    font_sizes: Sequence[float],
    widths: Callable[[int, float], Sequence[float]],
) -> tuple[float, list[list[str]]]:
    """The largest of `font_sizes` in which every text fits, and the lines of each text.

    `widths(n, font_size)` tells how wide each line of text n may be. A text that fits in none is
    cut off; its link still says it whole.
    """
    for font_size in font_sizes:
        all_ = [wrap_text(t, font_size, widths(n, font_size)) for n, t in enumerate(texts)]
        if None not in all_:
            return font_size, [lines for lines in all_ if lines is not None]
    font_size = font_sizes[-1]
    result = []
    for n, text in enumerate(texts):
        space = widths(n, font_size)
        lines = wrap_text(text, font_size, space)
        result.append(lines or _truncate(text, font_size, space))
    return font_size, result


def _truncate(text: str, font_size: float, widths: Sequence[float]) -> list[str]:
    """As much of `text` as fits, with an ellipsis at the end.

    A word that is wider than a line is broken anywhere.
    """

    def fits(start: str, line: int, end: str = "") -> bool:
        return width(start + end) * font_size <= widths[line]

    result, rest = [], text.split()
    for n in range(len(widths)):
        start = ""
        while rest and fits(f"{start} {rest[0]}".strip(), n):
            start = f"{start} {rest.pop(0)}".strip()
        if rest and not start:
            length = len(rest[0]) - 1
            while length > 1 and not fits(rest[0][:length], n):
                length -= 1
            start, rest[0] = rest[0][:length], rest[0][length:]
        result.append(start)
    if rest:
        while len(result[-1]) > 1 and not fits(result[-1], len(result) - 1, "…"):
            result[-1] = result[-1][:-1].rstrip()
        result[-1] += "…"
    return [line for line in result if line]
