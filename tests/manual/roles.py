"""The manual's table of roles, made of the table that the program ships."""

from __future__ import annotations

import json

from counter_app.config import resource
from counter_app.domain.officers.roles import Act, Role, RoleTable
from counter_app.domain.plain import from_plain

HEADS = {
    Role.RECEPTION: "Tiếp nhận",
    Role.RETURN: "Trả kết quả",
    Role.FEES: "Thu phí",
    Role.SUPERVISOR: "Phụ trách",
    Role.ADMIN: "Quản trị",
    Role.POST: "Bưu chính",
    Role.INSPECTOR: "Kiểm tra",
}

GROUPS = {
    "Xem danh sách": (Act.SEE_LISTS,),
    "Xem nội dung hồ sơ": (Act.SEE_DOSSIERS,),
    "Tiếp nhận": (Act.RECEIVE,),
    "In giấy, báo tin cho công dân, chốt số liệu ngày": (Act.PRINT, Act.TELL, Act.CLOSE_DAY),
    "Yêu cầu, nhận bổ sung; từ chối, rút, dừng; gia hạn, xin lỗi; đính chính": (
        Act.REQUEST_SUPPLEMENT, Act.RECEIVE_SUPPLEMENT, Act.REFUSE, Act.RECORD_WITHDRAWAL, Act.STOP,
        Act.EXTEND, Act.APOLOGISE, Act.CORRECT,
    ),
    "Bàn giao, nhận kết quả về": (Act.HAND_OVER, Act.TAKE_RESULT_IN),
    "Trả kết quả": (Act.RETURN_RESULT,),
    "Ghi phản ánh, kiến nghị": (Act.RECORD_COMPLAINT,),
    "Thu phí, chốt ca": (Act.TAKE_PAYMENT,),
    "Báo cáo": (Act.SEE_REPORTS,),
    "Nhật ký": (Act.SEE_LOGS,),
    "Mở lại hồ sơ, ghi vi phạm, cử cán bộ tạm thời, xuất dữ liệu, khóa sổ, xem việc có lưu ý, "
    "quyết định bỏ hàng loạt": (
        Act.REOPEN, Act.CONFIRM_BREACH, Act.APPOINT, Act.EXPORT, Act.CLOSE_BOOK, Act.REVIEW_FLAGS,
        Act.DECIDE_DELETIONS,
    ),
    "Cấp lại mật khẩu, duyệt xóa nội dung": (Act.RESET_PASSWORD, Act.APPROVE_PURGE),
    "Nhập danh mục, cài cập nhật giữa ca, thay máy, trả máy": (
        Act.IMPORT_CATALOGUE, Act.UPDATE, Act.REPLACE, Act.WIPE,
    ),
    "Quản lý thiết bị, tài khoản, máy in; làm việc xóa nội dung": (
        Act.MANAGE_DEVICES, Act.MANAGE_USERS, Act.MANAGE_PRINTERS, Act.PURGE,
    ),
}  # fmt: skip
"""Words → acts that the same roles may do. Each act stands in one line."""


def roles_table() -> str:
    """Return the table in Markdown; `ValueError` where a line no longer speaks for all its acts."""
    shipped = json.loads(resource("centre", "roles.json").read_bytes())
    acts = {line.role: set(line.acts) for line in from_plain(RoleTable, shipped).lines}
    named = [act for group in GROUPS.values() for act in group]
    if sorted(act.value for act in named) != sorted(act.value for act in Act):
        raise ValueError("an act stands in no line of the manual's table, or in two")
    rows = ["| Việc | " + " | ".join(HEADS.values()) + " |", "|---|" + ":-:|" * len(HEADS)]
    for words, group in GROUPS.items():
        cells = []
        for role in HEADS:
            may = {act in acts.get(role, ()) for act in group}
            if len(may) > 1:
                raise ValueError(f"{role.value} may do only a part of {words!r}")
            cells.append("●" if may == {True} else "")
        rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(rows)
