"""Running the real commands, in the checkout or in an environment of their own."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent.parent
"""The top of the checkout."""

WIEL = WORTEL / ".venv-wiel"
"""The environment with the runtime lock and nothing else (`make test` makes it)."""

_WEG = ("PYTHON", "PIP_", "VIRTUAL_ENV", "SITE_URL", "SOURCE_DATE_EPOCH")


def omgevingsvariabelen(bin_map: Path | None = None) -> dict[str, str]:
    """The environment of a command: no Python settings of this process, programs from `bin_map`.

    The moment of building is fixed at the start of the day, so that two builds of the same
    content are the same byte for byte.
    """
    variabelen = {n: w for n, w in os.environ.items() if not n.startswith(_WEG)}
    variabelen["PATH"] = os.pathsep.join(
        [str(bin_map or Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    )
    dag = datetime.combine(date.today(), time(), UTC)
    return variabelen | {
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "SOURCE_DATE_EPOCH": str(int(dag.timestamp())),
    }


def draai(
    opdracht: Sequence[str | Path],
    *,
    cwd: Path = WORTEL,
    bin_map: Path | None = None,
    extra: Mapping[str, str] | None = None,
    mag_mislukken: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it said; fail, with what it said, when it does not end in 0."""
    klaar = subprocess.run(
        [str(deel) for deel in opdracht],
        cwd=cwd,
        env=omgevingsvariabelen(bin_map) | dict(extra or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if klaar.returncode and not mag_mislukken:
        regel = " ".join(str(deel) for deel in opdracht)
        raise AssertionError(f"`{regel}` ended in {klaar.returncode}:\n{klaar.stdout}")
    return klaar


def eenmaal(doel: Path, maak: Callable[[Path], object]) -> Path:
    """Let `maak` make the folder `doel` once, whichever pytest worker comes first."""
    with doel.with_name(f"{doel.name}.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not doel.exists():
            onderhanden = doel.with_name(f"{doel.name}.onderhanden")
            maak(onderhanden)
            onderhanden.rename(doel)
    return doel


def schone_omgeving(doel: Path) -> Path:
    """Make a virtual environment with only the runtime lock in it; return its programs' folder.

    It borrows the packages of `.venv-wiel`, so that it costs no installing and no network, and a
    test may install into it without another test noticing.
    """
    if not (WIEL / ".klaar").exists():
        raise AssertionError(f"{WIEL.name} is missing; run the tests with `make test`")
    draai([WIEL / "bin" / "python", "-m", "venv", "--without-pip", doel])
    pakketten = "import sysconfig; print(sysconfig.get_path('purelib'))"
    eigen, geleend = (
        draai([omgeving / "bin" / "python", "-c", pakketten]).stdout.strip()
        for omgeving in (doel, WIEL)
    )
    (Path(eigen) / "geleend.pth").write_text(f"{geleend}\n", "utf-8")
    mkdocs = doel / "bin" / "mkdocs"
    mkdocs.write_text(f'#!/bin/sh\nexec "{doel}/bin/python" -m mkdocs "$@"\n', "utf-8")
    mkdocs.chmod(0o755)
    return doel / "bin"


def bestanden_van_de_boom() -> list[str]:
    """Every file of the checkout that git has or would add, by its path from the top."""
    gevonden = draai(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    namen = sorted(set(gevonden.stdout.split("\0")) - {""})
    return [naam for naam in namen if (WORTEL / naam).is_file()]


def schone_kopie(doel: Path) -> Path:
    """Copy the tree as a fresh clone would have it."""
    for naam in bestanden_van_de_boom():
        kopie = doel / naam
        kopie.parent.mkdir(parents=True, exist_ok=True)
        kopie.write_bytes((WORTEL / naam).read_bytes())
        kopie.chmod((WORTEL / naam).stat().st_mode)
    return doel


def inhoud(site: Path) -> dict[str, bytes]:
    """Every file of a built site, by its path."""
    return {
        bestand.relative_to(site).as_posix(): bestand.read_bytes()
        for bestand in sorted(site.rglob("*"))
        if bestand.is_file()
    }
