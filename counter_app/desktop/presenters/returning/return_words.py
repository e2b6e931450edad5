"""The words of a return: who receives, why there is nothing to return yet, what to look at."""

from __future__ import annotations

from datetime import datetime

from counter_app.desktop.presenters.detail.dossier_words import due_mark
from counter_app.desktop.presenters.returning.receivers import Receiver, Role
from counter_app.desktop.presenters.returning.return_state import (
    ReceiverKind,
    ReceiverState,
    Standing,
)
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.dates import shown_moment
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import masked
from counter_app.i18n import tr
from counter_app.wording.parts import joined
from counter_app.wording.status import status_words
from counter_app.wording.steps import capacity_words

_ROLES = {
    Role.APPLICANT: "đúng chủ hồ sơ",
    Role.SUBMITTER: "đúng người nộp",
    Role.RELATED: "người liên quan",
}


def receiver_state(kind: ReceiverKind, receiver: Receiver, read_at: str) -> ReceiverState:
    """Return the receiver's box; `read_at` is the card's hour, "" without a card."""
    person = receiver.person
    number = masked(person.identity.number) if person.identity.number else ""
    if kind is ReceiverKind.MATCHED:
        role = tr(_ROLES.get(receiver.role, "")) if receiver.role in _ROLES else ""
        read = tr("thẻ đọc {time}").format(time=read_at)
        return ReceiverState(kind, person.name, joined(number, role, read))
    if kind is ReceiverKind.OTHER:
        related = tr(_ROLES[Role.RELATED]) if receiver.role is Role.RELATED else ""
        capacity = capacity_words(receiver.authority)
        return ReceiverState(kind, person.name, joined(number, related, capacity))
    role = tr("chủ hồ sơ")
    if receiver.role is Role.SUBMITTER:
        role = tr("người nộp, {capacity}").format(capacity=capacity_words(receiver.authority))
    advice = tr("Quét thẻ người nhận, hoặc Enter nếu đúng người này.")
    return ReceiverState(kind, person.name, joined(number, role, tr("chưa quét thẻ")), advice)


def standing_of(
    dossier: Dossier, now: datetime, calendar: WorkingCalendar, hours: OfficeHours
) -> Standing | None:
    """Return why there is nothing to return, or what must be known; None in the usual case."""
    if dossier.status is Status.RETURNED and dossier.returned and dossier.returned_at:
        said = tr("Đã trả cho {name} lúc {moment}.").format(
            name=dossier.returned.receiver.name, moment=shown_moment(dossier.returned_at)
        )
        return Standing(said, tr("In lại biên nhận: F10."))
    if dossier.status.is_closed:
        said = tr("Hồ sơ đã kết thúc: {status}.").format(
            status=status_words(dossier.status).lower()
        )
        return Standing(said, tr("Không có kết quả để trả."))
    if dossier.result_is_here:
        if dossier.received.delivery.way is ResultWay.POST:
            return Standing(
                tr("Công dân đã chọn nhận qua bưu chính."),
                tr("Trả tại quầy được khi công dân đến nhận."),
            )
        return None
    if dossier.status is Status.FINISHED:
        return Standing(
            tr("Quầy chưa ghi nhận kết quả về."),
            tr("Enter ghi cả hai việc: nhận kết quả về và trả."),
        )
    if dossier.status.stops_clock:
        return Standing(
            tr("Hồ sơ đang tạm dừng, chờ công dân."),
            tr("Chưa có kết quả. Nhận giấy tờ hoặc phí còn thiếu trước."),
        )
    due = due_mark(dossier, now, calendar, hours).text
    unit = dossier.unit or dossier.received.procedure.agency_name
    where = tr("Đang ở {unit}.").format(unit=unit) if unit else ""
    said = tr("Chưa có kết quả. {due}.").format(due=due)
    return Standing(said, where)


def warnings_of(receiver: Receiver, *, read: bool, lost: bool) -> tuple[str, ...]:
    """Return what an officer should look at before handing over; nothing of it stops."""
    warnings = []
    if not receiver.same_name:
        warnings.append(tr("Tên trên thẻ khác tên trong hồ sơ: đối chiếu giấy tờ."))
    if lost and not read:
        warnings.append(tr("Mất giấy tiếp nhận: đối chiếu thẻ căn cước của người nhận."))
    return tuple(warnings)
