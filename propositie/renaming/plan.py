"""What a new name changes: every file that refers to the thing, found before one is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import normpath

from ruamel.yaml.error import YAMLError

from ..dutch.refusals import reason_of
from ..edits import FileChange, TextEdit, apply_edits, line_starts
from ..errors import PropositieError
from ..explaining import MAX_NAME, did_you_mean, explain, find_nearest
from ..finding import Finding, Severity
from ..huis import kinds, value_types
from ..huis.berichten import KIND as BERICHTEN
from ..huis.paginas import KIND as PAGINAS
from ..huis.walk import walk_typed
from ..reading import Layer, LoadResult, PagesFolder, Source, load_huis
from ..reading.errors import YamlError
from ..reading.names import is_device, is_id, make_id
from ..reading.tree import KeyPath, Tree, parse_tree
from .edits import find_link_edits, map_texts, with_vroeger
from .values import fields_by_key, fields_in, former_names, names_in, yaml_end


class RenameError(PropositieError):
    """Why nothing was renamed, in Dutch, with the findings that stand in the way."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Plan:
    """All that has to happen."""

    changes: Sequence[FileChange]
    addresses: tuple[str, str] | None
    """The old address and the new one, of a thing with a page."""


@dataclass
class _Job:
    """The thing to rename, and the house as it is."""

    loaded: LoadResult
    pages: PagesFolder
    kind: str
    old: str
    new: str
    redirect: bool
    images: dict[str, str] = field(default_factory=dict)
    """Pictures that are renamed along: old name → new name."""

    @cached_property
    def word(self) -> re.Pattern[str]:
        """The old id as a word of its own."""
        return re.compile(rf"(?<![\w-]){re.escape(self.old)}(?![\w-])")

    @property
    def own(self) -> Source:
        return self.loaded.sources[self.kind, self.old]


def make_plan(
    huis: Path | Sequence[Layer],
    kind: str,
    old: str,
    new: str,
    shown_as: str | None = None,
    redirect: bool = True,
) -> Plan:
    """Work out what renaming `old` of kind `kind` to `new` changes; nothing is changed here.

    `huis` is a folder, which `shown_as` calls in messages, or several that lie on top of each
    other. Without `redirect` the old address leads nowhere. Raises `RenameError` when it cannot
    be done.
    """
    if isinstance(huis, Path):
        huis = [Layer(huis, shown_as if shown_as is not None else huis.as_posix())]
    pages = PagesFolder.beside(huis[-1].path, huis[-1].shown_as)
    job = _Job(load_huis(huis, None, pages), pages, kind, old, new, redirect)
    _check_names(job)
    _choose_images(job)
    changes = [*_yaml_and_berichten(job), *_free_pages(job), *_images(job)]
    declared = kinds()[kind]
    addresses = None
    if declared.has_pages:
        addresses = declared.address_of(old), declared.address_of(new)
    return Plan(changes, addresses)


def _check_names(job: _Job) -> None:
    """Raise `RenameError` when the old name is not there, or the new one cannot be."""
    kind, old, new = job.kind, job.old, job.new
    subject = kinds()[kind].the
    ids = [id_ for (s, id_) in job.loaded.sources if s == kind]
    if old not in ids or job.own.path.stem != old:
        hint = did_you_mean(find_nearest(old, [i for i in ids if i != old]))
        raise RenameError(f'{subject} "{old}" bestaat niet.{hint}')
    if is_device(new):
        raise RenameError(
            f'Een bestand kan op Windows niet "{new}" heten. Kies een andere naam, bijvoorbeeld '
            f'"{make_id(new)}".'
        )
    if not is_id(new) or len(new) > MAX_NAME:
        hint = did_you_mean(make_id(new)[:MAX_NAME].strip("-") or None)
        raise RenameError(
            f'"{new}" kan geen adres worden: gebruik alleen kleine letters a–z, cijfers en '
            f"streepjes, en hoogstens {MAX_NAME}.{hint}"
        )
    if new == old:
        raise RenameError(f'{subject} heet al "{old}". Er is niets veranderd.')
    if new in ids or any(part.path.with_stem(new).exists() for part in job.own.parts):
        raise RenameError(f'{subject} "{new}" bestaat al. Kies een andere naam.')
    for (s, id_), source in job.loaded.sources.items():
        if s == kind and id_ != old and new in former_names(source.at(("vroeger",))):
            raise RenameError(
                f'"{new}" is een vroegere naam van "{id_}", en dat adres leidt daarheen. '
                f"Kies een andere naam, of haal hem weg bij vroeger in {source.shown_as}."
            )


