"""Every kind of act and its body: the one list that the journal, the wire and the words share."""

from __future__ import annotations

from enum import Enum

from counter_app.domain.acts.audit import (
    DateConfirmed,
    DeletionsDecided,
    Exported,
    FlagsReviewed,
    FormSetLeft,
    FormSetTaken,
    LoggedIn,
    LoggedOut,
    NumberVoid,
    Purged,
    Restored,
    Viewed,
)
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import Assisted, OriginalsCompared, Submitted, TurnedAway
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked, ShiftClosed
from counter_app.domain.acts.office import (
    AppointmentMade,
    BookClosed,
    DayClosed,
    ObstacleNoted,
    PasswordReset,
)
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Complained,
    Corrected,
    Dropped,
    DueExtended,
    HandedOver,
    Paid,
    Printed,
    Rated,
    Refused,
    Reopened,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Told,
    Withdrawn,
)

Body = (
    Received
    | Numbered
    | Printed
    | SupplementRequested
    | SupplementReceived
    | Refused
    | Withdrawn
    | Stopped
    | Paid
    | HandedOver
    | ResultTakenIn
    | DueExtended
    | ApologySent
    | Returned
    | Corrected
    | Told
    | Rated
    | WorkStarted
    | PaymentDemanded
    | Finished
    | DueMoved
    | NumberVoid
    | LoggedIn
    | LoggedOut
    | Viewed
    | Exported
    | Restored
    | Complained
    | Reopened
    | PaymentCancelled
    | ReceiptLinked
    | Submitted
    | OriginalsCompared
    | PaperScanned
    | ScanRemoved
    | TurnedAway
    | Assisted
    | Certified
    | ShiftClosed
    | FormSetTaken
    | FormSetLeft
    | Purged
    | Dropped
    | FlagsReviewed
    | DateConfirmed
    | DeletionsDecided
    | DayClosed
    | ObstacleNoted
    | BookClosed
    | AppointmentMade
    | PasswordReset
)


class Kind(Enum):
    """The kinds of act. A value is part of the wire and of stored files: it never changes."""

    RECEIVED = "received"
    NUMBERED = "numbered"
    PRINTED = "printed"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENT_RECEIVED = "supplement_received"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    PAID = "paid"
    HANDED_OVER = "handed_over"
    RESULT_TAKEN_IN = "result_taken_in"
    DUE_EXTENDED = "due_extended"
    APOLOGY_SENT = "apology_sent"
    RETURNED = "returned"
    CORRECTED = "corrected"
    TOLD = "told"
    RATED = "rated"
    WORK_STARTED = "work_started"
    PAYMENT_DEMANDED = "payment_demanded"
    FINISHED = "finished"
    DUE_MOVED = "due_moved"
    NUMBER_VOID = "number_void"
    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    VIEWED = "viewed"
    EXPORTED = "exported"
    RESTORED = "restored"
    COMPLAINED = "complained"
    REOPENED = "reopened"
    PAYMENT_CANCELLED = "payment_cancelled"
    RECEIPT_LINKED = "receipt_linked"
    SUBMITTED = "submitted"
    ORIGINALS_COMPARED = "originals_compared"
    PAPER_SCANNED = "paper_scanned"
    SCAN_REMOVED = "scan_removed"
    TURNED_AWAY = "turned_away"
    ASSISTED = "assisted"
    CERTIFIED = "certified"
    SHIFT_CLOSED = "shift_closed"
    FORM_SET_TAKEN = "form_set_taken"
    FORM_SET_LEFT = "form_set_left"
    PURGED = "purged"
    DROPPED = "dropped"
    FLAGS_REVIEWED = "flags_reviewed"
    DATE_CONFIRMED = "date_confirmed"
    DELETIONS_DECIDED = "deletions_decided"
    DAY_CLOSED = "day_closed"
    OBSTACLE_NOTED = "obstacle_noted"
    BOOK_CLOSED = "book_closed"
    APPOINTMENT_MADE = "appointment_made"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (a kind of act)


