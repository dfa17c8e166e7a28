"""What a built search knows: which words lead to which address."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from propositie.search import ADDRESS, TEXTS_ADDRESS, words_in


def read_index(site: Path) -> dict[str, Any]:
    """The whole index, the words of long texts too."""
    index: dict[str, Any] = json.loads((site / ADDRESS).read_text("utf-8"))
    apart = site / TEXTS_ADDRESS
    if "teksten" not in index and apart.exists():
        index["teksten"] = json.loads(apart.read_text("utf-8"))
    return index


def addresses_in(site: Path) -> list[str]:
    """The address of everything that can be found, in its order; a question may lead to one too."""
    return [row[1] for row in read_index(site)["stukken"]]


def words_by_address(site: Path) -> Mapping[str, frozenset[str]]:
    """Of each address the families of words that lead there."""
    index = read_index(site)
    addresses = [row[1] for row in index["stukken"]]
    found: dict[str, set[str]] = defaultdict(set)
    for postings in (index["woorden"], index["teksten"]["woorden"]):
        for family, held in postings.items():
            for number in held[::2]:
                found[addresses[number]].add(family)
    return {address: frozenset(words) for address, words in found.items()}


def leads_to(site: Path, text: str, address: str) -> bool:
    """Whether every word of a text that tells something leads to an address."""
    index = read_index(site)
    known = words_by_address(site).get(address, frozenset())
    wanted = [word for word in words_in(text) if word not in index["stop"]]
    return bool(wanted) and all(index["vormen"].get(word, word) in known for word in wanted)
