"""The decisions of a clerk as forms: what is possible now, what was filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.decisions import Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Refused, SupplementItem, SupplementRequested
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.steps import possible
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.sandbox.pages.frame import hidden
from counter_app.sandbox.pages.markup import Html, joined, tag
from counter_app.sandbox.province.entries.decisions import Decision
from counter_app.sandbox.province.uids import new_uid

MOST_DONG = 10**12
_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Act:
    """One decision: its kind, its words, its fields (name, label, "text" or "long")."""

    kind: Kind
    title: str
    button: str
    fields: tuple[tuple[str, str, str], ...]
    read: Callable[[Mapping[str, str], str], Decision | str]


def decision_of(act: str, told: Mapping[str, str], *, clerk: str) -> Decision | str:
    """Return the decision that a form tells, or the sentence that says what is missing."""
    if not _UID.fullmatch(told.get("uid", "")):
        return "Biểu mẫu thiếu mã việc; hãy mở lại trang."
    return ACTS[act].read(told, clerk)


def forms(dossier: Dossier, now: datetime, place: str, token: str) -> Html:
    """Return a form for each decision that would not be false now."""
    can = possible(dossier, now)
    found = [_form(name, act, place, token) for name, act in ACTS.items() if act.kind in can]
    return joined(found) if found else tag("p", "Không còn việc nào để quyết định.")


def _form(name: str, act: Act, place: str, token: str) -> Html:
    lines = []
    for field, label, shape in act.fields:
        at = f"{name}-{field}"
        lines.append(tag("label", label, for_=at))
        if shape == "long":
            lines.append(tag("textarea", id=at, name=field, maxlength=2000))
        else:
            lines.append(tag("input", id=at, name=field, maxlength=300))
    inside = tag(
        "form",
        hidden(token),
        tag("input", type="hidden", name="uid", value=new_uid()),
        lines,
        tag("button", act.button),
        method="post",
        action=f"{place}/{name}",
        class_="lines",
    )
    return tag("details", tag("summary", act.title), inside, class_="panel")


def _start(told: Mapping[str, str], clerk: str) -> Decision | str:
    unit = told.get("unit", "")[:300]
    return WorkStarted(unit, clerk) if unit else "Ghi nơi giải quyết."


def _supplement(told: Mapping[str, str], _: str) -> Decision | str:
    items = tuple(SupplementItem(each[:500]) for each in _lines(told.get("items", "")))
    if not items:
        return "Ghi ít nhất một giấy tờ cần bổ sung, mỗi dòng một giấy tờ."
    return SupplementRequested(items, told.get("reason", ""))


def _demand(told: Mapping[str, str], _: str) -> Decision | str:
    name = told.get("name", "")[:300]
    digits = re.sub(r"[ .đ]", "", told.get("amount", ""))
    if not name or not digits.isascii() or not digits.isdigit() or int(digits[:20]) > MOST_DONG:
        return "Ghi tên khoản thu và số tiền bằng đồng."
    return PaymentDemanded((FeeLine(name, FeeKind.CHARGE, int(digits)),), told.get("reason", ""))


def _finish(told: Mapping[str, str], clerk: str) -> Decision | str:
    kind = told.get("kind", "")[:300]
    if not kind:
        return "Ghi tên giấy tờ kết quả."
    return Finished((ResultPaper(kind, told.get("number", "")[:100]),), clerk)


def _decline(told: Mapping[str, str], clerk: str) -> Decision | str:
    number = told.get("number", "")[:100]
    if not told.get("kind", ""):
        return "Ghi tên văn bản từ chối giải quyết."
    return Finished((ResultPaper(told["kind"][:300], number),), clerk, negative=True)


def _refuse(told: Mapping[str, str], _: str) -> Decision | str:
    reason = told.get("reason", "")
    if not reason:
        return "Ghi lý do từ chối."
    return Refused(reason, told.get("number", "")[:100], told.get("guidance", ""))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:50]


ACTS: dict[str, Act] = {
    "start": Act(
        Kind.WORK_STARTED,
        "Nhận giải quyết",
        "Nhận giải quyết",
        (("unit", "Nơi giải quyết", "text"),),
        _start,
    ),
    "supplement": Act(
        Kind.SUPPLEMENT_REQUESTED,
        "Yêu cầu bổ sung",
        "Gửi yêu cầu bổ sung",
        (("items", "Giấy tờ cần bổ sung (mỗi dòng một)", "long"), ("reason", "Lý do", "text")),
        _supplement,
    ),
    "demand": Act(
        Kind.PAYMENT_DEMANDED,
        "Yêu cầu nghĩa vụ tài chính",
        "Gửi yêu cầu",
        (
            ("name", "Khoản thu", "text"),
            ("amount", "Số tiền (đồng)", "text"),
            ("reason", "Căn cứ", "text"),
        ),
        _demand,
    ),
    "finish": Act(
        Kind.FINISHED,
        "Đã giải quyết, có kết quả",
        "Ghi kết quả",
        (("kind", "Tên giấy tờ kết quả", "text"), ("number", "Số", "text")),
        _finish,
    ),
    "decline": Act(
        Kind.FINISHED,
        "Không giải quyết (kết quả là văn bản từ chối)",
        "Ghi văn bản từ chối",
        (("kind", "Tên văn bản", "text"), ("number", "Số", "text")),
        _decline,
    ),
    "refuse": Act(
        Kind.REFUSED,
        "Từ chối tiếp nhận",
        "Từ chối",
        (
            ("reason", "Lý do", "long"),
            ("number", "Số văn bản", "text"),
            ("guidance", "Hướng dẫn công dân", "long"),
        ),
        _refuse,
    ),
}
"""In the order in which a clerk needs them."""
