"""Steps between reception and result, as the counter records them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.received import Promise, ReceivedPaper
from counter_app.domain.procedures.fees import FeeLine


class PrintProof(Enum):
    """Who says that the paper came out: the spooler, the officer, or nobody (it is a file).

    SENT: it went to a printer that never said how it ended, and nobody will be asked later.
    """

    SPOOLER = "spooler"
    OFFICER = "officer"
    FILE = "file"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper was printed. `reprint` 0: the first, or a jam's replacement (with `reason`).

    A paper for a visitor who has no dossier stands alone: `visitor` is the name with the masked
    identity number, `subject` the procedure or the form that was filled in.
    """

    form: str
    form_set: str
    copies: int
    proof: PrintProof
    reprint: int = 0
    reason: str = ""
    document_sha256: str = ""
    visitor: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class SupplementItem:
    """One thing to complete, and why."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """Mẫu 02: completion asked for, once only, complete, with guidance.

    `contact` is whom to ask, `bring_by` the day until which the papers are waited for.
    """

    items: tuple[SupplementItem, ...]
    reason: str = ""
    guidance: str = ""
    number: str = ""
    contact: str = ""
    bring_by: date | None = None
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """The citizen brought what was missing; the promise is computed anew by policy."""

    papers: tuple[ReceivedPaper, ...]
    promise: Promise
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Mẫu 03: not received although it has a number; with the reason, and what to do instead."""

    reason: str
    number: str = ""
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The citizen takes the dossier back (rút hồ sơ)."""

    reason: str
    by_name: str = ""
    papers_returned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """The agency stops working on it (dừng giải quyết)."""

    reason: str
    number: str = ""


class PayMethod(Enum):
    """How the money came."""

    CASH = "cash"
    TRANSFER = "transfer"
    CARD = "card"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Receipt:
    """An e-receipt (biên lai điện tử) of an authorised provider; we make no such numbers."""

    symbol: str
    number: str
    lookup_code: str = ""


class PaymentPart(Enum):
    """Whether a payment is the whole, an advance (tạm thu) or what remained after one."""

    WHOLE = "whole"
    ADVANCE = "advance"
    REMAINDER = "remainder"


@dataclass(frozen=True, slots=True)
class Paid:
    """Fees were taken; amounts in whole đồng."""

    lines: tuple[FeeLine, ...]
    method: PayMethod = PayMethod.CASH
    receipt: Receipt | None = None
    promise: Promise | None = None
    part: PaymentPart = PaymentPart.WHOLE
    payer: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Bàn giao: the papers went to a unit, or came back from it.

    `done_at`: when they did, told by an officer who writes it down later (ghi sau); None: now.
    """

    unit: str
    receiver: str = ""
    back: bool = False
    list_number: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueExtended:
    """The competent agency's head moved the due time, at most once, a day before (DOMAIN §4)."""

    promise: Promise
    reason: str
    signed_by: str
    number: str = ""
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class ApologySent:
    """Mẫu 04: an apology; always allowed when late, and never moves the due time.

    `dated` is the day on the letter, where it was signed later than written; None: the act's day.
    """

    reason: str
    signed_by: str = ""
    number: str = ""
    expected_on: date | None = None
    dated: date | None = None


class ContactWay(Enum):
    """How the citizen was told."""

    PHONE = "phone"
    SMS = "sms"
    ZALO = "zalo"
    EMAIL = "email"
    IN_PERSON = "in_person"


class ToldAbout(Enum):
    """What the citizen was told of."""

    OTHER = "other"
    RESULT_READY = "result_ready"
    EARLY_RESULT = "early_result"
    SUPPLEMENT = "supplement"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Told:
    """The citizen was told something (contact log)."""

    way: ContactWay
    text: str
    reached: bool = True
    about: ToldAbout = ToldAbout.OTHER


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint (phản ánh, kiến nghị) about a dossier; `by_name` and `phone` of who complains."""

    text: str
    by_name: str = ""
    phone: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A supervisor opened a closed dossier again, with the reason; `supervisor` is their id."""

    reason: str
    supervisor: str


@dataclass(frozen=True, slots=True)
class Change:
    """A corrected value: JSON pointer into the `Received` body, both values as JSON."""

    pointer: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A registration was corrected, with the reason and both values, never silently."""

    reason: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """An act that the server didn't take is given up (bỏ việc chưa được nhận), with the reason.

    The entry supersedes that act; `act` is its kind, by its stable name.
    """

    reason: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Rated:
    """The citizen's rating (đánh giá): points per index, as the evaluation form numbers them.

    An index that was left open has -1 and counts nowhere.
    `way` says who put it down: a value of `RatingWay`; "" in older entries.
    """

    scores: tuple[int, ...]
    remark: str = ""
    at: datetime | None = None
    way: str = ""
