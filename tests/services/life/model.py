"""A dossier in a few plain fields, which knows nothing of `judge`, `fold` or deadlines.

Each act of the model returns whether it is true, and then happens. Its office works every day of
the year from 07:00 to 17:00 and promises in calendar days, so that a due time is plain arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from counter_app.domain.acts.kinds import Kind

NEW, RECEIVED, REFUSED, WORK, PAPERS, MONEY, WITHDRAWN, STOPPED, DONE, RETURNED = range(1, 11)
AT_WORK = {RECEIVED, WORK, PAPERS, MONEY}
OPEN = AT_WORK | {STOPPED, DONE}
SHUT = {REFUSED, WITHDRAWN, RETURNED}
FEE = 1000
DAYS = 10
"""What every fee costs, and the limit of every procedure, in calendar days."""

_WHEN: dict[Kind, set[int]] = {
    Kind.SUPPLEMENT_REQUESTED: AT_WORK | {NEW},
    Kind.ORIGINALS_COMPARED: OPEN | {NEW},
    Kind.REFUSED: {NEW, RECEIVED, PAPERS},
    Kind.WITHDRAWN: OPEN | {NEW},
    Kind.REOPENED: SHUT | {STOPPED},
}
_RECEIVED_AND: dict[Kind, set[int]] = {
    Kind.PAYMENT_DEMANDED: AT_WORK,
    Kind.WORK_STARTED: AT_WORK,
    Kind.STOPPED: AT_WORK,
    Kind.DUE_EXTENDED: AT_WORK,
    Kind.DUE_MOVED: AT_WORK,
    Kind.HANDED_OVER: OPEN,
    Kind.RESULT_TAKEN_IN: OPEN,
    Kind.APOLOGY_SENT: OPEN,
    Kind.FINISHED: AT_WORK | {DONE},
    Kind.RETURNED: {DONE},
}


_ANY_TIME = set(Kind) - {
    Kind.SUBMITTED,
    Kind.RECEIVED,
    Kind.NUMBERED,
    Kind.SUPPLEMENT_RECEIVED,
    Kind.PAYMENT_CANCELLED,
    Kind.RECEIPT_LINKED,
    Kind.SCAN_REMOVED,
    *_WHEN,
    *_RECEIVED_AND,
}
"""Printed, told, paid, complained, and everything that is none of a dossier's."""


def closing_time(day: datetime) -> datetime:
    """Return when the office closes on that day."""
    return day.replace(hour=17, minute=0, second=0, microsecond=0)


@dataclass
class Payment:
    """One payment; a cancelled one stays in the list."""

    uid: str
    cancelled: bool = False
    receipt: str = ""


@dataclass
class Closing:
    """What a dossier was before it was closed or stopped."""

    status: int
    since: datetime | None
    finished: datetime | None
    here: bool


