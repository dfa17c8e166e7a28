"""What a short word stands for: `prijs: gratis` is a group with an amount of nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter

from ..huis.fields import Field


def meaning(class_: type[BaseModel], field: Field) -> Mapping[str, str]:
    """The group that `field` of `class_` holds when its short word is written, as text."""
    source = next(v for name, v in class_.model_fields.items() if (v.alias or name) == field.key)
    marks = source.metadata
    annotation: Any = Annotated[source.annotation, *marks] if marks else source.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    group = adapter.validate_python(field.short_word)
    assert isinstance(group, BaseModel)
    return {k: _as_text(w) for k, w in group.model_dump(exclude_none=True).items()}


def _as_text(value: object) -> str:
    """A number without decimals that say nothing: `0.0` → `0`."""
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
