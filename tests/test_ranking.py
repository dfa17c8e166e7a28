"""In which order things stand: what matters most to the reader first; what staff say goes first."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from propositie.huis import Behoefte, Dienst, Klantgroep, Medewerker
from propositie.huis.occurrences import AMSTERDAM
from propositie.pages.presence import NEVER
from propositie.pages.ranking import (
    rank_behoeften,
    rank_diensten,
    rank_people,
    rank_people_on_home,
)

DAY = datetime(2026, 11, 27, tzinfo=AMSTERDAM)


def behoefte(id_: str, *asked: str | None, **more: Any) -> Behoefte:
    """A need whose questions were asked on these days."""
    questions = [
        {"vraag": f"Wie helpt met {id_}?", "bron": "balie", **({"datum": day} if day else {})}
        for day in asked
    ]
    return Behoefte.model_validate(
        {"id": id_, "naam": id_, "klantgroepen": ["k"], "klantvragen": questions, **more}
    )


def dienst(id_: str, *needs: str, **more: Any) -> Dienst:
    """A service that answers these needs."""
    samen = {"jij": ["Je komt."], "wij": ["Wij komen."]}
    return Dienst.model_validate(
        {"id": id_, "naam": id_, "kort": id_, "behoeften": list(needs), "samen": samen, **more}
    )


def person(
    id_: str, groups: tuple[str, ...] = (), *, phone: bool = True, **more: Any
) -> Medewerker:
    """A worker who is the face of these groups."""
    contact = {"contact": {"telefoon": "0599 000 115"}} if phone else {}
    meetings = more.pop("te_vinden", [{"waar": "Hier", "wanneer": "altijd"}])
    return Medewerker.model_validate(
        {"id": id_, "naam": id_, "functie": "kok", "belofte": "Ik kom.", "te_vinden": meetings,
         "boegbeeld_van": list(groups), **contact, **more}
    )  # fmt: skip


def ranked(diensten: list[Dienst], needs: list[Behoefte], **known: dict[str, Any]) -> list[str]:
    """The ids of services in their order; `groups` and `days` by id."""
    groups, days = known.get("groups", {}), known.get("days", {})
    found = rank_diensten(
        diensten, needs, lambda d: groups.get(d.id, 1), lambda d: days.get(d.id, NEVER)
    )
    return [d.id for d in found]


OFTEN, SELDOM = behoefte("vaak", None, None, None), behoefte("zelden", None)


def test_the_most_asked_need_comes_first() -> None:
    things = [dienst("a", "zelden"), dienst("b", "vaak"), dienst("c", "zelden", "vaak")]
    assert ranked(things, [OFTEN, SELDOM]) == ["b", "c", "a"]


def test_then_what_is_meant_for_the_fewest_groups() -> None:
    things = [dienst("a", "vaak"), dienst("b", "vaak")]
    assert ranked(things, [OFTEN], groups={"a": 3, "b": 1}) == ["b", "a"]


def test_then_what_is_soonest() -> None:
    things = [dienst("nooit", "vaak"), dienst("straks", "vaak"), dienst("nu", "vaak")]
    days = {"nu": DAY, "straks": DAY + timedelta(days=2)}
    assert ranked(things, [OFTEN], days=days) == ["nu", "straks", "nooit"]


def test_then_what_asks_the_least() -> None:
    steps = ["exclusief", "midden", "instap"]
    things = [dienst(step, "vaak", trede=step) for step in steps] + [dienst("geen", "vaak")]
    assert ranked(things, [OFTEN]) == ["instap", "midden", "geen", "exclusief"]


def test_what_is_tried_out_comes_last_and_volgorde_before_all() -> None:
    things = [
        dienst("proef", "vaak", status="proef"),
        dienst("gewoon", "zelden"),
        dienst("eerst", "zelden", volgorde="1", status="proef"),
    ]
    assert ranked(things, [OFTEN, SELDOM]) == ["eerst", "gewoon", "proef"]


def test_needs_by_the_last_question_then_by_their_number() -> None:
    needs = [
        behoefte("zonder", None, None),
        behoefte("oud", "2025-01-01", "2024-01-01"),
        behoefte("nieuw", "2026-11-01"),
        behoefte("vaker", "2026-11-01", None),
        behoefte("eerst", None, volgorde="5"),
    ]
    assert [b.id for b in rank_behoeften(needs)] == ["eerst", "vaker", "nieuw", "oud", "zonder"]


def soonest(days: dict[str, int]) -> Any:
    """When each can be met, in days from now."""
    return lambda p: DAY + timedelta(days=days[p.id]) if p.id in days else NEVER


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([person("stil", phone=False), person("bel")], ["bel", "stil"]),
        ([person("ander", ("y",)), person("gezicht", ("x",))], ["gezicht", "ander"]),
        ([person("tweede", ("y",)), person("eerste", ("x",))], ["eerste", "tweede"]),
        ([person("velen", ("x", "z")), person("alleen", ("x",))], ["alleen", "velen"]),
        ([person("elders"), person("hier", te_vinden=[{"locatie": "linde", "wanneer": "ma"}])],
         ["hier", "elders"]),
        ([person("later"), person("vandaag")], ["vandaag", "later"]),
        ([person("gezicht", ("x",)), person("eerst", volgorde="1")], ["eerst", "gezicht"]),
    ],
)  # fmt: skip
def test_who_fits_best(people: list[Medewerker], expected: list[str]) -> None:
    days = soonest({"vandaag": 0, "later": 3})
    assert [p.id for p in rank_people(people, days, ["x", "y"], ["linde"])] == expected


def door(id_: str) -> Klantgroep:
    """A client group."""
    return Klantgroep.model_validate({"id": id_, "naam": id_, "ik": "Ik", "kernboodschap": "Ja."})


def test_on_the_front_the_faces_of_the_doors_stand_first() -> None:
    people = [person("geen"), person("y2", ("y",)), person("y1", ("y",)), person("x", ("x",))]
    days = soonest({"geen": 0, "y1": 1, "y2": 2, "x": 3})
    found = rank_people_on_home(people, [door("x"), door("y"), door("z")], days)
    assert [p.id for p in found] == ["x", "y1", "geen", "y2"]
    first = person("bovenaan", volgorde="1")
    assert rank_people_on_home([*people, first], [door("x")], days)[0] is first
