"""Which licence every dependency has: those of the locks, held against the list in pyproject.toml.

Reads what the packages themselves say, so it needs no network. Run it with `make licences`.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
_CLASSIFIER = "License :: "
_NAMES = {
    "apache": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense",
}
"""How packages write licences that have a short name (SPDX)."""


def main() -> int:
    """Name every dependency whose licence is not on the list; 0 when there is none."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    rules = settings["tool"]["propositie"]["licences"]
    allowed, looked_at = set(rules["allowed"]), rules["looked-at"]
    found = {**python_licences(), **npm_licences()}
    wrong = {
        name: licence
        for name, licence in sorted(found.items())
        if looked_at.get(name) != licence and not is_allowed(licence, allowed)
    }
    for name, licence in wrong.items():
        print(f"{name}: {licence or 'says no licence'}", file=sys.stderr)
    print(f"{len(found)} dependencies, {len(wrong)} with a licence that is not on the list.")
    return int(bool(wrong))


def python_licences() -> Mapping[str, str]:
    """The licence of each package of the Python locks that is installed here."""
    names = {
        name
        for lock in LOCKS
        for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text("utf-8"), re.M)
    }
    return dict(_installed(names))


def _installed(names: set[str]) -> Iterator[tuple[str, str]]:
    for name in sorted(names):
        try:
            fields = metadata(name)
        except PackageNotFoundError:
            continue  # for another system or Python
        classifiers = [
            c.rpartition(" :: ")[2]
            for c in fields.get_all("Classifier", [])
            if c.startswith(_CLASSIFIER) and c != "License :: OSI Approved"
        ]
        text = "".join(fields.get_all("License", [])).strip()
        brief = text if text and "\n" not in text and len(text) < 60 else ""
        expression = "".join(fields.get_all("License-Expression", []))
        told = expression or brief or " OR ".join(classifiers)
        yield name, _short(told)


def _short(told: str) -> str:
    """A licence by its short name, where we know it."""
    return _NAMES.get(told.lower(), told)


def npm_licences() -> Mapping[str, str]:
    """The licence of each package of the npm lock."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {
        f"npm {path.rpartition('node_modules/')[2]}": str(package.get("license", ""))
        for path, package in packages.items()
        if path
    }


def is_allowed(licence: str, allowed: set[str]) -> bool:
    """Whether an expression such as `MIT OR (Apache-2.0 AND ISC)` can be met with the list.

    The parts of AND are all needed, of those of OR one; brackets are taken apart from within.
    """
    text = licence
    while inner := re.search(r"\(([^()]*)\)", text):
        answer = "yes" if is_allowed(inner[1], allowed) else "no"
        text = text[: inner.start()] + answer + text[inner.end() :]
    return any(
        all(part.strip() in allowed | {"yes"} for part in re.split(r"\s+AND\s+|, ", choice))
        for choice in re.split(r"\s+OR\s+", text)
    )


if __name__ == "__main__":
    sys.exit(main())
