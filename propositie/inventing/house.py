"""An invented house: everything around the workers, in the numbers that belong to so many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import isqrt
from typing import Any

from ..reading import make_id
from .chance import Chance
from .people import InventedPerson, Surroundings, invent_people
from .words import pieces, themes, typed

Thing = tuple[str, Mapping[str, Any]]
"""The path of a file in the house, and what stands in it."""

_IN_A_WIJK = 4
"""So many workers a neighbourhood has at most."""
_FIRST_COMMISSION = 25
"""With so many workers there is a municipality that asks for accounts, and who refers."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    medewerkers: int
    least_diensten: int = 0
    least_activiteiten: int = 0

    @property
    def klantgroepen(self) -> int:
        """Client groups: from two to all that there are."""
        return min(len(themes("klantgroepen")), 2 + isqrt(self.medewerkers))

    @property
    def locaties(self) -> int:
        """Community centres."""
        return min(90, 1 + isqrt(2 * self.medewerkers))

    @property
    def diensten(self) -> int:
        """Services: each kind may be there in several places."""
        usual = 4 * isqrt(self.medewerkers) + self.medewerkers // 20
        return max(usual, self.least_diensten)

    @property
    def activiteiten(self) -> int:
        """Events."""
        return max(min(40, 1 + isqrt(self.medewerkers)), self.least_activiteiten)

    @property
    def vacatures(self) -> int:
        """Vacancies."""
        return min(25, isqrt(self.medewerkers) // 2)

    @property
    def verhalen(self) -> int:
        """Stories; half as many figures are told of in them."""
        return min(24, 1 + isqrt(self.medewerkers))

    @property
    def mededelingen(self) -> int:
        """Notices that stand on the site."""
        return min(12, 1 + isqrt(self.medewerkers) // 2)

    @property
    def berichten(self) -> int:
        """Posts."""
        return min(60, 1 + self.medewerkers // 8)


def invent_house(
    chance: Chance, size: Size, domain: str, naam: str, on_date: date
) -> Iterator[Thing]:
    """Everything of a house but its pictures."""
    towns = chance.some(pieces("dorpen"), min(len(pieces("dorpen")), 2 + size.locaties // 4))
    yield "organisatie.yml", _organisatie(chance, naam, towns, domain, on_date)
    yield "merk.yml", {"kleuren": {"hoofd": chance.pick(_COLOURS), "accent": "#8a5a12"}}
    locaties = dict(_locaties(chance, size.locaties, towns))
    groups = _groups(size)
    services = list(_diensten(chance, size, groups, list(locaties.items()), on_date))
    faces: dict[int, list[str]] = {}
    for number in range(max(len(groups), size.medewerkers // 12)):
        face = faces.setdefault(number % size.medewerkers, [])
        face.append(groups[number % len(groups)]["id"])
    around = Surroundings(
        [*locaties],
        [(s["id"], s["behoeften"][0], "") for s in services],
        faces,
    )
    people = list(invent_people(chance, size.medewerkers, around, domain, on_date))
    for id_, place in locaties.items():
        yield f"locaties/{id_}.yml", place
    yield from _klantgroepen(groups)
    yield from _behoeften(chance, groups, on_date)
    for service in services:
        yield f"diensten/{service['id']}.yml", {k: w for k, w in service.items() if k != "id"}
    here = [m for m in people if "uit_dienst" not in m.fields]
    rivals = list(_concurrenten(chance, groups, here, on_date))
    yield from rivals
    yield from _usps(chance, groups, [path for path, _ in rivals])
    yield from _partners(chance, size, groups)
    yield from _agenda(chance, size, services, list(locaties), here, on_date)
    yield from _wijken(towns, locaties, here)
    yield from _vacatures(chance, size, list(locaties), here, on_date)
    yield from _verhalen(chance, size, services, here, on_date)
    yield from _cijfers(chance, size, on_date)
    yield from _mededelingen(chance, size, list(locaties), on_date)
    yield from _account(groups, services, here, on_date)
    for person in people:
        yield f"medewerkers/{person.id}.yml", person.fields


_COLOURS = ["#1f5c4d", "#8a1c4a", "#1d4f8c", "#6b3fa0", "#7a3b12", "#2c5e1a"]


def _organisatie(
    chance: Chance, naam: str, towns: Sequence[str], domain: str, on_date: date
) -> Mapping[str, Any]:
    return {
        "versie": 1,
        "naam": naam,
        "payoff": chance.pick(["Kom zitten", "Loop eens binnen", "Naast je, in elke straat"]),
        "missie": "Iedereen hier kent iemand die helpt.\n\nWij nemen niets over wat je zelf kunt.",
        "doel": {"maat": "van elke honderd inwoners kennen een van ons bij de voornaam",
                 "nu": 20 + chance.below(20), "streef": 50, "jaar": on_date.year + 2},
        "aanspreekvorm": "je",
        "werkgebied": list(towns),
        "contact": {
            "telefoon": "0599 000 100",
            "email": f"welkom@{domain}",
            "adres": {"straat": f"{chance.pick(pieces('straten'))} {1 + chance.below(80)}",
                      "postcode": "9990 SA", "plaats": towns[0]},
            "openingstijden": [{"dag": day, "van": "9:00", "tot": "17:00"}
                               for day in pieces("dagen")],
        },
        "feestdagen": {"gesloten": pieces("feestdagen"), "open": ["goede vrijdag"]},
        "spoed": "Is er direct gevaar? Bel 112.",
        "koers": {
            "as": "klantrelatie",
            "drempels": {"prijs": "Niemand blijft weg om het geld.",
                         "product": "Alles begint op tijd."},
            "scores": {"prijs": 4, "product": 4, "klantrelatie": 5},
        },
    }  # fmt: skip


def _agenda(
    chance: Chance,
    size: Size,
    services: Sequence[Mapping[str, Any]],
    places: Sequence[str],
    people: Sequence[InventedPerson],
    on_date: date,
) -> Iterator[Thing]:
    """Events: some on one day, some every month."""
    for number in range(size.activiteiten):
        service, person = chance.pick(services), chance.pick(people)
        day = on_date + timedelta(days=1 + chance.below(120))
        hour = 9 + chance.below(11)
        moment: dict[str, Any] = {"datum": day.isoformat()}
        if number % 4 == 3:
            moment = {"dag": f"eerste {chance.pick(pieces('dagen'))} van de maand"}
        yield (
            f"agenda/activiteit-{number + 1}.yml",
            {
                "naam": f"{chance.pick(pieces('activiteiten'))} {number + 1}",
                "wanneer": [{**moment, "van": f"{hour}:30", "tot": f"{hour + 2}:00"}],
                "locatie": chance.pick(places),
                "diensten": [service["id"]],
                "medewerkers": [person.id],
            },
        )


def _wijken(
    towns: Sequence[str],
    locaties: Mapping[str, Mapping[str, Any]],
    people: Sequence[InventedPerson],
) -> Iterator[Thing]:
    """A neighbourhood for each town in which somebody can be met; its postcode is no real one."""
    for number, town in enumerate(towns):
        places = [id_ for id_, place in locaties.items() if place["adres"]["plaats"] == town]
        workers = [p.id for p in people if _places_of(p) & set(places)]
        if workers:
            yield (
                f"wijken/{make_id(town)}.yml",
                {
                    "naam": town,
                    "postcodes": [f"{9901 + number} SS"],
                    "medewerkers": workers[:_IN_A_WIJK],
                    "locaties": places,
                },
            )


def _places_of(person: InventedPerson) -> set[str]:
    """The community centres at which somebody can be met."""
    return {at["locatie"] for at in person.fields["te_vinden"] if "locatie" in at}


def _vacatures(
    chance: Chance, size: Size, places: Sequence[str], people: Sequence[InventedPerson],
    on_date: date,
) -> Iterator[Thing]:  # fmt: skip
    """Work to apply for in the months to come."""
    for number in range(size.vacatures):
        yield (
            f"vacatures/vacature-{number + 1}.yml",
            {
                "naam": f"{chance.pick(pieces('vacatures'))} {number + 1}",
                "soort": chance.pick(["betaald", "vrijwillig", "vrijwillig", "stage"]),
                "wat": "Je leert de buurt kennen, en de buurt leert jou kennen.",
                "uren": f"{4 + 4 * chance.below(7)} uur in de week",
                "locatie": chance.pick(places),
                "sinds": (on_date - timedelta(days=1 + chance.below(40))).isoformat(),
                "sluit_op": (on_date + timedelta(days=30 + chance.below(120))).isoformat(),
                "contact": chance.pick(people).id,
            },
        )


def _mededelingen(
    chance: Chance, size: Size, places: Sequence[str], on_date: date
) -> Iterator[Thing]:
    """Notices of these weeks, one in three for everybody, the others about a place."""
    for number in range(size.mededelingen):
        fields: dict[str, Any] = {
            "tekst": chance.pick(pieces("mededelingen")),
            "van": (on_date - timedelta(days=chance.below(10))).isoformat(),
            "tot": (on_date + timedelta(days=7 + chance.below(30))).isoformat(),
        }
        if number % 3:
            about = {"soort": chance.pick(["let_op", "nieuws"]), "op": chance.pick(places)}
            fields = {**fields, **about}
        yield f"mededelingen/mededeling-{number + 1}.yml", fields


def _account(
    groups: Sequence[Mapping[str, Any]], services: Sequence[Mapping[str, Any]],
    people: Sequence[InventedPerson], on_date: date,
) -> Iterator[Thing]:  # fmt: skip
    """A few of each: ways to take part, something new, what clients said, a commission asked for.
    None of it is left to chance, so that all else stays as it was."""
    for number, (name, call, hours) in enumerate(
        [
            ("Vrijwilliger", "Een straat verder wacht iemand op je.", "Twee uur per week"),
            ("Donateur", "Van een tientje staat de soep op tafel.", "Een kwartier per jaar"),
        ]
    ):
        who = people[number % len(people)].id
        yield (
            f"meedoen/rol-{number + 1}.yml",
            {"naam": name, "oproep": call, "uren": hours, "volgorde": number + 1, "contact": who,
             "wat_je_doet": ["Je kiest zelf wat je doet."], "wat_je_krijgt": ["Soep."],
             "coordinator": who, "aantal": 12 + number},
        )  # fmt: skip
    proof = {
        "nieuw": "In de streek deed niemand dit.",
        "toegepast": "Het is nu twaalf keer gedaan.",
        "breuk": "Eerst moest iedereen naar ons komen.",
        "impact": "Van 11 naar 19 mensen in een half jaar, geteld aan de deur.",
        "missie": "Alle bezoekers kennen een van ons bij de voornaam.",
    }
    yield (
        "vernieuwingen/op-de-stoep.yml",
        {"naam": "Een bank op de stoep", "kort": "Een bank voor de deur, met iemand erop.",
         "omschrijving": "Wie niet binnen durft, gaat buiten zitten.", "status": "actief",
         "geworden": "De bank staat er elke dag.", "klantgroepen": [groups[0]["id"]],
         "begonnen": (on_date - timedelta(days=200)).isoformat(), "zichtbaar": "publiek",
         "criteria": {name: {"oordeel": "ja", "bewijs": why} for name, why in proof.items()}},
    )  # fmt: skip
    yield (
        "klantstem/deze-maand.yml",
        {"periode": {"van": (on_date - timedelta(days=27)).isoformat(), "tot": on_date.isoformat()},
         "cijfers": [
             {"datum": (on_date - timedelta(days=number % 28)).isoformat(),
              "cijfer": 6 + number * 7 % 5,
              "dienst": services[number % min(4, len(services))]["id"]}
             for number in range(34)
         ],
         "wensen": [{"wens": "Een stoel met een leuning.", "wat_ermee_gedaan": "Die staat er nu."}],
         "afhakers": [{"datum": on_date.isoformat(), "waardoor": "vervoer",
                       "reden": "De bus rijdt niet meer."}]},
    )  # fmt: skip
    yield (
        "opdrachten/huisbezoeken.yml",
        {"naam": "Huisbezoeken", "opdrachtgever": "De gemeente",
         "datum": (on_date + timedelta(days=30)).isoformat(),
         "hart": {"eer": {"oordeel": "ja", "waarom": "Zij vroegen eerst ons."}}},
    )  # fmt: skip


def _verhalen(
    chance: Chance, size: Size, services: Sequence[Mapping[str, Any]],
    people: Sequence[InventedPerson], on_date: date,
) -> Iterator[Thing]:  # fmt: skip
    """What people tell, each of a service and of who was there."""
    for number in range(size.verhalen):
        title, text = chance.pick(pieces("verhalen")).split(" | ")
        service = chance.pick(services)
        day = (on_date - timedelta(days=2 + chance.below(300))).isoformat()
        yield (
            f"verhalen/verhaal-{number + 1}.yml",
            {
                "titel": f"{title} ({number + 1})",
                "datum": day,
                "wie": {"naam": chance.pick(pieces("vertellers")), "pseudoniem": "ja"},
                "toestemming": {"datum": day},
                "behoefte": service["behoeften"][0],
                "dienst": service["id"],
                "medewerkers": [chance.pick(people).id],
                "tekst": text,
            },
        )


def _cijfers(chance: Chance, size: Size, on_date: date) -> Iterator[Thing]:
    """What is counted year by year, each with a story."""
    for number in range(size.verhalen // 2):
        name = chance.pick(pieces("cijfers"))
        first = on_date.year - 1 - chance.below(6)
        values = {str(jaar): str(40 + chance.below(900)) for jaar in range(first, on_date.year)}
        yield (
            f"cijfers/cijfer-{number + 1}.yml",
            {
                "naam": f"{name} ({number + 1})",
                "eenheid": "keer",
                "telt": "dingen",
                "reeks": values,
                "bron": "eigen telling",
                "verhalen": [f"verhaal-{number + 1}"],
            },
        )


def _locaties(
    chance: Chance, count: int, towns: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Community centres by id; a name comes back in another town when there are many."""
    names = [f"Wijkcentrum {house}" for house in pieces("huizen")]
    places = [(f"{name} {town}" if turn else name, town) for turn, town in enumerate(towns)
              for name in chance.some(names, len(names))]  # fmt: skip
    for name, town in places[:count]:
        yield make_id(name), {
            "naam": name,
            "adres": {"straat": f"{chance.pick(pieces('straten'))} {1 + chance.below(120)}",
                      "postcode": chance.pick(["9990 SA", "9991 SD", "9992 SS"]), "plaats": town},
            "openingstijden": [{"dag": day, "van": "9:00", "tot": "16:30"}
                               for day in chance.some(pieces("dagen"), 3 + chance.below(3))],
            "bereikbaarheid": "De bus stopt voor de deur.",
            "toegankelijkheid": "Alles is gelijkvloers, en er is een toilet met ruimte.",
        }  # fmt: skip


def _groups(size: Size) -> Sequence[Mapping[str, Any]]:
    """The client groups; who asks for accounts and who refers come with some size."""
    everyone: Sequence[Mapping[str, Any]] = themes("klantgroepen")
    residents = [g for g in everyone if g.get("soort", "bewoner") == "bewoner"]
    others = [g for g in everyone if g not in residents]
    if size.medewerkers < _FIRST_COMMISSION:
        return residents[: size.klantgroepen]
    return [*residents[: size.klantgroepen - len(others)], *others]


def _klantgroepen(groups: Sequence[Mapping[str, Any]]) -> Iterator[Thing]:
    for number, group in enumerate(groups, 1):
        fields = {k: w for k, w in group.items() if k not in {"id", "behoeften"}}
        yield f"klantgroepen/{group['id']}.yml", {**fields, "volgorde": number}


def _needs(groups: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The needs of these groups, with the groups that have each."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for need in group["behoeften"]:
            found.setdefault(need, []).append(group["id"])
    return found


def _behoeften(
    chance: Chance, groups: Sequence[Mapping[str, Any]], on_date: date
) -> Iterator[Thing]:
    for id_, own in _needs(groups).items():
        need = themes("behoeften")[id_]
        yield f"behoeften/{id_}.yml", {
            "naam": need["naam"],
            "klantgroepen": own,
            "klantvragen": [
                {"vraag": question, "bron": chance.pick(["balie", "telefoon", "huisbezoek"]),
                 "datum": _recently(chance, on_date)}
                for question in need["vragen"]
            ],
            "pijn": need["pijn"],
            "winst": need["winst"],
        }  # fmt: skip


def _diensten(
    chance: Chance,
    size: Size,
    groups: Sequence[Mapping[str, Any]],
    locaties: Sequence[tuple[str, Mapping[str, Any]]],
    on_date: date,
) -> Iterator[dict[str, Any]]:
    """Services: for each need at least one, and then the same ones in more places."""
    needs = _needs(groups)
    kinds = [(name, need) for need in needs for name in themes("behoeften")[need]["diensten"]]
    kinds.sort(key=lambda kind: themes("behoeften")[kind[1]]["diensten"].index(kind[0]))
    wanted = max(len(needs), size.diensten)
    for number in range(min(wanted, len(kinds) * len(locaties))):
        name, need = kinds[number % len(kinds)]
        place_id, place = locaties[(number // len(kinds) + number) % len(locaties)]
        turn = number // len(kinds)
        what, you, we, network, form = themes("diensten")[name].split(" | ")
        title = f"{name} {str(place['naam']).removeprefix('Wijkcentrum ')}" if turn else name
        yield {
            "id": make_id(title),
            "naam": title,
            "behoeften": [need],
            "kort": what,
            "omschrijving": f"{what} {we}\n\n{you} {network}\n\n{typed('teksten', number)}",
            "samen": {"jij": [you], "wij": [we], "netwerk": [network]},
            "vorm": [form],
            "trede": chance.pick(["instap", "instap", "midden", "exclusief"]),
            "prijs": typed("prijzen", number),
            "betaald_door": ["gemeente"],
            "waar": [place_id],
            "wanneer": [typed("momenten", number)],
            "aanmelden": {"telefoon": "0599 000 100", "tekst": "Bel, of loop binnen."},
            "status": "actief",
            "gecontroleerd_op": _recently(chance, on_date),
        }  # fmt: skip


def _concurrenten(
    chance: Chance,
    groups: Sequence[Mapping[str, Any]],
    people: Sequence[InventedPerson],
    on_date: date,
) -> Iterator[Thing]:
    for rival in themes("concurrenten"):
        visit = {
            "datum": _recently(chance, on_date),
            "door": chance.pick(people).id,
            "sterk": chance.some(themes("bezoek")["sterk"], 2),
            "zwak": chance.some(themes("bezoek")["zwak"], 2),
            "indruk": "Wij namen mee dat een naam op de deur helpt.",
        }
        yield (
            f"concurrenten/{make_id(rival['naam'])}.yml",
            {
                **rival,
                "klantgroepen": [group["id"] for group in groups],
                "bezoeken": [visit],
                "scores": {"prijs": 3, "product": 3, "klantrelatie": 2},
            },
        )


def _usps(
    chance: Chance, groups: Sequence[Mapping[str, Any]], rivals: Sequence[str]
) -> Iterator[Thing]:
    """Promises: each group has one, and the promise comes with proof."""
    promises = themes("usps")
    for number, promise in enumerate(promises[: len(groups)]):
        own = [group["id"] for turn, group in enumerate(groups) if turn % len(promises) == number]
        senders = chance.some(themes("afzenders"), 2)
        yield f"usps/{make_id(promise['belofte'])[:40].strip('-')}.yml", {
            **promise,
            "klantgroepen": own,
            "bewijs": [{"citaat": quote, "door": sender} for quote, sender in
                       zip(chance.some(pieces("citaten"), 2), senders, strict=True)],
            "anders_dan": [{"concurrent": path.split("/")[1].removesuffix(".yml"),
                            "want": "Daar kent niemand je naam."} for path in rivals[:2]],
        }  # fmt: skip


def _partners(chance: Chance, size: Size, groups: Sequence[Mapping[str, Any]]) -> Iterator[Thing]:
    for number, (name, reason) in enumerate(themes("partners")[: 1 + isqrt(size.medewerkers)]):
        yield (
            _file("partners", name),
            {
                "naam": name,
                "waarvoor": reason,
                "klantgroepen": [group["id"] for group in chance.some(groups, 2)],
                "contact": {"telefoon": f"0599 000 {130 + number}"},
            },
        )


def _file(kind: str, name: str) -> str:
    return f"{kind}/{make_id(name)}.yml"


def _recently(chance: Chance, on_date: date) -> str:
    return (on_date - timedelta(days=1 + chance.below(150))).isoformat()
