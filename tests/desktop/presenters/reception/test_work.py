"""One turn of the work is shown once, whatever happens in it."""

from __future__ import annotations

from datetime import datetime

from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.work import JobsInTurns, Work, one_turn
from counter_app.domain.dates import VIETNAM
from tests.desktop.now_jobs import NowJobs

BEGUN = datetime(2026, 11, 20, 8, tzinfo=VIETNAM)


class Decider:
    """Changes the work twice with one key."""

    def __init__(self) -> None:
        self.shown: list[Block] = []
        self._work = Work(ReceptionDraft("u", BEGUN), lambda: self.shown.append(self.at))

    @property
    def at(self) -> Block:
        """Which block is current."""
        return self._work.ui.current

    @one_turn
    def key(self) -> str:
        """Go on twice."""
        self._work.show(current=Block.PROCEDURE)
        with self._work.turn():
            self._work.show(current=Block.PAPERS)
        return "done"

    @one_turn
    def idle(self) -> None:
        """Change nothing."""

    def asks(self) -> None:
        """Ask for something whose answer changes the work twice."""

        def answered(_: None) -> None:
            self.key()
            self._work.show(current=Block.FEES)

        JobsInTurns(NowJobs(), self._work).run(lambda: None, answered)


def test_a_key_is_shown_once_and_at_its_end() -> None:
    decider = Decider()
    assert decider.key() == "done"
    assert decider.shown == [Block.PAPERS]


def test_nothing_is_shown_of_a_key_that_changes_nothing() -> None:
    decider = Decider()
    decider.idle()
    assert decider.shown == []


def test_an_answer_is_one_turn() -> None:
    decider = Decider()
    decider.asks()
    assert decider.shown == [Block.FEES]
