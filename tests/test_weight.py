"""A first visit to any kind of page, in houses of every size: light, still, and ours alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.measurement import COMPUTER, PHONE, Measurement, kinds_of, measure
from helpers.server import serve


@pytest.mark.parametrize(
    ("site", "viewport"),
    [("demo", PHONE), ("demo", COMPUTER), ("klein", PHONE), ("groot", PHONE)],
    indirect=["site"],
    ids=["demo-telefoon", "demo-computer", "klein-telefoon", "groot-telefoon"],
)
def test_a_first_visit_is_light_still_and_asks_no_other_host(
    browser: Browser, site: Path, address: str, viewport: tuple[int, int]
) -> None:
    kinds = kinds_of(site)
    assert {"thuis", "dienst", "medewerker", "contact", "vrij", "404"} <= set(kinds)
    misses = [
        f"{kind} ({path}): {error}"
        for kind, path in kinds.items()
        for error in measure(browser, address + path, viewport).misses(kind)
    ]
    assert misses == []


def test_what_is_heavy_restless_or_from_elsewhere_is_found(
    browser: Browser, tmp_path: Path
) -> None:
    """The measure itself: a page that misses every figure is told so, on every figure."""
    images = "".join(f'<img src="{n}.svg" alt="">' for n in range(15))
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>mis</title><div id='bult'></div><p>Tekst die zakt</p>" + images +
        "<script src='https://elders.example/x.js'></script><script>requestAnimationFrame(() => "
        "requestAnimationFrame(() => { bult.style.height = '300px'; }));</script>"
        f"<!-- {' '.join(str(n * 7919) for n in range(40_000))} -->",
        "utf-8",
    )  # fmt: skip
    for n in range(15):
        (tmp_path / f"{n}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    with serve(tmp_path, compressed=True) as address:
        measurement = measure(browser, address, PHONE)
    missed = " ".join(measurement.misses())
    for word in ("bytes", "requests", "layout shift", "another host"):
        assert word in missed, missed
    assert Measurement(1, 1, 10**9, 99, 0.0, (), ()).misses() == []
    home = Measurement(100_000, 1, 0, 0, 0.0, (), ())
    assert home.misses("thuis") == []
    assert home.misses("dienst") != []
