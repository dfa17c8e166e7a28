"""Names and texts that want to be code: each comes out as text, or is told about; nothing runs."""

from __future__ import annotations

import email.message
from html.parser import HTMLParser
from pathlib import Path

import pytest
import vobject
from playwright.sync_api import Dialog, Page

from hulp.kit import buiten_het_blad, lees_qr, maak_kit, mens, pdf, tekst_van
from propositie.kit.makers import DRUKWERK_MENS
from propositie.kit.zetsel import Schaar, breekbaar, schoon, zetsel
from propositie.uitvoer.drukpers import DrukFout
from propositie.uitvoer.qr import qr_png, qr_svg

PDFS = [d.bestand for d in DRUKWERK_MENS]
TYPST = '#panic("x") $x$ *vet* _k_ `r` \\ ] [#read("/etc/passwd")] <label> @ref // = Kop'
HTML = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;"
AANHALING = 'Jan "de Rechte" O\'Neill; Zn, {{ 7*7 }} {naam} %s'
ALINEA = "Naam\u2028BEGIN:VCARD\u202egnorw\u200b"
TACHTIG = "Wilhelmina-Frederica " * 3 + "van Oldenbarnevelt"
EEN_WOORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersvereniging" * 2
NAMEN = [TYPST, HTML, AANHALING, TACHTIG, "Ayşe Yılmaz-Çelik", "Thi Mỹ Hạnh Nguyễn"]


def bladen(map_: Path) -> dict[str, str]:
    """The text of each PDF; each is one whole page with nothing beside it."""
    samira = map_ / "kit/mensen/samira"
    for naam in PDFS:
        assert len(pdf(samira / naam).pages) == 1
        assert buiten_het_blad(samira / naam) == []
    return {naam: tekst_van(samira / naam) for naam in PDFS}


def aaneen(tekst: str) -> str:
    """The text without spaces: where a line may end is not of interest."""
    return "".join(schoon(tekst).split())


@pytest.mark.parametrize("naam", NAMEN, ids=["typst", "html", "aanhaling", "80", "turks", "viet"])
def test_een_naam_staat_er_zoals_hij_is(tmp_path: Path, naam: str) -> None:
    tekst = mens(naam=naam, roepnaam=naam, functie=naam, belofte=naam)
    _, bevindingen = maak_kit(tmp_path, {"medewerkers/samira.yml": tekst}, id_="samira")
    assert [b.code for b in bevindingen if b.code != "D02"] == []
    for blad in bladen(tmp_path).values():
        assert aaneen(naam) in aaneen(blad)
    samira = tmp_path / "kit/mensen/samira"
    kaart = vobject.readOne((samira / "samira.vcf").read_bytes().decode("utf-8"))
    assert kaart.fn.value == " ".join(naam.split())
    assert schoon(naam) in (samira / "handtekening.txt").read_text("utf-8")
    assert schoon(naam) in (samira / "voorstellen-lang.txt").read_text("utf-8")


def test_een_handtekening_kan_niets(tmp_path: Path) -> None:
    maak_kit(tmp_path, {"medewerkers/samira.yml": mens(naam=HTML, functie=HTML, belofte=HTML)})
    for naam in ("handtekening.html", "index.html"):
        lezer = _Tags((tmp_path / "kit/mensen/samira" / naam).read_text("utf-8"))
        assert "script" not in lezer.tags
        assert [a for a in lezer.attributen if a.startswith("on")] == []
        assert HTML in lezer.tekst
    overzicht = _Tags((tmp_path / "kit/index.html").read_text("utf-8"))
    assert "script" not in overzicht.tags


