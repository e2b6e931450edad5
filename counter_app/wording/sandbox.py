"""Words for the reference server (máy chủ tập huấn)."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "sandbox.port_taken": Sentence(
        "Máy chủ tập huấn không mở được cổng {port} tại {host}: cổng bận, hoặc không phải máy này.",
        "Dữ liệu của máy chủ còn nguyên.",
        "Chọn cổng khác bằng --port, hoặc --port 0 để lấy một cổng trống.",
    ),
    "sandbox.province_unusable": Sentence(
        "Không mở được dữ liệu của máy chủ tập huấn ({reason}).",
        "Dữ liệu của quầy không liên quan; tệp của máy chủ được giữ nguyên.",
        "Chọn thư mục khác bằng --data, hoặc phục hồi tệp province.db.",
    ),
    "sandbox.clerk_refused": Sentence(
        "Máy chủ tập huấn không nhận việc này ({status}, {reason}).",
        "Không có gì bị thay đổi.",
        "Xem lại hồ sơ và đăng nhập rồi làm lại.",
    ),
    "sandbox.no_answer": Sentence(
        "Máy chủ tập huấn tại {url} chưa trả lời.",
        "Hồ sơ tại quầy không bị ảnh hưởng.",
        "Kiểm tra máy chủ đang chạy: counter-app sandbox.",
    ),
}
