"""The public view: another type, made for a day."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from hulp.klein_huis import bouw_huis
from propositie.editie import PubliekHuis, publiek_huis
from propositie.huis import Huis, Intern, Toestemming, soorten
from propositie.lezen import lees_huis

DAG = date(2026, 11, 20)


def modellen(annotatie: Any, gezien: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every model class that can be reached from an annotation."""
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel) and annotatie not in gezien:
        gezien.add(annotatie)
        for veld in annotatie.model_fields.values():
            modellen(veld.annotation, gezien)
    for deel in get_args(annotatie):
        modellen(deel, gezien)
    return gezien


def publieke_modellen() -> set[type[BaseModel]]:
    gezien: set[type[BaseModel]] = set()
    for hint in get_type_hints(PubliekHuis).values():
        modellen(hint, gezien)
    return gezien


def test_no_internal_class_can_be_reached_from_the_public_house() -> None:
    assert not [k.__name__ for k in publieke_modellen() if issubclass(k, Intern)]


def test_the_internal_house_does_hold_internal_classes() -> None:
    gezien: set[type[BaseModel]] = set()
    for soort in soorten().values():
        modellen(soort.klasse, gezien)
    assert {"KlantvraagIntern", "Toestemming", "Koers", "Concurrent", "Anders"} <= {
        k.__name__ for k in gezien if issubclass(k, Intern)
    }


def test_a_house_is_no_public_house() -> None:
    """Passing the whole house where the public one belongs must be a type error."""
    assert not issubclass(Huis, PubliekHuis)
    assert "concurrenten" not in {v.name for v in fields(PubliekHuis)}


def waarden(ding: Any) -> list[Any]:
    """Every model instance inside `ding`, itself included."""
    if isinstance(ding, BaseModel):
        return [ding, *(w for n in type(ding).model_fields for w in waarden(getattr(ding, n)))]
    if isinstance(ding, tuple | list):
        return [w for deel in ding for w in waarden(deel)]
    if isinstance(ding, dict):
        return [w for deel in ding.values() for w in waarden(deel)]
    return []


def huis(map_: Path, **anders: str | None) -> Huis:
    lezing = lees_huis(bouw_huis(map_, anders))
    assert lezing.huis is not None, lezing.bevindingen
    return lezing.huis


def test_every_instance_in_the_public_house_is_of_a_public_class() -> None:
    demo = lees_huis(Path(__file__).parent.parent / "site_src" / "huis").huis
    assert demo is not None
    publiek = publiek_huis(demo, DAG)
    alle = [w for veld in fields(publiek) for w in waarden(getattr(publiek, veld.name))]
    assert len(alle) > 300
    assert {type(w) for w in alle} <= publieke_modellen()


@pytest.mark.parametrize(
    ("velden", "geldt"),
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
def test_consent_holds_from_its_day_until_its_end(velden: dict[str, str], geldt: bool) -> None:
    assert Toestemming.model_validate(velden).geldt(DAG) is geldt


MENS = """\
naam: Bea Bos
functie: buurtwerker
belofte: Ik kom.
boegbeeld_van: [ouderen]
te_vinden: [{waar: Markt, wanneer: vrijdag}]
contact: {telefoon: 0599 000 199}
afscheid: Dag Bea.
"""


@pytest.mark.parametrize(
    ("dienst", "waar"),
    [
        ("in_dienst: 2026-11-20", "medewerkers"),
        ("in_dienst: 2026-11-21", None),
        ("uit_dienst: 2026-11-20", "medewerkers"),
        ("uit_dienst: 2026-11-19", "afscheiden"),
    ],
)
def test_a_worker_comes_and_goes_by_the_calendar(
    tmp_path: Path, dienst: str, waar: str | None
) -> None:
    publiek = publiek_huis(huis(tmp_path, **{"medewerkers/bea.yml": MENS + dienst}), DAG)
    assert ("bea" in publiek.medewerkers) is (waar == "medewerkers")
    assert ("bea" in publiek.afscheiden) is (waar == "afscheiden")


def test_who_left_has_no_room_for_contact_or_portrait(tmp_path: Path) -> None:
    publiek = publiek_huis(
        huis(tmp_path, **{"medewerkers/bea.yml": MENS + "uit_dienst: 2026-01-31"}), DAG
    )
    assert set(type(publiek.afscheiden["bea"]).model_fields) == {
        "id", "naam", "roepnaam", "functie", "afscheid", "opvolger", "vroeger",
    }  # fmt: skip


def test_a_chain_of_successors_leads_to_the_last_who_works_here(tmp_path: Path) -> None:
    def mens(naam: str, slot: str) -> str:
        return MENS.replace("Bea", naam) + slot

    gevonden = publiek_huis(
        huis(
            tmp_path,
            **{
                "medewerkers/bea.yml": mens("Bea", "uit_dienst: 2026-01-31\nopvolger: cor"),
                "medewerkers/cor.yml": mens("Cor", "uit_dienst: 2026-05-31\nopvolger: dia"),
                "medewerkers/dia.yml": mens("Dia", "in_dienst: 2026-06-01"),
            },
        ),
        DAG,
    ).afscheiden
    assert (gevonden["bea"].opvolger, gevonden["cor"].opvolger) == ("dia", "dia")


def test_nobody_succeeds_when_the_successor_has_yet_to_start(tmp_path: Path) -> None:
    publiek = publiek_huis(
        huis(
            tmp_path,
            **{
                "medewerkers/bea.yml": MENS + "uit_dienst: 2026-01-31\nopvolger: cor",
                "medewerkers/cor.yml": MENS.replace("Bea", "Cor") + "in_dienst: 2027-01-01",
            },
        ),
        DAG,
    )
    assert publiek.afscheiden["bea"].opvolger is None
