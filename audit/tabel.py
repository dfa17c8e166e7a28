"""One line of the table for every page, and what that page misses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hulp.meting import HOOGSTENS_VERSCHUIVING, Meting

from .gereedschap import DELEN, MINSTENS, Rapport

_MAAT = "{:<6} {:<17} {:>5} {:>5} {:>5} {:>5} {:>5} {:>6} {:>6} {:>5} {:>8} {:>6}"
KOP = _MAAT.format(
    "site", "page", "html", "perf", "acc", "best", "seo", "shift", "kB", "req", "+photos", "hosts"
)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line as it is printed, and the figures missed."""

    tekst: str
    mis: Sequence[str]


def als_regel(
    site: str, soort: str, html: Sequence[str], meting: Meting, rapport: Rapport | None
) -> Regel:
    """The line of a page; Lighthouse does not look at 404, which answers that it is not there."""
    mis = [*(f"html {fout}" for fout in html), *meting.mis()]
    verschuiving = meting.verschuiving
    if rapport is not None:
        verschuiving = max(verschuiving, rapport.verschuiving)
        if rapport.verschuiving >= HOOGSTENS_VERSCHUIVING:
            mis.append(f"layout shift {rapport.verschuiving:.3f} (Lighthouse)")
        mis += [
            f"{deel} {punt} (at least {minstens})"
            for deel, punt, minstens in zip(DELEN, rapport.punten, MINSTENS, strict=True)
            if punt < minstens
        ]
        mis += rapport.klachten
    tekst = _MAAT.format(
        site,
        soort,
        len(html),
        *(rapport.punten if rapport else ("·",) * len(DELEN)),
        f"{verschuiving:.3f}",
        f"{meting.bytes / 1000:.1f}",
        meting.verzoeken,
        f"{meting.foto_bytes / 1000:.0f} kB",
        len(meting.elders),
    )
    return Regel(tekst, [f"{site} {soort}: {fout}" for fout in mis])
