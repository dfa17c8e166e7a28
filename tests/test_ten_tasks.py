"""The ten tasks of a week, done in the forms as staff do, and seen on the site made of that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, expect

from helpers.build import DAY, contents, run, write_demo
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


def add_an_event(forms: FormsPage) -> None:
    forms.open("collections/agenda/new")
    forms.field("Naam").get_by_role("textbox").fill(EVENT)
    when = forms.field("Wanneer")
    when.get_by_role("button", name="toevoegen").first.click()
    days = forms.field("Datum", when)
    days.get_by_role("button", name="toevoegen").click()
    days.get_by_role("textbox").last.fill("3-12-2026")
    forms.field("Van", when).get_by_role("textbox").fill("14.00")
    forms.field("Tot", when).get_by_role("textbox").fill("16.00")
    forms.field("Waar").get_by_role("textbox").fill("Het plein voor de school")
    forms.save()


def close_for_two_days(forms: FormsPage) -> None:
    forms.open("collections/_singletons/entries/organisatie")
    closed = forms.field("Gesloten")
    closed.get_by_role("button", name="toevoegen").last.click()
    new = closed.get_by_role("textbox", name="Van", exact=True).last
    expect(new).to_have_value("")  # the part that was added, and none that stood there
    for label, words in (("Van", "7-12-2026"), ("Tot", "8-12-2026"), ("Reden", CLOSURE)):
        closed.get_by_role("textbox", name=label, exact=True).last.fill(words)
    forms.save()


def add_a_vacancy(forms: FormsPage) -> None:
    forms.open("collections/vacatures/new")
    forms.field("Naam").get_by_role("textbox").fill(VACANCY)
    pick(forms.field("Soort"), "vrijwillig")
    pick_day(forms.field("Sluit op"), "2026-12-10")
    pick_day(forms.field("Sinds"), "2026-11-30")
    forms.field("Wat").get_by_role("textbox").fill("Je bakt pannenkoeken, elke eerste donderdag.")
    forms.save()


EVENT, CLOSURE, VACANCY = "Pannenkoeken op het plein", "de verf moet drogen", "Pannenkoekenbakker"

TASKS = (
    change_a_number, change_a_photo, change_a_text, change_a_price, change_hours, write_a_post,
    make_a_page, welcome_somebody, say_goodbye, change_an_address,
    add_an_event, close_for_two_days, add_a_vacancy,
)  # fmt: skip
"""Those of a week, and what comes and goes by the calendar."""


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


EVENT_PAGE, VACANCY_PAGE = "agenda/pannenkoeken-op-het-plein", "vacatures/pannenkoekenbakker"
BY_THE_CALENDAR = {
    "2026-11-20": {"event": True, "to come": True, "on home": False, "closure": True,
                   "vacancy": False},
    "2026-12-03": {"event": True, "to come": True, "on home": True, "closure": True,
                   "vacancy": True},
    "2026-12-08": {"event": True, "to come": False, "on home": False, "closure": True,
                   "vacancy": True},
    "2027-01-05": {"event": False, "to come": False, "on home": False, "closure": False,
                   "vacancy": False},
}  # fmt: skip
"""Of each day, what the site shows: before all of it, on the day of the event, in the days that it
is closed, and after all of it. A closure is told some weeks ahead; the page of an event stays for a
month, and says that it was."""


def what_is_shown(site: Path) -> dict[str, bool]:
    def says(address: str, words: str) -> bool:
        file = site / address
        return file.exists() and words in file.read_text("utf-8").replace("\u00ad", "")

    return {
        "event": says(f"{EVENT_PAGE}/index.html", EVENT),
        "to come": says("agenda/index.html", EVENT) and says("agenda/agenda.ics", EVENT),
        "on home": says("index.html", EVENT),
        "closure": says("contact/index.html", CLOSURE),
        "vacancy": says(f"{VACANCY_PAGE}/index.html", VACANCY)
        and says("vacatures/index.html", VACANCY),
    }


@pytest.mark.parametrize("day", BY_THE_CALENDAR)
def test_what_was_added_in_the_forms_comes_and_goes_by_the_calendar(week: Path, day: str) -> None:
    """Built on each of these days from what was saved, as every night; nobody does anything."""
    folder, site = week.parent, week
    if day != str(DAY):
        settings = (folder / "mkdocs.yml").read_text("utf-8").replace(f"op: {DAY}", f"op: {day}")
        (folder / f"{day}.yml").write_text(settings, "utf-8")
        site = folder / f"site-{day}"
        run(["mkdocs", "build", "--strict", "-f", f"{day}.yml", "-d", site], cwd=folder)
    assert what_is_shown(site) == BY_THE_CALENDAR[day]
    if day == "2027-01-05":
        for name, content in contents(site).items():
            assert CLOSURE.encode() not in content, name
            assert VACANCY.encode() not in content, name


def test_who_left_is_called_by_nobody(week: Path) -> None:
    assert "0599 000 119" not in (week / "mensen/robert/index.html").read_text("utf-8")
