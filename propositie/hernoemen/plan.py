"""What a new name changes: every file that refers to the thing, found before one is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import normpath

from ruamel.yaml.error import YAMLError

from ..bevinding import Bevinding, Ernst
from ..huis.berichten import BLOG, SOORT_VAN_MAP
from ..lezen import Blogmap, Bron, Lezing, lees_huis
from ..lezen.boom import Boom, Pad, lees_boom
from ..lezen.fout import YamlFout
from ..lezen.map import ID, maak_id
from ..lezen.vertaling import MAX_NAAM, bedoelt_u, dichtstbij
from ..vorm import Vorm
from .tekst import Ingreep, links_naar, met_vroeger, pas_toe, regelbegin, vertaald
from .velden import (
    klasse_van,
    namen_in,
    velden_in,
    velden_op_sleutel,
    vroegere_namen,
    waarden,
)


class HernoemFout(Exception):
    """Why nothing was renamed, in Dutch, with the findings that stand in the way."""

    def __init__(self, bericht: str, bevindingen: Sequence[Bevinding] = ()) -> None:
        super().__init__(bericht)
        self.bevindingen = bevindingen


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A file that changes, or gets another name, or both."""

    van: Path
    naar: Path
    getoond: str
    """How staff know the file, under its new name."""
    was: bytes
    wordt: bytes
    plekken: int = 0
    """In how many places the new name came."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that has to happen."""

    wijzigingen: Sequence[Wijziging]
    adressen: tuple[str, str] | None
    """The old address and the new one, of a thing with a page."""


@dataclass
class _Werk:
    """The thing to rename, and the house as it is."""

    lezing: Lezing
    blog: Blogmap
    soort: str
    oud: str
    nieuw: str
    spoor: bool
    beelden: dict[str, str] = field(default_factory=dict)
    """Pictures that are renamed along: old name → new name."""

    @cached_property
    def woord(self) -> re.Pattern[str]:
        """The old id as a word of its own."""
        return re.compile(rf"(?<![\w-]){re.escape(self.oud)}(?![\w-])")

    @property
    def eigen(self) -> Bron:
        return self.lezing.bronnen[self.soort, self.oud]


def maak_plan(
    huismap: Path, soort: str, oud: str, nieuw: str, getoond: str | None = None, spoor: bool = True
) -> Plan:
    """Work out what renaming `oud` of kind `soort` to `nieuw` changes; nothing is changed here.

    `getoond` is how the folder of the house is called in messages. Without `spoor` the old address
    leads nowhere. Raises `HernoemFout` when it cannot be done.
    """
    getoond = getoond if getoond is not None else huismap.as_posix()
    blog = Blogmap.naast(huismap, getoond)
    werk = _Werk(lees_huis(huismap, getoond, blog), blog, soort, oud, nieuw, spoor)
    _controleer_namen(werk)
    _kies_beelden(werk)
    wijzigingen = [*_yaml_en_stukken(werk), *_vrije_paginas(werk), *_beelden(werk)]
    map_ = next((m for m, s in SOORT_VAN_MAP.items() if s == soort), None)
    adressen = (f"{map_}/{oud}/", f"{map_}/{nieuw}/") if map_ else None
    return Plan(wijzigingen, adressen)


def _controleer_namen(werk: _Werk) -> None:
    """Raise `HernoemFout` when the old name is not there, or the new one cannot be."""
    soort, oud, nieuw = werk.soort, werk.oud, werk.nieuw
    naam = klasse_van(soort).naam_van_soort
    het = f"{naam.lidwoord.capitalize()} {naam.enkelvoud}"
    ids = [id_ for (s, id_) in werk.lezing.bronnen if s == soort]
    if oud not in ids or werk.eigen.pad.stem != oud:
        hulp = bedoelt_u(dichtstbij(oud, [i for i in ids if i != oud]))
        raise HernoemFout(f'{het} "{oud}" bestaat niet.{hulp}')
    if not ID.fullmatch(nieuw) or len(nieuw) > MAX_NAAM:
        hulp = bedoelt_u(maak_id(nieuw)[:MAX_NAAM].strip("-") or None)
        raise HernoemFout(
            f'"{nieuw}" kan geen adres worden: gebruik alleen kleine letters a–z, cijfers en '
            f"streepjes, en hoogstens {MAX_NAAM}.{hulp}"
        )
    if nieuw == oud:
        raise HernoemFout(f'{het} heet al "{oud}". Er is niets veranderd.')
    if nieuw in ids or werk.eigen.pad.with_stem(nieuw).exists():
        raise HernoemFout(f'{het} "{nieuw}" bestaat al. Kies een andere naam.')
    for (s, id_), bron in werk.lezing.bronnen.items():
        if s == soort and id_ != oud and nieuw in vroegere_namen(bron):
            raise HernoemFout(
                f'"{nieuw}" is een vroegere naam van "{id_}", en dat adres leidt daarheen. '
                f"Kies een andere naam, of haal hem weg bij vroeger in {bron.getoond}."
            )


