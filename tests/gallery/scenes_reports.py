"""The page of reports as the gallery shows it."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import cast

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reports.counting import ReportActs
from counter_app.desktop.presenters.reports.reports_state import (
    BehindState,
    Progress,
    ReportsState,
    SpanShown,
)
from counter_app.desktop.presenters.reports.reports_words import listed, steps_menu
from counter_app.desktop.presenters.reports.sheet_cells import card_of, shown
from counter_app.desktop.screens.reports.reports_page import ReportsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.dossiers.status import Status
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    SilentCounter,
    Standing,
    Unit,
)
from counter_app.services.reports.asked import Asked, Report, none_behind
from counter_app.services.reports.lines_behind import BehindLine
from counter_app.services.reports.standing import standing_words
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import at, desk

_COUNTED = (
    "Đếm hồ sơ theo ngày tiếp nhận ghi trên giấy; không tính hồ sơ thực tập, hồ sơ đăng ký nhầm."
)
_RULE = (
    "Hồ sơ có kết quả hoặc bị từ chối trong kỳ, tính từ bút toán “Có kết quả”; đúng hạn là không "
    "muộn hơn giờ hẹn trả đang có hiệu lực. Không tính hồ sơ công dân rút và hồ sơ dừng giải quyết."
)
COLUMNS = (
    Column("name", "Lĩnh vực", Unit.TEXT, "Lĩnh vực của thủ tục trong danh mục.", 0),
    Column("carried", "Kỳ trước chuyển qua", Unit.COUNT, _COUNTED, 18, "Tiếp nhận"),
    Column("counter", "Trực tiếp", Unit.COUNT, _COUNTED, 16, "Tiếp nhận"),
    Column("online", "Trực tuyến", Unit.COUNT, _COUNTED, 16, "Tiếp nhận"),
    Column("post", "Bưu chính", Unit.COUNT, _COUNTED, 16, "Tiếp nhận"),
    Column("early", "Trước hạn", Unit.COUNT, _RULE, 16, "Đã giải quyết"),
    Column("on_time", "Đúng hạn", Unit.COUNT, _RULE, 16, "Đã giải quyết"),
    Column("late", "Quá hạn", Unit.COUNT, _RULE, 16, "Đã giải quyết"),
    Column("rate", "Tỷ lệ đúng hạn", Unit.PERCENT, _RULE, 18),
    Column("median", "Thời gian giữa", Unit.MINUTES, _RULE, 22),
    Column("fees", "Phí, lệ phí (đồng)", Unit.MONEY, "Tổng tiền đã thu trong kỳ.", 22),
)
_FIELDS = (
    ("Tư pháp – Hộ tịch", RowKind.HEAD, ()),
    ("Hộ tịch", RowKind.LINE, (12, 1_204, 380, 14, 902, 611, 9, 994, 1_445, 3_620_000)),
    ("Chứng thực", RowKind.LINE, (0, 4_811, 0, 0, 4_790, 21, 0, 1_000, 45, 48_110_000)),
    ("Đất đai – Xây dựng", RowKind.HEAD, ()),
    ("Đất đai", RowKind.LINE, (96, 212, 48, 6, 101, 120, 31, 877, 21_905, 15_300_000)),
    ("Cấp giấy phép xây dựng và quản lý trật tự xây dựng", RowKind.LINE,
     (3, 8, 2, 0, 1, 2, 1, None, 14_400, 750_000)),
    ("Cộng", RowKind.TOTAL, (111, 6_235, 430, 20, 5_794, 754, 41, 994, 125, 67_780_000)),
)  # fmt: skip


def sheet(period: Period | None = None) -> ReportSheet:
    """Return a report with groups, totals, a percentage of too few, and the period before."""
    rows = []
    for name, kind, figures in _FIELDS:
        if kind is RowKind.HEAD:
            rows.append(Row((Cell(name), *(Cell() for _ in COLUMNS[1:])), kind))
            continue
        cells = [Cell(name)]
        for column, value in zip(COLUMNS[1:], figures, strict=True):
            bad = column.key == "late" and bool(value)
            cells.append(
                Cell(
                    value,
                    Drill(column.key) if column.unit is Unit.COUNT else None,
                    None if value is None else value * 9 // 10 + 3,
                    Mark.BAD if bad else Mark.PLAIN,
                )
            )
        rows.append(Row(tuple(cells), kind))
    now = at(1, 7, 9, 14)
    standing = Standing(now, 41_207, now, (SilentCounter("3", at(28, 6)),), 7, 2)
    return ReportSheet(
        "tong-hop",
        "Tình hình tiếp nhận, giải quyết theo lĩnh vực",
        COLUMNS,
        tuple(rows),
        standing,
        period or period_of(Step.MONTH, at(1, 6).date()),
        "Mẫu số II.06, Thông tư 01/2020/TT-VPCP",
        ("Tỷ lệ chỉ tính khi có từ 5 hồ sơ trở lên.",),
        compared=True,
    )


def _never(_: Asked) -> ReportSheet:
    return sheet()


REPORTS = tuple(
    Report(title, group, title, _never, none_behind)
    for group, titles in (
        ("Tổng hợp", ("Tiếp nhận, giải quyết theo lĩnh vực", "Theo cơ quan", "Theo thủ tục")),
        ("Thời hạn", ("Độ trễ ghi nhận", "Trễ hẹn và thư xin lỗi")),
        ("Sử dụng hệ thống", ("Quầy và cán bộ im lặng", "Theo giờ trong ngày")),
        ("Khó khăn, vướng mắc", ("Khó khăn, vướng mắc",)),
    )
    for title in titles
)


def _state(
    of: ReportSheet | None, row: int = 1, column: int = 6, *, compare: bool = False, **more: object
) -> ReportsState:
    rows, places = listed(REPORTS, REPORTS[0])
    state = ReportsState(
        title="Báo cáo",
        listed=rows,
        list_current=places[0],
        report=of.title if of else REPORTS[0].title,
        basis=of.basis if of else "",
        steps=steps_menu(REPORTS[0].steps, Step.MONTH),
        period="Tháng 06/2025",
        can_go_on=True,
        compare=compare if of else None,
        sheet=shown(of, compare=compare) if of else None,
        row=row,
        column=column,
        card=card_of(of, row, column, drills=True) if of else None,
        notes=of.notes if of else (),
        standing=standing_words(of) if of else "",
        hints=(
            Hint("Ctrl+Left", "", joined=True), Hint("Ctrl+Right", "kỳ trước, kỳ sau"),
            Hint("Enter", "mở danh sách hồ sơ"), Hint("F10", "in"), Hint("F5", "tổng hợp lại"),
        ),
        can_hand_out=of is not None,
        can_export=of is not None,
    )  # fmt: skip
    return dataclasses.replace(state, **more)  # type: ignore[arg-type]


def _page(look: Look, state: ReportsState) -> ReportsPage:
    page = ReportsPage(look, desk(), REPORTS, cast("ReportActs", None))
    page.present(state)
    page.panel.grid.setFocus()
    page.present(state)  # moving the keys asked the presenter, who knows nothing
    return page


@scene("bao-cao")
def report(look: Look) -> QWidget:
    """Groups of columns and rows, totals, too few for a percentage; one figure told below."""
    return _page(look, _state(sheet()))


@scene("bao-cao-so-ky-truoc")
def compared(look: Look) -> QWidget:
    """The period before stands below each figure."""
    return _page(look, _state(sheet(), 4, 7, compare=True))


@scene("bao-cao-tu-ngay-den-ngay")
def span(look: Look) -> QWidget:
    """Two typed days; the second one can't be meant."""
    days = SpanShown("01/06/2025", "31/05/2025", "", "Ngày cuối đứng trước ngày đầu.")
    steps = steps_menu(REPORTS[0].steps, Step.SPAN)
    words = "Từ 01/06/2025 đến 12/06/2025"
    return _page(look, _state(sheet(), 6, 9, span=days, steps=steps, period=words))


