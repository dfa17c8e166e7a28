"""What is unambiguous is read: the name of a thing for its id, a choice in any case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.site import build_site, write_organisatie
from helpers.small_huis import ON_DATE, SMALL_HUIS, write_huis
from propositie.finding import Finding
from propositie.inspection import Inspection, Inspector, inspect

DAY = date.fromisoformat(ON_DATE)
TAXI = SMALL_HUIS["diensten/boodschappentaxi.yml"]
NAMED = TAXI.replace("[boodschappen]", "[boodschappen  doen]").replace(
    "[de-linde]", "[Wijkcentrum De Linde]"
)


def look(folder: Path, **files: str) -> Inspection:
    return inspect(write_huis(folder / "huis", files), DAY)


def errors(found: Inspection) -> list[Finding]:
    return [finding for finding in found.findings if finding.code[0] == "V"]


def test_a_name_stands_for_an_id(tmp_path: Path) -> None:
    found = look(tmp_path, **{"diensten/boodschappentaxi.yml": NAMED})
    assert found.findings == []
    assert found.huis is not None
    dienst = found.huis.diensten["boodschappentaxi"]
    assert (dienst.behoeften, dienst.waar) == (("boodschappen",), ("de-linde",))


def test_the_site_is_the_same(tmp_path: Path) -> None:
    by_id = build_site(write_organisatie(tmp_path / "id"))
    by_name = build_site(
        write_organisatie(tmp_path / "naam", {"diensten/boodschappentaxi.yml": NAMED})
    )
    pages = sorted(p.relative_to(by_id) for p in by_id.rglob("*.html"))
    assert pages == sorted(p.relative_to(by_name) for p in by_name.rglob("*.html"))
    assert pages
    for page in pages:
        assert (by_id / page).read_bytes() == (by_name / page).read_bytes(), page


def test_a_name_that_two_things_have_is_asked_about(tmp_path: Path) -> None:
    twin = "naam: Wijkcentrum De Linde\n"
    found = look(
        tmp_path, **{"diensten/boodschappentaxi.yml": NAMED, "locaties/linde-oost.yml": twin}
    )
    assert [finding.code for finding in errors(found)] == ["V03"]


def test_a_thing_with_a_mistake_of_its_own_keeps_its_name(tmp_path: Path) -> None:
    """One mistake, one message: who names it by its name did nothing wrong."""
    broken = SMALL_HUIS["locaties/de-linde.yml"] + "adres: {plats: Veenrand}\n"
    found = look(
        tmp_path, **{"diensten/boodschappentaxi.yml": NAMED, "locaties/de-linde.yml": broken}
    )
    assert {finding.location.file for finding in errors(found) if finding.location} == {
        f"{(tmp_path / 'huis').as_posix()}/locaties/de-linde.yml"
    }


@pytest.mark.parametrize("is_kept", [True, False])
def test_who_gets_the_name_later_is_meant_then(tmp_path: Path, is_kept: bool) -> None:
    huis = write_huis(tmp_path / "huis", {"diensten/boodschappentaxi.yml": NAMED})
    inspector = Inspector(tmp_path / "cache")
    first = inspector.inspect(huis, DAY).huis
    assert first is not None
    assert first.diensten["boodschappentaxi"].waar == ("de-linde",)
    again = inspector.inspect(huis, DAY).huis
    assert again is not None
    assert again.diensten["boodschappentaxi"] is first.diensten["boodschappentaxi"]
    (huis / "locaties/de-linde.yml").write_text("naam: De Oude Linde\n", "utf-8")
    (huis / "locaties/nieuw.yml").write_text("naam: Wijkcentrum De Linde\n", "utf-8")
    inspector = inspector if is_kept else Inspector(tmp_path / "cache")
    later = inspector.inspect(huis, DAY).huis
    assert later is not None
    assert later.diensten["boodschappentaxi"].waar == ("nieuw",)


def test_a_new_process_reads_names_from_what_was_kept(tmp_path: Path) -> None:
    huis = write_huis(tmp_path / "huis", {"diensten/boodschappentaxi.yml": NAMED})
    for _ in range(3):
        found = Inspector(tmp_path / "cache").inspect(huis, DAY).huis
        assert found is not None
        assert found.diensten["boodschappentaxi"].waar == ("de-linde",)


@pytest.mark.parametrize(
    ("typed", "status"), [("Actief", "actief"), ("ACTIEF", "actief"), (" proef ", "proef")]
)
def test_a_choice_in_any_case(tmp_path: Path, typed: str, status: str) -> None:
    text = f"{TAXI}status: {typed}\nvorm: [Aan huis, OP LOCATIE]\n"
    huis = look(tmp_path, **{"diensten/boodschappentaxi.yml": text}).huis
    assert huis is not None
    dienst = huis.diensten["boodschappentaxi"]
    assert (dienst.status, dienst.vorm) == (status, ("aan_huis", "op_locatie"))


# --- a name that it had before --------------------------------------------------------------------


def test_who_names_a_thing_as_it_was_called_means_that_thing(tmp_path: Path) -> None:
    """After another address was given in a form, texts still say `mens:samira`."""
    samira = SMALL_HUIS["medewerkers/samira.yml"]
    files = {
        "medewerkers/samira.yml": None,
        "medewerkers/samira-el-amrani.yml": samira + "vroeger: [samira]\n",
        "diensten/boodschappentaxi.yml": TAXI + "omschrijving: Vraag het [haar](mens:samira).\n",
    }
    site = build_site(write_organisatie(tmp_path, files))
    page = (site / "aanbod/boodschappentaxi/index.html").read_text("utf-8")
    assert 'href="../../mensen/samira-el-amrani/">haar</a>' in page
    visits = (site / "mensen/samira/index.html").read_text("utf-8")
    assert "../samira-el-amrani/" in visits