BODIES: dict[Kind, type[Body]] = {
    Kind.RECEIVED: Received,
    Kind.NUMBERED: Numbered,
    Kind.PRINTED: Printed,
    Kind.SUPPLEMENT_REQUESTED: SupplementRequested,
    Kind.SUPPLEMENT_RECEIVED: SupplementReceived,
    Kind.REFUSED: Refused,
    Kind.WITHDRAWN: Withdrawn,
    Kind.STOPPED: Stopped,
    Kind.PAID: Paid,
    Kind.HANDED_OVER: HandedOver,
    Kind.RESULT_TAKEN_IN: ResultTakenIn,
    Kind.DUE_EXTENDED: DueExtended,
    Kind.APOLOGY_SENT: ApologySent,
    Kind.RETURNED: Returned,
    Kind.CORRECTED: Corrected,
    Kind.TOLD: Told,
    Kind.RATED: Rated,
    Kind.WORK_STARTED: WorkStarted,
    Kind.PAYMENT_DEMANDED: PaymentDemanded,
    Kind.FINISHED: Finished,
    Kind.DUE_MOVED: DueMoved,
    Kind.NUMBER_VOID: NumberVoid,
    Kind.LOGGED_IN: LoggedIn,
    Kind.LOGGED_OUT: LoggedOut,
    Kind.VIEWED: Viewed,
    Kind.EXPORTED: Exported,
    Kind.RESTORED: Restored,
    Kind.COMPLAINED: Complained,
    Kind.REOPENED: Reopened,
    Kind.PAYMENT_CANCELLED: PaymentCancelled,
    Kind.RECEIPT_LINKED: ReceiptLinked,
    Kind.SUBMITTED: Submitted,
    Kind.ORIGINALS_COMPARED: OriginalsCompared,
    Kind.PAPER_SCANNED: PaperScanned,
    Kind.SCAN_REMOVED: ScanRemoved,
    Kind.TURNED_AWAY: TurnedAway,
    Kind.ASSISTED: Assisted,
    Kind.CERTIFIED: Certified,
    Kind.SHIFT_CLOSED: ShiftClosed,
    Kind.FORM_SET_TAKEN: FormSetTaken,
    Kind.FORM_SET_LEFT: FormSetLeft,
    Kind.PURGED: Purged,
    Kind.DROPPED: Dropped,
    Kind.FLAGS_REVIEWED: FlagsReviewed,
    Kind.DATE_CONFIRMED: DateConfirmed,
    Kind.DELETIONS_DECIDED: DeletionsDecided,
    Kind.DAY_CLOSED: DayClosed,
    Kind.OBSTACLE_NOTED: ObstacleNoted,
    Kind.BOOK_CLOSED: BookClosed,
    Kind.APPOINTMENT_MADE: AppointmentMade,
    Kind.PASSWORD_RESET: PasswordReset,
}

KINDS: dict[type[Body], Kind] = {body: kind for kind, body in BODIES.items()}

AUDIT_LANE: frozenset[Kind] = frozenset(
    {
        Kind.NUMBER_VOID,
        Kind.LOGGED_IN,
        Kind.LOGGED_OUT,
        Kind.VIEWED,
        Kind.EXPORTED,
        Kind.RESTORED,
        Kind.TURNED_AWAY,
        Kind.ASSISTED,
        Kind.CERTIFIED,
        Kind.SHIFT_CLOSED,
        Kind.FORM_SET_TAKEN,
        Kind.FORM_SET_LEFT,
        Kind.PURGED,
        Kind.FLAGS_REVIEWED,
        Kind.DATE_CONFIRMED,
        Kind.DELETIONS_DECIDED,
        Kind.DAY_CLOSED,
        Kind.OBSTACLE_NOTED,
        Kind.BOOK_CLOSED,
        Kind.APPOINTMENT_MADE,
        Kind.PASSWORD_RESET,
    }
)
"""Kinds without a dossier's order."""

LONE_KINDS: frozenset[Kind] = AUDIT_LANE | {Kind.PRINTED}
"""Kinds that may name no dossier at all: the audit lane's, and a paper printed for a visitor."""

SERVER_KINDS: frozenset[Kind] = frozenset(
    {Kind.WORK_STARTED, Kind.FINISHED, Kind.DUE_MOVED, Kind.SUBMITTED}
)
"""Kinds that only the server's clerks write."""
