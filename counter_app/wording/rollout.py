"""Words for unattended enrolment and for homes that came with a copied disk."""

from __future__ import annotations

from counter_app.i18n import tr
from counter_app.wording.sentence import Sentence

_UNCHANGED = "Chưa có gì được ghi trên máy này."

WORDS: dict[str, Sentence] = {
    "rollout.unreadable": Sentence(
        "Không đọc được tệp trả lời {path} ({reason}).",
        _UNCHANGED,
        "Hãy xem tệp có ở đó và đúng dạng TOML không (đường dẫn Windows đặt trong dấu nháy đơn), "
        "rồi chạy lại.",
    ),
    "rollout.refused": Sentence(
        "Tệp trả lời {path} có mục chưa dùng được.",
        _UNCHANGED,
        "Hãy sửa tất cả các mục nêu dưới đây rồi chạy lại.",
    ),
    "rollout.elsewhere": Sentence(
        "Máy này đã được ghi danh là máy quầy số {device}, quầy {counter} của {centre} tại "
        "{server}, không phải quầy {wanted_counter} của {wanted_centre} tại {wanted_server}.",
        "Hồ sơ và cài đặt của máy được giữ nguyên; mã ghi danh trong tệp chưa được dùng.",
        "Nếu tệp được gửi nhầm máy thì không cần làm gì. Nếu máy thật sự chuyển sang quầy khác, "
        "hãy gửi nốt dữ liệu và thu hồi máy trước (counter-app wipe), rồi ghi danh lại.",
    ),
    "rollout.copied": Sentence(
        "Thư mục dữ liệu ở đây được ghi danh trên một máy khác (máy quầy số {device}): có thể máy "
        "này được cài từ ảnh đĩa của một máy đã ghi danh.",
        "Dữ liệu được giữ nguyên; mã ghi danh trong tệp chưa được dùng.",
        "Hãy làm theo docs/rollout.md, mục “Ảnh đĩa đã lỡ ghi danh”.",
    ),
}

PROBLEMS: dict[str, str] = {
    "rollout.missing": "Thiếu mục “{name}”.",
    "rollout.unknown_key": "Có mục lạ “{name}”; gần giống nhất là “{near}”.",
    "rollout.odd_key": "Có một mục mà tên không phải chữ thường không dấu; xem lại từng dòng.",
    "rollout.wrong_kind": "Mục “{name}” sai kiểu giá trị; cần {kind}.",
    "rollout.not_https": "Địa chỉ ở mục “{name}” phải có dạng https://tên-máy-chủ, không kèm tên "
    "đăng nhập hay tham số.",
    "rollout.wrong_choice": "Mục “{name}” chỉ nhận: {choices}.",
    "rollout.wrong_shape": "Mục “{name}” không đúng dạng; ví dụ đúng: {example}.",
    "rollout.both": "Chỉ được ghi một trong hai mục “{name}” và “{other}”.",
    "rollout.file_missing": "Không đọc được tệp ở mục “{name}”: {path} ({reason}).",
    "rollout.not_pem": "Mục “{name}” không chứa chứng thư gốc dạng PEM dùng được.",
    "rollout.not_text": "Tệp {path} không phải CSV mã UTF-8; trong Excel hãy lưu kiểu “CSV UTF-8”.",
    "rollout.no_column": "Tệp {path} thiếu cột “{column}”.",
    "rollout.no_line": "Tệp {path} không có dòng nào cho máy tên “{pc}”.",
    "rollout.many_lines": "Tệp {path} có nhiều dòng cho máy tên “{pc}”: dòng {lines}.",
    "rollout.line_differs": "Dòng {line} của {path} ghi “{told}” ở mục “{name}”, còn tệp trả lời "
    "ghi “{answered}”.",
    "rollout.no_code": "Máy tên “{pc}” chưa có mã ghi danh (dòng {line} của {path}).",
    "rollout.code_shape": "Mã ghi danh có {length} ký tự, không đúng độ dài của mã do tỉnh cấp.",
    "rollout.idle": "Mục “{name}” chỉ dùng khi {needs}.",
}


def copied_words(device: str) -> tuple[str, str]:
    """Return what is found when a home was made on another machine, and what to do about it."""
    found = tr("thư mục này được tạo trên một máy khác (máy quầy số {device})")
    step = tr(
        "nếu vừa thay máy hoặc thay bo mạch: nối mạng một lần, máy tự được nhận lại. Nếu máy được "
        "cài từ ảnh đĩa của một máy đã ghi danh: xem docs/rollout.md, mục “Ảnh đĩa đã lỡ ghi danh”"
    )
    return found.format(device=device), step
