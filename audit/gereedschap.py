"""The tools from package-lock.json: html-validate and Lighthouse, each a process of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HIER = Path(__file__).resolve().parent
HTML_VALIDATE = HIER.parent / "node_modules" / ".bin" / "html-validate"
DELEN = ("performance", "accessibility", "best-practices", "seo")
MINSTENS = (98, 100, 100, 100)
"""What Lighthouse must give for each of `DELEN`."""


class GereedschapFout(Exception):
    """A tool could not do its work; the text says what it told."""


@dataclass(frozen=True, slots=True)
class Rapport:
    """What Lighthouse found on a page."""

    adres: str
    punten: tuple[int, ...]
    """In the order of `DELEN`."""
    verschuiving: float
    klachten: tuple[str, ...]

    def haalt_het(self) -> bool:
        """Whether every score is high enough."""
        return all(p >= m for p, m in zip(self.punten, MINSTENS, strict=True))


def html_fouten(site: Path) -> dict[str, list[str]]:
    """Every HTML error of a built site, by page; a sound page has an empty list."""
    paginas = sorted(site.rglob("*.html"))
    opdracht = [str(HTML_VALIDATE), "--config", str(HIER / "htmlvalidate.json")]
    opdracht += ["--formatter", "json", *map(str, paginas)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    try:
        gelezen = json.loads(klaar.stdout)
    except json.JSONDecodeError as fout:
        raise GereedschapFout(f"html-validate: {klaar.stderr or klaar.stdout}") from fout
    fouten: dict[str, list[str]] = {pad.relative_to(site).as_posix(): [] for pad in paginas}
    for blad in gelezen:
        fouten[Path(blad["filePath"]).relative_to(site).as_posix()] += [
            f"{m['line']}:{m['column']} {m['ruleId']}: {m['message']}"
            for m in blad["messages"]
            if m["severity"] == 2
        ]
    return fouten


def lighthouse(chromium: str, adressen: Sequence[str]) -> Iterator[Rapport]:
    """Let Lighthouse (mobile) look at pages, one after the other; yield as it goes."""
    with subprocess.Popen(
        ["node", str(HIER / "lighthouse.mjs"), chromium, *adressen],
        stdout=subprocess.PIPE,
        text=True,
    ) as proces:
        assert proces.stdout is not None
        for regel in proces.stdout:
            yield _rapport(json.loads(regel))
    if proces.returncode:
        raise GereedschapFout(f"lighthouse ended in {proces.returncode}")


def _rapport(gelezen: dict[str, object]) -> Rapport:
    adres, fout = str(gelezen["adres"]), gelezen["fout"]
    if fout:
        raise GereedschapFout(f"lighthouse: {adres}: {fout}")
    punten, klachten = gelezen["punten"], gelezen["klachten"]
    assert isinstance(punten, dict)
    assert isinstance(klachten, dict)
    return Rapport(
        adres,
        tuple(int(punten[deel] or 0) for deel in DELEN),
        float(str(gelezen["verschuiving"] or 0)),
        tuple(
            f"{deel}: {klacht['uitleg']} ({klacht['id']})"
            for deel, minstens in zip(DELEN, MINSTENS, strict=True)
            if (punten[deel] or 0) < minstens
            for klacht in klachten[deel]
        ),
    )
