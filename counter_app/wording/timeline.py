"""What happened to a dossier, in two lines for each act: the title, and what is worth adding.

Every kind of act has its words, also those of the audit lane, so that a timeline never shows a
bare kind. A body that was erased (purge) leaves the title alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from counter_app.domain.acts.audit import Exported, LoggedIn, LoggedOut, NumberVoid, Restored
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import Numbered, Promise, Received
from counter_app.domain.acts.results import ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Corrected,
    DueExtended,
    HandedOver,
    Paid,
    Printed,
    PrintProof,
    Rated,
    SupplementReceived,
    SupplementRequested,
    Told,
    Withdrawn,
)
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.dossiers.way_back import was_mistake
from counter_app.domain.money import short_amount
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import several, tr
from counter_app.wording.steps import (
    CHANNELS,
    CONTACT_WAYS,
    PAY_METHODS,
    capacity_words,
    counted_results,
    form_words,
    joined,
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
}


@dataclass(frozen=True, slots=True)
class ActWords:
    """One act in words: `title`, and `detail` (may be empty)."""

    title: str
    detail: str = ""


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


def _number(number: str) -> str:
    return tr("số {number}").format(number=number) if number else ""


def _new_promise(promise: Promise) -> str:
    if promise.due_at is None:
        return ""
    return tr("hẹn {moment}").format(moment=shown_moment(promise.due_at))


def _received(title: str, body: Received) -> ActWords:
    channel = "" if body.channel is Channel.COUNTER else tr(CHANNELS[body.channel])
    submitter = ""
    if body.submitter:
        submitter = tr("{name} nộp ({capacity})").format(
            name=body.submitter.name, capacity=capacity_words(body.authority)
        )
    offline = tr("khi mất mạng") if body.offline else ""
    return ActWords(title, joined(channel, submitter, offline))


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
    by_hand = tr("cán bộ xác nhận đã in") if body.proof is PrintProof.OFFICER else ""
    return ActWords(said, joined(copies, by_hand, body.reason))


def _supplement_requested(title: str, body: SupplementRequested) -> ActWords:
    items = "; ".join(item.text for item in body.items)
    return ActWords(title, joined(_number(body.number), items or body.reason))


def _supplement_received(title: str, body: SupplementReceived) -> ActWords:
    names = ", ".join(paper.name for paper in body.papers)
    return ActWords(title, joined(names, _new_promise(body.promise), body.note))


def _withdrawn(title: str, body: Withdrawn) -> ActWords:
    if was_mistake(body):
        return ActWords(tr("Hủy tiếp nhận"), body.reason)
    return ActWords(title, joined(body.by_name, body.reason))


def _paid(_: str, body: Paid) -> ActWords:
    total = short_amount(sum(line.amount for line in body.lines))
    receipt = ""
    if body.receipt:
        receipt = tr("biên lai {symbol} {number}").format(
            symbol=body.receipt.symbol, number=body.receipt.number
        )
    title = tr("Thu phí, lệ phí {amount}").format(amount=total)
    return ActWords(title, joined(tr(PAY_METHODS[body.method]), receipt))


def _handed_over(_: str, body: HandedOver) -> ActWords:
    pattern = tr("Nhận lại từ {unit}") if body.back else tr("Bàn giao cho {unit}")
    number = tr("Phiếu bàn giao {number}").format(number=body.list_number)
    receiver = tr("{name} nhận").format(name=body.receiver) if body.receiver else ""
    return ActWords(
        pattern.format(unit=body.unit), joined(number if body.list_number else "", receiver)
    )


def _decision(title: str, body: Finished | ResultTakenIn) -> ActWords:
    refusal = tr("không chấp thuận") if body.negative else ""
    if isinstance(body, Finished):
        by = tr("{name} ký").format(name=body.clerk) if body.clerk else ""
    else:
        by = tr("từ {unit}").format(unit=body.from_unit) if body.from_unit else ""
    return ActWords(title, joined(refusal, counted_results(body.results), by))


def _due_extended(title: str, body: DueExtended | DueMoved) -> ActWords:
    signed = tr("{name} ký").format(name=body.signed_by) if body.signed_by else ""
    number = _number(body.number) if isinstance(body, DueExtended) else ""
    return ActWords(title, joined(_new_promise(body.promise), body.reason, number, signed))


def _apology(title: str, body: ApologySent) -> ActWords:
    expected = ""
    if body.expected_on:
        expected = tr("dự kiến {date}").format(date=shown_date(body.expected_on))
    return ActWords(title, joined(_number(body.number), body.reason, expected))


def _returned(title: str, body: Returned) -> ActWords:
    receiver = f"{body.receiver.name} ({capacity_words(body.authority)})"
    basis = {
        ReturnBasis.RECEIPT: "",
        ReturnBasis.LOST_RECEIPT: tr("mất giấy tiếp nhận, đã đối chiếu giấy tờ"),
        ReturnBasis.POST: tr("qua bưu chính"),
    }[body.basis]
    originals = ""
    if body.originals_returned:
        originals = tr("trả lại {papers}").format(papers=", ".join(body.originals_returned))
    return ActWords(
        title,
        joined(receiver, counted_results(body.results), basis, body.tracking_number, originals),
    )


def _corrected(title: str, body: Corrected) -> ActWords:
    changes = len(body.changes)
    count = several("{n} chỗ được sửa", changes).format(n=changes)
    return ActWords(title, joined(body.reason, count))


def _told(title: str, body: Told) -> ActWords:
    reached = "" if body.reached else tr("chưa liên lạc được")
    return ActWords(title, joined(tr(CONTACT_WAYS[body.way]), reached, body.text))


def _rated(title: str, body: Rated) -> ActWords:
    points = sum(body.scores)
    said = several("{n} điểm", points).format(n=points) if body.scores else ""
    return ActWords(title, joined(said, body.remark))


def _work_started(title: str, body: WorkStarted) -> ActWords:
    return ActWords(title, joined(body.unit, body.clerk))


def _payment_demanded(_: str, body: PaymentDemanded) -> ActWords:
    total = short_amount(sum(line.amount for line in body.lines))
    title = tr("Yêu cầu nộp {amount}").format(amount=total)
    return ActWords(title, joined(", ".join(line.name for line in body.lines), body.reason))


def _number_void(title: str, body: NumberVoid) -> ActWords:
    if body.first == body.last:
        numbers = tr("số {number}").format(number=body.first)
    else:
        numbers = tr("số {first} đến {last}").format(first=body.first, last=body.last)
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


_WORDS: dict[Kind, Callable[[str, Any], ActWords]] = {
    Kind.RECEIVED: _received,
    Kind.NUMBERED: _numbered,
    Kind.PRINTED: _printed,
    Kind.SUPPLEMENT_REQUESTED: _supplement_requested,
    Kind.SUPPLEMENT_RECEIVED: _supplement_received,
    Kind.WITHDRAWN: _withdrawn,
    Kind.PAID: _paid,
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
    Kind.PAYMENT_DEMANDED: _payment_demanded,
    Kind.NUMBER_VOID: _number_void,
    Kind.LOGGED_IN: _logged_in,
    Kind.LOGGED_OUT: _logged_out,
    Kind.EXPORTED: _exported,
    Kind.RESTORED: _restored,
}
"""Kinds that aren't listed say their reason, or nothing: refused, stopped, viewed."""
