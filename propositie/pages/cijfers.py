"""What it comes to: figures, each with who tells what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..dutch import format_figure
from ..huis import Cijfer, Verhaal, Wijk, overview_of
from ..huis.organisatie import Doel
from .builder import PageBuilder
from .charts import (
    Chart,
    Row,
    Windows,
    draw,
    latest_text,
    rows_of,
    summary,
    value_text,
    windows,
)
from .page import Page
from .plan import PagePlan

A_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class ShownCijfer:
    """A figure as it stands on a page."""

    cijfer: Cijfer
    text: str
    """Its last value, as it is written."""
    van: str
    """Of how many."""
    jaar: int
    n: int | None
    """Of how many people."""
    rows: Sequence[Row]
    chart: Chart | None
    windows: Windows | None
    summary: str
    """What the drawing shows, in words; empty without one."""
    doel: str
    """Where it should be."""
    doel_waarde: str
    verhalen: Sequence[Verhaal]
    again: Sequence[Verhaal]
    """Those of the stories that stand above it already."""
    wijk: Wijk | None


def pages(builder: PageBuilder) -> Iterator[PagePlan]:
    """Yield the page with all figures, when there are any."""
    if builder.huis.cijfers:
        yield builder.plan_overview("cijfers", "cijfers", overview)


def overview(builder: PageBuilder) -> Page:
    """The page with all figures: what is not reached yet comes first."""
    huis = builder.huis
    found = sorted(huis.cijfers.values(), key=_what_lacks_first)
    doel = huis.organisatie.doel
    shown: list[ShownCijfer] = []
    stories: list[Verhaal] = []
    for cijfer in found:
        shown.append(show(builder, cijfer, stories))
        stories += shown[-1].verhalen
    return builder.render(
        overview_of("cijfers"),
        "cijfers",
        builder.say("cijfers"),
        builder.say("cijfers_omschrijving", naam=huis.organisatie.naam),
        shown=shown,
        is_lacking=any(_what_lacks_first(cijfer)[0] == 0 for cijfer in found),
        doel=doel,
        house=goal_windows(doel) if doel is not None else None,
        voice=next((v for v in huis.verhalen.values() if v not in stories), None),
        told=[*found, *stories, *(row.wijk for row in shown if row.wijk is not None)],
        person=builder.today.contact_person(),
    )


def _what_lacks_first(cijfer: Cijfer) -> tuple[int, str]:
    if cijfer.doel is None:
        return 1, cijfer.naam
    return (2 if cijfer.is_reached else 0), cijfer.naam


def goal_windows(doel: Doel) -> Windows | None:
    """The house for the aim of the organisation, with a window for each of a hundred, or for each
    that should come; None for what is no whole number of windows."""
    if doel.nu is None or doel.nu % 1 or doel.streef % 1:
        return None
    is_share = any(word in doel.maat.lower() for word in ("honderd", "procent", "%"))
    return windows(A_HUNDRED if is_share else int(doel.streef), int(doel.nu), int(doel.streef))


def show(builder: PageBuilder, cijfer: Cijfer, above: Sequence[Verhaal] = ()) -> ShownCijfer:
    """A figure as it stands on a page, below the stories `above`."""
    huis, say = builder.huis, builder.say
    rows = rows_of(cijfer, huis.kleine_aantallen.get(cijfer.id, ()))
    jaar = max(cijfer.reeks.known)
    part = cijfer.reeks.jaren[jaar]
    doel = cijfer.doel
    aim = say("cijfer_doel", waarde=value_text(cijfer, doel.waarde), jaar=doel.jaar) if doel else ""
    chart = draw(cijfer, rows, aim)
    is_of = part.waarde is not None and part.van is not None
    house = None
    if chart is None and is_of and not (part.waarde % 1 or part.van % 1):  # type: ignore[operator]
        house = windows(int(part.van), int(part.waarde))  # type: ignore[arg-type]
    told = [huis.verhalen[id_] for id_ in cijfer.verhalen]
    return ShownCijfer(
        cijfer=cijfer,
        text=latest_text(cijfer),
        van=format_figure(part.van) if part.van is not None else "",
        jaar=jaar,
        n=part.n,
        rows=rows,
        chart=chart,
        windows=house,
        summary=summary(cijfer, rows, say) if chart is not None else "",
        doel=aim,
        doel_waarde=value_text(cijfer, doel.waarde) if doel is not None else "",
        verhalen=told,
        again=[v for v in told if v in above],
        wijk=huis.wijken[cijfer.wijk] if cijfer.wijk else None,
    )
