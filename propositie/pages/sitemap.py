"""The sitemap: which pages there are, and on which day each last changed (https://sitemaps.org)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..output.output_file import OutputFile

SITEMAP = "sitemap.xml"
"""Its address."""


def sitemap(entries: Iterable[tuple[str, str]]) -> OutputFile:
    """The sitemap of pages, each with its whole address and a day (`2026-11-22`; perhaps empty)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for address, day in entries:
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(address)}</loc>{changed}</url>")
    lines.append("</urlset>")
    return OutputFile(SITEMAP, ("\n".join(lines) + "\n").encode())
