"""Ratios that have to hold, on any machine: what costs more than it did is noticed in CI.

Seconds say nothing about another machine, so there are none here: each figure is a part of another
one of the same run, in turns with it, or a number of files. A figure that is out of bounds is taken
again before it counts, for somebody else may have been busy. Run it with `make bench-guard`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_time import build, forget, invent_workers, write_huis, write_plain_site

SMALL, LARGE = 250, 1000
"""Numbers of workers."""
TURNS = 3


@dataclass(frozen=True)
class Figure:
    """What was measured, and its bound."""

    name: str
    value: float
    bound: float

    @property
    def holds(self) -> bool:
        """Whether it is within its bound."""
        return self.value <= self.bound

    def __str__(self) -> str:
        verdict = "holds" if self.holds else "does NOT hold"
        return f"{self.name:52} {self.value:6.2f}  (at most {self.bound:g})  {verdict}"


def check_huis(folder: Path) -> float:
    """Check the house in a process of its own; return the seconds."""
    start = time.perf_counter()
    done = subprocess.run(
        [Path(sys.executable).parent / "propositie", "controleer"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"the check in {folder} ended in {done.returncode}:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def in_turns(*works: Callable[[], float]) -> list[float]:
    """The median of what each gives, when they take turns."""
    found: list[list[float]] = [[] for _ in works]
    for turn in range(TURNS):
        order = range(len(works)) if turn % 2 == 0 else reversed(range(len(works)))
        for number in order:
            found[number].append(works[number]())
    return [statistics.median(row) for row in found]


def change(folder: Path, turn: list[int]) -> Path:
    """Give one worker another function; return the file."""
    turn[0] += 1
    worker = folder / "site_src/huis/medewerkers/mens-0007.yml"
    text = worker.read_text("utf-8")
    before = next(line for line in text.splitlines() if line.startswith("functie: "))
    worker.write_text(text.replace(before, f"functie: kok {turn[0]}"), "utf-8")
    return worker


def measure(folders: dict[str, Path]) -> Iterator[Figure]:
    """Measure everything once."""
    ours, small, plain = (folders[name] for name in ("ours", "small", "plain"))
    turn = [0]

    def whole(folder: Path) -> float:
        return build(folder).seconds

    def again(folder: Path) -> float:
        return build(folder, again=True).seconds

    def one_changed(folder: Path) -> float:
        change(folder, turn)
        return again(folder)

    def cold_check() -> float:
        forget(ours)
        return check_huis(ours)

    large_time, small_time, plain_time = in_turns(
        lambda: whole(ours), lambda: whole(small), lambda: whole(plain)
    )
    yield Figure(f"whole build, N = {LARGE}, of plain Material's", large_time / plain_time, 0.78)
    growth = large_time / small_time
    times = growth * SMALL / LARGE
    yield Figure(f"N = {LARGE} against {SMALL}, of {LARGE / SMALL:g} times", times, 0.9)
    whole(ours)
    again(ours)
    same = statistics.median(again(ours) for _ in range(TURNS))
    changed = statistics.median(one_changed(ours) for _ in range(TURNS))
    yield Figure("nothing changed, of a whole build", same / large_time, 0.32)
    yield Figure("one worker changed, of a whole build", changed / large_time, 0.75)
    cold, warm = in_turns(cold_check, lambda: check_huis(ours))
    yield Figure("controleer, unchanged, of the first time", warm / cold, 0.7)
    yield Figure("pages written when one worker changes", float(pages_written(ours, turn)), 10)


def pages_written(folder: Path, turn: list[int]) -> int:
    """How many pages are another file after one worker changed: that one's own, and those that show
    that one."""
    build(folder, again=True)
    before = {p: p.stat().st_ino for p in (folder / "site").rglob("*.html")}
    change(folder, turn)
    build(folder, again=True)
    return sum(before.get(p) != p.stat().st_ino for p in (folder / "site").rglob("*.html"))


def main() -> None:
    """Measure, once more what does not hold, and end in 1 when it still does not."""
    with tempfile.TemporaryDirectory(prefix="guard-") as temporary:
        folders = {name: Path(temporary) / name for name in ("ours", "small", "plain")}
        write_huis(folders["ours"], invent_workers(LARGE))
        write_huis(folders["small"], invent_workers(SMALL))
        write_plain_site(folders["plain"], invent_workers(LARGE))
        for folder in folders.values():
            build(folder)  # share pictures and programs are made once
        figures = list(measure(folders))
        if not all(figure.holds for figure in figures):
            print(*figures, "Once more, for somebody else may have been busy:", sep="\n")
            best = {figure.name: figure for figure in figures}
            for figure in measure(folders):
                best[figure.name] = min(best[figure.name], figure, key=lambda f: f.value)
            figures = list(best.values())
    print(*figures, sep="\n")
    sys.exit(0 if all(figure.holds for figure in figures) else 1)


if __name__ == "__main__":
    main()
