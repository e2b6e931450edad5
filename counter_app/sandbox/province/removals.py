"""Dossiers that an administrator took away: told in the feeds as tombstones, shown nowhere.

Nothing is erased: the entries stay for ever, and a dossier of which an act is accepted later
lives again, here and at the counters.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, insert, or_, select, update
from sqlalchemy.engine import RowMapping

from counter_app.sandbox.records import tables as t

_c = t.removal.c
_d = t.dossier.c
_any = t.removal.alias("any_removal")


def lives() -> ColumnElement[bool]:
    """Return the condition that a dossier wasn't taken away, or has come back since."""
    gone = exists().where(_any.c.dossier == _d.uid, _any.c.version >= _d.version)
    return ~gone.correlate(t.dossier)


def find(tx: Connection, codes: Sequence[str]) -> dict[str, RowMapping | None]:
    """Return the living dossier of each code, official or provisional; None where there is none."""
    found: dict[str, RowMapping | None] = {}
    for code in codes:
        bears = or_(_d.code == code, _d.provisional_code == code)
        query = select(_d.uid, _d.centre, _d.version).where(bears, lives())
        found[code] = tx.execute(query).mappings().first()
    return found


def remove(tx: Connection, rows: Sequence[RowMapping], reason: str, at: datetime) -> None:
    """Take dossiers away, and tell their centres, behind what their feeds tell already."""
    for row in rows:
        centre = t.centre.c.code == row["centre"]
        position = t.centre.c.feed_position
        tx.execute(update(t.centre).where(centre).values(feed_position=position + 1))
        tx.execute(
            insert(t.removal).values(
                centre=row["centre"],
                position=tx.execute(select(position).where(centre)).scalar_one(),
                dossier=row["uid"],
                version=row["version"],
                reason=reason,
                at=at.isoformat(),
            )
        )


def removed(tx: Connection, limit: int) -> Sequence[RowMapping]:
    """Return what was taken away, newest first: code, centre, reason, at, and whether it lives."""
    query = (
        select(_d.code, _d.provisional_code, _d.centre, _c.reason, _c.at, lives().label("lives"))
        .join(t.dossier, _d.uid == _c.dossier)
        .order_by(_c.at.desc(), _c.position.desc())
        .limit(limit)
    )
    return tx.execute(query).mappings().all()


def told(tx: Connection, centre: str, position: int, limit: int) -> Sequence[RowMapping]:
    """Return the tombstones of a feed behind `position`, in order."""
    query = select(t.removal).where(_c.centre == centre, _c.position > position)
    return tx.execute(query.order_by(_c.position).limit(limit)).mappings().all()
