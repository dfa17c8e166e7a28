"""Kills builds, and counts what they leave: 50 times while pages are written, 50 at random.

The house has 300 workers and two versions; each build is of the version that does not stand. After
each kill the site must be one of the two, whole. Run it with
`PYTHONPATH=tests python bench/kills.py [TIMES]`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from build_time import invent_workers, write_huis

from helpers.kills import BROKEN, Victim, after, random_moments, while_writing

WORKERS = 300


def main() -> None:
    """Kill and count."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory(prefix="kills-") as temporary:
        folder = Path(temporary)
        write_huis(folder, invent_workers(WORKERS))
        settings = folder / "mkdocs.yml"
        text = settings.read_text("utf-8").replace(
            "huis: site_src/huis", "huis: site_src/huis, deelbeelden: false"
        )
        brand = folder / "site_src/huis/merk.yml"

        def change(version: int) -> None:
            settings.write_text(text, "utf-8")
            brand.write_text(f'kleuren: {{hoofd: "#1f5c{40 + version}"}}\n', "utf-8")

        victim = Victim(folder, change)
        start = time.monotonic()
        victim.kill(after(60))
        longest = time.monotonic() - start
        draw = random_moments(longest, 7)
        aimed = Counter(
            victim.kill(while_writing(folder, n * 2 * WORKERS // times)) for n in range(times)
        )
        at_random = Counter(victim.kill(after(draw())) for _ in range(times))
        left = victim.finish() - {"mkdocs.yml", "site_src", "site", ".cache"}
    for name, found in (("while writing", aimed), ("at random", at_random)):
        told = ", ".join(f"{count} x {what}" for what, count in sorted(found.items()))
        print(f"{times} kills {name}: {told}")
    print(f"left over after the next build: {', '.join(sorted(left)) or 'nothing'}")
    sys.exit(1 if aimed[BROKEN] or at_random[BROKEN] or left else 0)


if __name__ == "__main__":
    main()
