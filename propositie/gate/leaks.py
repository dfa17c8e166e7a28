"""Looks for secrets in finished files: all of them at once, by words that follow one another."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from urllib.parse import unquote_to_bytes

from .secrets import Secret, digits_of, words_of

_NUMBER = re.compile(rb"\+?[0-9](?:[0-9 ().\-/]|%20|&nbsp;|\xc2\xa0){7,}[0-9]")


class LeakSearch:
    """Knows what to look for."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        self._by_pair: dict[tuple[bytes, bytes], list[Secret]] = defaultdict(list)
        self._by_number: dict[bytes, Secret] = {}
        for secret in secrets:
            if secret.is_number:
                self._by_number[secret.words] = secret
            else:
                pairs = pairwise(secret.words.split())
                self._by_pair[max(pairs, key=_length)].append(secret)
        digest = blake2b(digest_size=16)
        for raw in sorted(secret.words for secret in secrets):
            digest.update(raw + b"\0")
        self.fingerprint = digest.hexdigest()
        """Other secrets, another fingerprint."""

    def find(self, content: bytes) -> Iterator[Secret]:
        """The secrets that stand in a piece of a file, each once."""
        if not self._by_pair and not self._by_number:
            return
        for form in _forms(content):
            words = words_of(form)
            pairs = self._by_pair.keys() & set(pairwise(words))
            if pairs:
                text = b" " + b" ".join(words) + b" "
                for pair in pairs:
                    yield from (s for s in self._by_pair[pair] if s.words in text)
        if self._by_number:
            numbers = {digits_of(n.decode("ascii", "ignore")) for n in _NUMBER.findall(content)}
            yield from (self._by_number[n] for n in self._by_number.keys() & numbers)


def _length(pair: tuple[bytes, bytes]) -> int:
    """Long words are rare: what is looked for by them is seldom looked for in vain."""
    return len(pair[0]) + len(pair[1])


def _forms(content: bytes) -> Iterator[bytes]:
    """A file as it is, and as a browser or a program would read it where that differs."""
    yield content
    if b"&#" in content or b"&eacute;" in content or b"&euml;" in content:
        yield html.unescape(content.decode("utf-8", "replace")).encode("utf-8", "replace")
    if b"\\u" in content:
        yield _ESCAPED.sub(_unescape, content)
    if b"%20" in content or b"%C3" in content or b"%c3" in content:
        yield unquote_to_bytes(content)


_ESCAPED = re.compile(rb"(?:\\u[0-9a-fA-F]{4})+")


def _unescape(match: re.Match[bytes]) -> bytes:
    return str(json.loads(b'"' + match[0] + b'"')).encode("utf-8", "replace")
