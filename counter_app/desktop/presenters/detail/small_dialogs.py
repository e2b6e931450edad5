"""The small dialogs of a dossier's page: ghi liên hệ, hủy tiếp nhận."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.detail.detail_state import DetailView, OtherAct
from counter_app.desktop.presenters.detail.other_acts import (
    cancel_ask,
    contact,
    contact_ask,
    paper_ask,
    told_about,
)
from counter_app.desktop.presenters.inspecting.inspection_print import may_inspect
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.steps import ContactWay
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.i18n import tr
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception
from counter_app.wording.sentences import problem_words, sentence


class SmallDialogs:
    """`shown` gives the dossier of the page, `written` hears of what became of it."""

    def __init__(
        self,
        desk: Desk,
        view: DetailView,
        shown: Callable[[], Dossier | None],
        written: Callable[[Dossier], None],
    ) -> None:
        self._desk, self._view, self._shown, self._written = desk, view, shown, written

    def ask(self, act: OtherAct) -> None:
        """Open the small dialog of an act."""
        dossier = self._shown()
        if dossier is None:
            return
        if act is OtherAct.TELL:
            self._view.ask_contact(contact_ask(dossier, self._desk.now()))
        elif act is OtherAct.PRINT:
            book = self._desk.workplace.reference.rating
            rates = book.paper_form(self._desk.today()) is not None
            inspects = may_inspect(self._desk)
            self._view.ask_paper(paper_ask(dossier, inspects=inspects, rates=rates))
        elif act is OtherAct.SCAN:
            self._view.open_papers(dossier.uid)
        else:
            self._view.ask_cancel(cancel_ask(dossier))

    def tell(self, way: ContactWay, text: str, *, reached: bool) -> None:
        """Record how the citizen was told (ghi liên hệ)."""
        dossier = self._shown()
        if dossier is None:
            return
        about = told_about(dossier, self._desk.now())
        body = contact(way, text, about, reached=reached)
        if body is None:
            self._view.refuse_ask(tr("Ghi một câu: đã báo công dân điều gì."))
        else:
            self._record(body, tr("Đã ghi liên hệ."))

    def cancel(self, reason: str) -> None:
        """Cancel a reception that was a mistake (hủy tiếp nhận)."""
        desk, dossier = self._desk, self._shown()
        if dossier is not None:
            uid = dossier.uid
            self._write(
                lambda: cancel_reception(desk.workplace, desk.session, uid, reason),
                tr("Đã hủy tiếp nhận."),
            )

    def _record(self, body: Body, said: str) -> None:
        desk, dossier = self._desk, self._shown()
        if dossier is not None:
            uid = dossier.uid
            self._write(lambda: record(desk.workplace, desk.session, uid, body), said)

    def _write(self, work: Callable[[], Dossier], said: str) -> None:
        desk = self._desk

        def done(after: Dossier) -> None:
            self._view.close_ask()
            desk.notify(Notice(said, after.shown_code))
            desk.nudge()
            self._written(after)

        def failed(error: CounterError) -> None:
            problems = error.problems if isinstance(error, FalseStepError) else ()
            words = " ".join(map(problem_words, problems)) or sentence(error)
            self._view.refuse_ask(words)

        desk.jobs.run(work, done, failed)
