"""What our own scripts add to the forms: a calendar, buttons for a text, help, and a last look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from helpers.forms import FormsPage
from helpers.links import find_broken_links
from helpers.preview import serve_preview
from helpers.site import write_organisatie
from propositie.forms import FormsConfig
from propositie.forms.config import config
from propositie.huis import KINDS
from propositie.huis.fields import fields_of

DATA = FormsConfig(
    "welzijn/site", "main", "site_src/huis", "site_src/paginas/blog", "site_src/paginas", "Welzijn"
)

pytestmark = pytest.mark.xdist_group("beheer")


def select(box: Locator, words: str) -> None:
    """Select these words in a text."""
    box.evaluate(
        """(box, words) => {
          const start = box.value.indexOf(words);
          box.focus();
          box.setSelectionRange(start, start + words.length);
        }""",
        words,
    )


# --- a long text ------------------------------------------------------------------------------

TYPED = {
    "Vet": ("Kom langs op dinsdag.", "langs", "Kom **langs** op dinsdag."),
    "Schuin": ("Kom langs op dinsdag.", "langs ", "Kom *langs* op dinsdag."),
    "Tussenkop": ("Eerst.\n\nDe koffie\n\nDan.", "koffie", "Eerst.\n\n## De koffie\n\nDan."),
    "Lijst": ("Neem mee:\nmelk\nbrood", "melk\nbrood", "Neem mee:\n\n- melk\n- brood"),
    "Citaat": ("Fijn hier.", "Fijn", "> Fijn hier."),
    "Link": ("Lees ons jaarplan eens.", "jaarplan", "Lees ons [jaarplan](https://) eens."),
}


@pytest.mark.parametrize("button", TYPED)
def test_a_button_types_the_mark(forms: FormsPage, button: str) -> None:
    before, selected, after = TYPED[button]
    forms.open("collections/medewerkers/entries/truus")
    field = forms.field("Over")
    box = field.get_by_role("textbox")
    box.fill(before)
    select(box, selected)
    field.get_by_role("button", name=button).click()
    expect(box).to_have_value(after)
    box.press("Control+z")
    expect(box).to_have_value(before)


def test_an_address_becomes_the_address_of_a_link(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/truus")
    field = forms.field("Over")
    box = field.get_by_role("textbox")
    box.fill("Kijk op www.veen.example")
    select(box, "www.veen.example")
    field.get_by_role("button", name="Link").click()
    expect(box).to_have_value("Kijk op [woorden](https://www.veen.example)")
    assert box.evaluate("b => b.value.slice(b.selectionStart, b.selectionEnd)") == "woorden"


def test_the_buttons_are_one_stop_for_the_keyboard(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/truus")
    bar = forms.field("Over").get_by_role("toolbar", name="Opmaak")
    bar.get_by_role("button", name="Vet").focus()
    for _ in range(2):
        forms.page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="Tussenkop")).to_be_focused()
    assert bar.locator("[tabindex='0']").all_inner_texts() == ["Tussenkop"]


# --- a day ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-03-01", "2026-03-01"), ("1-3-2026", "2026-03-01"), ("1 maart 2026", ""), ("", "")],
)
def test_a_calendar_opens_at_the_day_that_stands_there(
    forms: FormsPage, typed: str, day: str
) -> None:
    """What the browser would draw is its own: here it only tells that it was asked."""
    forms.page.evaluate(
        """() => {
          window.opened = [];
          HTMLInputElement.prototype.showPicker = function () { window.opened.push(this.value); };
        }"""
    )
    forms.open("collections/medewerkers/entries/truus")
    field = forms.field("Uit dienst")
    field.get_by_role("textbox").fill(typed)
    field.get_by_role("button", name="Kalender").click()
    assert forms.page.evaluate("window.opened") == [day]
    expect(field.get_by_role("textbox")).to_have_value(typed)


# --- a last look ------------------------------------------------------------------------------


def test_what_the_form_itself_cannot_judge_is_refused_in_the_same_words(forms: FormsPage) -> None:
    """An address behind a name of one's own, and a number that must lie between others."""
    forms.open("collections/concurrenten/entries/app-zeepsop")
    score = forms.field("Prijs", forms.field("Scores")).get_by_role("textbox")
    score.fill("9")
    forms.page.get_by_role("button", name="Opslaan").click()
    dialog = forms.page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("Er is nog niets opgeslagen. Verbeter eerst dit:")
    expect(dialog.get_by_role("listitem")).to_have_text(
        ["Scores › Prijs: Hier hoort een getal van minstens 1 en hoogstens 5."]
    )
    dialog.get_by_role("button", name="OK").click()
    expect(score).to_have_value("9")
    assert forms.diff() == {}
    score.fill("4")
    forms.save()
    forms.problems.clear()  # the editor logs every refusal as an error


