"""The last look at a site before it takes its place: what is internal stops it, what leads nowhere
too, unless somebody else wrote it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from ..edition import PublicHuis, public_huis
from ..gate import (
    GateError,
    GateMemory,
    OpenTexts,
    Secret,
    check_site,
    secrets_of,
    tell_broken,
    tell_leaks,
)
from ..huis.start_text import left_out
from ..inspection import Inspection
from ..kept import KeptFile
from .options import Options, cache_dir

log = logging.getLogger("mkdocs.plugins.propositie")


def pass_gate(
    folder: Path,
    files: Mapping[str, Sequence[int]],
    before: Mapping[str, Sequence[int]],
    ours: Collection[str],
    words: Collection[str],
    inspection: Inspection,
    public: PublicHuis | None,
    config: MkDocsConfig,
    options: Options,
) -> None:
    """Look at a finished site. Raises `GateError` when it may not be published.

    `files` are size and time of its files, `before` those of the site that stands; `ours` are the
    addresses of what this program wrote; `words` are those of the interface; `public` is what the
    public may know, which is all in the werkboek (None).
    """
    memory_file = KeptFile(cache_dir(config) / f"gate-{options.editie}")
    secrets: Sequence[Secret] = ()
    open_texts = None
    if public is not None and inspection.huis is not None:
        if left_out(inspection.huis):  # what has yet to be filled in is no secret
            public = public_huis(inspection.huis, public.on_date, keep_start_texts=True)
        secrets = secrets_of(inspection.huis, public)
        open_texts = OpenTexts(public, words)
    checked, memory = check_site(
        folder,
        files.keys(),
        secrets,
        open_texts,
        f"{urlsplit(config.site_url or '/').path.rstrip('/')}/",
        [address for address, stamp in files.items() if before.get(address) == stamp],
        GateMemory.from_json(memory_file.load()),
    )
    if checked.leaks:
        where = {key: source.shown_as for key, source in inspection.loaded.sources.items()}
        raise GateError(tell_leaks(checked.leaks, where))
    if own := [b for b in checked.broken if b.page in ours]:
        raise GateError(tell_broken(own))
    if checked.broken:
        log.info("waarschuwing: %s", tell_broken(checked.broken))
    memory_file.save(memory.to_json())
