"""Where in a text a new name comes, and the ways to keep the old one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from ..edits import TextEdit, apply_edits, line_starts
from ..huis import kinds
from ..huis.schemes import THING_SCHEMES
from ..reading.tree import KeyPath, Locations, Tree, parse_tree


def map_texts(tree: Tree, transform: Callable[[KeyPath, str], str], path: KeyPath = ()) -> Tree:
    """A tree in which each text is what `transform` makes of it."""
    if isinstance(tree, dict):
        return {n: map_texts(w, transform, (*path, n)) for n, w in tree.items()}
    if isinstance(tree, list):
        return [map_texts(w, transform, (*path, n)) for n, w in enumerate(tree)]
    return transform(path, tree)


_LINK = re.compile(
    r"""(?P<voor>\]\(\s*<?                    # [woorden](adres)
      | ^[ ]{0,3}\[[^\]\n]{1,300}\]:[ \t]*<?  # [naam]: adres
      | \bhref\s*=\s*["']?)                   # <a href="adres">
    (?P<adres>[^)\s>"']+)""",
    re.M | re.X,
)


def find_link_edits(
    text: str, kind: str, old: str, new: str, siblings: bool = False
) -> list[TextEdit]:
    """The changes that let every link to a page of ours lead to its new address.

    With `siblings`, a link such as `old.md` to a post in the same folder too.
    """
    declared = kinds()[kind]
    words = [word for word, name in THING_SCHEMES.items() if name == kind]
    if not declared.has_pages and not words:
        return []
    scheme = "|".join(words) or "(?!)"
    by_word = re.compile(rf"(?P<weg>(?:{scheme}):){re.escape(old)}(?P<rest>)", re.I)
    target = re.compile(
        rf"(?P<weg>(?:\.{{0,2}}/)*{declared.address}/){re.escape(old)}(?P<rest>(?:\.md)?(?:[/?#].*)?)"
    )
    sibling = re.compile(rf"(?P<weg>(?:\./)?){re.escape(old)}(?P<rest>\.md(?:[?#].*)?)")
    result = []
    for link in _LINK.finditer(text):
        match = by_word.fullmatch(link["adres"]) or target.fullmatch(link["adres"])
        if match is None and siblings and declared.is_markdown:
            match = sibling.fullmatch(link["adres"])
        if match is not None:
            rest = match["rest"].replace(f"/{old}.", f"/{new}.")
            start, end = link.span("adres")
            result.append(TextEdit(start, end, f"{match['weg']}{new}{rest}"))
    return result


def with_vroeger(text: str, names: Sequence[str], yaml_end: int) -> Iterator[str]:
    """Yield the ways to write the field `vroeger` into a YAML text, the gentlest first.

    The YAML ends at `yaml_end`; in a post the text follows. Whether a way gives what was meant,
    only reading it again can tell.
    """
    head, rest = text[:yaml_end], text[yaml_end:]
    locations = Locations()
    tree = parse_tree(head, locations)
    newline = "\r\n" if "\r\n" in head else "\n"
    items = f"[{', '.join(names)}]"
    key = locations.keys.get(("vroeger",))
    if key is None:
        separator = "" if not head or head.endswith(("\n", "\r")) else newline
        ending = newline if separator == "" or rest else ""
        yield f"{head}{separator}vroeger: {items}{ending}{rest}"
        yield _round_trip(head, names) + rest
        return
    start = line_starts(head)
    colon = head.index(":", start[key.line] + key.column + key.length) + 1
    end = colon
    if isinstance(tree, dict) and "vroeger" in tree:
        value = locations.values["vroeger",]
        here = start[value.line] + value.column
        end = here + value.length
        if head[here] == "-":
            last = [s for p, s in locations.values.items() if p[:-1] == ("vroeger",)][-1]
            indent = head[start[last.line] : start[last.line] + last.column]
            end = start[last.line] + last.column + last.length
            extra = TextEdit(end, end, f"{newline}{indent}{names[-1]}")
            yield apply_edits(head, [extra]) + rest
    yield apply_edits(head, [TextEdit(colon, end, f" {items}")]) + rest
    yield _round_trip(head, names) + rest


def _round_trip(head: str, names: Sequence[str]) -> str:
    """The fields read and written again by ruamel.yaml, which keeps comments and order."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.explicit_start = head.startswith("---")
    fields = yaml.load(head)
    items = CommentedSeq(names)
    items.fa.set_flow_style()
    fields["vroeger"] = items
    result = StringIO()
    yaml.dump(fields, result)
    return result.getvalue()
