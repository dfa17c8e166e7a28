"""The file of a new thing, in which every field stands explained.

Three kinds of lines: `## uitleg` stays a comment; `veld: waarde` counts; `# veld: voorbeeld` counts
as soon as somebody takes the `# ` away. An editor that switches comments on and off does just that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap

from ..huis import BerichtIntern, soorten
from ..huis.berichten import BLOG
from ..keuring.starttekst import NOG_INVULLEN
from ..lezen.boom import Boom
from ..vorm import Veld, Vorm, velden_van, voorbeeld_van
from .yamltekst import als_yaml, netjes

BREEDTE = 96
MEESTE_KEUZES = 20
"""With more ids than these a list of them is longer than the rest of the file."""
NIET_ZELF = {"vroeger"}
"""Fields that are filled in by a command, or not yet: a new thing had no other name."""
NAAMVELDEN = ("naam", "titel", "belofte")
"""The field that holds what a thing is called: the first of these that its kind has."""

Waarden = Mapping[str, Boom]


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What a new file is about."""

    soort: str
    id: str
    naam: str
    op: date
    ids: Mapping[str, Sequence[str]]
    """What exists already, by kind: what can be referred to."""
    waarden: Waarden = field(default_factory=dict)
    """What is known already, by key; inside groups too."""
    inleiding: str = ""
    """What to do with this file, above everything."""


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """The text of a new file, and what is left to fill in: (path in the file, explanation)."""

    tekst: str
    open: Sequence[tuple[str, str]]


def maak_sjabloon(aanvraag: Aanvraag) -> Sjabloon:
    """Write the file for a new thing (of a post: the fields at its top, between dashes)."""
    klasse = BerichtIntern if aanvraag.soort == BLOG else soorten()[aanvraag.soort].klasse
    velden = [v for v in velden_van(klasse) if v.sleutel not in NIET_ZELF]
    lijf = ""
    if aanvraag.soort == BLOG:
        velden = [v for v in velden if v.sleutel != "tekst"]
        lijf = f"{NOG_INVULLEN}: de tekst van het stuk.\n"
    werk = _Schrijver(aanvraag)
    regels = [*_opmerking(aanvraag.inleiding), *_opmerking(_LEESWIJZER), ""]
    for veld in velden:
        regels += [*werk.veld(veld, werk.bekend(velden), voorbeeld_van(aanvraag.soort)), ""]
    tekst = "\n".join(regels).rstrip() + "\n"
    if lijf:
        tekst = f"---\n{tekst}---\n\n{lijf}"
    return Sjabloon(tekst, werk.open)


_LEESWIJZER = (
    "Een regel met ## ervoor is uitleg. Een regel met # ervoor is een voorbeeld dat nog niet "
    "meedoet: haal het hekje en de spatie weg, en zet er de eigen woorden neer. "
    "Wat niet nodig is, mag weg."
)


