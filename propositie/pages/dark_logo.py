"""The logo in the dark: one drawn in a single colour takes the colour of links, so that no white
patch stands in the night."""

from __future__ import annotations

import re

from ..output.output_file import ShownImage
from ..output.site_images import Images

_COLOUR = re.compile(r"\b(?:fill|stroke|stop-color|color)\s*[:=]\s*[\"']?\s*([#\w]+)", re.I)
_NO_COLOUR = {"none", "currentcolor", "transparent", "inherit"}
_RULE = (
    "@media screen and (prefers-color-scheme:dark){{"
    ".top__naam--vlak picture{{display:inline-block;position:relative}}"
    ".top__naam--vlak img{{opacity:0}}"
    ".top__naam--vlak picture::before{{content:'';position:absolute;inset:0;"
    "background:var(--hoofd-tekst);mask:url(../{address}) left center/contain no-repeat}}}}\n"
)


def dark_logo_rule(logo: ShownImage | None, images: Images) -> str:
    """The rule of the style sheet for a logo of one colour; empty for any other."""
    if logo is None or not logo.address.endswith(".svg"):
        return ""
    drawing = images.files([logo.address])[0].content.decode()
    return _RULE.format(address=logo.address) if is_flat(drawing) else ""


def is_flat(drawing: str) -> bool:
    """Whether a drawing (SVG) has no more than one colour."""
    found = {colour.lower() for colour in _COLOUR.findall(drawing)} - _NO_COLOUR
    return len(found) <= 1 and "<image" not in drawing and "Gradient" not in drawing
