"""Tiếp nhận hồ sơ trực tuyến, bưu chính: papers as they came, due time and fees before Enter."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from counter_app.desktop.presenters.steps.step import (
    Lack,
    Step,
    StepPaper,
    StepWords,
    warning,
)
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
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.dates import shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.money import short_amount
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.reception_plan import Plan, Reception
from counter_app.services.intake.accepting import accept, acceptance_plan, wished_reception
from counter_app.services.printing.receipt_paper import RECEIPT, make_receipt
from counter_app.wording.sentences import problem_words, sentence
from counter_app.wording.steps import CHANNELS, papers_words

PAPERS, NOTE = "papers", "note"


class Acceptance(Step):
    """Everything that came is ticked: Enter is enough when nothing is missing."""

    kind = Kind.RECEIVED

    def words(self, dossier: Dossier) -> StepWords:
        """Return the words of the panel."""
        by_post = dossier.received.channel is Channel.POST
        title = tr("Tiếp nhận hồ sơ bưu chính") if by_post else tr("Tiếp nhận hồ sơ trực tuyến")
        return StepWords(title, "F9", "in", tr("Tiếp nhận và in giấy tiếp nhận"))

    def begin(self, dossier: Dossier, found: object) -> None:  # noqa: ARG002
        """Begin with all that came."""
        papers = enumerate(dossier.received.papers)
        self.ticked |= {_name(at) for at, each in papers if not each.missing}
        self.typed[NOTE] = dossier.received.note

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the papers, the note, what it comes to."""
        rows = tuple(
            Row(
                _name(at),
                each.name,
                each.note,
                papers_words(each.originals, each.certified, each.photocopies),
                _name(at) in self.ticked,
            )
            for at, each in enumerate(dossier.received.papers)
        )
        blocks: list[Block] = [
            Say("came", tr(CHANNELS[dossier.received.channel]), self._came(dossier), icon="inbox"),
            Rows(PAPERS, tr("Giấy tờ đã có"), rows),
            Fields(NOTE, (Input(NOTE, tr("Ghi chú"), self.typed.get(NOTE, "")),)),
        ]
        planned = self._plan(dossier)
        if isinstance(planned, str):
            return (*blocks, Say("wrong", planned, kind=SayKind.ERROR))
        doubts = [problem_words(each) for each in planned.problems if not each.is_false]
        if doubts:
            blocks.append(warning("doubts", doubts[0], " ".join(doubts[1:])))
        if planned.promise is not None and planned.promise.due_at is not None:
            fees = sum(line.amount for line in planned.fees)
            rest = tr("Phí, lệ phí {amount}").format(amount=short_amount(fees))
            due = shown_moment(planned.promise.due_at)
            blocks.append(Say("due", due, rest, SayKind.FIGURE, "calendar"))
        return tuple(blocks)

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A plan that can be written."""
        planned = self._plan(dossier)
        if isinstance(planned, str):
            return planned, NEXT
        wrong = [problem_words(each) for each in planned.problems if each.is_false]
        return None if planned.is_ready else (" ".join(wrong), PAPERS)

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that receives it."""
        desk, uid, reception = self.desk, dossier.uid, self._reception(dossier)
        return lambda: accept(desk.workplace, desk.session, uid, reception)

    def said(self, after: Dossier) -> str:
        """Return the code that it got."""
        return tr("Đã tiếp nhận {code}.").format(code=after.shown_code)

    def paper(self, after: Dossier) -> StepPaper:
        """Return Mẫu 01."""
        desk = self.desk
        return StepPaper(
            lambda: make_receipt(
                desk.workplace, desk.session, after, desk.fonts, desk.layout(RECEIPT)
            ),
            tr("Giấy tiếp nhận {code}").format(code=after.shown_code),
        )

    def _came(self, dossier: Dossier) -> str:
        at = shown_moment(dossier.submitted_at) if dossier.submitted_at else ""
        return tr("{code}, nộp lúc {at}").format(code=dossier.portal_code, at=at)

    def _reception(self, dossier: Dossier) -> Reception:
        papers = tuple(
            dataclasses.replace(each, missing=_name(at) not in self.ticked)
            for at, each in enumerate(dossier.received.papers)
        )
        found: tuple[ReceivedPaper, ...] | None = papers or None
        note = clean(self.typed.get(NOTE, ""))
        return dataclasses.replace(wished_reception(dossier, found), note=note)

    def _plan(self, dossier: Dossier) -> Plan | str:
        try:
            return acceptance_plan(self.desk.workplace, self._reception(dossier))
        except ProcedureUnknownError as error:
            return sentence(error)


def _name(at: int) -> str:
    return f"paper{at}"
