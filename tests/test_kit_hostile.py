"""Names and texts that want to be code: each comes out as text, or is told about; nothing runs."""

from __future__ import annotations

import email.message
from html.parser import HTMLParser
from pathlib import Path

import pytest
import vobject
from playwright.sync_api import Dialog, Page

from helpers.kit import find_off_sheet, make_kit, medewerker_yaml, pdf, read_qr, text_of
from propositie.kit.makers import PRINT_MEDEWERKER
from propositie.kit.typesetting import Trimmer, clean, make_breakable, to_typeset_data
from propositie.output.press import TypesetError
from propositie.output.qr import qr_png, qr_svg

PDFS = [d.file for d in PRINT_MEDEWERKER]
TYPST = '#panic("x") $x$ *vet* _k_ `r` \\ ] [#read("/etc/passwd")] <label> @ref // = Kop'
HTML = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;"
QUOTATION = 'Jan "de Rechte" O\'Neill; Zn, {{ 7*7 }} {naam} %s'
PARAGRAPH = "Naam\u2028BEGIN:VCARD\u202egnorw\u200b"
EIGHTY = "Wilhelmina-Frederica " * 3 + "van Oldenbarnevelt"
ONE_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersvereniging" * 2
NAMES = [TYPST, HTML, QUOTATION, EIGHTY, "Ayşe Yılmaz-Çelik", "Thi Mỹ Hạnh Nguyễn"]


def sheet_texts(folder: Path) -> dict[str, str]:
    """The text of each PDF; each is one whole page with nothing beside it."""
    samira = folder / "kit/mensen/samira"
    for name in PDFS:
        assert len(pdf(samira / name).pages) == 1
        assert find_off_sheet(samira / name) == []
    return {name: text_of(samira / name) for name in PDFS}


def without_spaces(text: str) -> str:
    """The text without spaces: where a line may end is not of interest."""
    return "".join(clean(text).split())


@pytest.mark.parametrize("name", NAMES, ids=["typst", "html", "aanhaling", "80", "turks", "viet"])
def test_a_name_is_there_as_it_is(tmp_path: Path, name: str) -> None:
    text = medewerker_yaml(naam=name, roepnaam=name, functie=name, belofte=name)
    _, findings = make_kit(tmp_path, {"medewerkers/samira.yml": text}, id_="samira")
    assert [b.code for b in findings if b.code != "D02"] == []
    for sheet in sheet_texts(tmp_path).values():
        assert without_spaces(name) in without_spaces(sheet)
    samira = tmp_path / "kit/mensen/samira"
    card = vobject.readOne((samira / "samira.vcf").read_bytes().decode("utf-8"))
    assert card.fn.value == " ".join(name.split())
    assert clean(name) in (samira / "handtekening.txt").read_text("utf-8")
    assert clean(name) in (samira / "voorstellen-lang.txt").read_text("utf-8")


def test_a_signature_can_do_nothing(tmp_path: Path) -> None:
    make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam=HTML, functie=HTML, belofte=HTML)}
    )
    for name in ("handtekening.html", "index.html"):
        reader = _Tags((tmp_path / "kit/mensen/samira" / name).read_text("utf-8"))
        assert "script" not in reader.tags
        assert [a for a in reader.attributes if a.startswith("on")] == []
        assert HTML in reader.text
    overview = _Tags((tmp_path / "kit/index.html").read_text("utf-8"))
    assert "script" not in overview.tags


