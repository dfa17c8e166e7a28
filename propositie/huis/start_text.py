"""Start texts: what the program wrote where nothing may be left out, and nobody replaced yet.

What still holds one is absent from the public house (contract, section 4): an entry of a list, a
field, a group, or the thing itself, as far up as the model needs to be whole without it; and so is
what cannot be without that thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from . import value_types as v
from .base import Thing
from .fields import Field, KeyPath, fields_of
from .huis import KINDS, Huis, things_of
from .kinds import Kind
from .walk import is_reference, walk

T = TypeVar("T", bound=BaseModel)

TO_FILL_IN = "Nog invullen"
"""How a text begins that is there only because the field may not be empty."""
NAMELESS = "Onze organisatie"
"""The name of an organisation that has yet to give one."""
PLACEHOLDERS = frozenset(
    {
        "Eerste klantgroep",
        "Eerste behoefte",
        "Eerste dienst",
        "Eerste belofte",
        "Voornaam Achternaam",
        NAMELESS,
        "Onze plaats",
    }
)
"""Names in a new organisation that stand there to be replaced. A test finds each of them there."""

CONTACT_PAGE = "contact"
"""The free page on which the organisation tells how to reach it."""

_BEGINNINGS = {text[:3].lower() for text in (TO_FILL_IN, *PLACEHOLDERS)}
"""How they begin, which most texts do not."""
_MARKED = {v.MARKUP, v.FREE_MARKUP}
"""The types of a text in which one piece may be a start text, and the rest is not."""


def is_placeholder(text: str) -> bool:
    """Whether a text still stands there as the program wrote it, the whole of it or its end."""
    if TO_FILL_IN in text:
        return True
    if text[:3].lower() not in _BEGINNINGS:
        return False
    return text in PLACEHOLDERS or text[: len(TO_FILL_IN)].lower() == TO_FILL_IN.lower()


def is_typed(field: Field) -> bool:
    """Whether a field holds words; no number, date or id can be a start text."""
    return field.value_type in v.TEXTS or field.value_type is v.FREE_MARKUP


def start_texts(thing: BaseModel) -> list[KeyPath]:
    """The path of each text of a thing that is a start text, or in which one stands."""
    return [path for path, _, text in walk(thing, is_typed) if is_placeholder(text)]


# --- without them -------------------------------------------------------------------------------


def filled_in(huis: Huis) -> Huis:
    """The house without what still holds a start text, and without what leads there.

    A house without any is given back as it is. What there is only one of (the organisation) stays,
    without the words that are missing.
    """
    held = {kind.name: dict(things_of(huis, kind)) for kind in KINDS}
    gone: set[tuple[str, str]] = set()
    changed = False
    for kind in KINDS:
        for thing in list(held[kind.name].values()):
            if kind.public and start_texts(thing):
                changed = True
                _put(held, kind, own_part(thing, kind), thing.id, gone)
    news = gone
    while news:
        here, news = news, set()

        def leads_somewhere(field: Field, value: Any, here: set[tuple[str, str]] = here) -> Any:
            return None if (field.kind, value) in here else value

        for kind in KINDS:
            for thing in list(held[kind.name].values()):
                if any((field.kind, id_) in here for _, field, id_ in walk(thing, is_reference)):
                    left = _left_of(thing, leads_somewhere, stays=kind.is_single)
                    _put(held, kind, left, thing.id, news)
    if not changed:
        return huis
    kept: dict[str, Any] = {k.name: _as_held(held[k.name], k) for k in KINDS}
    return Huis(**kept)


def left_out(huis: Huis) -> Mapping[tuple[str, str], Thing]:
    """What of a house is not public for a start text, in it or in what it needs, by kind and id."""
    rest = filled_in(huis)
    if rest is huis:
        return {}
    return {
        (kind.name, id_): thing
        for kind in KINDS
        if kind.public
        for id_, thing in things_of(huis, kind).items()
        if id_ not in things_of(rest, kind)
    }


def is_anonymous(huis: Huis) -> bool:
    """Whether the organisation has yet to say who it is, or how people can reach it."""
    contact = huis.paginas.get(CONTACT_PAGE)
    return any(start_texts(thing) for thing in (huis.organisatie, contact) if thing is not None)


def _as_held(things: Mapping[str, Thing], kind: Kind) -> object:
    return next(iter(things.values())) if kind.is_single else things


Keep = Callable[[Field, Any], Any]
"""What is kept of a single value of a field; None for nothing."""


def _own_words(field: Field, value: Any) -> Any:
    """The words that are the organisation's own."""
    if not is_typed(field) or not is_placeholder(value):
        return value
    if field.value_type in _MARKED and value not in PLACEHOLDERS:
        return without_start_text(value) or None
    return None


