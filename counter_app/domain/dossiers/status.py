"""The ten status codes of the national portal: identical in every live system (DOMAIN §4)."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Numbers as sent to the portal; labels are in `wording/`."""

    NEW = 1
    RECEIVED = 2
    REFUSED = 3
    IN_PROGRESS = 4
    WAITING_SUPPLEMENT = 5
    WAITING_PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    FINISHED = 9
    RETURNED = 10

    @property
    def is_closed(self) -> bool:
        """True when nothing more is owed to the citizen."""
        return self in (Status.REFUSED, Status.WITHDRAWN, Status.RETURNED)

    @property
    def stops_clock(self) -> bool:
        """True while the time doesn't run: waiting for papers or for money."""
        return self in (Status.WAITING_SUPPLEMENT, Status.WAITING_PAYMENT)
