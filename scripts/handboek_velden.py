"""The fields of a kind as a table, and its example, for the handbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, relpath

from propositie.huis import Ding, soorten
from propositie.huis.berichten import BLOG, BerichtIntern
from propositie.vorm import VOORBEELDMAP, Veld, Vorm, velden_van, voorbeeldpad, voorbeeldtekst

KLASSEN: Mapping[str, type[Ding]] = {
    **{naam: soort.klasse for naam, soort in soorten().items()},
    BLOG: BerichtIntern,
}
"""Every kind of file that staff write, by its name."""

SLOT = "🔒"
"""Marks what stays inside."""


def hoofdstuk_van(soort: str) -> str:
    """The chapter about a kind."""
    return "stukken.md" if soort == BLOG else f"soorten/{soort}.md"


def soortenlijst(hoofdstuk: str) -> str:
    """A list of all kinds, each with where it stands and a link to its chapter."""
    regels = []
    for naam, soort in soorten().items():
        plek = f"{naam}.yml" if soort.enkel else f"{naam}/"
        link = _link(hoofdstuk, naam, naam.capitalize())
        slot = f" {SLOT}" if all(v.intern for v in velden_van(soort.klasse)) else ""
        regels.append(f"- {link}{slot}: `site_src/huis/{plek}`")
    return "\n".join(regels)


def soortwoorden(_hoofdstuk: str) -> str:
    """The words for the kinds of which there are more, as `propositie erbij` knows them."""
    namen = [k.naam_van_soort.enkelvoud for n, k in KLASSEN.items() if not _enkel(n)]
    return f"Een SOORT is een van deze woorden: {_of(tuple(namen))}."


def _enkel(soort: str) -> bool:
    return soort in soorten() and soorten()[soort].enkel


def voorbeeld(_hoofdstuk: str, soort: str) -> str:
    """The whole example file of a kind, with its name above it, and how to make a new one."""
    pad = voorbeeldpad(soort)
    naam = pad.relative_to(VOORBEELDMAP).as_posix()
    taal = "yaml" if pad.suffix == ".yml" else "markdown"
    begin = f"`site_src/{naam}`:\n\n```{taal}\n{voorbeeldtekst(soort).rstrip()}\n```"
    if _enkel(soort):
        return begin
    woord = KLASSEN[soort].naam_van_soort.enkelvoud
    wie = " --auteur ID" if soort == BLOG else ""
    return (
        f"{begin}\n\nEen nieuw bestand, met deze velden en met uitleg erbij, maakt u zo:\n\n"
        f'```sh\npropositie erbij {woord} "De naam"{wie}\n```'
    )


def velden(hoofdstuk: str, soort: str) -> str:
    """A table of every field of a kind, those inside groups under their group."""
    kop = "| Veld | Wat u invult | Hoe u het schrijft | Moet het? |\n|---|---|---|---|"
    rijen = _rijen(hoofdstuk, velden_van(KLASSEN[soort]))
    return "\n".join([kop, *rijen])


def _rijen(
    hoofdstuk: str, rij: Iterable[Veld], pad: tuple[str, ...] = (), intern: bool = False
) -> Iterator[str]:
    for veld in rij:
        hier, dicht = (*pad, veld.sleutel), intern or veld.intern
        naam = " › ".join(f"`{deel}`" for deel in hier) + (f" {SLOT}" if dicht else "")
        moet = "**verplicht**" if veld.verplicht else "mag"
        cellen = (naam, veld.uitleg, hoe(veld, hoofdstuk), moet)
        yield f"| {' | '.join(c.replace('|', chr(92) + '|') for c in cellen)} |"
        if veld.vorm is Vorm.GROEP:
            yield from _rijen(hoofdstuk, veld.velden, hier, dicht)


def hoe(veld: Veld, hoofdstuk: str) -> str:
    """In what form a field is written, in words."""
    zinnen = [_vorm(veld, hoofdstuk)]
    if veld.lijst and veld.minstens:
        zinnen.append(f"minstens {veld.minstens}")
    if veld.los:
        zinnen.append("één mag ook zonder lijst")
    if not veld.lijst and veld.minstens is not None:
        zinnen.append(f"van {veld.minstens} tot en met {veld.hoogstens}")
    if veld.standaard is not None:
        zinnen.append(f"laat u het weg, dan geldt `{veld.standaard}`")
    return "; ".join(zinnen)


def _vorm(veld: Veld, hoofdstuk: str) -> str:
    if veld.vorm is Vorm.GROEP:
        vorm = "lijst van groepen" if veld.lijst else "groep met eigen velden"
        return vorm + (f", of het woord `{veld.kort_woord}`" if veld.kort_woord else "")
    if veld.vorm is Vorm.TABEL:
        namen = f" ({_of(veld.keuzes)})" if veld.keuzes else ""
        return f"namen{namen}, met achter elke naam een {veld.velden[0].vorm.value}"
    if veld.vorm is Vorm.KEUZE:
        return f"{'een of meer van' if veld.lijst else 'kies'}: {_of(veld.keuzes)}"
    if veld.vorm is Vorm.VERWIJZING and veld.soort:
        ding = KLASSEN[veld.soort].naam_van_soort.enkelvoud
        wat = f"id van een {_link(hoofdstuk, veld.soort, ding)}"
        return f"lijst; elk deel een {wat}" if veld.lijst else wat
    return f"lijst; elk deel: {veld.vorm.value}" if veld.lijst else veld.vorm.value


def _of(woorden: tuple[str, ...]) -> str:
    namen = [f"`{w}`" for w in woorden]
    return f"{', '.join(namen[:-1])} of {namen[-1]}" if len(namen) > 1 else namen[0]


def _link(hoofdstuk: str, soort: str, tekst: str) -> str:
    return f"[{tekst}]({relpath(hoofdstuk_van(soort), dirname(hoofdstuk) or '.')})"