def own_part(thing: Thing, kind: Kind) -> Thing | None:
    """A thing of a kind without its start texts; None when it cannot be without them."""
    left = _left_of(thing, _own_words, stays=kind.is_single)
    if left is not None and kind.is_markdown and not getattr(left, "tekst", ""):
        return None
    return left


def _put(
    held: dict[str, dict[str, Thing]], kind: Kind, left: Thing | None, id_: str,
    gone: set[tuple[str, str]],
) -> None:  # fmt: skip
    """Put what is left of a thing in its place; note it when nothing is."""
    if left is None:
        del held[kind.name][id_]
        gone.add((kind.name, id_))
    else:
        held[kind.name][id_] = left


def _left_of(part: T, keep: Keep, *, stays: bool = False) -> T | None:
    """A thing or group with what is kept of its values; None when it is not whole without the
    rest. One that `stays` gets an empty text where one is missing."""
    changes: dict[str, Any] = {}
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if value is None or value == ():
            continue
        left = _left_in(field, value, keep)
        if left is value:
            continue
        if left is None and field.required:
            if not stays:
                return None
            left = NAMELESS if field.key == "naam" else ""
        changes[field.name] = _default_of(field) if left is None else left
    if not changes:
        return part
    candidate = part.model_copy(update=changes)
    return candidate if stays or _is_whole(candidate) else None


def _left_in(field: Field, value: Any, keep: Keep) -> Any:
    """What is kept of the value of a field; the same object when that is all of it."""
    if field.is_list and isinstance(value, tuple):
        kept = tuple(
            left for item in value if (left := _left_in_one(field, item, keep)) is not None
        )
        if len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True)):
            return value
        return kept if len(kept) >= max(1, field.minimum or 0) else None
    return _left_in_one(field, value, keep)


def _left_in_one(field: Field, value: Any, keep: Keep) -> Any:
    if field.value_type is v.GROUP:
        left = _left_of(value, keep)
        is_empty = left is not None and left is not value and _is_empty(left)
        return None if is_empty and not (field.required and not field.is_list) else left
    if field.value_type is v.TABLE:
        rows = {name: _left_in(field.fields[0], item, keep) for name, item in value.items()}
        if all(rows[name] is item for name, item in value.items()):
            return value
        return {name: item for name, item in rows.items() if item is not None} or None
    return keep(field, value)


def _default_of(field: Field) -> Any:
    return field.owner.model_fields[field.name].get_default(call_default_factory=True)


def _is_empty(group: BaseModel) -> bool:
    """Whether nothing is left in a group but what holds when nobody says anything."""
    return all(
        getattr(group, field.name) == _default_of(field)
        for field in fields_of(type(group))
        if not field.required
    ) and not any(field.required for field in fields_of(type(group)))


def _is_whole(part: BaseModel) -> bool:
    """Whether a thing or group may be so, as its class sees it: a price that says no price is
    none."""
    try:
        for check in _checks_of(type(part)):
            check(part)
    except PydanticCustomError:
        return False
    return True


