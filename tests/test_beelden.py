"""Pictures on their way to the site: right sizes, nothing but pixels, made once."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from PIL import Image, ImageCms, PngImagePlugin

from hulp.bouwen import inhoud
from hulp.klein_huis import KLEIN_HUIS
from hulp.site import bouw_site, schrijf_organisatie
from propositie.beeld import BeeldFout, controleer_beeld, pak_uit
from propositie.uitvoer import beelden
from propositie.uitvoer.beelden import GEBRUIK, Beelden
from propositie.uitvoer.cache import BEWAARTIJD, DAG, Cache, sleutel_van

ROOD, BLAUW = (200, 30, 40), (30, 40, 200)


def foto(pad: Path, maat: tuple[int, int] = (1000, 1500), modus: str = "RGB") -> Path:
    """A photo of red above blue, with marks in its metadata."""
    beeld = Image.new("RGB", maat, BLAUW)
    beeld.paste(ROOD, (0, 0, maat[0], maat[1] // 2))
    exif = Image.Exif()
    exif[0x010E] = exif[0x9286] = "GEHEIM"
    exif.get_ifd(0x8825)[1] = "N"
    pad.parent.mkdir(parents=True, exist_ok=True)
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "GEHEIM")
    if pad.suffix == ".png":
        beeld.convert(modus).save(pad, exif=exif, pnginfo=info)
    else:
        beeld.convert(modus).save(pad, exif=exif)
    return pad


def maker(map_: Path, cache: Cache | None = None) -> Beelden:
    return Beelden(lambda soort, bestand: map_ / bestand, cache)


def gemaakt(werk: Beelden) -> dict[str, bytes]:
    return {b.adres: b.inhoud for b in werk.bestanden()}


@pytest.mark.parametrize("naam", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("gebruik", ["raam", "kaart", "portret", "tafereel", "logo"])
def test_every_use_has_its_sizes_and_holds_pixels_only(
    tmp_path: Path, naam: str, gebruik: str
) -> None:
    foto(tmp_path / naam)
    werk, hoe = maker(tmp_path), GEBRUIK[gebruik]
    getoond = werk.toon("x", naam, "Een foto", gebruik)
    bestanden = gemaakt(werk)
    assert set(bestanden) == {getoond.adres, *(m.adres for m in getoond.maten)}
    assert [m.breedte for m in getoond.maten] == [min(b, 1000) for b in hoe.breedtes]
    for adres, ruw in bestanden.items():
        assert b"GEHEIM" not in ruw
        with Image.open(io.BytesIO(ruw)) as beeld:
            beeld.load()
            assert beeld.format == {".webp": "WEBP", ".jpg": "JPEG"}[Path(adres).suffix]
            assert not beeld.getexif()
            assert not {"icc_profile", "exif", "xmp", "comment"} & set(beeld.info)
            verhouding = hoe.verhouding or beeld.width / (beeld.width * 1.5)
            assert beeld.height == pytest.approx(beeld.width / float(verhouding), abs=1)
    with Image.open(io.BytesIO(bestanden[getoond.adres])) as terugval:
        assert terugval.size == (getoond.breedte, getoond.hoogte)
        assert terugval.width == min(hoe.terugval, 1000)


def test_a_small_photo_is_never_blown_up(tmp_path: Path) -> None:
    foto(tmp_path / "klein.jpg", (200, 250))
    getoond = maker(tmp_path).toon("x", "klein.jpg", "", "portret")
    assert [m.breedte for m in getoond.maten] == [200]
    assert (getoond.breedte, getoond.hoogte) == (200, 250)


def test_what_is_see_through_stays_so_and_falls_back_on_png(tmp_path: Path) -> None:
    Image.new("RGBA", (600, 300), (10, 20, 30, 0)).save(tmp_path / "logo.png")
    werk = maker(tmp_path)
    getoond = werk.toon("x", "logo.png", "", "logo")
    assert getoond.adres.endswith(".png")
    for ruw in gemaakt(werk).values():
        with Image.open(io.BytesIO(ruw)) as beeld:
            assert beeld.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_a_drawing_stays_a_drawing(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><!--GEHEIM--><path d="M0 0"/>'
        "</svg>", "utf-8",
    )  # fmt: skip
    werk = maker(tmp_path)
    getoond = werk.toon("x", "a.svg", "", "tafereel")
    assert (getoond.breedte, getoond.hoogte, getoond.maten) == (30, 20, ())
    assert b"GEHEIM" not in gemaakt(werk)[getoond.adres]


def test_a_photo_that_lies_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    beeld = Image.new("RGB", (900, 600), BLAUW)
    beeld.paste(ROOD, (0, 0, 450, 600))
    exif = Image.Exif()
    exif[0x0112] = 6
    beeld.save(tmp_path / "telefoon.jpg", exif=exif)
    werk = maker(tmp_path)
    getoond = werk.toon("x", "telefoon.jpg", "", "tafereel")
    assert getoond.hoogte > getoond.breedte
    with Image.open(io.BytesIO(gemaakt(werk)[getoond.adres])) as recht:
        assert recht.size == (getoond.breedte, getoond.hoogte)
        rood = recht.convert("RGB").getpixel((recht.width // 2, 20))
        assert isinstance(rood, tuple)
        assert rood[0] > rood[2], "red is on top once it stands upright"


def test_a_photo_in_other_colours_is_brought_to_those_of_the_web(tmp_path: Path) -> None:
    profiel = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for naam, icc in (("kapot.png", b"no profile"), ("lab.png", profiel), ("goed.png", srgb)):
        Image.new("RGB", (60, 80), ROOD).save(tmp_path / naam, icc_profile=icc)
        uit = pak_uit((tmp_path / naam).read_bytes(), 10)
        assert uit.getpixel((5, 5)) == pytest.approx(ROOD, abs=3)
        assert not uit.info


# --- once ---------------------------------------------------------------------------------------


def tel(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often a photo is unpacked."""
    keren: list[int] = []

    def geteld(ruw: bytes, minstens: int) -> Image.Image:
        keren.append(minstens)
        return pak_uit(ruw, minstens)

    monkeypatch.setattr(beelden, "pak_uit", geteld)
    return keren


