"""Steps between reception and result, as the counter records them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.received import Promise, ReceivedPaper
from counter_app.domain.procedures.fees import FeeLine


class PrintProof(Enum):
    """Who says that the paper came out: the spooler, the officer, or nobody (it is a file)."""

    SPOOLER = "spooler"
    OFFICER = "officer"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper was printed. `reprint` 0: the first, or a jam's replacement (with `reason`)."""

    form: str
    form_set: str
    copies: int
    proof: PrintProof
    reprint: int = 0
    reason: str = ""
    document_sha256: str = ""


@dataclass(frozen=True, slots=True)
class SupplementItem:
    """One thing to complete, and why."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """Mẫu 02: completion asked for, once only, complete, with guidance (DOMAIN §4)."""

    items: tuple[SupplementItem, ...]
    reason: str = ""
    guidance: str = ""
    number: str = ""
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """The citizen brought what was missing; the promise is computed anew by policy."""

    papers: tuple[ReceivedPaper, ...]
    promise: Promise
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Mẫu 03: not received, with the reason."""

    reason: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The citizen takes the dossier back (rút hồ sơ)."""

    reason: str
    by_name: str = ""


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


@dataclass(frozen=True, slots=True)
class Paid:
    """Fees were taken; amounts in whole đồng."""

    lines: tuple[FeeLine, ...]
    method: PayMethod = PayMethod.CASH
    receipt: Receipt | None = None
    promise: Promise | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Bàn giao: the papers went to a unit, or came back from it."""

    unit: str
    receiver: str = ""
    back: bool = False
    list_number: str = ""


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
    """Mẫu 04: an apology; always allowed when late, and never moves the due time."""

    reason: str
    signed_by: str = ""
    number: str = ""
    expected_on: date | None = None


class ContactWay(Enum):
    """How the citizen was told."""

    PHONE = "phone"
    SMS = "sms"
    ZALO = "zalo"
    EMAIL = "email"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Told:
    """The citizen was told something (contact log)."""

    way: ContactWay
    text: str
    reached: bool = True


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
class Rated:
    """The citizen's rating (đánh giá): points per index, as the evaluation form numbers them."""

    scores: tuple[int, ...]
    remark: str = ""
    at: datetime | None = None