@cache
def _checks_of(class_: type[BaseModel]) -> Sequence[Callable[[Any], object]]:
    """What a class asks of its fields together."""
    validators = class_.__pydantic_decorators__.model_validators.values()
    return [d.func for d in validators if d.info.mode == "after"]


# --- in a text of several lines -----------------------------------------------------------------

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_BEGINS_A_PART = re.compile(r"\s*(?:[-*+•]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||\?\?\?|!!!|\[\^)")
"""How a line begins that is no continuation of the one before it."""
_FOLD = re.compile(r"(?:\?\?\?|!!!)")
_BARE = re.compile(r"[\s>*+_•~`\"'“”‘’(\[!-]*(?:\d{1,3}[.)]\s*)?(?:\[[ xX]\]\s*)?")
"""What is left of a line of which the words went: marks and no words."""
_ANYWHERE = re.compile(rf"(?:\[|!\[|[*_\"'“‘(])*{TO_FILL_IN}\b")
_AT_THE_BEGINNING = re.compile(rf"^{_BARE.pattern}{TO_FILL_IN}\b", re.I)


def without_start_text(text: str) -> str:
    """A Markdown text without its start texts: each from where it begins to the end of its
    paragraph, and a heading below which nothing is left; empty when no words are.

    >>> without_start_text("Bellen mag altijd. Nog invullen: op welk nummer.")
    'Bellen mag altijd.'
    """
    lines, kept = text.split("\n"), []
    number = 0
    touched = False
    while number < len(lines):
        line = lines[number]
        start = _start_in(line)
        if start is None:
            kept.append(line)
            number += 1
            continue
        touched = True
        kept += _before(line, start)
        number = _end_of_part(lines, number)
    if not touched:
        return text
    left = "\n".join(_without_bare_headings(kept, lines)).strip("\n")
    return left if _has_words(left) else ""


def _start_in(line: str) -> int | None:
    """Where a start text begins on a line."""
    if TO_FILL_IN.lower() not in line.lower():
        return None
    if _AT_THE_BEGINNING.match(line):
        return 0
    found = _ANYWHERE.search(line)
    return found.start() if found else None


def _before(line: str, start: int) -> list[str]:
    """What stays of the line on which a start text begins; of a row of a table all but that
    cell."""
    if line.lstrip().startswith("|"):
        cells = [" " if _start_in(cell) is not None else cell for cell in line.split("|")]
        return ["|".join(cells)]
    if start == 0 or _HEADING.match(line) or _FOLD.match(line):
        return []
    rest = line[:start].rstrip()
    return [] if _BARE.fullmatch(rest) else [rest]


def _end_of_part(lines: Sequence[str], number: int) -> int:
    """The line on which something else begins than what stands on a line."""
    line = lines[number]
    below = number + 1
    if line.lstrip().startswith("|") or _HEADING.match(line):
        return below
    if _FOLD.match(line):
        while below < len(lines) and (not lines[below].strip() or lines[below][:1] in " \t"):
            below += 1
        return below
    while below < len(lines) and lines[below].strip() and not _BEGINS_A_PART.match(lines[below]):
        below += 1
    return below


def _without_bare_headings(kept: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    """Lines without the headings below which something stood and nothing does any more."""
    had_words = _headings_with_words(before)
    has_words = _headings_with_words(kept)
    for line in kept:
        if _HEADING.match(line) and line in had_words and line not in has_words:
            continue
        yield line


def _headings_with_words(lines: Sequence[str]) -> set[str]:
    """The lines of headings below which words stand, their own or below a lower heading."""
    found: set[str] = set()
    above: list[tuple[int, str]] = []
    for line in lines:
        if match := _HEADING.match(line):
            level = len(match[1])
            above = [one for one in above if one[0] < level]
            above.append((level, line))
        elif line.strip():
            found.update(heading for _, heading in above)
    return found


def _has_words(text: str) -> bool:
    """Whether anything stands in a text besides headings and marks."""
    return any(not _HEADING.match(line) and re.search(r"\w|!\[", line) for line in text.split("\n"))
