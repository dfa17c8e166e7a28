"""A house at the edge of what may be written: the longest values, endless words, other scripts.

It is made from the example house, in which every field of every kind is filled in, so that a new
field is there by itself: each text is replaced by the longest that its field takes. Everything in
it is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw
from pydantic import TypeAdapter, ValidationError

from helpers.pdf import tiny_pdf
from helpers.site import write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.example import example_of, example_path
from propositie.huis import Kind, kinds
from propositie.huis import value_types as v
from propositie.huis.fields import Field, fields_of

COPIES = 7
"""How many there are of every kind of which there can be more than one."""
LONGEST_WORD = "Arbeidsongeschiktheidsverzekeringsgerechtigdenbelangenvereniging"
NAMES = (
    "Anna-Wilhelmina Theodora van den Hoogenband-Schimmelpenninck tot Westerwolde",
    f"{LONGEST_WORD}smedewerkster",
    "Олександра Вишневецька-Ковальчуківська",
    "Θεοδώρα Παπακωνσταντινοπούλου-Χατζηγεωργίου",
    "عبد الرحمن بن سليمان الأنصاري",
    "Thị Mỹ Hạnh Nguyễn-Trần Đặng",
    "王小明",
)
"""What things are called, one for each copy; the second cannot be broken, the last is short."""
SHORT = 25
"""An example with fewer characters is what something is called, not a sentence."""
_TAILS = (
    LONGEST_WORD.lower(),
    "van de Burgemeester Tonckens-Wiardi Beckmanstraat hoek Oude Scheemderhooilaan",
    "Волинська-Подільська область, Кам'янець",
    "en/of/met/zonder/naast/tegenover/achter/voor/boven/onder",
)
"""How what things are called goes on, each in turn."""
_LINE = (
    f"Voor wie met een {LONGEST_WORD.lower()} te maken krijgt, of met de buurvrouw van hiernaast "
    "(“zo'n mens”), en dan ook nog 's avonds na half elf bij de Donaudampfschifffahrtsgesellschaft "
    "langs moet, want Łódź, Çeşme, Đà Nẵng en Київ liggen niet om de hoek."
)
_HOST = f"https://{'welzijn' * 8}.example"
_URL = f"{_HOST}/{'een-adres-zonder-einde/' * 5}{'x' * 90}.html?vraag={'y' * 60}"
_MARKUP = f"""\
{_LINE}

{_URL} en {"lang" * 15}@{"domein" * 10}.example en **{LONGEST_WORD}**.

- {_LINE}
- [{LONGEST_WORD}]({_HOST})

> {_LINE}

`{"code_zonder_spatie_" * 8}`
"""
_PAGE = f"""\
# {LONGEST_WORD} en wat daar verder nog bij komt kijken

{_MARKUP}
| {" | ".join(f"Kolom {n} {LONGEST_WORD[:20]}" for n in range(9))} |
|{"---|" * 9}
| {" | ".join(f"€ 1.{n}50,00 per kwartaal" for n in range(9))} |

## {_LINE}

```
{"een regel code die maar niet ophoudt " * 8}
```

1. {_LINE}
    1. {_LINE}
        1. {_LINE}

??? {LONGEST_WORD}
    {_LINE}

