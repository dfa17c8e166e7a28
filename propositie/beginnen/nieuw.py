"""A new organisation: a folder that builds and publishes at once, and says what to do next."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import distribution
from pathlib import Path

from ..huis import soorten
from ..keuring.starttekst import NOG_INVULLEN
from ..lezen.boom import Boom
from ..schema import schemabestanden, werk_bij
from .antwoorden import Antwoorden
from .sjabloon import Aanvraag, maak_sjabloon
from .yamltekst import als_yaml

START = Path(__file__).parent / "start"
"""What every organisation begins with, as files."""
MET_PUNT = {"github": ".github", "gitignore": ".gitignore"}
"""Names that have no dot in the package, for packaging leaves out what begins with one."""
MAG_ER_AL_ZIJN = {".git"}
"""A clone of an empty repository counts as an empty folder."""


class MapBezet(Exception):
    """There is something in the folder already."""


def maak_organisatie(map_: Path, antwoorden: Antwoorden, op: date) -> list[str]:
    """Make an organisation in `map_`; return its files, by their path in that folder.

    All of it or nothing: everything is first written elsewhere, then moved. Raises `MapBezet`, in
    Dutch, when there is something there, and OSError when it cannot be written.
    """
    _controleer_leeg(map_)
    map_.parent.mkdir(parents=True, exist_ok=True)
    # Inside an empty folder that is there: what lies around it may not be ours to write in.
    onder = map_ if map_.is_dir() else map_.parent
    naast = Path(tempfile.mkdtemp(prefix=".propositie-", dir=onder))
    try:
        bestanden = dict(_bestanden(antwoorden, op))
        for naam, tekst in bestanden.items():
            pad = naast / "nieuw" / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst, "utf-8", newline="\n")
        bestanden |= _hulp_in_de_editor(naast / "nieuw")
        _zet_neer(naast / "nieuw", map_)
    finally:
        shutil.rmtree(naast, ignore_errors=True)
    return sorted(bestanden)


def _hulp_in_de_editor(map_: Path) -> Mapping[str, str]:
    """What an editor needs to help, made for the house that has just been written."""
    bestanden = schemabestanden(map_, "site_src/huis")
    werk_bij(map_, bestanden)
    return bestanden


def _controleer_leeg(map_: Path) -> None:
    if map_.is_dir() and not {p.name for p in map_.iterdir()} - MAG_ER_AL_ZIJN:
        return
    if map_.exists() or map_.is_symlink():
        wat = "Er staat al iets in de map" if map_.is_dir() else "Er is al een bestand met de naam"
        raise MapBezet(
            f'{wat} "{map_.as_posix()}", en daar komt niets overheen. Kies een andere naam, '
            "bijvoorbeeld: propositie nieuw onze-site"
        )


def _zet_neer(nieuw: Path, map_: Path) -> None:
    """Put a finished folder in its place; into an empty one that is there, piece by piece."""
    if not map_.exists():
        nieuw.rename(map_)
        return
    gedaan: list[Path] = []
    try:
        for deel in sorted(nieuw.iterdir()):
            deel.rename(map_ / deel.name)
            gedaan.append(map_ / deel.name)
    except BaseException:
        for pad in gedaan:
            pad.rename(nieuw / pad.name)
        raise


def _bestanden(antwoorden: Antwoorden, op: date) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file."""
    invullen = {
        "naam": als_yaml(antwoorden.naam),
        "werkboek": als_yaml(f"Werkboek {antwoorden.naam}"),
        "propositie": _vereiste(),
    }
    for pad in START.rglob("*"):
        if pad.is_file():
            delen = [MET_PUNT.get(d, d) for d in pad.relative_to(START).parts]
            tekst = pad.read_text("utf-8")
            naam = {**invullen, "naam": antwoorden.naam} if pad.suffix == ".md" else invullen
            for sleutel, waarde in naam.items():
                tekst = tekst.replace(f"@{sleutel}@", waarde)
            yield "/".join(delen), tekst
    ids: dict[str, list[str]] = {}
    for soort, waarden in _enkele(antwoorden).items():
        naam_ = antwoorden.naam if soort == "organisatie" else ""
        aanvraag = Aanvraag(soort, soort, naam_, op, ids, waarden, EERST_DOEN[soort])
        yield f"site_src/huis/{soort}.yml", maak_sjabloon(aanvraag).tekst
    for ding in EERSTE:
        aanvraag = Aanvraag(ding.soort, ding.id, ding.naam, op, ids, ding.waarden, ding.inleiding)
        yield f"site_src/huis/{ding.soort}/{ding.id}.yml", maak_sjabloon(aanvraag).tekst
        ids.setdefault(ding.soort, []).append(ding.id)


