"""Renew the locks `vereisten.txt` and `vereisten-ontwikkel.txt` (`make lock`).

Both hold for every system and Python from 3.11 on, carry hashes and name no index, so that they
say what is installed and never from where. What building the package needs (setuptools) is in
both, for the package itself is installed without build isolation.

Usage: python scripts/vergrendel.py UV   (the path of uv)
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
KOP = (
    "# Made by `make lock` from pyproject.toml; do not edit. For every system and Python >= 3.11.\n"
)


def vergrendel(uv: str, uit: Path, *opties: str) -> None:
    """Write the lock `uit`: every version that is needed, with its hashes."""
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))
    bouw = "\n".join(project["build-system"]["requires"])
    antwoord = subprocess.run(
        [
            uv, "pip", "compile", "pyproject.toml", "-", *opties, "--quiet", "--no-config",
            "--universal", "--python-version", project["project"]["requires-python"].strip(">= "),
            "--generate-hashes", "--upgrade", "--no-annotate", "--no-header",
            "--no-emit-index-url", "--no-emit-find-links",
        ],
        cwd=WORTEL, input=bouw, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if antwoord.returncode:
        sys.exit(antwoord.returncode)
    uit.write_text(KOP + antwoord.stdout, "utf-8")


def main() -> None:
    """Renew both locks; what both name has the same version in both."""
    ontwikkel = WORTEL / "vereisten-ontwikkel.txt"
    vergrendel(sys.argv[1], ontwikkel, "--extra", "ontwikkel")
    vergrendel(sys.argv[1], WORTEL / "vereisten.txt", "--constraints", ontwikkel.name)


if __name__ == "__main__":
    main()
