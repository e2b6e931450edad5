"""Hồ sơ đang chờ ở đâu: open dossiers by unit and step, how long they wait there, how late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.deadlines.remaining import Outcome, outcome
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.domain.procedures.workflow import Move, Progress, Went, progress
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.workflow.timeline import moves_of_open
from counter_app.store.reports.office.open_dossiers import OpenDossier, open_dossiers

WAITING, OVERDUE, BEHIND, LONGEST = "waiting", "overdue", "behind", "longest"
CITIZEN = "Công dân"
AT_CENTRE, AT_AGENCY = "Chờ bàn giao", "Đang giải quyết"
RESULT_COMING, RESULT_HERE = "Chờ nhận kết quả về Trung tâm", "Chờ trả kết quả"
FOR_CITIZEN = "Chờ bổ sung, nộp nghĩa vụ tài chính"
_HOUR = 60

_COLUMNS = (
    Column(
        "step",
        "Nơi đang giữ, bước",
        Unit.TEXT,
        "Nơi giữ theo lần bàn giao gần nhất được ghi. Bước: theo quy trình nội bộ trong danh mục; "
        "các bước liền nhau trong cùng một đơn vị được tính theo thời gian làm việc từ lúc đơn vị "
        "nhận.",
        0,
    ),
    Column(
        WAITING,
        "Đang chờ",
        definition="Hồ sơ chưa kết thúc, kể cả đã có kết quả nhưng chưa trả. Không tính hồ sơ tập "
        "huấn và hồ sơ đăng ký nhầm.",
        width=22,
    ),
    Column(
        OVERDUE,
        "Quá hẹn trả",
        definition="Đã qua ngày giờ hẹn trả mà cơ quan chưa giải quyết xong; hồ sơ đang chờ công "
        "dân không tính.",
        width=24,
    ),
    Column(
        BEHIND,
        "Chậm so với bước",
        definition="Đã qua thời điểm mà bước này phải xong theo quy trình, tính bằng thời gian làm "
        "việc từ lúc tiếp nhận, trừ thời gian chờ công dân. Thủ tục chưa có quy trình không tính.",
        width=26,
    ),
    Column(
        LONGEST,
        "Chờ lâu nhất (ngày làm việc)",
        Unit.TENTHS,
        "Thời gian làm việc dài nhất kể từ khi hồ sơ đến nơi đang giữ, quy ra ngày làm việc.",
        32,
    ),
    Column(
        "median",
        "Trung vị (ngày làm việc)",
        Unit.TENTHS,
        "Một nửa số hồ sơ chờ không lâu hơn thế; dưới 5 hồ sơ thì không tính.",
        32,
    ),
    Column("since", "Chờ từ", Unit.MOMENT, "Thời điểm hồ sơ chờ lâu nhất đến nơi đang giữ.", 32),
)
_FEW = 5


@dataclass(frozen=True, slots=True)
class _Waits:
    """One dossier: who has it, at which step, since when. `minutes` of working time."""

    uid: str
    place: str
    step: str
    since: datetime
    minutes: int
    overdue: bool
    behind: bool


def make_waiting(asked: Asked) -> ReportSheet:
    """Return where the open dossiers wait, as of now."""
    found = _waits(asked)
    day = _minutes_of_a_day(asked)
    rows: list[Row] = []
    places: dict[str, list[_Waits]] = {}
    for each in found:
        places.setdefault(each.place, []).append(each)
    for place in sorted(places, key=lambda name: (name == CITIZEN, -len(places[name]), name)):
        of_place = places[place]
        where: tuple[tuple[str, str], ...] = (("place", place),)
        rows.append(Row(_cells(place, of_place, where, day), RowKind.TOTAL))
        steps: dict[str, list[_Waits]] = {}
        for each in of_place:
            steps.setdefault(each.step, []).append(each)
        for step in sorted(steps, key=lambda name: (-len(steps[name]), name)):
            cells = _cells(f"– {step}", steps[step], (*where, ("step", step)), day)
            rows.append(Row(cells))
    if found:
        rows.append(Row(_cells("Tổng số", found, (), day), RowKind.TOTAL))
    return ReportSheet(
        "waiting_where",
        "Hồ sơ đang chờ ở đâu",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        basis="Công văn 1449 (Kon Tum, 2019): quy trình điện tử theo quy trình nội bộ",
        notes=_notes(asked, found),
    )


def behind_waiting(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a number, those that wait longest first."""
    place, step = drill.narrowed("place"), drill.narrowed("step")
    found = [
        each
        for each in _waits(asked)
        if place in (None, each.place)
        and step in (None, each.step)
        and (drill.figure != OVERDUE or each.overdue)
        and (drill.figure != BEHIND or each.behind)
    ]
    return tuple(each.uid for each in sorted(found, key=lambda one: (-one.minutes, one.uid)))


