"""Names of languages as people write them, and the codes by which machines know them (BCP 47)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

DUTCH = "nl"
_CODES: Mapping[str, str] = {
    "afrikaans": "af", "albanees": "sq", "amazigh": "ber", "amhaars": "am", "arabisch": "ar",
    "armeens": "hy", "azerbeidzjaans": "az", "berbers": "ber", "bosnisch": "bs", "bulgaars": "bg",
    "catalaans": "ca", "chinees": "zh", "dari": "prs", "deens": "da", "duits": "de",
    "egyptisch-arabisch": "arz", "engels": "en", "estisch": "et", "farsi": "fa", "fins": "fi",
    "frans": "fr", "fries": "fy", "georgisch": "ka", "grieks": "el", "gronings": "nds",
    "hebreeuws": "he", "hindi": "hi", "hindoestaans": "hns", "hongaars": "hu", "iers": "ga",
    "ijslands": "is", "indonesisch": "id", "italiaans": "it", "japans": "ja", "javaans": "jv",
    "kantonees": "yue", "koerdisch": "ku", "koreaans": "ko", "kroatisch": "hr",
    "kurmanci": "kmr", "lets": "lv", "limburgs": "li", "lingala": "ln", "litouws": "lt",
    "macedonisch": "mk", "maleis": "ms", "mandarijn": "cmn", "marokkaans": "ary",
    "marokkaans-arabisch": "ary", "marokkaans arabisch": "ary",
    "nedersaksisch": "nds", "nederlands": DUTCH, "nederlandse gebarentaal": "dse", "ngt": "dse",
    "noors": "no", "oekraiens": "uk", "oromo": "om", "papiaments": "pap", "papiamento": "pap",
    "pasjtoe": "ps", "pashto": "ps", "perzisch": "fa", "pools": "pl", "portugees": "pt",
    "punjabi": "pa", "riffijns": "rif", "roemeens": "ro", "romani": "rom", "russisch": "ru",
    "sarnami": "hns", "servisch": "sr", "slowaaks": "sk", "sloveens": "sl", "somali": "so",
    "somalisch": "so", "sorani": "ckb", "spaans": "es", "sranan": "srn", "sranantongo": "srn",
    "swahili": "sw", "syrisch-arabisch": "apc", "tamazight": "ber", "tamil": "ta", "thai": "th",
    "tigrinya": "ti", "tsjechisch": "cs", "turks": "tr", "urdu": "ur", "vietnamees": "vi",
    "vlaamse gebarentaal": "vgt", "zweeds": "sv",
}  # fmt: skip
"""Without capitals and marks. A language that is not here keeps its Dutch name."""
_LITTLE = re.compile(r"^(?:een )?(?:klein )?beetje |^wat |^basis[- ]?| \((?:een )?beetje\)$", re.I)
_WELL = re.compile(r"^(?:goed|vloeiend|ook) | \((?:goed|vloeiend|moedertaal)\)$", re.I)


class Language(NamedTuple):
    """A language that somebody speaks."""

    name: str
    """How Dutch calls it, without how well it is spoken."""
    code: str
    """Its code; empty when we know none."""
    is_little: bool
    """Whether somebody says to speak only a little of it."""

    @property
    def tag(self) -> str:
        """What a machine is told: the code, else the name."""
        return self.code or self.name


def read_language(words: str) -> Language:
    """The language that words name, with how well it is spoken taken off.

    >>> read_language("een beetje Tigrinya")
    Language(name='Tigrinya', code='ti', is_little=True)
    """
    text = " ".join(words.split())
    bare = _LITTLE.sub("", text)
    name = _WELL.sub("", bare)
    return Language(name, _CODES.get(_plain(name), ""), bare != text)


def _plain(name: str) -> str:
    """A name without capitals and marks: `Oekraïens` → `oekraiens`."""
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
