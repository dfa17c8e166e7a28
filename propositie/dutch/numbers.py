"""Numbers and amounts, with a comma before what is less than one."""

from __future__ import annotations

from decimal import Decimal


def format_number(value: Decimal) -> str:
    """A number in Dutch notation: `1.250`, `0,75`."""
    whole, _, decimals = f"{value.normalize():f}".partition(".")
    groups = f"{int(whole):,}".replace(",", ".")
    return f"{groups},{decimals}" if decimals else groups


def format_figure(value: Decimal | int) -> str:
    """A number among words: `1250`, `12.500`, `7,4`; a point only from five digits on, as Dutch
    writes them (Taaladvies)."""
    whole, _, decimals = f"{Decimal(value).normalize():f}".partition(".")
    bare = whole.lstrip("-")
    grouped = f"{int(bare):,}".replace(",", ".") if len(bare) > 4 else bare
    sign = "−" if whole.startswith("-") else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def format_amount(value: Decimal) -> str:
    """An amount in euros: `€ 0,75`, `€ 25`, `€ 1.250`; with a no-break space."""
    if value == value.to_integral_value():
        return f"€\u00a0{format_number(value)}"
    whole, decimals = f"{value:.2f}".split(".")
    return f"€\u00a0{int(whole):,}".replace(",", ".") + f",{decimals}"
