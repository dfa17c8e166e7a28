"""The values that models are made of: a Python type with the value type that reads it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal

from . import value_types as v
from .dates import YearDay
from .days import Days

Text = Annotated[str, v.LINE]
"""Plain text on one line."""
DoorText = Annotated[str, v.DOOR]
"""Plain text that stands on one line of a door."""
Markdown = Annotated[str, v.MARKUP]
"""Text of several lines with paragraphs, emphasis, lists and links; raw HTML stays text."""
FreeMarkdown = Annotated[str, v.FREE_MARKUP]
"""Markdown of a free page, which the host renders with its own extensions and HTML."""
Number = Annotated[Decimal, v.NUMBER]
Amount = Annotated[Decimal, v.AMOUNT]
"""An amount in euros."""
PriceAmount = Annotated[Decimal, v.PRICE]
"""An amount in euros, in a group that also reads what people write around one."""
Integer = Annotated[int, v.INTEGER]
UNRANKED = 1000
"""The place in a row of what nobody gave one: after all that has."""
Date = Annotated[date, v.DATE]
Withdrawn = Annotated[date | None, v.WITHDRAWN]
Time = Annotated[time, v.TIME]
EndTime = Annotated[time, v.END_TIME]
"""A time of day at which something ends; midnight is 0:00."""
DayRule = Annotated[Days, v.DAYS]
DayOfYear = Annotated[YearDay, v.YEAR_DAY]
"""A day that comes back every year."""
YesNo = Annotated[bool, v.YES_NO]
Phone = Annotated[str, v.PHONE]
Email = Annotated[str, v.EMAIL]
Url = Annotated[str, v.URL]
Postcode = Annotated[str, v.POSTCODE]
PostcodeArea = Annotated[str, v.POSTCODE_AREA]
"""A Dutch postcode, its four digits, or a row of these."""
Colour = Annotated[str, v.COLOUR]
ImageName = Annotated[str, v.IMAGE]
FontName = Annotated[str, v.FONT]
DocumentName = Annotated[str, v.DOCUMENT]
CsvName = Annotated[str, v.CSV]

As = Annotated[Literal["prijs", "product", "klantrelatie"], v.ANY_CASE]
"""The axes on which an organisation can differ (the roof of the proposition house)."""
ASSEN: tuple[As, ...] = ("prijs", "product", "klantrelatie")
