"""The values in a file as they were written, each with its field, wrong ones too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..huis import BerichtIntern, Ding, soorten
from ..huis.berichten import BLOG
from ..lezen import Bron
from ..lezen.blog import ENGELS
from ..lezen.boom import Boom, Pad, lees_boom
from ..lezen.fout import YamlFout
from ..vorm import Veld, Vorm, velden_van


def klasse_van(soort: str) -> type[Ding]:
    """The class of a kind; of `blog` that of a post."""
    return BerichtIntern if soort == BLOG else soorten()[soort].klasse


def velden_in(bron: Bron) -> Mapping[str, Boom]:
    """The fields of a file as they were written; none when it cannot be read."""
    try:
        boom = lees_boom(bron.tekst())
    except YamlFout:
        return {}
    return boom if isinstance(boom, dict) else {}


def vroegere_namen(bron: Bron) -> list[str]:
    """The old names that stand in a file; none when it cannot be read."""
    return namen_in(velden_in(bron))


def namen_in(boom: Mapping[str, Boom]) -> list[str]:
    """The old names among the fields of a thing."""
    waarde = boom.get("vroeger", [])
    return [str(w) for w in (waarde if isinstance(waarde, list) else [waarde])]


def velden_op_sleutel(soort: str) -> Mapping[str, Veld]:
    """The fields of a kind by key; those of a post also under what other programs call them."""
    velden = {v.sleutel: v for v in velden_van(klasse_van(soort))}
    if soort == BLOG:
        velden |= {engels: velden[onze] for engels, onze in ENGELS.items()}
    return velden


def waarden(
    boom: Mapping[str, Boom], velden: Mapping[str, Veld], pad: Pad = ()
) -> Iterator[tuple[Pad, Veld, str]]:
    """Every single value in the fields of a thing, with its path and its field."""
    for sleutel, waarde in boom.items():
        if (veld := velden.get(sleutel)) is None:
            continue
        rij = enumerate(waarde) if isinstance(waarde, list) else [(None, waarde)]
        for nummer, deel in rij:
            hier = (*pad, sleutel) if nummer is None else (*pad, sleutel, nummer)
            if isinstance(deel, str):
                yield hier, veld, deel
            elif isinstance(deel, dict) and veld.vorm is Vorm.GROEP:
                yield from waarden(deel, {v.sleutel: v for v in veld.velden}, hier)
