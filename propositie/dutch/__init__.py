"""Dutch as people write it: dates, numbers, amounts, lists of words; in `languages` what languages
are called. Every room may use it."""

from __future__ import annotations

from .dates import (
    MONTHS,
    date_in_words,
    day_and_month,
    duration,
    month_in_words,
    time_in_words,
)
from .names import in_usual_order
from .numbers import format_amount, format_figure, format_number
from .words import counted, first_sentence, join_words

__all__ = [
    "MONTHS",
    "counted",
    "date_in_words",
    "day_and_month",
    "duration",
    "first_sentence",
    "format_amount",
    "format_figure",
    "format_number",
    "in_usual_order",
    "join_words",
    "month_in_words",
    "time_in_words",
]
