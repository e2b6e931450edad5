"""The right panel as shown: fees, due time, delivery, what is left, and F9."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.desktop.presenters.reception.desk_state import DeskState
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft, missing
from counter_app.desktop.presenters.reception.on_paper.state import paper_stops
from counter_app.desktop.presenters.reception.shown.people import address_open, card_doubts
from counter_app.desktop.presenters.reception.state import (
    Block,
    Choice,
    DeliveryState,
    DueState,
    FeeRow,
    FeesState,
    KeyHint,
    LeftItem,
    PanelState,
    Standing,
)
from counter_app.domain.acts.received import ResultWay
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.money import short_amount
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeRule, open_fees
from counter_app.domain.procedures.procedure import Procedure
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import Plan
from counter_app.wording.deadlines import limit_words
from counter_app.wording.sentences import problem_words

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
WAYS = (ResultWay.COUNTER, ResultWay.POST, ResultWay.ONLINE)
_WAY_WORDS = {
    ResultWay.COUNTER: "Tại quầy",
    ResultWay.POST: "Qua bưu chính công ích",
    ResultWay.ONLINE: "Trực tuyến",
}
_PERSON_CODES = {"card_", "number_", "issued_"}
_SHOWN_ELSEWHERE = {"reception_no_name", "reception_fee_open", "procedure.case_not_chosen",
                    "reception_paper_missing"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Promised:
    """What the panel is made of: the chosen procedure with its plan, None before."""

    procedure: Procedure | None
    plan: Plan | None
    centre: str
    paper_words: str


def waiting_rules(draft: ReceptionDraft, procedure: Procedure, now: datetime) -> list[FeeRule]:
    """Return the fees that wait for a count or an amount, without those of a condition."""
    terms = procedure.terms_for(Channel.COUNTER) or next(iter(procedure.channels), None)
    if terms is None:
        return []
    named = {line.name for line in draft.entered_fees}
    found = open_fees(terms.fees, now.date(), Channel.COUNTER, draft.fee_counts())
    return [rule for rule in found if rule.label not in named]


def fees_state(
    draft: ReceptionDraft, ui: DeskState, promised: Promised, now: datetime
) -> FeesState:
    """Return block 4. A fee that nobody knows is never shown as none."""
    plan, procedure = promised.plan, promised.procedure
    if plan is None or procedure is None:
        return FeesState(detail=tr("Có ngay khi chọn thủ tục"))
    editing = ui.current is Block.FEES
    total = sum(line.amount for line in plan.fees)
    value = short_amount(total) if plan.fees else tr("Không thu")
    detail = " · ".join(dict.fromkeys(line.name for line in plan.fees))
    if plan.open_fees:
        value = f"{short_amount(total)} +" if plan.fees else tr("Chưa rõ")
        detail = tr("{names}: theo thông báo thu").format(names=", ".join(plan.open_fees))
    if draft.exemption:
        detail = tr("Miễn, giảm: {reason}").format(reason=draft.exemption)
    taken = tr("Đã thu") if draft.collected else tr("Chưa thu")
    rules = rules_of(procedure, draft.counted_from(now))
    reasons = tuple(dict.fromkeys(each.reason for rule in rules for each in rule.exemptions))
    standing = Standing.WARNING if plan.open_fees else Standing.DONE
    return FeesState(
        standing=Standing.CURRENT if editing else standing,
        value=value,
        aside=taken if total else "",
        detail=detail,
        editing=editing,
        rows=tuple(_fee_row(rule, draft, ui, plan) for rule in rules) if editing else (),
        exemptions=(
            Choice("0", tr("Không miễn, giảm")),
            *(Choice(str(at), reason) for at, reason in enumerate(reasons, start=1)),
        )
        if editing and reasons
        else (),
        exemption=reasons.index(draft.exemption) + 1 if draft.exemption in reasons else 0,
        collected=draft.collected,
        collected_words=tr("Đã thu tiền mặt"),
    )


def due_state(draft: ReceptionDraft, ui: DeskState, promised: Promised, now: datetime) -> DueState:
    """Return block 5: the promised time in the biggest type of the page."""
    plan = promised.plan
    if plan is None:
        return DueState(detail=tr("Có ngay khi chọn thủ tục"))
    editing = ui.current is Block.DUE
    promise = plan.promise
    typed = ui.typed_due or ""
    if promise is None:
        words = [problem_words(each) for each in plan.problems if each.is_false]
        return DueState(
            standing=Standing.CURRENT if editing else Standing.WARNING,
            value=tr("Chưa hẹn được"),
            detail=words[-1] if words else "",
            editing=editing,
            typed=typed,
            reason=draft.due_reason,
            problem=ui.due_problem,
        )
    if promise.due_at is None:
        value, day = tr("Không quy định"), ""
    else:
        value = f"{promise.due_at:%H:%M}"
        weekday = tr(_WEEKDAYS[promise.due_at.weekday()])
        day = f"{weekday} {shown_date(promise.due_at.date())}"
    detail = tr("{limit}, tính từ {time} hôm nay").format(
        limit=limit_words(plan.limit), time=f"{now:%H:%M}"
    )
    since = draft.counted_from(now)
    if since != now:
        detail = tr("{limit}, tính từ {moment} trên giấy").format(
            limit=limit_words(plan.limit), moment=shown_moment(since)
        )
    if draft.due_by_hand is not None:
        detail = tr("Hẹn tay: {reason}").format(reason=draft.due_reason)
    elif promise.estimate:
        detail = tr("Dự kiến, đến khi {agency} tiếp nhận").format(agency=draft.competent)
    elif not promise.approved:
        detail = tr("{limit}; lịch nghỉ chưa được duyệt").format(limit=limit_words(plan.limit))
    return DueState(
        standing=Standing.CURRENT if editing else Standing.DONE,
        value=value,
        day=day,
        detail=detail,
        editing=editing,
        typed=typed,
        reason=draft.due_reason,
        problem=ui.due_problem,
    )


def delivery_state(draft: ReceptionDraft, ui: DeskState, promised: Promised) -> DeliveryState:
    """Return block 6."""
    delivery = draft.delivery
    editing = ui.current is Block.DELIVERY
    detail = delivery.address if delivery.way is not ResultWay.COUNTER else promised.centre
    return DeliveryState(
        standing=Standing.CURRENT
        if editing
        else Standing.DONE
        if promised.plan
        else Standing.UPCOMING,
        value=tr(_WAY_WORDS[delivery.way]),
        detail=detail if promised.plan or editing else tr("mặc định"),
        editing=editing,
        ways=tuple(Choice(str(at), tr(_WAY_WORDS[way])) for at, way in enumerate(WAYS, start=1)),
        way=WAYS.index(delivery.way),
        address=delivery.address,
    )


def left_of(
    draft: ReceptionDraft, promised: Promised, now: datetime
) -> tuple[tuple[Block, str, str], ...]:
    """Return what is still to be done before F9: block, number and words."""
    left = []
    if draft.applicant is None:
        left.append((Block.APPLICANT, "1", tr("Quét thẻ hoặc nhập chủ hồ sơ")))
    procedure, plan = promised.procedure, promised.plan
    if procedure is None:
        left.append((Block.PROCEDURE, "2", tr("Chọn thủ tục")))
    elif procedure.case_names and not draft.case:
        left.append((Block.PROCEDURE, "2", tr("Chọn trường hợp")))
    if not draft.papers_confirmed:
        left.append((Block.PAPERS, "3", tr("Xác nhận giấy tờ")))
    if plan is not None:
        stopping = [each for each in plan.problems if each.is_false]
        if plan.promise is None:
            left.append((Block.DUE, "5", tr("Hẹn ngày trả")))
            stopping = [each for each in stopping if not each.field.startswith(("/limit", "/due"))]
        left += [
            (Block.PROCEDURE, "2", problem_words(each))
            for each in stopping
            if each.code not in _SHOWN_ELSEWHERE
            and not each.code.startswith(("limit_", "paper_first_"))
        ]
    if draft.paper is not None and (words := paper_stops(draft.paper, now)):
        left.append((Block.PAPER_FIRST, "!", words))
    return tuple(left)


def panel_state(
    draft: ReceptionDraft, ui: DeskState, promised: Promised, now: datetime
) -> PanelState:
    """Return what is left, what should be looked at, and the button."""
    left = left_of(draft, promised, now)
    ready = not left
    immediate = promised.procedure is not None and promised.procedure.immediate_result
    heading = tr("Đủ để tiếp nhận")
    if not ready:
        heading = tr("Còn {count} việc trước khi in").format(count=len(left))
    saved = ""
    if ui.saved_at is not None:
        saved = tr("Bản nháp đã lưu {time}").format(time=f"{ui.saved_at:%H:%M}")
    return PanelState(
        heading=heading,
        ready=ready,
        left=tuple(LeftItem(number, words, block is ui.current) for block, number, words in left),
        amber=_amber(draft, ui, promised) if ready else (),
        button=tr("Nhận và trả ngay") if immediate else tr("Tiếp nhận và in"),
        enabled=ready and not ui.busy,
        busy=ui.busy,
        paper_words=tr("Không in giấy hẹn; cần thì Shift+F9")
        if immediate
        else promised.paper_words,
        preview=KeyHint(("Shift+F9",), tr("Xem trước")) if ready and not immediate else None,
        saved=saved,
    )


def _amber(draft: ReceptionDraft, ui: DeskState, promised: Promised) -> tuple[str, ...]:
    lines = []
    if address_open(draft, ui):
        lines.append(tr("Còn 1 điều nên xem: địa chỉ cũ"))
    if any(each.code not in draft.seen for each in card_doubts(ui)):
        lines.append(tr("Còn 1 điều nên xem: dữ liệu trên thẻ"))
    if ui.duplicate is not None:
        lines.append(tr("Công dân đang có hồ sơ cùng thủ tục"))
    procedure, plan = promised.procedure, promised.plan
    if procedure is not None and (lacking := missing(draft, procedure)):
        lines.append(tr("Nhận khi còn thiếu {count} giấy tờ").format(count=len(lacking)))
    if plan is not None:
        lines += [
            problem_words(each)
            for each in plan.problems
            if not each.is_false and each.code not in _SHOWN_ELSEWHERE
        ]
        if plan.open_fees:
            lines.append(tr("Có khoản phí chưa rõ số tiền"))
    return tuple(dict.fromkeys(lines))


def rules_of(procedure: Procedure | None, now: datetime) -> list[FeeRule]:
    """Return the fee rules that hold at the counter today, in the editor's order."""
    if procedure is None:
        return []
    terms = procedure.terms_for(Channel.COUNTER) or next(iter(procedure.channels), None)
    if terms is None:
        return []
    return [rule for rule in terms.fees if rule.applies(now.date(), Channel.COUNTER)]


def _fee_row(rule: FeeRule, draft: ReceptionDraft, ui: DeskState, plan: Plan) -> FeeRow:
    line = next((each for each in plan.fees if each.name == rule.label), None)
    counted = rule.tariff is not None or bool(rule.condition)
    count = next((each for each in draft.counts if each.label == rule.label), None)
    typed = dict(ui.amounts).get(rule.label, "")
    return FeeRow(
        label=rule.label,
        amount_words=short_amount(line.amount) if line else tr("chưa rõ"),
        counted=counted,
        open=not rule.is_known,
        units=str(count.units) if count else "",
        sets=str(count.sets) if count else "",
        unit_name=rule.tariff.unit_name if rule.tariff else tr("lần"),
        amount=typed,
    )
