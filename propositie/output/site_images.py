"""Pictures on their way to the site: clean, in the sizes that pages show, made once.

A page asks for a picture and gets its addresses at once. The pixels are made afterwards, all
pictures together, and only those that the cache does not have; what is published is what pages
turn out to lead to.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import PIL

from .. import progress
from ..images import Facts, ImageError, ImageMemory, Rendering, read_image, render
from .cache import Cache, make_key
from .output_file import ImageSize, OutputFile, ShownImage

ImagePath = Callable[[str, str], Path]
"""(kind, file name) → where the picture lies."""

REVISION = 2
"""Raise this when the same picture must come out in another way."""
THREADS = min(4, os.cpu_count() or 1)
"""Pictures are made side by side; four large photos at once are enough for the memory."""


@dataclass(frozen=True, slots=True)
class ImageUse:
    """How a picture is used: the widths in which it is published, in pixels, and its shape."""

    widths: tuple[int, ...]
    fallback: int
    """The width of the one copy for who cannot read WebP."""
    ratio: Fraction | None = None
    """Width to height to which it is cut; None leaves the shape as it is."""


_WINDOW = Fraction(4, 5)
IMAGE_USES: Mapping[str, ImageUse] = {
    # A window of 44–144 px wide: in the house, in a list, on a sheet, beside a call.
    "raam": ImageUse((160, 320), 320, _WINDOW),
    # The large window on a worker's own page: 128 px on a phone, 336 px beside the text.
    "portret": ImageUse((320, 640, 800), 640, _WINDOW),
    # A small picture of 92 px beside a service in a list.
    "rij": ImageUse((100, 200), 200, Fraction(4, 3)),
    # The same two where pictures say more than words: 160 px, and 112 px on a phone, else 270.
    "groot raam": ImageUse((320, 640), 320, _WINDOW),
    "tegel": ImageUse((200, 400, 800), 400, Fraction(4, 3)),
    # A picture beside text: 280–560 px on a phone, 616 px on a wide screen.
    "tafereel": ImageUse((400, 800, 1200), 800),
    # The logo in the header: 56 px high, so seldom wider than 280.
    "logo": ImageUse((280, 560), 560),
    # A picture that somebody leads to by its own address.
    "bestand": ImageUse((), 2000),
    # Inside other pictures: a share picture, an icon.
    "deelbeeld": ImageUse((), 360, _WINDOW),
    "beeldmerk": ImageUse((), 512),
}
"""The layouts of the theme, from 360 to 1280 px wide, at one and two pixels to the point.

The same width of the same picture is one file, however many layouts use it.
"""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file to be made of a photo."""

    width: int
    height: int
    format: str
    key: str
    is_cropped: bool
    owner: str
    """The picture that it is made of, as the cache knows it."""

    @property
    def address(self) -> str:
        """Where it is published: another picture, size or maker, another address."""
        return f"beelden/{self.key[:12]}{_SUFFIXES[self.format]}"


_SUFFIXES = {"WEBP": ".webp", "JPEG": ".jpg", "PNG": ".png"}


@dataclass(frozen=True, slots=True)
class EmbeddedImage:
    """A picture that goes into another one and is not published itself."""

    key: str
    """Another picture, another key."""
    suffix: str
    owner: str = ""
    """The picture that it is made of, as the cache knows it; empty for a drawing of our own."""


