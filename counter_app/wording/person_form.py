"""What is not right with a person that an officer typed."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "person_name_missing": "Chưa có tên. Chỉ tên là bắt buộc.",
    "person_name_letters": "Họ tên có ký tự không phải chữ cái; hãy xem lại.",
    "person_capacity_missing": "Chưa chọn tư cách: đến thay cho chủ hồ sơ với tư cách gì?",
    "person_other_name_missing": "Chưa có tên người đến nộp thay.",
    "person_of_age": "Theo ngày sinh, người này đã đủ 18 tuổi.",
}
