"""A file in which something else was pasted: a web page, a table, two versions at once.

Such a file is wrong as a whole, so one message says what it is; its lines are not worth a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .fout import YamlFout
from .herstel import zo_nodig_tussen_aanhaling

MAX_REGEL = 400
"""What was pasted shows at the beginning of a line."""
_VELD = r"[A-Za-z_][\w-]*"


def geplakt(regels: list[str], leesbaar: bool = False) -> YamlFout | None:
    """What was pasted in a file; None when it looks like one of ours.

    `leesbaar`: YAML can read it, so that whole JSON is good enough.
    """
    regels = [r[:MAX_REGEL] for r in regels]
    eerste = next((n for n, r in enumerate(regels) if r.strip() and not r.startswith("# ")), None)
    if eerste is None:
        return None
    for kijk in _BEKEND:
        if (kijk is not _json or not leesbaar) and (gevonden := kijk(regels, eerste)):
            return gevonden
    return None


def botsing(regels: list[str], _eerste: int = 0) -> YamlFout | None:
    """The marks that Git leaves where two people changed the same lines."""
    for nummer, regel in enumerate(regels):
        if re.match(r"<{7}(?: |$)|>{7}(?: |$)", regel):
            bericht = (
                "Hier staan twee versies van dezelfde regels onder elkaar, want twee mensen "
                "pasten ze tegelijk aan. Kies de goede regels, en haal de andere weg, samen met "
                "de regels die met <<<<<<<, ======= en >>>>>>> beginnen."
            )
            return YamlFout("V02", bericht, nummer, 0, len(regel.rstrip()))
    return None


def _webpagina(regels: list[str], eerste: int) -> YamlFout | None:
    tags = r"\s*<(?:!doctype|html|head|body|p|div|span|meta|table|h[1-6]|ul|ol|li|br|b|strong|a)\b"
    if not re.match(tags, regels[eerste], re.I):
        return None
    bericht = (
        "Dit is een stuk van een webpagina (HTML), en hier horen velden. Kopieer alleen de tekst, "
        "en zet voor elk stuk tekst de naam van het veld, zoals: naam: Koffie in de buurt."
    )
    return YamlFout("V02", bericht, eerste, 0, len(regels[eerste].rstrip()))


def _codeblok(regels: list[str], eerste: int) -> YamlFout | None:
    for nummer, regel in enumerate(regels):
        if nummer >= eerste and re.match(r"(?:```|~~~)\w*\s*$", regel):
            bericht = (
                "De tekens ``` horen niet in dit bestand; zij komen mee uit een chat of een "
                "handleiding. Haal alle regels met ``` weg."
            )
            return YamlFout("V02", bericht, nummer, 0, len(regel.rstrip()))
    return None


def _genummerd(regels: list[str], eerste: int) -> YamlFout | None:
    """Line numbers that were copied along."""
    nummers = [re.match(r"\s*(\d+)[.:|)]?(?:\s|$)", r) for r in regels[eerste : eerste + 3]]
    if len(nummers) < 2 or not all(nummers):
        return None
    rij = [int(n[1]) for n in nummers if n]
    if rij != list(range(rij[0], rij[0] + len(rij))):
        return None
    beter = re.sub(r"^\s*\d+[.:|)]?\s?", "", regels[eerste])
    bericht = "De nummers van de regels zijn meegekopieerd. Haal ze overal weg."
    return YamlFout("V02", bericht, eerste, 0, len(regels[eerste]) - len(beter), beter)


def _voorvoegsel(regels: list[str], eerste: int) -> YamlFout | None:
    """Each line begins with the mark of a quoted mail or of a comparison."""
    hier = [r for r in regels[eerste:] if r.strip()]
    for teken, bron in (
        (r">\s?", "uit een e-mail"),
        (r"[+-](?=\S)", "uit een vergelijking van twee versies"),
    ):
        if len(hier) > 1 and all(re.match(rf"{teken}\s*(?:- )?\S", r) for r in hier):
            beter = re.sub(rf"^{teken}", "", hier[0])
            lang = len(hier[0]) - len(beter)
            bericht = (
                f"Deze tekst is geplakt {bron}: elke regel begint met {hier[0][0]}. "
                "Haal dat teken overal weg."
            )
            return YamlFout("V02", bericht, eerste, 0, lang, beter)
    return None


def _tabel(regels: list[str], eerste: int) -> YamlFout | None:
    """Rows of a spreadsheet."""
    regel = regels[eerste]
    if re.match(rf"{_VELD}(?:;\w*){{2,}}$", regel.strip()):
        bericht = "Dit is een tabel uit een rekenblad, en hier horen velden. "
        bericht += "Schrijf elk veld op een eigen regel, zoals: naam: Koffie in de buurt."
        return YamlFout("V02", bericht, eerste, 0, len(regel.rstrip()))
    if vondst := re.match(rf"({_VELD})\t+(\S.*)$", regel):
        bericht = "Tussen de naam van het veld en de tekst staat een tab, en geen dubbele punt."
        beter = f"{vondst[1]}: {zo_nodig_tussen_aanhaling(vondst[2].strip())}"
        return YamlFout("V02", bericht, eerste, vondst.end(1), 1, beter)
    return None


def _opgemaakt(regels: list[str], eerste: int) -> YamlFout | None:
    """Names of fields in bold, as a report has them."""
    vondst = re.match(rf"(?:\*\*|__|\*|_)({_VELD})(?::(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_):)\s*(.*)$",
                      regels[eerste])  # fmt: skip
    if vondst is None:
        return None
    bericht = "Om de naam van een veld horen geen sterretjes. Haal ze overal weg."
    beter = f"{vondst[1].lower()}: {zo_nodig_tussen_aanhaling(vondst[2].strip())}"
    return YamlFout("V02", bericht, eerste, 0, vondst.end(1), beter)


def _json(regels: list[str], eerste: int) -> YamlFout | None:
    """Half of a file that another program made."""
    heel = "\n".join(regels[eerste : eerste + 3])
    vondst = re.match(rf"\s*\[?\s*\{{\s*\"({_VELD})\"\s*:\s*\"([^\"\n]*)\"", heel)
    if vondst is None:
        return None
    voorbeeld = f"{vondst[1]}: {zo_nodig_tussen_aanhaling(vondst[2])}"
    bericht = (
        "Dit lijkt JSON uit een ander programma, en het is niet heel. Zet elk veld op een eigen "
        f"regel, zonder accolades en zonder komma erachter, zoals: {voorbeeld}"
    )
    return YamlFout("V02", bericht, eerste, 0, len(regels[eerste].rstrip()))


_BEKEND: tuple[Callable[[list[str], int], YamlFout | None], ...] = (
    botsing,
    _webpagina,
    _codeblok,
    _genummerd,
    _voorvoegsel,
    _tabel,
    _opgemaakt,
    _json,
)
