"""What a duty asks stands on the site: /over-ons/, the ANBI, the accessibility statement."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.pdf import tiny_pdf
from helpers.site import build_site, make_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.checks.verantwoording import duties_of
from propositie.documents import DocumentError, check_document
from propositie.forecast import dated_facts
from propositie.huis import InternalOrganisatie
from propositie.huis.verantwoording import (
    Anbi,
    Toegankelijkheid,
    book_year_ends,
    is_rsin,
    months_later,
)
from propositie.inspection import inspect
from propositie.werkboek.verantwoording import State, chapters

ORGANISATIE = SMALL_HUIS["organisatie.yml"]
DAY = date.fromisoformat(ON_DATE)
OVER_ONS = "over-ons/"


def organisatie(extra: str) -> dict[str, str | None]:
    return {"organisatie.yml": ORGANISATIE + extra}


def read(extra: str, folder: Path) -> InternalOrganisatie:
    inspection = inspect(write_huis(folder / "huis", organisatie(extra)), DAY)
    assert inspection.huis is not None, [f.message for f in inspection.errors]
    return inspection.huis.organisatie


def content(site: Path, address: str) -> str:
    text = (site / address / "index.html").read_text("utf-8").split("<main")[1]
    return html.unescape(text.split("</main>")[0]).replace("<wbr>", "").replace("\xa0", " ")


# --- reading


OLD = """\
anbi:
  rsin: "000000000"
  beleidsplan: https://veenrand.example/beleid.pdf
  jaarverslag: https://veenrand.example/verslag.pdf
  jaarrekening: http://veenrand.example/rekening.pdf
  bestuur:
    - Hilde Tamminga, voorzitter
    - Berend Nieuwold, lid, namens de dorpen
    - Fatma Aksoy
  beloning: Geen loon.
