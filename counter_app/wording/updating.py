"""Words for updates."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_KEPT = "Chương trình và dữ liệu đang dùng vẫn nguyên."
_ASK = "Xin lại gói từ nơi phát hành, rồi thử lại."

WORDS: dict[str, Sentence] = {
    "update.not_found": Sentence(
        "Không thấy gói cập nhật ở {path}.",
        _KEPT,
        "Kiểm tra USB hoặc thư mục mạng còn nối, rồi thử lại.",
    ),
    "update.not_one": Sentence(
        "Tệp {file} không phải gói cập nhật.", _KEPT, "Chọn tệp có đuôi .capnhat."
    ),
    "update.torn": Sentence("Gói {file} bị đứt hoặc bị hỏng khi chép.", _KEPT, _ASK),
    "update.forged": Sentence(
        "Chữ ký của gói {file} không đúng: gói có thể đã bị sửa.",
        _KEPT,
        "Không dùng gói này; báo quản trị của tỉnh.",
    ),
    "update.key_unknown": Sentence(
        "Gói {file} được ký bằng khóa {key} mà máy này không tin cho loại gói ấy.",
        _KEPT,
        "Báo quản trị của tỉnh kiểm tra nguồn gói.",
    ),
    "update.key_unusable": Sentence(
        "Tệp {path} không phải khóa ký, hoặc câu khóa không đúng.",
        "Chưa ký gì.",
        "Chọn đúng tệp khóa và câu khóa của nó.",
    ),
    "update.other_product": Sentence(
        "Gói này dành cho chương trình khác ({product}).", _KEPT, "Chọn gói của counter-app."
    ),
    "update.content": Sentence(
        "Phần {part} trong gói không đúng loại hoặc không dùng được.", _KEPT, _ASK
    ),
    "update.platform": Sentence(
        "Gói này dành cho máy {platform}; máy này là {here}.",
        _KEPT,
        "Lấy gói cho đúng loại máy.",
    ),
    "update.base": Sentence(
        "Bản {version} chỉ cài được trên bản {base} trở lên; máy này đang dùng {here}.",
        _KEPT,
        "Cài bản {base} trước.",
    ),
    "update.contract": Sentence(
        "Bản {version} dùng giao thức khác với máy chủ của tỉnh.",
        _KEPT,
        "Hỏi quản trị của tỉnh nên dùng bản nào.",
    ),
    "update.downgrade": Sentence(
        "Gói {version} cũ hơn bản đang dùng ({here}); không lùi bằng cách này.",
        _KEPT,
        "Muốn trở lại bản trước, dùng counter-app update rollback.",
    ),
    "update.here": Sentence(
        "Bản {version} đã được dùng trên máy này.", _KEPT, "Không phải làm gì thêm."
    ),
    "update.refused_before": Sentence(
        "Gói {version} đã cài không thành ở máy này.",
        _KEPT,
        "Báo quản trị của tỉnh; gói mới hơn sẽ được nhận như thường.",
    ),
    "update.disk_full": Sentence(
        "Cập nhật cần {needed} MB mà đĩa chỉ còn {free} MB.",
        _KEPT,
        "Dọn đĩa, rồi thử lại; phần đã tải vẫn được giữ.",
    ),
    "update.not_written": Sentence(
        "Không ghi được vào {path} ({reason}).", _KEPT, "Kiểm tra đĩa, rồi thử lại."
    ),
    "update.officer_in": Sentence(
        "Đang có cán bộ làm việc nên chưa cài cập nhật.",
        "Gói đã tải và kiểm tra, vẫn chờ ở máy.",
        "Gói được cài khi hết ca, lúc đóng chương trình.",
    ),
    "update.draft_open": Sentence(
        "Còn {count} hồ sơ đang mở nên chưa cài cập nhật.",
        "Gói đã tải và kiểm tra, vẫn chờ ở máy.",
        "Ghi hoặc đóng hồ sơ đang mở, rồi thử lại.",
    ),
    "update.nothing": Sentence(
        "Không có gói cập nhật nào chờ cài.", _KEPT, "Không phải làm gì thêm."
    ),
    "update.not_made": Sentence(
        "Chưa cài được bản {version} ({reason}); máy đã trở lại bản trước.",
        "Không mất hồ sơ nào; việc chờ gửi vẫn nguyên.",
        "Báo quản trị của tỉnh; không cần làm gì ở quầy.",
    ),
    "update.no_way_back": Sentence(
        "Không trở lại bản trước được ({count} việc đã ghi từ khi cập nhật, hoặc không có bản cũ).",
        _KEPT,
        "Dùng tiếp bản này; báo quản trị của tỉnh.",
    ),
}