def _enkele(antwoorden: Antwoorden) -> Mapping[str, Mapping[str, Boom]]:
    """What is known of the two things of which there is one."""
    contact: dict[str, Boom] = {"adres": {"plaats": antwoorden.plaats}}
    if antwoorden.telefoon:
        contact["telefoon"] = antwoorden.telefoon
    return {
        "organisatie": {
            "versie": "1",
            "aanspreekvorm": antwoorden.aanspreekvorm,
            "werkgebied": [antwoorden.plaats],
            "contact": contact,
            "spoed": "Is er direct gevaar? Bel 112.",
        },
        "merk": {"kleuren": {"hoofd": antwoorden.kleur}},
    }


EERST_DOEN = {
    "organisatie": "De organisatie zelf. Begin met de zin die bij de naam hoort (payoff) en met "
    "waarom jullie er zijn (missie). Daarna de openingstijden, onder contact.",
    "merk": "De huisstijl. Is er een logo, zet het dan naast dit bestand en noem het hier.",
}


@dataclass(frozen=True, slots=True)
class _Eerste:
    """The first thing of a kind: there to be replaced."""

    soort: str
    id: str
    naam: str
    wat: str
    bijvoorbeeld: str
    """An id that one like it could have."""
    waarden: Mapping[str, Boom] = field(default_factory=dict)

    @property
    def inleiding(self) -> str:
        woord = soorten()[self.soort].klasse.naam_van_soort.enkelvoud
        return (
            f"{self.wat} Zet overal de eigen woorden neer en geef het bestand dan een eigen naam, "
            f"bijvoorbeeld: propositie hernoem {woord} {self.id} {self.bijvoorbeeld} "
            "--geen-doorverwijzing"
        )


EERSTE = (
    _Eerste(
        "klantgroepen", "eerste-klantgroep", "Eerste klantgroep",
        "De eerste klantgroep: mensen die met dezelfde soort vragen komen.", "ouderen",
    ),
    _Eerste(
        "behoeften", "eerste-behoefte", "Eerste behoefte",
        "De eerste behoefte: waar mensen mee komen, in hun eigen woorden.", "boodschappen",
    ),
    _Eerste(
        "diensten", "eerste-dienst", "Eerste dienst",
        "De eerste dienst: wat jullie samen met mensen doen.", "boodschappenbus",
    ),
    _Eerste(
        "usps", "eerste-belofte", "Eerste belofte",
        "De eerste belofte: waarom mensen bij jullie komen en niet bij een ander.",
        "zelfde-gezicht", {"as": "klantrelatie"},
    ),
    _Eerste(
        "medewerkers", "eerste-medewerker", "Voornaam Achternaam",
        "De eerste medewerker: bij wie mensen terechtkunnen. Vul een echt mens in, of haal dit "
        "bestand weg.", "ayse-yilmaz",
        {"te_vinden": [{"waar": f"{NOG_INVULLEN}: een plek",
                        "wanneer": f"{NOG_INVULLEN}: een tijd"}]},
    ),
)  # fmt: skip
"""Each after what it refers to."""


def _vereiste() -> str:
    """What pip has to install to get the same propositie as the one that runs here."""
    pakket = distribution("propositie")
    try:
        herkomst = json.loads(pakket.read_text("direct_url.json") or "{}")
    except ValueError:
        herkomst = {}
    versie, url = herkomst.get("vcs_info", {}), herkomst.get("url", "")
    if versie.get("vcs") == "git" and re.fullmatch(r"https://[^@\s]+", url):
        return f"propositie @ git+{url}@{versie['commit_id']}"
    return (
        "# Staat propositie niet in een register, zet hier dan het adres:\n"
        f"# propositie @ git+https://…@COMMIT\npropositie=={pakket.version}"
    )
