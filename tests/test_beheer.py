"""Forms in the browser: what staff change is what changes in the file, and nothing else happens."""

from __future__ import annotations

import io
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, FilePayload, Page, expect

from hulp.beheer import Beheer, bouw_met_beheer
from hulp.bouwen import WORTEL, eenmaal, inhoud
from hulp.server import bediend
from hulp.site import bouw_site, schrijf_organisatie
from propositie.beheer import pakketten
from propositie.beheer.instelling import Beheer as Gegevens
from propositie.beheer.instelling import instelling
from propositie.beheer.pakketten import Pakket, PakketFout, bestanden, tarbal
from propositie.bevinding import Ernst
from propositie.huis import soorten
from propositie.lezen import lees_huis
from propositie.uitvoer.cache import Cache
from propositie.vorm import VOORBEELDMAP

GEGEVENS = Gegevens("welzijn/site", "main", "site_src/huis", "site_src/paginas/blog", "Welzijn")

pytestmark = pytest.mark.xdist_group("beheer")


@pytest.fixture(scope="session")
def beheersite(gedeelde_map: Path) -> Path:
    """The demo with the page switched on."""
    return eenmaal(gedeelde_map / "beheersite", bouw_met_beheer) / "site"


@pytest.fixture(scope="session")
def adres(beheersite: Path) -> Iterator[str]:
    with bediend(beheersite, "/site/") as adres:
        yield adres


@pytest.fixture(scope="module")
def werkplek(browser: Browser, adres: str) -> Iterator[Beheer]:
    """The editor in one page for all tests: opening it and giving it the files takes a while."""
    with browser.new_context(locale="nl-NL") as context:
        gestart = Beheer(context.new_page(), adres)
        gestart.begin()
        yield gestart


@pytest.fixture
def beheer(werkplek: Beheer) -> Iterator[Beheer]:
    """The editor, with the files as they are now to compare with; it may complain of nothing."""
    werkplek.bestanden = werkplek.lees()
    yield werkplek
    assert werkplek.mis == []


# --- as staff work ----------------------------------------------------------------------------


def test_een_wijziging_is_precies_die_wijziging(beheer: Beheer, tmp_path: Path) -> None:
    beheer.open("collections/medewerkers/entries/gijs")
    beheer.veld("Belofte").get_by_role("textbox").fill("Ik blijf tot het loopt: beloofd.")
    beheer.bewaar()
    beheer.open("collections/behoeften/entries/boodschappen")
    vragen = beheer.veld("Klantvragen")
    vragen.get_by_role("button", name="toevoegen").click()
    nieuw = vragen.get_by_role("textbox", name="Vraag").last
    expect(nieuw).to_have_value("")
    nieuw.fill("Kan ik zelf mee naar de winkel?")
    vragen.get_by_role("combobox", name="Bron").last.click()
    beheer.pagina.get_by_role("option", name="balie").click()
    beheer.bewaar()
    assert beheer.verschil() == {
        "site_src/huis/behoeften/boodschappen.yml": [
            "+  - vraag: Kan ik zelf mee naar de winkel?",
            "+    bron: balie",
        ],
        "site_src/huis/medewerkers/gijs.yml": [
            "-belofte: Ik stop pas als jij zegt dat het loopt.",
            '+belofte: "Ik blijf tot het loopt: beloofd."',
        ],
    }
    assert_leest(beheer.schrijf(tmp_path))


def test_wat_erbij_komt_krijgt_een_naam_die_een_adres_kan_zijn(
    beheer: Beheer, tmp_path: Path
) -> None:
    beheer.open("collections/locaties/new")
    beheer.veld("Naam").get_by_role("textbox").fill("Café Zoë")
    beheer.bewaar()
    assert beheer.verschil() == {"site_src/huis/locaties/cafe-zoe.yml": ["+naam: Café Zoë"]}
    assert_leest(beheer.schrijf(tmp_path))


def test_een_stuk_houdt_zijn_velden_en_zijn_kop(beheer: Beheer, tmp_path: Path) -> None:
    beheer.open("collections/blog/entries/eerst-de-envelop")
    beheer.veld("Titel").get_by_role("textbox").fill("Eerst de blauwe envelop")
    beheer.bewaar()
    [(pad, regels)] = beheer.verschil().items()
    assert pad == "site_src/paginas/blog/eerst-de-envelop.md"
    assert regels[1:] == ["+# Eerst de blauwe envelop"]
    assert_leest(beheer.schrijf(tmp_path))


