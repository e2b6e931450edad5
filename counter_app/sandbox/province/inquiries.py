"""What can be asked: a dossier by its code, the digest of a day, one entry, lists for the clerk."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select
from sqlalchemy.engine import RowMapping

from counter_app.contract.entries import EntryState
from counter_app.contract.feed import DossierAnswer
from counter_app.domain.centre import Centre
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.digest import Digest, digest
from counter_app.domain.plain import from_plain
from counter_app.sandbox.province.entries.journal import known, masked_name
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.province.removals import lives
from counter_app.sandbox.records import tables as t

_PORTAL = t.portal_code.c
_WITH_PORTAL = select(
    t.dossier,
    select(func.min(_PORTAL.code))
    .where(_PORTAL.dossier == t.dossier.c.uid)
    .scalar_subquery()
    .label("portal_code"),
)


def dossier_by_code(tx: Connection, code: str) -> DossierAnswer:
    """Return any centre's dossier by any of its codes, the applicant's name masked."""
    c = t.dossier.c
    wanted = code.strip().upper()
    of_portal = select(_PORTAL.dossier).where(_PORTAL.code == wanted)
    bears = or_(c.code == wanted, c.provisional_code == wanted, c.uid.in_(of_portal))
    row = tx.execute(_WITH_PORTAL.where(bears, lives())).mappings().first()
    if row is None:
        raise RefusalError("dossier-unknown")
    due_at = row["due_at"]
    return DossierAnswer(
        dossier=row["uid"],
        code=row["code"] or row["provisional_code"] or row["portal_code"],
        provisional_code=row["provisional_code"] or "",
        portal_code=row["portal_code"] or "",
        centre=row["centre"],
        centre_name=centre(tx, row["centre"]).name[:200] or row["centre"],
        procedure=row["procedure"][:2000],
        applicant=masked_name(row["applicant"])[:200],
        status=Status(row["status"]),
        received_at=datetime.fromisoformat(row["received_at"]),
        due_at=datetime.fromisoformat(due_at) if due_at else None,
    )


def centre(tx: Connection, code: str) -> Centre:
    """Return a centre."""
    plain = tx.execute(select(t.centre.c.plain).where(t.centre.c.code == code)).scalar_one()
    return from_plain(Centre, json.loads(plain))


def day_digest(tx: Connection, centre: str, day: date) -> Digest:
    """Return the digest over the dossiers that a centre received on a day."""
    c = t.dossier.c
    query = select(c.uid, c.version).where(
        c.centre == centre, c.received_day == day.isoformat(), lives()
    )
    return digest(tx.execute(query))


def entry_state(tx: Connection, uid: str, device: RowMapping) -> EntryState:
    """Return what became of an entry of the device's own centre."""
    kept = known(tx, [uid]).get(uid)
    if kept is None or kept.centre != device["centre"]:
        return EntryState(uid=uid, known=False)
    return EntryState(uid=uid, known=True, result=kept.result)


def open_dossiers(tx: Connection, statuses: tuple[Status, ...], limit: int) -> list[dict[str, Any]]:
    """Return dossiers for the clerk, oldest first: rows of the projection with `portal_code`."""
    order = (t.dossier.c.received_at, t.dossier.c.uid)
    query = _WITH_PORTAL.where(lives()).order_by(*order).limit(limit)
    if statuses:
        query = query.where(t.dossier.c.status.in_([int(each) for each in statuses]))
    return [dict(row) for row in tx.execute(query).mappings()]


def flagged(tx: Connection, limit: int) -> list[dict[str, Any]]:
    """Return the newest flagged entries: the supervisors' tasks."""
    c = t.entry.c
    query = (
        select(c.uid, c.kind, c.dossier, c.flags, c.received_at)
        .where(c.flags != "[]")
        .order_by(c.received_at.desc(), c.uid)
        .limit(limit)
    )
    rows = tx.execute(query).mappings()
    return [{**row, "flags": json.loads(row["flags"])} for row in rows]


def devices(tx: Connection) -> list[dict[str, Any]]:
    """Return the devices without their keys."""
    c = t.device.c
    columns = (c.number, c.centre, c.counter, c.counter_name, c.epoch, c.state, c.enrolled_at)
    return [dict(row) for row in tx.execute(select(*columns).order_by(c.number)).mappings()]


def summary(tx: Connection) -> dict[str, Any]:
    """Return counts: dossiers (by status), entries by their answer, granted numbers, devices."""
    c = t.entry.c
    by_status = select(t.dossier.c.status, func.count()).group_by(t.dossier.c.status)
    by_answer = select(c.status, func.count()).group_by(c.status)
    by_kind = select(c.kind, func.count()).where(c.status == "accepted").group_by(c.kind)
    granted = select(func.coalesce(func.sum(t.block.c.last - t.block.c.first + 1), 0))
    return {
        "dossiers": tx.execute(select(func.count()).select_from(t.dossier)).scalar_one(),
        "by_status": {str(k): v for k, v in tx.execute(by_status)},
        "entries": dict(tx.execute(by_answer).all()),
        "accepted_kinds": dict(tx.execute(by_kind).all()),
        "granted_numbers": int(tx.execute(granted).scalar_one()),
        "devices": tx.execute(select(func.count()).select_from(t.device)).scalar_one(),
    }
