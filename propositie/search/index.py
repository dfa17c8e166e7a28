"""Documents → the files that a browser searches in.

There are two: one with names, questions and search words, which is loaded when somebody begins to
type, and one with the words of long texts, which is loaded when the first has no good answer. What
leads to what travels along (`via`): a hit on a question counts for its need, for the services that
answer that and for the people who do it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from .lexicon import Lexicon, lexicon
from .words import Families, words_in

ADDRESS = "zoeken/woorden.json"
TEXTS_ADDRESS = "zoeken/teksten.json"
TOGETHER = 60_000
"""Bytes of the words of long texts that still go along in the first file."""


class Weight(IntEnum):
    """How much a word tells, by where it stands (the brief of the site's looks, section 6)."""

    NAME = 9
    SEARCH_WORD = 8
    QUESTION = 6
    SHORT = 4
    TEXT = 1


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found."""

    kind: str
    """What it is: `dienst`, `medewerker`; the word for it is the site's."""
    address: str
    title: str
    line: str = ""
    """What is said of it in one line."""
    person: str = ""
    """The first name of who answers."""
    phone: str = ""
    """The number of that person, as it is read."""
    answer: str = ""
    """Which practical question it answers (a key of the lexicon); empty for anything else."""
    for_others: bool = False
    """Whether it is for who sends or pays, a post, or somebody who left: it comes lower."""
    via: Sequence[str] = ()
    """The addresses of documents whose hits count for this one too."""
    questions: Sequence[str] = ()
    """What clients ask, in their own words."""
    words: Mapping[Weight, str] = field(default_factory=dict)
    """The words in it, by their weight; the title counts as NAME without standing here."""


def index_files(documents: Sequence[Document], sentences: Mapping[str, str]) -> Mapping[str, bytes]:
    """The files, by address; `sentences` is what the browser says of what it found. The same
    documents give the same bytes."""
    known = lexicon()
    families = Families()
    words = [[(weight, words_in(text)) for weight, text in _texts(d) if text] for d in documents]
    for found in words:
        for _, forms_there in found:
            families.add(forms_there)
    for said, meant in known.meanings:
        families.add((*said, *meant))
    for asked in known.answers.values():
        families.add(asked)
    short: dict[str, dict[int, int]] = defaultdict(dict)
    long: dict[str, dict[int, int]] = defaultdict(dict)
    for number, found in enumerate(words):
        for weight, forms_there in found:
            postings = long if weight is Weight.TEXT else short
            for word in set(forms_there) - known.stop:
                held = postings[families.name_of(word)]
                if held.get(number, 0) < weight:
                    held[number] = int(weight)
    meanings, related = _meanings(known, families, {*short, *long})
    first: dict[str, object] = {
        "soorten": sorted({document.kind for document in documents}),
        "stukken": _rows(documents),
        "woorden": _flat(short),
        "betekenis": meanings,
        "verwant": related,
        "stop": sorted(known.stop),
        "elders": sorted(known.elsewhere),
        "zinnen": dict(sentences),
    }
    used = {*short, *long, *meanings, *related}
    forms = {form: name for form, name in families.others().items() if name in used}
    first["vormen"] = dict(sorted(forms.items()))
    texts = {"woorden": _flat(long)}
    if len(_json(texts)) <= TOGETHER:
        return {ADDRESS: _json({**first, "teksten": texts})}
    return {ADDRESS: _json(first), TEXTS_ADDRESS: _json(texts)}


def _texts(document: Document) -> Iterable[tuple[Weight, str]]:
    yield Weight.NAME, document.title
    yield Weight.SHORT, document.line
    for question in document.questions:
        yield Weight.QUESTION, question
    if document.answer:
        yield Weight.SEARCH_WORD, " ".join(lexicon().answers[document.answer])
    yield from document.words.items()


def _rows(documents: Sequence[Document]) -> list[list[object]]:
    """A row for each document; what is empty at its end is left out."""
    kinds = sorted({document.kind for document in documents})
    number_of = {document.address: number for number, document in enumerate(documents)}
    rows: list[list[object]] = []
    for d in documents:
        via = [number_of[address] for address in d.via if address in number_of]
        row: list[object] = [
            kinds.index(d.kind), d.address, d.title, d.line, d.person, d.phone, via,
            int(d.for_others), int(bool(d.answer)), list(d.questions),
        ]  # fmt: skip
        while row and row[-1] in ("", 0, []):
            row.pop()
        rows.append(row)
    return rows


def _flat(postings: Mapping[str, Mapping[int, int]]) -> dict[str, list[int]]:
    """Document and weight, in turn, for each family."""
    return {
        name: [value for pair in sorted(held.items()) for value in pair]
        for name, held in sorted(postings.items())
    }


def _meanings(
    known: Lexicon, families: Families, there: set[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Of each family that people may type: the families on this site that it may mean, the
    likeliest first; and those that are only about the same."""
    meant: dict[str, dict[str, None]] = defaultdict(dict)
    related: dict[str, dict[str, None]] = defaultdict(dict)
    for said, meanings in known.meanings:
        for word in (*said, *meanings):
            name = families.name_of(word)
            for found, words in ((meant, meanings), (related, said)):
                names = map(families.name_of, words)
                found[name] |= {other: None for other in names if other in there and other != name}
    return _listed(meant), _listed(
        {name: dict.fromkeys(o for o in others if o not in meant[name])
         for name, others in related.items()}
    )  # fmt: skip


def _listed(found: Mapping[str, Mapping[str, None]]) -> dict[str, list[str]]:
    return {name: list(others) for name, others in sorted(found.items()) if others}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
