"""Appointments that were made on the spot, as the journal of this office has them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body, delivery, fact, journal

_KIND = Kind.APPOINTMENT_MADE


def appointments_made(
    connection: Connection, first: date, last: date
) -> tuple[AppointmentMade, ...]:
    """Return those recorded on the days `first` to `last`, here or at another counter, in order.

    What was superseded is left out; what the server refused stays: the head said so here.
    """
    query = (
        select(body.c.data)
        .select_from(fact)
        .join(body, body.c.position == fact.c.position)
        .join(delivery, delivery.c.position == fact.c.position)
        .where(
            fact.c.day.between(first.isoformat(), last.isoformat()),
            fact.c.kind == _KIND.value,
            delivery.c.state != State.SUPERSEDED.value,
            body.c.data.is_not(None),
        )
        .order_by(fact.c.position)
    )
    found = (body_of(_KIND, row.data) for row in connection.execute(query))
    return tuple(each for each in found if isinstance(each, AppointmentMade))


def appointment_since(connection: Connection, position: int) -> tuple[bool, int]:
    """Tell whether one was recorded behind `position`, and up to where the journal goes now."""
    columns = journal.c
    last = connection.execute(select(func.max(columns.position))).scalar() or 0
    query = select(columns.position).where(columns.position > position, columns.kind == _KIND.value)
    return connection.execute(query.limit(1)).first() is not None, last
