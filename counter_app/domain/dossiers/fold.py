"""`fold(entries, outcomes)`: the dossier is a reading of the journal, and nothing else.

Accepted entries come first, in the server's order; then this counter's unanswered ones, in the
order of their chain. Refused and superseded entries are skipped, and what stood behind a refused
one waits for the officer. One exception: a refused *reception* is still shown, with attention,
because the citizen holds its paper.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Corrected,
    DueExtended,
    HandedOver,
    Paid,
    Printed,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.domain.dossiers.correction import corrected
from counter_app.domain.dossiers.dossier import Dossier, Step
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Entry, Origin, Recorded
from counter_app.domain.journal.outcome import WAITING, Outcome, State


def fold(entries: Iterable[Recorded], outcomes: Mapping[str, Outcome]) -> Dossier | None:
    """Return the dossier that its `entries` tell of, or None without a reception."""
    applied, held, attention = in_order(entries, outcomes)
    dossier: Dossier | None = None
    for recorded in applied:
        outcome = outcomes.get(recorded.entry.uid, WAITING)
        dossier = apply(dossier, recorded, outcome)
    if dossier is None:
        return None
    return dataclasses.replace(dossier, held=held, attention=attention)


def in_order(
    entries: Iterable[Recorded], outcomes: Mapping[str, Outcome]
) -> tuple[tuple[Recorded, ...], tuple[str, ...], tuple[str, ...]]:
    """Return (entries to apply in order, uids held back, uids that need an officer)."""
    accepted: list[tuple[int, Recorded]] = []
    open_: list[Recorded] = []
    blocked: set[str] = set()
    attention: list[str] = []
    for recorded in entries:
        outcome = outcomes.get(recorded.entry.uid, WAITING)
        if outcome.state is State.ACCEPTED:
            accepted.append((outcome.server_version, recorded))
        elif outcome.state is State.SUPERSEDED:
            continue
        elif outcome.state.needs_officer:
            attention.append(recorded.entry.uid)
            if recorded.entry.kind is Kind.RECEIVED:
                open_.append(recorded)
            else:
                blocked.add(recorded.entry.uid)
        else:
            open_.append(recorded)
    accepted.sort(key=lambda pair: pair[0])
    applied = [recorded for _, recorded in accepted]
    held: list[str] = []
    for recorded in sorted(open_, key=lambda each: (each.entry.chain, each.entry.n)):
        if recorded.entry.after in blocked:
            blocked.add(recorded.entry.uid)
            held.append(recorded.entry.uid)
        else:
            applied.append(recorded)
    return tuple(applied), tuple(held), tuple(attention)


def apply(dossier: Dossier | None, recorded: Recorded, outcome: Outcome) -> Dossier | None:
    """Return the dossier after one more entry. Entries before the reception change nothing."""
    entry, body = recorded.entry, recorded.body
    if body is None:
        return dossier
    if isinstance(body, Received):
        # The same reception seen twice (own and feed) is one reception.
        dossier = dossier or _born(entry, body)
    elif dossier is None:
        return None
    else:
        change = _CHANGES.get(entry.kind)
        if change is not None:
            dossier = change(dossier, entry, body)
    breaches: tuple[Any, ...] = getattr(body, "breaches", ())
    return dataclasses.replace(
        dossier,
        version=max(dossier.version, outcome.server_version),
        last_uid=entry.uid,
        breaches=(*dossier.breaches, *breaches),
        flags=(*dossier.flags, *(flag for flag in outcome.flags if flag not in dossier.flags)),
        steps=(*dossier.steps, _step(entry, body, outcome)),
    )


def _born(entry: Entry, body: Received) -> Dossier:
    return Dossier(
        uid=entry.dossier or entry.uid,
        code="" if body.provisional else body.code,
        provisional_code=body.code if body.provisional else "",
        status=Status.RECEIVED,
        received=body,
        promise=body.promise,
    )


def _step(entry: Entry, body: object, outcome: Outcome) -> Step:
    text = getattr(body, "reason", "") or getattr(body, "unit", "") or getattr(body, "text", "")
    return Step(
        uid=entry.uid,
        kind=entry.kind,
        at=entry.occurred_at,
        officer=entry.officer,
        counter=entry.counter,
        sent=outcome.state is State.ACCEPTED,
        from_server=entry.origin is Origin.SERVER,
        text=text,
    )


def _numbered(dossier: Dossier, _: Entry, body: Numbered) -> Dossier:
    if dossier.code:
        return dossier
    received = dataclasses.replace(
        dossier.received,
        block=body.block,
        book=body.book,
        book_year=body.book_year,
        serial=body.serial,
    )
    return dataclasses.replace(dossier, code=body.code, received=received)


def _printed(dossier: Dossier, _: Entry, body: Printed) -> Dossier:
    return dataclasses.replace(dossier, printed=(*dossier.printed, body))


def _paused(dossier: Dossier, entry: Entry, status: Status) -> Dossier:
    before = dossier.status_before_pause or dossier.status
    return dataclasses.replace(
        dossier,
        status=status,
        paused_at=dossier.paused_at or entry.occurred_at,
        status_before_pause=before,
    )


def _resumed(dossier: Dossier) -> Dossier:
    return dataclasses.replace(
        dossier,
        status=dossier.status_before_pause or dossier.status,
        paused_at=None,
        status_before_pause=None,
    )


def _supplement_requested(dossier: Dossier, entry: Entry, body: SupplementRequested) -> Dossier:
    paused = _paused(dossier, entry, Status.WAITING_SUPPLEMENT)
    return dataclasses.replace(paused, supplements=(*dossier.supplements, body))


def _supplement_received(dossier: Dossier, _: Entry, body: SupplementReceived) -> Dossier:
    papers = tuple(paper for paper in dossier.received.papers if not paper.missing)
    received = dataclasses.replace(dossier.received, papers=(*papers, *body.papers))
    return dataclasses.replace(_resumed(dossier), received=received, promise=body.promise)


def _closed(status: Status) -> Callable[[Dossier, Entry, Any], Dossier]:
    def close(dossier: Dossier, entry: Entry, _: object) -> Dossier:
        return dataclasses.replace(dossier, status=status, finished_at=entry.occurred_at)

    return close


def _payment_demanded(dossier: Dossier, entry: Entry, body: PaymentDemanded) -> Dossier:
    paused = _paused(dossier, entry, Status.WAITING_PAYMENT)
    return dataclasses.replace(paused, demanded=(*dossier.demanded, *body.lines))


def _paid(dossier: Dossier, _: Entry, body: Paid) -> Dossier:
    resumed = _resumed(dossier) if dossier.status is Status.WAITING_PAYMENT else dossier
    return dataclasses.replace(
        resumed,
        paid=(*dossier.paid, *body.lines),
        promise=body.promise or dossier.promise,
    )


def _work_started(dossier: Dossier, _: Entry, body: WorkStarted) -> Dossier:
    return dataclasses.replace(dossier, status=Status.IN_PROGRESS, unit=body.unit)


def _handed_over(dossier: Dossier, _: Entry, body: HandedOver) -> Dossier:
    if body.back:
        return dataclasses.replace(dossier, unit="")
    status = Status.IN_PROGRESS if dossier.status is Status.RECEIVED else dossier.status
    return dataclasses.replace(dossier, status=status, unit=body.unit)


def _finished(dossier: Dossier, entry: Entry, body: Finished) -> Dossier:
    return dataclasses.replace(
        _resumed(dossier),
        status=Status.FINISHED,
        results=body.results or dossier.results,
        finished_at=dossier.finished_at or entry.occurred_at,
    )


def _result_taken_in(dossier: Dossier, entry: Entry, body: ResultTakenIn) -> Dossier:
    return dataclasses.replace(
        _resumed(dossier),
        status=Status.FINISHED,
        results=body.results,
        result_is_here=True,
        finished_at=dossier.finished_at or entry.occurred_at,
    )


def _returned(dossier: Dossier, entry: Entry, body: Returned) -> Dossier:
    return dataclasses.replace(
        _resumed(dossier),
        status=Status.RETURNED,
        results=body.results or dossier.results,
        result_is_here=False,
        finished_at=dossier.finished_at or entry.occurred_at,
        returned=body,
        returned_at=entry.occurred_at,
    )


def _due_moved(dossier: Dossier, _: Entry, body: DueExtended | DueMoved) -> Dossier:
    return dataclasses.replace(dossier, promise=body.promise, extensions=dossier.extensions + 1)


def _apology(dossier: Dossier, _: Entry, __: ApologySent) -> Dossier:
    return dataclasses.replace(dossier, apologies=dossier.apologies + 1)


def _corrected(dossier: Dossier, _: Entry, body: Corrected) -> Dossier:
    received = corrected(dossier.received, body.changes)
    moved = received.promise != dossier.received.promise
    return dataclasses.replace(
        dossier, received=received, promise=received.promise if moved else dossier.promise
    )


_CHANGES: dict[Kind, Callable[[Dossier, Entry, Any], Dossier]] = {
    Kind.NUMBERED: _numbered,
    Kind.PRINTED: _printed,
    Kind.SUPPLEMENT_REQUESTED: _supplement_requested,
    Kind.SUPPLEMENT_RECEIVED: _supplement_received,
    Kind.REFUSED: _closed(Status.REFUSED),
    Kind.WITHDRAWN: _closed(Status.WITHDRAWN),
    Kind.STOPPED: _closed(Status.STOPPED),
    Kind.PAYMENT_DEMANDED: _payment_demanded,
    Kind.PAID: _paid,
    Kind.WORK_STARTED: _work_started,
    Kind.HANDED_OVER: _handed_over,
    Kind.FINISHED: _finished,
    Kind.RESULT_TAKEN_IN: _result_taken_in,
    Kind.RETURNED: _returned,
    Kind.DUE_EXTENDED: _due_moved,
    Kind.DUE_MOVED: _due_moved,
    Kind.APOLOGY_SENT: _apology,
    Kind.CORRECTED: _corrected,
}
