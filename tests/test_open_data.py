"""Open data: all that is public, nothing that is not, in forms that others can read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from uuid import uuid5

import pytest

from helpers.build import DAY
from helpers.odd_house import write_odd
from helpers.open_data import (
    FORMATS,
    HSDS_SCHEMA,
    faults,
    files_of_house,
    files_of_site,
    raw_files,
    records,
    values_in,
)
from helpers.organisations import write_large, write_small
from helpers.site import THEME, plan_house
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.edition import GOOD_FOR
from propositie.huis import value_types as v
from propositie.opendata import TOKENS, VERSION
from propositie.opendata.house import OWN, data_kinds, told_fields
from propositie.opendata.house_schema import _FORMS
from propositie.opendata.hsds import NAMESPACE, _uuid
from propositie.output.cache import Cache
from propositie.output.palette import palette
from propositie.pages import Documents
from propositie.pages.data import FILES, HOUSE, HSDS, plain_paragraphs
from propositie.plugin.live import LiveSite

SITE = "https://veenrand.example/repo/"
BASE = "https://welzijn-lindeborg.github.io/site/"
TEN_DAYS = (DAY + timedelta(days=10)).isoformat()
FAR = (DAY + GOOD_FOR + timedelta(days=1)).isoformat()


@pytest.fixture(scope="module")
def demo(demo_site: Path) -> Mapping[str, Any]:
    return files_of_site(demo_site)


def small(folder: Path, **overrides: str | None) -> Mapping[str, Any]:
    """The files of the small house with other files, by `kind__id`."""
    changed = {f"{name.replace('__', '/')}.yml": text for name, text in overrides.items()}
    return files_of_house(write_huis(folder / "huis", changed), SITE)


# --- propositie.json ---


def test_the_file_is_what_its_own_schema_says(demo: Mapping[str, Any]) -> None:
    assert faults(demo["propositie"], demo["schema"]) == []


@pytest.mark.parametrize(
    ("write", "site_url"),
    [(write_small, SITE), (partial(write_large, portraits=False), SITE), (write_odd, SITE),
     (write_odd, None)],
)  # fmt: skip
def test_so_it_is_of_a_house_at_the_edge(
    tmp_path: Path, write: Callable[[Path], Path], site_url: str | None
) -> None:
    files = files_of_house(write(tmp_path).parent / "huis", site_url)
    assert faults(files["propositie"], files["schema"]) == []
    assert faults(records(files), json.loads(HSDS_SCHEMA.read_bytes())) == []


def test_a_wrong_file_is_seen_by_the_schema(demo: Mapping[str, Any]) -> None:
    """So that the tests above do not pass on a schema that takes anything."""
    whole, first = demo["propositie"], demo["propositie"]["diensten"][0]
    for wrong in (
        {**whole, "gemaakt_op": "20-11-2026"},
        {**whole, "notities": "x"},
        {k: value for k, value in whole.items() if k != "diensten"},
        {**whole, "diensten": [{**first, "gecontroleerd_op": "2026-13-01"}]},
        {**whole, "diensten": [{**first, "naam": None}]},
        {**whole, "diensten": [{**first, "kleur": "rood"}]},
    ):
        assert faults(wrong, demo["schema"])


def test_every_type_of_value_has_a_form_in_the_schema() -> None:
    assert set(v.VALUE_TYPES) <= set(_FORMS)


def test_no_field_bears_the_name_of_what_every_thing_has() -> None:
    """But for the day on which it ends: a kind may say that itself."""
    for kind in data_kinds():
        keys = {field.key for field in told_fields(kind.public[0])}
        assert not keys & (set(OWN) - {"geldig_tot"}), kind.name


def test_everything_public_is_there_with_an_address_that_exists(
    demo: Mapping[str, Any], demo_folder: Path, demo_site: Path
) -> None:
    builder = plan_house(demo_folder / "site_src/huis", BASE).builder
    assert builder is not None
    whole = demo["propositie"]
    for kind in data_kinds():
        if kind.is_markdown:
            continue
        told = [whole[kind.name]] if kind.is_single else whole[kind.name]
        held = getattr(builder.huis, kind.name)
        assert [one["id"] for one in told] == ([held.id] if kind.is_single else list(held))
        assert told, kind.name
    assert len(whole["berichten"]) == len(list((demo_site / "blog").glob("*/index.html")))
    pages = [one["pagina"] for kind in data_kinds() for one in _things(whole, kind.name)]
    assert len(pages) == len(set(pages)) > 50
    for page in pages:
        assert page.startswith(BASE)
        path, _, anchor = page.removeprefix(BASE).partition("#")
        html = (demo_site / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, page


def test_every_picture_exists_and_is_described(demo: Mapping[str, Any], demo_site: Path) -> None:
    pictures = [x for x in values_in(demo["propositie"]) if isinstance(x, dict) and "alt" in x]
    assert len(pictures) > 10
    for picture in pictures:
        assert (demo_site / picture["bestand"].removeprefix(BASE)).is_file()


def test_every_id_that_is_named_is_in_the_file(demo: Mapping[str, Any]) -> None:
    whole = demo["propositie"]
    known = {k.name: {one["id"] for one in _things(whole, k.name)} for k in data_kinds()}
    count = 0
    for kind in data_kinds():
        references = [f for f in told_fields(kind.public[0]) if f.kind is not None]
        for thing in _things(whole, kind.name):
            for field in references:
                found = thing.get(field.key, [])
                named = found if isinstance(found, list) else [found]
                assert set(named) <= known[field.kind or ""], (kind.name, thing["id"], field.key)
                count += len(named)
    assert count > 50


def _things(whole: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    held = whole[kind]
    return [held] if isinstance(held, dict) else held


def test_the_file_says_what_it_is_and_how_long_it_is_good(demo: Mapping[str, Any]) -> None:
    whole = demo["propositie"]
    assert (whole["formaat"], whole["versie"]) == ("propositie", VERSION)
    assert whole["gemaakt_op"] == DAY.isoformat()
    assert whole["houdbaar_tot"] == (DAY + GOOD_FOR).isoformat()
    assert whole["site"] == BASE
    assert urljoin(BASE, whole["$schema"]) == f"{BASE}data/propositie.schema.json"
    assert whole["voorwaarden"]["licentie"] == "CC BY 4.0"
    assert demo["schema"]["$id"] == whole["$schema"]


def test_without_an_address_of_the_site_addresses_hold_from_the_file(tmp_path: Path) -> None:
    whole = files_of_house(write_huis(tmp_path / "huis"))["propositie"]
    assert "site" not in whole
    page = f"https://ergens.example/onder/{HOUSE}"
    assert urljoin(page, whole["organisatie"]["pagina"]) == "https://ergens.example/onder/"
    assert urljoin(page, whole["medewerkers"][0]["pagina"]).endswith("/onder/mensen/samira/")
    assert urljoin(page, whole["usps"][0]["pagina"]).endswith("/onder/waarom-wij/#zelfde-gezicht")
    assert urljoin(page, whole["$schema"]).endswith("/onder/data/propositie.schema.json")


def test_values_are_plain(demo: Mapping[str, Any]) -> None:
    taxi = next(d for d in demo["propositie"]["diensten"] if d["id"] == "boodschappentaxi")
    assert isinstance(taxi["prijs"]["bedrag"], int | float)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", taxi["gecontroleerd_op"])
    texts = [x for x in values_in(demo["propositie"]) if isinstance(x, str)]
    assert not [t for t in texts if "**" in t or "](" in t]
    assert not [x for x in values_in(demo["propositie"]) if x in (None, "", [], {})]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Een zin.", "Een zin."),
        ("Een\nzin.\n\nNog een.", "Een\nzin.\nNog een."),
        ("**Vet** en [een link](mens:gijs).", "Vet en een link."),
        ("- een\n- twee", "een\ntwee"),
        ("Kop\n===\n\nTekst", "Kop\nTekst"),
        ("<b>x</b> & y", "<b>x</b> & y"),
        ("[a]: /mensen/weg/\n\nTekst", "Tekst"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
    ],
)
def test_a_long_text_keeps_its_words_and_nothing_else(typed: str, told: str) -> None:
    assert plain_paragraphs(typed) == told


# --- what ends ---


def test_what_ends_says_on_which_day(tmp_path: Path) -> None:
    whole = small(tmp_path)["propositie"]
    assert _ends_of(whole, "vacatures") == {"chauffeur": "2027-06-30"}
    assert _ends_of(whole, "mededelingen") == {"lift": "2026-12-04"}
    assert _ends_of(whole, "agenda") == {"soepmiddag": "2026-12-03"}
    assert _ends_of(whole, "medewerkers") == {"samira": None}


def _ends_of(whole: Mapping[str, Any], kind: str) -> dict[str, str | None]:
    return {one["id"]: one.get("geldig_tot") for one in whole[kind]}


def _samira(**more: object) -> str:
    return SMALL_HUIS["medewerkers/samira.yml"] + "".join(
        f"{key}: {json.dumps(value)}\n" for key, value in more.items()
    )


def test_who_leaves_soon_says_so_and_who_leaves_later_does_not(tmp_path: Path) -> None:
    """The last day is internal: it is told once the file itself holds longer than that day."""
    for number, (day, told) in enumerate([(TEN_DAYS, TEN_DAYS), (FAR, None)]):
        files = small(tmp_path / str(number), medewerkers__samira=_samira(uit_dienst=day))
        assert _ends_of(files["propositie"], "medewerkers") == {"samira": told}
        assert faults(files["propositie"], files["schema"]) == []


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        ({"datum": "2026-01-01", "tot": TEN_DAYS}, TEN_DAYS),
        ({"datum": "2026-01-01", "tot": FAR}, None),
        ({"datum": "2026-01-01", "tot": FAR, "ingetrokken": "2026-12-02"}, "2026-12-01"),
        ({"datum": "2026-01-01"}, None),
    ],
)
def test_a_quote_ends_with_the_consent_to_it(
    tmp_path: Path, consent: Mapping[str, str], told: str | None
) -> None:
    """One before it is not public any more: the day stands with the right quote."""
    quotes = [
        {"citaat": "Verlopen.", "door": "A",
         "toestemming": {"datum": "2020-01-01", "tot": "2020-02-02"}},
        {"citaat": "Zij belt.", "door": "Henk, 79", "toestemming": dict(consent)},
    ]  # fmt: skip
    text = _samira().partition("aanbevelingen:")[0] + f"aanbevelingen: {json.dumps(quotes)}\n"
    files = small(tmp_path, medewerkers__samira=text)
    shown = files["propositie"]["medewerkers"][0]["aanbevelingen"]
    ending = {"geldig_tot": told} if told else {}
    assert shown == [{"citaat": "Zij belt.", "door": "Henk, 79", **ending}]
    assert faults(files["propositie"], files["schema"]) == []


def test_who_left_is_named_by_nothing(tmp_path: Path) -> None:
    """Not as a worker, not as who writes, not by an id in a list, in no file."""
    house = write_huis(
        tmp_path / "huis",
        {
            "medewerkers/wiesje-weg.yml": "naam: Wiesje Weg\nfunctie: kok\nbelofte: Ik kook.\n"
            "te_vinden: [{waar: Markt, wanneer: vrijdag}]\nuit_dienst: 2026-03-04\n"
            "diensten: [boodschappentaxi]\nopvolger: samira\nafscheid: Dag Wiesje.\n",
            "wijken/veenrand.yml": SMALL_HUIS["wijken/veenrand.yml"].replace(
                "[samira]", "[wiesje-weg, samira]"
            ),
        },
    )
    for address, content in raw_files(house, SITE).items():
        assert b"wiesje" not in content.lower(), address


def test_the_same_house_gives_the_same_bytes(tmp_path: Path) -> None:
    house = write_large(tmp_path, portraits=False).parent / "huis"
    assert raw_files(house, SITE) == raw_files(house, SITE)


# --- HSDS ---


def test_the_records_are_what_our_schema_says(demo: Mapping[str, Any]) -> None:
    assert faults(records(demo), json.loads(HSDS_SCHEMA.read_bytes())) == []


def test_a_wrong_record_is_seen(demo: Mapping[str, Any]) -> None:
    schema, found = json.loads(HSDS_SCHEMA.read_bytes()), records(demo)
    first = found["services"][0]
    for wrong in (
        {"assured_date": "04-03-2027"}, {"id": "taxi"}, {"email": None}, {"kleur": "rood"},
        {"schedules": [{"id": first["id"], "description": "x", "byday": ["TU"]}]},
    ):  # fmt: skip
        assert faults({**found, "services": [{**first, **wrong}]}, schema)


def test_every_service_stands_at_every_place_where_it_is(demo: Mapping[str, Any]) -> None:
    whole = demo["propositie"]
    by_name = {one["naam"]: one for one in whole["diensten"]}
    services = {one["name"]: one for one in demo["services"]}
    assert set(services) == set(by_name)
    pairs = Counter(x["service"]["name"] for x in demo["service_at_locations"])
    assert pairs == Counter({n: len(d["waar"]) for n, d in by_name.items() if "waar" in d})
    for name, service in services.items():
        assert service.get("assured_date") == by_name[name].get("gecontroleerd_op")
        assert service["url"] == by_name[name]["pagina"]
        assert len(service.get("contacts", [])) == sum(
            by_name[name]["id"] in m.get("diensten", []) for m in whole["medewerkers"]
        )


def test_the_address_of_a_place_is_whole_or_not_there(tmp_path: Path) -> None:
    place = "naam: De Linde\nadres: {straat: Lindelaan 12, postcode: 9990 SA, plaats: Veenrand}\n"
    org = SMALL_HUIS["organisatie.yml"]
    without = small(tmp_path / "a", **{"locaties__de-linde": place})
    assert "addresses" not in without["organizations"][0]["locations"][0]
    files = small(
        tmp_path / "b", organisatie=f"{org}provincie: noord-brabant\n",
        **{"locaties__de-linde": place},
    )  # fmt: skip
    address = files["organizations"][0]["locations"][0]["addresses"][0]
    assert {k: v for k, v in address.items() if k not in {"id", "location_id"}} == {
        "address_1": "Lindelaan 12", "city": "Veenrand", "state_province": "Noord-Brabant",
        "postal_code": "9990 SA", "country": "NL", "address_type": "physical",
    }  # fmt: skip


def test_ids_are_of_one_thing_each_and_survive_a_rename(
    tmp_path: Path, demo: Mapping[str, Any]
) -> None:
    own = [service["id"] for service in demo["services"]]
    parts = [
        part["id"]
        for service in demo["services"]
        for name in ("contacts", "languages", "schedules", "cost_options", "attributes", "funding")
        for part in service.get(name, [])
    ]
    assert len({*own, *parts}) == len(own) + len(parts) > 100
    before = small(tmp_path / "a")["services"][0]["id"]
    renamed = SMALL_HUIS["diensten/boodschappentaxi.yml"] + "vroeger: [boodschappentaxi]\n"
    as_bus = SMALL_HUIS["medewerkers/samira.yml"].replace("[boodschappentaxi]", "[bus]")
    files = small(
        tmp_path / "b", diensten__boodschappentaxi=None, diensten__bus=renamed,
        medewerkers__samira=as_bus,
    )  # fmt: skip
    assert files["services"][0]["id"] == before
    elsewhere = files_of_house(tmp_path / "a/huis", "https://elders.example/")
    assert elsewhere["services"][0]["id"] != before


def test_an_id_is_a_uuid_of_version_5() -> None:
    for name in ("", "taxi", "bus\0één"):
        assert _uuid(name) == str(uuid5(NAMESPACE, name))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{dag: dinsdag, van: 9:30, tot: 12:00}",
         {"freq": "WEEKLY", "interval": 1, "byday": "TU", "opens_at": "09:30+01:00",
          "closes_at": "12:00+01:00"}),
        ("{dag: [maandag, donderdag], van: 9:00, vanaf: 2026-12-01, tot_en_met: 2027-03-31}",
         {"freq": "WEEKLY", "interval": 1, "byday": "MO,TH", "opens_at": "09:00+01:00",
          "valid_from": "2026-12-01", "valid_to": "2027-03-31"}),
        ("eerste dinsdag van de maand",
         {"freq": "MONTHLY", "interval": 1, "byday": "1TU"}),
        ("laatste vrijdag van de maand om 20.00 uur",
         {"freq": "MONTHLY", "interval": 1, "byday": "-1FR", "opens_at": "20:00+01:00"}),
        ("{dag: om de week op woensdag, vanaf: 2026-11-25}",
         {"freq": "WEEKLY", "interval": 2, "byday": "WE", "dtstart": "2026-11-25",
          "valid_from": "2026-11-25"}),
        ("{dag: dinsdag in de oneven weken}",
         {"freq": "WEEKLY", "interval": 1, "byday": "TU",
          "byweekno": ",".join(map(str, range(1, 54, 2)))}),
        ("{datum: 2027-07-01, van: 19:00, tot: 0:00}",
         {"valid_from": "2027-07-01", "valid_to": "2027-07-01", "dtstart": "2027-07-01",
          "opens_at": "19:00+02:00", "closes_at": "23:59+02:00"}),
        ("{dag: zaterdag, hele_dag: ja}",
         {"freq": "WEEKLY", "interval": 1, "byday": "SA", "opens_at": "00:00+01:00",
          "closes_at": "23:59+01:00"}),
        ("op afspraak", {}),
    ],
)  # fmt: skip
def test_a_moment_becomes_a_schedule(
    tmp_path: Path, typed: str, expected: Mapping[str, object]
) -> None:
    service = SMALL_HUIS["diensten/boodschappentaxi.yml"] + f"wanneer: [{typed}]\n"
    files = small(tmp_path, diensten__boodschappentaxi=service)
    (row,) = files["services"][0]["schedules"]
    told = {k: x for k, x in row.items() if k not in {"id", "service_id", "description", "notes"}}
    assert told == expected
    assert row["description"]


def test_when_it_is_closed_stands_in_words(tmp_path: Path) -> None:
    org = SMALL_HUIS["organisatie.yml"] + (
        "gesloten: [{van: 2026-12-28, tot: 2026-12-31, reden: kerstvakantie}]\n"
        "feestdagen: {gesloten: [eerste kerstdag]}\n"
    )
    service = SMALL_HUIS["diensten/boodschappentaxi.yml"] + (
        "wanneer: [{dag: dinsdag, behalve: [2026-12-01]}]\n"
    )
    files = small(tmp_path, organisatie=org, diensten__boodschappentaxi=service)
    assert files["services"][0]["schedules"][0]["notes"] == (
        "niet op 1 december 2026. Gesloten: 25 december 2026 (eerste kerstdag), "
        "28 december 2026 t/m 31 december 2026 (kerstvakantie)"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gratis", {"option": "gratis", "amount": 0.0, "currency": "EUR"}),
        ("{bedrag: '3,50', per: rit}",
         {"option": "€\u00a03,50 per rit", "amount": 3.5, "currency": "EUR"}),
        ("vanaf 5 euro", {"option": "vanaf €\u00a05"}),
        ("{tekst: via de verzekering, toelichting: soms}",
         {"option": "via de verzekering", "amount_description": "soms"}),
    ],
)  # fmt: skip
def test_a_price_is_an_amount_or_words(
    tmp_path: Path, typed: str, expected: Mapping[str, object]
) -> None:
    service = re.sub(r"prijs: .*", f"prijs: {typed}", SMALL_HUIS["diensten/boodschappentaxi.yml"])
    files = small(tmp_path, diensten__boodschappentaxi=service)
    (cost,) = files["services"][0]["cost_options"]
    assert {k: x for k, x in cost.items() if k not in {"id", "service_id"}} == expected


def test_languages_have_codes_of_iso_639(tmp_path: Path) -> None:
    talen = ["Turks", "een beetje Frans", "Berbers", "Nederlands"]
    files = small(tmp_path, medewerkers__samira=_samira(talen=talen))
    found = {x["name"]: x.get("code") for x in files["services"][0]["languages"]}
    assert found == {"Nederlands": "nl", "Turks": "tr", "Berbers": None}


# --- the brand ---


def test_the_tokens_are_the_colours_of_the_site(demo: Mapping[str, Any], demo_site: Path) -> None:
    tokens = demo["tokens"]
    style = next((demo_site / "assets").glob("stijl.*.css")).read_text("utf-8")
    for theme in ("licht", "donker"):
        colours = tokens["kleur"][theme]
        assert list(colours) == list(TOKENS)
        for name, token in colours.items():
            assert f"--{name}:{token['$value']['hex']};" in style
            assert token["$value"]["colorSpace"] == "srgb"
            assert len(token["$value"]["components"]) == 3
            assert all(0 <= part <= 1 for part in token["$value"]["components"])
            assert token["$description"].endswith(".")
    assert tokens["kleur"]["$type"] == "color"
    assert tokens["letter"]["$type"] == "fontFamily"
    assert tokens["letter"]["tekst"]["$value"][0] == "Literata"


def test_there_is_a_token_for_every_colour() -> None:
    assert all(set(TOKENS) == set(colours) for colours in palette("#1f5c4d", None).values())


# --- the page ---


def test_the_page_leads_to_every_file(demo_site: Path) -> None:
    html = (demo_site / "data/index.html").read_text("utf-8")
    main = html.split("<main")[1]
    links = set(re.findall(r'href="([^"#]+)"', main))
    for address in FILES.values():
        assert f"../{address}" in links
    assert "CC BY 4.0" in main
    assert "HSDS 3.1" in main
    assert "20 november 2026" in main
    assert "1 januari 2027" in main
    assert 'href="data/"' in (demo_site / "index.html").read_text("utf-8").split("<footer")[1]
    assert f"{BASE}data/" in (demo_site / "sitemap.xml").read_text("utf-8")
    assert f"{BASE}data/" in (demo_site / "llms.txt").read_text("utf-8")


def test_without_a_licence_the_page_says_whom_to_ask(tmp_path: Path) -> None:
    org = SMALL_HUIS["organisatie.yml"].replace(
        "{telefoon: 0599 000 100}", "{telefoon: 0599 000 100, email: hoi@veenrand.example}"
    )
    plan = plan_house(write_huis(tmp_path / "huis", {"organisatie.yml": org}), SITE)
    page = next(page for page in plan.pages if page.address == "data/").make()
    assert "mailto:hoi@veenrand.example" in page.content
    assert "een licentie hebben wij nog niet gekozen" in page.content
    assert "Postadressen staan er niet in" in page.content
    whole = json.loads(next(f.content for f in page.files if f.address == HOUSE))
    assert whole["voorwaarden"] == {"vraag": "hoi@veenrand.example"}


def test_a_preview_has_the_same_files(tmp_path: Path) -> None:
    house = write_huis(tmp_path / "huis")
    plan = plan_house(house, SITE)
    live = LiveSite(plan, Documents(plan.layout, THEME, Cache()), {}, lambda _: "", [], [])
    for address, content in raw_files(house, SITE).items():
        assert live.find(address) == content, address
    assert live.find(f"{HSDS}programs.json") is None


def test_every_format_that_is_named_is_looked_at() -> None:
    for name, wrong in {
        "date": "2026-2-3", "uuid": "x", "uri": "mensen/", "iri": "mensen/", "email": "a b@c.d",
        "idn-email": "a", "iri-reference": "a b",
    }.items():  # fmt: skip
        assert not FORMATS.conforms(wrong, name), name
