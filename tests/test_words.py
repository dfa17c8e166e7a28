"""The words of the interface: all in one file, all used, in both forms of address."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
import yaml

from helpers.build import ROOT
from helpers.site import build_site, write_organisatie
from helpers.small_huis import SMALL_HUIS
from propositie.huis.behoeften import KlantvraagSource
from propositie.huis.diensten import Payer, Status, Trede, Vorm
from propositie.huis.klantgroepen import KlantgroepKind
from propositie.huis.vacatures import SOORTEN
from propositie.huis.values import As
from propositie.huis.verantwoording import DocumentSoort
from propositie.huis.vernieuwingen import Reikwijdte
from propositie.opendata import TOKENS
from propositie.output.jsonld import NETWORKS
from propositie.pages.choices import FacetKey
from propositie.pages.data import FILES
from propositie.pages.formatting import choose_aanspreekvorm
from propositie.pages.search_documents import DOCUMENT_KINDS
from propositie.pages.toegankelijkheid import NOT_TESTED, TESTED
from propositie.pages.words import WITHOUT_PHONE
from propositie.search.lexicon import lexicon

FOR_STAFF = {"forms", "kit", "werkboek"}
"""Folders of templates that the public never sees: they speak Dutch to staff, as messages do."""
PREVIEW = {"nood.html", "preview.html", "preview_findings.html", "preview_script.html"}
"""What only a preview shows."""
TEMPLATES = [
    p for p in sorted((ROOT / "theme").rglob("*.html"))
    if p.parent.name not in FOR_STAFF and p.name not in PREVIEW
]  # fmt: skip
"""The templates of the public site."""
WORDS: dict[str, str] = yaml.load((ROOT / "theme/words/nl.yml").read_text("utf-8"), yaml.BaseLoader)


def words_of(choice: Any) -> tuple[str, ...]:
    """The words of a choice."""
    return get_args(get_args(choice)[0])


COMPOSED = {
    "as_": words_of(As),
    "data_bestand_": tuple(FILES),
    "data_over_": tuple(FILES),
    "derde_toon_": ("film", "kaart"),
    "document_": words_of(DocumentSoort),
    "betaler_": words_of(Payer),
    "bron_": words_of(KlantvraagSource),
    "getoetst_": TESTED,
    "niet_getoetst_": NOT_TESTED,
    "keuze_": get_args(FacetKey),
    "keuze_alles_": get_args(FacetKey),
    "toegankelijkheid_status_": ("A", "B", "C", "D"),
    "toegankelijkheid_verplicht_": ("ja", "nee", "weten_we_niet"),
    "netwerk_": NETWORKS,
    "stap_kop_": (*words_of(KlantgroepKind), "vacature"),
    "trede_": (*words_of(Trede), "anders"),
    "vacature_": SOORTEN,
    "vernieuwing_bereik_": words_of(Reikwijdte),
    "vernieuwing_status_": words_of(Status),
    "cijfer_": ("hoger", "lager"),
    "vorm_": words_of(Vorm),
}
"""Keys that are put together in a template, and every end that they can have."""
TEXT_ATTRIBUTES = {
    "alt", "title", "placeholder", "aria-label", "aria-description", "content", "value", "label",
}  # fmt: skip
NOT_WORDS = re.compile(
    r"width=device-width, initial-scale=1|nl_NL|website|profile|summary(_large_image)?"
    r"|noindex(, nofollow)?|image/png|same-origin|0; url=|light dark|default-src [^\"]*"
    r"|\(prefers-color-scheme: (light|dark)\)"
)


def strip_jinja(text: str) -> str:
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.S)


def fixed_words(template: str) -> Iterator[str]:
    """The words in a template that come neither from data nor from the file with words."""
    text = strip_jinja(template)
    for name, value in re.findall(r"([\w-]+)=\"([^\"]*)\"", text):
        if name in TEXT_ATTRIBUTES and not NOT_WORDS.fullmatch(value.strip()):
            yield from re.findall(r"[^\W\d_]{2,}", value)
    visible = re.sub(r"<!--.*?-->|<[^<>]*>", " ", text, flags=re.S)
    yield from re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", visible))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    assert list(fixed_words(template.read_text("utf-8"))) == []


def test_words_of_its_own_are_found() -> None:
    text = '<p title="Kijk {{ x }}">{{ y }}, in <b>{% if a %}1{% endif %}</b></p>'
    assert list(fixed_words(text)) == ["Kijk", "in"]


def find_used_keys() -> set[str]:
    """Every key that a template or a page maker asks for."""
    keys: set[str] = set()
    for file in TEMPLATES:
        text = file.read_text("utf-8")
        keys |= set(re.findall(r"""say\(['"](\w+)['"](?! *~)""", text))
        keys |= set(re.findall(r"\bw\.(\w+)", text))
        for start, rest in re.findall(r"""say\(['"](\w+_)['"] ~ ((?:[^()]|\([^()]*\))*)\)""", text):
            suffix = "_uitleg" if "_uitleg" in rest else ""
            keys |= {f"{start}{end}{suffix}" for end in COMPOSED[start]}
    for file in (ROOT / "theme/assets").glob("*.js"):
        keys |= set(re.findall(r"\bsay\.(\w+)", file.read_text("utf-8")))
    keys |= {f"soort_{kind}" for kind in DOCUMENT_KINDS}
    keys |= {f"antwoord_{answer}" for answer in lexicon().answers}
    keys |= {f"vacature_{soort}_zoekwoorden" for soort in SOORTEN}
    keys |= {f"token_{name.replace('-', '_')}" for name in TOKENS}
    keys |= {"grafiek_omhoog", "grafiek_omlaag", "grafiek_gelijk"}
    keys |= {"grafiek_punt_omhoog", "grafiek_punt_omlaag"}
    for file in (p for p in (ROOT / "propositie").rglob("*.py") if p.parent.name != "kit"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            name = getattr(node, "func", None)
            says = getattr(name, "attr", "") == "say" or (
                file.parent.name in {"huis", "pages", "opendata"}
                and getattr(name, "id", "") == "say"
            )
            if isinstance(node, ast.Call) and says:
                keys |= {str(a.value) for a in node.args if isinstance(a, ast.Constant)}
            elif (
                isinstance(node, ast.Subscript)
                and getattr(node.value, "id", getattr(node.value, "attr", "")) == "words"
                and isinstance(node.slice, ast.Constant)
                and isinstance(node.slice.value, str)
            ):
                keys.add(str(node.slice.value))
    return keys


def test_every_key_that_is_asked_for_is_there() -> None:
    assert sorted(find_used_keys() - set(WORDS)) == []


def test_every_key_is_used() -> None:
    used = find_used_keys()
    assert sorted(key for key in WORDS if key.removesuffix(WITHOUT_PHONE) not in used) == []


def test_who_has_no_telephone_asks_nobody_to_call() -> None:
    """Every sentence that asks to call has one in its place, or stands where there is a number."""
    beside_a_number = {"bellen", "bel_naam", "gewoon_bel", "zoek_bel", "aanmelden_bel", "bel_eerst"}
    asking = {key for key, text in WORDS.items() if re.search(r"\b[Bb]el(len)?\b", text)}
    instead = {key for key in WORDS if key.endswith(WITHOUT_PHONE)}
    assert {f"{key}{WITHOUT_PHONE}" for key in asking - beside_a_number} - instead == set()
    assert asking & instead == set()


@pytest.mark.parametrize("form", ["je", "u"])
def test_a_sentence_has_both_forms_and_no_brackets_left(form: str) -> None:
    other_form = r"\b(u|uw|uzelf)\b" if form == "je" else r"\b(je|jij|jou|jouw|jezelf)\b"
    for key, text in WORDS.items():
        sentence = choose_aanspreekvorm(text, form)
        assert not re.search(r"[\[\]|]", sentence), key
        assert not re.search(other_form, sentence, re.I), f"{key}: {sentence}"
        list(Formatter().parse(sentence))


def test_whole_sites_in_both_forms_have_no_brackets(tmp_path: Path) -> None:
    for form in ("je", "u"):
        org = SMALL_HUIS["organisatie.yml"].replace("aanspreekvorm: je", f"aanspreekvorm: {form}")
        site = build_site(write_organisatie(tmp_path / form, {"organisatie.yml": org}))
        for page in site.rglob("*.html"):
            without = re.sub(r"<script.*?</script>", "", page.read_text("utf-8"), flags=re.S)
            text = re.sub(r"<[^>]*>", " ", without)
            assert not re.search(r"\[[^\]]*\||\|[^\[]*\]|\{\w+\}", text), page
