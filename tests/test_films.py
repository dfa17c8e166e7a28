"""Films and maps of others in a real browser: nothing is asked of them before somebody presses the
button, and then the policy of the page lets them in."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

FILM = "[Bekijk de film](https://www.youtube.com/watch?v=abcdefghijk)\n"
MAP = "[Waar wij zitten](https://www.openstreetmap.org/#map=16/53.1/6.9)\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("films")
    allowed = SMALL_HUIS["organisatie.yml"] + "derden: [youtube, openstreetmap]\n"
    config = write_organisatie(folder, {"organisatie.yml": allowed})
    (folder / "paginas/film.md").write_text(f"# Film\n\n{FILM}\n{MAP}", "utf-8")
    with serve(build_site(config, strict=True), "/repo/") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="nl-NL", viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def test_a_film_is_shown_after_a_click_and_not_before(page: Page, address: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []

    def note(request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        if host != "127.0.0.1":
            asked.append(host)

    def answer(route: Route) -> None:
        route.fulfill(body="<title>x</title><p>De film</p>", content_type="text/html")

    page.on("request", note)
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.route("https://**", answer)
    page.goto(f"{address}film/")
    film = page.locator(".derde").first
    expect(film.get_by_text("Dit komt van YouTube.")).to_be_visible()
    assert asked == []
    film.get_by_role("button", name="Film hier afspelen").click()
    frame = film.locator("iframe[title='Bekijk de film']")
    expect(frame).to_have_attribute("src", "https://www.youtube-nocookie.com/embed/abcdefghijk")
    expect(frame).to_be_focused()
    assert asked == ["www.youtube-nocookie.com"]
    expect(film.get_by_role("button")).to_have_count(0)
    assert complaints == []
    page.get_by_role("button", name="Kaart hier laten zien").click()
    expect(page.locator("iframe[title='Waar wij zitten']")).to_be_visible()
    assert asked[1:] == ["www.openstreetmap.org"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_there_is_a_link(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}film/")
        expect(page.get_by_role("button", name="Film hier afspelen")).to_have_count(0)
        link = page.get_by_role("link", name="Liever kijken bij YouTube")
        expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=abcdefghijk")
