"""What to say of files: of another program, with a name that cannot be, missing, or unused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..finding import Finding, Location, Severity
from ..reading.errors import Mistake
from ..reading.problems import (
    MissingAttachment,
    MissingFile,
    NoFolder,
    TellingPhoto,
    UnfitPortrait,
    UnmentionedFile,
    UnusableAttachment,
)
from .message import fix_piece
from .names import find_nearest
from .rejected import required_fields
from .words import did_you_mean, shorten

_NEW_FILE_ADVICE = (
    "Maak een nieuw bestand in een gewone teksteditor en plak daar alleen de tekst in."
)
OTHER_PROGRAMS: Mapping[str, str] = {
    "office": f"Dit is een bestand van Word, Excel of LibreOffice, geen tekst. {_NEW_FILE_ADVICE}",
    "old office": f"Dit is een oud bestand van Word of Excel, geen tekst. {_NEW_FILE_ADVICE}",
    "pdf": f"Dit is een pdf, geen tekst. {_NEW_FILE_ADVICE}",
    "rtf": f"Dit is tekst met opmaak (RTF), en hier hoort tekst zonder opmaak. {_NEW_FILE_ADVICE}",
    "utf-16": "Dit bestand is bewaard als UTF-16 (Kladblok noemt dat Unicode). Open het, kies "
    "Opslaan als, en kies daar de codering UTF-8.",
}
"""What to say of a file that another program made."""

UNREADABLE: Mapping[Mistake, tuple[str, str]] = {
    Mistake.NOT_UTF8: (
        "V01",
        "Dit bestand is geen gewone tekst (UTF-8): vanaf deze plek is het niet te lezen. "
        "Open het in een teksteditor en bewaar het opnieuw als UTF-8.",
    ),
    Mistake.NOT_A_FILE: ("V01", "Dit is geen gewoon bestand. Haal het weg."),
    Mistake.CLOSED: (
        "V01",
        "Dit bestand is niet te openen. Kijk of het er nog is en of u het mag lezen.",
    ),
}
"""Code and sentence of a file that cannot be read at all."""


def explain_no_folder(problem: NoFolder) -> Finding:
    """A house that is not there."""
    message = f'De map "{problem.shown_as}" is er niet. Kijk na of u in de goede map staat.'
    return Finding("V15", Severity.ERROR, message)


def explain_missing_file(problem: MissingFile) -> Finding:
    """A house without one of the files that it must have."""
    fields = ", ".join(required_fields(problem.kind.model))
    message = (
        f'Het bestand "{problem.kind.name}.yml" ontbreekt in de map {problem.folder}. '
        f"Maak het, en vul minstens in: {fields}."
    )
    return Finding("V15", Severity.ERROR, message, Location(problem.shown_as))


def explain_missing_attachment(problem: MissingAttachment) -> Finding:
    """A picture or font that is not there, with the one that was probably meant."""
    if problem.find and problem.file.suffix.lower() in _NO_PICTURE and problem.file.is_file():
        return _explain_no_picture(problem)
    intended = meant_file(problem)
    hint = did_you_mean(intended.name) if intended else " Zet het naast dit bestand."
    message = f'Het bestand "{shorten(problem.file.name)}" staat niet in de map.{hint}'
    position = problem.source.location(problem.path, find=problem.find)
    start = position.column - 1
    typed = position.line_text[start : start + position.length]
    fix = None
    if intended and problem.file.name in typed:
        fix = fix_piece(problem.source, position, typed.replace(problem.file.name, intended.name))
    return Finding("V14", Severity.ERROR, message, position, fix, "Schrijf dan")


_NO_PICTURE = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".csv", ".mp3", ".mp4", ".zip"}
"""What people put on a page as if it were a picture, and a visitor can be given."""


def _explain_no_picture(problem: MissingAttachment) -> Finding:
    """A document where a picture belongs: it is a download when it stands there as a link."""
    position = problem.source.location(problem.path, find=problem.find)
    message = (
        f'"{shorten(problem.file.name)}" is geen beeld, dus is het niet te laten zien. Haal het '
        "uitroepteken voor de link weg: dan kunnen bezoekers het openen."
    )
    return Finding("V14", Severity.ERROR, message, position)


def meant_file(problem: MissingAttachment) -> Path | None:
    """The file beside it that was probably meant."""
    beside = {p.stem: p for p in problem.beside}
    nearest = find_nearest(problem.file.stem, beside)
    return beside[nearest] if nearest else None


def explain_unusable_attachment(problem: UnusableAttachment) -> Finding:
    """A picture or font that is no such thing, or too large."""
    position = problem.source.location(problem.path, find=problem.find)
    return Finding("V14", Severity.ERROR, problem.reason, position)


def explain_telling_photo(problem: TellingPhoto) -> Finding:
    """A photo that tells where it was taken."""
    message = (
        "In dit fotobestand staat op welke plek de foto gemaakt is. Op de site komt dat niet, maar "
        "wie de bestanden kan lezen, ziet het wel. Bewaar de foto zonder locatie en zet haar "
        "opnieuw neer."
    )
    position = problem.source.location(problem.path, find=problem.find)
    return Finding("V19", Severity.WARNING, message, position)


def explain_unfit_portrait(problem: UnfitPortrait) -> Finding:
    """A portrait of which too little can be shown."""
    size = f"{problem.width} bij {problem.height} beeldpunten"
    message = (
        f"Dit portret is {size}: daar is op de site geen gezicht in te zien. Neem een foto van "
        "minstens 640 bij 800 beeldpunten, iets hoger dan breed."
    )
    return Finding("V25", Severity.WARNING, message, problem.source.location(problem.path))


def explain_unmentioned_file(problem: UnmentionedFile) -> Finding:
    """A picture or font that no file names."""
    if problem.is_beside_pages:
        message = (
            f'Geen pagina laat "{shorten(problem.path.name)}" zien. Zet het op een pagina, of haal '
            "het weg."
        )
        return Finding("V22", Severity.TIP, message, Location(problem.shown_as))
    message = (
        f'Het bestand "{shorten(problem.path.name)}" wordt nergens genoemd. '
        "Noem het in het YAML-bestand waar het bij hoort, of haal het weg."
    )
    return Finding("V13", Severity.WARNING, message, Location(problem.shown_as))