class _Tags(HTMLParser):
    """What another reader makes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_in_a_browser_nothing_happens(tmp_path: Path, page: Page) -> None:
    make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam=HTML, functie=HTML, belofte=HTML)}
    )
    seen: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    page.set_content((tmp_path / "kit/mensen/samira/handtekening.html").read_text("utf-8"))
    assert page.locator("script, img").count() == 0
    assert page.locator("strong").inner_text() == HTML
    assert seen == []


def test_a_signature_fits_in_a_message(tmp_path: Path) -> None:
    """A mail program takes it as it is: the text starts with the mark that it recognises."""
    make_kit(tmp_path, id_="samira")
    samira = tmp_path / "kit/mensen/samira"
    message = email.message.EmailMessage()
    message.set_content((samira / "handtekening.txt").read_text("utf-8"))
    message.add_alternative((samira / "handtekening.html").read_text("utf-8"), subtype="html")
    assert message.get_body(("plain",)).get_content().startswith("-- \nSamira")  # type: ignore[union-attr]
    html = (samira / "handtekening.html").read_text("utf-8")
    assert "http://" not in html
    assert "<img" not in html  # nothing that a mail program fetches or blocks


@pytest.mark.parametrize(
    ("name", "remaining"),
    [("Bep 🦄 Bos", "Bep Bos"), ("𓀀 Bep", "Bep"), ("Bep \U000e0041\ufe0f\u200d Bos", "Bep Bos")],
    ids=["emoji", "hiërogliefen", "onzichtbaar"],
)
def test_what_has_no_glyph_is_reported_and_left_out(
    tmp_path: Path, name: str, remaining: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_system_fonts(monkeypatch)
    _, findings = make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam=name)}, id_="samira"
    )
    for sheet in sheet_texts(tmp_path).values():
        assert remaining in sheet
    gone = [t for t in name if t in "🦄𓀀"]
    assert [b.code for b in findings] == ["D01"] * len(gone)
    for finding, character in zip(findings, gone, strict=True):
        assert character in finding.message
        assert finding.location is not None
        assert finding.location.file.endswith("medewerkers/samira.yml")
    short = (tmp_path / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert clean(name) in short


def without_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has no fonts at all."""
    from propositie.output import press

    original = press.can_typeset
    monkeypatch.setattr(
        "propositie.kit.typesetting.can_typeset",
        lambda character, all_: False if all_ else original(character, False),
    )


@pytest.mark.parametrize("name", ["محمد الأمين", "王小明", "Ναταλία", "Олена"])
def test_another_script_is_there_or_is_reported(tmp_path: Path, name: str) -> None:
    """Fonts of this machine are used where they have the letters."""
    _, findings = make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam=name)}, id_="samira"
    )
    sheet_texts(tmp_path)
    reported = "".join(b.message for b in findings)
    letters = {t for t in name if t != " "}
    gone = {t for t in letters if t in reported}
    assert not gone or all(b.code == "D01" for b in findings)
    if gone == letters:  # not one letter left: the name of the file stands in
        assert "Samira" in text_of(tmp_path / "kit/mensen/samira/folder-a4.pdf")
    elif not gone and "م" not in name:  # Arabic comes out of a PDF in the order of drawing
        assert name in text_of(tmp_path / "kit/mensen/samira/folder-a4.pdf")
    card = (tmp_path / "kit/mensen/samira/samira.vcf").read_text("utf-8")
    assert name in card


