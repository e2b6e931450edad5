"""Picker, table, timeline, rail and bars, with the rows of the pictures that were drawn first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone, Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.bars.net_chip import NetChip
from counter_app.desktop.widgets.bars.rail import Rail
from counter_app.desktop.widgets.bars.status_item import StatusItem
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card, Edge
from counter_app.desktop.widgets.cards.step_card import GAP, StepCard, StepState
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.icon_button import IconButton
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.controls.search_key import SearchKey
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    ChipCell,
    CodeCell,
    Column,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    SectionCell,
    Sort,
    TextCell,
)
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.desktop.widgets.lists.table_view import TableView
from counter_app.desktop.widgets.lists.timeline_row import TimelineRow
from counter_app.desktop.widgets.lists.timeline_view import TimelineView
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_cards import person, right_panel

_LONG = (
    "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới "
    "6 tuổi"
)
FOUND = (
    ("Đăng ký khai sinh", "Hộ tịch · cấp xã · 1 ngày làm việc · 8.000 đ", "1.001193", "Ctrl+1"),
    ("Đăng ký lại khai sinh", "Hộ tịch · cấp xã · 5 ngày · 8.000 đ", "1.004884", "Ctrl+4"),
    ("Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", "Hộ tịch · cấp xã", "1.000689", ""),
    (_LONG, "Liên thông · 4 ngày làm việc · không thu · 5 lần", "2.000986", "Ctrl+7"),
    ("Đăng ký khai sinh lưu động", "Hộ tịch · cấp xã · 5 ngày làm việc", "1.003583", ""),
    ("Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân", "Hộ tịch", "1.004772", ""),
)
_COLUMNS = (
    Column("Mã hồ sơ", 190),
    Column("Chủ hồ sơ", 158),
    Column("Thủ tục", 0),
    Column("Nhận", 64),
    Column("Hẹn trả", 118, Sort.UP),
    Column("Thời hạn", 150, indent=21),
    Column("Trạng thái", 150),
    Column("Gửi", 62),
)


def found_rows() -> tuple[PickerRow, ...]:
    """Return six procedures for "khai sinh"."""
    rows = []
    for name, meta, code, keys in FOUND:
        start = name.find("khai sinh")
        rows.append(PickerRow(name, ((start, 9),), meta, code, keys))
    return tuple(rows)


def dossier(
    code: str, name: str, what: str, taken: str, due: str, left: str, kind: DeadlineKind
) -> tuple[Cell, ...]:
    """Return one row of the list of dossiers."""
    return (
        CodeCell(code),
        TextCell(name),
        TextCell(what),
        TextCell(taken, Tone.TEXT_2, digits=True),
        TextCell(due, Tone.TEXT_2 if kind is DeadlineKind.CALM else Tone.TEXT, digits=True),
        DeadlineCell(left, kind),
        ChipCell("Đang xử lý", ChipTone.WORKING, "play"),
        IconCell("cloud-up", "chờ") if taken == "09:02" else TextCell(""),
    )


@scene("lists-picker")
def picker(look: Look) -> QWidget:
    page = QWidget()
    outer = QHBoxLayout(page)
    outer.setContentsMargins(15, 13, 16, 16)
    outer.setSpacing(16)
    left = QVBoxLayout()
    left.setSpacing(GAP)
    citizen = person(look, StepState.DONE)
    citizen.set_accepted(True)
    citizen.values.addWidget(
        Line(look, "Số 12 đường Mẫu, phường Mẫu, tỉnh Ví Dụ", tone=Tone.TEXT_2)
    )
    card = StepCard(look, "2", "Thủ tục")
    card.set_state(StepState.CURRENT)
    top = HintLine(look)
    top.set_hints((Hint("Ctrl+1", "đến", joined=True), Hint("9", "hay dùng ở quầy này")))
    card.keys.addWidget(top)
    field = SearchField(look, "Tên thủ tục, chữ đầu hay đuôi mã", big=True)
    field.set_text("khai si")
    field.set_count("6 trong 2.642 thủ tục")
    rows = PickerView(look)
    rows.set_rows(found_rows())
    hints = HintLine(look)
    hints.set_hints(
        (Hint("Up Down", "chọn"), Hint("Enter", "lấy thủ tục"), Hint("Esc", "xóa chữ đã gõ"))
    )
    hints.set_right("Gõ không dấu, chữ đầu hay đuôi mã đều được")
    for widget in (field, rows, hints):
        card.wide.addWidget(widget)
    papers = StepCard(look, "3", "Giấy tờ")
    papers.set_line("Hiện ra khi đã chọn thủ tục")
    for step in (citizen, card, papers):
        left.addWidget(step)
    left.addStretch(1)
    outer.addLayout(left, 1)
    panel = right_panel(look, ready=False)
    panel.setFixedWidth(min(look.px(322), 360))
    outer.addWidget(panel)
    return page


@scene("lists-table")
def table(look: Look) -> QWidget:
    page = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(16, 14, 16, 8)
    outer.setSpacing(10)
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Line(look, "Hồ sơ", Type.PAGE))
    head.addSpacing(28)
    words = "Mã, tên, số định danh, điện thoại, tên thủ tục; quét giấy hẹn cũng mở ngay"
    head.addWidget(SearchField(look, words, "Ctrl+F"), 1)
    head.addWidget(QuietButton(look, "Nhận: 30 ngày qua", "calendar", chevron=True))
    head.addWidget(QuietButton(look, "Mọi quầy", "user", chevron=True))
    outer.addLayout(head)
    chips = QHBoxLayout()
    chips.setSpacing(6)
    for text, icon, tone, count in (
        ("Đang mở", "", None, 107),
        ("Chờ tiếp nhận", "inbox", None, 5),
        ("Đang xử lý", "play", None, 87),
        ("Chờ bổ sung", "paper-plus", None, 3),
        ("Quá hạn", "late", Tone.LATE, 2),
    ):
        chip = FilterChip(look, text, icon, tone=tone)
        chip.set_count(count)
        chip.setChecked(text == "Đang mở")
        chips.addWidget(chip)
    chips.addStretch(1)
    outer.addLayout(chips)
    view = TableView(look, _COLUMNS)
    late, soon, calm = DeadlineKind.LATE, DeadlineKind.SOON, DeadlineKind.CALM
    long = "Cấp giấy xác nhận tình trạng hôn nhân"
    view.set_rows(
        [
            dossier("H26.15-250620-0041", "Lê Văn Thử", "Đăng ký lại khai sinh", "20/06",
                    "17:00 26/06", "Quá hạn 2 ngày", late),
            dossier("H26.15-250625-0018", "Đặng Thị Ví Dụ", long, "25/06", "11:30 30/06",
                    "Quá hạn 1 ngày", late),
            dossier("H26.15-250627-0105", "Nguyễn Văn Mẫu", "Đăng ký khai tử", "27/06",
                    "11:30 hôm nay", "Còn 2 giờ", soon),
            dossier("H26.15-250630-0117", "Trần Thị Mẫu", "Đăng ký khai sinh", "30/06",
                    "11:30 hôm nay", "Có kết quả", calm),
            (SectionCell("Vừa được máy chủ nhận"),) * 8,
            dossier("HG00217-250701-0003", "Hoàng Văn Thử Ba", long, "09:02", "17:00 03/07",
                    "Còn 2 ngày", calm),
        ]
    )  # fmt: skip
    view.select_row(3)
    outer.addWidget(view, 1)
    hints = HintLine(look)
    hints.set_hints((Hint("Enter", "mở"), Hint("F8", "trả kết quả"), Hint("F10", "in lại")))
    hints.set_right("Dòng 4 trong 107 · cuộn để xem tiếp")
    outer.addWidget(hints)
    return page


@scene("lists-timeline", Area.OWN)
def timeline(look: Look) -> QWidget:
    card = Card(look)
    head = QHBoxLayout()
    head.addWidget(Line(look, "Diễn biến", weight=BOLD), 1)
    head.addWidget(IconLine(look, "cloud-ok", "máy chủ đã nhận đủ", Type.CAPTION))
    card.body.addLayout(head)
    view = TimelineView(look)
    view.set_rows(
        (
            TimelineRow("09:32", "Tiếp nhận tại quầy 2", "Phạm Thị Ví · in 2 liên", "in", "30/06"),
            TimelineRow("09:33", "Thu lệ phí 8.000 đ", "Tiền mặt · phiếu thu 0031/Q2", "money"),
            TimelineRow("16:48", "Đã giải quyết", "Trước hạn 1 ngày", "ok"),
            TimelineRow("08:05", "Nhận kết quả về quầy", "1 bản", "inbox", "01/07", unsent=True),
            TimelineRow("09:26", "Đang trả kết quả", "Xác nhận ở khung bên", "out", now=True),
        )
    )
    card.body.addWidget(view)
    card.setMinimumSize(look.px(592), look.px(372))
    page = QWidget()
    outer = QVBoxLayout(page)
    edge = Card(look, edge=Edge.ACCENT)
    edge.body.addWidget(Line(look, "Trả kết quả", Type.NAME, Tone.ACCENT))
    outer.addWidget(card)
    outer.addWidget(edge)
    return page


@scene("bars", Area.WINDOW)
def bars(look: Look) -> QWidget:
    page = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    top = Bar(look, 48)
    top.row.addWidget(Line(look, "Trung tâm PVHCC phường Mẫu", weight=BOLD))
    top.row.addWidget(Divider(look, upright=True))
    top.row.addWidget(IconLine(look, "user", "Phạm Thị Ví"))
    top.row.addStretch(1)
    top.row.addWidget(SearchKey(look, "Tìm hồ sơ, công dân, thủ tục, lệnh"), 2)
    top.row.addStretch(1)
    top.row.addWidget(Line(look, "Thứ Ba 01/07/2025", tone=Tone.TEXT_2))
    top.row.addWidget(Line(look, "09:14", Type.CLOCK, digits=True))
    top.row.addWidget(IconButton(look, "lock", "Khóa màn hình"))
    outer.addWidget(top)
    middle = QHBoxLayout()
    middle.addWidget(rail(look))
    middle.addStretch(1)
    outer.addLayout(middle, 1)
    for offline in (False, True):
        status = Bar(look, 32, line="top")
        status.row.setSpacing(8)
        net = NetChip(look)
        if offline:
            net.set("cloud-off", "Mất mạng · 7 chờ gửi", offline=True)
        else:
            net.set("cloud-ok", "Có mạng · đã gửi hết", offline=False)
        scanner, printer = StatusItem(look, "scan"), StatusItem(look, "print")
        scanner.set("scan", "Máy quét COM3", good=True)
        if offline:
            printer.set("print", "HP 107a hết giấy", fault=True)
        else:
            printer.set("print", "HP 107a · 2 × A5 trên A4", good=True)
        for widget in (net, Divider(look, upright=True), scanner, Divider(look, upright=True)):
            status.row.addWidget(widget)
        status.row.addWidget(printer)
        status.row.addStretch(1)
        status.row.addWidget(LinkKey(look, "In lại", "F10", Type.CAPTION))
        outer.addWidget(status)
    return page


def rail(look: Look) -> Rail:
    """Return the rail with all its places."""
    made = Rail(look, "Nơi làm việc")
    for key, text, icon, keys, count in (
        ("receive", "Tiếp nhận", "in", "F2", 0),
        ("intake", "Chờ tiếp nhận", "inbox", "", 5),
        ("dossiers", "Hồ sơ", "folder", "F3", 0),
        ("supplement", "Chờ bổ sung", "paper-plus", "", 3),
        ("return", "Chờ trả kết quả", "out", "", 12),
    ):
        made.add(key, text, icon, keys=keys).set_count(count)
    made.add_divider()
    made.add("soon", "Sắp đến hạn", "clock", tone=Tone.SOON).set_count(4)
    made.add("late", "Quá hạn", "late", tone=Tone.LATE).set_count(2)
    made.add("unsent", "Chờ gửi", "cloud-up")
    made.add_divider()
    made.add("books", "Sổ & báo cáo", "book")
    made.add("lists", "Danh mục", "list")
    made.add("drafts", "Đang làm dở", "note", foot=True).set_count(1)
    made.add("keys", "Trợ giúp phím", "keys", keys="F1", foot=True)
    made.set_current("receive")
    return made
