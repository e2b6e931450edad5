"""Việc khác: what else can be recorded from the page of a dossier; only what is true is offered."""

from __future__ import annotations

from datetime import datetime

from counter_app.desktop.presenters.detail.detail_state import (
    AskState,
    OtherAct,
    OtherButton,
    PaperAsk,
)
from counter_app.desktop.presenters.detail.reprints import forms_of
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Told, ToldAbout
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.undoing import WayBack
from counter_app.services.printing.letters.rating_slip import RATING_SLIP
from counter_app.services.printing.sheets.inspection import INSPECTION
from counter_app.wording.steps import form_words

_USUAL: dict[ToldAbout, str] = {
    ToldAbout.RESULT_READY: "Mời đến nhận kết quả",
    ToldAbout.EARLY_RESULT: "Kết quả có trước hẹn, mời đến nhận",
    ToldAbout.SUPPLEMENT: "Nhắc bổ sung giấy tờ",
    ToldAbout.LATE: "Báo hồ sơ trễ hẹn, xin lỗi công dân",
}


def other_buttons(dossier: Dossier, can: frozenset[Kind], back: WayBack) -> tuple[OtherButton, ...]:
    """Return the acts that wouldn't be false now; `back`: the way back from a mistake."""
    buttons = []
    if Kind.TOLD in can and dossier.status is not Status.RETURNED:
        buttons.append(OtherButton(OtherAct.TELL, tr("Ghi liên hệ"), "phone"))
    if back is not WayBack.NONE:
        buttons.append(OtherButton(OtherAct.CANCEL, tr("Hủy tiếp nhận"), "x"))
    if Kind.PRINTED in can and len(forms_of(dossier)) > 1:
        buttons.append(OtherButton(OtherAct.PRINT, tr("In giấy khác"), "print"))
    if Kind.PAPER_SCANNED in can:
        buttons.append(OtherButton(OtherAct.SCAN, tr("Số hóa giấy tờ"), "scan"))
    return tuple(buttons)


def told_about(dossier: Dossier, now: datetime) -> ToldAbout:
    """Return what there is to tell the citizen of, as the dossier stands."""
    due = dossier.promise.due_at
    if dossier.result_is_here:
        early = due is not None and vietnam_time(now).date() < vietnam_time(due).date()
        return ToldAbout.EARLY_RESULT if early else ToldAbout.RESULT_READY
    if dossier.status is Status.WAITING_SUPPLEMENT:
        return ToldAbout.SUPPLEMENT
    late = due is not None and now > due and not dossier.status.is_closed
    return ToldAbout.LATE if late else ToldAbout.OTHER


def contact_ask(dossier: Dossier, now: datetime) -> AskState:
    """Return the dialog of the contact log, with the usual sentence in it."""
    about = told_about(dossier, now)
    usual = tr(_USUAL[about]) if about in _USUAL else ""
    phone = dossier.received.applicant.phone
    if not phone and dossier.received.submitter:
        phone = dossier.received.submitter.phone
    sentence = tr("Số điện thoại: {phone}").format(phone=_grouped(phone)) if phone else ""
    return AskState(tr("Ghi liên hệ với công dân"), sentence, usual)


def contact(way: ContactWay, text: str, about: ToldAbout, *, reached: bool) -> Told | None:
    """Return the act, None while nothing was said."""
    said = clean(text)
    return Told(way, said, reached=reached, about=about) if said else None


def cancel_ask(dossier: Dossier) -> AskState:
    """Return the dialog of a reception that was a mistake."""
    return AskState(
        tr("Hủy tiếp nhận ghi nhầm"),
        tr("Số {code} được giữ và ghi là bỏ. Thu lại giấy đã đưa công dân.").format(
            code=dossier.shown_code
        ),
    )


def paper_ask(dossier: Dossier, *, inspects: bool, rates: bool = False) -> PaperAsk:
    """Return the question which paper is printed; `inspects`: the inspection, too.

    `rates`: this office has rating slips; one is offered from the day on which a result is here.
    """
    rated = rates and (dossier.result_is_here or dossier.status is Status.RETURNED)
    forms = (*forms_of(dossier), *((RATING_SLIP,) if rated else ()))
    forms = (*forms, INSPECTION) if inspects else forms
    papers = tuple((form, _upper(form_words(form))) for form in forms)
    return PaperAsk(tr("In giấy của hồ sơ {code}").format(code=dossier.shown_code), papers)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _grouped(phone: str) -> str:
    """Return a number as it is dialled, in groups: it is shown whole, for this one call."""
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}" if len(phone) == 10 else phone
