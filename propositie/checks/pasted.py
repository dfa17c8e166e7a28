"""What came along with a text from somewhere else, and a visitor would read as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Severity
from ..huis.derden import PROVIDERS, named_provider, page_of
from ..huis.fields import KeyPath
from ..huis.paginas import KIND as PAGINAS
from ..huis.walk import is_text, walk
from .rule import Hit, Subject, nothing, text_rule

FRAME = re.compile(r"<(iframe|form|script|embed|object)\b[^<>]{0,2000}>", re.I)
"""What shows another site or asks something for it; told by a rule of its own."""
_SOURCE = re.compile(r"""\s(?:src|action|data)\s*=\s*["']?([^"'\s>]+)""", re.I)
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
    for path, text in _texts_of(subject):
        if FRAME.search(text):
            continue  # told by the rule below
        if found := _TAG.search(text):
            yield Hit(
                subject.thing,
                f"Hier staat HTML-code ({found[0][:30]}), en die leest een bezoeker letterlijk. "
                "Haal haar weg. Vet schrijft u als **vet**, een lijst met een streepje en een "
                "spatie voor elke regel.",
                path,
                find=found[0].strip("<>/").split()[0],
            )
            return


@text_rule(
    "K76",
    Severity.WARNING,
    "Een film, kaart of formulier van een ander komt er met een link op",
    "Een venster van een andere site (iframe) of een formulier in HTML laat die ander meekijken "
    "met elke bezoeker. De site houdt het tegen, en dan staat er niets. Een link op een regel "
    "alleen werkt wel: van wie dat mag (derden in organisatie.yml) wordt het een beeld met een "
    "knop.",
    lambda context: context.huis.organisatie.derden,
)
def frame_of_another_site(subject: Subject, allowed: tuple[str, ...]) -> Iterator[Hit]:
    """A frame, form or script of another site in a text."""
    for path, text in _texts_of(subject):
        found = FRAME.search(text)
        if found is None:
            continue
        source = _SOURCE.search(found[0])
        address = source[1] if source else ""
        yield Hit(
            subject.thing, _advise(found[1].lower(), address, allowed), path,
            find=f"<{found[1]}",
        )  # fmt: skip
        return


def _advise(tag: str, address: str, allowed: tuple[str, ...]) -> str:
    """What to do instead of a frame, form or script."""
    if tag == "form":
        return (
            "Een formulier in HTML werkt hier niet: er is niemand die het ontvangt. Zet een link "
            "naar het formulier, bijvoorbeeld [Meld je aan](https://…)."
        )
    if tag == "script":
        return "Een script van een ander wordt hier niet uitgevoerd. Haal het weg."
    provider = named_provider(address)
    shown = page_of(address) if provider else address or "https://…"
    link = f"[Bekijk het hier]({shown})"
    if provider is None:
        return (
            "Een venster van een andere site wordt hier niet getoond. Zet er een link voor in de "
            f"plaats: {link}"
        )
    name = PROVIDERS[provider].name
    if provider in allowed:
        return (
            f"Een venster van {name} wordt zo niet getoond. Zet op een regel alleen: {link} Dan "
            "komt er een beeld met een knop."
        )
    return (
        f"Een venster van {name} wordt hier niet getoond. Zet op een regel alleen: {link} Mag "
        f"{name} op jullie site, zet dan in organisatie.yml: derden: [{provider}]"
    )


def _texts_of(subject: Subject) -> list[tuple[KeyPath, str]]:
    """The texts that a thing shows, as they were typed."""
    kind = subject.kind
    if kind.is_markdown:
        text = getattr(subject.thing, "tekst", "")
        return [(("tekst",), text)] if "<" in text else []
    return [
        (path, text)
        for path, _, text in walk(subject.thing, is_text)
        if "<" in text and ".".join(step for step in path if isinstance(step, str)) in kind.texts
    ]
