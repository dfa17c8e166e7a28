"""Cuts Literata for the package: the files in `propositie/letters/`.

For screens: upright with every weight between 400 and 600, italic of one weight, each in parts for
`unicode-range`; its optical size stays at that of running text. For print: three whole files, with
the letters of all parts together. Both come from npm, to their pinned hash. The same versions give
the same bytes. Run it again only for another version or other letters:

    python scripts/cut_letters.py
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from propositie.forms.packages import Package, get_tarball
from propositie.output.cache import Cache
from propositie.output.literata import (
    LETTERS,
    PRINT,
    SCREEN,
    STYLES,
    SUBSETS,
    WEIGHTS,
    screen_file,
)

ROOT = Path(__file__).resolve().parent.parent
FOR_SCREENS = Package(
    "@fontsource-variable/literata",
    "5.3.0",
    "1Jw7xvOcoGyB83lxB2nG4bfNbqtX2/TTbdh9sHAOmU064SvmSdulDtA5RBu5JYWf64fdaKX7xU+z3GO1T2bCHA==",
    {},
)
FOR_PRINT = Package(
    "@expo-google-fonts/literata",
    "0.4.3",
    "AuxE7NB6Ae1laRK8uTcap5xI2MYTZOXrAWul4SNGBiq4igP7r/q8IO3vdvO/P1MGiRczuyZ1zhTwSm/CaYeq9A==",
    {},
)
PRINT_FILES = {
    "400Regular/Literata_400Regular.ttf": "Literata-Regular.ttf",
    "600SemiBold/Literata_600SemiBold.ttf": "Literata-SemiBold.ttf",
    "400Regular_Italic/Literata_400Regular_Italic.ttf": "Literata-Italic.ttf",
}
OPTICAL_SIZE = 12
"""That of running text: at any size a heading stays sturdy."""
LINE = (960, -240)
"""How high a line in print is, in thousandths: room for `Å` and for `Ş`. The font asks for half as
much again, for two marks on a capital, and those may reach into the line above."""
LICENCE = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://scripts.sil.org/OFL"
)
"""What every file says of itself, wherever a site takes it."""
FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "pnum", "rvrn", "tnum"]
"""Letters with marks, spacing, and figures that stand below each other."""
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
"""The names that stay in a file: among them whose it is (0) and its licence (13, 14)."""
VERTICAL = ["vhea", "vmtx", "VVAR", "DSIG", "gasp"]
"""Tables that nobody reads here: for lines from top to bottom, and for hints that are dropped."""


def main() -> None:
    """Write every file anew."""
    store = Cache(ROOT / ".cache/propositie")
    screen, printed = (_unpack(get_tarball(p, store)) for p in (FOR_SCREENS, FOR_PRINT))
    for folder in (SCREEN, PRINT):
        folder.mkdir(parents=True, exist_ok=True)
    (LETTERS / "OFL.txt").write_bytes(printed["LICENSE_FONT"])
    for style in STYLES:
        weights = WEIGHTS if style == "normal" else WEIGHTS[0]
        for subset, letters in SUBSETS.items():
            font = _open(screen[f"files/literata-{_source(subset)}-opsz-{style}.woff2"])
            font = instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": weights})
            _write(SCREEN / screen_file(subset, style), _cut(font, _in_range(letters)), "woff2")
    everything = set().union(*(_in_range(letters) for letters in SUBSETS.values()))
    for source, name in PRINT_FILES.items():
        font = _cut(_open(printed[source]), everything)
        font["hhea"].ascent, font["hhea"].descent = LINE
        font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = LINE
        _write(PRINT / name, font, None)


def _source(subset: str) -> str:
    """The part of the package that holds the letters of one of ours."""
    return "latin-ext" if subset.startswith("latin-ext") else subset


def _unpack(tarball: bytes) -> dict[str, bytes]:
    """The files of a package by their path in it."""
    with tarfile.open(fileobj=io.BytesIO(tarball), mode="r:gz") as tar:
        return dict(_read_members(tar))


def _read_members(tar: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in tar:
        stream = tar.extractfile(member)
        if stream is not None:
            yield member.name.partition("/")[2], stream.read()


def _open(raw: bytes) -> TTFont:
    return TTFont(io.BytesIO(raw), recalcTimestamp=False)


def _in_range(letters: str) -> set[int]:
    """The characters of a `unicode-range`."""
    found: set[int] = set()
    for part in letters.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _cut(font: TTFont, characters: Iterable[int]) -> TTFont:
    """The font with these characters only."""
    whole = io.BytesIO()  # written and read again, for the instancer leaves out what is empty
    font.flavor = None
    font.save(whole)
    font = _open(whole.getvalue())
    font["name"].setName(LICENCE, 13, 3, 1, 0x409)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = NAMES
    options.drop_tables += VERTICAL
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def _write(path: Path, font: TTFont, flavor: str | None) -> None:
    font.flavor = flavor
    font.save(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes, {len(font.getBestCmap())} signs")


if __name__ == "__main__":
    main()
