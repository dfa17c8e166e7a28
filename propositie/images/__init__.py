"""Pictures: may this file be shown, and the clean drawing or pixels that are.

What is clean holds pixels (or drawing) and nothing else: no place where a photo was taken, no
comment, no script. Files are taken apart in another process (`isolation`); what was learned of one
is remembered by its content.
"""

from .files import (
    MAX_BYTES,
    SUFFIXES,
    Facts,
    ImageError,
    ImageMemory,
    Rendering,
    is_svg,
    read_image,
    render,
)

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "Facts",
    "ImageError",
    "ImageMemory",
    "Rendering",
    "is_svg",
    "read_image",
    "render",
]
