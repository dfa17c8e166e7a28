"""Puts kits in a folder: makes what changed, leaves what did not, removes what may not stay.

The folder keeps a list of what was made in it, so that a run in which nothing changed does no
work, and so that the kit of who left is gone after the next whole run. What somebody else put in
the folder is never touched.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import progress
from ..output.cache import Cache
from ..output.output_file import OutputFile, ShownImage
from ..output.share_image import ShareStyle, make_share_images
from ..output.site_images import THREADS
from .codes import KitMessage
from .context import KitContext, KitMaterial
from .makers import KitMaker, messages_of

LIST_FILE = ".gemaakt.json"
_BATCH = 48
"""Kits that are made together: share pictures are set many at once."""

Kit = tuple[dict[str, bytes], list[KitMessage]]
"""The files of a kit by name, and what there is to tell about it."""
MadeFiles = dict[str, dict[str, Any]]
"""By folder: the key of what was made, and of each file its size and time."""


@dataclass(slots=True)
class KitResult:
    """What a run did."""

    wanted: int = 0
    """How many kits had to be made."""
    made: list[KitMaterial] = field(default_factory=list)
    unchanged: list[KitMaterial] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Folders of things that are here no longer."""
    messages: list[KitMessage] = field(default_factory=list)


def distribute(
    context: KitContext,
    everything: Sequence[KitMaterial],
    choice: Sequence[KitMaterial],
    target: Path,
    cache: Cache,
) -> KitResult:
    """Make the kits of `choice` in `target`; `everything` is everything that may be there."""
    kit_maker, result = KitMaker(context), KitResult()
    manifest = _read_list(target)
    result.removed = _clean_up(target, manifest, {s.folder for s in everything})
    needed: list[tuple[KitMaterial, str]] = []
    for material in choice:
        key = kit_maker.key(material)
        result.messages += messages_of(material, kit_maker.typeset_data(material))
        if _is_unchanged(target / material.folder, manifest.get(material.folder), key):
            result.unchanged.append(material)
        else:
            needed.append((material, key))
    result.wanted = len(needed)
    for n in range(0, len(needed), _BATCH):
        _make(context, kit_maker, needed[n : n + _BATCH], target, cache, manifest, result)
    _write_overview(context, [s for s in everything if s.folder in manifest], target)
    if needed or result.removed:
        _write(target / LIST_FILE, json.dumps(manifest, indent=0).encode())
    cache.forget_all_but(_OWNER, [_owner_of(material) for material in everything])
    cache.clean_up()
    return result


def _make(
    context: KitContext, kit_maker: KitMaker, needed: Sequence[tuple[KitMaterial, str]],
    target: Path, cache: Cache, manifest: MadeFiles, result: KitResult,
) -> None:  # fmt: skip
    merk = ShareStyle(context.huis.organisatie.naam, context.colours)
    wide = make_share_images(
        [material.share for material, _ in needed], merk, cache, context.images.contents
    )
    new = [material for material, key in needed if _shelf(cache, material).get(key) is None]
    kit_maker.prepare(new)

    def make(pair: tuple[KitMaterial, str], share: tuple[OutputFile, ShownImage] | None) -> Kit:
        material, key = pair
        shelf = _shelf(cache, material)
        stored = _from_cache(shelf, key)
        if stored is not None:
            return stored, []
        pieces, messages = kit_maker.make(material, share[0].content if share else None)
        if not messages:
            _to_cache(shelf, key, pieces)
        return pieces, messages

    with ThreadPoolExecutor(THREADS) as pool:
        done = pool.map(make, needed, wide)
        for (material, key), (pieces, messages) in zip(needed, done, strict=True):
            progress.tell("Kits maken", len(result.made), result.wanted)
            written = _write_kit(target / material.folder, pieces)
            # What did not come out well is tried again the next time.
            manifest[material.folder] = {"sleutel": "" if messages else key, "bestanden": written}
            result.messages += messages
            result.made.append(material)


_OWNER = "kit-"


