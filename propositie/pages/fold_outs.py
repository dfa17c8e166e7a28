"""Fold-outs in Markdown: `??? "Vraag"` with what unfolds indented below it, as MkDocs' extension
`pymdownx.details` reads them on free pages."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_OPENING = re.compile(r'\?\?\?(?P<open>\+?)\s+(?:[\w -]+\s)?\s*["“](?P<title>[^"”]+)["”]\s*$')
_INDENT = 4


def with_fold_outs(parser: MarkdownIt) -> MarkdownIt:
    """A parser that also reads fold-outs."""
    parser.block.ruler.before(
        "paragraph", "uitklap", _fold_out, {"alt": ["paragraph", "reference", "list"]}
    )
    return parser


def _fold_out(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _OPENING.match(line)
    if match is None:
        return False
    if silent:
        return True
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent + _INDENT):
        last += 1
    token = state.push("uitklap_open", "details", 1)
    token.block, token.map = True, [start, last]
    if match["open"]:
        token.attrSet("open", "")
    state.push("summary_open", "summary", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = match["title"].strip(), [start, start + 1], []
    state.push("summary_close", "summary", -1)
    before, line_max = state.blkIndent, state.lineMax
    state.blkIndent, state.lineMax = before + _INDENT, last
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax = before, line_max
    state.push("uitklap_close", "details", -1).block = True
    state.line = last
    return True
