"""What a full agenda costs: a house with 2,000 events beside a house with as many workers.

Each event has a page, a calendar of its own and a place in the agenda, in the calendar of all and
on the pages of its place, service and worker. Builds are whole processes that take turns, share
pictures lie ready, and the median counts. Run it with `make bench`; `python bench/agenda.py --help`
tells more.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from datetime import date
from pathlib import Path

from build_time import build, invent_workers, write_huis

from propositie.inventing import Wishes, create_example

AROUND = 40
"""Workers in the house with events; its places, services and groups follow from that."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("-n", type=int, default=2000, help="how many events, and workers beside")
    parser.add_argument("--keren", type=int, default=3, help="how many builds of each")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="agenda-") as temporary:
        events, workers = Path(temporary, "agenda"), Path(temporary, "mensen")
        wishes = Wishes(AROUND, 1, date.today(), with_portraits=False, activiteiten=asked.n)
        create_example(events, wishes)
        write_huis(workers, invent_workers(asked.n))
        build(events), build(workers)  # share pictures are made once
        found = [(build(events), build(workers)) for _ in range(asked.keren)]
        page = (events / "site/agenda/index.html").stat().st_size
    costs = list(zip(*found, strict=True))
    wall, used = ([statistics.median(c) for c in ways] for ways in (
        [[cost.seconds for cost in one] for one in costs],
        [[cost.cpu_time for cost in one] for one in costs],
    ))  # fmt: skip
    memory = max(cost.memory for cost in costs[0])
    print(f"{asked.n} events: {wall[0]:.2f} s, {memory:.0f} MB, /agenda/ {page / 1000:.0f} kB")
    print(
        f"{asked.n} workers: {wall[1]:.2f} s, so events cost {wall[0] / wall[1]:.2f} of that, "
        f"{used[0] / used[1]:.2f} of the processor"
    )


if __name__ == "__main__":
    main()
