"""A small sound house for tests: one of each kind, and nothing to find on the day `ON_DATE`."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

ON_DATE = "2026-11-20"

SMALL_HUIS: Mapping[str, str] = {
    "organisatie.yml": """\
versie: 1
naam: Welzijn Veenrand
payoff: Kom maar binnen
missie: Iedereen in Veenrand kent iemand die helpt.
aanspreekvorm: je
contact: {telefoon: 0599 000 100}
spoed: Is er direct gevaar? Bel 112.
koers:
  as: klantrelatie
  drempels:
    prijs: Niemand blijft weg om het geld.
    product: Alles begint op tijd.
  scores: {prijs: 4, product: 4, klantrelatie: 5}
""",
    "merk.yml": """\
kleuren: {hoofd: "#1f5c4d"}
""",
    "klantgroepen/ouderen.yml": """\
naam: Ouderen
ik: Ik wil thuis blijven wonen
kernboodschap: Jij blijft de baas in huis.
""",
    "behoeften/boodschappen.yml": """\
naam: Boodschappen doen
klantgroepen: [ouderen]
klantvragen:
  - vraag: Hoe krijg ik die zware tassen thuis?
    bron: telefoon
""",
    "diensten/boodschappentaxi.yml": """\
naam: Boodschappentaxi
behoeften: [boodschappen]
kort: Een busje haalt je op en brengt je weer thuis.
samen:
  jij: [Je zoekt zelf je boodschappen uit.]
  wij: [Wij tillen de tassen.]
prijs: {bedrag: "3,50", per: rit}
waar: [de-linde]
gecontroleerd_op: 2026-10-12
""",
    "locaties/de-linde.yml": """\
naam: Wijkcentrum De Linde
""",
    "concurrenten/woonwinkel.yml": """\
naam: Restaurant van de woonwinkel
soort: onverwacht
klantgroepen: [ouderen]
bezoeken:
  - datum: 2026-10-13
    door: samira
    sterk: [Koffie zo vaak je wilt]
scores: {prijs: 4, product: 4, klantrelatie: 2}
""",
    "usps/zelfde-gezicht.yml": """\
belofte: Je ziet steeds hetzelfde gezicht
as: klantrelatie
klantgroepen: [ouderen]
bewijs:
  - citaat: Ik hoef mijn verhaal maar één keer te doen.
    door: Annie, 81
anders_dan:
  - concurrent: woonwinkel
    want: Daar merkt niemand het als je wegblijft.
""",
    "partners/dorpswinkel.yml": """\
naam: Dorpswinkel Bos
waarvoor: Voor wie de boodschappen liever thuis laat bezorgen.
klantgroepen: [ouderen]
""",
    "agenda/soepmiddag.yml": """\
naam: Soepmiddag
wanneer: [{datum: 2026-12-03, van: 12:00, tot: 14:00}]
kort: We koken soep en eten die samen op.
locatie: de-linde
klantgroepen: [ouderen]
medewerkers: [samira]
""",
    "wijken/veenrand.yml": """\
naam: Veenrand
plaatsen: [Weekmarkt]
postcodes: ["9990"]
medewerkers: [samira]
locaties: [de-linde]
""",
    "verhalen/annie.yml": """\
titel: De tas stond al op het aanrecht
datum: 2026-10-05
wie: {naam: "Annie, 81"}
toestemming: {datum: 2026-10-05}
behoefte: boodschappen
dienst: boodschappentaxi
medewerkers: [samira]
tekst: Ik deed de deur open. De tas stond al op het aanrecht, met de melk bovenop.
""",
    "cijfers/ritten.yml": """\
naam: ritten met het busje
eenheid: ritten
reeks: {2024: 310, 2025: 352}
bron: eigen telling
telt: dingen
verhalen: [annie]
""",
    "vacatures/chauffeur.yml": """\
naam: Chauffeur
soort: vrijwillig
wat: Je rijdt het busje en tilt de tassen.
locatie: de-linde
sluit_op: 2027-06-30
contact: samira
""",
    "meedoen/vrijwilliger.yml": """\
naam: Vrijwilliger
oproep: Een uur over is voor een ander een middag.
wat_je_doet: [Voorlezen aan de keukentafel]
wat_je_krijgt: [Koffie]
contact: samira
coordinator: samira
aantal: 12
""",
    "vernieuwingen/bank-op-de-stoep.yml": """\
naam: Een bank op de stoep
omschrijving: Wie niet binnen durft, gaat buiten zitten.
zichtbaar: publiek
criteria:
  nieuw: {oordeel: ja, bewijs: Nergens in de streek stond er een.}
  toegepast: {oordeel: ja, bewijs: Zij staat er elke dag.}
  breuk: {oordeel: deels, bewijs: Eerst moest iedereen binnenkomen.}
  impact: {oordeel: ja, bewijs: Van 11 naar 19 mensen per week.}
  missie: {oordeel: nee, bewijs: Niemand kent daardoor een naam.}
""",
    "klantstem/deze-week.yml": """\
periode: {van: 2026-11-18, tot: 2026-11-20}
cijfers:
  - {datum: 2026-11-18, cijfer: 8, dienst: boodschappentaxi}
wensen:
  - {wens: Een stoel, wat_ermee_gedaan: Die staat er.}
""",
    "opdrachten/huisbezoeken.yml": """\
naam: Huisbezoeken
opdrachtgever: De gemeente
""",
    "mededelingen/lift.yml": """\
tekst: De lift is kapot. Beneden is alles open.
van: 2026-11-16
tot: 2026-12-04
op: de-linde
""",
    "medewerkers/samira.yml": """\
naam: Samira El Amrani
functie: buurtwerker
belofte: Ik bel altijd terug.
boegbeeld_van: [ouderen]
te_vinden:
  - {locatie: de-linde, wanneer: maandag van 9 tot 12 uur}
  - {waar: Weekmarkt, wanneer: vrijdag van 9 tot 10 uur}
deskundig_in: [Thuis wonen]
behoeften: [boodschappen]
diensten: [boodschappentaxi]
aanbevelingen:
  - citaat: Samira belde echt terug.
    door: Henk, 79
    toestemming: {datum: 2026-06-18}
schrijft:
  - {titel: De tas, medium: Veenrander, datum: 2026-09-03}
verrassingen:
  - wat: Bracht soep toen de kok ziek was.
""",
}


def write_huis(
    huis_folder: Path,
    overrides: Mapping[str, str | None] | None = None,
    bytes_: Mapping[str, str] | None = None,
) -> Path:
    """Write the small house to `huis_folder` and return it.

    `overrides` replaces, adds or (None) leaves out files; `bytes_` adds files given in base64.
    """
    for name, text in {**SMALL_HUIS, **(overrides or {})}.items():
        if text is not None:
            _write(huis_folder / name, text.encode())
    for name, contents in (bytes_ or {}).items():
        _write(huis_folder / name, base64.b64decode(contents))
    return huis_folder


def _write(path: Path, contents: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents)
