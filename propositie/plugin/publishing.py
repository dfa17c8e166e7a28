"""Writes our part of the site in the folder of MkDocs, and remembers it for the next build."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..kept import KeptFile
from ..output.cache import Cache
from ..output.site_images import OWNER
from ..pages import Documents, Page, SitePlan, search_files
from ..pages.kept import Keeper, KeptSite, load_kept, save_kept
from ..pages.publish import Finish, Publisher, Target, base_of
from ..pages.sitemap import sitemap
from ..program import program_fingerprint
from .documents import free_pages, in_sitemap, is_found
from .files import ChangeDays, address_of
from .options import Options, cache_dir, huis_folders
from .page import free_page, host_page
from .unchanged import is_alone


class HostedSite:
    """One build of our part of the site."""

    def __init__(
        self, plan: SitePlan, documents: Documents, target: Target, config: MkDocsConfig,
        options: Options,
    ) -> None:  # fmt: skip
        self._plan = plan
        self._config = config
        self._options = options
        self._target = target
        self.ours: Collection[str] = ()
        """The addresses of what was written."""
        self.beside: Mapping[str, Page] = {}
        """The pages of ours that take the words of a free page in, by address."""
        self._base = base_of(plan, documents, program_fingerprint()) if is_alone(config) else ""
        keeper = self._keeper()
        self.written_before = keeper.addresses
        """The addresses of what this program wrote of the site that stands there."""
        self._publisher = Publisher(
            plan, documents, target, keeper, Cache(cache_dir(config)), self._finish()
        )

    def write(self, files: Files) -> Documents:
        """Write everything but the free pages in `files`, which MkDocs writes; give back what makes
        their documents."""
        taken = {file.dest_uri for file in files}
        published = self._publisher.write(
            self._base, [address_of(file) for file, _ in free_pages(files)]
        )
        documents = self._publisher.documents
        self.beside = published.beside
        closing = [*search_files(self._plan, _found(files, self.beside))]
        if not documents.layout.is_internal:
            closing.append(documents.not_found())
            closing.append(sitemap(self._entries(files, published.pages)))
        for file in closing:
            if file.address not in taken:
                self._target.put(file.address, file.content)
        self.kept: KeptSite = published.kept
        self.ours = {*published.kept.stamps, *(file.address for file in closing)}
        return documents

    def remember(self) -> None:
        """Once the site stands: keep in mind what was written."""
        save_kept(self._kept_file(), self.kept)
        cache = Cache(cache_dir(self._config))
        if self._plan.builder is not None:  # what is shown no more is kept no longer
            cache.forget_all_but(OWNER, self._publisher.pictures)
        cache.clean_up()

    def _keeper(self) -> Keeper:
        if not self._base or self._plan.builder is None:
            return Keeper()
        kept = load_kept(self._kept_file(), self._base)
        return Keeper(kept, self._plan.builder.answers, self._target.previous)

    def _kept_file(self) -> KeptFile:
        return KeptFile(cache_dir(self._config) / f"site-{self._options.editie}")

    def _finish(self) -> Finish | None:
        """What plugins of others make of a finished document; None when there are none."""
        if not self._config.plugins.events["post_page"]:
            return None

        def finish(page: Page, html: str) -> str:
            shown = host_page(page, self._config)
            return self._config.plugins.on_post_page(html, page=shown, config=self._config)

        return finish

    def _entries(self, files: Files, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
        """What the sitemap tells: the whole address of each page, and when it changed."""
        days = ChangeDays(self._config, huis_folders(self._options))
        layout = self._plan.layout
        for file, page in free_pages(files):
            address = page.canonical_url or page.abs_url
            if address and in_sitemap(page, self.beside.get(address_of(file))):
                yield address, days.of_file(file.abs_src_path)
        for our_page in pages:
            whole = layout.absolute_url(our_page.address)
            if whole and our_page.in_sitemap:
                yield whole, days.of_page(our_page.source)


def _found(files: Files, beside: Mapping[str, Page]) -> Iterator[Page]:
    """The free pages that search finds, as ours."""
    for file, page in free_pages(files):
        if is_found(page):
            yield free_page(page, beside.get(address_of(file)))
