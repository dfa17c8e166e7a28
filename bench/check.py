"""How long `propositie controleer` takes on a large house, as a process of its own.

Run it with `make bench`; the median of the processor time counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from build_time import invent_workers, write_huis


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("aantal", type=int, nargs="?", default=5000, help="workers (N)")
    parser.add_argument("--keren", type=int, default=5, help="how many checks; median counts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="controle-") as temporary:
        write_huis(Path(temporary), invent_workers(arguments.aantal))
        used = [check(Path(temporary)) for _ in range(arguments.keren)]
    seconds = [row[0] for row in used]
    print(
        f"N = {arguments.aantal:5}  {'controleer':14} {statistics.median(seconds):7.2f} s user"
        f"  ({min(seconds):.2f}-{max(seconds):.2f})  {max(row[1] for row in used):5.0f} MB",
        flush=True,
    )


def check(folder: Path) -> tuple[float, float]:
    """Check the house in `folder`; return the user time in seconds and the most memory in MB."""
    propositie = Path(sys.executable).parent / "propositie"
    process = subprocess.Popen([propositie, "controleer"], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"the check ended in {process.returncode}")
    return usage.ru_utime, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    main()
