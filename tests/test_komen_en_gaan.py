"""Coming and going: one house, built for seven days; every byte of every site is looked at.

Bea's portrait is magenta, so that it can be found in any picture, a share picture included. Her
consent begins, ends and begins no more; she leaves and Cor comes, and after him nobody.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from hulp.koppelingen import kapotte_koppelingen
from hulp.site import bouw_site, schrijf_organisatie
from hulp.stukken import BLOG, lees, mens, romp, stuk

MAGENTA = (228, 0, 190)
VROEG, VOL, AFGELOPEN = "2026-03-01", "2026-04-01", "2026-10-01"
COR_KOMT, BEA_WEG, COR_WEG = "2026-11-01", "2026-12-01", "2027-02-01"
INGETROKKEN = "2027-06-01"
"""On this day Dia, who comes after Cor, withdraws the consent for her portrait (magenta too)."""

BEA = mens("Bea Bruinsma", """\
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
COR = mens("Cor Cremer", """\
contact: {telefoon: 0599 001 234}
in_dienst: 2026-11-01
uit_dienst: 2027-01-31
opvolger: dia
""")  # fmt: skip
DIA = mens("Dia Dorsman", """\
portret: {bestand: bea.png, alt: Dia kijkt,
          toestemming: {datum: 2027-01-01, ingetrokken: 2027-06-01}}
in_dienst: 2027-03-01
""")  # fmt: skip
SAMIRA_WEG = mens("Samira El Amrani", "uit_dienst: 2025-01-01\n")


