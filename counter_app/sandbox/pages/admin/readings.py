"""What the administrator's pages read. Nothing here writes."""

from __future__ import annotations

import bisect
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.engine import RowMapping

from counter_app.contract.devices import HeldEntry
from counter_app.contract.problem import WireProblem
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.code import parse_code
from counter_app.sandbox.province import devices
from counter_app.sandbox.province.presence import SILENT_AFTER
from counter_app.sandbox.records import tables as t

MOST = 300
"""Rows of one page."""


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A device as the list shows it. What it told of itself is None before it told anything.

    `head_n` is what the server holds of its chain, `told_head_n` what the device says it has;
    `offset` is the device's clock minus the server's.
    """

    number: str
    centre: str
    counter: str
    counter_name: str
    epoch: int
    state: str
    enrolled_at: str
    program: str
    head_n: int
    heard_at: str | None
    is_silent: bool
    told_at: str | None
    queue: int | None
    in_need: int | None
    oldest_at: str | None
    told_head_n: int | None
    offset: timedelta | None


@dataclass(frozen=True, slots=True)
class Grants:
    """Numbers of one device, day and lane. `void` ones will stand on no new paper."""

    agency: str
    device: str
    counter: str
    lane: str
    ranges: tuple[tuple[int, int], ...]
    granted: int
    used: int
    void: int

    @property
    def left(self) -> int:
        """How many may still be used."""
        return self.granted - self.used - self.void


def device_lines(tx: Connection, now: datetime) -> list[DeviceLine]:
    """Return every device, by number."""
    d, p, c = t.device.c, t.presence.c, t.chain.c
    query = (
        select(
            t.device,
            c.n.label("head_n"),
            p.heard_at,
            p.told_at,
            p.queue,
            p.in_need,
            p.oldest_at,
            p.head_n.label("told_head_n"),
            p.offset_ms,
            p.program.label("told_program"),
        )
        .outerjoin(t.presence, p.device == d.number)
        .outerjoin(t.chain, c.id == d.chain)
        .order_by(d.number)
    )
    return [_line(row, now) for row in tx.execute(query).mappings()]


def _line(row: RowMapping, now: datetime) -> DeviceLine:
    last = row["heard_at"] or row["enrolled_at"]
    off = row["offset_ms"]
    return DeviceLine(
        number=row["number"],
        centre=row["centre"],
        counter=row["counter"],
        counter_name=row["counter_name"],
        epoch=row["epoch"],
        state=row["state"],
        enrolled_at=row["enrolled_at"],
        program=row["told_program"] or row["program"],
        head_n=row["head_n"] or 0,
        heard_at=row["heard_at"],
        is_silent=row["state"] in devices.SPEAKING
        and now - datetime.fromisoformat(last) > SILENT_AFTER,
        told_at=row["told_at"],
        queue=row["queue"],
        in_need=row["in_need"],
        oldest_at=row["oldest_at"],
        told_head_n=row["told_head_n"],
        offset=None if off is None else timedelta(milliseconds=off),
    )


def open_codes(tx: Connection, now: datetime) -> Sequence[RowMapping]:
    """Return what is known of one-time codes that may still be used: digests alone are kept."""
    c = t.enrol_code.c
    query = (
        select(c.centre, c.counter, c.counter_name, c.renews, c.expires_at)
        .where(
            c.answer.is_(None),
            c.expires_at >= now.isoformat(),
            c.sha256.not_in(select(t.void_code.c.sha256)),
        )
        .order_by(c.expires_at, c.counter)
        .limit(MOST)
    )
    return tx.execute(query).mappings().all()


def centres(tx: Connection) -> list[str]:
    """Return the codes of the centres."""
    return [
        str(each)
        for each in tx.execute(select(t.centre.c.code).order_by(t.centre.c.code)).scalars()
    ]


def grants_of(tx: Connection, day: date) -> list[Grants]:
    """Return the numbers granted for `day`, by device and lane, with what was used of them."""
    b = t.block.c
    query = (
        select(t.block, t.device.c.counter)
        .join(t.device, t.device.c.number == b.device)
        .where(b.day == day.isoformat())
        .order_by(b.agency, b.device, b.lane.desc(), b.first)
    )
    groups: dict[tuple[str, str, str], list[RowMapping]] = {}
    for row in tx.execute(query).mappings():
        groups.setdefault((row["agency"], row["device"], row["lane"]), []).append(row)
    used = {agency: _used(tx, agency, day) for agency in {key[0] for key in groups}}
    return [_grants(key, rows, used[key[0]]) for key, rows in groups.items()]


def _used(tx: Connection, agency: str, day: date) -> list[int]:
    begin = f"{agency}-{day:%y%m%d}-"
    codes = tx.execute(select(t.dossier.c.code).where(t.dossier.c.code.startswith(begin))).scalars()
    found = (parse_code(str(each)) for each in codes)
    return sorted(each.number for each in found if each is not None)


def _grants(key: tuple[str, str, str], rows: list[RowMapping], numbers: list[int]) -> Grants:
    agency, device, lane = key
    granted = used = void = 0
    for row in rows:
        size = row["last"] - row["first"] + 1
        taken = bisect.bisect_right(numbers, row["last"]) - bisect.bisect_left(
            numbers, row["first"]
        )
        granted, used = granted + size, used + taken
        void += size - taken if row["void"] else 0
    ranges = tuple((row["first"], row["last"]) for row in rows)
    return Grants(agency, device, rows[0]["counter"], lane, ranges, granted, used, void)


def days_granted(tx: Connection, first: date) -> list[tuple[str, int]]:
    """Return the days from `first` on with how many valid numbers were granted for each."""
    b = t.block.c
    query = (
        select(b.day, func.sum(b.last - b.first + 1))
        .where(b.day >= first.isoformat(), b.void.is_(False))
        .group_by(b.day)
        .order_by(b.day)
        .limit(60)
    )
    return [(str(day), int(size)) for day, size in tx.execute(query)]


def published(tx: Connection) -> Sequence[RowMapping]:
    """Return every version of every list, the newest first, without the bodies."""
    c = t.catalogue.c
    columns = (c.name, c.version, c.sha256, c.valid_from, c.published_at, c.current)
    query = select(*columns, func.length(c.body).label("size"))
    return tx.execute(query.order_by(c.name, c.published_at.desc())).mappings().all()


def open_flags(tx: Connection) -> list[dict[str, Any]]:
    """Return flagged entries that no supervisor's review came for yet, newest first."""
    c = t.entry.c
    reviews = select(c.body).where(c.kind == Kind.FLAGS_REVIEWED.value, c.status == "accepted")
    reviewed = {json.loads(body).get("entry") for body in tx.execute(reviews).scalars()}
    query = (
        select(c.uid, c.kind, c.device, c.flags, c.received_at, t.dossier.c.code, c.centre)
        .outerjoin(t.dossier, t.dossier.c.uid == c.dossier)
        .where(c.flags != "[]")
        .order_by(c.received_at.desc(), c.uid)
        .limit(MOST + len(reviewed))
    )
    rows = (dict(row) for row in tx.execute(query).mappings() if row["uid"] not in reviewed)
    return [{**row, "flags": json.loads(row["flags"])} for row in rows][:MOST]


def refused(tx: Connection) -> list[tuple[RowMapping, WireProblem | None]]:
    """Return the newest entries that were refused or are in conflict, with the problem told."""
    c = t.entry.c
    query = (
        select(
            c.uid, c.kind, c.device, c.status, c.problem, c.received_at,
            t.dossier.c.code, t.dossier.c.provisional_code,
        )
        .outerjoin(t.dossier, t.dossier.c.uid == c.dossier)
        .where(c.status.in_(("refused", "conflict")))
        .order_by(c.received_at.desc(), c.uid)
        .limit(MOST)
    )  # fmt: skip
    return [
        (row, WireProblem.model_validate_json(row["problem"]) if row["problem"] else None)
        for row in tx.execute(query).mappings()
    ]


def held(tx: Connection) -> list[tuple[str, str, HeldEntry]]:
    """Return (device, told when, entry) of what waits for a person at the counters."""
    c = t.presence.c
    query = select(c.device, c.told_at, c.held).where(c.held.is_not(None), c.held != "[]")
    return [
        (device, told_at, HeldEntry.model_validate(each))
        for device, told_at, text in tx.execute(query.order_by(c.device))
        for each in json.loads(text)
    ][:MOST]
