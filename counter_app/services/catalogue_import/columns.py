"""The headings of a province's list, recognised without accents, case or punctuation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from counter_app.domain.text import words


class Column(Enum):
    """A column; the value is its heading in our own template."""

    CODE = "Mã thủ tục"
    NAME = "Tên thủ tục"
    FIELD_CODE = "Mã lĩnh vực"
    FIELD = "Lĩnh vực"
    LEVEL = "Cấp thực hiện"
    AGENCY_CODE = "Mã cơ quan"
    AGENCY = "Cơ quan giải quyết"
    LEGAL_BASIS = "Căn cứ pháp lý"
    VERSION = "Phiên bản"
    EFFECTIVE_FROM = "Hiệu lực từ"
    EFFECTIVE_UNTIL = "Hiệu lực đến"
    SUBJECTS = "Đối tượng"
    RESULTS = "Kết quả"
    SERVICE_LEVEL = "Mức độ"
    RECEIVED_IN = "Tiếp nhận trên hệ thống"
    IMMEDIATE = "Trả kết quả ngay"
    AFTER_15H = "Sau 15 giờ trả ngày hôm sau"
    FOUR_STEPS = "Bốn tại chỗ"
    NON_TERRITORIAL = "Phi địa giới"
    APPROVED = "Đã phê duyệt"
    CONFIGURED = "Đã cấu hình"
    PUBLISHED = "Đã công khai"
    CHANNEL = "Kênh"
    LIMIT = "Thời hạn"
    LIMIT_UNIT = "Đơn vị thời hạn"
    CASE = "Trường hợp"
    PAPER = "Tên giấy tờ"
    ORIGINALS = "Bản chính"
    CERTIFIED = "Bản chứng thực"
    PHOTOCOPIES = "Bản sao"
    FORM = "Mẫu đơn"
    REQUIRED = "Bắt buộc"
    PRESENT_ONLY = "Chỉ xuất trình"
    FROM_DATABASE = "Có trong cơ sở dữ liệu"
    PAPER_NOTE = "Ghi chú giấy tờ"
    FEE = "Tên phí, lệ phí"
    FEE_KIND = "Loại phí"
    AMOUNT = "Mức thu"
    CONDITION = "Điều kiện thu"
    FEE_BASIS = "Căn cứ thu"
    SET_BY = "Cơ quan quy định mức thu"
    FEE_FROM = "Mức thu từ ngày"
    FEE_TO = "Mức thu đến ngày"
    STEP = "Bước thực hiện"
    STEP_ORDER = "Thứ tự bước"
    STEP_ROLE = "Người thực hiện"
    STEP_UNIT = "Đơn vị thực hiện"
    STEP_HOURS = "Số giờ làm việc"


_ALSO: dict[Column, tuple[str, ...]] = {
    Column.CODE: ("Mã TTHC", "Mã thủ tục hành chính", "Mã số TTHC", "Mã số", "Mã"),
    Column.NAME: ("Tên TTHC", "Tên thủ tục hành chính", "Thủ tục hành chính", "Tên"),
    Column.FIELD: ("Tên lĩnh vực",),
    Column.LEVEL: ("Cấp", "Cấp giải quyết", "Cấp chính quyền"),
    Column.AGENCY_CODE: ("Mã cơ quan giải quyết", "Mã đơn vị"),
    Column.AGENCY: ("Cơ quan thực hiện", "Cơ quan có thẩm quyền", "Đơn vị giải quyết"),
    Column.LEGAL_BASIS: ("Căn cứ",),
    Column.EFFECTIVE_FROM: ("Ngày hiệu lực", "Có hiệu lực từ"),
    Column.EFFECTIVE_UNTIL: ("Ngày hết hiệu lực", "Hết hiệu lực"),
    Column.SUBJECTS: ("Đối tượng thực hiện",),
    Column.RESULTS: ("Kết quả thực hiện", "Kết quả giải quyết", "Giấy tờ kết quả"),
    Column.SERVICE_LEVEL: ("Mức độ DVC", "Mức độ dịch vụ công", "Dịch vụ công trực tuyến"),
    Column.RECEIVED_IN: ("Hệ thống tiếp nhận",),
    Column.FOUR_STEPS: ("4 tại chỗ", "Thực hiện 4 tại chỗ"),
    Column.PUBLISHED: ("Đã công bố",),
    Column.CHANNEL: ("Hình thức nộp", "Cách thức thực hiện", "Kênh tiếp nhận", "Cách thức"),
    Column.LIMIT: ("Thời hạn giải quyết", "Thời gian giải quyết"),
    Column.LIMIT_UNIT: ("Đơn vị tính thời hạn", "Đơn vị thời gian"),
    Column.CASE: ("Trường hợp hồ sơ",),
    Column.PAPER: ("Thành phần hồ sơ", "Giấy tờ", "Tên thành phần hồ sơ"),
    Column.ORIGINALS: ("Số bản chính", "SL bản chính"),
    Column.CERTIFIED: ("Bản sao chứng thực", "Số bản chứng thực"),
    Column.PHOTOCOPIES: ("Bản photo", "Số bản sao", "SL bản sao", "Bản phô tô"),
    Column.FORM: ("Biểu mẫu", "Mẫu đơn, tờ khai", "Tên mẫu đơn", "Mẫu số"),
    Column.PRESENT_ONLY: ("Xuất trình", "Giấy tờ xuất trình"),
    Column.FROM_DATABASE: ("Khai thác từ cơ sở dữ liệu", "Từ CSDL", "Có trong CSDL"),
    Column.PAPER_NOTE: ("Ghi chú",),
    Column.FEE: ("Phí, lệ phí", "Tên phí", "Tên lệ phí", "Khoản thu"),
    Column.FEE_KIND: ("Phí hay lệ phí", "Loại khoản thu"),
    Column.AMOUNT: ("Số tiền", "Mức phí", "Mức phí, lệ phí"),
    Column.CONDITION: ("Điều kiện", "Trường hợp thu"),
    Column.FEE_BASIS: ("Căn cứ thu phí",),
    Column.SET_BY: ("Cơ quan quy định",),
    Column.STEP: ("Tên bước", "Bước quy trình", "Bước công việc"),
    Column.STEP_ORDER: ("Bước số", "Thứ tự"),
    Column.STEP_ROLE: ("Vai trò", "Chức danh thực hiện"),
    Column.STEP_UNIT: ("Bộ phận thực hiện", "Đơn vị, bộ phận"),
    Column.STEP_HOURS: ("Thời gian thực hiện", "Thời gian bước", "Số giờ"),
}

LISTS = frozenset({Column.LEVEL, Column.LEGAL_BASIS, Column.SUBJECTS, Column.RESULTS})
"""Columns whose cells may hold several values, one a line or separated by semicolons."""

_IN_BRACKETS = re.compile(r"\([^)]*\)")


def _key(heading: str) -> str:
    return " ".join(words(heading))


_KNOWN = {
    _key(heading): column for column in Column for heading in (column.value, *_ALSO.get(column, ()))
}


def column_of(heading: str) -> Column | None:
    """Return the column that a heading means; what stands in brackets may be more."""
    return _KNOWN.get(_key(heading)) or _KNOWN.get(_key(_IN_BRACKETS.sub(" ", heading)))


def recognise(headings: Sequence[str]) -> tuple[dict[int, Column], tuple[str, ...]]:
    """Return position → column, and the headings that mean nothing to us.

    Of two headings for one column the first counts; the other is among the ignored.
    """
    found: dict[int, Column] = {}
    ignored = []
    for position, heading in enumerate(headings):
        column = column_of(heading)
        if column is not None and column not in found.values():
            found[position] = column
        elif heading:
            ignored.append(heading)
    return found, tuple(ignored)
