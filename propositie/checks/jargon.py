"""Words that welfare professionals use among themselves, each with a plainer one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from .texts import folded_words

JARGON_WORDS: Mapping[str, str] = {
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

    def __init__(self, own: Mapping[str, str], plain: Iterable[str]) -> None:
        allowed = {_normalized(word) for word in plain}
        all_words = {_normalized(w): g for w, g in {**JARGON_WORDS, **own}.items()}
        self._plainer = {w: g for w, g in all_words.items() if w and w not in allowed}
        self._forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word in self._plainer:
            for form in inflect(word) - allowed:
                self._forms[_first_token(form)].append((form, word))
        self._beginnings = frozenset().union(*map(folded_words, self._forms))

    def may_be_in(self, words: Set[str]) -> bool:
        """Whether any such word may stand in a text with these words, folded; in most is none."""
        return not self._beginnings.isdisjoint(words)

    def find(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (word in the list, as typed) for each such word in `text` that is not explained.

        A word between quotation marks or brackets, or with an explanation in brackets behind it,
        is one that the writer knows to be jargon.
        """
        for token in _TOKEN.finditer(text):
            for form, word in self._forms.get(token[0].lower(), ()):
                match = _pattern(form).match(text, token.start())
                if match and not _is_explained(text, match):
                    yield word, " ".join(match[0].split())

    def plainer(self, word: str) -> str:
        """The plainer words for a word in the list."""
        return self._plainer[word]


_TOKEN = re.compile(r"[\w-]+")


def _normalized(text: str) -> str:
    return " ".join(text.lower().split())


def _first_token(form: str) -> str:
    token = _TOKEN.match(form)
    return token[0] if token else form


@cache  # compiled when a text begins like it: most words of the list are in no text at all
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.escape(form).replace(r"\ ", r"\s+") + r"(?![\w-])", re.I)


def _is_explained(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:2].lstrip()[:1]
    return before in set("\"“‘'(") or after == "("


def inflect(word: str) -> set[str]:
    """A word with its simple Dutch plurals and its form with -e: `zorgvraag`, `zorgvragen`."""
    result = {word} | {word + end for end in ("s", "'s", "en", "n", "e")}
    if match := re.fullmatch(r"(.*)([aeou])\2([^\Waeiouy_])", word):
        result.add(f"{match[1]}{match[2]}{match[3]}en")
    if re.search(r"[^aeiouy][aeiou][bdfgklmnprst]$", word):
        result |= {f"{word}{word[-1]}en", f"{word}{word[-1]}e"}
    return result
