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
    "session.no_role": Sentence(
        "Danh sách của tỉnh chưa giao vai trò nào cho {officer}.",
        "Dữ liệu trên máy vẫn an toàn.",
        "Báo quản trị của tỉnh giao vai trò; danh sách mới tự về khi có mạng.",
    ),
    "session.new_password_short": Sentence(
        "Mật khẩu mới ngắn quá.",
        "Mã dùng một lần vẫn còn dùng được.",
        "Đặt mật khẩu từ {least} ký tự trở lên.",
    ),
    "session.new_password_unknown": Sentence(
        "Mất mạng giữa chừng, chưa rõ tỉnh đã nhận mật khẩu mới chưa.",
        "Mã chỉ hết hiệu lực khi tỉnh đã nhận mật khẩu mới.",
        "Khi có mạng, thử mật khẩu mới trước; chưa được thì gõ lại mã.",
    ),
    "session.inspection_over": Sentence(
        "Quyết định cử {officer} kiểm tra không có hiệu lực hôm nay ({days}).",
        "Dữ liệu trên máy vẫn an toàn.",
        "Báo quản trị viên của tỉnh nếu thời hạn kiểm tra được gia hạn.",
    ),
}

PROBLEMS: dict[str, str] = {
    "roles.unreadable": "Chương trình này chưa đọc được bảng vai trò tỉnh mới gửi.",
    "roles.line_twice": "Bảng vai trò ghi một vai trò hai lần.",
    "roles.nobody_may": "Theo bảng vai trò, không ai được làm việc: {act}.",
    "roles.inspector_writes": "Bảng vai trò cho người kiểm tra ghi dữ liệu; họ chỉ được xem.",
    "roles.sees_bodies": "Bảng vai trò cho {role} xem nội dung hồ sơ.",
    "roles.one_purges": "Một vai trò vừa xóa vừa duyệt việc xóa: phải là hai người.",
    "reset.no_officer": "Chọn cán bộ quên mật khẩu.",
    "reset.no_reason": "Ghi lý do cấp lại mật khẩu.",
    "reset.own_reset": "Bạn đang dùng mật khẩu cấp tạm: đăng nhập khi có mạng trước đã.",
}
