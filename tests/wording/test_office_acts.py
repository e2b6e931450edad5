"""What is said of acts of the office: days and books closed, obstacles, appointments."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.office import (
    AppointmentMade,
    BookClosed,
    DayClosed,
    DayGap,
    DayTotals,
    Gap,
    ObstacleNoted,
    PasswordReset,
)
from counter_app.wording.act_words import ActWords
from counter_app.wording.timeline import act_words
from tests.made import NOON

OF_THE_OFFICE: list[tuple[Body, ActWords]] = [
    (
        DayClosed(date(2026, 11, 20), "Phạm Thị Ví", DayTotals(), 12),
        ActWords("Chốt số liệu ngày", "ngày 20/11/2026 · không có chênh lệch"),
    ),
    (
        DayClosed(
            date(2026, 11, 20),
            "Phạm Thị Ví",
            DayTotals(),
            12,
            gaps=(DayGap(Gap.CASH, "thiếu 8.000 đ", reason="tiền lẻ"),),
            corrects="uid",
            reason="đếm lại",
        ),
        ActWords("Chốt số liệu ngày", "ngày 20/11/2026 · 1 chênh lệch · đính chính: đếm lại"),
    ),
    (
        ObstacleNoted("Đường truyền hay mất", "1.001193", "Đăng ký khai sinh", "Hộ tịch"),
        ActWords("Ghi vướng mắc", "Đường truyền hay mất · Đăng ký khai sinh"),
    ),
    (
        BookClosed("register", 2026, 4127, 310, 99812, "ab" * 32, "12"),
        ActWords("Khóa sổ", "Sổ theo dõi hồ sơ · năm 2026 · quyển 12 · 4.127 dòng"),
    ),
    (
        AppointmentMade(
            "CB-004",
            "Phạm Văn Ví Dụ",
            ("H26.15", "H26.15.01"),
            "09/QĐ-TTPVHCC",
            date(2026, 11, 20),
            date(2026, 11, 20),
            date(2026, 12, 31),
            "nghỉ ốm",
        ),
        ActWords(
            "Cử cán bộ tạm thời",
            "Phạm Văn Ví Dụ · số 09/QĐ-TTPVHCC · 2 cơ quan · từ 20/11/2026 đến 31/12/2026 "
            "· nghỉ ốm",
        ),
    ),
    (
        PasswordReset("cb-01", "Phạm Thị Ví", "quên mật khẩu", NOON),
        ActWords("Cấp lại mật khẩu", "Phạm Thị Ví · dùng tạm đến 10:00 20/11/2026 · quên mật khẩu"),
    ),
]


@pytest.mark.parametrize(("body", "said"), OF_THE_OFFICE)
def test_an_act_of_the_office(body: Body, said: ActWords) -> None:
    assert act_words(KINDS[type(body)], body, "2") == said
