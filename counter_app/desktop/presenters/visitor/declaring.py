"""In tờ khai điền sẵn: the declarations that fit the procedure; a digit chooses, Enter prints."""

from __future__ import annotations

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import NEXT, Block, Row, Rows, Say, SayKind
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.domain.printed.declaration import Declaration
from counter_app.i18n import tr
from counter_app.services.printing.visitor.declaration import make_declaration
from counter_app.services.visitor.declarations import Known, declarations_for
from counter_app.wording.sentences import problem_words

_ROWS = "declarations"


class Declaring(VisitAct):
    """The citizen only signs; what isn't known stays dotted."""

    def __init__(self, desk: Desk, view: VisitView, visit: Visit, known: Known) -> None:
        super().__init__(desk, view, visit)
        self._faulty = known.faulty
        self._fitting = declarations_for(known.declarations, visit.procedure.code)
        self.ticked = {each.name for each in self._fitting[:1]}

    def words(self) -> StepWords:
        """Return the words of the panel."""
        return StepWords(tr("Tờ khai điền sẵn"), "Ctrl+Shift+K", "print", tr("In tờ khai"))

    def blocks(self) -> tuple[Block, ...]:
        """Return who it is filled in for, and what there is to choose."""
        rows = tuple(
            Row(
                each.name,
                each.form.name,
                tr("dùng cho mọi thủ tục") if each.is_general else "",
                ticked=each.name in self.ticked,
            )
            for each in self._fitting
        )
        blocks: tuple[Block, ...] = (
            self._who(),
            Rows(_ROWS, tr("Mẫu tham khảo, do Trung tâm soạn"), rows, single=True),
        )
        if not self._faulty:
            return blocks
        names = ", ".join(each.name for each in self._faulty)
        bold = tr("Mẫu của cơ quan chưa dùng được: {names}.").format(names=names)
        problem = self._faulty[0].problem
        if problem is None:
            why = tr("Tệp này không phải là một mẫu tờ khai.")
        else:
            why = tr("{where}: {what}").format(where=problem.field, what=problem_words(problem))
        return (*blocks, Say("faulty", bold, why, SayKind.WARN, "warn"))

    def lacks(self) -> Lack | None:
        """A declaration is chosen."""
        return None if self._chosen() else (tr("Chọn một mẫu."), NEXT)

    def does(self) -> None:
        """Print it."""
        chosen, desk, reception = self._chosen(), self.desk, self.visit.reception
        if chosen is None:
            return
        self.print(
            lambda: make_declaration(desk.workplace, desk.session, reception, chosen, desk.fonts),
            chosen.form.name,
            chosen.form.name,
        )

    def _chosen(self) -> Declaration | None:
        return next((each for each in self._fitting if each.name in self.ticked), None)

    def _who(self) -> Block:
        rest = tr("Điền sẵn những gì đã biết, chỗ chưa biết để dòng chấm.")
        if self.visit.name:
            return Say("who", self.visit.name, rest, icon="user")
        return Say("who", tr("Chưa có ai: tờ khai in ra để trống."), rest, SayKind.WARN, "warn")
