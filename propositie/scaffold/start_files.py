"""The files around a house that a new organisation begins with, and that are kept up to date."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .yaml_text import to_yaml

START = Path(__file__).parent / "start"
"""What every organisation begins with, as files."""
EARLIER = Path(__file__).parent / "earlier"
"""What an organisation began with that is older than the record of it, by version."""
DOTTED = {"github": ".github", "gitignore": ".gitignore"}
"""Names that have no dot in the package, for packaging leaves out what begins with one."""
CONTENT = "site_src/"
"""Where what lies below is the organisation's own from the first day."""
LOCK = "requirements.txt"
"""Every package that propositie stands on, with its version and hashes."""
OWN_REQUIREMENT = "propositie.txt"
"""Which propositie: pip takes no hash for one from git, and so it has a file of its own."""
TOOLS = "gereedschap"
"""Where a propositie lies that comes from no address."""


def start_files(naam: str, folder: Path = START) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every file, for an organisation of this name."""
    requirement = find_requirement()
    substitutions = {
        "naam": to_yaml(naam),
        "werkboek": to_yaml(f"Werkboek {naam}"),
        "propositie": requirement.text,
    }
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            parts = [DOTTED.get(d, d) for d in path.relative_to(folder).parts]
            text = path.read_text("utf-8")
            values = {**substitutions, "naam": naam} if path.suffix == ".md" else substitutions
            for key, value in values.items():
                text = text.replace(f"@{key}@", value)
            yield "/".join(parts), text


@dataclass(frozen=True, slots=True)
class Requirement:
    """What pip has to install to get the same propositie as the one that runs here."""

    text: str
    wheel: Path | None = None
    """A wheel that has to be kept with the organisation: it comes from no address."""

    @property
    def is_known(self) -> bool:
        """Whether it says where to get it, and is not for somebody to fill in."""
        return not self.text.startswith("#")


def find_requirement() -> Requirement:
    """How the propositie that runs here can be had elsewhere (PEP 610 tells where it came from)."""
    package = distribution("propositie")
    return requirement_of(package.read_text("direct_url.json"), package.version)


def requirement_of(direct_url: str | None, version: str) -> Requirement:
    """The requirement for a package of this version that was installed from there."""
    try:
        origin = json.loads(direct_url or "{}")
    except ValueError:
        origin = {}
    url, vcs = str(origin.get("url", "")), origin.get("vcs_info", {})
    digest = origin.get("archive_info", {}).get("hashes", {}).get("sha256", "")
    has_address = re.fullmatch(r"https?://[^@\s]+", url) is not None
    if vcs.get("vcs") == "git" and has_address:
        return Requirement(f"propositie @ git+{url}@{vcs['commit_id']}")
    if digest and has_address:
        return Requirement(f"propositie @ {url} \\\n    --hash=sha256:{digest}")
    if digest and url.startswith("file:") and url.endswith(".whl"):
        wheel = Path(unquote(urlsplit(url).path))
        text = f"./{TOOLS}/{wheel.name} \\\n    --hash=sha256:{digest}"
        return Requirement(text, wheel if wheel.is_file() else None)
    if not origin:
        return Requirement(f"propositie=={version}")
    return Requirement(
        "# Hier hoort te staan waar propositie vandaan komt, want dat was bij het begin niet te\n"
        "# zien. Haal van een van deze regels het hekje en de spatie weg, en vul hem aan:\n"
        f"# propositie=={version}\n"
        "# propositie @ git+https://ADRES@COMMIT"
    )


def keep_wheel(folder: Path, requirement: Requirement) -> list[str]:
    """Keep the wheel of a requirement in the organisation's folder; return its path there.

    A wheel kept there before makes place. Raises OSError when it cannot be written.
    """
    if requirement.wheel is None:
        return []
    tools = folder / TOOLS
    target = tools / requirement.wheel.name
    if not target.exists() or target.read_bytes() != requirement.wheel.read_bytes():
        tools.mkdir(exist_ok=True)
        shutil.copyfile(requirement.wheel, target)
    for old in tools.glob("propositie-*.whl"):
        if old != target:
            old.unlink()
    return [f"{TOOLS}/{target.name}"]


def managed_files(naam: str) -> Mapping[str, str]:
    """The files that are kept up to date, by path: all but what the organisation tells of itself
    and the record."""
    return {path: text for path, text in start_files(naam) if not path.startswith(CONTENT)}
