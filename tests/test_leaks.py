"""Internal information and withdrawn personal data: not one byte of it in the built site.

A distinct mark stands in every internal field of a house; every byte that the build wrote is
searched for it, compressed files and pictures included.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from PIL import Image, PngImagePlugin
from pydantic import BaseModel

from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.edition import public_class
from propositie.huis import Internal, yaml_kinds

MARK = "GEHEIMMERK"


def _draw_portret(path: Path, colour: tuple[int, int, int]) -> None:
    """A picture with marks in its metadata: a text chunk, EXIF and a comment."""
    image = Image.new("RGB", (120, 150), colour)
    exif = Image.Exif()
    exif[0x010E] = exif[0x9286] = f"{MARK}-exif"
    if path.suffix == ".png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", f"{MARK}-png")
        image.save(path, pnginfo=info, exif=exif)
    else:
        image.save(path, exif=exif, comment=f"{MARK}-jpg")


SVG = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><!-- {MARK}-commentaar -->
<metadata>{MARK}-metadata</metadata><title>{MARK}-titel</title>
<desc>{MARK}-desc</desc><path id="p" data-x="{MARK}-data" d="M0 0h9v9z"/></svg>"""


def _with_marks(name: str, forbidden: dict[str, Any]) -> str:
    """The small house's file `name`, with `forbidden` merged into it."""
    contents = yaml.safe_load(SMALL_HUIS.get(name, "{}"))
    for key, value in forbidden.items():
        contents[key] = value
    return f"# {MARK}-yaml-commentaar\n" + json.dumps(contents, ensure_ascii=False, default=str)


