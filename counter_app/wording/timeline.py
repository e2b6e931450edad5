"""What happened to a dossier, in two lines for each act: the title, and what is worth adding.

Every kind of act has its words, also those of the audit lane, so that a timeline never shows a
bare kind. A body that was erased (purge) leaves the title alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counter_app.domain.acts.audit import (
    DateConfirmed,
    DeletionsDecided,
    Exported,
    FlagsReviewed,
    FormSetLeft,
    FormSetTaken,
    FormSetWay,
    LoggedIn,
    LoggedOut,
    NumberVoid,
    Purged,
    Restored,
)
from counter_app.domain.acts.decisions import DueMoved, Finished, WorkStarted
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.results import ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.serials import is_void_letter
from counter_app.domain.acts.steps import (
    ApologySent,
    Corrected,
    Dropped,
    DueExtended,
    HandedOver,
    Printed,
    PrintProof,
    Rated,
    Refused,
    SupplementReceived,
    SupplementRequested,
    Told,
    ToldAbout,
    Withdrawn,
)
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.dossiers.way_back import was_mistake
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.wording import intake_acts, money_acts, office_acts
from counter_app.wording.act_words import ActWords, number_words, promise_words, signed_words
from counter_app.wording.flags import flag_words
from counter_app.wording.parts import joined
from counter_app.wording.rating import rating_way_words
from counter_app.wording.steps import (
    CONTACT_WAYS,
    TOLD_ABOUT,
    capacity_words,
    counted_results,
    form_words,
)

TITLES: dict[Kind, str] = {
    Kind.RECEIVED: "Tiếp nhận",
    Kind.NUMBERED: "Được cấp mã chính thức",
    Kind.PRINTED: "In giấy",
    Kind.SUPPLEMENT_REQUESTED: "Yêu cầu bổ sung",
    Kind.SUPPLEMENT_RECEIVED: "Nhận giấy tờ bổ sung",
    Kind.REFUSED: "Từ chối tiếp nhận",
    Kind.WITHDRAWN: "Công dân rút hồ sơ",
    Kind.STOPPED: "Dừng giải quyết",
    Kind.PAID: "Thu phí, lệ phí",
    Kind.HANDED_OVER: "Bàn giao hồ sơ",
    Kind.RESULT_TAKEN_IN: "Nhận kết quả về quầy",
    Kind.DUE_EXTENDED: "Gia hạn",
    Kind.APOLOGY_SENT: "Gửi văn bản xin lỗi",
    Kind.RETURNED: "Trả kết quả",
    Kind.CORRECTED: "Sửa đăng ký",
    Kind.TOLD: "Báo công dân",
    Kind.RATED: "Công dân đánh giá",
    Kind.WORK_STARTED: "Bắt đầu giải quyết",
    Kind.PAYMENT_DEMANDED: "Yêu cầu nghĩa vụ tài chính",
    Kind.FINISHED: "Đã giải quyết",
    Kind.DUE_MOVED: "Đổi ngày hẹn trả",
    Kind.NUMBER_VOID: "Bỏ số hồ sơ",
    Kind.LOGGED_IN: "Đăng nhập",
    Kind.LOGGED_OUT: "Đăng xuất",
    Kind.VIEWED: "Xem hồ sơ",
    Kind.EXPORTED: "Kết xuất dữ liệu",
    Kind.RESTORED: "Phục hồi dữ liệu",
    Kind.COMPLAINED: "Phản ánh, kiến nghị",
    Kind.REOPENED: "Mở lại hồ sơ",
    Kind.PAYMENT_CANCELLED: "Hủy khoản thu (bút toán đảo)",
    Kind.RECEIPT_LINKED: "Gắn biên lai điện tử",
    Kind.SUBMITTED: "Hồ sơ gửi đến, chờ tiếp nhận",
    Kind.ORIGINALS_COMPARED: "Đối chiếu bản chính",
    Kind.PAPER_SCANNED: "Số hóa giấy tờ",
    Kind.SCAN_REMOVED: "Gỡ tệp số hóa",
    Kind.TURNED_AWAY: "Từ chối tiếp nhận, chưa cấp mã",
    Kind.ASSISTED: "Hỗ trợ nộp trực tuyến",
    Kind.CERTIFIED: "Chứng thực",
    Kind.SHIFT_CLOSED: "Chốt ca",
    Kind.FORM_SET_TAKEN: "Nhận bộ biểu mẫu của đơn vị",
    Kind.FORM_SET_LEFT: "Bỏ bộ biểu mẫu của đơn vị",
    Kind.PURGED: "Xóa nội dung hết thời hạn lưu",
    Kind.DROPPED: "Bỏ việc máy chủ chưa nhận",
    Kind.FLAGS_REVIEWED: "Xem xét lưu ý của máy chủ",
    Kind.DATE_CONFIRMED: "Xác nhận ngày giờ",
    Kind.DELETIONS_DECIDED: "Quyết định về hồ sơ máy chủ báo bỏ",
    Kind.DAY_CLOSED: "Chốt số liệu ngày",
    Kind.OBSTACLE_NOTED: "Ghi vướng mắc",
    Kind.BOOK_CLOSED: "Khóa sổ",
    Kind.APPOINTMENT_MADE: "Cử cán bộ tạm thời",
    Kind.PASSWORD_RESET: "Cấp lại mật khẩu",
}
FORM_SET_WAYS: dict[FormSetWay, str] = {
    FormSetWay.COMMAND: "tại dòng lệnh",
    FormSetWay.FOUND: "thấy khi mở chương trình",
    FormSetWay.UNUSABLE: "không đạt kiểm tra khi mở chương trình",
}


def act_words(kind: Kind, body: Body | None, counter: str = "") -> ActWords:
    """Return the words of an act; `counter` is the number of the counter where it happened."""
    plain = ActWords(tr(TITLES[kind]))
    if body is None:
        return plain
    if kind in (Kind.RECEIVED, Kind.RETURNED) and counter:
        plain = ActWords(_at(plain.title, counter))
    words = _WORDS.get(kind)
    return words(plain.title, body) if words else ActWords(plain.title, _reason(body))


def _at(title: str, counter: str) -> str:
    return tr("{act} tại quầy {counter}").format(act=title, counter=counter)


def _reason(body: object) -> str:
    return str(getattr(body, "reason", "") or getattr(body, "what", ""))


def _numbered(title: str, body: Numbered) -> ActWords:
    book = tr("Quyển {book}, số thứ tự {serial}").format(book=body.book, serial=body.serial)
    return ActWords(title, joined(body.code, book))


def _printed(_: str, body: Printed) -> ActWords:
    saved = body.proof is PrintProof.FILE
    said = tr("Lưu {form} thành tệp") if saved else tr("In {form}")
    if body.reprint:
        said = tr("In lại {form} lần {number}").format(
            form=form_words(body.form), number=body.reprint
        )
    else:
        said = said.format(form=form_words(body.form))
    copies = several("{n} liên", body.copies).format(n=body.copies)
    proofs = {
        PrintProof.OFFICER: tr("cán bộ xác nhận đã in"),
        PrintProof.SENT: tr("máy in chưa xác nhận"),
    }
    proof = proofs.get(body.proof, "")
    return ActWords(said, joined(body.visitor, body.subject, copies, proof, body.reason))


def _supplement_requested(title: str, body: SupplementRequested) -> ActWords:
    items = "; ".join(item.text for item in body.items)
    until = ""
    if body.bring_by:
        until = tr("nộp trước {date}").format(date=shown_date(body.bring_by))
    return ActWords(title, joined(number_words(body.number), items or body.reason, until))


def _supplement_received(title: str, body: SupplementReceived) -> ActWords:
    names = ", ".join(paper.name for paper in body.papers)
    return ActWords(title, joined(names, promise_words(body.promise), body.note))


def _withdrawn(title: str, body: Withdrawn) -> ActWords:
    if was_mistake(body):
        return ActWords(tr("Hủy tiếp nhận"), body.reason)
    papers = _papers_back(body.papers_returned)
    return ActWords(title, joined(body.by_name, body.reason, papers))


def _papers_back(papers: tuple[str, ...]) -> str:
    return tr("trả lại {papers}").format(papers=", ".join(papers)) if papers else ""


def _refused(title: str, body: Refused) -> ActWords:
    return ActWords(title, joined(number_words(body.number), body.reason, body.guidance))


def _handed_over(_: str, body: HandedOver) -> ActWords:
    pattern = tr("Nhận lại từ {unit}") if body.back else tr("Bàn giao cho {unit}")
    number = tr("Phiếu bàn giao {number}").format(number=body.list_number)
    receiver = tr("{name} nhận").format(name=body.receiver) if body.receiver else ""
    return ActWords(
        pattern.format(unit=body.unit),
        joined(number if body.list_number else "", receiver, _done(body)),
    )


def _done(body: HandedOver | ResultTakenIn | Returned) -> str:
    return tr("làm lúc {at}").format(at=shown_moment(body.done_at)) if body.done_at else ""


def _decision(title: str, body: Finished | ResultTakenIn) -> ActWords:
    refusal = tr("không chấp thuận") if body.negative else ""
    if isinstance(body, Finished):
        by, done = signed_words(body.clerk), ""
    else:
        by = tr("từ {unit}").format(unit=body.from_unit) if body.from_unit else ""
        done = _done(body)
    return ActWords(title, joined(refusal, counted_results(body.results), by, done))


def _due_extended(title: str, body: DueExtended | DueMoved) -> ActWords:
    signed = signed_words(body.signed_by)
    number = number_words(body.number) if isinstance(body, DueExtended) else ""
    return ActWords(title, joined(promise_words(body.promise), body.reason, number, signed))


def _apology(title: str, body: ApologySent) -> ActWords:
    expected = ""
    if body.expected_on:
        expected = tr("dự kiến {date}").format(date=shown_date(body.expected_on))
    return ActWords(title, joined(number_words(body.number), body.reason, expected))


def _returned(title: str, body: Returned) -> ActWords:
    receiver = f"{body.receiver.name} ({capacity_words(body.authority)})"
    basis = {
        ReturnBasis.RECEIPT: "",
        ReturnBasis.LOST_RECEIPT: tr("mất giấy tiếp nhận, đã đối chiếu giấy tờ"),
        ReturnBasis.POST: tr("qua bưu chính"),
    }[body.basis]
    originals = _papers_back(body.originals_returned)
    return ActWords(
        title,
        joined(
            receiver,
            counted_results(body.results),
            basis,
            body.tracking_number,
            originals,
            _done(body),
        ),
    )


def _corrected(title: str, body: Corrected) -> ActWords:
    changes = len(body.changes)
    count = several("{n} chỗ được sửa", changes).format(n=changes)
    return ActWords(title, joined(body.reason, count))


def _told(title: str, body: Told) -> ActWords:
    reached = "" if body.reached else tr("chưa liên lạc được")
    about = "" if body.about is ToldAbout.OTHER else tr(TOLD_ABOUT[body.about])
    return ActWords(title, joined(tr(CONTACT_WAYS[body.way]), reached, about, body.text))


def _rated(title: str, body: Rated) -> ActWords:
    points = sum(score for score in body.scores if score > 0)  # -1: left open on a slip
    said = several("{n} điểm", points).format(n=points) if body.scores else ""
    return ActWords(title, joined(said, rating_way_words(body.way), body.remark))


def _work_started(title: str, body: WorkStarted) -> ActWords:
    return ActWords(title, joined(body.unit, body.clerk, promise_words(body.promise)))


def _number_void(title: str, body: NumberVoid) -> ActWords:
    if body.first == body.last:
        numbers = tr("số {number}").format(number=body.first)
    else:
        numbers = tr("số {first} đến {last}").format(first=body.first, last=body.last)
    if is_void_letter(body):
        title = tr("Bỏ số thư")
    return ActWords(title, joined(numbers, body.reason))


def _logged_in(title: str, body: LoggedIn) -> ActWords:
    offline = tr("khi mất mạng") if body.offline else ""
    return ActWords(title, joined(body.officer_name, offline))


def _logged_out(title: str, body: LoggedOut) -> ActWords:
    return ActWords(title, body.reason)


def _exported(title: str, body: Exported) -> ActWords:
    rows = several("{n} dòng", body.rows).format(n=body.rows)
    return ActWords(title, joined(body.what, rows, body.format))


def _restored(title: str, body: Restored) -> ActWords:
    return ActWords(title, body.reason)


def _form_set(title: str, body: FormSetTaken | FormSetLeft) -> ActWords:
    since = ""
    if isinstance(body, FormSetTaken):
        since = tr("có hiệu lực từ {day}").format(day=shown_date(body.effective_from))
    way = tr(FORM_SET_WAYS[body.way]) if body.way in FORM_SET_WAYS else ""
    # In groups: sixty-four letters in a row can't be compared by eye, and break no line.
    groups = " ".join(body.sha256[at : at + 8] for at in range(0, len(body.sha256), 8))
    digest = tr("SHA-256 {digest}").format(digest=groups)
    return ActWords(title, joined(body.form_set, since, way, body.by, digest))


def _dropped(title: str, body: Dropped) -> ActWords:
    act = next((kind for kind in TITLES if kind.value == body.act), None)
    return ActWords(title, joined(tr(TITLES[act]).lower() if act else "", body.reason))


def _flags_reviewed(title: str, body: FlagsReviewed) -> ActWords:
    return ActWords(title, joined(body.code, *(flag_words(each) for each in body.flags), body.note))


def _deletions_decided(title: str, body: DeletionsDecided) -> ActWords:
    said = tr("bỏ khỏi danh sách") if body.hidden else tr("giữ lại")
    count = several("{n} hồ sơ", len(body.codes)).format(n=grouped(len(body.codes)))
    return ActWords(title, joined(said, count, ", ".join(body.codes)))


def _date_confirmed(title: str, body: DateConfirmed) -> ActWords:
    machine = tr("đồng hồ máy lúc đó: {at}").format(at=shown_moment(body.machine_at))
    agreed = tr("{officer} xác nhận").format(officer=body.supervisor_name or body.supervisor)
    return ActWords(title, joined(machine, agreed if body.supervisor else tr("gõ ngày hai lần")))


def _purged(title: str, body: Purged) -> ActWords:
    dossiers = several("{n} hồ sơ", len(body.dossiers)).format(n=len(body.dossiers))
    by = tr("{officer} duyệt").format(officer=body.approver_name) if body.approver_name else ""
    return ActWords(
        title, joined(dossiers, several("{n} tệp", body.files).format(n=body.files), by)
    )


_WORDS: dict[Kind, Callable[[str, Any], ActWords]] = {
    Kind.RECEIVED: intake_acts.received,
    Kind.SUBMITTED: intake_acts.submitted,
    Kind.ORIGINALS_COMPARED: intake_acts.originals_compared,
    Kind.PAPER_SCANNED: intake_acts.paper_scanned,
    Kind.SCAN_REMOVED: intake_acts.scan_removed,
    Kind.TURNED_AWAY: intake_acts.turned_away,
    Kind.ASSISTED: intake_acts.assisted,
    Kind.COMPLAINED: intake_acts.complained,
    Kind.PAID: money_acts.paid,
    Kind.PAYMENT_DEMANDED: money_acts.payment_demanded,
    Kind.PAYMENT_CANCELLED: money_acts.payment_cancelled,
    Kind.RECEIPT_LINKED: money_acts.receipt_linked,
    Kind.CERTIFIED: money_acts.certified,
    Kind.SHIFT_CLOSED: money_acts.shift_closed,
    Kind.NUMBERED: _numbered,
    Kind.PRINTED: _printed,
    Kind.SUPPLEMENT_REQUESTED: _supplement_requested,
    Kind.SUPPLEMENT_RECEIVED: _supplement_received,
    Kind.REFUSED: _refused,
    Kind.WITHDRAWN: _withdrawn,
    Kind.HANDED_OVER: _handed_over,
    Kind.RESULT_TAKEN_IN: _decision,
    Kind.FINISHED: _decision,
    Kind.DUE_EXTENDED: _due_extended,
    Kind.DUE_MOVED: _due_extended,
    Kind.APOLOGY_SENT: _apology,
    Kind.RETURNED: _returned,
    Kind.CORRECTED: _corrected,
    Kind.TOLD: _told,
    Kind.RATED: _rated,
    Kind.WORK_STARTED: _work_started,
    Kind.NUMBER_VOID: _number_void,
    Kind.LOGGED_IN: _logged_in,
    Kind.LOGGED_OUT: _logged_out,
    Kind.EXPORTED: _exported,
    Kind.RESTORED: _restored,
    Kind.FORM_SET_TAKEN: _form_set,
    Kind.FORM_SET_LEFT: _form_set,
    Kind.PURGED: _purged,
    Kind.DROPPED: _dropped,
    Kind.FLAGS_REVIEWED: _flags_reviewed,
    Kind.DATE_CONFIRMED: _date_confirmed,
    Kind.DELETIONS_DECIDED: _deletions_decided,
    Kind.DAY_CLOSED: office_acts.day_closed,
    Kind.OBSTACLE_NOTED: office_acts.obstacle_noted,
    Kind.BOOK_CLOSED: office_acts.book_closed,
    Kind.APPOINTMENT_MADE: office_acts.appointment_made,
    Kind.PASSWORD_RESET: office_acts.password_reset,
}
"""Kinds that aren't listed say their reason, or nothing: stopped, reopened, viewed."""
