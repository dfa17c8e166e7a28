"""What to say of links and pictures in a text that lead nowhere, and of files beside pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..edits import Certainty
from ..finding import Finding, Location, Severity
from ..huis import kinds
from ..reading.nowhere import Lost
from ..reading.problems import Collision, DeadLink, LooseFile, Looseness
from .message import fix_piece
from .names import find_nearest
from .words import did_you_mean, shorten


def explain_dead_link(problem: DeadLink) -> Finding:
    """A link or picture whose address leads nowhere."""
    explained = _explain(problem)
    link = problem.link
    position = problem.source.location_of_link(
        problem.path, link.line, link.column, link.length, link.address
    )
    better, certainty = _better(problem)
    start = position.column - 1
    piece = position.line_text[start : start + position.length]
    before, found, after = piece.partition(link.address or piece)
    fix = None
    if better and link.address and found:
        fix = fix_piece(problem.source, position, f"{before}{better}{after}", certainty)
    lead = "Schrijf" if certainty is Certainty.CERTAIN else "Schrijf dan"
    return Finding(explained.code, explained.severity, explained.sentence, position, fix, lead)


def _better(problem: DeadLink) -> tuple[str, Certainty]:
    """The address to write instead, and how sure that is; empty when nobody knows."""
    nowhere = problem.nowhere
    if nowhere.better:
        return nowhere.better, Certainty.CERTAIN
    near, address = meant_by(problem), problem.link.address
    if near is None:
        return "", Certainty.LIKELY
    if nowhere.why is Lost.PAGE:  # from the start of the site: right wherever the text stands
        _, mark, fragment = address.partition("#")
        return f"/{near}/{mark}{fragment}", Certainty.LIKELY
    return address.replace(nowhere.name, near), Certainty.LIKELY


def meant_by(problem: DeadLink) -> str | None:
    """The name of what a link was probably meant to lead to."""
    nowhere = problem.nowhere
    return find_nearest(nowhere.name, list(dict.fromkeys(nowhere.near)))


class _Explained(NamedTuple):
    """What is said of a link that leads nowhere."""

    code: str
    severity: Severity
    sentence: str
    """With `{name}` for what the link names, and `{words}` for its words."""
    otherwise: str = ""
    """What to do when nothing is near that may be meant."""


_EXPLAINED: Mapping[Lost, _Explained] = {
    Lost.PAGE: _Explained(
        "V03", Severity.ERROR,
        'De pagina "{name}" waar deze link heen gaat, bestaat niet.',
        " Haal de link weg, of maak de pagina.",
    ),
    Lost.FILE: _Explained(
        "V14", Severity.ERROR,
        'Het bestand "{name}" waar deze link heen gaat, staat niet in de map.',
        " Zet het ernaast, of haal de link weg.",
    ),
    Lost.FRAGMENT: _Explained(
        "V21", Severity.WARNING,
        'Op de pagina staat geen kop "{name}" waar deze link heen gaat.',
        " Kijk hoe de kop nu heet, of haal #… weg.",
    ),
    Lost.NO_SCHEME: _Explained(
        "V21", Severity.ERROR,
        "Een adres van een andere site begint met https://. Zonder dat zoekt de link een bladzijde "
        "op jullie eigen site.",
    ),
    Lost.MANGLED: _Explained(
        "V21", Severity.ERROR,
        'In het adres "{name}" klopt het begin niet: een adres van een andere site begint met '
        "https://, met een dubbele punt en twee streepjes.",
    ),
    Lost.OTHER_FORM: _Explained(
        "V21", Severity.ERROR,
        'De pagina waar "{name}" heen gaat, bestaat wel, maar heeft een ander adres.',
    ),
    Lost.OWN_COMPUTER: _Explained(
        "V21", Severity.ERROR,
        'Dit adres wijst naar een bestand op uw eigen computer ("{name}"), en daar kan niemand '
        "anders bij. Zet het bestand naast deze tekst, en noem alleen de naam.",
    ),
    Lost.EMPTY: _Explained(
        "V21", Severity.ERROR,
        'De link "{words}" heeft geen adres. Zet het tussen de ronde haken, of haal de link weg.',
    ),
    Lost.ELSEWHERE: _Explained(
        "V21", Severity.WARNING,
        "Dit beeld staat op een andere site. Het wordt hier niet getoond, want dan zou die site "
        "zien wie er kijkt. Sla het beeld op (mag dat?), zet het naast deze tekst en noem de naam.",
    ),
    Lost.NO_WORDS: _Explained(
        "V23", Severity.WARNING,
        "Bij dit beeld staat niet wat erop te zien is, voor wie het niet ziet. Zet dat tussen de "
        "vierkante haken: ![wat er te zien is](…)",
    ),
}  # fmt: skip
_NO_MAILTO = _EXPLAINED[Lost.NO_SCHEME]._replace(
    sentence="Voor een e-mailadres in een link hoort mailto: te staan."
)
_NO_PICTURE = _EXPLAINED[Lost.EMPTY]._replace(
    sentence="Bij dit beeld staat geen bestand. Noem het tussen de haken."
)


def _explain(problem: DeadLink) -> _Explained:
    """What is said of a link, with its names filled in."""
    nowhere = problem.nowhere
    explained = _EXPLAINED[nowhere.why]
    if nowhere.why is Lost.NO_SCHEME and nowhere.better.startswith("mailto:"):
        explained = _NO_MAILTO
    elif nowhere.why is Lost.EMPTY and problem.is_image:
        explained = _NO_PICTURE
    sentence = explained.sentence.format(
        name=shorten(nowhere.name), words=shorten(problem.link.words)
    )
    hint = ""
    if explained.otherwise:
        hint = did_you_mean(meant_by(problem)) or explained.otherwise
    return explained._replace(sentence=sentence + hint)


def explain_loose_file(problem: LooseFile) -> Finding:
    """A file beside pages that goes online without anybody leading to it, or does not."""
    name = shorten(problem.path.name)
    severity, sentence = {
        Looseness.OFFICE: (
            Severity.WARNING,
            f'Naar "{name}" leidt geen link, dus komt het niet op de site. Hoort het erop, zet dan '
            "op een pagina een link, liefst naar een pdf ervan. Anders: haal het hier weg.",
        ),
        Looseness.FORBIDDEN: (
            Severity.WARNING,
            f'"{name}" is geen bestand voor een website, en komt er niet op. Haal het hier weg.',
        ),
        Looseness.PDF: (
            Severity.TIP,
            f'"{name}" komt op de site, maar geen pagina leidt ernaartoe. Zet er een link naar, of '
            "haal het weg als niemand het meer hoeft te lezen.",
        ),
    }[problem.looseness]
    return Finding("V22", severity, sentence, Location(problem.shown_as))


def explain_collision(problem: Collision) -> Finding:
    """A page at an address that is made from the house."""
    address, file = f"/{problem.address}", problem.source.path.name
    if problem.is_lost:
        of = f" van {kinds()[problem.made_from].article} " if problem.made_from else ""
        what = f"{of}{kinds()[problem.made_from].singular}" if problem.made_from else ""
        sentence = (
            f"Op {address} staat al een pagina{what} die het programma maakt, en dan komt deze er "
            "niet bij. Geef dit bestand een andere naam, of zet de tekst daar."
        )
        return Finding("V24", Severity.ERROR, sentence, Location(problem.source.shown_as))
    made = f"met alle {kinds()[problem.made_from].plural}" if problem.made_from else "van het begin"
    sentence = (
        f"Op {address} staat al de pagina {made}. Wat hier staat, komt daar bovenaan. Is het een "
        f'pagina op zichzelf, geef "{file}" dan een andere naam.'
    )
    return Finding("V24", Severity.TIP, sentence, Location(problem.source.shown_as))
