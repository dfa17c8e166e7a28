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

from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from propositie.editie import publieke_klasse
from propositie.huis import Intern, soorten

MERK = "GEHEIMMERK"


def _portret(pad: Path, kleur: tuple[int, int, int]) -> None:
    """A picture with marks in its metadata: a text chunk, EXIF and a comment."""
    beeld = Image.new("RGB", (120, 150), kleur)
    exif = Image.Exif()
    exif[0x010E] = exif[0x9286] = f"{MERK}-exif"
    if pad.suffix == ".png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", f"{MERK}-png")
        beeld.save(pad, pnginfo=info, exif=exif)
    else:
        beeld.save(pad, exif=exif, comment=f"{MERK}-jpg")


SVG = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><!-- {MERK}-commentaar -->
<metadata>{MERK}-metadata</metadata><title>{MERK}-titel</title>
<desc>{MERK}-desc</desc><path id="p" data-x="{MERK}-data" d="M0 0h9v9z"/></svg>"""


def _gemerkt(naam: str, verboden: dict[str, Any]) -> str:
    """The small house's file `naam`, with `verboden` merged into it."""
    inhoud = yaml.safe_load(KLEIN_HUIS.get(naam, "{}"))
    for sleutel, waarde in verboden.items():
        inhoud[sleutel] = waarde
    return f"# {MERK}-yaml-commentaar\n" + json.dumps(inhoud, ensure_ascii=False, default=str)


