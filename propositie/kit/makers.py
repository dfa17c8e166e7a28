"""Makes the pieces of a kit: each file of a thing as bytes, from `KitMaterial` and the theme."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files

from markupsafe import Markup
from PIL import Image, ImageOps

from ..images import read_image
from ..output import share_image
from ..output.cache import make_key
from ..output.literata import print_fingerprint
from ..output.press import VERSION, TypesetError, render_pdf, render_png
from ..output.qr import qr_png, qr_svg
from ..output.site_images import EmbeddedImage
from .codes import KitMessage
from .context import Data, KitContext, KitMaterial
from .typesetting import TypesetData, to_typeset_data, with_own_fonts

REVISION = 5
"""Raise this when the same words must come out in another way."""

SQUARE, TALL = "deelbeeld-vierkant-1080x1080.png", "deelbeeld-staand-1080x1920.png"
WIDE = "deelbeeld-liggend-1200x630.png"
SHEET = "index.html"
WINDOW_WIDTHS = (370, 600)
"""How wide the portrait's window is in the square and in the upright share picture, in pixels."""


@dataclass(frozen=True, slots=True)
class PrintItem:
    """A PDF of the kit."""

    file: str
    source: str
    """The typst source in `theme/kit/`."""
    title_key: str
    """The key of its title in the words of the kit."""
    explanation: str
    for_printer: bool = False
    number: int = 0
    """To the clients of which predecessor it goes, when it is about one."""
    scale: float = 1
    """How much larger than the source draws it: one source is there for A4 and A3."""


PRINT_MEDEWERKER = (
    PrintItem("visitekaartje.pdf", "business_card.typ", "titel_visitekaartje",
             "Visitekaartje, 85 bij 55 mm"),
    PrintItem("visitekaartje-drukker.pdf", "business_card.typ", "titel_visitekaartje",
             "Visitekaartje voor de drukker, met afloop en snijtekens", for_printer=True),
    PrintItem("folder-a4.pdf", "leaflet.typ", "titel_folder", "Folder, A4"),
    PrintItem("poster-a5.pdf", "poster.typ", "titel_poster", "Poster voor op de plek zelf, A5"),
)  # fmt: skip
PRINT_INTRODUCTION = (
    PrintItem("kennismaken-brief-{id}-a4.pdf", "introduction_letter.typ", "titel_kennisbrief",
             "Brief aan de klanten van wie weggaat, A4: om te ondertekenen"),
    PrintItem("kennismaken-kaart-{id}-a6.pdf", "introduction_card.typ", "titel_kenniskaart",
             "Kaart aan de klanten van wie weggaat, A6"),
)  # fmt: skip
"""For each worker from whom this one takes over."""
PRINT_VACATURE = (
    PrintItem("poster-a4.pdf", "poster-vacature.typ", "titel_poster", "Poster, A4"),
    PrintItem("poster-a3.pdf", "poster-vacature.typ", "titel_poster", "Poster, A3", scale=2**0.5),
)
PRINT_SHEET = (PrintItem("folder-a4.pdf", "leaflet-klantgroep.typ", "titel_folder", "Folder, A4"),)
IMAGES = (
    (WIDE, "Liggend, 1200 bij 630: Facebook, LinkedIn, WhatsApp"),
    (SQUARE, "Vierkant, 1080 bij 1080: Instagram"),
    (TALL, "Staand, 1080 bij 1920: verhaal of status"),
)


