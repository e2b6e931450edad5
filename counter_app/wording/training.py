"""Words that keep the training mode (tập huấn) and the real counter apart."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "training.home": Sentence(
        "{path} là dữ liệu của bản tập huấn, không phải của quầy thật.",
        "Chưa có gì được mở hay thay đổi.",
        "Để tập huấn, chạy counter-app train; để làm việc thật, bỏ --home hoặc chọn thư mục khác.",
    ),
    "training.not_home": Sentence(
        "{path} không phải là dữ liệu của bản tập huấn.",
        "Dữ liệu trong đó không bị mở hay thay đổi.",
        "Hãy bỏ --home, hoặc chọn một thư mục chưa có gì.",
    ),
    "training.server": Sentence(
        "Bản tập huấn không gửi tới {server}.",
        "Chưa có gì được gửi đi; bản tập huấn chỉ nói chuyện với tỉnh mẫu trên máy này.",
        "Để làm việc thật, đóng bản tập huấn và mở Quầy một cửa.",
    ),
    "training.code": Sentence(
        "Mã {code} là của giấy tập huấn, không có giá trị.",
        "Hồ sơ thật không bị ảnh hưởng.",
        "Hãy quét mã trên giấy tiếp nhận thật, hoặc tiếp nhận hồ sơ mới bằng F2.",
    ),
    "training.part": Sentence(
        "Bản cài đặt này chưa có phần tỉnh mẫu để tập huấn.",
        "Chưa có gì thay đổi.",
        "Cài thêm: pip install 'counter-app[sandbox]', hoặc cài lại bản đầy đủ.",
    ),
}