def merk_huis() -> dict[str, str | None]:
    """A house with a mark in every internal field."""

    def m(veld: str) -> str:
        return f"{MERK}-{veld}"

    toestemming = {"datum": "2021-04-03", "tot": "2031-05-06"}
    return {
        "organisatie.yml": _gemerkt("organisatie.yml", {
            "koers": {"as": "klantrelatie",
                      "drempels": {"prijs": m("drempel"), "product": m("drempel2")},
                      "scores": {"prijs": 4, "product": 4, "klantrelatie": 5}},
            "keuring": {"schrijft_maanden": 11, "verloopt_dagen": 61, "bezoek_maanden": 13,
                        "gecontroleerd_maanden": 14, "zin_woorden": 26,
                        "leesgemak": 54, "contrast": "4,6", "jargon": {m("jargon"): m("gewoner")},
                        "gewoon": [m("gewoon")], "uit": ["K71", "K72"]},
        }),
        "merk.yml": _gemerkt("merk.yml", {"logo": "logo.svg"}),
        "behoeften/boodschappen.yml": _gemerkt("behoeften/boodschappen.yml", {
            "klantvragen": [
                {"vraag": "Hoe kom ik thuis?", "bron": "balie", "notitie": m("notitie")}],
        }),
        "concurrenten/woonwinkel.yml": _gemerkt("concurrenten/woonwinkel.yml", {
            "naam": m("concurrent"), "behoeften": ["boodschappen"],
            "website": f"https://{MERK}.example",
            "bezoeken": [{
                "datum": "2026-10-13", "door": "samira", "sterk": [m("sterk")], "zwak": [m("zwak")],
                "prijzen": [{"wat": m("prijs"), "bedrag": "987654,32"}],
                "producten": [m("product")],
                "relatie": m("relatie"), "service": m("service"), "indruk": m("indruk"),
            }],
        }),
        "usps/zelfde-gezicht.yml": _gemerkt("usps/zelfde-gezicht.yml", {
            "anders_dan": [{"concurrent": "woonwinkel", "want": m("want")}],
        }),
        "medewerkers/samira.yml": _gemerkt("medewerkers/samira.yml", {
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
        "medewerkers/cor.yml": _gemerkt("", {
            "naam": "Cor Kok", "functie": "kok", "belofte": "Ik kook.",
            "boegbeeld_van": ["ouderen"],
            "te_vinden": [{"waar": "Markt", "wanneer": "vrijdag"}],
            "portret": {"bestand": "cor.png", "alt": m("alt"),
                        "toestemming": {"datum": "2020-01-01", "ingetrokken": "2026-11-20"}},
        }),
        "medewerkers/weg.yml": _gemerkt("", {
            "naam": "Wiesje Weg", "functie": "was hier", "belofte": m("belofte"),
            "boegbeeld_van": ["ouderen"], "te_vinden": [{"waar": m("waar"), "wanneer": "nooit"}],
            "over": m("over"),
            "contact": {"telefoon": "0599 009 876", "email": f"{MERK}@weg.example"},
            "portret": {"bestand": "weg.png", "alt": m("alt"), "toestemming": toestemming},
            "uit_dienst": "2026-03-04", "afscheid": "Dag Wiesje.", "opvolger": "cor",
        }),
        "medewerkers/straks.yml": _gemerkt("", {
            "naam": m("straks"), "functie": m("f"), "belofte": m("b"), "boegbeeld_van": ["ouderen"],
            "te_vinden": [{"waar": m("w"), "wanneer": "ooit"}], "in_dienst": "2027-01-01",
        }),
        "diensten/oud.yml": _gemerkt("diensten/boodschappentaxi.yml", {
            "naam": m("gestopt"), "kort": m("kort"), "status": "gestopt",
        }),
    }  # fmt: skip


@pytest.fixture(scope="module")
def gemerkte_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("gemerkt")
    instelling = schrijf_organisatie(map_, merk_huis())
    (map_ / "huis" / "logo.svg").write_text(SVG, "utf-8")
    _portret(map_ / "huis/medewerkers/samira.jpg", (10, 200, 30))
    _portret(map_ / "huis/medewerkers/cor.png", (201, 30, 40))
    _portret(map_ / "huis/medewerkers/weg.png", (30, 40, 202))
    return bouw_site(instelling)


def gebouwde_bytes(site: Path) -> dict[str, bytes]:
    """Every file of the site; a compressed one also as it was."""
    gevonden = {
        p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()
    }
    for naam, inhoud in list(gevonden.items()):
        if naam.endswith(".gz"):
            gevonden[f"{naam} (unpacked)"] = gzip.decompress(inhoud)
    return gevonden


def test_no_mark_is_in_any_byte_of_the_site(gemerkte_site: Path) -> None:
    bestanden = gebouwde_bytes(gemerkte_site)
    assert "mensen/samira/samira.vcf" in bestanden
    assert any(n.endswith(".svg") for n in bestanden)
    lek = [n for n, b in bestanden.items() if MERK.lower().encode() in b.lower()]
    assert not lek


@pytest.mark.parametrize(
    "geheim",
    ["2019-08-07", "2039-08-07", "2021-04-03", "2031-05-06", "7 augustus 2019", "3 april 2021",
     "0599 009 876", "599009876", "987654", "987.654", "2026-03-04"],
)  # fmt: skip
def test_no_internal_date_number_or_amount_is_in_the_site(gemerkte_site: Path, geheim: str) -> None:
    assert not [n for n, b in gebouwde_bytes(gemerkte_site).items() if geheim.encode() in b]


def test_what_is_public_of_the_same_people_is_there(gemerkte_site: Path) -> None:
    """So that the tests above do not pass on an empty site."""
    samira = (gemerkte_site / "mensen/samira/index.html").read_text("utf-8")
    assert "Mag wel." in samira
    assert ".webp" in samira
    assert "Dag Wiesje." in (gemerkte_site / "mensen/weg/index.html").read_text("utf-8")
    assert not (gemerkte_site / "mensen/straks").exists()
    assert not (gemerkte_site / "mensen/weg/weg.vcf").exists()


def test_a_portrait_without_consent_is_not_published(gemerkte_site: Path) -> None:
    """Found by colour: withdrawn (red) and left (blue) are gone, allowed (green) is there."""
    kleuren = []
    paden = [p for p in (gemerkte_site / "beelden").iterdir() if p.suffix != ".svg"]
    assert {p.suffix for p in paden} == {".webp", ".jpg"}
    for pad in paden:
        with Image.open(pad) as beeld:
            r, g, b = beeld.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
            kleuren.append(max((r, "rood"), (g, "groen"), (b, "blauw"))[1])
            assert not beeld.getexif()
            assert not {"exif", "icc_profile", "xmp", "comment"} & set(beeld.info)
    assert set(kleuren) == {"groen"}


def test_a_portrait_without_consent_is_in_no_share_picture(gemerkte_site: Path) -> None:
    """The same colours, in the pictures that are shown when somebody shares a page."""
    gezien = {"rood": 0, "groen": 0, "blauw": 0}
    for pad in (gemerkte_site / "deelbeelden").iterdir():
        with Image.open(pad) as beeld:
            for aantal, kleur in beeld.convert("RGB").getcolors(1200 * 630) or []:
                r, g, b = kleur  # type: ignore[misc]
                gezien["rood"] += aantal if r > 150 and max(g, b) < 80 else 0
                gezien["groen"] += aantal if g > 150 and max(r, b) < 80 else 0
                gezien["blauw"] += aantal if b > 150 and max(r, g) < 80 else 0
    assert gezien["groen"] > 10_000
    assert gezien["rood"] == gezien["blauw"] == 0


def interne_velden() -> set[tuple[str, str]]:
    """(class, field) of every field that the public side of its class does not have."""
    gezien: set[type[BaseModel]] = set()

    def zoek(annotatie: Any) -> None:
        if (
            isinstance(annotatie, type)
            and issubclass(annotatie, BaseModel)
            and annotatie not in gezien
        ):
            gezien.add(annotatie)
            for veld in annotatie.model_fields.values():
                zoek(veld.annotation)
        for deel in get_args(annotatie):
            zoek(deel)

    for soort in soorten().values():
        zoek(soort.klasse)
    uit = set()
    for klasse in gezien:
        if issubclass(klasse, Intern):
            try:
                publiek = set(publieke_klasse(klasse).model_fields)
            except TypeError:
                publiek = {"id"}
            uit |= {(klasse.__name__, n) for n in klasse.model_fields if n not in publiek}
    return uit


def test_every_internal_field_bears_a_mark() -> None:
    """A new internal field must get its mark above, or this test fails."""
    tekst = "\n".join(t for t in merk_huis().values() if t)
    gebruikt: set[str] = set()

    def verzamel(waarde: Any) -> None:
        if isinstance(waarde, dict):
            gebruikt.update(str(k) for k in waarde)
            for deel in waarde.values():
                verzamel(deel)
        elif isinstance(waarde, list):
            for deel in waarde:
                verzamel(deel)

    for deel in merk_huis().values():
        verzamel(yaml.safe_load(deel or ""))
    ontbreekt = {
        (klasse, veld)
        for klasse, veld in interne_velden()
        if veld.rstrip("_") not in gebruikt and veld != "id"
    }
    assert not ontbreekt
    assert tekst.count(MERK) > 30


def test_the_day_decides(tmp_path: Path) -> None:
    """The same files, built for the day before the withdrawal, do show the portrait."""
    instelling = schrijf_organisatie(tmp_path, merk_huis(), op="2026-11-19")
    (tmp_path / "huis" / "logo.svg").write_text(SVG, "utf-8")
    for naam in ("samira.jpg", "cor.png", "weg.png"):
        _portret(tmp_path / "huis/medewerkers" / naam, (10, 20, 200))
    site = bouw_site(instelling)
    assert "beelden/" in (site / "mensen/cor/index.html").read_text("utf-8").split("<main")[1]