@scene("bao-cao-dang-tong-hop")
def counting(look: Look) -> QWidget:
    """The journal is followed for the first time: how far, and how to stop it."""
    progress = Progress("Đang tổng hợp số liệu…", 0.38)
    hints = (Hint("Esc", "dừng"),)
    page = _page(look, _state(None, counting=True, progress=progress, hints=hints))
    page._ticking.stop()
    return page


@scene("bao-cao-khong-co-so-lieu")
def empty(look: Look) -> QWidget:
    """A period without a figure: the sentence at the foot still says what is known."""
    of = dataclasses.replace(sheet(), rows=())
    words = "Kỳ này chưa có số liệu nào để báo cáo."
    return _page(look, _state(of, -1, 0, empty=words, notes=()))


@scene("bao-cao-ho-so-dung-sau")
def behind(look: Look) -> QWidget:
    """The dossiers behind a number; of one the contents were erased."""
    lines = [
        BehindLine(
            f"{place}",
            "Thủ tục đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
            at(2, 6, 8, place % 60),
            at(9, 6) + timedelta(days=place),
            f"H26.15-250602-{place:04}",
            "Nguyễn Thị Thử Nghiệm Mẫu",
            Status.RETURNED if place % 3 else Status.FINISHED,
            result_is_here=not place % 3,
        )
        for place in range(1, 40)
    ]
    lines[2] = BehindLine("x", "Thủ tục đăng ký kết hôn", at(3, 6, 8), at(5, 6))
    title = "Hộ tịch · Đã giải quyết: Quá hạn"
    hints = (Hint("Enter", "mở hồ sơ"), Hint("Esc", "về báo cáo"))
    over = BehindState(title, "1.204 hồ sơ", hints, "Dòng 2 trong 1.204")
    page = _page(look, _state(sheet(), behind=over))
    page.show_behind(tuple(lines), more=True)
    page.behind.table.select_row(1)
    page.present(_state(sheet(), behind=over))
    return page
