"""How long the kits take: a house with N workers, from nothing, and again when nothing changed.

Prints milliseconds per worker, of the clock and of the processor (steadier on a machine with
other work), for all files of a kit together. The reading and checking of the house, which every
command does, stands apart. Run it with `make bench`, or `python bench/kit.py 300`.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from build_time import invent_workers, write_huis
from PIL import Image, ImageDraw, ImageFilter

from propositie.inspection import inspect
from propositie.kit.command import KitRequest, execute

T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("aantal", type=int, nargs="?", default=300, help="workers (N)")
    count = parser.parse_args().aantal
    with tempfile.TemporaryDirectory(prefix="kit-") as temporary:
        folder = Path(temporary)
        write_huis(folder, invent_workers(count))
        huis = folder / "site_src" / "huis"
        for path in sorted((huis / "medewerkers").glob("*.yml")):
            add_portret(path)
        for group in ("klantgroepen", "diensten"):
            print(f"N = {count:5}  {group}: {len(list((huis / group).iterdir()))}")
        inspection = measure("reading, checking", count, lambda: inspect(huis, date.today()))
        theme = Path(import_module("propositie_thema").__file__ or "").parent
        command = KitRequest(
            None, folder / "kit", date.today(), "https://meting.example/", [theme], folder / "cache"
        )
        measure("kits, from nothing", count, lambda: execute(inspection, command))
        outcome, _ = measure("kits, nothing new", count, lambda: execute(inspection, command))
        assert not outcome.made
        bytes_ = sum(p.stat().st_size for p in (folder / "kit/mensen").rglob("*") if p.is_file())
        print(f"N = {count:5}  {bytes_ / count / 1024:.0f} kB a worker, {os.cpu_count()} cores")


def measure(label: str, count: int, action: Callable[[], T]) -> T:
    """Do it, and print how long it took for each worker."""
    clock, processor = time.perf_counter(), processor_time()
    buffer = action()
    clock, processor = time.perf_counter() - clock, processor_time() - processor
    print(
        f"N = {count:5}  {label:18} {1000 * clock / count:7.2f} ms/worker"
        f"  (cpu {1000 * processor / count:.2f})",
        flush=True,
    )
    return buffer


def processor_time() -> float:
    """Seconds of the processor until now, those of processes that ended included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def add_portret(path: Path) -> None:
    """Draw a portrait of its own for a worker."""
    rng = random.Random(path.stem)
    colour = [tuple(rng.randrange(40, 220) for _ in range(3)) for _ in range(3)]
    image = Image.new("RGB", (720, 900), colour[0])
    pencil = ImageDraw.Draw(image)
    pencil.ellipse((120, 570, 600, 1275), fill=colour[1])
    pencil.ellipse((217, 180, 502, 570), fill=colour[2])
    buffer = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(4)).save(buffer, "JPEG", quality=85)
    path.with_suffix(".jpg").write_bytes(buffer.getvalue())
    with path.open("a", encoding="utf-8") as file:
        file.write(
            f"portret: {{bestand: {path.stem}.jpg, alt: Portret, "
            "toestemming: {datum: 2026-01-01}}\n"
        )


if __name__ == "__main__":
    main()
