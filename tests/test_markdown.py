"""What stands in a Markdown text, by tokens: links, pictures and headings with their places."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from propositie.huis.markdown import read_markdown
from propositie.huis.values import Markdown

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


@pytest.mark.parametrize("piece", ["[", "[](", "![", "<", "[a]["])
def test_a_text_of_nothing_but_brackets_is_not_looked_into(piece: str) -> None:
    assert read_markdown(piece * 100_000).links == ()
