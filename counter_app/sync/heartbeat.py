"""The sign of life: tell the province how this machine stands, hear whether it is taken back.

What is wanted of the machine is kept in the store, so that it also holds while nobody is reached:
a machine that is taken back begins no new dossier (SYNC §4), but everything else goes on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app import __version__
from counter_app.contract.devices import (
    HELD_TOLD,
    DeviceOrder,
    HeartbeatRequest,
    HeldEntry,
)
from counter_app.contract.entries import Head
from counter_app.domain.enrolment import MIN_VERSION, ORDER
from counter_app.domain.errors.wire import RequestRejectedError, WireError
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.deliveries import Queued
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors

TOLD = "heartbeat"
"""Where the last sign of life is kept: `at`, and the figures that it told."""

EVERY = timedelta(minutes=1)
"""How often one goes out while nothing changes; a change of what is in need goes at once."""

PROGRAM = f"counter-app {__version__}"
_IN_NEED = frozenset({State.REFUSED, State.CONFLICT, State.QUARANTINED})


@dataclass(frozen=True, slots=True)
class HeartbeatReport:
    """Whether one went out; `order`: what the province wants, as far as it was heard."""

    told: bool = False
    order: DeviceOrder = DeviceOrder.NONE
    error: WireError | None = None


def tell(doors: Doors) -> HeartbeatReport:
    """Tell how this machine stands, when it is time, and keep what is wanted of it.

    A server without this call is let alone, like one that was told just now.
    """
    now = doors.now()
    with doors.store.reading() as tx:
        message = standing(tx, doors.device, doors.epoch, now)
        due = _is_due(tx, message, now)
        order = order_of(tx)
    if not due:
        return HeartbeatReport(order=order)
    try:
        answer = doors.gateway.heartbeat(message)
        order, wanted = answer.order, answer.min_version
    except RequestRejectedError:
        wanted = ""  # an older server: nobody there wants to know
    except WireError as error:
        return HeartbeatReport(order=order, error=error)
    with doors.store.writing() as tx:
        tx.setup.put(TOLD, {"at": now.isoformat(), "in_need": message.in_need})
        if order is not order_of(tx):
            tx.setup.put(ORDER, None if order is DeviceOrder.NONE else order.value)
        if (wanted or None) != tx.setup.get(MIN_VERSION):
            tx.setup.put(MIN_VERSION, wanted or None)
    return HeartbeatReport(told=True, order=order)


def order_of(tx: Transaction) -> DeviceOrder:
    """Return what the province wants of this machine, as it was last heard."""
    kept = tx.setup.get(ORDER)
    return DeviceOrder(kept) if isinstance(kept, str) else DeviceOrder.NONE


def standing(tx: Transaction, device: str, epoch: int, now: datetime) -> HeartbeatRequest:
    """Return how this machine stands, as the province is told it."""
    counts = tx.deliveries.counts()
    head = tx.journal.head()
    ages = [each for each in (counts.oldest, counts.oldest_in_need) if each is not None]
    held: tuple[HeldEntry, ...] = ()
    if counts.in_need:
        listed = tx.deliveries.listing()
        held = tuple(_held(each) for each in listed if each.state in _IN_NEED)[:HELD_TOLD]
    return HeartbeatRequest(
        device=device,
        epoch=epoch,
        queue=counts.to_send,
        in_need=counts.in_need,
        oldest_at=min(ages, default=None),
        head=Head(n=head.n, hash=head.hash),
        program=PROGRAM,
        sent_at=now,
        held=held,
    )


def _is_due(tx: Transaction, message: HeartbeatRequest, now: datetime) -> bool:
    kept = tx.setup.get(TOLD)
    if not isinstance(kept, dict) or kept.get("in_need") != message.in_need:
        return True
    # A clock that was set back must not silence the machine for years.
    return not timedelta(0) <= now - datetime.fromisoformat(str(kept["at"])) < EVERY


def _held(row: Queued) -> HeldEntry:
    try:
        kind = str(json.loads(row.problem).get("type") or "?")
    except (ValueError, AttributeError):
        kind = "?"
    return HeldEntry(uid=row.uid, kind=row.kind.value, state=row.state.value, problem=kind[:200])
