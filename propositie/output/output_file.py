"""What is published beside pages: files as they are, and pictures with their size."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that is published as it is, at `address` under the root of the site."""

    address: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ImageSize:
    """One size in which a picture is published."""

    address: str
    width: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class ShownImage:
    """A published picture: its address on the site, what it shows, its size in pixels."""

    address: str
    """A form that everything can read: SVG, JPEG, or PNG when it is see-through."""
    alt: str
    width: int
    height: int
    sizes: tuple[ImageSize, ...] = ()
    """The same picture as WebP, narrow to wide; empty for a drawing."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every file of it."""
        return (self.address, *(size.address for size in self.sizes))
