"""What MkDocs tells of its own, in Dutch: staff read it every day."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINES: Sequence[tuple[re.Pattern[str], str]] = [
    (re.compile(pattern, re.S), dutch)
    for pattern, dutch in (
        (r"Cleaning site directory", "De map van de site wordt klaargezet."),
        (r"Building documentation to directory: (.*)", r"De site komt in de map \1"),
        (r"Building documentation\.\.\.", "De site wordt gemaakt…"),
        (r"Documentation built in ([\d.]+) seconds", r"De site is klaar, na \1 seconden."),
        (r"((?:\[[\d:]+\] )?)Watching paths for changes: (.*)",
         r"\1Wat u bewaart in deze mappen, ziet u meteen: \2"),
        (r"((?:\[[\d:]+\] )?)Serving on (\S+) and opening it in a browser",
         r"\1De site staat op \2 en gaat open in uw browser."),
        (r"((?:\[[\d:]+\] )?)Serving on (.*)",
         r"\1Bekijk de site op \2 (stoppen: Ctrl en C)"),
        (r"((?:\[[\d:]+\] )?)Browser connected: (.*)", r"\1Iemand kijkt naar \2"),
        (r"((?:\[[\d:]+\] )?)Detected file changes", r"\1Er is iets bewaard."),
        (r"((?:\[[\d:]+\] )?)Reloading browsers", r"\1De bladzijde wordt ververst."),
        (r"Shutting down\.\.\.", "De voorvertoning stopt."),
        (r"Config value '([^']*)': Unrecognised configuration name: .*",
         r'De instelling "\1" in mkdocs.yml bestaat niet. Kijk na: propositie controleer'),
        (r"Config value '([^']*)': Required configuration not provided\.",
         r'De instelling "\1" ontbreekt in mkdocs.yml. Kijk na: propositie controleer'),
        (r"Config value '([^']*)': .*",
         r'De instelling "\1" in mkdocs.yml klopt niet. Kijk na: propositie controleer'),
    )
]  # fmt: skip


def in_dutch(text: str) -> str:
    """A line of MkDocs in Dutch; any other line as it is."""
    for pattern, dutch in _LINES:
        if match := pattern.fullmatch(text):
            return match.expand(dutch)
    return text


_NOT_BUILT = "De site is niet gebouwd; wat er stond, staat er nog."
_ENDINGS: Sequence[tuple[re.Pattern[str], str]] = [
    (re.compile(pattern, re.S), dutch)
    for pattern, dutch in (
        (r"Aborted with a configuration error!",
         f"De instellingen kloppen niet; hierboven staat welke. {_NOT_BUILT}"),
        (r"Aborted with \d+ (?:configuration )?warnings? in (?:strict|'strict') mode!",
         f"Hierboven staat een waarschuwing, en die moet eerst weg. {_NOT_BUILT}"),
        (r"Aborted with a BuildError!",
         f"Het bouwen lukte niet; hierboven staat waarom. {_NOT_BUILT}"),
        (r"Aborted with a PluginError!",
         f"Het bouwen lukte niet; hierboven staat waarom. {_NOT_BUILT}"),
        (r"Config file '(.*)' does not exist\.", r"Het bestand \1 is er niet."),
        (r"Inherited config file '(.*)' does not exist at '.*'\.",
         r"Het bestand \1 bij INHERIT is er niet."),
    )
]  # fmt: skip


def ending_in_dutch(text: str) -> str:
    """Why MkDocs stopped, in Dutch; what is Dutch already as it is."""
    for pattern, dutch in _ENDINGS:
        if match := pattern.fullmatch(text.strip()):
            return match.expand(dutch)
    return text
