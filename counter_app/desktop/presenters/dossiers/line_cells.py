"""One dossier of a list as the cells of its row: masked, short, the exception coloured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.desktop.theme.status_look import status_chip
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    ChipCell,
    CodeCell,
    Column,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    Sort,
    TextCell,
)
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.office_hours import OfficeHours
from counter_app.domain.deadlines.remaining import Remaining, Standing, remaining
from counter_app.domain.dossiers.dossier_line import DossierLine, Order
from counter_app.domain.dossiers.status import Status
from counter_app.domain.procedures.channels import Channel
from counter_app.i18n import tr
from counter_app.wording.deadline_cells import due_words, left_words, received_words
from counter_app.wording.steps import CHANNELS

_KINDS = {
    Standing.LATE: DeadlineKind.LATE,
    Standing.SOON: DeadlineKind.SOON,
}
_SHORT = {
    Status.FINISHED: "Kết quả chưa về",
    Status.WAITING_PAYMENT: "Chờ nộp phí",
    Status.REFUSED: "Từ chối nhận",
    Status.WITHDRAWN: "Công dân rút",
}
"""States whose label is too long for the column; the page of the dossier has it whole."""

RECEIVED_COLUMN, DUE_COLUMN = 3, 4


@dataclass(frozen=True, slots=True)
class Times:
    """What a row needs to tell how a dossier stands: the moment, and the office's time."""

    now: datetime
    calendar: WorkingCalendar
    hours: OfficeHours

    def left(self, due_at: datetime | None) -> Remaining:
        """Return the working time left until `due_at`."""
        due = Due(due_at, "", self.calendar.version)
        return remaining(self.now, due, self.calendar, self.hours)


def columns(order: Order) -> tuple[Column, ...]:
    """Return the columns of a list in `order`."""
    received = Sort.DOWN if order is Order.NEWEST else Sort.NONE
    due = Sort.UP if order is Order.DUE else Sort.NONE
    return (
        Column(tr("Mã hồ sơ"), 184),
        Column(tr("Chủ hồ sơ"), 158),
        Column(tr("Thủ tục"), 0),
        Column(tr("Nhận"), 64, received),
        Column(tr("Hẹn trả"), 118, due),
        Column(tr("Thời hạn"), 150, indent=21),
        Column(tr("Trạng thái"), 144),
        Column(tr("Gửi"), 62),
    )


def cells_of(
    line: DossierLine, times: Times, channel: Channel = Channel.ONLINE
) -> tuple[Cell, ...]:
    """Return the cells of one row; `channel` is how one came that waits to be received."""
    due, deadline = _deadline(line, times, channel)
    chip = status_chip(line.status, result_is_here=line.result_is_here)
    return (
        CodeCell(line.code),
        TextCell(line.applicant, below=line.procedure_name),
        TextCell(line.procedure_name),
        TextCell(received_words(line.received_at, times.now), Tone.TEXT_2, digits=True),
        due,
        deadline,
        ChipCell(_status(line, chip.text), chip.tone, chip.icon),
        _sent(line),
    )


def _status(line: DossierLine, words: str) -> str:
    short = None if line.result_is_here else _SHORT.get(line.status)
    return tr(short) if short else words


def _deadline(line: DossierLine, times: Times, channel: Channel) -> tuple[Cell, Cell]:
    """Return when it is due, and how it stands: in colour only when somebody must hurry."""
    if line.status.stops_clock:
        return TextCell(tr("Tạm dừng"), Tone.TEXT_2), _calm(tr("Chờ công dân"))
    if line.status is Status.NEW:
        return TextCell(tr("Chưa nhận"), Tone.TEXT_2), _calm(tr(CHANNELS[channel]))
    if line.due_at is None:
        return TextCell(tr("Không hẹn"), Tone.TEXT_2), _calm("")
    words = due_words(line.due_at, times.now)
    if line.status.is_closed or line.status is Status.STOPPED or line.result_is_here:
        return TextCell(words, Tone.TEXT_2, digits=True), _calm(_ended(line, times.now))
    left = times.left(line.due_at)
    kind = _KINDS.get(left.standing, DeadlineKind.CALM)
    tone = Tone.TEXT_2 if kind is DeadlineKind.CALM else Tone.TEXT
    return TextCell(words, tone, digits=True), DeadlineCell(left_words(left), kind)


def _ended(line: DossierLine, now: datetime) -> str:
    if line.returned_at is not None:
        return tr("Đã trả {moment}").format(moment=received_words(line.returned_at, now))
    return tr("Có kết quả") if line.result_is_here else ""


def _calm(words: str) -> Cell:
    return DeadlineCell(words, DeadlineKind.CALM)


def _sent(line: DossierLine) -> Cell:
    """Sent is the usual state and says nothing."""
    if line.attention:
        return IconCell("warn", tr("xem"), Tone.WARN)
    if line.waiting:
        return IconCell("cloud-up", tr("chờ"))
    return TextCell("")
