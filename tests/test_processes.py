"""Work by two processes: the same results, whatever becomes of the other one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from helpers.build import ROOT
from propositie.processes import WORTH_IT

_SCRIPT = """
import os, signal, sys
from propositie import processes
processes._can_split = lambda: True
FIRST = os.getpid()
way = sys.argv[1]
def work(n):
    if os.getpid() != FIRST and n % 16 == 7:  # half way a piece of the work, whichever it takes
        if way == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if way == "raises there":
            raise ValueError(n)
    if way == "raises":
        raise ValueError("hier")
    return n * n, os.getpid()
found = processes.map_in_two(work, list(range({worth} * 4)))
assert [square for square, _ in found] == [n * n for n in range({worth} * 4)]
print(len({{pid for _, pid in found}}))
"""


@pytest.mark.skipif(not hasattr(sys, "getwindowsversion") and sys.platform != "linux",
                    reason="only Linux splits a process")  # fmt: skip
@pytest.mark.parametrize("way", ["well", "killed", "raises there"])
def test_the_results_are_the_same(way: str) -> None:
    script = _SCRIPT.format(worth=WORTH_IT)
    result = subprocess.run(
        [sys.executable, "-c", script, way],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(result.stdout) in ({1, 2} if way == "well" else {1})


def test_what_goes_wrong_is_raised_here() -> None:
    script = _SCRIPT.format(worth=WORTH_IT)
    result = subprocess.run(
        [sys.executable, "-c", script, "raises"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stderr.strip().endswith("ValueError: hier")
