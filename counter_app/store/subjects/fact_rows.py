"""Rows of facts ↔ facts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.facts import Fact
from counter_app.store.subjects.entry_rows import flags_of, flags_text


def fact_values(found: Fact) -> dict[str, Any]:
    """Return the columns of `found`."""
    return {
        "kind": found.kind.value,
        "day": found.day.isoformat(),
        "procedure": found.procedure,
        "version": found.version,
        "field_name": found.field_name,
        "agency": found.agency,
        "channel": found.channel,
        "received_at": _text(found.received_at),
        "due_at": _text(found.due_at),
        "finished_at": _text(found.finished_at),
        "amount": found.amount,
        "flags": flags_text(found.flags),
        "delay_minutes": found.delay_minutes,
    }


def fact_in(row: Any) -> Fact:
    """Return the fact of a row that has the columns of `fact` and the entry's uid."""
    return Fact(
        entry=row.uid,
        kind=Kind(row.kind),
        day=date.fromisoformat(row.day),
        procedure=row.procedure,
        version=row.version,
        field_name=row.field_name,
        agency=row.agency,
        channel=row.channel,
        received_at=_moment(row.received_at),
        due_at=_moment(row.due_at),
        finished_at=_moment(row.finished_at),
        amount=row.amount,
        flags=flags_of(row.flags),
        delay_minutes=row.delay_minutes,
    )


def _text(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
