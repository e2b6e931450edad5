"""Send scanned papers, piece by piece, behind the entries and never in their way (SYNC §2).

A file goes when its entry was accepted. The server keeps how far it has come, so a cut, a kill or a
restart costs at most the piece that was on its way. After each piece the lane rests as long as the
piece took: files take at most half of a line. Whatever goes wrong here delays this lane alone;
only what a person must see to (device, protocol, certificate) ends the round.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from counter_app.contract.files.messages import CHUNK_BYTES, FileOffer, FileProgress
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.domain.errors.wire import (
    Fault,
    RequestRejectedError,
    TooBigError,
    WireError,
    WrongEchoError,
)
from counter_app.domain.retry import full_jitter, wait
from counter_app.store.subjects.files import PaperFile
from counter_app.sync.doors import Doors, FileShelf
from counter_app.sync.troubles import ordered_wait

LANE_SECONDS = 20.0
"""So long files go in one round; then the feed, numbers and lists have their turn again."""

SMALLEST_PIECE = 16 * 1024
FIRST_PIECE = 64 * 1024
PIECE_SECONDS = 2.0
"""A piece is as large as the line carries in this time: so long an entry waits for it at most."""

SET_ASIDE = 60.0
SET_ASIDE_CAP = 3600.0
"""Seconds: how long a file that was refused rests at first, and at most."""

DAMAGED_REST = timedelta(hours=24)
"""A file that is missing or damaged on the disk: until somebody brought it back."""

STEP_ASIDE = 3
"""So often a file may stop the lane; then the others go before it."""

CLEAR_EACH = timedelta(hours=1)
CLEAR_AT_ONCE = 20

MISSING, DAMAGED = "scan_file.missing", "scan_file.damaged"

_STRAYS = 3  # offsets that the server corrects, for one file in one round
_SLOWEST = 0.001  # seconds; a clock may say that a piece took no time
_TOLD_EACH = 1.0  # seconds between two words about how far a file is


@dataclass(slots=True)
class Pace:
    """How fast this lane goes; kept from round to round, and forgotten with the program.

    `piece`: bytes of the next one. `failures` in a row, and until when the lane rests for them.
    """

    piece: int = FIRST_PIECE
    failures: int = 0
    until: datetime | None = None
    cleared_at: datetime | None = None

    def went(self, size: int, seconds: float) -> None:
        """Learn from a piece of `size` bytes: the next one is as large as fits, at most twice it.

        The last piece of a file is short and says little about the line.
        """
        self.failures, self.until = 0, None
        fits = int(size / max(seconds, _SLOWEST) * PIECE_SECONDS)
        if size >= self.piece or fits < self.piece:
            self.piece = min(max(fits, SMALLEST_PIECE), 2 * self.piece, CHUNK_BYTES)

    def smaller(self) -> bool:
        """Make pieces half as large; False when they are as small as can be."""
        before, self.piece = self.piece, max(self.piece // 2, SMALLEST_PIECE)
        return self.piece < before


@dataclass(frozen=True, slots=True)
class FilesReport:
    """What the lane brought.

    `whole`: files that the server has now; `pieces` that it took; `sent`: bytes of pieces that went
    out, `stored`: those that it took of them; what lies between goes twice. `more`: files wait and
    the round is only to be begun again. `set_aside`: files that rest by themselves, `cleared`:
    erased here. `trouble` made the lane rest for `rest_seconds`; `error` ends the round.
    """

    whole: int = 0
    pieces: int = 0
    sent: int = 0
    stored: int = 0
    set_aside: int = 0
    cleared: int = 0
    more: bool = False
    rest_seconds: float | None = None
    trouble: WireError | None = None
    error: WireError | None = None


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class LaneTimes:
    """The lane's sense of time: `pause` rests, and says whether somebody woke it; `ticks` measures.

    A lane that was woken ends behind its piece: entries go first.
    """

    pause: Callable[[float], bool] = _sleep
    ticks: Callable[[], float] = time.monotonic
    lane_seconds: float = LANE_SECONDS


_TIMES = LaneTimes()


def upload(
    doors: Doors,
    pace: Pace,
    *,
    times: LaneTimes = _TIMES,
    stopping: Callable[[], bool] = _never,
    progress: Callable[[], None] | None = None,
) -> FilesReport:
    """Send files until none is due, the time is up, an entry waits, something fails, `stopping`.

    `progress` is called now and then while it goes on. Without a shelf nothing is done.
    """
    shelf = doors.shelf
    if shelf is None or (pace.until is not None and doors.now() < pace.until):
        return FilesReport()
    lane = _Lane(doors, shelf, pace, times, stopping, progress)
    lane.run()
    return FilesReport(
        lane.whole, lane.pieces, lane.sent, lane.stored, lane.set_aside, lane.cleared,
        lane.more, lane.rest_seconds, lane.trouble, lane.error,
    )  # fmt: skip


@dataclass(slots=True)
class _Lane:
    doors: Doors
    shelf: FileShelf
    pace: Pace
    times: LaneTimes
    stopping: Callable[[], bool]
    progress: Callable[[], None] | None
    whole: int = 0
    pieces: int = 0
    sent: int = 0
    stored: int = 0
    set_aside: int = 0
    cleared: int = 0
    more: bool = False
    rest_seconds: float | None = None
    trouble: WireError | None = None
    error: WireError | None = None
    _until: float = field(init=False)
    _entries: int = field(init=False)
    _told: float = field(init=False)

    def __post_init__(self) -> None:
        self._told = self.times.ticks()
        self._until = self._told + self.times.lane_seconds
        self._entries = self._waiting_entries()

    def run(self) -> None:
        """Send what is due, one file after the other; then erase what needn't be kept here."""
        while (file := self._next()) is not None:
            if not self._goes_on(woken=False):
                return
            self._send(file)
            if self.more or self.trouble is not None or self.error is not None:
                return
        if not self.stopping():
            self._clear()

    def _next(self) -> PaperFile | None:
        with self.doors.store.reading() as tx:
            return next(iter(tx.files.to_send(self.doors.now(), 1)), None)

    def _send(self, file: PaperFile) -> None:
        data = self._bytes(file)
        if data is None:
            return
        try:
            come = self._offered(file)
            strays = 0
            while come is not None and come.receipt is None:
                offset = come.offset
                try:
                    come, seconds = self._piece(file, data, offset)
                except TooBigError:
                    if not self.pace.smaller():
                        raise
                    continue
                except RequestRejectedError as error:
                    strays += 1
                    if error.facts["reason"] != "file-offset" or strays > _STRAYS:
                        raise
                    come = self._offered(file)
                    continue
                if come is None or come.receipt is not None:
                    break
                if not self._goes_on(self.times.pause(seconds)):
                    return
        except WireError as error:
            self._failed(file, error)
            return
        self.whole += come is not None
        self._tell(at_once=True)

    def _bytes(self, file: PaperFile) -> bytes | None:
        """Return what lies on the disk; None when that isn't the file any more."""
        try:
            data = self.shelf.read(file.name)
            problem = "" if hashlib.sha256(data).hexdigest() == file.sha256 else DAMAGED
        except OSError:
            problem = MISSING
        except SealDamagedError:
            problem = DAMAGED
        if not problem:
            return data
        with self.doors.store.writing() as tx:
            tx.files.put_back(file.name, self.doors.now() + DAMAGED_REST, problem)
        self.set_aside += 1
        return None

    def _offered(self, file: PaperFile) -> FileProgress | None:
        come = self.doors.gateway.offer_file(
            FileOffer(sha256=file.sha256, size=file.size, dossier=file.dossier, entry=file.entry)
        )
        return self._noted(file, come)

    def _piece(
        self, file: PaperFile, data: bytes, offset: int
    ) -> tuple[FileProgress | None, float]:
        piece = data[offset : offset + self.pace.piece]
        began = self.times.ticks()
        self.sent += len(piece)
        come = self.doors.gateway.send_piece(file.sha256, offset, piece)
        seconds = self.times.ticks() - began
        self.pace.went(len(piece), seconds)
        self.pieces += 1
        return self._noted(file, come), seconds

    def _noted(self, file: PaperFile, come: FileProgress) -> FileProgress | None:
        """Write down how far it is; None when the file was taken off its dossier meanwhile."""
        if come.size != file.size:
            raise WrongEchoError(host=self.doors.gateway.host)
        with self.doors.store.writing() as tx:
            row = tx.files.get(file.name)
            if row is None:
                return None
            if come.receipt is not None:
                tx.files.sent(file.name, self.doors.now(), come.receipt.model_dump_json())
            elif come.offset != row.uploaded or row.problem:
                tx.files.came(file.name, come.offset)
        self.stored += max(0, come.offset - row.uploaded)
        return come

    def _goes_on(self, woken: bool) -> bool:
        """Return whether the next piece may go; what waits behind is left to the next round."""
        self._tell()
        late = self.times.ticks() >= self._until
        if not (woken or late or self.stopping() or self._waiting_entries() > self._entries):
            return True
        self.more = not self.stopping()
        return False

    def _waiting_entries(self) -> int:
        with self.doors.store.reading() as tx:
            return tx.deliveries.counts().to_send

    def _tell(self, *, at_once: bool = False) -> None:
        now = self.times.ticks()
        if self.progress is not None and (at_once or now - self._told >= _TOLD_EACH):
            self._told = now
            self.progress()

    def _failed(self, file: PaperFile, error: WireError) -> None:
        """Draw the lessons: this file rests, or the lane, or the whole sync."""
        if error.holds:
            self.error = error
            return
        doors, pace = self.doors, self.pace
        refused = error.fault in (Fault.ASKED, Fault.TOO_BIG)
        tries = file.attempts + 1
        later: datetime | None = None
        if refused or tries >= STEP_ASIDE:
            seconds = full_jitter(tries, doors.chance(), first=SET_ASIDE, cap=SET_ASIDE_CAP)
            later = doors.now() + timedelta(seconds=seconds)
        code = str(error.facts.get("reason", error.code))
        with doors.store.writing() as tx:
            tx.files.put_back(file.name, later, code)
        if refused:
            self.set_aside += 1
            return
        pace.smaller()
        pace.failures += 1
        self.rest_seconds = wait(pace.failures, doors.chance(), ordered_wait(error))
        pace.until = doors.now() + timedelta(seconds=self.rest_seconds)
        self.trouble = error

    def _clear(self) -> None:
        """Erase here what the province has had for longer than it must be kept.

        The server is asked before: a file that it doesn't have any more goes out anew instead.
        """
        doors, now = self.doors, self.doors.now()
        looked = self.pace.cleared_at
        if self.shelf.keep_days <= 0 or (looked is not None and now - looked < CLEAR_EACH):
            return
        before = now - timedelta(days=self.shelf.keep_days)
        with doors.store.reading() as tx:
            due = tx.files.to_clear(before, CLEAR_AT_ONCE)
        for file in due:
            try:
                offset = doors.gateway.file_offset(file.sha256)
            except WireError as error:
                self.error = error if error.holds else None
                self.trouble = None if error.holds else error
                return
            with doors.store.writing() as tx:
                # Read anew: the dossier may have been opened again while the server was asked.
                still = {each.name for each in tx.files.to_clear(before, CLEAR_AT_ONCE)}
                if file.name not in still:
                    continue
                if offset != file.size:
                    tx.files.lost(file.name)
                    continue
                tx.files.cleared(file.name, now)
            self.shelf.erase(file.name)
            self.cleared += 1
        if len(due) < CLEAR_AT_ONCE:
            self.pace.cleared_at = now
