"""Forms in the browser: what staff change is what changes in the file, and nothing else happens."""

from __future__ import annotations

import io
import json
import re
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from mkdocs.exceptions import Abort
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from helpers.build import ROOT, contents
from helpers.forms import FormsPage
from helpers.site import build_site, write_organisatie
from propositie.example import EXAMPLE_FOLDER
from propositie.explaining import explain
from propositie.finding import Severity
from propositie.forms import packages
from propositie.forms.config import FormsConfig as Data
from propositie.forms.config import config
from propositie.forms.packages import Package, PackageError, get_tarball, package_files
from propositie.huis import managed_kinds
from propositie.output.cache import Cache
from propositie.reading import load_huis

DATA = Data(
    "welzijn/site", "main", "site_src/huis", "site_src/paginas/blog", "site_src/paginas", "Welzijn"
)

pytestmark = pytest.mark.xdist_group("beheer")


@pytest.fixture(scope="session")
def address(forms_address: str) -> str:
    return forms_address


# --- the key of who signs in ------------------------------------------------------------------

STORES = "key => [localStorage.getItem(key) !== null, key in localStorage, key in sessionStorage]"
USER = "sveltia-cms.user"


def test_the_key_lasts_for_the_session_only(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}beheer/")
        tab.evaluate("key => localStorage.setItem(key, '{}')", USER)
        assert tab.evaluate(STORES, USER) == [True, False, True]
        tab.reload()
        assert tab.evaluate(STORES, USER) == [True, False, True]
        other = context.new_page()
        other.goto(f"{address}beheer/")
        assert other.evaluate(STORES, USER) == [False, False, False]


def test_who_asks_for_it_stays_signed_in(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}beheer/")
        tab.evaluate("key => localStorage.setItem(key, '{}')", USER)
        box = tab.get_by_role("checkbox", name="Ingelogd blijven")
        expect(box).not_to_be_checked()
        box.check()
        assert tab.evaluate(STORES, USER) == [True, True, False]
        other = context.new_page()
        other.goto(f"{address}beheer/")
        expect(other.get_by_role("checkbox", name="Ingelogd blijven")).to_be_checked()
        assert other.evaluate(STORES, USER) == [True, True, False]
        other.get_by_role("checkbox", name="Ingelogd blijven").uncheck()
        assert other.evaluate(STORES, USER) == [True, False, True]