class _Tags(HTMLParser):
    """What another reader makes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributen: set[str] = set()
        self.tekst = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributen |= {naam for naam, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.tekst += data


def test_in_een_browser_gebeurt_er_niets(tmp_path: Path, pagina: Page) -> None:
    maak_kit(tmp_path, {"medewerkers/samira.yml": mens(naam=HTML, functie=HTML, belofte=HTML)})
    gezien: list[str] = []

    def let_op(dialoog: Dialog) -> None:
        gezien.append(dialoog.message)
        dialoog.dismiss()

    pagina.on("dialog", let_op)
    pagina.set_content((tmp_path / "kit/mensen/samira/handtekening.html").read_text("utf-8"))
    assert pagina.locator("script, img").count() == 0
    assert pagina.locator("strong").inner_text() == HTML
    assert gezien == []


def test_een_handtekening_past_in_een_bericht(tmp_path: Path) -> None:
    """A mail program takes it as it is: the text starts with the mark that it recognises."""
    maak_kit(tmp_path, id_="samira")
    samira = tmp_path / "kit/mensen/samira"
    bericht = email.message.EmailMessage()
    bericht.set_content((samira / "handtekening.txt").read_text("utf-8"))
    bericht.add_alternative((samira / "handtekening.html").read_text("utf-8"), subtype="html")
    assert bericht.get_body(("plain",)).get_content().startswith("-- \nSamira")  # type: ignore[union-attr]
    html = (samira / "handtekening.html").read_text("utf-8")
    assert "http://" not in html
    assert "<img" not in html  # nothing that a mail program fetches or blocks


@pytest.mark.parametrize(
    ("naam", "over"),
    [("Bep 🦄 Bos", "Bep Bos"), ("𓀀 Bep", "Bep"), ("Bep \U000e0041\ufe0f\u200d Bos", "Bep Bos")],
    ids=["emoji", "hiërogliefen", "onzichtbaar"],
)
def test_wat_geen_letter_heeft_wordt_gemeld_en_weggelaten(
    tmp_path: Path, naam: str, over: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    zonder_systeemletters(monkeypatch)
    _, bevindingen = maak_kit(tmp_path, {"medewerkers/samira.yml": mens(naam=naam)}, id_="samira")
    for blad in bladen(tmp_path).values():
        assert over in blad
    weg = [t for t in naam if t in "🦄𓀀"]
    assert [b.code for b in bevindingen] == ["D01"] * len(weg)
    for bevinding, teken in zip(bevindingen, weg, strict=True):
        assert teken in bevinding.bericht
        assert bevinding.plaats is not None
        assert bevinding.plaats.bestand.endswith("medewerkers/samira.yml")
    kort = (tmp_path / "kit/mensen/samira/voorstellen-kort.txt").read_text("utf-8")
    assert schoon(naam) in kort


def zonder_systeemletters(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has no fonts at all."""
    from propositie.uitvoer import drukpers

    echt = drukpers.zetbaar
    monkeypatch.setattr(
        "propositie.kit.zetsel.zetbaar", lambda teken, alle: False if alle else echt(teken, False)
    )


@pytest.mark.parametrize("naam", ["محمد الأمين", "王小明", "Ναταλία", "Олена"])
def test_een_ander_schrift_staat_er_of_wordt_gemeld(tmp_path: Path, naam: str) -> None:
    """Fonts of this machine are used where they have the letters."""
    _, bevindingen = maak_kit(tmp_path, {"medewerkers/samira.yml": mens(naam=naam)}, id_="samira")
    bladen(tmp_path)
    gemeld = "".join(b.bericht for b in bevindingen)
    letters = {t for t in naam if t != " "}
    weg = {t for t in letters if t in gemeld}
    assert not weg or all(b.code == "D01" for b in bevindingen)
    if weg == letters:  # not one letter left: the name of the file stands in
        assert "Samira" in tekst_van(tmp_path / "kit/mensen/samira/folder-a4.pdf")
    elif not weg and "م" not in naam:  # Arabic comes out of a PDF in the order of drawing
        assert naam in tekst_van(tmp_path / "kit/mensen/samira/folder-a4.pdf")
    kaart = (tmp_path / "kit/mensen/samira/samira.vcf").read_text("utf-8")
    assert naam in kaart


