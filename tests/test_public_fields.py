"""Whatever staff fill in for the public stands on a page: every public field of every kind.

The house is the example house, in which every field is filled in, with a mark of its own in each
text. A new field is looked for by itself; what is no text to show is allowed for below, with why.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields as fields_of_class
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from helpers.build import ROOT
from helpers.font import woff2
from helpers.pdf import tiny_pdf
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.dutch import date_in_words, day_and_month, format_amount, format_number
from propositie.dutch.dates import time_in_words
from propositie.edition import PublicHuis, public_huis
from propositie.example import example_of, example_path
from propositie.huis import Afscheid, Cijfer, Kind, Thing, address_of, kind_of_class, kinds
from propositie.huis import value_types as v
from propositie.huis.dates import YearDay
from propositie.huis.days import write_days
from propositie.huis.fields import Field, fields_of
from propositie.huis.parsing import dialable
from propositie.huis.walk import Found, walk
from propositie.inspection import inspect
from propositie.pages.words import read_words

ON_DATE = date(2026, 11, 20)
WORDS = read_words([ROOT / "theme"], "je")

NOT_SHOWN: Mapping[str, str] = {
    "*.vroeger": "an old address, which leads to the page",
    "*.zoekwoorden": "words for the search, which its own tests look for",
    "*.volgorde": "a place in a row",
    "organisatie.versie": "of these files, not of the organisation",
    "organisatie.aanspreekvorm": "every sentence follows it",
    "organisatie.derden": "what may be shown, not what is; the privacy page names them",
    "merk.kleuren": "colours are seen, not read",
    "merk.letter": "a typeface is seen, not read",
    "merk.logo": "a picture, which bears the name of the organisation",
    "merk.beeldmerk": "the icon of the site",
    "merk.afzender": "how staff write, which is heard in every sentence",
    "organisatie.feestdagen": "told as a closed day when it is near, else the hours hold",
    "paginas": "words of their own, which the host of the site renders",
    "afscheiden.functie": "of who left there is a name and a farewell",
    "klantgroepen.soort": "where the group stands: a door, or the page for who commissions",
    "diensten.status.actief": "what a service is unless somebody says otherwise",
    "*.kolom_jaar": "where a value stands in a table, which is shown itself",
    "*.kolom_waarde": "the same",
    "*.herkenbaar": "whether there may be a picture",
    "*.bestand": "the file of a picture or document: what is in it is shown, not what it is called",
}
"""Fields of which the value is nothing to read, each with why."""

SAID: Mapping[str, Mapping[str, str]] = {
    "*.hele_dag": {"ja": "hele_dag"},
    "agenda.vol": {"ja": "is_vol"},
    "diensten.vorm": {"": "vorm_"},
    "diensten.trede": {"": "trede_"},
    "diensten.betaald_door": {"": "betaler_"},
    "diensten.status": {"proef": "proef"},
    "behoeften.klantvragen.bron": {"": "bron_"},
    "usps.as": {"": "as_"},
    "vacatures.soort": {"": "vacature_"},
    "cijfers.richting": {"": "cijfer_"},
    "verhalen.wie.pseudoniem": {"ja": "verhaal_veranderd"},
    "vernieuwingen.status": {"": "vernieuwing_status_"},
    "vernieuwingen.reikwijdte": {"": "vernieuwing_bereik_"},
    "mededelingen.soort": {"let_op": "let_op", "nieuws": "nieuws"},
    "organisatie.anbi.groot": {"ja": "anbi_groot"},
    "organisatie.documenten.soort": {"": "document_"},
    "organisatie.over_ons.bestuur.naam_niet_publiceren": {"ontheffing": "naam_niet_openbaar"},
    "organisatie.over_ons.toezicht.naam_niet_publiceren": {"ontheffing": "naam_niet_openbaar"},
    "organisatie.toegankelijkheid.verplicht": {"": "toegankelijkheid_verplicht_"},
    "organisatie.toegankelijkheid.status": {"": "toegankelijkheid_status_"},
}
"""How a page says a choice, by the path of its field: for each value the key in the file with
words; without a value, how the key begins that ends in the value."""

OWN_WORD = {"organisatie.provincie"}
"""Choices that are said as they are written."""


class Marks:
    """Makes every text of a house different from all others."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        """A word that stands nowhere else."""
        self.count += 1
        return f"zq{self.count:03}x"

    def group(
        self, tree: Mapping[str, Any], fields: Iterable[Field], named: Field | None = None
    ) -> dict[str, Any]:
        """A group, or a whole thing, with marks in its texts; `named` is what stands behind a name
        of the house's own, such as a year."""
        by_key = {field.key: field for field in fields}
        return {key: self.value(by_key.get(key, named), value) for key, value in tree.items()}

    def value(self, field: Field | None, value: Any) -> Any:
        """A value of a field with a mark, when there is room for one."""
        assert field is not None, value
        if isinstance(value, list):
            return [self.value(field, item) for item in value]
        if field.value_type is v.TABLE:
            return {name: self.value(field.fields[0], item) for name, item in value.items()}
        if isinstance(value, dict):
            return self.group(value, field.fields, field.named)
        if field.is_internal or field.key in {"vroeger", "wanneer", "kolom_jaar", "kolom_waarde"}:
            return value
        if field.value_type is v.LINE:
            return f"{value} {self.next()}"
        if field.value_type is v.DOOR:
            return self.next()
        if field.value_type is v.MARKUP:
            return f"{value.rstrip()} {self.next()}\n"
        if field.value_type is v.URL:
            return f"{value}/{self.next()}"
        if field.value_type is v.EMAIL:
            return f"{self.next()}.{value}"
        if field.value_type is v.PHONE:
            self.count += 1
            return f"0599 000 {300 + self.count}" if self.count < 600 else value
        return value


