"""What the A4 sheets about dossiers say: values only, before anything is measured or drawn.

How a sheet is titled and which columns it has is its `SheetForm`. Amounts are whole đồng, moments
aware; texts are printed as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.forms import Header


class Standing(Enum):
    """How a step, or a dossier, stands to its due time."""

    BEFORE = "before"  # trước hạn
    ON_TIME = "on_time"  # đúng hạn
    LATE = "late"  # quá hạn


@dataclass(frozen=True, slots=True)
class ControlStep:
    """A hand-over between two agencies; without `at` it is one to come, and left to the hand."""

    from_unit: str
    to_unit: str
    at: datetime | None = None
    giver: str = ""
    receiver: str = ""
    standing: Standing | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlSheetContent:
    """Phiếu kiểm soát quá trình giải quyết hồ sơ: goes with the paper dossier from hand to hand."""

    header: Header
    code: str
    book: str
    serial: int
    counter: str
    applicant: str
    subject: str
    received_at: datetime
    due_at: datetime | None
    agency: str
    cooperating: str = ""
    steps: tuple[ControlStep, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the register. With a `void_reason` it is struck, and stays legible.

    `way` is how the result is handed over, `signed` what stands instead of a signature ("–" for an
    electronic result); empty leaves room for the hand.
    """

    serial: int
    code: str
    procedure: str
    applicant: str
    agency: str
    received_at: datetime
    due_at: datetime | None = None
    returned_at: datetime | None = None
    sets: int = 1
    address: str = ""
    phone: str = ""
    way: str = ""
    signed: str = ""
    note: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class LedgerContent:
    """Sổ theo dõi hồ sơ: one book (quyển) of one year, or a span of its lines in their order.

    `first_page` is the number of the first page in the book; `closed_on` the day on which the book
    was closed, printed with two signatures below the last line.
    """

    header: Header
    book: str
    year: int
    counter: str
    first_day: date
    last_day: date
    rows: tuple[LedgerRow, ...] = ()
    first_page: int = 1
    closed_on: date | None = None


class HandOverKind(Enum):
    """What a list hands over."""

    DOSSIERS = "hand_over_dossiers"
    RESULTS = "hand_over_results"


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """A dossier on a hand-over list; `result` names kind, number and date of its result."""

    code: str
    subject: str
    applicant: str
    address: str = ""
    result: str = ""
    has_fee: bool = False
    by_post: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOverContent:
    """Phiếu bàn giao hồ sơ, or kết quả: what went from one unit to another, in one list.

    `number` is the list's own; it stands in bars, so that the list is scanned back.
    """

    kind: HandOverKind
    header: Header
    number: str
    at: datetime
    counter: str
    from_unit: str
    to_unit: str
    lines: tuple[HandOverLine, ...] = ()
    giver: str = ""
    receiver: str = ""


class ReminderKind(Enum):
    """Why a dossier is on the list of reminders, most pressing first."""

    OVERDUE = "overdue"
    DUE_24_HOURS = "due_24_hours"
    DUE_3_DAYS = "due_3_days"
    WAITING_LONG = "waiting_long"
    NOT_COLLECTED = "not_collected"


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A dossier to be looked after; `standing` in words ("Quá hạn 1 ngày")."""

    code: str
    procedure: str
    applicant: str
    phone: str = ""
    agency: str = ""
    received_at: datetime | None = None
    due_at: datetime | None = None
    standing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReminderGroup:
    """The dossiers with one reason."""

    kind: ReminderKind
    lines: tuple[ReminderLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReminderListContent:
    """Danh sách nhắc việc at a moment; groups stand in the order given, empty ones say so."""

    header: Header
    counter: str
    at: datetime
    groups: tuple[ReminderGroup, ...] = ()
    officer: str = ""


@dataclass(frozen=True, slots=True)
class PostingPaper:
    """A paper that a procedure asks for; counts of 0 aren't asked for."""

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class PostingCase:
    """The papers of one case (trường hợp); a procedure with one case only leaves `name` empty."""

    papers: tuple[PostingPaper, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class PostingChannel:
    """What holds when one applies this way: limit and fees, in words."""

    channel: str
    limit: str
    fees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingSheetContent:
    """Niêm yết: what a citizen must know of a procedure, to be read at the wall.

    `lookup` is printed as a QR: the address of the procedure's page, or its bare code; empty where
    there is to be none.
    """

    header: Header
    code: str
    name: str
    field: str
    agency: str
    received_in: str
    posted_on: date
    cases: tuple[PostingCase, ...] = ()
    channels: tuple[PostingChannel, ...] = ()
    results: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    who: str = ""
    sets: int = 1
    lookup: str = ""
    help_phone: str = ""
