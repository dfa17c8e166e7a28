"""The handbook: every kind, field, code and command has its place, and every link holds."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath

import click
import pytest
from click.testing import CliRunner
from PIL import Image

from helpers.build import ROOT
from propositie.checks import RULES
from propositie.cli import main, shared
from propositie.explaining import READING_CODES
from propositie.handbook import HandbookPage, address_of_code, handbook_pages, images
from propositie.handbook.handbook_pages import CHAPTERS, address_of, anchor, chapter_order
from propositie.huis import kinds, value_types, yaml_kinds
from propositie.huis.fields import Field, fields_of
from propositie.inspection import inspect
from propositie.kit.codes import KIT_CODES
from propositie.reading.errors import YamlError
from propositie.reading.tree import parse_tree

sys.path.insert(0, str(ROOT / "scripts"))
from handbook import chapters, find_outdated
from handbook_codes import all_codes, explain, remedies
from handbook_fields import chapter_of

BY_ADDRESS = {b.address: b for b in handbook_pages()}
MAX_BYTES = 60_000


def read(name: str) -> str:
    return (CHAPTERS / name).read_text("utf-8")


# --- what is made is up to date, and nothing has been forgotten --------------------------------


def test_what_is_generated_is_up_to_date() -> None:
    assert sorted(find_outdated()) == [], "run `make handbook`, and read what it changed"


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_chapter(kind: str) -> None:
    text = read(chapter_of(kind))
    assert f"<!-- gemaakt: voorbeeld {kind} -->" in text
    assert f"<!-- gemaakt: velden {kind} -->" in text
    own = re.sub(r"<!-- gemaakt.*?/gemaakt -->", "", text, flags=re.S)
    for heading in ("## Wat een goed", "## Het hele voorbeeld", "## Alle velden"):
        assert heading in own


def test_every_chapter_about_a_kind_has_its_kind() -> None:
    names = {p.stem for p in (CHAPTERS / "soorten").glob("*.md")}
    assert names == set(yaml_kinds())


@pytest.mark.parametrize("kind", kinds())
def test_every_field_is_in_the_table(kind: str) -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?: › )?)+)", read(chapter_of(kind)), re.M)
    in_table = {tuple(re.findall(r"`(\w+)`", row)) for row in rows}
    assert [p for p in paths(fields_of(kinds()[kind].model)) if p not in in_table] == []


def paths(row: Iterable[Field], here: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every field, those inside groups too."""
    for field in row:
        yield (*here, field.key)
        if field.value_type is value_types.GROUP:
            yield from paths(field.fields, (*here, field.key))


def test_every_code_has_a_remedy_and_the_reverse() -> None:
    assert sorted(remedies()) == sorted(all_codes())


@pytest.mark.parametrize("code", [*READING_CODES, *RULES, *KIT_CODES])
def test_every_code_is_explained_at_its_address(code: str) -> None:
    address, _, id_ = address_of_code(code).partition("#")
    assert f'<h3 id="{id_}">{code}</h3>' in BY_ADDRESS[address].html
    part = read("meldingen.md").partition(f"\n### {code}\n")[2].partition("\n### ")[0]
    u = explain(code)
    for piece in (u.title, u.severity, u.why, u.remedy, u.example):
        assert piece
        assert piece in part


@pytest.mark.parametrize("code", KIT_CODES)
def test_the_example_of_a_kit_code_is_what_the_program_says(code: str) -> None:
    """The kit has no golden cases: its messages are held against the sentences in its source."""
    source = ast.parse((ROOT / "propositie/kit/makers.py").read_text("utf-8"))
    patterns = {
        node.args[2].value: _pattern(node.args[3])
        for node in ast.walk(source)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "KitMessage"
        and isinstance(node.args[2], ast.Constant)
    }
    message = explain(code).example.splitlines()[-1].strip()
    assert re.fullmatch(patterns[code], message)