def test_een_nieuw_portret_komt_naast_het_bestand(beheer: Beheer, tmp_path: Path) -> None:
    beheer.open("collections/medewerkers/entries/gijs")
    bestand = beheer.veld("Bestand", beheer.veld("Portret"))
    bestand.get_by_role("button", name="Beeld vervangen").click()
    venster = beheer.pagina.get_by_role("dialog")
    with beheer.pagina.expect_file_chooser() as keuze:
        venster.get_by_role("button", name="Uploaden").click()
    portret = beheer.bestanden["site_src/huis/medewerkers/wim.webp"]
    keuze.value.set_files(
        FilePayload(name="Gijs, zómer.webp", mimeType="image/webp", buffer=portret)
    )
    venster.get_by_role("button", name="Invoegen").click()
    expect(venster).to_have_count(0)
    expect(bestand).to_contain_text("gijs-zomer.webp")
    beheer.bewaar()
    beheer.bestanden["site_src/huis/medewerkers/gijs-zomer.webp"] = portret
    assert beheer.verschil() == {
        "site_src/huis/medewerkers/gijs.yml": [
            "-  bestand: gijs.webp",
            "+  bestand: gijs-zomer.webp",
        ]
    }
    assert_leest(beheer.schrijf(tmp_path))


def test_twee_keer_bewaren_is_de_laatste_keer(beheer: Beheer) -> None:
    for belofte in ("Eerst dit.", "Toch liever dit."):
        beheer.open("collections/medewerkers/entries/gijs")
        beheer.veld("Belofte").get_by_role("textbox").fill(belofte)
        beheer.bewaar()
    [regels] = beheer.verschil().values()
    assert regels[1:] == ["+belofte: Toch liever dit."]


EEN_VELD = {
    "klantgroepen/ouderen": "Naam",
    "behoeften/boodschappen": "Pijn",
    "diensten/telefooncirkel": "Kort",
    "locaties/bibliotheek": "Bereikbaarheid",
    "concurrenten/app-zeepsop": "Naam",
    "usps/prijs-vooraf": "Belofte",
    "medewerkers/truus": "Functie",
    "blog/het-woord-gezellig": "Beschrijving",
    "organisatie": "Payoff",
    "merk": "Afzender",
}
"""In each kind a thing, and a text in it."""


def test_in_elke_soort_raakt_een_wijziging_niets_anders(beheer: Beheer, tmp_path: Path) -> None:
    assert {n.split("/")[0] for n in EEN_VELD} == {*soorten(), "blog"}
    for naam, label in EEN_VELD.items():
        soort, _, id_ = naam.rpartition("/")
        beheer.bestanden = beheer.lees()
        if soort:
            map_ = "site_src/paginas/blog/" if soort == "blog" else f"site_src/huis/{soort}/"
            paden = [p for p in beheer.bestanden if p.startswith(map_) and p[-4:] != "webp"]
            beheer.open(f"collections/{soort}")
            expect(beheer.pagina.get_by_role("row")).to_have_count(len(paden))
        beheer.open(f"collections/{soort or '_singletons'}/entries/{id_}")
        veld = beheer.veld(label).get_by_role("textbox").first
        nieuw = f"{veld.input_value()} En dit."
        veld.fill(nieuw)
        beheer.bewaar()
        [regels] = beheer.verschil().values()
        assert [r[0] for r in regels] == ["-", "+"], naam
        assert nieuw in regels[1], naam
    assert_leest(beheer.schrijf(tmp_path))


def test_wat_niet_kan_wordt_niet_bewaard(beheer: Beheer) -> None:
    beheer.open("collections/behoeften/entries/boodschappen")
    datum = beheer.veld("Klantvragen").get_by_role("textbox", name="Datum").first
    datum.fill("31-2-2026")
    beheer.pagina.get_by_role("button", name="Opslaan").click()
    melding = beheer.pagina.get_by_text("Dit is geen datum. Schrijf 2026-03-01 of 1-3-2026.")
    expect(melding.first).to_be_visible()
    assert beheer.verschil() == {}


def assert_leest(huis: Path) -> None:
    """The reader takes every file."""
    gevonden = lees_huis(huis, "huis").bevindingen
    assert [b.bericht for b in gevonden if b.ernst is Ernst.FOUT] == []


# --- files, back and forth --------------------------------------------------------------------

