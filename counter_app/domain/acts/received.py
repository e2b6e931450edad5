"""The reception of a dossier (tiếp nhận): the only way a dossier is born."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.breach import Breach
from counter_app.domain.deadlines.limit import Limit
from counter_app.domain.people.person import Authority, Person, RelatedPerson
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeLine


class ResultWay(Enum):
    """How the citizen wants the result: at the counter, by post (BCCI), online."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class ResultDelivery:
    """Where the result is handed over; `address` only for post and online."""

    way: ResultWay = ResultWay.COUNTER
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureRef:
    """The procedure as it stood: its version is kept with the dossier for ever."""

    code: str
    name: str
    version: str
    field_name: str = ""
    agency_code: str = ""
    agency_name: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedPaper:
    """One kind of paper on the receipt. Papers that are only shown never appear here.

    `missing`: the paper was asked for and isn't there yet; `note` says why it was taken so.
    """

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    missing: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """The promised time (hẹn trả kết quả): `due_at` None when the law sets no limit.

    `rule` says how it was computed, `calendar_version` with which calendar; `approved` is False
    when it falls in a year whose calendar nobody approved; `estimate` prints "dự kiến".
    """

    due_at: datetime | None
    rule: str
    calendar_version: str
    approved: bool = True
    estimate: bool = False
    reason: str = ""  # when an officer moved it by hand


@dataclass(frozen=True, slots=True)
class PaperFirst:
    """It was taken in on paper first (ghi nhận bằng giấy trước), and is written down only now.

    `received_at` of the reception is the moment on that paper; `number` is what stands on it.
    """

    reason: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """Everything that stands on Mẫu 01. `book` and `serial` are empty for a provisional code.

    `open_fees` names what must be paid and whose amount wasn't known at the counter. `portal_code`
    is the national portal's, of a dossier that came online or by post. `non_territorial` (phi địa
    giới): an agency of another place decides, and the promise is an estimate until it accepts.
    """

    code: str
    procedure: ProcedureRef
    channel: Channel
    applicant: Person
    papers: tuple[ReceivedPaper, ...]
    limit: Limit
    received_at: datetime
    promise: Promise
    form_set: str
    centre: str
    officer_name: str
    counter_name: str
    provisional: bool = False
    block: str = ""
    book: str = ""
    book_year: int = 0
    serial: int = 0
    case: str = ""
    submitter: Person | None = None
    authority: Authority = field(default=Authority())
    related: tuple[RelatedPerson, ...] = ()
    subject: str = ""
    sets: int = 1
    delivery: ResultDelivery = field(default=ResultDelivery())
    fees: tuple[FeeLine, ...] = ()
    open_fees: tuple[str, ...] = ()
    portal_code: str = ""
    non_territorial: bool = False
    offline: bool = False
    practice: bool = False
    note: str = ""
    breaches: tuple[Breach, ...] = ()
    paper_first: PaperFirst | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provisional dossier got its official code; both stay linked for ever (SYNC §3)."""

    code: str
    block: str
    book: str
    book_year: int
    serial: int
