"""Figures and stories: what is counted, how it is drawn, and who may tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.build import contents
from helpers.layout_faults import find_layout_faults
from helpers.server import serve
from helpers.small_huis import SMALL_HUIS, write_huis
from propositie.dutch import format_figure
from propositie.edition import PublicHuis, public_huis
from propositie.forecast import dated_facts
from propositie.huis import Cijfer, Huis
from propositie.pages.charts import Chart, draw, rows_of, windows
from propositie.reading import Reader, load_huis

DAY = date(2026, 11, 20)
RITTEN = SMALL_HUIS["cijfers/ritten.yml"]
ANNIE = SMALL_HUIS["verhalen/annie.yml"]
TABLE = RITTEN.replace(
    "{2024: 310, 2025: 352}", "{bestand: r.csv, kolom_jaar: Jaar, kolom_waarde: Aantal ritten}"
)


def read(
    folder: Path, files: Mapping[str, str | None], tables: Mapping[str, bytes] | None = None
) -> Huis:
    """The small house with these files."""
    huis = write_huis(folder / "huis", files)
    for name, raw in (tables or {}).items():
        (huis / "cijfers" / name).write_bytes(raw)
    loaded = load_huis(huis)
    assert loaded.problems == []
    assert loaded.huis is not None
    return loaded.huis


def public(folder: Path, files: Mapping[str, str | None], day: date = DAY) -> PublicHuis:
    """What the public may see of the small house with these files."""
    return public_huis(read(folder, files), day)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Jaar;Aantal ritten\n2024;1.310\n2025;1.352,5\n", "utf-8"),
        ("Jaar;Aantal ritten\n2024;1.310\n2025;1.352,5\n", "utf-8-sig"),
        ("Jaar;Aantal ritten\r\n2024;1.310\r\n2025;1.352,5\r\n", "utf-16"),
        ("Jaar\tAantal ritten\n2024\t1310\n2025\t1352,5\n", "utf-16-le"),
        ("Café De Linde\nJaar;Aantal ritten\n2024;€ 1.310\n2025;1352,50 €\n", "cp1252"),
        ('Plaats,Jaar,Aantal ritten\n"Oost, bij de brug",2024,1310\nOost,2025,"1352,5"\n', "utf-8"),
        ("sep=;\nJaar;Aantal ritten\n2024;1310\n2025;1352,5\n", "utf-8"),
        ("JAAR ;Aantal  ritten\n31-12-2024;1310\n2025-12-31 00:00;1352,5\n", "utf-8"),
        ("Jaar;Aantal\n;ritten\n2024;1310\n2025;1352,5\n", "utf-8"),
        ('Jaar;"Aantal\nritten"\n2024;1310\n2025;1352,5\n', "utf-8"),
        ("Kassa\n\nJaar;Aantal ritten\n;(stuks)\n2024;1 310\n\n2025*;1352,5*\nTotaal;9\n", "utf-8"),
        ("Jaar;Aantal ritten\n2023;.\n2024;1310\n2025;1352,5\nBron: de balie\n", "utf-8"),
    ],
)  # fmt: skip
def test_a_table_is_read_as_other_programs_save_it(
    tmp_path: Path, text: str, encoding: str
) -> None:
    huis = read(tmp_path, {"cijfers/ritten.yml": TABLE}, {"r.csv": text.encode(encoding)})
    known = huis.cijfers["ritten"].reeks.known
    assert known == {2024: Decimal(1310), 2025: Decimal("1352.5")}


def test_what_is_not_known_is_no_nought(tmp_path: Path) -> None:
    signs = "2019: .\n  2020: onbekend\n  2021:\n  2022: x\n  2023: 0\n  2024: n.v.t.\n  2025: 4\n"
    ritten = RITTEN.replace(" {2024: 310, 2025: 352}", f"\n  {signs}")
    cijfer = read(tmp_path, {"cijfers/ritten.yml": ritten}).cijfers["ritten"]
    assert cijfer.reeks.known == {2023: 0, 2025: 4}


def test_another_table_is_seen(tmp_path: Path) -> None:
    """A table is an input of the thing that names it, in this process and for the next."""
    huis = write_huis(tmp_path / "huis", {"cijfers/ritten.yml": TABLE})
    table, cache = huis / "cijfers/r.csv", tmp_path / "cache"
    reader = Reader(cache)
    for value in (310, 352):
        table.write_text(f"Jaar;Aantal ritten\n2025;{value}\n", "utf-8")
        for asked in (reader, Reader(cache), Reader()):
            found = asked.read(huis).huis
            assert found is not None
            assert found.cijfers["ritten"].reeks.known == {2025: value}
    table.unlink()
    assert [type(p).__name__ for p in reader.read(huis).problems] == ["MissingAttachment"]


def test_numbers_are_written_as_dutch_does() -> None:
    values = ("7.40", "1250", "12500", "1234567.5", "-3", "0")
    assert [format_figure(Decimal(v)) for v in values] == [
        "7,4", "1250", "12.500", "1.234.567,5", "−3", "0",
    ]  # fmt: skip


# --- who may tell, and of whom


@pytest.mark.parametrize(
    ("toestemming", "told"),
    [
        ("{datum: 2026-10-05}", True),
        ("{datum: 2026-10-05, tot: 2026-11-20}", True),
        ("{datum: 2026-10-05, tot: 2026-11-19}", False),
        ("{datum: 2026-11-21}", False),
        ("{datum: 2026-10-05, ingetrokken: ja}", False),
        ("{datum: 2026-10-05, ingetrokken: 2026-11-21}", True),
        ("{datum: 2026-10-05, voor: [verhaal, naam]}", True),
        ("{datum: 2026-10-05, voor: [foto, naam]}", False),
        ("{datum: 2026-10-05, voor: verhaal}", False),
    ],
)
def test_a_story_is_told_while_it_may_be(tmp_path: Path, toestemming: str, told: bool) -> None:
    annie = ANNIE.replace("{datum: 2026-10-05}", toestemming)
    usp = SMALL_HUIS["usps/zelfde-gezicht.yml"].replace(
        "anders_dan:", "  - verhaal: annie\nanders_dan:"
    )
    huis = public(tmp_path, {"verhalen/annie.yml": annie, "usps/zelfde-gezicht.yml": usp})
    assert ("annie" in huis.verhalen) == told
    assert huis.cijfers["ritten"].verhalen == (("annie",) if told else ())
    assert len(huis.usps["zelfde-gezicht"].bewijs) == 1 + told


def test_under_another_name_the_story_needs_no_consent_for_the_name(tmp_path: Path) -> None:
    annie = ANNIE.replace("{datum: 2026-10-05}", "{datum: 2026-10-05, voor: verhaal}")
    annie = annie.replace('naam: "Annie, 81"', "naam: Willemien, pseudoniem: ja")
    assert "annie" in public(tmp_path, {"verhalen/annie.yml": annie}).verhalen


def test_what_consent_is_not_for_is_not_in_the_story(tmp_path: Path) -> None:
    annie = ANNIE.replace("{datum: 2026-10-05}", "{datum: 2026-10-05, voor: [verhaal, naam]}")
    annie += "citaat: De tas stond er al.\nbeeld: {bestand: a.svg, alt: Annie}\n"
    folder = write_huis(tmp_path / "huis", {"verhalen/annie.yml": annie})
    (folder / "verhalen/a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
        "utf-8",
    )
    huis = load_huis(folder).huis
    assert huis is not None
    verhaal = public_huis(huis, DAY).verhalen["annie"]
    assert (verhaal.citaat, verhaal.beeld) == (None, None)


def test_a_story_of_who_left_stands_and_names_them_as_one_who_left(tmp_path: Path) -> None:
    cor = "naam: Cor Kok\nfunctie: kok\nbelofte: Ik kook.\nuit_dienst: 2026-11-01\n"
    cor += "te_vinden: [{waar: Markt, wanneer: vrijdag}]\nopvolger: samira\n"
    later = cor.replace("uit_dienst: 2026-11-01", "in_dienst: 2027-01-01").replace("Cor", "Ans")
    annie = ANNIE.replace("[samira]", "[samira, cor, ans]")
    huis = public(
        tmp_path,
        {"verhalen/annie.yml": annie, "medewerkers/cor.yml": cor, "medewerkers/ans.yml": later},
    )
    assert huis.verhalen["annie"].medewerkers == ("samira", "cor")
    assert "cor" in huis.afscheiden


def test_only_what_is_for_everybody_is_public(tmp_path: Path) -> None:
    files = {
        f"cijfers/{name}.yml": f"{RITTEN}zichtbaar: {name}\n"
        for name in ("publiek", "opdrachtgevers", "intern")
    }
    assert set(public(tmp_path, files).cijfers) == {"ritten", "publiek"}


@pytest.mark.parametrize(
    ("extra", "reeks", "shown", "withheld"),
    [
        ("", "{2024: 4, 2025: 5}", {2025: 5}, ("2024",)),
        ("", "{2024: 0, 2025: 5}", {2024: 0, 2025: 5}, ()),
        ("wijk: veenrand\n", "{2024: 9, 2025: 10}", {2025: 10}, ("2024",)),
        ("telt: dingen\n", "{2024: 1, 2025: 2}", {2024: 1, 2025: 2}, ()),
        ("verhalen: [annie]\n", "{2024: 1, 2025: 2, 2023: 9}", {2023: 9, 2024: 1}, ("2025",)),
        ("verhalen: [drie]\n", "{2024: 1, 2025: 3}", {2024: 1, 2025: 3}, ()),
        ("", "{2024: 50, 2027: 60}", {2024: 50}, ()),
    ],
)
def test_small_counts_are_withheld_unless_who_is_counted_tells(
    tmp_path: Path, extra: str, reeks: str, shown: dict[int, int], withheld: tuple[str, ...]
) -> None:
    cijfer = f"naam: mensen\neenheid: mensen\nbron: lijst\nreeks: {reeks}\n{extra}"
    drie = ANNIE.replace('"Annie, 81"', "Fatma, Rosa en Ineke".join('""'))
    huis = public(tmp_path, {"cijfers/mensen.yml": cijfer, "verhalen/drie.yml": drie})
    assert huis.cijfers["mensen"].reeks.known == shown
    assert huis.kleine_aantallen.get("mensen", ()) == withheld


def test_a_share_of_few_people_is_withheld(tmp_path: Path) -> None:
    cijfer = 'naam: gasten\neenheid: "%"\nbron: lijst\nreeks:\n  2024: {waarde: 90, n: 29}\n'
    huis = public(tmp_path, {"cijfers/deel.yml": cijfer})
    assert "deel" not in huis.cijfers
    cijfer = cijfer.replace("29", "30")
    assert "deel" in public(tmp_path / "nog", {"cijfers/deel.yml": cijfer}).cijfers


def test_the_calendar_tells_until_when_a_story_may_be_told(tmp_path: Path) -> None:
    annie = ANNIE.replace("{datum: 2026-10-05}", "{datum: 2026-10-05, tot: 2026-11-21}")
    huis = read(tmp_path, {"verhalen/annie.yml": annie})
    facts = dated_facts(huis, DAY, date(2026, 12, 31))
    told = {(f.day.day, f.message) for f in facts if "De tas stond al" in f.message}
    assert told == {
        (21, "Laatste dag van de toestemming voor het verhaal “De tas stond al op het aanrecht”. "
             "Vraag of het langer mag, en pas de datum aan."),
        (22, "Het verhaal “De tas stond al op het aanrecht” verdwijnt."),
    }  # fmt: skip


# --- drawings


def figure(folder: Path, rest: str) -> Cijfer:
    """A figure with these lines."""
    text = f"naam: dingen\nbron: lijst\ntelt: dingen\n{rest}"
    return public(folder, {"cijfers/ding.yml": text}).cijfers["ding"]


def chart_of(cijfer: Cijfer) -> Chart:
    chart = draw(cijfer, rows_of(cijfer, ()), "doel")
    assert chart is not None
    return chart


def tops(chart: Chart) -> dict[int, float]:
    """How high each bar stands above nought."""
    found = {}
    for bar in chart.bars:
        match = re.fullmatch(
            r"M[\d.]+ ([\d.]+)V([\d.]+)A[\d.]+ ([\d.]+) 0 0 1 [\d.]+ [\d.]+V\1z", bar.path
        )
        assert match is not None
        base, shoulder, rise = map(float, match.groups())
        found[bar.jaar] = base - shoulder + rise
    return found


def test_bars_begin_at_nought_and_are_as_high_as_their_numbers(tmp_path: Path) -> None:
    chart = chart_of(figure(tmp_path, "eenheid: ritten\nreeks: {2023: 400, 2024: 300, 2025: 5}\n"))
    heights = tops(chart)
    assert heights[2024] / heights[2023] == pytest.approx(0.75, abs=0.01)
    assert heights[2025] / heights[2023] == pytest.approx(5 / 400, abs=0.01)
    assert chart.lines == []


def test_a_missing_year_is_a_gap(tmp_path: Path) -> None:
    share = figure(tmp_path, 'eenheid: "%"\nreeks: {2021: 10, 2022: 20, 2024: 40, 2025: 50}\n')
    chart = chart_of(share)
    assert len(chart.lines) == 2
    assert [row.text for row in rows_of(share, ())] == ["10%", "20%", "", "40%", "50%"]
    bars = figure(tmp_path / "nog", "eenheid: stuks\nreeks: {2021: 10, 2022: onbekend, 2023: 9}\n")
    assert sorted(tops(chart_of(bars))) == [2021, 2023]
    assert [word.text for word in chart_of(bars).years] == ["2021", "2022", "2023"]


def test_one_year_is_a_number(tmp_path: Path) -> None:
    cijfer = figure(tmp_path, "eenheid: stuks\nreeks: {2024: onbekend, 2025: 12}\n")
    assert draw(cijfer, rows_of(cijfer, ()), "") is None


def test_the_aim_is_a_line_at_its_height(tmp_path: Path) -> None:
    reeks = "eenheid: stuks\nreeks: {2024: 10, 2025: 20}\ndoel: {jaar: 2030, waarde: 40}\n"
    chart = chart_of(figure(tmp_path, reeks))
    heights = tops(chart)
    assert chart.goal is not None
    assert chart.base - chart.goal == pytest.approx(2 * heights[2025], abs=0.2)


def test_a_house_has_a_window_for_each() -> None:
    house = windows(100, 34, 50)
    assert house is not None
    assert [path.count("M") for path in (house.lit, house.aim, house.dark)] == [34, 16, 50]
    assert windows(101, 3) is None
    assert windows(60, 61) is None


# --- pages

_SECTION = re.compile(r'<section class="cijfer.*?</section>', re.S)


def sections(site: Path) -> Iterator[str]:
    yield from _SECTION.findall((site / "cijfers/index.html").read_text("utf-8"))


def test_drawing_and_table_hold_the_same_numbers(demo_site: Path) -> None:
    count = 0
    for section in sections(demo_site):
        table = dict(re.findall(r'<th scope="row">(\d{4})</th><td>([^<]*)</td>', section))
        if not table:
            continue
        count += 1
        word = re.compile(r'<text(?: class="(\w*)")? x="([\d.]+)" y="[\d.]+">([^<]*)</text>')
        words = [(kind, float(x), text) for kind, x, text in word.findall(section)]
        years = {text: x for kind, x, text in words if not kind}
        drawn = [(x, text) for kind, x, text in words if kind == "grafiek__waarde"]
        assert years.keys() == table.keys()
        shown = {}
        for x, text in drawn:
            shown[min(years, key=lambda jaar: abs(years[jaar] - x))] = text
        assert shown == {jaar: text for jaar, text in table.items() if text != "niet bekend"}
        numbers = {
            jaar: float(text.strip("%").replace(".", "").replace(",", "."))
            for jaar, text in shown.items()
        }
        base = float(re.search(r'grafiek__grond" d="M4 ([\d.]+)H', section)[1])  # type: ignore[index]
        bar = re.compile(r'grafiek__staaf" d="M([\d.]+) [\d.]+V([\d.]+)A([\d.]+) ([\d.]+)')
        heights = {
            min(years, key=lambda jaar: abs(years[jaar] - float(left) - float(half))):
                base - float(shoulder) + float(rise)
            for left, shoulder, half, rise in bar.findall(section)
        }  # fmt: skip
        dot = re.compile(r'grafiek__punt" cx="([\d.]+)" cy="([\d.]+)"')
        for x, y in dot.findall(section):
            heights[min(years, key=lambda jaar: abs(years[jaar] - float(x)))] = base - float(y)
        scale = max(heights.values()) / max(numbers.values())
        assert heights == {
            jaar: pytest.approx(number * scale, abs=0.3) for jaar, number in numbers.items()
        }
        said = re.search(r"<figcaption id=[^>]*>([^<]*)<", section)[1]  # type: ignore[index]
        first, last = min(numbers), max(numbers)
        assert f"van {shown[first]} in {first} omhoog naar {shown[last]} in {last}" in said
    assert count == 3


def test_each_drawing_says_in_words_what_is_to_be_seen(demo_site: Path) -> None:
    for section in sections(demo_site):
        for svg in re.findall(r"<svg[^>]*>", section):
            assert 'role="img"' in svg
            label = re.search(r'aria-labelledby="([^"]+)"', svg)
            assert label is None or f'<figcaption id="{label[1]}">' in section
            assert label is not None or re.search(r'aria-label="[^"]{20,}"', svg)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_word_in_a_drawing_is_cut_or_touches_another(
    browser: Browser, demo_site: Path, width: int
) -> None:
    measure = """() => [...document.querySelectorAll('.grafiek svg')].map(svg => {
        const box = ({left, right, top, bottom}) => ({left, right, top, bottom})
        return {edge: box(svg.getBoundingClientRect()),
          words: [...svg.querySelectorAll('text')].map(
            t => ({said: t.textContent, size: t.getBoundingClientRect().height,
                   ...box(t.getBoundingClientRect())}))}})"""
    with serve(demo_site, "/site/") as address, browser.new_context(
        viewport={"width": width, "height": 800}
    ) as context:  # fmt: skip
        page = context.new_page()
        page.goto(f"{address}cijfers/")
        assert find_layout_faults(page, str(width)) == []
        drawings = page.evaluate(measure)
    assert len(drawings) == 3
    for drawing in drawings:
        edge, words = drawing["edge"], drawing["words"]
        assert len(words) > 6
        for number, word in enumerate(words):
            assert word["left"] >= edge["left"] - 1
            assert word["right"] <= edge["right"] + 1
            assert word["size"] >= 15
            for other in words[:number]:
                apart = (
                    word["right"] <= other["left"] or other["right"] <= word["left"]
                    or word["bottom"] <= other["top"] + 4 or other["bottom"] <= word["top"] + 4
                )  # fmt: skip
                assert apart, (word["said"], other["said"])


def test_from_a_story_to_all_that_belongs_to_it_and_back_is_one_click(demo_site: Path) -> None:
    story = "verhalen/een-lege-stoel/"
    page = (demo_site / story / "index.html").read_text("utf-8")
    around = ["hulp-bij/gezelschap/", "aanbod/koffie/", "mensen/lotte/", "mensen/truus/"]
    for address in around:
        assert f"../../{address}" in page
        assert f"{story}" in (demo_site / address / "index.html").read_text("utf-8")
    assert "../../cijfers/#gebeld-om-een-lege-stoel" in page
    assert story in (demo_site / "cijfers/index.html").read_text("utf-8")
    wijk = (demo_site / "wijk/lindeborg-oost/index.html").read_text("utf-8")
    assert "deuren gingen open in Lindeborg-Oost" in wijk
    home = (demo_site / "index.html").read_text("utf-8")
    assert "verhalen/drie-vrouwen-en-een-sleutelbos/" in home


def test_another_name_is_told_and_has_no_face(demo_site: Path) -> None:
    page = (demo_site / "verhalen/een-lege-stoel/index.html").read_text("utf-8")
    head = page.partition("<main")[2].partition("</header>")[0]
    assert "De naam is veranderd." in head
    assert "<img" not in head
    assert "<svg" not in head
    places = [n for n, raw in contents(demo_site).items() if b"Willemien" in raw]
    for name in (n for n in places if n.endswith(".html")):
        assert "De naam is veranderd." in (demo_site / name).read_text("utf-8"), name
    data = "".join(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S))
    assert '"Article"' in data
    assert "Willemien" not in data
