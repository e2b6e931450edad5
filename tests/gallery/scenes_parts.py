"""Every part by itself, with the states it can be in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counter_app.config import resource
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import ChipTone, Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.badge import Badge, BadgeKind
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.facts_line import Fact, FactsLine
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.icon_view import IconCircle, IconView
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.basics.status_chip import StatusChip
from counter_app.desktop.widgets.controls.check_row import CheckRow, ColumnHeads
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.icon_button import IconButton
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.controls.multi_line import MultiLine
from counter_app.desktop.widgets.controls.password_field import PasswordField
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.controls.search_key import SearchKey
from tests.gallery.scenes import Area, scene

FACTS = (
    Fact("0011••••0456", 500, digits=True, tone=Tone.TEXT),
    Fact("Nữ, sinh 15/03/1999"),
    Fact("Chính chủ nộp"),
)


def column(*things: QWidget | QLayout, width: int = 0) -> QWidget:
    """Return things one under another on the ground of a window."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(24, 24, 24, 24)
    layout.setSpacing(12)
    for thing in things:
        if isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)
    if width:
        page.setMinimumWidth(width)
    return page


def row(*things: QWidget) -> QHBoxLayout:
    """Return things side by side."""
    layout = QHBoxLayout()
    layout.setSpacing(12)
    for thing in things:
        layout.addWidget(thing)
    layout.addStretch(1)
    return layout


def disabled(widget: QWidget) -> QWidget:
    """Return the widget switched off."""
    widget.setEnabled(False)
    return widget


