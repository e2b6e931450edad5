"""Devices: who is there, who is silent, what they still hold; taken back and enrolled anew."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counter_app.contract.shapes import DeviceNumber
from counter_app.sandbox.pages.admin.readings import DeviceLine, device_lines
from counter_app.sandbox.pages.frame import hidden
from counter_app.sandbox.pages.markup import Html, joined, mark, moment, muted, table, tag
from counter_app.sandbox.pages.visitors import Administrator, Form, PageRoute, shown
from counter_app.sandbox.pages.words import DEVICE_STATES
from counter_app.sandbox.province import devices, wishes
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/devices"
YELLOW, ASK = timedelta(minutes=2), timedelta(minutes=10)
"""How far a clock may be off before it is marked, and before the counter asks (SYNC §4)."""

WAYS: dict[str, tuple[str, str, frozenset[str]]] = {
    devices.DRAIN: (
        "Gửi nốt rồi ngừng",
        "quiet",
        frozenset({devices.ACTIVE, devices.WIPE}),
    ),
    devices.WIPE: (
        "Gửi nốt rồi xóa dữ liệu máy",
        "quiet",
        frozenset({devices.ACTIVE, devices.DRAIN}),
    ),
    devices.REVOKED: (
        "Ngừng ngay, không nhận gì nữa",
        "danger",
        frozenset({devices.ACTIVE, devices.DRAIN, devices.WIPE, devices.FROZEN}),
    ),
    devices.ACTIVE: (
        "Bỏ thu hồi, dùng tiếp",
        "quiet",
        frozenset({devices.DRAIN, devices.WIPE}),
    ),
}
"""Order → its button, the button's look, and the states from which it may be given.

