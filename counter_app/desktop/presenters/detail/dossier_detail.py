"""The page of one dossier: opened by a row, a scan or a typed code; acts go out from here."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.detail.detail_state import (
    DetailState,
    DetailView,
    MissingState,
    OtherAct,
    Part,
)
from counter_app.desktop.presenters.detail.dossier_words import (
    due_mark,
    facts_of,
    notes_of,
    sending_mark,
)
from counter_app.desktop.presenters.detail.other_acts import (
    cancel_ask,
    contact,
    contact_ask,
    other_buttons,
    withdrawal,
    withdrawal_ask,
)
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.detail.parts import rows_of, tabs_of
from counter_app.desktop.presenters.detail.reprints import Reprint, reprint_of
from counter_app.desktop.presenters.detail.timeline_rows import (
    is_waiting,
    now_row,
    timeline_rows,
)
from counter_app.desktop.theme.status_look import status_chip
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.steps import ContactWay
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.dossiers.steps import possible
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import FalseStepError
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import Detail, detail, detail_by_code
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception, possible_way_back
from counter_app.wording.sentences import halves, problem_words, sentence


class DossierDetail:
    """Decides what the page of a dossier shows and does."""

    def __init__(self, desk: Desk, view: DetailView, changed: Callable[[Changed], None]) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._papers = PaperOut(desk, changed)
        self._detail: Detail | None = None
        self._wanted = ""
        self._missing = True
        self._asked = 0
        self._part = Part.PAPERS
        self._returning = False
        self._act = ""

    @property
    def dossier(self) -> Dossier | None:
        """Return the dossier that is shown; None while none is."""
        return self._detail.dossier if self._detail else None

    @property
    def code(self) -> str:
        """Return the code for the window's title, whatever is shown."""
        return self._detail.dossier.shown_code if self._detail else self._wanted

    @property
    def is_returning(self) -> bool:
        """True while the panel of the return is open."""
        return self._returning

    def open(self, uid: str, act: str = "") -> None:
        """Show the dossier `uid`, at once with `act`: "return", "reprint" or "" for none."""
        self._begin(act)
        self._ask(lambda: detail(self._desk.workplace, uid))

    def open_code(self, text: str) -> None:
        """Show the dossier that a scanned or typed `text` names by either of its codes."""
        self._begin("")
        code = find_code(text)
        self._wanted = code.text if code else text[:40]
        self._ask(lambda: detail_by_code(self._desk.workplace, text))

    def refresh(self) -> None:
        """Ask again; what is open on the page stays open."""
        if self._detail is not None:
            uid = self._detail.dossier.uid
            self._ask(lambda: detail(self._desk.workplace, uid))
        elif self._wanted:
            wanted = self._wanted
            self._ask(lambda: detail_by_code(self._desk.workplace, wanted))

    def changed(self, change: Changed) -> None:
        """Something was written, here or by the server."""
        known = self._detail is not None
        if (known and Subject.SENDING in change.subjects) or change.touches(
            self._detail.dossier.uid if self._detail else ""
        ):
            self.refresh()

    def show_part(self, part: Part) -> None:
        """Show papers, fees or persons."""
        if part is not self._part:
            self._part = part
            self._present()

    def begin_return(self) -> bool:
        """Open the panel of the return (F8). It says itself when there is nothing to return."""
        if self._detail is None:
            if not self._missing:  # it is on its way: a quick hand needn't press twice
                self._act = "return"
            return not self._missing
        if not self._returning:
            self._returning = True
            self._present()
        self._view.start_returning(self._detail.dossier)
        return True

    def end_return(self) -> bool:
        """Close the panel of the return; False when it wasn't open."""
        if not self._returning:
            return False
        self._returning = False
        self._view.stop_returning()
        self._present()
        return True

    def returned(self, dossier: Dossier) -> None:
        """The panel returned the result: show what became of it."""
        self._changed(dossier_changed(dossier.uid))
        self.end_return()
        self.refresh()

    def reprint(self) -> bool:
        """Print the last paper again (F10); ask why when one is known to have come out."""
        if self._detail is None:
            return False
        wanted = reprint_of(self._detail.dossier)
        if wanted.ask is None:
            self._print(wanted, lost=False)
        else:
            self._view.ask_reprint(wanted.ask)
        return True

    def reprint_because(self, *, lost: bool) -> None:
        """Print again: `lost` by the citizen (a marked duplicate), or jammed."""
        if self._detail is not None:
            self._print(reprint_of(self._detail.dossier), lost=lost)

    def ask(self, act: OtherAct) -> None:
        """Open the small dialog of another act."""
        dossier = self.dossier
        if dossier is None:
            return
        if act is OtherAct.TELL:
            self._view.ask_contact(contact_ask(dossier))
        elif act is OtherAct.CANCEL:
            self._view.ask_cancel(cancel_ask(dossier))
        else:
            self._view.ask_withdrawal(withdrawal_ask(dossier))

    def tell(self, way: ContactWay, text: str, *, reached: bool) -> None:
        """Record how the citizen was told (ghi liên hệ)."""
        body = contact(way, text, reached=reached)
        if body is None:
            self._view.refuse_ask(tr("Ghi một câu: đã báo công dân điều gì."))
        else:
            self._record(body, tr("Đã ghi liên hệ."))

    def withdraw(self, reason: str, by_name: str) -> None:
        """Record that the citizen takes the dossier back (rút hồ sơ)."""
        body = withdrawal(reason, by_name)
        if body is None:
            self._view.refuse_ask(tr("Ghi lý do công dân rút hồ sơ."))
        else:
            self._record(body, tr("Đã ghi công dân rút hồ sơ."))

    def cancel(self, reason: str) -> None:
        """Cancel a reception that was a mistake (hủy tiếp nhận)."""
        desk, dossier = self._desk, self.dossier
        if dossier is not None:
            uid = dossier.uid
            self._write(
                lambda: cancel_reception(desk.workplace, desk.session, uid, reason),
                tr("Đã hủy tiếp nhận."),
            )

    def _begin(self, act: str) -> None:
        if self._returning:
            self._view.stop_returning()
        self._detail, self._wanted, self._act = None, "", act
        self._missing = False
        self._returning, self._part = False, Part.PAPERS

    def _ask(self, work: Callable[[], Detail]) -> None:
        self._asked += 1
        number = self._asked

        def done(found: Detail) -> None:
            if number == self._asked:
                before, self._detail = self._detail, found
                self._present()
                if self._returning and before is not None and before.dossier != found.dossier:
                    self._view.start_returning(found.dossier)  # as it stands now
                self._do_act()

        def failed(error: CounterError) -> None:
            if number == self._asked:
                self._detail, self._missing, self._act = None, True, ""
                what, rest = halves(error)
                self._view.present_missing(MissingState(self._wanted, what, rest))

        self._desk.jobs.run(work, done, failed)

    def _do_act(self) -> None:
        act, self._act = self._act, ""
        if act == "return":
            self.begin_return()
        elif act == "reprint":
            self.reprint()

    def _print(self, wanted: Reprint, *, lost: bool) -> None:
        dossier = self.dossier
        if dossier is not None:
            self._papers.send(dossier, wanted.maker(self._desk, dossier, lost=lost), wanted.title)

    def _record(self, body: Body, said: str) -> None:
        desk, dossier = self._desk, self.dossier
        if dossier is not None:
            uid = dossier.uid
            self._write(lambda: record(desk.workplace, desk.session, uid, body), said)

    def _write(self, work: Callable[[], Dossier], said: str) -> None:
        desk = self._desk

        def done(after: Dossier) -> None:
            self._view.close_ask()
            desk.notify(Notice(said, after.shown_code))
            desk.nudge()
            self._changed(dossier_changed(after.uid))
            self.refresh()

        def failed(error: CounterError) -> None:
            problems = error.problems if isinstance(error, FalseStepError) else ()
            words = " ".join(map(problem_words, problems)) or sentence(error)
            self._view.refuse_ask(words)

        desk.jobs.run(work, done, failed)

    def _present(self) -> None:
        found = self._detail
        if found is None:
            return
        dossier, desk = found.dossier, self._desk
        now, reference = desk.now(), desk.workplace.reference
        here = desk.workplace.enrolment.counter
        timeline = timeline_rows(found.told, self._name_of, now, here)
        if self._returning and dossier.status is Status.FINISHED:
            doing = now_row(now, tr("Đang trả kết quả"), tr("Xác nhận ở khung bên phải"))
            timeline = (*timeline, doing)
        can = possible(dossier, now)
        waiting = sum(is_waiting(each) for each in found.told)
        self._view.present(
            DetailState(
                code=dossier.shown_code,
                chip=status_chip(dossier.status, result_is_here=dossier.result_is_here),
                due=due_mark(dossier, now, reference.calendar, reference.policy.hours),
                facts=facts_of(dossier),
                notes=notes_of(dossier),
                timeline=timeline,
                sending=sending_mark(waiting),
                tabs=tabs_of(dossier, self._part),
                rows=rows_of(dossier, self._part),
                proceed=_proceed(dossier, can),
                proceed_reason=_proceed_reason(dossier),
                others=other_buttons(dossier, can, possible_way_back(desk.workplace, dossier)),
                reprint=reprint_of(dossier).words,
                returning=self._returning,
            )
        )

    def _name_of(self, officer: str) -> str:
        known = self._desk.workplace.reference.officers.with_id(officer)
        if known is not None:
            return known.name
        own = self._desk.session.officer
        return own.name if own.id == officer else officer


def _proceed(dossier: Dossier, can: frozenset[Kind]) -> str:
    if dossier.result_is_here:
        return tr("Trả kết quả")
    if dossier.status is Status.FINISHED and Kind.RETURNED in can:
        return tr("Nhận kết quả về và trả")
    return ""


def _proceed_reason(dossier: Dossier) -> str:
    if dossier.result_is_here:
        return tr("Kết quả đã về quầy, công dân có thể nhận.")
    if dossier.status is Status.FINISHED:
        return tr("Cơ quan đã giải quyết, quầy chưa ghi nhận kết quả về.")
    return ""
