"""Sheets of figures to set: an ordinary one, one of twenty columns, an empty one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counter_app.domain.dates import VIETNAM
from counter_app.domain.forms import Header
from counter_app.domain.reports.paper import ReportPaper
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    ReportSheet,
    Row,
    RowKind,
    SilentCounter,
    Standing,
    Unit,
    Value,
)
from counter_app.services.reports.standing import standing_words

HEADER = Header("UBND PHƯỜNG MẪU", ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "Mẫu")
NOVEMBER = period_of(Step.MONTH, date(2026, 11, 20))
STANDING = Standing(
    at=datetime(2026, 11, 30, 16, 45, tzinfo=VIETNAM),
    position=51_234,
    data_to=datetime(2026, 11, 30, 16, 41, tzinfo=VIETNAM),
    unsent=(SilentCounter("3", datetime(2026, 11, 28, 11, 2, tzinfo=VIETNAM)),),
    waiting=4,
)
COLUMNS = (
    Column("field", "Lĩnh vực", Unit.TEXT, width=0),
    Column("carried", "Kỳ trước chuyển sang", width=20, group="Tiếp nhận",
           definition="Hồ sơ tiếp nhận trước kỳ, đầu kỳ chưa có kết quả."),
    Column("received", "Mới tiếp nhận", width=18, group="Tiếp nhận",
           definition="Hồ sơ có ngày tiếp nhận trong kỳ."),
    Column("on_time", "Đúng hạn", width=16, group="Đã giải quyết"),
    Column("late", "Quá hạn", width=16, group="Đã giải quyết"),
    Column("share", "Tỷ lệ đúng hạn", Unit.PERCENT, width=18, group="Đã giải quyết"),
    Column("median", "Thời gian giữa", Unit.MINUTES, width=22),
    Column("money", "Phí, lệ phí đã thu (đồng)", Unit.MONEY, width=26),
    Column("last", "Hồ sơ sau cùng", Unit.DATE, width=22),
)  # fmt: skip


def row(*values: Value, kind: RowKind = RowKind.LINE, before: tuple[Value, ...] = ()) -> Row:
    """Return a row of values; `before` are those of the period before."""
    more = (*before, *[None] * (len(values) - len(before)))
    return Row(
        tuple(Cell(value, before=was) for value, was in zip(values, more, strict=True)), kind
    )


def heading(text: str) -> Row:
    """Return a heading over the rows below."""
    return row(text, *[None] * 8, kind=RowKind.HEAD)


PLAIN = ReportSheet(
    name="received-processed",
    title="Tình hình tiếp nhận, giải quyết hồ sơ thủ tục hành chính",
    columns=COLUMNS,
    rows=(
        heading("I. Thủ tục hành chính cấp xã"),
        row("Hộ tịch", 12, 1_234, 1_190, 20, 983, 125, 1_234_000, date(2026, 11, 30),
            before=(None, 9, 1_100, 1_001, 41, 961, 150, 998_000)),
        row("Đất đai, bất động sản và tài sản khác gắn liền với đất", 31, 87, 70, 9, 886, 4_503,
            25_000_000, date(2026, 11, 27), before=(None, 30, 90, 66, 12, 846, 4_600, 24_000_000)),
        heading("II. Thủ tục hành chính cấp tỉnh giải quyết tại Trung tâm"),
        row("Bảo trợ xã hội", 0, 3, 3, 0, None, None, 0, None),
        row("Tổng số", 43, 1_324, 1_263, 29, 977, 240, 26_234_000, None, kind=RowKind.TOTAL,
            before=(None, 39, 1_190, 1_067, 53, 953, 260, 24_998_000)),
    ),
    standing=STANDING,
    period=NOVEMBER,
    basis="Nghị định số 118/2025/NĐ-CP; Thông tư số 03/2025/TT-VPCP",
    notes=("Tỷ lệ không tính khi có ít hơn 5 hồ sơ.",),
    compared=True,
)  # fmt: skip
WIDE = replace(
    PLAIN,
    title="Sử dụng Hệ thống theo giờ trong ngày",
    columns=(
        Column("who", "Cán bộ, cơ quan", Unit.TEXT, width=40),
        *(Column(f"h{at}", f"{at:02} giờ", width=16, group="Giờ trong ngày")
          for at in range(6, 23)),
        Column("money", "Phí, lệ phí", Unit.MONEY, width=26),
        Column("share", "Tỷ lệ", Unit.PERCENT),
    ),
    rows=tuple(
        row(f"Nguyễn Thị Mẫu {place}", *[place * at for at in range(6, 23)], place * 1_250_000,
            1000)
        for place in range(1, 61)
    ),
    compared=False,
    basis="",
)  # fmt: skip
EMPTY = replace(PLAIN, rows=(), notes=(), compared=False)


def paper(sheet: ReportSheet) -> ReportPaper:
    """Return what stands on the paper of a sheet."""
    return ReportPaper(HEADER, sheet, standing_words(sheet), "12", "Phạm Thị Ví")
