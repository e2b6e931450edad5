"""Ghi vướng mắc: two fields, the procedure in hand, one key; a person's figures doubted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.domain.acts.office import ObstacleNoted
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.office.obstacles import Obstacle, look_at_obstacle, note_obstacle
from counter_app.wording.sentences import problem_words, sentence

TEXT, PROPOSAL = "/text", "/proposal"


@dataclass(frozen=True, slots=True)
class ObstacleAsk:
    """What the sheet opens with: the procedure in hand, "" for none."""

    procedure: str = ""
    procedure_name: str = ""


class ObstacleView(Protocol):
    """What the presenter asks of the sheet."""

    def wrong(self, problems: dict[str, str], doubts: dict[str, str]) -> None:
        """Say beside the fields what is wrong, and what is doubtful; the keys go into the first."""

    def refuse(self, words: str) -> None:
        """Say why it wasn't written."""

    def close_now(self) -> None:
        """Go away: it is written."""


class ObstaclePresenter:
    """Decides. What was doubted is written when the same is asked again."""

    def __init__(self, desk: Desk, view: ObstacleView) -> None:
        self._desk, self._view = desk, view
        self._doubted: Obstacle | None = None
        self.is_working = False
        """Whether something is being written."""

    def note(self, obstacle: Obstacle) -> None:
        """Write it down, or say what stands against it."""
        if self.is_working:
            return
        problems = look_at_obstacle(obstacle)
        false = {each.field: problem_words(each) for each in problems if each.is_false}
        doubts = {each.field: problem_words(each) for each in problems if not each.is_false}
        if false or (doubts and obstacle != self._doubted):
            self._doubted = None if false else obstacle
            self._view.wrong(false, doubts)
            return
        self.is_working = True
        desk = self._desk
        desk.jobs.run(
            lambda: note_obstacle(desk.workplace, desk.session, obstacle),
            self._noted,
            self._failed,
        )

    def _noted(self, body: ObstacleNoted) -> None:
        self.is_working = False
        self._desk.nudge()
        self._view.close_now()
        rest = body.procedure_name or tr("Vào báo cáo Khó khăn, vướng mắc.")
        self._desk.notify(Notice(tr("Đã ghi vướng mắc."), rest))

    def _failed(self, error: CounterError) -> None:
        self.is_working = False
        self._view.refuse(sentence(error))


def ask_of(desk: Desk, procedure: str) -> ObstacleAsk:
    """Return what the sheet opens with for a procedure's code, "" or unknown for none."""
    known = desk.workplace.reference.procedures.version_on(procedure, desk.today())
    return ObstacleAsk(procedure, known.name) if known else ObstacleAsk()