def mark_huis() -> dict[str, str | None]:
    """A house with a mark in every internal field."""

    def m(field: str) -> str:
        return f"{MARK}-{field}"

    toestemming = {
        "datum": "2021-04-03", "tot": "2031-05-06", "door": "ouder", "bewijs": m("bewijs"),
        "voor": ["foto", "citaat", "verhaal", "naam"],
    }  # fmt: skip

    def untold(name: str, consent: dict[str, object]) -> dict[str, object]:
        return {
            "titel": m(f"titel-{name}"), "datum": "2026-02-03", "wie": {"naam": m(f"wie-{name}")},
            "toestemming": consent, "tekst": m(f"tekst-{name}"), "citaat": m(f"citaat-{name}"),
            "klantgroep": "ouderen", "behoefte": "boodschappen", "dienst": "boodschappentaxi",
            "medewerkers": ["samira"], "vroeger": [f"{MARK}-vroeger-{name}".lower()],
        }  # fmt: skip

    return {
        "organisatie.yml": _with_marks("organisatie.yml", {
            "koers": {"as": "klantrelatie",
                      "drempels": {"prijs": m("drempel"), "product": m("drempel2")},
                      "scores": {"prijs": 4, "product": 4, "klantrelatie": 5}},
            "keuring": {"schrijft_maanden": 11, "verloopt_dagen": 61, "bezoek_maanden": 13,
                        "vacature_dagen": 16, "gesprekken_per_week": 9, "wens_dagen": 31,
                        "begeleider_aantal": 41,
                        "gecontroleerd_maanden": 14, "zin_woorden": 26,
                        "leesgemak": 54, "contrast": "4,6", "jargon": {m("jargon"): m("gewoner")},
                        "gewoon": [m("gewoon")], "uit": ["K71", "K72"]},
        }),
        "merk.yml": _with_marks("merk.yml", {"logo": "logo.svg"}),
        "behoeften/boodschappen.yml": _with_marks("behoeften/boodschappen.yml", {
            "klantvragen": [
                {"vraag": "Hoe kom ik thuis?", "bron": "balie", "notitie": m("notitie")}],
        }),
        "concurrenten/woonwinkel.yml": _with_marks("concurrenten/woonwinkel.yml", {
            "naam": m("concurrent"), "behoeften": ["boodschappen"],
            "website": f"https://{MARK}.example",
            "bezoeken": [{
                "datum": "2026-10-13", "door": "samira", "sterk": [m("sterk")], "zwak": [m("zwak")],
                "prijzen": [{"wat": m("prijs"), "bedrag": "987654,32"}],
                "producten": [m("product")],
                "relatie": m("relatie"), "service": m("service"), "indruk": m("indruk"),
            }],
        }),
        "partners/kookclub.yml": _with_marks("", {
            "naam": "Kookclub De Pollepel", "waarvoor": "Voor wie samen wil koken.",
            "klantgroepen": ["ouderen"], "website": "https://pollepel.example",
            "contact": {"telefoon": "0599 000 140", "email": "pan@pollepel.example"},
            "afspraken": [{"wat": m("afspraak"), "datum": "2026-02-03", "nagekomen": "ja"}],
        }),
        "meedoen/vrijwilliger.yml": _with_marks("meedoen/vrijwilliger.yml", {
            "coordinator": "straks", "aantal": 876543,
        }),
        "vernieuwingen/bank-op-de-stoep.yml": _with_marks("vernieuwingen/bank-op-de-stoep.yml", {
            "waarom_gestopt": m("waarom-gestopt"), "zichtbaar": "publiek",
            "criteria": {name: {"oordeel": "ja", "bewijs": m(f"bewijs-{name}")}
                         for name in ("nieuw", "toegepast", "breuk", "impact", "missie")},
        }),
        "vernieuwingen/binnen.yml": _with_marks("", {
            "naam": m("vernieuwing"), "kort": m("vernieuwing-kort"),
            "omschrijving": m("vernieuwing-omschrijving"), "geprobeerd": m("geprobeerd"),
            "geworden": m("geworden"), "begonnen": "2024-02-05", "status": "gestopt",
        }),
        "klantstem/deze-week.yml": _with_marks("", {
            "periode": {"van": "2026-11-02", "tot": "2026-11-20"},
            "cijfers": [
                *({"datum": "2026-11-03", "cijfer": c, "dienst": "boodschappentaxi",
                   "opmerking": m("opmerking")} for c in ("7,25", "8,25", "8,25", "8,5", "9,75")),
                {"datum": "2026-11-04", "cijfer": "1,25", "afdeling": m("afdeling")},
            ],
            "wensen": [{"wens": m("wens"), "wat_ermee_gedaan": m("gedaan")}],
            "afhakers": [{"datum": "2026-11-05", "waardoor": "prijs", "reden": m("reden")}],
        }),
        "opdrachten/huisbezoeken.yml": _with_marks("", {
            "naam": m("opdracht"), "opdrachtgever": m("opdrachtgever"),
            "omschrijving": m("opdracht-omschrijving"), "besluit": "ja",
            "toelichting": m("toelichting"), "datum": "2027-08-09",
            "hoofd": {n: {"oordeel": "ja", "waarom": m(n)}
                      for n in ("kennis", "mensen", "uren_en_geld", "zekerheid")},
            "hart": {n: {"oordeel": "ja", "waarom": m(n)}
                     for n in ("eer", "inwoners", "medewerkers", "begroting")},
            "past_bij_koers": {"oordeel": "ja", "waarom": m("koers")},
        }),
        "usps/zelfde-gezicht.yml": _with_marks("usps/zelfde-gezicht.yml", {
            "anders_dan": [{"concurrent": "woonwinkel", "want": m("want")}],
            "bewijs": [
                {"citaat": "Hier hoef ik niets uit te leggen.", "door": "Annie",
                 "toestemming": toestemming},
                {"citaat": m("usp-verlopen"), "door": m("usp-door"),
                 "toestemming": {"datum": "2020-01-01", "tot": "2020-02-02"}},
                {"verhaal": "verlopen"}, {"cijfer": "intern"},
            ],
        }),
        "verhalen/annie.yml": _with_marks("verhalen/annie.yml", {
            "toestemming": toestemming,
            "beeld": {"bestand": "tas.svg", "alt": "Een tas", "herkenbaar": "nee"},
        }),
        "verhalen/verlopen.yml": _with_marks("", untold(
            "verlopen", {"datum": "2020-01-01", "tot": "2026-11-19"})),
        "verhalen/ingetrokken.yml": _with_marks("", untold(
            "ingetrokken", {"datum": "2020-01-01", "ingetrokken": "ja"})),
        "verhalen/niet-voor.yml": _with_marks("", untold(
            "niet-voor", {"datum": "2020-01-01", "voor": ["foto", "citaat", "naam"]})),
        "verhalen/zonder-naam.yml": _with_marks("", untold(
            "zonder-naam", {"datum": "2020-01-01", "voor": ["verhaal", "citaat"]})),
        "cijfers/ritten.yml": _with_marks("cijfers/ritten.yml", {
            "telt": "dingen", "verhalen": ["annie", "verlopen", "ingetrokken"]}),
        "cijfers/intern.yml": _with_marks("", {
            "naam": m("intern"), "eenheid": m("eenheid"), "reeks": {"2025": "987654"},
            "bron": m("bron"), "toelichting": m("toelichting"), "zichtbaar": "intern"}),
        "cijfers/raad.yml": _with_marks("", {
            "naam": m("raad"), "eenheid": m("eenheid"), "reeks": {"2025": "987653"},
            "bron": m("bron"), "zichtbaar": "opdrachtgevers", "zoekwoorden": [m("zoek")]}),
        "medewerkers/samira.yml": _with_marks("medewerkers/samira.yml", {
            "notities": m("notities"), "in_dienst": "2019-08-07", "uit_dienst": "2039-08-07",
            "afscheid": m("afscheid"), "opvolger": "cor",
            "portret": {"bestand": "samira.jpg", "alt": "Samira", "toestemming": toestemming},
            "aanbevelingen": [
                {"citaat": "Mag wel.", "door": "An", "toestemming": toestemming},
                {"citaat": m("zonder-toestemming"), "door": m("door")},
                {"citaat": m("verlopen"), "door": "B",
                 "toestemming": {"datum": "2020-01-01", "tot": "2020-02-02"}},
            ],
        }),
        "medewerkers/cor.yml": _with_marks("", {
            "naam": "Cor Kok", "functie": "kok", "belofte": "Ik kook.",
            "boegbeeld_van": ["ouderen"],
            "te_vinden": [{"waar": "Markt", "wanneer": "vrijdag"}],
            "portret": {"bestand": "cor.png", "alt": m("alt"),
                        "toestemming": {"datum": "2020-01-01", "ingetrokken": "2026-11-20"}},
        }),
        "medewerkers/weg.yml": _with_marks("", {
            "naam": "Wiesje Weg", "functie": "was hier", "belofte": m("belofte"),
            "boegbeeld_van": ["ouderen"], "te_vinden": [{"waar": m("waar"), "wanneer": "nooit"}],
            "over": m("over"),
            "contact": {"telefoon": "0599 009 876", "email": f"{MARK}@weg.example"},
            "portret": {"bestand": "weg.png", "alt": m("alt"), "toestemming": toestemming},
            "uit_dienst": "2026-03-04", "afscheid": "Dag Wiesje.", "opvolger": "cor",
        }),
        "medewerkers/straks.yml": _with_marks("", {
            "naam": m("straks"), "functie": m("f"), "belofte": m("b"), "boegbeeld_van": ["ouderen"],
            "te_vinden": [{"waar": m("w"), "wanneer": "ooit"}], "in_dienst": "2027-01-01",
        }),
        "diensten/oud.yml": _with_marks("diensten/boodschappentaxi.yml", {
            "naam": m("gestopt"), "kort": m("kort"), "status": "gestopt",
        }),
    }  # fmt: skip


