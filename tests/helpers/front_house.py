"""Houses of which only the front is looked at: as many doors and windows as a test asks for.

The groups and people in them are as long-named as real ones are; everybody in it is invented.
"""

from __future__ import annotations

from pathlib import Path

import yaml

GROUPS = (
    "Ouderen", "Mantelzorgers", "Ouders", "Nieuwkomers", "Nabestaanden", "Mensen met geldzorgen",
    "Jongeren", "Slechthorenden", "Arbeidsongeschiktheidsverzekeringsgerechtigden", "Buren",
    "Gezinnen in de knel",
    "Mensen met een beperking", "Statushouders", "Werkzoekenden", "Studenten", "Grootouders",
    "Weduwen en weduwnaars", "Mensen met dementie", "Kinderen", "Thuiswonenden",
)  # fmt: skip
"""What the groups of a house are called, the first first."""
DOORS = (
    "in je eigen huis blijven wonen", "zorgen en overeind blijven",
    "met elkaar vertrouwd in deze buurt",
)  # fmt: skip
"""What stands on their doors, in turn."""
FIRST_NAMES = (
    "Lotte", "Gijs", "Samira", "Wim", "Ayşe", "Marjolein", "Bartholomeus", "Jo", "Anne-Wil",
)  # fmt: skip
PAYOFF = "Kom zitten, dan kijken we even"
_MEETING = [{"waar": "In het dorpshuis", "wanneer": "maandag van 9 tot 12 uur"}]


def write_house(folder: Path, groups: int, people: int, payoff: str = PAYOFF) -> None:
    """Write a house with so many client groups and people to `folder`."""
    _write(folder / "organisatie.yml", {
        "versie": 1, "naam": "Welzijn Veenrand", "payoff": payoff, "aanspreekvorm": "je",
        "missie": "Iedereen in Veenrand kent iemand die helpt.",
        "contact": {"telefoon": "0599 000 100"}, "koers": {"as": "klantrelatie"},
    })  # fmt: skip
    _write(folder / "merk.yml", {"kleuren": {"hoofd": "#1f5c4d"}})
    for number, name in enumerate(GROUPS[:groups]):
        _write(folder / f"klantgroepen/groep-{number:02}.yml", {
            "naam": name, "ik": f"Ik zoek iemand die weet hoe het gaat bij {name.lower()}",
            "kernboodschap": "Jij blijft de baas.", "deur": DOORS[number % len(DOORS)],
            "volgorde": number + 1,
        })  # fmt: skip
    for number in range(people):
        face = {"boegbeeld_van": [f"groep-{number:02}"]} if number < groups else {}
        _write(folder / f"medewerkers/mens-{number:03}.yml", {
            "naam": f"{FIRST_NAMES[number % len(FIRST_NAMES)]} Bos", "functie": "buurtwerker",
            "belofte": "Ik bel altijd terug.", "te_vinden": _MEETING, **face,
        })  # fmt: skip


def _write(path: Path, thing: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(thing, allow_unicode=True), "utf-8")
