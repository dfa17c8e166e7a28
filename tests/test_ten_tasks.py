"""The ten tasks of a week, done in the forms as staff do, and seen on the site made of that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, expect

from helpers.build import run, write_demo
from helpers.forms import FormsPage

pytestmark = pytest.mark.xdist_group("beheer")


def change_a_number(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/gijs")
    contact = forms.field("Contact")
    forms.field("Telefoon", contact).get_by_role("textbox").fill("0599 000 199")
    forms.save()


def change_a_photo(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/daan")
    file = forms.field("Bestand", forms.field("Portret"))
    file.get_by_role("button", name="Beeld vervangen").click()
    dialog = forms.page.get_by_role("dialog")
    with forms.page.expect_file_chooser() as choice:
        dialog.get_by_role("button", name="Uploaden").click()
    photo = forms.files["site_src/huis/medewerkers/wim.webp"]
    choice.value.set_files(FilePayload(name="IMG 1234.webp", mimeType="image/webp", buffer=photo))
    dialog.get_by_role("button", name="Invoegen").click()
    expect(file).to_contain_text("img-1234.webp")  # once it has been made smaller
    forms.save()


def change_a_text(forms: FormsPage) -> None:
    """A word is made bold with the button above the text."""
    forms.open("collections/diensten/entries/eetpunt")
    text = forms.field("Omschrijving")
    box = text.get_by_role("textbox")
    start = box.input_value().index("Om twaalf uur")
    box.evaluate(
        "(box, start) => { box.focus(); box.setSelectionRange(start, start + 13); }", start
    )
    text.get_by_role("button", name="Vet").click()
    forms.save()


def change_a_price(forms: FormsPage) -> None:
    forms.open("collections/diensten/entries/boodschappentaxi")
    price = forms.field("Prijs")
    forms.field("Bedrag", price).get_by_role("textbox").fill("6,25")
    forms.save()


def change_hours(forms: FormsPage) -> None:
    forms.open("collections/locaties/entries/bibliotheek")
    hours = forms.field("Openingstijden")
    forms.field("Tot", hours).get_by_role("textbox").fill("18.45")
    forms.save()


def write_a_post(forms: FormsPage) -> None:
    forms.open("collections/blog/new")
    forms.field("Titel").get_by_role("textbox").fill("De stoel bij het raam")
    forms.field("Tekst").get_by_role("textbox").fill("Niemand zat er. Tot dinsdag.")
    pick(forms.field("Auteur"), "Samira el Amrani")
    pick_day(forms.field("Datum"), "2026-11-18")
    forms.save()


def make_a_page(forms: FormsPage) -> None:
    forms.open("collections/paginas/new")
    forms.field("Titel").get_by_role("textbox").fill("Onze geschiedenis")
    forms.field("Tekst").get_by_role("textbox").fill("In 1974 kocht het dorp een bus.")
    forms.save()


def welcome_somebody(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/new")
    forms.field("Naam").get_by_role("textbox").fill("Ilse Draaisma")
    forms.field("Functie").get_by_role("textbox").fill("jongerenwerker")
    forms.field("Belofte").get_by_role("textbox").fill("Ik kom terug, ook na een nee.")
    places = forms.field("Te vinden")
    places.get_by_role("button", name="toevoegen").click()
    forms.field("Waar", places).get_by_role("textbox").fill("Het skateveld")
    forms.field("Wanneer", places).get_by_role("textbox").fill("woensdag na vier uur")
    forms.save()


def say_goodbye(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/robert")
    pick_day(forms.field("Uit dienst"), "2026-11-19")
    pick(forms.field("Opvolger"), "Lotte Veldkamp")
    forms.field("Afscheid").get_by_role("textbox").fill("Robert, dank je voor elk antwoord.")
    forms.save()


def change_an_address(forms: FormsPage) -> None:
    forms.open("collections/medewerkers/entries/samira")
    forms.first_field.wait_for()
    forms.page.get_by_role("button", name="Editoropties tonen").click()
    forms.page.get_by_role("menuitem", name="Adres wijzigen").click()
    forms.page.get_by_role("button", name="Adres wijzigen").click()
    box = forms.page.get_by_role("textbox").last
    box.fill("samira-el-amrani")
    box.press("Enter")
    forms.save()


TASKS = (
    change_a_number, change_a_photo, change_a_text, change_a_price, change_hours, write_a_post,
    make_a_page, welcome_somebody, say_goodbye, change_an_address,
)  # fmt: skip


def pick(field: Locator, name: str) -> None:
    """Choose a thing by its name in a field that leads to others."""
    if field.get_by_role("radio", name=name).count():
        field.get_by_role("radio", name=name).click()
    elif field.get_by_role("checkbox", name=name).count():
        field.get_by_role("checkbox", name=name).click()
    else:
        field.get_by_role("combobox").first.click()
        field.page.get_by_role("option", name=name).click()


def pick_day(field: Locator, day: str) -> None:
    """Choose a day on the calendar beside a date; what the browser draws there is its own."""
    field.page.evaluate("() => { HTMLInputElement.prototype.showPicker = function () {}; }")
    field.get_by_role("button", name="Kalender").click()
    field.locator("input[type=date]").evaluate(
        "(box, day) => { box.value = day; box.dispatchEvent(new Event('change')); }", day
    )


@pytest.fixture(scope="module")
def week(browser: Browser, forms_address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after a week in which all of this was done."""
    folder = write_demo(tmp_path_factory.mktemp("week") / "demo", ", deelbeelden: false")
    with browser.new_context(locale="nl-NL") as context:
        forms = FormsPage(context.new_page(), forms_address)
        forms.start()
        for task in TASKS:
            task(forms)
        assert forms.problems == []
        now = forms.read()
        forms.write(folder)
    for gone in forms.files.keys() - now.keys():
        (folder / gone).unlink()
    run(["mkdocs", "build", "--strict"], cwd=folder)
    return folder / "site"


