"""How long a build takes: a house with N workers beside plain MkDocs + Material with N pages.

Both sites are generated from one seed and hold the same text for every worker; the plain one has
it ready as Markdown, outside the navigation. Each build is a whole process, the two take turns,
and the median counts. Run it with `make bench`; `python bench/bouwtijd.py --help` tells more.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ONDERWERPEN = [
    "de boodschappen", "een brief van de gemeente", "het avondeten", "de tuin", "een nieuwe fiets",
    "het slapen", "de buren", "een formulier", "de wandeling", "het afscheid", "de eerste koffie",
]  # fmt: skip
DADEN = [
    "We kijken samen naar {}.",
    "Over {} kun je altijd beginnen.",
    "Ik weet wie er meer weet van {}.",
    "Bij {} doe jij het eerste stuk en ik het tweede.",
    "Vorige week ging het aan tafel over {}.",
    "Voor {} loop ik graag een stukje mee.",
]
VOORNAMEN = ["Anna", "Bram", "Carla", "Dirk", "Els", "Frits", "Greet", "Henk", "Ineke", "Joop"]
ACHTERNAMEN = ["Akkerman", "Bos", "Dijkstra", "Eerens", "Faber", "Groen", "Hoek", "Jansma"]
DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
VANDAAG = date.today().isoformat()
"""Dates in the house are of today: a house in order has few findings, and so has this one."""
FUNCTIES = ["opbouwwerker", "sociaal werker", "cliëntondersteuner", "buurtcoach"]


@dataclass(frozen=True)
class Mens:
    """The text of one worker, the same on both sites."""

    id: str
    nummer: int
    naam: str
    functie: str
    belofte: str
    te_vinden: tuple[str, str]
    deskundig_in: tuple[str, str, str]
    aanbeveling: str
    artikel: str
    verrassing: str
    over: str


@dataclass(frozen=True)
class Meting:
    """What one build cost."""

    seconden: float
    rekentijd: float
    """Seconds of processor time: steadier than the clock on a machine with other work."""
    geheugen: float
    """The most memory in use at any time, in MB."""


def verzin(aantal: int) -> list[Mens]:
    """Make up `aantal` workers; the same ones every time."""
    worp = random.Random(aantal)

    def zin() -> str:
        return worp.choice(DADEN).format(worp.choice(ONDERWERPEN))

    def alinea() -> str:
        return " ".join(zin() for _ in range(5))

    def mens(nummer: int) -> Mens:
        punten = "\n".join(f"- {zin()}" for _ in range(3))
        return Mens(
            id=f"mens-{nummer:04}",
            nummer=nummer,
            naam=f"{worp.choice(VOORNAMEN)} {worp.choice(ACHTERNAMEN)} {nummer}",
            functie=worp.choice(FUNCTIES),
            belofte=zin(),
            te_vinden=(f"{worp.choice(DAGEN)} van 9 tot 12 uur", f"{worp.choice(DAGEN)}middag"),
            deskundig_in=tuple(worp.sample(ONDERWERPEN, 3)),  # type: ignore[arg-type]
            aanbeveling=zin(),
            artikel=zin(),
            verrassing=zin(),
            over=f"{alinea()} **{zin()}**\n\n{alinea()}\n\n{punten}\n\n{alinea()}",
        )

    return [mens(nummer) for nummer in range(aantal)]


def schrijf(bestand: Path, tekst: str) -> None:
    """Write a file and the folders above it."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(tekst, "utf-8")


