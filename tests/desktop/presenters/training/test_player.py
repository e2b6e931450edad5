"""Lessons as they ship, and how the strip follows an officer: forward, back, away, resumed."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from counter_app.desktop import commands
from counter_app.desktop.presenters.training.player import LessonPlayer
from counter_app.desktop.presenters.training.state import KEYS, NEXT_KEY, Progress, StripState
from counter_app.desktop.shell import places, rail_bar
from counter_app.domain.training.lesson import VALUES, Lesson, LineAct, Seen, Sign, Step, parsed
from counter_app.services.training.lessons import load_lessons

LESSONS = load_lessons()
STEPS = [(lesson, step) for lesson in LESSONS for step in lesson.steps]
NAMES = [f"{lesson.id}/{step.id}" for lesson, step in STEPS]
PAGES = {*places.PAGES.values(), *places.NEEDED, rail_bar.RECEPTION, rail_bar.UNSENT}
PLAIN_KEYS = {"Enter", "Esc", "Tab"}


@dataclass
class Room:
    """A player without a window."""

    progress: Progress = field(default_factory=Progress)
    shown: list[StripState] = field(default_factory=list)
    line: list[LineAct] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.player = LessonPlayer(
            self, LESSONS, self.progress, self._keep, self.line.append,
            officer="CB-001", password="tap-huan",
        )  # fmt: skip

    def present(self, state: StripState) -> None:
        self.shown.append(state)

    def _keep(self, progress: Progress) -> None:
        self.progress = progress

    @property
    def step(self) -> str:
        return self.player.step.id if self.player.step else ""


def test_there_are_four_lessons() -> None:
    assert [lesson.id for lesson in LESSONS] == [
        "receive", "line-down", "return-and-close", "supplement"
    ]  # fmt: skip
    for lesson in LESSONS:
        assert len({step.id for step in lesson.steps}) == len(lesson.steps)
        assert lesson.line_at(len(lesson.steps) - 1) is LineAct.MEND, "it leaves the line whole"


@pytest.mark.parametrize(("lesson", "step"), STEPS, ids=NAMES)
def test_step_says_only_what_the_program_has(lesson: Lesson, step: Step) -> None:
    real = {key for keys in commands.KEYS.values() for key in keys}
    assert set(step.keys) <= real | set(KEYS) | PLAIN_KEYS
    assert len(step.say) <= (62 if step.done == "read:next" else 75), (
        "two lines of the strip at 150 %"
    )
    for text in (step.done, *(detour.when for detour in step.detours)):
        sign, value = parsed(text)
        assert value in (PAGES if sign is Sign.PAGE else VALUES[sign])
    assert not step.page or step.page in PAGES
    assert all(not detour.to or lesson.place(detour.to) < lesson.place(step.id)
               for detour in step.detours)  # fmt: skip


def test_keys_of_the_training_mode_are_its_own() -> None:
    assert not set(KEYS) & {key for keys in commands.KEYS.values() for key in keys}


def test_log_in_is_said_until_somebody_is_in() -> None:
    room = Room()
    assert "tap-huan" in room.shown[-1].sign_in
    room.player.seen(Seen("office"))
    assert room.shown[-1].sign_in == ""
    room.player.seen(Seen("locked"))
    assert "tap-huan" in room.shown[-1].sign_in


def test_back_when_the_draft_was_put_aside() -> None:
    room = Room()
    room.player.seen(Seen("office", "reception"))
    room.player.choose("receive")
    assert room.step == "card"
    room.player.seen(Seen("office", "reception", frozenset({"card", "phone", "procedure", "case"})))
    assert room.step == "papers"
    room.player.seen(Seen("office", "reception"))
    assert room.step == "card"
    assert "để dở" in room.shown[-1].aside
    room.player.seen(Seen("office", "day"))
    assert room.shown[-1].aside


def test_a_case_that_is_asked_is_spoken_of_while_it_is_asked() -> None:
    room = Room()
    room.player.seen(Seen("office", "reception"))
    room.player.choose("receive")
    room.player.seen(Seen("office", "reception", frozenset({"card", "phone"})))
    assert (room.step, room.shown[-1].aside) == ("procedure", "")
    room.player.seen(Seen("office", "reception", frozenset({"card", "phone", "procedure"})))
    assert room.step == "procedure"
    assert "trường hợp" in room.shown[-1].aside
    room.player.seen(Seen("office", "reception", frozenset({"card", "phone"})))
    assert room.shown[-1].aside == ""
    room.player.seen(Seen("office", "reception", frozenset({"card", "phone", "procedure", "case"})))
    assert (room.step, room.shown[-1].aside) == ("papers", "")


def test_acts_from_before_don_t_count_and_quick_hands_are_followed() -> None:
    room = Room()
    room.player.seen(Seen("office", "reception", acts=((4, "received"),)))
    room.player.choose("receive")
    assert room.step == "card"
    room.player.seen(Seen("office", "reception", acts=((4, "received"), (5, "received"))))
    assert room.step == "read"
    assert NEXT_KEY in room.shown[-1].keys
    room.player.read()
    assert room.step == ""
    assert room.progress.done == ("receive",)


def test_a_lesson_is_left_and_resumed_after_a_restart() -> None:
    room = Room()
    room.player.seen(Seen("office", "reception"))
    room.player.choose("line-down")
    assert room.step == "cut"
    assert room.line[-1] is LineAct.CUT
    room.player.seen(Seen("office", "reception", is_up=False))
    assert room.step == "told"
    again = Room(room.progress)
    assert again.step == "told"
    assert again.line == [LineAct.CUT], "the line is as the lesson left it"
    again.player.leave()
    assert again.line[-1] is LineAct.MEND
    assert again.step == ""
    again.player.choose("line-down")
    assert (again.step, again.line[-1]) == ("told", LineAct.CUT)
    assert again.player.rows()[1].stand == "đang ở bước 3/9"