class KitMaker:
    """Makes every piece of every kit of a house."""

    def __init__(self, context: KitContext) -> None:
        self._context = context

    def key(self, material: KitMaterial) -> str:
        """One name for all that decides how the kit of `material` comes out."""
        words = json.dumps(
            [material.data, material.texts, material.url, material.name, material.about]
        )
        portret = material.portret.key if material.portret else None
        share = material.share.portret.key if material.share.portret else None
        return make_key(self._house_style, words, portret, share, material.card, material.kind)

    @cached_property
    def _house_style(self) -> str:
        """One name for what all kits have in common: programs, theme, logo."""
        share_source = files("propositie.output").joinpath("share_image.typ").read_bytes()
        return make_key(
            "kit", REVISION, share_image.REVISION, VERSION, version("segno"), print_fingerprint(),
            self._context.templates.source(), share_source, self._logo[1],
            repr(sorted(self._context.colours.items())),
        )  # fmt: skip

    def prepare(self, material: Sequence[KitMaterial]) -> None:
        """Fetch what several kits share, before they are made beside each other."""
        if self._logo[0] is not None:
            _ = self._logo_uri
        self._context.images.contents(filter(None, (s.portret for s in material)))

    def make(
        self, material: KitMaterial, wide: bytes | None
    ) -> tuple[dict[str, bytes], list[KitMessage]]:
        """All files of a kit by name; `wide` is the share picture that the site has too."""
        typeset_data, messages = self.typeset_data(material), list[KitMessage]()
        typeset, failed = self._typeset(material, typeset_data)
        if failed and typeset_data.all_fonts:
            typeset_data = _with_name(with_own_fonts(typeset_data.data), material.id)
            typeset, failed = self._typeset(material, typeset_data)
            messages += _left_out(material, typeset_data)
        messages += [_failure(material, what) for what in failed]
        pieces = typeset | {"qr.svg": qr_svg(material.url), "qr.png": qr_png(material.url)}
        if wide is not None:
            pieces[WIDE] = wide
        if material.card is not None:
            pieces[f"{material.id}.vcf"] = material.card
        pieces |= {name: text.encode() for name, text in self._texts(material).items()}
        pieces[SHEET] = self._sheet(material, pieces).encode()
        return pieces, messages

    def typeset_data(self, material: KitMaterial) -> TypesetData:
        """The data of a kit as it can be set."""
        return _with_name(
            to_typeset_data(material.data | {"titel": material.name, "logo": self._logo[0]}),
            material.id,
        )

    def _typeset(
        self, material: KitMaterial, typeset_data: TypesetData
    ) -> tuple[dict[str, bytes], list[str]]:
        """Everything that typst sets, and what it could not set."""
        typeset: dict[str, bytes] = {}
        failed: list[str] = []
        data, file_data = self._input_of(material, typeset_data)
        typst_sources, say = self._context.templates.typst_sources, self._context.templates.say
        for d in _print_items(material):
            title = say(d.title_key, naam=typeset_data.data["titel"])
            own = data | {
                "titel": title,
                "drukker": d.for_printer,
                "nummer": d.number,
                "schaal": d.scale,
            }
            try:
                typeset[d.file] = render_pdf(
                    typst_sources[d.source], own, file_data, all_fonts=typeset_data.all_fonts
                )
            except TypesetError:
                failed.append(d.explanation)
        try:
            own = data | {"ramen": self._window_images(material, file_data)}
            typeset[SQUARE], typeset[TALL] = render_png(
                typst_sources["share_image.typ"],
                own,
                file_data,
                all_fonts=typeset_data.all_fonts,
            )
        except TypesetError:
            failed.append("Deelbeeld")
        return typeset, failed

    def _input_of(
        self, material: KitMaterial, typeset_data: TypesetData
    ) -> tuple[Data, dict[str, str]]:
        """What the typst sources read: the data, and the files that it names."""
        file_data = {"parts.typ": self._context.templates.typst_sources["parts.typ"]}
        file_data["qr.svg"] = qr_svg(material.url).decode()
        if self._logo[0] is not None:
            file_data["logo.uri"] = self._logo_uri
        portret = None
        if material.portret is not None:
            portret = "portret.json"
            file_data[portret] = json.dumps(list(self._context.images.content(material.portret)))
        return self._fixed | typeset_data.data | {"portret": portret}, file_data

    def _window_images(self, material: KitMaterial, file_data: dict[str, str]) -> list[str | None]:
        """The portrait for the window of each share picture, in just its pixels.

        typst takes ten times as long as Pillow to make a picture smaller.
        """
        result: list[str | None] = []
        for width in WINDOW_WIDTHS:
            if material.portret is None or material.portret.suffix == ".svg":
                result.append("portret.json" if material.portret else None)
                continue
            content = self._context.images.content(material.portret)
            name = f"portret-{width}.json"
            file_data[name] = json.dumps(list(_resize(content, width)))
            result.append(name)
        return result

    @cached_property
    def _fixed(self) -> Data:
        """What every sheet reads and nobody typed for it: the colours and the fixed words."""
        return {
            "kleuren": dict(self._context.colours),
            "woorden": dict(self._context.templates.words),
        }

    @cached_property
    def _logo(self) -> tuple[Data | None, bytes]:
        """The size of the logo and its file, when the brand has one."""
        name = self._context.huis.merk.logo
        if name is None:
            return None, b""
        images = self._context.images
        facts = images.facts("merk", name)
        size = {"breedte": facts.width, "hoogte": facts.height}
        return size, read_image(images.path("merk", name))

    @cached_property
    def _logo_uri(self) -> str:
        """The logo as an address that holds it."""
        name, images = self._context.huis.merk.logo or "", self._context.images
        standalone = images.standalone("merk", name, "logo")
        return _data_uri(standalone, images.content(standalone))

    def _texts(self, material: KitMaterial) -> Mapping[str, str]:
        """The signature and the introductions of a worker."""
        names = ("handtekening.html", "handtekening.txt",
                 "voorstellen-kort.txt", "voorstellen-lang.txt")  # fmt: skip
        if not material.texts:
            return {}
        return {name: self._context.templates.render(name, material.texts) for name in names}

    def _sheet(self, material: KitMaterial, pieces: Mapping[str, bytes]) -> str:
        """The page that shows the whole kit of one thing."""
        text = {name: pieces[name].decode() for name in pieces if name.endswith((".html", ".txt"))}
        return self._context.templates.render("kit.html", {
            "titel": material.name, "naam": material.name, "url": material.url,
            "kleuren": self._context.colours,
            "drukwerk": [
                (d.file, d.explanation) for d in _print_items(material) if d.file in pieces
            ],
            "beelden": [(name, explanation) for name, explanation in IMAGES if name in pieces],
            "handtekening": Markup(text.get("handtekening.html", "")),  # made with autoescape on
            "kort": text.get("voorstellen-kort.txt", ""),
            "lang": text.get("voorstellen-lang.txt", ""),
            "kaart": f"{material.id}.vcf",
        })  # fmt: skip


