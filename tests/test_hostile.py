"""Whatever is typed in the YAML: a site or messages, and never a page that runs what was typed."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from helpers.server import serve
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS

THEME_SCRIPTS = Path(__file__).resolve().parent.parent / "theme/assets"

POISON = "".join(
    [
        "<script>window.geraakt=1</script>",
        "<img src=x onerror='window.geraakt=2'>",
        '"><svg onload=window.geraakt=3>',
        "' onmouseover='window.geraakt=4",
        "{{ 7*191 }}{% raise %}${7*191}",
        "]]><!--</title></textarea></style>",
        "[klik](https://goed.example) 😀 عربى &lt;b&gt; &amp; \\ \u2028",
    ]
)
"""One line that tries every way out of a text at once."""

TEXT_FIELDS = {
    "naam", "payoff", "missie", "ik", "kernboodschap", "omschrijving", "levensgebeurtenissen",
    "vraag", "pijn", "winst", "kort", "jij", "wij", "netwerk", "per", "toelichting", "tekst",
    "functie", "belofte", "waar", "wanneer", "deskundig_in", "over", "citaat", "door", "titel",
    "medium", "wat", "talen", "straat", "plaats", "bereikbaarheid", "toegankelijkheid", "spoed",
    "maat", "werkgebied", "roepnaam", "kvk", "afscheid",
}  # fmt: skip


def poison(value: Any, key: str = "") -> Any:
    """Replace every free text in a YAML tree by `POISON`."""
    if isinstance(value, dict):
        return {k: poison(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return value if key == "waar" else [poison(v, key) for v in value]
    return POISON if key in TEXT_FIELDS and isinstance(value, str) else value


EXTRA: dict[str, dict[str, Any]] = {
    "organisatie.yml": {
        "werkgebied": ["x"], "kvk": "x", "doel": {"maat": "x", "streef": "5", "nu": "2"},
        "contact": {"telefoon": "0599 000 100", "email": "a&b@veen.example",
                    "adres": {"straat": "x", "postcode": "9990 SA", "plaats": "x"}},
    },
    "klantgroepen/ouderen.yml": {"omschrijving": "x", "levensgebeurtenissen": ["x"]},
    "behoeften/boodschappen.yml": {"pijn": "x", "winst": "x"},
    "diensten/boodschappentaxi.yml": {
        "omschrijving": "x", "aanmelden": {"tekst": "x"}, "vorm": ["groep"],
        "prijs": {"bedrag": "1", "per": "x", "toelichting": "x"},
        "wanneer": [{"dag": "maandag", "van": "9:00", "tot": "10:00", "toelichting": "x"}],
    },
    "locaties/de-linde.yml": {
        "bereikbaarheid": "x", "toegankelijkheid": "x", "adres": {"plaats": "x"},
    },
    "medewerkers/samira.yml": {"roepnaam": "x", "over": "x", "talen": ["x", "x"]},
    "medewerkers/weg.yml": {
        "naam": "x", "functie": "x", "belofte": "x", "boegbeeld_van": ["ouderen"], "afscheid": "x",
        "te_vinden": [{"waar": "x", "wanneer": "x"}], "uit_dienst": "2026-01-01",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def poisoned_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gif")
    huis: dict[str, str | None] = {}
    for name in {*SMALL_HUIS, *EXTRA}:
        tree = {**yaml.load(SMALL_HUIS.get(name, "{}"), yaml.BaseLoader), **EXTRA.get(name, {})}
        if not name.startswith("concurrenten/"):
            huis[name] = json.dumps(poison(tree), ensure_ascii=False)
    return build_site(write_organisatie(folder, huis))


class _Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "script" and attributes.get("type") != "application/ld+json":
            self.scripts.append(attributes.get("src") or "inline")
        self.handlers += [n for n in attributes if n.startswith("on")]
        self.addresses += [
            attributes[n] or "" for n in ("href", "src", "action") if n in attributes
        ]


def test_only_our_own_script_is_in_the_pages(poisoned_site: Path) -> None:
    pages = list(poisoned_site.rglob("*.html"))
    assert len(pages) > 12
    ours = {f"assets/{script.name}" for script in THEME_SCRIPTS.glob("*.js")}
    for page in pages:
        found = _Elements(page.read_text("utf-8"))
        assert {"/".join(s.rsplit("/", 2)[-2:]) for s in found.scripts} <= ours, page
        assert not found.handlers, page
        bad = ("javascript:", "data:", "x")
        assert not [a for a in found.addresses if a.lower().startswith(bad)]


def test_what_was_typed_is_shown_as_typed(poisoned_site: Path) -> None:
    page = (poisoned_site / "aanbod/boodschappentaxi/index.html").read_text("utf-8")
    assert "{{ 7*191 }}{% raise %}" in page
    assert "1337" not in page


def test_no_page_runs_what_was_typed(poisoned_site: Path, page: Page) -> None:
    page.on("dialog", lambda d: d.dismiss())
    with serve(poisoned_site, "/repo/") as address:
        for file in sorted(poisoned_site.rglob("index.html")):
            part = file.parent.relative_to(poisoned_site).as_posix()
            page.goto(f"{address}{'' if part == '.' else part + '/'}")
            assert page.evaluate("window.geraakt") is None, part
            assert page.locator("main h1").count() == 1, part


def test_search_shows_hostile_text_as_text(poisoned_site: Path, page: Page) -> None:
    with serve(poisoned_site, "/repo/") as address:
        page.goto(address)
        page.get_by_role("searchbox").fill("geraakt")
        page.locator(".zoek__lijst li").first.wait_for()
        assert page.evaluate("window.geraakt") is None
        assert page.locator(".zoek__lijst img, .zoek__lijst script, .zoek__lijst svg").count() == 0
