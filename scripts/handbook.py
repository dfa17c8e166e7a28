"""Writes what is made in the handbook: fields, examples, messages, codes and commands.

    python scripts/handbook.py                # renew every chapter
    python scripts/handbook.py --controleer   # only tell which chapters are stale; then exits 1

Only what stands between `<!-- gemaakt: … -->` and `<!-- /gemaakt -->` is touched.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from handbook_codes import codes, list_codes, message
from handbook_commands import commands
from handbook_fields import example, fields, list_kind_words, list_kinds

from propositie.handbook.handbook_pages import CHAPTERS

MAKERS: Mapping[str, Callable[..., str]] = {
    "codelijst": list_codes,
    "codes": codes,
    "melding": message,
    "opdrachten": commands,
    "soorten": list_kinds,
    "soortwoorden": list_kind_words,
    "velden": fields,
    "voorbeeld": example,
}
"""What can stand between markers. A maker gets the chapter's name, and the words after its own."""

_GENERATED = re.compile(
    r"(?P<begin>^<!-- gemaakt: (?P<wat>[^\n]+?) -->\n).*?(?P<eind>^<!-- /gemaakt -->$)", re.M | re.S
)


def renew(text: str, chapter: str) -> str:
    """The text of a chapter with everything in it made anew."""
    return _GENERATED.sub(partial(_fill, chapter), text)


def _fill(chapter: str, mark: re.Match[str]) -> str:
    name, *words = mark["wat"].split()
    return f"{mark['begin']}\n{MAKERS[name](chapter, *words).strip()}\n\n{mark['eind']}"


def chapters() -> dict[str, Path]:
    """Every chapter by its name, such as `soorten/diensten.md`."""
    paths = sorted(CHAPTERS.rglob("*.md"))
    return {path.relative_to(CHAPTERS).as_posix(): path for path in paths}


def find_outdated() -> dict[str, str]:
    """The new text of each chapter that is not as it would be made now, by its name."""
    result = {}
    for name, path in chapters().items():
        old = path.read_text("utf-8")
        if (new := renew(old, name)) != old:
            result[name] = new
    return result


def main(arguments: list[str]) -> int:
    """Renew the chapters, or only tell which are stale."""
    new = find_outdated()
    for name, text in new.items():
        if "--controleer" in arguments:
            print(f"verouderd: {name} (make handbook)")
        else:
            (CHAPTERS / name).write_text(text, "utf-8")
            print(f"vernieuwd: {name}")
    return int(bool(new) and "--controleer" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
