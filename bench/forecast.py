"""How long looking ahead takes: a house with N workers whose dates lie spread over two years.

Run it with `make bench`; `python bench/forecast.py --help` tells more.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from helpers.berichten import medewerker_yaml
from helpers.small_huis import write_huis
from propositie.forecast import forecast
from propositie.reading import load_huis

START = date(2026, 11, 20)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("-n", type=int, default=1000, help="how many workers")
    count = parser.parse_args().n
    with tempfile.TemporaryDirectory(prefix="vooruitblik-") as temporary:
        huis = load_huis(write_huis(Path(temporary, "huis"), invent_files(count))).huis
    assert huis is not None
    start = time.process_time()
    changes = forecast(huis, START, START + timedelta(days=730))
    seconds = time.process_time() - start
    print(f"looking ahead over {count} workers: {len(changes)} changes in {seconds:.2f} s")


def invent_files(count: int) -> dict[str, str]:
    """Workers who come and go on days of their own; the same ones every time."""
    rng = random.Random(count)

    def some_day(first: int, last: int) -> str:
        return (START + timedelta(days=rng.randrange(first, last))).isoformat()

    files = {}
    for number in range(count):
        extra = f"in_dienst: {some_day(-300, 300)}\n" if rng.random() < 0.5 else ""
        if rng.random() < 0.5:
            extra += f"uit_dienst: {some_day(300, 700)}\nopvolger: samira\n"
        files[f"medewerkers/m{number}.yml"] = medewerker_yaml(f"Kim{number} Bos", extra)
    return files


if __name__ == "__main__":
    main()
