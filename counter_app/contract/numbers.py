"""Number blocks on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from counter_app.contract.shapes import WHOLE, Code, DeviceNumber, Message, Positive, Uid
from counter_app.domain.dossiers.number_block import BlockWish, Lane, NumberBlock


class WireBlock(Message):
    """A granted range of numbers of one day; both ends included."""

    id: Uid
    agency: Code
    day: date
    first: Positive
    last: Positive
    lane: Lane
    device: DeviceNumber
    epoch: Positive
    width: Annotated[int, Field(ge=4, le=8), WHOLE] = 4

    def block(self) -> NumberBlock:
        """Return the fresh block."""
        return NumberBlock(
            id=self.id,
            agency=self.agency,
            day=self.day,
            first=self.first,
            last=self.last,
            next=self.first,
            lane=self.lane,
            device=self.device,
            epoch=self.epoch,
            width=self.width,
        )


class WireWish(Message):
    """So many numbers of one day and lane."""

    agency: Code
    day: date
    lane: Lane
    size: Annotated[int, Field(ge=1, le=4000), WHOLE]

    @classmethod
    def of(cls, wish: BlockWish) -> WireWish:
        """Return a wish of the counter as it goes over the wire."""
        return cls(agency=wish.agency, day=wish.day, lane=wish.lane, size=wish.size)


class BlockRequest(Message):
    """`POST /v1/number-blocks`. Repeated with the same `request_id`, it gives the same blocks."""

    device: DeviceNumber
    epoch: Positive
    request_id: Uid
    wishes: Annotated[tuple[WireWish, ...], Field(min_length=1, max_length=40)]


class BlockAnswer(Message):
    """What was granted; fewer than wished when serials run short (`short` True)."""

    request_id: Uid
    blocks: tuple[WireBlock, ...]
    short: bool = False
    server_time: AwareDatetime
