"""Roles at a centre and what each may do. The table is data: `resources/centre/roles.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Role(Enum):
    """The seven roles of DOMAIN §2."""

    RECEPTION = "reception"  # cán bộ tiếp nhận
    RETURN = "return"  # cán bộ trả kết quả
    FEES = "fees"  # cán bộ thu phí, lệ phí
    SUPERVISOR = "supervisor"  # trưởng bộ phận, giám đốc
    ADMIN = "admin"  # quản trị: devices, users, printers; sees no bodies
    POST = "post"  # nhân viên bưu chính
    INSPECTOR = "inspector"  # kiểm tra: reads only, for a limited time


class Act(Enum):
    """What a person can do with the program, in the office's words."""

    SEE_LISTS = "see_lists"
    SEE_DOSSIERS = "see_dossiers"  # bodies: names, papers, identity numbers
    RECEIVE = "receive"
    PRINT = "print"
    REQUEST_SUPPLEMENT = "request_supplement"
    RECEIVE_SUPPLEMENT = "receive_supplement"
    REFUSE = "refuse"
    RECORD_WITHDRAWAL = "record_withdrawal"
    STOP = "stop"
    TAKE_PAYMENT = "take_payment"
    HAND_OVER = "hand_over"  # bàn giao, both ways
    TAKE_RESULT_IN = "take_result_in"
    RETURN_RESULT = "return_result"
    EXTEND = "extend"
    APOLOGISE = "apologise"
    TELL = "tell"
    CORRECT = "correct"
    RECORD_COMPLAINT = "record_complaint"
    REOPEN = "reopen"
    CONFIRM_BREACH = "confirm_breach"
    APPOINT = "appoint"
    SEE_REPORTS = "see_reports"
    EXPORT = "export"
    SEE_LOGS = "see_logs"
    IMPORT_CATALOGUE = "import_catalogue"
    MANAGE_DEVICES = "manage_devices"
    MANAGE_USERS = "manage_users"  # at the province: a counter makes no officers
    MANAGE_PRINTERS = "manage_printers"
    CLOSE_DAY = "close_day"
    CLOSE_BOOK = "close_book"
    REVIEW_FLAGS = "review_flags"
    DECIDE_DELETIONS = "decide_deletions"
    PURGE = "purge"  # asks for it and carries it out
    APPROVE_PURGE = "approve_purge"  # another person than who carries it out
    WIPE = "wipe"
    REPLACE = "replace"
    UPDATE = "update"  # now, in the middle of a day; between shifts it comes by itself
    RESET_PASSWORD = "reset_password"  # noqa: S105 (an act, not a secret)


EARLIER: Mapping[Act, tuple[Act, ...]] = MappingProxyType(
    {
        Act.CLOSE_DAY: (Act.PRINT,),
        Act.CLOSE_BOOK: (Act.CONFIRM_BREACH,),
        Act.REVIEW_FLAGS: (Act.CONFIRM_BREACH,),
        Act.DECIDE_DELETIONS: (Act.CONFIRM_BREACH,),
        Act.PURGE: (Act.MANAGE_DEVICES,),
        Act.APPROVE_PURGE: (Act.CONFIRM_BREACH,),
        Act.WIPE: (Act.CONFIRM_BREACH, Act.MANAGE_DEVICES),
        Act.REPLACE: (Act.CONFIRM_BREACH, Act.MANAGE_DEVICES),
        Act.UPDATE: (Act.CONFIRM_BREACH, Act.MANAGE_DEVICES),
        Act.RESET_PASSWORD: (Act.CONFIRM_BREACH,),
    }
)
"""Acts younger than the first tables → what allowed them before they had a name.

A table that names such an act in no line was written before it: there the earlier acts count, so a
newer program takes nothing from anybody.
"""


@dataclass(frozen=True, slots=True)
class RoleActs:
    """One line of the table."""

    role: Role
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class RoleTable:
    """Which role may do what. A role without a line may do nothing."""

    version: str
    lines: tuple[RoleActs, ...]

    def may(self, role: Role, act: Act) -> bool:
        """Return True when `role` may do `act`."""
        names = (act,) if act not in EARLIER or self.names(act) else EARLIER[act]
        return any(name in line.acts for line in self.lines if line.role is role for name in names)

    def names(self, act: Act) -> bool:
        """Tell whether any line of the table names `act`."""
        return any(act in line.acts for line in self.lines)

    def any_may(self, roles: tuple[Role, ...], act: Act) -> bool:
        """Return True when one of a person's `roles` may do `act`."""
        return any(self.may(role, act) for role in roles)
