"""Doing what was planned: all of it, or nothing at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from .plan import HernoemFout, Plan, Wijziging


def voer_uit(plan: Plan) -> None:
    """Carry out a plan.

    Everything is first written beside the files it is for, then put in their place. Raises
    `HernoemFout`, with every file as it was, when one cannot be written or changed meanwhile.
    """
    terug: list[Callable[[], object]] = []
    klaar = {w: w.naar.with_name(f".{w.naar.name}.nieuw") for w in plan.wijzigingen}
    try:
        for wijziging, naast in klaar.items():
            _zet_klaar(wijziging, naast)
        for wijziging, naast in klaar.items():
            terug.append(_herstel(wijziging))
            naast.replace(wijziging.naar)
        for wijziging in klaar:
            if wijziging.van != wijziging.naar:
                wijziging.van.unlink()
    except BaseException as fout:
        for stap in reversed(terug):
            stap()
        if isinstance(fout, OSError):
            raise HernoemFout(
                f"Niet alle bestanden zijn te schrijven ({fout.strerror}). Er is niets veranderd."
            ) from fout
        raise
    finally:
        for naast in klaar.values():
            naast.unlink(missing_ok=True)


def _zet_klaar(wijziging: Wijziging, naast: Path) -> None:
    if wijziging.van.read_bytes() != wijziging.was:
        raise HernoemFout(
            f"{wijziging.van.name} is intussen veranderd. Er is niets hernoemd. "
            "Probeer het opnieuw."
        )
    naast.write_bytes(wijziging.wordt)
    shutil.copymode(wijziging.van, naast)


def _herstel(wijziging: Wijziging) -> Callable[[], object]:
    """What puts a file back as it was, wherever the work stopped."""
    van, naar, was, mag = wijziging.van, wijziging.naar, wijziging.was, wijziging.van.stat().st_mode

    def herstel() -> None:
        if van != naar:
            naar.unlink(missing_ok=True)
        if not van.exists() or van.read_bytes() != was:
            naast = van.with_name(f".{van.name}.terug")
            naast.write_bytes(was)
            os.chmod(naast, mag)  # noqa: PTH101
            naast.replace(van)

    return herstel
