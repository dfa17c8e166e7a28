"""What staff fill in, as it is read from the models, and the example house that shows it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hulp.bouwen import WORTEL
from hulp.letter import woff2
from propositie.controle import controleer
from propositie.huis import soorten
from propositie.huis.berichten import BLOG, BerichtIntern
from propositie.huis.velden import Afbeelding
from propositie.huis.wandeling import gemerkte_waarden
from propositie.vorm import VOORBEELDMAP, Veld, Vorm, velden_van, voorbeeld_van

KLASSEN = {**{n: s.klasse for n, s in soorten().items()}, BLOG: BerichtIntern}


def veld(klasse: str, *pad: str) -> Veld:
    """The field at a path in a kind."""
    rij: Iterable[Veld] = velden_van(KLASSEN[klasse])
    for stap in pad:
        gevonden = next(v for v in rij if v.sleutel == stap)
        rij = gevonden.velden
    return gevonden


def alle(velden: Iterable[Veld], pad: str = "") -> Iterable[tuple[str, Veld]]:
    """Every field with its path, inside groups too."""
    for v in velden:
        yield f"{pad}{v.sleutel}", v
        yield from alle(v.velden, f"{pad}{v.sleutel}.")


@pytest.mark.parametrize("soort", KLASSEN)
def test_elk_veld_heeft_uitleg(soort: str) -> None:
    leeg = [p for p, v in alle(velden_van(KLASSEN[soort])) if not v.uitleg and v.sleutel]
    assert leeg == []


def test_de_vorm_volgt_uit_het_model() -> None:
    assert veld("medewerkers", "contact", "telefoon").vorm is Vorm.TELEFOON
    assert veld("medewerkers", "over").vorm is Vorm.OPMAAK
    assert veld("medewerkers", "portret", "bestand").vorm is Vorm.BEELD
    assert veld("organisatie", "doel", "streef").vorm is Vorm.GETAL
    assert veld("organisatie", "sociaal").velden[0].vorm is Vorm.URL
    assert veld("organisatie", "koers", "drempels").keuzes == ("prijs", "product", "klantrelatie")
    boegbeeld = veld("medewerkers", "boegbeeld_van")
    assert (boegbeeld.lijst, boegbeeld.verplicht, boegbeeld.soort) == (True, True, "klantgroepen")
    assert boegbeeld.label == "Boegbeeld van"
    assert veld("diensten", "prijs").kort_woord == "gratis"
    assert veld("diensten", "vorm").los
    prijs = veld("concurrenten", "scores", "prijs")
    assert (prijs.minstens, prijs.hoogstens) == (1, 5)
    assert veld("organisatie", "keuring", "contrast").standaard == "4,5"
    assert veld("blog", "concept").standaard == "nee"


def test_intern_is_wat_geen_openbare_kant_heeft() -> None:
    assert veld("medewerkers", "notities").intern
    assert not veld("medewerkers", "afscheid").intern  # the farewell of who left is public
    assert veld("behoeften", "klantvragen", "notitie").intern
    assert not veld("behoeften", "klantvragen", "vraag").intern
    assert all(v.intern for v in velden_van(KLASSEN["concurrenten"]))


@pytest.mark.parametrize("soort", KLASSEN)
def test_het_voorbeeld_vult_elk_veld_in(soort: str) -> None:
    assert _leeg(velden_van(KLASSEN[soort]), voorbeeld_van(soort)) == []


def _leeg(velden: Iterable[Veld], waarden: Mapping[str, Any], pad: str = "") -> list[str]:
    """The paths that no example fills in. Parts of a list fill one another in."""
    uit: list[str] = []
    for v in velden:
        waarde = waarden.get(v.sleutel)
        if waarde is None:
            uit.append(pad + v.sleutel)
        elif v.vorm is Vorm.GROEP:
            delen = waarde if isinstance(waarde, list) else [waarde]
            uit += _leeg(v.velden, {k: w for d in delen for k, w in d.items()}, f"{v.sleutel}.")
    return uit


def test_het_voorbeeldhuis_is_in_orde(tmp_path: Path) -> None:
    shutil.copytree(VOORBEELDMAP, tmp_path, dirs_exist_ok=True)
    huis = tmp_path / "huis"
    for beeld in ("klantgroepen/ouderen", "diensten/boodschappenbus", "medewerkers/jan"):
        Image.new("RGB", (1200, 1500), "#8a6").save(huis / f"{beeld}.webp")
    Image.new("RGB", (1200, 800), "#8a6").save(tmp_path / "paginas/blog/de-laatste-halte.webp")
    for naam in ("logo.svg", "beeldmerk.svg"):
        shutil.copy(WORTEL / "site_src/huis" / naam, huis)
    (huis / "huisletter.woff2").write_bytes(woff2(0, 10, 11))
    controle = controleer(huis, date(2026, 11, 20))
    assert [b for b in controle.bevindingen if b.code[0] == "V"] == []
    assert controle.huis is not None
    assert [b.code for b in controle.fouten] == []
    namen = [n for d in controle.huis.medewerkers.values() for n in gemerkte_waarden(d, Afbeelding)]
    assert namen
