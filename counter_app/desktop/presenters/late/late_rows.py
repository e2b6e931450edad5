"""The rows of the page of late dossiers: three groups, or the letters that wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    CodeCell,
    Column,
    DeadlineCell,
    DeadlineKind,
    IconCell,
    SectionCell,
    TextCell,
)
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.problems import Problem
from counter_app.i18n import several, tr
from counter_app.services.apologising.batch import Prepared
from counter_app.services.apologising.recording import Waiting
from counter_app.services.late.standing import LateDossier, LateStand
from counter_app.wording.sentences import problem_words


class Group(Enum):
    """Why a row is on the page."""

    WITHOUT = "without"  # trễ, chưa có thư
    WILL = "will"  # sẽ trễ
    WRITTEN = "written"  # đang trễ, đã có thư
    SIGNING = "signing"  # thư chờ ký


CAPTIONS: dict[Group, str] = {
    Group.WITHOUT: "Trễ, chưa có thư xin lỗi (chỉ tiêu 0) · {count}",
    Group.WILL: "Sẽ trễ · {count}",
    Group.WRITTEN: "Đang trễ, đã có thư · {count}",
    Group.SIGNING: "Thư chờ ký · {count}",
}


@dataclass(frozen=True, slots=True)
class LateRow:
    """One row that can be chosen: a dossier, or a letter that waits (`letter`)."""

    group: Group
    uid: str
    code: str
    line: DossierLine | None
    late: LateDossier | None = None
    letter: Prepared | None = None


def columns() -> tuple[Column, ...]:
    """Return the columns of both lists."""
    return (
        Column(tr("Chọn"), 64),
        Column(tr("Mã hồ sơ"), 184),
        Column(tr("Chủ hồ sơ"), 150),
        Column(tr("Cơ quan"), 0),
        Column(tr("Hẹn trả"), 112),
        Column(tr("Trễ, thư"), 150, indent=21),
        Column(tr("Dự kiến"), 112),
    )


def listed(stand: LateStand) -> tuple[LateRow | None, ...]:
    """Return the rows of the groups that have any; None stands for a caption."""
    without = {each.line.uid for each in stand.without}
    groups = (
        (Group.WITHOUT, stand.without),
        (Group.WILL, stand.will),
        (Group.WRITTEN, tuple(each for each in stand.late if each.line.uid not in without)),
    )
    rows: list[LateRow | None] = []
    for group, found in groups:
        if found:
            rows.append(None)
            rows += [
                LateRow(group, each.line.uid, each.line.code, each.line, each) for each in found
            ]
    return tuple(rows)


def signing(waits: Waiting) -> tuple[LateRow | None, ...]:
    """Return the rows of the letters that wait."""
    pairs = zip(waits.batch.letters, waits.lines, strict=True)
    return (
        None,
        *(LateRow(Group.SIGNING, each.uid, each.code, line, letter=each) for each, line in pairs),
    )


def cells(
    rows: tuple[LateRow | None, ...],
    ticked: frozenset[str],
    held: dict[str, Problem],
    day_of: Callable[[LateRow], str],
    agency_name: Callable[[str], str],
) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of all rows, captions with how many stand under them."""
    shown: list[tuple[Cell, ...]] = []
    for place, row in enumerate(rows):
        if row is not None:
            shown.append(_cells(row, row.uid in ticked, held.get(row.uid), day_of, agency_name))
            continue
        first = rows[place + 1]
        assert first is not None  # a caption stands only over rows
        count = sum(each is not None and each.group is first.group for each in rows)
        caption = tr(CAPTIONS[first.group]).format(count=count)
        shown.append((SectionCell(caption),) * len(columns()))
    return tuple(shown)


def _cells(
    row: LateRow,
    is_ticked: bool,
    problem: Problem | None,
    day_of: Callable[[LateRow], str],
    agency_name: Callable[[str], str],
) -> tuple[Cell, ...]:
    tick = IconCell("ok", tr("có"), Tone.ACCENT) if is_ticked else TextCell("–", Tone.TEXT_3)
    due = row.late.line.due_at if row.late else row.letter.due_at if row.letter else None
    agency = row.late.agency if row.late else agency_name(row.letter.agency if row.letter else "")
    return (
        tick,
        CodeCell(row.code),
        TextCell(row.line.applicant if row.line else ""),
        TextCell(agency, Tone.TEXT_2),
        TextCell(shown_date(vietnam_time(due).date()) if due else "", digits=True),
        _how(row, problem),
        TextCell(day_of(row), digits=True),
    )


def _how(row: LateRow, problem: Problem | None) -> Cell:
    if problem is not None:
        return IconCell("warn", problem_words(problem), Tone.ERROR)
    if row.letter is not None:
        return IconCell("paper", tr("số {number}").format(number=row.letter.number))
    late = row.late
    assert late is not None  # a row is a dossier or a letter
    if row.group is Group.WILL:
        words = several("còn {n} ngày", late.days).format(n=late.days)
        return DeadlineCell(words if late.days else tr("đến hạn hôm nay"), DeadlineKind.SOON)
    if row.group is Group.WRITTEN and late.letter is not None:
        return IconCell("paper", tr("số {number}").format(number=late.letter.number or "–"))
    words = several("trễ {n} ngày", late.days).format(n=late.days)
    words = words if late.days else tr("trễ trong ngày")
    return DeadlineCell(words, DeadlineKind.LATE)