def test_een_letter_die_bij_het_zetten_toch_faalt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A font of the machine may have a character and still not be fit for a tagged PDF."""
    from propositie.kit import makers
    from propositie.uitvoer.drukpers import druk_pdf as echt

    def druk(
        bron: str, gegevens: object, bestanden: dict[str, str], *, alle_letters: bool
    ) -> bytes:
        if alle_letters:
            raise DrukFout("font")
        return echt(bron, gegevens, bestanden)

    monkeypatch.setattr(makers, "druk_pdf", druk)
    monkeypatch.setattr("propositie.kit.zetsel.zetbaar", lambda t, alle: alle or t != "王")
    _, bevindingen = maak_kit(
        tmp_path, {"medewerkers/samira.yml": mens(naam="Bo 王")}, id_="samira"
    )
    assert [b.code for b in bevindingen] == ["D01"]
    assert all("Bo" in blad for blad in bladen(tmp_path).values())


def test_wat_niet_te_zetten_is_wordt_gemeld_en_een_volgende_keer_weer_geprobeerd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faal(*_: object, **__: object) -> bytes:
        raise DrukFout("x")

    with monkeypatch.context() as m:
        m.setattr("propositie.kit.makers.druk_pdf", faal)
        uitslag, bevindingen = maak_kit(tmp_path, id_="samira")
    assert [b.code for b in bevindingen] == ["D03"] * 4
    assert not (tmp_path / "kit/mensen/samira/folder-a4.pdf").exists()
    assert "folder-a4" not in (tmp_path / "kit/mensen/samira/index.html").read_text("utf-8")
    uitslag, bevindingen = maak_kit(tmp_path, id_="samira")
    assert [s.id for s in uitslag.gemaakt] == ["samira"]
    assert bevindingen == []
    assert bladen(tmp_path)


def test_alles_is_te_lang(tmp_path: Path) -> None:
    lang = "Ik beloof je dat ik er ben, ook als het regent. " * 20
    plekken = [{"waar": EEN_WOORD, "wanneer": lang} for _ in range(12)]
    tekst = mens(
        naam=EEN_WOORD, functie=lang, belofte=lang, te_vinden=plekken,
        deskundig_in=[EEN_WOORD, lang] * 9, talen=["Nederlands"] * 30,
        aanbevelingen=[{"citaat": lang, "door": EEN_WOORD, "toestemming": {"datum": "2026-01-01"}}],
        contact={"telefoon": "0599 000 112", "whatsapp": "06 0000 0012",
                 "email": f"{'samira.' * 8}el@{'veenrand' * 6}.example"},
    )  # fmt: skip
    _, bevindingen = maak_kit(tmp_path, {"medewerkers/samira.yml": tekst}, id_="samira")
    assert {b.code for b in bevindingen} == {"D02"}
    assert 'De tekst bij "belofte" is te lang' in "".join(b.bericht for b in bevindingen)
    assert all(b.plaats and b.plaats.regel for b in bevindingen)
    for naam, blad in bladen(tmp_path).items():
        assert "Ik beloof je" in blad, naam
        assert "…" in blad
        assert "@" in blad


def test_een_lange_klantgroep_en_dienst(tmp_path: Path) -> None:
    lang = "Wij doen wat nodig is en dat is veel. " * 20
    _, bevindingen = maak_kit(tmp_path, {
        "klantgroepen/ouderen.yml": f"naam: {EEN_WOORD}\nik: {lang}\nkernboodschap: {lang}\n",
        "diensten/boodschappentaxi.yml": (
            f"naam: {EEN_WOORD}\nbehoeften: [boodschappen]\nkort: {lang}\nprijs: gratis\n"
            f"samen: {{jij: [{lang}, {lang}], wij: [{lang}], netwerk: [{EEN_WOORD}]}}\n"
        ),
    })  # fmt: skip
    assert {b.code for b in bevindingen} == {"D02"}
    for map_ in ("voor-wie/ouderen", "aanbod/boodschappentaxi"):
        folder = tmp_path / "kit" / map_ / "folder-a4.pdf"
        assert len(pdf(folder).pages) == 1
        assert buiten_het_blad(folder) == []
        assert "Wij doen wat nodig is" in tekst_van(folder)


@pytest.mark.parametrize(
    "adres",
    ["https://a.nl/", "https://xn--caf-dma.example/" + "a/" * 120, 'https://a.nl/?a="<>&é#x'],
)
def test_elk_adres_past_in_een_qr_code(adres: str) -> None:
    assert lees_qr(qr_png(adres)) == [adres]
    _Tags(qr_svg(adres).decode())


def test_de_schaar() -> None:
    schaar = Schaar()
    assert schaar.knip("een twee drie", 9, "naam") == "een twee…"
    assert schaar.knip("eentweedrie", 5) == "eent…"
    assert schaar.knip(None, 5) == ""
    assert schaar.knip(ALINEA, 99) == "Naam BEGIN:VCARD gnorw"
    assert schaar.geknipt == [("naam",)]


def test_breekbaar() -> None:
    lang = "a" * 50
    assert breekbaar(lang).replace("\u200b", "") == lang
    assert breekbaar(lang).count("\u200b") == 2
    assert breekbaar(f"{lang}@example.nl") == f"{lang}@example.nl"
    assert breekbaar("gewone woorden die niet lang zijn") == "gewone woorden die niet lang zijn"


def test_zetsel_laat_de_rest_heel() -> None:
    gezet = zetsel({"a": ["é ü ø ₂"], "b": {"c": "\U0010fffd x"}, "d": None, "e": 3})
    assert gezet.gegevens["a"] == ["é ü ø ₂"]
    assert gezet.gegevens["b"] == {"c": "x"}
    assert (gezet.gegevens["d"], gezet.gegevens["e"]) == (None, 3)
