"""Public holidays in the Netherlands, as staff name them, and on which day they fall.

Sources: Algemene termijnenwet, article 3; for Koningsdag the Koninklijk Besluit that names the day
each year (27 April, or the day before when that is a Sunday). Easter by dateutil.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Literal

from dateutil.easter import easter
from pydantic import BeforeValidator

Feestdag = Literal[
    "nieuwjaarsdag", "goede vrijdag", "eerste paasdag", "tweede paasdag", "koningsdag",
    "bevrijdingsdag", "hemelvaartsdag", "eerste pinksterdag", "tweede pinksterdag",
    "eerste kerstdag", "tweede kerstdag",
]  # fmt: skip
_FROM_EASTER: Mapping[Feestdag, int] = {
    "goede vrijdag": -2, "eerste paasdag": 0, "tweede paasdag": 1, "hemelvaartsdag": 39,
    "eerste pinksterdag": 49, "tweede pinksterdag": 50,
}  # fmt: skip
_FIXED: Mapping[Feestdag, tuple[int, int]] = {
    "nieuwjaarsdag": (1, 1), "bevrijdingsdag": (5, 5), "eerste kerstdag": (12, 25),
    "tweede kerstdag": (12, 26),
}  # fmt: skip
_SUNDAY = 6
_OTHER_NAMES = {
    "nieuwjaar": "nieuwjaarsdag", "hemelvaart": "hemelvaartsdag", "paasmaandag": "tweede paasdag",
    "pinkstermaandag": "tweede pinksterdag", "koningdag": "koningsdag",
}  # fmt: skip


def _read_name(value: object) -> object:
    """A name as people write it: `1e Kerstdag`, `Hemelvaart`."""
    if not isinstance(value, str):
        return value
    words = " ".join(value.lower().replace("_", " ").split())
    words = re.sub(r"^(?:1e|1ste|eerste)\b\s*", "eerste ", words)
    words = re.sub(r"^(?:2e|2de|tweede)\b\s*", "tweede ", words)
    return _OTHER_NAMES.get(words, words)


FeestdagName = Annotated[Feestdag, BeforeValidator(_read_name)]
"""A public holiday by its name."""


@cache
def feestdagen_in(year: int) -> Mapping[date, Feestdag]:
    """The public holidays of a year, in order. When two fall on one day, as Ascension Day and
    Bevrijdingsdag do at times, the one that moves gives its name."""
    kings = date(year, 4, 27)
    found: dict[date, Feestdag] = {date(year, *day): name for name, day in _FIXED.items()}
    found[kings - timedelta(days=kings.weekday() == _SUNDAY)] = "koningsdag"
    sunday = easter(year)
    found |= {sunday + timedelta(days=n): name for name, n in _FROM_EASTER.items()}
    return dict(sorted(found.items()))


def feestdag_on(day: date) -> Feestdag | None:
    """The public holiday on a day; None on any other."""
    return feestdagen_in(day.year).get(day)


def feestdagen_from(day: date, days: int) -> Iterator[tuple[date, Feestdag]]:
    """The public holidays on `day` and in the `days` after it."""
    last = day + timedelta(days=days)
    for year in range(day.year, last.year + 1):
        yield from ((d, name) for d, name in feestdagen_in(year).items() if day <= d <= last)
