"""The logo in the dark: no white patch in the night, and no letters that vanish in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.server import serve
from helpers.site import build_site, write_organisatie
from propositie.pages.dark_logo import is_flat

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" {}</svg>'
MERK = 'kleuren: {hoofd: "#1f5c4d"}\nlogo: logo.svg\n'


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ('stroke="#1f5c4d" fill="none"><path d="M0 0h9"/>', True),
        ('><path fill="#1F5C4D" d="M0 0h9"/><path fill="#1f5c4d" d="M0 9h9"/>', True),
        ('><path d="M0 0h9v9z"/>', True),
        ('><path style="fill:#1f5c4d;stroke:none" d="M0 0h9"/>', True),
        ('><path fill="#1f5c4d" d="M0 0h9"/><path fill="#fff" d="M0 9h9"/>', False),
        ('><linearGradient id="a"/><path fill="url(#a)" d="M0 0h9"/>', False),
        ('><image href="data:image/png;base64,x"/>', False),
    ],
)
def test_one_colour_or_more(drawing: str, expected: bool) -> None:
    assert is_flat(SVG.format(drawing)) is expected


def site_with(folder: Path, drawing: str) -> Path:
    """The small house with this logo."""
    config_file = write_organisatie(folder, {"merk.yml": MERK})
    (folder / "huis/logo.svg").write_text(SVG.format(drawing), "utf-8")
    return build_site(config_file)


@pytest.mark.parametrize(
    ("colours", "is_patched"), [(["#1f5c4d"], False), (["#1f5c4d", "#c00"], True)]
)
def test_in_the_dark(
    browser: Browser, tmp_path: Path, colours: list[str], is_patched: bool
) -> None:
    paths = "".join(f'<path fill="{colour}" d="M0 0h9v9z"/>' for colour in colours)
    with (
        serve(site_with(tmp_path, f">{paths}")) as address,
        browser.new_context(color_scheme="dark") as context,
    ):
        page = context.new_page()
        page.goto(address)
        image, mask = page.evaluate(
            """() => {
              const image = document.querySelector(".top__naam img");
              const mask = getComputedStyle(image.parentElement, "::before").maskImage;
              return [{...getComputedStyle(image)}.opacity + " "
                + getComputedStyle(image).backgroundColor, mask];
            }"""
        )
        if is_patched:
            assert image == "1 rgb(251, 247, 238)"
            return
        assert image.startswith("0 ")
        assert "/beelden/" in mask
        answer = page.request.get(mask.removeprefix('url("').removesuffix('")'))
        assert answer.ok, "the drawing is where the style sheet looks for it"
