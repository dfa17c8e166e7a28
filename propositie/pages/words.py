"""The sentences of the interface, as this organisation says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from .formatting import choose_aanspreekvorm

WITHOUT_PHONE = "_zonder_telefoon"
"""How a key ends whose sentence stands in for another one where there is no number to call."""


def read_words(
    template_dirs: Sequence[Path], form: str, *, has_phone: bool = True
) -> Mapping[str, str]:
    """The sentences by their keys, in the form of address `form` (`je` or `u`); none of them asks
    to call where there is no number.

    Raises FileNotFoundError when none of `template_dirs` has them.
    """
    for folder in template_dirs:
        file = folder / "words" / "nl.yml"
        if file.is_file():
            raw: Mapping[str, str] = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
            words = {key: choose_aanspreekvorm(text, form) for key, text in raw.items()}
            instead = {k: text for k, text in words.items() if k.endswith(WITHOUT_PHONE)}
            if not has_phone:
                words |= {key.removesuffix(WITHOUT_PHONE): text for key, text in instead.items()}
            return {key: text for key, text in words.items() if key not in instead}
    raise FileNotFoundError("words/nl.yml")
