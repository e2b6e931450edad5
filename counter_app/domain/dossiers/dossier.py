"""The dossier as the journal tells it: a frozen snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.intake import OriginalsCompared, SubmittedFile
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Promise, Received
from counter_app.domain.acts.results import ResultPaper, Returned
from counter_app.domain.acts.steps import Complained, Printed, SupplementRequested
from counter_app.domain.dossiers.payment import Payment, charged, taken
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.fees import FeeLine


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline. `sent` is True after the server's acknowledgement."""

    uid: str
    kind: Kind
    at: datetime
    officer: str
    counter: str
    sent: bool
    from_server: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A paper that was scanned (số hóa) and not removed.

    `sha256` names the file's bytes, `size` counts them; one file may show several papers.
    """

    sha256: str
    paper: str
    size: int
    pages: int
    source: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClosedFrom:
    """What a dossier was before it was closed or stopped: to there it is reopened."""

    status: Status
    result_is_here: bool = False
    paused_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier. `received` carries later corrections; `code` is the official one or "".

    `version` counts what the server knows of it; `last_uid` is the newest applied entry; `held` are
    entries that wait behind a refused one; `attention` are entries that need an officer.

    `awaits_reception`: it came online or by post (`submitted_at`), and no counter has received it
    yet; `received` is then what the citizen wishes. `waits` are the pauses (status 5, 6) that
    haven't ended, the newest last; `paused_at` is when the clock stopped, also of a stopped one.
    `pause_counted_to`: one of two waits has ended, and the promise counts the pause up to then.
    """

    uid: str
    code: str
    provisional_code: str
    status: Status
    received: Received
    promise: Promise
    version: int = 0
    last_uid: str = ""
    awaits_reception: bool = False
    submitted_at: datetime | None = None
    submitted_files: tuple[SubmittedFile, ...] = ()
    paused_at: datetime | None = None
    pause_counted_to: datetime | None = None
    status_before_pause: Status | None = None
    waits: tuple[Status, ...] = ()
    closed_from: tuple[ClosedFrom, ...] = ()
    supplements: tuple[SupplementRequested, ...] = ()
    extensions: int = 0
    apologies: int = 0
    demanded: tuple[FeeLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    unit: str = ""
    results: tuple[ResultPaper, ...] = ()
    result_is_here: bool = False
    finished_at: datetime | None = None
    returned: Returned | None = None
    returned_at: datetime | None = None
    printed: tuple[Printed, ...] = ()
    compared: tuple[OriginalsCompared, ...] = ()
    scans: tuple[ScannedFile, ...] = ()
    complaints: tuple[Complained, ...] = ()
    breaches: tuple[Breach, ...] = ()
    flags: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    held: tuple[str, ...] = ()
    attention: tuple[str, ...] = ()

    @property
    def is_provisional(self) -> bool:
        """True while its paper bears a provisional code and no official one is known."""
        return bool(self.provisional_code) and not self.code

    @property
    def portal_code(self) -> str:
        """Return the national portal's code (mã trên Cổng); "" when it has none."""
        return self.received.portal_code

    @property
    def shown_code(self) -> str:
        """Return the code to show: the official one when known."""
        return self.code or self.provisional_code or self.portal_code

    @property
    def codes(self) -> tuple[str, ...]:
        """Return every code that it bears: they stay linked for ever."""
        known = (self.code, self.provisional_code, self.portal_code)
        return tuple(dict.fromkeys(code for code in known if code))

    @property
    def counter(self) -> str:
        """Return the counter that received it; "" while none has."""
        return next((step.counter for step in self.steps if step.kind is Kind.RECEIVED), "")

    @property
    def waiting(self) -> int:
        """How many of its entries the server hasn't acknowledged."""
        return sum(not step.sent for step in self.steps) + len(self.held)

    @property
    def paid(self) -> tuple[FeeLine, ...]:
        """Return the lines of all payments that stand."""
        return tuple(line for each in self.payments if not each.is_cancelled for line in each.lines)

    @property
    def due_amount(self) -> int:
        """What must be paid, as far as it is known, in đồng."""
        received = self.received
        return charged(received.fees, received.open_fees, self.demanded, self.paid)

    @property
    def paid_amount(self) -> int:
        """What was taken, in đồng: with the reception, and by payments that stand."""
        return taken(self.received.fees, self.demanded, self.payments)

    @property
    def owed(self) -> int:
        """What is still to be paid, in đồng; below 0 too much was taken."""
        return self.due_amount - self.paid_amount

    def payment(self, uid: str) -> Payment | None:
        """Return the payment whose `paid` entry is `uid`, cancelled or not."""
        return next((each for each in self.payments if each.uid == uid), None)

    def reprints(self, form: str) -> int:
        """How often `form` was printed again as a duplicate (BẢN IN LẠI)."""
        return max((each.reprint for each in self.printed if each.form == form), default=0)
