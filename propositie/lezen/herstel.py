"""The line as it should have been: texts between quotation marks, and brackets that close.

What is made here is only ever shown, never read in place of what somebody typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .sleutels import alle_velden

KRUL_OPEN = "“„‟”‘‚‛’«‹"
KRUL_DICHT = "”“‟’‘‛»›"
"""Quotation marks of word processors; in a hurry any of them opens or closes."""

_GEWOON = re.compile(
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=“”„‘’][^,\[\]{}#:]*(?:(?::(?=\S)|(?<=\S)#)[^,\[\]{}#:]*)*"
)


def tussen_aanhaling(tekst: str) -> str:
    """A text between quotation marks of the kind that is not in it."""
    if "'" not in tekst and ('"' in tekst or "\\" in tekst):
        return f"'{tekst}'"
    return '"' + tekst.replace("\\", "/").replace('"', "'") + '"'


def zo_nodig_tussen_aanhaling(tekst: str) -> str:
    """A text as it can stand anywhere, also between brackets."""
    return (
        tekst if _GEWOON.fullmatch(tekst) and not tekst.endswith(":") else tussen_aanhaling(tekst)
    )


_MET_HAAK = re.compile(r"(?P<voor>[ \t]*(?:- +)*(?:[\w\"'-]+ ?: *)?)(?P<haken>[\[{].*)")
_SLEUTEL = re.compile(r"(?P<naam>\"[^\"]*\"|'[^']*'|[\w-]+) *(?P<punt>[:=]) *")
_RECHT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_KRUL = re.compile(rf"[{KRUL_OPEN}](?P<tekst>[^{KRUL_DICHT}\"]*)[{KRUL_DICHT}\"]")
_SLUITER = {"[": "]", "{": "}"}


@dataclass(slots=True)
class Haken:
    """A line with brackets as it was probably meant, and what was wrong with it, first first."""

    regel: str
    gebreken: list[str] = field(default_factory=list)


def herstel_haken(regel: str) -> Haken | None:
    """Read a line that holds something between brackets, however badly; None when that fails."""
    vondst = _MET_HAAK.fullmatch(regel.rstrip())
    if vondst is None or len(regel) > 400:
        return None
    lezer = _Lezer(vondst["haken"])
    try:
        goed = lezer.waarde("")
    except (_Onbegrijpelijk, RecursionError):
        return None
    rest = lezer.tekst[lezer.plek :].strip()
    if rest and not rest.startswith("#"):
        return None
    return Haken(f"{vondst['voor']}{goed}" + (f"  {rest}" if rest else ""), lezer.gebreken)


class _Onbegrijpelijk(Exception):
    """No sense can be made of what stands between the brackets."""


class _Lezer:
    """Reads lists and groups between brackets, from left to right, and forgives."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.plek = 0
        self.gebreken: list[str] = []

    def waarde(self, binnen: str) -> str:
        """The value that begins here, as it should be written; `binnen` is the bracket around."""
        self._spaties()
        teken = self._teken()
        if teken == "{":
            return self._groep()
        if teken == "[":
            return self._lijst()
        return self._tekst(binnen)

    def _groep(self) -> str:
        delen: list[tuple[str, str]] = []
        self.plek += 1
        while not self._sluit("{"):
            sleutel = _SLEUTEL.match(self.tekst, self.plek)
            if sleutel is None:
                if not delen:
                    raise _Onbegrijpelijk
                self._meld("komma te veel")
                naam, waarde = delen.pop()
                delen.append((naam, tussen_aanhaling(f"{_kaal(waarde)}, {self._stuk('{')}")))
                continue
            einde = self.plek = sleutel.end()
            if sleutel["punt"] == "=" or self.tekst[einde - 1] == ":":
                self._meld("geen spatie")
            delen.append((sleutel["naam"], self.waarde("{")))
        return "{" + ", ".join(f"{n}: {w}" for n, w in delen) + "}"

    def _lijst(self) -> str:
        delen: list[str] = []
        self.plek += 1
        while not self._sluit("["):
            delen.append(self.waarde("["))
        return "[" + ", ".join(delen) + "]"

    def _sluit(self, haak: str) -> bool:
        """Pass over spaces and one comma; whether the list or group ends here."""
        self._spaties()
        if self._teken() == ",":
            self.plek += 1
            self._spaties()
        teken = self._teken()
        if teken and teken not in "]}":
            return False
        if teken != _SLUITER[haak]:
            self._meld("sluit niet" if not teken else "sluit anders")
        self.plek += 1
        return True

    def _tekst(self, binnen: str) -> str:
        for patroon in (_RECHT, _KRUL):
            vondst = patroon.match(self.tekst, self.plek)
            if vondst and (slot := self._na(vondst.end(), binnen)):
                self.plek = vondst.end()
                if slot == "komma":
                    self._meld("geen komma")
                if patroon is _RECHT:
                    return vondst[0]
                self._meld("krul")
                return zo_nodig_tussen_aanhaling(vondst["tekst"])
        stuk = self._stuk(binnen)
        if stuk[:1] in {'"', "'"}:
            self._meld("aanhaling")
            stuk = stuk[1:] if not stuk.startswith("'s ") else stuk
        elif stuk.startswith("#"):
            self._meld("hekje")
        elif ": " in stuk:
            self._meld("dubbele punt")
        elif stuk and not _GEWOON.fullmatch(stuk):
            self._meld("begin")
        return zo_nodig_tussen_aanhaling(stuk)

    def _na(self, plek: int, binnen: str) -> str:
        """What follows a text between quotation marks: an end, or a field without a comma."""
        rest = self.tekst[plek:].lstrip()
        if not rest or rest[0] in ",]}":
            return "einde"
        return "komma" if binnen == "{" and _SLEUTEL.match(rest) else ""

    def _stuk(self, binnen: str) -> str:
        """The text from here to where the next part begins."""
        begin = self.plek
        while teken := self._teken():
            if teken in "]}" or (teken == "," and binnen == "["):
                break
            if binnen == "{" and teken in ", ":
                volgende = _SLEUTEL.match(self.tekst, self.plek + 1 + (self._na_spatie(teken)))
                if volgende and teken == ",":
                    break
                if volgende and volgende["naam"] in alle_velden() and self.plek > begin:
                    self._meld("geen komma")
                    break
            self.plek += 1
        return self.tekst[begin : self.plek].strip()

    def _na_spatie(self, teken: str) -> int:
        rest = self.tekst[self.plek + 1 :]
        return len(rest) - len(rest.lstrip()) if teken == "," else 0

    def _teken(self) -> str:
        return self.tekst[self.plek : self.plek + 1]

    def _spaties(self) -> None:
        while self._teken() in {" ", "\t", "\u00a0"}:
            self.plek += 1

    def _meld(self, gebrek: str) -> None:
        if gebrek not in self.gebreken:
            self.gebreken.append(gebrek)


def _kaal(waarde: str) -> str:
    return waarde[1:-1] if _RECHT.fullmatch(waarde) else waarde
