#!/usr/bin/env python3
"""GitHub's command `gh`, as far as our workflows use it, with a file in place of GitHub.

What it is asked stands in the file named by `GH_STATE`: the issues, the pull requests, and every
call. `GH_REFUSES` names a call that is refused, such as `pr create`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

STATE = Path(os.environ.get("GH_STATE", ""))
ANSWERS = {"api": "", "run list": os.environ.get("GH_LAST_RUN", "")}


def option(words: list[str], name: str) -> str:
    return words[words.index(name) + 1] if name in words else ""


def body_of(words: list[str]) -> str:
    file = option(words, "--body-file")
    if file:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    return option(words, "--body") or option(words, "--comment")


def main(words: list[str]) -> int:
    state: dict[str, Any] = json.loads(STATE.read_text("utf-8"))
    what = " ".join(words[:2]) if words[0] != "api" else "api"
    state["calls"].append(words)
    status = 0
    shelf = state["prs"] if words[0] == "pr" else state["issues"]
    if os.environ.get("GH_REFUSES") == what:
        status = 1
    elif what in ANSWERS:
        sys.stdout.write(ANSWERS[what])
    elif words[1] == "list":
        wanted = os.environ["TITEL"]
        found = [
            number for number, one in enumerate(shelf) if one["open"] and one["title"] == wanted
        ]
        sys.stdout.write(f"{found[0]}\n" if found else "")
    elif words[1] == "create":
        shelf.append({"title": option(words, "--title"), "open": True, "said": [body_of(words)]})
    else:
        one = shelf[int(words[2])]
        one["said"].append(body_of(words))
        one["open"] = words[1] != "close"
    STATE.write_text(json.dumps(state), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
