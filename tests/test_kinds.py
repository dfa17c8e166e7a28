"""A kind is declared once: what must be known of it follows, and nothing is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest

from helpers.build import ROOT
from helpers.kinds import ALL_PAGES
from helpers.search import addresses_in
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.edition import PublicHuis
from propositie.example import example_path
from propositie.explaining import explain
from propositie.handbook.handbook_pages import CHAPTERS, chapter_order
from propositie.huis import KINDS, Huis, Internal, Kind, kind_at, kind_of_class, kinds, overview_of
from propositie.pages.words import read_words
from propositie.reading import load_huis

THEME = ROOT / "theme"
SITE_SRC = ROOT / "site_src"
MESSAGES = Path(__file__).parent / "messages"


def class_in(hint: object) -> tuple[object, bool]:
    """The class that a field of a house holds, and whether there is only one."""
    many = get_origin(hint) is Mapping
    return (get_args(hint)[1], False) if many else (hint, True)


def test_the_house_has_a_field_for_each_kind_and_no_other() -> None:
    hints = get_type_hints(Huis)
    held = {f.name: class_in(hints[f.name]) for f in fields(Huis)}
    assert held == {kind.name: (kind.model, kind.is_single) for kind in KINDS}


def test_the_public_house_has_a_field_for_each_public_kind() -> None:
    hints = get_type_hints(PublicHuis)
    held = {f.name: class_in(hints[f.name]) for f in fields(PublicHuis)}
    declared = {k.name: (k.public[0], k.is_single) for k in KINDS if k.public}
    beside = {
        "on_date", "afscheiden", "neemt_over_van", "afscheid_bij", "ter_ere_van", "einden",
        "is_anonymous", "waarderingen", "kleine_aantallen",
    }  # fmt: skip
    assert {name: held[name] for name in held if name not in beside} == declared


def _has_example(kind: Kind) -> bool:
    try:
        return example_path(kind.name).is_file()
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_nothing_of_a_kind_is_forgotten(kind: Kind) -> None:
    """Each thing that must be made for a kind, by name: who adds one is told what is missing."""
    words = read_words([THEME], "je")
    demo = SITE_SRC / ("paginas" if kind.is_markdown else "huis")
    place = demo / (f"{kind.name}.yml" if kind.is_single else kind.folder or kind.name)
    if kind.is_markdown:
        place = demo / kind.folder
    chapter = kind.chapter or f"soorten/{kind.name}.md"
    cases = "\n".join(p.read_text("utf-8") for p in MESSAGES.glob("*.yml"))
    known = f"../paginas/{kind.folder}" if kind.is_markdown else kind.name
    if not kind.is_markdown:  # a mere word may stand in any message
        known += ".yml:" if kind.is_single else "/"
    forms = (Path(__file__).parent / "test_forms.py").read_text("utf-8")
    in_small = [n for n in SMALL_HUIS if n.split("/")[0].removesuffix(".yml") == kind.name]
    needed = {
        "a module propositie/huis/<name>.py": (ROOT / f"propositie/huis/{kind.name}.py").is_file(),
        "an example with every field": _has_example(kind),
        "a chapter of the handbook": (CHAPTERS / chapter).is_file(),
        "a place in the contents of the handbook": chapter in chapter_order(),
        "something in the demo": place.exists(),
        "a golden case": known in cases,
        "one in the small house of tests": kind.is_markdown or in_small,
        "its page in tests/helpers/kinds.py": not kind.overview or f"{kind.address}/" in ALL_PAGES,
        "a text in ONE_FIELD of tests/test_forms.py": not kind.is_managed
        or f'    "{kind.folder_name}' in forms,
        "a naming field": kind.naming is None or kind.naming in kind.model.model_fields,
        "a public side without internals": not any(issubclass(p, Internal) for p in kind.public),
        "a template of the page of one thing": not kind.template
        or (THEME / f"huis/{kind.template}.html").is_file(),
        "a template of the overview": not kind.overview
        or (THEME / f"huis/{kind.overview}.html").is_file(),
        "fixed words for its name on the site": not kind.address or kind.words in words,
        "an address for its pages": kind.address is not None or not (kind.template or kind.menu),
        "a field for old names, for its pages have addresses": not kind.has_pages
        or {"vroeger", "zoekwoorden"} <= kind.model.model_fields.keys(),
    }
    assert [thing for thing, is_there in needed.items() if not is_there] == []


def test_a_class_of_either_side_belongs_to_its_kind() -> None:
    for kind in KINDS:
        for class_ in (kind.model, *kind.public):
            assert kind_of_class(class_) is kind


def test_a_kind_without_pages_is_at_no_address() -> None:
    assert kind_at("waarom-wij") is None
    assert kind_at("mensen") is kind_of_class(KINDS[8].model)


PAGES = {
    "../paginas/index.md": "# Welkom\n\nKom binnen.\n",
    "../paginas/over/ons.md": "---\ntitel: Over ons\nzoekwoorden: [wie]\n---\n\nDat zijn wij.\n",
    "../paginas/over/English page.md": "---\ntitle: In English\n---\n\nHello.\n",
    "../paginas/blog/index.md": "Woorden boven het overzicht.\n",
    "../paginas/lijn.md": "---\nEen streep erboven.\n---\n",
    "../paginas/anker.md": "---\nextra: &a {b: 1}\nmore: *a\n---\n\nTekst.\n",
    "../paginas/leeg.md": "",
    "../paginas/multi.md": "title: Oud\nauthor: Wim\n\nTekst.\n",
    "../paginas/material.md": (
        "---\ntitle: Material\ndescription: Wat Material kent\nhide: [navigation, toc]\nid: x\n"
        "hide: [toc]\nicon: material/home\nstatus:\ntags:\n  - a\nsearch: {exclude: true}\n---\n"
        "\n<div markdown>\n[x](https://x.example)\n</div>\n"
    ),
}


def test_free_pages_are_read_and_what_is_foreign_in_their_head_is_not(tmp_path: Path) -> None:
    loaded = load_huis(write_huis(tmp_path / "huis", PAGES))
    assert {f.code for f in explain(loaded)} == {"V12", "V24"}  # a space, the page of the start
    assert loaded.huis is not None
    read = {id_: (p.titel, p.beschrijving) for id_, p in loaded.huis.paginas.items()}
    assert read == {
        "index": (None, None),
        "over/ons": ("Over ons", None),
        "over/English page": ("In English", None),
        "blog/index": (None, None),
        "lijn": (None, None),
        "anker": (None, None),
        "leeg": (None, None),
        "multi": (None, None),
        "material": ("Material", "Wat Material kent"),
    }
    assert loaded.huis.paginas["over/ons"].zoekwoorden == ("wie",)
    assert loaded.huis.paginas["over/ons"].tekst == "Dat zijn wij."
    assert loaded.huis.paginas["lijn"].tekst.startswith("---")


def test_search_and_sitemap_leave_out_a_kind_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = replace(kinds()["behoeften"], in_search=False, in_sitemap=False)
    monkeypatch.setattr("propositie.pages.builder.kinds", lambda: {**kinds(), hidden.name: hidden})
    monkeypatch.setattr(
        "propositie.pages.builder.kind_of_overview",
        lambda template: hidden if template == hidden.overview else None,
    )
    site = build_site(write_organisatie(tmp_path))
    found = {address.partition("/")[0] for address in addresses_in(site)}
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert (site / hidden.address_of("boodschappen") / "index.html").is_file()
    assert {kinds()["diensten"].address, hidden.address} & found == {kinds()["diensten"].address}
    assert f"/{hidden.overview_address}" not in sitemap
    assert f"/{overview_of('diensten')}" in sitemap
