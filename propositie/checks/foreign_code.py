"""Codes of another program in a text: a visitor reads them, or what stands in them is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..finding import Severity
from ..huis.fields import KeyPath
from ..huis.paginas import KIND as PAGINAS
from ..huis.walk import is_text, walk
from .pasted import FRAME
from .rule import Hit, Subject, nothing, text_rule

_SHORTCODE = re.compile(
    r"\[/?(?:gallery|caption|contact-form-7|contact-form|embed|playlist|audio|video|button|columns?"
    r"|row|ninja_form|wpforms|gravityform|ngg\w*|vc_\w+|et_pb_\w+|su_\w+|fusion_\w+|elementor[\w-]*"
    r"|mc4wp_form|the_events_calendar|events?_list)\b[^\]\n]{0,300}\](?!\()",
    re.I,
)
"""What WordPress and its extensions put in a text, to be replaced by something else."""
_WRITTEN_OUT = re.compile(
    r"&lt;/?(?:p|br|b|i|u|em|strong|a|div|span|h[1-6]|ul|ol|li|table|tr|td|img|iframe)\b[^&\n]{0,200}"
    r"&gt;",
    re.I,
)
"""HTML that was copied as text."""
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`", re.S)
"""What shows code on purpose."""
_MEDIA = {"audio": "Luister", "video": "Bekijk de film"}
_FIELDS = {"input", "button", "select", "textarea", "label", "fieldset"}
_DRAWN = {"svg", "canvas", "math"}
_GONE = re.compile(
    rf"<({'|'.join(sorted({*_MEDIA, *_FIELDS, *_DRAWN, 'marquee', 'picture', 'noscript'}))}"
    r"|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)\b[^<>]{0,500}>",
    re.I,
)
"""HTML that no page of the site takes over; a name with a hyphen is one of somebody's own."""


@text_rule(
    "K82",
    Severity.WARNING,
    "In een tekst staan geen codes van een ander programma",
    "Wie een tekst uit WordPress of een nieuwsbrief overneemt, neemt soms codes mee. Hier worden "
    "ze niet uitgevoerd: de bezoeker leest ze, of wat erin stond is weg.",
    nothing,
)
def foreign_code(subject: Subject, _: None) -> Iterator[Hit]:
    """Shortcodes, HTML that was written out, and HTML that a free page drops."""
    for path, typed in _texts_of(subject):
        text = _CODE.sub(lambda m: " " * len(m[0]), typed)
        found = _SHORTCODE.search(text) or _WRITTEN_OUT.search(text)
        if found:
            yield Hit(
                subject.thing,
                f"Hier staat een code van een ander programma ({found[0][:30]}), en die leest een "
                "bezoeker letterlijk. Haal haar weg. Een foto zet u erin als "
                "![wat erop te zien is](foto.jpg), een film of formulier als link.",
                path,
                find=found[0],
            )  # fmt: skip
        elif subject.kind is PAGINAS and not FRAME.search(text) and (gone := _GONE.search(text)):
            yield Hit(subject.thing, _advise(gone[1].lower()), path, find=gone[0])


def _advise(tag: str) -> str:
    """What to do instead of HTML that the site leaves out."""
    lead = f"De code <{tag}> komt niet op de site: hoogstens de woorden erin blijven over."
    if tag in _MEDIA:
        return (
            f"{lead} Zet het bestand naast deze tekst, en een link ernaar op een regel alleen: "
            f"[{_MEDIA[tag]}](bestand.{'mp3' if tag == 'audio' else 'mp4'})"
        )
    if tag in _FIELDS:
        return (
            f"{lead} Een formulier werkt hier niet: er is niemand die het ontvangt. Zet een link "
            "neer: [Meld je aan](https://…)"
        )
    if tag in _DRAWN:
        return (
            f"{lead} Bewaar de tekening als bestand naast deze tekst, en laat haar zien met "
            "![wat erop te zien is](tekening.svg)"
        )
    return f"{lead} Haal de code weg, en schrijf wat erin stond als gewone tekst."


def _texts_of(subject: Subject) -> list[tuple[KeyPath, str]]:
    """The texts that a thing shows, as they were typed."""
    kind = subject.kind
    if kind.is_markdown:
        return [(("tekst",), getattr(subject.thing, "tekst", ""))]
    return [
        (path, text)
        for path, _, text in walk(subject.thing, is_text)
        if ".".join(step for step in path if isinstance(step, str)) in kind.texts
    ]


_SPACED = re.compile(
    r"\[[^\]\n]{1,200}\]\((?P<address>https?:\s*/{0,2}\s[^)\n]{0,300}|https?://[^)\s\n\"']+ "
    r"[^)\n\"']{0,300})\)",
    re.I,
)
"""A link with a space in its address, which is no link."""


@text_rule(
    "K83",
    Severity.WARNING,
    "In het adres van een link staat geen spatie",
    "Met een spatie erin is het geen link. De bezoeker leest dan de haken en het adres.",
    nothing,
)
def space_in_address(subject: Subject, _: None) -> Iterator[Hit]:
    """A link whose address holds a space."""
    for path, typed in _texts_of(subject):
        text = _CODE.sub(lambda m: " " * len(m[0]), typed)
        for found in _SPACED.finditer(text):
            address = found["address"].strip()
            joined = re.sub(r"\s+", "%20", re.sub(r"^(https?:)\s*/*\s*", r"\1//", address))
            yield Hit(
                subject.thing,
                "In dit adres staat een spatie, en dan is het geen link. Schrijf het zonder: "
                f"{joined}",
                path,
                find=found["address"],
            )
