"""Words that welfare professionals use among themselves, each with a plainer one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

VAKWOORDEN: Mapping[str, str] = {
    "afschalen": "minder hulp geven",
    "arrangement": "hulp die bij elkaar hoort",
    "begeleidingstraject": "de hulp die iemand krijgt",
    "best practice": "iets wat goed werkt",
    "burgerkracht": "wat bewoners zelf kunnen",
    "burgerparticipatie": "meedoen van bewoners",
    "casus": "het verhaal van iemand",
    "casuïstiek": "verhalen uit de praktijk",
    "cliënt": "klant, bewoner, of gewoon de naam",
    "coping": "hoe iemand ermee omgaat",
    "doelgroep": "de mensen voor wie het is",
    "draaglast": "wat iemand te dragen heeft",
    "eerstelijns": "dichtbij, zonder verwijzing",
    "eigen kracht": "wat iemand zelf kan",
    "eigen regie": "zelf beslissen",
    "empowerment": "sterker worden",
    "faciliteren": "mogelijk maken",
    "hulpverleningstraject": "de hulp die iemand krijgt",
    "implementeren": "invoeren",
    "inclusie": "iedereen hoort erbij",
    "indicatie": "het besluit welke hulp iemand krijgt",
    "informele zorg": "hulp van familie, buren of vrijwilligers",
    "intake": "eerste gesprek",
    "intakegesprek": "eerste gesprek",
    "integrale aanpak": "alles in één keer aanpakken",
    "interventie": "wat we doen",
    "ketenpartner": "organisatie met wie we samenwerken",
    "kwetsbare doelgroep": "mensen die het moeilijk hebben",
    "kwetsbare burger": "iemand die het moeilijk heeft",
    "laagdrempelig": "waar iedereen zo binnenloopt",
    "leefwereld": "het gewone leven",
    "maatwerk": "hulp die past",
    "maatwerkvoorziening": "hulp die bij iemand past",
    "monitoren": "bijhouden",
    "multidisciplinair": "met mensen uit verschillende vakken",
    "multiproblematiek": "veel zorgen tegelijk",
    "netwerkberaad": "een gesprek met iedereen die helpt",
    "ondersteuningsbehoefte": "wat iemand nodig heeft",
    "ondersteuningsvraag": "vraag",
    "opschalen": "meer hulp geven",
    "outreachend": "erop af",
    "participatie": "meedoen",
    "participeren": "meedoen",
    "pilot": "proef",
    "preventie": "voorkomen",
    "preventief": "om iets te voorkomen",
    "problematiek": "problemen",
    "regievoerder": "wie het overzicht houdt",
    "respijtzorg": "even vrij voor wie voor een ander zorgt",
    "signaleren": "zien en doorgeven",
    "signalering": "zien en doorgeven",
    "sociaal domein": "zorg, werk en jeugd bij de gemeente",
    "sociaal isolement": "eenzaamheid",
    "sociale cohesie": "mensen die elkaar kennen",
    "sociale kaart": "een lijst van hulp in de buurt",
    "stakeholder": "wie ermee te maken heeft",
    "systeemwereld": "de regels en kantoren",
    "toeleiden": "de weg wijzen",
    "toeleiding": "de weg wijzen",
    "triage": "uitzoeken wat eerst moet",
    "vindplaats": "plek waar mensen komen",
    "vraaggericht": "naar wat mensen vragen",
    "vraagverheldering": "uitzoeken wat er speelt",
    "vroegsignalering": "op tijd zien",
    "warme overdracht": "meegaan naar wie verder helpt",
    "wijkgericht": "in de wijk",
    "zelfredzaam": "wie zichzelf kan redden",
    "zelfredzaamheid": "jezelf kunnen redden",
    "zelfmanagement": "zelf met een ziekte omgaan",
    "zorgmijder": "iemand die geen hulp wil",
    "zorgvraag": "vraag",
}


class Jargon:
    """The words to look for: ours and the organisation's, without those it finds plain."""

    def __init__(self, eigen: Mapping[str, str], gewoon: Iterable[str]) -> None:
        toegestaan = {_plat(woord) for woord in gewoon}
        alle = {_plat(w): g for w, g in {**VAKWOORDEN, **eigen}.items()}
        self._gewoner = {w: g for w, g in alle.items() if w and w not in toegestaan}
        self._vormen: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for woord in self._gewoner:
            for vorm in vormen(woord) - toegestaan:
                self._vormen[_begin(vorm)].append((vorm, woord))

    def zoek(self, tekst: str) -> Iterator[tuple[str, str]]:
        """Yield (word in the list, as typed) for each such word in `tekst` that is not explained.

        A word between quotation marks or brackets, or with an explanation in brackets behind it,
        is one that the writer knows to be jargon.
        """
        for token in _TOKEN.finditer(tekst):
            for vorm, woord in self._vormen.get(token[0].lower(), ()):
                vondst = _patroon(vorm).match(tekst, token.start())
                if vondst and not _uitgelegd(tekst, vondst):
                    yield woord, " ".join(vondst[0].split())

    def gewoner(self, woord: str) -> str:
        """The plainer words for a word in the list."""
        return self._gewoner[woord]


_TOKEN = re.compile(r"[\w-]+")


def _plat(tekst: str) -> str:
    return " ".join(tekst.lower().split())


def _begin(vorm: str) -> str:
    token = _TOKEN.match(vorm)
    return token[0] if token else vorm


@cache  # compiled when a text begins like it: most words of the list are in no text at all
def _patroon(vorm: str) -> re.Pattern[str]:
    return re.compile(re.escape(vorm).replace(r"\ ", r"\s+") + r"(?![\w-])", re.I)


def _uitgelegd(tekst: str, vondst: re.Match[str]) -> bool:
    voor, na = tekst[: vondst.start()][-1:], tekst[vondst.end() :][:2].lstrip()[:1]
    return voor in set("\"“‘'(") or na == "("


def vormen(woord: str) -> set[str]:
    """A word with its simple Dutch plurals and its form with -e: `zorgvraag`, `zorgvragen`."""
    uit = {woord} | {woord + einde for einde in ("s", "'s", "en", "n", "e")}
    if vondst := re.fullmatch(r"(.*)([aeou])\2([^\Waeiouy_])", woord):
        uit.add(f"{vondst[1]}{vondst[2]}{vondst[3]}en")
    if re.search(r"[^aeiouy][aeiou][bdfgklmnprst]$", woord):
        uit |= {f"{woord}{woord[-1]}en", f"{woord}{woord[-1]}e"}
    return uit