@dataclass
class Model:
    """The dossier. `online`: it came online, and no counter has received it yet.

    `restarts` names what begins the whole limit anew once it has come; else the days are added.
    `since`: the clock stands still; `counted`: up to then the promise knows it. `clean`: nothing
    happened but reception and printing.
    """

    online: bool
    due: datetime | None
    restarts: set[int]
    received_at: datetime
    born_online: bool = False
    status: int = RECEIVED
    before_waits: int = RECEIVED
    waits: list[int] = field(default_factory=list)
    since: datetime | None = None
    counted: datetime | None = None
    closed: list[Closing] = field(default_factory=list)
    by_hand: bool = False
    code: str = ""
    provisional: str = ""
    charged: int = FEE
    payments: list[Payment] = field(default_factory=list)
    finished: datetime | None = None
    returned: datetime | None = None
    here: bool = False
    results: int = 0
    unit: str = ""
    supplements: int = 0
    extensions: int = 0
    apologies: int = 0
    complaints: int = 0
    compared: int = 0
    phone: str = ""
    serial: int = 0
    papers: set[str] = field(default_factory=set)
    scans: set[tuple[str, str]] = field(default_factory=set)
    printed: int = 0
    reprints: int = 0
    breaches: list[str] = field(default_factory=list)
    clean: bool = True
    void: str = ""

    @property
    def is_received(self) -> bool:
        """True once a counter has received it."""
        return not self.online

    def possible(self) -> set[Kind]:
        """Return what would be true now, whatever the act's body says."""
        found = set(_ANY_TIME)
        found |= {kind for kind, when in _WHEN.items() if self.status in when}
        if self.is_received:
            found |= {kind for kind, when in _RECEIVED_AND.items() if self.status in when}
            found |= set() if self.code else {Kind.NUMBERED}
        elif self.status not in SHUT:
            found.add(Kind.RECEIVED)
        if self.status in (PAPERS, MONEY) and PAPERS in self.waits:
            found.add(Kind.SUPPLEMENT_RECEIVED)
        if any(not each.cancelled for each in self.payments):
            found.add(Kind.PAYMENT_CANCELLED)
        found |= {Kind.RECEIPT_LINKED} if self.payments else set()
        found |= {Kind.SCAN_REMOVED} if self.scans else set()
        return found

    def broken(self, kind: Kind, at: datetime) -> set[str]:
        """Return the limits that a true step of `kind` breaks."""
        found = set()
        if kind is Kind.SUPPLEMENT_REQUESTED and self.supplements:
            found.add("supplement_again")
        if kind is Kind.DUE_EXTENDED and self.extensions:
            found.add("extension_again")
        if kind is Kind.DUE_EXTENDED and self.due and at + timedelta(days=1) > self.due:
            found.add("extension_late")
        return found

    def goes(self, status: int) -> None:
        """Nothing is waited for any more."""
        self.status, self.waits, self.since, self.counted = status, [], None, None

    def receives(self, due: datetime, code: str, *, provisional: bool) -> None:
        """A counter receives what came online."""
        self.online, self.due, self.by_hand = False, due, False
        self.code, self.provisional = ("", code) if provisional else (code, "")
        self.goes(RECEIVED)

    def asks(self, what: int, at: datetime) -> None:
        """Papers or money are waited for from now on."""
        if not self.waits:
            self.before_waits, self.since = self.status, at
        self.waits = [each for each in self.waits if each != what] + [what]
        self.status = what

    def gets(self, what: int) -> None:
        """One thing has come."""
        if what in self.waits:
            self.waits.remove(what)
            self.looks_again()

    def looks_again(self) -> None:
        """Take the status that the waits give."""
        if self.status in (PAPERS, MONEY):
            if self.waits:
                self.status = self.waits[-1]
            else:
                self.goes(self.before_waits)

    def handed_over(self, unit: str) -> None:
        """It went to a unit, where work begins, or came back ("") and waits where it is."""
        self.unit = unit
        if unit:
            self.status = WORK if self.status == RECEIVED else self.status
            self.before_waits = WORK if self.before_waits == RECEIVED else self.before_waits

    def due_after(self, what: int, at: datetime) -> datetime | None:
        """Return the promise when `what` has come, never an earlier one."""
        since = self.counted or self.since
        if self.due is None or since is None:
            return self.due
        if what in self.restarts and not self.by_hand:
            return max(self.due, closing_time(at + timedelta(days=DAYS)))
        if since > self.due:
            return self.due
        return closing_time(self.due + timedelta(days=(at.date() - since.date()).days))

    def promised(self, due: datetime | None, at: datetime) -> None:
        """The promise of a wait that ended."""
        self.due, self.counted = due, at if self.waits else None

    def closes(self, status: int, at: datetime) -> None:
        """It is refused, withdrawn, stopped or handed back."""
        self.closed.append(Closing(self.status, self.since, self.finished, self.here))
        self.status = status
        if status == STOPPED:
            self.since = self.since or at
        if status == RETURNED:
            self.finished, self.returned, self.here = self.finished or at, at, False
        else:
            self.finished = at

    def reopens(self) -> None:
        """It is again what it was, less what has come meanwhile."""
        before = self.closed.pop()
        self.status, self.since = before.status, before.since
        self.finished, self.here, self.returned = before.finished, before.here, None
        self.void = ""
        self.looks_again()

    def is_done(self, at: datetime) -> None:
        """The agency has finished; what was stopped is done now, and not before."""
        was_stopped = self.status == STOPPED
        self.finished = at if was_stopped else self.finished or at
        self.closed = []
        self.goes(DONE)
