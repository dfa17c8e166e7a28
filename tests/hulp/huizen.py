"""Two made-up organisations at the ends of the scale: as small as can be, and a large one.

- `schrijf_klein`: one client group, one worker, no portrait; it says `u`.
- `schrijf_groot`: 12 client groups, 60 workers (45 with a portrait), long names, everything filled.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFilter

from hulp.klein_huis import KLEIN_HUIS
from hulp.site import schrijf_organisatie

GROEPEN = 12
MENSEN = 60
_WIE = [
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
_VRAGEN = [
    "Hoe krijg ik die zware tassen nog thuis, nu de winkel in het dorp dicht is?",
    "Wie gaat er met me mee naar de gemeente?",
    "Waar kan ik eens met iemand praten die niet meteen met een oplossing komt?",
]
_DIENSTEN = ["Boodschappentaxi", "Huiskameroverleg", "Ontmoetingsochtend voor nieuwe buren"]
_NAMEN = [
    "Jo Bos", "Anna-Wilhelmina van den Hoogenband-Schimmelpenninck", "Fatıma Yıldız", "Gé Smit",
    "Bartholomeus Oudshoorn", "Thi Mỹ Hạnh Nguyễn", "Sjoukje Wiersma-van der Ploeg", "Els Vos",
]  # fmt: skip
_FUNCTIES = ["buurtwerker", "onafhankelijk cliëntondersteuner en mantelzorgconsulent", "kok"]
_ZINNEN = [
    "Ik bel altijd terug, ook als ik het antwoord nog niet weet.",
    "Bij mij staat de koffie klaar.",
    "Samen kijken we eerst wat je zelf nog kunt en wie er om je heen staat.",
    "In de buurt ken ik bijna elke voordeur.",
]


def schrijf_klein(map_: Path) -> Path:
    """Write the small organisation, which says `u`, to `map_`; return its mkdocs.yml."""
    in_u = KLEIN_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    return schrijf_organisatie(map_, {"organisatie.yml": in_u})


def schrijf_groot(map_: Path) -> Path:
    """Write the large organisation to `map_`; return its mkdocs.yml."""
    dingen = dict(_groot_huis(random.Random(3)))
    leeg = {naam: None for naam in KLEIN_HUIS if naam not in dingen and "/" in naam}
    tekst = {naam: yaml.safe_dump(ding, allow_unicode=True) for naam, ding in dingen.items()}
    instelling = schrijf_organisatie(map_, {**leeg, **tekst})
    for nummer in range(MENSEN):
        if nummer % 4:
            _portret(map_ / "huis" / "medewerkers" / f"mens-{nummer:02}.jpg", nummer)
    return instelling


def _groot_huis(worp: random.Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and content of everything in the large house."""

    def alinea() -> str:
        return " ".join(worp.choice(_ZINNEN) for _ in range(5))

    yield "organisatie.yml", {
        "versie": 1,
        "naam": "Stichting Welzijnswerk Oldambt-Westerwolde en omstreken",
        "payoff": "Naast je, in elke straat",
        "missie": f"Niemand staat er hier alleen voor.\n\n{alinea()}",
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
    for nummer in range(5):
        yield (
            f"locaties/huis-{nummer}.yml",
            {
                "naam": f"Dorpshuis {nummer}",
                "adres": {
                    "straat": f"Hoofdweg {nummer + 1}",
                    "postcode": "9671 AB",
                    "plaats": "Dorp",
                },
                "toegankelijkheid": "Drempelvrij, met een ringleiding in de grote zaal.",
            },
        )
    for g in range(GROEPEN):
        soort = ("opdrachtgever", "verwijzer")[g - 10] if g >= 10 else "bewoner"
        yield f"klantgroepen/groep-{g:02}.yml", {
            "naam": _WIE[g], "soort": soort, "ik": _IK[g % len(_IK)],
            "kernboodschap": worp.choice(_ZINNEN), "omschrijving": f"{alinea()}\n\n{alinea()}",
            "levensgebeurtenissen": ["een verhuizing", "een verlies", "het eerste kind"],
        }  # fmt: skip
        for v, vraag in enumerate(_VRAGEN):
            yield f"behoeften/behoefte-{g:02}-{v}.yml", {
                "naam": f"Vraagstuk {g}.{v}", "klantgroepen": [f"groep-{g:02}"],
                "klantvragen": [{"vraag": vraag, "bron": "balie"},
                                {"vraag": worp.choice(_VRAGEN), "bron": "huisbezoek"}],
                "pijn": worp.choice(_ZINNEN), "winst": worp.choice(_ZINNEN),
            }  # fmt: skip
            yield f"diensten/dienst-{g:02}-{v}.yml", {
                "naam": f"{_DIENSTEN[v]} {g}", "behoeften": [f"behoefte-{g:02}-{v}"],
                "kort": worp.choice(_ZINNEN), "omschrijving": alinea(),
                "samen": {"jij": _ZINNEN[:2], "wij": _ZINNEN[1:], "netwerk": _ZINNEN[:1]},
                "vorm": ["groep", "aan_huis"], "trede": ("instap", "midden", "exclusief")[v],
                "prijs": {"bedrag": "1.250,00", "per": "traject van een half jaar"},
                "betaald_door": ["klant", "gemeente", "verzekeraar"],
                "waar": [f"huis-{v}", f"huis-{v + 2}"],
                "wanneer": [{"dag": "maandag", "van": "9:30", "tot": "12:00"}],
                "aanmelden": {"telefoon": "0599 000 200", "tekst": "Loop binnen, of bel eerst."},
                "gecontroleerd_op": "2026-10-12",
            }  # fmt: skip
    for u in range(9):
        yield (
            f"usps/belofte-{u}.yml",
            {
                "belofte": f"{_ZINNEN[u % 4].rstrip('.')} ({u + 1})",
                "as": ("klantrelatie", "product", "prijs")[u % 3],
                "klantgroepen": [f"groep-{g:02}" for g in range(u, GROEPEN, 4)],
                "toelichting": alinea(),
                "bewijs": [{"citaat": "Ze belden de volgende ochtend.", "door": "Een buurman, 67"}],
            },
        )
    for m in range(MENSEN):
        groep = m % GROEPEN
        yield f"medewerkers/mens-{m:02}.yml", {
            "naam": f"{_NAMEN[m % len(_NAMEN)]}{' ' + 'I' * (m // 8) if m >= 8 else ''}",
            "functie": _FUNCTIES[m % 3], "belofte": worp.choice(_ZINNEN),
            "boegbeeld_van": [f"groep-{groep:02}"],
            "te_vinden": [{"locatie": f"huis-{m % 5}", "wanneer": "maandag van 9 tot 12 uur"}],
            "deskundig_in": ["Thuis wonen", "Mantelzorgwaardering aanvragen"],
            "behoeften": [f"behoefte-{groep:02}-{v}" for v in range(3)],
            "diensten": [f"dienst-{groep:02}-{m % 3}"], "over": f"{alinea()}\n\n{alinea()}",
            "aanbevelingen": [{"citaat": worp.choice(_ZINNEN), "door": "Henk, 79",
                               "toestemming": {"datum": "2026-06-18"}}],
            "schrijft": [{"titel": "De tas", "medium": "De Bode", "datum": "2026-09-03"}],
            "verrassingen": [{"wat": worp.choice(_ZINNEN)}],
            "talen": ["Nederlands", "Gronings"],
            "contact": {"telefoon": f"06 000003{m:02}", "whatsapp": f"06 000003{m:02}",
                        "email": f"mens{m:02}@welzijnswerk-oldambt-westerwolde.example"},
            **({"portret": {"bestand": f"mens-{m:02}.jpg", "alt": f"Mens {m} bij de voordeur",
                            "toestemming": {"datum": "2026-01-05"}}} if m % 4 else {}),
        }  # fmt: skip


def _portret(pad: Path, nummer: int) -> None:
    """A drawing of a head and shoulders with the grain of a photo, every one different."""
    worp = random.Random(nummer)
    kleur = [tuple(worp.randrange(40, 220) for _ in range(3)) for _ in range(3)]
    beeld = Image.new("RGB", (960, 1200), kleur[0])
    potlood = ImageDraw.Draw(beeld)
    potlood.ellipse((160, 760, 800, 1700), fill=kleur[1])
    potlood.ellipse((290, 240, 670, 760), fill=kleur[2])
    grein = Image.effect_noise((240, 300), 40).resize(beeld.size).convert("RGB")
    Image.blend(beeld.filter(ImageFilter.GaussianBlur(6)), grein, 0.12).save(pad, quality=85)
