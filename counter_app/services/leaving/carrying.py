"""Write everything that a counter did to a stick, for the machine that takes its place.

It is a second journal, sealed to the province's recovery key: whoever finds the stick reads
nothing. Written again it only gets what it lacks.
"""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

from counter_app.domain.enrolment import Enrolment
from counter_app.domain.errors.keeping.stick import (
    StickError,
    StickFullError,
    StickGoneError,
    StickIsThisDiskError,
    StickLockedError,
    StickNotWrittenError,
)
from counter_app.services.keeping.second_journal import SecondJournal, prepare
from counter_app.store.store import Store

_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
_LOCKED = (errno.EROFS, errno.EACCES, errno.EPERM)
_GONE = (errno.ENOENT, errno.ENODEV, errno.ENXIO)


def carry_out(
    journal: SecondJournal, chosen: Path, enrolment: Enrolment, home: Path, now: datetime
) -> None:
    """Write what the stick at `chosen` lacks; `journal` is its copier, `home` this counter's own.

    Raises StickError for a place that can't be used or that was pulled out meanwhile: then nothing
    has changed here, and the same act may be done again. StoreError.
    """
    if chosen.resolve().is_relative_to(home.resolve()):
        raise StickIsThisDiskError(path=chosen)
    try:
        if not chosen.is_dir():  # or a stick that is away would be made as a folder in its place
            raise StickGoneError(path=chosen)
        prepare(chosen, enrolment)
    except OSError as error:
        raise refused(chosen, error.errno or 0) from error
    state = journal.catch_up(now)
    if state.errno or state.why:
        raise refused(chosen, state.errno)
    if not state.present:
        raise StickGoneError(path=chosen)


def own_acts(store: Store) -> int:
    """Return how many acts of this counter a whole stick holds."""
    with store.reading() as tx:
        return tx.own_acts.left(0)


def refused(path: Path, number: int) -> StickError:
    """Return what the disk's `number` (errno, 0: it gave none) means to an officer."""
    if number in _FULL:
        return StickFullError(path=path)
    if number in _LOCKED:
        return StickLockedError(path=path)
    if number in _GONE or not path.is_dir():
        return StickGoneError(path=path)
    return StickNotWrittenError(path=path, reason=os.strerror(number))
