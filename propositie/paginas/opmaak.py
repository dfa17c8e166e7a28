"""From values to what a reader sees: Markdown, amounts, dates, times, words of address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_LEZER = MarkdownIt("commonmark", {"html": False, "typographer": False})
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "blockquote", "br", "hr", "code", "pre"} | {
    f"h{n}" for n in range(2, 7)
}


@lru_cache(maxsize=4096)
def opmaak(tekst: str, kop: int = 3) -> Markup:
    """Markdown of staff → HTML: raw HTML shows as text, only safe links.

    The highest heading becomes level `kop` and none skips a level.
    """
    html = _passende_koppen(_LEZER.render(tekst), kop)
    schoon = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto", "tel"}, link_rel="noopener",
    )  # fmt: skip
    return Markup(schoon)


def _passende_koppen(html: str, kop: int) -> str:
    """Move headings to level `kop` and below, each at most one level under the one before it."""
    stukken = re.split(r"<h([1-6])>(.*?)</h[1-6]>", html, flags=re.S)
    hoogste, vorige = min(stukken[1::3], default="1"), kop - 1
    uit = stukken[0]
    for niveau, woorden, rest in zip(stukken[1::3], stukken[2::3], stukken[3::3], strict=True):
        vorige = min(kop + int(niveau) - int(hoogste), vorige + 1, 6)
        uit += f"<h{vorige}>{woorden}</h{vorige}>{rest}"
    return uit


def kale_tekst(tekst: str) -> str:
    """The words of a Markdown text on one line, without marks."""
    return " ".join(Markup(re.sub(r"<[^>]+>", " ", opmaak(tekst))).unescape().split())


def ingekort(tekst: str, lengte: int = 155) -> str:
    """Cut a text at a word so that it has at most `lengte` characters."""
    if len(tekst) <= lengte:
        return tekst
    return tekst[: lengte - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def datum(dag: date) -> str:
    """A date as one says it: `1 maart 2026`."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def tijd(moment: time) -> str:
    """A time as one writes it: `9.30`, `14.00`."""
    return f"{moment.hour}.{moment.minute:02}"


def getal(waarde: Decimal) -> str:
    """A number in Dutch notation: `1.250`, `0,75`."""
    heel, _, na = f"{waarde.normalize():f}".partition(".")
    groepen = f"{int(heel):,}".replace(",", ".")
    return f"{groepen},{na}" if na else groepen


def bedrag(waarde: Decimal) -> str:
    """An amount in euros: `€ 0,75`, `€ 25`, `€ 1.250`; with a no-break space."""
    if waarde == waarde.to_integral_value():
        return f"€\u00a0{getal(waarde)}"
    heel, na = f"{waarde:.2f}".split(".")
    return f"€\u00a0{int(heel):,}".replace(",", ".") + f",{na}"


def aangesproken(tekst: str, vorm: str) -> str:
    """Choose between forms of address: `Herken [je|u] dit?` → `Herken je dit?`."""
    keuze = 1 if vorm == "u" else 0
    return re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", lambda m: m[1 + keuze], tekst)


def als_opsomming(delen: list[str]) -> str:
    """`a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"


FILTERS: dict[str, Callable[..., object]] = {
    "opmaak": opmaak,
    "datum": datum,
    "tijd": tijd,
    "getal": getal,
    "bedrag": bedrag,
    "opsomming": als_opsomming,
}
"""What page templates can pipe a value through."""