@scene("parts-icons", Area.OWN)
def icons(look: Look) -> QWidget:
    grid = QGridLayout()
    for number, path in enumerate(sorted(resource("icons").glob("*.svg"))):
        cell = IconLine(look, path.stem, path.stem, Type.CAPTION, icon_size=24)
        grid.addWidget(cell, number // 6, number % 6)
    small = row(*(IconView(look, name, 15) for name in ("clock", "late", "cloud-up", "check")))
    return column(grid, small)


@scene("parts-text", Area.OWN)
def text(look: Look) -> QWidget:
    lines = [Line(look, f"{type_.name} Ễ ừ ẵ Ộ 0123456789", type_) for type_ in Type]
    digits = [Line(look, number, Type.CLOCK, digits=True) for number in ("09:11", "17:48")]
    hints = HintLine(look)
    hints.set_hints(
        (
            Hint("Up Down", "chọn"),
            Hint("Enter", "lấy thủ tục"),
            Hint("Ctrl+1", "đến", joined=True),
            Hint("9", "hay dùng ở quầy này"),
        )
    )
    hints.set_right("Bản nháp đã lưu 09:14", "check")
    facts = FactsLine(look)
    facts.set_facts(FACTS)
    meter = Meter(look)
    meter.set_value(0.93)
    long = "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em. "
    return column(
        *lines,
        *digits,
        Line(look, long * 3, wrap=True),
        Line(look, long * 3, elide=True),
        hints,
        facts,
        Divider(look),
        meter,
        row(KeyCaps(look, "Ctrl+K"), KeyCaps(look, "Up Down"), disabled(KeyCaps(look, "F9"))),
        width=look.px(800),
    )


@scene("parts-chips", Area.OWN)
def chips(look: Look) -> QWidget:
    names = ("inbox", "play", "paper-plus", "out", "check", "clock", "late", "card")
    states = [
        StatusChip(look, "Chờ tiếp nhận", tone, icon)
        for tone, icon in zip(ChipTone, names, strict=True)
    ]
    kinds = [
        Badge(look, content, kind)
        for content, kind in zip("12", (BadgeKind.OUTLINE, BadgeKind.FILLED), strict=True)
    ]
    kinds += [
        Badge(look, "check", BadgeKind.SOFT),
        Badge(look, "warn", BadgeKind.WARN),
        Badge(look, "late", BadgeKind.ERROR),
        Badge(look, "note", BadgeKind.PLAIN),
    ]
    filters = [FilterChip(look, "Đang mở"), FilterChip(look, "Chờ tiếp nhận", "inbox")]
    filters[0].setChecked(True)
    filters += [
        FilterChip(look, "Sắp đến hạn", "clock", tone=Tone.SOON),
        FilterChip(look, "Quá hạn", "late", tone=Tone.LATE),
    ]
    for chip, count in zip(filters, (107, 5, 4, 2), strict=True):
        chip.set_count(count)
    return column(
        row(*states[:4]), row(*states[4:]), row(*kinds, IconCircle(look, "lock")), row(*filters)
    )


@scene("parts-buttons", Area.OWN)
def buttons(look: Look) -> QWidget:
    return column(
        PrimaryButton(look, "Tiếp nhận và in", "print", "F9", big=True),
        disabled(PrimaryButton(look, "Tiếp nhận và in", "print", "F9", big=True)),
        PrimaryButton(look, "Mở khóa", keys="Enter"),
        row(
            QuietButton(look, "In lại", "print", "F10"),
            QuietButton(look, "Nhận: 30 ngày qua", "calendar", chevron=True),
            QuietButton(look, "Ghi liên hệ", "phone"),
            disabled(QuietButton(look, "Rút hồ sơ", "undo")),
        ),
        row(
            LinkKey(look, "Sửa", "F4"),
            LinkKey(look, "4 hồ sơ trước", "Ctrl+L"),
            IconButton(look, "lock", "Khóa màn hình"),
        ),
        SearchKey(look, "Tìm hồ sơ, công dân, thủ tục, lệnh"),
        width=look.px(660),
    )


@scene("parts-rows", Area.OWN)
def rows(look: Look) -> QWidget:
    heads = ColumnHeads(look, ("Bản chính", "Chứng thực", "Bản photo"))
    papers = [
        CheckRow(look, "1", "Tờ khai đăng ký khai sinh", note="bắt buộc", columns=("1", "–", "–")),
        CheckRow(look, "2", "Giấy chứng sinh", note="bắt buộc", columns=("2", "–", "1")),
        CheckRow(look, "4", "Văn bản ủy quyền", note="không cần", columns=("–", "–", "–")),
    ]
    papers[0].setChecked(True)
    papers[1].setChecked(True)
    papers[1].set_current_column(2)
    papers[2].set_muted(True)
    given = CheckRow(look, "1", "Giấy khai sinh, bản chính", right="1 bản", as_key=True)
    given.setChecked(True)
    off = CheckRow(look, "2", "Trích lục khai sinh", right="2 bản", as_key=True)
    off.setEnabled(False)
    choice = ChoiceRow(look, "1", "Phường Mẫu, tỉnh Ví Dụ", "Địa bàn của trung tâm này", "00127")
    other = ChoiceRow(look, "2", "Xã Mẫu Đông, tỉnh Ví Dụ", "", "00128")
    other.setChecked(True)
    page = column(heads, *papers, given, off, choice, other, width=look.px(760))
    page.layout().setAlignment(heads, Qt.AlignmentFlag.AlignRight)
    return page


@scene("parts-inputs", Area.OWN)
def inputs(look: Look) -> QWidget:
    name = Field(look, "Họ và tên", placeholder="Như trên thẻ")
    wrong = Field(look, "Số định danh", digits=True)
    wrong.set_text("00119901045")
    wrong.set_problem("Số định danh có 12 chữ số, mới có 11.")
    doubt = Field(look, "Ngày sinh", digits=True)
    doubt.set_text("15/03/2012")
    doubt.set_problem("Người nộp chưa đủ 14 tuổi: xem lại ngày sinh.", doubt=True)
    beside = Field(look, "Điện thoại", label_beside=True)
    beside.set_note("Để nhắn khi có kết quả")
    fixed = Field(look, "Quầy", label_beside=True)
    fixed.set_text("Quầy 2")
    fixed.set_read_only(True)
    off = Field(look, "Email", label_beside=True, placeholder="không bắt buộc")
    off.setEnabled(False)
    big = SearchField(look, "Tên thủ tục", big=True)
    big.set_text("khai si")
    big.set_count("6 trong 2.642 thủ tục")
    secret = PasswordField(look, "Mật khẩu")
    secret.edit.setText("abcdef")
    page = column(
        name,
        wrong,
        doubt,
        beside,
        fixed,
        off,
        SearchField(look, "Mã, tên, số định danh, điện thoại", "Ctrl+F"),
        big,
        secret,
        MultiLine(look, "Viết ở đây nếu cần in lên phiếu"),
        width=look.px(560),
    )
    big.edit.setFocus()
    return page
