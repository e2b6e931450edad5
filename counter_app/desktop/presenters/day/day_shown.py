"""What the closed day's page says of differences: how many are open, and why it can't close yet."""

from __future__ import annotations

from counter_app.desktop.presenters.day.day_rows import BOOKS, LISTS
from counter_app.desktop.presenters.day.day_state import STEPS, DayStep
from counter_app.domain.acts.office import Gap
from counter_app.i18n import several, tr
from counter_app.services.closing.stand import DayStand, Difference

_STEP_OF = {Gap.UNFINISHED: DayStep.UNFINISHED}
_STEP_OF |= dict.fromkeys(LISTS, DayStep.LISTS) | dict.fromkeys(BOOKS, DayStep.BOOKS)


def open_counts(stand: DayStand | None, pile: int) -> tuple[int | None, ...]:
    """Return the number beside each step: open differences, and how many papers were scanned."""
    if stand is None:
        return (None,) * len(STEPS)
    steps = [_STEP_OF[each.gap] for each in stand.open_differences]
    found: dict[DayStep, int | None] = {step: steps.count(step) for step in STEPS}
    found |= {DayStep.PILE: pile, DayStep.CLOSE: None}
    return tuple(found[step] for step in STEPS)


def why_not(stand: DayStand | None, step: DayStep, correction: str) -> str:
    """Return why the key of the step can't do it yet; only the last step can be held up."""
    if step is not DayStep.CLOSE:
        return ""
    if stand is None:
        return tr("Đang đọc số liệu.")
    if left := len(stand.open_differences):
        said = several("Còn {n} chênh lệch chưa xử lý hoặc chưa ghi lý do.", left)
        return said.format(n=left)
    if stand.closed is not None and not correction:
        return tr("Ngày này đã chốt: ghi lý do đính chính để chốt lại.")
    return ""


def is_open(each: Difference | None) -> bool:
    """Tell whether a row still wants something."""
    return each is not None and each.is_open


def in_full(each: Difference | None) -> str:
    """Return a difference in one line, "" for none."""
    if each is None:
        return ""
    return f"{each.code}: {each.what}" if each.code else each.what
