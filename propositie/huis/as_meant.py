"""A Markdown text as it was meant: what people paste from Word, a mail, a web page or a PDF holds
signs that mean something in Markdown and did not where they came from.

What is unambiguous is read (contract, section 2): a bullet of a word processor, an indent at the
beginning of a paragraph, lines broken by a mail program. No word, digit or address changes. What
stands between lines of ``` stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
"""Soft hyphens, and spaces without a width: they break words in two for who searches."""
_BULLET = re.compile(r"^([ \t\u00a0]*)[•▪◦●·–‣⁃∙■□▫➢➤✓✔\uf0a7\uf0b7\uf0d8][ \t\u00a0]+(?=\S)")
"""How a word processor begins the parts of a list."""
_LOWER_BULLET = re.compile(r"^([ \t\u00a0]*)o[\t\u00a0]+(?=\S)")
_MARKER = re.compile(r"^( *)([-*+]|\d{1,9}[.)])[\t\u00a0 ]+(?=\S)")
_LEADING = re.compile(r"^[ \t\u00a0\u2007\u202f]+")
_ITEM = re.compile(r"( *)(?:[-*+]|(\d{1,9})[.)])[ \t]+\S")
_NUMBERED = re.compile(r"( {0,3})(\d{1,9})([.)])[ \t]+(?=\S)")
_DASHED = re.compile(r"-(?=[^\W\d_])")
_FENCE = re.compile(r" {0,3}`{3,}[\w+-]*\s*$")
_TILDES = re.compile(r" {0,3}~{3,}\s*$")
_RULE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_FOLD = re.compile(r"(?:\?\?\?\+?|!!!)\s")
_OTHER_BLOCK = re.compile(r" {0,3}(?:#{1,6}\s|>|\||<|`{3}|\?\?\?|!!!|\[[^\]]+\]:)")
"""How a line begins that is no line of a paragraph."""
_ADDRESS = re.compile(
    r"(?<![<(\[\]\"'`\w/=\\])(?P<address>(?:https?://|www\.)[^\s<>()\[\]\"`]*[_*][^\s<>()\[\]\"`]*)"
)
_TRAILING = re.compile(r"[.,;:!?*_'’”]+$")
_OFFICE = re.compile(
    r"</?(?:o|v|w|m|st1):\w+[^<>]{0,500}>|<!--\s*(?:Start|End)Fragment\s*-->"
    r"|<!--\[if .{0,5000}?<!\[endif\]-->|<!\[(?:if|endif)[^<>]{0,100}\]>",
    re.S | re.I,
)
_KNOWN_TAGS = (
    "a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code"
    "|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer"
    "|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map"
    "|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select"
    "|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th"
    "|thead|time|title|tr|tt|u|ul|var|video|audio|wbr"
)
_NO_TAG = re.compile(
    rf"(?<!\()<(?!/?(?:{_KNOWN_TAGS})[\s/>])(?!!--)(?!\w[\w+.-]*:)(?![^<>\s]+@[^<>\s]+>)"
    r"(/?[^\W\d_][^<>\n]{0,80})>",
    re.I,
)
"""Words between angle brackets, which a browser takes for a mark that it does not know."""
_MIN_WIDTH = 50
"""A line of a text that a program wrapped is at least so long; an address on an envelope is not."""
_RAGGED = 0.85
"""Of proportional letters not all full lines have the same number."""


def as_meant(text: str, *, keeps_html: bool = False) -> str:
    """The text as the parser of Markdown has to get it. `keeps_html`: it goes to the host, which
    takes HTML and has other rules for lists, and not to our own parser."""
    if not _may_be_pasted(text):
        return text
    text = _OFFICE.sub("", text).translate(_INVISIBLE).replace("\u2028", "\n")
    if keeps_html:
        text = _NO_TAG.sub(r"&lt;\1&gt;", text)
    lines = text.split("\n")
    fenced = _fenced(lines)
    lines = [line if n in fenced else _line_as_meant(line) for n, line in enumerate(lines)]
    lines = _apart(lines, fenced, _without_indents)
    lines = _apart(lines, _fenced(lines), lambda part: _with_lists(part, keeps_html))
    lines = _apart(lines, _fenced(lines), _with_tables)
    lines = _apart(lines, _fenced(lines), _with_rules)
    lines = _apart(lines, _fenced(lines), _unwrapped)
    return "\n".join(lines)


_SIGNS = re.compile(
    r"[^\x20-\x7e\n€éèëêïíóöôüúáàäâçñ‘’“”…]|[<#~=\t]|\n|^\s*\d+[.)]|[_*]\S*[/.]|/\S*[_*]"
)


def _may_be_pasted(text: str) -> bool:
    """Whether there is anything to look at; most texts are a line or two of plain words."""
    return _SIGNS.search(text) is not None


def _fenced(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that are code, with the lines of ``` around them."""
    found: set[int] = set()
    start: int | None = None
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            if start is None:
                start = number
            else:
                found.update(range(start, number + 1))
                start = None
    return found


