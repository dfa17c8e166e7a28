"""The line as it should have been: texts between quotation marks, and brackets that close.

What is made here is only ever shown, never read in place of what somebody typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .names import all_fields

CURLY_OPEN = "“„‟”‘‚‛’«‹"
CURLY_CLOSE = "”“‟’‘‛»›"
"""Quotation marks of word processors; in a hurry any of them opens or closes."""

_PLAIN = re.compile(
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=“”„‘’][^,\[\]{}#:]*(?:(?::(?=\S)|(?<=\S)#)[^,\[\]{}#:]*)*"
)


def quote(text: str) -> str:
    """A text between quotation marks of the kind that is not in it; every character stays."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quote_if_needed(text: str) -> str:
    """A text as it can stand anywhere, also between brackets."""
    return text if _PLAIN.fullmatch(text) and not text.endswith(":") else quote(text)


_WITH_BRACKET = re.compile(r"(?P<voor>[ \t]*(?:- +)*(?:[\w\"'-]+ ?: *)?)(?P<haken>[\[{].*)")
_KEY = re.compile(r"(?P<naam>\"[^\"]*\"|'[^']*'|[\w-]+) *(?P<punt>[:=]) *")
_STRAIGHT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_CURLY = re.compile(rf"[{CURLY_OPEN}](?P<tekst>[^{CURLY_CLOSE}\"]*)[{CURLY_CLOSE}\"]")
_CLOSER = {"[": "]", "{": "}"}


@dataclass(slots=True)
class BracketRepair:
    """A line with brackets as it was probably meant, and what was wrong with it, first first."""

    line: str
    defects: list[str] = field(default_factory=list)


def repair_brackets(line: str) -> BracketRepair | None:
    """Read a line that holds something between brackets, however badly; None when that fails."""
    match = _WITH_BRACKET.fullmatch(line.rstrip())
    if match is None or len(line) > 400:
        return None
    reader = _BracketParser(match["haken"])
    try:
        repaired = reader.value("")
    except (_NotUnderstood, RecursionError):
        return None
    rest = reader.text[reader.position :].strip()
    if rest and not rest.startswith("#"):
        return None
    return BracketRepair(
        f"{match['voor']}{repaired}" + (f"  {rest}" if rest else ""), reader.defects
    )


class _NotUnderstood(Exception):
    """No sense can be made of what stands between the brackets."""


class _BracketParser:
    """Reads lists and groups between brackets, from left to right, and forgives."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.defects: list[str] = []

    def value(self, enclosing: str) -> str:
        """The value beginning here, as it should be written; `enclosing` is the bracket around."""
        self._skip_spaces()
        character = self._peek()
        if character == "{":
            return self._group()
        if character == "[":
            return self._read_list()
        return self._read_text(enclosing)

    def _group(self) -> str:
        parts: list[tuple[str, str]] = []
        self.position += 1
        while not self._closes("{"):
            key = _KEY.match(self.text, self.position)
            if key is None:
                if not parts:
                    raise _NotUnderstood
                self._note_defect("komma te veel")
                name, value = parts.pop()
                parts.append((name, quote(f"{_bare(value)}, {self._read_piece('{')}")))
                continue
            end = self.position = key.end()
            if key["punt"] == "=" or self.text[end - 1] == ":":
                self._note_defect("geen spatie")
            parts.append((key["naam"], self.value("{")))
        return "{" + ", ".join(f"{n}: {w}" for n, w in parts) + "}"

    def _read_list(self) -> str:
        parts: list[str] = []
        self.position += 1
        while not self._closes("["):
            parts.append(self.value("["))
        return "[" + ", ".join(parts) + "]"

    def _closes(self, bracket: str) -> bool:
        """Pass over spaces and one comma; whether the list or group ends here."""
        self._skip_spaces()
        if self._peek() == ",":
            self.position += 1
            self._skip_spaces()
        character = self._peek()
        if character and character not in "]}":
            return False
        if character != _CLOSER[bracket]:
            self._note_defect("sluit niet" if not character else "sluit anders")
        self.position += 1
        return True

    def _read_text(self, enclosing: str) -> str:
        for pattern in (_STRAIGHT, _CURLY):
            match = pattern.match(self.text, self.position)
            if match and (ending := self._read_what_follows(match.end(), enclosing)):
                self.position = match.end()
                if ending == "komma":
                    self._note_defect("geen komma")
                if pattern is _STRAIGHT:
                    return match[0]
                self._note_defect("krul")
                return quote_if_needed(match["tekst"])
        piece = self._read_piece(enclosing)
        if piece[:1] in {'"', "'"}:
            self._note_defect("aanhaling")
            piece = piece[1:] if not piece.startswith("'s ") else piece
        elif piece.startswith("#"):
            self._note_defect("hekje")
        elif ": " in piece:
            self._note_defect("dubbele punt")
        elif piece and not _PLAIN.fullmatch(piece):
            self._note_defect("begin")
        return quote_if_needed(piece)

    def _read_what_follows(self, position: int, enclosing: str) -> str:
        """What follows a text between quotation marks: an end, or a field without a comma."""
        rest = self.text[position:].lstrip()
        if not rest or rest[0] in ",]}":
            return "einde"
        return "komma" if enclosing == "{" and _KEY.match(rest) else ""

    def _read_piece(self, enclosing: str) -> str:
        """The text from here to where the next part begins."""
        start = self.position
        while character := self._peek():
            if character in "]}" or (character == "," and enclosing == "["):
                break
            if enclosing == "{" and character in ", ":
                next_ = _KEY.match(
                    self.text, self.position + 1 + (self._count_spaces_after(character))
                )
                if next_ and character == ",":
                    break
                if next_ and next_["naam"] in all_fields() and self.position > start:
                    self._note_defect("geen komma")
                    break
            self.position += 1
        return self.text[start : self.position].strip()

    def _count_spaces_after(self, character: str) -> int:
        rest = self.text[self.position + 1 :]
        return len(rest) - len(rest.lstrip()) if character == "," else 0

    def _peek(self) -> str:
        return self.text[self.position : self.position + 1]

    def _skip_spaces(self) -> None:
        while self._peek() in {" ", "\t", "\u00a0"}:
            self.position += 1

    def _note_defect(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)


def _bare(value: str) -> str:
    return value[1:-1] if _STRAIGHT.fullmatch(value) else value
