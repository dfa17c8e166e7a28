"""What came along with a text from somewhere else, and a visitor would read as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Severity
from ..huis.paginas import KIND as PAGINAS
from .rule import Hit, Subject, nothing, text_rule

_TAG = re.compile(
    r"</?(?:p|br|strong|b|em|i|u|ul|ol|li|a|div|span|h[1-6]|table|tr|td|th|img|iframe|script|style"
    r"|font|center|form|input|button|video|audio|object|embed)\b[^<>]{0,500}>",
    re.I,
)
"""A mark of HTML; a smaller-than sign in a sentence is none."""


@text_rule(
    "K75",
    Severity.WARNING,
    "In een tekst staat geen HTML",
    "Tekst uit een website of een nieuwsbrief brengt soms codes mee. Die worden niet uitgevoerd: "
    "een bezoeker leest ze, zoals <strong>.",
    nothing,
)
def html_in_text(subject: Subject, _: None) -> Iterator[Hit]:
    """Marks of HTML in a text that shows them; free pages may hold them."""
    if subject.kind is PAGINAS:
        return
    for text in subject.texts:
        if "<" in text.plain and (found := _TAG.search(text.plain)):
            yield Hit(
                subject.thing,
                f"Hier staat HTML-code ({found[0][:30]}), en die leest een bezoeker letterlijk. "
                "Haal haar weg. Vet schrijft u als **vet**, een lijst met een streepje en een "
                "spatie voor elke regel.",
                text.path,
                find=found[0].strip("<>/").split()[0],
            )
            return
