"""What the timeline and the log say of acts of the office: closings, obstacles, books."""

from __future__ import annotations

from counter_app.domain.acts.office import (
    AppointmentMade,
    BookClosed,
    DayClosed,
    ObstacleNoted,
    PasswordReset,
)
from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.wording.act_words import ActWords
from counter_app.wording.parts import joined

BOOKS: dict[str, str] = {
    "register": "Sổ theo dõi hồ sơ",
    "fees": "Sổ thu phí, lệ phí",
    "supplements": "Sổ yêu cầu bổ sung",
    "refusals": "Sổ từ chối tiếp nhận",
    "late": "Sổ hồ sơ trễ hẹn và xin lỗi",
    "post": "Sổ trả kết quả qua bưu chính",
    "hand_overs": "Sổ bàn giao hồ sơ",
    "certifications": "Sổ chứng thực",
}
"""The names of books by their stable keys."""

PROBLEMS: dict[str, str] = {
    "obstacle_no_text": "Ghi vướng mắc là gì.",
    "obstacle_person": "Có dãy số giống số định danh hoặc số điện thoại: đừng ghi của ai vào đây.",
}


def day_closed(title: str, body: DayClosed) -> ActWords:
    """Return the words of a closed day."""
    day = tr("ngày {day}").format(day=shown_date(body.day))
    if not body.gaps:
        gaps = tr("không có chênh lệch")
    else:
        gaps = several("{n} chênh lệch", len(body.gaps)).format(n=grouped(len(body.gaps)))
    again = tr("đính chính: {reason}").format(reason=body.reason) if body.corrects else ""
    return ActWords(title, joined(day, gaps, again))


def obstacle_noted(title: str, body: ObstacleNoted) -> ActWords:
    """Return the words of an obstacle."""
    return ActWords(title, joined(body.text, body.procedure_name, body.proposal))


def book_closed(title: str, body: BookClosed) -> ActWords:
    """Return the words of a closed book."""
    book = tr(BOOKS[body.book]) if body.book in BOOKS else body.book
    quyen = tr("quyển {book}").format(book=body.quyen) if body.quyen else ""
    rows = several("{n} dòng", body.rows).format(n=grouped(body.rows))
    return ActWords(title, joined(book, tr("năm {year}").format(year=body.year), quyen, rows))


def appointment_made(title: str, body: AppointmentMade) -> ActWords:
    """Return the words of a temporary appointment."""
    days = tr("từ {first} đến {last}").format(
        first=shown_date(body.valid_from), last=shown_date(body.valid_until)
    )
    agencies = several("{n} cơ quan", len(body.agencies)).format(n=grouped(len(body.agencies)))
    number = tr("số {number}").format(number=body.decision_number)
    return ActWords(title, joined(body.officer_name, number, agencies, days, body.reason))


def password_reset(title: str, body: PasswordReset) -> ActWords:
    """Return the words of a password that a supervisor reset."""
    until = tr("dùng tạm đến {until}").format(until=shown_moment(body.until))
    return ActWords(title, joined(body.officer_name, until, body.reason))
