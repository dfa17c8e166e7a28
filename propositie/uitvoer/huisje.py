"""The mark of an organisation that has no beeldmerk of its own: a house in its colour."""

from __future__ import annotations

import hashlib

from .bestand import Bestand, Getoond


def huisje(kleur: str, op_kleur: str) -> tuple[Bestand, Getoond]:
    """A square drawing of a house on `kleur`, drawn in `op_kleur`, ready to be published."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="13" fill="{kleur}"/>'
        '<path d="M12 34 32 15l20 19M18 30v20h28V30M28 50V38h9v12" fill="none" stroke-width="5" '
        f'stroke="{op_kleur}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    ).encode()
    adres = f"beelden/{hashlib.sha256(svg).hexdigest()[:10]}.svg"
    return Bestand(adres, svg), Getoond(adres, "", 64, 64)
