"""The workbench on which every page is made: the public house, templates, words, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..edition import PublicHuis
from ..huis import Beeld, Behoefte, Klantgroep, Medewerker, Thing
from ..huis.parsing import dialable
from ..huis.relations import BerichtIndex, Relations
from ..output import jsonld as ld
from ..output.cache import Cache
from ..output.output_file import OutputFile, ShownImage
from ..output.site_images import Images
from .environment import make_environment
from .external_links import mark_external
from .formatting import choose_aanspreekvorm, shorten, strip_markdown
from .page import Crumb, Feed, Page


class PageBuilder:
    """Holds what page makers share; renders a template at an address into a `Page`."""

    def __init__(
        self,
        huis: PublicHuis,
        template_dirs: Sequence[Path],
        images: Images,
        source: Callable[[str, str], str],
        site_url: str | None = None,
        cache: Cache | None = None,
    ) -> None:
        self.huis = huis
        self.site_url = site_url
        self.relations = Relations(huis)
        self.berichten = BerichtIndex(huis.berichten.values())
        self.images = images
        self.extra: list[OutputFile] = []
        """Files that belong to a page, such as vCards."""
        self._source_of = source
        self._current_address = ""
        self._words = read_words(template_dirs, huis.organisatie.aanspreekvorm)
        self.env = make_environment(template_dirs, cache or Cache())
        self.env.globals.update(
            huis=huis,
            relations=self.relations,
            link=self.link,
            say=self.say,
            publish_image=self.publish_image,
            publish_portret=self.publish_portret,
            dialable=dialable,
            vraag_of=vraag_of,
        )

    def say(self, key: str, **values: object) -> str:
        """A sentence of the interface, in the organisation's form of address."""
        return self._words[key].format(**values)

    def can_say(self, key: str) -> bool:
        """Whether there is a sentence of that name."""
        return key in self._words

    def link(self, address: str) -> str:
        """The way from the page being made to `address`, so that the site works under any path."""
        return "../" * self._current_address.count("/") + address or "./"

    def absolute_url(self, address: str) -> str | None:
        """The whole address of `address`, or None when the site does not know its own."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else None

    def publish_image(
        self, thing: Thing, image: Beeld, kind: str, usage: str = "tafereel"
    ) -> ShownImage:
        """Publish the picture of a thing for one of the uses in `output.site_images.IMAGE_USES`."""
        return self.images.show(kind, image.bestand, image.alt, usage)

    def publish_portret(self, medewerker: Medewerker, usage: str = "portret") -> ShownImage | None:
        """Publish a worker's portrait, when there is one that may be shown."""
        if medewerker.portret is None:
            return None
        return self.publish_image(medewerker, medewerker.portret, "medewerkers", usage)

    def logo(self) -> ShownImage | None:
        """Publish the logo, when there is one."""
        file = self.huis.merk.logo
        name = self.huis.organisatie.naam
        return self.images.show("merk", file, name, "logo") if file else None

    def render(
        self,
        address: str,
        template: str,
        title: str,
        description: str,
        *,
        crumbs: Sequence[Crumb] = (),
        image: ShownImage | None = None,
        source: tuple[str, str] | None = None,
        search_words: Iterable[str | None] = (),
        jsonld: Sequence[ld.Data] = (),
        feeds: Sequence[Feed] = (),
        **data: Any,
    ) -> Page:
        """Render the template `huis/<template>.html` at `address`.

        `search_words` is what search reads; `jsonld` what search engines read of what the page is
        about.
        """
        self._current_address = address
        content = self.env.get_template(f"huis/{template}.html").render(data)
        path = (Crumb(self.say("thuis"), ""), *crumbs)
        about = jsonld or [
            ld.web_page("WebPage", self.absolute_url, address, title, shorten(description))
        ]
        steps = [(k.title, k.address) for k in path] + [(title, address)]
        return Page(
            address=address,
            kind=template,
            title=title,
            description=shorten(description),
            content=mark_external(content, self.site_url, self.say("andere_site")),
            search_text=" ".join(t for t in (description, *search_words) if t),
            crumbs=path,
            image=image,
            jsonld=ld.as_json(
                [*about, *([ld.breadcrumbs(steps, self.absolute_url)] if address else [])]
            ),
            source=self._source_of(*source) if source is not None else None,
            feeds=tuple(feeds),
        )

    def contact_person(
        self, medewerkers: Sequence[Medewerker], groups: Sequence[str] = ()
    ) -> Medewerker | None:
        """Who invites the reader to the next step: one of `medewerkers`, else a figurehead of
        `groups`, else the figurehead of the first client group that has one."""
        if medewerkers:
            return medewerkers[0]
        for group in [*groups, *self.huis.klantgroepen]:
            if boegbeelden := self.relations.boegbeelden_of_klantgroep[group]:
                return boegbeelden[0]
        return next(iter(self.huis.medewerkers.values()), None)

    def bewoners(self) -> list[Klantgroep]:
        """The client groups that come for help themselves."""
        return [k for k in self.huis.klantgroepen.values() if k.soort == "bewoner"]


def plain_text(formatted: str | None) -> str:
    """The words of a Markdown text that may be absent."""
    return strip_markdown(formatted) if formatted else ""


def vraag_of(behoefte: Behoefte) -> str:
    """The question that stands for a need: the first one that a client asked."""
    return behoefte.klantvragen[0].vraag


def read_words(template_dirs: Sequence[Path], form: str) -> Mapping[str, str]:
    """The sentences of the interface in the form of address `form` (`je` or `u`)."""
    for folder in template_dirs:
        file = folder / "words" / "nl.yml"
        if file.is_file():
            raw = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            return {key: choose_aanspreekvorm(text, form) for key, text in raw.items()}
    raise FileNotFoundError("words/nl.yml")