"""


def test_what_stood_under_anbi_before_is_read_in_its_own_place(tmp_path: Path) -> None:
    found = read(OLD, tmp_path)
    assert found.over_ons is not None
    assert found.anbi is not None
    assert [(b.naam, b.functie) for b in found.over_ons.bestuur] == [
        ("Hilde Tamminga", "voorzitter"),
        ("Berend Nieuwold", "lid, namens de dorpen"),
        ("Fatma Aksoy", "bestuurslid"),
    ]
    assert [(d.soort, d.jaar, d.url) for d in found.documenten] == [
        ("beleidsplan", None, "https://veenrand.example/beleid.pdf"),
        ("jaarverslag", None, "https://veenrand.example/verslag.pdf"),
        ("jaarrekening", None, "http://veenrand.example/rekening.pdf"),
    ]
    assert found.anbi.beloningsbeleid == "Geen loon."


def test_what_stands_in_the_new_place_wins(tmp_path: Path) -> None:
    new = "over_ons:\n  bestuur:\n    - {naam: Nel, functie: voorzitter}\n"
    found = read(OLD + new, tmp_path)
    assert found.over_ons is not None
    assert [b.naam for b in found.over_ons.bestuur] == ["Nel"]


def test_an_old_field_of_another_shape_is_told_of(tmp_path: Path) -> None:
    files = organisatie('anbi:\n  rsin: "000000000"\n  jaarverslag: in de kast\n')
    [fault] = inspect(write_huis(tmp_path / "huis", files), DAY).errors
    assert fault.code == "V04"
    assert "jaarverslag" in fault.message


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-12-31", 6, "2026-06-30"),
        ("2026-06-30", 6, "2026-12-31"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2026-05-20", 6, "2026-11-20"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-30", 6, "2027-02-28"),
    ],
)
def test_half_a_year_after_the_end_of_a_month_is_the_end_of_a_month(
    day: str, months: int, expected: str
) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("001855013", True), ("0018.55.013", True), ("001855014", False), ("01855013", False),
     ("00185501a", False), ("٠٠١٨٥٥٠١٣", False)],
)  # fmt: skip
def test_a_rsin_passes_the_elfproef(text: str, expected: bool) -> None:
    assert is_rsin(text) is expected


def test_the_last_day_of_a_book_year_counts_as_the_year_itself() -> None:
    anbi = Anbi.model_validate({"rsin": "0", "boekjaar_eindigt": "29-2"})
    assert next(book_year_ends(anbi, date(2026, 3, 1))) == date(2026, 2, 28)
    assert next(book_year_ends(anbi, date(2024, 3, 1))) == date(2024, 2, 29)
    assert next(book_year_ends(anbi, date(2026, 2, 28))) == date(2025, 2, 28)


# --- the status is never invented


def statement(**values: Any) -> Toegankelijkheid:
    return Toegankelijkheid.model_validate(values)


RESEARCH = {"datum": "2025-02-03", "door": "Bureau", "url": "https://a.example/r"}
REGISTER = "https://a.example/verklaring"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (statement(), ""),
        (statement(verplicht="nee", onderzoek_gepland="2026-12-01"), ""),
        (statement(verplicht="ja"), "D"),
        (statement(verplicht="ja", onderzoek_gepland="2027-05-20"), "C"),
        (statement(verplicht="ja", onderzoek_gepland="2027-05-21"), "D"),
        (statement(verplicht="ja", onderzoek_gepland="2026-11-19"), "D"),
        (statement(verplicht="ja", status="b", register=REGISTER, onderzoeken=[RESEARCH]), "B"),
        (statement(verplicht="ja", register=REGISTER, onderzoeken=[RESEARCH]), ""),
        (
            statement(
                verplicht="ja", status="A", register=REGISTER,
                onderzoeken=[{**RESEARCH, "datum": "2023-11-19"}],
            ),
            "D",
        ),
    ],
)  # fmt: skip
def test_a_status_is_what_the_register_says_or_what_is_missing(
    told: Toegankelijkheid, expected: str
) -> None:
    assert told.status_on(DAY) == expected


def test_no_letter_without_a_duty_and_the_letter_with_its_proof(tmp_path: Path) -> None:
    told = (
        "toegankelijkheid:\n  verplicht: {}\n  status: B\n"
        f"  register: {REGISTER}\n"
        "  onderzoeken: [{{datum: 2025-02-03, door: Bureau, url: 'https://a.example/r'}}]\n"
    )
    pages = {}
    for duty in ("ja", "nee"):
        folder = tmp_path / duty
        huis = write_huis(folder / "huis", organisatie(told.format(duty)))
        site = make_site(huis, ON_DATE, None, share_images=False)
        [pages[duty]] = [p.content for p in site.pages if p.address == "toegankelijkheid/"]
    assert "status B" in pages["ja"]
    assert "nationaleombudsman" in pages["ja"]
    assert "status" not in re.sub(r"<[^>]*>", "", pages["nee"])
    assert "nationaleombudsman" not in pages["nee"]
    for page in pages.values():
        assert f'href="{REGISTER}"' in page
        assert "Rapport van Bureau, 3 februari 2025" in html.unescape(page)
        assert "Er is nog geen onderzoek" not in page


# --- the page


def test_a_house_with_nothing_more_to_tell_has_no_such_page(tmp_path: Path) -> None:
    site = make_site(write_huis(tmp_path / "huis"), ON_DATE, None, share_images=False)
    assert OVER_ONS not in [page.address for page in site.pages]
    assert OVER_ONS not in [item.address for item in site.layout.menu]
    assert all(OVER_ONS not in page.links for page in site.pages)


def test_the_page_tells_who_governs_and_what_to_read(demo_site: Path) -> None:
    page = content(demo_site, OVER_ONS)
    headings = [re.sub(r"<.*?>", "", h) for h in re.findall(r"<h[12]\b.*?</h[12]>", page, re.S)]
    assert headings[:8] == [
        "Over ons", "Het bestuur", "Wie toezicht houdt", "Zo zitten wij in elkaar",
        "Stukken om te lezen", "Niet tevreden?", "Voor journalisten", "Waar we werken",
    ]  # fmt: skip
    assert "Berend Nieuwold" in page
    assert re.findall(r"<dt>(\d{4}|Algemeen)</dt>", page) == ["2025", "2024", "2023", "Algemeen"]
    assert "Jaarverslag <small>pdf</small>" in page
    assert "Robert Nanlohy" in page.split('id="pers"')[1]


def test_the_anbi_has_all_its_facts_in_words(demo_site: Path) -> None:
    anbi = content(demo_site, OVER_ONS).split('id="anbi"')[1]
    for words in (
        "Stichting Welzijn Lindeborg", "000000000", "Lindelaan 12", "Bevorderen dat inwoners",
        "Het meeste geld komt van de gemeente", "Hilde Tamminga, voorzitter", "alleen reiskosten",
        "163 vrijwilligers", "31 december", "11 juni 2026", "€ 612.000", "€ 690.000", "€ 687.500",
        "grote ANBI",
    ):  # fmt: skip
        assert words in anbi, words


def test_the_menu_leads_there_and_search_engines_know_the_organisation(demo_site: Path) -> None:
    home = (demo_site / "index.html").read_text("utf-8")
    menu = re.search(r'<nav class="top__menu".*?</nav>', home, re.S)
    assert menu is not None
    assert re.findall(r">([^<>]+)</a>", menu[0]) == [
        "Voor wie", "Wat we doen", "Mensen", "Deze week", "Over ons",
    ]  # fmt: skip
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', home, re.S)
    ngo = next(part for part in json.loads(data)["@graph"] if part["@type"] == "NGO")
    assert ngo["taxID"] == "000000000"
    assert ngo["nonprofitStatus"] == "https://schema.org/NonprofitANBI"


DOCUMENT = "documenten: [{soort: jaarverslag, jaar: 2025, bestand: Ons Jaar (2025).pdf}]\n"
SECRET = """\
over_ons:
  bestuur:
    - {naam: Geheime Bestuurder, functie: voorzitter, naam_niet_publiceren: ontheffing}
  pers: samira
