"""The reasons that an office gives again and again: data of the province, chosen by a digit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ReasonUse(Enum):
    """What a reason is given for."""

    SUPPLEMENT = "supplement"  # yêu cầu bổ sung, hoàn thiện
    REFUSAL = "refusal"  # từ chối tiếp nhận
    WITHDRAWAL = "withdrawal"  # công dân rút hồ sơ
    STOP = "stop"  # dừng giải quyết
    EXTENSION = "extension"  # gia hạn
    APOLOGY = "apology"  # xin lỗi vì trễ hẹn
    CORRECTION = "correction"  # sửa đăng ký
    REOPENING = "reopening"  # mở lại hồ sơ
    BREACH = "breach"  # việc vượt quy định
    DAY = "day"  # chênh lệch khi chốt số liệu ngày
    PAPER_FIRST = "paper_first"  # nhận bằng giấy trước, ghi vào hệ thống sau


@dataclass(frozen=True, slots=True)
class StandingReason:
    """A reason as it stands on papers; `guidance` is what the citizen can do about it."""

    text: str
    guidance: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a reason has words")


@dataclass(frozen=True, slots=True)
class ReasonGroup:
    """The reasons for one use, in the order in which they are offered."""

    use: ReasonUse
    reasons: tuple[StandingReason, ...]


@dataclass(frozen=True, slots=True)
class ReasonList:
    """The office's reasons, as the province distributes them."""

    version: str
    groups: tuple[ReasonGroup, ...] = ()

    def of(self, use: ReasonUse) -> tuple[StandingReason, ...]:
        """Return the reasons for one use; nothing when the list has none."""
        return tuple(each for group in self.groups if group.use is use for each in group.reasons)
