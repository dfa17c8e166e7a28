"""Posts: what workers write, on a page of its own, in an overview, and as feeds.

Material's own blog is not used: it knows no authors from the house and no day to build for, it
tells its mistakes in English, and it ends where Material ends. Reading a post is little work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape

from markupsafe import Markup

from ..editie import PubliekHuis
from ..huis import Bericht, Medewerker
from ..huis.berichten import BLOG, SOORT_VAN_MAP, Doel, binnenpad, doel_van
from ..huis.medewerkers import Afscheid, Persoon
from ..uitvoer import feeds, jsonld
from ..uitvoer.bestand import Bestand
from .opmaak import ingekort, kale_tekst, opmaak
from .pagina import Feed, Kruimel, Pagina
from .werkbank import Werkbank

HOOGSTENS = 30
"""So many posts are in a feed: who follows it has seen the older ones."""
INLEIDING = 240
"""So many characters of a post stand in the overview."""
_MAP_VAN_SOORT = {soort: map_ for map_, soort in SOORT_VAN_MAP.items()}


@dataclass(frozen=True, slots=True)
class Stuk:
    """A post as lists show it; also a column that a worker wrote elsewhere."""

    titel: str
    adres: str | None
    datum: date | None
    medium: str | None = None
    eigen: bool = False
    """Whether it is a post on this site, so that `adres` is a page of ours."""


def paginas(werk: Werkbank) -> Iterator[Pagina]:
    """Yield the overview and a page for each post, and make the feeds of the whole blog."""
    alle = werk.stukken.alle
    if not alle:
        return
    titel = werk.zeg("blog")
    omschrijving = werk.zeg("blog_omschrijving", naam=werk.huis.organisatie.naam)
    kanalen = feeds_van(werk, f"{BLOG}/", werk.huis.organisatie.naam, omschrijving, alle)
    yield werk.pagina(
        f"{BLOG}/", "blog", titel, omschrijving,
        zoek=[b.titel for b in alle],
        feeds=kanalen,
        jsonld=[jsonld.blog(werk.volledig, titel, omschrijving, [_kort_ld(werk, b) for b in alle])],
        stukken=[(b, auteurs(werk.huis, b), inleiding(b)) for b in alle],
        kanalen=kanalen,
        wie=_eerste_aanwezige(werk.huis, alle),
    )  # fmt: skip
    for nummer, bericht in enumerate(alle):
        ouder = alle[nummer + 1] if nummer + 1 < len(alle) else None
        nieuwer = alle[nummer - 1] if nummer else None
        yield _bericht(werk, bericht, [Kruimel(titel, f"{BLOG}/")], ouder, nieuwer)


def _bericht(
    werk: Werkbank,
    bericht: Bericht,
    kruimels: Sequence[Kruimel],
    ouder: Bericht | None,
    nieuwer: Bericht | None,
) -> Pagina:
    huis, adres = werk.huis, f"{BLOG}/{bericht.id}/"
    schrijvers = auteurs(huis, bericht)
    hier = [s for s in schrijvers if isinstance(s, Medewerker)]
    weg = [s for s in schrijvers if isinstance(s, Afscheid)]
    opvolgers = [huis.medewerkers[s.opvolger] for s in weg if s.opvolger]
    beeld = werk.foto(bericht, bericht.beeld, BLOG) if bericht.beeld else None
    groepen = [k for k in bericht.noemt("klantgroepen") if k in huis.klantgroepen]
    return werk.pagina(
        adres,
        "bericht",
        bericht.titel,
        inleiding(bericht),
        kruimels=kruimels,
        beeld=beeld,
        bron=(BLOG, bericht.id),
        zoek=[*(s.naam for s in schrijvers), kale_tekst(bericht.tekst)],
        jsonld=[jsonld.bericht(werk.volledig, adres, bericht, schrijvers, huis.organisatie,
                               inleiding(bericht), beeld)],
        bericht=bericht,
        tekst=lambda: tekst_html(bericht, huis, werk.link),
        schrijvers=schrijvers,
        hier=hier,
        weg=weg,
        opvolgers=opvolgers,
        behoeften=[huis.behoeften[b] for b in bericht.noemt("behoeften") if b in huis.behoeften],
        klantgroepen=[huis.klantgroepen[k] for k in groepen],
        ouder=ouder,
        nieuwer=nieuwer,
        wie=werk.aanspreekpersoon(hier or opvolgers, groepen),
    )  # fmt: skip


def auteurs(huis: PubliekHuis, bericht: Bericht) -> list[Persoon]:
    """Who wrote a post: workers, and of who left no more than the farewell knows."""
    return [huis.medewerkers.get(a) or huis.afscheiden[a] for a in bericht.auteur]


def inleiding(bericht: Bericht) -> str:
    """What a post is about: its own sentence for it, else how it begins."""
    if bericht.beschrijving:
        return bericht.beschrijving
    alineas = (kale_tekst(a) for a in re.split(r"\n\s*\n", bericht.tekst) if a[:1] != "#")
    return ingekort(next(filter(None, alineas), bericht.titel), INLEIDING)


def schrijft(werk: Werkbank, medewerker: Medewerker) -> list[Stuk]:
    """What a worker wrote, here and elsewhere: newest first, without a date last."""
    eigen = [
        Stuk(b.titel, f"{BLOG}/{b.id}/", b.datum, werk.zeg("op_deze_site"), eigen=True)
        for b in werk.stukken.van_medewerker.get(medewerker.id, ())
    ]
    elders = [Stuk(s.titel, s.url, s.datum, s.medium) for s in medewerker.schrijft]
    return sorted([*eigen, *elders], key=lambda s: s.datum or date.min, reverse=True)


_KOPPELING = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.S)


def tekst_html(bericht: Bericht, huis: PubliekHuis, naar: Callable[[str], str | None]) -> Markup:
    """The text of a post as HTML. `naar` tells how an address on the site is reached from there;
    a link to what is not public today keeps its words and leads nowhere."""

    def koppel(vondst: re.Match[str]) -> str:
        adres, rest, woorden = vondst.groups()
        binnen = binnenpad(adres)
        if binnen is None:
            return vondst[0]
        doel = doel_van(adres)
        bestaat = doel is None or openbaar(huis, doel)
        anker = re.search(r"#.*", adres)
        pad = f"{_MAP_VAN_SOORT[doel.soort]}/{doel.id}/" if doel else re.sub(r"#.*", "", binnen)
        heen = naar(pad) if bestaat else None
        return (
            f'<a href="{heen}{anker[0] if anker else ""}"{rest}>{woorden}</a>' if heen else woorden
        )

    return Markup(_KOPPELING.sub(koppel, str(opmaak(bericht.tekst, kop=2))))


def openbaar(huis: PubliekHuis, doel: Doel) -> bool:
    """Whether the page that a link leads to is there today."""
    if doel.soort == BLOG:
        return doel.id in huis.berichten
    if doel.soort == "medewerkers":
        return doel.id in huis.medewerkers or doel.id in huis.afscheiden
    return doel.id in getattr(huis, doel.soort)


def feeds_van(
    werk: Werkbank, map_: str, titel: str, omschrijving: str, berichten: Sequence[Bericht]
) -> list[Feed]:
    """Make both feeds of some posts in the folder of a page; none without whole addresses."""
    pagina, rss, json_ = (werk.volledig(map_ + naam) for naam in ("", "feed.xml", "feed.json"))
    if not berichten or pagina is None or rss is None or json_ is None:
        return []
    bijdragen = [_bijdrage(werk, b) for b in berichten[:HOOGSTENS]]
    kanaal = feeds.Kanaal(titel, omschrijving, pagina, rss, json_, bijdragen)
    werk.extra += [
        Bestand(f"{map_}feed.xml", feeds.als_rss(kanaal)),
        Bestand(f"{map_}feed.json", feeds.als_json_feed(kanaal)),
    ]
    return [
        Feed(f"{titel} (RSS)", f"{map_}feed.xml", feeds.RSS),
        Feed(f"{titel} (JSON)", f"{map_}feed.json", feeds.JSON),
    ]


def _bijdrage(werk: Werkbank, bericht: Bericht) -> feeds.Bijdrage:
    heel = partial(_heel, werk)
    return feeds.Bijdrage(
        bericht.titel,
        heel(f"{BLOG}/{bericht.id}/"),
        bericht.datum,
        inleiding(bericht),
        _beeld_html(werk, bericht) + str(tekst_html(bericht, werk.huis, heel)),
        tuple(
            feeds.Schrijver(s.naam, heel(f"mensen/{s.id}/")) for s in auteurs(werk.huis, bericht)
        ),
    )


def _beeld_html(werk: Werkbank, bericht: Bericht) -> str:
    """The picture of a post as it stands in a feed; empty when it has none."""
    if bericht.beeld is None:
        return ""
    g = werk.foto(bericht, bericht.beeld, BLOG)
    return (
        f'<p><img src="{escape(_heel(werk, g.adres))}" alt="{escape(g.alt)}" '
        f'width="{g.breedte}" height="{g.hoogte}"></p>\n'
    )


def _heel(werk: Werkbank, adres: str) -> str:
    return werk.volledig(adres) or adres


def _kort_ld(werk: Werkbank, bericht: Bericht) -> jsonld.Gegevens:
    return jsonld.bericht_kort(werk.volledig, f"{BLOG}/{bericht.id}/", bericht)


def _eerste_aanwezige(huis: PubliekHuis, berichten: Sequence[Bericht]) -> Medewerker | None:
    """The author of the newest post by somebody who works here."""
    return next(
        (huis.medewerkers[a] for b in berichten for a in b.auteur if a in huis.medewerkers), None
    )
