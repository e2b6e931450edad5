"""Erase a machine that the province takes back: ordered there, all sent, confirmed here (SYNC §4).

Nothing is ever erased by itself. The store goes only when the province ordered it, when it has
answered every entry for good, and when a supervisor confirmed it on this very machine.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from counter_app import __version__
from counter_app.contract.devices import DeviceOrder, HeartbeatRequest
from counter_app.contract.entries import Head
from counter_app.domain.enrolment import ORDER
from counter_app.domain.errors.wire import DeviceRevokedError
from counter_app.domain.errors.work import (
    NotDrainedError,
    WipeNotOrderedError,
    WrongDeviceNumberError,
)
from counter_app.domain.officers.roles import Act
from counter_app.gateway.client import Gateway
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require


@dataclass(frozen=True, slots=True)
class Erasable:
    """What the confirmation shows: which machine, how many entries the province holds of it."""

    device: str
    counter_name: str
    entries: int


def erasable(workplace: Workplace) -> Erasable:
    """Return what may be erased. Raises WipeNotOrderedError and NotDrainedError."""
    with workplace.store.reading() as tx:
        if tx.setup.get(ORDER) != DeviceOrder.WIPE.value:
            raise WipeNotOrderedError
        counts = tx.deliveries.counts()
        waiting = counts.to_send + counts.in_need + tx.files.left()[0]
        if waiting:
            raise NotDrainedError(waiting=waiting)
        place = workplace.enrolment
        return Erasable(place.device, place.counter_name, tx.journal.head().n)


def confirm(workplace: Workplace, session: Session, gateway: Gateway, typed: str) -> Erasable:
    """Tell the province that a supervisor confirmed; from then on it hears this device no more.

    `typed` is the device number, typed by hand. Raises what `erasable` raises, NotPermittedError,
    WrongDeviceNumberError, WireError when the province isn't reached or says no: then nothing is
    erased. A device that is revoked already was confirmed before; its erasing was cut short.
    """
    found = erasable(workplace)
    require(workplace, session, Act.WIPE)
    if typed.strip() != found.device:
        raise WrongDeviceNumberError(device=found.device)
    with workplace.store.reading() as tx:
        head = tx.journal.head()
    message = HeartbeatRequest(
        device=found.device,
        epoch=workplace.enrolment.epoch,
        queue=0,
        head=Head(n=head.n, hash=head.hash),
        program=f"counter-app {__version__}",
        sent_at=workplace.clock.now().at,
        wiped=True,
    )
    with suppress(DeviceRevokedError):
        gateway.heartbeat(message)
    return found


def erase(home: Path) -> None:
    """Remove everything in a home that nobody has open any more. Its key must be gone before."""
    for each in sorted(home.iterdir()):
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink(missing_ok=True)
