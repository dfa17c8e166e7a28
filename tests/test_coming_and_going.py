"""Coming and going: one house, built for seven days; every byte of every site is looked at.

Bea's portrait is magenta, so that it can be found in any picture, a share picture included. Her
consent begins, ends and begins no more; she leaves and Cor comes, and after him nobody.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from helpers.berichten import BLOG, make_bericht, medewerker_yaml, read, read_main
from helpers.links import find_broken_links
from helpers.search import addresses_in, leads_to
from helpers.site import build_site, write_organisatie

MAGENTA = (228, 0, 190)
EARLY, VALID, EXPIRED = "2026-03-01", "2026-04-01", "2026-10-01"
COR_ARRIVES, BEA_LEFT, COR_LEFT = "2026-11-01", "2026-12-01", "2027-02-01"
WITHDRAWN = "2027-06-01"
"""On this day Dia, who comes after Cor, withdraws the consent for her portrait (magenta too)."""

BEA = medewerker_yaml("Bea Bruinsma", """\
contact: {telefoon: 0599 009 876, whatsapp: 06 0000 9876, email: bea@veenrand.example}
portret: {bestand: bea.png, alt: Bea lacht, toestemming: {datum: 2026-03-15, tot: 2026-09-30}}
aanbevelingen:
  - {citaat: Bea is goud., door: Jan, toestemming: {datum: 2026-03-15}}
verrassingen: [{wat: Bracht taart.}]
deskundig_in: [Taart bakken]
in_dienst: 2020-01-01
uit_dienst: 2026-11-30
opvolger: cor
afscheid: Dag lieve Bea.
""")  # fmt: skip
COR = medewerker_yaml("Cor Cremer", """\
contact: {telefoon: 0599 001 234}
in_dienst: 2026-11-01
uit_dienst: 2027-01-31
opvolger: dia
""")  # fmt: skip
DIA = medewerker_yaml("Dia Dorsman", """\
portret: {bestand: bea.png, alt: Dia kijkt,
          toestemming: {datum: 2027-01-01, ingetrokken: 2027-06-01}}