def _with_name(typeset_data: TypesetData, id_: str) -> TypesetData:
    """A name of which no letter could be set becomes that of the file: a sheet needs a heading."""
    needed = ("titel", "naam", "kop")
    empty = [s for s in needed if s in typeset_data.data and not typeset_data.data[s]]
    if not empty:
        return typeset_data
    name = id_.replace("-", " ").capitalize()
    share = typeset_data.data["deel"] | {"kop": name, "langste": name}
    return replace(
        typeset_data, data=typeset_data.data | dict.fromkeys(empty, name) | {"deel": share}
    )


def messages_of(material: KitMaterial, typeset_data: TypesetData) -> Iterator[KitMessage]:
    """What was left out or cut."""
    yield from _left_out(material, typeset_data)
    for field in material.cut_fields:
        yield KitMessage(
            material.kind, material.id, "D02",
            f'De tekst bij "{field[-1]}" is te lang voor drukwerk en is daar ingekort. '
            "Maak hem korter; in een oogopslag leest niemand zoveel.",
            field,
        )  # fmt: skip


def _left_out(material: KitMaterial, typeset_data: TypesetData) -> Iterator[KitMessage]:
    if typeset_data.removed:
        characters = " ".join(sorted(typeset_data.removed)[:12])
        yield KitMessage(
            material.kind, material.id, "D01",
            f"In drukwerk van {material.name} zijn deze tekens niet te zetten; ze zijn weggelaten: "
            f"{characters}. Schrijf het ook in gewone letters, of installeer een letter met deze "
            "tekens.",
        )  # fmt: skip


def _print_items(material: KitMaterial) -> tuple[PrintItem, ...]:
    if material.kind != "medewerkers":
        return _PRINT_OF.get(material.kind, PRINT_SHEET)
    introductions = [
        replace(item, file=item.file.format(id=row["id"]), number=number)
        for number, row in enumerate(material.data["overdrachten"])
        for item in PRINT_INTRODUCTION
    ]
    return (*PRINT_MEDEWERKER, *introductions)


_PRINT_OF = {"vacatures": PRINT_VACATURE}


def _failure(material: KitMaterial, what: str) -> KitMessage:
    return KitMessage(
        material.kind, material.id, "D03",
        f"{what} van {material.name} is niet gelukt. Kijk of er ongewone tekens in de tekst staan, "
        "en of het portret en het logo heel zijn.",
    )  # fmt: skip


def _resize(portret: bytes, width: int) -> bytes:
    """A portrait as it fills the window `raam` of `parts.typ` when that is `width` wide."""
    size = (round(width * 268 / 300), round(width * 334 / 300))
    with Image.open(io.BytesIO(portret)) as image:
        image_format = image.format
        image.draft("RGB", (2 * size[0], 2 * size[1]))  # lets a JPEG unpack at half its size
        fitted = ImageOps.fit(image, size, Image.Resampling.BILINEAR)
    result = io.BytesIO()
    fitted.save(result, image_format, **({"quality": 90} if image_format == "JPEG" else {}))
    return result.getvalue()


def _data_uri(standalone: EmbeddedImage, content: bytes) -> str:
    """A picture as an address that holds it: typst takes files of text only."""
    kind = {".svg": "svg+xml", ".png": "png"}.get(standalone.suffix, "jpeg")
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
