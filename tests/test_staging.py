"""A folder is replaced whole or not at all, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.build import ROOT, contents
from propositie.staging import Staging, StagingError
from propositie.staging import folder as staging_folder

OLD = {"index.html": b"oud", "mensen/gijs/index.html": b"gijs"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which something stands."""
    for address, content in OLD.items():
        path = tmp_path / "site" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "site"


def beside(site: Path) -> set[str]:
    return {path.name for path in site.parent.iterdir()}


def test_what_was_written_takes_the_place_of_what_stood_there(site: Path) -> None:
    with Staging(site) as new:
        new.put("index.html", b"nieuw")
        new.keep("mensen/gijs/index.html")
        assert contents(site) == OLD, "until the last step"
        new.replace()
    assert contents(site) == {"index.html": b"nieuw", "mensen/gijs/index.html": b"gijs"}
    assert beside(site) == {"site"}


def test_what_is_kept_keeps_its_time_and_may_be_written_over(site: Path) -> None:
    before = (site / "index.html").stat().st_mtime_ns
    with Staging(site) as new:
        new.keep("index.html")
        new.keep("mensen/gijs/index.html")
        new.put("mensen/gijs/index.html", b"anders")
        assert contents(site) == OLD, "a kept file is no way into what stands there"
        new.replace()
    assert (site / "index.html").stat().st_mtime_ns == before
    assert (site / "mensen/gijs/index.html").read_bytes() == b"anders"


def test_without_replace_nothing_changed(site: Path) -> None:
    with Staging(site) as new:
        new.put("index.html", b"nieuw")
    assert contents(site) == OLD
    assert beside(site) == {"site"}


@pytest.mark.parametrize("steps", ["one", "two"])
def test_a_swap_in_one_step_or_in_two(
    site: Path, monkeypatch: pytest.MonkeyPatch, steps: str
) -> None:
    if steps == "two":
        monkeypatch.setattr(staging_folder, "_exchange", lambda one, other: False)
    with Staging(site) as new:
        new.put("index.html", b"nieuw")
        new.replace()
    assert contents(site) == {"index.html": b"nieuw"}
    assert beside(site) == {"site"}


def test_when_the_second_step_fails_the_first_is_undone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging_folder, "_exchange", lambda one, other: False)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if target == site and not self.name.endswith("-oud"):
            raise OSError(errno.EBUSY, "open elsewhere")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with Staging(site) as new:
        new.put("index.html", b"nieuw")
        with pytest.raises(StagingError, match="een ander programma heeft de map open"):
            new.replace()
    assert contents(site) == OLD
    assert beside(site) == {"site"}


def test_what_was_put_aside_when_the_power_went_is_put_back(site: Path) -> None:
    aside = site.with_name(".site.propositie-abc-oud")
    site.rename(aside)
    with Staging(site):
        pass
    assert contents(site) == OLD
    assert beside(site) == {"site"}


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EACCES, "u mag daar niet schrijven"),
        (errno.EROFS, "alleen om te lezen"),
        (errno.ENAMETOOLONG, "te lang"),
        (errno.EMFILE, "te veel bestanden open"),
        (errno.EIO, "de schijf is niet te lezen"),
        (errno.ENOTSUP, f"het systeem weigert, met nummer {errno.ENOTSUP}"),
    ],
)
def test_what_the_system_refuses_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with Staging(site) as new:
        monkeypatch.setattr(staging_folder, "open", refuse, raising=False)
        with pytest.raises(StagingError, match="Wat er stond, staat er nog") as raised:
            new.put("index.html", b"nieuw")
        assert told in str(raised.value)
    assert contents(site) == OLD
    assert beside(site) == {"site"}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("van mij", "utf-8")
    with pytest.raises(StagingError, match="staat een bestand"):
        Staging(tmp_path / "site")
    assert (tmp_path / "site").read_text("utf-8") == "van mij"


def test_a_link_to_a_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "elders"
    try:
        link.symlink_to(site, target_is_directory=True)
    except OSError:  # Windows asks for a right that few have
        return
    with Staging(link) as new:
        new.put("index.html", b"nieuw")
        new.replace()
    assert link.is_symlink()
    assert contents(site) == {"index.html": b"nieuw"}


def test_two_at_once_never_mix(site: Path) -> None:
    with Staging(site) as one, Staging(site) as other:
        one.put("index.html", b"een")
        other.put("index.html", b"twee")
        one.put("een.html", b"een")
        one.replace()
        assert contents(site) == {"index.html": b"een", "een.html": b"een"}
        other.replace()
    assert contents(site) == {"index.html": b"twee"}
    assert beside(site) == {"site"}


_WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from propositie.staging import Staging
new = Staging(Path(sys.argv[1]))
new.put("half.html", b"half")
print(new.folder.name, flush=True)
if sys.argv[2] == "KILL":
    os.kill(os.getpid(), signal.SIGKILL)
raise SystemExit(3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(("end", "left"), [("KILL", True), ("EXIT", False)])
def test_what_a_killed_build_left_goes_with_the_next(site: Path, end: str, left: bool) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _WRITE_AND_DIE, site, end],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == (-signal.SIGKILL if left else 3)
    assert (result.stdout.strip() in beside(site)) == left
    assert contents(site) == OLD
    with Staging(site):
        pass
    assert beside(site) == {"site"}
