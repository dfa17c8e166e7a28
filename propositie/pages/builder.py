"""What every page maker is given: the public house, templates, words, pictures.

A maker asks and renders; it leaves nothing behind but what it asked (`questions`). What belongs to
a page (its files, its links, its share words, what it was made from) goes along in the `Page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup

from ..edition import PublicHuis
from ..huis import (
    KINDS,
    Beeld,
    Behoefte,
    Klantgroep,
    Locatie,
    Medewerker,
    Thing,
    address_of,
    addresses,
    kind_at,
    kind_of_overview,
    kinds,
    overview_of,
    things_of,
)
from ..huis.links import FEEDS, page_address
from ..huis.parsing import dialable
from ..huis.relations import BerichtIndex, Relations
from ..output import jsonld as ld
from ..output.cache import Cache
from ..output.hyphens import Hyphens
from ..output.output_file import OutputFile, ShownImage
from ..output.share_image import ShareText
from ..output.site_images import EmbeddedImage, Images
from . import redirects
from .calendars import Calendars
from .calling import Call, call_for
from .charts import latest_text
from .content import Content
from .environment import make_environment
from .external_links import mark_external
from .formatting import render_for_site, shorten, strip_markdown
from .links import link, settle
from .page import Crumb, Feed, Page, ThingKey
from .placeholders import vignette_of, window_drawing
from .plan import PagePlan
from .questions import Fingerprints, Question, Questions, mappings_of, watch_huis, watch_relations
from .today import Today
from .words import read_words

T = TypeVar("T", bound=Thing)
_ALWAYS_THERE = {
    addresses.HOME, addresses.CONTACT, addresses.GEWOON, addresses.OPDRACHTGEVERS,
    addresses.TOEGANKELIJKHEID,
}  # fmt: skip
_MADE = ("zoeken", "beheer", "data", "sitemap.xml", "robots.txt", "llms.txt")
"""What a build makes besides pages."""
_SHOWN, _EMBEDDED = "shown image", "embedded image"
"""Questions about pictures: what stands in no mapping."""
_DOCUMENT = "document"
"""The question how large a document is."""
_SEPARATOR = "\0"
"""Between the parts of such a question; no name of a file can hold it."""


class PageBuilder:
    """Holds what page makers share, none of which they change; makes a template into a `Page`.

    What a maker looks up in the house, and in who belongs with whom, is noted in `questions`.
    """

    def __init__(
        self,
        huis: PublicHuis,
        template_dirs: Sequence[Path],
        images: Images,
        source: Callable[[str, str], str],
        site_url: str | None = None,
        cache: Cache | None = None,
        files: Mapping[str, int] | None = None,
    ) -> None:
        """`files` are what lies beside the free pages, by path, with its size in bytes."""
        self.questions = Questions()
        self.files = files or {}
        self.huis = watch_huis(huis, self.questions)
        self.site_url = site_url
        self.relations = Relations(huis)
        self.berichten = BerichtIndex(huis.berichten.values())
        self.images = images
        self.answers = Fingerprints(
            {
                **dict(mappings_of(huis)),
                **dict(watch_relations(self.relations, self.questions)),
                **dict(watch_relations(self.berichten, self.questions)),
            },
            {_SHOWN: self._show, _EMBEDDED: self._embed, _DOCUMENT: self._size_of},
        )
        self.today = Today(self.huis, self.relations)
        self.calendars = Calendars(self)
        """What telephones and computers can follow."""
        hyphens = Hyphens(_headings(huis), cache or Cache())
        self.source_of = source
        self._keys = {id(thing): key for key, thing in _things_of(huis)}
        organisatie = huis.organisatie
        self.words = read_words(
            template_dirs, organisatie.aanspreekvorm, has_phone=bool(organisatie.contact.telefoon)
        )
        self.env = make_environment(template_dirs, cache or Cache())
        self.env.globals.update(
            huis=self.huis,
            relations=self.relations,
            link=link,
            addresses=addresses,
            address_of=address_of,
            overview_of=overview_of,
            say=self.say,
            publish_image=self.publish_image,
            publish_portret=self.publish_portret,
            dialable=dialable,
            vraag_of=vraag_of,
            today=self.today,
            window_drawing=window_drawing,
            vignette_of=partial(vignette_of, self.huis.behoeften),
            broken=hyphens.in_narrow_place,
            beside_window=hyphens.beside_a_window,
            heading_of=hyphens.in_headline,
            cijfer_text=latest_text,
        )
        self.env.filters["opmaak"] = self.render_text

    def say(self, key: str, **values: object) -> str:
        """A sentence of the interface, in the organisation's form of address."""
        return self.words[key].format(**values)

    def absolute_url(self, address: str) -> str | None:
        """The whole address of `address`, or None when the site does not know its own."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else None

    def render_text(self, text: str, heading: int = 3, of: Thing | None = None) -> Markup:
        """A text of staff as it stands on a page of ours; `of` is the thing that it belongs to."""
        kind = self._keys[id(of)][0] if of is not None else ""
        html = render_for_site(text, heading)
        return Content(self, kind, of.id if of is not None else "").finish(html)

    def find_address(self, path: str) -> str | None:
        """The address of what stands at a path on the site today; None when nothing does."""
        bare = path.removesuffix("index.html").strip("/")
        if path.endswith(".md"):
            bare = page_address(path.removesuffix(".md")).strip("/")
        folder = f"{bare}/" if bare else ""
        if folder in _ALWAYS_THERE or bare.startswith(_MADE):
            return folder
        if folder == addresses.OVER_ONS and self.huis.organisatie.gives_account:
            return folder
        if bare in self.huis.paginas or f"{bare}/index" in self.huis.paginas:
            return folder
        first, _, rest = bare.partition("/")
        if not rest:
            return folder if self._has_overview(folder) else None
        kind = kind_at(first)
        id_, _, file = rest.partition("/")
        if kind is None:
            return None
        is_here = id_ in getattr(self.huis, kind.name) or (
            kind.name == "medewerkers" and id_ in self.huis.afscheiden
        )
        if not is_here:
            return path if id_.endswith(FEEDS) and not file else None
        if not file:
            return folder
        return path if "/" not in file and "." in file and not file.endswith(".md") else None

    def _has_overview(self, folder: str) -> bool:
        kind = next((k for k in KINDS if k.overview and k.overview_address == folder), None)
        return kind is not None and bool(getattr(self.huis, kind.name))

    def plan(self, thing: T, title: str, make: Callable[[PageBuilder, T], Page]) -> PagePlan:
        """The plan of the page of a thing."""
        key = (self._keys[id(thing)][0], thing.id)
        address = address_of(thing)
        former = _former_addresses(address, thing)
        return PagePlan(address, title, partial(make, self, thing), key, former)

    def plan_overview(self, kind: str, words: str, make: Callable[[PageBuilder], Page]) -> PagePlan:
        """The plan of the page with all things of a kind; `words` is the key of its title."""
        return PagePlan(overview_of(kind), self.say(words), partial(make, self))

    def publish_image(
        self, thing: Thing, image: Beeld, kind: str, usage: str = "tafereel"
    ) -> ShownImage:
        """Publish the picture of a thing for one of the uses in `output.site_images.IMAGE_USES`."""
        self._ask(_SHOWN, kind, image.bestand, usage)
        return self.images.show(kind, image.bestand, image.alt, usage)

    def embed_image(self, kind: str, file: str, usage: str) -> EmbeddedImage:
        """A picture that goes into another one, such as a share picture."""
        self._ask(_EMBEDDED, kind, file, usage)
        return self.images.standalone(kind, file, usage)

    def make(self, plan: PagePlan) -> tuple[Page, tuple[Question, ...]]:
        """Make the page of a plan; what it asked of the house comes along."""
        self.questions.begin()
        page = plan.make()
        asked = self.questions.asked
        if plan.thing is not None:
            asked[_held_in(plan.thing, self.huis)] = None
        return page, tuple(asked)

    def fetch_images(self, questions: Iterable[Question]) -> Iterator[str]:
        """Let `images` know of every picture among `questions`, for another process asked for it;
        yield each as the cache knows it."""
        for of, which in questions:
            if of in {_SHOWN, _EMBEDDED}:
                (self._show if of == _SHOWN else self._embed)(which)
                kind, file, _ = which.split(_SEPARATOR)
                yield self.images.owner(kind, file)

    def images_among(self, questions: Iterable[Question]) -> Iterator[tuple[str, str]]:
        """The kind and file of each picture that was to be shown, among questions."""
        for of, which in questions:
            if of == _SHOWN:
                kind, file, _ = which.split(_SEPARATOR)
                yield kind, file

    def size_of_document(self, file: str) -> int:
        """How large a document beside the organisation's file is, in bytes."""
        self.questions.asked[_DOCUMENT, file] = None
        return self._size_of(file)

    def _size_of(self, file: str) -> int:
        return self.images.path("organisatie", file).stat().st_size

    def clean_copy(self, kind: str, file: str) -> bytes:
        """A picture as it is seen, with nothing else in its file. Raises `ImageError` for one that
        cannot be used."""
        self._ask(_SHOWN, kind, file, "bestand")
        shown = self.images.show(kind, file, "", "bestand")
        return self.images.files([shown.address])[0].content

    def _ask(self, of: str, *which: str) -> None:
        self.questions.asked[of, _SEPARATOR.join(which)] = None

    def _show(self, which: str) -> ShownImage:
        kind, file, usage = which.split(_SEPARATOR)
        return self.images.show(kind, file, "", usage)

    def _embed(self, which: str) -> EmbeddedImage:
        return self.images.standalone(*which.split(_SEPARATOR))

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
        thing: tuple[str, Thing] | None = None,
        share: ShareText | None = None,
        files: Sequence[OutputFile] = (),
        jsonld: Sequence[ld.Data] = (),
        feeds: Sequence[Feed] = (),
        call: Call | None = None,
        **data: Any,
    ) -> Page:
        """Render the template `huis/<template>.html` at `address`.

        `thing` is what the page is about, with its kind; `share` the words of its share picture,
        when these are not its headline; `files` what lies beside it; `jsonld` what
        search engines read of what the page is about; `call` whom to call, where no thing says so.
        """
        call = call or call_for(thing[1] if thing is not None else None, data.get("person"))
        html = self.env.get_template(f"huis/{template}.html").render({**data, "call": call})
        content, links = settle(html, address)
        kind = kinds()[thing[0]] if thing is not None else kind_of_overview(template)
        path = (Crumb(self.say("thuis"), ""), *crumbs)
        former = _former_addresses(address, thing[1]) if thing is not None else ()
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
            in_search=kind is None or kind.in_search,
            in_sitemap=kind is None or kind.in_sitemap,
            crumbs=path,
            image=image,
            share=share or ShareText(self.heading(template, title)),
            jsonld=ld.as_json(
                [*about, *([ld.breadcrumbs(steps, self.absolute_url)] if address else [])]
            ),
            feeds=tuple(feeds),
            call=call,
            thing=(thing[0], thing[1].id) if thing is not None else None,
            former_addresses=former,
            files=(*files, *redirects.files(self, address, title, former, files)),
            links=links,
            sources=self._sources(thing[1] if thing is not None else None, data),
        )

    def overview_crumb(self, kind: str) -> Crumb:
        """The step of the way at which all of a kind are shown."""
        return Crumb(self.say(kinds()[kind].words), overview_of(kind))

    def heading(self, template: str, title: str) -> str:
        """The headline of an overview: what its template has above it, else its title."""
        key = f"{template}_kop"
        return self.say(key) if key in self.words else title

    def _sources(self, thing: Thing | None, data: Mapping[str, Any]) -> tuple[str, ...]:
        """The files behind `thing` and behind every other thing in `data`."""
        places = self._places_of(data.get("person"))
        found_things = _find_things([thing, *data.values(), places])
        keys = (self._keys.get(id(found)) for found in found_things)
        return tuple(dict.fromkeys(self.source_of(*key) for key in keys if key is not None))

    def _places_of(self, person: Medewerker | None) -> list[Locatie]:
        """Where the person of a page can be met: the sheet tells the names of these places."""
        ids = [meeting.locatie for meeting in person.te_vinden] if person is not None else []
        return [self.huis.locaties[id_] for id_ in ids if id_ and id_ in self.huis.locaties]

    def is_found(self, address: str) -> bool:
        """Whether search may find what stands at an address: some kinds keep out of it."""
        first = address.partition("/")[0]
        return all(kind.in_search for kind in kinds().values() if kind.address == first)

    def bewoners(self) -> list[Klantgroep]:
        """The client groups that come for help themselves."""
        return [k for k in self.huis.klantgroepen.values() if k.soort == "bewoner"]


