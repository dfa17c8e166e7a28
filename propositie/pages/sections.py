"""The words of HTML, by the headings that have an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


def words_of(html: str) -> str:
    """The words of HTML, without its marks."""
    return " ".join(part for s in sections(html) for part in (s.title, s.text) if part)


@dataclass
class Section:
    """What stands under one heading with an address; the first is the top of the page."""

    anchor: str = ""
    title_parts: list[str] = field(default_factory=list)
    text_parts: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading."""
        return " ".join("".join(self.title_parts).split())

    @property
    def text(self) -> str:
        """The words below it."""
        return " ".join("".join(self.text_parts).split())


def sections(html: str) -> list[Section]:
    """The sections of HTML: a new one at each heading below the first level that has an id."""
    parser = _SectionParser()
    parser.feed(html)
    parser.close()
    return parser.sections


_HEADINGS = {f"h{level}" for level in range(1, 7)}
_SILENT = {"script", "style", "svg", "template"}
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "small", "span", "strong", "sub"}


class _SectionParser(HTMLParser):
    """Gathers words by section."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section()]
        self._is_heading = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section, or part two words."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in _HEADINGS:
            anchor = dict(attrs).get("id") or ""
            self._is_heading = bool(anchor)
            if tag != "h1" and anchor:
                self.sections.append(Section(anchor))
            self._add(" ")
        elif tag not in _INLINE:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a heading, or part two words."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS:
            self._add(" ")
            self._is_heading = False
        elif tag not in _INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        """Keep words that a reader sees."""
        if not self._silent:
            self._add(data)

    def _add(self, text: str) -> None:
        section = self.sections[-1]
        (section.title_parts if self._is_heading else section.text_parts).append(text)
