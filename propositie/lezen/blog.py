"""Posts: Markdown files with a few fields between dashes at the top.

The fields are read by the same parser as the house, so that every message points at its place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

from ..beeld import ACHTERVOEGSELS
from ..bevinding import Bevinding, Ernst, Plaats
from ..huis.berichten import BLOG
from .boom import Boom, Pad, regels_van
from .bron import Bron
from .fout import YamlFout, kort
from .geplakt import botsing
from .map import ID, ROMMEL, maak_id

STREEP = "---"
VOORPAGINA = "index.md"
"""Free words for the overview itself; not a post."""

ENGELS: Mapping[str, str] = {
    "author": "auteur",
    "authors": "auteur",
    "date": "datum",
    "description": "beschrijving",
    "draft": "concept",
    "title": "titel",
}
"""What other programs call a field; who brings posts along need not rename them."""

_BEELD = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<bestand>[^)\s>]*)")
_STUURTEKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Blogmap:
    """The folder with posts, and how staff know it."""

    pad: Path
    getoond: str

    @classmethod
    def naast(cls, huismap: Path, getoond: str) -> Blogmap:
        """The folder beside a house: `site_src/huis` → `site_src/paginas/blog`."""
        return cls(huismap / ".." / "paginas" / BLOG, normpath(f"{getoond}/../paginas/{BLOG}"))


@dataclass(slots=True)
class Blogbron(Bron):
    """One post: the fields at the top are YAML, what follows is its text."""

    def tekst(self) -> str:
        """The fields at the top; their lines count as in the file."""
        regels = regels_van(Bron.tekst(self))
        return "\n".join(regels[: _slot(regels)])

    def aangevuld(self, velden: dict[str, Boom]) -> dict[str, Boom]:
        """The fields under their Dutch names, with the title and text from below the dashes."""
        if "tekst" in velden:
            raise YamlFout("V04", f'De tekst hoort onder de tweede regel met "{STREEP}".', 1)
        uit = {n: w for n, w in velden.items() if ENGELS.get(n) in {None, *velden}}
        uit |= {ENGELS[n]: w for n, w in velden.items() if n not in uit}
        kop, lijf = self._lijf()
        if kop is not None:
            uit.setdefault("titel", kop)
        if lijf:
            uit["tekst"] = lijf
        return uit

    def _lijf(self) -> tuple[str | None, str]:
        """The heading above the text, when it begins with one, and the rest."""
        regels = regels_van(Bron.tekst(self))
        begin = _slot(regels) + 1
        if twee_versies := botsing(regels):
            raise twee_versies
        for nummer, regel in enumerate(regels[begin:], begin):
            if vreemd := _STUURTEKEN.search(regel):
                raise _vreemd(nummer, vreemd.start())
            if beeld := _BEELD.search(regel):
                raise _geen_beeld(nummer, beeld, len(regel) - beeld.start())
        lijf = "\n".join(regels[begin:]).strip()
        if kop := re.match(r"#[ \t]+(.+?)[ \t#]*(?:\n|$)", lijf):
            return kop[1], lijf[kop.end() :].strip()
        return None, lijf

    def plaats(self, pad: Pad = (), *, sleutel: bool = False, zoek: str = "") -> Plaats:
        """Where the value at `pad` stands; a word of the text is looked up below the dashes."""
        if pad[:1] == ("tekst",):
            return self._in_tekst(zoek)
        plek = Bron.plaats(self, pad, sleutel=sleutel, zoek=zoek)
        andere = [naam for naam, onze in ENGELS.items() if pad[:1] == (onze,)]
        for naam in andere if not plek.regel else []:
            plek = Bron.plaats(self, (naam, *pad[1:]), sleutel=sleutel, zoek=zoek)
            if plek.regel:
                break
        return plek

    def _in_tekst(self, woord: str) -> Plaats:
        regels = regels_van(Bron.tekst(self))
        begin = _slot(regels) + 1
        for nummer, regel in enumerate(regels[begin:], begin):
            if woord and woord in regel:
                return self.op_regel(nummer, regel.index(woord), len(woord))
        return self.op_regel(min(begin, len(regels) - 1))


def _slot(regels: list[str]) -> int:
    """The number of the line that ends the fields. Raises `YamlFout` when there is none."""
    if regels[0].rstrip() != STREEP:
        raise YamlFout(
            "V02",
            f'Een stuk begint met een regel "{STREEP}", dan datum en auteur, dan weer "{STREEP}". '
            "Daaronder komt de tekst.",
            0,
            0,
            max(1, len(regels[0].rstrip())),
        )
    for nummer, regel in enumerate(regels[1:], 1):
        if regel.rstrip() == STREEP:
            return nummer
    raise YamlFout(
        "V02", f'Onder de velden ontbreekt de tweede regel "{STREEP}". '
        "Zet die tussen de velden en de tekst.", 0, 0, len(STREEP),
    )  # fmt: skip


def _vreemd(regel: int, kolom: int) -> YamlFout:
    return YamlFout(
        "V01",
        "Hier staat een teken dat niet in een tekst hoort (het is niet te zien). "
        "Haal het weg, of typ de regel opnieuw.",
        regel,
        kolom,
    )


def _geen_beeld(regel: int, beeld: re.Match[str], lengte: int) -> YamlFout:
    bestand = beeld["bestand"].rpartition("/")[2] or "foto.webp"
    alt = " ".join(beeld["alt"].replace('"', "'").split()) or "wat er te zien is"
    return YamlFout(
        "V14",
        "In de tekst van een stuk kan geen beeld staan. Haal het hier weg, en schrijf bij de "
        f'velden bovenaan: beeld: {{bestand: {kort(bestand)}, alt: "{kort(alt)}"}}',
        regel,
        beeld.start(),
        lengte,
    )


def inventariseer_blog(
    blogmap: Blogmap, fouten: list[Bevinding], beelden: dict[Path, str]
) -> Iterator[tuple[tuple[str, str], Blogbron]]:
    """Yield every post in the folder by (kind, id); what cannot be one is added to `fouten`.

    Pictures beside the posts are added to `beelden`, by path, as staff know them.
    """
    for hoofd, mappen, namen in os.walk(blogmap.pad):
        mappen[:] = sorted(m for m in mappen if not ROMMEL.fullmatch(m))
        onder = Path(hoofd).relative_to(blogmap.pad).as_posix()
        for naam in sorted(n for n in namen if not ROMMEL.fullmatch(n)):
            pad = Path(hoofd) / naam
            if onder == "." and naam == VOORPAGINA:
                continue
            toon = normpath(f"{blogmap.getoond}/{onder}/{naam}")
            toon = "".join(t if t.isprintable() else "\N{REPLACEMENT CHARACTER}" for t in toon)
            if onder == "." and pad.suffix == ".md" and ID.fullmatch(pad.stem):
                yield (BLOG, pad.stem), Blogbron(pad, toon)
            elif onder == "." and pad.suffix.lower() in ACHTERVOEGSELS and pad.is_file():
                beelden[pad] = toon
            else:
                fouten.append(_geen_stuk(pad, toon, onder))


def _geen_stuk(pad: Path, toon: str, onder: str) -> Bevinding:
    """What to say of a file that is not published as a post."""
    if pad.suffix.lower() not in {".md", ".markdown"}:
        bericht = f'Het bestand "{kort(pad.name)}" wordt nergens gelezen. Haal het weg.'
        return Bevinding("V13", Ernst.WAARSCHUWING, bericht, Plaats(toon))
    if onder != ".":
        bericht = f'Dit stuk wordt niet gelezen. Zet het in de map "{BLOG}" zelf.'
        return Bevinding("V13", Ernst.FOUT, bericht, Plaats(toon))
    voorstel = maak_id(pad.stem)
    hulp = f' Noem het bestand "{voorstel}.md".' if voorstel else ""
    bericht = (
        f'De bestandsnaam "{kort(pad.name)}" kan geen adres worden: '
        f"alleen kleine letters a–z, cijfers en streepjes, en dan .md.{hulp}"
    )
    return Bevinding("V12", Ernst.FOUT, bericht, Plaats(toon))
