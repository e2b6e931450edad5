"""What the log-in screen shows before the store is open: last time's officers and counter.

The store takes most of a second to open; the officer shall choose a name and type meanwhile. So
what stood on the log-in screen last time, and nothing more, lies in a small plain file. It proves
nothing: the password is tried against the store. A file that is gone or damaged costs only the
list.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.durable import write_atomically

MOST_OFFICERS = 40
_LARGEST = 64 * 1024  # bytes; an honest file has a few hundred


@dataclass(frozen=True, slots=True)
class LastSeen:
    """`officers`, the last one first, with the words for centre and counter."""

    centre: str = ""
    counter: str = ""
    officers: tuple[KnownOfficer, ...] = ()


def read_last_seen(path: Path) -> LastSeen:
    """Return what stood there last time; an empty one when it can't be read."""
    with suppress(OSError, ValueError, NotPlainError):
        data = path.read_bytes()
        if len(data) <= _LARGEST:
            return from_plain(LastSeen, json.loads(data))
    return LastSeen()


def write_last_seen(path: Path, seen: LastSeen) -> None:
    """Keep it for the next start. A disk that is full has worse news elsewhere: not said here."""
    seen = LastSeen(seen.centre, seen.counter, seen.officers[:MOST_OFFICERS])
    data = json.dumps(to_plain(seen), ensure_ascii=False, indent=1).encode()
    with suppress(OSError):
        if not path.exists() or path.read_bytes() != data:
            write_atomically(path, data)
