"""What somebody probably meant who typed a value that its field does not understand.

Every function here offers other spellings of a text, without knowing the field; the field itself
then says which of them it takes. So a date in words becomes a date, and a sentence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..dutch import MONTHS
from ..edits import Certainty
from ..huis.dates import WEEKDAYS
from .characters import clean
from .names import find_nearest
from .synonyms import CHOICES

_OTHER_MONTH_WORDS = (
    ("jan", "january"), ("feb", "february"), ("mrt", "mar", "march"), ("apr",), ("may",),
    ("jun", "june"), ("jul", "july"), ("aug", "august"), ("sep", "sept"),
    ("okt", "oct", "october"), ("nov",), ("dec",),
)  # fmt: skip
"""Short, or in English."""
_MONTH = {
    word: number
    for number, (name, others) in enumerate(zip(MONTHS, _OTHER_MONTH_WORDS, strict=True), 1)
    for word in (name, *others)
}
_UP_TO_TWENTY = """nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien
veertien vijftien zestien zeventien achttien negentien twintig"""
_NUMBER_WORDS = {word: number for number, word in enumerate(_UP_TO_TWENTY.split())} | {
    "één": 1,
    "vijfentwintig": 25,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "vijfenzeventig": 75,
    "honderd": 100,
}


class Guess(NamedTuple):
    """Another spelling, and how sure it is that it says the same."""

    text: str
    certainty: Certainty


def guess_value(text: str, accepts: Callable[[str], bool]) -> Guess | None:
    """Another spelling of `text` for which `accepts` is true; None without one.

    It keeps every word and number of what was typed: `ca. 5` is not `5`.
    """
    if len(text) > 100:
        return None
    bare = clean(_APOSTROPHE.sub("'", text))
    for maker in _MAKERS:
        for choice in maker.respell(bare):
            if choice != text and accepts(choice) and maker.keeps(text, choice):
                return Guess(choice, maker.certainty)
    return None


class _Maker(NamedTuple):
    """A way to spell a text otherwise."""

    respell: Callable[[str], Iterator[str]]
    certainty: Certainty
    unsaid: frozenset[str] | None = frozenset()
    """Words that the other spelling says without writing them; None when it says all of them."""

    def keeps(self, text: str, choice: str) -> bool:
        """Whether no word and no number is lost."""
        if self.unsaid is None:
            return True
        return (
            _words(text) - self.unsaid <= _words(choice)
            and _numbers(text) <= _numbers(choice) | {n % 100 for n in _numbers(choice)}
        )  # fmt: skip


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _numbers(text: str) -> set[int]:
    return {int(n) for n in re.findall(r"[0-9]+", text)}


def _respell_same(text: str) -> Iterator[str]:
    yield text


def _respell_date(text: str) -> Iterator[str]:
    """`12 oktober 2026`, `October 12, 2026`, `2026/10/12` → `2026-10-12`."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    if any(word in WEEKDAYS for word in words):
        return  # a day of the week that fits was read; one that does not is a contradiction
    month = next((_MONTH[w] for w in words if w in _MONTH), None)
    numbers = [w for w in words if w.isdigit()]
    if month is not None and len(numbers) >= 2:
        day, year = sorted(numbers[:2], key=lambda w: len(w) > 2)
        yield _format_iso(year, month, int(day))
    if match := re.match(r"(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})(?!\d)", text):
        yield _format_iso(match[1], int(match[2]), int(match[3]))


def _respell_short_date(text: str) -> Iterator[str]:
    """`12/10/26`, `10/31/2026` → the date, day first where it can be."""
    if match := re.search(r"(?<!\d)(\d{1,2})\s?[-/. ']\s?(\d{1,2})\s?[-/. ']\s?(\d{4}|\d\d)(?!\d)",
                           text):  # fmt: skip
        day, month = int(match[1]), int(match[2])
        day, month = (month, day) if month > 12 else (day, month)
        yield _format_iso(match[3], month, day)


def _format_iso(year: str, month: int, day: int) -> str:
    return f"{2000 + int(year) if len(year) == 2 else year}-{month:02}-{day:02}"


def _respell_time(text: str) -> Iterator[str]:
    """`half tien`, `kwart over 9`, `9 hours`, `9u30`, `9` → `9:30` and so on."""
    lower = re.sub(r"^om\s+|\s*uur$", "", text.lower())
    hours = {
        **{str(n): n for n in range(25)},
        **{w: n for w, n in _NUMBER_WORDS.items() if n <= 12},
    }
    match = re.fullmatch(r"(?:(half|kwart over|kwart voor|tien over|tien voor)\s+)?(\w+)", lower)
    if match and match[2] in hours:
        extra = {None: 0, "half": -30, "kwart over": 15, "kwart voor": -15}
        minutes = hours[match[2]] * 60 + extra.get(match[1], 10 if "over" in lower else -10)
        yield f"{minutes // 60 % 24}:{minutes % 60:02}"
    if match := re.fullmatch(r"(\d{1,2})\s*(?:[u:.h,-]|uur|\s)\s*(\d{2})?\s*u?", lower):
        yield f"{match[1]}:{match[2] or '00'}"


def _respell_number_words(text: str) -> Iterator[str]:
    """`drie euro vijftig`, `vier`, `gratis` → the number."""
    lower = text.lower()
    if lower in {"gratis", "niets", "geen", "nihil"}:
        yield "0"
    euro = re.fullmatch(r"(\w+)(?: euro(?:'s)?)?(?: en)?(?: (\w+))?(?: cent)?", lower)
    if euro and euro[1] in _NUMBER_WORDS and (euro[2] is None or euro[2] in _NUMBER_WORDS):
        cents = f",{_NUMBER_WORDS[euro[2]]:02}" if euro[2] else ""
        yield f"{_NUMBER_WORDS[euro[1]]}{cents}"


