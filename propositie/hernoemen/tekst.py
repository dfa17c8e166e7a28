"""Changing a text at exact places: what lies between them stays as it was, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from ..huis.berichten import BLOG, SOORT_VAN_MAP
from ..lezen.boom import Boom, Pad, Plaatsen, lees_boom


@dataclass(frozen=True, slots=True)
class Ingreep:
    """What comes in the place of a part of a text."""

    begin: int
    einde: int
    tekst: str


def regelbegin(tekst: str) -> list[int]:
    """Where each line of a text begins, counted as the YAML parser and an editor count lines."""
    return [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", tekst))]


def pas_toe(tekst: str, ingrepen: Iterable[Ingreep]) -> str:
    """The text with every change made. No two may overlap."""
    for ingreep in sorted(ingrepen, key=lambda i: i.begin, reverse=True):
        tekst = tekst[: ingreep.begin] + ingreep.tekst + tekst[ingreep.einde :]
    return tekst


def vertaald(boom: Boom, hoe: Callable[[Pad, str], str], pad: Pad = ()) -> Boom:
    """A tree in which each text is what `hoe` makes of it."""
    if isinstance(boom, dict):
        return {n: vertaald(w, hoe, (*pad, n)) for n, w in boom.items()}
    if isinstance(boom, list):
        return [vertaald(w, hoe, (*pad, n)) for n, w in enumerate(boom)]
    return hoe(pad, boom)


_LINK = re.compile(
    r"""(?P<voor>\]\(\s*<?                    # [woorden](adres)
      | ^[ ]{0,3}\[[^\]\n]{1,300}\]:[ \t]*<?  # [naam]: adres
      | \bhref\s*=\s*["']?)                   # <a href="adres">
    (?P<adres>[^)\s>"']+)""",
    re.M | re.X,
)


def links_naar(tekst: str, soort: str, oud: str, nieuw: str, buren: bool = False) -> list[Ingreep]:
    """The changes that let every link to a page of ours lead to its new address.

    With `buren`, a link such as `oud.md` to a post in the same folder too.
    """
    mappen = [map_ for map_, van in SOORT_VAN_MAP.items() if van == soort]
    if not mappen:
        return []
    doel = re.compile(
        rf"(?P<weg>(?:\.{{0,2}}/)*{mappen[0]}/){re.escape(oud)}(?P<rest>(?:\.md)?(?:[/?#].*)?)"
    )
    buur = re.compile(rf"(?P<weg>(?:\./)?){re.escape(oud)}(?P<rest>\.md(?:[?#].*)?)")
    uit = []
    for link in _LINK.finditer(tekst):
        vondst = doel.fullmatch(link["adres"])
        if vondst is None and buren and soort == BLOG:
            vondst = buur.fullmatch(link["adres"])
        if vondst is not None:
            rest = vondst["rest"].replace(f"/{oud}.vcf", f"/{nieuw}.vcf")
            begin, einde = link.span("adres")
            uit.append(Ingreep(begin, einde, f"{vondst['weg']}{nieuw}{rest}"))
    return uit


def met_vroeger(tekst: str, namen: Sequence[str], tot: int) -> Iterator[str]:
    """Yield the ways to write the field `vroeger` into a YAML text, the gentlest first.

    The YAML ends at `tot`; in a post the text follows. Whether a way gives what was meant, only
    reading it again can tell.
    """
    kop, rest = tekst[:tot], tekst[tot:]
    plaatsen = Plaatsen()
    boom = lees_boom(kop, plaatsen)
    regeleinde = "\r\n" if "\r\n" in kop else "\n"
    lijst = f"[{', '.join(namen)}]"
    sleutel = plaatsen.sleutels.get(("vroeger",))
    if sleutel is None:
        los = "" if not kop or kop.endswith(("\n", "\r")) else regeleinde
        slot = regeleinde if los == "" or rest else ""
        yield f"{kop}{los}vroeger: {lijst}{slot}{rest}"
        yield _rondreis(kop, namen) + rest
        return
    begin = regelbegin(kop)
    streep = kop.index(":", begin[sleutel.regel] + sleutel.kolom + sleutel.lengte) + 1
    einde = streep
    if isinstance(boom, dict) and "vroeger" in boom:
        waarde = plaatsen.waarden["vroeger",]
        hier = begin[waarde.regel] + waarde.kolom
        einde = hier + waarde.lengte
        if kop[hier] == "-":
            laatste = [s for p, s in plaatsen.waarden.items() if p[:-1] == ("vroeger",)][-1]
            inspringing = kop[begin[laatste.regel] : begin[laatste.regel] + laatste.kolom]
            einde = begin[laatste.regel] + laatste.kolom + laatste.lengte
            erbij = Ingreep(einde, einde, f"{regeleinde}{inspringing}{namen[-1]}")
            yield pas_toe(kop, [erbij]) + rest
    yield pas_toe(kop, [Ingreep(streep, einde, f" {lijst}")]) + rest
    yield _rondreis(kop, namen) + rest


def _rondreis(kop: str, namen: Sequence[str]) -> str:
    """The fields read and written again by ruamel.yaml, which keeps comments and order."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.explicit_start = kop.startswith("---")
    velden = yaml.load(kop)
    lijst = CommentedSeq(namen)
    lijst.fa.set_flow_style()
    velden["vroeger"] = lijst
    uit = StringIO()
    yaml.dump(velden, uit)
    return uit.getvalue()
