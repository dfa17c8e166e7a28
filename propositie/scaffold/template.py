"""The file of a new thing, in which every field stands explained.

Three kinds of lines: `## uitleg` stays a comment; `veld: waarde` counts; `# veld: voorbeeld` counts
as soon as somebody takes the `# ` away. An editor that switches comments on and off does just that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap

from ..example import example_of
from ..huis import kinds, value_types
from ..huis.cijfers import UNKNOWN_WORD
from ..huis.fields import Field, fields_of
from ..huis.start_text import TO_FILL_IN
from ..reading.tree import Tree
from .yaml_text import tidy, to_yaml

WIDTH = 96
MAX_CHOICES = 20
"""With more ids than these a list of them is longer than the rest of the file."""
LEFT_OUT = {"vroeger"}
"""Fields that are filled in by a command, or not yet: a new thing had no other name."""

Values = Mapping[str, Tree]


_TEXTS = value_types.TEXTS


@dataclass(frozen=True, slots=True)
class TemplateRequest:
    """What a new file is about."""

    kind: str
    id: str
    name: str
    on_date: date
    ids: Mapping[str, Sequence[str]]
    """What exists already, by kind: what can be referred to."""
    values: Values = field(default_factory=dict)
    """What is known already, by key; inside groups too."""
    intro: str = ""
    """What to do with this file, above everything."""


@dataclass(frozen=True, slots=True)
class FileTemplate:
    """The text of a new file, and what is left to fill in: (path in the file, explanation)."""

    text: str
    open: Sequence[tuple[str, str]]


def build_template(request: TemplateRequest) -> FileTemplate:
    """Write the file for a new thing (of a post: the fields at its top, between dashes)."""
    kind = kinds()[request.kind]
    fields = [v for v in fields_of(kind.model) if v.key not in LEFT_OUT]
    body = ""
    if kind.is_markdown:
        fields = [v for v in fields if v.key != "tekst"]
        body = f"{TO_FILL_IN}: de tekst van {kind.article} {kind.singular}.\n"
    writer = _TemplateWriter(request)
    lines = [*_comment(request.intro), *_comment(_READING_GUIDE), ""]
    for field_ in fields:
        lines += [*writer.field(field_, writer.known(fields), example_of(request.kind)), ""]
    text = "\n".join(lines).rstrip() + "\n"
    if body:
        text = f"---\n{text}---\n\n{body}"
    return FileTemplate(text, writer.open)


_READING_GUIDE = (
    "Een regel met ## ervoor is uitleg. Een regel met # ervoor is een voorbeeld dat nog niet "
    "meedoet: haal het hekje en de spatie weg, en zet er de eigen woorden neer. "
    "Wat niet nodig is, mag weg."
)


class _TemplateWriter:
    """Writes fields as lines, without the indentation of what they stand in."""

    def __init__(self, request: TemplateRequest) -> None:
        self.request = request
        self.open: list[tuple[str, str]] = []

    def known(self, fields: Sequence[Field]) -> Values:
        """The values that are known: what was given, and the name."""
        naming = kinds()[self.request.kind].naming or ""
        known: dict[str, Tree] = {naming: self.request.name} if self.request.name else {}
        if "concept" in {v.key for v in fields}:
            known["concept"] = "ja"
        return {**known, **self.request.values}

    def field(
        self, field_: Field, known: Values, example: Values, path: tuple[str, ...] = ()
    ) -> list[str]:
        """The lines of a field that counts when it must, and of an example when it need not."""
        value = known.get(field_.key)
        if value is None and not field_.required:
            lines = [f"# {r}" for r in self.example(field_, example)]
        else:
            lines = self._filled_in(field_, value, example, (*path, field_.key))
        has_choices = any(r.startswith("  # - ") for r in lines)
        return [*_explanation(field_, "" if has_choices else self._choice_from(field_)), *lines]

    def _filled_in(
        self, field_: Field, value: Tree | None, example: Values, path: tuple[str, ...]
    ) -> list[str]:
        """The lines of a field that counts."""
        if field_.value_type is value_types.GROUP:
            if value is None and field_.text_key and not any(v.required for v in field_.fields):
                value = {field_.text_key: _to_fill_in(field_)}
                self.open.append((".".join(path), field_.explanation))
            elif value is None and field_.one_of:
                first = _one_way(field_, example.get(field_.key))
                asked = [v for v in field_.fields if v.key in first and v.value_type in _TEXTS]
                value = {v.key: _to_fill_in(v) for v in asked}
                self.open.append((".".join(path), field_.explanation))
            parts = value if isinstance(value, list) else [value]
            content = []
            for number, part in enumerate(parts):
                known = part if isinstance(part, dict) else {}
                lines = self._group(field_, known, _one_way(field_, example.get(field_.key)), path)
                content += lines if number == 0 else [r for r in lines if "#" not in r[:5]]
            if field_.named is not None:
                content = [f"{self.request.on_date.year}: {UNKNOWN_WORD}", *content]
            return [f"{field_.key}:", *(f"  {r}" for r in content)]
        if value is None and field_.kind is not None:
            return self._reference(field_, path)
        if value is None:
            value = self._start(field_, example)
            if field_.value_type in {*_TEXTS, value_types.CHOICE}:
                self.open.append((".".join(path), field_.explanation))
        return _to_lines(field_, value)

    def _group(
        self, field_: Field, known: Values, example: Values, path: tuple[str, ...]
    ) -> list[str]:
        """What stands in a group that counts; in a list with a dash, behind which a field must
        count."""
        fields = field_.fields
        if field_.is_list:
            counting = [v for v in fields if v.required or v.key in known]
            fields = (*counting, *(v for v in fields if v not in counting))
        lines = [r for v in fields for r in self.field(v, known, example, path)]
        return _with_dash(lines) if field_.is_list else lines

    def _reference(self, field_: Field, path: tuple[str, ...]) -> list[str]:
        """A reference that must be there: the only thing that it can be, else what it can be."""
        ids = self._ids(field_)
        if len(ids) == 1:
            return _to_lines(field_, [ids[0]] if field_.is_list else ids[0])
        self.open.append((".".join(path), field_.explanation))
        choices = (
            [f"  # - {id_}" for id_ in ids] if field_.is_list and len(ids) <= MAX_CHOICES else []
        )
        return [f"{field_.key}:", *choices]

    def _ids(self, field_: Field) -> Sequence[str]:
        ids = self.request.ids.get(field_.kind or "", ())
        return [id_ for id_ in ids if (field_.kind, id_) != (self.request.kind, self.request.id)]

    def _choice_from(self, field_: Field) -> str:
        """What can be chosen, as a sentence."""
        if field_.value_type is value_types.CHOICE:
            mentioned = all(choice in field_.explanation for choice in field_.choices)
            return "" if mentioned else f" Kies uit: {', '.join(field_.choices)}."
        if field_.kind is None:
            return ""
        ids = self._ids(field_)
        if ids:
            return f" Kies uit: {', '.join(ids)}." if len(ids) > 1 else ""
        assert field_.kind is not None
        name = kinds()[field_.kind].singular
        return f" Er is er nog geen; maak er een met: propositie erbij {name} NAAM."

    def _start(self, field_: Field, example: Values) -> Tree:
        """What stands in a field that may not be empty, until somebody fills it in."""
        if field_.value_type in _TEXTS:
            start: Tree = _to_fill_in(field_)
        elif field_.value_type is value_types.CHOICE:
            start = field_.choices[0]
        elif field_.value_type is value_types.DATE:
            start = self.request.on_date.isoformat()
        else:
            return example[field_.key]
        return [start] if field_.is_list else start

    def example(self, field_: Field, example: Values) -> list[str]:
        """The lines of a field as an example, with everything in it."""
        value = example.get(field_.key, field_.default or "")
        if field_.value_type is value_types.GROUP:
            lines: list[str] = []
            known = _one_way(field_, value)
            for part in field_.fields:
                lines += _explanation(part, self._choice_from(part))
                lines += self.example(part, known)
            lines = _with_dash(lines) if field_.is_list else lines
            return [f"{field_.key}:", *(f"  {r}" for r in lines)]
        if value and field_.kind is not None and (ids := self._ids(field_)):
            value = [ids[0]] if field_.is_list else ids[0]
        elif (
            field_.value_type is value_types.IMAGE
            and isinstance(value, str)
            and self.request.kind != "merk"
        ):
            value = f"{self.request.id}.{value.rpartition('.')[2]}"
        return _to_lines(field_, value)


def _to_fill_in(field_: Field) -> str:
    """What stands in a field until somebody fills it in: what belongs there."""
    heading = field_.explanation[:1].lower() + field_.explanation[1:].rstrip(".")
    return f"{TO_FILL_IN}: {heading}"


def _one_way(field_: Field, value: Tree | None) -> Values:
    """The fields of a group; of what can be said in several ways, only the first: all of them at
    once contradict."""
    has_ways = field_.text_key or field_.one_of
    return _merged_groups(value[:1] if has_ways and isinstance(value, list) else value)


def _merged_groups(value: Tree | None) -> Values:
    """The fields of a group; of a list of groups those of all of them, the first first."""
    parts = value if isinstance(value, list) else [value]
    merged: dict[str, Tree] = {}
    for part in reversed(parts):
        merged |= part if isinstance(part, dict) else {}
    return merged


def _with_dash(lines: Sequence[str]) -> list[str]:
    """The lines of one part of a list: a dash before the first that is a field."""
    first = next((n for n, r in enumerate(lines) if not r.startswith("#")), 0)
    return [f"- {r}" if n == first else r if n < first else f"  {r}" for n, r in enumerate(lines)]


def _to_lines(field_: Field, value: Tree) -> list[str]:
    """A field and its value."""
    if isinstance(value, dict):
        lines = [line for k, w in value.items() for line in _nested(to_yaml(k), w)]
        return [f"{field_.key}:", *(f"  {r}" for r in lines)]
    if isinstance(value, list) or field_.is_list:
        items = value if isinstance(value, list) else [value]
        return [f"{field_.key}:", *(f"  - {to_yaml(str(w))}" for w in items)]
    if field_.value_type is value_types.MARKUP:
        lines = value.splitlines() or [""]
        return [f"{field_.key}: |", *(f"  {tidy(r)}".rstrip() for r in lines)]
    return [f"{field_.key}: {to_yaml(value)}"]


def _nested(key: str, value: Tree) -> list[str]:
    """A name in a table and what stands behind it: a text, a list, or a group."""
    if isinstance(value, str):
        return [f"{key}: {to_yaml(value)}"]
    if isinstance(value, dict):
        lines = [line for k, w in value.items() for line in _nested(to_yaml(k), w)]
        return [f"{key}:", *(f"  {line}" for line in lines)]
    rows = [
        [to_yaml(item)]
        if isinstance(item, str)
        else [line for k, w in item.items() for line in _nested(to_yaml(k), w)]
        for item in value
        if isinstance(item, str | dict)
    ]
    return [f"{key}:", *(f"  {line}" for row in rows for line in _with_dash(row))]


def _explanation(field_: Field, choice: str) -> list[str]:
    required_note = "Verplicht. " if field_.required else ""
    return _comment(f"{required_note}{field_.explanation}{choice}")


def _comment(text: str) -> list[str]:
    return [f"## {line}" for line in wrap(tidy(text), WIDTH, break_on_hyphens=False)]
