"""The editor for everybody: what axe has against it, and work without a mouse."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from helpers.axe import violations_of
from helpers.forms import FormsPage

pytestmark = pytest.mark.xdist_group("beheer")

PLACES = (
    "collections/medewerkers",
    "collections/medewerkers/entries/gijs",
    "collections/diensten/entries/eetpunt",
    "collections/agenda/new",
    "collections/_singletons/entries/organisatie",
)

OF_THE_EDITOR = ("page-has-heading-one", "region: ")
"""Advice of axe, beyond WCAG, that the editor itself does not follow and that nobody can mend from
outside: it draws its title as no heading, and its bars stand in no landmark."""


@pytest.mark.parametrize("place", PLACES)
def test_axe_has_nothing_against_it(forms: FormsPage, place: str) -> None:
    forms.open(place)
    shown = forms.page.get_by_role("row") if place.count("/") == 1 else forms.first_field
    shown.first.wait_for()
    expect(forms.page.get_by_role("main")).to_have_count(1)
    found = violations_of(forms.page, place)
    assert [v for v in found if not any(rule in v for rule in OF_THE_EDITOR)] == []


def _reach(forms: FormsPage, wanted: Locator, key: str) -> None:
    """Press a key until something has the focus."""
    for _ in range(80):
        forms.page.keyboard.press(key)
        if wanted.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{key} never reached it")


def test_a_text_is_changed_and_saved_by_keyboard(forms: FormsPage) -> None:
    forms.open("collections/diensten/entries/telefooncirkel")
    box = forms.field("Kort").get_by_role("textbox")
    box.wait_for()
    _reach(forms, box, "Tab")
    forms.page.keyboard.press("End")
    forms.page.keyboard.type(" Elke ochtend.")
    save = forms.page.get_by_role("button", name="Opslaan")
    _reach(forms, save, "Shift+Tab")
    forms.page.keyboard.press("Enter")
    forms.page.wait_for_url("**#/collections/diensten")
    [lines] = forms.diff().values()
    assert lines[1].endswith("Elke ochtend.")


def test_what_we_added_is_reached_by_keyboard(forms: FormsPage) -> None:
    forms.open("collections/diensten/entries/telefooncirkel")
    text = forms.field("Omschrijving")
    box = text.get_by_role("textbox")
    box.focus()
    bold = text.get_by_role("button", name="Vet")
    _reach(forms, bold, "Shift+Tab")
    forms.page.keyboard.press("Enter")
    assert "**" in box.input_value()


def test_a_list_counts_in_dutch(forms: FormsPage) -> None:
    forms.open("collections/agenda/new")
    when = forms.field("Wanneer")
    expect(when).to_contain_text("Nog niets ingevuld")
    when.get_by_role("button", name=re.compile("Tijd.? toevoegen")).click()
    expect(when).to_contain_text("1 ingevuld")
    expect(when).not_to_contain_text("0 Wanneer")


def test_it_can_be_enlarged(forms: FormsPage) -> None:
    forms.open("collections/medewerkers")
    view = forms.page.locator("meta[name=viewport]")
    contents = [tag.get_attribute("content") or "" for tag in view.all()]
    assert contents
    assert not [content for content in contents if "maximum-scale" in content]
