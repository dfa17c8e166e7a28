"""The mark of an organisation that has no beeldmerk of its own: a house in its colour."""

from __future__ import annotations


def house_mark(colour: str, on_colour: str, corner: int = 13) -> bytes:
    """A square drawing (SVG) of a house on `colour`, drawn in `on_colour`, with round corners."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="{corner}" fill="{colour}"/>'
        '<path d="M12 34 32 15l20 19M18 30v20h28V30M28 50V38h9v12" fill="none" stroke-width="5" '
        f'stroke="{on_colour}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    ).encode()
