"""From values to what a reader sees: Markdown, words of address, and the filters of templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from ..dutch import (
    date_in_words,
    day_and_month,
    format_amount,
    format_figure,
    format_number,
    join_words,
    time_in_words,
)
from ..huis.as_meant import as_meant
from ..huis.dates import WEEKDAYS
from ..huis.schemes import THING_SCHEMES, WEB_SCHEMES
from .fold_outs import with_fold_outs
from .linkify import with_links

_PARSER = with_fold_outs(
    with_links(
        MarkdownIt("commonmark", {"html": False, "typographer": False, "breaks": True})
    ).enable("table")
)
"""Typed line breaks stay (contract, section 2)."""
_TAGS = {
    "p", "em", "strong", "ul", "ol", "li", "a", "blockquote", "br", "hr", "code", "pre",
    "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
    *(f"h{n}" for n in range(2, 7)),
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "details": {"open"}}
_SITE_ATTRIBUTES = {
    **_ATTRIBUTES, "img": {"src", "alt", "title"}, "th": {"class"}, "td": {"class"},
}  # fmt: skip
_ALIGNMENT = re.compile(r'(<t[hd]) style="text-align:(left|center|right)"')


@lru_cache(maxsize=4096)
def render_markdown(text: str, heading: int = 3) -> Markup:
    """Markdown of staff → HTML that can stand anywhere: raw HTML shows as text, links lead to other
    sites, of pictures and of links to things of ours the words stay.

    The highest heading becomes level `heading` and none skips a level.
    """
    clean = nh3.clean(
        re.sub(r'<img [^>]*alt="([^"]*)"[^>]*>', r"\1", _render(text, heading)),
        tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(WEB_SCHEMES), link_rel="noopener",
    )  # fmt: skip
    return Markup(_NO_LINK.sub(r"\1", clean))


_PLAIN = with_links(MarkdownIt("zero"))
_MAY_HAVE_ADDRESS = re.compile(r"@|www\.|https?:|\d{2}")


@lru_cache(maxsize=4096)
def link_addresses(text: str) -> Markup:
    """A text of one line as it stands on a page, with a link around each address and number in it
    (contract, section 2); no mark means anything else."""
    if not _MAY_HAVE_ADDRESS.search(text):
        return escape(text)
    html = _PLAIN.renderInline(text)
    if "<a " not in html:
        return escape(text)
    clean = nh3.clean(
        html, tags={"a"}, attributes={"a": {"href"}}, url_schemes=set(WEB_SCHEMES),
        link_rel="noopener",
    )  # fmt: skip
    return Markup(clean.replace("&nbsp;", "\u00a0"))


_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>")
_KEEPS_WORDS = frozenset({"a", "code", "pre", "button"})
"""What is a link already, or shows a text as it was typed."""


def link_in_html(html: str) -> str:
    """Cleaned HTML with a link around each address and number in its words, as Markdown of ours
    has."""
    result: list[str] = []
    here = depth = 0
    for match in _TAG.finditer(html):
        words = html[here : match.start()]
        result += [words if depth else _link_words(words), match[0]]
        if match["name"] in _KEEPS_WORDS:
            depth = max(0, depth + (-1 if match["end"] else 1))
        here = match.end()
    return "".join([*result, _link_words(html[here:])])


def _link_words(words: str) -> str:
    """Words between two tags; those without an address stay as they are, to the byte."""
    linked = link_addresses(unescape(words)) if _MAY_HAVE_ADDRESS.search(words) else ""
    return linked if "<a " in linked else words


_NO_LINK = re.compile(r'<a rel="noopener">(.*?)</a>', re.S)


@lru_cache(maxsize=4096)
def render_for_site(text: str, heading: int = 3) -> str:
    """Markdown of staff → HTML for `Content` to finish: with pictures, and links to things of ours
    as they were typed."""
    html = _ALIGNMENT.sub(r'\1 class="uitgelijnd-\2"', _render(text, heading))
    return nh3.clean(
        html, tags={*_TAGS, "img"}, attributes=_SITE_ATTRIBUTES,
        url_schemes={*WEB_SCHEMES, *THING_SCHEMES}, link_rel="noopener",
    )  # fmt: skip


def _render(text: str, heading: int) -> str:
    return _fit_headings(_PARSER.render(as_meant(text)), heading)


def _fit_headings(html: str, heading: int) -> str:
    """Move headings to level `heading` and below, each at most one level under the one before."""
    pieces = re.split(r"<h([1-6])>(.*?)</h[1-6]>", html, flags=re.S)
    highest, previous = min(pieces[1::3], default="1"), heading - 1
    result = pieces[0]
    for level, words, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        previous = min(heading + int(level) - int(highest), previous + 1, 6)
        result += f"<h{previous}>{words}</h{previous}>{rest}"
    return result


def strip_markdown(text: str) -> str:
    """The words of a Markdown text on one line, without marks."""
    return " ".join(Markup(re.sub(r"<[^>]+>", " ", render_markdown(text))).unescape().split())


def shorten(text: str, length: int = 155) -> str:
    """Cut a text at a word so that it has at most `length` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def choose_aanspreekvorm(text: str, form: str) -> str:
    """Choose between forms of address: `Herken [je|u] dit?` → `Herken je dit?`."""
    choice = 1 if form == "u" else 0
    return re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", lambda m: m[1 + choice], text)


def upper_first(text: str) -> str:
    """A text that begins with a capital; the rest as it was."""
    return text[:1].upper() + text[1:]


FILTERS: dict[str, Callable[..., object]] = {
    "opmaak": render_markdown,
    "gelinkt": link_addresses,
    "datum": date_in_words,
    "tijd": time_in_words,
    "getal": format_number,
    "cijfer": format_figure,
    "bedrag": format_amount,
    "opsomming": join_words,
    "hoofdletter": upper_first,
    "kloktijd": lambda moment: time_in_words(moment.time()),
    "weekdag": lambda day: WEEKDAYS[day.weekday()],
    "weekdag_kort": lambda day: WEEKDAYS[day.weekday()][:2],
    "dag_en_maand": day_and_month,
    "dag_en_maand_kort": lambda day: day_and_month(day, 3),
}
"""What page templates can pipe a value through."""
