"""The check of a finished site, file by file; what was kept was checked before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import PropositieError
from ..processes import map_in_two
from .leaks import LeakSearch
from .links import Linked, linked
from .secrets import OpenTexts, Secret

_FOLDED = (".ics", ".vcf")
"""Files in which a long line goes on after a break and a space (RFC 5545, section 3.1)."""
TEXT = {
    ".html", ".htm", ".json", ".xml", ".txt", ".vcf", ".ics", ".csv", ".svg", ".css", ".js",
    ".webmanifest", ".md",
}  # fmt: skip
_PAGES = (".html", ".css")
_NAMED_BY_CONTENT = ("beelden/", "deelbeelden/")
"""Pictures whose address follows from what they are: a page that shows another one is another."""
_MOST_TOLD = 10
"""More than this nobody reads at once."""


class GateError(PropositieError):
    """A site that may not be published; the text says in Dutch what is in it and what to do."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A link that leads nowhere."""

    page: str
    target: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a site."""

    leaks: Sequence[tuple[str, Secret]]
    """The address of a file, and what stands in it."""
    broken: Sequence[Broken]


@dataclass(frozen=True, slots=True)
class GateMemory:
    """What is known of a site that was checked."""

    key: str = ""
    """What it was checked for: the secrets, and the path under which it stands."""
    addresses: frozenset[str] = frozenset()
    fragments: Mapping[str, str] = field(default_factory=dict)
    """The places in pages that something leads to, and one page that does."""

    @classmethod
    def from_json(cls, raw: bytes | None) -> GateMemory:
        """What `to_json` wrote down; a memory of nothing for anything else."""
        try:
            told = json.loads(raw or b"")
            fragments = {str(target): str(page) for target, page in told["fragments"].items()}
            return cls(str(told["key"]), frozenset(map(str, told["addresses"])), fragments)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls()

    def to_json(self) -> bytes:
        """The memory as plain data."""
        told = {
            "key": self.key,
            "addresses": sorted(self.addresses),
            "fragments": {**self.fragments},
        }
        return json.dumps(told).encode()


@dataclass(frozen=True, slots=True)
class _Look:
    leaks: tuple[Secret, ...]
    links: Linked


def check_site(
    folder: Path,
    addresses: Collection[str],
    secrets: Sequence[Secret],
    open_texts: OpenTexts | None,
    base: str,
    unchanged: Collection[str] = (),
    memory: GateMemory | None = None,
) -> tuple[Checked, GateMemory]:
    """Look at the files of a finished site in `folder`; also gives what to remember of it.

    `addresses` are all its files; `secrets` is what may not be in it, but for what `open_texts`
    has; `base` is the path under which it stands. Those in `unchanged` are as they were when
    `memory` was made, and are not read again, unless something that they may lead to is gone.
    """
    search, there = LeakSearch(secrets), frozenset(addresses)
    seen: dict[str, set[bytes]] = defaultdict(set)
    key, before = f"{search.fingerprint} {base}", memory or GateMemory()
    gone = [a for a in before.addresses - there if not a.startswith(_NAMED_BY_CONTENT)]
    known = set(unchanged) if before.key == key and not gone else set()

    def look(address: str) -> _Look:
        content = Path(folder, address).read_bytes()
        if address.endswith(_FOLDED):
            content = content.replace(b"\r\n ", b"")
        is_page = address.endswith(_PAGES)
        links = linked(address, content, base) if is_page else Linked(frozenset(), frozenset())
        # What stands around every page is looked at once. A text may go on over several lines, so
        # those that are new stay beside each other.
        before = seen[address.rpartition(".")[2]]
        new = [line for line in content.split(b"\n") if line not in before]
        before.update(new)
        return _Look(tuple(dict.fromkeys(search.find(b"\n".join(new)))), links)

    new = [a for a in addresses if a not in known and Path(a).suffix.lower() in TEXT]
    looks = dict(zip(new, map_in_two(look, new, what="Links nalopen"), strict=True))
    targets = {target: a for a, one in looks.items() for target in one.links.targets}
    targets |= {target: a for target, a in before.fragments.items() if a in known}
    places = _Places(there, looks, look)
    broken = [Broken(page, target) for target, page in targets.items() if not places.has(target)]
    fragments = {target: page for target, page in targets.items() if "#" in target}
    return Checked(
        [
            (address, secret)
            for address, one in looks.items()
            for secret in one.leaks
            if open_texts is None or not open_texts.has(secret)
        ],
        sorted(broken, key=lambda b: (b.page, b.target)),
    ), GateMemory(key, there, fragments)


class _Places:
    """Knows what can be led to."""

    def __init__(
        self, there: Collection[str], looks: Mapping[str, _Look], look: Callable[[str], _Look]
    ) -> None:
        self._there = there
        self._looks = dict(looks)
        self._look = look

    def has(self, target: str) -> bool:
        """Whether a target is there; a folder is as good as its page."""
        path, _, fragment = target.partition("#")
        page = path if path in self._there else f"{path.rstrip('/')}/index.html"
        if page not in self._there:
            return False
        if not fragment or fragment == "top" or not page.endswith(".html"):
            return True
        if page not in self._looks:
            self._looks[page] = self._look(page)
        return fragment in self._looks[page].links.fragments


def tell_leaks(leaks: Sequence[tuple[str, Secret]], where: Mapping[tuple[str, str], str]) -> str:
    """What to say of internal texts in a site; `where` tells the file of a thing."""
    lines = [
        f'In {address} staat iets dat intern is: "{secret.begins}…" uit '
        f"{where.get(secret.thing, '/'.join(secret.thing))} ({secret.field})."
        for address, secret in leaks[:_MOST_TOLD]
    ]
    if len(leaks) > _MOST_TOLD:
        lines.append(f"En nog {len(leaks) - _MOST_TOLD} keer.")
    lines.append(
        "Haal die woorden uit de pagina of het stuk waar ze openbaar staan. Mogen ze wel openbaar "
        "zijn, zet ze dan in een veld dat op de site komt."
    )
    return "\n".join(lines)


def tell_broken(broken: Sequence[Broken]) -> str:
    """What to say of links that lead nowhere."""
    lines = [
        f'Op {b.page} staat een link naar "{b.target}", en dat is er niet.'
        for b in broken[:_MOST_TOLD]
    ]
    if len(broken) > _MOST_TOLD:
        lines.append(f"En nog {len(broken) - _MOST_TOLD} keer.")
    return "\n".join(lines)
