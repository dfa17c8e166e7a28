"""Running the real commands, in the checkout or in an environment of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent.parent
"""The top of the checkout."""

WHEEL = ROOT / ".venv-wheel"
"""The environment with the runtime lock and nothing else (`make test` makes it)."""

DAY = date(2026, 11, 20)
"""The day for which the tests build the demo: what it says holds then, whatever day it is here."""

_REMOVED = ("PYTHON", "PIP_", "VIRTUAL_ENV", "SITE_URL", "SOURCE_DATE_EPOCH")


def command_environment(bin_folder: Path | None = None) -> dict[str, str]:
    """The environment of a command: no Python settings of this process, programs from `bin_folder`.

    The moment of building is fixed at the start of `DAY`, so that two builds of the same content
    are the same byte for byte, also when midnight falls between them.
    """
    variables = {n: w for n, w in os.environ.items() if not n.startswith(_REMOVED)}
    variables["PATH"] = os.pathsep.join(
        [str(bin_folder or Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    )
    moment = datetime.combine(DAY, time(), UTC)
    return variables | {
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONUTF8": "1",  # what a pipe gets is UTF-8, on Windows too
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
    }


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path = ROOT,
    bin_folder: Path | None = None,
    extra: Mapping[str, str] | None = None,
    can_fail: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it said; fail, with what it said, when it does not end in 0."""
    completed = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=command_environment(bin_folder) | dict(extra or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if completed.returncode and not can_fail:
        line = " ".join(str(part) for part in command)
        raise AssertionError(f"`{line}` ended in {completed.returncode}:\n{completed.stdout}")
    return completed


if sys.platform == "win32":
    import msvcrt

    def _wait_for_lock(file: IO[str]) -> None:
        while True:  # each attempt waits ten seconds at the most
            try:
                return msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                continue

else:
    import fcntl

    def _wait_for_lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


def build_once(target: Path, make: Callable[[Path], object]) -> Path:
    """Let `make` make the folder `target` once, whichever pytest worker comes first."""
    with target.with_name(f"{target.name}.slot").open("w") as lock:
        _wait_for_lock(lock)
        if not target.exists():
            in_progress = target.with_name(f"{target.name}.onderhanden")
            make(in_progress)
            in_progress.rename(target)
    return target


def fix_the_day(folder: Path, options: str = "") -> None:
    """Let the settings of the demo in `folder` build for `DAY`, with more options of the plugin."""
    for name in ("mkdocs.yml", "werkboek.yml"):
        settings = (folder / name).read_text("utf-8")
        plugin = "- propositie: {huis: site_src/huis"
        assert plugin in settings, name
        fixed = settings.replace(plugin, f"{plugin}, op: {DAY}{options}")
        (folder / name).write_text(fixed, "utf-8")


def write_demo(folder: Path, options: str = "") -> Path:
    """Put the demo organisation in `folder`, its day fixed; it shares the cache of the checkout."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "site_src", folder / "site_src")
    for name in ("mkdocs.yml", "werkboek.yml"):
        shutil.copy(ROOT / name, folder)
    fix_the_day(folder, options)
    cache = ROOT / ".cache" / "propositie"
    cache.mkdir(parents=True, exist_ok=True)
    (folder / ".cache").mkdir()
    if sys.platform != "win32":  # where a link asks for rights that one may not have
        (folder / ".cache" / "propositie").symlink_to(cache)
    return folder


def create_clean_venv(target: Path, without: Sequence[str] = ()) -> Path:
    """Make a virtual environment with only the runtime lock in it; return its programs' folder.

    It borrows the packages of `.venv-wheel`, so that it costs no installing and no network, and a
    test may install into it without another test noticing. What begins with a word of `without`
    is not there.
    """
    if not (WHEEL / ".done").exists():
        raise AssertionError(f"{WHEEL.name} is missing; run the tests with `make test`")
    run([WHEEL / "bin" / "python", "-m", "venv", "--without-pip", target])
    packages = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own, borrowed = (
        run([venv / "bin" / "python", "-c", packages]).stdout.strip() for venv in (target, WHEEL)
    )
    if without:
        selection = target / "selection"
        selection.mkdir()
        for package in Path(borrowed).iterdir():
            if not package.name.startswith(tuple(without)):
                (selection / package.name).symlink_to(package)
        borrowed = str(selection)
    (Path(own) / "geleend.pth").write_text(f"{borrowed}\n", "utf-8")
    mkdocs = target / "bin" / "mkdocs"
    mkdocs.write_text(f'#!/bin/sh\nexec "{target}/bin/python" -m mkdocs "$@"\n', "utf-8")
    mkdocs.chmod(0o755)
    return target / "bin"


def list_checkout_files() -> list[str]:
    """Every file of the checkout that git has or would add, by its path from the top."""
    found = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    names = sorted(set(found.stdout.split("\0")) - {""})
    return [name for name in names if (ROOT / name).is_file()]


def copy_checkout(target: Path) -> Path:
    """Copy the tree as a fresh clone would have it."""
    for name in list_checkout_files():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
        copy.chmod((ROOT / name).stat().st_mode)
    return target


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a built site, by its path."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