def test_a_photo_is_unpacked_once_and_never_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keren = tel(monkeypatch)
    foto(tmp_path / "a.jpg")
    eerste = maker(tmp_path, Cache(tmp_path / "cache"))
    for gebruik in ("raam", "portret", "kaart"):
        eerste.toon("x", "a.jpg", "", gebruik)
    een = gemaakt(eerste)
    assert len(keren) == 1
    tweede = maker(tmp_path, Cache(tmp_path / "cache"))
    for gebruik in ("raam", "portret", "kaart"):
        tweede.toon("x", "a.jpg", "", gebruik)
    assert gemaakt(tweede) == een
    assert len(keren) == 1
    foto(tmp_path / "a.jpg", (800, 1000))
    derde = maker(tmp_path, Cache(tmp_path / "cache"))
    derde.toon("x", "a.jpg", "", "raam")
    assert gemaakt(derde) != een
    assert len(keren) == 2


@pytest.mark.parametrize("kapot", [b"", b"x" * 9, None])
def test_a_damaged_entry_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kapot: bytes | None
) -> None:
    keren = tel(monkeypatch)
    foto(tmp_path / "a.jpg")
    for keer in (1, 2):
        werk = maker(tmp_path, Cache(tmp_path / "cache"))
        werk.toon("x", "a.jpg", "", "raam")
        goed = gemaakt(werk)
        assert len(keren) == keer
        for pad in (tmp_path / "cache").iterdir():
            ruw = pad.read_bytes()
            pad.write_bytes(ruw[:-5] + b"xxxxx" if kapot is None else kapot)
    werk = maker(tmp_path, Cache(tmp_path / "cache"))
    werk.toon("x", "a.jpg", "", "raam")
    assert gemaakt(werk) == goed