@pytest.fixture(scope="module")
def marked_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gemerkt")
    config_file = write_organisatie(folder, mark_huis())
    (folder / "huis" / "logo.svg").write_text(SVG, "utf-8")
    (folder / "huis/verhalen/tas.svg").write_text(SVG, "utf-8")
    _draw_portret(folder / "huis/medewerkers/samira.jpg", (10, 200, 30))
    _draw_portret(folder / "huis/medewerkers/cor.png", (201, 30, 40))
    _draw_portret(folder / "huis/medewerkers/weg.png", (30, 40, 202))
    return build_site(config_file)


def built_bytes(site: Path) -> dict[str, bytes]:
    """Every file of the site; a compressed one also as it was."""
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    for name, contents in list(found.items()):
        if name.endswith(".gz"):
            found[f"{name} (unpacked)"] = gzip.decompress(contents)
    return found


def test_no_mark_is_in_any_byte_of_the_site(marked_site: Path) -> None:
    files = built_bytes(marked_site)
    assert "mensen/samira/samira.vcf" in files
    assert any(n.endswith(".svg") for n in files)
    leaks = [n for n, b in files.items() if MARK.lower().encode() in b.lower()]
    assert not leaks


@pytest.mark.parametrize(
    "secret",
    ["2019-08-07", "2039-08-07", "2021-04-03", "2031-05-06", "7 augustus 2019", "3 april 2021",
     "0599 009 876", "599009876", "987654", "987.654", "2026-03-04", "2026-02-03",
     "3 februari 2026", "nagekomen", "876543", "876.543", "2026-11-03", "3 november 2026",
     "2024-02-05", "2027-08-09", "9 augustus 2027"],
)  # fmt: skip
def test_no_internal_date_number_or_amount_is_in_the_site(marked_site: Path, secret: str) -> None:
    assert not [n for n, b in built_bytes(marked_site).items() if secret.encode() in b]