def test_a_key_left_by_an_earlier_version_goes(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(address)
        tab.evaluate("key => localStorage.setItem(key, '{}')", USER)
        tab.goto(f"{address}beheer/")
        assert tab.evaluate(STORES, USER) == [False, False, False]


@pytest.mark.parametrize(("host", "told"), [("welzijn.github.io", True), ("welzijn.nl", False)])
def test_a_shared_address_is_warned_of(
    browser: Browser, forms_site: Path, host: str, told: bool
) -> None:
    """The host is one of this browser's own: its requests are answered from the folder."""
    with browser.new_context() as context:
        tab = context.new_page()

        def answer(route: Route) -> None:
            name = route.request.url.split(f"{host}/")[1].split("?")[0]
            path = forms_site / (f"{name}index.html" if name.endswith("/") else name)
            route.fulfill(path=path) if path.is_file() else route.abort()

        tab.route(f"https://{host}/**", answer)
        tab.goto(f"https://{host}/beheer/")
        notice = tab.get_by_role("complementary", name="Over uw toegangstoken")
        expect(notice).to_be_visible()
        assert ("gedeeld met andere sites" in notice.inner_text()) is told
        notice.get_by_role("button", name="Sluiten").click()
        expect(notice).to_have_count(0)


def test_it_does_not_work_in_a_frame(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        tab.set_content(f'<iframe src="{address}beheer/" title="x"></iframe>')
        frame = tab.frame_locator("iframe")
        expect(frame.get_by_text("Het beheer werkt niet binnen een andere pagina.")).to_be_visible()
        inner = tab.frames[1]
        assert inner.evaluate("typeof window.CMS") == "undefined"
        assert inner.evaluate("document.scripts.length") == 0


# --- as staff work ----------------------------------------------------------------------------


def test_a_change_is_exactly_that_change(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/medewerkers/entries/gijs")
    forms.field("Belofte").get_by_role("textbox").fill("Ik blijf tot het loopt: beloofd.")
    forms.save()
    forms.open("collections/behoeften/entries/boodschappen")
    questions = forms.field("Klantvragen")
    questions.get_by_role("button", name="toevoegen").click()
    new = questions.get_by_role("textbox", name="Vraag").last
    expect(new).to_have_value("")
    new.fill("Kan ik zelf mee naar de winkel?")
    questions.get_by_role("combobox", name="Bron").last.click()
    forms.page.get_by_role("option", name="balie").click()
    forms.save()
    assert forms.diff() == {
        "site_src/huis/behoeften/boodschappen.yml": [
            "+  - vraag: Kan ik zelf mee naar de winkel?",
            "+    bron: balie",
        ],
        "site_src/huis/medewerkers/gijs.yml": [
            "-belofte: Ik stop pas als jij zegt dat het loopt.",
            '+belofte: "Ik blijf tot het loopt: beloofd."',
        ],
    }
    assert_loads(forms.write(tmp_path))


def test_what_is_added_gets_a_name_that_can_be_an_address(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/locaties/new")
    forms.field("Naam").get_by_role("textbox").fill("Café Zoë")
    forms.save()
    assert forms.diff() == {"site_src/huis/locaties/cafe-zoe.yml": ["+naam: Café Zoë"]}
    assert_loads(forms.write(tmp_path))


def test_a_bericht_keeps_its_fields_and_its_heading(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/blog/entries/eerst-de-envelop")
    forms.field("Titel").get_by_role("textbox").fill("Eerst de blauwe envelop")
    forms.save()
    [(path, lines)] = forms.diff().items()
    assert path == "site_src/paginas/blog/eerst-de-envelop.md"
    assert lines[1:] == ["+# Eerst de blauwe envelop"]
    assert_loads(forms.write(tmp_path))


def test_a_free_page_is_changed_and_nothing_else(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/paginas/entries/privacy")
    text = forms.field("Tekst").get_by_role("textbox")
    was = text.input_value()
    assert was.startswith("Deze website hoort bij een verzonnen organisatie.")
    text.fill(f"{was}\n\nWij vragen nooit om een wachtwoord.")
    forms.save()
    ((path, lines),) = forms.diff().items()
    assert path == "site_src/paginas/privacy.md"
    assert [line for line in lines if line[1:].strip()] == ["+Wij vragen nooit om een wachtwoord."]
    assert_loads(forms.write(tmp_path))


def test_a_new_page_gets_a_head_and_an_address(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/paginas/new")
    forms.field("Titel").get_by_role("textbox").fill("Onze geschiedenis")
    forms.field("Tekst").get_by_role("textbox").fill("In 1974 kocht het dorp een bus.")
    forms.save()
    assert forms.diff() == {
        "site_src/paginas/onze-geschiedenis.md": [
            "+---", "+titel: Onze geschiedenis", "+---", "+", "+In 1974 kocht het dorp een bus.",
        ]
    }  # fmt: skip
    assert_loads(forms.write(tmp_path))


def test_a_new_portret_lands_beside_the_file(forms: FormsPage, tmp_path: Path) -> None:
    forms.open("collections/medewerkers/entries/gijs")
    file = forms.field("Bestand", forms.field("Portret"))
    file.get_by_role("button", name="Beeld vervangen").click()
    dialog = forms.page.get_by_role("dialog")
    with forms.page.expect_file_chooser() as choice:
        dialog.get_by_role("button", name="Uploaden").click()
    portret = forms.files["site_src/huis/medewerkers/wim.webp"]
    choice.value.set_files(
        FilePayload(name="Gijs, zómer.webp", mimeType="image/webp", buffer=portret)
    )
    dialog.get_by_role("button", name="Invoegen").click()
    expect(dialog).to_have_count(0)
    expect(file).to_contain_text("gijs-zomer.webp")
    forms.save()
    added = "site_src/huis/medewerkers/gijs-zomer.webp"
    forms.files[added] = sent = forms.read()[added]
    with Image.open(io.BytesIO(sent)) as image:
        assert (image.format, max(image.size) <= 2400) == ("WEBP", True)
    assert forms.diff() == {
        "site_src/huis/medewerkers/gijs.yml": [
            "-  bestand: gijs.webp",
            "+  bestand: gijs-zomer.webp",
        ]
    }
    assert_loads(forms.write(tmp_path))


def test_of_two_saves_the_last_one_counts(forms: FormsPage) -> None:
    for belofte in ("Eerst dit.", "Toch liever dit."):
        forms.open("collections/medewerkers/entries/gijs")
        forms.field("Belofte").get_by_role("textbox").fill(belofte)
        forms.save()
    [lines] = forms.diff().values()
    assert lines[1:] == ["+belofte: Toch liever dit."]


ONE_FIELD = {
    "klantgroepen/ouderen": "Naam",
    "behoeften/boodschappen": "Pijn",
    "diensten/telefooncirkel": "Kort",
    "locaties/bibliotheek": "Bereikbaarheid",
    "concurrenten/app-zeepsop": "Naam",
    "usps/prijs-vooraf": "Belofte",
    "medewerkers/truus": "Functie",
    "partners/logeerhuis": "Waarvoor",
    "verhalen/aanbellen-in-mijn-eigen-flat": "Titel",
    "cijfers/vrijwilliger-geworden": "Bron",
    "agenda/open-dag-moestuin": "Kort",
    "wijken/oudeveer": "Naam",
    "vacatures/stage-taal-op-de-markt": "Kort",
    "mededelingen/andere-ingang": "Tekst",
    "meedoen/donateur": "Oproep",
    "vernieuwingen/luisteruur": "Kort",
    "klantstem/2026-najaar": "Wensen",
    "opdrachten/jongeren-in-oost": "Opdrachtgever",
    "blog/het-woord-gezellig": "Beschrijving",
    "organisatie": "Payoff",
    "merk": "Afzender",
}
"""In each kind a thing, and a text in it."""


def test_in_every_kind_a_change_touches_nothing_else(forms: FormsPage, tmp_path: Path) -> None:
    assert {n.split("/")[0] for n in ONE_FIELD} == {k.folder_name for k in managed_kinds()}
    for name, label in ONE_FIELD.items():
        kind, _, id_ = name.rpartition("/")
        forms.files = forms.read()
        if kind:
            folder = "site_src/paginas/blog/" if kind == "blog" else f"site_src/huis/{kind}/"
            paths = [p for p in forms.files if p.startswith(folder) and p.endswith((".yml", ".md"))]
            forms.open(f"collections/{kind}")
            expect(forms.page.get_by_role("row")).to_have_count(len(paths))
        forms.open(f"collections/{kind or '_singletons'}/entries/{id_}")
        field = forms.field(label).get_by_role("textbox").first
        new = f"{field.input_value()} En dit."
        field.fill(new)
        forms.save()
        [lines] = forms.diff().values()
        assert [r[0] for r in lines] == ["-", "+"], (name, lines)
        assert new in lines[1], name
    assert_loads(forms.write(tmp_path))


def test_what_is_invalid_is_not_saved(forms: FormsPage) -> None:
    forms.open("collections/behoeften/entries/boodschappen")
    datum = forms.field("Klantvragen").get_by_role("textbox", name="Datum").first
    datum.fill("31-2-2026")
    forms.page.get_by_role("button", name="Opslaan").click()
    message = forms.page.get_by_text("Dit is geen datum. Schrijf 2026-03-01 of 1-3-2026.")
    expect(message.first).to_be_visible()
    assert forms.diff() == {}


def assert_loads(huis: Path) -> None:
    """The reader takes every file."""
    found = explain(load_huis(huis, "huis"))
    assert [b.message for b in found if b.severity is Severity.ERROR] == []


# --- files, back and forth --------------------------------------------------------------------

TRICKY = """\
# Bovenaan
naam:   "Jan \\"X\\""   # echt
functie: 'ouderen''s'

# los
belofte: >-
  Dit is een
  gevouwen tekst
boegbeeld_van:
- ouderen   # een
# tussen
- jongeren
te_vinden:
  # eerst
  - waar: De markt
    wanneer: vrijdag   # ochtend
  -   locatie: dorpshuis
      wanneer: 'maandag'
  - {waar: x, wanneer: "a, b"}   # haken
contact:
    telefoon: 0612345670   # nul
    email:
talen: [
  Nederlands,   # moedertaal
  Fries
]
onbekend: {a: b}
notities: |+
  Eerste

  Tweede

# slot
"""
"""Everything that people, and other programs, do with YAML."""

ROUND_TRIP = """async ([bestanden, wijzig]) => {
  const { huisFormat, berichtFormat } = await import("./format.js");
  const { isEqual } = await import("./value.js");
  const { vormen } = await (await fetch("instelling.json")).json();
  const BRON = "bron_van_dit_bestand";
  const zonder = ({ [BRON]: _, ...rest }) => rest;
  function* plekken(w, pad = []) {
    if (pad.length) yield pad;
    if (w === null || typeof w !== "object") return;
    for (const [k, d] of Object.entries(w)) yield* plekken(d, [...pad, k]);
  }
  const uit = [];
  console.warn = (...woorden) => uit.push(woorden); // written anew, because cutting went wrong
  for (const [naam, tekst] of bestanden) {
    const formaat = naam.endsWith(".md") ? berichtFormat(vormen["stuk-frontmatter"])
      : huisFormat(vormen[`huis-${naam.split("/")[0].replace(".yml", "")}`]);
    const was = formaat.fromFile(tekst);
    const terug = formaat.toFile(structuredClone(was));
    if (terug !== tekst) uit.push([naam, "unchanged", terug]);
    for (const pad of wijzig ? plekken(zonder(was)) : []) {
      const oud = pad.reduce((w, k) => w[k], was);
      if (oud === "" || (typeof oud === "object" && !Array.isArray(oud))) continue;
      const anders = Array.isArray(oud) ? [[...oud, structuredClone(oud[0])], oud.slice(1)]
        : pad[0] === "titel" ? ["Een: andere #titel"] : ["Een: andere #waarde", "0612", "a\\n\\nb"];
      for (const nieuw of anders) {
        const na = structuredClone(was);
        pad.slice(0, -1).reduce((w, k) => w[k], na)[pad.at(-1)] = nieuw;
        const geschreven = formaat.toFile(structuredClone(na));
        if (!isEqual(zonder(formaat.fromFile(geschreven)), zonder(na))) {
          uit.push([naam, `${pad.join(".")} = ${JSON.stringify(nieuw)}`, geschreven]);
        }
        const regels = new Set(geschreven.split("\\n"));
        const weg = tekst.split("\\n").filter((r) => r.trim().startsWith("#") && !regels.has(r));
        // A comment inside a list that shrinks goes along with what it stands above.
        const krimpt = Array.isArray(oud) && nieuw.length < oud.length;
        if (weg.length && !krimpt) uit.push([naam, pad.join("."), weg.join("|")]);
      }
    }
  }
  return uit;
}"""


def trial(page: Page, address: str, names: list[tuple[str, str]], *, change: bool) -> Any:
    page.goto(f"{address}beheer/")
    return page.evaluate(ROUND_TRIP, [names, change])


def texts(folder: Path, *, bericht_folder: Path | None = None) -> list[tuple[str, str]]:
    """Name and text of every file of a house, and of its posts."""
    paths = [(p.relative_to(folder).as_posix(), p) for p in sorted(folder.rglob("*.yml"))]
    paths += [(p.name, p) for p in sorted((bericht_folder or folder).glob("*.md"))]
    return [(name, path.read_bytes().decode()) for name, path in paths]


def test_who_changes_nothing_saves_the_same_file(page: Page, address: str) -> None:
    site_src = ROOT / "site_src"
    names = texts(site_src / "huis", bericht_folder=site_src / "paginas" / "blog")
    names += texts(EXAMPLE_FOLDER / "huis", bericht_folder=EXAMPLE_FOLDER / "paginas" / "blog")
    names += [("medewerkers/a.yml", TRICKY), ("medewerkers/b.yml", TRICKY.replace("\n", "\r\n"))]
    names += [("medewerkers/c.yml", "\ufeffnaam: Jan"), ("medewerkers/d.yml", "# nog leeg\n")]
    assert len(names) > 90
    assert trial(page, address, names, change=False) == []


def test_every_field_can_be_changed_without_touching_the_rest(page: Page, address: str) -> None:
    """Each value of the example house in turn: what is read back is what was filled in."""
    names = texts(EXAMPLE_FOLDER / "huis", bericht_folder=EXAMPLE_FOLDER / "paginas" / "blog")
    names += [("medewerkers/a.yml", TRICKY), ("medewerkers/b.yml", TRICKY.replace("\n", "\r\n"))]
    assert trial(page, address, names, change=True) == []


def test_what_the_form_does_not_know_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}beheer/")
    command = """async (tekst) => {
      const { huisFormat } = await import("./format.js");
      const { vormen } = await (await fetch("instelling.json")).json();
      const formaat = huisFormat(vormen["huis-medewerkers"]);
      const { onbekend, ...rest } = formaat.fromFile(tekst);
      return [onbekend, formaat.toFile(rest)];
    }"""
    unknown, restored = page.evaluate(command, TRICKY)
    assert unknown == {"a": "b"}
    assert restored == TRICKY


# --- the page itself --------------------------------------------------------------------------


def test_without_forms_there_is_not_a_byte_of_them(demo_site: Path) -> None:
    assert [n for n in contents(demo_site) if "beheer" in n or "sveltia" in n] == []


def test_the_page_is_found_nowhere(forms_site: Path) -> None:
    page = (forms_site / "beheer/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, nofollow">' in page
    for name, bytes_ in contents(forms_site).items():
        if not name.startswith("beheer/") and name.endswith((".html", ".xml", ".json", ".txt")):
            assert b"beheer/" not in bytes_, name


def test_the_page_is_allowed_only_what_it_needs(forms_site: Path) -> None:
    page = (forms_site / "beheer/index.html").read_text("utf-8")
    [lines] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    policy = {r.split()[0]: r.split()[1:] for r in lines.split("; ")}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'"]
    hosts = {w for row in policy.values() for w in row if w.startswith("http")}
    assert hosts == {"https://api.github.com", "https://avatars.githubusercontent.com"}
    assert "unsafe-eval" not in lines
    assert not re.search(r"<script(?![^>]* src=)", page)


def test_the_settings_follow_from_the_models() -> None:
    cms = config(DATA)["cms"]
    assert cms["backend"]["repo"] == "welzijn/site"
    names = [c["name"] for c in cms["collections"]]
    assert names[:5] == ["medewerkers", "diensten", "blog", "paginas", "locaties"]
    kinds = [s.folder_name for s in managed_kinds() if not s.is_single]
    assert sorted(names) == sorted([*kinds, "paginas"])
    [medewerkers] = [c for c in cms["collections"] if c["name"] == "medewerkers"]
    fields = {v["name"]: v for v in medewerkers["fields"]}
    assert fields["boegbeeld_van"]["widget"] == "relation"
    assert fields["boegbeeld_van"]["multiple"]
    hint = "Waar mensen bij deze medewerker op kunnen rekenen, in één zin."
    assert fields["belofte"]["hint"] == hint
    portret = {v["name"]: v for v in fields["portret"]["fields"]}
    assert (portret["bestand"]["widget"], portret["bestand"]["media_folder"]) == ("image", "")
    widgets = set(re.findall(r'"widget": "(\w+)"', json.dumps(cms)))
    assert widgets <= {
        "file", "hidden", "image", "keyvalue", "list", "object", "relation", "select", "string",
        "text",
    }  # fmt: skip


def test_a_text_in_place_of_a_group_stands_in_its_field_for_words() -> None:
    field_types = config(DATA)["vormen"]["huis-diensten"]
    assert field_types["prijs"]["tekst"] == "tekst"
    assert field_types["wanneer"]["tekst"] == "tekst"
    assert field_types["wanneer"]["los"]
    assert field_types["vorm"] == {"los": True, "naam": "Vorm"}


# --- what became of it -------------------------------------------------------------------------

DONE = {"id": 7, "name": "Nakijken en bouwen", "status": "completed", "conclusion": "success",
        "completed_at": "2026-11-26T13:01:00Z"}  # fmt: skip
ONLINE = {**DONE, "id": 8, "name": "Publiceren", "completed_at": "2026-11-26T13:02:00Z"}
FAILED = {**DONE, "conclusion": "failure"}
NOTES = [
    {"annotation_level": "failure", "message": "Ended.", "path": ".github", "start_line": 1},
    {"annotation_level": "failure", "message": "De behoefte bestaat niet.",
     "path": "site_src/huis/diensten/bus.yml", "start_line": 5},
]  # fmt: skip
GONE = -1
"""In place of an answer: there is no network."""
Turn = list[dict[str, Any]] | int
"""What is told of the checks, or with which status it is refused."""
OUTCOMES: dict[str, tuple[list[Turn], str]] = {
    "online": (
        [[], [{**DONE, "status": "in_progress"}], [DONE], [DONE, {**ONLINE, "status": "queued"}],
         [DONE, ONLINE]],
        "Staat online sinds 14.02.",
    ),
    "checks of their own": ([[{**DONE, "name": "Test"}]], "Staat online sinds 14.01."),
    "kept back": (
        [[FAILED]],
        "Opgeslagen, maar het houdt de site tegen: De behoefte bestaat niet. "
        "(site_src/huis/diensten/bus.yml, regel 5). Wat er op de site stond, staat er nog.",
    ),
    "not filled in yet": (
        [[DONE, {**ONLINE, "conclusion": "skipped"}]],
        "De site is nog niet voor iedereen te zien",
    ),
    "no checks": ([[]] * 20, "Op GitHub wordt niets nagekeken of gemaakt"),
    "the network is away for a while": ([GONE, 502, [DONE, ONLINE]], "Staat online sinds 14.02."),
    "the network stays away": ([GONE] * 20, "GitHub is niet te bereiken"),
    "a key that has run out": ([401], "Uw toegangstoken geldt niet meer; log opnieuw in."),
    "a key without the right": ([403], "daarvoor is \"Actions: Read\" nodig"),
    "slow": ([[{**DONE, "status": "queued"}]] * 200, "Het duurt lang"),
}  # fmt: skip
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*",
        "Access-Control-Allow-Methods": "*"}  # fmt: skip
SIGN_IN = """sessionStorage.setItem("sveltia-cms.user", JSON.stringify({ token: "t" }));"""
FOLLOW = "async ([proposal]) => {" + SIGN_IN + """
  const { follow } = await import("./outcome.js");
  await follow("welzijn/site", "abc", { isProposal: proposal, pause: 1 });
}"""  # fmt: skip


def github_of(tab: Page, turns: list[Turn], runs: list[dict[str, Any]] | None = None) -> None:
    """A GitHub of our own: it tells of the checks in turns, and of the runs when it may."""
    looks: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.endswith("/annotations"):
            route.fulfill(json=NOTES, headers=OPEN)
        elif path.endswith("/actions/runs"):
            ok = runs is not None
            route.fulfill(json={"workflow_runs": runs}, headers=OPEN, status=200 if ok else 403)
        else:
            assert path.endswith("/site/commits/abc/check-runs")
            looks.append(path)
            turn = turns[min(len(looks), len(turns)) - 1]
            if turn == GONE:
                route.abort("internetdisconnected")
            elif isinstance(turn, int):
                route.fulfill(json={}, headers=OPEN, status=turn)
            else:
                route.fulfill(json={"check_runs": turn}, headers=OPEN)

    tab.route("https://api.github.com/**", answer)


@pytest.mark.parametrize("name", OUTCOMES)
def test_after_saving_it_says_what_became_of_it(browser: Browser, address: str, name: str) -> None:
    turns, sentence = OUTCOMES[name]
    with browser.new_context(timezone_id="America/New_York") as context:
        tab = context.new_page()
        github_of(tab, turns)
        tab.goto(f"{address}beheer/")
        tab.evaluate(FOLLOW, [False])
        bar = tab.locator("#wat-ervan-werd")
        expect(bar).to_contain_text(sentence)
        bar.get_by_role("button", name="Sluiten").click()
        expect(bar).to_have_count(0)


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [([DONE], "Het staat er zodra een collega het goedkeurt."),
     ([FAILED], "De behoefte bestaat niet. (site_src/huis/diensten/bus.yml, regel 5).")],
)  # fmt: skip
def test_a_proposal_is_never_said_to_be_online(
    browser: Browser, address: str, checks: list[dict[str, Any]], sentence: str
) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        github_of(tab, [checks])
        tab.goto(f"{address}beheer/")
        tab.evaluate(FOLLOW, [True])
        expect(tab.locator("#wat-ervan-werd")).to_contain_text(sentence)
        expect(tab.locator("#wat-ervan-werd")).not_to_contain_text("online")


def test_in_a_private_repository_the_runs_tell_it(browser: Browser, address: str) -> None:
    """A fine-grained token may never see the checks there; the runs it may."""
    run_ = {"id": 1, "name": "Site", "status": "completed", "conclusion": "success",
            "updated_at": "2026-11-26T13:03:00Z"}  # fmt: skip
    with browser.new_context() as context:
        tab = context.new_page()
        github_of(tab, [403], [run_])
        tab.goto(f"{address}beheer/")
        tab.evaluate(FOLLOW, [False])
        expect(tab.locator("#wat-ervan-werd")).to_contain_text("Staat online sinds 14.03.")


SAVED = {"data": {"createCommitOnBranch": {"commit": {"oid": "abc"}}}}
SAVE = "async ([address, method, body]) => {" + SIGN_IN + """
  await fetch(`https://api.github.com${address}`, { method, body }).catch(() => {});
}"""  # fmt: skip


def saving_to(branch: str) -> str:
    """What the editor asks of GitHub when it saves."""
    target = {"branchName": branch, "repositoryNameWithOwner": "welzijn/site"}
    return json.dumps(
        {"query": "mutation { createCommitOnBranch }", "variables": {"input": {"branch": target}}}
    )


@pytest.mark.parametrize(
    ("request_", "reply", "sentence"),
    [
        (("/graphql", "POST", saving_to("main")), SAVED, "Staat online sinds 14.02."),
        (("/graphql", "POST", saving_to("cms/stuk")), SAVED, "zodra een collega het goedkeurt"),
        (("/repos/welzijn/site/pulls/3/merge", "PUT", "{}"), {"sha": "abc"}, "Staat online"),
    ],
)
def test_only_saving_is_followed(
    browser: Browser, address: str, request_: tuple[str, str, str], reply: Any, sentence: str
) -> None:
    with browser.new_context() as context:
        tab = context.new_page()
        github_of(tab, [[DONE, ONLINE]])
        asked: list[str] = []

        def answer(route: Route) -> None:
            asked.append(route.request.post_data or "")
            route.fulfill(json=reply, headers=OPEN)

        tab.route(re.compile(r"^https://api\.github\.com/(?:graphql|.*/merge)$"), answer)
        tab.goto(f"{address}beheer/")
        tab.get_by_role("button", name="op deze computer").wait_for()  # it watches from then on
        tab.evaluate("""() => {
          const real = window.setTimeout;
          window.setTimeout = (act, pause, ...rest) => real(act, Math.min(pause, 5), ...rest);
        }""")
        tab.evaluate(SAVE, ["/graphql", "POST", "query { viewer }"])
        expect(tab.locator("#wat-ervan-werd")).to_have_count(0)
        tab.evaluate(SAVE, list(request_))
        expect(tab.locator("#wat-ervan-werd")).to_contain_text(sentence)
        assert len(asked) == 2


REFUSALS: dict[str, tuple[int, Any, str]] = {
    "rights gone": (
        200, {"errors": [{"message": "Resource not accessible by personal access token"}]},
        "Uw toegangstoken mag hier niets veranderen.",
    ),
    "key run out": (401, {"message": "Bad credentials"}, "Uw toegangstoken geldt niet meer."),
    "guarded": (
        200, {"errors": [{"message": "Changes must be made through a pull request."}]},
        "Hier mag niemand meteen opslaan",
    ),
    "broken": (502, {}, "GitHub nam het niet aan."),
    "network gone": (GONE, {}, "GitHub is niet te bereiken."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_what_github_does_not_take_is_never_called_saved(
    browser: Browser, address: str, name: str
) -> None:
    """The dialog of the editor, in which the reason is told, stands in here."""
    status, reply, sentence = REFUSALS[name]
    with browser.new_context() as context:
        tab = context.new_page()

        def answer(route: Route) -> None:
            if status == GONE:
                route.abort("internetdisconnected")
            else:
                route.fulfill(json=reply, headers=OPEN, status=status)

        tab.route("https://api.github.com/**", answer)
        tab.goto(f"{address}beheer/")
        tab.get_by_role("button", name="op deze computer").wait_for()
        tab.evaluate(SAVE, ["/graphql", "POST", saving_to("main")])
        tab.evaluate("""() => {
          const dialog = document.createElement("div");
          dialog.setAttribute("role", "alertdialog");
          dialog.textContent = "Er is een fout opgetreden bij het opslaan van het item.";
          document.body.append(dialog);
        }""")
        dialog = tab.get_by_role("alertdialog")
        expect(dialog).to_contain_text("Er is niets opgeslagen.")
        expect(dialog.get_by_role("listitem")).to_contain_text(sentence)
        expect(tab.locator("#wat-ervan-werd")).to_have_count(0)


def test_drafts_are_proposed_when_somebody_asks_for_that() -> None:
    assert "publish_mode" not in config(DATA)["cms"]
    asked = replace(DATA, with_drafts=True)
    assert config(asked)["cms"]["publish_mode"] == "editorial_workflow"


def test_a_form_leads_to_its_page_on_the_site() -> None:
    cms = config(replace(DATA, site_url="https://welzijn.example/"))["cms"]
    assert (cms["site_url"], cms["show_preview_links"]) == ("https://welzijn.example/", True)
    paths = {c["name"]: c.get("preview_path") for c in cms["collections"]}
    assert paths["medewerkers"] == "mensen/{{slug}}/"
    assert paths["paginas"] == "{{slug}}/"
    assert paths["locaties"] == "plek/{{slug}}/"
    assert paths["partners"] is None


# --- what others wrote ------------------------------------------------------------------------


def make_small_package(name: str = "package/een.js", kind: bytes = tarfile.REGTYPE) -> bytes:
    """A package as npm packs it, with one file."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.type, member.linkname, member.size = kind, "/etc/passwd", 1
        tar.addfile(member, io.BytesIO(b"1"))
    return buffer.getvalue()


def test_a_package_with_another_hash_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(packages, "_download", lambda _: make_small_package())
    with pytest.raises(PackageError, match="anders dan verwacht"):
        get_tarball(Package("x", "1", "AAAA", {}), Cache(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_cached_package_is_verified_every_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = Cache(tmp_path)
    forged = Package("yaml", "2.9.1", packages.PACKAGES[1].sha512, {})
    monkeypatch.setattr(packages, "_download", lambda _: make_small_package())
    monkeypatch.setattr(Cache, "get", lambda *_: make_small_package())
    with pytest.raises(PackageError, match="anders dan verwacht"):
        get_tarball(forged, store)


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("package/browser/../../weg.js", tarfile.REGTYPE, "en dat kan niet"),
        ("package/browser/weg.js", tarfile.SYMTYPE, "en dat kan niet"),
        ("package/elders.js", tarfile.REGTYPE, "ontbreekt browser/"),
    ],
)
def test_only_what_was_asked_for_leaves_a_package(name: str, kind: bytes, message: str) -> None:
    package = Package("x", "1", "", {"browser/": "yaml/"})
    with pytest.raises(PackageError, match=message):
        list(packages._unpack(package, make_small_package(name, kind)))


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FileNotFoundError(), "Voor de beheerpagina is npm nodig, en dat is er niet. Installeer"),
        (subprocess.CalledProcessError(1, "npm", stderr=b"npm ERR! 404"), "npm ERR! 404"),
        (subprocess.TimeoutExpired("npm", 1), "Kijk of er internet is"),
    ],
)
def test_without_npm_there_is_a_way_out(
    error: Exception, message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(PackageError, match=re.escape(message)):
        next(package_files(Cache(tmp_path)))


def test_without_packages_the_site_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = write_organisatie(tmp_path)
    site = build_site(settings)
    before = contents(site)
    text = settings.read_text("utf-8").replace("{huis: huis", "{huis: huis, beheer: {repo: a/b}")
    settings.write_text(text, "utf-8")

    def fail(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(Abort):
        build_site(settings)
    assert contents(site) == before


def test_an_address_that_is_no_repository_is_reported(tmp_path: Path) -> None:
    settings = write_organisatie(tmp_path)
    text = settings.read_text("utf-8").replace(
        "{huis: huis", "{huis: huis, beheer: {repo: 'https://x/y/z'}"
    )
    settings.write_text(text, "utf-8")
    with pytest.raises(Exception, match="eigenaar/naam"):
        build_site(settings)