def _apart(
    lines: list[str], fenced: set[int], change: Callable[[list[str]], list[str]]
) -> list[str]:
    """Lines, changed piece by piece around what is code."""
    result: list[str] = []
    piece: list[str] = []
    for number, line in enumerate(lines):
        if number in fenced:
            result += [*change(piece), line] if piece else [line]
            piece = []
        else:
            piece.append(line)
    return [*result, *(change(piece) if piece else [])]


def _line_as_meant(line: str) -> str:
    """One line, as far as it needs no other line to be understood."""
    if lead := _LEADING.match(line):
        line = lead[0].expandtabs(4).replace("\u00a0", " ").replace("\u2007", " ").replace(
            "\u202f", " ") + line[lead.end():]  # fmt: skip
    line = _BULLET.sub(r"\1- ", line)
    line = _LOWER_BULLET.sub(r"    - ", line)
    line = _MARKER.sub(r"\1\2 ", line)
    if _TILDES.match(line):
        return "***"
    line = re.sub(r"^( {0,3})(#{2,6})(?=[^\s#])", r"\1\2 ", line)
    line = re.sub(r"^( {0,3})#(?=[^\s#])", r"\1\\#", line)
    if _FENCE.match(line):
        line = line.replace("```", "\\```", 1)  # it has no end: the rest would be code
    if "://" in line or "www." in line.lower():
        line = _ADDRESS.sub(_as_link, line)
    return line


def _as_link(match: re.Match[str]) -> str:
    """An address with signs in it that would make it bold: written so that they do not."""
    whole = match["address"]
    address = _TRAILING.sub("", whole)
    if not re.search(r"[_*]", address):
        return whole
    rest = whole[len(address) :]
    if address.lower().startswith("www."):
        shown = re.sub(r"([_*])", r"\\\1", address)
        return f"[{shown}](<https://{address}>){rest}"
    return f"<{address}>{rest}"


def _without_indents(lines: list[str]) -> list[str]:
    """Paragraphs without an indent before them, which would make code of them. What stands under a
    part of a list, or in a fold-out, keeps its place there."""
    result: list[str] = []
    in_container = False
    is_stripping = False
    after_blank = True
    for line in lines:
        if not line.strip():
            after_blank, is_stripping = True, False
            result.append(line)
            continue
        indent = len(line) - len(line.lstrip(" "))
        if indent < 4 or (after_blank is False and is_stripping is False and not in_container):
            if _ITEM.match(line) or _FOLD.match(line):
                in_container = True
            elif after_blank and indent < 2:
                in_container = False
        elif after_blank and not in_container:
            is_stripping = True
        after_blank = False
        result.append(line.lstrip(" ") if is_stripping else line)
    return result


def _with_lists(lines: list[str], keeps_html: bool) -> list[str]:
    """Lines whose numbers and dashes make a list where one was meant, and stay as typed where not:
    `1974. Het jaar van de bus` is no part of a list."""
    numbers = {n: int(m[2]) for n, line in enumerate(lines) if (m := _NUMBERED.match(line))}
    dashed = {n for n, line in enumerate(lines) if _DASHED.match(line)}
    result: list[str] = []
    in_list = False
    begun_at: int | None = None
    last: int | None = None
    for number, line in enumerate(lines):
        if number in dashed and {number - 1, number + 1} & dashed:
            line = f"- {line[1:]}"
        if number in numbers:
            value = numbers[number]
            following = next((numbers[n] for n in sorted(numbers) if n > number), None)
            is_part = last is not None and value in (last, last + 1)
            if not is_part and not (value <= 1 or following == value + 1):
                line = _NUMBERED.sub(r"\1\2\\\3 ", line, count=1)
            else:
                begun_at = begun_at if is_part and begun_at is not None else value
                last = value
                if keeps_html and begun_at > 1:
                    line = _NUMBERED.sub(r"\1\2\\\3 ", line, count=1)
                elif keeps_html:
                    line = _NUMBERED.sub(r"\1\2. ", line, count=1)
        is_item = _ITEM.match(line) is not None
        above = result[-1] if result else ""
        if keeps_html and is_item and not in_list and above.strip() and not above.startswith(">"):
            result.append("")
        if is_item:
            in_list = True
        elif line.strip() and not line.startswith(" ") and (not above.strip() or not in_list):
            in_list = False
            last = begun_at = None
        result.append(line)
    return result


