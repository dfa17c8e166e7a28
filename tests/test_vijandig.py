"""Whatever is typed in the YAML: a site or messages, and never a page that runs what was typed."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from hulp.klein_huis import KLEIN_HUIS
from hulp.server import bediend
from hulp.site import bouw_site, schrijf_organisatie

GIF = "".join(
    [
        "<script>window.geraakt=1</script>",
        "<img src=x onerror='window.geraakt=2'>",
        '"><svg onload=window.geraakt=3>',
        "' onmouseover='window.geraakt=4",
        "{{ 7*191 }}{% raise %}${7*191}",
        "]]><!--</title></textarea></style>",
        "[klik](https://goed.example) 😀 عربى ‮ &lt;b&gt; &amp; \\ \u2028",
    ]
)
"""One line that tries every way out of a text at once."""

TEKSTVELDEN = {
    "naam", "payoff", "missie", "ik", "kernboodschap", "omschrijving", "levensgebeurtenissen",
    "vraag", "pijn", "winst", "kort", "jij", "wij", "netwerk", "per", "toelichting", "tekst",
    "functie", "belofte", "waar", "wanneer", "deskundig_in", "over", "citaat", "door", "titel",
    "medium", "wat", "talen", "straat", "plaats", "bereikbaarheid", "toegankelijkheid", "spoed",
    "maat", "werkgebied", "roepnaam", "kvk", "afscheid",
}  # fmt: skip


def vergiftig(waarde: Any, sleutel: str = "") -> Any:
    """Replace every free text in a YAML tree by `GIF`."""
    if isinstance(waarde, dict):
        return {k: vergiftig(v, k) for k, v in waarde.items()}
    if isinstance(waarde, list):
        return waarde if sleutel == "waar" else [vergiftig(v, sleutel) for v in waarde]
    return GIF if sleutel in TEKSTVELDEN and isinstance(waarde, str) else waarde


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
def vergiftigde_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("gif")
    huis: dict[str, str | None] = {}
    for naam in {*KLEIN_HUIS, *EXTRA}:
        boom = {**yaml.load(KLEIN_HUIS.get(naam, "{}"), yaml.BaseLoader), **EXTRA.get(naam, {})}
        if not naam.startswith("concurrenten/"):
            huis[naam] = json.dumps(vergiftig(boom), ensure_ascii=False)
    return bouw_site(schrijf_organisatie(map_, huis))


class _Elementen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.adressen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        if tag == "script" and kenmerken.get("type") != "application/ld+json":
            self.scripts.append(kenmerken.get("src") or "inline")
        self.handlers += [n for n in kenmerken if n.startswith("on")]
        self.adressen += [kenmerken[n] or "" for n in ("href", "src", "action") if n in kenmerken]


def test_only_our_own_script_is_in_the_pages(vergiftigde_site: Path) -> None:
    paginas = list(vergiftigde_site.rglob("*.html"))
    assert len(paginas) > 12
    for pagina in paginas:
        gevonden = _Elementen(pagina.read_text("utf-8"))
        assert all(s.endswith("assets/zoek.js") for s in gevonden.scripts), pagina
        assert not gevonden.handlers, pagina
        assert not [
            a for a in gevonden.adressen if a.lower().startswith(("javascript", "data", "x"))
        ]


def test_what_was_typed_is_shown_as_typed(vergiftigde_site: Path) -> None:
    pagina = (vergiftigde_site / "aanbod/boodschappentaxi/index.html").read_text("utf-8")
    assert "{{ 7*191 }}{% raise %}" in pagina
    assert "1337" not in pagina


def test_no_page_runs_what_was_typed(vergiftigde_site: Path, pagina: Page) -> None:
    pagina.on("dialog", lambda d: d.dismiss())
    with bediend(vergiftigde_site, "/repo/") as adres:
        for bestand in sorted(vergiftigde_site.rglob("index.html")):
            deel = bestand.parent.relative_to(vergiftigde_site).as_posix()
            pagina.goto(f"{adres}{'' if deel == '.' else deel + '/'}")
            assert pagina.evaluate("window.geraakt") is None, deel
            assert pagina.locator("main h1").count() == 1, deel


def test_search_shows_hostile_text_as_text(vergiftigde_site: Path, pagina: Page) -> None:
    with bediend(vergiftigde_site, "/repo/") as adres:
        pagina.goto(adres)
        pagina.get_by_role("searchbox").fill("geraakt")
        pagina.locator(".zoek__lijst li").first.wait_for()
        assert pagina.evaluate("window.geraakt") is None
        assert (
            pagina.locator(".zoek__lijst img, .zoek__lijst script, .zoek__lijst svg").count() == 0
        )