class Images:
    """Tells where a picture will stand, and makes it.

    It only remembers: the same question always has the same answer, whoever asked before.
    """

    def __init__(
        self,
        image_path: ImagePath,
        cache: Cache | None = None,
        memory: ImageMemory | None = None,
    ) -> None:
        self.path = image_path
        self._cache = cache or Cache()
        self._memory = memory or ImageMemory()
        self._facts: dict[Path, Facts] = {}
        self._recipes: dict[str, tuple[Rendition, Path]] = {}
        self._made: dict[str, bytes] = {}

    def show(self, kind: str, file: str, alt: str, usage: str) -> ShownImage:
        """Return the picture `file` of a thing of kind `kind`, published for a `IMAGE_USES`.

        Raises `ImageError` for a picture that reading refused.
        """
        path = self.path(kind, file)
        source, spec = self._look_at(path), IMAGE_USES[usage]
        if source.drawing:
            return ShownImage(self._draw(source), alt, source.width, source.height)
        webp = [
            _rendition(source, b, "WEBP", spec.ratio) for b in _find_fitting_widths(source, spec)
        ]
        fallback = _rendition(source, spec.fallback, _format_of(source), spec.ratio)
        self._recipes.update((a.address, (a, path)) for a in [*webp, fallback])
        sizes = tuple(ImageSize(a.address, a.width) for a in webp)
        return ShownImage(fallback.address, alt, fallback.width, fallback.height, sizes)

    @property
    def owners(self) -> Set[str]:
        """Every picture that was asked for, as the cache knows it."""
        return {_owner_of(facts) for facts in self._facts.values()}

    def owner(self, kind: str, file: str) -> str:
        """A picture as the cache knows it."""
        return _owner_of(self._look_at(self.path(kind, file)))

    def facts(self, kind: str, file: str) -> Facts:
        """What is known of a picture. Raises `ImageError` for one that cannot be used."""
        return self._look_at(self.path(kind, file))

    def standalone(self, kind: str, file: str, usage: str) -> EmbeddedImage:
        """A picture that goes into another one; `contents` makes it."""
        path = self.path(kind, file)
        source, spec = self._look_at(path), IMAGE_USES[usage]
        if source.drawing:
            return EmbeddedImage(self._draw(source), ".svg", _owner_of(source))
        rendition = _rendition(source, spec.fallback, _format_of(source), spec.ratio)
        self._recipes[rendition.address] = rendition, path
        suffix = Path(rendition.address).suffix
        return EmbeddedImage(rendition.address, suffix, rendition.owner)

    def content(self, standalone: EmbeddedImage) -> bytes:
        """The picture itself. Raises `ImageError` for a damaged one."""
        return self.contents([standalone])[standalone.key]

    def contents(self, pictures: Iterable[EmbeddedImage]) -> Mapping[str, bytes]:
        """Many of these by their key, made together. Raises `ImageError` for a damaged one."""
        keys = {picture.key for picture in pictures}
        self._make(keys)
        return {key: self._made[key] for key in keys}

    def knows(self, address: str) -> bool:
        """Whether what stands at `address` is a picture that somebody asked for."""
        return address in self._recipes or address in self._made

    def files(self, addresses: Iterable[str]) -> list[OutputFile]:
        """The pictures among `addresses`, each once. Raises `ImageError` for a damaged one."""
        unique = dict.fromkeys(addresses)
        self._make(unique)
        return [OutputFile(a, self._made[a]) for a in unique if a in self._made]

    def _look_at(self, path: Path) -> Facts:
        facts = self._facts.get(path)
        if facts is None:
            facts = self._facts[path] = self._memory.facts(path)
        if facts.error:
            error = ImageError(facts.error)
            error.path = path
            raise error
        return facts

    def _draw(self, source: Facts) -> str:
        """Keep the drawing ready; tell its address."""
        content = source.drawing.encode()
        address = f"beelden/{hashlib.sha256(content).hexdigest()[:12]}.svg"
        self._made[address] = content
        return address

    def _make(self, addresses: Iterable[str]) -> None:
        """Fetch what the cache has, and make the rest: every photo is unpacked once."""
        needed: dict[Path, list[Rendition]] = {}
        for address in addresses:
            if address in self._made or address not in self._recipes:
                continue
            rendition, path = self._recipes[address]
            content = self._cache.of(rendition.owner).get(rendition.key)
            if content is None:
                needed.setdefault(path, []).append(rendition)
            else:
                self._made[rendition.address] = content
        if not needed:
            return
        with ThreadPoolExecutor(THREADS) as pool:
            made = pool.map(_render_photo, needed, needed.values())
            for renditions, contents in zip(
                progress.counted("Beelden maken", needed.values()), made, strict=True
            ):
                for rendition, content in zip(renditions, contents, strict=True):
                    self._made[rendition.address] = content
                    self._cache.of(rendition.owner).save(rendition.key, content)


OWNER = "beeld-"
"""How the cache knows a picture: this and the beginning of its fingerprint."""


def _owner_of(source: Facts) -> str:
    return OWNER + source.fingerprint[:32]


def _format_of(source: Facts) -> str:
    """What everything can read: JPEG, or PNG when it is see-through."""
    return "PNG" if source.has_alpha else "JPEG"


def _find_fitting_widths(source: Facts, spec: ImageUse) -> list[int]:
    """The widths of a use that a photo can fill; its own width in place of what is too wide."""
    largest = _crop_size(source.width, source.height, spec.ratio)[0]
    return sorted({min(width, largest) for width in spec.widths})


def _crop_size(width: int, height: int, ratio: Fraction | None) -> tuple[int, int]:
    """The largest part of a picture that has this shape."""
    if ratio is None:
        return width, height
    return (
        max(1, min(width, round(height * ratio))),
        max(1, min(height, round(width / ratio))),
    )


def _rendition(source: Facts, width: int, image_format: str, ratio: Fraction | None) -> Rendition:
    b, h = _crop_size(source.width, source.height, ratio)
    fit_width = min(width, b)
    fit_height = max(1, round(fit_width * h / b))
    is_cropped = ratio is not None
    key = make_key(
        "beeld",
        REVISION,
        PIL.__version__,
        source.fingerprint,
        fit_width,
        fit_height,
        image_format,
        is_cropped,
    )
    return Rendition(fit_width, fit_height, image_format, key, is_cropped, _owner_of(source))


def _render_photo(path: Path, renditions: Sequence[Rendition]) -> list[bytes]:
    """Unpack a photo once and make all its files."""
    try:
        needed = [Rendering(a.width, a.height, a.format, a.is_cropped) for a in renditions]
        return render(read_image(path), needed)
    except ImageError as error:
        error.path = path
        raise
