"""From a plan to files in a folder: makes what changed, keeps the rest, remembers it for next time.

Whoever hosts the site gives the folder (`Target`), and may add files and pages of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from ..output.cache import Cache
from ..output.output_file import OutputFile
from ..output.share_image import (
    ShareStyle,
    ShareText,
    kept_share_image,
    make_share_images,
    plan_share_image,
)
from ..processes import map_in_two
from .builder import PageBuilder
from .document import Documents
from .kept import Keeper, KeptSite, MadePage, Stamp, remember, stamp_of, without_content
from .page import Page
from .plan import PagePlan
from .questions import Question, fingerprint_of
from .site import SitePlan, with_linked_sources

T = TypeVar("T")
Finish = Callable[[Page, str], str]
"""What a host makes of a finished document."""
SHARE_IMAGES_AT_ONCE = 240
"""So many share pictures are in memory together."""


class Target(Protocol):
    """A folder in which a site is written, beside the one that stands there."""

    @property
    def folder(self) -> Path:
        """Where the files come."""
        ...

    @property
    def previous(self) -> Path | None:
        """The site that stands there until now; None when there is none."""
        ...

    def put(self, address: str, content: bytes) -> None:
        """Write a file."""
        ...

    def keep(self, address: str) -> None:
        """Take a file of the site that stands there over as it is."""
        ...

    def take(self, address: str, path: Path) -> None:
        """Publish a file that lies elsewhere, as it is."""
        ...


class Folder:
    """The folder of a site, in which everything is written anew."""

    previous = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, address: str, content: bytes) -> None:
        """Write a file."""
        path = self.folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def keep(self, address: str) -> None:
        """Nothing stands here that could stay."""
        raise NotImplementedError

    def take(self, address: str, path: Path) -> None:
        """Publish a file that lies elsewhere."""
        self.put(address, path.read_bytes())


@dataclass(frozen=True, slots=True)
class Published:
    """What was written."""

    pages: Sequence[Page]
    """Every page that was written, in order, without its content."""
    beside: Mapping[str, Page]
    """The pages at whose address somebody else writes, whole, by address: only what lies beside
    them was written."""
    kept: KeptSite
    """What to remember of it."""


class Publisher:
    """Writes the pages of a plan in a target."""

    def __init__(
        self,
        plan: SitePlan,
        documents: Documents,
        target: Target,
        keeper: Keeper,
        cache: Cache,
        finish: Finish | None = None,
    ) -> None:
        self.documents = documents
        """What makes documents: other ones, when the words of the site cannot be set."""
        self.pictures: Set[str] = frozenset()
        """The pictures that the site shows, as the cache knows them; there once it is written."""
        self._plan = plan
        self._target = target
        self._keeper = keeper
        self._cache = cache
        self._finish = finish
        self._written: list[str] = []

    def write(self, base: str, taken: Iterable[str] = ()) -> Published:
        """Write every page and every file that belongs to one.

        `base` is the fingerprint of what all pages share; at the addresses `taken` somebody else
        writes the document.
        """
        others = set(taken)
        plans = [page for page in self._plan.pages if page.address not in others]
        beside = [self._make_beside(p) for p in self._plan.pages if p.address in others]
        kept = {p.address: found for p in plans if (found := self._keeper.page(p.address))}
        planned = [p for p in plans if p.address not in kept]
        new = map_in_two(self._make, planned, what="Pagina's maken")
        by_address = {made.page.address: made for made in new} | kept
        made = [by_address[plan.address] for plan in plans]
        for page in kept.values():
            self._keep(page.addresses)
        self._written += [address for page in new for address in page.addresses]
        if self._plan.builder is not None:
            self._write_images(self._plan.builder, [*made, *beside])
            if self._plan.share_style is not None:
                style = self._plan.share_style
                failed = self._write_share_images(self._plan.builder, style, [*made, *beside])
                made = [self._without_share_image(m) if _shows(m, failed) else m for m in made]
                beside = [_without_share_image(m) if _shows(m, failed) else m for m in beside]
        pages = with_linked_sources([m.page for m in made])
        for file in [*self._plan.files, *self._plan.closing_files(pages)]:
            self.put(file)
        for address, path in self._plan.copies.items():
            self._target.put(address, path.read_bytes())
        kept_site = remember(base, made, self._stamps())
        return Published(pages, {m.page.address: m.page for m in beside}, kept_site)

    def put(self, file: OutputFile) -> None:
        """Write a file of the site itself."""
        self._target.put(file.address, file.content)
        self._written.append(file.address)

    def _keep(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            self._target.keep(address)
            self._written.append(address)

    def _make(self, plan: PagePlan) -> MadePage:
        """Make a page and write it; perhaps in another process."""
        builder = self._plan.builder
        page, questions = self._make_page(plan)
        answers = builder.answers.fingerprint(questions) if builder is not None else ""
        addresses = (*self._put_page(page), *self._put_kept_share_image(page))
        return MadePage(without_content(page), questions, answers, addresses)

    def _put_kept_share_image(self, page: Page) -> tuple[str, ...]:
        """Write the share picture of a page, when it lies ready; it need not be made again."""
        shown, style = page.share_image, self._plan.share_style
        if shown is None or style is None or self._keeper.stands(shown.address):
            return ()
        found = kept_share_image(_share_text(page), style, self._cache)
        if found is None:
            return ()
        self._target.take(*found)
        return (found[0],)

    def _make_beside(self, plan: PagePlan) -> MadePage:
        """Make a page of which somebody else writes the document."""
        page, questions = self._make_page(plan)
        return MadePage(page, questions, "", self._put(page.files))

    def _make_page(self, plan: PagePlan) -> tuple[Page, tuple[Question, ...]]:
        builder = self._plan.builder
        page, questions = builder.make(plan) if builder is not None else (plan.make(), ())
        if self._plan.share_style is not None:
            shown = plan_share_image(_share_text(page), self._plan.share_style)
            page = replace(page, share_image=shown)
        return page, questions

    def _put_page(self, page: Page) -> tuple[str, ...]:
        """Write a page and what lies beside it; tell the addresses."""
        html = self.documents.render(page)
        if self._finish is not None:
            html = self._finish(page, html)
        return self._put([OutputFile(f"{page.address}index.html", html.encode()), *page.files])

    def _put(self, files: Iterable[OutputFile]) -> tuple[str, ...]:
        files = tuple(files)
        for file in files:
            self._target.put(file.address, file.content)
        return tuple(file.address for file in files)

    def _write_images(self, builder: PageBuilder, made: Sequence[MadePage]) -> None:
        """Write every picture that a page shows; what stands there already is kept: its address
        follows from the picture."""
        pictures = {*self._plan.pictures, *builder.fetch_images(self._plan.also_asked)}
        for page in made:
            pictures.update(builder.fetch_images(page.questions))
        self.pictures = pictures
        images = builder.images
        shown = dict.fromkeys(self._plan.shown_in(m.page for m in made))
        known = [address for address in shown if images.knows(address)]
        self._keep(address for address in known if self._keeper.stands(address))
        for file in images.files(a for a in known if not self._keeper.stands(a)):
            self.put(file)

    def _write_share_images(
        self, builder: PageBuilder, style: ShareStyle, made: Sequence[MadePage]
    ) -> set[str]:
        """Write the share picture of every page; tell the addresses of those whose words cannot be
        set."""
        shown = {m.page.share_image.address: m.page for m in made if m.page.share_image}
        self._keep(address for address in shown if self._keeper.stands(address))
        there = {address for m in made for address in m.addresses}
        needed = {
            address: _share_text(page)
            for address, page in shown.items()
            if address not in there and not self._keeper.stands(address)
        }
        failed: set[str] = set()
        for batch in _batched(needed.items(), SHARE_IMAGES_AT_ONCE):
            texts = [text for _, text in batch]
            results = make_share_images(texts, style, self._cache, builder.images.contents)
            for (address, _), result in zip(batch, results, strict=True):
                if result is None:
                    failed.add(address)
                else:
                    self.put(result[0])
        general = self.documents.layout.share_image
        if general is not None and general.address in failed:
            self.documents = self.documents.without_share_image()
        return failed

    def _without_share_image(self, made: MadePage) -> MadePage:
        """Make a page again: the words of its share picture cannot be set."""
        plan = next(p for p in self._plan.pages if p.address == made.page.address)
        page = plan.make()
        self._put_page(page)
        return replace(made, page=without_content(page))

    def _stamps(self) -> Mapping[str, Stamp]:
        folder = f"{self._target.folder}/"
        stamps = ((address, stamp_of(folder + address)) for address in self._written)
        return {address: stamp for address, stamp in stamps if stamp is not None}


def _share_text(page: Page) -> ShareText:
    return page.share or ShareText(page.title)


def _without_share_image(made: MadePage) -> MadePage:
    return replace(made, page=replace(made.page, share_image=None))


def _shows(made: MadePage, addresses: set[str]) -> bool:
    return made.page.share_image is not None and made.page.share_image.address in addresses


def _batched(things: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """Things, `size` at a time (`itertools.batched` is there from Python 3.12 on)."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def base_of(plan: SitePlan, documents: Documents, *more: str) -> str:
    """The fingerprint of what all pages share; empty when none can be kept.

    `more` is what only the host knows: the program's own fingerprint, its settings.
    """
    if plan.builder is None:
        return ""
    huis = plan.builder.huis
    digest = hashlib.sha256()
    for part in (
        *more, huis.on_date.isoformat(), repr(documents.layout), repr(plan.builder.site_url),
        repr(plan.share_style), repr(sorted(plan.builder.files.items())),
        documents.template_fingerprint(),
    ):  # fmt: skip
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for thing in (huis.organisatie, huis.merk):
        digest.update(fingerprint_of(thing))
    return digest.hexdigest()
