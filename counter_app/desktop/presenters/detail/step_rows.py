"""The steps of a procedure's internal process, one calm line each: done, now, coming."""

from __future__ import annotations

from counter_app.desktop.presenters.detail.detail_state import InfoRow
from counter_app.desktop.theme.tokens import Tone
from counter_app.domain.dates import shown_moment
from counter_app.domain.procedures.workflow import Progress, StepAt, StepState
from counter_app.i18n import several, tr
from counter_app.wording.parts import joined

_TONES = {
    StepState.DONE: Tone.TEXT_3,
    StepState.NOW: Tone.TEXT,
    StepState.COMING: Tone.TEXT_2,
}

_HOUR, _DAY = 60, 480  # a working day, as processes reckon


def step_rows(stands: Progress) -> tuple[InfoRow, ...]:
    """Return the lines of a dossier's process."""
    return tuple(_row(stands, place, each) for place, each in enumerate(stands.steps))


def step_count(stands: Progress) -> str:
    """Return how far it is: `2/5`."""
    total = len(stands.steps)
    return f"{total if stands.now is None else stands.now + 1}/{total}"


def _row(stands: Progress, place: int, each: StepAt) -> InfoRow:
    step = each.step
    who = joined(step.role, step.unit or tr("Trung tâm"))
    right = tr("đã xong") if each.state is StepState.DONE else shown_moment(each.until)
    tone = _TONES[each.state]
    if each.state is StepState.NOW:
        since = shown_moment(stands.since)
        if stands.paused:
            waits = tr("chờ công dân từ {moment}").format(moment=since)
        else:
            waits = tr("đang ở đây từ {moment}").format(moment=since)
        late = ""
        if stands.late:
            late = tr("chậm {time} so với quy trình").format(time=_time(stands.late))
            tone = Tone.LATE
        who = joined(who, waits, late)
    return InfoRow(f"{place + 1}. {step.name}", who, right, tone)


def _time(minutes: int) -> str:
    if minutes >= _DAY:
        days = minutes // _DAY
        return several("{n} ngày làm việc", days).format(n=days)
    if minutes >= _HOUR:
        return several("{n} giờ", minutes // _HOUR).format(n=minutes // _HOUR)
    return several("{n} phút", minutes).format(n=minutes)
