"""Every further step that the page of a dossier offers, in the order of its buttons."""

from __future__ import annotations

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.detail.step_offer import StepOffer
from counter_app.desktop.presenters.steps.closing.by_post import ByPost
from counter_app.desktop.presenters.steps.closing.refusal import Refusal
from counter_app.desktop.presenters.steps.closing.reopening import Reopening
from counter_app.desktop.presenters.steps.closing.stopping import Stopping
from counter_app.desktop.presenters.steps.closing.withdrawal import Withdrawal
from counter_app.desktop.presenters.steps.intake.acceptance import Acceptance
from counter_app.desktop.presenters.steps.intake.comparison import Comparison
from counter_app.desktop.presenters.steps.money.demand import Demand
from counter_app.desktop.presenters.steps.money.payment import Payment
from counter_app.desktop.presenters.steps.recording.complaint import Complaint
from counter_app.desktop.presenters.steps.recording.correction import Correction
from counter_app.desktop.presenters.steps.recording.moving import Moving
from counter_app.desktop.presenters.steps.recording.result_in import ResultIn
from counter_app.desktop.presenters.steps.step import Step
from counter_app.desktop.presenters.steps.supplement_receipt import SupplementReceipt
from counter_app.desktop.presenters.steps.supplement_request import SupplementRequest
from counter_app.desktop.presenters.steps.timing.apology import Apology
from counter_app.desktop.presenters.steps.timing.extension import Extension
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.money import short_amount
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import several, tr
from counter_app.services.money.payments import owed_lines

SUPPLEMENT, SUPPLEMENT_RECEIVED = "supplement_requested", "supplement_received"
ACCEPTANCE, COMPARISON = "acceptance", "comparison"
PAYMENT, DEMAND = "payment", "payment_demanded"
EXTENSION, APOLOGY = "extension", "apology"
REFUSAL, WITHDRAWAL, STOP, REOPENING = "refusal", "withdrawal", "stop", "reopening"
RESULT_IN, BY_POST, MOVING = "result_in", "by_post", "moving"
CORRECTION, COMPLAINT = "correction", "complaint"


def _waits(dossier: Dossier) -> str:
    count = len(dossier.supplements[-1].items) if dossier.supplements else 0
    if not count:
        return tr("Đang chờ công dân bổ sung.")
    return several("Đang chờ công dân bổ sung {n} nội dung.", count).format(n=count)


def _is_here(dossier: Dossier) -> bool:
    return dossier.result_is_here


def _not_here(dossier: Dossier) -> bool:
    return not dossier.result_is_here


def _came(dossier: Dossier) -> str:
    by_post = dossier.received.channel is Channel.POST
    return (
        tr("Hồ sơ gửi qua bưu chính, chờ tiếp nhận.")
        if by_post
        else tr("Hồ sơ nộp trực tuyến, chờ tiếp nhận.")
    )


def _owes(dossier: Dossier) -> bool:
    return bool(owed_lines(dossier)) and dossier.status not in (
        Status.REFUSED,
        Status.WITHDRAWN,
    )


def _to_pay(dossier: Dossier) -> str:
    """Say the sum when the dossier waits for it; else fees are only offered."""
    if dossier.status is not Status.WAITING_PAYMENT:
        return ""
    amount = sum(line.amount for line in owed_lines(dossier))
    return tr("Công dân còn phải nộp {amount}.").format(amount=short_amount(amount))


def _is_promised(dossier: Dossier) -> bool:
    return dossier.promise.due_at is not None


def _is_waiting(dossier: Dossier) -> bool:
    return dossier.status is Status.WAITING_SUPPLEMENT


OFFERS: tuple[StepOffer, ...] = (
    StepOffer(ACCEPTANCE, "Tiếp nhận", "in", Kind.RECEIVED, Command.RECEIVE, "F9", leads=_came),
    StepOffer(
        SUPPLEMENT_RECEIVED,
        "Nhận bổ sung",
        "paper",
        Kind.SUPPLEMENT_RECEIVED,
        Command.SUPPLEMENT,
        "F7",
        when=_is_waiting,
        leads=_waits,
    ),
    StepOffer(
        SUPPLEMENT,
        "Yêu cầu bổ sung",
        "paper-plus",
        Kind.SUPPLEMENT_REQUESTED,
        Command.SUPPLEMENT,
        "F7",
    ),
    StepOffer(PAYMENT, "Thu phí", "money", Kind.PAID, when=_owes, leads=_to_pay),
    StepOffer(RESULT_IN, "Nhận kết quả về", "inbox", Kind.RESULT_TAKEN_IN, when=_not_here),
    StepOffer(BY_POST, "Trả qua bưu chính", "send", Kind.RETURNED, when=_is_here),
    StepOffer(MOVING, "Bàn giao", "swap", Kind.HANDED_OVER, when=_not_here),
    StepOffer(COMPARISON, "Đối chiếu bản chính", "check", Kind.ORIGINALS_COMPARED),
    StepOffer(EXTENSION, "Gia hạn", "calendar", Kind.DUE_EXTENDED, when=_is_promised),
    StepOffer(APOLOGY, "Xin lỗi vì trễ hẹn", "paper", Kind.APOLOGY_SENT, when=_is_promised),
    StepOffer(DEMAND, "Nghĩa vụ tài chính", "money", Kind.PAYMENT_DEMANDED),
    StepOffer(REFUSAL, "Từ chối tiếp nhận", "x", Kind.REFUSED),
    StepOffer(WITHDRAWAL, "Rút hồ sơ", "undo", Kind.WITHDRAWN),
    StepOffer(STOP, "Dừng giải quyết", "stop", Kind.STOPPED),
    StepOffer(CORRECTION, "Đính chính", "edit", Kind.CORRECTED),
    StepOffer(COMPLAINT, "Phản ánh, kiến nghị", "note", Kind.COMPLAINED),
    StepOffer(REOPENING, "Mở lại hồ sơ", "unlock", Kind.REOPENED),
)
"""Of several with one command the first that can be done has the key."""

MAKERS: dict[str, type[Step]] = {
    SUPPLEMENT: SupplementRequest,
    SUPPLEMENT_RECEIVED: SupplementReceipt,
    ACCEPTANCE: Acceptance,
    COMPARISON: Comparison,
    RESULT_IN: ResultIn,
    BY_POST: ByPost,
    MOVING: Moving,
    PAYMENT: Payment,
    EXTENSION: Extension,
    APOLOGY: Apology,
    DEMAND: Demand,
    REFUSAL: Refusal,
    WITHDRAWAL: Withdrawal,
    STOP: Stopping,
    CORRECTION: Correction,
    COMPLAINT: Complaint,
    REOPENING: Reopening,
}
"""What decides in the panel of a step, by the name of its offer."""
