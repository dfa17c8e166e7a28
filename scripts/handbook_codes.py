"""Every code of a finding with why, how and an example, for the handbook.

Titles and reasons come from the code, what to do from `propositie/handbook/remedies.yml`, the
example from the golden case in `tests/messages/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from propositie.checks import RULES
from propositie.explaining import READING_CODES
from propositie.kit.codes import KIT_CODES

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "tests" / "messages"
REMEDIES = ROOT / "propositie" / "handbook" / "remedies.yml"

SEVERITIES = ("fout", "waarschuwing", "tip")


class CodeExplanation(NamedTuple):
    """A code as the handbook explains it."""

    title: str
    severity: str
    why: str
    remedy: str
    example: str


def all_codes() -> list[str]:
    """Every code that staff can meet."""
    return [*READING_CODES, *RULES, *KIT_CODES]


@cache
def remedies() -> Mapping[str, Mapping[str, str]]:
    """What to do, by code; for the kit with an example, for it has no golden case."""
    parsed: dict[str, dict[str, str]] = yaml.safe_load(REMEDIES.read_text("utf-8"))
    return parsed


def explain(code: str) -> CodeExplanation:
    """All there is to tell about a code."""
    if code not in remedies():
        raise SystemExit(f"{REMEDIES.name}: schrijf wat iemand bij {code} doet")
    own = remedies()[code]
    if code in RULES:
        rule = RULES[code]
        title, severity, why = rule.title, rule.severity.word, rule.reason
    else:
        title, why = {**READING_CODES, **KIT_CODES}[code]
        severity = " of ".join(_severities(code)) or "waarschuwing"
    example = own.get("voorbeeld") or block_of(code)
    return CodeExplanation(title, severity, why, own["doe"].strip(), example.rstrip())


def codes(_chapter: str, prefix: str) -> str:
    """Every code that starts so (`V`, `K0`), each under a heading that is its anchor."""
    parts = []
    for code in (c for c in all_codes() if c.startswith(prefix)):
        u = explain(code)
        parts.append(
            f"### {code}\n\n**{u.title}** · {u.severity}\n\n{u.why}\n\n"
            f"*Wat u doet:* {u.remedy}\n\n{_as_block(u.example)}"
        )
    return "\n\n".join(parts)


def list_codes(_chapter: str) -> str:
    """A table of all codes, with links to their explanation."""
    rows = (f"| [{c}](#{c.lower()}) | {(u := explain(c)).title} | {u.severity} |"
             for c in all_codes())  # fmt: skip
    return "\n".join(["| Code | Waar het over gaat | Hoe erg |", "|---|---|---|", *rows])


def message(_chapter: str, case: str) -> str:
    """The message of one golden case, such as `V02-dubbele-punt`."""
    return _as_block(block_of(case.split("-")[0], case))


def _as_block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"


def block_of(code: str, case: str = "") -> str:
    """The first message with this code that a golden case holds."""
    for block in _output_of(MESSAGES / f"{case or code}.yml").split("\n\n"):
        if re.search(rf"  (?:{'|'.join(SEVERITIES)}) {code}$", block, re.M):
            return block
    raise ValueError(f"no message with {code} in {case or code}.yml")


def _severities(code: str) -> list[str]:
    """How grave the findings with a code are in the golden cases, gravest first."""
    everything = "".join(_output_of(path) for path in MESSAGES.glob(f"{code}*.yml"))
    return [e for e in SEVERITIES if f"  {e} {code}\n" in everything]


@cache
def _output_of(path: Path) -> str:
    parsed: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return str(parsed["uitvoer"])
