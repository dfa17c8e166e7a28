"""The words of the interface: all in one file, all used, in both forms of address."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
import yaml

from hulp.bouwen import WORTEL
from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from propositie.huis.behoeften import Klantbron
from propositie.huis.diensten import Betaler, Trede, Vorm
from propositie.huis.velden import As
from propositie.paginas.opmaak import aangesproken
from propositie.paginas.toegankelijkheid import GETOETST, NIET_GETOETST

VOOR_STAF = {"beheer", "kit", "werkboek"}
"""Folders of templates that the public never sees: they speak Dutch to staff, as messages do."""
VOORVERTONING = {"nood.html", "voorvertoning.html"}
"""What only a preview shows."""
SJABLONEN = [
    p for p in sorted((WORTEL / "theme").rglob("*.html"))
    if p.parent.name not in VOOR_STAF and p.name not in VOORVERTONING
]  # fmt: skip
"""The templates of the public site."""
WOORDEN: dict[str, str] = yaml.load(
    (WORTEL / "theme/woorden/nl.yml").read_text("utf-8"), yaml.BaseLoader
)
SAMENGESTELD = {
    "as_": get_args(As),
    "betaler_": get_args(Betaler),
    "bron_": get_args(Klantbron),
    "getoetst_": GETOETST,
    "niet_getoetst_": NIET_GETOETST,
    "trede_": (*get_args(Trede), "anders"),
    "vorm_": get_args(Vorm),
}
"""Keys that are put together in a template, and every end that they can have."""
MEER_DAN_LEESBAAR = {
    "alt", "title", "placeholder", "aria-label", "aria-description", "content", "value", "label",
}  # fmt: skip
GEEN_WOORDEN = re.compile(
    r"width=device-width, initial-scale=1|nl_NL|website|profile|summary(_large_image)?"
    r"|noindex(, nofollow)?|image/png|same-origin|0; url=|light dark|default-src [^\"]*"
    r"|\(prefers-color-scheme: (light|dark)\)"
)


def zonder_jinja(tekst: str) -> str:
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", tekst, flags=re.S)


def vaste_woorden(sjabloon: str) -> Iterator[str]:
    """The words in a template that come neither from data nor from the file with words."""
    tekst = zonder_jinja(sjabloon)
    for naam, waarde in re.findall(r"([\w-]+)=\"([^\"]*)\"", tekst):
        if naam in MEER_DAN_LEESBAAR and not GEEN_WOORDEN.fullmatch(waarde.strip()):
            yield from re.findall(r"[^\W\d_]{2,}", waarde)
    zichtbaar = re.sub(r"<!--.*?-->|<[^<>]*>", " ", tekst, flags=re.S)
    yield from re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", zichtbaar))


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda p: p.relative_to(WORTEL).as_posix())
def test_a_template_has_no_words_of_its_own(sjabloon: Path) -> None:
    assert list(vaste_woorden(sjabloon.read_text("utf-8"))) == []


def test_words_of_its_own_are_found() -> None:
    tekst = '<p title="Kijk {{ x }}">{{ y }}, in <b>{% if a %}1{% endif %}</b></p>'
    assert list(vaste_woorden(tekst)) == ["Kijk", "in"]


def gevraagd() -> set[str]:
    """Every key that a template or a page maker asks for."""
    sleutels: set[str] = set()
    for bestand in SJABLONEN:
        tekst = bestand.read_text("utf-8")
        sleutels |= set(re.findall(r"""zeg\(['"](\w+)['"](?! *~)""", tekst))
        sleutels |= set(re.findall(r"\bw\.(\w+)", tekst))
        for begin, rest in re.findall(r"""zeg\(['"](\w+_)['"] ~ ([^)]*\)?[^)]*)\)""", tekst):
            na = "_uitleg" if "_uitleg" in rest else ""
            sleutels |= {f"{begin}{eind}{na}" for eind in SAMENGESTELD[begin]}
    for bestand in (p for p in (WORTEL / "propositie").rglob("*.py") if p.parent.name != "kit"):
        for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "attr", "") == "zeg":
                sleutels |= {str(a.value) for a in knoop.args if isinstance(a, ast.Constant)}
            elif (
                isinstance(knoop, ast.Subscript)
                and getattr(knoop.value, "id", getattr(knoop.value, "attr", "")) == "woorden"
                and isinstance(knoop.slice, ast.Constant)
            ):
                sleutels.add(str(knoop.slice.value))
    return sleutels


def test_every_key_that_is_asked_for_is_there() -> None:
    assert sorted(gevraagd() - set(WOORDEN)) == []


def test_every_key_is_used() -> None:
    assert sorted(set(WOORDEN) - gevraagd()) == []


@pytest.mark.parametrize("vorm", ["je", "u"])
def test_a_sentence_has_both_forms_and_no_brackets_left(vorm: str) -> None:
    andere = r"\b(u|uw|uzelf)\b" if vorm == "je" else r"\b(je|jij|jou|jouw|jezelf)\b"
    for sleutel, tekst in WOORDEN.items():
        zin = aangesproken(tekst, vorm)
        assert not re.search(r"[\[\]|]", zin), sleutel
        assert not re.search(andere, zin, re.I), f"{sleutel}: {zin}"
        list(Formatter().parse(zin))


def test_whole_sites_in_both_forms_have_no_brackets(tmp_path: Path) -> None:
    for vorm in ("je", "u"):
        org = KLEIN_HUIS["organisatie.yml"].replace("aanspreekvorm: je", f"aanspreekvorm: {vorm}")
        site = bouw_site(schrijf_organisatie(tmp_path / vorm, {"organisatie.yml": org}))
        for pagina in site.rglob("*.html"):
            zonder = re.sub(r"<script.*?</script>", "", pagina.read_text("utf-8"), flags=re.S)
            tekst = re.sub(r"<[^>]*>", " ", zonder)
            assert not re.search(r"\[[^\]]*\||\|[^\[]*\]|\{\w+\}", tekst), pagina
