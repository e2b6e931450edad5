"""What became of the one-time codes of each centre, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from counter_app.sandbox.records import tables as t


@dataclass(slots=True)
class CodesOfCentre:
    """How many codes a centre was given, and what became of them; `made` is the sum of the rest."""

    centre: str
    used: int = 0
    open: int = 0
    expired: int = 0
    void: int = 0

    @property
    def made(self) -> int:
        """How many were ever given out."""
        return self.used + self.open + self.expired + self.void


def codes_of_centres(tx: Connection, now: datetime) -> list[CodesOfCentre]:
    """Return the counts of every centre that was ever given a code, by its code."""
    c, v = t.enrol_code.c, t.void_code.c
    query = (
        select(c.centre, c.answer.is_not(None), v.voided_at.is_not(None), c.expires_at)
        .outerjoin(t.void_code, v.sha256 == c.sha256)
        .order_by(c.centre)
    )
    found: dict[str, CodesOfCentre] = {}
    for centre, is_used, is_void, expires_at in tx.execute(query):
        counts = found.setdefault(centre, CodesOfCentre(centre))
        if is_used:
            counts.used += 1
        elif is_void:
            counts.void += 1
        elif expires_at < now.isoformat():
            counts.expired += 1
        else:
            counts.open += 1
    return list(found.values())
