"""Closed books on a stick: each a file of its own beside the acts, for the machine that follows.

It is sealed as the segments of the second journal are, to the province's recovery key and to the
store's: the new machine has another store key, and keeps the book under that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.books import BookLostError
from counter_app.durable import write_atomically
from counter_app.services.keeping.kept_books import KeptBooks
from counter_app.vault.segments import Segment, read_lines, read_segment, sealed_line

SUFFIX = ".book"

PART = "books"
"""What stands in the place of a segment's month."""

Begin = Callable[[str], tuple[bytes, bytes]]
"""Returns the first line of a new segment for `PART`, and its key."""

KeyOf = Callable[[Segment, str], bytes]

_PARTS = 2


@dataclass(frozen=True, slots=True)
class CarriedBooks:
    """What a stick's books were: new here, here already, not readable or not of this counter."""

    taken: int = 0
    known: int = 0
    unusable: int = 0


def carry_books(kept: KeptBooks, folder: Path, begin: Begin) -> int:
    """Write the books that the stick's `folder` lacks; return how many. Raises OSError.

    A book that isn't whole here is left out: `lost_books` names it.
    """
    written = 0
    there = {each.name for each in folder.glob(f"*{SUFFIX}")}
    for digest in sorted(kept.digests()):
        if (name := f"{digest}{SUFFIX}") in there:
            continue
        try:
            pdf, lines = kept.parts(digest)
        except BookLostError:
            continue
        first, key = begin(PART)
        write_atomically(folder / name, first + sealed_line(key, pdf) + sealed_line(key, lines))
        written += 1
    return written


def take_books(
    kept: KeptBooks,
    files: Iterable[Path],
    enrolment: Enrolment,
    keys: frozenset[str],
    key_of: KeyOf,
) -> CarriedBooks:
    """Keep the books of `files` that aren't whole here. Raises BookNotWrittenError.

    One that can't be read, or that another device wrote, is counted and left: it stops no other.
    """
    taken = known = unusable = 0
    for file in files:
        if kept.is_whole(file.name.removesuffix(SUFFIX)):
            known += 1
            continue
        parts = _read(file, enrolment, keys, key_of)
        if parts is None:
            unusable += 1
        else:
            kept.put_parts(*parts)
            taken += 1
    return CarriedBooks(taken, known, unusable)


def _read(
    file: Path, enrolment: Enrolment, keys: frozenset[str], key_of: KeyOf
) -> tuple[bytes, bytes] | None:
    try:
        data = file.read_bytes()
        segment = read_segment(data, name=file.name)
        ours = (segment.device, segment.centre) == (enrolment.device, enrolment.centre)
        if not ours or segment.device_key not in keys or segment.month != PART:
            return None
        records = read_lines(data, key_of(segment, file.name)).records
    except (OSError, CounterError):
        return None
    return (records[0], records[1]) if len(records) == _PARTS else None