def test_a_cache_that_cannot_be_written_never_stops_anybody(tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("a file where the folder should be", "utf-8")
    cache = Cache(tmp_path / "bezet")
    assert cache.maak("sleutel", lambda: b"gemaakt") == b"gemaakt"
    assert cache.haal("sleutel") is None
    cache.ruim_op()
    foto(tmp_path / "a.jpg")
    werk = maker(tmp_path, cache)
    werk.toon("x", "a.jpg", "", "raam")
    assert gemaakt(werk)


def test_a_folder_in_the_place_of_an_entry_is_no_entry(tmp_path: Path) -> None:
    (tmp_path / "sleutel").mkdir()
    cache = Cache(tmp_path)
    assert cache.maak("sleutel", lambda: b"gemaakt") == b"gemaakt"
    assert not list(tmp_path.glob(".half-*"))


def test_what_is_not_used_for_a_month_is_thrown_away(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for naam in ("oud", "gebruikt", "nieuw"):
        cache.bewaar(naam, naam.encode())
    lang_geleden = time.time() - BEWAARTIJD - 60
    for naam in ("oud", "gebruikt"):
        os.utime(tmp_path / naam, (lang_geleden, lang_geleden))
    assert cache.haal("gebruikt") == b"gebruikt"
    cache.ruim_op()
    assert {p.name for p in tmp_path.iterdir()} == {"gebruikt", "nieuw", "opgeruimd"}
    os.utime(tmp_path / "nieuw", (lang_geleden, lang_geleden))
    cache.ruim_op()
    assert (tmp_path / "nieuw").exists(), "once a day is enough"
    gisteren = time.time() - DAG - 60
    os.utime(tmp_path / "opgeruimd", (gisteren, gisteren))
    cache.ruim_op()
    assert not (tmp_path / "nieuw").exists()


def test_other_parts_have_another_name() -> None:
    assert sleutel_van("ab", "c") != sleutel_van("a", "bc")
    assert sleutel_van(1) != sleutel_van("1")
    assert sleutel_van(b"x", None) == sleutel_van(b"x", None)


# --- refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("deel", [0.3, 0.7, 0.98])
def test_half_a_file_is_refused(tmp_path: Path, naam: str, deel: float) -> None:
    pad = tmp_path / naam
    Image.effect_noise((300, 300), 60).convert("RGB").save(pad)
    controleer_beeld(pad)
    ruw = pad.read_bytes()
    pad.write_bytes(ruw[: int(len(ruw) * deel)])
    with pytest.raises(BeeldFout, match=r"niet heel|geen beeld"):
        controleer_beeld(pad)


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_photo(tmp_path: Path) -> None:
    klein = io.BytesIO()
    Image.new("RGB", (40, 40)).save(klein, "JPEG")
    heel = io.BytesIO()
    Image.effect_noise((300, 300), 60).save(heel, "JPEG", exif=b"Exif\0\0" + klein.getvalue())
    progressief = io.BytesIO()
    Image.effect_noise((300, 300), 60).save(progressief, "JPEG", progressive=True)
    pad = tmp_path / "a.jpg"
    for ruw in (heel.getvalue(), progressief.getvalue(), heel.getvalue() + b"trailing words"):
        pad.write_bytes(ruw)
        controleer_beeld(pad)
    pad.write_bytes(heel.getvalue()[:-400])
    with pytest.raises(BeeldFout, match="niet heel"):
        controleer_beeld(pad)


@pytest.mark.parametrize("maat", [(9000, 9000), (20000, 3)])
def test_a_bomb_is_refused_unopened(
    tmp_path: Path, maat: tuple[int, int], recwarn: pytest.WarningsRecorder
) -> None:
    Image.new("1", maat).save(tmp_path / "bom.png")
    with pytest.raises(BeeldFout, match="veel te veel beeldpunten"):
        controleer_beeld(tmp_path / "bom.png")
    assert not recwarn.list


PORTRET = KLEIN_HUIS["medewerkers/samira.yml"] + (
    "portret: {bestand: samira.png, alt: Samira lacht, toestemming: {datum: 2026-01-01}}\n"
)


def test_damage_that_shows_only_when_unpacked_is_a_finding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    instelling = schrijf_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    pad = foto(tmp_path / "huis/medewerkers/samira.png", (400, 500))
    voor = inhoud(bouw_site(instelling))
    ruw = bytearray(pad.read_bytes())
    plek = ruw.index(b"IDAT")
    ruw[plek + 10 : plek + 60] = b"\0" * 50
    pad.write_bytes(ruw)
    with pytest.raises(Abort, match="1 fout"):
        bouw_site(instelling)
    assert "huis/medewerkers/samira.png  fout V14" in caplog.text
    assert "beschadigd" in caplog.text
    assert inhoud(tmp_path / "site") == voor


# --- on the page --------------------------------------------------------------------------------


def test_pages_show_the_right_size_and_the_large_one_first(tmp_path: Path) -> None:
    instelling = schrijf_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    foto(tmp_path / "huis/medewerkers/samira.png")
    site = bouw_site(instelling)
    mens = (site / "mensen/samira/index.html").read_text("utf-8").split("<main")[1]
    eerste = re.findall(r"<picture>.*?</picture>", mens, re.S)[0]
    assert 'fetchpriority="high"' in eerste
    assert "loading=" not in eerste
    assert 'alt="Samira lacht"' in eerste
    assert 'width="640" height="800"' in eerste
    assert re.search(r'type="image/webp" sizes="[^"]+19rem[^"]+" srcset="[^"]+ 640w', eerste)
    lijst = (site / "mensen/index.html").read_text("utf-8").split("<main")[1]
    for plaatje in re.findall(r"<picture>.*?</picture>", lijst, re.S):
        assert 'loading="lazy"' in plaatje
        assert re.search(r'width="320" height="400"', plaatje)
    gepubliceerd = {p.name for p in (site / "beelden").iterdir()}
    genoemd = set()
    for html in site.rglob("*.html"):
        genoemd |= set(re.findall(r"(?<!deel)beelden/([\w.]+)", html.read_text("utf-8")))
    assert gepubliceerd == genoemd, "nothing is published that no page shows"


def test_the_cache_lies_beside_mkdocs_yml_and_the_second_site_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keren = tel(monkeypatch)
    instelling = schrijf_organisatie(tmp_path, {"medewerkers/samira.yml": PORTRET})
    foto(tmp_path / "huis/medewerkers/samira.png")
    een = inhoud(bouw_site(instelling))
    assert list((tmp_path / ".cache/propositie").iterdir())
    assert keren
    keren.clear()
    twee = inhoud(bouw_site(instelling))
    assert not keren
    assert {n: b for n, b in een.items() if not n.endswith(".gz")} == {
        n: b for n, b in twee.items() if not n.endswith(".gz")
    }