MORE: Mapping[str, Mapping[str, Any]] = {
    "agenda/vol.yml": {
        "naam": "Volle zaal", "wanneer": [{"datum": "2026-12-03", "van": "14:00"}], "vol": "ja",
        "prijs": {"vanaf": 41, "tot": 43},
    },
    "agenda/gift.yml": {
        "naam": "Gulle zaal", "wanneer": [{"datum": "2026-12-05", "van": "14:00"}],
        "prijs": {"tekst": "vrije gift zq701x"},
    },
    "medewerkers/gone.yml": {
        "naam": "Wiesje Weg", "roepnaam": "Wiesje zq705x", "functie": "was hier", "belofte": "Dag.",
        "te_vinden": [{"waar": "Markt", "wanneer": "vrijdag"}], "uit_dienst": "2026-03-04",
        "afscheid": "Dag Wiesje zq704x.", "opvolger": "els",
    },
    "diensten/proef.yml": {
        "naam": "Proefje", "kort": "Een proef.", "behoeften": ["boodschappen"], "status": "proef",
        "samen": {"jij": ["Je komt."], "wij": ["Wij ook."]}, "prijs": {"vanaf": 51, "tot": 53},
    },
    "diensten/gift.yml": {
        "naam": "Gift", "kort": "Een gift.", "behoeften": ["boodschappen"],
        "samen": {"jij": ["Je geeft."], "wij": ["Wij ook."]},
        "prijs": {"tekst": "vrije gift zq702x"},
    },
    "verhalen/andere-naam.yml": {
        "titel": "Een andere naam", "datum": "2026-07-03", "tekst": "Zo ging het.",
        "wie": {"naam": "Wies zq706x", "pseudoniem": "ja"}, "behoefte": "boodschappen",
        "toestemming": {"datum": "2026-07-03"},
    },
}  # fmt: skip
"""What one example of a kind cannot show beside the rest."""


def _write_house(folder: Path) -> Path:
    marks = Marks()
    files: dict[str, str | None] = dict.fromkeys(SMALL_HUIS)
    texts: dict[str, str] = {}
    for kind in kinds().values():
        if not kind.is_single and not kind.is_managed:
            continue
        for path in _examples(kind):
            tree = marks.group(_tree(kind, path), fields_of(kind.model))
            if kind.is_markdown:
                body = tree.pop("tekst")
                head = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
                texts[f"paginas/{kind.folder}/{path.name}"] = f"---\n{head}---\n\n{body}"
            else:
                name = path.name if kind.is_single else f"{kind.name}/{path.name}"
                files[name] = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    for name, more in MORE.items():
        files[name] = yaml.safe_dump(more, allow_unicode=True, sort_keys=False)
    config_file = write_organisatie(folder, files, ON_DATE.isoformat())
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    _write_attachments(folder)
    return config_file


