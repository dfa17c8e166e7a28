"""Audit the three sites and print one table; ends in 1 when a figure is missed, in 2 when a tool
could not run. Usage: `python -m audit CHROMIUM` (`make audit` finds the Chromium).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from audit.gereedschap import GereedschapFout, Rapport, html_fouten, lighthouse
from audit.sites import PAD, GebouwdeSite, bouw_alles
from audit.tabel import KOP, Regel, als_regel
from hulp.meting import TELEFOON, Meting, meet
from hulp.server import bediend

KEREN = 3
"""How often a page is measured whose performance falls short: the median counts, not the noise."""
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.*"]


def weeg(chromium: str, adres: str, site: GebouwdeSite) -> dict[str, Meting]:
    """The first visit to every kind of page of a site, on a phone."""
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=chromium, args=VLAGGEN)
        metingen = {s: meet(browser, adres + pad, TELEFOON) for s, pad in site.soorten.items()}
        browser.close()
    return metingen


def beoordeel(chromium: str, adres: str, site: GebouwdeSite) -> dict[str, Rapport]:
    """Lighthouse on every kind of page but 404; a slow one is measured again, for the median."""
    paginas = {adres + pad: soort for soort, pad in site.soorten.items() if soort != "404"}
    rapporten = {paginas[r.adres]: [r] for r in lighthouse(chromium, list(paginas))}
    traag = [adres + site.soorten[s] for s, [r] in rapporten.items() if not r.haalt_het()]
    for rapport in lighthouse(chromium, traag * (KEREN - 1)) if traag else ():
        rapporten[paginas[rapport.adres]].append(rapport)
    return {soort: midden(rijtje) for soort, rijtje in rapporten.items()}


def midden(rapporten: list[Rapport]) -> Rapport:
    """The median of performance; of everything else the worst, for that is no noise."""
    per_deel = list(zip(*(r.punten for r in rapporten), strict=True))
    punten = (round(statistics.median(per_deel[0])), *(min(deel) for deel in per_deel[1:]))
    klachten = tuple(dict.fromkeys(k for r in rapporten for k in r.klachten))
    return replace(rapporten[-1], punten=punten, klachten=klachten)


def regels(chromium: str, site: GebouwdeSite) -> list[Regel]:
    """Measure everything of one site; print its lines of the table as they are known."""
    html = html_fouten(site.map)
    with bediend(site.map, PAD, inpakken=True) as adres:
        metingen = weeg(chromium, adres, site)
        rapporten = beoordeel(chromium, adres, site)
    gemaakt = []
    for soort, pad in site.soorten.items():
        bestand = pad if pad.endswith(".html") else f"{pad}index.html"
        rapport = rapporten.get(soort)
        regel = als_regel(site.naam, soort, html.pop(bestand), metingen[soort], rapport)
        gemaakt.append(regel)
        print(regel.tekst, flush=True)
    overig = [f"{blad}: {fout}" for blad, fouten in html.items() for fout in fouten]
    return [*gemaakt, Regel("", [f"{site.naam} {fout}" for fout in overig])]


def hoofd(chromium: str) -> int:
    """Audit; return the exit code."""
    begin = time.monotonic()
    alle: list[Regel] = []
    with tempfile.TemporaryDirectory(prefix="audit-") as werkmap:
        try:
            sites = bouw_alles(Path(werkmap))
            print(KOP, flush=True)
            for site in sites:
                alle += regels(chromium, site)
        except GereedschapFout as fout:
            print(fout, file=sys.stderr)
            return 2
    mis = [gemist for regel in alle for gemist in regel.mis]
    print()
    for gemist in mis:
        print(f"  {gemist}")
    bladen = sum(bool(regel.tekst) for regel in alle)
    duur = f"{(time.monotonic() - begin) / 60:.1f} min"
    print(f"{bladen} pages, {len(mis)} figures missed, {duur}")
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(hoofd(*sys.argv[1:]))