class _Schrijver:
    """Writes fields as lines, without the indentation of what they stand in."""

    def __init__(self, aanvraag: Aanvraag) -> None:
        self.aanvraag = aanvraag
        self.open: list[tuple[str, str]] = []

    def bekend(self, velden: Sequence[Veld]) -> Waarden:
        """The values that are known: what was given, and the name."""
        sleutels = {v.sleutel for v in velden}
        naamveld = next((n for n in NAAMVELDEN if n in sleutels), "")
        bekend: dict[str, Boom] = {naamveld: self.aanvraag.naam} if self.aanvraag.naam else {}
        if self.aanvraag.soort == BLOG:
            bekend["concept"] = "ja"
        return {**bekend, **self.aanvraag.waarden}

    def veld(
        self, veld: Veld, bekend: Waarden, voorbeeld: Waarden, pad: tuple[str, ...] = ()
    ) -> list[str]:
        """The lines of a field that counts when it must, and of an example when it need not."""
        waarde = bekend.get(veld.sleutel)
        if waarde is None and not veld.verplicht:
            regels = [f"# {r}" for r in self.voorbeeld(veld, voorbeeld)]
        else:
            regels = self._ingevuld(veld, waarde, voorbeeld, (*pad, veld.sleutel))
        te_kiezen = any(r.startswith("  # - ") for r in regels)
        return [*_uitleg(veld, "" if te_kiezen else self._keuze_uit(veld)), *regels]

    def _ingevuld(
        self, veld: Veld, waarde: Boom | None, voorbeeld: Waarden, pad: tuple[str, ...]
    ) -> list[str]:
        """The lines of a field that counts."""
        if veld.vorm is Vorm.GROEP:
            delen = waarde if isinstance(waarde, list) else [waarde]
            inhoud = []
            for nummer, deel in enumerate(delen):
                bekend = deel if isinstance(deel, dict) else {}
                regels = self._groep(veld, bekend, _een(voorbeeld.get(veld.sleutel)), pad)
                inhoud += regels if nummer == 0 else [r for r in regels if "#" not in r[:5]]
            return [f"{veld.sleutel}:", *(f"  {r}" for r in inhoud)]
        if waarde is None and veld.vorm is Vorm.VERWIJZING:
            return self._verwijzing(veld, pad)
        if waarde is None:
            waarde = self._start(veld, voorbeeld)
            if veld.vorm in {Vorm.REGEL, Vorm.OPMAAK, Vorm.KEUZE}:
                self.open.append((".".join(pad), veld.uitleg))
        return _als_regels(veld, waarde)

    def _groep(
        self, veld: Veld, bekend: Waarden, voorbeeld: Waarden, pad: tuple[str, ...]
    ) -> list[str]:
        """What stands in a group that counts; in a list with a dash, behind which a field must
        count."""
        velden = veld.velden
        if veld.lijst:
            telt = [v for v in velden if v.verplicht or v.sleutel in bekend]
            velden = (*telt, *(v for v in velden if v not in telt))
        regels = [r for v in velden for r in self.veld(v, bekend, voorbeeld, pad)]
        return _met_streep(regels) if veld.lijst else regels

    def _verwijzing(self, veld: Veld, pad: tuple[str, ...]) -> list[str]:
        """A reference that must be there: the only thing that it can be, else what it can be."""
        ids = self._ids(veld)
        if len(ids) == 1:
            return _als_regels(veld, [ids[0]] if veld.lijst else ids[0])
        self.open.append((".".join(pad), veld.uitleg))
        keuzes = [f"  # - {id_}" for id_ in ids] if veld.lijst and len(ids) <= MEESTE_KEUZES else []
        return [f"{veld.sleutel}:", *keuzes]

    def _ids(self, veld: Veld) -> Sequence[str]:
        ids = self.aanvraag.ids.get(veld.soort or "", ())
        return [id_ for id_ in ids if (veld.soort, id_) != (self.aanvraag.soort, self.aanvraag.id)]

    def _keuze_uit(self, veld: Veld) -> str:
        """What can be chosen, as a sentence."""
        if veld.vorm is Vorm.KEUZE:
            genoemd = all(keuze in veld.uitleg for keuze in veld.keuzes)
            return "" if genoemd else f" Kies uit: {', '.join(veld.keuzes)}."
        if veld.vorm is not Vorm.VERWIJZING:
            return f" Of schrijf: {veld.kort_woord}." if veld.kort_woord else ""
        ids = self._ids(veld)
        if ids:
            return f" Kies uit: {', '.join(ids)}." if len(ids) > 1 else ""
        assert veld.soort is not None
        naam = soorten()[veld.soort].klasse.naam_van_soort.enkelvoud
        return f" Er is er nog geen; maak er een met: propositie erbij {naam} NAAM."

    def _start(self, veld: Veld, voorbeeld: Waarden) -> Boom:
        """What stands in a field that may not be empty, until somebody fills it in."""
        if veld.vorm in {Vorm.REGEL, Vorm.OPMAAK}:
            kop = veld.uitleg[:1].lower() + veld.uitleg[1:].rstrip(".")
            start: Boom = f"{NOG_INVULLEN}: {kop}"
        elif veld.vorm is Vorm.KEUZE:
            start = veld.keuzes[0]
        elif veld.vorm is Vorm.DATUM:
            start = self.aanvraag.op.isoformat()
        else:
            return voorbeeld[veld.sleutel]
        return [start] if veld.lijst else start

    def voorbeeld(self, veld: Veld, voorbeeld: Waarden) -> list[str]:
        """The lines of a field as an example, with everything in it."""
        waarde = voorbeeld.get(veld.sleutel, veld.standaard or "")
        if veld.vorm is Vorm.GROEP:
            regels: list[str] = []
            for deel in veld.velden:
                regels += _uitleg(deel, self._keuze_uit(deel))
                regels += self.voorbeeld(deel, _een(waarde))
            regels = _met_streep(regels) if veld.lijst else regels
            return [f"{veld.sleutel}:", *(f"  {r}" for r in regels)]
        if veld.vorm is Vorm.VERWIJZING and (ids := self._ids(veld)):
            waarde = [ids[0]] if veld.lijst else ids[0]
        elif veld.vorm is Vorm.BEELD and isinstance(waarde, str) and self.aanvraag.soort != "merk":
            waarde = f"{self.aanvraag.id}.{waarde.rpartition('.')[2]}"
        return _als_regels(veld, waarde)


def _een(waarde: Boom | None) -> Waarden:
    """The fields of a group; of a list of groups those of all of them, the first first."""
    delen = waarde if isinstance(waarde, list) else [waarde]
    samen: dict[str, Boom] = {}
    for deel in reversed(delen):
        samen |= deel if isinstance(deel, dict) else {}
    return samen


def _met_streep(regels: Sequence[str]) -> list[str]:
    """The lines of one part of a list: a dash before the first that is a field."""
    eerste = next((n for n, r in enumerate(regels) if not r.startswith("#")), 0)
    return [
        f"- {r}" if n == eerste else r if n < eerste else f"  {r}" for n, r in enumerate(regels)
    ]


def _als_regels(veld: Veld, waarde: Boom) -> list[str]:
    """A field and its value."""
    if isinstance(waarde, dict):
        regels = [f"{als_yaml(k)}: {als_yaml(str(w))}" for k, w in waarde.items()]
        return [f"{veld.sleutel}:", *(f"  {r}" for r in regels)]
    if isinstance(waarde, list) or veld.lijst:
        rij = waarde if isinstance(waarde, list) else [waarde]
        return [f"{veld.sleutel}:", *(f"  - {als_yaml(str(w))}" for w in rij)]
    if veld.vorm is Vorm.OPMAAK:
        regels = waarde.splitlines() or [""]
        return [f"{veld.sleutel}: |", *(f"  {netjes(r)}".rstrip() for r in regels)]
    return [f"{veld.sleutel}: {als_yaml(waarde)}"]


def _uitleg(veld: Veld, keuze: str) -> list[str]:
    verplicht = "Verplicht. " if veld.verplicht else ""
    return _opmerking(f"{verplicht}{veld.uitleg}{keuze}")


def _opmerking(tekst: str) -> list[str]:
    return [f"## {regel}" for regel in wrap(netjes(tekst), BREEDTE, break_on_hyphens=False)]
