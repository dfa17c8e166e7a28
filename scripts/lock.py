"""Renew the locks `requirements.txt`, also for organisations, and `requirements-dev.txt`
(`make lock`).

Both hold for every system and Python from 3.11 on, carry hashes and name no index, so that they
say what is installed and never from where. What building the package needs (setuptools) is in
both, for the package itself is installed without build isolation.

Usage: python scripts/lock.py UV   (the path of uv)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOR_ORGANISATIONS = ROOT / "propositie/scaffold/start/requirements.txt"
"""The same lock, for who begins an organisation: it stands on the same packages."""
HEADER = (
    "# Made by `make lock` from pyproject.toml; do not edit. For every system and Python >= 3.11.\n"
)


def write_lock(uv: str, target: Path, *options: str) -> None:
    """Write the lock `target`: every version that is needed, with its hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build_requires = "\n".join(project["build-system"]["requires"])
    result = subprocess.run(
        [
            uv, "pip", "compile", "pyproject.toml", "-", *options, "--quiet", "--no-config",
            "--universal", "--python-version", project["project"]["requires-python"].strip(">= "),
            "--generate-hashes", "--upgrade", "--no-annotate", "--no-header",
            "--no-emit-index-url", "--no-emit-find-links",
        ],
        cwd=ROOT, input=build_requires, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if result.returncode:
        sys.exit(result.returncode)
    target.write_text(HEADER + result.stdout, "utf-8")


def main() -> None:
    """Renew both locks; what both name has the same version in both."""
    dev_lock = ROOT / "requirements-dev.txt"
    write_lock(sys.argv[1], dev_lock, "--extra", "dev")
    lock = ROOT / "requirements.txt"
    write_lock(sys.argv[1], lock, "--constraints", dev_lock.name)
    shutil.copyfile(lock, FOR_ORGANISATIONS)


if __name__ == "__main__":
    main()
