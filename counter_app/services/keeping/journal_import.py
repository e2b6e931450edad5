"""Take the acts of a second journal in: into a new machine's queue, each under its own uid.

What is known here is left alone, so importing twice is harmless. Everything is checked before
anything is written: the segment's signature, every entry's hash and body, every chain's links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.serials import serial_of
from counter_app.domain.dossiers.code import parse_code
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors.keeping.second_journal import (
    NoSegmentsError,
    SegmentDamagedError,
    SegmentForeignError,
    SegmentForgedError,
    SegmentStrangeKeyError,
)
from counter_app.domain.errors.keeping.stick import StickNotReadError
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.entry import header_hash
from counter_app.services.keeping.second_journal import SUFFIX, Copied, copied_of
from counter_app.store.store import Progress, Store
from counter_app.vault.segments import Segment, read_lines, read_segment

KeyOf = Callable[[Segment, str], bytes]
"""Returns a segment's key; the name is its file's. Raises SegmentOtherKeyError."""

_STEP = 100


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and took.

    `taken` are new in the queue, `known` were here already; `erased` had lost their bodies under
    the rule of keeping; `torn` files ended in a cut line; `damaged` lines couldn't be opened.
    `dossiers` of those taken are receptions. `books` are closed books that came along,
    `books_unusable` those that couldn't be read.
    """

    files: int
    taken: int
    known: int
    erased: int = 0
    torn: int = 0
    damaged: int = 0
    dossiers: int = 0
    books: int = 0
    books_unusable: int = 0


@dataclass(slots=True)
class _Found:
    """Acts by uid in the order of their writing, and what was odd on the way."""

    acts: dict[str, Copied] = field(default_factory=dict)
    torn: int = 0
    damaged: int = 0


def segment_files(path: Path) -> tuple[Path, ...]:
    """Return the segments that `path` means: a file, a counter's folder, or the stick itself.

    Raises NoSegmentsError.
    """
    if path.is_file():
        return (path,)
    found = tuple(sorted(path.glob(f"*{SUFFIX}"))) or tuple(sorted(path.glob(f"*/*{SUFFIX}")))
    if not found:
        raise NoSegmentsError(path=path)
    return found


def import_segments(
    store: Store,
    files: Iterable[Path],
    *,
    enrolment: Enrolment,
    keys: frozenset[str],
    key_of: KeyOf,
    progress: Progress | None = None,
) -> ImportReport:
    """Take in what `files` hold and this store doesn't know.

    `keys`: the public keys that this device ever had. Raises the errors of the second journal and
    StickNotReadError, and then nothing was written; StoreError.
    """
    files = tuple(files)
    found = _Found()
    for file in files:
        _read(file, enrolment, keys, key_of, found)
    whole = [act for act in found.acts.values() if act.body is not None]
    taken = dossiers = 0
    for at in range(0, len(whole), _STEP):
        new = _take(store, whole[at : at + _STEP])
        taken += len(new)
        dossiers += sum(kind is Kind.RECEIVED for kind in new)
        if progress is not None:
            progress(min(at + _STEP, len(whole)), len(whole))
    return ImportReport(
        files=len(files),
        taken=taken,
        known=len(whole) - taken,
        erased=len(found.acts) - len(whole),
        torn=found.torn,
        damaged=found.damaged,
        dossiers=dossiers,
    )


def _read(
    file: Path, enrolment: Enrolment, keys: frozenset[str], key_of: KeyOf, found: _Found
) -> None:
    name = file.name
    try:
        data = file.read_bytes()
    except OSError as error:  # pulled out meanwhile
        raise StickNotReadError(name=name, reason=error.strerror) from error
    segment = read_segment(data, name=name)
    if (segment.device, segment.centre) != (enrolment.device, enrolment.centre):
        raise SegmentForeignError(name=name, theirs=segment.device, ours=enrolment.device)
    if segment.device_key not in keys:
        raise SegmentStrangeKeyError(name=name, device=segment.device)
    lines = read_lines(data, key_of(segment, name))
    found.torn += lines.torn
    found.damaged += lines.damaged
    before: Copied | None = None
    for record in lines.records:
        try:
            act = copied_of(record)
        except ValueError as error:
            raise SegmentDamagedError(name=name) from error
        if not _is_whole(act, before):
            raise SegmentForgedError(name=name, n=act.entry.n)
        known = found.acts.get(act.entry.uid)
        if known is not None and known.entry.body_sha256 != act.entry.body_sha256:
            raise SegmentForgedError(name=name, n=act.entry.n)
        if known is None or known.body is None:
            found.acts[act.entry.uid] = act
        before = act


def _is_whole(act: Copied, before: Copied | None) -> bool:
    entry = act.entry
    if header_hash(entry) != entry.hash:
        return False
    if act.body is not None and sha256(act.body.encode("utf-8")) != entry.body_sha256:
        return False
    follows = before is not None and (before.entry.chain, before.entry.n + 1) == (
        entry.chain,
        entry.n,
    )
    return not follows or (before is not None and before.entry.hash == entry.prev_hash)


def _take(store: Store, acts: list[Copied]) -> list[Kind]:
    """Return the kinds of those that were new."""
    taken: list[Kind] = []
    with store.writing() as tx:
        for act in acts:
            if act.body is None:
                continue
            recorded = tx.journal.get(act.entry.uid)
            if recorded is None:
                recorded = tx.journal.append_again(act.entry, act.body.encode("utf-8"))
                taken.append(act.entry.kind)
            # Also of what is known: the feed may have brought it before the stick, without this.
            body = recorded.body
            serial = serial_of(body, act.entry.occurred_at) if body is not None else None
            if serial is not None:
                # Or the new machine's book would begin again at 1.
                tx.numbers.serial_used(serial.book, serial.year, serial.number)
            if isinstance(body, Received) and body.provisional:
                # The device's number stays, and with it the code's first half.
                code = parse_code(body.code)
                if code is not None and code.day is not None:
                    tx.numbers.provisional_used(code.agency[2:], code.day, code.number)
    return taken
