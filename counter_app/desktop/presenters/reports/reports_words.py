"""The reports' steps as a drop-down, the list of reports, the lines behind a number as cells."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.desktop.presenters.dossiers.list_state import Choice, DropDown
from counter_app.desktop.theme.status_look import status_chip
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    ChipCell,
    CodeCell,
    Column,
    SectionCell,
    TextCell,
)
from counter_app.domain.dates import shown_date, shown_moment, vietnam_time
from counter_app.domain.reports.period import Step
from counter_app.domain.reports.said import NOTHING
from counter_app.i18n import tr
from counter_app.services.reports.asked import Report
from counter_app.services.reports.lines_behind import BehindLine

STEPS: dict[Step, str] = {
    Step.DAY: "Ngày",
    Step.WEEK: "Tuần",
    Step.MONTH: "Tháng",
    Step.QUARTER: "Quý",
    Step.HALF: "6 tháng",
    Step.YEAR: "Năm",
    Step.SPAN: "Từ ngày đến ngày",
}


def steps_menu(steps: Sequence[Step], chosen: Step) -> DropDown:
    """Return the lengths of a period that a report can be asked for."""
    choices = tuple(Choice(each.value, tr(STEPS[each]), each is chosen) for each in steps)
    return DropDown(tr(STEPS[chosen]), choices)


def in_groups(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Return the reports group by group, in the order in which the groups come first."""
    groups = list(dict.fromkeys(each.group for each in reports))
    return tuple(sorted(reports, key=lambda each: groups.index(each.group)))


def listed(
    reports: Sequence[Report], chosen: Report | None
) -> tuple[tuple[Cell, ...], tuple[int, ...]]:
    """Return the list of reports, which lie group by group, and the row of each report in it.

    Reports are papers of the office: their names stay Vietnamese in every language of the window.
    """
    rows: list[Cell] = []
    places: list[int] = []
    group = ""
    for each in reports:
        if each.group != group:
            group = each.group
            rows.append(SectionCell(group))
        places.append(len(rows))
        rows.append(TextCell(each.title, weight=600 if each is chosen else 400))
    return tuple(rows), tuple(places)


def behind_columns() -> tuple[Column, ...]:
    """Return the columns of the dossiers behind a number."""
    return (
        Column(tr("Mã hồ sơ"), 178),
        Column(tr("Chủ hồ sơ"), 190),
        Column(tr("Thủ tục"), 0),
        Column(tr("Nhận"), 98),
        Column(tr("Hẹn trả"), 146),
        Column(tr("Trạng thái"), 160),
    )


def behind_cells(line: BehindLine) -> tuple[Cell, ...]:
    """Return the cells of one dossier behind a number."""
    received = shown_date(vietnam_time(line.received_at).date()) if line.received_at else NOTHING
    due = shown_moment(line.due_at) if line.due_at else NOTHING
    times = tuple(TextCell(each, Tone.TEXT_2, digits=True) for each in (received, due))
    if line.status is None:
        erased = TextCell(tr("đã xóa nội dung"), Tone.TEXT_3)
        procedure = TextCell(line.procedure_name, Tone.TEXT_2)
        nobody = TextCell(NOTHING, Tone.TEXT_3, below=line.procedure_name)
        return (erased, nobody, procedure, *times, TextCell(""))
    chip = status_chip(line.status, result_is_here=line.result_is_here)
    return (
        CodeCell(line.code),
        TextCell(line.applicant, below=line.procedure_name),
        TextCell(line.procedure_name),
        *times,
        ChipCell(chip.text, chip.tone, chip.icon),
    )
