"""A build that is written: beside the site that stands there, whose place it takes at the end."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from ..edition import PublicHuis
from ..images import ImageError
from ..inspection import Inspection
from ..output.output_file import OutputFile
from ..pages import SitePlan
from ..staging import Staging
from .build import stop, tell_damaged
from .files import address_of
from .options import Options, cache_dir, is_werkboek
from .page import free_page
from .passing import pass_gate
from .publishing import HostedSite
from .run import FreePageMeta, Run


class Build(Run):
    """A build that is written."""

    def __init__(
        self,
        plan: SitePlan,
        config: MkDocsConfig,
        meta: FreePageMeta,
        form_files: list[OutputFile],
        options: Options,
        inspection: Inspection,
        before: Mapping[str, Sequence[int]],
        remember: Callable[[Path], None],
    ) -> None:
        """`before` are size and time of the files of the site that stands there; `remember` is told
        where the new one stands, once it does."""
        super().__init__(plan, config, meta, form_files, inspection.loaded.published)
        self._options = options
        self._inspection = inspection
        self._before = before
        self._remember = remember
        self._hosted: HostedSite
        self._staging = begin_staging(config)

    def on_env(self, env: Environment, files: Files, config: MkDocsConfig) -> None:
        """Write every page of ours."""
        super().on_env(env, files, config)
        self._hosted = HostedSite(self.plan, self.documents, self._staging, config, self._options)
        self._staging.adopt(self._hosted.written_before)
        try:
            self.documents = self._hosted.write(files)
            self._staging.settle(self._hosted.ours)
        except ImageError as error:
            tell_damaged(error, self._inspection)
            stop(self._inspection)

    def document(self, page: MkDocsPage) -> str:
        """The document of a free page, with the share picture of ours at the same address."""
        our_page = self._hosted.beside.get(address_of(page.file))
        return self.documents.render(free_page(page, our_page))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Let what was written take the place of the site that stood there."""
        config.site_dir = str(self._staging.target)
        if has_warned(config):
            self._staging.discard()
            raise Abort(
                "Hierboven staat een waarschuwing, en die moet eerst weg. De site is niet "
                "gebouwd; wat er stond, staat er nog."
            )
        pass_gate(
            self._staging.folder,
            self._staging.files(),
            self._before,
            self._hosted.ours,
            [*self.plan.layout.words.values(), config.site_name, config.site_description or ""],
            self._inspection,
            self._public(),
            config,
            self._options,
        )
        self._staging.replace()
        self._hosted.remember()
        self._remember(self._staging.target)

    def _public(self) -> PublicHuis | None:
        """What the public may know; None in the werkboek."""
        if is_werkboek(self._options) or self.plan.builder is None:
            return None
        return self.plan.builder.huis

    def on_error(self) -> None:
        """Leave the site that stood there."""
        self._staging.discard()


def begin_staging(config: MkDocsConfig) -> Staging:
    """Let MkDocs write beside the folder of the site; in what it tells, the folder keeps its
    name."""
    staging = Staging(Path(config.site_dir), cache_dir(config).with_name("propositie-reserve"))
    config.site_dir = str(staging.folder)
    _SHOWN_AS[config.site_dir] = str(staging.target)
    logging.getLogger("mkdocs.commands.build").addFilter(_show_as_target)
    return staging


_SHOWN_AS: dict[str, str] = {}
"""The folder that people know, by the one that is written in its stead."""


def _show_as_target(record: logging.LogRecord) -> bool:
    for folder, target in _SHOWN_AS.items():
        record.msg = str(record.msg).replace(folder, target)
    return True


def has_warned(config: MkDocsConfig) -> bool:
    """Whether MkDocs will end this build for a warning (`--strict`)."""
    handlers = logging.getLogger("mkdocs").handlers
    return config.strict and any(
        handler.get_counts() for handler in handlers if isinstance(handler, CountHandler)
    )
