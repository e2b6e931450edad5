"""Words of piles (bàn giao): why a dossier can't be in one; of acts that are written later."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "pile_not_out": "Hồ sơ đang ở quầy, chưa bàn giao cho đơn vị nào.",
    "pile_is_out": "Hồ sơ đã bàn giao cho {unit}, chưa nhận lại.",
    "pile_result_is_here": "Kết quả của hồ sơ này đã về quầy.",
    "pile_no_unit": "Chưa chọn đơn vị.",
    "done_later": "Lúc làm việc này chưa đến.",
    "done_before_reception": "Hồ sơ được tiếp nhận lúc {at}: việc này không thể làm trước đó.",
}
