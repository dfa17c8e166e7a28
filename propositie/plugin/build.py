"""From a checked house to the plan of an edition, and telling what was found on the way."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ..dutch import counted
from ..edition import KnownViews, PublicHuis, public_huis
from ..finding import Finding, Location, Severity, as_text, summarise
from ..huis import Huis
from ..images import ImageError
from ..inspection import Inspection
from ..output.cache import Cache
from ..pages import SitePlan, plan_site, ready
from ..reading import pause_gc
from .options import Options, cache_dir, is_werkboek, kit_folder, public_address
from .unchanged import Listener

log = logging.getLogger("mkdocs.plugins.propositie")
MOST_ERRORS = 20
"""So many errors are told by a build; who has more begins with the first."""


@contextmanager
def listen() -> Iterator[Listener]:
    """Note what is told of the house."""
    listener = Listener()
    log.addHandler(listener)
    try:
        yield listener
    finally:
        log.removeHandler(listener)


def log_findings(inspection: Inspection) -> None:
    """Tell every error, and count the rest: who wants to see it asks the check.

    What does not stop a build is told at information level, so that `--strict` does not stop on it.
    """
    errors = inspection.errors
    for finding in errors[:MOST_ERRORS]:
        log.error("%s", as_text(finding))
    if len(errors) > MOST_ERRORS:
        log.error("En nog %s.", counted(len(errors) - MOST_ERRORS, "fout", "fouten"))
    told = summarise(inspection.findings)
    rest = len(inspection.findings) > min(len(errors), MOST_ERRORS)
    log.info("%s", f"{told} Wat het zijn, zegt: propositie controleer" if rest else told)


def plan_edition(
    inspection: Inspection,
    on_date: date,
    config: MkDocsConfig,
    options: Options,
    *,
    share_images: bool,
    known: KnownViews | None = None,
    keep_start_texts: bool = False,
) -> SitePlan | None:
    """Plan the site of a house that was found sound; None when it cannot be made.

    `share_images` asks for share pictures; a preview does without, for nobody sees them there.
    `known` are public views that a preview made before; `keep_start_texts` shows what still has to
    be filled in too. A picture may turn out to be damaged only
    when it is unpacked: that is told as a finding too.
    """
    if inspection.huis is None:
        return None
    try:
        if is_werkboek(options):
            return _plan_werkboek(inspection, inspection.huis, on_date, config)
        with pause_gc():  # thousands of views and plans, and none of them is garbage
            public = public_huis(inspection.huis, on_date, known, keep_start_texts=keep_start_texts)
            return _plan_public(inspection, public, config, share_images)
    except ImageError as error:
        tell_damaged(error, inspection)
        return None


def _plan_public(
    inspection: Inspection, public: PublicHuis, config: MkDocsConfig, share_images: bool
) -> SitePlan:
    loaded = inspection.loaded
    return plan_site(
        public,
        [Path(folder) for folder in config.theme.dirs],
        loaded.image_path,
        lambda kind, id_: loaded.sources[kind, id_].shown_as,
        config.site_url or None,
        Cache(cache_dir(config)),
        share_images,
        loaded.images,
        loaded.file_sizes,
    )


def _plan_werkboek(
    inspection: Inspection, huis: Huis, on_date: date, config: MkDocsConfig
) -> SitePlan:
    from ..werkboek import WerkboekMaterial, build_werkboek  # most builds are of the public edition

    public = public_huis(huis, on_date)
    folders = [Path(folder) for folder in config.theme.dirs]
    material = WerkboekMaterial(
        inspection,
        huis,
        public,
        on_date,
        folders,
        Cache(cache_dir(config)),
        config.site_url or None,
    )
    folder = kit_folder(config)
    return ready(build_werkboek(material, folder, public_address(config), cache_dir(config)))


def stop(inspection: Inspection) -> NoReturn:
    """End the build of a house with mistakes."""
    raise Abort(
        f"{summarise(inspection.findings)} De site is niet gebouwd; "
        "wat er stond, staat er nog. Verbeter de fouten en probeer het opnieuw."
    )


def tell_damaged(error: ImageError, inspection: Inspection) -> None:
    """Tell of a picture that could not be unpacked."""
    position = None
    if error.path is not None:
        layer = next(la for la in inspection.loaded.layers if error.path.is_relative_to(la.path))
        position = Location(f"{layer.shown_as}/{error.path.relative_to(layer.path).as_posix()}")
    finding = Finding("V14", Severity.ERROR, str(error), position)
    log.error("%s", as_text(finding))
    inspection.findings.append(finding)
