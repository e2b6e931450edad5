"""`python -m tests.journeys.lessons`: the four lessons of the training mode, played by real keys.

Prints each lesson with its seconds; ends with 1 when a lesson isn't done at the end.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from counter_app.app.training.place import TrainingPlace
from counter_app.app.training.window import OFFICER, PASSWORD, TrainingWindow
from counter_app.desktop.presenters.training.state import CARDS_KEY, LESSONS_KEY, NEXT_KEY
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from tests.journeys.driver import Counter, words_of
from tests.journeys.paper import words_on

MARK = "BẢN TẬP HUẤN"


class Trainee(Counter):
    """Somebody at the training mode, who has only a keyboard: cards come from the list."""

    def __init__(self, place: TrainingPlace) -> None:
        place.prepare()
        super().__init__(place.home, scan_file=place.scan_file)
        self.make = partial(TrainingWindow, place=place)

    @property
    def training(self) -> TrainingWindow:
        assert isinstance(self.program, TrainingWindow)
        return self.program

    @property
    def strip(self) -> str:
        return words_of(self.training.strip)

    def step(self, wanted: str) -> None:
        """Wait until the lesson is at the step called `wanted`, "" for the end."""
        player = self.training.player
        self.until(
            lambda: (player.step.id if player.step else "") == wanted,
            f"the step {wanted}; it is at {player.step}",
        )

    def begin(self, row: int) -> None:
        """Choose a lesson of the list."""
        self.hands.press(LESSONS_KEY)
        self.until(lambda: self.training.lessons.is_open, "the lessons are offered")
        self.hands.press(*["Down"] * row, "Return")

    def pick(self, name: str) -> None:
        """Scan what the list of samples calls `name`."""
        self.hands.press(CARDS_KEY)
        self.until(lambda: self.training.cards.is_open, "samples are offered")
        rows = self.training.cards._rows.model()
        names = [rows.index(row, 0).data() or "" for row in range(rows.rowCount())]
        found = next(n for n, each in enumerate(names) if name in str(each))
        self.hands.press(*["Down"] * found, "Return")


def receive(at: Trainee) -> None:
    """Lesson 1."""
    at.begin(0)
    at.step("card")
    at.pick("Vũ Thị Mới")
    at.step("phone")
    at.hands.type("0900000707")
    at.hands.press("Return")
    take(at)
    at.step("read")
    assert MARK in words_on(at.paper().pdf)
    at.hands.press(NEXT_KEY)


def line_down(at: Trainee) -> None:
    """Lesson 2, with a detour: the draft is put aside once."""
    at.begin(1)
    at.step("told")
    at.hands.press(NEXT_KEY)
    at.step("card")
    at.pick("Trần Thị Mẫu")
    at.step("procedure")
    at.hands.press("F2")
    at.step("card")
    assert "để dở" in at.strip
    at.clear()
    at.pick("Trần Thị Mẫu")
    take(at)
    at.step("waits")
    at.says("Mất mạng")
    at.hands.press(NEXT_KEY)


def return_and_close(at: Trainee) -> None:
    """Lesson 3."""
    at.begin(2)
    at.step("scan")
    at.hands.press("F2")
    at.pick("Phiếu của Nguyễn Văn Tập")
    at.step("return")
    at.hands.press("F8")
    at.says("Trả kết quả")
    at.hands.press("Return")
    at.step("day")
    at.hands.press("Ctrl+N")
    at.step("close")
    page = at.page
    assert isinstance(page, ClosedDayPage)
    at.until(lambda: page.presenter._stand is not None, "the day is read")
    at.hands.press("F9")
    at.says("Quét mã trên từng giấy")

    def lying() -> int:
        stand = page.presenter._stand
        return 0 if stand is None else len(stand.pile.codes)

    for place, name in enumerate(("Vũ Thị Mới", "Trần Thị Mẫu"), start=1):
        at.pick(f"Phiếu của {name}")
        at.until(partial(_reached, lying, place), "it lies in the pile")
    at.hands.press("F9", "F9", "F9", "F9")
    at.step("read")
    at.hands.press(NEXT_KEY)


def _reached(count: Callable[[], int], wanted: int) -> bool:
    return count() >= wanted


def supplement(at: Trainee) -> None:
    """Lesson 4."""
    at.begin(3)
    at.step("scan")
    at.hands.press("F2")
    at.pick("Phiếu của Hoàng Thị Huấn")
    at.step("ask")
    at.hands.press("F7")
    at.says("Nội dung cần bổ sung, hoàn thiện")
    at.hands.press("2", "Return")
    at.step("told")
    at.hands.press(NEXT_KEY)
    at.step("brought")
    at.pick("Phiếu của Phạm Văn Thử")
    at.says("Đăng ký khai tử")  # his name stands in the lesson's words already
    at.hands.press("F7")
    at.says("Công dân nộp bổ sung")
    at.hands.press("Return", "Return")
    at.step("read")
    at.hands.press(NEXT_KEY)


def take(at: Trainee) -> None:
    """Receive who was scanned."""
    at.step("procedure")
    at.hands.press("Ctrl+1")
    at.step("papers")
    at.hands.press("Return")
    at.step("receive")
    at.hands.press("F9")


ALL = (receive, line_down, return_and_close, supplement)


def played(place: TrainingPlace, plays: Sequence[Callable[[Trainee], None]]) -> tuple[str, ...]:
    """Play lessons in one sitting, from logging in; return those that the program calls done."""
    with Trainee(place) as opened:
        at = cast("Trainee", opened)
        at.until(lambda: PASSWORD in at.strip and OFFICER in at.strip, "how to log in")
        assert at.title.startswith("TẬP HUẤN")
        at.log_in(OFFICER, PASSWORD)
        for play in plays:
            began = time.perf_counter()
            play(at)
            at.step("")
            print(f"{play.__name__:20} {time.perf_counter() - began:6.1f} s", flush=True)
        return at.training.player.progress.done


def main() -> int:
    """Play all lessons in a place of their own."""
    with tempfile.TemporaryDirectory() as name:
        done = played(TrainingPlace.at(Path(name) / "counter-app-training"), ALL)
    print(f"done: {', '.join(done)}")
    return 0 if len(done) == len(ALL) else 1


if __name__ == "__main__":
    sys.exit(main())
