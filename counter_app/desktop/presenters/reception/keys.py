"""Enter, digits, arrows and Esc on the reception page: where keys lead."""

from __future__ import annotations

from dataclasses import replace

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.choosing import Choosing
from counter_app.desktop.presenters.reception.desk_state import FormFor
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.drafting.draft import confirmed, missing
from counter_app.desktop.presenters.reception.panel import Panel
from counter_app.desktop.presenters.reception.people import People
from counter_app.desktop.presenters.reception.shown.panel import left_of, waiting_rules
from counter_app.desktop.presenters.reception.shown.people import question_of
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.presenters.reception.typing import Typing
from counter_app.desktop.presenters.reception.work import Work, one_turn
from counter_app.desktop.presenters.reception.writing_down.line import PaperLine


class Keys(Typing):
    """Enter goes on to the next thing that still needs the officer; Esc one step back."""

    def __init__(self, desk: Desk, work: Work, doors: ReceptionDoors) -> None:
        self._desk = desk
        self._doors = doors
        people = People(desk, work, self.go_on)
        choosing = Choosing(desk, work, self.go_on)
        panel = Panel(desk, work, doors.paper_words)
        super().__init__(work, people, choosing, panel, PaperLine(desk, work))

    @one_turn
    def enter(self) -> None:
        """Go on to the next thing that needs the officer."""
        work, ui = self._work, self._work.ui
        if ui.busy or ui.form is not None:
            return
        if ui.current is Block.PAPER_FIRST:
            if self._paper_line.accepts():
                self.go_on()
        elif ui.current is Block.APPLICANT:
            self._enter_person()
        elif ui.current is Block.PROCEDURE:
            self._enter_procedure()
        elif ui.current is Block.PAPERS:
            self._enter_papers()
        elif ui.current is Block.FEES:
            work.edit(replace(work.draft, fees_seen=True))
            self.go_on()
        elif ui.current is Block.DUE:
            if self._panel.accept_due():
                self.go_on()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Make the first block current that still needs the officer."""
        draft = self._work.draft
        promised = self._panel.promised(self._choosing.procedure)
        left = left_of(draft, promised, self._desk.now())
        block = left[0][0] if left else Block.READY
        procedure = self._choosing.procedure
        if block in (Block.READY, Block.DUE) and procedure is not None and not draft.fees_seen:
            waiting = waiting_rules(draft, procedure, draft.counted_from(self._desk.now()))
            if any(not each.condition for each in waiting):
                block = Block.FEES
        self._work.show(current=block, noting=-1)
        if block is Block.PROCEDURE:
            self._choosing.propose()

    def _enter_person(self) -> None:
        work, ui = self._work, self._work.ui
        if ui.second is not None:
            self._people.take_second(related=False)
        elif ui.whom:
            self._people.open_form(FormFor.APPLICANT)
        elif work.draft.applicant is None:
            self._people.enter_typed()
        elif (question := question_of(work.draft, ui, self._doors.home_unit)) is not None:
            if question.choices:
                self._people.leave_address()
            else:
                self._people.confirm_card()
        else:
            work.show(phone_seen=ui.typed_phone or "")
            self.go_on()

    def _enter_procedure(self) -> None:
        if self._work.ui.duplicate is not None:
            self._doors.open_dossier(self._work.ui.duplicate.uid)
        elif self._choosing.case_is_open:
            self._choosing.take_case(self._work.ui.case_at)
        elif self._choosing.is_searching:
            self._choosing.take(self._work.ui.match_at)
        else:
            self.go_on()

    def _enter_papers(self) -> None:
        work, procedure = self._work, self._choosing.procedure
        if procedure is None:
            self.go_on()
            return
        if not work.draft.papers_confirmed:
            work.edit(confirmed(work.draft, procedure))
        lacking = missing(work.draft, procedure)
        later = [at for at in lacking if at > work.ui.noting]
        if later and not work.draft.papers[later[0]].note:
            work.show(noting=later[0], paper_at=later[0], focus=work.ui.focus + 1)
            return
        self.go_on()

    @one_turn
    def digit(self, number: int) -> None:
        """Take a choice, a case, or toggle a paper."""
        ui = self._work.ui
        if ui.current is Block.APPLICANT:
            self._digit_person(number)
        elif ui.current is Block.PROCEDURE and self._choosing.case_is_open:
            self._choosing.take_case(number - 1)
        elif ui.current is Block.PAPERS:
            self.toggle_paper(number - 1)
        elif ui.current is Block.FEES:
            self._panel.exempt(number, self._choosing.procedure)
        elif ui.current is Block.DELIVERY:
            self._panel.deliver(number - 1)

    def _digit_person(self, number: int) -> None:
        ui = self._work.ui
        if ui.second is not None:
            if number in (1, 2):
                self._people.take_second(related=number == 2)
        elif ui.whom:
            forms = tuple(FormFor)
            if number <= len(forms):
                self._people.open_form(forms[number - 1])
        else:
            self._people.choose_unit(number - 1)

    @one_turn
    def move(self, step: int) -> None:
        """Move in the current list."""
        work, ui = self._work, self._work.ui
        if ui.current is Block.APPLICANT and ui.citizens:
            work.show(citizen_at=_within(ui.citizen_at + step, len(ui.citizens)))
        elif ui.current is Block.PROCEDURE and self._choosing.case_is_open:
            names = self._choosing.procedure.case_names if self._choosing.procedure else ()
            work.show(case_at=_within(ui.case_at + step, len(names)))
        elif ui.current is Block.PROCEDURE and ui.matches:
            work.show(match_at=_within(ui.match_at + step, len(ui.matches)))
        elif ui.current is Block.PAPERS and work.draft.papers:
            work.show(paper_at=_within(ui.paper_at + step, len(work.draft.papers)), noting=-1)

    @one_turn
    def space(self) -> None:
        """Toggle the selected paper."""
        if self._work.ui.current is Block.PAPERS:
            self.toggle_paper(self._work.ui.paper_at)

    @one_turn
    def escape(self) -> bool:
        """Go one step back; nothing is lost."""
        work, ui = self._work, self._work.ui
        if ui.form is not None:
            self._people.cancel_form()
        elif ui.current is Block.PAPER_FIRST:
            self._paper_line.take_away()
            self.go_on()
        elif ui.second is not None or ui.whom:
            work.show(second=None, whom=False, focus=ui.focus + 1)
        elif ui.noting >= 0:
            work.show(noting=-1, focus=ui.focus + 1)
        elif ui.current is Block.PROCEDURE and ui.typed_procedure:
            self._choosing.search("")
            work.refocus()
        elif ui.current is Block.APPLICANT and ui.typed_person:
            self._people.search("")
            work.refocus()
        elif ui.current in (Block.FEES, Block.DUE, Block.DELIVERY, Block.NOTE):
            work.show(typed_due=None, due_problem="")
            self.go_on()
        elif ui.current is Block.APPLICANT:
            return False
        else:
            work.show(current=_BEFORE[ui.current], duplicate=None)
        return True


_BEFORE = {
    Block.PROCEDURE: Block.APPLICANT,
    Block.PAPERS: Block.PROCEDURE,
    Block.READY: Block.PAPERS,
}


def _within(at: int, count: int) -> int:
    return max(0, min(at, count - 1))