def test_a_font_that_fails_in_typesetting_after_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A font of the machine may have a character and still not be fit for a tagged PDF."""
    from propositie.kit import makers
    from propositie.output.press import render_pdf as original

    def typeset(source: str, data: object, files: dict[str, str], *, all_fonts: bool) -> bytes:
        if all_fonts:
            raise TypesetError("font")
        return original(source, data, files)

    monkeypatch.setattr(makers, "render_pdf", typeset)
    monkeypatch.setattr("propositie.kit.typesetting.can_typeset", lambda t, all_: all_ or t != "王")
    _, findings = make_kit(
        tmp_path, {"medewerkers/samira.yml": medewerker_yaml(naam="Bo 王")}, id_="samira"
    )
    assert [b.code for b in findings] == ["D01"]
    assert all("Bo" in sheet for sheet in sheet_texts(tmp_path).values())


def test_what_cannot_be_typeset_is_reported_and_tried_again_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise TypesetError("x")

    with monkeypatch.context() as m:
        m.setattr("propositie.kit.makers.render_pdf", fail)
        outcome, findings = make_kit(tmp_path, id_="samira")
    assert [b.code for b in findings] == ["D03"] * 4
    assert not (tmp_path / "kit/mensen/samira/folder-a4.pdf").exists()
    assert "folder-a4" not in (tmp_path / "kit/mensen/samira/index.html").read_text("utf-8")
    outcome, findings = make_kit(tmp_path, id_="samira")
    assert [s.id for s in outcome.made] == ["samira"]
    assert findings == []
    assert sheet_texts(tmp_path)


def test_everything_is_too_long(tmp_path: Path) -> None:
    long_text = "Ik beloof je dat ik er ben, ook als het regent. " * 20
    places = [{"waar": ONE_WORD, "wanneer": long_text} for _ in range(12)]
    text = medewerker_yaml(
        naam=ONE_WORD, functie=long_text, belofte=long_text, te_vinden=places,
        deskundig_in=[ONE_WORD, long_text] * 9, talen=["Nederlands"] * 30,
        aanbevelingen=[
            {"citaat": long_text, "door": ONE_WORD, "toestemming": {"datum": "2026-01-01"}},
        ],
        contact={"telefoon": "0599 000 112", "whatsapp": "06 0000 0012",
                 "email": f"{'samira.' * 8}el@{'veenrand' * 6}.example"},
    )  # fmt: skip
    _, findings = make_kit(tmp_path, {"medewerkers/samira.yml": text}, id_="samira")
    assert {b.code for b in findings} == {"D02"}
    assert 'De tekst bij "belofte" is te lang' in "".join(b.message for b in findings)
    assert all(b.location and b.location.line for b in findings)
    for name, sheet in sheet_texts(tmp_path).items():
        assert "Ik beloof je" in sheet, name
        assert "…" in sheet
        assert "@" in sheet


def test_a_long_klantgroep_and_dienst(tmp_path: Path) -> None:
    long_text = "Wij doen wat nodig is en dat is veel. " * 20
    _, findings = make_kit(tmp_path, {
        "klantgroepen/ouderen.yml":
            f"naam: {ONE_WORD}\nik: {long_text}\nkernboodschap: {long_text}\n",
        "diensten/boodschappentaxi.yml": (
            f"naam: {ONE_WORD}\nbehoeften: [boodschappen]\nkort: {long_text}\nprijs: gratis\n"
            f"samen: {{jij: [{long_text}, {long_text}], wij: [{long_text}], "
            f"netwerk: [{ONE_WORD}]}}\n"
        ),
    })  # fmt: skip
    assert {b.code for b in findings} == {"D02"}
    for folder in ("voor-wie/ouderen", "aanbod/boodschappentaxi"):
        leaflet = tmp_path / "kit" / folder / "folder-a4.pdf"
        assert len(pdf(leaflet).pages) == 1
        assert find_off_sheet(leaflet) == []
        assert "Wij doen wat nodig is" in text_of(leaflet)


@pytest.mark.parametrize(
    "address",
    ["https://a.nl/", "https://xn--caf-dma.example/" + "a/" * 120, 'https://a.nl/?a="<>&é#x'],
)
def test_every_address_fits_in_a_qr_code(address: str) -> None:
    assert read_qr(qr_png(address)) == [address]
    _Tags(qr_svg(address).decode())


def test_the_trimmer() -> None:
    trimmer = Trimmer()
    assert trimmer.cut("een twee drie", 9, "naam") == "een twee…"
    assert trimmer.cut("eentweedrie", 5) == "eent…"
    assert trimmer.cut(None, 5) == ""
    assert trimmer.cut(PARAGRAPH, 99) == "Naam BEGIN:VCARD gnorw"
    assert trimmer.cut_fields == [("naam",)]


def test_breakable() -> None:
    long_text = "a" * 50
    assert make_breakable(long_text).replace("\u200b", "") == long_text
    assert make_breakable(long_text).count("\u200b") == 2
    assert make_breakable(f"{long_text}@example.nl") == f"{long_text}@example.nl"
    assert (
        make_breakable("gewone woorden die niet lang zijn") == "gewone woorden die niet lang zijn"
    )


def test_typesetting_leaves_the_rest_whole() -> None:
    typeset = to_typeset_data({"a": ["é ü ø ₂"], "b": {"c": "\U0010fffd x"}, "d": None, "e": 3})
    assert typeset.data["a"] == ["é ü ø ₂"]
    assert typeset.data["b"] == {"c": "x"}
    assert (typeset.data["d"], typeset.data["e"]) == (None, 3)