def _owner_of(material: KitMaterial) -> str:
    """Whose kit it is, as the cache knows it; with another portrait it is another."""
    key = material.portret.owner if material.portret is not None else ""
    return f"{_OWNER}{material.folder.replace('/', '-')}{key}"


def _shelf(cache: Cache, material: KitMaterial) -> Cache:
    return cache.of(_owner_of(material))


def _from_cache(cache: Cache, key: str) -> dict[str, bytes] | None:
    """All files of a kit, when it was kept."""
    stored = cache.get(key)
    if stored is None:
        return None
    heading, _, rest = stored.partition(b"\n")
    pieces, position = {}, 0
    for name, length in json.loads(heading).items():
        pieces[name] = rest[position : position + length]
        position += length
    return pieces


def _to_cache(cache: Cache, key: str, pieces: Mapping[str, bytes]) -> None:
    """Keep a kit in one piece: the length of each file, then the files."""
    heading = json.dumps({name: len(piece) for name, piece in pieces.items()}).encode()
    cache.save(key, b"\n".join([heading, b"".join(pieces.values())]))


# --- the folder ---------------------------------------------------------------------------------


def _write_kit(folder: Path, pieces: Mapping[str, bytes]) -> dict[str, list[int]]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, piece in pieces.items():
        _write(folder / name, piece)
    return {name: _stamp(folder / name) for name in pieces}


def _write(path: Path, content: bytes) -> None:
    """Write a file whole: who looks at the folder never finds half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_bytes(content)
    half.replace(path)


def _stamp(path: Path) -> list[int]:
    state = path.stat()
    return [state.st_size, state.st_mtime_ns]


def _is_unchanged(folder: Path, made: Mapping[str, Any] | None, key: str) -> bool:
    """Whether the folder still holds what was made with this key, and all of it."""
    if made is None or made["sleutel"] != key:
        return False
    try:
        return all(_stamp(folder / n) == stamp for n, stamp in made["bestanden"].items())
    except OSError:
        return False


_FOLDER = re.compile(r"(?:mensen|voor-wie|aanbod|vacatures)/[a-z0-9-]+")
_FILE = re.compile(r"[a-z0-9][a-z0-9.-]*")


def _read_list(target: Path) -> MadeFiles:
    """What was made here before; nothing when the list is gone or damaged."""
    try:
        raw = json.loads((target / LIST_FILE).read_bytes())
        return dict(_valid_entries(raw))
    except (OSError, ValueError):
        return {}


def _valid_entries(raw: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Lines that we can have written: the list decides what is removed, so it is not trusted."""
    for folder, entry in raw.items() if isinstance(raw, dict) else ():
        files = entry.get("bestanden") if isinstance(entry, dict) else None
        if (
            _FOLDER.fullmatch(folder)
            and isinstance(files, dict)
            and all(_FILE.fullmatch(n) for n in files)
            and isinstance(entry.get("sleutel"), str)
        ):
            yield folder, entry


def _clean_up(target: Path, manifest: MadeFiles, allowed: set[str]) -> list[str]:
    """Remove what we made for things that are here no longer."""
    removed = [folder for folder in manifest if folder not in allowed]
    for folder in removed:
        for name in manifest.pop(folder)["bestanden"]:
            (target / folder / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            (target / folder).rmdir()  # stays when somebody keeps something in it
    return removed


def _write_overview(context: KitContext, material: Sequence[KitMaterial], target: Path) -> None:
    headings = {
        "medewerkers": "Mensen", "klantgroepen": "Klantgroepen", "diensten": "Diensten",
        "vacatures": "Vacatures",
    }  # fmt: skip
    groups = [
        (heading, [s for s in material if s.kind == kind]) for kind, heading in headings.items()
    ]
    title = f"De kit van {context.huis.organisatie.naam}"
    html = context.templates.render(
        "overview.html", {"titel": title, "kleuren": context.colours, "groepen": groups}
    ).encode()
    path = target / "index.html"
    if not path.is_file() or path.read_bytes() != html:
        _write(path, html)
