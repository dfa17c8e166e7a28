"""What somebody probably meant who typed a value that its field does not understand.

Every function here offers other spellings of a text, without knowing the field; the field itself
then says which of them it takes. So a date in words becomes a date, and a sentence stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .tekens import schoon

_MAANDEN = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february"),
    ("maart", "mrt", "mar", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov"),
    ("december", "dec"),
)
_MAAND = {woord: nummer for nummer, rij in enumerate(_MAANDEN, 1) for woord in rij}
_TOT_TWINTIG = """nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien
veertien vijftien zestien zeventien achttien negentien twintig"""
_TELWOORD = {woord: nummer for nummer, woord in enumerate(_TOT_TWINTIG.split())} | {
    "één": 1,
    "vijfentwintig": 25,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "vijfenzeventig": 75,
    "honderd": 100,
}


def bedoeld(tekst: str, past: Callable[[str], bool]) -> str | None:
    """Another spelling of `tekst` for which `past` is true; None without one."""
    if len(tekst) > 100:
        return None
    for maak in _MAKERS:
        for keuze in maak(schoon(tekst)):
            if keuze != tekst and past(keuze):
                return keuze
    return None


def _zelf(tekst: str) -> Iterator[str]:
    yield tekst


def _datum(tekst: str) -> Iterator[str]:
    """`12 oktober 2026`, `October 12, 2026`, `12/10/26`, `2026-10-12 09:30` → `2026-10-12`."""
    woorden = re.findall(r"[a-z]+|\d+", tekst.lower())
    maand = next((_MAAND[w] for w in woorden if w in _MAAND), None)
    getallen = [w for w in woorden if w.isdigit()]
    if maand is not None and len(getallen) >= 2:
        dag, jaar = sorted(getallen[:2], key=lambda w: len(w) > 2)
        yield _iso(jaar, maand, int(dag))
    if vondst := re.match(r"(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})(?!\d)", tekst):
        yield _iso(vondst[1], int(vondst[2]), int(vondst[3]))
    if vondst := re.search(r"(?<!\d)(\d{1,2})\s?[-/. ']\s?(\d{1,2})\s?[-/. ']\s?(\d{4}|\d\d)(?!\d)",
                           tekst):  # fmt: skip
        dag, maand = int(vondst[1]), int(vondst[2])
        dag, maand = (maand, dag) if maand > 12 else (dag, maand)
        yield _iso(vondst[3], maand, dag)


def _iso(jaar: str, maand: int, dag: int) -> str:
    return f"{2000 + int(jaar) if len(jaar) == 2 else jaar}-{maand:02}-{dag:02}"


def _tijd(tekst: str) -> Iterator[str]:
    """`half tien`, `kwart over 9`, `9 uur`, `9u30`, `9` → `9:30` and so on."""
    klein = re.sub(r"^(?:om|vanaf|tot|circa|ca\.?|±|~)\s+|\s*uur$", "", tekst.lower())
    uur = {**{str(n): n for n in range(25)}, **{w: n for w, n in _TELWOORD.items() if n <= 12}}
    vondst = re.fullmatch(r"(?:(half|kwart over|kwart voor|tien over|tien voor)\s+)?(\w+)", klein)
    if vondst and vondst[2] in uur:
        erbij = {None: 0, "half": -30, "kwart over": 15, "kwart voor": -15}
        minuten = uur[vondst[2]] * 60 + erbij.get(vondst[1], 10 if "over" in klein else -10)
        yield f"{minuten // 60 % 24}:{minuten % 60:02}"
    if klein in {"24", "24:00", "24.00", "middernacht"}:
        yield "23:59"
    if vondst := re.fullmatch(r"(\d{1,2})\s*(?:[u:.h,-]|uur|\s)\s*(\d{2})?\s*u?", klein):
        yield f"{vondst[1]}:{vondst[2] or '00'}"


def _getal(tekst: str) -> Iterator[str]:
    """`drie euro vijftig`, `ca. 5`, `€ 3,50 per rit`, `50%`, `1,250.50`, `vier` → the number."""
    klein = tekst.lower()
    if klein in {"gratis", "niets", "geen", "nihil"}:
        yield "0"
    euro = re.fullmatch(r"(\w+)(?: euro(?:'s)?)?(?: en)?(?: (\w+))?(?: cent)?", klein)
    if euro and euro[1] in _TELWOORD and (euro[2] is None or euro[2] in _TELWOORD):
        na = f",{_TELWOORD[euro[2]]:02}" if euro[2] else ""
        yield f"{_TELWOORD[euro[1]]}{na}"
    if deel := re.fullmatch(r"(\d+) ?(?:/|op|van|uit) ?(?:de )?\d+", klein):
        yield deel[1]
    getallen = re.findall(r"\d[\d.,]*", tekst)
    if len(getallen) == 1 and len(tekst.split()) <= 4:
        kaal = getallen[0].rstrip(".,")
        yield kaal
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{2}", kaal):
            yield kaal.translate(str.maketrans(",.", ".,"))


def _adres(tekst: str) -> Iterator[str]:
    """An e-mail or web address as it comes from a mail program or an address bar."""
    if vondst := re.search(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]| at ) ?[\w-]+(?: ?\. ?[\w-]+)+", tekst):
        yield re.sub(r" ?(?:\(at\)|\[at\]|@| at ) ?", "@", vondst[0]).replace(" ", "")
    kaal = re.sub(r"^\W*(?:h?t+ps?|https?)\W*:?[/\\]{1,3}", "", tekst, flags=re.I)
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$", kaal) and "@" not in kaal:
        yield f"https://{kaal}"
    if re.match(r"https?://", tekst) and " " in tekst:
        yield tekst.replace(" ", "%20")


def _telefoon(tekst: str) -> Iterator[str]:
    """The first number in a text with words around it."""
    if vondst := re.search(r"(?:\+\d{2}|\(?0\d{1,3}\)?)[\d \-()]{5,}\d", tekst):
        yield vondst[0].strip()


def _kleur(tekst: str) -> Iterator[str]:
    """`1f5c4d`, `# 1f5c4d`, `rgb(31, 92, 77)` → `#1f5c4d`."""
    if vondst := re.fullmatch(r"#?\s*([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})", tekst):
        yield f"#{vondst[1]}"
    getallen = [int(g) for g in re.findall(r"\d+", tekst)]
    if tekst.lower().startswith("rgb") and len(getallen) == 3 and max(getallen) < 256:
        yield "#" + "".join(f"{g:02x}" for g in getallen)


def _ja_nee(tekst: str) -> Iterator[str]:
    """Yes or no in other words."""
    klein = tekst.lower().rstrip(".!")
    if klein in {"j", "y", "1", "waar", "aan", "klopt", "inderdaad", "x", "ok", "oké", "jawel",
                 "zeker"}:  # fmt: skip
        yield "ja"
    if klein in {"n", "0", "onwaar", "uit", "neen", "klopt niet", "geen", "nog niet"}:
        yield "nee"


def _rest(tekst: str) -> Iterator[str]:
    """A bare file name, a postcode with something in between."""
    if re.search(r"[/\\][^/\\]+\.\w+$", tekst):
        yield re.split(r"[/\\]", tekst)[-1]
    if vondst := re.search(r"([1-9]\d{3})\W*([A-Za-z]{2})\b", tekst):
        yield f"{vondst[1]} {vondst[2].upper()}"


_MAKERS: tuple[Callable[[str], Iterator[str]], ...] = (
    _zelf,
    _adres,
    _telefoon,
    _kleur,
    _datum,
    _tijd,
    _ja_nee,
    _getal,
    _rest,
)