"""


def test_a_document_beside_the_file_is_published_with_its_kind_and_size(tmp_path: Path) -> None:
    config_file = write_organisatie(tmp_path, organisatie(DOCUMENT + SECRET))
    pdf = tmp_path / "huis" / "Ons Jaar (2025).pdf"
    pdf.write_bytes(tiny_pdf(padding=240_000))
    site = build_site(config_file, strict=True)
    page = content(site, OVER_ONS)
    [address] = re.findall(r'<a href="([^"]*\.pdf)">Jaarverslag <small>pdf, 241 kB</small>', page)
    published = site / OVER_ONS / "ons-jaar-2025.pdf"
    assert (site / OVER_ONS / address).resolve() == published.resolve()
    assert published.read_bytes() == pdf.read_bytes()
    # the next build keeps pages: not this one, of which the document is another
    pdf.write_bytes(tiny_pdf(padding=480_000))
    build_site(config_file, strict=True)
    assert "pdf, 481 kB" in content(site, OVER_ONS)
    assert published.read_bytes() == pdf.read_bytes()
    # the name of who has an exemption is in no byte of the site
    assert "naam niet openbaar" in page
    leaks = [p for p in site.rglob("*") if p.is_file() and b"Geheime" in p.read_bytes()]
    assert not leaks


def test_who_speaks_to_the_press_works_here(tmp_path: Path) -> None:
    gone = SMALL_HUIS["medewerkers/samira.yml"] + "uit_dienst: 2026-11-01\n"
    files = {**organisatie(SECRET), "medewerkers/samira.yml": gone}
    huis = write_huis(tmp_path / "huis", files)
    pages = make_site(huis, ON_DATE, None, share_images=False).pages
    [page] = [p.content for p in pages if p.address == OVER_ONS]
    assert "journalisten" not in page


def test_two_documents_never_share_an_address(tmp_path: Path) -> None:
    files = "documenten:\n" + "".join(
        f"  - {{soort: anders, titel: T, bestand: {name}}}\n"
        for name in ("Plan 1.pdf", "plan-1.pdf", "---.pdf")
    )
    huis = write_huis(tmp_path / "huis", organisatie(files))
    for number, name in enumerate(("Plan 1.pdf", "plan-1.pdf", "---.pdf")):
        (huis / name).write_bytes(tiny_pdf(str(number)))
    copies = make_site(huis, ON_DATE, None, share_images=False).copies
    assert {a: p.name for a, p in copies.items()} == {
        "over-ons/plan-1.pdf": "Plan 1.pdf",
        "over-ons/plan-1-2.pdf": "plan-1.pdf",
        "over-ons/stuk.pdf": "---.pdf",
    }


@pytest.mark.parametrize(("raw", "word"), [(b"PK\3\4", "geen pdf"), (b"", "geen pdf")])
def test_what_is_no_pdf_is_refused(tmp_path: Path, raw: bytes, word: str) -> None:
    (tmp_path / "a.pdf").write_bytes(raw)
    with pytest.raises(DocumentError, match=word):
        check_document(tmp_path / "a.pdf")
    with pytest.raises(DocumentError, match="te openen"):
        check_document(tmp_path / "b.pdf")


# --- by a day

ANBI = """\
anbi: {rsin: "000000000", boekjaar_eindigt: 31-12, beloningsbeleid: Geen.}
documenten: [{soort: jaarrekening, jaar: 2024, url: "https://a.example/2024.pdf"}]
toegankelijkheid: {verplicht: nee, vastgesteld_op: 2026-03-01}
"""


@pytest.mark.parametrize(
    ("day", "late", "coming"),
    [
        ("2025-12-31", [], []),
        ("2026-01-01", [], ["boekjaar-2025"]),
        ("2026-06-30", [], ["boekjaar-2025"]),
        ("2026-07-01", ["boekjaar-2025"], []),
        ("2027-01-01", ["boekjaar-2025"], ["boekjaar-2026"]),
    ],
)
def test_figures_are_due_half_a_year_after_the_book_year(
    tmp_path: Path, day: str, late: list[str], coming: list[str]
) -> None:
    on_date = date.fromisoformat(day)
    duties = [d for d in duties_of(read(ANBI, tmp_path), on_date) if d.part != "verklaring"]
    assert [d.part for d in duties if d.by < on_date] == late
    assert [d.part for d in duties if d.by >= on_date] == coming


def test_the_calendar_tells_each_duty_once_by_its_day(tmp_path: Path) -> None:
    huis = inspect(write_huis(tmp_path / "huis", organisatie(ANBI)), DAY).huis
    assert huis is not None
    facts = dated_facts(huis, DAY, date(2027, 11, 20))
    told = [(f.day.isoformat(), f.part) for f in facts if f.about == "verantwoording"]
    assert told == [
        ("2026-06-30", "boekjaar-2025"),
        ("2027-03-01", "verklaring"),
        ("2027-06-30", "boekjaar-2026"),
    ]


# --- the sheet for who audits


def test_the_sheet_says_what_is_proven_and_where_the_rest_belongs(tmp_path: Path) -> None:
    huis = inspect(write_huis(tmp_path / "huis", organisatie(ANBI)), DAY).huis
    assert huis is not None
    norms = {norm.name: norm for chapter in chapters(huis, DAY) for norm in chapter.norms}
    assert norms["RSIN"].state is State.PROVEN
    assert norms["Beleidsplan"].state is State.MISSING
    assert "documenten" in norms["Beleidsplan"].proof
    assert norms["Cijfers binnen zes maanden na het boekjaar"].state is State.MISSING
    assert "Standaardformulier van een grote ANBI" not in norms
    complaint = norms["Wie niet tevreden is, weet wat hij kan doen"]
    assert complaint.state is State.MISSING
    assert complaint.file == ("organisatie", "organisatie")
    assert norms["Wat er over het aanbod staat, is nagekeken"].state is State.PROVEN
