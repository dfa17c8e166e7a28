"""From a checked house to a folder of kits: what `propositie kit` does, without the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..dutch import counted
from ..edition import overdrachten, public_huis
from ..finding import Finding, Location
from ..huis.start_text import filled_in
from ..inspection import Inspection
from ..output.cache import Cache
from ..output.site_images import Images
from ..reading import LoadResult
from .codes import KitMessage
from .context import KitContext
from .material import all_material
from .selection import choose
from .templates import KitTemplates
from .write import KitResult, distribute


@dataclass(frozen=True, slots=True)
class KitRequest:
    """What was asked for."""

    id: str | None
    """Whose kit; None is everybody's."""
    target: Path
    on_date: date
    site_url: str
    template_dirs: Sequence[Path]
    """The theme's folders, nearest first."""
    cache_dir: Path | None = None


def execute(inspection: Inspection, command: KitRequest) -> tuple[KitResult, list[Finding]]:
    """Make the kits of a sound house.

    Raises `SelectionError` when there is no kit for that id, `ImageError` for a damaged picture and
    OSError when the folder cannot be written.
    """
    huis = inspection.huis
    assert huis is not None
    public = public_huis(huis, command.on_date)
    cache = Cache(command.cache_dir)
    templates = KitTemplates(command.template_dirs, public.organisatie.aanspreekvorm)
    images = Images(inspection.loaded.image_path, cache)
    handed_over = overdrachten(filled_in(huis), command.on_date)
    context = KitContext(public, templates, images, command.site_url, handed_over)
    everything = all_material(context)
    choice = choose(everything, command.id, huis, command.on_date)
    outcome = distribute(context, everything, choice, command.target, cache)
    return outcome, [_to_finding(m, inspection.loaded) for m in outcome.messages]


def _to_finding(message: KitMessage, loaded: LoadResult) -> Finding:
    """A message of the kit at its place in the file."""
    source = loaded.sources[message.kind, message.id]
    location = source.location(message.field) if message.field else Location(source.shown_as)
    return Finding(message.code, message.severity, message.message, location)


def summarize(outcome: KitResult, target: Path) -> str:
    """What was done, in a sentence or two."""
    sentences = [f"{counted(len(outcome.made), 'kit', 'kits')} gemaakt."]
    if outcome.unchanged:
        sentences.append(f"{len(outcome.unchanged)} stonden er al." if len(outcome.unchanged) > 1
                      else "1 stond er al.")  # fmt: skip
    if outcome.removed:
        sentences.append(f"Weggehaald: {', '.join(outcome.removed)}.")
    sentences.append(f"Bekijk ze in {(target / 'index.html').as_posix()}")
    return " ".join(sentences)
