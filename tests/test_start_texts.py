"""What still says "Nog invullen" is in the preview, and not one byte of it on the site.

One house holds a copy of each example for every text field of its kind, by the model: in that
field it has a start text with a mark of its own.
"""

from __future__ import annotations

import copy
import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from helpers.build import DAY, run
from helpers.links import find_broken_links
from helpers.pdf import tiny_pdf
from helpers.site import THEME, build_site
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.checks import check
from propositie.edition import public_huis
from propositie.example import example_of
from propositie.example.read import EXAMPLE_FOLDER
from propositie.huis import KINDS, Huis, Kind, kinds, things_of
from propositie.huis import value_types as v
from propositie.huis.fields import Field, KeyPath, fields_of
from propositie.huis.start_text import (
    TO_FILL_IN,
    filled_in,
    is_placeholder,
    is_typed,
    own_part,
    without_start_text,
)
from propositie.huis.walk import walk_typed
from propositie.inspection import Inspection, inspect
from propositie.kit.selection import SelectionError, choose
from propositie.pages import build_site as build_data
from propositie.plugin.preview import mark_start_texts
from propositie.reading import PagesFolder

OP = date(2026, 10, 5)
"""A day on which everything in the example house is there to be seen."""
SITE_URL = "https://onzesite.example/repo/"
MKDOCS_YML = f"""\
site_name: Welzijn Duinrand
site_url: {SITE_URL}
docs_dir: paginas
theme: {{name: propositie}}
plugins:
  - propositie: {{huis: huis, op: {OP}, deelbeelden: false}}
"""
PAGES = {
    "titel": "---\ntitel: @\n---\n# Parkeren\n\nAchter het dorpshuis.\n",
    "title": "---\ntitle: @\n---\n# Parkeren\n\nAchter het dorpshuis.\n",
    "beschrijving": "---\ntitel: Parkeren\nbeschrijving: @\n---\nAchter het dorpshuis.\n",
    "description": "---\ntitel: Parkeren\ndescription: @\n---\nAchter het dorpshuis.\n",
    "zoekwoorden": "---\ntitel: Parkeren\nzoekwoorden: [auto, '@']\n---\nAchter het dorpshuis.\n",
    "tekst": "# Parkeren\n\nAchter het dorpshuis. @\n\n## Betalen\n\n@\n",
    "alles": "# Parkeren\n\n@\n",
    "lijst": "# Parkeren\n\n- **@**\n- Achter\n\n| Wat | Waar |\n|-|-|\n| Auto | @ |\n",
}
"""Free pages have no form of their own to walk along: each way in which a text stands in one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A start text in the house."""

    mark: str
    kind: str
    id: str
    path: KeyPath
    is_required: bool
    """Whether the thing cannot be without it."""


COLUMNS = {"kolom_jaar", "kolom_waarde"}
"""Names of columns: one that is not there is a mistake of its own."""


def _text_paths(kind: Kind) -> Iterator[tuple[KeyPath, Field, str]]:
    """The path of every text in the example of a kind that the public may read."""
    tree = {key: value for key, value in example_of(kind.name).items() if key != "vroeger"}
    fields = {f.key: f for f in fields_of(kind.model) if not f.is_internal}
    for path, field, text in walk_typed(tree, fields):
        if is_typed(field) and field.key not in COLUMNS:
            yield path, field, text
    for key, field in fields.items():
        inside = {part.key: part for part in field.fields}
        if key in tree and field.text_key and is_typed(inside[field.text_key]):  # in its place
            yield (key, 0) if isinstance(tree[key], list) else (key,), field, ""