def _waits(asked: Asked) -> list[_Waits]:
    reference = asked.reference
    time = working_time(reference.calendar, reference.policy.hours)
    return [_of(asked, each, time) for each in open_dossiers(asked.tx.lives.connection)]


def _of(asked: Asked, each: OpenDossier, time: WorkingTime) -> _Waits:
    now, reference = asked.now, asked.reference
    moves = moves_of_open(each)
    procedure = reference.procedures.with_version(each.procedure, each.version)
    stands = progress(procedure.steps, moves, time, now) if procedure else None
    place, step, since = _plain_place(asked, each, moves)
    if stands is not None and stands.now is not None and place != CITIZEN:
        step = stands.steps[stands.now].step.name
    done = any(move.went is Went.DONE for move in moves)
    passed = outcome(now, each.due_at) is Outcome.LATE
    overdue = passed and not done and each.paused is None
    return _Waits(
        each.uid,
        place,
        step,
        since,
        time.minutes_between(since, now),
        overdue,
        _is_behind(stands),
    )


def _is_behind(stands: Progress | None) -> bool:
    return stands is not None and stands.late > 0


def _plain_place(
    asked: Asked, each: OpenDossier, moves: Iterable[Move]
) -> tuple[str, str, datetime]:
    """Return who has it, what is waited for there, and since when."""
    centre = asked.reference.centre.shown_name
    unit = each.unit or asked.agency_name(each.agency) or centre
    if each.paused is not None:
        return CITIZEN, FOR_CITIZEN, each.paused
    place, step, since = centre, AT_CENTRE, each.received_at
    for move in moves:
        match move.went:
            case Went.CENTRE:
                place, step, since = centre, AT_CENTRE, move.at
            case Went.UNIT:
                place, step, since = unit, AT_AGENCY, move.at
            case Went.DONE:
                place, step, since = unit, RESULT_COMING, move.at
    taken_in = [at for fact, at in each.acts if fact.kind is Kind.RESULT_TAKEN_IN]
    if taken_in:
        return centre, RESULT_HERE, taken_in[-1]
    return place, step, since


def _cells(
    name: str, found: list[_Waits], where: tuple[tuple[str, str], ...], day: int
) -> tuple[Cell, ...]:
    minutes = sorted(each.minutes for each in found)
    overdue = sum(each.overdue for each in found)
    late = sum(each.behind for each in found)
    median = None if len(found) < _FEW else minutes[(len(minutes) - 1) // 2] * 10 // day
    return (
        Cell(name),
        Cell(len(found), Drill(WAITING, where)),
        Cell(overdue, Drill(OVERDUE, where) if overdue else None, mark=_bad(overdue)),
        Cell(late, Drill(BEHIND, where) if late else None, mark=_bad(late)),
        Cell(minutes[-1] * 10 // day),
        Cell(median),
        Cell(min(each.since for each in found)),
    )


def _bad(count: int) -> Mark:
    return Mark.BAD if count else Mark.PLAIN


def _minutes_of_a_day(asked: Asked) -> int:
    """Return how long the office works on a usual day."""
    hours = asked.reference.policy.hours
    time = working_time(asked.reference.calendar, hours)
    day = time.on_or_after(asked.today)
    worked = sum(int((end - begin).total_seconds()) // _HOUR for begin, end in time.sessions(day))
    return max(worked, _HOUR)


def _notes(asked: Asked, found: list[_Waits]) -> tuple[str, ...]:
    if not found:
        return ("Không có hồ sơ nào đang chờ.",)
    procedures = asked.reference.procedures.procedures
    planned = sum(bool(each.steps) for each in procedures)
    if planned == len(procedures):
        return ()
    return (
        (
            f"Danh mục có quy trình nội bộ cho {planned} trên {len(procedures)} thủ tục; hồ sơ của "
            "thủ tục khác được xếp theo nơi đang giữ."
        ),
    )


WAITING_REPORT = Report(
    "waiting_where", "Tổng hợp", "Hồ sơ đang chờ ở đâu", make_waiting, behind_waiting, steps=()
)
