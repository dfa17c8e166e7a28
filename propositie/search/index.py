"""Documents → the files that a browser searches in.

There are two: one with names, questions and search words, which is loaded when somebody begins to
type, and one with the words of long texts, which is loaded when the first has no good answer. What
leads to what travels along (`via`): a hit on a question counts for its need, for the services that
answer that and for the people who do it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from .lexicon import Lexicon, lexicon
from .words import Families, words_in

ADDRESS = "zoeken/woorden.json"
TEXTS_ADDRESS = "zoeken/teksten.json"
_SENTENCES = {"cijfer", "verhaal"}
"""Kinds that are called by a sentence, whose words say little of what they are about."""
_LONG_ENOUGH = 4
"""Letters by which a word is known at the end of a compound."""
_PREFIXES = ("be", "ge", "ver", "ont", "her")
"""What stands before a verb, and makes another word of it."""
_NO_COMPOUNDS = {"digitaal", "digitale", "totaal", "kapitaal"}
"""What ends in a word and is not made of it."""
_OTHER_HEADS = ("ouderen", "vrijwillig")
"""Heads of compounds that begin as another word: `ouder`, `vrij`."""
_MOST_COMPOUNDS = 6
"""Of a word of the lexicon; on a large site a word is in very many."""
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
    """Whether it is for who sends or pays, a post, an event, or of who left: it comes lower."""
    is_offer: bool = False
    """Whether its name says what the organisation does, or for what."""
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
    for said, meant in (*known.meanings, *(((), meant) for meant in known.phrases.values())):
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
    on_site = _OnSite(
        families,
        {*short, *long},
        {name: max(held.values()) for name, held in short.items()},
        frozenset(known.weak),
        known.stop | set(known.weak),
        {families.name_of(word) for d in documents if d.is_offer for word in words_in(d.title)}
        - known.stop,
        {word for said, _ in known.meanings for word in said} - set(known.weak),
    )
    meanings, related = _meanings(known, on_site)
    strong = {name for name, weight in on_site.named.items() if weight >= Weight.QUESTION}
    first: dict[str, object] = {
        "soorten": sorted({document.kind for document in documents}),
        "stukken": _rows(documents),
        "woorden": _flat(short),
        "betekenis": _shared(meanings),
        "verwant": _shared(related),
        "stop": sorted(known.stop),
        "elders": sorted(w for w in known.elsewhere if families.name_of(w) not in strong),
        "zwak": sorted(known.weak),
        "vak": sorted({families.name_of(word) for word in known.professional}),
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
    head, _, rest = document.title.partition(" met ")
    yield Weight.SHORT if document.kind in _SENTENCES else Weight.NAME, head
    yield Weight.SHORT, rest
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


@dataclass(frozen=True, slots=True)
class _OnSite:
    """Which words of the lexicon this site has."""

    families: Families
    there: set[str]
    named: Mapping[str, int]
    """The families outside long texts, with their greatest weight."""
    weak: frozenset[str]
    """Words that are about anything: what they are a part of is about something else."""
    vague: frozenset[str]
    """The same, and words that say nothing: what they are a part of is not meant by them."""
    offered: set[str]
    """The families in the names of what the organisation does."""
    subjects: set[str]
    """What people ask for by a word of its own."""
    _by_head: list[str] = field(init=False)
    """The named families, sorted: those that begin with one word stand together."""
    _by_tail: list[str] = field(init=False)
    """The same, read from the right: those that end in one word stand together."""
    _names_of: dict[str, Sequence[str]] = field(init=False, default_factory=dict)
    """What `names` found for a word: the lexicon has many a word more than once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_head", sorted(self.named))
        object.__setattr__(self, "_by_tail", sorted(name[::-1] for name in self.named))

    def names(self, words: Iterable[str]) -> dict[str, None]:
        """The families of words of the lexicon, each with those of the compounds it is a part of
        here: who says `onderzoek` also means `buurtonderzoek` where that is what there is."""
        found: dict[str, None] = {}
        for word in words:
            if word not in self._names_of:
                name = self.families.name_of(word)
                own = [name] if name in self.there else []
                self._names_of[word] = [*own, *self._compounds(word, name)]
            found |= dict.fromkeys(self._names_of[word])
        return found

    def _compounds(self, word: str, name: str) -> Sequence[str]:
        parts = {part for part in (word, name) if len(part) >= _LONG_ENOUGH}
        if self.named.get(name, 0) >= Weight.SEARCH_WORD or {word, name} & self.vague:
            return ()
        found: Iterable[str] = {
            o for part in parts for o in self._with(part) if o != name and _is_part(part, o)
        }
        if name in self.there:  # then what is about something else is not meant: maatje, taalmaatje
            found = (o for o in found if not self._is_about_another(o, parts))
        return sorted(found)[:_MOST_COMPOUNDS]

    def _with(self, part: str) -> Iterable[str]:
        """The named families that begin or end with a word."""
        yield from _beginning_with(part, self._by_head)
        for name in _beginning_with(part[::-1], self._by_tail):
            yield name[::-1]

    def _is_about_another(self, compound: str, parts: set[str]) -> bool:
        """Whether a compound ends in a word and begins with what the lexicon knows as a subject."""
        heads = {compound.removesuffix(part) for part in parts if compound.endswith(part)}
        forms = {
            form
            for head in heads
            for form in (head, head.removesuffix("en"), head.removesuffix("s"))
        }
        return bool(forms & self.subjects)


