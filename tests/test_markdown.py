"""What stands in a Markdown text, by tokens: links, pictures and headings with their places."""

from __future__ import annotations

import sys

import pytest
from pydantic import TypeAdapter, ValidationError

from propositie.huis.markdown import read_markdown
from propositie.huis.values import Markdown
from propositie.pages.formatting import render_markdown

TEXT = """\
# Kop *x*

Zie [de taxi](../aanbod/taxi/ "t"), `[code](nee)`, <https://a.nl> en ![foto](a.jpg).

> - een [ref][Def] en [leeg][]
>   vervolg [twee](<b c.md>)

```
[in een blok](nee)
```

    [ingesprongen](nee)

\\[geen](nee) en [plat](ja).

[def]: ../mensen/gijs/
"""
LINES = TEXT.split("\n")


def test_every_link_is_found_in_its_place_and_none_in_code() -> None:
    found = [
        (link.address, LINES[link.line][link.column :][: link.length])
        for link in read_markdown(TEXT).links
    ]
    assert found == [
        ("../aanbod/taxi/", "../aanbod/taxi/"),
        ("https://a.nl", "https://a.nl"),
        ("../mensen/gijs/", "../mensen/gijs/"),
        ("b c.md", "b c.md"),
        ("nee", "nee"),  # an indent makes no code of a paragraph that somebody pasted
        ("ja", "ja"),
    ]


def test_a_picture_is_no_link() -> None:
    (image,) = read_markdown(TEXT).images
    assert (image.address, image.words, image.line) == ("a.jpg", "foto", 2)


def test_a_link_whose_address_is_nowhere_is_found() -> None:
    (loose,) = read_markdown(TEXT).loose
    assert (loose.typed, loose.label) == ("[leeg][]", "leeg")
    assert LINES[loose.line][loose.column :].startswith("[leeg][]")


@pytest.mark.parametrize("text", ["a [b] c", "`[a][b]`", "[a][b]\n\n[b]: c", "\\[a][b", "[^1] x"])
def test_brackets_alone_are_no_link(text: str) -> None:
    assert read_markdown(text).loose == []


def test_headings_know_their_level_and_lines() -> None:
    found = read_markdown("Kop\n===\n\n## Twee ##\n").headings
    assert [(h.level, h.words, h.line, h.end) for h in found] == [
        (1, "Kop", 0, 2),
        (2, "Twee", 3, 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x]( <javascript:alert(1)>)",
        "[x](JaVaScRiPt:alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](&#106;avascript&colon;alert(1))",
        "[x](<java&Tab;script:alert(1)>)",
        "[x](javascript\\:alert(1))",
        "<javascript:alert(1)>",
        "![x](data:text/html,x)",
        "[x][a]\n\n[a]: vbscript:x",
        "[ongebruikt]: javascript:alert(1)",
        "> - [x](data:text/html;base64,eA==)",
        "# [x](javascript:alert(1))",
        "[![x](y.png)](javascript:alert(1))",
    ],
)
def test_a_link_that_runs_something_is_refused_in_every_notation(text: str) -> None:
    with pytest.raises(ValidationError, match="mag hier niet"):
        TypeAdapter(Markdown).validate_python(text)


@pytest.mark.parametrize(
    "text",
    [
        "`[x](javascript:alert(1))`",
        "```\n[x](javascript:alert(1))\n```",
        "Let op: javascript: is geen link.",
        "[x](https://a.nl), [x](mailto:a@b.nl), [x](tel:0599), <https://a.nl>, [x](../y/#z:1)",
    ],
)
def test_what_runs_nothing_is_let_through(text: str) -> None:
    assert TypeAdapter(Markdown).validate_python(text) == text


DANGEROUS = "[x](javascript:alert(1))"


@pytest.mark.parametrize("before", ["[" * 600, "[](" * 400, "![" * 300, "<" * 600, "[a][" * 150])
def test_brackets_before_it_hide_no_dangerous_link(before: str) -> None:
    with pytest.raises(ValidationError, match=r"mag hier niet|zo veel haken"):
        TypeAdapter(Markdown).validate_python(f"{before} {DANGEROUS}")
    with pytest.raises(ValidationError, match="mag hier niet"):
        TypeAdapter(Markdown).validate_python(f"{before}\n\n{DANGEROUS}")
    assert "href" not in render_markdown(f"{before} {DANGEROUS}")


@pytest.mark.parametrize("piece", ["[", "[](", "![", "[a]["])
def test_a_text_of_nothing_but_brackets_is_refused_unread(piece: str) -> None:
    with pytest.raises(ValidationError, match="zo veel haken"):
        TypeAdapter(Markdown).validate_python(f"Eerst.\n\n{piece * 50_000}")


def test_a_long_post_full_of_links_is_read() -> None:
    text = "\n\n".join(["Zie [de taxi](../aanbod/taxi/) en meer daarover. " * 20] * 40)
    found = read_markdown(text)
    assert (len(found.links), found.unread) == (800, "")


@pytest.mark.parametrize(
    "piece",
    [*"<!&#=`\\*", "**a*", "*a_", "> ", "- a\n", "<a:", "[a]: b\n", "[a]: b 'c\n", "[a](b)\n\n",
     "[" * 40 + "\n\n", "a\n"],
)  # fmt: skip
def test_twice_the_text_takes_twice_the_work(piece: str) -> None:
    once, twice = (_count_calls(f"# x\n\n{piece * n}\n\n{DANGEROUS}") for n in (300, 600))
    assert twice < 2.3 * once


def _count_calls(text: str) -> int:
    """How many calls reading a text takes: the work, whatever the machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read_markdown.__wrapped__(text)
    finally:
        sys.setprofile(None)
    return calls
