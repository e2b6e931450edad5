"""Everything that a round with the server needs, handed over by whoever wires the program."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from counter_app.domain.dossiers.number_block import NumberPolicy
from counter_app.gateway.client import Gateway
from counter_app.store.store import Store
from counter_app.sync.clock import Offset


def _none_off(_: date, __: date) -> Collection[date]:
    return ()


@dataclass(frozen=True, slots=True)
class FileShelf:
    """Where the bytes of scanned papers lie, by their names on the disk.

    `read` gives the plain bytes (OSError, SealDamagedError), `erase` takes a file away.
    `keep_days`: how many days after the province has a file, and its dossier is closed, its bytes
    stay here; 0: for ever.
    """

    read: Callable[[str], bytes]
    erase: Callable[[str], None]
    keep_days: int = 0


@dataclass(frozen=True, slots=True)
class Doors:
    """The doors of one enrolled device.

    `device`, `epoch`, `agency`: who asks, and whose numbers it uses. `machine`: digest of this
    machine, compared with the one that the store was enrolled on. `now` gives aware moments,
    `new_id` UUIDv7, `chance` numbers in [0, 1). `is_signed(message, signature)` says whether the
    province signed a catalogue. `days_off(first, last)`: the days off within, where few numbers are
    enough. `shelf`: where scanned papers are read that go to the province; None: they don't.
    `compared` hears at once how far the clock is from the server's, so that `now` may follow it.
    """

    store: Store
    gateway: Gateway
    device: str
    epoch: int
    agency: str
    machine: str
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    chance: Callable[[], float]
    is_signed: Callable[[bytes, str], bool]
    policy: NumberPolicy = field(default_factory=NumberPolicy)
    days_off: Callable[[date, date], Collection[date]] = _none_off
    shelf: FileShelf | None = None
    compared: Callable[[Offset], None] = lambda _: None
