"""A build that would write what stands there already writes nothing.

Every input counts by its content, the day and the program too; what stands there counts file by
file. Where anything else could have a say, a plugin or an extension of others, there is no way to
know, and the site is built.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_date

from ..kept import KeptFile
from ..program import program_fingerprint
from ..staging import Staging, files_of

log = logging.getLogger("mkdocs.plugins.propositie")

KNOWN_PLUGINS = {"propositie", "material/search"}
"""Plugins whose every input is known: beside others, nothing of an earlier build is kept."""
_KNOWN_EXTENSIONS = {
    "toc", "tables", "fenced_code", "attr_list", "admonition", "footnotes", "def_list", "abbr",
    "md_in_html", "sane_lists", "smarty", "nl2br", "meta", "pymdownx.details",
}  # fmt: skip
"""Markdown extensions that read no file besides the page."""
_MOST_READ = 30 * 1024 * 1024
"""A larger file, in bytes, counts by its size and time: reading it takes longer than building."""

Line = tuple[int, str]
"""A level of logging, and what was told."""


def is_alone(config: MkDocsConfig) -> bool:
    """Whether no plugin or hook of others has a say in our pages."""
    return set(config.plugins) <= KNOWN_PLUGINS and not config.hooks


def inputs_of(config: MkDocsConfig, folders: Iterable[Path], on_date: date) -> str:
    """One fingerprint for everything that a build reads; empty when that cannot be known.

    `folders` are those of the house.
    """
    file = Path(config.config_file_path or "")
    if not is_alone(config) or not file.is_file():
        return ""
    settings = file.read_bytes()
    if b"!ENV" in settings or b"INHERIT" in settings:
        return ""
    if {str(e).removeprefix("markdown.extensions.") for e in config.markdown_extensions} - (
        _KNOWN_EXTENSIONS
    ):
        return ""
    digest = hashlib.sha256(settings)
    for part in (
        program_fingerprint(), on_date.isoformat(), get_build_date(), _commit(file.parent),
        config.site_dir, config.site_url, str(config.strict), str(config.theme.name),
    ):  # fmt: skip
        digest.update(f"{part}\0".encode("utf-8", "surrogateescape"))
    for folder in dict.fromkeys([*folders, Path(config.docs_dir), *map(Path, config.theme.dirs)]):
        for line in _files_in(folder):
            digest.update(line)
    return digest.hexdigest()


def _files_in(folder: Path) -> Iterator[bytes]:
    """A line for every file in a folder, by name and content."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118 (thousands of files)
            yield os.fsencode(path) + b"\0" + _content_of(path)


def _content_of(path: str) -> bytes:
    try:
        state = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(state.st_mode) or state.st_size > _MOST_READ:
            return f"{state.st_mode} {state.st_size} {state.st_mtime_ns}".encode()
        with open(path, "rb") as file:  # noqa: PTH123
            return hashlib.sha256(file.read()).digest()
    except OSError as error:
        return str(error.errno).encode()


def _commit(folder: Path) -> str:
    """What git says is the newest commit: the sitemap tells days from it."""
    command = ["git", "rev-parse", "HEAD"]
    try:
        return subprocess.run(
            command, cwd=folder, capture_output=True, timeout=20, check=True, text=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


class Listener(logging.Handler):
    """Notes what is told, to tell it again."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.told: list[Line] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note a line."""
        self.told.append((record.levelno, record.getMessage()))


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build read, wrote and told."""

    inputs: str
    files: Mapping[str, list[int]]
    told: Sequence[Line]

    def stands(self, inputs: str, site: Path) -> bool:
        """Whether a build of `inputs` would write what stands in the folder `site`."""
        try:
            return bool(inputs) and inputs == self.inputs and files_of(site) == self.files
        except OSError:
            return False

    @staticmethod
    def save(file: KeptFile, inputs: str, site: Path, told: Sequence[Line]) -> None:
        """Keep in `file` what a build of `inputs` wrote and told."""
        text = json.dumps({"inputs": inputs, "files": files_of(site), "told": told})
        file.save(text.encode())

    def tell_again(self, log: logging.Logger) -> None:
        """Tell what that build told."""
        for level, text in self.told:
            log.log(level, "%s", text)


def load_last_build(file: KeptFile) -> LastBuild:
    """What stands in `file`; a build of nothing when it is damaged or not there."""
    try:
        raw = json.loads(file.load() or b"")
        told = [(int(level), str(text)) for level, text in raw["told"]]
        return LastBuild(str(raw["inputs"]), dict(raw["files"]), told)
    except (ValueError, KeyError, TypeError, RecursionError):
        return LastBuild("", {}, ())


class Unchanged:
    """A build that does nothing: MkDocs writes an empty site, which is thrown away."""

    def __init__(self, last: LastBuild, config: MkDocsConfig) -> None:
        self._staging = Staging(Path(config.site_dir))
        config.site_dir = str(self._staging.folder)
        config.nav = None
        config.extra_templates = []
        config.theme.static_templates.clear()
        last.tell_again(log)
        log.info("Er is niets veranderd: de site die er staat, is nog goed.")

    def on_files(self, files: Files, config: MkDocsConfig, *, with_free_pages: bool) -> Files:
        """Publish nothing."""
        return Files([])

    def on_markdown(self, page: MkDocsPage, markdown: str) -> str:
        """There is no page."""
        return markdown

    def on_content(self, html: str, page: MkDocsPage) -> str:
        """There is no page."""
        return html

    def on_env(self, env: Environment, files: Files, config: MkDocsConfig) -> None:
        """There is nothing to render."""

    def document(self, page: MkDocsPage) -> str:
        """There is no page."""
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Leave what stands there."""
        config.site_dir = str(self._staging.target)
        self._staging.discard()

    def on_error(self) -> None:
        """Leave what stands there."""
        self._staging.discard()
