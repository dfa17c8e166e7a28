"""Reading: a folder of YAML → a `Huis`, or every mistake in it with its place.

`lees_huis` is the only door. The fast path reads scalars as text and lets the models decide;
places are looked up only for what turns out to be wrong.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from ..bevinding import Bevinding, Ernst, Plaats, gesorteerd
from ..huis import BerichtIntern, Ding, Huis, Soort, soorten
from ..huis.berichten import BLOG
from .bijlagen import keur_bijlagen
from .blog import Blogmap, inventariseer_blog
from .boom import Boom, Gezien, lees_boom, regels_van
from .bron import Bron
from .codes import LEESCODES
from .fout import YamlFout
from .geplakt import geplakt
from .map import Inventaris, inventariseer, maak_id
from .melding import melding, melding_van
from .tekens import vreemde_inspringing
from .vertaling import gebreken, verplichte_velden
from .verwijzingen import STUK, Bronnen, Dingen, losse_links, losse_verwijzingen
from .yaml_taal import vermoeden

__all__ = ["LEESCODES", "Blogmap", "Bron", "Lezing", "lees_huis", "maak_id"]

MAX_PER_BESTAND = 20
"""So many mistakes are told of one file; whoever has more mends these first."""


@dataclass(frozen=True, slots=True)
class Lezing:
    """What reading gave: the house (None when any file is wrong), the files, the findings."""

    huis: Huis | None
    bronnen: Bronnen
    bevindingen: list[Bevinding]
    huismap: Path
    berichten: Mapping[str, BerichtIntern] = field(default_factory=dict)
    """The posts, by id; they are no part of the house."""
    blogmap: Path = Path()
    """The folder with posts, and the pictures that belong to them."""

    def bron(self, ding: Ding) -> Bron:
        """The file that `ding` was read from."""
        return self.bronnen[soort_van(ding), ding.id]

    def beeldpad(self, soort: str, bestand: str) -> Path:
        """Where the picture `bestand`, named by a thing of kind `soort` or a post, lies."""
        if soort == BLOG:
            return self.blogmap / bestand
        return self.huismap / ("" if soorten()[soort].enkel else soort) / bestand


def soort_van(ding: Ding) -> str:
    """The kind (folder name) that a thing belongs to."""
    if isinstance(ding, BerichtIntern):
        return BLOG
    return next(s.naam for s in soorten().values() if isinstance(ding, s.klasse))


def lees_huis(huismap: Path, getoond: str | None = None, blog: Blogmap | None = None) -> Lezing:
    """Read the whole house in `huismap`. Never raises for anything that staff can write.

    `getoond` is how the folder is called in messages; the path itself when left out. `blog` is
    the folder with posts; the one beside the house when left out.
    """
    getoond = getoond if getoond is not None else huismap.as_posix()
    if not os.path.isdir(huismap):  # noqa: PTH112 (Path.is_dir raises for a closed folder)
        bericht = f'De map "{getoond}" is er niet. Kijk na of u in de goede map staat.'
        return Lezing(None, {}, [Bevinding("V15", Ernst.FOUT, bericht)], huismap)
    inventaris = inventariseer(huismap, getoond)
    fouten = inventaris.bevindingen
    blog = blog or Blogmap.naast(huismap, getoond)
    stukken = dict(inventariseer_blog(blog, fouten, inventaris.overig))
    bronnen: Bronnen = {**inventaris.bronnen, **stukken}
    with _geen_opruimpauzes():
        dingen = _lees_alles(inventaris.bronnen, fouten)
        gelezen = _lees_alles(stukken, fouten)
    berichten = {b.id: b for b in gelezen.values() if isinstance(b, BerichtIntern)}
    fouten += _ontbrekend(inventaris, getoond)
    fouten += losse_verwijzingen({**dingen, **gelezen}, bronnen)
    fouten += losse_links(berichten, bronnen)
    fouten += keur_bijlagen({**dingen, **gelezen}, bronnen, inventaris.overig)
    goed = not any(b.ernst is Ernst.FOUT for b in fouten)
    huis = _bouw(dingen) if goed else None
    return Lezing(huis, bronnen, fouten, huismap, berichten, blog.pad)


@contextmanager
def _geen_opruimpauzes() -> Iterator[None]:
    """Pause the garbage collector: reading makes many objects and none of them is garbage."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def _lees_alles(bronnen: Bronnen, fouten: list[Bevinding]) -> Dingen:
    alle = {**soorten(), BLOG: STUK}
    dingen = {}
    for (naam, id_), bron in bronnen.items():
        eigen: list[Bevinding] = []
        ding = _lees_ding(bron, alle[naam], id_, eigen)
        fouten += eigen if len(eigen) <= MAX_PER_BESTAND else _ingekort(eigen)
        if ding is not None:
            dingen[naam, id_] = ding
    return dingen


