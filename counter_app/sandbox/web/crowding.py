"""A crowd is told to come back, before anything is done for it.

When a whole province reconnects in the same second, what the server can't take within a counter's
patience it refuses at once (503): a counter that gave up would send the same again, and the server
would have worked in vain. Each is told another time, so that they don't come back together.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator

from fastapi import Request

from counter_app.sandbox.province.refusal import RefusalError

BATCHES = 8
"""Batches of entries under way at once: about a second's work, so that other calls pass by."""

SOONEST, LATEST = 2, 10
"""Seconds between which whoever is turned away is told to come back."""


class Room:
    """How many batches are under way; only the server's event loop counts them."""

    def __init__(self, places: int = BATCHES) -> None:
        self.free = places


async def one_of_few(request: Request) -> AsyncIterator[None]:
    """Hold a place while a batch is under way. Raises `RefusalError` when none is free."""
    room: Room = request.app.state.room
    if not room.free:
        raise come_back()
    room.free -= 1
    try:
        yield
    finally:
        room.free += 1


def come_back() -> RefusalError:
    """Return the refusal `busy`, with a time by chance."""
    seconds = random.randint(SOONEST, LATEST)  # noqa: S311 - nothing secret
    return RefusalError("busy", retry_after=seconds)
