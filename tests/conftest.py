"""Fixtures for every test.

- `demo_folder`: the demo organisation, built for one day, whatever day it is here.
- `demo_site`: the folder with the demo, built once by `mkdocs build --strict` for all workers.
- `demo_under_path`: the address of a server on this machine that has the demo under `/repo/`.
- `demo_at_address`: the same under `/site/`, the demo's own path, where 404.html looks right too.
- `site`, asked for as "demo", "klein" or "groot", and `address` where it is served.
- `forms`: the editor of the forms in a browser, at work on a copy of the demo; `forms_site` and
  `forms_address`: the site that it is part of.
- `browser`: a Chromium, one for each worker. There must be one: a test that uses it never skips.
- `page`: a fresh browser page; the test fails when the page logs an error or asks anything of
  another host.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from helpers.build import ROOT, build_once, run, write_demo
from helpers.forms import FormsPage, build_with_forms
from helpers.organisations import write_large, write_small
from helpers.server import serve

expect.set_options(
    timeout=30_000
)  # a busy machine may take its time; a good one waits for none of it

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


SPREAD = {"test_fuzz", "test_messages"}
"""Modules of many tests that share nothing dear: either worker takes them, one by one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where only a part of the tests can say something, such as on a system without a browser."""
    parser.addoption("--browser", choices=["with", "without", "only"], default="with")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not asked for; keep the tests of a module with one worker.

    What the tests of a module share is then built once.
    """
    asked = config.getoption("--browser")
    if asked != "with":
        per_kind: dict[bool, list[pytest.Item]] = {True: [], False: []}
        for item in items:
            per_kind[_uses_browser(item)].append(item)
        items[:] = per_kind[asked == "only"]
        config.hook.pytest_deselected(items=per_kind[asked != "only"])
    for item in items:
        if item.path.stem not in SPREAD and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def _uses_browser(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and "browser" in item.fixturenames


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all its workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def demo_folder(shared_folder: Path) -> Path:
    """The demo organisation with its day fixed, as it was written. Read it; never write in it."""
    return build_once(shared_folder / "demo", write_demo)


@pytest.fixture(scope="session")
def demo_site(shared_folder: Path, demo_folder: Path) -> Path:
    """The demo organisation's site, built by the checkout. Read it; never write in it."""
    return build_once(
        shared_folder / "demo_site",
        lambda target: run(["mkdocs", "build", "--strict", "--site-dir", target], cwd=demo_folder),
    )


@pytest.fixture(scope="session")
def demo_under_path(demo_site: Path) -> Iterator[str]:
    """The demo under `/repo/`, as on a project page; gives the address, ending in a slash."""
    with serve(demo_site, "/repo/") as address:
        yield address


@pytest.fixture(scope="session")
def demo_at_address(demo_site: Path) -> Iterator[str]:
    """The demo under the path of its own `site_url`, for which 404.html is made."""
    with serve(demo_site, "/site/") as address:
        yield address


def chromium() -> str:
    """The Chromium to test with: from the environment, else the one that `make test` found."""
    file = ROOT / ".cache" / "chromium"
    path = os.environ.get("PROPOSITIE_CHROMIUM") or (
        file.read_text("utf-8").strip() if file.exists() else ""
    )
    if not path:
        pytest.fail("no browser: run `make test`, or put a Chromium's path in PROPOSITIE_CHROMIUM")
    if not os.access(path, os.X_OK):
        pytest.fail(f"no browser: {path} is not a program that can be run")
    return path


def browser_environment(**extra: str) -> dict[str, str | float | bool]:
    """The environment of a browser: the machine's own clock, also when ours is put to another day.

    A Chromium does not live through libfaketime, and what is under test here is what we make.
    """
    kept = {n: w for n, w in os.environ.items() if n != "LD_PRELOAD" and not n.startswith("FAKE")}
    return {**kept, **extra}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches this machine only."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=FLAGS, env=browser_environment()
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; what it logs as an error or asks of another host fails the test."""
    misses: list[str] = []

    def watch_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            misses.append(f"console: {message.text} ({message.location.get('url', '')})")

    def watch_host(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            misses.append(f"another host: {request.url}")

    context = browser.new_context(locale="nl-NL")
    tab = context.new_page()
    tab.on("console", watch_console)
    tab.on("pageerror", lambda error: misses.append(f"script: {error}"))
    tab.on("request", watch_host)
    yield tab
    context.close()
    assert not misses, "\n".join(misses)


@pytest.fixture(scope="session")
def forms_site(shared_folder: Path) -> Path:
    """The demo with the page on which it is changed."""
    return build_once(shared_folder / "beheersite", build_with_forms) / "site"


@pytest.fixture(scope="session")
def forms_address(forms_site: Path) -> Iterator[str]:
    """Where that is served."""
    with serve(forms_site, "/site/") as address:
        yield address


@pytest.fixture(scope="module")
def editor_page(browser: Browser, forms_address: str) -> Iterator[FormsPage]:
    """The editor in one page for all tests: opening it and giving it the files takes a while."""
    with browser.new_context(locale="nl-NL") as context:
        started = FormsPage(context.new_page(), forms_address)
        started.start()
        yield started


@pytest.fixture
def forms(editor_page: FormsPage) -> Iterator[FormsPage]:
    """The editor, with the files as they are now to compare with; it may complain of nothing."""
    editor_page.files = editor_page.read()
    yield editor_page
    assert editor_page.problems == []


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, shared_folder: Path, demo_site: Path) -> Path:
    """A built site: the demo, the smallest house, a large one."""
    name = str(request.param)
    if name == "demo":
        return demo_site
    write = {"klein": write_small, "groot": write_large}[name]

    def make(target: Path) -> None:
        config_file = write(shared_folder / f"huis_{name}")
        run(["mkdocs", "build", "--quiet", "--config-file", config_file, "--site-dir", target])

    return build_once(shared_folder / f"site_{name}", make)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, compressed, under its own path, for which 404.html is made."""
    found = re.search(r'rel="canonical" href="([^"]+)"', (site / "index.html").read_text("utf-8"))
    assert found
    with serve(site, urlsplit(found[1]).path, compressed=True) as address:
        yield address
