"""Mistakes that show in one line: each function looks at one line for one kind of mistake.

What it returns holds the line as it should stand, when that can be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .characters import find_curly_quotes, find_odd_space, find_wide_colon, find_wrong_dash
from .diagnosis import Diagnosis
from .names import all_fields, find_same_word, find_synonym
from .repair import BracketRepair, quote, quote_if_needed, repair_brackets

_LINE_PARTS = re.compile(r"(?P<voor>\s*(?:- +)*(?:[\w-]+ *: +)?)(?P<tekst>.*?)\s*$")
"""A line split into indentation, dashes and key on one side, and its text on the other."""

LineCheck = Callable[[list[str], int], Diagnosis | None]


def _find_tab(lines: list[str], number: int) -> Diagnosis | None:
    line = lines[number]
    before = re.match(r"[ \t]*(?:-[ \t]+)?", line)[0]  # type: ignore[index]
    column = before.find("\t")
    if column < 0:
        return None
    if "-" in before[:column]:
        message = "Achter het streepje staat een tab. Zet er een spatie."
        correction = f"{before.partition('-')[0]}- {line[len(before) :]}"
        return Diagnosis("V09", message, number, column, 1, correction)
    message = "Deze regel springt in met een tab. Gebruik spaties: twee per trap."
    return Diagnosis("V09", message, number, column, 1, line.replace("\t", "  "))


def _find_missing_name(lines: list[str], number: int) -> Diagnosis | None:
    match = re.match(r"\s*(?:- +)*:(\s|$)", lines[number])
    if match is None:
        return None
    message = "Voor de dubbele punt ontbreekt de naam van het veld."
    return Diagnosis("V02", message, number, lines[number].index(":"))


def _find_missing_space(lines: list[str], number: int) -> Diagnosis | None:
    match = re.match(r"(\s*(?:- +)?)([^\W\d][\w-]*) ?:([^\s:/].*)$", lines[number])
    if match is None:
        return None
    value = match[3].rstrip()
    if ": " in value and value[0] not in "\"'[{":
        value = quote(value)
    correction = f"{match[1]}{match[2]}: {value}"
    position = lines[number].index(":")
    return Diagnosis(
        "V02", "Achter de dubbele punt hoort een spatie.", number, position, 1, correction
    )


def _find_bracket_mistake(lines: list[str], number: int) -> Diagnosis | None:
    """A list or group between brackets in which something is wrong."""
    brackets = repair_brackets(lines[number])
    if brackets is None or not brackets.defects:
        return None
    message = describe_brackets(brackets)
    column = re.search(r"[\[{]", lines[number]).start()  # type: ignore[union-attr]
    return Diagnosis("V02", message, number, column, 1, brackets.line)


def describe_brackets(brackets: BracketRepair) -> str:
    """What to say of the first mistake between brackets."""
    return _BRACKET_MESSAGES[brackets.defects[0]]


_BRACKET_MESSAGES = {
    "sluit niet": "Deze haak sluit niet. Zet aan het einde de haak die erbij hoort: ] of }.",
    "sluit anders": "Deze haak sluit met de verkeerde. Bij [ hoort ] en bij { hoort }.",
    "geen komma": "Tussen twee velden hoort een komma.",
    "geen spatie": "Achter de dubbele punt hoort een spatie.",
    "komma te veel": "Een komma scheidt hier twee velden. Zet een tekst of bedrag met een komma "
    "tussen aanhalingstekens.",
    "krul": "Hier staan gekrulde aanhalingstekens, zoals een tekstverwerker die maakt. "
    'Gebruik rechte: ".',
    "aanhaling": "Hier begint een tekst met een aanhalingsteken dat niet goed sluit.",
    "hekje": "Wat achter # staat, leest de computer niet. Zet het tussen aanhalingstekens.",
    "dubbele punt": "In deze tekst staat een dubbele punt met een spatie erachter. Zet de tekst "
    "tussen aanhalingstekens.",
    "begin": "Deze tekst begint met een teken dat hier iets anders betekent. Zet hem tussen "
    "aanhalingstekens.",
}


def _find_unclosed_quote(lines: list[str], number: int) -> Diagnosis | None:
    """A text that begins with a quotation mark which does not close at its end."""
    before, text = split_line(lines[number])
    if text[:1] not in {'"', "'"}:
        return None
    character = text[0]
    whole = re.match(r'"(?:[^"\\]|\\.)*"' if character == '"' else r"'(?:[^']|'')*'", text)
    if whole is None:
        if re.match(r"'\w{1,2}\b[^']*$", text):
            message = "Een tekst mag niet zomaar met ' beginnen."
            return advise_quotes(message, number, before, text)
        return Diagnosis(
            "V02",
            f"Het aanhalingsteken {character} dat hier begint, sluit niet. "
            f"Zet aan het einde van de tekst ook een {character}.",
            number,
            len(before),
            len(text),
            before + quote(text[1:].rstrip()),
        )
    rest = text[whole.end() :]
    if re.match(r"\s*(?:$|\s#|:(?:\s|$))", rest):
        return None
    message = f"De tekst gaat verder na het aanhalingsteken {character} dat sluit."
    return advise_quotes(message, number, before, text)


def advise_quotes(message: str, number: int, before: str, text: str) -> Diagnosis:
    """Advise to put quotes around the whole of a text, of the kind that is not in it."""
    inside = text[1:-1] if text[0] == text[-1] and text[0] in "\"'" else text
    correction = before + quote(inside)
    advice = "Zet de hele tekst tussen aanhalingstekens."
    return Diagnosis("V02", f"{message} {advice}", number, len(before), len(text), correction)


def split_line(line: str) -> tuple[str, str]:
    """A line as what stands before its text, and that text."""
    match = _LINE_PARTS.match(line)
    return (match["voor"], match["tekst"]) if match else ("", line)


def _find_special_start(lines: list[str], number: int) -> Diagnosis | None:
    """A text whose first character means something else to YAML."""
    before, text = split_line(lines[number])
    if re.match(r"[|>][-+0-9]{0,2} *(?:#.*)?$", text):
        return None
    if block := re.match(r"\| +(\S.*)$", text):
        return _explain_text_after_bar(lines, number, before, block[1])
    foreign = re.match(r"[@`%*&!|>,]|[?-] ", text)
    if foreign is None or (foreign[0] == "- " and ":" not in before):
        return None
    message = f"Een tekst mag niet zomaar met {foreign[0].strip()} beginnen."
    return advise_quotes(message, number, before, text)


def _explain_text_after_bar(lines: list[str], number: int, before: str, text: str) -> Diagnosis:
    """Text on the line of the | after which it should begin."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    following = next((r for r in lines[number + 1 :] if r.strip()), "")
    if len(following) - len(following.lstrip()) > indent:
        message = "Achter | komt niets meer. Begin de tekst op de volgende regel, ingesprongen."
        return Diagnosis("V02", message, number, len(before), 1, f"{before}|")
    message = "De | is er voor een tekst van meer regels. Haal hem hier weg."
    correction = before + quote_if_needed(text)
    return Diagnosis("V02", message, number, len(before), 1, correction)


