"""The words of the editor: Dutch, to `u` as all our messages are, and no label that is no Dutch."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from propositie.forms.config import FormsConfig, config
from propositie.forms.polite import with_u

pytestmark = pytest.mark.xdist_group("beheer")
TO_JE = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.I)


def _words(language: Any) -> Iterator[str]:
    if isinstance(language, dict):
        for part in language.values():
            yield from _words(part)
    else:
        yield str(language)


def test_the_editor_says_u(forms_site: Path) -> None:
    [file] = forms_site.glob("beheer/pakket@*/locales/nl.json")
    words = list(_words(json.loads(file.read_text("utf-8"))))
    assert len(words) > 900
    assert [w for w in words if TO_JE.search(w)] == []
    assert not [w for w in words if re.search(r"\b(?:wil|kun|heb|ben|vind) u\b|\buw uw\b", w)]


@pytest.mark.parametrize(
    ("to_je", "to_u"),
    [
        ("Weet je zeker dat je dit wilt verwijderen?", "Weet u zeker dat u dit wilt verwijderen?"),
        ("Je kunt een token aanmaken.", "U kunt een token aanmaken."),
        ("Je token is verlopen.", "Uw token is verlopen."),
        ("Meld je aan bij GitHub.", "Meld u aan bij GitHub."),
        ("Zo schakel je het in, met je browser.", "Zo schakelt u het in, met uw browser."),
        ("Jouw site", "Uw site"),
        ("Het raam is dicht; jeans zijn blauw.", "Het raam is dicht; jeans zijn blauw."),
        (".match $n one {{Wil je het vervangen?}}", ".match $n one {{Wilt u het vervangen?}}"),
    ],
)
def test_from_je_to_u(to_je: str, to_u: str) -> None:
    assert with_u(to_je) == to_u


def _fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from _fields(field.get("fields", []))


def test_labels_are_dutch() -> None:
    cms = config(FormsConfig("a/b", "main", "huis", "blog", "paginas", "Welzijn"))["cms"]
    labels = {c["name"]: (c["label"], c["label_singular"]) for c in cms["collections"]}
    assert labels["usps"] == ("Usp's", "Usp")
    fields = [f for c in (*cms["collections"], *cms["singletons"]) for f in _fields(c["fields"])]
    by_name = {f["name"]: f for f in fields}
    assert [by_name[name]["label"] for name in ("kvk", "rsin")] == ["KvK", "RSIN"]
    lists = {f["name"]: f["label_singular"] for f in fields if f["widget"] == "list"}
    assert lists["wanneer"] == "Tijd"
    assert lists["klantvragen"] == "Klantvraag"
    assert [n for n, one in lists.items() if one in {"Wanneer", "Te vinden", "Gesloten"}] == []
