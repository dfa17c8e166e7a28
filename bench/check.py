"""How long `propositie controleer` takes on a large house, and how soon it answers on a small one.

Every row is a process of its own, held to its bound; the median of the clock counts, on two
processors with nothing else to do. Cold: nothing is kept of an earlier run. Warm: all is.
Run it with `make bench`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_time import invent_workers, write_huis

from propositie.inspection import Inspector

ROOT = Path(__file__).parent.parent
KEPT = ".cache/propositie"
MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10
"""In what the system tells of memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    seconds: float
    cpu_time: float
    """Seconds of processor time, of both processes."""
    memory: float
    """The most memory in use at any time, in MB."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("aantal", type=int, nargs="?", default=5000, help="workers (N)")
    parser.add_argument("--keren", type=int, default=5, help="how often; the median counts")
    arguments = parser.parse_args()
    count, times = arguments.aantal, arguments.keren
    with tempfile.TemporaryDirectory(prefix="controle-") as temporary:
        large, demo = Path(temporary, "groot"), Path(temporary, "demo")
        write_huis(large, invent_workers(count))
        shutil.copytree(ROOT / "site_src", demo / "site_src")
        shutil.copy(ROOT / "mkdocs.yml", demo)
        name = f"controleer, N = {count}"
        show(f"{name}, cold", 2.5, [run(large, "controleer", forget) for _ in range(times)], 250)
        show(f"{name}, warm", 1.0, [run(large, "controleer") for _ in range(times)], 250)
        changed = [run(large, "controleer", change_one) for _ in range(times)]
        show(f"{name}, one file changed", 1.5, changed, 250)
        show("controleer, demo, cold", 0.4, [run(demo, "controleer", forget) for _ in range(times)])
        show("controleer, demo, warm", 0.4, [run(demo, "controleer") for _ in range(times)])
        show("--help", 0.15, [run(demo, "--help") for _ in range(times)])
        show(f"one file saved in a preview, N = {count}", 0.3, go_on(large, times))


def show(what: str, bound: float, costs: list[Cost], memory_bound: float = 0) -> None:
    """Print one row: the median, the extremes, and whether it is within its bound."""
    seconds = [cost.seconds for cost in costs]
    median, memory = statistics.median(seconds), max(cost.memory for cost in costs)
    holds = median <= bound and (not memory_bound or memory <= memory_bound)
    limit = f" and {memory_bound} MB" if memory_bound else ""
    cpu = statistics.median(cost.cpu_time for cost in costs)
    print(
        f"{what:36} {median:6.2f} s  ({min(seconds):.2f}-{max(seconds):.2f})  cpu {cpu:5.2f} s"
        f"  {memory:4.0f} MB  {'within' if holds else 'ABOVE'} {bound} s{limit}",
        flush=True,
    )


def forget(folder: Path) -> None:
    """Throw away what an earlier run kept."""
    shutil.rmtree(folder / KEPT, ignore_errors=True)


def change_one(folder: Path) -> None:
    """Change one worker's file, to something that it never held."""
    path = folder / "site_src/huis/medewerkers/mens-0001.yml"
    text = path.read_text("utf-8").partition("talen:")[0]
    path.write_text(f"{text}talen: [taal {time.monotonic_ns()}]\n", "utf-8")


def run(folder: Path, command: str, before: Callable[[Path], None] = lambda _: None) -> Cost:
    """What one command costs in a folder."""
    before(folder)
    propositie = Path(sys.executable).parent / "propositie"
    start = time.perf_counter()
    process = subprocess.Popen([propositie, command], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"{command} ended in {process.returncode}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE)


def go_on(folder: Path, times: int) -> list[Cost]:
    """What looking at the house again costs in one process, after one file was saved."""
    inspector, today, huis = Inspector(folder / KEPT), date.today(), folder / "site_src/huis"
    costs = []
    for number in range(times + 3):  # the first ones read files again, to be sure of them
        change_one(folder)
        start, cpu_start = time.perf_counter(), time.process_time()
        inspector.inspect(huis, today)
        seconds = time.perf_counter() - start
        if number > 2:
            costs.append(Cost(seconds, time.process_time() - cpu_start, 0))
        elif number == 1:
            time.sleep(3)
    return costs


if __name__ == "__main__":
    main()
