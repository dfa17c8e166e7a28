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

from bouwtijd import maak_huis, verzin
from PIL import Image, ImageDraw, ImageFilter

from propositie.controle import controleer
from propositie.kit.opdracht import Opdracht, voer_uit

T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    vraag = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    vraag.add_argument("aantal", type=int, nargs="?", default=300, help="workers (N)")
    aantal = vraag.parse_args().aantal
    with tempfile.TemporaryDirectory(prefix="kit-") as tijdelijk:
        map_ = Path(tijdelijk)
        maak_huis(map_, verzin(aantal))
        huis = map_ / "site_src" / "huis"
        for pad in sorted((huis / "medewerkers").glob("*.yml")):
            geef_portret(pad)
        for groep in ("klantgroepen", "diensten"):
            print(f"N = {aantal:5}  {groep}: {len(list((huis / groep).iterdir()))}")
        controle = gemeten("reading, checking", aantal, lambda: controleer(huis, date.today()))
        thema = Path(import_module("propositie_thema").__file__ or "").parent
        opdracht = Opdracht(
            None, map_ / "kit", date.today(), "https://meting.example/", [thema], map_ / "cache"
        )
        gemeten("kits, from nothing", aantal, lambda: voer_uit(controle, opdracht))
        uitslag, _ = gemeten("kits, nothing new", aantal, lambda: voer_uit(controle, opdracht))
        assert not uitslag.gemaakt
        bytes_ = sum(p.stat().st_size for p in (map_ / "kit/mensen").rglob("*") if p.is_file())
        print(f"N = {aantal:5}  {bytes_ / aantal / 1024:.0f} kB a worker, {os.cpu_count()} cores")


def gemeten(wat: str, aantal: int, doe: Callable[[], T]) -> T:
    """Do it, and print how long it took for each worker."""
    klok, processor = time.perf_counter(), processortijd()
    uit = doe()
    klok, processor = time.perf_counter() - klok, processortijd() - processor
    print(
        f"N = {aantal:5}  {wat:18} {1000 * klok / aantal:7.2f} ms/worker"
        f"  (cpu {1000 * processor / aantal:.2f})",
        flush=True,
    )
    return uit


def processortijd() -> float:
    """Seconds of the processor until now, those of processes that ended included."""
    tijden = os.times()
    return tijden.user + tijden.system + tijden.children_user + tijden.children_system


def geef_portret(pad: Path) -> None:
    """Draw a portrait of its own for a worker."""
    worp = random.Random(pad.stem)
    kleur = [tuple(worp.randrange(40, 220) for _ in range(3)) for _ in range(3)]
    beeld = Image.new("RGB", (720, 900), kleur[0])
    potlood = ImageDraw.Draw(beeld)
    potlood.ellipse((120, 570, 600, 1275), fill=kleur[1])
    potlood.ellipse((217, 180, 502, 570), fill=kleur[2])
    uit = io.BytesIO()
    beeld.filter(ImageFilter.GaussianBlur(4)).save(uit, "JPEG", quality=85)
    pad.with_suffix(".jpg").write_bytes(uit.getvalue())
    with pad.open("a", encoding="utf-8") as bestand:
        bestand.write(
            f"portret: {{bestand: {pad.stem}.jpg, alt: Portret, "
            "toestemming: {datum: 2026-01-01}}\n"
        )


if __name__ == "__main__":
    main()
