"""Roles at a centre and what each may do. The table is data: `resources/centre/roles.json`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
    MANAGE_USERS = "manage_users"
    MANAGE_PRINTERS = "manage_printers"


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
        return any(line.role is role and act in line.acts for line in self.lines)

    def any_may(self, roles: tuple[Role, ...], act: Act) -> bool:
        """Return True when one of a person's `roles` may do `act`."""
        return any(self.may(role, act) for role in roles)
