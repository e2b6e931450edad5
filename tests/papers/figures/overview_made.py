"""A start page to look at: four pictures of a busy office, of one agency, of an empty one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from counter_app.domain.money import grouped
from counter_app.domain.reports.pictures import Figure, Picture, PictureKind, Place
from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, Unit
from counter_app.services.reports.overview.report import Overview
from tests.papers.figures import made

_AGENCIES = (
    ("Phòng Kinh tế, Hạ tầng và Đô thị", 412, 31),
    ("Phòng Văn hóa – Xã hội", 288, 4),
    ("Văn phòng HĐND và UBND phường", 1204, 6),
    ("Chi nhánh Văn phòng đăng ký đất đai khu vực Đông", 61, 14),
    ("Thuế cơ sở 3", 22, 3),
    ("Bảo hiểm xã hội cơ sở", 3, 0),
    ("4 cơ quan khác", 12, 1),
)
_AGES = (
    ("Trong hạn", "Trong hạn", 184), ("Đến hạn trong 24 giờ", "24 giờ", 21),
    ("Quá hạn 1–5 ngày làm việc", "1–5 ngày", 12),
    ("Quá hạn 6–20 ngày làm việc", "6–20 ngày", 7),
    ("Quá hạn trên 20 ngày làm việc", "> 20 ngày", 3), ("Chờ công dân", "Chờ dân", 38),
)  # fmt: skip
_WEEK = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu")


def pictures(*, agencies: int = 7, empty: bool = False) -> tuple[Picture, ...]:
    """Return the four pictures; without a dossier when `empty`."""
    chance = Random(6)
    some = 0 if empty else 1
    days = [date(2026, 10, 12) + timedelta(days=at + at // 5 * 2) for at in range(30)]
    flow = tuple(
        tuple(_figure(some * chance.randrange(least, most)) for _ in days)
        for least, most in ((38, 96), (25, 90))
    )
    listed = () if empty else _AGENCIES[:agencies]
    hours = tuple(
        tuple(
            _figure(some * max(0, 60 - abs(hour - 9) * 11 - day * 4 + chance.randrange(20)))
            for hour in range(7, 18)
        )
        for day in range(5)
    )
    whole = 0 if empty else sum(count for *_, count in _AGES)
    return (
        Picture(
            PictureKind.FLOW, "Tiếp nhận và trả kết quả theo ngày",
            "Số hồ sơ tiếp nhận và số hồ sơ đã trả kết quả mỗi ngày, 30 ngày làm việc gần nhất; "
            "ngày nghỉ có hồ sơ cũng được ghi.",
            tuple(Place(f"{day:%d/%m/%Y}", f"{day:%d/%m}") for day in days),
            ("Tiếp nhận", "Trả kết quả"), flow,
        ),
        Picture(
            PictureKind.SHARES, "Tỷ lệ đúng hạn theo cơ quan",
            "Hồ sơ có hạn đã giải quyết trước hạn và đúng hạn trên hồ sơ có hạn đã giải quyết, 30 "
            "ngày làm việc gần nhất; vạch đậm là chỉ tiêu 90,0 %, cột gạch chéo là dưới chỉ tiêu; "
            "dưới 5 hồ sơ thì không tính tỷ lệ.",
            tuple(Place(name) for name, *_ in listed),
            ("Tỷ lệ đúng hạn", "Đúng hạn", "Có hạn", "Chỉ tiêu"), _shares(listed),
        ),
        Picture(
            PictureKind.AGES, f"Hồ sơ đang giải quyết theo tuổi ({whole} hồ sơ)",
            "Hồ sơ chưa kết thúc tại lúc kết xuất: ngày quá hạn là ngày làm việc đã bắt đầu sau "
            "ngày hẹn; chờ công dân là chờ bổ sung giấy tờ hoặc nộp tiền, thời hạn tạm dừng.",
            tuple(Place(words, short) for words, short, _ in _AGES),
            ("Hồ sơ",), (tuple(_figure(some * count) for *_, count in _AGES),),
        ),
        Picture(
            PictureKind.HOURS, "Tiếp nhận theo thứ và giờ",
            "Số hồ sơ ghi tiếp nhận theo thứ trong tuần và giờ ghi, cộng của 30 ngày làm việc gần "
            "nhất; ô càng đậm càng nhiều.",
            tuple(Place(f"{hour:02} giờ – {hour + 1:02} giờ", f"{hour}h") for hour in range(7, 18)),
            _WEEK, hours,
        ),
    )  # fmt: skip


def overview(*, agencies: int = 7, empty: bool = False) -> Overview:
    """Return the page with a sheet that bears a check code."""
    columns = (Column("name", "Mục", Unit.TEXT, width=0), Column("n", "Số", Unit.COUNT))
    shown = pictures(agencies=agencies, empty=empty)
    rows = tuple(
        Row((Cell(f"{picture.title} {at}"), Cell(figure.value)))
        for picture in shown
        for at, figure in enumerate(figure for row in picture.figures for figure in row)
    )
    sheet = replace(made.PLAIN, name="overview", title="Tổng quan", period=None, compared=False)
    return Overview(
        shown,
        ReportSheet(sheet.name, sheet.title, columns, rows, sheet.standing),
    )


def _figure(count: int) -> Figure:
    return Figure(count, grouped(count), Drill("received") if count else None)


def _shares(listed: tuple[tuple[str, int, int], ...]) -> tuple[tuple[Figure, ...], ...]:
    columns = []
    for _, limited, late in listed:
        share = None if limited < 5 else (limited - late) * 1000 // limited
        columns.append(
            (
                Figure(share, said(share, Unit.PERCENT), Drill("limited")),
                _figure(limited - late),
                _figure(limited),
                Figure(900, said(900, Unit.PERCENT)),
            )
        )
    return tuple(tuple(column[row] for column in columns) for row in range(4))
