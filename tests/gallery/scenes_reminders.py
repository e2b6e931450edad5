"""The page of reminders as the gallery shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reminding.reminder_counts import ReminderCounts
from counter_app.desktop.presenters.reminding.reminder_state import ReminderState
from counter_app.desktop.screens.reminding.reminder_lines import ReminderLines
from counter_app.desktop.screens.reminding.reminders_page import RemindersPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    CodeCell,
    DeadlineCell,
    DeadlineKind,
    SectionCell,
    TextCell,
)
from counter_app.services.printing.receipt_paper import Document
from tests.gallery.reception_states import EMPTY
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk
from tests.gallery.scenes_reception import shown

_NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Ví", "Hoàng Thị Giả Định")
_PROCEDURES = (
    "Đăng ký khai sinh",
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    "Chuyển mục đích sử dụng đất phải được phép của cơ quan nhà nước có thẩm quyền",
)
_GROUPS = (
    ("Quá hạn", 2, "17:00 26/06", "Quá hạn 2 ngày", DeadlineKind.LATE),
    ("Đến hạn trong 24 giờ", 3, "16:30 hôm nay", "Còn 3 giờ", DeadlineKind.SOON),
    ("Đến hạn trong 3 ngày", 4, "17:00 03/07", "Còn 2 ngày", DeadlineKind.CALM),
    ("Chờ công dân đã lâu", 2, "Tạm dừng", "từ 12/05", DeadlineKind.SOON),
    ("Kết quả chưa ai nhận", 3, "17:00 30/05", "từ 29/05", DeadlineKind.SOON),
)


def _rows() -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    for name, count, due, left, kind in _GROUPS:
        rows.append((SectionCell(f"{name} · {count}"),) * 6)
        for each in range(count):
            number = len(rows)
            rows.append(
                (
                    CodeCell(f"H26.15-250601-{100 + number:04}"),
                    TextCell(_NAMES[(number + each) % 4]),
                    TextCell(_PROCEDURES[number % 3]),
                    TextCell("Phòng Kinh tế, Hạ tầng và Đô thị", Tone.TEXT_2),
                    TextCell(due, digits=True),
                    DeadlineCell(left, kind),
                )
            )
    return tuple(rows)


def _page(look: Look, state: ReminderState) -> QWidget:
    page = RemindersPage(look, desk(), lambda _: Document("reminder_list", "", b"", 1))
    page.present(state)
    return page


@scene("nhac-viec")
def many(look: Look) -> QWidget:
    """Every group has dossiers."""
    return _page(
        look,
        ReminderState(
            title="Nhắc việc",
            summary="2 quá hạn · 3 đến hạn trong 24 giờ · 4 đến hạn trong 3 ngày · "
            "2 chờ công dân đã lâu · 3 kết quả chưa ai nhận",
            rows=_rows(),
            current=1,
            hints=(Hint("Enter", "mở"), Hint("F10", "in danh sách")),
            position="Dòng 1 trong 14",
            can_print=True,
        ),
    )


@scene("nhac-viec-khong-co")
def none(look: Look) -> QWidget:
    """Nothing presses."""
    return _page(
        look, ReminderState("Nhắc việc", "", (), -1, (), empty="Không có hồ sơ nào cần nhắc.")
    )


@scene("nhac-viec-trang-dau")
def first_screen(look: Look) -> QWidget:
    """Nobody is being served: what presses stands quietly below the cards."""
    page = shown(look, EMPTY)
    lines = ReminderLines(look, lambda view: ReminderCounts(desk(), view))
    page.below.addWidget(lines)
    lines.present(
        (
            Fact("2 quá hạn", digits=True, tone=Tone.LATE),
            Fact("3 đến hạn trong 24 giờ", digits=True, tone=Tone.SOON),
            Fact("4 đến hạn trong 3 ngày", digits=True),
            Fact("2 chờ công dân đã lâu", digits=True),
            Fact("3 kết quả chưa ai nhận", digits=True),
        )
    )
    return page