def test_what_is_public_of_the_same_people_is_there(marked_site: Path) -> None:
    """So that the tests above do not pass on an empty site."""
    samira = (marked_site / "mensen/samira/index.html").read_text("utf-8")
    assert "Mag wel." in samira
    assert ".webp" in samira
    whole = (marked_site / "data/propositie.json").read_text("utf-8")
    assert "Mag wel." in whole
    assert "pan@pollepel.example" in whole
    assert "Kookclub De Pollepel" in (marked_site / "partners/index.html").read_text("utf-8")
    assert "Vrijwilliger" in (marked_site / "meedoen/index.html").read_text("utf-8")
    assert "Een bank op de stoep" in (marked_site / "vernieuwing/index.html").read_text("utf-8")
    graded = (marked_site / "aanbod/boodschappentaxi/index.html").read_text("utf-8")
    assert "Gemiddeld een 8,4" in graded
    assert "Dag Wiesje." in (marked_site / "mensen/weg/index.html").read_text("utf-8")
    assert not (marked_site / "mensen/straks").exists()
    assert not (marked_site / "mensen/weg/weg.vcf").exists()


def test_a_portrait_without_consent_is_not_published(marked_site: Path) -> None:
    """Found by colour: withdrawn (red) and left (blue) are gone, allowed (green) is there."""
    colours = []
    paths = [p for p in (marked_site / "beelden").iterdir() if p.suffix != ".svg"]
    assert {p.suffix for p in paths} == {".webp", ".jpg"}
    for path in paths:
        with Image.open(path) as image:
            r, g, b = image.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
            colours.append(max((r, "rood"), (g, "groen"), (b, "blauw"))[1])
            assert not image.getexif()
            assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)
    assert set(colours) == {"groen"}


def test_a_portrait_without_consent_is_in_no_share_picture(marked_site: Path) -> None:
    """The same colours, in the pictures that are shown when somebody shares a page."""
    seen = {"rood": 0, "groen": 0, "blauw": 0}
    for path in (marked_site / "deelbeelden").iterdir():
        with Image.open(path) as image:
            for count, colour in image.convert("RGB").getcolors(1200 * 630) or []:
                r, g, b = colour  # type: ignore[misc]
                seen["rood"] += count if r > 150 and max(g, b) < 80 else 0
                seen["groen"] += count if g > 150 and max(r, b) < 80 else 0
                seen["blauw"] += count if b > 150 and max(r, g) < 80 else 0
    assert seen["groen"] > 10_000
    assert seen["rood"] == seen["blauw"] == 0


def internal_fields() -> set[tuple[str, str]]:
    """(class, field) of every field that the public side of its class does not have."""
    seen: set[type[BaseModel]] = set()

    def collect(annotation: Any) -> None:
        if (
            isinstance(annotation, type)
            and issubclass(annotation, BaseModel)
            and annotation not in seen
        ):
            seen.add(annotation)
            for field in annotation.model_fields.values():
                collect(field.annotation)
        for part in get_args(annotation):
            collect(part)

    for kind in yaml_kinds().values():  # of a post only `concept`: then nothing of it is there
        collect(kind.model)
    result = set()
    for class_ in seen:
        if issubclass(class_, Internal):
            try:
                public = set(public_class(class_).model_fields)
            except TypeError:
                public = {"id"}
            result |= {(class_.__name__, n) for n in class_.model_fields if n not in public}
    return result


def test_every_internal_field_bears_a_mark() -> None:
    """A new internal field must get its mark above, or this test fails."""
    text = "\n".join(t for t in mark_huis().values() if t)
    used: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            used.update(str(k) for k in value)
            for part in value.values():
                collect(part)
        elif isinstance(value, list):
            for part in value:
                collect(part)

    for part in mark_huis().values():
        collect(yaml.safe_load(part or ""))
    missing = {
        (class_, field)
        for class_, field in internal_fields()
        if field.rstrip("_") not in used and field != "id"
    }
    assert not missing
    assert text.count(MARK) > 30


def test_the_day_decides(tmp_path: Path) -> None:
    """The same files, built for the day before the withdrawal, do show the portrait."""
    config_file = write_organisatie(tmp_path, mark_huis(), on_date="2026-11-19")
    (tmp_path / "huis" / "logo.svg").write_text(SVG, "utf-8")
    (tmp_path / "huis/verhalen/tas.svg").write_text(SVG, "utf-8")
    for name in ("samira.jpg", "cor.png", "weg.png"):
        _draw_portret(tmp_path / "huis/medewerkers" / name, (10, 20, 200))
    site = build_site(config_file)
    assert f"{MARK}-tekst-verlopen" in (site / "verhalen/verlopen/index.html").read_text("utf-8")
    assert "beelden/" in (site / "mensen/cor/index.html").read_text("utf-8").split("<main")[1]