![{_LINE}](plaat.png "{_LINE}")
"""
_SHAPES = ((2400, 300), (300, 1600), (48, 48), (1200, 800))
"""Sizes of pictures: a panorama, a tower, a stamp, a usual one."""


def write_odd(folder: Path) -> Path:
    """Write the odd house to `folder`; return its mkdocs.yml."""
    things = dict(_files())
    files = {f"huis/{name}": text for name, (_, text) in things.items() if "../" not in name}
    config_file = write_organisatie(
        folder, {**dict.fromkeys(SMALL_HUIS), **{n[5:]: text for n, text in files.items()}}
    )
    for name, (pictures, text) in things.items():
        path = folder / "huis" / name
        if "../" in name:
            path = folder / name.removeprefix("../")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        for number, picture in enumerate(pictures):
            _draw(path.parent / picture, _SHAPES[(len(name) + number) % len(_SHAPES)])
    (folder / "paginas" / "vreemd.md").write_text(_PAGE, "utf-8")
    _draw(folder / "paginas" / "plaat.png", _SHAPES[0])
    return config_file


def _files() -> Iterator[tuple[str, tuple[Sequence[str], str]]]:
    """The name of every file, seen from the folder of the house; its pictures, its text."""
    for kind in kinds().values():
        if not kind.is_single and not kind.is_managed:
            continue  # a free page is written as a whole
        for copy in range(1 if kind.is_single else COPIES):
            writer = _Writer(kind, copy)
            tree = writer.group(example_of(kind.name), fields_of(kind.model))
            name = f"{_id_of(kind, copy)}.yml"
            if kind.is_markdown:
                text = f"---\n{_as_yaml({**tree, 'tekst': None})}---\n\n{_MARKUP}"
                yield f"../paginas/{kind.folder}/{name[:-4]}.md", (writer.pictures, text)
            else:
                yield (
                    name if kind.is_single else f"{kind.name}/{name}",
                    (
                        writer.pictures,
                        _as_yaml(tree),
                    ),
                )


def _id_of(kind: Kind, copy: int) -> str:
    stem = example_path(kind.name).stem
    return f"{stem}-{copy + 1}" if copy else stem


def _as_yaml(tree: Mapping[str, Any]) -> str:
    filled = {key: value for key, value in tree.items() if value is not None}
    return str(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False))


class _Writer:
    """Makes one copy of the example of a kind, with every public text as long as it may be."""

    def __init__(self, kind: Kind, copy: int) -> None:
        self.kind = kind
        self.copy = copy
        self.pictures: list[str] = []

    def group(self, tree: Mapping[str, Any], fields: Sequence[Field]) -> dict[str, Any]:
        """A group of fields, or a whole thing."""
        by_key = {field.key: field for field in fields}
        return {
            key: self._field(by_key[key], value)
            for key, value in tree.items()
            if key in by_key and by_key[key].value_type is not v.FONT and key not in _LEFT_OUT
        }

    def _field(self, field: Field, value: Any) -> Any:
        if field.key == "uit_dienst" and self.copy == COPIES - 1:
            return "2026-01-31"
        if field.kind is not None and not field.is_list:
            own = field.kind == self.kind.name  # nobody is followed up by oneself
            return None if own and not self.copy else _id_of(kinds()[field.kind], 0)
        if field.named is not None:  # more years than there is room for words, without a table
            return {str(2025 - n): str(900_000 * (n + 1)) for n in range(4 + 5 * self.copy)}
        if field.value_type is v.TABLE or field.is_internal or value is None:
            return value
        if field.kind is not None and field.is_list and field.kind != self.kind.name:
            target = kinds()[field.kind]
            return [_id_of(target, copy) for copy in range(1 if target.is_single else COPIES)]
        if isinstance(value, list):
            return [self._one(field, item) for item in value]
        return self._one(field, value)

    def _one(self, field: Field, value: Any) -> Any:
        if isinstance(value, dict):
            return self.group(value, field.fields)
        if field.value_type is v.IMAGE:
            return self._picture(str(value))
        if field.value_type is v.DOCUMENT:
            self.pictures.append(str(value))
            return value
        if field.owner is self.kind.model and field.key == self.kind.naming:
            return longest(field, NAMES[self.copy % len(NAMES)], str(value))
        if field.value_type is v.LINE and len(str(value)) > 1:
            return longest(field, self._line(field, str(value)), str(value))
        if field.value_type is v.DOOR:
            return "onderhoudswerkzaamhedencoördinator"  # as long as a door allows, and one word
        if field.value_type is v.MARKUP:
            return longest(field, _MARKUP, str(value))
        if field.value_type is v.URL:
            return longest(field, _URL, str(value))
        if field.value_type is v.EMAIL:
            local = f"{'voornaam.tussenvoegsel.achternaam.'[:30]}{self.copy}"
            return longest(field, f"{local}@{'welzijnswerk' * 4}.example", str(value))
        return value

    def _line(self, field: Field, example: str) -> str:
        """What comes in the place of a text of one line: what is called something is called
        something long, and a sentence is a long sentence."""
        name = NAMES[self.copy % len(NAMES)]
        if field.key == "roepnaam":
            return name.split()[0]
        if len(example) < SHORT:
            return f"{example} {_TAILS[self.copy % len(_TAILS)]}"
        # cut at another place each time, so that no two things say the same
        return _LINE[: len(_LINE) - 7 * self.copy]

    def _picture(self, name: str) -> str:
        own = f"{Path(name).stem}-{self.copy}.png"
        self.pictures.append(own)
        return own


_LEFT_OUT = {"letter", "vroeger", "keuring"}
"""Keys of what shows nowhere, and of a font, which would stand in for the fonts under test."""


def longest(field: Field, wish: str, otherwise: str) -> str:
    """As much of `wish` as a field takes; `otherwise` when it takes no beginning of that."""
    for length in (len(wish), *range(len(wish) - 1, len(otherwise), -1)):
        part = wish[:length].rstrip()
        if _takes(field, part):
            return part
    return otherwise


def _takes(field: Field, text: str) -> bool:
    try:
        _adapter(field).validate_python([text] if field.is_list else text)
    except (ValidationError, ValueError):
        return False
    return True


@cache
def _adapter(field: Field) -> TypeAdapter[Any]:
    return TypeAdapter(field.annotation)


def _draw(path: Path, size: tuple[int, int]) -> None:
    """A picture of a size: a frame and a cross, so that one sees what is cut off. A document is no
    picture, and has no size."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        path.write_bytes(tiny_pdf())
        return
    image = Image.new("RGB", size, "#fdf6e3")
    pencil = ImageDraw.Draw(image)
    right, bottom = size[0] - 1, size[1] - 1
    pencil.rectangle((0, 0, right, bottom), outline="#1f5c4d", width=6)
    pencil.line((0, 0, right, bottom), fill="#b4532a", width=4)
    pencil.line((0, bottom, right, 0), fill="#b4532a", width=4)
    image.save(path)
