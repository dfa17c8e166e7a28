"""The handbook beside the forms: whoever fills one in has the explanation at hand."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..handbook import HANDBOOK_ADDRESS, handbook_pages, images
from ..huis import Kind
from ..output.output_file import OutputFile

_DOCUMENT = """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – handboek</title>
<link rel="icon" href="data:,">
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }}
body {{ font: 1.0625rem/1.6 system-ui, sans-serif; }}
h1, h2, h3 {{ line-height: 1.25; margin: 2em 0 .5em; }}
h1 {{ margin-top: .5em; }}
img {{ max-width: 100%; height: auto; }}
pre, table {{ display: block; overflow-x: auto; }}
pre, code {{ font-size: .9375rem; }}
code {{ overflow-wrap: anywhere; }}
th, td {{ padding: .4rem .8rem .4rem 0; text-align: start; vertical-align: top; }}
a {{ text-underline-offset: .2em; }}
</style>
</head>
<body>
<nav aria-label="Handboek"><a href="{contents}">Inhoud van het handboek</a></nav>
<main>
{body}
</main>
</body>
</html>
"""


def chapter_of(kind: Kind) -> str:
    """The address of the chapter about a kind, as seen from the page with the forms."""
    name = (kind.chapter or f"soorten/{kind.name}.md").removesuffix(".md")
    return f"{HANDBOOK_ADDRESS}{name}/"


def chapter_files(below: str) -> Iterator[OutputFile]:
    """Every chapter as a document of its own, with its pictures, below an address."""
    for page in handbook_pages():
        depth = page.address.removeprefix(HANDBOOK_ADDRESS).count("/")
        document = _DOCUMENT.format(
            title=escape(page.title), contents="../" * depth or "./", body=page.html
        )
        yield OutputFile(f"{below}{page.address}index.html", document.encode())
    for address, content in images().items():
        yield OutputFile(below + address, content)