def _examples(kind: Kind) -> list[Path]:
    path = example_path(kind.name)
    return [path] if kind.is_single else sorted(path.parent.glob(f"*{path.suffix}"))


def _tree(kind: Kind, path: Path) -> Mapping[str, Any]:
    if path == example_path(kind.name):
        return example_of(kind.name)
    return dict(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))


def _write_attachments(folder: Path) -> None:
    huis = folder / "huis"
    for kind in ("klantgroepen/ouderen", "diensten/boodschappenbus", "medewerkers/jan",
                 "agenda/soepmiddag"):  # fmt: skip
        Image.new("RGB", (1200, 1500), "#8a6").save(huis / f"{kind}.webp")
    Image.new("RGB", (1200, 900), "#8a6").save(huis / "verhalen/bloemen.webp")
    (huis / "cijfers/ritten.csv").write_text("Jaar;Ritten\n2025;188\n", "utf-8")
    Image.new("RGB", (1200, 800), "#8a6").save(folder / "paginas/blog/de-laatste-halte.webp")
    for name in ("logo.svg", "beeldmerk.svg"):
        (huis / name).write_bytes((ROOT / "site_src/huis" / name).read_bytes())
    (huis / "huisletter.woff2").write_bytes(woff2(0, 10, 11))
    (huis / "jaarverslag-2025.pdf").write_bytes(tiny_pdf())


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> tuple[PublicHuis, Mapping[str, str]]:
    """The public house, and what can be read on every page of it by its address."""
    config_file = _write_house(tmp_path_factory.mktemp("velden"))
    inspection = inspect(config_file.parent / "huis", ON_DATE)
    assert inspection.huis is not None, [f.message for f in inspection.errors]
    site = build_site(config_file)
    pages = {p.relative_to(site).as_posix(): _read(p) for p in site.rglob("*.html")}
    return public_huis(inspection.huis, ON_DATE), pages


def _read(path: Path) -> str:
    """The body of a page with its tags, for an address is read in a link; without scripts."""
    body = path.read_text("utf-8").partition("<body")[2]
    bare = re.sub(r"<script\b.*?</script>|<wbr>|\u00ad|&shy;", "", body, flags=re.S)
    return " ".join(html.unescape(bare).replace("\xa0", " ").split())


def _things(public: PublicHuis) -> Iterator[Thing]:
    for field in fields_of_class(public):
        held = getattr(public, field.name)
        for thing in held.values() if isinstance(held, Mapping) else [held]:
            if isinstance(thing, Thing):
                yield thing


def _named(class_: type[Thing]) -> str:
    """How paths begin of a thing: its kind, and of who left that they did."""
    return "afscheiden" if class_ is Afscheid else kind_of_class(class_).name


def _is_allowed(kind: str, steps: tuple[str, ...], value: object = None) -> bool:
    names = [kind, *steps, *([value] if isinstance(value, str) else [])]
    paths = {".".join(names[: n + 1]) for n in range(len(names))}
    return bool(paths & NOT_SHOWN.keys()) or (bool(steps) and f"*.{steps[-1]}" in NOT_SHOWN)


def _key_of(path: str, value: object) -> str:
    """The key of the words that say a choice. A choice that nobody told of is a failure: say above
    how a page tells it."""
    said = SAID.get(path) or SAID[f"*.{path.rpartition('.')[2]}"]
    return said["ja"] if value is True else said.get(str(value)) or said[""] + str(value)