def _with_tables(lines: list[str]) -> list[str]:
    """Rows of cells with tabs between them as a table."""
    result: list[str] = []
    rows: list[list[str]] = []

    def close() -> None:
        if len(rows) > 1:
            head, *body = ["| " + " | ".join(row) + " |" for row in rows]
            before = [""] if result and result[-1].strip() else []
            result.extend([*before, head, "|" + "---|" * len(rows[0]), *body, ""])
        else:
            result.extend(" ".join(row) for row in rows)
        rows.clear()

    for line in lines:
        cells = [cell.strip().replace("|", "\\|") for cell in line.strip().split("\t")]
        is_row = len(cells) > 1 and not _ITEM.match(line) and not _OTHER_BLOCK.match(line)
        if rows and (not is_row or len(cells) != len(rows[0])):
            close()
        if is_row:
            rows.append(cells)
        else:
            result.append(line)
    close()
    return result


def _with_rules(lines: list[str]) -> list[str]:
    """Lines of dashes or equals signs as what they were: a line between two parts, or below a
    heading."""
    result: list[str] = []
    for number, line in enumerate(lines):
        above = result[-1] if result else ""
        if not _RULE.match(line) or "|" in above:
            result.append(line)
            continue
        bare = line.strip()
        if not above.strip():
            result.append("---" if len(bare) > 1 else "")
        elif is_underlined(above, bare, lines[number - 2] if number > 1 else ""):
            result.append(line)
        else:
            result += ["", *(["---", ""] if len(bare) > 1 else [])]
    return result


def is_underlined(above: str, bare: str, before: str = "") -> bool:
    """Whether the signs `bare` were drawn below a heading: one line, and about as long."""
    if before.strip() or _ITEM.match(above) or _OTHER_BLOCK.match(above):
        return False
    words = above.strip()
    fits = 0.5 <= len(bare) / len(words) <= 2.5
    return len(bare) > 2 and fits and not re.search(r"[.,;:!?]$", words)


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs that a program broke into lines of one width, each on one line again."""
    result: list[str] = []
    for paragraph in _paragraphs(lines):
        result += [_join(paragraph)] if _is_wrapped(paragraph) else paragraph
    return result


def _paragraphs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines by paragraph; what is none comes line by line."""
    paragraph: list[str] = []
    for line in lines:
        is_words = line.strip() and not line.startswith("    ") and not (
            _OTHER_BLOCK.match(line) or _ITEM.match(line) or _RULE.match(line)
        )  # fmt: skip
        if is_words and "|" not in line:
            paragraph.append(line)
            continue
        if paragraph:
            yield paragraph
            paragraph = []
        yield [line]
    if paragraph:
        yield paragraph


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a program broke these lines: none had room for the word that begins the next, and
    some break off in the middle of a sentence."""
    if len(lines) < 2 or any(line.endswith(("  ", "\\")) for line in lines):
        return False
    width = max(len(line) for line in lines)
    if width < _MIN_WIDTH:
        return False
    pairs = list(pairwise(lines))
    if not all(len(a) + 1 + len(b.split()[0]) > _RAGGED * width for a, b in pairs):
        return False
    broken = [re.search(r"[^\W_],?$|-$", a) and b.lstrip()[:1].islower() for a, b in pairs]
    return all(broken) if len(pairs) == 1 else any(broken)


def _join(lines: Sequence[str]) -> str:
    """Lines on one line. A hyphen at the end of one may belong to the word, so it stays."""
    joined = lines[0].rstrip()
    for line in lines[1:]:
        glue = (
            "" if re.search(r"[^\W\d_]-$", joined) and not re.match(r"(?:en|of)\b", line) else " "
        )
        joined += glue + line.strip()
    return joined