SEEN = {
    "a number": ("mensen/gijs", r'href="tel:\+31599000199"'),
    "a text": ("aanbod/eetpunt", "<strong>Om twaalf uur</strong>"),
    "a price": ("aanbod/boodschappentaxi", "€\u00a06,25"),
    "hours": ("contact", r"18[.:]45"),
    "a post": ("blog/de-stoel-bij-het-raam", "Niemand zat er. Tot dinsdag."),
    "a page": ("onze-geschiedenis", "In 1974 kocht het dorp een bus."),
    "somebody new": ("mensen/ilse-draaisma", "Ik kom terug, ook na een nee."),
    "somebody leaving": ("mensen/robert", r'href="\.\./\.\./mensen/lotte/"'),
    "their farewell": ("mensen/robert", "Robert, dank je voor elk antwoord."),
    "another address": ("mensen/samira-el-amrani", "<h1>Samira el Amrani</h1>"),
    "the old address": ("mensen/samira", r"\.\./samira-el-amrani/"),
    "who refers to it": ("blog/de-stoel-bij-het-raam", r"mensen/samira-el-amrani/"),
}


@pytest.mark.parametrize("what", SEEN)
def test_a_task_is_done_in_the_forms_and_seen_on_the_site(week: Path, what: str) -> None:
    address, words = SEEN[what]
    page = (week / address / "index.html").read_text("utf-8")
    assert re.search(words, page), page[:2000]


def test_another_photo_is_another_picture_on_the_page(week: Path, forms_site: Path) -> None:
    photos = [
        re.findall(r"beelden/\w+\.jpg", (site / "mensen/daan/index.html").read_text("utf-8"))
        for site in (week, forms_site)
    ]
    assert photos[0] != photos[1]
    assert all((week / photo).is_file() for photo in photos[0])


def test_who_left_is_called_by_nobody(week: Path) -> None:
    assert "0599 000 119" not in (week / "mensen/robert/index.html").read_text("utf-8")
