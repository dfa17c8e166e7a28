"""The fields of a kind as a table, and its example, for the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import dirname, relpath

from propositie.example import EXAMPLE_FOLDER, example_path, example_text
from propositie.huis import kinds, managed_kinds, value_types, yaml_kinds
from propositie.huis.berichten import KIND as BERICHTEN
from propositie.huis.fields import Field, fields_of

LOCK = "🔒"
"""Marks what stays inside."""


def chapter_of(kind: str) -> str:
    """The chapter about a kind."""
    return kinds()[kind].chapter or f"soorten/{kind}.md"


def list_kinds(chapter: str) -> str:
    """A list of all kinds, each with where it stands and a link to its chapter."""
    lines = []
    for name, kind in yaml_kinds().items():
        position = f"{name}.yml" if kind.is_single else f"{name}/"
        link = _link(chapter, name, name.capitalize())
        ending = f" {LOCK}" if all(v.is_internal for v in fields_of(kind.model)) else ""
        lines.append(f"- {link}{ending}: `site_src/huis/{position}`")
    return "\n".join(lines)


def list_kind_words(_chapter: str) -> str:
    """The words for the kinds of which there are more, as `propositie extra` knows them."""
    names = [kind.singular for kind in managed_kinds() if not kind.is_single]
    return f"Een SOORT is een van deze woorden: {_one_of(tuple(names))}."


def example(_chapter: str, kind: str) -> str:
    """The whole example file of a kind, with its name above it, and how to make a new one."""
    path = example_path(kind)
    name = path.relative_to(EXAMPLE_FOLDER).as_posix()
    language = "yaml" if path.suffix == ".yml" else "markdown"
    start = f"`site_src/{name}`:\n\n```{language}\n{example_text(kind).rstrip()}\n```"
    if kinds()[kind].is_single or kinds()[kind] not in managed_kinds():
        return start
    word = kinds()[kind].singular
    author_option = " --auteur ID" if kinds()[kind] is BERICHTEN else ""
    return (
        f"{start}\n\nEen nieuw bestand, met deze velden en met uitleg erbij, maakt u zo:\n\n"
        f'```sh\npropositie erbij {word} "De naam"{author_option}\n```'
    )


def fields(chapter: str, kind: str) -> str:
    """A table of every field of a kind, those inside groups under their group."""
    heading = "| Veld | Wat u invult | Hoe u het schrijft | Moet het? |\n|---|---|---|---|"
    rows = _rows(chapter, fields_of(kinds()[kind].model))
    return "\n".join([heading, *rows])


def _rows(
    chapter: str, row: Iterable[Field], path: tuple[str, ...] = (), is_internal: bool = False
) -> Iterator[str]:
    for field in row:
        here, is_locked = (*path, field.key), is_internal or field.is_internal
        name = " › ".join(f"`{part}`" for part in here) + (f" {LOCK}" if is_locked else "")
        need = "**verplicht**" if field.required else "mag"
        cells = (name, field.explanation, describe_form(field, chapter), need)
        yield f"| {' | '.join(c.replace('|', chr(92) + '|') for c in cells)} |"
        inside = field.fields[0] if field.value_type is value_types.TABLE else field
        if inside.value_type is value_types.GROUP:
            yield from _rows(chapter, inside.fields, here, is_locked)


def describe_form(field: Field, chapter: str) -> str:
    """In what form a field is written, in words."""
    sentences = [_describe_type(field, chapter)]
    if field.is_list and field.minimum:
        sentences.append(f"minstens {field.minimum}")
    if field.can_be_single:
        sentences.append("één mag ook zonder lijst")
    if not field.is_list and field.minimum is not None:
        sentences.append(f"van {field.minimum} tot en met {field.maximum}")
    if field.default is not None:
        sentences.append(f"laat u het weg, dan geldt `{field.default}`")
    return "; ".join(sentences)


def _describe_type(field: Field, chapter: str) -> str:
    if field.value_type is value_types.GROUP:
        form = "lijst van groepen" if field.is_list else "groep met eigen velden"
        return form + (", of één tekst" if field.text_key else "")
    if field.value_type is value_types.TABLE:
        names = f" ({_one_of(field.choices)})" if field.choices else ""
        return f"namen{names}, met achter elke naam een {field.fields[0].value_type.name}"
    if field.value_type is value_types.CHOICE:
        return f"{'een of meer van' if field.is_list else 'kies'}: {_one_of(field.choices)}"
    if field.kind:
        thing = kinds()[field.kind].singular
        reference = f"id van een {_link(chapter, field.kind, thing)}"
        return f"lijst; elk deel een {reference}" if field.is_list else reference
    return f"lijst; elk deel: {field.value_type.name}" if field.is_list else field.value_type.name


def _one_of(words: tuple[str, ...]) -> str:
    names = [f"`{w}`" for w in words]
    return f"{', '.join(names[:-1])} of {names[-1]}" if len(names) > 1 else names[0]


def _link(chapter: str, kind: str, text: str) -> str:
    return f"[{text}]({relpath(chapter_of(kind), dirname(chapter) or '.')})"
