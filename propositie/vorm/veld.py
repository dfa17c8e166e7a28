"""One field as staff meet it, worked out from the annotation of a model's field."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from ..huis import velden as v
from ..huis.basis import Deel, Ding, Intern
from ..huis.uitleg import uitleg


class Vorm(Enum):
    """In what form a value is written; the value is the Dutch word for it."""

    REGEL = "tekst op één regel"
    OPMAAK = "tekst van meer regels, met opmaak"
    GETAL = "getal"
    GEHEEL = "heel getal"
    BEDRAG = "bedrag in euro's"
    DATUM = "datum"
    INGETROKKEN = "datum of ja"
    TIJD = "tijd"
    JA_NEE = "ja of nee"
    TELEFOON = "telefoonnummer"
    EMAIL = "e-mailadres"
    URL = "webadres"
    POSTCODE = "postcode"
    KLEUR = "kleurcode"
    KEUZE = "keuze"
    VERWIJZING = "id"
    BEELD = "naam van een beeldbestand"
    LETTER = "naam van een letterbestand"
    GROEP = "groep met eigen velden"
    TABEL = "eigen namen met een waarde erachter"


@dataclass(frozen=True, slots=True)
class Veld:
    """A field of a thing, or of a group inside it."""

    sleutel: str
    """The key in the YAML."""
    uitleg: str
    """What the field is for, in Dutch, for staff; empty for what stands inside a TABEL."""
    vorm: Vorm
    lijst: bool = False
    """Whether it holds a list of values of this form."""
    los: bool = False
    """Whether a list of one may be written as one value."""
    verplicht: bool = False
    intern: bool = False
    """Whether it never reaches the public edition; then what stands inside it does not either."""
    keuzes: tuple[str, ...] = ()
    """What can be chosen (KEUZE), or which names a TABEL may have (none: all names)."""
    soort: str | None = None
    """The kind of thing that an id refers to (VERWIJZING)."""
    velden: tuple[Veld, ...] = ()
    """The fields of a GROEP; the one field that stands behind each name of a TABEL."""
    kort_woord: str | None = None
    """A word that may stand in place of a GROEP, such as `gratis`."""
    minstens: int | None = None
    hoogstens: int | None = None
    standaard: str | None = None
    """What holds when the field is left out, as text; None when nothing does."""

    @property
    def label(self) -> str:
        """The key as a word: `te_vinden` → `Te vinden`."""
        return self.sleutel.replace("_", " ").capitalize()


_LEZERS: Mapping[Callable[..., Any], Vorm] = {
    v.lees_getal: Vorm.GETAL,
    v.lees_bedrag: Vorm.BEDRAG,
    v.lees_geheel: Vorm.GEHEEL,
    v.lees_datum: Vorm.DATUM,
    v.lees_ingetrokken: Vorm.INGETROKKEN,
    v.lees_tijd: Vorm.TIJD,
    v.lees_ja_nee: Vorm.JA_NEE,
    v.lees_telefoon: Vorm.TELEFOON,
    v.lees_email: Vorm.EMAIL,
    v.lees_url: Vorm.URL,
    v.lees_postcode: Vorm.POSTCODE,
    v.lees_kleur: Vorm.KLEUR,
}
_KAAL = {str, bool, date, time, Decimal}
_MERKEN: Mapping[type, Vorm] = {
    v.Opmaak: Vorm.OPMAAK,
    v.Afbeelding: Vorm.BEELD,
    v.Letterbestand: Vorm.LETTER,
}


@cache
def velden_van(klasse: type[BaseModel]) -> tuple[Veld, ...]:
    """The fields that staff fill in for `klasse`, in the order of the model, without `id`."""
    tekst = uitleg(klasse)
    publiek = _publieke_velden(klasse)
    return tuple(
        _met_standaard(
            replace(
                _vorm_van(_annotatie(veld)),
                sleutel=veld.alias or naam,
                uitleg=tekst.get(naam, ""),
                verplicht=veld.is_required(),
                intern=naam not in publiek,
            ),
            veld,
        )
        for naam, veld in klasse.model_fields.items()
        if naam != "id"
    )


def _publieke_velden(klasse: type[BaseModel]) -> frozenset[str]:
    """The names of the fields that the public sides of `klasse` have.

    There may be more than one: of a worker who left, the farewell is public.
    """
    gedeeld = {Deel, Ding, BaseModel}
    kanten = [k for k in klasse.__mro__ if issubclass(k, Deel) and k not in gedeeld]
    for kant in kanten:
        kanten += [k for k in kant.__subclasses__() if k not in kanten]
    publiek = (k for k in kanten if not issubclass(k, Intern))
    return frozenset(naam for k in publiek for naam in k.model_fields)


def _annotatie(veld: FieldInfo) -> Any:
    """The annotation as it was written: pydantic keeps what `Annotated` held apart."""
    return Annotated[veld.annotation, *veld.metadata] if veld.metadata else veld.annotation


def _vorm_van(annotatie: Any) -> Veld:
    """The form that an annotation asks for; key, help and the like are filled in elsewhere."""
    kaal = Veld("", "", Vorm.REGEL)
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        return replace(kaal, vorm=Vorm.GROEP, velden=velden_van(annotatie))
    oorsprong, delen = get_origin(annotatie), get_args(annotatie)
    if oorsprong is Annotated:
        return _gemerkt(_vorm_van(delen[0]), delen[1:])
    if oorsprong is Literal:
        return replace(kaal, vorm=Vorm.KEUZE, keuzes=tuple(delen))
    if oorsprong in {Union, types.UnionType}:
        return _vorm_van(next(d for d in delen if d is not type(None)))
    if oorsprong is tuple:
        return replace(_vorm_van(delen[0]), lijst=True)
    if isinstance(oorsprong, type) and issubclass(oorsprong, Mapping):
        return replace(
            kaal, vorm=Vorm.TABEL, keuzes=_vorm_van(delen[0]).keuzes, velden=(_vorm_van(delen[1]),)
        )
    if annotatie is int:
        return replace(kaal, vorm=Vorm.GEHEEL)
    if annotatie in _KAAL:
        return kaal
    raise TypeError(f"no form for {annotatie!r}")


def _gemerkt(veld: Veld, merken: tuple[Any, ...]) -> Veld:
    """`veld` with what the marks of an annotation say of it."""
    for merk in merken:
        if isinstance(merk, FieldInfo):
            veld = _gemerkt(veld, tuple(merk.metadata))
        elif isinstance(merk, v.Verwijzing):
            veld = replace(veld, vorm=Vorm.VERWIJZING, soort=merk.soort)
        elif type(merk) in _MERKEN:
            veld = replace(veld, vorm=_MERKEN[type(merk)])
        elif isinstance(merk, v.KortWoord):
            veld = replace(veld, kort_woord=merk.woord)
        elif isinstance(merk, BeforeValidator | AfterValidator):
            if merk.func is v.als_lijst:
                veld = replace(veld, los=True)
            elif (vorm := _LEZERS.get(merk.func)) is not None:
                veld = replace(veld, vorm=vorm)
        elif isinstance(merk, Ge):
            veld = replace(veld, minstens=_geheel(merk.ge))
        elif isinstance(merk, Le):
            veld = replace(veld, hoogstens=_geheel(merk.le))
        elif isinstance(merk, MinLen) and veld.lijst:
            veld = replace(veld, minstens=merk.min_length)
    return veld


def _geheel(grens: object) -> int:
    assert isinstance(grens, int)
    return grens


def _met_standaard(veld: Veld, bron: FieldInfo) -> Veld:
    """`veld` with the value that holds when it is left out, where that is worth telling."""
    waarde = bron.default
    if bron.is_required() or veld.lijst or veld.vorm in {Vorm.GROEP, Vorm.TABEL} or waarde is None:
        return veld
    if isinstance(waarde, bool):
        waarde = "ja" if waarde else "nee"
    tekst = str(waarde).replace(".", ",") if veld.vorm in {Vorm.GETAL, Vorm.BEDRAG} else str(waarde)
    return replace(veld, standaard=tekst)
