"""Set-up for the tests: fetch what the page stands on into the cache folder that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from ..uitvoer.cache import Cache
from .pakketten import PAKKETTEN, PakketFout, tarbal


def hoofd(map_: str) -> int:
    """Fetch what is not there yet; 0 when all is there, else 2."""
    for pakket in PAKKETTEN:
        try:
            tarbal(pakket, Cache(Path(map_)))
        except PakketFout as fout:
            print(fout, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1]))