def _choose_images(job: _Job) -> None:
    """Pictures that bear the old name, and that no other thing names, are renamed along."""
    folders = [part.path.parent for part in job.own.parts]
    siblings = [
        part.path
        for (s, i), source in job.loaded.sources.items()
        if s == job.kind and i != job.old
        for part in source.parts
    ]
    for own in job.own.parts:
        for _, field_, value in walk_typed(fields_in(own), fields_by_key(job.kind)):
            if field_.value_type is not value_types.IMAGE or "/" in value:
                continue
            images = [folder / value for folder in folders if (folder / value).is_file()]
            if not images or images[0].stem != job.old:
                continue
            is_shared = any(value.encode() in _bytes(path) for path in siblings)
            if not is_shared and not any(i.with_stem(job.new).exists() for i in images):
                job.images[value] = images[0].with_stem(job.new).name


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing in what is no ordinary file."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise RenameError(
            f'Het bestand "{path.name}" is niet te lezen ({reason_of(error)}).'
        ) from error


def _yaml_and_berichten(job: _Job) -> Iterator[FileChange]:
    """The files of the house and the posts that refer to the thing, its own file among them."""
    files = [
        (kind, (kind, id_) == (job.kind, job.old), part)
        for (kind, id_), source in job.loaded.sources.items()
        if kind != PAGINAS.name
        for part in source.parts
    ]
    for kind, is_own, source in files:
        raw = _bytes(source.path)
        if not is_own and not job.word.search(raw.decode("utf-8", "replace")):
            continue
        change = _change_file(job, source, kind, raw, is_own)
        if change is not None:
            errors = _errors_in(job, source)
            if errors:
                raise RenameError(
                    f"In {source.shown_as} moet de nieuwe naam komen, en daar zit nog een fout in. "
                    "Verbeter die eerst; er is niets veranderd.",
                    errors,
                )
            yield change


def _errors_in(job: _Job, source: Source) -> list[Finding]:
    return [
        b
        for b in explain(job.loaded)
        if b.severity is Severity.ERROR and b.location and b.location.file == source.shown_as
    ]


def _change_file(
    job: _Job, source: Source, kind: str, raw: bytes, is_own: bool
) -> FileChange | None:
    """What changes in one file; None when nothing does."""
    try:
        tree, text = parse_tree(source.text()) or {}, raw.decode("utf-8")
    except (YamlError, UnicodeDecodeError):
        tree, text = "", ""
    if not isinstance(tree, dict):
        raise RenameError(
            f'In {source.shown_as} komt "{job.old}" voor, maar dat bestand is niet te lezen. '
            "Verbeter het eerst; er is niets veranderd.",
            _errors_in(job, source),
        )
    replacements: dict[KeyPath, str] = {}
    for path, field_, value in walk_typed(tree, fields_by_key(kind)):
        if field_.kind == job.kind and value.strip() == job.old:
            replacements[path] = job.new
        elif is_own and field_.value_type is value_types.IMAGE and value in job.images:
            replacements[path] = job.images[value]
    bom_length = len(text) - len(
        text.removeprefix("\ufeff")
    )  # a mark that some editors put in front
    text = text[bom_length:]
    starts = line_starts(text)
    links = find_link_edits(text, job.kind, job.old, job.new, siblings=kinds()[kind] is BERICHTEN)
    if not is_own and not replacements and not links:
        return None
    edits = [
        *links,
        *(_edit_at(job, source, starts, text, p, replacements[p]) for p in replacements),
    ]

    def intended(path: KeyPath, value: str) -> str:
        if path in replacements:
            return replacements[path]
        return apply_edits(value, find_link_edits(value, job.kind, job.old, job.new))

    expected = map_texts(tree, intended)
    after = apply_edits(text, edits)
    keeps_names = source is job.own.at(("vroeger",))  # of several layers the one that has them
    if keeps_names and is_own and job.redirect and kinds()[job.kind].has_pages:
        assert isinstance(expected, dict)
        after, expected = _with_old_name(job, after, expected)
    if (parse_tree(after[: yaml_end(after, kind)]) or {}) != expected:
        raise _not_editable(source)
    target = source.path.with_stem(job.new) if is_own else source.path
    shown_as = source.shown_as.replace(source.path.name, target.name) if is_own else source.shown_as
    content = ("\ufeff" * bom_length + after).encode()
    return FileChange(source.path, target, shown_as, raw, content, len(edits))