def test_the_examples_have_every_text_field() -> None:
    """What the walk below misses is not tried."""

    def names(fields: tuple[Field, ...], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        for field in fields:
            if field.is_internal or field.key in {"vroeger", *COLUMNS}:
                continue
            inside = field.fields if field.value_type in (v.GROUP, v.TABLE) else ()
            yield from names(inside, (*path, field.key))
            if is_typed(field):
                yield (*path, field.key)

    for kind in KINDS:
        if kind.public and kind.is_managed:
            tried = {tuple(s for s in p if isinstance(s, str)) for p, _, _ in _text_paths(kind)}
            tried |= {(f.key, f.text_key) for _, f, _ in _text_paths(kind) if f.text_key}
            assert set(names(fields_of(kind.model))) <= tried, kind.name


def _mark(number: int) -> str:
    """A word without a digit, for which nothing else on the site can be taken."""
    return f"merkteken{str(number).translate(str.maketrans('0123456789', 'abcdefghij'))}x"


def _put(tree: Any, path: KeyPath, value: str) -> Any:
    tree = copy.deepcopy(tree)
    here = tree
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return tree


def _draw_pictures(folder: Path, kind: Kind, tree: Mapping[str, Any]) -> None:
    for _, field, name in walk_typed(tree, {f.key: f for f in fields_of(kind.model)}):
        if field.value_type is v.DOCUMENT:
            (folder / name).write_bytes(tiny_pdf())
        elif field.value_type is v.CSV:
            (folder / name).write_text("Jaar;Ritten\n2025;188\n", "utf-8")
        elif field.value_type is v.IMAGE and not (folder / name).exists():
            if name.endswith(".svg"):
                (folder / name).write_text(
                    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
                    '<path d="M0 0h9v9z"/></svg>',
                    "utf-8",
                )
            else:
                Image.new("RGB", (600, 750), (40, 90, 140)).save(folder / name)


@dataclass(frozen=True)
class _House:
    folder: Path
    places: tuple[_Place, ...]

    @property
    def inspection(self) -> Inspection:
        pages = PagesFolder(self.folder / "paginas", "paginas")
        return inspect(self.folder / "huis", OP, pages=pages)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> _House:
    """The example house, and a copy of each thing in it for every text that it has."""
    folder = tmp_path_factory.mktemp("invullen")
    places: list[_Place] = []
    number = 0
    for kind in KINDS:
        if not kind.is_managed:
            continue
        place = folder / "paginas" / kind.folder if kind.is_markdown else folder / "huis"
        place = place if kind.is_single or kind.is_markdown else place / kind.name
        place.mkdir(parents=True, exist_ok=True)
        tree = {k: w for k, w in example_of(kind.name).items() if k not in {"vroeger", "letter"}}
        _draw_pictures(place, kind, tree)
        everything: Any = tree
        for path, _, _ in _text_paths(kind) if kind.public else ():
            if path[0] == "letter":
                continue
            number += 1
            mark = _mark(number)
            start = f"{TO_FILL_IN}: {mark}"
            id_ = kind.name if kind.is_single else f"kopie-{number}"
            places.append(_Place(mark, kind.name, id_, path, False))
            if kind.is_single:
                everything = _put(everything, path, start)
            else:
                _write(place / id_, kind, _put(tree, path, start))
        if kind.is_single:
            _write(place / kind.name, kind, everything)
    for name in ("huis", "paginas"):
        for file in sorted((EXAMPLE_FOLDER / name).rglob("*")):
            target = folder / name / file.relative_to(EXAMPLE_FOLDER / name)
            if file.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
    for name, text in PAGES.items():
        number += 1
        mark = _mark(number)
        places.append(_Place(mark, "paginas", f"parkeren-{name}", (name,), name == "alles"))
        quote = '"' if name in {"titel", "title", "beschrijving", "description"} else ""
        written = text.replace("@", f"{quote}{TO_FILL_IN}: {mark}{quote}")
        (folder / "paginas" / f"parkeren-{name}.md").write_text(written, "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")
    return _House(folder, tuple(places))


def _write(path: Path, kind: Kind, tree: Mapping[str, Any]) -> None:
    if kind.is_markdown:
        head = json.dumps({k: w for k, w in tree.items() if k != "tekst"}, ensure_ascii=False)
        path.with_suffix(".md").write_text(
            "---\n" + "\n".join(f"{k}: {json.dumps(w, ensure_ascii=False)}"
                                for k, w in json.loads(head).items())
            + f"\n---\n\n{tree['tekst']}\n", "utf-8",
        )  # fmt: skip
    else:
        path.with_suffix(".yml").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")


@pytest.fixture(scope="module")
def huis(house: _House) -> Huis:
    found = house.inspection
    assert found.huis is not None, [f.message for f in found.errors]
    return found.huis


@pytest.fixture(scope="module")
def site(house: _House) -> Path:
    return build_site(house.folder / "mkdocs.yml", strict=True)


def _bytes_of(site: Path) -> dict[str, bytes]:
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return {n: gzip.decompress(b) if n.endswith(".gz") else b for n, b in found.items()}


def test_no_byte_of_a_start_text_is_on_the_site(site: Path) -> None:
    """In a page, an index, a feed, a calendar or whatever else was written."""
    for name, content in _bytes_of(site).items():
        low = content.lower()
        assert TO_FILL_IN.lower().encode() not in low, name
        assert b"merkteken" not in low, name


def test_nothing_leads_to_what_is_absent(site: Path) -> None:
    assert find_broken_links(site, SITE_URL) == []


def test_each_of_them_would_be_there_otherwise(house: _House, huis: Huis) -> None:
    """The test above finds what is shown: nearly every field of the model is, somewhere."""
    loaded = house.inspection.loaded
    shown = build_data(
        public_huis(huis, OP, keep_start_texts=True),
        THEME,
        loaded.image_path,
        lambda kind, id_: loaded.sources[kind, id_].shown_as,
        SITE_URL,
        share_images=False,
    )
    written = b"".join(f.content for f in shown.all_files()).decode("utf-8", "replace")
    written += "".join(f"{p.content}{p.jsonld}{p.description}{p.search_text}" for p in shown.pages)
    ours = [place for place in house.places if place.kind not in {"paginas", "merk"}]
    hidden = {(p.kind, *p.path) for p in ours if p.mark not in written}
    assert len(hidden) < len(ours) / 8, hidden


NOTHING_WITHOUT = {("vernieuwingen", "omschrijving")}
"""What may be left out, and without which the public is told nothing."""


def test_a_thing_is_absent_only_when_it_cannot_do_without(
    house: _House, huis: Huis, site: Path
) -> None:
    """By the model: what may be left out is left out, and the rest of the thing stays."""
    public = public_huis(huis, OP)
    for place in house.places:
        kind = kinds()[place.kind]
        if kind.is_single or kind.name == "paginas":
            continue
        thing = things_of(huis, kind)[place.id]
        own = own_part(thing, kind)
        is_there = place.id in things_of(public, kind)
        is_told = own is not None and (place.kind, *place.path) not in NOTHING_WITHOUT
        assert is_there is is_told, place
        if own is None:
            address = kind.address_of(place.id) if kind.has_pages else ""
            assert not address or not (site / address).exists(), place
            continue
        # all that was taken out is what held the start text: the field, or a group around it
        given = thing.model_dump(exclude_defaults=True, by_alias=True)
        left = own.model_dump(exclude_defaults=True, by_alias=True)
        assert {k: w for k, w in given.items() if k != place.path[0]} == {
            k: w for k, w in left.items() if k != place.path[0]
        }, place
    for kind_name, required, optional in [
        ("diensten", ("naam",), ("omschrijving",)),
        ("klantgroepen", ("kernboodschap",), ("deur",)),
        ("agenda", ("naam",), ("kort",)),
        ("medewerkers", ("belofte",), ("over",)),
        ("vacatures", ("wat",), ("uren",)),
        ("wijken", ("naam",), ("omschrijving",)),
        ("partners", ("waarvoor",), ()),
        ("berichten", ("titel",), ("beschrijving",)),
    ]:
        by_path = {p.path: p.id for p in house.places if p.kind == kind_name}
        there = things_of(public, kinds()[kind_name])
        assert by_path[required] not in there, kind_name
        assert not optional or by_path[optional] in there, kind_name


def test_free_pages(house: _House, site: Path) -> None:
    for place in house.places:
        if place.kind == "paginas":
            page = site / place.id / "index.html"
            assert page.exists() is not place.is_required, place
    whole = (site / "parkeren-tekst/index.html").read_text("utf-8")
    assert "Achter het dorpshuis." in whole
    assert "Betalen" not in whole, "a heading without words below it"
    row = (site / "parkeren-lijst/index.html").read_text("utf-8")
    assert "Auto" in row
    assert "<li></li>" not in row


def test_who_does_not_say_who_it_is_asks_search_engines_to_stay_away(
    site: Path, demo_site: Path
) -> None:
    mark = '<meta name="robots" content="noindex">'
    assert mark in (site / "index.html").read_text("utf-8")
    assert mark in (site / "aanbod/index.html").read_text("utf-8")
    assert mark not in (demo_site / "index.html").read_text("utf-8")


# --- what goes along with it ---------------------------------------------------------------------


def _read(folder: Path, **files: str) -> Huis:
    write_huis(
        folder / "huis", {name.replace("__", "/") + ".yml": text for name, text in files.items()}
    )
    found = inspect(folder / "huis", DAY)
    assert found.huis is not None, [f.message for f in found.errors]
    return found.huis


def test_a_house_without_any_is_the_same_object(tmp_path: Path) -> None:
    huis = _read(tmp_path)
    assert filled_in(huis) is huis


def test_what_cannot_be_without_the_other_is_absent_too_and_staff_are_told(tmp_path: Path) -> None:
    """A need without a group is nowhere to be found; the service answers another need as well."""
    huis = _read(
        tmp_path,
        klantgroepen__ouderen=SMALL_HUIS["klantgroepen/ouderen.yml"],
        klantgroepen__nieuw=(
            f"naam: Nieuwkomers\nik: '{TO_FILL_IN}: de zin'\nkernboodschap: Welkom.\n"
        ),
        behoeften__taal=(
            "naam: De taal leren\nklantgroepen: [nieuw]\n"
            "klantvragen: [{vraag: Waar leer ik Nederlands?, bron: balie}]\n"
        ),
        diensten__taal=(
            "naam: Taalmaatje\nbehoeften: [taal]\nkort: Oefenen met een maatje.\n"
            "samen: {jij: [Jij oefent.], wij: [Wij luisteren.]}\n"
        ),
        diensten__boodschappentaxi=SMALL_HUIS["diensten/boodschappentaxi.yml"].replace(
            "[boodschappen]", "[boodschappen, taal]"
        ),
    )  # fmt: skip
    public = public_huis(huis, DAY)
    assert set(public.klantgroepen) == {"ouderen"}
    assert set(public.behoeften) == {"boodschappen"}
    assert set(public.diensten) == {"boodschappentaxi"}
    assert public.diensten["boodschappentaxi"].behoeften == ("boodschappen",)
    told = {hit.thing.id: hit.message for rule, hit in check(huis, DAY) if rule.code == "K98"}
    assert told["taal"].startswith('De behoefte "De taal leren" staat nog niet op de site')


def test_a_price_of_which_nothing_is_left_is_none(tmp_path: Path) -> None:
    dienst = SMALL_HUIS["diensten/boodschappentaxi.yml"]
    price = 'prijs: {bedrag: "3,50", per: rit}'
    assert price in dienst
    huis = _read(
        tmp_path,
        diensten__boodschappentaxi=dienst.replace(price, f"prijs: '{TO_FILL_IN}: de prijs'"),
        diensten__bus=dienst.replace(price, f'prijs: {{bedrag: "2", per: "{TO_FILL_IN}: wat"}}')
        .replace("Boodschappentaxi", "Boodschappenbus"),
    )  # fmt: skip
    public = public_huis(huis, DAY)
    assert public.diensten["boodschappentaxi"].prijs is None
    bus = public.diensten["bus"].prijs
    assert bus is not None
    assert bus.bedrag == Decimal(2)
    assert bus.per is None


def test_there_is_no_kit_of_what_is_not_on_the_site(tmp_path: Path) -> None:
    huis = _read(
        tmp_path,
        medewerkers__amal=(
            f"naam: Amal Haddad\nfunctie: '{TO_FILL_IN}: de functie'\nbelofte: Ik ben er.\n"
            "te_vinden: [{waar: Markt, wanneer: vrijdag}]\n"
        ),
    )
    with pytest.raises(SelectionError, match='Van "Amal Haddad" kan nog geen kit gemaakt worden'):
        choose([], "amal", huis, DAY)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nog invullen: alles", ""),
        ("nog invullen", ""),
        (
            "Wat moet ik nog invullen op dat formulier?",
            "Wat moet ik nog invullen op dat formulier?",
        ),
        ("Bel ons. Nog invullen: het nummer.", "Bel ons."),
        ("Eén.\n\nNog invullen: twee\nen verder\n\nDrie.", "Eén.\n\n\nDrie."),
        ("## Kop\n\nNog invullen\n\n## Andere\n\nTekst", "\n## Andere\n\nTekst".lstrip()),
        ("- Nog invullen\n- Twee", "- Twee"),
        ("1. Nog invullen\n2. Twee", "2. Twee"),
        ("> Nog invullen: wie dit zei", ""),
        ("**Nog invullen:** de kop\n\nTekst", "Tekst"),
        ("[Nog invullen](https://x.example)\n\nTekst", "Tekst"),
        ("Kijk op [Nog invullen: waar](https://x.example) voor meer.", "Kijk op"),
        ("![Nog invullen: wat er te zien is](x.jpg)", ""),
        ("??? Nog invullen\n    Verborgen.\n\nTekst", "Tekst"),
        ("| a | b |\n|-|-|\n| Nog invullen | 2 |", "| a | b |\n|-|-|\n| | 2 |"),
    ],
)
def test_a_text_of_several_lines(text: str, left: str) -> None:
    assert without_start_text(text) == left
    assert is_placeholder(text) is (text != left)


