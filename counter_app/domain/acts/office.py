"""Acts of the office itself: a day or a book closed, an obstacle noted, a password reset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Gap(Enum):
    """How what lies on the desk and what the system says differ (chênh lệch)."""

    UNFINISHED = "unfinished"  # a last step was never finished in the system
    NOT_IN_SYSTEM = "not_in_system"  # lies on the desk, and nothing is known of it
    NOT_ON_DESK = "not_on_desk"  # should lie here, and wasn't in the pile
    WRONG_PLACE = "wrong_place"  # lies here, and should lie elsewhere
    CASH = "cash"
    NUMBERS = "numbers"
    UNSENT = "unsent"
    DIGEST = "digest"  # the province knows another count of this day


@dataclass(frozen=True, slots=True)
class DayGap:
    """One difference. `what` says it in words; `code` is the dossier's, "" for none.

    `reason` explains it; `settled`: it was put right before the day was closed.
    """

    gap: Gap
    what: str
    code: str = ""
    reason: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class DayTotals:
    """What a counter did on a day, counted from its journal. Amounts in whole đồng.

    `cash` is what the fee lines say; `counted` what the closed shifts found in the drawer, None
    while none was closed. `numbers_left` of the day's block, `waiting` entries that weren't sent.
    """

    received: int = 0
    supplemented: int = 0
    refused: int = 0
    withdrawn: int = 0
    handed_over: int = 0
    results_in: int = 0
    returned: int = 0
    certified: int = 0
    cash: int = 0
    counted: int | None = None
    numbers_used: int = 0
    numbers_void: int = 0
    numbers_left: int = 0
    sent: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class DayClosed:
    """A counter's day was closed (chốt số liệu ngày): its totals, and each difference explained.

    `scanned` codes lay in the pile, `position` is the journal's when it was counted. `digest` is
    what the province said of the day: "same", "differs", "" when it wasn't asked. `corrects` is the
    uid of an earlier closing of the same day, which this one corrects with `reason`.
    """

    day: date
    officer_name: str
    totals: DayTotals
    position: int
    scanned: int = 0
    gaps: tuple[DayGap, ...] = ()
    digest: str = ""
    corrects: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ObstacleNoted:
    """A difficulty at the counter (khó khăn, vướng mắc), for the report; no citizen's name.

    `procedure` is a code, "" when it concerns none; `proposal` what the officer would do about it.
    """

    text: str
    procedure: str = ""
    procedure_name: str = ""
    field_name: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class BookClosed:
    """A book was closed (khóa sổ) and kept as a PDF, from which it is printed ever after.

    `book` is its kind ("register", "fees" …), `quyen` whose it is: a counter's number, "" for the
    office's. `rows` lines, `void` of them struck, from number `first` to `last`. `sha256` is of the
    kept file, `position` the journal's when it was read.
    """

    book: str
    year: int
    rows: int
    pages: int
    position: int
    sha256: str
    quyen: str = ""
    first: int = 0
    last: int = 0
    void: int = 0


@dataclass(frozen=True, slots=True)
class AppointmentMade:
    """The head appointed an officer on the spot (cử tạm thời), also without a line.

    Whom: `officer`, the province's id. `agencies` are codes; both days count. The province's list
    with the same `decision_number` takes its place when it comes.
    """

    officer: str
    officer_name: str
    agencies: tuple[str, ...]
    decision_number: str
    decision_date: date
    valid_from: date
    valid_until: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PasswordReset:
    """A supervisor gave an officer a one-time code in place of a forgotten password, here.

    Whom: `officer`, the province's id. `until` is the last moment on which the machine lets them in
    by what they chose then; before it the province sets a password. No password and nothing made of
    one travels: the entry tells who, when and why.
    """

    officer: str
    officer_name: str
    reason: str
    until: datetime
