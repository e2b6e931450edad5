"""Words for coverage: rows of an approved list, and the states of agencies."""

from __future__ import annotations

from counter_app.domain.office.coverage import Operation, ProcessState
from counter_app.domain.procedures.procedure import Level

PROCESSES: dict[ProcessState, str] = {
    ProcessState.NOT_DRAWN: "chưa lập",
    ProcessState.SUBMITTED: "đang trình",
    ProcessState.APPROVED: "đã duyệt",
}
OPERATIONS: dict[Operation, str] = {
    Operation.NONE: "chưa",
    Operation.TRIAL: "thử nghiệm",
    Operation.OFFICIAL: "chính thức",
}
LEVELS: dict[Level | None, str] = {
    Level.MINISTRY: "Trung ương",
    Level.PROVINCE: "Cấp tỉnh",
    Level.COMMUNE: "Cấp xã",
    None: "Chưa rõ cấp",
}

PROBLEMS: dict[str, str] = {
    "approved.bad_code": "“{written}” không phải mã thủ tục (dạng 1.001193).",
    "approved.no_name": "Thiếu tên thủ tục, hoặc tên dài hơn {limit} ký tự.",
    "approved.given_twice": "Ghi trùng với dòng {row}; chỉ giữ một.",
    "approved.given_differently": "Mã này đã có ở dòng {row} với nội dung khác.",
    "approved.agency_twice": "Cơ quan này đã có ở dòng {row} với trạng thái khác.",
    "approved.name_differs": "Tên khác với danh mục đang dùng: “{name}”; cần đối chiếu.",
    "approved.agency_unknown": "Mã cơ quan {agency} không có trong danh sách cơ quan.",
    "approved.no_agency": "Thiếu mã cơ quan.",
    "approved.bad_state": "Không hiểu “{value}” ở cột “{column}”.",
    "approved.unread": "Không đọc được “{value}” ở cột “{column}”.",
    "approved.no_since": "Đã vận hành nhưng chưa ghi từ ngày nào.",
    "approved.operated_unapproved": "Vận hành chính thức khi quy trình chưa được duyệt; cần xem "
    "lại.",
}
