"""Let ical.js read calendars, the library of a program that many people use, and compare: those of
the demo, and ten years of every rhythm. Ends in 1 when it reads another time than we meant.

Usage: `python -m audit.calendars` (part of `make lint`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from audit.sites import build_for_every_page
from audit.tools import ToolError
from helpers.calendars import CLOSED, NEVER, RHYTHMS, read_by_ical, written
from propositie.huis.moments import Moment

SCRIPT = Path(__file__).resolve().parent / "calendars.mjs"
WINDOWS = (2026, 2029, 2032, 2035)
"""The years in which a calendar is made; each tells of that year and the two that follow."""


def main() -> int:
    """Compare; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="calendars-") as name:
        folder = Path(name)
        files = [*_rhythms(folder)]
        for site in build_for_every_page(folder / "pages", ("demo",)).values():
            files += sorted(site.rglob("*.ics"))
        try:
            told = _read(files)
        except ToolError as error:
            print(error, file=sys.stderr)
            return 2
        wrong = [file for file in files if told[str(file)] != _meant(file)]
    for file in wrong:
        print(f"{file.relative_to(folder)}: ical.js reads other times")
    print(f"{len(files)} calendars, {len(wrong)} that ical.js reads otherwise")
    return 1 if wrong else 0


def _rhythms(folder: Path) -> Sequence[Path]:
    found = []
    for name, (told, _) in RHYTHMS.items():
        for year in WINDOWS:
            for closed in (NEVER, CLOSED):
                path = folder / f"{name} {year} {len(closed.periods)}.ics"
                text = written([Moment.model_validate(told)], date(year, 5, 5), closed)
                path.write_bytes(text.encode())
                found.append(path)
    return found


def _meant(file: Path) -> Sequence[str]:
    return sorted(t.isoformat() for t in read_by_ical(file.read_bytes().decode()))


def _read(files: Sequence[Path]) -> Mapping[str, Sequence[str]]:
    """Every begin in each file, by the clock, as ical.js reads it."""
    command = ["node", str(SCRIPT)]
    listed = "\n".join(map(str, files))
    done = subprocess.run(command, input=listed, capture_output=True, text=True, check=False)
    try:
        raw = json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise ToolError(f"ical.js: {done.stderr or done.stdout}") from error
    return {file: sorted(_clock(text) for text in begins) for file, begins in raw.items()}


def _clock(text: str) -> str:
    return datetime.fromisoformat(text).isoformat()


if __name__ == "__main__":
    sys.exit(main())