def _find_bracket_start(lines: list[str], number: int) -> Diagnosis | None:
    """A text that begins with a bracket and goes on after it: `[1] visit below`."""
    match = re.match(r"(\s*(?:- +)*(?:[\w-]+ *: +)?)([\[{][^\[\]{}]*[\]}]) *([^\s,#\]}:].*)$",
                      lines[number])  # fmt: skip
    if match is None:
        return None
    text = lines[number][match.end(1) :].rstrip()
    message = f"Een tekst mag niet zomaar met {text[0]} beginnen."
    return advise_quotes(message, number, match[1], text)


def _find_colon_in_text(lines: list[str], number: int) -> Diagnosis | None:
    """A colon and a space inside a text that is not quoted."""
    match = re.match(r"(\s*(?:- +)*[\w-]+ *: +)([^\s\"'\[{|>#].*?):(\s|$)", lines[number])
    if match is None or " #" in match[2]:
        return None
    text = lines[number][match.end(1) :].rstrip()
    start = "In deze tekst staat een dubbele punt met een spatie erachter."
    if match.end(2) + 1 >= len(lines[number].rstrip()):
        start = "Deze tekst eindigt met een dubbele punt."
    advice = advise_quotes(start, number, match[1], text)
    return replace(advice, column=match.end(2), length=1)


def _check_comment(lines: list[str], number: int) -> Diagnosis | None:
    """A remark as other languages write it."""
    match = re.match(r"(\s*)(//+|--+|<!--+|/\*+|;)\s*([^\n]*?)\s*(?:--+>|\*/)?\s*$", lines[number])
    if match is None or not match[3]:
        return None
    message = f"Een opmerking begint met # en een spatie, niet met {match[2]}."
    correction = f"{match[1]}# {match[3]}"
    return Diagnosis("V02", message, number, len(match[1]), len(match[2]), correction)


def find_other_sign(lines: list[str], number: int) -> Diagnosis | None:
    """A field whose colon is another sign, or is not there at all."""
    match = re.match(
        r"(?P<voor>\s*(?:- +)*)(?P<naam>[^\W\d]\w*(?:[ -]\w+)??)"
        r"(?P<teken> *(?:=>|->|:=|[=;]) *| +[–—-] +| +|$)(?P<tekst>.*?)\s*$",
        lines[number],
    )
    if match is None:
        return None
    name = _find_field_name(match["naam"], strict=not match["teken"].strip())
    if name is None:
        return None
    text, character = match["tekst"], match["teken"].strip()
    if text and text[0] not in "\"'[{|":
        text = text if ": " not in text else quote(text)
    correction = f"{match['voor']}{name}: {text}".rstrip()
    if not character:
        message = f'Achter de naam van het veld "{name}" ontbreekt de dubbele punt.'
        start, end = match.start("naam"), match.end("naam")
        return Diagnosis("V02", message, number, start, end - start, correction)
    message = f'Achter de naam van een veld hoort een dubbele punt, en geen "{character}".'
    position = lines[number].index(character, match.start("teken"))
    return Diagnosis("V02", message, number, position, len(character), correction)


def _find_field_name(word: str, strict: bool) -> str | None:
    """The field of ours that a word is, or may mean when another sign stands behind it."""
    if strict:
        return word if word in all_fields() else None
    return find_same_word(word, all_fields()) or find_synonym(word, all_fields())


LINE_CHECKS: tuple[LineCheck, ...] = (
    _find_tab,
    find_odd_space,
    _find_missing_name,
    find_wide_colon,
    find_wrong_dash,
    _find_missing_space,
    find_curly_quotes,
    _find_bracket_start,
    _find_bracket_mistake,
    _find_unclosed_quote,
    _find_colon_in_text,
    _check_comment,
    _find_special_start,
)
"""Mistakes that show in one line, the surest first."""