def _beginning_with(start: str, ordered: Sequence[str]) -> Iterable[str]:
    """The words of an ordered list that begin with `start`."""
    for place in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[place].startswith(start):
            return
        yield ordered[place]


def _is_part(part: str, word: str) -> bool:
    """Whether a compound begins or ends with a word: `taalmaatje` with `taal` and `maatje`, not
    `betalen` with `talen`."""
    if word in _NO_COMPOUNDS or len(word) < len(part) + 3:
        return False
    if any(word.startswith(head) and not part.startswith(head) for head in _OTHER_HEADS):
        return word.endswith(part)
    if word.startswith(part):
        return len(word) > len(part) + 3
    return word.endswith(part) and not word.removesuffix(part).endswith(_PREFIXES)


def _meanings(
    known: Lexicon, on_site: _OnSite
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Of each family that people may type: the families on this site that it may mean, the
    likeliest first; and those that are only about the same."""
    meant: dict[str, dict[str, None]] = defaultdict(dict)
    loosely: dict[str, dict[str, None]] = defaultdict(dict)
    related: dict[str, dict[str, None]] = defaultdict(dict)
    lines_of: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for said, meanings in known.meanings:
        for one in said:
            lines_of[one].append((*meanings, *said))
    for said, meanings in known.meanings:
        means = on_site.names(meanings)
        # What is meant by what is meant: a benefit, where nobody helps with one, is money.
        further = {} if means else on_site.names(
            word for one in meanings for line in lines_of.get(one, ()) for word in line
        )  # fmt: skip
        # Who offers one thing of a line is meant by all of it: singing, where there is a choir.
        offers = (name for name in on_site.names(said) if name in on_site.offered - on_site.weak)
        means |= {name: None for name in offers if name not in means}
        about = dict.fromkeys(
            name for word in said if (name := on_site.families.name_of(word)) in on_site.there
        )
        for word in dict.fromkeys((*said, *meanings)):
            name = on_site.families.name_of(word)
            # What may be meant means all else of its line only when it is said so too.
            ways = (meant, means), (loosely, further), (related, about)
            for found, names in ways if word in said else ((related, {**means, **about}),):
                found[name] |= {other: None for other in names if other != name}
    for name, names in loosely.items():
        meant[name] = meant.get(name) or names
    for phrase, meanings in known.phrases.items():
        meant[phrase] = on_site.names(meanings)
    return _listed(meant), _listed(
        {name: dict.fromkeys(o for o in others if o not in meant[name])
         for name, others in related.items()}
    )  # fmt: skip


def _listed(found: Mapping[str, Mapping[str, None]]) -> dict[str, list[str]]:
    return {name: list(others) for name, others in sorted(found.items()) if others}


def _shared(lists: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The same, shorter: each list once, after all that have it; words have no upright line."""
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, others in lists.items():
        having[tuple(others)].append(name)
    return [["|".join(names), "|".join(others)] for others, names in having.items()]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
