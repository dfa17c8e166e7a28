"""How long a build takes: a house with N workers beside plain MkDocs + Material with N pages.

Both sites are generated from one seed and hold the same text for every worker; the plain one has
it ready as Markdown, outside the navigation. Each build is a whole process, the two take turns,
and the median counts. Run it with `make bench`; `python bench/build_time.py --help` tells more.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TOPICS = [
    "de boodschappen", "een brief van de gemeente", "het avondeten", "de tuin", "een nieuwe fiets",
    "het slapen", "de buren", "een formulier", "de wandeling", "het afscheid", "de eerste koffie",
]  # fmt: skip
SENTENCES = [
    "We kijken samen naar {}.",
    "Over {} kun je altijd beginnen.",
    "Ik weet wie er meer weet van {}.",
    "Bij {} doe jij het eerste stuk en ik het tweede.",
    "Vorige week ging het aan tafel over {}.",
    "Voor {} loop ik graag een stukje mee.",
]
FIRST_NAMES = ["Anna", "Bram", "Carla", "Dirk", "Els", "Frits", "Greet", "Henk", "Ineke", "Joop"]
LAST_NAMES = ["Akkerman", "Bos", "Dijkstra", "Eerens", "Faber", "Groen", "Hoek", "Jansma"]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
TODAY = date.today().isoformat()
"""Dates in the house are of today: a house in order has few findings, and so has this one."""
FUNCTIES = ["opbouwwerker", "sociaal werker", "cliëntondersteuner", "buurtcoach"]


@dataclass(frozen=True)
class Worker:
    """The text of one worker, the same on both sites."""

    id: str
    number: int
    naam: str
    functie: str
    belofte: str
    te_vinden: tuple[str, str]
    deskundig_in: tuple[str, str, str]
    aanbeveling: str
    article: str
    verrassing: str
    over: str


@dataclass(frozen=True)
class BuildCost:
    """What one build cost."""

    seconds: float
    cpu_time: float
    """Seconds of processor time: steadier than the clock on a machine with other work."""
    memory: float
    """The most memory in use at any time, in MB."""


def invent_workers(count: int) -> list[Worker]:
    """Make up `count` workers; the same ones every time."""
    rng = random.Random(count)

    def sentence() -> str:
        return rng.choice(SENTENCES).format(rng.choice(TOPICS))

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(5))

    def worker(number: int) -> Worker:
        bullets = "\n".join(f"- {sentence()}" for _ in range(3))
        return Worker(
            id=f"mens-{number:04}",
            number=number,
            naam=f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)} {number}",
            functie=rng.choice(FUNCTIES),
            belofte=sentence(),
            te_vinden=(f"{rng.choice(DAYS)} van 9 tot 12 uur", f"{rng.choice(DAYS)}middag"),
            deskundig_in=tuple(rng.sample(TOPICS, 3)),  # type: ignore[arg-type]
            aanbeveling=sentence(),
            article=sentence(),
            verrassing=sentence(),
            over=f"{paragraph()} **{sentence()}**\n\n{paragraph()}\n\n{bullets}\n\n{paragraph()}",
        )

    return [worker(number) for number in range(count)]


def write(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def write_huis(folder: Path, workers: list[Worker]) -> None:
    """Write a proposition house with these workers, and a client group for each fifty."""
    huis = folder / "site_src" / "huis"
    write(folder / "mkdocs.yml", (
        "site_name: Meting\nsite_url: https://meting.example/\ndocs_dir: site_src/paginas\n"
        "theme: {name: propositie}\n"
        "plugins:\n  - propositie: {huis: site_src/huis}\n"
    ))  # fmt: skip
    write(folder / "site_src/paginas/privacy.md", "# Privacy\n\nWij meten niemand.\n")
    write(huis / "organisatie.yml", (
        "versie: 1\nnaam: Stichting Meting\npayoff: Meten is weten\nmissie: Wij meten.\n"
        "aanspreekvorm: je\ncontact: {telefoon: 0599 000 100, email: post@meting.example}\n"
        "spoed: Bel 112.\nkoers: {as: klantrelatie}\n"
    ))  # fmt: skip
    write(huis / "merk.yml", 'kleuren: {hoofd: "#1f5c4d", accent: "#c77f1a"}\n')
    write(huis / "locaties/trefpunt.yml", "naam: Trefpunt\n")
    groups = max(4, len(workers) // 50)
    for g in range(groups):
        write(huis / f"klantgroepen/groep-{g}.yml", (
            f"naam: Groep {g}\nik: Ik hoor bij groep {g}\nkernboodschap: We helpen groep {g}.\n"
        ))  # fmt: skip
        write(huis / f"behoeften/vraag-{g}.yml", (
            f"naam: Vraag {g}\nklantgroepen: [groep-{g}]\n"
            f"klantvragen: [{{vraag: Wie helpt mij met vraag {g}?, bron: balie}}]\n"
        ))  # fmt: skip
        write(huis / f"diensten/dienst-{g}.yml", (
            f"naam: Dienst {g}\nbehoeften: [vraag-{g}]\nkort: Hulp bij vraag {g}.\n"
            "samen: {jij: [Je komt langs.], wij: [Wij zetten koffie.]}\n"
            f"prijs: gratis\nwaar: [trefpunt]\ngecontroleerd_op: {TODAY}\n"
        ))  # fmt: skip
        write(huis / f"usps/belofte-{g}.yml", (
            f"belofte: Groep {g} hoort binnen twee dagen van ons\nas: klantrelatie\n"
            f"klantgroepen: [groep-{g}]\n"
            "bewijs: [{citaat: Ze belden de volgende ochtend., door: Een buurman}]\n"
        ))  # fmt: skip
    for worker in workers:
        group = worker.number % groups
        over = "".join(f"  {line}\n" if line else "\n" for line in worker.over.splitlines())
        write(huis / f"medewerkers/{worker.id}.yml", (
            f"naam: {worker.naam}\nfunctie: {worker.functie}\nbelofte: {worker.belofte}\n"
            f"boegbeeld_van: [groep-{group}]\nbehoeften: [vraag-{group}]\n"
            f"diensten: [dienst-{group}]\nte_vinden:\n"
            f"  - {{locatie: trefpunt, wanneer: {worker.te_vinden[0]}}}\n"
            f"  - {{waar: Op de markt, wanneer: {worker.te_vinden[1]}}}\n"
            f"deskundig_in: [{', '.join(worker.deskundig_in)}]\n"
            f"aanbevelingen:\n  - citaat: {worker.aanbeveling}\n    door: Een buurvrouw\n"
            "    toestemming: {datum: 2026-01-01}\n"
            f"schrijft: [{{titel: {worker.article}, medium: De Bode, datum: {TODAY}}}]\n"
            f"verrassingen: [{{wat: {worker.verrassing}}}]\nover: |\n{over}"
        ))  # fmt: skip


def write_plain_site(folder: Path, workers: list[Worker]) -> None:
    """Write a plain Material site with a ready page for each worker, outside the navigation."""
    write(folder / "mkdocs.yml", (
        "site_name: Meting\nsite_url: https://meting.example/\n"
        "theme: {name: material, language: nl, font: false}\n"
        "plugins: [material/search]\nnav: [index.md]\nnot_in_nav: /mensen/\n"
    ))  # fmt: skip
    items = "\n".join(f"- [{m.naam}](mensen/{m.id}.md), {m.functie}" for m in workers)
    write(folder / "docs/index.md", f"# Mensen\n\n{items}\n")
    for worker in workers:
        expertise = "\n".join(f"- {skill}" for skill in worker.deskundig_in)
        write(folder / f"docs/mensen/{worker.id}.md", (
            f"# {worker.naam}\n\n{worker.functie}\n\n> {worker.belofte}\n\n## Te vinden\n\n"
            f"- Trefpunt, {worker.te_vinden[0]}\n- Op de markt, {worker.te_vinden[1]}\n\n"
            f"## Weet veel van\n\n{expertise}\n\n> {worker.aanbeveling}\n\nEen buurvrouw\n\n"
            f"## Schrijft\n\n- {worker.article} De Bode\n\n## Verraste\n\n- {worker.verrassing}\n\n"
            f"## Over\n\n{worker.over}\n"
        ))  # fmt: skip


KEPT = ("*-publiek", "reading-*", "checks-*")
"""What is kept of an earlier build, besides pictures and codes."""


def forget(folder: Path) -> None:
    """Put the site aside, and forget the earlier build but for its pictures.

    The site is not removed: a file system that has just freed thousands of files is slow to make
    new ones, and whoever makes most of them pays most.
    """
    if (folder / "site").exists():
        (folder / "site").rename(tempfile.mkdtemp(prefix="oud-", dir=folder) + "/site")
    for pattern in KEPT:
        for path in (folder / ".cache/propositie").glob(pattern):
            path.unlink()


def build(folder: Path, *, again: bool = False) -> BuildCost:
    """Build the site in `folder` as a process of its own: from nothing, or `again`."""
    if not again:
        forget(folder)
    mkdocs = Path(sys.executable).parent / "mkdocs"
    start = time.perf_counter()
    process = subprocess.Popen(
        [mkdocs, "build", "--quiet"], cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build in {folder} ended in {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return BuildCost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def compare(count: int, repeats: int) -> Iterator[str]:
    """Measure both sites with `count` workers; yield the lines of the report."""
    makers: dict[str, Callable[[Path, list[Worker]], None]] = {
        "propositie": write_huis,
        "kaal Material": write_plain_site,
    }
    workers = invent_workers(count)
    with tempfile.TemporaryDirectory(prefix="bouwtijd-") as temporary:
        folders = {name: Path(temporary) / name.replace(" ", "-") for name in makers}
        for name, make in makers.items():
            make(folders[name], workers)
        cold = build(folders["propositie"])  # later builds find the share pictures in the cache
        yield (
            f"N = {count:5}  {'eerste keer':14} {cold.seconds:7.2f} s"
            f"  {'':13}  cpu {cold.cpu_time:6.2f} s  with every share picture made anew"
        )
        measurements: dict[str, list[BuildCost]] = {name: [] for name in makers}
        for turn in range(repeats):
            for name in makers if turn % 2 == 0 else reversed(makers):
                measurements[name].append(build(folders[name]))
        medians = {n: statistics.median(m.seconds for m in ms) for n, ms in measurements.items()}
        cpu = {n: statistics.median(m.cpu_time for m in ms) for n, ms in measurements.items()}
        for name, folder in folders.items():
            pages = len(list((folder / "site").rglob("*.html"))) - 1  # without 404.html
            if pages <= count:
                sys.exit(f"{name} made {pages} pages of {count} workers")
            times = [m.seconds for m in measurements[name]]
            memory = max(m.memory for m in measurements[name])
            yield (
                f"N = {count:5}  {name:14} {medians[name]:7.2f} s"
                f"  ({min(times):.2f}-{max(times):.2f})  cpu {cpu[name]:6.2f} s"
                f"  {pages:5} pages  {1000 * medians[name] / pages:6.2f} ms/page"
                f"  {memory:5.0f} MB"
            )
        yield from _again(folders["propositie"], count, medians["propositie"], repeats)
        clock, processor = (p / k for p, k in (medians.values(), cpu.values()))
        yield f"N = {count:5}  {'ratio':14} {clock:7.2f}    (cpu {processor:.2f})"


def _again(folder: Path, count: int, cold: float, repeats: int) -> Iterator[str]:
    """What a new process needs when nothing changed, and when one worker did."""
    build(folder)
    same = [build(folder, again=True).seconds for _ in range(repeats)]
    worker = folder / "site_src/huis/medewerkers/mens-0007.yml"
    text, one = worker.read_text("utf-8"), []
    for turn in range(repeats):
        worker.write_text(text.replace("functie: ", f"functie: {turn} "), "utf-8")
        one.append(build(folder, again=True).seconds)
    for label, found, bound in (("nothing new", same, 0.15), ("one worker", one, 0.25)):
        seconds = statistics.median(found)
        yield (
            f"N = {count:5}  {label:14} {seconds:7.2f} s"
            f"  {seconds / cold:5.2f} of a whole build (<= {bound})"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("aantal", type=int, nargs="*", default=[100, 1000], help="workers (N)")
    parser.add_argument("--keren", type=int, default=5, help="builds of each site; median counts")
    arguments = parser.parse_args()
    for count in arguments.aantal:
        for line in compare(count, arguments.keren):
            print(line, flush=True)


if __name__ == "__main__":
    main()
