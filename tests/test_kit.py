"""The kit of a worker, a client group and a service: read back by programs that are not ours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import vobject
from PIL import Image

from hulp.kit import (
    MM,
    SITE,
    buiten_het_blad,
    lees_qr,
    maak_kit,
    mens,
    opnieuw,
    pdf,
    structuur,
    tekst_van,
)
from hulp.klein_huis import KLEIN_HUIS

MATEN = {
    "visitekaartje.pdf": (85, 55),
    "visitekaartje-drukker.pdf": (85 + 2 * 8, 55 + 2 * 8),
    "folder-a4.pdf": (210, 297),
    "poster-a5.pdf": (148, 210),
}
DEELBEELDEN = {
    "deelbeeld-liggend-1200x630.png": (1200, 630),
    "deelbeeld-vierkant-1080x1080.png": (1080, 1080),
    "deelbeeld-staand-1080x1920.png": (1080, 1920),
}
CONTACT = {"telefoon": "0599 000 112", "email": "samira@veenrand.example"}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kits of the small house, whose worker has a portrait and a number of her own."""
    map_ = tmp_path_factory.mktemp("kit")
    (map_ / "huis/medewerkers").mkdir(parents=True)
    portret(map_ / "huis/medewerkers/samira.jpg")
    maak_kit(map_, {"medewerkers/samira.yml": mens(contact=CONTACT, portret=PORTRET)})
    return map_ / "kit"


PORTRET = {
    "bestand": "samira.jpg",
    "alt": "Samira bij de deur",
    "toestemming": {"datum": "2026-01-05"},
}


def portret(pad: Path) -> None:
    Image.new("RGB", (640, 800), (200, 40, 40)).save(pad)


@pytest.fixture(scope="module")
def samira(kit: Path) -> Path:
    return kit / "mensen/samira"


def test_een_medewerker_krijgt_alles(samira: Path) -> None:
    assert {p.name for p in samira.iterdir()} == {
        *MATEN, *DEELBEELDEN, "samira.vcf", "qr.svg", "qr.png", "index.html",
        "handtekening.html", "handtekening.txt", "voorstellen-kort.txt", "voorstellen-lang.txt",
    }  # fmt: skip


@pytest.mark.parametrize("naam", ["voor-wie/ouderen", "aanbod/boodschappentaxi"])
def test_een_klantgroep_en_een_dienst_krijgen_een_folder_en_deelbeelden(
    kit: Path, naam: str
) -> None:
    assert {p.name for p in (kit / naam).iterdir()} == {
        "folder-a4.pdf", *DEELBEELDEN, "qr.svg", "qr.png", "index.html",
    }  # fmt: skip
    assert lees_qr((kit / naam / "qr.png").read_bytes()) == [f"{SITE}{naam}/"]


@pytest.mark.parametrize("naam", MATEN)
def test_een_pdf_is_een_blad_van_de_juiste_maat(samira: Path, naam: str) -> None:
    [blad] = pdf(samira / naam).pages
    maat = (float(blad.mediabox.width) / MM, float(blad.mediabox.height) / MM)
    assert maat == pytest.approx(MATEN[naam], abs=0.1)
    assert buiten_het_blad(samira / naam) == []


def test_de_drukker_weet_waar_hij_moet_snijden(samira: Path) -> None:
    [blad] = pdf(samira / "visitekaartje-drukker.pdf").pages
    snede = [float(getal) / MM for getal in blad.trimbox]
    assert snede == pytest.approx([8, 8, 93, 63], abs=0.1)
    beeld = als_beeld(samira / "visitekaartje-drukker.pdf")
    assert op(beeld, 5.5, 30) == pytest.approx((251, 247, 238), abs=3)  # still paper: the bleed
    assert op(beeld, 50, 65.5) == pytest.approx((31, 92, 77), abs=3)
    assert op(beeld, 4, 30) == (255, 255, 255)
    snijteken = beeld.crop((2 * 4, 8 * 4 - 3, 4 * 4, 8 * 4 + 3)).convert("L")
    assert any(punt < 128 for punt in snijteken.tobytes())


def op(beeld: Image.Image, x: float, y: float) -> object:
    """The colour at so many millimetres from the corner."""
    return beeld.getpixel((int(x * 4), int(y * 4)))


