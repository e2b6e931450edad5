"""How books look on paper: their titles and columns, A4 landscape.

No circular knows these books but the Sổ theo dõi, whose table is that of the form set in force;
so they are the program's own, and stand here. Widths in tenths of a millimetre, 2,650 in all.
"""

from __future__ import annotations

from counter_app.domain.printed.sheet_form import (
    Align,
    SheetColumn,
    SheetForm,
    SheetMargins,
    SheetTable,
)

CORRECTIONS = "corrections"
"""The page of what changed after a book was closed (đính chính sau khi khóa sổ)."""

ROWS = "rows"
ERASED = "đã xóa theo thời hạn lưu"
"""What stands in a line whose names went."""

_CENTRE, _RIGHT = Align.CENTRE, Align.RIGHT
_NUMBER = SheetColumn("serial", "Số\nthứ tự", 120, _CENTRE, bold=True)
_AT = SheetColumn("at", "Ngày, giờ", 170, _CENTRE)
_CODE = SheetColumn("code", "Mã hồ sơ", 215)
_PROCEDURE = SheetColumn("procedure", "Thủ tục hành chính")
_PERSON = SheetColumn("applicant", "Cá nhân, tổ chức", 330)
_OFFICER = SheetColumn("officer", "Cán bộ", 240)
_NOTE = SheetColumn("note", "Ghi chú", 330)


def _paper(name: str, width: int = 200) -> SheetColumn:
    return SheetColumn("paper", name, width)


_COLUMNS: dict[str, tuple[str, tuple[SheetColumn, ...]]] = {
    "fees": (
        "SỔ THU PHÍ, LỆ PHÍ",
        (
            _NUMBER,
            _AT,
            _CODE,
            _PROCEDURE,
            SheetColumn("applicant", "Người nộp", 300),
            SheetColumn("what", "Khoản thu", 370),
            SheetColumn("amount", "Số tiền\n(đồng)", 190, _RIGHT),
            SheetColumn("way", "Hình thức", 160),
            _paper("Biên lai", 210),
            SheetColumn("officer", "Cán bộ", 210),
            SheetColumn("note", "Ghi chú", 300),
        ),
    ),
    "supplements": (
        "SỔ YÊU CẦU BỔ SUNG HỒ SƠ",
        (
            _NUMBER, _paper("Số phiếu\n(Mẫu 02)"), _AT, _CODE, _PROCEDURE, _PERSON,
            SheetColumn("what", "Nội dung phải bổ sung", 520),
            SheetColumn("until", "Bổ sung\ntrước ngày", 170, _CENTRE), _OFFICER, _NOTE,
        ),
    ),
    "refusals": (
        "SỔ TỪ CHỐI TIẾP NHẬN HỒ SƠ",
        (
            _NUMBER, _paper("Số phiếu\n(Mẫu 03)"), _AT, _CODE, _PROCEDURE, _PERSON,
            SheetColumn("what", "Lý do từ chối, hướng dẫn", 640), _OFFICER, _NOTE,
        ),
    ),
    "late": (
        "SỔ HỒ SƠ TRỄ HẸN VÀ XIN LỖI",
        (
            _NUMBER, _CODE, _PROCEDURE, _PERSON,
            SheetColumn("agency", "Cơ quan giải quyết", 300),
            SheetColumn("due", "Hẹn trả", 165, _CENTRE),
            SheetColumn("finished", "Có kết quả", 165, _CENTRE),
            _paper("Số văn bản\nxin lỗi", 200),
            SheetColumn("at", "Ngày\nxin lỗi", 165, _CENTRE),
            SheetColumn("until", "Hẹn lại", 150, _CENTRE), _NOTE,
        ),
    ),
    "post": (
        "SỔ TRẢ KẾT QUẢ QUA BƯU CHÍNH",
        (
            _NUMBER, _AT, _paper("Số bưu gửi", 280), _CODE, _PROCEDURE,
            SheetColumn("applicant", "Người nhận", 330),
            SheetColumn("what", "Kết quả", 420), _OFFICER, _NOTE,
        ),
    ),
    "hand_overs": (
        "SỔ BÀN GIAO HỒ SƠ",
        (
            _NUMBER, _paper("Số phiếu\nbàn giao", 260), _AT, _CODE, _PROCEDURE,
            SheetColumn("way", "Giao,\nnhận lại", 150),
            SheetColumn("unit", "Đơn vị", 380), SheetColumn("person", "Người nhận", 280),
            _OFFICER, _NOTE,
        ),
    ),
    "certifications": (
        "SỔ CHỨNG THỰC",
        (
            SheetColumn("serial", "Số", 120, _CENTRE, bold=True),
            SheetColumn("paper", "Số chứng thực", 220),
            _AT,
            SheetColumn("way", "Loại việc", 240),
            SheetColumn("what", "Giấy tờ"),
            SheetColumn("person", "Người yêu cầu", 330),
            SheetColumn("pages", "Số\ntrang", 100, _CENTRE),
            SheetColumn("copies", "Số\nbản", 100, _CENTRE),
            SheetColumn("amount", "Lệ phí\n(đồng)", 190, _RIGHT),
            SheetColumn("signed", "Người ký", 260),
            SheetColumn("officer", "Cán bộ", 230),
            SheetColumn("note", "Ghi chú", 260),
        ),
    ),
    CORRECTIONS: (
        "ĐÍNH CHÍNH SAU KHI KHÓA SỔ",
        (
            _NUMBER, SheetColumn("line", "Dòng\ntrong sổ", 150, _CENTRE), _CODE,
            SheetColumn("what", "Nội dung", 330),
            SheetColumn("before", "Trong sổ đã khóa", 640), SheetColumn("now", "Nay là"),
            SheetColumn("at", "Ghi nhận lúc", 190, _CENTRE),
        ),
    ),
}  # fmt: skip

_CAPTIONS = {
    "book": "Quyển số: {book}",
    "office": "Sổ chung của bộ phận",
    "year": "Năm {year}",
    "days": "(từ {first} đến {last})",
    "day": "({day})",
    "void": "HỦY",
    "page": "Trang {page}",
    "page_note": (
        "Trang này: {rows} dòng (số {first} đến {last}), trong đó {void} dòng hủy. Số thứ tự liên "
        "tục từ đầu năm; không để trống dòng, không tẩy xóa."
    ),
    "closed": (
        "**Khóa sổ {day}:** {rows} dòng (số {first} đến {last}), trong đó {void} dòng hủy. "
        "Không còn dòng nào phía sau."
    ),
    "empty_closed": "**Khóa sổ {day}:** trong năm không có dòng nào.",
}
_MARGINS = SheetMargins(left=200, right=120, top=120, bottom=100)
SIGNATURES = ("NGƯỜI GIỮ SỔ", "TRƯỞNG BỘ PHẬN")


def book_form(book: str, register: SheetForm | None = None) -> SheetForm:
    """Return the form of a book. `register` is the Sổ theo dõi's of the form set in force.

    Raises KeyError for a book that nobody knows, or the register without its form.
    """
    if book == "register" and register is not None:
        table, title, name = register.tables[ROWS], register.title, register.name
        margins, number = register.margins, register.number
    else:
        title, columns = _COLUMNS[book]
        table = SheetTable(columns, empty=_EMPTY, row_height=80, numbered=True)
        name, margins, number = title.capitalize(), _MARGINS, ""
    return SheetForm(
        title=title,
        name=name,
        number=number,
        landscape=True,
        margins=margins,
        tables={ROWS: table},
        captions=dict(_CAPTIONS),
        signatures=SIGNATURES,
    )


_EMPTY = "Không có dòng nào."
