"""Number grants (SYNC §3): near from the low part, far from the high part, never twice."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.engine import RowMapping

from counter_app.contract.numbers import BlockAnswer, BlockRequest, WireBlock, WireWish
from counter_app.domain.dossiers.code import official_code, parse_code
from counter_app.domain.dossiers.number_block import Lane
from counter_app.domain.journal.canonical import sha256
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.province.uids import new_uid
from counter_app.sandbox.records import tables as t

DAYS_BACK, DAYS_AHEAD = 1, 60
"""Days for which numbers are granted, from today: a counter may still write yesterday's date."""

LATE_DAYS = 1
"""A registration that comes in later than so many days after its number's day is flagged."""

_BLOCKS = select(t.block).where(
    t.block.c.device == bindparam("device"), t.block.c.day.in_(bindparam("days", expanding=True))
)

_PARTS = {
    4: {Lane.NEAR: (1, 5999), Lane.FAR: (6000, 9999)},
    5: {Lane.NEAR: (1, 59_999), Lane.FAR: (60_000, 99_999)},
}


def grant(
    tx: Connection, device: RowMapping, request: BlockRequest, *, now: datetime, width: int
) -> BlockAnswer:
    """Return the blocks of a request; the same blocks for the same `request_id`."""
    wishes = json.dumps([wish.model_dump(mode="json") for wish in request.wishes])
    digest = sha256(wishes.encode())
    done = tx.execute(select(t.grant).where(t.grant.c.request_id == request.request_id))
    known = done.mappings().one_or_none()
    if known is not None:
        if (known["device"], known["wishes_sha256"]) != (device["number"], digest):
            raise RefusalError("request-reused")
        return BlockAnswer.model_validate_json(known["answer"]).model_copy(
            update={"server_time": now}
        )
    today = now.date()
    for wish in request.wishes:
        if wish.agency != device["centre"]:
            raise RefusalError("agency-foreign")
        if not -DAYS_BACK <= (wish.day - today) / timedelta(days=1) <= DAYS_AHEAD:
            raise RefusalError("day-out-of-range")
    blocks, short = grant_all(
        tx, request.wishes, device=device["number"], epoch=device["epoch"], width=width
    )
    answer = BlockAnswer(request_id=request.request_id, blocks=blocks, short=short, server_time=now)
    tx.execute(
        insert(t.grant).values(
            request_id=request.request_id,
            device=device["number"],
            wishes_sha256=digest,
            answer=answer.model_dump_json(),
        )
    )
    return answer


def grant_all(
    tx: Connection, wishes: tuple[WireWish, ...], *, device: str, epoch: int, width: int
) -> tuple[tuple[WireBlock, ...], bool]:
    """Return new blocks, and whether there were fewer numbers than wished."""
    blocks = [_grant_one(tx, wish, device, epoch, width) for wish in wishes]
    granted = tuple(block for block in blocks if block is not None)
    wished = sum(wish.size for wish in wishes)
    return granted, sum(block.last - block.first + 1 for block in granted) < wished


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """Whether a code was granted to this device, and what a supervisor should know about it."""

    granted: bool
    flags: tuple[str, ...] = ()


def blocks_of(tx: Connection, device: str, days: Collection[date]) -> Sequence[RowMapping]:
    """Return what a device was ever granted for `days`."""
    values = {"device": device, "days": sorted(day.isoformat() for day in days)}
    return tx.execute(_BLOCKS, values).mappings().all()


def check_number(
    blocks: Sequence[RowMapping],
    code: str,
    device: RowMapping,
    received_at: datetime,
    now: datetime,
) -> NumberCheck:
    """Return what is known of an official `code`: owner, epoch, range, day (SYNC §3).

    `blocks` are at least those that the device was granted for the code's day.
    """
    parsed = parse_code(code)
    if parsed is None or parsed.day is None or parsed.text != code:
        return NumberCheck(granted=False)
    place = (parsed.agency, parsed.day.isoformat())
    block = next(
        (
            each
            for each in blocks
            if each["first"] <= parsed.number <= each["last"]
            and (each["agency"], each["day"]) == place
        ),
        None,
    )
    if block is None or code != official_code(
        parsed.agency, parsed.day, parsed.number, block["width"]
    ):
        return NumberCheck(granted=False)
    flags = []
    if block["void"] or block["epoch"] != device["epoch"]:
        flags.append("number-epoch")
    if parsed.day != received_at.date():
        flags.append("number-day")
    if now.date() - parsed.day > timedelta(days=LATE_DAYS):
        flags.append("number-late")
    return NumberCheck(granted=True, flags=tuple(flags))


def _grant_one(
    tx: Connection, wish: WireWish, device: str, epoch: int, width: int
) -> WireBlock | None:
    first = _raise_serial(tx, wish.agency, wish.day, wish.lane, wish.size, width)
    last = min(first + wish.size - 1, _PARTS[width][wish.lane][1])
    if last < first:
        return None
    block = WireBlock(
        id=new_uid(),
        agency=wish.agency,
        day=wish.day,
        first=first,
        last=last,
        lane=wish.lane,
        device=device,
        epoch=epoch,
        width=width,
    )
    tx.execute(insert(t.block).values(**block.model_dump(mode="json"), void=False))
    return block


def _raise_serial(tx: Connection, agency: str, day: date, lane: Lane, size: int, width: int) -> int:
    """Return the first free number and move on by `size`; the row's lock keeps others out."""
    c = t.serial.c
    where = (c.agency == agency, c.day == day.isoformat(), c.lane == lane.value)
    low, high = _PARTS[width][lane]
    moved = tx.execute(update(t.serial).where(*where).values(next=c.next + size))
    if not moved.rowcount:
        values = {"agency": agency, "day": day.isoformat(), "lane": lane.value}
        tx.execute(insert(t.serial).values(next=low + size, **values))
        return low
    first: int = tx.execute(select(c.next).where(*where)).scalar_one() - size
    if first > high:  # used up: keep the figure small
        tx.execute(update(t.serial).where(*where).values(next=high + 1))
    return min(first, high + 1)
