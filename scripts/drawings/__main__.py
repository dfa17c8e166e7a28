"""Draw the pictures of the demo organisation, Stichting Welzijn Lindeborg.

Everything is drawn in code by ourselves: people, places and the brand mark are lists of points
that a wobbly pen follows, over flat colour patches that are printed a little out of register.
Nobody in these pictures exists and nothing was traced, so they may be used freely.

    python -m scripts.tekeningen                # draw everything
    python -m scripts.tekeningen gijs ouderen   # draw only these
    python -m scripts.tekeningen --proef DIR    # also leave a PNG of each in DIR

Drawing needs the standard library only. Turning a drawing into a WebP file needs Playwright, a
Chromium on the path and Pillow; both are imported where they are used.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from .brand_mark import MARKS, mark_svg
from .pen import Pen, Sheet
from .portraits import ayse, daan, gijs, lotte, marjolein, robert, samira, wim
from .scenes import (
    boodschappentaxi,
    eetpunt,
    geldzorgen,
    klusdienst,
    koffie,
    mantelzorgers,
    nabestaanden,
    nieuwkomers,
    ouderen,
    ouders,
    two_cups,
    vrijwilligers,
)


@dataclass(frozen=True)
class Picture:
    """One picture: where it goes, its size and who draws it."""

    path: str
    size: tuple[int, int]
    draw: Callable[[Pen], None]


MOST_BYTES = 60_000
PORTRAIT, SCENE = (720, 900), (1200, 800)
PEOPLE = (gijs, samira, ayse, wim, lotte, daan, marjolein, robert)
GROUPS = (ouderen, mantelzorgers, ouders, nieuwkomers, nabestaanden, geldzorgen, vrijwilligers)
SERVICES = (boodschappentaxi, eetpunt, koffie, klusdienst)
PICTURES = [
    *(Picture(f"medewerkers/{draw.__name__}.webp", PORTRAIT, draw) for draw in PEOPLE),
    *(Picture(f"klantgroepen/{draw.__name__}.webp", SCENE, draw) for draw in GROUPS),
    *(Picture(f"diensten/{draw.__name__}.webp", SCENE, draw) for draw in SERVICES),
    Picture("../paginas/blog/twee-kopjes-dinsdag.webp", SCENE, two_cups),
]


def drawing(picture: Picture) -> str:
    """The picture as SVG; the same picture comes out the same every time."""
    sheet = Sheet(*picture.size, rng=random.Random(picture.path))
    picture.draw(Pen(sheet))
    return sheet.svg()


def render(pictures: Sequence[Picture], target: Path, proof: Path | None) -> None:
    """Turn the drawings into WebP files (and PNG proofs)."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    flags = (
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=flags.split()
        )
        page = browser.new_page(device_scale_factor=2)
        for picture in pictures:
            width, height = picture.size
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(f'<body style="margin:0;line-height:0">{drawing(picture)}</body>')
            image = Image.open(BytesIO(page.screenshot())).convert("RGB")
            image = image.resize(picture.size, Image.Resampling.LANCZOS)
            path = target / picture.path
            path.parent.mkdir(parents=True, exist_ok=True)
            for quality in (82, 78, 74, 70):
                image.save(path, quality=quality, method=6)
                if path.stat().st_size < MOST_BYTES:
                    break
            if proof:
                image.save(proof / f"{path.stem}.png")
            print(f"{path.stem:18} {path.stat().st_size / 1000:5.1f} kB")
        browser.close()


def main() -> None:
    """Draw the pictures that are asked for, or all of them."""
    parser = argparse.ArgumentParser(description="Teken de plaatjes van de demo-organisatie.")
    parser.add_argument("naam", nargs="*", help="alleen deze (bijvoorbeeld gijs ouderen)")
    parser.add_argument("--proef", type=Path, help="map voor een PNG van elk plaatje")
    choice = parser.parse_args()
    target = Path(__file__).parents[2] / "site_src" / "huis"
    for name, (width, height, words) in MARKS.items():
        if not choice.naam or name in choice.naam:
            (target / f"{name}.svg").write_text(mark_svg(width, height, words), encoding="utf-8")
    wanted = [p for p in PICTURES if not choice.naam or Path(p.path).stem in choice.naam]
    if wanted:
        render(wanted, target, choice.trial)


if __name__ == "__main__":
    main()
