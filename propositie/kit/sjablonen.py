"""The kit's own sources in the theme (`theme/kit/`), nearest folder first, so that each can be
overridden on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ..paginas.opmaak import aangesproken

MAP = "kit"
_ZETWERK = ".typ"


class Sjablonen:
    """Everything that `theme/kit/` says about how the kit looks and speaks."""

    def __init__(self, mappen: Sequence[Path], vorm: str) -> None:
        self.zetwerk: Mapping[str, str] = _alle_zetwerk(mappen)
        """The typst sources by file name."""
        self.woorden = _woorden(mappen, vorm)
        self.env = Environment(
            loader=FileSystemLoader(mappen),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.env.filters["zin"] = _zin
        self.env.globals["zeg"] = self.zeg

    def zeg(self, sleutel: str, **waarden: object) -> str:
        """A sentence of the kit, in the organisation's form of address."""
        return self.woorden[sleutel].format(**waarden)

    def vul(self, sjabloon: str, gegevens: Mapping[str, object]) -> str:
        """Fill in one of the text or HTML templates."""
        return self.env.get_template(f"{MAP}/{sjabloon}").render(gegevens)

    def bron(self) -> str:
        """All that decides how a kit looks, as one text: another theme, another kit."""
        namen = sorted(self.env.list_templates(filter_func=_is_van_kit))
        return "\0".join(self.env.loader.get_source(self.env, n)[0] for n in namen)  # type: ignore[union-attr]


def _is_van_kit(naam: str) -> bool:
    return naam.startswith(f"{MAP}/")


def _alle_zetwerk(mappen: Sequence[Path]) -> Mapping[str, str]:
    gevonden: dict[str, Path] = {}
    for map_ in mappen:
        for pad in sorted((map_ / MAP).glob(f"*{_ZETWERK}")):
            gevonden.setdefault(pad.name, pad)
    return {naam: pad.read_text("utf-8") for naam, pad in gevonden.items()}


def _woorden(mappen: Sequence[Path], vorm: str) -> Mapping[str, str]:
    for map_ in mappen:
        pad = map_ / MAP / "woorden.yml"
        if pad.is_file():
            ruw = yaml.load(pad.read_text("utf-8"), Loader=yaml.CBaseLoader)
            return {sleutel: aangesproken(tekst, vorm) for sleutel, tekst in ruw.items()}
    raise FileNotFoundError(f"{MAP}/woorden.yml")


def _zin(tekst: str) -> str:
    """A text that ends as a sentence does."""
    af = tekst.rstrip("”\"')»").endswith((".", "!", "?", "…"))
    return tekst if af or not tekst else f"{tekst}."
