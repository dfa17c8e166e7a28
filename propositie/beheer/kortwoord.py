"""What a short word stands for: `prijs: gratis` is a group with an amount of nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter

from ..vorm import Veld


def betekenis(klasse: type[BaseModel], veld: Veld) -> Mapping[str, str]:
    """The group that `veld` of `klasse` holds when its short word is written, as text."""
    bron = next(v for naam, v in klasse.model_fields.items() if (v.alias or naam) == veld.sleutel)
    merken = bron.metadata
    annotatie: Any = Annotated[bron.annotation, *merken] if merken else bron.annotation
    lezer: TypeAdapter[Any] = TypeAdapter(annotatie)
    groep = lezer.validate_python(veld.kort_woord)
    assert isinstance(groep, BaseModel)
    return {k: _als_tekst(w) for k, w in groep.model_dump(exclude_none=True).items()}


def _als_tekst(waarde: object) -> str:
    """A number without decimals that say nothing: `0.0` → `0`."""
    tekst = str(waarde)
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