in_dienst: 2027-03-01
""")  # fmt: skip
SAMIRA_LEFT = medewerker_yaml("Samira El Amrani", "uit_dienst: 2025-01-01\n")


@pytest.fixture(scope="module")
def on_date(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of the house as it is on a day; made when first asked for."""
    folder = tmp_path_factory.mktemp("komen")
    built: dict[str, Path] = {}

    def build(day: str) -> Path:
        if day not in built:
            own = folder / day
            config_file = write_organisatie(own, {
                "medewerkers/samira.yml": SAMIRA_LEFT, "medewerkers/bea.yml": BEA,
                "medewerkers/cor.yml": COR, "medewerkers/dia.yml": DIA,
                f"{BLOG}/taart.md": make_bericht("Taart", "bea", "2026-02-02"),
                f"{BLOG}/hallo.md": make_bericht("Hallo van Cor", "cor", "2026-10-15"),
            }, on_date=day)  # fmt: skip
            (own / "paginas/blog/index.md").write_text("# Blog\n", "utf-8")
            Image.new("RGB", (400, 500), MAGENTA).save(own / "huis/medewerkers/bea.png")
            built[day] = build_site(config_file)
        return built[day]

    return build


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file of a site; a compressed one unpacked."""
    result = {}
    for path in site.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            result[path.relative_to(site).as_posix()] = (
                gzip.decompress(raw) if path.suffix == ".gz" else raw
            )
    return result


def where(site: Path, word: str) -> list[str]:
    """The files in which a word stands, or whose path holds it."""
    return [n for n, b in bytes_of(site).items() if word.encode() in b or word in n]


def find_magenta(site: Path) -> list[str]:
    """The pictures in which magenta is found, whatever their size or form."""
    return [n for n, b in bytes_of(site).items() if _has_magenta(n, b)]


def _has_magenta(name: str, contents: bytes) -> bool:
    if not name.endswith((".webp", ".png", ".jpg", ".ico")):
        return False
    with Image.open(io.BytesIO(contents)) as image:
        small = image.convert("RGB")
        small.thumbnail((160, 160))
        raw = small.tobytes()
    points = zip(raw[::3], raw[1::3], raw[2::3], strict=True)
    return sum(r > 190 and g < 60 and b > 150 for r, g, b in points) > 20


OnDate = Callable[[str], Path]


def test_while_consent_holds_the_portrait_is_on_the_page_and_in_the_share_picture(
    on_date: OnDate,
) -> None:
    """So that the tests below do not pass because nothing is ever found."""
    found = find_magenta(on_date(VALID))
    assert any(n.startswith("beelden/") for n in found)
    assert any(not n.startswith("beelden/") or n.endswith(".png") for n in found)
    assert "Bea lacht" in read(on_date(VALID), "mensen/bea/")
    assert len(found) >= 3


@pytest.mark.parametrize("day", [EARLY, EXPIRED, BEA_LEFT, COR_LEFT, WITHDRAWN])
def test_without_consent_not_a_byte_of_a_portrait_remains(on_date: OnDate, day: str) -> None:
    assert find_magenta(on_date(day)) == []
    assert where(on_date(day), "Bea lacht") == []
    assert where(on_date(day), "Dia kijkt") == []


@pytest.mark.parametrize("day", [EARLY, EXPIRED])
def test_without_a_portrait_a_worker_still_has_a_page(on_date: OnDate, day: str) -> None:
    html = read(on_date(day), "mensen/bea/")
    assert "0599 009 876" in html
    assert "Van Bea staat hier geen portret." in html


@pytest.mark.parametrize(
    "trace",
    ["009 876", "599009876", "600009876", "bea@veenrand", "bea.vcf", "Bea is goud",
     "Bracht taart", "Taart bakken", "Ik kook voor Bea", "mensen/bea/feed"],
)  # fmt: skip
def test_of_who_left_nothing_remains_but_a_name_and_a_farewell(on_date: OnDate, trace: str) -> None:
    assert where(on_date(VALID), trace)
    assert where(on_date(BEA_LEFT), trace) == []


def test_the_page_becomes_a_farewell_that_leads_to_the_successor(on_date: OnDate) -> None:
    html = read_main(on_date(BEA_LEFT), "mensen/bea/")
    assert "Dag lieve Bea." in html
    assert "Cor neemt het over" in html
    assert 'href="../../mensen/cor/"' in html
    assert "0599 001 234" in html
    assert "ProfilePage" not in read(on_date(BEA_LEFT), "mensen/bea/")


@pytest.mark.parametrize(
    "address", ["", "mensen/", "voor-wie/ouderen/", "hulp-bij/boodschappen/",
              "aanbod/boodschappentaxi/"]
)  # fmt: skip
def test_overviews_needs_and_services_follow(on_date: OnDate, address: str) -> None:
    assert "Bea" in read_main(on_date(VALID), address)
    after = read_main(on_date(BEA_LEFT), address)
    assert "Bea" not in after.replace("Hierover schreven wij", "")
    assert "Cor" in after


def test_search_and_sitemap_follow(on_date: OnDate) -> None:
    assert leads_to(on_date(VALID), "Taart bakken", "mensen/bea/")
    assert leads_to(on_date(BEA_LEFT), "lieve Bea", "mensen/bea/")
    assert not leads_to(on_date(BEA_LEFT), "Taart bakken", "mensen/bea/")
    assert "mensen/cor/" not in addresses_in(on_date(VALID))
    sitemap = (on_date(BEA_LEFT) / "sitemap.xml").read_text("utf-8")
    assert "/mensen/bea/</loc>" in sitemap
    assert "/mensen/cor/</loc>" in sitemap


def test_a_post_of_who_left_stays_with_the_name_and_leads_on(on_date: OnDate) -> None:
    html = read_main(on_date(BEA_LEFT), "blog/taart/")
    assert "Bea Bruinsma" in html
    assert 'href="../../mensen/cor/"' in html
    assert "Bea Bruinsma" in (on_date(BEA_LEFT) / "blog/feed.xml").read_text("utf-8")


def test_who_has_yet_to_come_is_nowhere(on_date: OnDate) -> None:
    for trace in ("Cremer", "001 234", "599001234", "mensen/cor", "Hallo van Cor"):
        assert where(on_date(EXPIRED), trace) == []
        assert where(on_date(COR_ARRIVES), trace)


def test_nobody_to_succeed_shows_an_open_place_with_the_number_of_the_house(
    on_date: OnDate,
) -> None:
    """Cor has left and Dia has yet to come: nobody is the face of this group now."""
    html = read_main(on_date(COR_LEFT), "voor-wie/ouderen/")
    nobody = "Dit raam is nu leeg"
    assert nobody in html
    assert 'href="tel:+31599000100"' in html.split(nobody)[1].split("</section>")[0]
    assert "Cor" not in html
    assert nobody not in read_main(on_date(BEA_LEFT), "voor-wie/ouderen/")
    for gone in ("bea", "cor", "samira"):
        assert "Er is nog geen opvolger" in read_main(on_date(COR_LEFT), f"mensen/{gone}/")


def test_a_chain_of_successors_leads_to_the_last(on_date: OnDate) -> None:
    for gone in ("bea", "cor"):
        assert 'href="../../mensen/dia/"' in read_main(on_date(WITHDRAWN), f"mensen/{gone}/")


@pytest.mark.parametrize("day", [EARLY, BEA_LEFT, COR_LEFT, WITHDRAWN])
def test_no_link_breaks_on_any_day(on_date: OnDate, day: str) -> None:
    broken = find_broken_links(on_date(day), "https://veenrand.example/repo/")
    assert [k for k in broken if "JSON-LD" not in k] == []
