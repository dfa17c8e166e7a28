"""What somebody probably meant who typed a value that its field does not understand.

Every function here offers other spellings of a text, without knowing the field; the field itself
then says which of them it takes. So a date in words becomes a date, and a sentence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .characters import clean

_MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february"),
    ("maart", "mrt", "mar", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH = {word: number for number, row in enumerate(_MONTHS, 1) for word in row}
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


def guess_value(text: str, accepts: Callable[[str], bool]) -> str | None:
    """Another spelling of `text` for which `accepts` is true; None without one."""
    if len(text) > 100:
        return None
    for make in _MAKERS:
        for choice in make(clean(text)):
            if choice != text and accepts(choice):
                return choice
    return None


def _respell_same(text: str) -> Iterator[str]:
    yield text


def _respell_date(text: str) -> Iterator[str]:
    """`12 oktober 2026`, `October 12, 2026`, `12/10/26`, `2026-10-12 09:30` → `2026-10-12`."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    month = next((_MONTH[w] for w in words if w in _MONTH), None)
    numbers = [w for w in words if w.isdigit()]
    if month is not None and len(numbers) >= 2:
        day, year = sorted(numbers[:2], key=lambda w: len(w) > 2)
        yield _format_iso(year, month, int(day))
    if match := re.match(r"(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})(?!\d)", text):
        yield _format_iso(match[1], int(match[2]), int(match[3]))
    if match := re.search(r"(?<!\d)(\d{1,2})\s?[-/. ']\s?(\d{1,2})\s?[-/. ']\s?(\d{4}|\d\d)(?!\d)",
                           text):  # fmt: skip
        day, month = int(match[1]), int(match[2])
        day, month = (month, day) if month > 12 else (day, month)
        yield _format_iso(match[3], month, day)


def _format_iso(year: str, month: int, day: int) -> str:
    return f"{2000 + int(year) if len(year) == 2 else year}-{month:02}-{day:02}"


def _respell_time(text: str) -> Iterator[str]:
    """`half tien`, `kwart over 9`, `9 hours`, `9u30`, `9` → `9:30` and so on."""
    lower = re.sub(r"^(?:om|vanaf|tot|circa|ca\.?|±|~)\s+|\s*uur$", "", text.lower())
    hours = {
        **{str(n): n for n in range(25)},
        **{w: n for w, n in _NUMBER_WORDS.items() if n <= 12},
    }
    match = re.fullmatch(r"(?:(half|kwart over|kwart voor|tien over|tien voor)\s+)?(\w+)", lower)
    if match and match[2] in hours:
        extra = {None: 0, "half": -30, "kwart over": 15, "kwart voor": -15}
        minutes = hours[match[2]] * 60 + extra.get(match[1], 10 if "over" in lower else -10)
        yield f"{minutes // 60 % 24}:{minutes % 60:02}"
    if lower in {"24", "24:00", "24.00", "middernacht"}:
        yield "23:59"
    if match := re.fullmatch(r"(\d{1,2})\s*(?:[u:.h,-]|uur|\s)\s*(\d{2})?\s*u?", lower):
        yield f"{match[1]}:{match[2] or '00'}"


def _respell_number(text: str) -> Iterator[str]:
    """`drie euro vijftig`, `ca. 5`, `€ 3,50 per rit`, `50%`, `1,250.50`, `vier` → the number."""
    lower = text.lower()
    if lower in {"gratis", "niets", "geen", "nihil"}:
        yield "0"
    euro = re.fullmatch(r"(\w+)(?: euro(?:'s)?)?(?: en)?(?: (\w+))?(?: cent)?", lower)
    if euro and euro[1] in _NUMBER_WORDS and (euro[2] is None or euro[2] in _NUMBER_WORDS):
        cents = f",{_NUMBER_WORDS[euro[2]]:02}" if euro[2] else ""
        yield f"{_NUMBER_WORDS[euro[1]]}{cents}"
    if part := re.fullmatch(r"(\d+) ?(?:/|op|van|uit) ?(?:de )?\d+", lower):
        yield part[1]
    numbers = re.findall(r"\d[\d.,]*", text)
    if len(numbers) == 1 and len(text.split()) <= 4:
        bare = numbers[0].rstrip(".,")
        yield bare
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{2}", bare):
            yield bare.translate(str.maketrans(",.", ".,"))


def _respell_address(text: str) -> Iterator[str]:
    """An e-mail or web address as it comes from a mail program or an address bar."""
    if match := re.search(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]| at ) ?[\w-]+(?: ?\. ?[\w-]+)+", text):
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


def _respell_rest(text: str) -> Iterator[str]:
    """A bare file name, a postcode with something in between."""
    if re.search(r"[/\\][^/\\]+\.\w+$", text):
        yield re.split(r"[/\\]", text)[-1]
    if match := re.search(r"([1-9]\d{3})\W*([A-Za-z]{2})\b", text):
        yield f"{match[1]} {match[2].upper()}"


_MAKERS: tuple[Callable[[str], Iterator[str]], ...] = (
    _respell_same,
    _respell_address,
    _respell_phone,
    _respell_colour,
    _respell_date,
    _respell_time,
    _respell_yes_no,
    _respell_number,
    _respell_rest,
)