def als_beeld(pad: Path, per_mm: int = 4) -> Image.Image:
    """The first page as PDFium draws it."""
    blad = pypdfium2.PdfDocument(pad)[0]
    beeld: Image.Image = blad.render(scale=per_mm * 25.4 / 72).to_pil()
    return beeld.convert("RGB")


@pytest.mark.parametrize("naam", MATEN)
def test_een_pdf_is_te_lezen_door_een_schermlezer(samira: Path, naam: str) -> None:
    lezer = pdf(samira / naam)
    wortel: Any = lezer.root_object
    assert wortel["/Lang"] == "nl-NL"
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert lezer.metadata is not None
    assert (lezer.metadata.title or "").startswith("Samira El Amrani: ")
    assert "pdfuaid:part>1<" in str(lezer.xmp_metadata.stream.get_data().decode())  # type: ignore[union-attr]
    tags = structuur(lezer)
    assert tags.count("/H1") == 1
    assert "/Figure" in tags


def test_elke_figuur_heeft_woorden(samira: Path) -> None:
    ruw = (samira / "folder-a4.pdf").read_bytes()
    lezer = pdf(samira / "folder-a4.pdf")
    dingen: list[Any] = [
        ding.get_object()
        for ding in map(lezer.get_object, range(1, ruw.count(b" obj") + 1))
        if ding is not None
    ]
    alts = {str(d["/Alt"]) for d in dingen if isinstance(d, dict) and "/Alt" in d}
    assert {"Samira bij de deur", "QR-code naar veenrand.example/repo/mensen/samira"} <= alts


def test_de_tekst_staat_er_als_tekst(samira: Path) -> None:
    poster = tekst_van(samira / "poster-a5.pdf")
    for woorden in (
        "Hier vind je mij", "Samira El Amrani", "buurtwerker", "Ik bel altijd terug.",
        "Wijkcentrum De Linde", "maandag van 9 tot 12 uur", "Weekmarkt", "0599 000 112",
    ):  # fmt: skip
        assert woorden in poster
    assert "Thuis wonen" in tekst_van(samira / "folder-a4.pdf")
    assert "samira@veenrand.example" in tekst_van(samira / "visitekaartje.pdf")


