"""Từ chối tiếp nhận: a reason, what to do instead, Mẫu 03 with a number and without a dossier."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.steps.step import Lack, StepWords
from counter_app.desktop.presenters.steps.step_state import (
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
)
from counter_app.desktop.presenters.visitor.coming_out import record_out
from counter_app.desktop.presenters.visitor.visit import Visit
from counter_app.desktop.presenters.visitor.visit_act import VisitAct, VisitView
from counter_app.desktop.printing.outcome import PrintOutcome
from counter_app.domain.office.reasons import ReasonUse, StandingReason
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.printing.letters.making import REFUSAL
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.visitor.refusal import make_refusal
from counter_app.services.visitor.turning_away import Refusal, turn_away
from counter_app.wording.sentences import sentence

_REASONS, _OTHER, _GUIDANCE = "reasons", "other", "guidance"


class TurningAway(VisitAct):
    """The paper can be printed again until it came out: `done` gets what was written."""

    def __init__(
        self,
        desk: Desk,
        view: VisitView,
        visit: Visit,
        done: Callable[[Refusal], None],
    ) -> None:
        super().__init__(desk, view, visit)
        self._done = done

    def words(self) -> StepWords:
        """Return the words of the panel."""
        return StepWords(
            tr("Từ chối tiếp nhận"), "Ctrl+Shift+R", "stop", tr("Ghi từ chối và in Mẫu 03")
        )

    def blocks(self) -> tuple[Block, ...]:
        """Return who and what, the office's reasons, and the lines for words."""
        rows = tuple(
            Row(_name(at), each.text, each.guidance, ticked=_name(at) in self.ticked)
            for at, each in enumerate(self._reasons())
        )
        other = Input(
            _OTHER,
            tr("Lý do khác"),
            self.typed.get(_OTHER, ""),
            placeholder=tr("gõ lý do, hoặc thêm vào lý do đã chọn"),
        )
        guidance = Input(
            _GUIDANCE,
            tr("Hướng dẫn công dân"),
            self.typed.get(_GUIDANCE, ""),
            placeholder=self._usual(),
        )
        return (
            self._who(),
            Rows(_REASONS, tr("Lý do từ chối"), rows, single=True),
            Fields(_OTHER, (other,)),
            Fields(_GUIDANCE, (guidance,)),
        )

    def lacks(self) -> Lack | None:
        """A reason is always wanted."""
        return None if self._reason() else (tr("Chọn hoặc ghi lý do."), _OTHER)

    def does(self) -> None:
        """Write it; the paper comes after."""
        desk, visit = self.desk, self.visit
        reason = self._reason()
        guidance = clean(self.typed.get(_GUIDANCE, "")) or self._usual()

        def work() -> Refusal:
            return turn_away(
                desk.workplace,
                desk.session,
                visit.procedure.code,
                visit.reception.applicant,
                reason,
                guidance,
            )

        def written(refusal: Refusal) -> None:
            desk.nudge()
            self.view.close_now()
            self._done(refusal)

        desk.jobs.run(work, written, self.failed)

    def _who(self) -> Block:
        if self.visit.name:
            return Say("who", self.visit.name, self.visit.procedure.name, icon="user")
        return Say(
            "who",
            tr("Chưa có tên người nộp: phiếu để dòng chấm."),
            tr("Nhấn Esc rồi quét thẻ nếu cần ghi tên."),
            SayKind.WARN,
            "warn",
        )

    def _reason(self) -> str:
        chosen = self._chosen()
        parts = (chosen.text if chosen else "", clean(self.typed.get(_OTHER, "")))
        return "; ".join(part for part in parts if part)

    def _usual(self) -> str:
        chosen = self._chosen()
        return chosen.guidance if chosen else ""

    def _chosen(self) -> StandingReason | None:
        found = enumerate(self._reasons())
        return next((each for at, each in found if _name(at) in self.ticked), None)

    def _reasons(self) -> tuple[StandingReason, ...]:
        return self.desk.workplace.reference.reasons.of(ReasonUse.REFUSAL)


class RefusalPrint:
    """The paper of the last refusal, which can be printed again until it came out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: Refusal | None = None

    @property
    def waits(self) -> bool:
        """True while the last refusal's paper didn't come out for certain."""
        return self._waiting is not None

    def send(self, refusal: Refusal | None = None) -> None:
        """Print `refusal`, or the one that waits."""
        refusal = refusal or self._waiting
        if refusal is None:
            return
        desk, self._waiting = self._desk, refusal
        layout, sent = desk.layout(REFUSAL), refusal
        title = tr("Phiếu từ chối {number}").format(number=refusal.body.number.replace("/", "-"))
        desk.jobs.run(
            lambda: make_refusal(desk.workplace, desk.session, sent, desk.fonts, layout),
            lambda document: desk.print(
                document, title, lambda out: self._ended(sent, document, out)
            ),
            lambda error: self._said(sent, sentence(error)),
        )

    def _ended(self, refusal: Refusal, document: Document, outcome: PrintOutcome) -> None:
        body = refusal.body
        subject = " · ".join((body.number, body.procedure.name))
        record_out(self._desk, document, body.applicant, subject, outcome)
        if outcome.proof is not None:
            self._waiting = None
            self._said(refusal, "")
        else:
            self._said(refusal, outcome.short)

    def _said(self, refusal: Refusal, fault: str) -> None:
        bold = tr("Đã ghi từ chối số {number}.").format(number=refusal.body.number)
        if not fault:
            self._desk.notify(Notice(bold, tr("Mẫu 03 đã in."), icon="print"))
            return
        again = tr("Mẫu 03: {fault}. Nhấn Ctrl+Shift+R để in lại.")
        rest = again.format(fault=fault.rstrip("."))
        self._desk.notify(Notice(bold, rest, NoticeKind.WARN, "print"))


def _name(at: int) -> str:
    return f"reason{at}"
