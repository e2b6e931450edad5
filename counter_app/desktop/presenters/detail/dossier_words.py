"""A dossier in the words of its page's head: facts, promised time, what a person must know."""

from __future__ import annotations

from datetime import datetime

from counter_app.desktop.presenters.detail.detail_state import Mark, Note
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.dates import shown_moment
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.remaining import Standing, outcome, remaining
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import masked
from counter_app.i18n import several, tr
from counter_app.services.printing.receipt_paper import PROVISIONAL, RECEIPT
from counter_app.wording.deadline_cells import due_words
from counter_app.wording.deadlines import outcome_words, remaining_words
from counter_app.wording.flags import FLAGS
from counter_app.wording.parts import joined
from counter_app.wording.steps import RESULT_WAYS
from counter_app.wording.work import BREACHES

_TONES = {
    Standing.LATE: ("late", Tone.LATE),
    Standing.SOON: ("clock", Tone.SOON),
}


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """Return procedure, its code, the applicant, the masked number, and how the result goes."""
    received = dossier.received
    number = received.applicant.identity.number
    facts = [
        Fact(received.procedure.name, weight=600, tone=Tone.TEXT),
        Fact(received.procedure.code, digits=True),
        Fact(received.applicant.name),
        Fact(masked(number) if number else tr("chưa có số định danh"), digits=bool(number)),
    ]
    if received.submitter:
        facts.append(Fact(tr("{name} nộp").format(name=received.submitter.name)))
    facts.append(Fact(tr(RESULT_WAYS[received.delivery.way])))
    if codes := both_codes(dossier):
        facts.append(Fact(codes, tone=Tone.TEXT))
    return tuple(facts)


def both_codes(dossier: Dossier) -> str:
    """Return what is said of the other code: the paper in the citizen's hand may bear either."""
    if dossier.is_provisional:
        return tr("Mã tạm, mã chính thức được cấp khi có mạng")
    if dossier.provisional_code:
        return tr("Trên phiếu tạm: {code}").format(code=dossier.provisional_code)
    if dossier.portal_code and dossier.portal_code != dossier.shown_code:
        return tr("Mã trên Cổng: {code}").format(code=dossier.portal_code)
    return ""


def due_mark(
    dossier: Dossier, now: datetime, calendar: WorkingCalendar, hours: OfficeHours
) -> Mark:
    """Return `Hẹn 11:30 hôm nay · còn 2 giờ`, or how it ended."""
    due_at = dossier.promise.due_at
    if dossier.returned_at is not None:
        ended = dossier.finished_at or dossier.returned_at
        return Mark(
            "check",
            joined(
                tr("Đã trả {moment}").format(moment=shown_moment(dossier.returned_at)),
                outcome_words(outcome(ended, due_at)).lower(),
            ),
        )
    if dossier.status.is_closed or dossier.status is Status.STOPPED:
        ended_at = dossier.finished_at
        return Mark("calendar", shown_moment(ended_at)) if ended_at else Mark()
    if dossier.status.stops_clock:
        return Mark("hourglass", tr("Tạm dừng tính thời hạn, chờ công dân"))
    if due_at is None:
        return Mark("calendar", tr("Không quy định thời hạn"))
    promised = tr("Hẹn {moment}").format(moment=due_words(due_at, now))
    if dossier.result_is_here:
        return Mark("clock", promised)
    left = remaining(now, Due(due_at, "", calendar.version), calendar, hours)
    icon, tone = _TONES.get(left.standing, ("clock", Tone.TEXT_2))
    words = remaining_words(left)
    return Mark(icon, joined(promised, words[:1].lower() + words[1:]), tone)


def sending_mark(waiting: int) -> Mark:
    """Return whether the server has everything of this dossier."""
    if waiting:
        return Mark("cloud-up", several("{n} việc chờ gửi", waiting).format(n=waiting))
    return Mark("cloud-ok", tr("máy chủ đã nhận đủ"))


def notes_of(dossier: Dossier, *, prints: bool = True, settles: bool = False) -> tuple[Note, ...]:
    """Return what must be known before anything else is done, the gravest first.

    `prints`: this officer may print; who may not isn't told a key for it. `settles`: F4 opens an
    answer of the server.
    """
    notes = []
    if dossier.attention or dossier.held:
        count = len(dossier.attention) + len(dossier.held)
        said = several("{n} việc của hồ sơ này cần xem lại.", count).format(n=count)
        rest = tr("Máy chủ chưa nhận, dữ liệu vẫn nguyên. Xem dòng vàng trong diễn biến.")
        if settles:
            rest = tr("Máy chủ chưa nhận, dữ liệu vẫn nguyên. Nhấn F4 để xử lý.")
        notes.append(Note("warn", said, rest, Edge.WARN))
    if dossier.flags:
        words = " ".join(tr(FLAGS[flag]) for flag in dossier.flags if flag in FLAGS)
        notes.append(Note("info", tr("Máy chủ đánh dấu để lãnh đạo xem."), words, Edge.SLATE))
    if dossier.breaches:
        limits = ", ".join(
            f"{tr(BREACHES.get(each.code, each.code))} ({each.reason})" for each in dossier.breaches
        )
        notes.append(Note("info", tr("Có việc vượt quy định:"), limits, Edge.SLATE))
    if dossier.received.paper_first is not None:
        notes.append(_paper_first(dossier, dossier.received.paper_first))
    form = PROVISIONAL if dossier.is_provisional else RECEIPT
    if not dossier.status.is_closed and not any(each.form == form for each in dossier.printed):
        said = tr("Giấy tiếp nhận chưa xác nhận in.")
        rest = tr("Nhấn F10 để in.") if prints else ""
        notes.append(Note("print", said, rest, Edge.SLATE))
    return tuple(notes)


def _paper_first(dossier: Dossier, paper: PaperFirst) -> Note:
    said = tr("Nhận bằng giấy lúc {at}.").format(at=shown_moment(dossier.received.received_at))
    written = next((step.at for step in dossier.steps if step.kind is Kind.RECEIVED), None)
    number = tr("Giấy số {number}").format(number=paper.number) if paper.number else ""
    rest = tr("Ghi vào Hệ thống lúc {at}").format(at=shown_moment(written)) if written else ""
    return Note("note", said, joined(rest, number, paper.reason), Edge.SLATE)
