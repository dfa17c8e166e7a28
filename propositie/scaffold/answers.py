"""What a new organisation is asked: five questions, each answered in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..huis.parsing import error, parse_colour, parse_phone
from .yaml_text import tidy


@dataclass(frozen=True, slots=True)
class Answers:
    """What the first files of an organisation are made of."""

    naam: str = "Onze organisatie"
    plaats: str = "Onze plaats"
    telefoon: str = ""
    """Empty: the site has no number yet, and the check says so."""
    kleur: str = "#1f5c4d"
    aanspreekvorm: str = "je"


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the answer that it fills, its words, and what reads what was typed."""

    key: str
    text: str
    explanation: str
    """What stands in the help of the option of the same name."""
    parse: Callable[[str], str]
    """Returns the answer as it is kept. Raises ValueError with a Dutch sentence."""
    is_optional: bool = False


def _parse_text(value: str) -> str:
    text = tidy(value)
    if not text:
        raise error("Hier is iets nodig. Het is later altijd te veranderen.")
    if len(text) > 200:
        raise error("Dit is te lang voor een naam. Houd het korter dan 200 tekens.")
    return text


def _parse_telefoon(value: str) -> str:
    return parse_phone(tidy(value)) if tidy(value) else ""


def _parse_colour(value: str) -> str:
    colour = tidy(value).strip("\"'")
    try:
        return parse_colour(colour if colour.startswith("#") else f"#{colour}")
    except ValueError:
        raise error(
            '"{text}" is geen kleurcode. Dat is een hekje met zes cijfers of letters van a tot '
            "en met f, bijvoorbeeld #1f5c4d.",
            text=colour,
        ) from None


def _parse_aanspreekvorm(value: str) -> str:
    form = tidy(value).lower()
    form = {"jij": "je"}.get(form, form)
    if form not in {"je", "u"}:
        raise error('"{text}" kan hier niet. Antwoord met je of u.', text=tidy(value))
    return form


QUESTIONS = (
    Question("naam", "Hoe heet de organisatie? Bijvoorbeeld: Welzijn Duinrand",
          "De naam van de organisatie.", _parse_text),
    Question("plaats", "In welke plaats zit zij? Bijvoorbeeld: Duinrand",
          "De plaats waar de organisatie zit.", _parse_text),
    Question("telefoon", "Op welk nummer is zij te bellen? Bijvoorbeeld: 0599 123 456 "
          "(leeg laten mag)", "Het telefoonnummer.", _parse_telefoon, is_optional=True),
    Question("kleur", "Wat is de hoofdkleur van de huisstijl? Bijvoorbeeld: #1f5c4d",
          "De hoofdkleur van de huisstijl, bijvoorbeeld #1f5c4d.", _parse_colour),
    Question("aanspreekvorm", "Spreekt de site de lezer aan met je of met u?",
          "Of de site je of u zegt.", _parse_aanspreekvorm),
)  # fmt: skip