def _pattern(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(re.escape(str(d.value)) if isinstance(d, ast.Constant) else ".+" for d in parts)


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_is_described(name: str) -> None:
    part = read("opdrachten.md").partition(f"\n## propositie {name}\n")[2].partition("\n## ")[0]
    command = main.commands[name]
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert all(f"`{n}`" in part for n in option.opts), option.name


def test_the_handbook_names_no_command_that_does_not_exist() -> None:
    for name, path in chapters().items():
        for block in re.findall(r"```sh\n(.*?)```", path.read_text("utf-8"), re.S):
            for line in block.splitlines():
                if line.strip().startswith("propositie "):
                    _, command, *rest = line.split()
                    assert command in main.commands, f"{name}: {line}"
                    options = {o for p in main.commands[command].params for o in p.opts}
                    seen = {w for w in rest if re.fullmatch(r"--[a-z-]+", w)}
                    assert seen <= options, f"{name}: {line}"


# --- what is written by hand holds -------------------------------------------------------------

BROKEN = {("soorten/merk.md", "hoofd: #1f5c4d")}
"""Pieces of YAML that show a mistake: the chapter, and words in it."""


def test_every_piece_of_yaml_can_be_read() -> None:
    for name, path in chapters().items():
        for block in re.findall(r"^( *)```yaml\n(.*?)^ *```", path.read_text("utf-8"), re.M | re.S):
            text = re.sub(rf"^{block[0]}", "", block[1], flags=re.M)
            if any(name == n and words in text for n, words in BROKEN):
                with pytest.raises(YamlError):
                    parse_tree(text)
            else:
                assert parse_tree(text), name


@pytest.mark.parametrize("kind", yaml_kinds())
def test_a_piece_of_yaml_names_fields_that_exist(kind: str) -> None:
    known = {v.key for v in fields_of(kinds()[kind].model)}
    for block in re.findall(r"^```yaml\n(.*?)^```", read(chapter_of(kind)), re.M | re.S):
        assert set(re.findall(r"^(\w+):", block, re.M)) <= known


def test_codes_in_the_text_exist() -> None:
    for name, path in chapters().items():
        for code in re.findall(r"#([vkd]\d\d)\)", path.read_text("utf-8")):
            assert code.upper() in all_codes(), name


def test_the_first_hour_holds(tmp_path: Path) -> None:
    """The file that a beginner types is sound, and with the mistake gives the message shown."""
    huis = tmp_path / "site_src/huis"
    shutil.copytree(ROOT / "site_src", huis.parent)
    text = read("eerste-uur.md")
    found = re.search(r"```yaml\n(.*?)```", text, re.S)
    assert found
    file = huis / "medewerkers/nienke-de-wit.yml"
    file.write_text(found[1], "utf-8")
    assert inspect(huis, date(2026, 11, 20)).errors == []
    file.write_text(found[1].replace("functie: ", "functie:"), "utf-8")
    [error] = inspect(huis, date(2026, 11, 20)).errors
    assert f"fout {error.code}\n" in text


def test_looking_ahead_works_as_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "today", lambda: date(2026, 11, 20))
    monkeypatch.chdir(ROOT)
    text = read("toestemming.md")
    requested = re.search(r"```sh\npropositie (controleer --op .+)\n```", text)
    shown = re.search(r"```text\n(.*?)```", text, re.S)
    assert requested
    assert shown
    output = CliRunner().invoke(main, requested[1].split()).output.splitlines()
    assert [r for r in shown[1].splitlines() if r not in output] == []


# --- links and pictures ------------------------------------------------------------------------


def test_the_contents_name_every_chapter() -> None:
    assert sorted(chapter_order()) == sorted(chapters())


def find_references(name: str) -> Iterator[tuple[str, str]]:
    """Every address in a chapter, without its place, and that place."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", read(name), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target):
            path, _, position = target.partition("#")
            yield (normpath(join(name, "..", path)) if path else name), position


@pytest.mark.parametrize("name", chapters())
def test_every_reference_on_github_holds(name: str) -> None:
    for file, position in find_references(name):
        assert (CHAPTERS / file).is_file(), f"{name}: {file}"
        if position:
            headings = re.findall(r"^#+ (.+)$", read(file), re.M)
            assert position in {anchor(k) for k in headings}, f"{name}: {file}#{position}"


class AddressCollector(HTMLParser):
    """Collects ids, links, pictures and what may not be there from a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.images: list[dict[str, str]] = []
        self.foreign: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {n: w or "" for n, w in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" else []
        self.images += [values] if tag == "img" else []
        if tag in {"script", "style", "iframe"} or any(
            n == "style" or n[:2] == "on" for n in values
        ):
            self.foreign.append(tag)


PARSED = {b.address: AddressCollector(b.html) for b in handbook_pages()}


@pytest.mark.parametrize("page", handbook_pages(), ids=lambda b: b.address)
def test_a_page_holds_on_a_site(page: HandbookPage) -> None:
    parsed = PARSED[page.address]
    assert parsed.foreign == []
    assert len(parsed.ids) == len(set(parsed.ids))
    assert page.html.count("<h1") == 1
    assert f">{page.title}</h1>" in page.html
    assert "&lt;!--" not in page.html
    assert page.title in page.text
    for link in parsed.links:
        if re.match(r"(?:https|mailto):", link):
            continue
        path, _, position = link.partition("#")
        address = f"{normpath(join(page.address, path))}/" if path else page.address
        assert address in BY_ADDRESS, link
        assert not position or position in PARSED[address].ids, link
    for image in parsed.images:
        assert normpath(join(page.address, image["src"])) in images()
        assert len(image["alt"]) > 20


def test_every_image_is_light_and_is_used() -> None:
    used = {normpath(join(address, b["src"])) for address, a in PARSED.items() for b in a.images}
    assert used == set(images())
    for address, contents in images().items():
        assert len(contents) < MAX_BYTES, address
        with Image.open(BytesIO(contents)) as image:
            assert image.format == "WEBP"


def test_addresses() -> None:
    assert address_of("README.md") == "handboek/"
    assert address_of("soorten/diensten.md") == "handboek/soorten/diensten/"
    assert address_of_code("K33") == "handboek/meldingen/#k33"
    assert [b.address for b in handbook_pages()][:2] == ["handboek/", "handboek/eerste-uur/"]


def test_the_handbook_addresses_the_reader_with_u() -> None:
    """Only what stands in code or quotes speaks as the site of the example does."""
    for name, path in chapters().items():
        text = re.sub(r"<!-- gemaakt.*?/gemaakt -->|```.*?```|`[^`\n]*`|\"[^\"]*\"", "",
                       path.read_text("utf-8"), flags=re.S)  # fmt: skip
        assert re.findall(r"\b(?:je|jij|jouw|jullie)\b", text) == [], name


def test_the_handbook_is_easy_to_read() -> None:
    for name, path in chapters().items():
        text = re.sub(r"<!-- gemaakt.*?/gemaakt -->|```.*?```|^\|.*$", "",
                       path.read_text("utf-8"), flags=re.S | re.M)  # fmt: skip
        for sentence in re.split(r"(?<=[.!?:])\**\s+|\n\s*\n|\n- ", text):
            assert len(sentence.split()) <= 25, f"{name}: {sentence}"
