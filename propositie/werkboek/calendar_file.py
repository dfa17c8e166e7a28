"""The dated facts as a file that calendars read (RFC 5545): whole days, for colleagues only.

A fact keeps its UID when its day moves, and each build has a higher SEQUENCE than the one of the
day before: so a calendar that is subscribed to it moves what moved and adds nothing twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from hashlib import sha256

from ..forecast import Dated
from ..output.calendars import calendar, new_event
from . import addresses
from .builder import WerkboekMaterial, file_address


def calendar_file(material: WerkboekMaterial, facts: Sequence[Dated]) -> bytes:
    """The bytes of `kalender.ics`: the facts, without what the site does by itself."""
    naam = material.huis.organisatie.naam
    lines = []
    for id_, fact in mark(facts).items():
        if fact.on_site and not fact.is_task and fact.about != "gesloten":
            continue  # what goes by itself asks nothing of anybody's day
        event = new_event(f"{_digest(naam, id_)}@werkboek", material.on_date)
        event.add("dtstart", fact.day)
        event.add("dtend", (fact.until or fact.day) + timedelta(days=1))
        event.add("summary", fact.message)
        event.add("description", _description(material, id_, fact))
        event.add("categories", [fact.about])
        event.add("class", "CONFIDENTIAL")
        lines.append(event.to_ical())
    return calendar(f"Werkboek {naam}", "Wat eraan komt. Alleen voor collega's.", None, lines)


def mark(facts: Iterable[Dated]) -> dict[str, Dated]:
    """Facts by a short name, which stays the same as long as a fact is told of the same part of the
    same thing."""
    marked: dict[str, Dated] = {}
    seen: Counter[str] = Counter()
    for fact in facts:
        told = (fact.message,) if fact.thing is None else (*fact.thing, fact.part)
        name = f"d{_digest(fact.about, *told)[:12]}"
        seen[name] += 1
        marked[name if seen[name] == 1 else f"{name}-{seen[name]}"] = fact
    return marked


def _description(material: WerkboekMaterial, id_: str, fact: Dated) -> str:
    """Where somebody finds more: the file, and the place in the werkboek. That has no address that
    is known here; the one in its settings is that of the public site."""
    file = material.file_of(fact.thing)
    place = f"Werkboek: {file_address(addresses.KALENDER)}#{id_}"
    return f"Bestand: {file}\n{place}" if file else place


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:24]