def _kies_beelden(werk: _Werk) -> None:
    """Pictures that bear the old name, and that no other thing names, are renamed along."""
    map_ = werk.eigen.pad.parent
    buren = [b for (s, i), b in werk.lezing.bronnen.items() if s == werk.soort and i != werk.oud]
    for _, veld, waarde in waarden(velden_in(werk.eigen), velden_op_sleutel(werk.soort)):
        beeld = map_ / waarde if veld.vorm is Vorm.BEELD and "/" not in waarde else None
        if beeld is None or beeld.stem != werk.oud or not beeld.is_file():
            continue
        gedeeld = any(waarde.encode() in _bytes(b.pad) for b in buren)
        if not gedeeld and not beeld.with_stem(werk.nieuw).exists():
            werk.beelden[waarde] = beeld.with_stem(werk.nieuw).name


def _bytes(pad: Path) -> bytes:
    """What is in a file; nothing in what is no ordinary file."""
    try:
        return pad.read_bytes() if pad.is_file() else b""
    except OSError as fout:
        raise HernoemFout(f'Het bestand "{pad.name}" is niet te lezen ({fout.strerror}).') from fout


def _yaml_en_stukken(werk: _Werk) -> Iterator[Wijziging]:
    """The files of the house and the posts that refer to the thing, its own file among them."""
    for (soort, id_), bron in werk.lezing.bronnen.items():
        zelf = (soort, id_) == (werk.soort, werk.oud)
        ruw = _bytes(bron.pad)
        if not zelf and not werk.woord.search(ruw.decode("utf-8", "replace")):
            continue
        wijziging = _in_bestand(werk, bron, soort, ruw, zelf)
        if wijziging is not None:
            fouten = _fouten_van(werk, bron)
            if fouten:
                raise HernoemFout(
                    f"In {bron.getoond} moet de nieuwe naam komen, en daar zit nog een fout in. "
                    "Verbeter die eerst; er is niets veranderd.",
                    fouten,
                )
            yield wijziging


def _fouten_van(werk: _Werk, bron: Bron) -> list[Bevinding]:
    return [
        b
        for b in werk.lezing.bevindingen
        if b.ernst is Ernst.FOUT and b.plaats and b.plaats.bestand == bron.getoond
    ]


def _in_bestand(werk: _Werk, bron: Bron, soort: str, ruw: bytes, zelf: bool) -> Wijziging | None:
    """What changes in one file; None when nothing does."""
    try:
        boom, tekst = lees_boom(bron.tekst()) or {}, ruw.decode("utf-8")
    except (YamlFout, UnicodeDecodeError):
        boom, tekst = "", ""
    if not isinstance(boom, dict):
        raise HernoemFout(
            f'In {bron.getoond} komt "{werk.oud}" voor, maar dat bestand is niet te lezen. '
            "Verbeter het eerst; er is niets veranderd.",
            _fouten_van(werk, bron),
        )
    vervang: dict[Pad, str] = {}
    for pad, veld, waarde in waarden(boom, velden_op_sleutel(soort)):
        if veld.vorm is Vorm.VERWIJZING and veld.soort == werk.soort and waarde.strip() == werk.oud:
            vervang[pad] = werk.nieuw
        elif zelf and veld.vorm is Vorm.BEELD and waarde in werk.beelden:
            vervang[pad] = werk.beelden[waarde]
    merk = len(tekst) - len(tekst.removeprefix("\ufeff"))  # a mark that some editors put in front
    tekst = tekst[merk:]
    begin = regelbegin(tekst)
    links = links_naar(tekst, werk.soort, werk.oud, werk.nieuw, buren=soort == BLOG)
    if not zelf and not vervang and not links:
        return None
    ingrepen = [*links, *(_op_plek(werk, bron, begin, tekst, p, vervang[p]) for p in vervang)]

    def bedoeld(pad: Pad, waarde: str) -> str:
        if pad in vervang:
            return vervang[pad]
        return pas_toe(waarde, links_naar(waarde, werk.soort, werk.oud, werk.nieuw))

    verwacht = vertaald(boom, bedoeld)
    wordt = pas_toe(tekst, ingrepen)
    if zelf and werk.spoor and any(s == werk.soort for s in SOORT_VAN_MAP.values()):
        assert isinstance(verwacht, dict)
        wordt, verwacht = _met_oude_naam(werk, wordt, verwacht)
    if (lees_boom(wordt[: _einde_yaml(wordt, soort)]) or {}) != verwacht:
        raise _lastig(bron)
    naar = bron.pad.with_stem(werk.nieuw) if zelf else bron.pad
    getoond = bron.getoond.replace(bron.pad.name, naar.name) if zelf else bron.getoond
    inhoud = ("\ufeff" * merk + wordt).encode()
    return Wijziging(bron.pad, naar, getoond, ruw, inhoud, len(ingrepen))


