"""What a letter says of time: the promise as it stood before the letter's act, and limits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from counter_app.domain.acts.received import Promise
from counter_app.domain.dates import paper_moment, vietnam_time
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.counter.reference import Reference
from counter_app.store.subjects.dossiers import Told


def promise_before(history: Iterable[Told], told: Told) -> Promise | None:
    """Return the promise that stood when `told` was written; None when nobody knows it any more.

    Every act that moves the promise carries the new one.
    """
    found: Promise | None = None
    for each in history:
        if each.entry.uid == told.entry.uid:
            break
        promise = getattr(each.body, "promise", None)
        if isinstance(promise, Promise):
            found = promise
    return found


def extension_values(
    reference: Reference, dossier: Dossier, before: Promise | None, after: datetime | None
) -> dict[str, str]:
    """Return the old time, and the limit that the new one comes to, in working days."""
    values = {}
    if before is not None and before.due_at is not None:
        values["due"] = paper_moment(before.due_at)
    if after is not None:
        worked = working_time(reference.calendar, reference.policy.hours)
        first = vietnam_time(dossier.received.received_at).date()
        days = worked.working_days_between(first, vietnam_time(after).date())
        values["new_limit"] = f"{days} ngày làm việc"
    return values
