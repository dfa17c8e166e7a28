"""The kit of a worker, a client group and a service: read back by programs that are not ours."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import vobject
from PIL import Image
from pypdf import PdfReader

from helpers.kit import (
    MM,
    SITE,
    find_off_sheet,
    make_kit,
    medewerker_yaml,
    pdf,
    read_qr,
    read_structure,
    remake_kit,
    text_of,
)
from helpers.small_huis import SMALL_HUIS

SIZES = {
    "visitekaartje.pdf": (85, 55),
    "visitekaartje-drukker.pdf": (85 + 2 * 8, 55 + 2 * 8),
    "folder-a4.pdf": (210, 297),
    "poster-a5.pdf": (148, 210),
}
SHARE_IMAGES = {
    "deelbeeld-liggend-1200x630.png": (1200, 630),
    "deelbeeld-vierkant-1080x1080.png": (1080, 1080),
    "deelbeeld-staand-1080x1920.png": (1080, 1920),
}
CONTACT = {"telefoon": "0599 000 112", "email": "samira@veenrand.example"}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kits of the small house, whose worker has a portrait and a number of her own."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / "huis/medewerkers").mkdir(parents=True)
    portret(folder / "huis/medewerkers/samira.jpg")
    make_kit(folder, {"medewerkers/samira.yml": medewerker_yaml(contact=CONTACT, portret=PORTRET)})
    return folder / "kit"


PORTRET = {
    "bestand": "samira.jpg",
    "alt": "Samira bij de deur",
    "toestemming": {"datum": "2026-01-05"},
}


def portret(path: Path) -> None:
    Image.new("RGB", (640, 800), (200, 40, 40)).save(path)


@pytest.fixture(scope="module")
def samira(kit: Path) -> Path:
    return kit / "mensen/samira"


def test_a_medewerker_gets_everything(samira: Path) -> None:
    assert {p.name for p in samira.iterdir()} == {
        *SIZES, *SHARE_IMAGES, "samira.vcf", "qr.svg", "qr.png", "index.html",
        "handtekening.html", "handtekening.txt", "voorstellen-kort.txt", "voorstellen-lang.txt",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["voor-wie/ouderen", "aanbod/boodschappentaxi"])
def test_a_klantgroep_and_a_dienst_get_a_leaflet_and_share_images(kit: Path, name: str) -> None:
    assert {p.name for p in (kit / name).iterdir()} == {
        "folder-a4.pdf", *SHARE_IMAGES, "qr.svg", "qr.png", "index.html",
    }  # fmt: skip
    assert read_qr((kit / name / "qr.png").read_bytes()) == [f"{SITE}{name}/"]


@pytest.mark.parametrize("name", SIZES)
def test_a_pdf_is_one_sheet_of_the_right_size(samira: Path, name: str) -> None:
    [sheet] = pdf(samira / name).pages
    size = (float(sheet.mediabox.width) / MM, float(sheet.mediabox.height) / MM)
    assert size == pytest.approx(SIZES[name], abs=0.1)
    assert find_off_sheet(samira / name) == []


def test_the_printer_knows_where_to_cut(samira: Path) -> None:
    [sheet] = pdf(samira / "visitekaartje-drukker.pdf").pages
    trim_box = [float(number) / MM for number in sheet.trimbox]
    assert trim_box == pytest.approx([8, 8, 93, 63], abs=0.1)
    image = render_image(samira / "visitekaartje-drukker.pdf")
    assert pixel_at(image, 5.5, 30) == pytest.approx(
        (248, 242, 228), abs=3
    )  # still paper: the bleed
    assert pixel_at(image, 50, 65.5) == pytest.approx((31, 92, 77), abs=3)
    assert pixel_at(image, 4, 30) == (255, 255, 255)
    crop_mark = image.crop((2 * 4, 8 * 4 - 3, 4 * 4, 8 * 4 + 3)).convert("L")
    assert any(pixel < 128 for pixel in crop_mark.tobytes())


def pixel_at(image: Image.Image, x: float, y: float) -> object:
    """The colour at so many millimetres from the corner."""
    return image.getpixel((int(x * 4), int(y * 4)))


def render_image(path: Path, per_mm: int = 4) -> Image.Image:
    """The first page as PDFium draws it."""
    sheet = pypdfium2.PdfDocument(path)[0]
    image: Image.Image = sheet.render(scale=per_mm * 25.4 / 72).to_pil()
    return image.convert("RGB")


def says_pdf_ua(reader: PdfReader) -> bool:
    """Whether a PDF says that it is PDF/UA-1 (ISO 14289-1, section 5)."""
    told = reader.xmp_metadata
    return told is not None and b"pdfuaid:part>1<" in told.stream.get_data()


@pytest.mark.parametrize("name", SIZES)
def test_a_screen_reader_can_read_a_pdf(samira: Path, name: str) -> None:
    reader = pdf(samira / name)
    root: Any = reader.root_object
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert (reader.metadata.title or "").startswith("Samira El Amrani: ")
    assert says_pdf_ua(reader)
    tags = read_structure(reader)
    assert tags.count("/H1") == 1
    assert "/Figure" in tags


def test_every_figure_has_words(samira: Path) -> None:
    raw = (samira / "folder-a4.pdf").read_bytes()
    reader = pdf(samira / "folder-a4.pdf")
    things: list[Any] = [
        thing.get_object()
        for thing in map(reader.get_object, range(1, raw.count(b" obj") + 1))
        if thing is not None
    ]
    alts = {str(d["/Alt"]) for d in things if isinstance(d, dict) and "/Alt" in d}
    assert {"Samira bij de deur", "QR-code naar veenrand.example/repo/mensen/samira"} <= alts


def test_the_text_is_there_as_text(samira: Path) -> None:
    poster = text_of(samira / "poster-a5.pdf")
    for words in (
        "Hier vind je mij", "Samira El Amrani", "buurtwerker", "Ik bel altijd terug.",
        "Wijkcentrum De Linde", "maandag van 9 tot 12 uur", "Weekmarkt", "0599 000 112",
    ):  # fmt: skip
        assert words in poster
    assert "Thuis wonen" in text_of(samira / "folder-a4.pdf")
    assert "samira@veenrand.example" in text_of(samira / "visitekaartje.pdf")


def test_u_where_the_huis_says_u(tmp_path: Path) -> None:
    in_u = SMALL_HUIS["organisatie.yml"].replace("aanspreekvorm: je", "aanspreekvorm: u")
    make_kit(tmp_path, {"organisatie.yml": in_u}, id_="samira")
    assert "Hier vindt u mij" in text_of(tmp_path / "kit/mensen/samira/poster-a5.pdf")
    short = (tmp_path / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert "U vindt mij hier:" in short


@pytest.mark.parametrize("name", ["qr.png", *SIZES])
def test_every_qr_code_leads_to_the_page(samira: Path, name: str) -> None:
    if name.endswith(".pdf"):
        result = io.BytesIO()
        render_image(samira / name, 8).save(result, "PNG")
        contents = result.getvalue()
    else:
        contents = (samira / name).read_bytes()
    assert read_qr(contents) == [f"{SITE}mensen/samira/"]


def test_the_qr_code_has_a_quiet_zone(samira: Path) -> None:
    with Image.open(samira / "qr.png") as image:
        grey = image.convert("L")
    margin = 4 * 16
    assert grey.getbbox() == (0, 0, *grey.size)
    inverted = Image.eval(grey, lambda w: 255 - w)
    assert inverted.getbbox() == (margin, margin, grey.width - margin, grey.height - margin)


def test_the_qr_drawing_is_the_same_code(samira: Path) -> None:
    svg = (samira / "qr.svg").read_text("utf-8")
    assert "<script" not in svg
    with Image.open(samira / "qr.png") as image:
        assert f'viewBox="0 0 {image.width // 16} {image.height // 16}"' in svg


def test_the_card_for_the_telephone(samira: Path) -> None:
    card = vobject.readOne((samira / "samira.vcf").read_bytes().decode("utf-8"))
    assert card.fn.value == "Samira El Amrani"
    assert card.tel.value == "+31599000112"
    assert card.email.value == "samira@veenrand.example"
    assert card.url.value == f"{SITE}mensen/samira/"


@pytest.mark.parametrize("name", SHARE_IMAGES)
def test_a_share_image_has_the_size_of_its_channel(kit: Path, name: str) -> None:
    for folder in ("mensen/samira", "voor-wie/ouderen", "aanbod/boodschappentaxi"):
        with Image.open(kit / folder / name) as image:
            assert image.size == SHARE_IMAGES[name]
            assert len(image.convert("RGB").resize((60, 60)).getcolors(3600) or []) > 20


def test_without_a_portret_there_is_a_window(tmp_path: Path, samira: Path) -> None:
    make_kit(tmp_path, {"medewerkers/samira.yml": medewerker_yaml(contact=CONTACT)}, id_="samira")
    bare = tmp_path / "kit/mensen/samira/folder-a4.pdf"
    red = (200, 40, 40)
    assert has_colour(render_image(samira / "folder-a4.pdf"), red)
    assert not has_colour(render_image(bare), red)
    assert "Samira bij de deur" not in str(bare.read_bytes())


def has_colour(image: Image.Image, colour: tuple[int, int, int]) -> bool:
    """Whether much of a picture has nearly this colour."""
    small = image.resize((image.width // 4, image.height // 4))
    points = zip(*[iter(small.tobytes())] * 3, strict=True)
    equal = [p for p in points if all(abs(a - b) < 16 for a, b in zip(p, colour, strict=True))]
    return len(equal) > 500


def test_without_an_own_number_that_of_the_organisatie_is_there(tmp_path: Path) -> None:
    make_kit(tmp_path, id_="samira")
    assert "0599 000 100" in text_of(tmp_path / "kit/mensen/samira/poster-a5.pdf")
    organisatie = SMALL_HUIS["organisatie.yml"].replace(
        "telefoon: 0599 000 100", "antwoord_binnen: een dag"
    )
    make_kit(tmp_path / "b", {"organisatie.yml": organisatie}, id_="samira")
    poster = tmp_path / "b/kit/mensen/samira/poster-a5.pdf"
    assert "Bellen" not in text_of(poster)
    assert "Samira El Amrani" in text_of(poster)


def test_what_is_internal_stays_out(tmp_path: Path) -> None:
    internal = medewerker_yaml(
        portret={**PORTRET, "toestemming": {"datum": "2026-01-05", "ingetrokken": "2026-11-01"}},
        aanbevelingen=[{"citaat": "Geheime lof van Bep", "door": "Bep"}],
        notities="Vertrouwelijke aantekening",
    )
    portret_path = tmp_path / "huis/medewerkers/samira.jpg"
    portret_path.parent.mkdir(parents=True)
    portret(portret_path)
    make_kit(tmp_path, {"medewerkers/samira.yml": internal})
    for path in (tmp_path / "kit").rglob("*.pdf"):
        assert "Bep" not in text_of(path)
        assert not has_colour(render_image(path), (200, 40, 40))
    for path in (p for p in (tmp_path / "kit").rglob("*") if p.suffix in {".txt", ".html", ".vcf"}):
        contents = path.read_text("utf-8")
        assert "Bep" not in contents
        assert "Vertrouwelijk" not in contents


def test_an_overview_that_leads_to_everything(kit: Path) -> None:
    overview = (kit / "index.html").read_text("utf-8")
    for folder in ("mensen/samira", "voor-wie/ouderen", "aanbod/boodschappentaxi"):
        assert f'href="{folder}/index.html"' in overview
        sheet = (kit / folder / "index.html").read_text("utf-8")
        for name in (kit / folder).glob("*.p*"):
            assert f'"{name.name}' in sheet


# --- who takes over ----------------------------------------------------------------------------

INTRODUCTION = {
    "kennismaken-brief-gijs-a4.pdf": (210, 297), "kennismaken-kaart-gijs-a6.pdf": (148, 105),
}  # fmt: skip
GIJS = {
    "naam": "Gijs Wolf", "roepnaam": "Gijs", "functie": "kok", "belofte": "Ik kook voor tien.",
    "contact": {"telefoon": "0599 000 199", "email": "gijs@veenrand.example"},
    "aanbevelingen": [{"citaat": "Zonder Gijs geen soep.", "door": "Bep",
                       "toestemming": {"datum": "2026-01-05"}}],
    "afscheid": "Gijs gaat varen.", "notities": "Ruzie met de buurman", "opvolger": "samira",
}  # fmt: skip


def with_gijs(folder: Path, uit_dienst: str, **overrides: object) -> Path:
    """The kit of Samira, who takes over from Gijs after his last day."""
    gijs = medewerker_yaml(**{**GIJS, "uit_dienst": uit_dienst, **overrides})
    (folder / "huis/medewerkers").mkdir(parents=True, exist_ok=True)
    portret(folder / "huis/medewerkers/gijs.jpg")
    make_kit(
        folder,
        {
            "medewerkers/gijs.yml": gijs,
            "medewerkers/samira.yml": medewerker_yaml(contact=CONTACT),
        },
    )
    return folder / "kit/mensen/samira"


@pytest.fixture(scope="module")
def successor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_gijs(tmp_path_factory.mktemp("opvolger"), "2026-11-01")


@pytest.mark.parametrize("name", INTRODUCTION)
def test_who_takes_over_gets_a_letter_and_a_card_for_clients(successor: Path, name: str) -> None:
    reader = pdf(successor / name)
    [sheet] = reader.pages
    size = (float(sheet.mediabox.width) / MM, float(sheet.mediabox.height) / MM)
    assert size == pytest.approx(INTRODUCTION[name], abs=0.1)
    assert find_off_sheet(successor / name) == []
    root: Any = reader.root_object
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert says_pdf_ua(reader)
    tags = read_structure(reader)
    assert tags.count("/H1") == 1
    assert "/Figure" in tags
    words = text_of(successor / name)
    for part in (
        "Samira neemt het over van Gijs", "Gijs Wolf", "Samira El Amrani", "buurtwerker",
        "Ik bel altijd terug.", "0599 000 112",
    ):  # fmt: skip
        assert part in words
    image = io.BytesIO()
    render_image(successor / name, 8).save(image, "PNG")
    assert read_qr(image.getvalue()) == [f"{SITE}mensen/samira/"]
    assert f'"{name}#' in (successor / "index.html").read_text("utf-8")


def test_the_letter_tells_where_to_meet_and_has_room_to_sign(successor: Path) -> None:
    words = text_of(successor / "kennismaken-brief-gijs-a4.pdf")
    for part in (
        "Beste", "werkt niet meer bij Welzijn Veenrand", "Wijkcentrum De Linde",
        "maandag van 9 tot 12 uur", "Met vriendelijke groet, Samira El Amrani",
    ):  # fmt: skip
        assert part in words


def test_of_who_leaves_there_is_only_the_name(successor: Path) -> None:
    for name in INTRODUCTION:
        words = text_of(successor / name)
        for secret in (
            "kok", "tien", "0599 000 199", "gijs@", "soep", "varen", "buurman", "november", "2026",
        ):  # fmt: skip
            assert secret not in words
        assert not has_colour(render_image(successor / name), (200, 40, 40))


@pytest.mark.parametrize(
    ("last_day", "there", "says"),
    [
        ("2027-01-02", False, ""),
        ("2027-01-01", True, "Gijs Wolf gaat weg bij"),
        ("2026-11-20", True, "Gijs Wolf gaat weg bij"),
        ("2026-11-19", True, "Gijs Wolf werkt niet meer bij"),
        ("2026-08-20", True, "Gijs Wolf werkt niet meer bij"),
        ("2026-08-19", False, ""),
    ],
)
def test_letter_and_card_are_there_around_the_last_day(
    tmp_path: Path, last_day: str, there: bool, says: str
) -> None:
    folder = with_gijs(
        tmp_path, last_day, portret={**PORTRET, "bestand": "gijs.jpg"} if there else None
    )
    assert {p.name for p in folder.glob("kennismaken*")} == set(INTRODUCTION if there else ())
    if there:
        assert says in text_of(folder / "kennismaken-brief-gijs-a4.pdf")
        assert not has_colour(render_image(folder / "kennismaken-kaart-gijs-a6.pdf"), (200, 40, 40))


def test_long_words_stay_on_the_letter_and_the_card(tmp_path: Path) -> None:
    folder = tmp_path / "huis/medewerkers"
    folder.mkdir(parents=True)
    long = " ".join(["Wilhelmina-Petronella"] * 4)
    places = [{"waar": f"Een plek met een lange naam {n}" * 3, "wanneer": "dinsdag van 9 tot 12"}
              for n in range(5)]  # fmt: skip
    make_kit(tmp_path, {
        "medewerkers/gijs.yml": medewerker_yaml(**{**GIJS, "naam": long, "roepnaam": long,
                                                   "uit_dienst": "2026-11-01"}),
        "medewerkers/samira.yml": medewerker_yaml(
            naam=long, roepnaam=long, functie="buurtwerker " * 7, belofte="Ik bel terug. " * 13,
            te_vinden=places, contact={**CONTACT, "whatsapp": "06 0000 0001"},
        ),
    })  # fmt: skip
    for name in INTRODUCTION:
        assert find_off_sheet(tmp_path / "kit/mensen/samira" / name) == []
        assert "0599 000 112" in text_of(tmp_path / "kit/mensen/samira" / name)


# --- a second time -----------------------------------------------------------------------------


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        p.relative_to(folder).as_posix(): (p.stat().st_mtime_ns, p.read_bytes())
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_what_did_not_change_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_kit(tmp_path)
    first = state(tmp_path / "kit")
    forbid_typesetting(monkeypatch)
    outcome, _ = remake_kit(tmp_path / "huis", tmp_path)
    assert [len(outcome.made), len(outcome.unchanged)] == [0, 4]
    assert state(tmp_path / "kit") == first


def forbid_typesetting(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("typst was started")

    monkeypatch.setattr("propositie.kit.makers.render_pdf", never)
    monkeypatch.setattr("propositie.kit.makers.render_png", never)
    monkeypatch.setattr("propositie.output.share_image.render_png", never)


def test_a_deleted_folder_comes_back_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_kit(tmp_path)
    first = {n: contents for n, (_, contents) in state(tmp_path / "kit").items() if n[0] != "."}
    (tmp_path / "kit").rename(tmp_path / "oud")
    forbid_typesetting(monkeypatch)
    remake_kit(tmp_path / "huis", tmp_path)
    again = {n: contents for n, (_, contents) in state(tmp_path / "kit").items() if n[0] != "."}
    assert again == first


def test_a_changed_or_missing_file_comes_back(tmp_path: Path) -> None:
    make_kit(tmp_path)
    samira = tmp_path / "kit/mensen/samira"
    first = {p.name: p.read_bytes() for p in samira.iterdir()}
    (samira / "folder-a4.pdf").write_bytes(b"x")
    (samira / "qr.svg").unlink()
    (tmp_path / "kit/.gemaakt.json").write_text('{"mensen/samira": [1]}')
    remake_kit(tmp_path / "huis", tmp_path)
    assert {p.name: p.read_bytes() for p in samira.iterdir()} == first


def test_another_belofte_gives_another_card(tmp_path: Path) -> None:
    make_kit(tmp_path)
    outcome, _ = make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(belofte="Ik kom altijd.")}
    )
    assert "samira" in {s.id for s in outcome.made}
    assert "Ik kom altijd." in text_of(tmp_path / "kit/mensen/samira/visitekaartje.pdf")


def test_who_has_left_leaves_nothing_behind(tmp_path: Path) -> None:
    make_kit(tmp_path)
    own = tmp_path / "kit/voor-wie/eigen.txt"
    own.write_text("van mij")
    manifest = tmp_path / "kit/.gemaakt.json"
    manifest.write_text(manifest.read_text().replace('{\n"mensen', '{"../huis": {"sleutel": "x", '
                     '"bestanden": {"merk.yml": [1, 2]}},\n"mensen', 1))  # fmt: skip
    outcome, _ = make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(uit_dienst="2026-11-01")}
    )
    assert outcome.removed == ["mensen/samira"]
    assert not (tmp_path / "kit/mensen/samira").exists()
    assert own.read_text() == "van mij"
    assert (tmp_path / "huis/merk.yml").exists()
    for path in (tmp_path / "kit").rglob("*.pdf"):
        assert "Samira" not in text_of(path)


def test_thirty_medewerkers(tmp_path: Path) -> None:
    names = {
        f"medewerkers/mens-{n}.yml": medewerker_yaml(naam=f"Mens {n} de Boer") for n in range(29)
    }
    outcome, _ = make_kit(tmp_path, names)
    medewerkers = [s for s in outcome.made if s.kind == "medewerkers"]
    assert len(medewerkers) == 30
    for material in medewerkers:
        folder = tmp_path / "kit" / material.folder
        assert read_qr((folder / "qr.png").read_bytes()) == [material.url]
        assert len(pdf(folder / "visitekaartje.pdf").pages) == 1
    assert not remake_kit(tmp_path / "huis", tmp_path)[0].made
