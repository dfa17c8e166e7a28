"""The words that stand for a kind in a link: `[Gijs](mens:gijs)` (contract, "In Markdown")."""

from __future__ import annotations

from collections.abc import Mapping

THING_SCHEMES: Mapping[str, str] = {
    "mens": "medewerkers",
    "dienst": "diensten",
    "plek": "locaties",
    "agenda": "agenda",
    "wijk": "wijken",
    "vacature": "vacatures",
    "verhaal": "verhalen",
}
"""What stands before the colon, and the kind whose id stands behind it."""
WEB_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What else may stand before the first colon of an address."""
