"""Films and maps of other sites: shown only after a click, and only of those that the organisation
allows.

Until then nothing is asked of them: no picture, no script, no cookie. The addresses are those that
the providers give for embedding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Provider:
    """Somebody else whose films or maps can stand on a page."""

    name: str
    """How visitors know it."""
    what: str
    """The key of the words for what it shows: `film` or `kaart`."""
    host: str
    """From where the frame comes, for the Content-Security-Policy."""
    privacy: str
    """The address of what it does with data."""
    embed: Callable[[str], str | None]
    """The address of the frame, of the address of a page there; None for another page."""


@dataclass(frozen=True, slots=True)
class Derde:
    """One film or map."""

    provider: Provider
    address: str
    """The page on the other site."""
    frame: str
    """What is shown after a click."""


def _youtube(address: str) -> str | None:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    found = ""
    if host == "youtu.be":
        found = parts.path.strip("/")
    elif host in {"youtube.com", "youtube-nocookie.com"}:
        if parts.path == "/watch":
            found = parse_qs(parts.query).get("v", [""])[0]
        elif match := re.fullmatch(r"/(?:embed|shorts|live)/([\w-]+)/?", parts.path):
            found = match[1]
    if not re.fullmatch(r"[\w-]{3,20}", found):
        return None
    return f"https://www.youtube-nocookie.com/embed/{found}"


def _vimeo(address: str) -> str | None:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    match = re.search(r"/(\d{5,12})(?:/|$)", parts.path)
    if host not in {"vimeo.com", "player.vimeo.com"} or match is None:
        return None
    return f"https://player.vimeo.com/video/{match[1]}?dnt=1"


def _openstreetmap(address: str) -> str | None:
    parts = urlsplit(address)
    if (parts.hostname or "").removeprefix("www.") != "openstreetmap.org":
        return None
    match = re.search(r"map=(\d{1,2})/(-?[\d.]+)/(-?[\d.]+)", parts.fragment)
    if match is None:
        return None
    zoom, latitude, longitude = int(match[1]), float(match[2]), float(match[3])
    across = 360 / 2**zoom  # degrees that one tile spans
    box = (longitude - across, latitude - across / 2, longitude + across, latitude + across / 2)
    query = parse_qs(parts.query)
    pin = [query.get(key, [""])[0] for key in ("mlat", "mlon")]
    marker = (
        f"&marker={pin[0]}%2C{pin[1]}" if all(re.fullmatch(r"-?[\d.]+", p) for p in pin) else ""
    )
    edges = "%2C".join(f"{edge:.5f}" for edge in box)
    return f"https://www.openstreetmap.org/export/embed.html?bbox={edges}&layer=mapnik{marker}"


PROVIDERS: Mapping[str, Provider] = {
    "youtube": Provider(
        "YouTube", "film", "https://www.youtube-nocookie.com",
        "https://policies.google.com/privacy?hl=nl", _youtube,
    ),
    "vimeo": Provider(
        "Vimeo", "film", "https://player.vimeo.com", "https://vimeo.com/privacy", _vimeo
    ),
    "openstreetmap": Provider(
        "OpenStreetMap", "kaart", "https://www.openstreetmap.org",
        "https://osmfoundation.org/wiki/Privacy_Policy", _openstreetmap,
    ),
}  # fmt: skip
"""Those that can be allowed, by the word in `organisatie.derden`."""


def find_derde(address: str, allowed: Collection[str]) -> Derde | None:
    """The film or map at an address, when its provider is allowed."""
    for key in allowed:
        provider = PROVIDERS[key]
        try:
            frame = provider.embed(address)
        except ValueError:
            return None
        if frame is not None:
            return Derde(provider, address, frame)
    return None


def named_provider(address: str) -> str | None:
    """The word of the provider of a film or map, allowed or not."""
    for key, provider in PROVIDERS.items():
        try:
            if provider.embed(address) is not None:
                return key
        except ValueError:
            return None
    return None


def page_of(address: str) -> str:
    """The page for visitors of a film at the address of its frame; the address itself otherwise."""
    if match := re.search(r"youtube(?:-nocookie)?\.com/embed/([\w-]+)", address):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := re.search(r"player\.vimeo\.com/video/(\d+)", address):
        return f"https://vimeo.com/{match[1]}"
    return address