@pytest.fixture(scope="module")
def op(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of the house as it is on a day; made when first asked for."""
    map_ = tmp_path_factory.mktemp("komen")
    gebouwd: dict[str, Path] = {}

    def bouw(dag: str) -> Path:
        if dag not in gebouwd:
            eigen = map_ / dag
            instelling = schrijf_organisatie(eigen, {
                "medewerkers/samira.yml": SAMIRA_WEG, "medewerkers/bea.yml": BEA,
                "medewerkers/cor.yml": COR, "medewerkers/dia.yml": DIA,
                f"{BLOG}/taart.md": stuk("Taart", "bea", "2026-02-02"),
                f"{BLOG}/hallo.md": stuk("Hallo van Cor", "cor", "2026-10-15"),
            }, op=dag)  # fmt: skip
            (eigen / "paginas/blog/index.md").write_text("# Blog\n", "utf-8")
            Image.new("RGB", (400, 500), MAGENTA).save(eigen / "huis/medewerkers/bea.png")
            gebouwd[dag] = bouw_site(instelling)
        return gebouwd[dag]

    return bouw


def bytes_van(site: Path) -> dict[str, bytes]:
    """Every file of a site; a compressed one unpacked."""
    uit = {}
    for pad in site.rglob("*"):
        if pad.is_file():
            ruw = pad.read_bytes()
            uit[pad.relative_to(site).as_posix()] = (
                gzip.decompress(ruw) if pad.suffix == ".gz" else ruw
            )
    return uit


def waar(site: Path, woord: str) -> list[str]:
    """The files in which a word stands, or whose path holds it."""
    return [n for n, b in bytes_van(site).items() if woord.encode() in b or woord in n]


def gezichten(site: Path) -> list[str]:
    """The pictures in which magenta is found, whatever their size or form."""
    return [n for n, b in bytes_van(site).items() if _magenta(n, b)]


def _magenta(naam: str, inhoud: bytes) -> bool:
    if not naam.endswith((".webp", ".png", ".jpg", ".ico")):
        return False
    with Image.open(io.BytesIO(inhoud)) as beeld:
        klein = beeld.convert("RGB")
        klein.thumbnail((160, 160))
        rauw = klein.tobytes()
    punten = zip(rauw[::3], rauw[1::3], rauw[2::3], strict=True)
    return sum(r > 190 and g < 60 and b > 150 for r, g, b in punten) > 20


Op = Callable[[str], Path]


def test_while_consent_holds_the_portrait_is_on_the_page_and_in_the_share_picture(op: Op) -> None:
    """So that the tests below do not pass because nothing is ever found."""
    gevonden = gezichten(op(VOL))
    assert any(n.startswith("beelden/") for n in gevonden)
    assert any(not n.startswith("beelden/") or n.endswith(".png") for n in gevonden)
    assert "Bea lacht" in lees(op(VOL), "mensen/bea/")
    assert len(gevonden) >= 3


@pytest.mark.parametrize("dag", [VROEG, AFGELOPEN, BEA_WEG, COR_WEG, INGETROKKEN])
def test_without_consent_not_a_byte_of_a_portrait_remains(op: Op, dag: str) -> None:
    assert gezichten(op(dag)) == []
    assert waar(op(dag), "Bea lacht") == []
    assert waar(op(dag), "Dia kijkt") == []


@pytest.mark.parametrize("dag", [VROEG, AFGELOPEN])
def test_without_a_portrait_a_worker_still_has_a_page(op: Op, dag: str) -> None:
    html = lees(op(dag), "mensen/bea/")
    assert "0599 009 876" in html
    assert "Van Bea staat hier geen portret." in html


@pytest.mark.parametrize(
    "spoor",
    ["009 876", "599009876", "600009876", "bea@veenrand", "bea.vcf", "Bea is goud",
     "Bracht taart", "Taart bakken", "Ik kook voor Bea", "mensen/bea/feed"],
)  # fmt: skip
def test_of_who_left_nothing_remains_but_a_name_and_a_farewell(op: Op, spoor: str) -> None:
    assert waar(op(VOL), spoor)
    assert waar(op(BEA_WEG), spoor) == []


def test_the_page_becomes_a_farewell_that_leads_to_the_successor(op: Op) -> None:
    html = romp(op(BEA_WEG), "mensen/bea/")
    assert "Dag lieve Bea." in html
    assert "Cor neemt het over" in html
    assert 'href="../../mensen/cor/"' in html
    assert "0599 001 234" in html
    assert "ProfilePage" not in lees(op(BEA_WEG), "mensen/bea/")


@pytest.mark.parametrize(
    "adres", ["", "mensen/", "voor-wie/ouderen/", "hulp-bij/boodschappen/",
              "aanbod/boodschappentaxi/"]
)  # fmt: skip
def test_overviews_needs_and_services_follow(op: Op, adres: str) -> None:
    assert "Bea" in romp(op(VOL), adres)
    na = romp(op(BEA_WEG), adres)
    assert "Bea" not in na.replace("Hierover schreven wij", "")
    assert "Cor" in na


def test_search_and_sitemap_follow(op: Op) -> None:
    def zoektekst(dag: str) -> dict[str, str]:
        index = json.loads((op(dag) / "search/search_index.json").read_text("utf-8"))
        return {d["location"]: d["text"] for d in index["docs"]}

    assert "Taart bakken" in zoektekst(VOL)["mensen/bea/"]
    assert "Dag lieve Bea" in zoektekst(BEA_WEG)["mensen/bea/"]
    assert "mensen/cor/" not in zoektekst(VOL)
    kaart = (op(BEA_WEG) / "sitemap.xml").read_text("utf-8")
    assert "/mensen/bea/</loc>" in kaart
    assert "/mensen/cor/</loc>" in kaart


def test_a_post_of_who_left_stays_with_the_name_and_leads_on(op: Op) -> None:
    html = romp(op(BEA_WEG), "blog/taart/")
    assert "Bea Bruinsma" in html
    assert 'href="../../mensen/cor/"' in html
    assert "Bea Bruinsma" in (op(BEA_WEG) / "blog/feed.xml").read_text("utf-8")


def test_who_has_yet_to_come_is_nowhere(op: Op) -> None:
    for spoor in ("Cremer", "001 234", "599001234", "mensen/cor", "Hallo van Cor"):
        assert waar(op(AFGELOPEN), spoor) == []
        assert waar(op(COR_KOMT), spoor)


def test_nobody_to_succeed_shows_an_open_place_with_the_number_of_the_house(op: Op) -> None:
    """Cor has left and Dia has yet to come: nobody is the face of this group now."""
    html = romp(op(COR_WEG), "voor-wie/ouderen/")
    assert "plek-open" in html
    assert 'href="tel:+31599000100"' in html.split("plek-open")[1].split("</section>")[0]
    assert "Cor" not in html
    assert "plek-open" not in romp(op(BEA_WEG), "voor-wie/ouderen/")
    for weg in ("bea", "cor", "samira"):
        assert "Er is nog geen opvolger" in romp(op(COR_WEG), f"mensen/{weg}/")


def test_a_chain_of_successors_leads_to_the_last(op: Op) -> None:
    for weg in ("bea", "cor"):
        assert 'href="../../mensen/dia/"' in romp(op(INGETROKKEN), f"mensen/{weg}/")


@pytest.mark.parametrize("dag", [VROEG, BEA_WEG, COR_WEG, INGETROKKEN])
def test_no_link_breaks_on_any_day(op: Op, dag: str) -> None:
    kapot = kapotte_koppelingen(op(dag), "https://veenrand.example/repo/")
    assert [k for k in kapot if "JSON-LD" not in k] == []
