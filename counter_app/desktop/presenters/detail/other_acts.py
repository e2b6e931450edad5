"""Việc khác: what else can be recorded from the page of a dossier; only what is true is offered."""

from __future__ import annotations

from counter_app.desktop.presenters.detail.detail_state import AskState, OtherAct, OtherButton
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Told, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.undoing import WayBack


def other_buttons(dossier: Dossier, can: frozenset[Kind], back: WayBack) -> tuple[OtherButton, ...]:
    """Return the acts that wouldn't be false now; `back`: the way back from a mistake."""
    buttons = []
    if Kind.TOLD in can and dossier.status is not Status.RETURNED:
        buttons.append(OtherButton(OtherAct.TELL, tr("Ghi liên hệ"), "phone"))
    if Kind.WITHDRAWN in can:
        buttons.append(OtherButton(OtherAct.WITHDRAW, tr("Rút hồ sơ"), "undo"))
    if back is not WayBack.NONE:
        buttons.append(OtherButton(OtherAct.CANCEL, tr("Hủy tiếp nhận"), "x"))
    return tuple(buttons)


def contact_ask(dossier: Dossier) -> AskState:
    """Return the dialog of the contact log, with the usual sentence in it."""
    if dossier.result_is_here:
        usual = tr("Mời đến nhận kết quả")
    elif dossier.status is Status.WAITING_SUPPLEMENT:
        usual = tr("Nhắc bổ sung giấy tờ")
    else:
        usual = ""
    phone = dossier.received.applicant.phone
    if not phone and dossier.received.submitter:
        phone = dossier.received.submitter.phone
    sentence = tr("Số điện thoại: {phone}").format(phone=_grouped(phone)) if phone else ""
    return AskState(tr("Ghi liên hệ với công dân"), sentence, usual)


def contact(way: ContactWay, text: str, *, reached: bool) -> Told | None:
    """Return the act, None while nothing was said."""
    said = clean(text)
    return Told(way, said, reached=reached) if said else None


def cancel_ask(dossier: Dossier) -> AskState:
    """Return the dialog of a reception that was a mistake."""
    return AskState(
        tr("Hủy tiếp nhận ghi nhầm"),
        tr("Số {code} được giữ và ghi là bỏ. Thu lại giấy đã đưa công dân.").format(
            code=dossier.shown_code
        ),
    )


def withdrawal_ask(dossier: Dossier) -> AskState:
    """Return the dialog of a withdrawal; whoever submitted is expected to come."""
    came = dossier.received.submitter or dossier.received.applicant
    return AskState(
        tr("Công dân rút hồ sơ"),
        tr("Hồ sơ {code} dừng lại ở đây và không mở lại được.").format(code=dossier.shown_code),
        came.name,
    )


def withdrawal(reason: str, by_name: str) -> Withdrawn | None:
    """Return the act, None while it has no reason."""
    why = clean(reason)
    return Withdrawn(why, clean(by_name)) if why else None


def _grouped(phone: str) -> str:
    """Return a number as it is dialled, in groups: it is shown whole, for this one call."""
    return f"{phone[:4]} {phone[4:7]} {phone[7:]}" if len(phone) == 10 else phone
