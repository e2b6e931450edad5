"""When, where and by whom the system is used: acts counted by day and hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, case, func, literal, select

from counter_app.domain.acts.kinds import Kind
from counter_app.store.figure_tables import acted, actor
from counter_app.store.reports.acts import COUNTED_ROW, DAY, HOUR, day_of, written
from counter_app.store.tables import delivery


@dataclass(frozen=True, slots=True)
class Used:
    """How many acts, and receptions among them, were written on a day.

    What wasn't asked for isn't told apart: `hour` is then -1, the others are "".
    """

    day: date
    acts: int
    receptions: int
    hour: int = -1
    counter: str = ""
    officer: str = ""
    agency: str = ""


_WHO = ("counter", "officer", "agency")
_RECEPTION = acted.c.kind == Kind.RECEIVED.value


def used(connection: Connection, first: date, last: date, *apart: str) -> Iterator[Used]:
    """Yield the acts of counters on these days, without the looks: by day, and by `apart`.

    `apart` are names of `Used`: "hour", "counter", "officer", "agency".
    """
    acts, receptions = func.count(), func.sum(case((_RECEPTION, 1), else_=0))
    by = [DAY.label("days")]
    if "hour" in apart:
        by.append(HOUR.label("hour"))
    if who := [name for name in _WHO if name in apart]:
        by.append(acted.c.actor.label("actor"))
    query = (
        select(*by, acts.label("acts"), receptions.label("receptions"))
        .where(written(first, last), acted.c.uses.is_(True), COUNTED_ROW)
        .group_by(*(each.name for each in by))
    )
    if who:  # numbers are grouped first, their few names then
        of = query.subquery()
        names = [of.c[each.name] for each in by if each.name != "actor"]
        names += [actor.c[name] for name in who]
        sums = (func.sum(of.c[name]).label(name) for name in ("acts", "receptions"))
        query = select(*names, *sums).join(actor, actor.c.key == of.c.actor).group_by(*names)
    for row in connection.execute(query):
        told = {name: getattr(row, name) for name in apart}
        yield Used(day_of(row.days), row.acts, row.receptions, **told)


def received_in(
    connection: Connection, first: date, last: date, where: dict[str, str]
) -> tuple[str, ...]:
    """Return the dossiers received in acts that "counter", "officer" or "agency" narrow down to."""
    query = (
        select(delivery.c.dossier)
        .select_from(acted)
        .join(actor, actor.c.key == acted.c.actor)
        .join(delivery, delivery.c.position == acted.c.position)
        .where(written(first, last), _RECEPTION, delivery.c.dossier.is_not(None), COUNTED_ROW)
        .distinct()
    )
    for name in _WHO:
        if name in where:
            query = query.where(actor.c[name] == where[name])
    if "hour" in where:
        query = query.where(literal(int(where["hour"])) == HOUR)
    if "weekday" in where:  # the first day of 1970 was a Thursday
        query = query.where(literal(int(where["weekday"])) == (DAY + 3) % 7)
    return tuple(row.dossier for row in connection.execute(query))
