"""The result: taken in from the agency, and returned to the citizen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from counter_app.domain.acts.breach import Breach
from counter_app.domain.people.person import Authority, Person


@dataclass(frozen=True, slots=True)
class ResultPaper:
    """One result paper: kind, number, date, abstract (trích yếu), copies."""

    kind: str
    number: str = ""
    issued_on: date | None = None
    abstract: str = ""
    copies: int = 1


@dataclass(frozen=True, slots=True)
class ResultTakenIn:
    """The result came from the agency to the counter; `done_at` as at HandedOver."""

    results: tuple[ResultPaper, ...]
    from_unit: str = ""
    negative: bool = False  # the agency decided against the applicant
    done_at: datetime | None = None


class ReturnBasis(Enum):
    """On what the result was handed over: the receipt, or a card when the receipt is lost."""

    RECEIPT = "receipt"
    LOST_RECEIPT = "lost_receipt"  # mất giấy, đối chiếu thẻ căn cước
    POST = "post"


@dataclass(frozen=True, slots=True)
class Returned:
    """The result was handed over (trả kết quả); `done_at` as at HandedOver."""

    receiver: Person
    results: tuple[ResultPaper, ...]
    basis: ReturnBasis
    giver_name: str
    authority: Authority = field(default=Authority())
    originals_returned: tuple[str, ...] = ()
    giver_phone: str = ""
    tracking_number: str = ""
    breaches: tuple[Breach, ...] = ()
    done_at: datetime | None = None