def _ways(value: Any, field: Field, path: str) -> Iterator[str]:
    """How a page may say a value; any will do."""
    if path in OWN_WORD:
        yield value
    elif value is True or field.value_type is v.CHOICE:
        yield WORDS[_key_of(path, value)]
    elif path == "medewerkers.te_vinden.wanneer":  # a moment in words: `maandag van 9 tot 12 uur`
        yield re.sub(r" (\d+)\b", r" \1.00", value.replace(" van", ""))
    elif isinstance(value, YearDay):
        yield str(value)
    elif isinstance(value, date):
        yield from (date_in_words(value), value.isoformat())
        if 0 <= (value - ON_DATE).days < 366:  # of a day to come nobody needs the year
            yield day_and_month(value)
    elif isinstance(value, time):
        yield from (time_in_words(value), f'"{value:%H:%M}"')
    elif isinstance(value, Decimal | int):
        number = Decimal(value)
        yield from (format_number(number), format_amount(number).replace("\xa0", " "), str(value))
    elif field.value_type is v.DAYS:
        yield write_days(value)
    elif field.value_type is v.PHONE:
        yield from (value, dialable(value).lstrip("+"))
    elif mark := re.search(r"zq\d{3}x", str(value)):
        yield mark[0]
    else:
        yield " ".join(str(value).split())


def _values(thing: Thing) -> Iterator[Found]:
    """Every single value in a thing, those of each year too."""
    yield from walk(thing)
    if isinstance(thing, Cijfer):
        for part in thing.reeks.jaren.values():
            yield from ((("reeks", *path), field, value) for path, field, value in walk(part))


def _missing(public: PublicHuis, pages: Mapping[str, str]) -> Iterator[str]:
    texts = [text.casefold() for text in pages.values()]
    for thing in _things(public):
        kind = _named(type(thing))
        for path, field, value in _values(thing):
            steps = tuple(step for step in path if isinstance(step, str))
            name = f"{kind}.{'.'.join(steps)}"
            if _is_allowed(kind, steps, value) or value is False:
                continue
            if field.kind is not None:
                yield from _not_together(thing, field.kind, value, public, pages, name)
            elif not any(_stands(way, text) for way in _ways(value, field, name) for text in texts):
                yield f"{name}: {value}"


def _stands(way: str, text: str) -> bool:
    """Whether a page says this, not as a part of another word or number."""
    return re.search(rf"(?<!\w){re.escape(way.casefold())}(?!\w)", text) is not None


def _not_together(
    thing: Thing, kind: str, id_: str, public: PublicHuis, pages: Mapping[str, str], name: str
) -> Iterator[str]:
    """What a thing refers to is called on a page that also tells of the thing."""
    target = kinds()[kind].name_of(getattr(public, kind)[id_]).casefold()
    own = kind_of_class(type(thing)).name_of(thing).casefold()
    address = f"{address_of(thing)}index.html" if kind_of_class(type(thing)).has_pages else ""
    told = [text.casefold() for text in pages.values()]
    told = [pages[address].casefold()] if address in pages else [t for t in told if own in t]
    if not any(target in text for text in told):
        yield f"{name}: {id_}"


def test_every_public_value_stands_on_a_page(
    public: tuple[PublicHuis, Mapping[str, str]],
) -> None:
    assert sorted(set(_missing(*public))) == []


def _public_paths(kind: str, fields: Iterable[Field], steps: tuple[str, ...] = ()) -> Iterator[str]:
    for field in fields:
        here = (*steps, field.key) if field.key else steps
        if field.is_internal or _is_allowed(kind, here):
            continue
        if field.value_type in (v.GROUP, v.TABLE):
            behind = field.named.fields if field.named is not None else ()
            yield from _public_paths(kind, (*field.fields, *behind), here)
        else:
            yield ".".join((kind, *here))


def test_every_public_field_was_looked_for(public: tuple[PublicHuis, Mapping[str, str]]) -> None:
    """A field that the house does not fill in would be found missing by nobody."""
    seen = set()
    for thing in _things(public[0]):
        kind = _named(type(thing))
        for path, _, value in _values(thing):
            steps = tuple(step for step in path if isinstance(step, str))
            if value is not False:
                seen.add(".".join((kind, *steps)))
    wanted = {
        path
        for kind in kinds().values()
        if kind.public and kind.is_managed
        for class_ in kind.public
        for path in _public_paths(_named(class_), fields_of(class_))
    }
    tables = {path.rpartition(".")[0] for path in seen}
    assert sorted(wanted - seen - tables) == []
