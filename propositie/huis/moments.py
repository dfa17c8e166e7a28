"""A moment: when something is, in one shape everywhere (contract, "Time and place").

What people write in one sentence is read too: `dinsdag van 9.30 tot 12.00 uur, bij de koffie`.
When the next one is, says `occurrences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from ..dutch import MONTHS, date_in_words, join_words, time_in_words
from .base import Part, Say
from .dates import WEEKDAYS, parse_date
from .days import Days, find_days, merge_days, names_a_day, write_days
from .parsing import as_list, error
from .spoken_times import in_figures
from .values import Date, DayRule, EndTime, Text, Time, YesNo

MIDNIGHT = time(0, 0)
_LONGEST_NIGHT = timedelta(hours=12)
"""What ends before it begins goes past midnight, unless it would last longer than this."""


class Moment(Part):
    """When something is: on days of the week or on dates, from a time to a time; or in words."""

    text_key: ClassVar[str | None] = "tekst"

    dag: Annotated[tuple[DayRule, ...], BeforeValidator(as_list)] = ()
    """De dag: dinsdag, maandag t/m vrijdag, eerste dinsdag van de maand, om de week op dinsdag."""
    datum: Annotated[tuple[Date, ...], BeforeValidator(as_list)] = ()
    """De datum, als het niet elke week is; meer mag."""
    van: Time | None = None
    """Begintijd, bijvoorbeeld 9:30."""
    tot: EndTime | None = None
    """Eindtijd, bijvoorbeeld 12:00; na middernacht mag."""
    hele_dag: YesNo = False
    """Of het de hele dag is."""
    vanaf: Date | None = None
    """De eerste dag; bij "om de week" is dat de eerste keer."""
    tot_en_met: Date | None = None
    """De laatste dag."""
    behalve: Annotated[tuple[Date, ...], BeforeValidator(as_list)] = ()
    """De dagen waarop het niet is."""
    tekst: Text | None = None
    """Wanneer het is, in woorden, als het geen vaste dag of tijd heeft: op afspraak."""
    toelichting: Text | None = None
    """Wat er bijzonder is aan dit tijdstip."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, given: object) -> object:
        return _read_sentence(given) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _check(self) -> Moment:
        if not (self.dag or self.datum or self.tekst):
            raise error(
                "Hier staat niet wanneer het is. Vul een dag in, of een datum, of woorden bij "
                "tekst: op afspraak."
            )
        if self.tot is not None and self.van is None:
            raise error('Bij "tot" hoort ook "van": hoe laat begint het?')
        if self.hele_dag and self.van is not None:
            raise error("Dit is de hele dag of op een tijd. Haal een van de twee weg.")
        if self.vanaf is None and any(days.weeks == "om de week" for days in self.dag):
            raise error(
                "Om de week: welke week eerst? Zet bij vanaf de datum van de eerste keer, "
                "bijvoorbeeld vanaf: 1-9-2026."
            )
        if self.vanaf and self.tot_en_met and self.tot_en_met < self.vanaf:
            raise error(
                "De laatste dag ({last}) ligt voor de eerste ({first}). Kijk vanaf en tot_en_met "
                "na.",
                last=date_in_words(self.tot_en_met),
                first=date_in_words(self.vanaf),
            )
        if self.datum and [(len(d.weekdays), d.is_weekly) for d in self.dag] == [(1, True)]:
            # One day of the week beside a date is the day of that date, and not every week.
            _check_weekdays(self.datum, self.dag[0])
            return self.model_copy(update={"dag": ()})
        return self

    @property
    def days(self) -> list[Days]:
        """The days of the week, those with one rhythm together."""
        return merge_days(self.dag)

    @property
    def is_weekly(self) -> bool:
        """Whether it is on days of the week and nothing else, every week."""
        return bool(self.dag) and not self.datum and all(days.is_weekly for days in self.dag)

    @property
    def day_words(self) -> str:
        """On which days, as visitors read it: `maandag en woensdag`,
        `vrijdag 11 december 2026`."""
        return join_words(
            [
                *(write_days(days) for days in self.days),
                *(f"{WEEKDAYS[day.weekday()]} {date_in_words(day)}" for day in self.datum),
            ]
        )

    def times_in_words(self, say: Say) -> str:
        """At what time, as visitors read it: `9.30 tot 12.00 uur`; empty when it is not known."""
        if self.hele_dag:
            return say("hele_dag")
        if self.van is None:
            return ""
        if self.tot is None:
            return say("om_tijd", van=time_in_words(self.van))
        end = "24.00" if self.tot == MIDNIGHT else time_in_words(self.tot)
        return say("van_tot", van=time_in_words(self.van), tot=end)

    def limits_in_words(self, say: Say) -> list[str]:
        """From when, until when and when not, as visitors read it."""
        limits = []
        if self.vanaf is not None:
            limits.append(say("vanaf_dag", dag=date_in_words(self.vanaf)))
        if self.tot_en_met is not None:
            limits.append(say("tot_en_met_dag", dag=date_in_words(self.tot_en_met)))
        if self.behalve:
            limits.append(say("behalve_dag", dag=join_words(map(date_in_words, self.behalve))))
        return limits

    def in_words(self, say: Say) -> str:
        """The whole moment in one line: `dinsdag van 9.30 tot 12.00 uur`."""
        times = self.times_in_words(say)
        if times and self.van is not None and self.tot is not None:
            times = say("van_tijd", tijd=times)
        first = " ".join(word for word in (self.day_words or self.tekst or "", times) if word)
        return ", ".join([first, *self.limits_in_words(say)])

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins in a way that no night explains."""
        if self.van is None or self.tot is None or self.tot == MIDNIGHT != self.van:
            return False
        return self.van == self.tot or (self.tot < self.van and length_of(self) > _LONGEST_NIGHT)


def _check_weekdays(dates: Iterable[date], days: Days) -> None:
    """Raise when a date is not on one of the days of the week that stand with it."""
    for day in dates:
        if day.weekday() not in days.weekdays:
            raise error(
                "Bij dag staat {days}, maar {date} is een {weekday}. Kijk na welke van de twee "
                "klopt. Is het iedere {days} en ook op die datum, maak er dan twee momenten van.",
                days=write_days(days),
                date=date_in_words(day),
                weekday=WEEKDAYS[day.weekday()],
            )


def length_of(moment: Moment) -> timedelta:
    """How long it lasts by the clock; nothing when its end is not known."""
    if moment.hele_dag:
        return timedelta(days=1)
    if moment.van is None or moment.tot is None:
        return timedelta()
    minutes = [t.hour * 60 + t.minute for t in (moment.van, moment.tot)]
    return timedelta(minutes=(minutes[1] - minutes[0]) % (24 * 60))


_CLOCK = r"\d{1,2}(?:\s?[:.u]\s?\d{2})?(?:\s?u(?![a-z]))?"
_SPAN = re.compile(
    rf"[\s,:]*(?<![\d-])\b(?:van\s+|tussen\s+)?(?P<van>{_CLOCK})\s*(?:uur\s*)?"
    rf"(?:tot|-|–|—|t/m|en)\s*(?P<tot>{_CLOCK})(?![-\d])(?:\s*uur\b)?",
    re.I,
)
_START = re.compile(rf"[\s,:]*\b(?:om|vanaf|v\.?a\.?)\s+(?P<van>{_CLOCK})(?:\s*uur\b)?", re.I)
_BARE_START = re.compile(
    r"[\s,:]+(?P<van>\d{1,2}(?:[:u]\d{2}(?:\s?u(?:ur)?\b)?|\.\d{2}\s?u(?:ur)?\b|\s?u(?:ur)?\b"
    r"|\.(?:00|1[3-9]|[2-5]\d)))(?![.\d-])",
    re.I,
)
"""A time without a word before it; `12.12` may be a day as well, and is none."""
_WHOLE_DAY = re.compile(r"[\s,]*\b(?:de )?hele dag\b", re.I)
_DAYS_OF_MONTH = re.compile(
    r"(?P<days>\d{1,2}(?:\s?,\s?\d{1,2})*)\s?(?:,|en|&|\+)\s?(?P<last>\d{1,2})"
    r"\s(?P<rest>[a-z]{3,9}\.? \d{4})",
    re.I,
)
"""Several days of one month: `12 en 13 december 2026`."""
_AND_ALSO = re.compile(r"^(?:[\s,;/+&]|en\b|en ook\b)+", re.I)
_NO_CLOCK = re.compile(
    r"24\s?/\s?7|24 uur per dag|\b\d+\s?(?:x|keer|dagen)\b|(?:\d[\s-]?){8,}", re.I
)
"""Numbers that are no day and no time: how often, around the clock, a telephone number."""
_WITHOUT_YEAR = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)})\b\.?(?!\s*\d{{4}})",
    re.I,
)
_ANY_DATE = re.compile(
    r"(?:\b(?P<weekday>[a-z]{2,10})\.?,? (?:de )?)?"
    r"\b(?P<date>\d{1,2}(?:[-/.]\d{1,2}[-/.]| [a-z]{3,9}\.? )\d{4}|\d{4}-\d{1,2}-\d{1,2})\b",
    re.I,
)
"""A whole date, perhaps with a word before it that may be its day of the week."""
_LONGEST_SENTENCE = 400
"""In characters; nobody says a moment in more."""
_PART_OF_DAY = re.compile(
    rf"\b(?P<day>(?:{'|'.join(WEEKDAYS)}))\s?(?:'s\s)?"
    r"(?P<part>ochtend|morgen|middag|avond|nacht)(?:s|en)?\b",
    re.I,
)
_PARTS = {
    "ochtend": range(4, 13), "morgen": range(4, 13), "middag": range(12, 19),
    "avond": range(17, 24), "nacht": range(24),
}  # fmt: skip
"""The hours at which something of that part of the day may begin."""


def _read_sentence(text: str) -> Mapping[str, object]:
    """The fields of a moment that stands in one sentence; words without a day or time stay words.

    Raises the refusal of a value when the sentence names a day or time that cannot be read: it
    would be no more than words on the page, and missing in the week.
    """
    line = " ".join(text.split())
    if len(line) > _LONGEST_SENTENCE:
        raise error(
            "Hier staat te veel voor één moment ({count} tekens). Zet elk moment op een eigen "
            "regel met een streepje ervoor, zoals: - dinsdag van 9.30 tot 12.00 uur. Wat er nog "
            "meer over te zeggen is, hoort bij omschrijving.",
            count=str(len(line)),
        )
    if not line or not (re.search(r"\d", _NO_CLOCK.sub("", line)) or _names_days(line)):
        return {"tekst": line} if line else {}
    found = find_moment(line)
    if found is None:
        _refuse_impossible_dates(line)
    if found is None and (day := _WITHOUT_YEAR.search(line)):
        raise error(
            'Bij "{day}" ontbreekt het jaar, en een datum komt maar één keer. Schrijf het '
            "erachter, zoals in: 10 december 2026 van 14.00 tot 16.00 uur.",
            day=day[0],
        )
    if found is None and re.search(r"\btot\s+\d", line) and not _SPAN.search(line):
        raise error(
            'In "{text}" staat niet hoe laat het begint. Schrijf het erbij, bijvoorbeeld: dinsdag '
            "van 9.30 tot 12.00 uur.",
            text=line,
        )
    if found is None:
        raise error(
            'Uit "{text}" is niet op te maken wanneer het is. Schrijf bijvoorbeeld: dinsdag van '
            "9.30 tot 12.00 uur. Kan het alleen in eigen woorden, schrijf dan: {own}",
            text=line,
            own=f'{{tekst: "{line}"}}',
        )
    return found


def _refuse_impossible_dates(line: str) -> None:
    """Raise for a date in a sentence that does not exist or is on another day of the week."""
    for match in _ANY_DATE.finditer(line):
        try:
            day = parse_date(match["date"])
        except PydanticCustomError as refusal:
            if "bestaat niet" in refusal.message_template:
                raise
            continue
        days = find_days(match["weekday"]) if match["weekday"] else None
        if days is not None and day.weekday() not in days.weekdays:
            raise error(
                '"{text}" kan niet: die datum is een {weekday}. Kijk na welke van de twee klopt.',
                text=match[0],
                weekday=WEEKDAYS[day.weekday()],
            )


def _names_days(line: str) -> bool:
    return names_a_day(line) or find_days(line.partition(",")[0]) is not None


def _split_moments(value: object) -> object:
    """One sentence as a list of the moments in it: `ma 9-12 en wo 13-16` holds two. Only where one
    sentence is all there is: each part of a list keeps its own place."""
    if not isinstance(value, list) or len(value) != 1 or not isinstance(value[0], str):
        return value
    return _find_several(" ".join(value[0].split())) or value


def _find_several(line: str) -> list[Mapping[str, object]]:
    """The moments in a sentence that holds more than one, each of which can be read; else none. A
    time without a day belongs to the day before it."""
    ends = [match.end() for match in _SPAN.finditer(line)]
    if len(ends) < 2:
        return []
    found: list[Mapping[str, object]] = []
    starts = [0, *ends[:-1]]
    for start, end in zip(starts, [*ends[:-1], len(line)], strict=True):
        piece = line[start:end]
        if start:
            if not (joint := _AND_ALSO.match(piece)):
                return []
            piece = piece[joint.end() :]
        fields = find_moment(piece)
        if fields is None and found and (again := _SPAN.match(f" {piece}")):
            days = {key: found[-1][key] for key in ("dag", "datum") if key in found[-1]}
            rest = f" {piece}"[again.end() :].strip()
            fields = None if rest else {**days, **again.groupdict()}
        if fields is None:
            return []
        found.append(fields)
    return found


Moments = Annotated[tuple[Moment, ...], BeforeValidator(_split_moments), BeforeValidator(as_list)]
"""When something is, of several moments; one sentence may stand for a list."""


def find_moment(text: str) -> dict[str, object] | None:
    """The fields of the moment in a sentence, as a file would hold them; None without one."""
    line = in_figures(" ".join(text.split()))
    line = re.sub(r"dag-(?=\s*(?:,|en\b|&|/))", "dag", line)
    part = ""
    if match := _PART_OF_DAY.search(line):
        part = match["part"].lower()
        line = f"{line[: match.start()]}{match['day']}{line[match.end() :]}"
    found = _find_in_line(line)
    return _at_part_of_day(found, part) if found and part else found


def _at_part_of_day(found: dict[str, object], part: str) -> dict[str, object] | None:
    """A moment on a part of the day: the hour tells it already, or contradicts it."""
    if "van" in found:
        return found if int(re.findall(r"\d+", str(found["van"]))[0]) in _PARTS[part] else None
    if "hele_dag" in found or "toelichting" in found:
        return None
    return {**found, "toelichting": f"'s {part}s"}


def _find_in_line(line: str) -> dict[str, object] | None:
    if days := _days_or_date(line):
        return days
    for pattern in (_SPAN, _START, _BARE_START, _WHOLE_DAY):
        for match in pattern.finditer(line):
            times: dict[str, object] = dict(match.groupdict()) or {"hele_dag": "ja"}
            if found := _with_days(times, line[: match.start()], line[match.end() :].strip()):
                return found
    before = line.partition(",")[0]
    return _with_days({}, before, line[len(before) :].strip())


def _with_days(times: dict[str, object], before: str, rest: str) -> dict[str, object] | None:
    """Times with the days before them, and what is noted behind; or with the days behind them."""
    if times and not before.strip():
        days = _days_or_date(rest)
        return {**days, **times} if days else None
    if rest and not rest.startswith((",", "(", ";", "–", "-")) and not _is_note(rest):
        return None
    days = _days_or_date(before)
    if days is None:
        return None
    note = rest.strip(" ,;–-")
    note = note[1:-1] if note.startswith("(") and note.endswith(")") else note
    if re.search(rf"\b{_CLOCK}\s*(?:uur|tot)\b", note) or (note and find_days(note)):
        return None  # a second moment in the same sentence
    return {**days, **times, **({"toelichting": note} if note else {})}


_NO_NOTE = re.compile(
    r"\b(?:tot|van|vanaf|en|of|behalve|niet|geen|om|t/m|tussen|elke|iedere|alleen)\b", re.I
)


def _is_note(text: str) -> bool:
    """Whether what stands behind a time only says what it is: `dinsdag 9-12 inloop`."""
    return (
        re.fullmatch(r"[^\W\d_][^\W\d_' -]{0,39}(?: [^\W\d_'-]{1,20}){0,3}", text) is not None
        and not _NO_NOTE.search(text)
        and not names_a_day(text)
    )


def _days_or_date(text: str) -> dict[str, object] | None:
    bare = text.strip(" ,:").removeprefix("op ")
    if find_days(bare):
        return {"dag": bare}
    weekday, bare = _weekday_before(bare)
    dates = _all_dates(bare) or [bare]
    if match := _DAYS_OF_MONTH.fullmatch(bare):
        numbers = [*re.findall(r"\d+", match["days"]), match["last"]]
        dates = [f"{number} {match['rest']}" for number in numbers]
    try:
        found = [parse_date(text) for text in dates]
    except PydanticCustomError:
        return None
    if weekday is not None and any(day.weekday() != weekday for day in found):
        return None
    told = [day.isoformat() for day in found]
    return {"datum": told if len(told) > 1 else told[0]}


_RANGE_OF_DATES = re.compile(
    r"(?P<first>\d{1,2})(?P<month>\s[a-z]{3,9}\.?)?\s?(?:t/m|tot en met|-|–)\s?"
    r"(?P<last>\d{1,2})(?P<rest>\s[a-z]{3,9}\.? \d{4})",
    re.I,
)
_MOST_DATES = 31


def _all_dates(text: str) -> list[str]:
    """Every date of a row of days: `12 t/m 15 december 2026`; empty for anything else."""
    match = _RANGE_OF_DATES.fullmatch(text)
    if match is None:
        return []
    year = match["rest"][-4:]
    first_rest = f"{match['month']} {year}" if match["month"] else match["rest"]
    try:
        first = parse_date(match["first"] + first_rest)
        last = parse_date(match["last"] + match["rest"])
    except PydanticCustomError:
        return []
    count = (last - first).days + 1
    if not 1 < count <= _MOST_DATES:
        return []
    return [(first + timedelta(days=n)).isoformat() for n in range(count)]


def _weekday_before(text: str) -> tuple[int | None, str]:
    """The day of the week before a date, and the date: `vr 11-12-2026`."""
    match = re.fullmatch(r"([a-z]+)\.?,? (\d.*)", text, re.I)
    days = find_days(match[1]) if match else None
    if match is None or days is None or len(days.weekdays) != 1:
        return None, text
    return days.weekdays[0], match[2]