def _things_of(huis: PublicHuis) -> Iterator[tuple[ThingKey, Thing]]:
    """Every thing of a house with its kind and id, as its file is known."""
    for kind in KINDS:
        if kind.public:
            yield from (((kind.name, i), thing) for i, thing in things_of(huis, kind).items())
    yield from ((("medewerkers", i), gone) for i, gone in huis.afscheiden.items())


def _headings(huis: PublicHuis) -> Iterator[str]:
    """What stands above pages, on doors and beside windows."""
    yield huis.organisatie.payoff
    for named in (huis.diensten, huis.behoeften, huis.medewerkers, huis.partners, huis.wijken):
        yield from (thing.naam for thing in named.values())
    for person in huis.medewerkers.values():
        yield from (person.first_name, person.functie)
    for group in huis.klantgroepen.values():
        yield from (group.naam, group.ik, group.deur or "")
    yield from (asked.vraag for need in huis.behoeften.values() for asked in need.klantvragen)
    yield from (activiteit.naam for activiteit in huis.agenda.values())
    yield from (vacature.naam for vacature in huis.vacatures.values())
    yield from (rol.naam for rol in huis.meedoen.values())
    yield from (verhaal.titel for verhaal in huis.verhalen.values())
    yield from (bericht.titel for bericht in huis.berichten.values())


def _held_in(key: ThingKey, huis: PublicHuis) -> Question:
    """The question about the thing of a page: who left stands elsewhere than who works here."""
    kind, id_ = key
    return ("afscheiden" if id_ in huis.afscheiden and kind == "medewerkers" else kind, id_)


def _find_things(values: Iterable[object]) -> Iterator[Thing]:
    """The things among `values`, and in the lists that these hold."""
    for value in values:
        if isinstance(value, Thing):
            yield value
        elif isinstance(value, list | tuple):
            yield from _find_things(value)


def _former_addresses(address: str, thing: Thing) -> tuple[str, ...]:
    folder = address.removesuffix(f"{thing.id}/")
    return tuple(f"{folder}{old}/" for old in thing.former_names)


def plain_text(formatted: str | None) -> str:
    """The words of a Markdown text that may be absent."""
    return strip_markdown(formatted) if formatted else ""


def vraag_of(behoefte: Behoefte) -> str:
    """The question that stands for a need: the first one that a client asked."""
    return behoefte.klantvragen[0].vraag