def _ingekort(fouten: list[Bevinding]) -> list[Bevinding]:
    """The first mistakes of one file; the last of these says how many more there are."""
    eerste = gesorteerd(fouten)[:MAX_PER_BESTAND]
    rest = len(fouten) - len(eerste)
    slot = f"{eerste[-1].bericht} (Dit bestand heeft nog {rest} fouten. Los deze eerst op.)"
    return [*eerste[:-1], replace(eerste[-1], bericht=slot)]


def _lees_ding(bron: Bron, soort: Soort, id_: str, fouten: list[Bevinding]) -> Ding | None:
    """Read one thing. None when it cannot be made; what is wrong is added to `fouten`."""

    def fout(code: str, bericht: str, plaats: Plaats) -> None:
        fouten.append(Bevinding(code, Ernst.FOUT, bericht, plaats))

    gezien = Gezien()
    ding, verworpen = None, None
    try:
        boom = _velden(bron.tekst(), gezien)
        if boom.pop("id", None) is not None:
            bericht = 'Het veld "id" kan hier weg: de naam van het bestand is de id.'
            fout("V04", bericht, bron.plaats(("id",), sleutel=True))
        if not boom and not fouten:
            velden = ", ".join(verplichte_velden(soort.klasse))
            bericht = f"Dit bestand is leeg. Vul minstens in: {velden}."
            fout("V06", bericht, Plaats(bron.getoond))
            fouten += (melding(bron, g) for g in gebreken(None, soort.klasse, gezien.leeg, []))
            return None
        ding = soort.klasse.model_validate({**bron.aangevuld(boom), "id": id_})
    except YamlFout as e:
        fouten += (melding_van(bron, y) for y in (*gezien.dubbel, e))
        return None
    except ValidationError as e:
        verworpen = e
    gevonden = list(gebreken(verworpen, soort.klasse, gezien.leeg, gezien.dubbele_paden))
    if gevonden and (geheel := _heel_bestand(bron)):
        fouten.append(melding_van(bron, geheel))
        return None
    fouten += (melding_van(bron, dubbel) for dubbel in gezien.dubbel)
    fouten += (melding(bron, g) for g in gevonden)
    return ding


def _heel_bestand(bron: Bron) -> YamlFout | None:
    """What is wrong with a file as a whole, so that what was found in its parts follows from it."""
    regels = regels_van(bron.tekst())
    return geplakt(regels, leesbaar=True) or vreemde_inspringing(regels)


def _velden(tekst: str, gezien: Gezien) -> dict[str, Boom]:
    """The fields that stand in a text. Raises `YamlFout` when it holds something else."""
    boom = lees_boom(tekst, gezien=gezien)
    if boom is None:
        return {}
    if isinstance(boom, dict):
        return boom
    if isinstance(boom, str) and (fout := vermoeden(regels_van(tekst))):
        raise fout
    raise YamlFout("V07", "Dit bestand hoort te bestaan uit regels als naam: waarde.", 0)


def _ontbrekend(inventaris: Inventaris, getoond: str) -> Iterator[Bevinding]:
    for soort in soorten().values():
        if soort.enkel and (soort.naam, soort.naam) not in inventaris.bronnen:
            velden = ", ".join(verplichte_velden(soort.klasse))
            bericht = (
                f'Het bestand "{soort.naam}.yml" ontbreekt in de map {getoond}. '
                f"Maak het, en vul minstens in: {velden}."
            )
            yield Bevinding("V15", Ernst.FOUT, bericht, Plaats(f"{getoond}/{soort.naam}.yml"))


def _bouw(dingen: Dingen) -> Huis:
    delen: dict[str, object] = {}
    for soort in soorten().values():
        if soort.enkel:
            delen[soort.naam] = dingen[soort.naam, soort.naam]
        else:
            delen[soort.naam] = {id_: d for (s, id_), d in dingen.items() if s == soort.naam}
    return Huis(**delen)  # type: ignore[arg-type]
