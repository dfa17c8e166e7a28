"""The room for dangerous work: whatever happens there comes back as an error, in time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from helpers.build import ROOT
from propositie.isolation import IsolationError, JobError, pool, prepare, run_isolated
from propositie.isolation.worker import COUNTS_WORK

pytestmark = pytest.mark.xdist_group("isolation")


@pytest.fixture(autouse=True)
def bad_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that also know jobs which misbehave, and a pool of their own."""
    monkeypatch.setattr(pool, "PROGRAM", "helpers.bad_worker")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "tests"))
    monkeypatch.setattr(pool, "_the_pool", None)


def ask(job: str, seconds: float = 20) -> tuple[int, list[bytes]]:
    return run_isolated("misbehave", job, [b"heen", b""], seconds)


@pytest.mark.parametrize(
    ("job", "reason"),
    [("memory", "memory"), ("exit", "died"), ("killed", "died")],
)
def test_what_ends_a_worker_is_told_and_the_next_one_works(job: str, reason: str) -> None:
    with pytest.raises(IsolationError) as raised:
        ask(job)
    assert raised.value.reason == reason
    assert ask("well")[1] == [b"heen", b""]


def test_a_panic_is_what_the_job_says() -> None:
    with pytest.raises(JobError, match="PanicException: panicked") as raised:
        ask("panic")
    assert not raised.value.is_told


@pytest.mark.parametrize("job", ["forever", "asleep"])
def test_what_never_ends_is_ended(job: str) -> None:
    start = time.monotonic()
    with pytest.raises(IsolationError) as raised:
        ask(job, 0.5)
    assert raised.value.reason == "time"
    assert time.monotonic() - start < 10
    assert ask("well")[1] == [b"heen", b""]


@pytest.mark.skipif(not COUNTS_WORK, reason="this system cannot tell work from waiting")
def test_on_a_busy_machine_a_job_has_the_work_it_may_ask_for() -> None:
    """What takes long by the clock because others work too is no wicked file."""
    assert ask("kept waiting", 0.3)[1] == [b"heen", b""]
    assert ask("kept waiting", 0.3)[1] == [b"heen", b""], "work is counted for each job apart"


def test_many_that_never_end_cost_no_more_than_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_PATIENCE", 1.0)
    monkeypatch.setattr(pool, "_IMPATIENT", 0.1)
    given: list[float] = []
    real_ask = pool._Worker.ask

    def ask_and_note(worker: pool._Worker, head: Any, blobs: Any, seconds: float) -> Any:
        given.append(head[2])
        return real_ask(worker, head, blobs, seconds)

    monkeypatch.setattr(pool._Worker, "ask", ask_and_note)
    for _ in range(4):
        with pytest.raises(IsolationError):
            ask("forever", 0.6)
    assert given == [0.6, 0.6, 0.1, 0.1], "nobody is waited for long any more"


def test_a_worker_is_used_again_and_threads_have_their_own() -> None:
    first = ask("well")[0]
    assert ask("well")[0] == first != os.getpid()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: ask("well"), range(16)))
    assert all(blobs == [b"heen", b""] for _, blobs in found)
    assert len({pid for pid, _ in found}) <= pool.WORKERS


@pytest.mark.skipif(sys.platform != "linux", reason="it is looked up in /proc")
def test_no_worker_outlives_who_started_it() -> None:
    script = (
        "import os, signal\n"
        "from propositie.isolation import pool, run_isolated\n"
        "pool.PROGRAM = 'helpers.bad_worker'\n"
        "print(run_isolated('misbehave', 'well')[0], flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    worker = int(result.stdout)
    end = time.monotonic() + 10
    while _is_alive(worker) and time.monotonic() < end:
        os.sched_yield()
    assert not _is_alive(worker)


def _is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody asked about yet does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_worker_that_was_prepared_is_the_one_that_works() -> None:
    prepare("misbehave")
    prepare("misbehave")
    (worker,) = pool._pool()._idle
    assert ask("well")[1] == [b"heen", b""]
    assert pool._pool()._idle == [worker]


def test_a_worker_that_died_while_it_was_prepared_is_told_as_any_other() -> None:
    prepare("no such job")
    with pytest.raises(IsolationError) as raised:
        ask("well")
    assert raised.value.reason == "died"
    assert ask("well")[1] == [b"heen", b""]


def test_an_unknown_job_is_refused() -> None:
    with pytest.raises(JobError, match="KeyError"):
        run_isolated("iets anders", None)
