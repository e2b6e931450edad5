"""The keys that act on every page, with their words for the key overlay and the quick line."""

from __future__ import annotations

from counter_app.desktop.commands import Command
from counter_app.i18n import tr

ALWAYS = (
    (Command.PALETTE, "Tìm nhanh, lệnh nhanh"),
    (Command.DOSSIERS, "Hồ sơ"),
    (Command.HAND_OVER, "Bàn giao, nhận kết quả về"),
    (Command.CERTIFY, "Chứng thực nhanh"),
    (Command.SHIFT, "Thu phí, chốt ca"),
    (Command.CLOSE_DAY, "Chốt số liệu ngày"),
    (Command.REMINDERS, "Nhắc việc"),
    (Command.LATE, "Trễ hẹn, thư xin lỗi"),
    (Command.OVERVIEW, "Tổng quan"),
    (Command.REPORTS, "Báo cáo"),
    (Command.BOOKS, "Sổ: xem, in, khóa sổ"),
    (Command.OBSTACLE, "Ghi vướng mắc"),
    (Command.LOG, "Nhật ký & kiểm chứng"),
    (Command.CHECKS, "Kiểm tra máy"),
    (Command.CITIZEN_SCREEN, "Màn hình công dân"),
    (Command.REPRINT, "In lại giấy vừa in"),
    (Command.LOCK, "Khóa màn hình"),
    (Command.FULL_SCREEN, "Toàn màn hình"),
    (Command.BIGGER, "Chữ to hơn"),
    (Command.SMALLER, "Chữ nhỏ hơn"),
    (Command.NORMAL, "Cỡ chữ thường"),
)


def always() -> list[tuple[Command, str]]:
    """Return them in their order, in the language of the window."""
    return [(command, tr(words)) for command, words in ALWAYS]
