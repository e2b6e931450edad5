"""The mark's file: two slots in turn, so that one always holds a mark that was written whole.

A reception waits for this write, so it is one flush of a place that is there already: no new file,
no rename, no folder to flush. The newest mark is never written over. Power that goes while the
other slot is being written leaves a slot whose digest doesn't fit, and the newest mark still stands
beside it: the same as if the write had never begun.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from counter_app.domain.journal.canonical import canonical, sha256
from counter_app.domain.plain import Plain
from counter_app.durable import write_atomically

SECTOR = 4096
"""Bytes that a disk writes at once, or a multiple of them: two slots never share one."""

_DIGEST = 64  # digits of SHA-256, then so many of the turn, then the value
_TURN = 12
_BLANK = b" "
_END = b"\n"  # stands in no canonical value
# Windows flushes a whole file or nothing; elsewhere the length and the place are known to stand.
_flush = getattr(os, "fdatasync", os.fsync)


def read_slots(path: Path) -> Plain:
    """Return the newest value in `path`, None when none is whole. Raises OSError."""
    _, text = _newest(path.read_bytes())
    value: Plain = json.loads(text) if text else None
    return value


def write_slot(path: Path, value: Plain, *, flush: bool = True) -> None:
    """Write `value` so that it survives a power cut, in place of the older one of two.

    Without `flush` it survives the end of this process, and a power cut some half a minute later.
    Raises OSError, and then the value that stood is still found.
    """
    try:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        write_atomically(path, _new_file(1, value))
        return
    try:
        data = os.read(handle, os.fstat(handle).st_size)
        size = len(data) // 2
        newest, _ = _newest(data)
        sealed = _sealed(newest + 1, value)
        fits = newest > 0 and size % SECTOR == 0 and len(sealed) <= size
        if fits:
            os.lseek(handle, (newest + 1) % 2 * size, os.SEEK_SET)
            _write_whole(handle, sealed.ljust(size, _BLANK))
            if flush:
                _flush(handle)
    finally:
        os.close(handle)
    if not fits:
        write_atomically(path, _new_file(newest + 1, value))


def _new_file(turn: int, value: Plain) -> bytes:
    """Return a file with `value` in the slot of its turn, and room for twice as much in each."""
    sealed = _sealed(turn, value)
    size = -(-2 * len(sealed) // SECTOR) * SECTOR
    slots = [_BLANK * size, _BLANK * size]
    slots[turn % 2] = sealed.ljust(size, _BLANK)
    return b"".join(slots)


def _sealed(turn: int, value: Plain) -> bytes:
    text = f"{turn:0{_TURN}d}".encode("ascii") + canonical(value)
    return sha256(text).encode("ascii") + text + _END


def _newest(data: bytes) -> tuple[int, bytes]:
    """Return the turn and the text of the newest slot in `data`; 0 when none is whole."""
    size = len(data) // 2
    return max(_read(data[:size]), _read(data[size:]))


def _read(slot: bytes) -> tuple[int, bytes]:
    text = slot[_DIGEST : slot.find(_END)]
    if slot[:_DIGEST] != sha256(text).encode("ascii"):
        return 0, b""
    return int(text[:_TURN]), text[_TURN:]


def _write_whole(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
