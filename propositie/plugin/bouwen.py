"""From a checked house to the site of an edition, and telling what was found on the way."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..beeld import BeeldFout
from ..bevinding import Bevinding, Ernst, Plaats, als_tekst, samenvatting
from ..controle import Controle
from ..editie import publiek_huis
from ..huis import Huis
from ..paginas import Site, maak_site
from ..uitvoer.cache import Cache
from .opties import Opties, cachemap, is_werkboek, kitmap, openbaar_adres

log = logging.getLogger("mkdocs.plugins.propositie")


def meld(controle: Controle) -> None:
    """Tell every finding.

    What does not stop a build is told at information level, so that `--strict` does not stop on it.
    """
    for bevinding in controle.bevindingen:
        niveau = logging.ERROR if bevinding.ernst is Ernst.FOUT else logging.INFO
        log.log(niveau, "%s", als_tekst(bevinding))
    log.info(samenvatting(controle.bevindingen))


def bouw(
    controle: Controle, op: date, config: MkDocsConfig, opties: Opties, *, deelbeelden: bool
) -> Site | None:
    """Make the site of a house that was found sound; None when it cannot be made.

    `deelbeelden` asks for share pictures; a preview does without, for nobody sees them there.
    A picture may turn out to be damaged only when it is unpacked: that is told as a finding too.
    """
    if controle.huis is None:
        return None
    try:
        if is_werkboek(opties):
            return _werkboek(controle, controle.huis, op, config)
        return _publiek(controle, controle.huis, op, config, deelbeelden)
    except BeeldFout as fout:
        bevinding = _van_beeld(fout, controle, opties)
        log.error("%s", als_tekst(bevinding))
        controle.bevindingen.append(bevinding)
        return None


def _publiek(
    controle: Controle, huis: Huis, op: date, config: MkDocsConfig, deelbeelden: bool
) -> Site:
    lezing = controle.lezing
    return maak_site(
        publiek_huis(huis, op, lezing.berichten),
        [Path(map_) for map_ in config.theme.dirs],
        lezing.beeldpad,
        lambda soort, id_: lezing.bronnen[soort, id_].getoond,
        config.site_url or None,
        Cache(cachemap(config)),
        deelbeelden,
    )


def _werkboek(controle: Controle, huis: Huis, op: date, config: MkDocsConfig) -> Site:
    from ..werkboek import Stof, maak_werkboek  # most builds are of the public edition

    publiek = publiek_huis(huis, op, controle.lezing.berichten)
    mappen = [Path(map_) for map_ in config.theme.dirs]
    stof = Stof(controle, huis, publiek, op, mappen, Cache(cachemap(config)))
    return maak_werkboek(stof, kitmap(config), openbaar_adres(config), cachemap(config))


def _van_beeld(fout: BeeldFout, controle: Controle, opties: Opties) -> Bevinding:
    """What to tell of a picture that could not be unpacked."""
    plek = None
    if fout.pad is not None:
        relatief = fout.pad.relative_to(controle.lezing.huismap).as_posix()
        plek = Plaats(f"{opties.huis.rstrip('/')}/{relatief}")
    return Bevinding("V14", Ernst.FOUT, str(fout), plek)
