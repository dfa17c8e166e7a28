"""What `mkdocs serve` shows besides the site: mistakes over the page, and where a page came from.

Nothing of it is in a built site.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.structure.pages import Page as MkDocsPage

from ..checks import RULES
from ..explaining import READING_CODES
from ..finding import Finding, Severity, parts, summarise
from ..huis import KINDS, kinds
from ..huis.start_text import TO_FILL_IN
from ..inspection import Inspection
from ..pages import Page
from ..reading import Source
from .options import seen_from

log = logging.getLogger("mkdocs.plugins.propositie")

FINDINGS_ADDRESS = "/_voorvertoning/bevindingen"
MEND_ADDRESS = "/_voorvertoning/herstel"
"""Where a page asks for findings, and for a mending; beside the site, as the reloading is."""

_HEADING_KEYS = tuple(dict.fromkeys(kind.naming for kind in KINDS if kind.naming))
"""The field that is the headline of a thing, whichever it has."""


SHOWN_AT_ONCE = 20
"""So many mistakes stand over a page; the others are asked for when somebody wants them."""


class Preview:
    """What the pages of a preview tell of the house, as it was read last.

    A page holds how many findings there are; the findings themselves are asked for when they are
    looked at, so that no page grows with their number. `is_fallback` says that there are no good
    pages to show below the mistakes; `token` is what a page shows to be allowed to mend; `forms` is
    the address of the page with forms, when there is one.
    """

    def __init__(
        self,
        inspection: Inspection,
        root: Path,
        token: str,
        *,
        is_fallback: bool = False,
        forms: str = "",
    ) -> None:
        self.inspection = inspection
        self.env: Environment | None = None
        """What renders the findings; there once a build has come so far."""
        self._is_fallback = is_fallback
        self._root = root
        self._token = token
        self._forms = forms
        self._sources = {b.shown_as: b for b in inspection.loaded.sources.values()}
        self._things = {b.shown_as: key for key, b in inspection.loaded.sources.items()}
        self._errors = inspection.errors
        self._rest = [b for b in inspection.findings if b.severity is not Severity.ERROR]
        self._by_file: dict[str, list[Finding]] = {}
        self._mendable: dict[str, Finding] = {}
        for finding in inspection.findings:
            if finding.location is not None:
                self._by_file.setdefault(finding.location.file, []).append(finding)
            if finding.can_be_mended:
                self._mendable[_id_of(finding)] = finding

    @property
    def data(self) -> Mapping[str, object]:
        """What is the same on every page: how many mistakes, and how sound the house is."""
        return {
            "fouten": len(self._errors),
            "meer": max(0, len(self._errors) - SHOWN_AT_ONCE),
            "rest": len(self._rest),
            "nood": self._is_fallback,
            "stand": summarise(self.inspection.findings),
            "bron": FINDINGS_ADDRESS,
            "herstel": MEND_ADDRESS,
            "sleutel": self._token,
        }

    def below(self, page: Page | None) -> str:
        """What a preview adds to a page of the house, as HTML; without a page, only what is
        wrong."""
        source = self._sources.get(page.source or "") if page is not None else None
        if source is None:
            return self._render_below(None)
        return self._render_below(self._origin(source.shown_as, _heading_line(source), source.path))

    def below_file(self, page: MkDocsPage) -> str:
        """What a preview adds to a page of Markdown, as HTML."""
        if page.file.abs_src_path is None:
            return self._render_below(None)
        path = Path(page.file.abs_src_path)
        return self._render_below(self._origin(seen_from(self._root, path), 1, path))

    def _render_below(self, origin: Mapping[str, object] | None) -> str:
        if self.env is None:
            return ""
        template = self.env.get_template("partials/preview.html")
        return template.render(huis={"voorvertoning": self.data}, meta={"herkomst": origin})

    def _origin(self, file: str, line: int, path: Path) -> Mapping[str, object]:
        """The file and line that a page came from."""
        return {
            "bestand": file,
            "regel": line,
            "openen": _in_editor(path, line),
            "bron": f"{FINDINGS_ADDRESS}?bestand={quote(file)}",
            "aantal": len(self._by_file.get(file, ())),
            "formulier": self._form(file),
        }

    def _form(self, file: str) -> str:
        """The address of the form that changes a file; empty without one."""
        kind, id_ = self._things.get(file, ("", ""))
        if not self._forms or not kind:
            return ""
        from ..forms import form_of  # who has no forms needs none of it

        place = form_of(kinds()[kind], id_)
        return self._forms + place if place else ""

    def find(self, part: str, file: str) -> list[Finding]:
        """The findings of a part of the house, or those about a file."""
        if file:
            return self._by_file.get(file, [])
        if part == "rest":
            return self._rest
        return self._errors[SHOWN_AT_ONCE:] if part == "meer" else self._errors[:SHOWN_AT_ONCE]

    def render(self, findings: Sequence[Finding], *, with_line: bool, may_mend: bool) -> str:
        """Findings as the HTML that a page puts in; `may_mend` gives them their button."""
        if self.env is None:
            return ""
        template = self.env.get_template("partials/preview_findings.html")
        shown = [self._shown(b, may_mend) for b in findings]
        return template.render(bevindingen=shown, met_regel=with_line)

    def mendable(self, id_: str) -> Finding | None:
        """The finding behind a button."""
        return self._mendable.get(id_)

    def _shown(self, finding: Finding, may_mend: bool) -> Mapping[str, object]:
        """A finding in the parts that the page shows, with why it matters."""
        result: dict[str, object] = {**parts(finding), "waarom": _why(finding.code)}
        location = finding.location
        if location is not None:
            path = self._root / location.file
            result["openen"] = _in_editor(path, location.line or 1, location.column or 1)
        if may_mend and finding.can_be_mended:
            result["herstel"] = _id_of(finding)
        return result


_START_TEXT = re.compile(
    r"(<(script|style|title|svg|option|textarea)\b.*?</\2\s*>)"
    rf"|(?<=>)([^<>]*?)({TO_FILL_IN}[^<>]*)",
    re.S,
)


def mark_start_texts(html: str) -> str:
    """A page on which what still has to be filled in can be told from what is done."""
    if TO_FILL_IN not in html:
        return html
    return _START_TEXT.sub(
        lambda m: m[0] if m[1] else f'{m[3]}<mark class="vv-nog">{m[4]}</mark>', html
    )


def _id_of(finding: Finding) -> str:
    """What tells the mending of one finding from all others, also of another day."""
    edits = finding.fix.edits if finding.fix else ()
    return sha256(repr((finding.code, *edits)).encode()).hexdigest()[:32]


def _heading_line(source: Source) -> int:
    """The line on which the headline of a thing stands."""
    lines = (source.location((key,), key=True).line for key in _HEADING_KEYS)
    return next((line for line in lines if line), 1)


def _why(code: str) -> str:
    """The reason behind a code, as the handbook gives it."""
    if code in RULES:
        return RULES[code].reason
    return READING_CODES[code].why if code in READING_CODES else ""


def _in_editor(path: Path, line: int, column: int = 1) -> str:
    """An address that opens the file at this place in Visual Studio Code."""
    return f"vscode://file/{quote(path.resolve().as_posix().lstrip('/'))}:{line}:{column}"
