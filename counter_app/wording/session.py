"""Words for logging in and unlocking at the counter."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_KEPT = "Việc đang làm trên máy vẫn được giữ nguyên."

WORDS: dict[str, Sentence] = {
    "session.wrong_password": Sentence(
        "Mật khẩu chưa đúng.",
        _KEPT,
        "Nhấn Hiện chữ để xem lại rồi gõ lại; chú ý Caps Lock và bộ gõ tiếng Việt.",
    ),
    "session.slowed_down": Sentence(
        "Mật khẩu chưa đúng {misses} lần liền.",
        _KEPT,
        "Đợi {seconds} giây rồi gõ lại, hoặc để cán bộ khác đăng nhập.",
    ),
    "session.offline_over": Sentence(
        "Thời gian được đăng nhập khi chưa có mạng đã hết từ {until}.",
        "Dữ liệu trên máy vẫn an toàn.",
        "Đăng nhập lại khi có mạng, hoặc nhờ cán bộ khác đã đăng nhập ở máy này.",
    ),
    "session.officer_inactive": Sentence(
        "Cán bộ {officer} không còn trong danh sách đang làm việc của tỉnh.",
        "Dữ liệu trên máy vẫn an toàn.",
        "Để cán bộ khác đăng nhập, hoặc báo quản trị viên nếu danh sách chưa đúng.",
    ),
    "session.inspection_over": Sentence(
        "Quyết định cử {officer} kiểm tra không có hiệu lực hôm nay ({days}).",
        "Dữ liệu trên máy vẫn an toàn.",
        "Báo quản trị viên của tỉnh nếu thời hạn kiểm tra được gia hạn.",
    ),
}

PROBLEMS: dict[str, str] = {}
