"""Whether a province's table of roles can be worked by: it may change who does what, not lock out.

Checked before a table is used. Of one that fails nothing is used: the table of before stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from counter_app.domain.officers.roles import Act, Role, RoleTable
from counter_app.domain.problems import Problem, false

NEEDED: Mapping[Act, str] = MappingProxyType(
    {
        Act.SEE_LISTS: "xem danh sách hồ sơ",
        Act.SEE_DOSSIERS: "xem hồ sơ",
        Act.RECEIVE: "tiếp nhận hồ sơ",
        Act.PRINT: "in giấy",
        Act.RETURN_RESULT: "trả kết quả",
        Act.TAKE_PAYMENT: "thu phí, lệ phí",
        Act.CONFIRM_BREACH: "xác nhận việc trễ hạn, xác nhận ngày giờ",
        Act.APPOINT: "cử cán bộ",
        Act.SEE_LOGS: "xem nhật ký",
        Act.CLOSE_DAY: "chốt số liệu ngày",
        Act.DECIDE_DELETIONS: "quyết định về hồ sơ máy chủ báo bỏ",
        Act.RESET_PASSWORD: "cấp lại mật khẩu",
        Act.MANAGE_DEVICES: "quản lý máy quầy",
        Act.PURGE: "xóa nội dung hết thời hạn lưu",
        Act.APPROVE_PURGE: "duyệt việc xóa",
        Act.REPLACE: "thay máy",
        Act.WIPE: "xóa máy bị thu hồi",
    }
)
"""Acts that somebody must be allowed, or a counter is stuck some day; in words for the problem."""

READING = frozenset({Act.SEE_LISTS, Act.SEE_DOSSIERS, Act.SEE_REPORTS, Act.SEE_LOGS, Act.EXPORT})
"""All that an inspector may ever be allowed (DOMAIN §2: reads only)."""

NAMES: Mapping[Role, str] = MappingProxyType(
    {Role.ADMIN: "quản trị", Role.POST: "nhân viên bưu chính"}
)
"""Roles that see no bodies, whatever a table says."""


def table_problems(table: RoleTable) -> tuple[Problem, ...]:
    """Return why a table can't be worked by; nothing when it can."""
    found = []
    roles = [line.role for line in table.lines]
    if len(set(roles)) < len(roles):
        found.append(false("roles.line_twice", "/lines"))
    for act, words in NEEDED.items():
        if not table.any_may(tuple(Role), act):
            found.append(false("roles.nobody_may", "/lines", act=words))
    if any(table.may(Role.INSPECTOR, act) for act in Act if act not in READING):
        found.append(false("roles.inspector_writes", "/lines"))
    found += [
        false("roles.sees_bodies", "/lines", role=name)
        for role, name in NAMES.items()
        if table.may(role, Act.SEE_DOSSIERS)
    ]
    if not _two_people(table):
        found.append(false("roles.one_purges", "/lines"))
    return tuple(found)


def _two_people(table: RoleTable) -> bool:
    """Tell whether asking for an erasure and approving it are acts of different roles."""
    return not any(
        table.may(role, Act.PURGE) and table.may(role, Act.APPROVE_PURGE) for role in Role
    )
