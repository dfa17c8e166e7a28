"""The tools from package-lock.json: html-validate and Lighthouse, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
HTML_VALIDATE = HERE.parent / "node_modules" / ".bin" / "html-validate"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MINIMUM = (98, 100, 100, 100)
"""What Lighthouse must give for each of `CATEGORIES`."""


class ToolError(Exception):
    """A tool could not do its work; the text says what it told."""


@dataclass(frozen=True, slots=True)
class LighthouseReport:
    """What Lighthouse found on a page."""

    address: str
    scores: tuple[int, ...]
    """In the order of `CATEGORIES`."""
    layout_shift: float
    complaints: tuple[str, ...]

    def is_passing(self) -> bool:
        """Whether every score is high enough."""
        return all(p >= m for p, m in zip(self.scores, MINIMUM, strict=True))


def html_errors(site: Path) -> dict[str, list[str]]:
    """Every HTML error of a built site, by page; a sound page has an empty list."""
    pages = sorted(site.rglob("*.html"))
    command = [str(HTML_VALIDATE), "--config", str(HERE / "htmlvalidate.json")]
    command += ["--formatter", "json", *map(str, pages)]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:  # Node cuts a full pipe short
        completed = subprocess.run(
            command, stdout=output, stderr=subprocess.PIPE, text=True, check=False
        )
        output.seek(0)
        told = output.read()
    try:
        parsed = json.loads(told)
    except json.JSONDecodeError as error:
        raise ToolError(f"html-validate: {completed.stderr or told}") from error
    errors: dict[str, list[str]] = {path.relative_to(site).as_posix(): [] for path in pages}
    for page in parsed:
        errors[Path(page["filePath"]).relative_to(site).as_posix()] += [
            f"{m['line']}:{m['column']} {m['ruleId']}: {m['message']}"
            for m in page["messages"]
            if m["severity"] == 2
        ]
    return errors


def lighthouse(chromium: str, addresses: Sequence[str]) -> Iterator[LighthouseReport]:
    """Let Lighthouse (mobile) look at pages, one after the other; yield as it goes."""
    with subprocess.Popen(
        ["node", str(HERE / "lighthouse.mjs"), chromium, *addresses],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield _parse_report(json.loads(line))
    if process.returncode:
        raise ToolError(f"lighthouse ended in {process.returncode}")


def _parse_report(parsed: dict[str, object]) -> LighthouseReport:
    address, error = str(parsed["address"]), parsed["error"]
    if error:
        raise ToolError(f"lighthouse: {address}: {error}")
    scores, complaints = parsed["scores"], parsed["complaints"]
    assert isinstance(scores, dict)
    assert isinstance(complaints, dict)
    return LighthouseReport(
        address,
        tuple(int(scores[category] or 0) for category in CATEGORIES),
        float(str(parsed["layout_shift"] or 0)),
        tuple(
            f"{category}: {complaint['explanation']} ({complaint['id']})"
            for category, minimum in zip(CATEGORIES, MINIMUM, strict=True)
            if (scores[category] or 0) < minimum
            for complaint in complaints[category]
        ),
    )
