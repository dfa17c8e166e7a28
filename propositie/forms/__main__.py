"""Set-up for the tests: fetch what the page stands on into the cache folder that is named."""

from __future__ import annotations

import sys
from pathlib import Path

from ..output.cache import Cache
from .packages import PACKAGES, PackageError, get_tarball


def main(folder: str) -> int:
    """Fetch what is not there yet; 0 when all is there, else 2."""
    for package in PACKAGES:
        try:
            get_tarball(package, Cache(Path(folder)))
        except PackageError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
