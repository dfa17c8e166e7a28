"""The grammar of schema.org's data, and what every page may say of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...huis.parsing import dialable
from ..output_file import ShownImage

Data = Mapping[str, object]
"""A thing in schema.org's words, ready for JSON."""
AbsoluteUrl = Callable[[str], str | None]
"""An address on the site → the whole address, or None when the site does not know its own."""

SCHEMA = "https://schema.org"


def as_json(parts: Iterable[Data]) -> str:
    """The things of one page as JSON that can stand in a `<script>`: no text can end it."""
    text = json.dumps(
        {"@context": SCHEMA, "@graph": list(parts)}, ensure_ascii=False, separators=(",", ":")
    )
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def known(**properties: object) -> Data:
    """The properties that are known; `id` becomes `@id`."""
    return {
        "@id" if name == "id" else name: value
        for name, value in properties.items()
        if value is not None and value != [] and value != ""
    }


def thing(kind: str, **properties: object) -> Data:
    """A thing of type `kind`, with the properties that are known."""
    return {"@type": kind, **known(**properties)}


def location(absolute_url: AbsoluteUrl, address: str, anchor: str) -> str | None:
    """The name (`@id`) of a thing that has no page of its own."""
    base = absolute_url(address)
    return f"{base}#{anchor}" if base else None


def web_page(
    kind: str,
    absolute_url: AbsoluteUrl,
    address: str,
    title: str,
    description: str,
    **properties: object,
) -> Data:
    """A page of the given type (WebPage, AboutPage …) about whatever `properties` say."""
    return thing(
        kind, url=absolute_url(address), name=title, description=description, inLanguage="nl",
        **properties,
    )  # fmt: skip


def breadcrumbs(steps: Sequence[tuple[str, str]], absolute_url: AbsoluteUrl) -> Data:
    """The way from the home page to a page: (title, address) of each step, the page last."""
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=number, name=title, item=absolute_url(address))
            for number, (title, address) in enumerate(steps, 1)
        ],
    )


def subject(name: str, description: str | None = None) -> Data:
    """What a page is about, when there is no better type for it."""
    return thing("Thing", name=name, description=description)


def image(shown: ShownImage | None, absolute_url: AbsoluteUrl) -> Data | None:
    """A published picture; a picture without a whole address cannot be named."""
    address = absolute_url(shown.address) if shown else None
    if shown is None or address is None:
        return None
    return thing(
        "ImageObject", url=address, width=shown.width, height=shown.height,
        caption=shown.alt,
    )  # fmt: skip


def phone_number(telefoon: str | None) -> str | None:
    return dialable(telefoon) if telefoon else None
