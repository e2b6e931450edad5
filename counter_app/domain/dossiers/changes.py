"""What each kind of act changes of a dossier. Nothing here judges: false acts never get so far.

An act that comes too late (another counter was quicker, and the server hasn't said so yet) must
still be read, so each of these takes any dossier.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import OriginalsCompared
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import Numbered, Promise
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Complained,
    Corrected,
    DueExtended,
    HandedOver,
    Paid,
    PaymentPart,
    Printed,
    Reopened,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.domain.dossiers.correction import corrected
from counter_app.domain.dossiers.dossier import ClosedFrom, Dossier, ScannedFile
from counter_app.domain.dossiers.payment import Payment
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Entry
from counter_app.domain.text import fold

Change = Callable[[Dossier, Entry, Any], Dossier]


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
    return dataclasses.replace(
        dossier,
        status=status,
        paused_at=dossier.paused_at or entry.occurred_at,
        status_before_pause=dossier.status_before_pause or dossier.status,
        waits=(*(each for each in dossier.waits if each is not status), status),
    )


def _resumed(dossier: Dossier, over: Status) -> Dossier:
    """End one wait; what else is waited for keeps the clock still."""
    if over not in dossier.waits:
        return dossier
    waits = tuple(each for each in dossier.waits if each is not over)
    return _awake(dataclasses.replace(dossier, waits=waits))


def _awake(dossier: Dossier) -> Dossier:
    """Return the dossier with the status that its waits give; a closed one stays as it is."""
    if not dossier.status.stops_clock:
        return dossier
    if dossier.waits:
        return dataclasses.replace(dossier, status=dossier.waits[-1])
    return dataclasses.replace(
        running(dossier), status=dossier.status_before_pause or dossier.status
    )


def running(dossier: Dossier) -> Dossier:
    """Return the dossier with its clock going on, whatever it waited for; its status stays."""
    return dataclasses.replace(
        dossier, paused_at=None, pause_counted_to=None, status_before_pause=None, waits=()
    )


def _promised(dossier: Dossier, entry: Entry, promise: Promise) -> Dossier:
    """Return the dossier with the promise of a wait that ended.

    While something else is still waited for, the next promise must not count this time again.
    """
    counted = entry.occurred_at if dossier.waits else None
    return dataclasses.replace(dossier, promise=promise, pause_counted_to=counted)


def _supplement_requested(dossier: Dossier, entry: Entry, body: SupplementRequested) -> Dossier:
    paused = _paused(dossier, entry, Status.WAITING_SUPPLEMENT)
    return dataclasses.replace(paused, supplements=(*dossier.supplements, body))


def _supplement_received(dossier: Dossier, entry: Entry, body: SupplementReceived) -> Dossier:
    came = {fold(paper.name) for paper in body.papers}
    kept = tuple(paper for paper in dossier.received.papers if fold(paper.name) not in came)
    received = dataclasses.replace(dossier.received, papers=(*kept, *body.papers))
    resumed = _resumed(dossier, Status.WAITING_SUPPLEMENT)
    return dataclasses.replace(_promised(resumed, entry, body.promise), received=received)


def _closed(status: Status) -> Change:
    def close(dossier: Dossier, entry: Entry, _: object) -> Dossier:
        return dataclasses.replace(
            _remembered(dossier), status=status, finished_at=entry.occurred_at
        )

    return close


def _stopped(dossier: Dossier, entry: Entry, _: object) -> Dossier:
    return dataclasses.replace(
        _remembered(dossier),
        status=Status.STOPPED,
        paused_at=dossier.paused_at or entry.occurred_at,
        finished_at=entry.occurred_at,
    )


def _remembered(dossier: Dossier) -> Dossier:
    """Remember what a dossier is, before it is closed."""
    before = ClosedFrom(
        dossier.status, dossier.result_is_here, dossier.paused_at, dossier.finished_at
    )
    return dataclasses.replace(dossier, closed_from=(*dossier.closed_from, before))


def _reopened(dossier: Dossier, _: Entry, __: Reopened) -> Dossier:
    if not dossier.closed_from:
        return dossier
    *earlier, before = dossier.closed_from
    reopened = dataclasses.replace(
        dossier,
        status=before.status,
        result_is_here=before.result_is_here,
        paused_at=before.paused_at,
        finished_at=before.finished_at,
        returned=None,
        returned_at=None,
        closed_from=tuple(earlier),
    )
    return _awake(reopened)  # what it waited for may have come while it was closed


def _payment_demanded(dossier: Dossier, entry: Entry, body: PaymentDemanded) -> Dossier:
    paused = _paused(dossier, entry, Status.WAITING_PAYMENT)
    return dataclasses.replace(paused, demanded=(*dossier.demanded, *body.lines))


def _paid(dossier: Dossier, entry: Entry, body: Paid) -> Dossier:
    payment = Payment(
        uid=entry.uid,
        lines=body.lines,
        at=entry.occurred_at,
        officer=entry.officer,
        method=body.method,
        part=body.part,
        payer=body.payer,
        receipt=body.receipt,
    )
    # An advance (tạm thu) is taken before the whole is known: the rest is still waited for.
    is_whole = body.part is not PaymentPart.ADVANCE
    resumed = _resumed(dossier, Status.WAITING_PAYMENT) if is_whole else dossier
    if body.promise is not None:
        resumed = _promised(resumed, entry, body.promise)
    return dataclasses.replace(resumed, payments=(*dossier.payments, payment))


def _payment_cancelled(dossier: Dossier, entry: Entry, body: PaymentCancelled) -> Dossier:
    """The status stays: whether the money is waited for again, the agency says (status 6)."""
    payment = dossier.payment(body.paid)
    if payment is None or payment.is_cancelled:
        return dossier
    return _with_payment(
        dossier,
        dataclasses.replace(payment, cancelled_at=entry.occurred_at, cancel_reason=body.reason),
    )


def _receipt_linked(dossier: Dossier, _: Entry, body: ReceiptLinked) -> Dossier:
    payment = dossier.payment(body.paid)
    if payment is None:
        return dossier
    return _with_payment(dossier, dataclasses.replace(payment, receipt=body.receipt))


def _with_payment(dossier: Dossier, payment: Payment) -> Dossier:
    payments = (payment if each.uid == payment.uid else each for each in dossier.payments)
    return dataclasses.replace(dossier, payments=tuple(payments))


def _work_started(dossier: Dossier, _: Entry, body: WorkStarted) -> Dossier:
    return dataclasses.replace(
        running(dossier),
        status=Status.IN_PROGRESS,
        unit=body.unit,
        promise=body.promise or dossier.promise,
    )


def _handed_over(dossier: Dossier, _: Entry, body: HandedOver) -> Dossier:
    if body.back:
        return dataclasses.replace(dossier, unit="")
    before = dossier.status_before_pause
    return dataclasses.replace(
        dossier,
        status=_at_unit(dossier.status),
        status_before_pause=before and _at_unit(before),
        unit=body.unit,
    )


def _at_unit(status: Status) -> Status:
    return Status.IN_PROGRESS if status is Status.RECEIVED else status


def _finished(dossier: Dossier, entry: Entry, body: Finished) -> Dossier:
    return dataclasses.replace(
        _done(dossier, entry), status=Status.FINISHED, results=body.results or dossier.results
    )


def _result_taken_in(dossier: Dossier, entry: Entry, body: ResultTakenIn) -> Dossier:
    return dataclasses.replace(
        _done(dossier, entry), status=Status.FINISHED, results=body.results, result_is_here=True
    )


def _done(dossier: Dossier, entry: Entry) -> Dossier:
    """End every wait. A dossier that was stopped is done now, and not before."""
    before = None if dossier.status is Status.STOPPED else dossier.finished_at
    return dataclasses.replace(
        running(dossier), finished_at=before or entry.occurred_at, closed_from=()
    )


def _returned(dossier: Dossier, entry: Entry, body: Returned) -> Dossier:
    return dataclasses.replace(
        _remembered(dossier),
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


def _complained(dossier: Dossier, _: Entry, body: Complained) -> Dossier:
    return dataclasses.replace(dossier, complaints=(*dossier.complaints, body))


def _compared(dossier: Dossier, _: Entry, body: OriginalsCompared) -> Dossier:
    return dataclasses.replace(dossier, compared=(*dossier.compared, body))


def _scanned(dossier: Dossier, entry: Entry, body: PaperScanned) -> Dossier:
    """One file may show several papers; attached twice to the same paper it is there once."""
    file = ScannedFile(
        body.sha256, body.paper, body.size, body.pages, body.source, entry.occurred_at
    )
    others = (each for each in dossier.scans if not _is(each, body.sha256, body.paper))
    return dataclasses.replace(dossier, scans=(*others, file))


def _scan_removed(dossier: Dossier, _: Entry, body: ScanRemoved) -> Dossier:
    scans = tuple(each for each in dossier.scans if not _is(each, body.sha256, body.paper))
    return dataclasses.replace(dossier, scans=scans)


def _is(scan: ScannedFile, sha256: str, paper: str) -> bool:
    return scan.sha256 == sha256 and scan.paper == paper


CHANGES: dict[Kind, Change] = {
    Kind.NUMBERED: _numbered,
    Kind.PRINTED: _printed,
    Kind.SUPPLEMENT_REQUESTED: _supplement_requested,
    Kind.SUPPLEMENT_RECEIVED: _supplement_received,
    Kind.REFUSED: _closed(Status.REFUSED),
    Kind.WITHDRAWN: _closed(Status.WITHDRAWN),
    Kind.STOPPED: _stopped,
    Kind.REOPENED: _reopened,
    Kind.PAYMENT_DEMANDED: _payment_demanded,
    Kind.PAID: _paid,
    Kind.PAYMENT_CANCELLED: _payment_cancelled,
    Kind.RECEIPT_LINKED: _receipt_linked,
    Kind.WORK_STARTED: _work_started,
    Kind.HANDED_OVER: _handed_over,
    Kind.FINISHED: _finished,
    Kind.RESULT_TAKEN_IN: _result_taken_in,
    Kind.RETURNED: _returned,
    Kind.DUE_EXTENDED: _due_moved,
    Kind.DUE_MOVED: _due_moved,
    Kind.APOLOGY_SENT: _apology,
    Kind.CORRECTED: _corrected,
    Kind.COMPLAINED: _complained,
    Kind.ORIGINALS_COMPARED: _compared,
    Kind.PAPER_SCANNED: _scanned,
    Kind.SCAN_REMOVED: _scan_removed,
}
"""Kinds that aren't listed (told, rated) are only told of in the timeline."""