LASTIG = """\
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

PROEF = """async ([bestanden, wijzig]) => {
  const { huisFormaat, stukFormaat } = await import("./formaat.js");
  const { gelijk } = await import("./waarde.js");
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
    const formaat = naam.endsWith(".md") ? stukFormaat(vormen["stuk-frontmatter"])
      : huisFormaat(vormen[`huis-${naam.split("/")[0].replace(".yml", "")}`]);
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
        if (!gelijk(zonder(formaat.fromFile(geschreven)), zonder(na))) {
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


def proef(pagina: Page, adres: str, namen: list[tuple[str, str]], *, wijzig: bool) -> Any:
    pagina.goto(f"{adres}beheer/")
    return pagina.evaluate(PROEF, [namen, wijzig])


def teksten(map_: Path, *, stukken: Path | None = None) -> list[tuple[str, str]]:
    """Name and text of every file of a house, and of its posts."""
    paden = [(p.relative_to(map_).as_posix(), p) for p in sorted(map_.rglob("*.yml"))]
    paden += [(p.name, p) for p in sorted((stukken or map_).glob("*.md"))]
    return [(naam, pad.read_bytes().decode()) for naam, pad in paden]


def test_wie_niets_verandert_bewaart_hetzelfde_bestand(pagina: Page, adres: str) -> None:
    site_src = WORTEL / "site_src"
    namen = teksten(site_src / "huis", stukken=site_src / "paginas" / "blog")
    namen += teksten(VOORBEELDMAP / "huis", stukken=VOORBEELDMAP / "paginas" / "blog")
    namen += [("medewerkers/a.yml", LASTIG), ("medewerkers/b.yml", LASTIG.replace("\n", "\r\n"))]
    namen += [("medewerkers/c.yml", "\ufeffnaam: Jan"), ("medewerkers/d.yml", "# nog leeg\n")]
    assert len(namen) > 90
    assert proef(pagina, adres, namen, wijzig=False) == []


def test_elk_veld_is_te_veranderen_zonder_de_rest_te_raken(pagina: Page, adres: str) -> None:
    """Each value of the example house in turn: what is read back is what was filled in."""
    namen = teksten(VOORBEELDMAP / "huis", stukken=VOORBEELDMAP / "paginas" / "blog")
    namen += [("medewerkers/a.yml", LASTIG), ("medewerkers/b.yml", LASTIG.replace("\n", "\r\n"))]
    assert proef(pagina, adres, namen, wijzig=True) == []


def test_wat_het_formulier_niet_kent_blijft_staan(pagina: Page, adres: str) -> None:
    pagina.goto(f"{adres}beheer/")
    opdracht = """async (tekst) => {
      const { huisFormaat } = await import("./formaat.js");
      const { vormen } = await (await fetch("instelling.json")).json();
      const formaat = huisFormaat(vormen["huis-medewerkers"]);
      const { onbekend, ...rest } = formaat.fromFile(tekst);
      return [onbekend, formaat.toFile(rest)];
    }"""
    onbekend, terug = pagina.evaluate(opdracht, LASTIG)
    assert onbekend == {"a": "b"}
    assert terug == LASTIG


# --- the page itself --------------------------------------------------------------------------


def test_zonder_beheer_staat_er_geen_byte_van(demo_site: Path) -> None:
    assert [n for n in inhoud(demo_site) if "beheer" in n or "sveltia" in n] == []


def test_de_pagina_is_nergens_te_vinden(beheersite: Path) -> None:
    pagina = (beheersite / "beheer/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, nofollow">' in pagina
    for naam, bytes_ in inhoud(beheersite).items():
        if not naam.startswith("beheer/") and naam.endswith((".html", ".xml", ".json", ".txt")):
            assert b"beheer/" not in bytes_, naam


def test_de_pagina_mag_alleen_wat_zij_nodig_heeft(beheersite: Path) -> None:
    pagina = (beheersite / "beheer/index.html").read_text("utf-8")
    [regels] = re.findall(r'Content-Security-Policy" content="([^"]*)"', pagina)
    beleid = {r.split()[0]: r.split()[1:] for r in regels.split("; ")}
    assert beleid["default-src"] == ["'none'"]
    assert beleid["script-src"] == ["'self'"]
    gastheren = {w for rij in beleid.values() for w in rij if w.startswith("http")}
    assert gastheren == {"https://api.github.com", "https://avatars.githubusercontent.com"}
    assert "unsafe-eval" not in regels
    assert not re.search(r"<script(?![^>]* src=)", pagina)


def test_de_instelling_volgt_uit_de_modellen() -> None:
    cms = instelling(GEGEVENS)["cms"]
    assert cms["backend"]["repo"] == "welzijn/site"
    assert [c["name"] for c in cms["collections"]] == [
        *(s.naam for s in soorten().values() if not s.enkel),
        "blog",
    ]
    [medewerkers] = [c for c in cms["collections"] if c["name"] == "medewerkers"]
    velden = {v["name"]: v for v in medewerkers["fields"]}
    assert velden["boegbeeld_van"]["widget"] == "relation"
    assert velden["boegbeeld_van"]["multiple"]
    hulp = "Waar mensen bij deze medewerker op kunnen rekenen, in één zin."
    assert velden["belofte"]["hint"] == hulp
    portret = {v["name"]: v for v in velden["portret"]["fields"]}
    assert (portret["bestand"]["widget"], portret["bestand"]["media_folder"]) == ("image", "")
    soorten_vak = set(re.findall(r'"widget": "(\w+)"', json.dumps(cms)))
    assert soorten_vak <= {
        "file", "image", "keyvalue", "list", "object", "relation", "select", "string", "text"
    }  # fmt: skip


def test_een_kort_woord_is_een_groep_in_het_formulier() -> None:
    vormen = instelling(GEGEVENS)["vormen"]["huis-diensten"]
    assert vormen["prijs"]["kort"] == {"gratis": {"bedrag": "0"}}
    assert vormen["vorm"] == {"los": True}


# --- what others wrote ------------------------------------------------------------------------


def klein_pakket(naam: str = "package/een.js", soort: bytes = tarfile.REGTYPE) -> bytes:
    """A package as npm packs it, with one file."""
    bak = io.BytesIO()
    with tarfile.open(fileobj=bak, mode="w:gz") as tar:
        lid = tarfile.TarInfo(naam)
        lid.type, lid.linkname, lid.size = soort, "/etc/passwd", 1
        tar.addfile(lid, io.BytesIO(b"1"))
    return bak.getvalue()


def test_een_pakket_met_een_andere_vingerafdruk_wordt_geweigerd(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pakketten, "_haal", lambda _: klein_pakket())
    with pytest.raises(PakketFout, match="anders dan verwacht"):
        tarbal(Pakket("x", "1", "AAAA", {}), Cache(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_een_bewaard_pakket_wordt_steeds_nagekeken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bewaard = Cache(tmp_path)
    vals = Pakket("yaml", "2.9.1", pakketten.PAKKETTEN[1].sha512, {})
    monkeypatch.setattr(pakketten, "_haal", lambda _: klein_pakket())
    monkeypatch.setattr(Cache, "haal", lambda *_: klein_pakket())
    with pytest.raises(PakketFout, match="anders dan verwacht"):
        tarbal(vals, bewaard)


@pytest.mark.parametrize(
    ("naam", "soort", "gezegd"),
    [
        ("package/browser/../../weg.js", tarfile.REGTYPE, "en dat kan niet"),
        ("package/browser/weg.js", tarfile.SYMTYPE, "en dat kan niet"),
        ("package/elders.js", tarfile.REGTYPE, "ontbreekt browser/"),
    ],
)
def test_uit_een_pakket_komt_alleen_wat_gevraagd_is(naam: str, soort: bytes, gezegd: str) -> None:
    pakket = Pakket("x", "1", "", {"browser/": "yaml/"})
    with pytest.raises(PakketFout, match=gezegd):
        list(pakketten._uitgepakt(pakket, klein_pakket(naam, soort)))


@pytest.mark.parametrize(
    ("fout", "gezegd"),
    [
        (FileNotFoundError(), "Voor de beheerpagina is npm nodig, en dat is er niet. Installeer"),
        (subprocess.CalledProcessError(1, "npm", stderr=b"npm ERR! 404"), "npm ERR! 404"),
        (subprocess.TimeoutExpired("npm", 1), "Kijk of er internet is"),
    ],
)
def test_zonder_npm_is_er_een_uitweg(
    fout: Exception, gezegd: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def mislukt(*_: object, **__: object) -> None:
        raise fout

    monkeypatch.setattr(subprocess, "run", mislukt)
    with pytest.raises(PakketFout, match=re.escape(gezegd)):
        next(bestanden(Cache(tmp_path)))


def test_zonder_pakketten_blijft_de_site_staan(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    instellingen = schrijf_organisatie(tmp_path)
    site = bouw_site(instellingen)
    was = inhoud(site)
    tekst = instellingen.read_text("utf-8").replace(
        "{huis: huis", "{huis: huis, beheer: {repo: a/b}"
    )
    instellingen.write_text(tekst, "utf-8")

    def mislukt(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", mislukt)
    with pytest.raises(Abort):
        bouw_site(instellingen)
    assert inhoud(site) == was


def test_een_adres_dat_geen_repository_is_wordt_gezegd(tmp_path: Path) -> None:
    instellingen = schrijf_organisatie(tmp_path)
    tekst = instellingen.read_text("utf-8").replace(
        "{huis: huis", "{huis: huis, beheer: {repo: 'https://x/y/z'}"
    )
    instellingen.write_text(tekst, "utf-8")
    with pytest.raises(Exception, match="eigenaar/naam"):
        bouw_site(instellingen)
