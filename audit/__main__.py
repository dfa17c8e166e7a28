"""Audit the sites: figures of the pages of every kind, then the layout of every page. Ends in 1
when a figure is missed or a page has a fault, in 2 when a tool could not run.

Usage: `python -m audit CHROMIUM` (`make audit` finds the Chromium).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from audit.every_page import audit_every_page
from audit.sites import BASE_PATH, AuditedSite, build_all, build_for_every_page
from audit.table import HEADER, TableLine, make_line
from audit.tools import LighthouseReport, ToolError, html_errors, lighthouse
from helpers.measurement import PHONE, Measurement, measure
from helpers.server import serve

REPEATS = 3
"""How often a page is measured whose performance falls short: the median counts, not the noise."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.*"]


def measure_pages(chromium: str, address: str, site: AuditedSite) -> dict[str, Measurement]:
    """The first visit to every kind of page of a site, on a phone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        measurements = {
            s: measure(browser, address + path, PHONE) for s, path in site.kinds.items()
        }
        browser.close()
    return measurements


def assess_pages(chromium: str, address: str, site: AuditedSite) -> dict[str, LighthouseReport]:
    """Lighthouse on every kind of page but 404; a slow one is measured again, for the median."""
    kind_of = {address + path: kind for kind, path in site.kinds.items() if kind != "404"}
    reports = {kind_of[r.address]: [r] for r in lighthouse(chromium, list(kind_of))}
    slow = [address + site.kinds[s] for s, [r] in reports.items() if not r.is_passing()]
    for report in lighthouse(chromium, slow * (REPEATS - 1)) if slow else ():
        reports[kind_of[report.address]].append(report)
    return {kind: median_report(series) for kind, series in reports.items()}


def median_report(reports: list[LighthouseReport]) -> LighthouseReport:
    """The median of performance; of everything else the worst, for that is no noise."""
    by_category = list(zip(*(r.scores for r in reports), strict=True))
    scores = (
        round(statistics.median(by_category[0])),
        *(min(category) for category in by_category[1:]),
    )
    complaints = tuple(dict.fromkeys(k for r in reports for k in r.complaints))
    return replace(reports[-1], scores=scores, complaints=complaints)


def audit_site(chromium: str, site: AuditedSite) -> list[TableLine]:
    """Measure everything of one site; print its lines of the table as they are known."""
    html = html_errors(site.folder)
    with serve(site.folder, BASE_PATH, compressed=True) as address:
        measurements = measure_pages(chromium, address, site)
        reports = assess_pages(chromium, address, site)
    made = []
    for kind, path in site.kinds.items():
        file = path if path.endswith(".html") else f"{path}index.html"
        report = reports.get(kind)
        line = make_line(site.name, kind, html.pop(file), measurements[kind], report)
        made.append(line)
        print(line.text, flush=True)
    others = [f"{page}: {error}" for page, errors in html.items() for error in errors]
    return [*made, TableLine("", [f"{site.name} {error}" for error in others])]


def main(chromium: str) -> int:
    """Audit; return the exit code."""
    start = time.monotonic()
    all_lines: list[TableLine] = []
    with tempfile.TemporaryDirectory(prefix="audit-") as work_folder:
        try:
            sites = build_all(Path(work_folder))
            print(HEADER, flush=True)
            for site in sites:
                all_lines += audit_site(chromium, site)
            print()
            faults = audit_every_page(chromium, build_for_every_page(Path(work_folder) / "pages"))
        except ToolError as error:
            print(error, file=sys.stderr)
            return 2
    misses = [miss for line in all_lines for miss in line.misses]
    print()
    for miss in misses:
        print(f"  {miss}")
    pages = sum(bool(line.text) for line in all_lines)
    duration = f"{(time.monotonic() - start) / 60:.1f} min"
    print(f"{pages} pages, {len(misses)} figures missed, {duration}")
    return 1 if misses or faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
