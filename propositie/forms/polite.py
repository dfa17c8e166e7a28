"""The words of the editor as we speak to staff: `u`, where its own Dutch says `je`."""

from __future__ import annotations

import re
from collections.abc import Callable

_INVERTED = {
    "ben": "bent", "gebruik": "gebruikt", "heb": "hebt", "kies": "kiest", "krijg": "krijgt",
    "kun": "kunt", "maak": "maakt", "mag": "mag", "meld": "meld", "moet": "moet",
    "schakel": "schakelt", "vind": "vindt", "weet": "weet", "wil": "wilt", "zie": "ziet",
}  # fmt: skip
"""A verb with its subject behind it has no -t before `je` and has one before `u`."""
_VERBS = "bekijkt|bent|bewerkt|gebruikt|hebt|kiest|krijgt|kunt|maakt|mag|moet|voegt|werkt|wilt|ziet"
_LINKS = "als|dat|die|nadat|omdat|terwijl|voordat|wanneer|zodat|zodra"
"""Words behind which the subject comes."""


def _keep_capital(word: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        found = word(match)
        return found[:1].upper() + found[1:] if match[0][:1].isupper() else found

    return replace


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(rf"\b({'|'.join(_INVERTED)}) je\b", re.I),
        lambda m: f"{_INVERTED[m[1].lower()]} u",
    ),
    (re.compile(rf"\b({_LINKS}) je\b", re.I), lambda m: f"{m[1].lower()} u"),
    (re.compile(rf"\bje ({_VERBS})\b", re.I), lambda m: f"u {m[1]}"),
    (re.compile(r"\b(?:jij|jou)\b", re.I), lambda m: "u"),
    (re.compile(r"\b(?:je|jouw|jullie)\b", re.I), lambda m: "uw"),
)


def with_u(text: str) -> str:
    """A sentence to `je` as a sentence to `u`.

    >>> with_u("Wil je je token vervangen?")
    'Wilt u uw token vervangen?'
    """
    for pattern, word in _RULES:
        text = pattern.sub(_keep_capital(word), text)
    return text