def _edit_at(
    job: _Job, source: Source, starts: list[int], text: str, path: KeyPath, new: str
) -> TextEdit:
    """The change at the place of one value: only the name itself, quotes stay."""
    old = next((o for o, n in job.images.items() if n == new), job.old)
    position = source.location(path, find=old)
    offset = starts[position.line - 1] + position.column - 1
    if text[offset : offset + len(old)] != old:
        raise _not_editable(source)
    return TextEdit(offset, offset + len(old), new)


def _not_editable(source: Source) -> RenameError:
    return RenameError(
        f"In {source.shown_as} staat de naam zo geschreven dat hij niet vanzelf te veranderen is. "
        "Schrijf hem daar gewoon, zonder bijzondere tekens, en probeer het opnieuw. "
        "Er is niets veranderd."
    )


def _with_old_name(job: _Job, text: str, fields: Mapping[str, Tree]) -> tuple[str, dict[str, Tree]]:
    """The thing's own text with the old name under `vroeger`, and the fields it then has."""
    names = [n for n in names_in(fields) if n not in {job.old, job.new}]
    names.append(job.old)
    expected: dict[str, Tree] = {**fields, "vroeger": [*names]}
    end = yaml_end(text, job.kind)
    try:
        for attempt in with_vroeger(text, names, end):
            if _reads_as(attempt, job.kind, expected):
                return attempt, expected
    except (YAMLError, YamlError):
        pass
    raise _not_editable(job.own)


def _reads_as(text: str, kind: str, expected: Mapping[str, Tree]) -> bool:
    try:
        return parse_tree(text[: yaml_end(text, kind)]) == expected
    except YamlError:
        return False


def _free_pages(job: _Job) -> Iterator[FileChange]:
    """Links in the free Markdown pages; the posts have been done."""
    root = job.pages.path
    bericht_paths = {
        source.path for (kind, _), source in job.loaded.sources.items() if kind == BERICHTEN.name
    }
    for below in sorted(name for name in job.loaded.published if name.endswith(".md")):
        path = root / below
        if path in bericht_paths:
            continue
        raw = _bytes(path)
        text = raw.decode("utf-8", "surrogateescape")
        edits = find_link_edits(
            text, job.kind, job.old, job.new, path.parent == job.pages.blog.path
        )
        if edits:
            shown_as = normpath(f"{job.pages.shown_as}/{below}")
            content = apply_edits(text, edits).encode("utf-8", "surrogateescape")
            yield FileChange(path, path, shown_as, raw, content, len(edits))


def _images(job: _Job) -> Iterator[FileChange]:
    for part in job.own.parts:
        for old, new in job.images.items():
            path = part.path.with_name(old)
            if path.is_file():
                shown_as = part.shown_as.replace(part.path.name, new)
                raw = _bytes(path)
                yield FileChange(path, path.with_name(new), shown_as, raw, raw)