def test_the_preview_shows_where_something_is_missing() -> None:
    page = (
        f"<title>{TO_FILL_IN}</title><h1>Bus</h1><p>Rijdt. {TO_FILL_IN}: hoe laat</p>"
        f"<script>'{TO_FILL_IN}'</script><img alt='{TO_FILL_IN}'>"
    )
    assert mark_start_texts(page) == page.replace(
        f"{TO_FILL_IN}: hoe laat", f'<mark class="vv-nog">{TO_FILL_IN}: hoe laat</mark>'
    )


def test_a_fresh_house_builds_with_nothing_to_show(tmp_path: Path) -> None:
    """Day one: a name and a way to reach it, and no page that says what is missing."""
    run(["propositie", "nieuw", "club", "--naam", "Welzijn Duinrand", "--plaats", "Duinrand",
         "--telefoon", "0599 000 200"], cwd=tmp_path)  # fmt: skip
    run(["mkdocs", "build", "--strict"], cwd=tmp_path / "club")
    site = tmp_path / "club" / "site"
    for name, content in _bytes_of(site).items():
        assert TO_FILL_IN.encode() not in content, name
        assert b"Eerste " not in content, name
    home = (site / "index.html").read_text("utf-8")
    assert "<title>Welzijn Duinrand</title>" in home
    assert "0599 000 200" in home
    assert (site / "contact/index.html").exists()
    assert not (site / "mensen").exists()
    assert find_broken_links(site, "https://welzijn.example/") == []
