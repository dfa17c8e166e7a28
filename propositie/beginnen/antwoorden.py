"""What a new organisation is asked: five questions, each answered in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..huis.velden import fout, lees_kleur, lees_telefoon
from .yamltekst import netjes


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What the first files of an organisation are made of."""

    naam: str = "Onze organisatie"
    plaats: str = "Onze plaats"
    telefoon: str = ""
    """Empty: the site has no number yet, and the check says so."""
    kleur: str = "#1f5c4d"
    aanspreekvorm: str = "je"


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question: the answer that it fills, its words, and what reads what was typed."""

    sleutel: str
    vraag: str
    uitleg: str
    """What stands in the help of the option of the same name."""
    lees: Callable[[str], str]
    """Returns the answer as it is kept. Raises ValueError with a Dutch sentence."""
    mag_leeg: bool = False


def _lees_tekst(waarde: str) -> str:
    tekst = netjes(waarde)
    if not tekst:
        raise fout("Hier is iets nodig. Het is later altijd te veranderen.")
    if len(tekst) > 200:
        raise fout("Dit is te lang voor een naam. Houd het korter dan 200 tekens.")
    return tekst


def _lees_telefoon(waarde: str) -> str:
    return lees_telefoon(netjes(waarde)) if netjes(waarde) else ""


def _lees_kleur(waarde: str) -> str:
    kleur = netjes(waarde).strip("\"'")
    try:
        return lees_kleur(kleur if kleur.startswith("#") else f"#{kleur}")
    except ValueError:
        raise fout(
            '"{tekst}" is geen kleurcode. Dat is een hekje met zes cijfers of letters van a tot '
            "en met f, bijvoorbeeld #1f5c4d.",
            tekst=kleur,
        ) from None


def _lees_vorm(waarde: str) -> str:
    vorm = netjes(waarde).lower()
    vorm = {"jij": "je"}.get(vorm, vorm)
    if vorm not in {"je", "u"}:
        raise fout('"{tekst}" kan hier niet. Antwoord met je of u.', tekst=netjes(waarde))
    return vorm


VRAGEN = (
    Vraag("naam", "Hoe heet de organisatie? Bijvoorbeeld: Welzijn Duinrand",
          "De naam van de organisatie.", _lees_tekst),
    Vraag("plaats", "In welke plaats zit zij? Bijvoorbeeld: Duinrand",
          "De plaats waar de organisatie zit.", _lees_tekst),
    Vraag("telefoon", "Op welk nummer is zij te bellen? Bijvoorbeeld: 0599 123 456 "
          "(leeg laten mag)", "Het telefoonnummer.", _lees_telefoon, mag_leeg=True),
    Vraag("kleur", "Wat is de hoofdkleur van de huisstijl? Bijvoorbeeld: #1f5c4d",
          "De hoofdkleur van de huisstijl, bijvoorbeeld #1f5c4d.", _lees_kleur),
    Vraag("aanspreekvorm", "Spreekt de site de lezer aan met je of met u?",
          "Of de site je of u zegt.", _lees_vorm),
)  # fmt: skip
