"""The check: what the sources ask of a proposition, as small registered rules.

Rules see only the house and the day; they know no files. `check` runs them all. The tens of a
code are the storey of the house: K0 foundation, K1 playing field, K2 roof, K3 the six steps of
a worker, K4 consent and coming and going, K5 brand, stories and figures, K6 organisation (K17 to
K19 too), K7 language, K8 posts, from K85 giving account, K9 settings and addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..finding import Severity
from ..huis import Huis
from . import (
    addresses,
    agenda,
    alt_texts,
    authors,
    cijfers,
    closures,
    departure,
    foreign_code,
    foundation,
    klantstem,
    language,
    mededelingen,
    medewerkers,
    meedoen,
    merk,
    opdrachten,
    open_data,
    organisatie,
    pasted,
    playing_field,
    roof,
    settings,
    six_steps,
    start_text,
    twins,
    vacatures,
    verantwoording,
    verhalen,
    vernieuwingen,
    wijken,
)
from .memory import Memory
from .rule import RULES, Hit, Rule, RuleContext

__all__ = ["RULES", "Hit", "Memory", "Rule", "check"]

_RULE_MODULES = (
    foundation, playing_field, roof, six_steps, medewerkers, merk, organisatie, open_data,
    language, departure, pasted, start_text, authors, settings, addresses, twins,
    agenda, alt_texts, closures, foreign_code, wijken, vacatures, mededelingen, verantwoording,
    vernieuwingen, klantstem, opdrachten, meedoen, verhalen, cijfers,
)  # fmt: skip
"""The modules whose import registers the rules."""
for _code in sorted(RULES):  # in the order of their codes, whatever the order of the modules
    RULES[_code] = RULES.pop(_code)


def check(
    huis: Huis,
    on_date: date,
    digests: Mapping[tuple[str, str], str] | None = None,
    memory: Memory | None = None,
) -> Iterator[tuple[Rule, Hit]]:
    """Yield every finding of every rule that staff have not switched off.

    A rule that finds a `error` cannot be switched off: the page would be wrong. `memory` holds
    what was found before, and is brought up to date; `digests` tells of each thing, by (kind, id),
    whether it is the same as then.
    """
    context = RuleContext(huis, on_date)
    disabled = {code.upper() for code in context.thresholds.uit}
    active = [
        rule
        for rule in RULES.values()
        if rule.severity is Severity.ERROR or rule.code not in disabled
    ]
    for rule in active:
        if rule.one is None:
            for hit in rule.function(context):
                yield rule, hit
    yield from (memory or Memory()).look(active, context, digests or {})