def _respell_number(text: str) -> Iterator[str]:
    """`5 euro`, `1,250.50` → the number; not `50%` or `10+`, which say more."""
    numbers = re.findall(r"\d[\d.,]*", text)
    if len(numbers) == 1 and not re.search(r"[%‰+<>~≈±/]", text):
        bare = numbers[0].rstrip(".,")
        yield bare
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{2}", bare):
            yield bare.translate(str.maketrans(",.", ".,"))


def _respell_web_address(text: str) -> Iterator[str]:
    """`www.winkel.nl` → the address with what every browser puts before it."""
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", text):
        yield f"https://{text}"


_APOSTROPHE = re.compile(r"(?<=\w)[‘’](?=\w)")
"""One that a word processor curled: inside a word it is a letter of it, no quotation mark."""


def _respell_address(text: str) -> Iterator[str]:
    """An e-mail or web address as it comes from a mail program or an address bar."""
    if match := re.search(
        r"[^\s@<>\",;:()\[\]\\]+ ?(?:@|\(at\)|\[at\]| at ) ?[\w-]+(?: ?\. ?[\w-]+)+", text
    ):
        yield re.sub(r" ?(?:\(at\)|\[at\]|@| at ) ?", "@", match[0]).replace(" ", "")
    bare = re.sub(r"^\W*(?:h?t+ps?|https?)\W*:?[/\\]{1,3}", "", text, flags=re.I)
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$", bare) and "@" not in bare:
        yield f"https://{bare}"
    if re.match(r"https?://", text) and " " in text:
        yield text.replace(" ", "%20")


def _respell_phone(text: str) -> Iterator[str]:
    """The first number in a text with words around it."""
    if match := re.search(r"(?:\+\d{2}|\(?0\d{1,3}\)?)[\d \-()]{5,}\d", text):
        yield match[0].strip()


def _respell_colour(text: str) -> Iterator[str]:
    """`1f5c4d`, `# 1f5c4d`, `rgb(31, 92, 77)` → `#1f5c4d`."""
    if match := re.fullmatch(r"#?\s*([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})", text):
        yield f"#{match[1]}"
    numbers = [int(g) for g in re.findall(r"\d+", text)]
    if text.lower().startswith("rgb") and len(numbers) == 3 and max(numbers) < 256:
        yield "#" + "".join(f"{g:02x}" for g in numbers)


def _respell_yes_no(text: str) -> Iterator[str]:
    """Yes or no in other words."""
    lower = text.lower().rstrip(".!")
    if lower in {"j", "y", "1", "waar", "aan", "klopt", "inderdaad", "x", "ok", "oké", "jawel",
                 "zeker"}:  # fmt: skip
        yield "ja"
    if lower in {"n", "0", "onwaar", "uit", "neen", "klopt niet", "geen", "nog niet"}:
        yield "nee"


def _respell_postcode(text: str) -> Iterator[str]:
    """A postcode with something in between."""
    if match := re.search(r"([1-9]\d{3})\W*([A-Za-z]{2})\b", text):
        yield f"{match[1]} {match[2].upper()}"


def _respell_english_days(text: str) -> Iterator[str]:
    """`Monday to Friday`, `Tue 9-12` → the same with Dutch days."""
    words = re.sub(r"\bto\b", "t/m", text.lower())
    yield re.sub(r"[a-z]+", lambda m: CHOICES.get(m[0], (m[0],))[0], words)


def _respell_days(text: str) -> Iterator[str]:
    """`dinsdagg`, `maandag tot vrijdag` → days that exist; the second says that the last counts."""
    yield re.sub(r"(?<=dag) tot (?=[a-z]+dag)", " t/m ", text)
    words = [find_nearest(w, list(WEEKDAYS)) or w if len(w) > 4 else w for w in text.split()]
    yield " ".join(words)


_WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo"
_MAKERS: tuple[_Maker, ...] = (
    _Maker(_respell_same, Certainty.CERTAIN),
    _Maker(_respell_web_address, Certainty.CERTAIN),
    _Maker(
        _respell_address,
        Certainty.LIKELY,
        frozenset(
            [
                "at",
                "mailto",
                "email",
                "mail",
                "e",
                "http",
                "https",
                "htps",
                "htpps",
                "htp",
                "ttps",
                "ttp",
            ]
        ),
    ),
    _Maker(_respell_phone, Certainty.LIKELY, frozenset({"tel", "telefoon"})),
    _Maker(_respell_colour, Certainty.CERTAIN, None),
    _Maker(_respell_english_days, Certainty.CERTAIN, None),
    _Maker(_respell_days, Certainty.LIKELY, None),
    _Maker(_respell_date, Certainty.CERTAIN, frozenset({*_MONTH, *_WEEKDAYS.split()})),
    _Maker(_respell_short_date, Certainty.LIKELY, frozenset(_WEEKDAYS.split())),
    _Maker(_respell_time, Certainty.CERTAIN, None),
    _Maker(_respell_yes_no, Certainty.LIKELY, None),
    _Maker(_respell_number_words, Certainty.LIKELY, None),
    _Maker(_respell_number, Certainty.LIKELY, frozenset({"euro", "s", "eur"})),
    _Maker(_respell_postcode, Certainty.CERTAIN),
)
"""The surest first, as far as one text can be several things."""
