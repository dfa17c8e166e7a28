"""Start texts: what `propositie nieuw` and `propositie erbij` wrote, and nobody replaced yet."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from ..huis import InternalBericht, Kind, Thing, kind_of
from ..huis.start_text import CONTACT_PAGE, left_out, own_part, start_texts
from ..huis.walk import is_reference, walk
from .rule import Hit, RuleContext, Subject, nothing, rule, text_rule


@text_rule(
    "K74",
    Severity.WARNING,
    "Alle tekst op de site is van de organisatie zelf",
    "propositie nieuw en propositie erbij zetten tekst neer op plekken die niet leeg mogen "
    "blijven. Wat daarvan blijft staan, komt niet op de site, en soms het hele ding niet.",
    nothing,
)
def placeholder_left(subject: Subject, _given: None) -> Iterator[Hit]:
    """A start text that was not replaced; one finding per file, which counts the others."""
    thing = subject.thing
    if isinstance(thing, InternalBericht) and thing.concept:
        return
    paths = start_texts(thing)
    if paths:
        rest = len(paths) - 1
        more = {0: "", 1: " In dit bestand geldt dat voor nog één tekst."}.get(
            rest, f" In dit bestand geldt dat voor nog {rest} teksten."
        )
        yield Hit(
            thing,
            "Dit staat er nog zoals propositie het schreef. Zet er de eigen woorden van de "
            f"organisatie neer.{_until_then(thing, subject.kind)}{more}",
            paths[0],
        )


def _until_then(thing: Thing, kind: Kind) -> str:
    """What becomes of it on the site as long as nobody does anything."""
    if not kind.public:
        return ""
    if kind.is_single or (kind.is_markdown and thing.id == CONTACT_PAGE):
        return (
            " Tot dan blijft het weg van de site, en vraagt de site zoekmachines om nog niet te "
            "komen."
        )
    if own_part(thing, kind) is None:
        return f" Tot dan staat {_this(kind)} niet op de site."
    return " Tot dan blijft het weg van de site."


@rule(
    "K98",
    Severity.WARNING,
    "Wat af is, staat op de site",
    "Wat naar iets verwijst dat nog ingevuld moet worden, kan er niet zonder: een dienst zonder "
    "behoefte is nergens te vinden. Zo kan iets wat af is toch wegblijven, zonder dat iemand het "
    "merkt.",
)
def waits_for_another(context: RuleContext) -> Iterator[Hit]:
    """Something finished that is not public, for what it refers to is not."""
    waiting = left_out(context.huis)
    for thing in waiting.values():
        kind = kind_of(thing)
        if own_part(thing, kind) is None:
            continue  # told above
        path, other = next(
            (path, waiting[field.kind, id_])
            for path, field, id_ in walk(thing, is_reference)
            if field.kind is not None and (field.kind, id_) in waiting
        )
        its = kind_of(other)
        another = "ander" if its.article == "het" else "andere"
        yield Hit(
            thing,
            f'{its.the} "{its.name_of(other)}" staat nog niet op de site, want daar moet nog iets '
            f"ingevuld worden. Daarom staat {_this(kind)} er ook niet. Vul dat eerst in, of noem "
            f"hier een {another} {its.singular}.",
            path,
        )


def _this(kind: Kind) -> str:
    return f"{'dit' if kind.article == 'het' else 'deze'} {kind.singular}"