A frozen device is never simply thawed: two copies would speak again. It is enrolled anew.
"""

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/devices")
def list_devices(at: TheProvince, by: Administrator) -> Response:
    """Every device, with what can be done about it."""
    now = at.now()
    with at.reading() as tx:
        lines = device_lines(tx, now)
        wanted = wishes.min_version(tx, at.settings.min_version)
    head = (
        "Máy", "Quầy", "Tình trạng", "Nghe lần cuối", "Chờ gửi", "Cần xem", "Việc cũ nhất",
        "Bút toán", "Lệch giờ",
    )  # fmt: skip
    rows = [_row(each, by.form_token) for each in lines]
    silent = sum(each.is_silent for each in lines)
    waiting = sum((each.queue or 0) + (each.in_need or 0) for each in lines)
    told = f"{len(lines)} máy · {silent} máy im lặng · {waiting} việc còn ở các quầy"
    empty = "Chưa có máy nào. Cấp mã ghi danh ở trang Mã ghi danh."
    listed = table(head, rows, empty)
    return shown(
        at, by, "Thiết bị", tag("p", told), listed, _version_form(by.form_token, wanted), here=HERE
    )


@router.post("/devices/min-version")
def ask_version(at: TheProvince, _: Administrator, told: Form) -> Response:
    """Ask the counters for a program of this version at least, or for none any more."""
    wanted = told.get("version", "")
    if wanted and not wishes.is_version(wanted):
        raise RefusalError("schema", detail="Ghi số bản, ví dụ 1.4.2, hoặc để trống.")
    with at.writing() as tx:
        wishes.put_min_version(tx, wanted)
    return RedirectResponse(HERE, 303)


@router.post("/devices/{number}/order")
def order(number: DeviceNumber, at: TheProvince, _: Administrator, told: Form) -> Response:
    """Take a device back, in one of three ways, or leave it in use after all."""
    wanted = told.get("order", "")
    if wanted not in WAYS:
        raise RefusalError("schema")
    with at.writing() as tx:
        state = next((e.state for e in device_lines(tx, at.now()) if e.number == number), None)
        if state is None:
            raise RefusalError("not-found")
        if state not in WAYS[wanted][2]:
            raise RefusalError("schema", detail="Tình trạng của máy vừa đổi. Hãy xem lại.")
        devices.set_state(tx, number, wanted)
    return RedirectResponse(HERE, 303)


@router.post("/devices/{number}/anew")
def enrol_anew(number: DeviceNumber, at: TheProvince, by: Administrator, _: Form) -> Response:
    """Make a one-time code by which a machine takes this number under the next epoch."""
    with at.reading() as tx:
        line = next((e for e in device_lines(tx, at.now()) if e.number == number), None)
    if line is None:
        raise RefusalError("not-found")
    code = at.enrol_code(line.counter, centre=line.centre, renews=number)
    panel = tag(
        "div",
        tag("p", f"Mã ghi danh lại cho máy {number}, quầy {line.counter}:"),
        tag("p", tag("code", code, class_="big")),
        tag("p", "Mã chỉ hiện một lần, dùng được một lần, trong ", devices.CODE_DAYS, " ngày."),
        tag(
            "p",
            "Khi một máy dùng mã này, nó giữ số máy cũ dưới kỳ mới; các dải số cũ bị hủy và bản "
            "còn lại không gửi được nữa.",
        ),
        class_="panel done",
    )
    back = tag("p", tag("a", "Về danh sách thiết bị", href=HERE))
    return shown(at, by, "Ghi danh lại", panel, back, here=HERE)


def _version_form(token: str, wanted: str) -> Html:
    return tag(
        "form",
        hidden(token),
        tag("label", "Bản chương trình tối thiểu", for_="version"),
        tag("input", id="version", name="version", value=wanted, maxlength=20, size=8),
        tag("button", "Nhắc các quầy", class_="quiet"),
        muted("Chỉ nhắc: quầy dùng bản cũ vẫn tiếp nhận và gửi. Để trống: không nhắc."),
        method="post",
        action=f"{HERE}/min-version",
        class_="row",
    )


def _row(line: DeviceLine, token: str) -> tuple[object, ...]:
    heard: list[object] = [moment(line.heard_at)]
    if line.is_silent:
        heard.append(joined(" ", mark("im lặng", "warn")))
    return (
        joined(
            tag("strong", line.number),
            tag("div", muted(f"kỳ {line.epoch}")),
            tag("div", muted(line.program)),
        ),
        joined(line.counter, tag("div", muted(line.counter_name)), tag("div", muted(line.centre))),
        joined(mark(*DEVICE_STATES.get(line.state, (line.state, ""))), _acts(line, token)),
        heard,
        _figure(line.queue),
        _figure(line.in_need, "warn"),
        moment(line.oldest_at),
        _head(line),
        _offset(line.offset),
    )


def _figure(value: int | None, kind: str = "") -> object:
    if value is None:
        return "–"
    return mark(str(value), kind) if value and kind else value


def _head(line: DeviceLine) -> object:
    if line.told_head_n is None or line.told_head_n <= line.head_n:
        return line.head_n
    return joined(line.head_n, " ", muted(f"/ {line.told_head_n}"))


def _offset(offset: timedelta | None) -> object:
    if offset is None:
        return "–"
    seconds = round(offset.total_seconds())
    said = f"{seconds:+d} giây" if abs(seconds) < 120 else f"{round(seconds / 60):+d} phút"
    if abs(offset) > ASK:
        return mark(said, "bad")
    return mark(said, "warn") if abs(offset) > YELLOW else said


def _acts(line: DeviceLine, token: str) -> Html:
    buttons = [
        tag("button", said, name="order", value=wanted, class_=look)
        for wanted, (said, look, states) in WAYS.items()
        if line.state in states
    ]
    place = f"{HERE}/{line.number}"
    orders = tag("form", hidden(token), buttons, method="post", action=f"{place}/order")
    anew = tag(
        "form",
        hidden(token),
        tag("button", "Cấp mã ghi danh lại", class_="quiet"),
        method="post",
        action=f"{place}/anew",
    )
    if line.state == devices.FROZEN:
        return joined(anew, tag("details", tag("summary", "Thu hồi…"), orders))
    return tag(
        "details", tag("summary", "Thu hồi, ghi danh lại…"), orders if buttons else None, anew
    )
