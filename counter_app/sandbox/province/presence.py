"""When devices were heard, what they told of themselves, and what is wanted of them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.devices import DeviceOrder, HeartbeatRequest
from counter_app.sandbox.province import devices
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t

SILENT_AFTER = timedelta(minutes=15)
"""A device that wasn't heard for so long counts as silent: off, or without network."""

_MOST_MS = 10 * 366 * 24 * 3600 * 1000  # a clock that is off by more is off by ten years


def heard(tx: Connection, device: str, now: datetime) -> None:
    """Keep that `device` spoke now."""
    _put(tx, device, {"heard_at": now.isoformat()})


def told(
    tx: Connection, device: RowMapping, message: HeartbeatRequest, now: datetime
) -> DeviceOrder:
    """Keep what a device tells of itself and return what is wanted of it.

    The word that it was erased revokes it. Raises `RefusalError` (not-drained) when nobody ordered
    that, or when the device itself says that something of it wasn't answered yet.
    """
    off = round((message.sent_at - now) / timedelta(milliseconds=1))
    _put(
        tx,
        device["number"],
        {
            "heard_at": now.isoformat(),
            "told_at": now.isoformat(),
            "queue": min(message.queue, 2**31 - 1),
            "in_need": min(message.in_need, 2**31 - 1),
            "oldest_at": message.oldest_at.isoformat() if message.oldest_at else None,
            "head_n": min(message.head.n, 2**31 - 1),
            "program": message.program,
            "offset_ms": max(-_MOST_MS, min(_MOST_MS, off)),
            "held": json.dumps([each.model_dump(mode="json") for each in message.held]),
        },
    )
    if message.wiped:
        known = devices.head(tx, device["chain"])
        if device["state"] != devices.WIPE or message.queue or message.in_need:
            raise RefusalError("not-drained")
        if known.n < message.head.n:
            raise RefusalError("not-drained")
        devices.set_state(tx, device["number"], devices.REVOKED)
        return DeviceOrder.WIPE
    return _ORDERS.get(device["state"], DeviceOrder.NONE)


_ORDERS = {devices.DRAIN: DeviceOrder.DRAIN, devices.WIPE: DeviceOrder.WIPE}


def _put(tx: Connection, device: str, values: dict[str, Any]) -> None:
    where = t.presence.c.device == device
    if not tx.execute(update(t.presence).where(where).values(values)).rowcount:
        tx.execute(insert(t.presence).values(device=device, **values))
