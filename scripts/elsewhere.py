"""Run the tests as they would run elsewhere: on other days, with other letters, in another place.

Usage: elsewhere.py FOLDER [days] [fonts] [place]    (FOLDER as scripts/elsewhere.sh fills it)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = ["-m", "pytest", "-n", "2", "--dist", "loadgroup", "-q"]
LAYOUT = [f"tests/test_{name}.py" for name in
          ("front", "every_page", "calling", "readability", "accessibility", "journey",
           "seo")]  # fmt: skip
"""The tests in which the browser measures what it has drawn."""
TIMELESS = [f"--ignore=tests/test_{name}.py" for name in
            ("renaming", "kit_hostile", "messages", "palette", "robustness",
             "schema", "values", "hostile", "fields", "fuzz", "door", "harmless", "inventing",
             "linkify", "formats", "isolation", "kills", "kept_site", "stopping", "supply",
             "spare")]  # fmt: skip
"""The many tests that say themselves what day it is, or ask for none. The last six wait for
processes and look at the times of files, of which a false clock makes something else."""
ANOTHER_USER = "nobody"


@dataclass(frozen=True)
class Run:
    """Some tests in other surroundings."""

    name: str
    tests: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def days(folder: Path) -> Iterator[Run]:
    """Tomorrow, over a month, on a leap day and in years; east and west of here.

    The clock goes on from there. Only Python sees it: see `browser_environment` in the tests.
    """
    now = datetime.now().replace(microsecond=0)
    leap_day = datetime(2028, 2, 29, 12)
    while leap_day <= now:
        leap_day = leap_day.replace(year=leap_day.year + 4)
    moments = {
        "tomorrow": (now + timedelta(days=1), "Pacific/Auckland"),
        "in 40 days": (now + timedelta(days=40), "America/Los_Angeles"),
        f"{leap_day:%-d %B %Y}": (leap_day, "Pacific/Auckland"),
        "in three years": (now + timedelta(days=3 * 365 + 1), "America/Los_Angeles"),
    }
    [clock] = folder.glob("usr/lib/*/faketime/libfaketimeMT.so.1")
    for name, (moment, zone) in moments.items():
        fake = {
            "FAKETIME": f"+{int((moment - now).total_seconds())}",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "LD_PRELOAD": str(clock),
            "TZ": zone,
        }
        yield Run(f"{name}, {zone}", ["--browser=without", *TIMELESS], fake)


FACES: Mapping[str, tuple[Sequence[str], Mapping[str, str]]] = {
    "only DejaVu": (["dejavu"], {"serif": "DejaVu Serif", "sans-serif": "DejaVu Sans"}),
    "as on Windows": (
        ["liberation", "crosextra"],  # drawn to the widths of Microsoft's own
        {"serif": "Liberation Serif", "Times New Roman": "Liberation Serif", "Georgia": "Caladea",
         "sans-serif": "Liberation Sans", "system-ui": "Liberation Sans", "Calibri": "Carlito"},
    ),
    "as on Android": (
        ["roboto", "noto"],
        {"serif": "Noto Serif", "sans-serif": "Roboto", "system-ui": "Roboto"},
    ),
}  # fmt: skip


def fonts(folder: Path) -> Iterator[Run]:
    """With no letters but those of another system."""
    for name, (folders, families) in FACES.items():
        settings = folder / f"{folders[0]}.conf"
        settings.write_text(_font_settings(folder, folders, families), "utf-8")
        yield Run(name, ["--browser=only", *LAYOUT], {"FONTCONFIG_FILE": str(settings)})


def _font_settings(folder: Path, folders: Sequence[str], families: Mapping[str, str]) -> str:
    dirs = "".join(f"<dir>{folder}/usr/share/fonts/truetype/{name}</dir>" for name in folders)
    aliases = "".join(
        f'<match><test name="family"><string>{asked}</string></test><edit name="family" '
        f'mode="assign" binding="strong"><string>{given}</string></edit></match>'
        for asked, given in families.items()
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{dirs}<cachedir>{folder}/fontcache</cachedir>{aliases}</fontconfig>\n"
    )


def run_here(run: Run) -> int:
    """Run tests of this checkout, as `make test` does it."""
    environment = {**os.environ, **run.environment}
    # To another clock what was fetched for the tests is old, and a build would throw it away.
    fetch = [sys.executable, "-m", "propositie.forms", ".cache/propositie"]
    subprocess.run(fetch, cwd=ROOT, env=environment, check=True)
    return subprocess.run(
        [sys.executable, *PYTEST, *run.tests], cwd=ROOT, env=environment
    ).returncode


def run_in_another_place() -> int:
    """A fresh clone in a folder with a space in its name, for root as somebody else.

    What is not committed does not come along.
    """
    with tempfile.TemporaryDirectory(prefix="elsewhere-") as made:
        around = Path(made)
        clone = around / "een map met spaties" / "propositie"
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
        kept = clone / ".cache"
        kept.mkdir()
        subprocess.run(["cp", "-R", ROOT / ".cache/propositie", ROOT / ".cache/chromium", kept])
        environment = {**os.environ, "HOME": str(around), "TMPDIR": str(around)}
        environment = {n: w for n, w in environment.items() if not n.startswith("XDG_")}
        user = ANOTHER_USER if os.geteuid() == 0 else None
        if user:
            subprocess.run(["chown", "-R", user, around], check=True)
        commands = [
            ["make", "--silent", "dev", ".venv-wheel/.done", "browser", "forms"],
            [".venv/bin/python", *PYTEST, "--browser=without"],
            [".venv/bin/python", *PYTEST, "--browser=only", LAYOUT[0]],
        ]
        for command in commands:
            ended = subprocess.run(command, cwd=clone, env=environment, user=user).returncode
            if ended:
                return ended
    return 0


def main(folder: Path, chosen: Sequence[str]) -> int:
    """Run the chosen surroundings, or all; return how many went wrong."""
    wrong = []
    kinds: Mapping[str, Callable[[Path], Iterator[Run]]] = {"days": days, "fonts": fonts}
    for kind, runs in kinds.items():
        if kind in chosen:
            for run in runs(folder):
                print(f"\n== {run.name}", flush=True)
                if run_here(run):
                    wrong.append(run.name)
    if "place" in chosen:
        print("\n== another folder, another user", flush=True)
        if run_in_another_place():
            wrong.append("another folder, another user")
    print(f"\nNot the same: {'; '.join(wrong)}" if wrong else "\nThe same elsewhere.")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:] or ["days", "fonts", "place"]))
