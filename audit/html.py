"""Check the HTML of every page of some houses; print each fault. Ends in 1 when there is one.

Usage: `python -m audit.html` (part of `make lint`).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from audit.sites import build_for_every_page
from audit.tools import ToolError, html_errors

HOUSES = ("demo", "nieuw", "vreemd")


def main() -> int:
    """Check; return the exit code."""
    pages = faults = 0
    with tempfile.TemporaryDirectory(prefix="html-") as folder:
        try:
            for name, site in build_for_every_page(Path(folder) / "pages", HOUSES).items():
                for page, errors in html_errors(site).items():
                    pages, faults = pages + 1, faults + len(errors)
                    for error in errors:
                        print(f"{name} {page}: {error}")
        except ToolError as error:
            print(error, file=sys.stderr)
            return 2
    print(f"{pages} pages, {faults} faults in HTML")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
