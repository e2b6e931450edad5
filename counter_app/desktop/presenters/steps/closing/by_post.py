"""Trả qua bưu chính: the tracking number, where it goes, originals that go along."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.presenters.steps.step import Lack, Step, StepPaper, StepWords
from counter_app.desktop.presenters.steps.step_state import Block, Fields, Input, Row, Rows, Say
from counter_app.desktop.presenters.steps.told_later import DONE, done_at, done_fields, done_problem
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.returning import return_by_post
from counter_app.services.printing.receipt_paper import RESULT_SLIP, make_result_slip
from counter_app.wording.steps import copies_words, counted_results

TRACKING, ORIGINALS = "tracking", "originals"


class ByPost(Step):
    """The parcel's number is scanned or typed; the slip goes with it."""

    kind = Kind.RETURNED

    def words(self, dossier: Dossier) -> StepWords:  # noqa: ARG002
        """Return the words of the panel."""
        return StepWords(tr("Trả qua bưu chính"), "", "send", tr("Ghi đã gửi và in biên nhận"))

    def begin(self, dossier: Dossier, found: object) -> None:
        """Nothing goes along by itself."""

    def blocks(self, dossier: Dossier) -> tuple[Block, ...]:
        """Return the number, the address, the originals."""
        number = Input(
            TRACKING, tr("Số hiệu bưu gửi"), self.typed.get(TRACKING, ""),
            placeholder=tr("như trên phiếu gửi"),
        )  # fmt: skip
        address = dossier.received.delivery.address or str(dossier.received.applicant.address)
        rows = tuple(
            Row(f"{ORIGINALS}{at}", name, right=copies_words(count), ticked=self._is_back(at))
            for at, (name, count) in enumerate(_originals(dossier))
        )
        blocks: list[Block] = [
            Fields(TRACKING, (number,)),
            Say(
                "to",
                dossier.received.applicant.name,
                address or tr("chưa có địa chỉ"),
                icon="home",
            ),
            Say("what", counted_results(dossier.results), icon="paper"),
        ]
        if rows:
            blocks.append(Rows(ORIGINALS, tr("Bản chính gửi trả kèm"), rows))
        blocks.append(done_fields(self.typed, dossier, self.desk.now()))
        return tuple(blocks)

    def lacks(self, dossier: Dossier) -> Lack | None:
        """A tracking number, and a moment that can be."""
        if not clean(self.typed.get(TRACKING, "")):
            return tr("Ghi số hiệu bưu gửi."), TRACKING
        done = done_problem(self.typed.get(DONE, ""), (dossier,), self.desk.now())
        return (done, DONE) if done else None

    def writes(self, dossier: Dossier, breaches: tuple[Breach, ...]) -> Callable[[], Dossier]:  # noqa: ARG002
        """Return the work that records it."""
        desk, number = self.desk, self.typed.get(TRACKING, "")
        back = tuple(name for at, (name, _) in enumerate(_originals(dossier)) if self._is_back(at))
        done = done_at(self.typed.get(DONE, ""), (dossier,), desk.now())
        return lambda: return_by_post(desk.workplace, desk.session, dossier, number, back, done)

    def said(self, after: Dossier) -> str:  # noqa: ARG002
        """Return what is said then."""
        return tr("Đã ghi trả kết quả qua bưu chính.")

    def paper(self, after: Dossier) -> StepPaper:
        """Return the result slip that goes along."""
        desk = self.desk
        return StepPaper(
            lambda: make_result_slip(
                desk.workplace, desk.session, after, desk.fonts, desk.layout(RESULT_SLIP)
            ),
            tr("Biên nhận trả kết quả {code}").format(code=after.shown_code),
        )

    def _is_back(self, at: int) -> bool:
        return f"{ORIGINALS}{at}" in self.ticked


def _originals(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    return tuple(
        (each.name, each.originals)
        for each in dossier.received.papers
        if each.originals and not each.missing
    )
