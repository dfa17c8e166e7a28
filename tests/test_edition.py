"""The public view: another type, made for a day."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from helpers.small_huis import write_huis
from propositie.edition import PublicHuis, public_huis
from propositie.huis import Huis, Internal, Toestemming, kinds
from propositie.reading import load_huis

DAY = date(2026, 11, 20)


def collect_models(annotation: Any, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every model class that can be reached from an annotation."""
    if (
        isinstance(annotation, type)
        and issubclass(annotation, BaseModel)
        and annotation not in seen
    ):
        seen.add(annotation)
        for field in annotation.model_fields.values():
            collect_models(field.annotation, seen)
    for part in get_args(annotation):
        collect_models(part, seen)
    return seen


def collect_public_models() -> set[type[BaseModel]]:
    seen: set[type[BaseModel]] = set()
    for hint in get_type_hints(PublicHuis).values():
        collect_models(hint, seen)
    return seen


def test_no_internal_class_can_be_reached_from_the_public_house() -> None:
    assert not [k.__name__ for k in collect_public_models() if issubclass(k, Internal)]


def test_the_internal_house_does_hold_internal_classes() -> None:
    seen: set[type[BaseModel]] = set()
    for kind in kinds().values():
        collect_models(kind.model, seen)
    assert {"InternalKlantvraag", "Toestemming", "Koers", "Concurrent", "Difference"} <= {
        k.__name__ for k in seen if issubclass(k, Internal)
    }


def test_a_house_is_no_public_house() -> None:
    """Passing the whole house where the public one belongs must be a type error."""
    assert not issubclass(Huis, PublicHuis)
    assert "concurrenten" not in {v.name for v in fields(PublicHuis)}


def values(thing: Any) -> list[Any]:
    """Every model instance inside `thing`, itself included."""
    if isinstance(thing, BaseModel):
        return [thing, *(w for n in type(thing).model_fields for w in values(getattr(thing, n)))]
    if isinstance(thing, tuple | list):
        return [w for part in thing for w in values(part)]
    if isinstance(thing, dict):
        return [w for part in thing.values() for w in values(part)]
    return []


def huis(folder: Path, **overrides: str | None) -> Huis:
    loaded = load_huis(write_huis(folder, overrides))
    assert loaded.huis is not None, loaded.problems
    return loaded.huis


def test_every_instance_in_the_public_house_is_of_a_public_class() -> None:
    demo = load_huis(Path(__file__).parent.parent / "site_src" / "huis").huis
    assert demo is not None
    public = public_huis(demo, DAY)
    all_instances = [w for field in fields(public) for w in values(getattr(public, field.name))]
    assert len(all_instances) > 300
    assert {type(w) for w in all_instances} <= collect_public_models()


@pytest.mark.parametrize(
    ("field_lines", "is_valid"),
    [
        ({"datum": "2026-01-01"}, True),
        ({"datum": "2026-11-20"}, True),
        ({"datum": "2026-11-21"}, False),
        ({"datum": "2026-01-01", "tot": "2026-11-20"}, True),
        ({"datum": "2026-01-01", "tot": "2026-11-19"}, False),
        ({"datum": "2026-01-01", "ingetrokken": "2026-11-21"}, True),
        ({"datum": "2026-01-01", "ingetrokken": "2026-11-20"}, False),
        ({"datum": "2026-01-01", "ingetrokken": "ja"}, False),
        ({"datum": "2026-01-01", "ingetrokken": "nee"}, True),
    ],
)
def test_consent_holds_from_its_day_until_its_end(
    field_lines: dict[str, str], is_valid: bool
) -> None:
    assert Toestemming.model_validate(field_lines).is_valid(DAY) is is_valid


PERSON = """\
naam: Bea Bos
functie: buurtwerker
belofte: Ik kom.
boegbeeld_van: [ouderen]
te_vinden: [{waar: Markt, wanneer: vrijdag}]
contact: {telefoon: 0599 000 199}
afscheid: Dag Bea.
"""


@pytest.mark.parametrize(
    ("dienst", "where"),
    [
        ("in_dienst: 2026-11-20", "medewerkers"),
        ("in_dienst: 2026-11-21", None),
        ("uit_dienst: 2026-11-20", "medewerkers"),
        ("uit_dienst: 2026-11-19", "afscheiden"),
    ],
)
def test_a_worker_comes_and_goes_by_the_calendar(
    tmp_path: Path, dienst: str, where: str | None
) -> None:
    public = public_huis(huis(tmp_path, **{"medewerkers/bea.yml": PERSON + dienst}), DAY)
    assert ("bea" in public.medewerkers) is (where == "medewerkers")
    assert ("bea" in public.afscheiden) is (where == "afscheiden")


def test_who_left_has_no_room_for_contact_or_portrait(tmp_path: Path) -> None:
    public = public_huis(
        huis(tmp_path, **{"medewerkers/bea.yml": PERSON + "uit_dienst: 2026-01-31"}), DAY
    )
    assert set(type(public.afscheiden["bea"]).model_fields) == {
        "id", "naam", "roepnaam", "functie", "afscheid", "opvolger", "vroeger",
    }  # fmt: skip


def test_a_chain_of_successors_leads_to_the_last_who_works_here(tmp_path: Path) -> None:
    def medewerker_yaml(name: str, ending: str) -> str:
        return PERSON.replace("Bea", name) + ending

    found = public_huis(
        huis(
            tmp_path,
            **{
                "medewerkers/bea.yml": medewerker_yaml(
                    "Bea", "uit_dienst: 2026-01-31\nopvolger: cor"
                ),
                "medewerkers/cor.yml": medewerker_yaml(
                    "Cor", "uit_dienst: 2026-05-31\nopvolger: dia"
                ),
                "medewerkers/dia.yml": medewerker_yaml("Dia", "in_dienst: 2026-06-01"),
            },
        ),
        DAY,
    ).afscheiden
    assert (found["bea"].opvolger, found["cor"].opvolger) == ("dia", "dia")


def test_nobody_succeeds_when_the_successor_has_yet_to_start(tmp_path: Path) -> None:
    public = public_huis(
        huis(
            tmp_path,
            **{
                "medewerkers/bea.yml": PERSON + "uit_dienst: 2026-01-31\nopvolger: cor",
                "medewerkers/cor.yml": PERSON.replace("Bea", "Cor") + "in_dienst: 2027-01-01",
            },
        ),
        DAY,
    )
    assert public.afscheiden["bea"].opvolger is None
