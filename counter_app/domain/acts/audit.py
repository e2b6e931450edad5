"""Acts without a dossier: log-ins, views, exports, void numbers, restores, form sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class NumberVoid:
    """Granted numbers that no paper bears, and why. `first` and `last` are both included."""

    block: str
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """An officer logged in at this counter."""

    officer_name: str
    offline: bool = False


@dataclass(frozen=True, slots=True)
class LoggedOut:
    """An officer logged out, or the screen was locked for long."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class DateConfirmed:
    """The machine's date couldn't be right, and a person said what day it is (xác nhận ngày giờ).

    The entry's own moment is the confirmed one. `machine_at` is what the machine's clock said then,
    `latest` the newest thing that was known to have happened, None for nothing. `supervisor` agreed
    with a password of their own; "" where the officer typed the date twice.
    """

    machine_at: datetime
    latest: datetime | None = None
    supervisor: str = ""
    supervisor_name: str = ""


@dataclass(frozen=True, slots=True)
class Viewed:
    """Somebody looked at a dossier, or searched for a person: `what` is a code or masked number."""

    what: str


@dataclass(frozen=True, slots=True)
class Exported:
    """Data left the program: `what`, how many rows, to which kind of file."""

    what: str
    rows: int
    format: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The store came back from a copy, or moved to another machine (SYNC §4)."""

    reason: str
    from_chain: str
    from_n: int


@dataclass(frozen=True, slots=True)
class FlagsReviewed:
    """A supervisor looked at what the server marked (đã xem xét), and says what was found.

    `entry` is the uid of the marked act, `flags` what was marked, `code` the dossier's.
    """

    entry: str
    flags: tuple[str, ...]
    note: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class DeletionsDecided:
    """A supervisor decided of dossiers that the server took away, too many at once.

    `hidden`: they left the lists of this machine; else they stay shown. `codes` are theirs.
    """

    hidden: bool
    codes: tuple[str, ...]


class FormSetWay(Enum):
    """How an office's own form set came into use, or out of it."""

    PAGE = "page"  # by an officer, on the page Biểu mẫu
    COMMAND = "command"  # at the command line, where nobody is logged in
    FOUND = "found"  # the files were so when the program was opened
    UNUSABLE = "unusable"  # when it was opened, the file was there and didn't pass (any more)


@dataclass(frozen=True, slots=True)
class FormSetTaken:
    """The office's own form set (bộ biểu mẫu) of this id came into use at this counter.

    `sha256` is of the file as it lies in the home. `by` is who did it where the author of the entry
    is the counter itself: the account at the command line, or what the note beside the file says.
    """

    form_set: str
    sha256: str
    effective_from: date
    way: FormSetWay = FormSetWay.PAGE
    by: str = ""


@dataclass(frozen=True, slots=True)
class FormSetLeft:
    """The office's own form set of this id isn't used any more; `sha256` is what was used last."""

    form_set: str
    sha256: str
    way: FormSetWay = FormSetWay.PAGE
    by: str = ""


@dataclass(frozen=True, slots=True)
class Purged:
    """Bodies, files and rows of long returned dossiers were erased here (hết thời hạn lưu).

    `dossiers` are their uids; `bodies` and `files` how many went; `days` the rule's waiting time.
    Hashes, kinds, times and facts stay (SYNC §1). The author asked for it and carried it out;
    `approver` is another person, who approved with a password of their own. "" in entries from
    before it took two: there the author approved.
    """

    dossiers: tuple[str, ...]
    bodies: int
    files: int
    days: int
    approver: str = ""
    approver_name: str = ""