def _op_plek(
    werk: _Werk, bron: Bron, begin: list[int], tekst: str, pad: Pad, nieuw: str
) -> Ingreep:
    """The change at the place of one value: only the name itself, quotes stay."""
    oud = next((o for o, n in werk.beelden.items() if n == nieuw), werk.oud)
    plek = bron.plaats(pad, zoek=oud)
    hier = begin[plek.regel - 1] + plek.kolom - 1
    if tekst[hier : hier + len(oud)] != oud:
        raise _lastig(bron)
    return Ingreep(hier, hier + len(oud), nieuw)


def _lastig(bron: Bron) -> HernoemFout:
    return HernoemFout(
        f"In {bron.getoond} staat de naam zo geschreven dat hij niet vanzelf te veranderen is. "
        "Schrijf hem daar gewoon, zonder bijzondere tekens, en probeer het opnieuw. "
        "Er is niets veranderd."
    )


def _met_oude_naam(
    werk: _Werk, tekst: str, velden: Mapping[str, Boom]
) -> tuple[str, dict[str, Boom]]:
    """The thing's own text with the old name under `vroeger`, and the fields it then has."""
    namen = [n for n in namen_in(velden) if n not in {werk.oud, werk.nieuw}]
    namen.append(werk.oud)
    verwacht: dict[str, Boom] = {**velden, "vroeger": [*namen]}
    tot = _einde_yaml(tekst, werk.soort)
    try:
        for poging in met_vroeger(tekst, namen, tot):
            if _leest_als(poging, werk.soort, verwacht):
                return poging, verwacht
    except (YAMLError, YamlFout):
        pass
    raise _lastig(werk.eigen)


def _leest_als(tekst: str, soort: str, verwacht: Mapping[str, Boom]) -> bool:
    try:
        return lees_boom(tekst[: _einde_yaml(tekst, soort)]) == verwacht
    except YamlFout:
        return False


def _einde_yaml(tekst: str, soort: str) -> int:
    """Where the YAML in a file ends: at its end, or at the second line of dashes in a post."""
    if soort != BLOG:
        return len(tekst)
    begin = regelbegin(tekst)
    regels = [tekst[a:b].rstrip() for a, b in zip(begin, [*begin[1:], len(tekst)], strict=True)]
    return begin[regels.index("---", 1)]


def _vrije_paginas(werk: _Werk) -> Iterator[Wijziging]:
    """Links in the free Markdown pages; the posts have been done."""
    wortel = werk.blog.pad.parent
    stukken = {bron.pad for (soort, _), bron in werk.lezing.bronnen.items() if soort == BLOG}
    for pad in sorted(wortel.rglob("*.md")):
        if pad in stukken:
            continue
        ruw = _bytes(pad)
        tekst = ruw.decode("utf-8", "surrogateescape")
        ingrepen = links_naar(tekst, werk.soort, werk.oud, werk.nieuw, pad.parent == werk.blog.pad)
        if ingrepen:
            toon = normpath(f"{werk.blog.getoond}/../{pad.relative_to(wortel).as_posix()}")
            inhoud = pas_toe(tekst, ingrepen).encode("utf-8", "surrogateescape")
            yield Wijziging(pad, pad, toon, ruw, inhoud, len(ingrepen))


def _beelden(werk: _Werk) -> Iterator[Wijziging]:
    for oud, nieuw in werk.beelden.items():
        pad = werk.eigen.pad.with_name(oud)
        getoond = werk.eigen.getoond.replace(werk.eigen.pad.name, nieuw)
        ruw = _bytes(pad)
        yield Wijziging(pad, pad.with_name(nieuw), getoond, ruw, ruw)
