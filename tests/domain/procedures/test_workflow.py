"""A dossier against its plan: where it waits, where it should be, and how late it is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.domain.procedures.work_step import MOST_MINUTES, WorkStep
from counter_app.domain.procedures.workflow import Move, StepState, Went, minutes_left, progress
from tests.services.conftest import shipped_reference

UNIT = "Phòng Mẫu"
STEPS = (
    WorkStep("Tiếp nhận", minutes=240),
    WorkStep("Thẩm định", "Chuyên viên", UNIT, 480),
    WorkStep("Duyệt", "Lãnh đạo phòng", UNIT, 240),
    WorkStep("Ký", "Lãnh đạo", "Ủy ban Mẫu", 240),
    WorkStep("Trả kết quả", minutes=0),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def time() -> WorkingTime:
    reference = shipped_reference()
    return working_time(reference.calendar, reference.policy.hours)


RECEIVED = Move(Went.CENTRE, at(16, 8))  # a Monday


def test_a_fresh_dossier_waits_where_it_was_received(time: WorkingTime) -> None:
    found = progress(STEPS, [RECEIVED], time, at(16, 9))
    assert found is not None
    assert (found.now, found.should, found.late, found.since) == (0, 0, 0, at(16, 8))
    assert [each.state for each in found.steps] == [StepState.NOW, *[StepState.COMING] * 4]
    untils = [each.until for each in found.steps]
    assert untils == sorted(untils)
    assert time.minutes_between(at(16, 8), untils[1]) == 720


def test_it_is_late_by_working_time_alone(time: WorkingTime) -> None:
    plan = progress(STEPS, [RECEIVED], time, at(16, 9))
    assert plan is not None
    friday, monday = at(20, 16), at(23, 9)
    late = [progress(STEPS, [RECEIVED], time, now) for now in (friday, monday)]
    assert late[0] is not None
    assert late[1] is not None
    assert late[0].late == time.minutes_between(plan.steps[0].until, friday) > 0
    # a weekend adds nothing but the hours that were worked
    assert late[1].late - late[0].late == time.minutes_between(friday, monday)
    assert late[1].now == 0
    assert late[1].should > 0


def test_steps_of_one_unit_go_by_the_time_since_it_came_there(time: WorkingTime) -> None:
    moves = [RECEIVED, Move(Went.UNIT, at(16, 14), "phong mau")]
    early = progress(STEPS, moves, time, at(16, 15))
    later = progress(STEPS, moves, time, time.add_minutes(at(16, 14), 500))
    for_ever = progress(STEPS, moves, time, at(27, 9))
    assert [each.now for each in (early, later, for_ever) if each] == [1, 2, 2]
    assert all(each is not None and each.since == at(16, 14) for each in (early, later, for_ever))


def test_units_that_the_plan_does_not_know_are_the_next_ones(time: WorkingTime) -> None:
    moves = [RECEIVED, Move(Went.UNIT, at(16, 14), "Chỗ khác")]
    found = progress(STEPS, moves, time, at(16, 15))
    assert found is not None
    assert found.now == 1


def test_results_returns_and_the_way_back(time: WorkingTime) -> None:
    done = [RECEIVED, Move(Went.UNIT, at(16, 14), UNIT), Move(Went.DONE, at(17, 9))]
    finished = progress(STEPS, done, time, at(17, 10))
    assert finished is not None
    assert (finished.now, finished.since) == (4, at(17, 9))
    ended = progress(STEPS, [*done, Move(Went.ENDED, at(17, 11))], time, at(18, 10))
    assert ended is not None
    assert (ended.now, ended.late) == (None, 0)
    assert all(each.state is StepState.DONE for each in ended.steps)
    back = progress(STEPS, [RECEIVED, Move(Went.ENDED, at(16, 9)), Move(Went.CENTRE, at(16, 10))],
                    time, at(16, 11))  # fmt: skip
    assert back is not None
    assert (back.now, back.since) == (0, at(16, 10))


def test_who_is_waited_for_is_not_late_and_moves_the_plan(time: WorkingTime) -> None:
    moves = [RECEIVED, Move(Went.UNIT, at(16, 14), UNIT), Move(Went.PAUSED, at(16, 16))]
    paused = progress(STEPS, moves, time, at(27, 9))
    assert paused is not None
    assert (paused.paused, paused.late, paused.now, paused.since) == (True, 0, 1, at(16, 16))
    before = progress(STEPS, [RECEIVED], time, at(16, 9))
    resumed = progress(STEPS, [*moves, Move(Went.RESUMED, at(18, 16))], time, at(18, 17))
    assert before is not None
    assert resumed is not None
    shift = time.minutes_between(at(16, 16), at(18, 16))
    assert time.minutes_between(before.steps[3].until, resumed.steps[3].until) == shift
    assert resumed.steps[0].until == before.steps[0].until


def test_nothing_to_plan_and_false_steps(time: WorkingTime) -> None:
    assert progress((), [RECEIVED], time, at(16, 9)) is None
    assert progress(STEPS, [], time, at(16, 9)) is None
    with pytest.raises(ValueError, match="name"):
        WorkStep("")
    with pytest.raises(ValueError, match="year"):
        WorkStep("Ký", minutes=MOST_MINUTES + 1)
    everything = progress(STEPS[1:2], [RECEIVED, Move(Went.DONE, at(16, 9))], time, at(16, 10))
    assert everything is not None
    assert everything.now is None
    assert everything.since - at(16, 8) == timedelta(hours=1)


def test_what_the_plan_still_needs(time: WorkingTime) -> None:
    def left(now: datetime, *moves: Move) -> int:
        found = progress(STEPS, [RECEIVED, *moves], time, now)
        assert found is not None
        return minutes_left(found, time, now)

    away = Move(Went.UNIT, at(16, 9), UNIT)
    assert left(at(16, 8)) == 1200
    assert left(at(16, 9)) == 1140
    assert left(at(16, 9), away) == 960
    assert left(at(16, 10), away) == 900
    assert left(at(17, 10), away) == 960 - time.minutes_between(at(16, 9), at(17, 10))
    assert left(at(27, 10), away) == 240, "the unit took too long: what comes after needs its time"
    assert left(at(27, 10), away, Move(Went.DONE, at(20, 8))) == 0
    assert left(at(27, 10), away, Move(Went.ENDED, at(20, 8))) == 0
