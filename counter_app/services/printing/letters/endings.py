"""What the letters of refusals, withdrawals, stops, delays and complaints say of their acts."""

from __future__ import annotations

from datetime import datetime

from counter_app.domain.acts.steps import (
    ApologySent,
    Complained,
    DueExtended,
    Refused,
    Stopped,
    Withdrawn,
)
from counter_app.domain.dates import paper_date, paper_moment
from counter_app.domain.printed.letter import LetterRow
from counter_app.services.printing.letters.said import Lists, Values


def refusal(body: Refused, _: datetime) -> tuple[Values, Lists]:
    """Mẫu 03."""
    return {"reason": body.reason, "guidance": body.guidance}, {}


def withdrawal(body: Withdrawn, _: datetime) -> tuple[Values, Lists]:
    """Phiếu rút hồ sơ: the papers that were given back, and who took them."""
    papers = tuple(LetterRow(name, cells=("", "", "")) for name in body.papers_returned)
    return {"reason": body.reason, "submitter": body.by_name}, {"papers": papers}


def stop(body: Stopped, _: datetime) -> tuple[Values, Lists]:
    """Mẫu 05 of TT 03/2025; the agency signs, so no name stands under it."""
    return {"reason": body.reason}, {}


def apology(body: ApologySent, _: datetime) -> tuple[Values, Lists]:
    """Mẫu 04 without a new promise: a day that is only hoped for is said as one."""
    expected = body.expected_on
    values = {
        "reason": body.reason,
        "signer": body.signed_by,
        "new_due": f"dự kiến ngày {paper_date(expected)}" if expected else "",
    }
    return values, {}


def extension(body: DueExtended, _: datetime) -> tuple[Values, Lists]:
    """Mẫu 04 with the new promise."""
    due = body.promise.due_at
    values = {
        "reason": body.reason,
        "signer": body.signed_by,
        "new_due": paper_moment(due) if due else "",
    }
    return values, {}


def complaint(body: Complained, _: datetime) -> tuple[Values, Lists]:
    """Phiếu tiếp nhận phản ánh, kiến nghị."""
    return {"reason": body.text, "submitter": body.by_name, "phone": body.phone}, {}
