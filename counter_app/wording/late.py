"""Words for late dossiers and letters of apology in one go."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "late.held": Sentence(
        "Còn {count} chỗ vướng trong đợt thư xin lỗi.",
        "Chưa có gì được ghi hay cấp số.",
        "Xem lý do ở từng dòng, bỏ các dòng đó ra rồi làm lại.",
    ),
    "late.pending": Sentence(
        "Thư số {first} đến {last} đang chờ ký.",
        "Thư đã lập còn nguyên.",
        "Ghi nhận hoặc bỏ đợt đó trước khi lập đợt mới.",
    ),
    "late.gone": Sentence(
        "Đợt thư này đã được ghi nhận hoặc đã bỏ.",
        "Không có gì được ghi thêm.",
        "F5 để xem tình trạng mới nhất.",
    ),
}

PROBLEMS: dict[str, str] = {
    "late_nothing": "Chưa chọn hồ sơ nào.",
    "late_too_many": "Mỗi đợt nhiều nhất {most} thư: chọn bớt rồi lập tiếp đợt sau.",
    "late_practice": "Hồ sơ tập dượt: không gửi thư xin lỗi.",
    "late_paused": "Hồ sơ đang tạm dừng chờ công dân, không tính trễ.",
    "late_due_moved": "Ngày hẹn vừa được đổi sang {due}.",
    "late_letter_elsewhere": "Nơi khác vừa gửi thư xin lỗi số {number}.",
    "late_expected_past": "Ngày dự kiến có kết quả đã qua.",
    "late_expected_not_later": "Ngày dự kiến phải sau ngày hẹn trên giấy.",
    "late_expected_missing": "Chưa có ngày dự kiến có kết quả.",
    "late_day_off": "Ngày dự kiến là ngày nghỉ.",
    "late_year_estimated": "Lịch làm việc năm {year} chưa được duyệt: ngày này là ước tính.",
    "late_signer_agencies": (
        "Hồ sơ đã chọn thuộc {count} cơ quan: để trống người ký, hoặc chọn của một cơ quan."
    ),
    "late_clock_back": "Ngày của máy ({shown}) trước ngày ghi trên thư ({dated}).",
}
