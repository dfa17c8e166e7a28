"""Long work that somebody watches tells how far it is, and ends quietly when that one has enough.

Real commands in a real terminal: a signal goes to every process that began with it, as the key
Ctrl-C sends it.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from helpers.build import ROOT, command_environment, run
from propositie import progress
from propositie.progress import PATIENCE, ProgressLine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")

LIMIT = 240.0
"""Seconds after which a command hangs, on a busy machine too."""


class Ended(NamedTuple):
    """How a command ended, and all that it showed."""

    status: int
    shown: str


def in_terminal(
    folder: Path, *words: str, until: str = "", then: Callable[[int, int], None] | None = None,
    extra: dict[str, str] | None = None,
) -> Ended:  # fmt: skip
    """Run a command in a terminal of its own; do `then` with its number and the terminal once it
    shows `until`."""
    import pty

    environment = command_environment() | {"TERM": "xterm"} | (extra or {})
    if not (extra or {}).get("CI"):
        environment.pop("CI", None)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(words[0], list(words), environment)
    shown, deadline = b"", time.monotonic() + LIMIT
    while True:
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            os.killpg(child, signal.SIGKILL)
            pytest.fail(f"the command did not end; it showed {shown[-500:]!r}")
        with contextlib.suppress(OSError):
            if new := os.read(terminal, 65536):
                shown += new
                if then is not None and until in shown.decode("utf-8", "replace"):
                    then(child, terminal)
                    then = None
                continue
        break
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), shown.decode("utf-8"))


def press_ctrl_c(_child: int, terminal: int) -> None:
    os.write(terminal, b"\x03")


def send(number: int) -> Callable[[int, int], None]:
    return lambda child, _: os.kill(child, number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demo, of which nothing was made before."""
    for name in ("mkdocs.yml", "werkboek.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "site_src", tmp_path / "site_src")
    return tmp_path


def left_in(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()} - {"mkdocs.yml", "werkboek.yml", "site_src", ".cache"}


STOPS = {
    "Ctrl-C": (press_ctrl_c, 130),
    "SIGTERM": (send(signal.SIGTERM), 143),
    "SIGHUP": (send(signal.SIGHUP), 129),
}


@pytest.mark.parametrize(
    ("until", "stop", "status"),
    [("Beelden maken", *STOPS["Ctrl-C"]), *(("Pagina's maken", *how) for how in STOPS.values())],
    ids=["pictures-Ctrl-C", *(f"pages-{name}" for name in STOPS)],
)
def test_a_build_is_stopped(
    folder: Path, until: str, stop: Callable[[int, int], None], status: int
) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("wat er stond", "utf-8")
    ended = in_terminal(folder, "mkdocs", "build", "-q", until=until, then=stop)
    assert ended.status == status
    told = ended.shown.rpartition("\x1b[K")[2].strip()
    assert told == "Gestopt voordat het klaar was. Wat er op de site stond, staat er nog."
    assert left_in(folder) == {"site"}
    assert [p.name for p in (folder / "site").iterdir()] == ["index.html"]


@pytest.mark.parametrize(("stop", "status"), STOPS.values(), ids=STOPS)
def test_a_kit_is_stopped(folder: Path, stop: Callable[[int, int], None], status: int) -> None:
    ended = in_terminal(folder, "propositie", "kit", until="maken: ", then=stop)
    assert ended.status == status
    told = ended.shown.rpartition("\x1b[K")[2].strip()
    assert told == "Gestopt voordat het klaar was."
    assert not list(folder.rglob("*.half"))


def test_the_line_is_gone_when_the_work_is_done(folder: Path) -> None:
    ended = in_terminal(folder, "propositie", "kit")
    assert ended.status == 0
    assert re.search(r"Kits maken: \d+ van \d+", ended.shown)
    assert ended.shown.rpartition("\x1b[K")[2].startswith("38 kits gemaakt.")


def leave_share_pictures_out(folder: Path) -> None:
    """Less work, and still enough that who watches it is told how far it is."""
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "{huis: site_src/huis}" in text
    settings.write_text(
        text.replace("{huis: site_src/huis}", "{huis: site_src/huis, deelbeelden: false}"), "utf-8"
    )


def test_nobody_watches_a_pipe(folder: Path) -> None:
    leave_share_pictures_out(folder)
    assert "van" not in run(["mkdocs", "build", "-q"], cwd=folder).stdout


def test_a_ci_is_left_alone(folder: Path) -> None:
    leave_share_pictures_out(folder)
    assert in_terminal(folder, "mkdocs", "build", "-q", extra={"CI": "true"}) == Ended(0, "")


def test_short_work_is_not_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = 0.0
    monkeypatch.setattr("propositie.progress.time.monotonic", lambda: moment)
    path = tmp_path / "terminal"
    terminal = path.open("w", encoding="utf-8")
    line = ProgressLine(terminal)
    line.show("Lezen", 1, 5000)
    assert path.read_bytes().decode() == ""
    moment = PATIENCE
    line.show("Lezen", 1250, 5000)
    line.show("Lezen", 1251, 5000)
    assert path.read_bytes().decode() == "\r\x1b[KLezen: 1.250 van 5.000"
    line.clear()
    line.clear()
    terminal.close()
    assert path.read_bytes().decode().endswith("5.000\r\x1b[K")


def test_without_a_door_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress.counted("Lezen", [1, 2])) == [1, 2]
    assert capsys.readouterr().err == ""