def maak_huis(map_: Path, mensen: list[Mens]) -> None:
    """Write a proposition house with these workers, and a client group for each fifty."""
    huis = map_ / "site_src" / "huis"
    schrijf(map_ / "mkdocs.yml", (
        "site_name: Meting\nsite_url: https://meting.example/\ndocs_dir: site_src/paginas\n"
        "theme: {name: propositie}\n"
        "plugins:\n  - material/search\n  - propositie: {huis: site_src/huis}\n"
    ))  # fmt: skip
    schrijf(map_ / "site_src/paginas/privacy.md", "# Privacy\n\nWij meten niemand.\n")
    schrijf(huis / "organisatie.yml", (
        "versie: 1\nnaam: Stichting Meting\npayoff: Meten is weten\nmissie: Wij meten.\n"
        "aanspreekvorm: je\ncontact: {telefoon: 0599 000 100, email: post@meting.example}\n"
        "spoed: Bel 112.\nkoers: {as: klantrelatie}\n"
    ))  # fmt: skip
    schrijf(huis / "merk.yml", 'kleuren: {hoofd: "#1f5c4d", accent: "#c77f1a"}\n')
    schrijf(huis / "locaties/trefpunt.yml", "naam: Trefpunt\n")
    groepen = max(4, len(mensen) // 50)
    for g in range(groepen):
        schrijf(huis / f"klantgroepen/groep-{g}.yml", (
            f"naam: Groep {g}\nik: Ik hoor bij groep {g}\nkernboodschap: We helpen groep {g}.\n"
        ))  # fmt: skip
        schrijf(huis / f"behoeften/vraag-{g}.yml", (
            f"naam: Vraag {g}\nklantgroepen: [groep-{g}]\n"
            f"klantvragen: [{{vraag: Wie helpt mij met vraag {g}?, bron: balie}}]\n"
        ))  # fmt: skip
        schrijf(huis / f"diensten/dienst-{g}.yml", (
            f"naam: Dienst {g}\nbehoeften: [vraag-{g}]\nkort: Hulp bij vraag {g}.\n"
            "samen: {jij: [Je komt langs.], wij: [Wij zetten koffie.]}\n"
            f"prijs: gratis\nwaar: [trefpunt]\ngecontroleerd_op: {VANDAAG}\n"
        ))  # fmt: skip
        schrijf(huis / f"usps/belofte-{g}.yml", (
            f"belofte: Groep {g} hoort binnen twee dagen van ons\nas: klantrelatie\n"
            f"klantgroepen: [groep-{g}]\n"
            "bewijs: [{citaat: Ze belden de volgende ochtend., door: Een buurman}]\n"
        ))  # fmt: skip
    for mens in mensen:
        groep = mens.nummer % groepen
        over = "".join(f"  {regel}\n" if regel else "\n" for regel in mens.over.splitlines())
        schrijf(huis / f"medewerkers/{mens.id}.yml", (
            f"naam: {mens.naam}\nfunctie: {mens.functie}\nbelofte: {mens.belofte}\n"
            f"boegbeeld_van: [groep-{groep}]\nbehoeften: [vraag-{groep}]\n"
            f"diensten: [dienst-{groep}]\nte_vinden:\n"
            f"  - {{locatie: trefpunt, wanneer: {mens.te_vinden[0]}}}\n"
            f"  - {{waar: Op de markt, wanneer: {mens.te_vinden[1]}}}\n"
            f"deskundig_in: [{', '.join(mens.deskundig_in)}]\n"
            f"aanbevelingen:\n  - citaat: {mens.aanbeveling}\n    door: Een buurvrouw\n"
            "    toestemming: {datum: 2026-01-01}\n"
            f"schrijft: [{{titel: {mens.artikel}, medium: De Bode, datum: {VANDAAG}}}]\n"
            f"verrassingen: [{{wat: {mens.verrassing}}}]\nover: |\n{over}"
        ))  # fmt: skip


def maak_kaal(map_: Path, mensen: list[Mens]) -> None:
    """Write a plain Material site with a ready page for each worker, outside the navigation."""
    schrijf(map_ / "mkdocs.yml", (
        "site_name: Meting\nsite_url: https://meting.example/\n"
        "theme: {name: material, language: nl, font: false}\n"
        "plugins: [material/search]\nnav: [index.md]\nnot_in_nav: /mensen/\n"
    ))  # fmt: skip
    lijst = "\n".join(f"- [{m.naam}](mensen/{m.id}.md), {m.functie}" for m in mensen)
    schrijf(map_ / "docs/index.md", f"# Mensen\n\n{lijst}\n")
    for mens in mensen:
        weet = "\n".join(f"- {wat}" for wat in mens.deskundig_in)
        schrijf(map_ / f"docs/mensen/{mens.id}.md", (
            f"# {mens.naam}\n\n{mens.functie}\n\n> {mens.belofte}\n\n## Te vinden\n\n"
            f"- Trefpunt, {mens.te_vinden[0]}\n- Op de markt, {mens.te_vinden[1]}\n\n"
            f"## Weet veel van\n\n{weet}\n\n> {mens.aanbeveling}\n\nEen buurvrouw\n\n"
            f"## Schrijft\n\n- {mens.artikel} De Bode\n\n## Verraste\n\n- {mens.verrassing}\n\n"
            f"## Over\n\n{mens.over}\n"
        ))  # fmt: skip


def bouw(map_: Path) -> Meting:
    """Build the site in `map_` as a process of its own, from nothing."""
    shutil.rmtree(map_ / "site", ignore_errors=True)
    mkdocs = Path(sys.executable).parent / "mkdocs"
    begin = time.perf_counter()
    proces = subprocess.Popen(
        [mkdocs, "build", "--quiet"], cwd=map_, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    _, status, gebruik = os.wait4(proces.pid, 0)
    seconden = time.perf_counter() - begin
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        sys.exit(f"the build in {map_} ended in {proces.returncode}")
    eenheid = 2**20 if sys.platform == "darwin" else 2**10
    return Meting(seconden, gebruik.ru_utime + gebruik.ru_stime, gebruik.ru_maxrss / eenheid)


def vergelijk(aantal: int, keren: int) -> Iterator[str]:
    """Measure both sites with `aantal` workers; yield the lines of the report."""
    makers: dict[str, Callable[[Path, list[Mens]], None]] = {
        "propositie": maak_huis,
        "kaal Material": maak_kaal,
    }
    mensen = verzin(aantal)
    with tempfile.TemporaryDirectory(prefix="bouwtijd-") as tijdelijk:
        mappen = {naam: Path(tijdelijk) / naam.replace(" ", "-") for naam in makers}
        for naam, maak in makers.items():
            maak(mappen[naam], mensen)
        koud = bouw(mappen["propositie"])  # later builds find the share pictures in the cache
        yield (
            f"N = {aantal:5}  {'eerste keer':14} {koud.seconden:7.2f} s"
            f"  {'':13}  cpu {koud.rekentijd:6.2f} s  with every share picture made anew"
        )
        metingen: dict[str, list[Meting]] = {naam: [] for naam in makers}
        for ronde in range(keren):
            for naam in makers if ronde % 2 == 0 else reversed(makers):
                metingen[naam].append(bouw(mappen[naam]))
        midden = {n: statistics.median(m.seconden for m in ms) for n, ms in metingen.items()}
        reken = {n: statistics.median(m.rekentijd for m in ms) for n, ms in metingen.items()}
        for naam, map_ in mappen.items():
            paginas = len(list((map_ / "site").rglob("*.html"))) - 1  # without 404.html
            if paginas <= aantal:
                sys.exit(f"{naam} made {paginas} pages of {aantal} workers")
            tijden = [m.seconden for m in metingen[naam]]
            geheugen = max(m.geheugen for m in metingen[naam])
            yield (
                f"N = {aantal:5}  {naam:14} {midden[naam]:7.2f} s"
                f"  ({min(tijden):.2f}-{max(tijden):.2f})  cpu {reken[naam]:6.2f} s"
                f"  {paginas:5} pages  {1000 * midden[naam] / paginas:6.2f} ms/page"
                f"  {geheugen:5.0f} MB"
            )
        klok, processor = (p / k for p, k in (midden.values(), reken.values()))
        yield f"N = {aantal:5}  {'ratio':14} {klok:7.2f}    (cpu {processor:.2f})"


def main() -> None:
    """Measure and print."""
    vraag = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    vraag.add_argument("aantal", type=int, nargs="*", default=[100, 1000], help="workers (N)")
    vraag.add_argument("--keren", type=int, default=5, help="builds of each site; median counts")
    keuzes = vraag.parse_args()
    for aantal in keuzes.aantal:
        for regel in vergelijk(aantal, keuzes.keren):
            print(regel, flush=True)


if __name__ == "__main__":
    main()
