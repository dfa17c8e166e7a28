"""Fixtures for every test.

- `demo_site`: the folder with the demo, built once by `mkdocs build --strict` for all workers.
- `demo_onder_pad`: the address of a server on this machine that has the demo under `/repo/`.
- `demo_op_adres`: the same under `/site/`, the demo's own path, where 404.html looks right too.
- `site`, asked for as "demo", "klein" or "groot", and `adres` where it is served.
- `browser`: a Chromium, one for each worker. There must be one: a test that uses it never skips.
- `pagina`: a fresh browser page; the test fails when the page logs an error or asks anything of
  another host.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from hulp.bouwen import WORTEL, draai, eenmaal
from hulp.huizen import schrijf_groot, schrijf_klein
from hulp.server import bediend

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def gedeelde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all its workers share."""
    basis = tmp_path_factory.getbasetemp()
    return basis.parent if os.environ.get("PYTEST_XDIST_WORKER") else basis


@pytest.fixture(scope="session")
def demo_site(gedeelde_map: Path) -> Path:
    """The demo organisation's site, built from the checkout. Read it; never write in it."""
    return eenmaal(
        gedeelde_map / "demo_site",
        lambda doel: draai(["mkdocs", "build", "--strict", "--site-dir", doel]),
    )


@pytest.fixture(scope="session")
def demo_onder_pad(demo_site: Path) -> Iterator[str]:
    """The demo under `/repo/`, as on a project page; gives the address, ending in a slash."""
    with bediend(demo_site, "/repo/") as adres:
        yield adres


@pytest.fixture(scope="session")
def demo_op_adres(demo_site: Path) -> Iterator[str]:
    """The demo under the path of its own `site_url`, for which 404.html is made."""
    with bediend(demo_site, "/site/") as adres:
        yield adres


def chromium() -> str:
    """The Chromium to test with: from the environment, else the one that `make test` found."""
    bestand = WORTEL / ".cache" / "chromium"
    pad = os.environ.get("PROPOSITIE_CHROMIUM") or (
        bestand.read_text("utf-8").strip() if bestand.exists() else ""
    )
    if not pad:
        pytest.fail("no browser: run `make test`, or put a Chromium's path in PROPOSITIE_CHROMIUM")
    if not os.access(pad, os.X_OK):
        pytest.fail(f"no browser: {pad} is not a program that can be run")
    return pad


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches this machine only."""
    pad = chromium()
    with sync_playwright() as speler:
        gestart = speler.chromium.launch(executable_path=pad, args=VLAGGEN)
        yield gestart
        gestart.close()


@pytest.fixture
def pagina(browser: Browser) -> Iterator[Page]:
    """A fresh page; what it logs as an error or asks of another host fails the test."""
    mis: list[str] = []

    def let_op_console(bericht: ConsoleMessage) -> None:
        if bericht.type == "error":
            mis.append(f"console: {bericht.text} ({bericht.location.get('url', '')})")

    def let_op_gastheer(verzoek: Request) -> None:
        deel = urlsplit(verzoek.url)
        if deel.scheme in {"http", "https", "ws", "wss"} and deel.hostname != "127.0.0.1":
            mis.append(f"another host: {verzoek.url}")

    context = browser.new_context(locale="nl-NL")
    blad = context.new_page()
    blad.on("console", let_op_console)
    blad.on("pageerror", lambda fout: mis.append(f"script: {fout}"))
    blad.on("request", let_op_gastheer)
    yield blad
    context.close()
    assert not mis, "\n".join(mis)


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, gedeelde_map: Path, demo_site: Path) -> Path:
    """A built site: the demo, the smallest house, a large one."""
    naam = str(request.param)
    if naam == "demo":
        return demo_site
    schrijf = {"klein": schrijf_klein, "groot": schrijf_groot}[naam]

    def maak(doel: Path) -> None:
        instelling = schrijf(gedeelde_map / f"huis_{naam}")
        draai(["mkdocs", "build", "--quiet", "--config-file", instelling, "--site-dir", doel])

    return eenmaal(gedeelde_map / f"site_{naam}", maak)


@pytest.fixture(scope="module")
def adres(site: Path) -> Iterator[str]:
    """Where the site is served, compressed, under its own path, for which 404.html is made."""
    gevonden = re.search(
        r'rel="canonical" href="([^"]+)"', (site / "index.html").read_text("utf-8")
    )
    assert gevonden
    with bediend(site, urlsplit(gevonden[1]).path, inpakken=True) as adres:
        yield adres
