"""Two made-up organisations at the ends of the scale: as small as can be, and a large one.

- `write_small`: one client group, one worker, no portrait; it says `u`.
- `write_large`: 12 client groups, 60 workers (45 with a portrait), long names, everything filled.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFilter

from helpers.site import write_organisatie
from helpers.small_huis import SMALL_HUIS

GROUPS = 12
PEOPLE = 60
_GROUP_NAMES = [
    "Mantelzorgers", "Ouderen die alleen wonen", "Ouders van jonge kinderen", "Nieuwkomers",
    "Mensen met niet-aangeboren hersenletsel en hun naasten", "Nabestaanden", "Jongeren",
    "Mensen met geldzorgen", "Vrijwilligers", "Bewonersinitiatieven en buurtverenigingen",
    "Slechthorenden", "Arbeidsongeschiktheidsverzekeringsgerechtigden",
]  # fmt: skip
_IK = [
    "Ik wil zelfstandig in mijn eigen huis blijven wonen, ook nu traplopen niet meer gaat",
    "Ik ken hier niemand",
    "Ik zorg voor iemand en wil zelf ook overeind blijven",
    "Ik wil iets voor een ander betekenen",
]
_KLANTVRAGEN = [
    "Hoe krijg ik die zware tassen nog thuis, nu de winkel in het dorp dicht is?",
    "Wie gaat er met me mee naar de gemeente?",
    "Waar kan ik eens met iemand praten die niet meteen met een oplossing komt?",
]
_DIENSTEN = ["Boodschappentaxi", "Huiskameroverleg", "Ontmoetingsochtend voor nieuwe buren"]
_NAMES = [
    "Jo Bos", "Anna-Wilhelmina van den Hoogenband-Schimmelpenninck", "Fatıma Yıldız", "Gé Smit",
    "Bartholomeus Oudshoorn", "Thi Mỹ Hạnh Nguyễn", "Sjoukje Wiersma-van der Ploeg", "Els Vos",
]  # fmt: skip
_FUNCTIES = ["buurtwerker", "onafhankelijk cliëntondersteuner en mantelzorgconsulent", "kok"]
_SENTENCES = [
    "Ik bel altijd terug, ook als ik het antwoord nog niet weet.",
    "Bij mij staat de koffie klaar.",
    "Samen kijken we eerst wat je zelf nog kunt en wie er om je heen staat.",
    "In de buurt ken ik bijna elke voordeur.",
]


def write_small(folder: Path) -> Path:
    """Write the small organisation, which says `u`, to `folder`; return its mkdocs.yml."""
    in_u = SMALL_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    return write_organisatie(folder, {"organisatie.yml": in_u})


def write_large(folder: Path, *, portraits: bool = True) -> Path:
    """Write the large organisation to `folder`, with or without its `portraits`, which take long
    to draw; return its mkdocs.yml."""
    things = dict(_large_huis(random.Random(3)))
    if not portraits:
        for thing in things.values():
            thing.pop("portret", None)
    empty = {name: None for name in SMALL_HUIS if name not in things and "/" in name}
    text = {name: yaml.safe_dump(thing, allow_unicode=True) for name, thing in things.items()}
    config_file = write_organisatie(folder, {**empty, **text})
    for number in range(PEOPLE):
        if portraits and number % 4:
            _draw_portret(folder / "huis" / "medewerkers" / f"mens-{number:02}.jpg", number)
    return config_file


def _large_huis(rng: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and content of everything in the large house."""

    def paragraph() -> str:
        return " ".join(rng.choice(_SENTENCES) for _ in range(5))

    yield "organisatie.yml", {
        "versie": 1,
        "naam": "Stichting Welzijnswerk Oldambt-Westerwolde en omstreken",
        "payoff": "Naast je, in elke straat",
        "missie": f"Niemand staat er hier alleen voor.\n\n{paragraph()}",
        "doel": {"maat": "inwoners die iemand in de buurt kennen", "streef": "12.500",
                 "nu": "8.940", "jaar": "2030"},
        "aanspreekvorm": "je",
        "werkgebied": [f"Dorp {n}" for n in range(1, 15)],
        "contact": {
            "telefoon": "0599 000 200", "whatsapp": "06 00000200",
            "email": "secretariaat@welzijnswerk-oldambt-westerwolde.example",
            "adres": {"straat": "Burgemeester Tonckensstraat 101", "postcode": "9671 AB",
                      "plaats": "Winschoten"},
            "openingstijden": [{"dag": d, "van": "9:00", "tot": "17:00"}
                               for d in ("maandag", "dinsdag", "woensdag", "donderdag")],
        },
        "spoed": "Is er direct gevaar? Bel 112.",
        "koers": {"as": "klantrelatie"},
    }  # fmt: skip
    yield "merk.yml", {"kleuren": {"hoofd": "#8a1c4a", "accent": "#2f7fb5"}}
    for number in range(5):
        yield (
            f"locaties/huis-{number}.yml",
            {
                "naam": f"Dorpshuis {number}",
                "adres": {
                    "straat": f"Hoofdweg {number + 1}",
                    "postcode": "9671 AB",
                    "plaats": "Dorp",
                },
                "toegankelijkheid": "Drempelvrij, met een ringleiding in de grote zaal.",
            },
        )
    for number in range(5):
        yield (
            f"wijken/wijk-{number}.yml",
            {
                "naam": f"Burgemeester Tonckenskwartier-Noordoost {number}",
                "plaatsen": ["Westerwoldsche Compagnie", "Buitenverblijvenbuurt", "De Hoofdweg"],
                "postcodes": [f"967{number}", f"968{number} AB", f"9{number}00-9{number}09"],
                "medewerkers": [f"mens-{number:02}", f"mens-{number + 5:02}"],
                "locaties": [f"huis-{number}"],
                "omschrijving": f"{paragraph()}\n\n{paragraph()}",
            },
        )
    for g in range(GROUPS):
        kind = ("opdrachtgever", "verwijzer")[g - 10] if g >= 10 else "bewoner"
        yield f"klantgroepen/groep-{g:02}.yml", {
            "naam": _GROUP_NAMES[g], "soort": kind, "ik": _IK[g % len(_IK)],
            "kernboodschap": rng.choice(_SENTENCES),
            "omschrijving": f"{paragraph()}\n\n{paragraph()}",
            "levensgebeurtenissen": ["een verhuizing", "een verlies", "het eerste kind"],
        }  # fmt: skip
        for v, vraag in enumerate(_KLANTVRAGEN):
            yield f"behoeften/behoefte-{g:02}-{v}.yml", {
                "naam": f"Vraagstuk {g}.{v}", "klantgroepen": [f"groep-{g:02}"],
                "klantvragen": [{"vraag": vraag, "bron": "balie"},
                                {"vraag": rng.choice(_KLANTVRAGEN), "bron": "huisbezoek"}],
                "pijn": rng.choice(_SENTENCES), "winst": rng.choice(_SENTENCES),
            }  # fmt: skip
            yield f"diensten/dienst-{g:02}-{v}.yml", {
                "naam": f"{_DIENSTEN[v]} {g}", "behoeften": [f"behoefte-{g:02}-{v}"],
                "kort": rng.choice(_SENTENCES), "omschrijving": paragraph(),
                "samen": {"jij": _SENTENCES[:2], "wij": _SENTENCES[1:], "netwerk": _SENTENCES[:1]},
                "vorm": ["groep", "aan_huis"], "trede": ("instap", "midden", "exclusief")[v],
                "prijs": {"bedrag": "1.250,00", "per": "traject van een half jaar"},
                "betaald_door": ["klant", "gemeente", "verzekeraar"],
                "waar": [f"huis-{v}", f"huis-{v + 2}"],
                "wanneer": [{"dag": "maandag", "van": "9:30", "tot": "12:00"}],
                "aanmelden": {"telefoon": "0599 000 200", "tekst": "Loop binnen, of bel eerst."},
                "gecontroleerd_op": "2026-10-12",
            }  # fmt: skip
    for n, soort in enumerate(("let_op", "nieuws", "let_op", "nieuws")):
        about = {"op": "huis-0"} if n > 1 else {}
        days = {"van": "2026-11-01", "tot": "2026-12-31"}
        yield (
            f"mededelingen/mededeling-{n}.yml",
            {"tekst": paragraph(), "soort": soort, **days, **about},
        )
    for p in range(20):
        yield (
            f"partners/partner-{p:02}.yml",
            {
                "naam": f"{_NAMES[1].split()[0]} en de Zonnebloemenvereniging, afdeling {p}",
                "waarvoor": paragraph(),
                "klantgroepen": [f"groep-{g:02}" for g in range(p % 3, GROUPS, 3)],
                "diensten": [f"dienst-{g:02}-{p % 3}" for g in range(GROUPS)],
                "website": "https://zonnebloemenvereniging-oldambt-westerwolde.example",
                "contact": {
                    "telefoon": f"0599 0009{p:02}",
                    "email": f"zonnebloemenvereniging{p}@welzijnswerk-oldambt-westerwolde.example",
                },
            },
        )
    for v in range(6):
        yield (
            f"verhalen/verhaal-{v}.yml",
            {
                "titel": f"Hoe de vrijwilligerscoördinatie van de mantelzorgwaardering begon ({v})",
                "datum": f"2026-0{v + 1}-11",
                "wie": {"naam": _NAMES[v]},
                "toestemming": {"datum": "2026-09-01"},
                "klantgroep": f"groep-{v:02}",
                "behoefte": f"behoefte-{v:02}-0",
                "dienst": f"dienst-{v:02}-0",
                "medewerkers": [f"mens-{v:02}", f"mens-{v + 1:02}"],
                "tekst": f"{paragraph()}\n\n{paragraph()}",
                "citaat": _SENTENCES[v % 4],
            },
        )
        yield (
            f"cijfers/cijfer-{v}.yml",
            {
                "naam": f"mensen met een onafhankelijke cliëntondersteuner in hun buurt ({v})",
                "eenheid": ("%", "bijeenkomsten", "mensen")[v % 3],
                "reeks": {
                    str(2026 - y): (7.5 * v + y if v % 3 == 0 else 1234567 * v + 250000 * y + 900)
                    for y in range(12 - 2 * v)
                    if y != 2
                },
                "doel": {"jaar": 2030, "waarde": 99},
                "bron": "Registratiesysteem van de vrijwilligerscoördinatie, peildatum 31 december",
                "verhalen": [f"verhaal-{v}"],
                "toelichting": paragraph(),
            },
        )
    for v in range(12):
        yield (
            f"vacatures/vacature-{v:02}.yml",
            {
                "naam": f"Vrijwilligerscoördinator mantelzorgwaardering {v}",
                "soort": ("betaald", "vrijwillig", "stage")[v % 3],
                "kort": rng.choice(_SENTENCES),
                "wat": f"{paragraph()}\n\n{paragraph()}",
                "uren": "24 tot 28 uur in de week, ook op dinsdagavond",
                "salaris": "Schaal 8 van de cao Sociaal Werk, met reiskostenvergoeding",
                "wat_je_krijgt": list(_SENTENCES),
                "locatie": f"huis-{v % 5}",
                "sluit_op": "2039-06-30",
                "contact": f"mens-{v:02}",
            },
        )
    for r in range(5):
        yield (
            f"meedoen/rol-{r}.yml",
            {
                "naam": f"Vrijwilligersverenigingslid {r}",
                "oproep": rng.choice(_SENTENCES),
                "wat_je_doet": list(_SENTENCES),
                "uren": "Twee tot vier uur in de week, ook op dinsdagavond",
                "bijdrage": "Vanaf 25 euro per jaar",
                "wat_je_krijgt": list(_SENTENCES),
                "contact": f"mens-{r:02}",
                "aanmelden": {"email": "meedoen@welzijnswerk-oldambt-westerwolde.example"},
                "volgorde": r,
            },
        )
        yield (
            f"vernieuwingen/nieuw-{r}.yml",
            {
                "naam": f"Mantelzorgwaarderingsvernieuwing {r}",
                "kort": rng.choice(_SENTENCES),
                "omschrijving": f"{paragraph()}\n\n{paragraph()}",
                "geprobeerd": paragraph(),
                "geworden": paragraph(),
                "klantgroepen": [f"groep-{g:02}" for g in range(GROUPS)],
                "diensten": [f"dienst-{g:02}-0" for g in range(GROUPS)],
                "zichtbaar": "publiek",
            },
        )
    for u in range(9):
        yield (
            f"usps/belofte-{u}.yml",
            {
                "belofte": f"{_SENTENCES[u % 4].rstrip('.')} ({u + 1})",
                "as": ("klantrelatie", "product", "prijs")[u % 3],
                "klantgroepen": [f"groep-{g:02}" for g in range(u, GROUPS, 4)],
                "toelichting": paragraph(),
                "bewijs": [{"citaat": "Ze belden de volgende ochtend.", "door": "Een buurman, 67"}],
            },
        )
    for m in range(PEOPLE):
        group = m % GROUPS
        yield f"medewerkers/mens-{m:02}.yml", {
            "naam": f"{_NAMES[m % len(_NAMES)]}{' ' + 'I' * (m // 8) if m >= 8 else ''}",
            "functie": _FUNCTIES[m % 3], "belofte": rng.choice(_SENTENCES),
            "boegbeeld_van": [f"groep-{group:02}"],
            "te_vinden": [{"locatie": f"huis-{m % 5}", "wanneer": "maandag van 9 tot 12 uur"}],
            "deskundig_in": ["Thuis wonen", "Mantelzorgwaardering aanvragen"],
            "behoeften": [f"behoefte-{group:02}-{v}" for v in range(3)],
            "diensten": [f"dienst-{group:02}-{m % 3}"], "over": f"{paragraph()}\n\n{paragraph()}",
            "aanbevelingen": [{"citaat": rng.choice(_SENTENCES), "door": "Henk, 79",
                               "toestemming": {"datum": "2026-06-18"}}],
            "schrijft": [{"titel": "De tas", "medium": "De Bode", "datum": "2026-09-03"}],
            "verrassingen": [{"wat": rng.choice(_SENTENCES)}],
            "talen": ["Nederlands", "Gronings"],
            "contact": {"telefoon": f"06 000003{m:02}", "whatsapp": f"06 000003{m:02}",
                        "email": f"mens{m:02}@welzijnswerk-oldambt-westerwolde.example"},
            **({"portret": {"bestand": f"mens-{m:02}.jpg", "alt": f"Mens {m} bij de voordeur",
                            "toestemming": {"datum": "2026-01-05"}}} if m % 4 else {}),
        }  # fmt: skip


def _draw_portret(path: Path, number: int) -> None:
    """A drawing of a head and shoulders with the grain of a photo, every one different."""
    rng = random.Random(number)
    colour = [tuple(rng.randrange(40, 220) for _ in range(3)) for _ in range(3)]
    image = Image.new("RGB", (960, 1200), colour[0])
    pencil = ImageDraw.Draw(image)
    pencil.ellipse((160, 760, 800, 1700), fill=colour[1])
    pencil.ellipse((290, 240, 670, 760), fill=colour[2])
    grain = Image.effect_noise((240, 300), 40).resize(image.size).convert("RGB")
    Image.blend(image.filter(ImageFilter.GaussianBlur(6)), grain, 0.12).save(path, quality=85)
