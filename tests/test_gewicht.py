"""A first visit to any kind of page, in houses of every size: light, still, and ours alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hulp.meting import COMPUTER, TELEFOON, Meting, meet, soorten_van
from hulp.server import bediend


@pytest.mark.parametrize(
    ("site", "venster"),
    [("demo", TELEFOON), ("demo", COMPUTER), ("klein", TELEFOON), ("groot", TELEFOON)],
    indirect=["site"],
    ids=["demo-telefoon", "demo-computer", "klein-telefoon", "groot-telefoon"],
)
def test_a_first_visit_is_light_still_and_asks_no_other_host(
    browser: Browser, site: Path, adres: str, venster: tuple[int, int]
) -> None:
    soorten = soorten_van(site)
    assert {"thuis", "dienst", "medewerker", "contact", "vrij", "404"} <= set(soorten)
    mis = [
        f"{soort} ({pad}): {fout}"
        for soort, pad in soorten.items()
        for fout in meet(browser, adres + pad, venster).mis()
    ]
    assert mis == []


def test_what_is_heavy_restless_or_from_elsewhere_is_found(
    browser: Browser, tmp_path: Path
) -> None:
    """The measure itself: a page that misses every figure is told so, on every figure."""
    plaatjes = "".join(f'<img src="{n}.svg" alt="">' for n in range(9))
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>mis</title><div id='bult'></div><p>Tekst die zakt</p>" + plaatjes +
        "<script src='https://elders.example/x.js'></script><script>requestAnimationFrame(() => "
        "requestAnimationFrame(() => { bult.style.height = '300px'; }));</script>"
        f"<!-- {' '.join(str(n * 7919) for n in range(20_000))} -->",
        "utf-8",
    )  # fmt: skip
    for n in range(9):
        (tmp_path / f"{n}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    with bediend(tmp_path, inpakken=True) as adres:
        meting = meet(browser, adres, TELEFOON)
    gemist = " ".join(meting.mis())
    for woord in ("bytes", "requests", "layout shift", "another host"):
        assert woord in gemist, gemist
    assert Meting(1, 1, 10**9, 99, 0.0, ()).mis() == []
