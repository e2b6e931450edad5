"""Hỗ trợ nộp trực tuyến: which system, the portal's code when it is known; nothing is printed."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import (
    NEXT,
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
)
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.domain.acts.intake import Assisted
from counter_app.domain.problems import Problem
from counter_app.domain.procedures.procedure import ReceivedIn
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.visitor.assisting import SYSTEMS, assist
from counter_app.services.visitor.known_code import code_doubt
from counter_app.wording.sentences import problem_words

_SYSTEMS, _CODE = "systems", "code"


class Assisting(VisitAct):
    """`done` comes when it is written."""

    def __init__(self, desk: Desk, view: VisitView, visit: Visit, done: Callable[[], None]) -> None:
        super().__init__(desk, view, visit)
        self._done = done
        home = visit.procedure.received_in
        first = ReceivedIn.NATIONAL if home is ReceivedIn.PROVINCE else home
        self.ticked = {first.value}
        self._doubt = ""

    def words(self) -> StepWords:
        """Return the words of the panel."""
        return StepWords(
            tr("Hỗ trợ nộp trực tuyến"), "Ctrl+Shift+O", "check", tr("Ghi đã hỗ trợ nộp")
        )

    def blocks(self) -> tuple[Block, ...]:
        """Return who and what, where it was submitted, and the portal's code."""
        rows = tuple(
            Row(home.value, tr(name), ticked=home.value in self.ticked)
            for home, name in SYSTEMS.items()
        )
        code = Input(
            _CODE,
            tr("Mã hồ sơ trên hệ thống ấy"),
            self.typed.get(_CODE, ""),
            placeholder=tr("quét hoặc gõ, có thể bỏ trống"),
            doubt=self._doubt,
        )
        return (
            self._who(),
            Rows(_SYSTEMS, tr("Đã nộp vào"), rows, single=True),
            Fields(_CODE, (code,)),
        )

    def lacks(self) -> Lack | None:
        """Who was helped is always wanted."""
        if self.visit.name:
            return None
        return tr("Chưa có người nộp: nhấn Esc rồi quét thẻ, hoặc F4 để nhập."), NEXT

    def type(self, name: str, text: str) -> None:
        """Take what stands in a field now; whose code it is, is looked up behind the window."""
        before = self.typed.get(name, "")
        super().type(name, text)
        if name == _CODE and text != before:
            self._look_up(text)

    def scanned(self, text: str) -> bool:
        """Take the portal's code."""
        if not clean(text):
            return False
        self.type(_CODE, clean(text))
        self.view.focus(NEXT)
        return True

    def does(self) -> None:
        """Write it."""
        desk, visit = self.desk, self.visit
        system = next(name for home, name in SYSTEMS.items() if home.value in self.ticked)
        code = clean(self.typed.get(_CODE, ""))

        def work() -> Assisted:
            return assist(
                desk.workplace,
                desk.session,
                visit.procedure.code,
                visit.reception.applicant,
                system,
                code,
            )

        def written(body: Assisted) -> None:
            desk.nudge()
            self.view.close_now()
            bold = tr("Đã ghi hỗ trợ nộp trực tuyến cho {name}.").format(name=body.applicant.name)
            desk.notify(Notice(bold, body.code))
            self._done()

        desk.jobs.run(work, written, self.failed)

    def _look_up(self, code: str) -> None:
        desk, applicant = self.desk, self.visit.reception.applicant

        def found(problem: Problem | None) -> None:
            words = problem_words(problem) if problem is not None else ""
            if self.typed.get(_CODE) == code and words != self._doubt:
                self._doubt = words
                self.present()

        desk.jobs.run(lambda: code_doubt(desk.workplace, applicant, code), found)

    def _who(self) -> Block:
        if self.visit.name:
            return Say("who", self.visit.name, self.visit.procedure.name, icon="user")
        return Say("who", tr("Chưa có người nộp."), "", SayKind.WARN, "warn")
