"""How two processes talk: JSON, and the bytes that go along with it, each with its length."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import IO, Any

_LENGTH = 8
"""Bytes that tell how long what follows is."""
MAX_FRAME = 2**30
"""Nothing that goes to and fro is longer than this, in bytes."""


def write_frame(stream: IO[bytes], head: Any, blobs: Sequence[bytes] = ()) -> None:
    """Send `head`, plain data, with `blobs`."""
    raw = json.dumps([head, [len(blob) for blob in blobs]]).encode()
    stream.write(len(raw).to_bytes(_LENGTH) + raw)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[Any, list[bytes]] | None:
    """What was sent; None when the other side has ended, or sends what makes no sense."""
    raw = _read(stream, _LENGTH)
    raw = _read(stream, int.from_bytes(raw)) if raw is not None else None
    if raw is None:
        return None
    try:
        head, lengths = json.loads(raw)
        blobs = [_read(stream, int(length)) for length in lengths]
    except (ValueError, TypeError, RecursionError):
        return None
    whole = [blob for blob in blobs if blob is not None]
    return (head, whole) if len(whole) == len(blobs) else None


def _read(stream: IO[bytes], length: int) -> bytes | None:
    if not 0 <= length <= MAX_FRAME:
        return None
    raw = stream.read(length)
    return raw if len(raw) == length else None