REFUSED: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "a table": (
        "huis-organisatie", {"sociaal": {"facebook": "geen adres"}},
        ["Sociaal › facebook: Dit is geen webadres."],
    ),
    "a list": (
        "huis-diensten", {"wanneer": [{"dag": ["dinsdag"], "behalve": ["31-2-2026"]}]},
        ["Wanneer › Behalve: Dit is geen datum."],
    ),
    "all at once": (
        "huis-medewerkers",
        {"contact": {"telefoon": "bel maar", "email": "gijs"}, "uit_dienst": "ooit"},
        ["Contact › Telefoon: ", "Contact › Email: ", "Uit dienst: "],
    ),
    "nothing": (
        "huis-diensten",
        {"prijs": {"vanaf": "€ 5", "per": "keer"}, "gecontroleerd_op": "1 maart 2026",
         "wanneer": [{"dag": ["Ma"], "van": "9", "tot": "17 uur"}]},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_values_are_judged_as_an_editor_with_the_schema_does(
    page: Page, forms_address: str, name: str
) -> None:
    kind, values, expected = REFUSED[name]
    page.goto(f"{forms_address}beheer/")
    told = page.evaluate(
        """async ([kind, values]) => {
          const { refusals } = await import("./check.js");
          const { vormen } = await (await fetch("instelling.json")).json();
          return refusals(values, vormen[kind]);
        }""",
        [kind, values],
    )
    assert len(told) == len(expected)
    for sentence, start in zip(sorted(told), sorted(expected), strict=True):
        assert sentence.startswith(start)


# --- photos of a phone ------------------------------------------------------------------------


def choose_photo(forms: FormsPage) -> Locator:
    """Choose a HEIC for a portrait; returns the dialog of the editor."""
    forms.open("collections/medewerkers/entries/gijs")
    file = forms.field("Bestand", forms.field("Portret"))
    file.get_by_role("button", name="Beeld vervangen").click()
    dialog = forms.page.get_by_role("dialog", name="Afbeelding selecteren")
    with forms.page.expect_file_chooser() as choice:
        dialog.get_by_role("button", name="Uploaden").click()
    choice.value.set_files(FilePayload(name="IMG_1.HEIC", mimeType="image/heic", buffer=b"ftyp"))
    return dialog


def test_a_photo_that_the_browser_cannot_open_is_refused_with_the_way_out(
    forms: FormsPage,
) -> None:
    dialog = choose_photo(forms)
    told = forms.page.get_by_role("dialog", name="Deze foto kan nog niet mee")
    expect(told).to_contain_text("IMG_1.HEIC is een foto in de vorm HEIC")
    expect(told).to_contain_text("Bewaar haar eerst als jpg")
    told.get_by_role("button", name="Sluiten").click()
    expect(told).to_have_count(0)
    dialog.get_by_role("button", name="Annuleren").click()
    assert forms.diff() == {}


def test_a_photo_that_the_browser_can_open_is_turned_into_one_that_all_can(
    forms: FormsPage,
) -> None:
    """This browser cannot, so one stands in that can."""
    forms.page.evaluate(
        """() => {
          const real = window.createImageBitmap;
          window.createImageBitmap = (source, ...rest) => {
            if (source.name !== "IMG_1.HEIC") return real(source, ...rest);
            const canvas = new OffscreenCanvas(400, 500);
            canvas.getContext("2d").fillRect(0, 0, 400, 500);
            return Promise.resolve(canvas.transferToImageBitmap());
          };
        }"""
    )
    dialog = choose_photo(forms)
    dialog.get_by_role("button", name="Invoegen").click()
    expect(dialog).to_have_count(0)
    portret = forms.field("Portret")
    expect(forms.field("Bestand", portret)).to_contain_text(re.compile(r"img.*1\.", re.I))
    forms.save()
    [photo] = forms.read().keys() - forms.files.keys()
    assert re.fullmatch(r"site_src/huis/medewerkers/img_?-?1\.(webp|jpg)", photo)


# --- help -------------------------------------------------------------------------------------


def test_every_form_leads_to_its_chapter(forms_site: Path) -> None:
    settings = config(DATA)
    names = [c["name"] for c in settings["cms"]["collections"] + settings["cms"]["singletons"]]
    assert settings["soorten"].keys() == set(names)
    for kind in settings["soorten"].values():
        assert (forms_site / "beheer" / kind["hulp"] / "index.html").is_file()
        assert kind["vorm"] in settings["vormen"]


def test_the_chapter_opens_from_the_form(forms: FormsPage) -> None:
    forms.open("collections/diensten/entries/koffie")
    forms.first_field.wait_for()
    link = forms.page.get_by_role("link", name="Uitleg in het handboek")
    expect(link).to_have_count(1)
    with forms.page.expect_popup() as opened:
        link.click()
    chapter = opened.value
    expect(chapter.get_by_role("heading", level=1)).to_have_text("Diensten")
    chapter.close()


def test_every_link_of_the_handbook_holds(forms_site: Path) -> None:
    broken = find_broken_links(forms_site, "https://welzijn-lindeborg.github.io/site/")
    assert [b for b in broken if "beheer/handboek" in b] == []


FILE_LANGUAGE = re.compile(
    r"\b(?:yaml|markdown|ids?|sleutel|slug|frontmatter|streepjes)\b|\.yml", re.I
)


def test_no_form_speaks_of_files() -> None:
    def words(fields: list[dict[str, Any]]) -> Iterator[str]:
        for field in fields:
            yield from (field.get("label", ""), field.get("hint", ""))
            yield from words(field.get("fields", []))

    cms = config(DATA)["cms"]
    forms_ = cms["collections"] + cms["singletons"]
    told = [word for form in forms_ for word in words(form["fields"])]
    told += [form["slug"]["hint"] for form in cms["collections"]]
    assert len(told) > 200
    assert [text for text in told if FILE_LANGUAGE.search(text)] == []


def test_what_changes_in_a_week_is_asked_first() -> None:
    collections = {c["name"]: c for c in config(DATA)["cms"]["collections"]}
    for kind in KINDS:
        keys = [field.key for field in fields_of(kind.model)]
        assert set(kind.form_order) <= set(keys), kind.name
        if form := collections.get(kind.folder_name):
            shown = [field["name"] for field in form["fields"]]
            assert sorted(shown) == sorted(keys)
            assert shown[: len(kind.form_order)] == list(kind.form_order)
    assert [f["name"] for f in collections["medewerkers"]["fields"]][3] == "contact"


# --- from the preview -------------------------------------------------------------------------


def test_from_a_page_in_the_preview_one_click_opens_its_form(tmp_path: Path, page: Page) -> None:
    settings = write_organisatie(tmp_path)
    text = settings.read_text("utf-8").replace("{huis: huis", "{huis: huis, beheer: {repo: a/b}")
    settings.write_text(text, "utf-8")
    forms = {
        "mensen/samira/": "medewerkers/entries/samira",
        "privacy/": "paginas/entries/privacy",
    }
    with serve_preview(tmp_path) as preview:
        for address, form in forms.items():
            page.goto(f"{preview.address}{address}")
            link = page.get_by_role("link", name="Wijzig deze pagina in een formulier")
            expect(link).to_have_attribute("href", re.compile(rf"/beheer/#/collections/{form}$"))
        page.goto(f"{preview.address}mensen/")
        expect(page.get_by_role("complementary", name="Voorvertoning")).to_be_visible()
        expect(page.get_by_role("link", name="Wijzig deze pagina in een formulier")).to_have_count(
            0
        )
        page.goto("about:blank")


# --- the words of the editor itself -----------------------------------------------------------

ENGLISH = re.compile(
    r"\b(?:the|and|save|saved|cancel|edit|delete|required|entry|entries|files?|upload|select|search|"
    r"new|create|field|value|invalid|missing|must|should|please|error|loading|sort|settings|help|"
    r"sign|draft|publish|this|with|from|your|add|remove|close|back|more|show|hide|changes?)\b",
    re.I,
)  # fmt: skip
SEEN_AND_HEARD = """() => {
  const named = [...document.querySelectorAll("[aria-label], [title], [placeholder]")];
  const told = named.flatMap((e) => [e.getAttribute("aria-label"), e.title, e.placeholder]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const within = walker.currentNode.parentElement;
    if (!within.closest("script, style, .material-symbols-outlined")) {
      told.push(walker.currentNode.textContent);
    }
  }
  return told.map((text) => (text ?? "").trim()).filter(Boolean);
}"""


def test_no_english_is_seen_or_heard_in_the_editor(forms: FormsPage) -> None:
    page = forms.page

    def assert_dutch(where: str) -> None:
        told: list[str] = page.evaluate(SEEN_AND_HEARD)
        assert len(told) > 20, where
        assert sorted({text for text in told if ENGLISH.search(text)}) == [], where

    forms.open("collections/medewerkers")
    page.get_by_role("row").first.wait_for()
    assert_dutch("a list")
    forms.open("collections/medewerkers/new")
    forms.first_field.wait_for()
    page.get_by_role("button", name="Opslaan").click()
    page.locator("[aria-invalid=true]").first.wait_for()
    assert_dutch("a form that is not filled in")
    forms.open("collections/medewerkers/entries/gijs")
    file = forms.field("Bestand", forms.field("Portret"))
    page.get_by_role("button", name="Editoropties tonen").click()
    page.get_by_role("menuitem").first.wait_for()
    assert_dutch("a menu")
    page.keyboard.press("Escape")
    file.get_by_role("button", name="Beeld vervangen").click()
    page.get_by_role("dialog", name="Afbeelding selecteren").wait_for()
    assert_dutch("choosing a picture")
    page.get_by_role("button", name="Annuleren").last.click()
