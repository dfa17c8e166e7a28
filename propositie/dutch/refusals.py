"""Why the system refused something, in Dutch: it tells that in its own language."""

from __future__ import annotations

import errno
from typing import NamedTuple


class _Refusal(NamedTuple):
    """Why the system refuses, and what helps."""

    reason: str
    way_out: str


_NO_ACCESS = _Refusal("u mag daar niet schrijven", "Kies een andere map, of vraag om toegang.")
_TAKEN = _Refusal("daar draait al iets", "Stop dat eerst, of kies een andere plek.")
_NO_PLACE = _Refusal("die plek is er niet op deze computer", "Kies een andere, zoals 127.0.0.1.")
_NOT_THERE = _Refusal("het is er niet", "Kijk de naam na.")
_NO_FOLDER = _Refusal("daar staat al een bestand met die naam", "Kies een andere map.")
_NO_SPACE = "Maak ruimte en probeer het opnieuw."
_REFUSALS = {
    errno.ENOSPC: _Refusal("de schijf is vol", _NO_SPACE),
    errno.EDQUOT: _Refusal("uw deel van de schijf is vol", _NO_SPACE),
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.EROFS: _Refusal("die schijf is alleen om te lezen", "Kies een map op een andere schijf."),
    errno.ENAMETOOLONG: _Refusal(
        "de naam van een map of bestand is te lang", "Kies een kortere plek."
    ),
    errno.EMFILE: _Refusal(
        "er staan te veel bestanden open", "Sluit programma's en probeer het opnieuw."
    ),
    errno.EFBIG: _Refusal("een bestand is groter dan hier mag", "Kies een andere schijf."),
    errno.EBUSY: _Refusal(
        "een ander programma heeft de map open", "Sluit dat en probeer het opnieuw."
    ),
    errno.ENOENT: _NOT_THERE,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.EISDIR: _Refusal("dat is een map", "Noem een bestand."),
    errno.EIO: _Refusal("de schijf is niet te lezen", "Probeer het op een andere schijf."),
    errno.EADDRINUSE: _TAKEN,
    errno.EADDRNOTAVAIL: _NO_PLACE,
}


def reason_of(error: OSError) -> str:
    """Why the system refused, as part of a sentence: "de schijf is vol"."""
    known = _REFUSALS.get(error.errno or 0)
    return known.reason if known else f"het systeem weigert, met nummer {error.errno}"


def reason_and_way_out(error: OSError) -> str:
    """Why the system refused, and what helps: "de schijf is vol. Maak ruimte …"."""
    known = _REFUSALS.get(error.errno or 0)
    return f"{reason_of(error)}. {known.way_out}" if known else f"{reason_of(error)}."
