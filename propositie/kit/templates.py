"""The kit's own sources in the theme (`theme/kit/`), nearest folder first, so that each can be
overridden on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ..pages.formatting import choose_aanspreekvorm

FOLDER = "kit"
_TYPST = ".typ"


class KitTemplates:
    """Everything that `theme/kit/` says about how the kit looks and speaks."""

    def __init__(self, folders: Sequence[Path], form: str) -> None:
        self.typst_sources: Mapping[str, str] = _all_typst_sources(folders)
        """The typst sources by file name."""
        self.words = _load_words(folders, form)
        self.env = Environment(
            loader=FileSystemLoader(folders),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.env.filters["zin"] = _as_sentence
        self.env.globals["say"] = self.say

    def say(self, key: str, **values: object) -> str:
        """A sentence of the kit, in the organisation's form of address."""
        return self.words[key].format(**values)

    def render(self, template: str, data: Mapping[str, object]) -> str:
        """Fill in one of the text or HTML templates."""
        return self.env.get_template(f"{FOLDER}/{template}").render(data)

    def source(self) -> str:
        """All that decides how a kit looks, as one text: another theme, another kit."""
        names = sorted(self.env.list_templates(filter_func=_is_kit_template))
        return "\0".join(self.env.loader.get_source(self.env, n)[0] for n in names)  # type: ignore[union-attr]


def _is_kit_template(name: str) -> bool:
    return name.startswith(f"{FOLDER}/")


def _all_typst_sources(folders: Sequence[Path]) -> Mapping[str, str]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / FOLDER).glob(f"*{_TYPST}")):
            found.setdefault(path.name, path)
    return {name: path.read_text("utf-8") for name, path in found.items()}


def _load_words(folders: Sequence[Path], form: str) -> Mapping[str, str]:
    for folder in folders:
        path = folder / FOLDER / "words.yml"
        if path.is_file():
            raw = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
            return {key: choose_aanspreekvorm(text, form) for key, text in raw.items()}
    raise FileNotFoundError(f"{FOLDER}/words.yml")


def _as_sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    is_finished = text.rstrip("”\"')»").endswith((".", "!", "?", "…"))
    return text if is_finished or not text else f"{text}."
