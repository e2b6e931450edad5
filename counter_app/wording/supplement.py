"""Words of the supplement (bổ sung hồ sơ): why it can't be asked for or taken in as it stands."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "supplement_no_items": "Chưa chọn nội dung nào cần bổ sung.",
    "supplement_day_passed": "Ngày hẹn bổ sung đã qua.",
    "supplement_no_papers": "Chưa đánh dấu giấy tờ nào đã nhận bổ sung.",
}
