"""Names of files: which can be an address, and which cannot lie in every folder of everybody."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from ..harmless import ODD

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How an id is written, which becomes an address."""
JUNK = re.compile(r"\..*|.*~|~\$.*|.*\.(?:swp|bak|tmp)|Thumbs\.db|desktop\.ini", re.I)
"""What editors and file managers leave behind; never content."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?: *\..*| *)", re.I)
"""What Windows takes for a device, whatever follows a point (Microsoft, Naming Files, Paths, and
Namespaces)."""
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[. ]$')
"""Characters that no name on Windows holds, and with which none ends."""
_COPY = re.compile(
    r"(?:[ _-]*(?:kopie|copie|copy)(?: van)?(?:[ _-]*\(?\d+\)?)?|[ _-]*\(\d+\))$|^(?:kopie|copy)"
    r"(?: van| of)?[ _-]+"
    # where two computers wrote the same file: OneDrive, Dropbox and the like, iCloud
    r"|[ _-]+(?-i:DESKTOP|LAPTOP|PC|MacBook|iMac|iPad)(?:[ _-][\w-]+)?$"
    r"|[ _-]*\([^()]*(?:conflict|exemplaar)[^()]*\)$|(?<=\S) \d{1,2}$",
    re.I,
)
"""What programs add to the name of a file that is copied, or of one that was changed twice."""
_HIDDEN_SUFFIX = re.compile(r"(?P<meant>.+\.(?:yml|yaml|md))\.(?:txt|text|rtf|docx?)", re.I)
"""What an editor adds that hides the end of names from who saves."""


_PLAIN_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o",
        "ı": "i", "ŋ": "n", "ħ": "h", "ŧ": "t", "ə": "e", "ĳ": "ij",
    }
)  # fmt: skip
"""Letters that are no other letter with a mark, and what people type who do not have them."""


def is_id(name: str) -> bool:
    """Whether a name can be an id: an address on the site, and a file on every system."""
    return ID.fullmatch(name) is not None and not is_device(name)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, and has no file of it."""
    return _DEVICE.fullmatch(name) is not None


def make_id(name: str) -> str:
    """A usable id made from any name: `Ayşe Yılmaz` → `ayse-yilmaz`; empty when there is none."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN_LETTERS))
    bare = "".join(t for t in plain if not unicodedata.combining(t))
    id_ = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return f"{id_}-1" if is_device(id_) else id_


def has_odd_character(name: str) -> bool:
    """Whether a name holds a character that cannot be typed, turns reading around, or is none."""
    return ODD.search(name) is not None


def fits_windows(name: str) -> bool:
    """Whether a file of this name can lie in a folder on Windows."""
    return not is_device(name) and not _NOT_ON_WINDOWS.search(name)


def same_name(name: str) -> str:
    """What two names share that are one name on Windows or a Mac: without the difference of
    capitals, and of how a letter with a mark is stored."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def copied_from(stem: str) -> str:
    """The name of which a name says that it is a copy: `noor - kopie` → `noor`; empty when it says
    no such thing."""
    original = _COPY.sub("", stem).strip(" _-")
    return original if original != stem else ""


def meant_name(name: str) -> str:
    """The name under which somebody meant to save a file: `pieter.yml.txt` → `pieter.yml`; empty
    when there is nothing behind it."""
    found = _HIDDEN_SUFFIX.fullmatch(name)
    return found["meant"] if found else ""


def beside(folder: Path, name: str) -> Path:
    """Where the file called `name` lies in a folder, however the letters of its name are stored: a
    Mac may store é as an e and an accent. Where it would lie, when there is none."""
    path = folder / name
    if name.isascii() or path.exists():
        return path
    wanted = unicodedata.normalize("NFC", name)
    try:
        others = [other for other in folder.iterdir() if not other.name.isascii()]
    except OSError:
        return path
    same = (other for other in others if unicodedata.normalize("NFC", other.name) == wanted)
    return min(same, default=path)


def free_name(path: Path, name: str) -> str:
    """`name`, when no file beside the one at `path` is called that; else empty."""
    return "" if path.with_name(name).exists() else name