def test_u_waar_het_huis_u_zegt(tmp_path: Path) -> None:
    in_u = KLEIN_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    maak_kit(tmp_path, {"organisatie.yml": in_u}, id_="samira")
    assert "Hier vindt u mij" in tekst_van(tmp_path / "kit/mensen/samira/poster-a5.pdf")
    kort = (tmp_path / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert "U vindt mij hier:" in kort


@pytest.mark.parametrize("naam", ["qr.png", *MATEN])
def test_elke_qr_code_leidt_naar_de_pagina(samira: Path, naam: str) -> None:
    if naam.endswith(".pdf"):
        uit = io.BytesIO()
        als_beeld(samira / naam, 8).save(uit, "PNG")
        inhoud = uit.getvalue()
    else:
        inhoud = (samira / naam).read_bytes()
    assert lees_qr(inhoud) == [f"{SITE}mensen/samira/"]


def test_de_qr_code_heeft_een_stille_rand(samira: Path) -> None:
    with Image.open(samira / "qr.png") as beeld:
        grijs = beeld.convert("L")
    rand = 4 * 16
    assert grijs.getbbox() == (0, 0, *grijs.size)
    vlak = Image.eval(grijs, lambda w: 255 - w)
    assert vlak.getbbox() == (rand, rand, grijs.width - rand, grijs.height - rand)


def test_de_qr_tekening_is_dezelfde_code(samira: Path) -> None:
    svg = (samira / "qr.svg").read_text("utf-8")
    assert "<script" not in svg
    with Image.open(samira / "qr.png") as beeld:
        assert f'viewBox="0 0 {beeld.width // 16} {beeld.height // 16}"' in svg


def test_het_kaartje_voor_de_telefoon(samira: Path) -> None:
    kaart = vobject.readOne((samira / "samira.vcf").read_bytes().decode("utf-8"))
    assert kaart.fn.value == "Samira El Amrani"
    assert kaart.tel.value == "+31599000112"
    assert kaart.email.value == "samira@veenrand.example"
    assert kaart.url.value == f"{SITE}mensen/samira/"


@pytest.mark.parametrize("naam", DEELBEELDEN)
def test_een_deelbeeld_heeft_de_maat_van_het_kanaal(kit: Path, naam: str) -> None:
    for map_ in ("mensen/samira", "voor-wie/ouderen", "aanbod/boodschappentaxi"):
        with Image.open(kit / map_ / naam) as beeld:
            assert beeld.size == DEELBEELDEN[naam]
            assert len(beeld.convert("RGB").resize((60, 60)).getcolors(3600) or []) > 20


def test_zonder_portret_staat_er_een_raam(tmp_path: Path, samira: Path) -> None:
    maak_kit(tmp_path, {"medewerkers/samira.yml": mens(contact=CONTACT)}, id_="samira")
    kaal = tmp_path / "kit/mensen/samira/folder-a4.pdf"
    rood = (200, 40, 40)
    assert dichtbij(als_beeld(samira / "folder-a4.pdf"), rood)
    assert not dichtbij(als_beeld(kaal), rood)
    assert "Samira bij de deur" not in str(kaal.read_bytes())


def dichtbij(beeld: Image.Image, kleur: tuple[int, int, int]) -> bool:
    """Whether much of a picture has nearly this colour."""
    klein = beeld.resize((beeld.width // 4, beeld.height // 4))
    punten = zip(*[iter(klein.tobytes())] * 3, strict=True)
    gelijk = [p for p in punten if all(abs(a - b) < 16 for a, b in zip(p, kleur, strict=True))]
    return len(gelijk) > 500


def test_zonder_eigen_nummer_staat_dat_van_de_organisatie_er(tmp_path: Path) -> None:
    maak_kit(tmp_path, id_="samira")
    assert "0599 000 100" in tekst_van(tmp_path / "kit/mensen/samira/poster-a5.pdf")
    organisatie = KLEIN_HUIS["organisatie.yml"].replace(
        "telefoon: 0599 000 100", "antwoord_binnen: een dag"
    )
    maak_kit(tmp_path / "b", {"organisatie.yml": organisatie}, id_="samira")
    poster = tmp_path / "b/kit/mensen/samira/poster-a5.pdf"
    assert "Bellen" not in tekst_van(poster)
    assert "Samira El Amrani" in tekst_van(poster)


def test_wat_intern_is_komt_er_niet_in(tmp_path: Path) -> None:
    intern = mens(
        portret={**PORTRET, "toestemming": {"datum": "2026-01-05", "ingetrokken": "2026-11-01"}},
        aanbevelingen=[{"citaat": "Geheime lof van Bep", "door": "Bep"}],
        notities="Vertrouwelijke aantekening",
    )
    portret_pad = tmp_path / "huis/medewerkers/samira.jpg"
    portret_pad.parent.mkdir(parents=True)
    portret(portret_pad)
    maak_kit(tmp_path, {"medewerkers/samira.yml": intern})
    for pad in (tmp_path / "kit").rglob("*.pdf"):
        assert "Bep" not in tekst_van(pad)
        assert not dichtbij(als_beeld(pad), (200, 40, 40))
    for pad in (p for p in (tmp_path / "kit").rglob("*") if p.suffix in {".txt", ".html", ".vcf"}):
        inhoud = pad.read_text("utf-8")
        assert "Bep" not in inhoud
        assert "Vertrouwelijk" not in inhoud


def test_een_overzicht_dat_naar_alles_leidt(kit: Path) -> None:
    overzicht = (kit / "index.html").read_text("utf-8")
    for map_ in ("mensen/samira", "voor-wie/ouderen", "aanbod/boodschappentaxi"):
        assert f'href="{map_}/index.html"' in overzicht
        blad = (kit / map_ / "index.html").read_text("utf-8")
        for naam in (kit / map_).glob("*.p*"):
            assert f'"{naam.name}' in blad


# --- a second time -----------------------------------------------------------------------------


def stand(map_: Path) -> dict[str, tuple[int, bytes]]:
    return {
        p.relative_to(map_).as_posix(): (p.stat().st_mtime_ns, p.read_bytes())
        for p in map_.rglob("*")
        if p.is_file()
    }


def test_wat_niet_veranderde_wordt_niet_opnieuw_gemaakt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_kit(tmp_path)
    eerst = stand(tmp_path / "kit")
    verbied_zetten(monkeypatch)
    uitslag, _ = opnieuw(tmp_path / "huis", tmp_path)
    assert [len(uitslag.gemaakt), len(uitslag.gelijk)] == [0, 3]
    assert stand(tmp_path / "kit") == eerst


def verbied_zetten(monkeypatch: pytest.MonkeyPatch) -> None:
    def nooit(*_: object, **__: object) -> bytes:
        raise AssertionError("typst was started")

    monkeypatch.setattr("propositie.kit.makers.druk_pdf", nooit)
    monkeypatch.setattr("propositie.kit.makers.druk_png", nooit)
    monkeypatch.setattr("propositie.uitvoer.deelbeeld.druk_png", nooit)


def test_een_weggegooide_map_komt_uit_het_geheugen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_kit(tmp_path)
    eerst = {n: inhoud for n, (_, inhoud) in stand(tmp_path / "kit").items() if n[0] != "."}
    (tmp_path / "kit").rename(tmp_path / "oud")
    verbied_zetten(monkeypatch)
    opnieuw(tmp_path / "huis", tmp_path)
    weer = {n: inhoud for n, (_, inhoud) in stand(tmp_path / "kit").items() if n[0] != "."}
    assert weer == eerst


def test_een_veranderd_of_verdwenen_bestand_komt_terug(tmp_path: Path) -> None:
    maak_kit(tmp_path)
    samira = tmp_path / "kit/mensen/samira"
    eerst = {p.name: p.read_bytes() for p in samira.iterdir()}
    (samira / "folder-a4.pdf").write_bytes(b"x")
    (samira / "qr.svg").unlink()
    (tmp_path / "kit/.gemaakt.json").write_text('{"mensen/samira": [1]}')
    opnieuw(tmp_path / "huis", tmp_path)
    assert {p.name: p.read_bytes() for p in samira.iterdir()} == eerst


def test_een_andere_belofte_geeft_een_ander_kaartje(tmp_path: Path) -> None:
    maak_kit(tmp_path)
    uitslag, _ = maak_kit(tmp_path, {"medewerkers/samira.yml": mens(belofte="Ik kom altijd.")})
    assert "samira" in {s.id for s in uitslag.gemaakt}
    assert "Ik kom altijd." in tekst_van(tmp_path / "kit/mensen/samira/visitekaartje.pdf")


def test_wie_weg_is_laat_niets_achter(tmp_path: Path) -> None:
    maak_kit(tmp_path)
    eigen = tmp_path / "kit/voor-wie/eigen.txt"
    eigen.write_text("van mij")
    lijst = tmp_path / "kit/.gemaakt.json"
    lijst.write_text(lijst.read_text().replace('{\n"mensen', '{"../huis": {"sleutel": "x", '
                     '"bestanden": {"merk.yml": [1, 2]}},\n"mensen', 1))  # fmt: skip
    uitslag, _ = maak_kit(tmp_path, {"medewerkers/samira.yml": mens(uit_dienst="2026-11-01")})
    assert uitslag.weg == ["mensen/samira"]
    assert not (tmp_path / "kit/mensen/samira").exists()
    assert eigen.read_text() == "van mij"
    assert (tmp_path / "huis/merk.yml").exists()
    for pad in (tmp_path / "kit").rglob("*.pdf"):
        assert "Samira" not in tekst_van(pad)


def test_dertig_medewerkers(tmp_path: Path) -> None:
    namen = {f"medewerkers/mens-{n}.yml": mens(naam=f"Mens {n} de Boer") for n in range(29)}
    uitslag, _ = maak_kit(tmp_path, namen)
    mensen = [s for s in uitslag.gemaakt if s.soort == "medewerkers"]
    assert len(mensen) == 30
    for stof in mensen:
        map_ = tmp_path / "kit" / stof.map
        assert lees_qr((map_ / "qr.png").read_bytes()) == [stof.url]
        assert len(pdf(map_ / "visitekaartje.pdf").pages) == 1
    assert not opnieuw(tmp_path / "huis", tmp_path)[0].gemaakt
