"""The high-water mark: the chain's head, written outside the store before each COMMIT (SYNC §4).

A store that is set back to an older copy would grant numbers a second time. The mark, written to
its own file, tells an ordinary crash (the head stands where the mark began) from such a copy. One
case looks the same in both: a copy that lacks exactly the last transaction. So each COMMIT is noted
in a second, small file beside the mark; it needn't survive a power cut, since a note that is lost
only turns such a copy back into an ordinary crash, whose numbers are void as well.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from counter_app.domain.journal.entry import GENESIS, ChainHead
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.durable import OWNER_ONLY
from counter_app.store.failures import disk_failure
from counter_app.store.mark_file import read_slots, write_slot


@dataclass(frozen=True, slots=True)
class Taken:
    """A number taken from a granted block; `serial` is its Số thứ tự in the book."""

    block: str
    number: int
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the chain: 0 and GENESIS before the first entry."""

    n: int = 0
    hash: str = GENESIS


@dataclass(frozen=True, slots=True)
class Mark:
    """What one transaction was about to do: from `before` to `after`, with the `taken` numbers.

    `committed`: it is known to have come to its end; never written with the mark itself.
    """

    chain: str
    before: Place
    after: Place
    taken: tuple[Taken, ...] = ()
    committed: bool = False


class Condition(Enum):
    """In what condition a store was found at its opening."""

    CLEAN = "clean"
    CRASHED = "crashed"  # the last transaction never came to its end
    RESTORED = "restored"  # an older copy, a clone, or another machine


@dataclass(frozen=True, slots=True)
class Standing:
    """How the store stands against its mark.

    CRASHED: `taken` numbers stand on no paper and are to be reported void. RESTORED: blocks are
    void and only provisional receipts may be given until the server was asked; `why` is "restored",
    "machine", "no_mark", "head" or "witness".
    """

    condition: Condition
    taken: tuple[Taken, ...] = ()
    why: str = ""


def read_mark(path: Path) -> Mark | None:
    """Return the mark in `path`; None when there is none, or none that can be read."""
    try:
        mark = from_plain(Mark, read_slots(path))
        return dataclasses.replace(mark, committed=_note(path) == mark.after.hash)
    except (FileNotFoundError, NotPlainError):
        return None
    except OSError as error:
        raise disk_failure(error, path) from error


def write_mark(path: Path, mark: Mark) -> None:
    """Write `mark` so that it survives a power cut. Raises `StoreError` when the disk refuses."""
    try:
        write_slot(path, to_plain(mark))
    except OSError as error:
        raise disk_failure(error, path) from error


def note_commit(path: Path, mark: Mark) -> None:
    """Note beside the mark at `path` that its transaction was committed.

    What the disk says is no reason to fail any more: the commit stands.
    """
    with suppress(OSError):
        # Hashes are all of one length: written over, not cut off first, which costs the disk more.
        handle = os.open(_note_file(path), os.O_WRONLY | os.O_CREAT, OWNER_ONLY)
        try:
            os.write(handle, mark.after.hash.encode("ascii"))
        finally:
            os.close(handle)


def _note(path: Path) -> str:
    try:
        return _note_file(path).read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


def _note_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.committed")


def standing(
    mark: Mark | None,
    head: ChainHead | None,
    bound_to: str | None,
    machine: str,
    *,
    is_restored: bool = False,
    lacks_seen: bool = False,
) -> Standing:
    """Return how a store with `head` (None: no chain yet) stands against `mark` on `machine`.

    `bound_to` is the machine that the store was enrolled on, None before; `is_restored`: a backup
    took the store's place, and nothing was asked of the server since; `lacks_seen`: this machine's
    witness saw an entry that isn't in the store.
    """
    found = _standing(mark, head, bound_to, machine, is_restored=is_restored)
    if lacks_seen and found.condition is not Condition.RESTORED:
        return Standing(Condition.RESTORED, why="witness")
    return found


def _standing(
    mark: Mark | None,
    head: ChainHead | None,
    bound_to: str | None,
    machine: str,
    *,
    is_restored: bool,
) -> Standing:
    if is_restored:
        return Standing(Condition.RESTORED, why="restored")
    if bound_to is not None and bound_to != machine:
        return Standing(Condition.RESTORED, why="machine")
    if (head is None or head.n == 0) and (mark is None or mark.after.n == 0):
        return Standing(Condition.CLEAN)  # nothing was ever written here
    if mark is None:
        return Standing(Condition.RESTORED, why="no_mark")
    if head is None or mark.chain != head.chain:
        return Standing(Condition.RESTORED, why="head")
    place = Place(head.n, head.hash)
    if place == mark.after:
        return Standing(Condition.CLEAN)
    if place == mark.before and not mark.committed:
        return Standing(Condition.CRASHED, mark.taken)
    return Standing(Condition.RESTORED, why="head")


class Advance:
    """What the running transaction does to the local chain, gathered for its mark."""

    def __init__(self) -> None:
        self._chain = ""
        self._before = Place()
        self._after = Place()
        self._taken: list[Taken] = []
        self._moved = False

    def moved(self, before: ChainHead, after: ChainHead) -> None:
        """Note that the chain's head moves from `before` to `after`."""
        if not self._moved or self._chain != after.chain:
            self._chain, self._before = after.chain, Place(before.n, before.hash)
        self._after = Place(after.n, after.hash)
        self._moved = True

    def took(self, taken: Taken) -> None:
        """Note a number taken from a block."""
        self._taken.append(taken)

    def mark(self, head: Callable[[], ChainHead | None]) -> Mark | None:
        """Return the mark of this transaction; None when it does nothing to chain or numbers.

        `head` is asked only when numbers were taken and no entry was written.
        """
        if not self._moved:
            standing_head = head() if self._taken else None
            if standing_head is None:
                return None
            self.moved(standing_head, standing_head)
        return Mark(self._chain, self._before, self._after, tuple(self._taken))
