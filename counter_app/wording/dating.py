"""Words of the question what day it is."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "confirmed_day": "Gõ đủ ngày, tháng, năm: ví dụ 05/01/2027.",
    "confirmed_day_again": "Hai lần gõ khác nhau. Xem lịch rồi gõ lại.",
    "confirmed_hour": "Gõ giờ và phút: ví dụ 08:05.",
    "confirmed_too_early": "Máy chủ đã báo {latest}; ngày giờ này sớm hơn.",
}
