"""The reception page's decisions: what a key, a scan or a click does, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from counter_app.desktop.commands import FAVOURITES, Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.persons.form import PersonForm
from counter_app.desktop.presenters.persons.reading import PersonEntry
from counter_app.desktop.presenters.persons.state import PersonFormView
from counter_app.desktop.presenters.reception.desk_state import FormFor
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.drafting.copying import draft_of
from counter_app.desktop.presenters.reception.drafting.draft import (
    ReceptionDraft,
)
from counter_app.desktop.presenters.reception.drafts import DraftKeeper
from counter_app.desktop.presenters.reception.finishing import Finishing, draft_name
from counter_app.desktop.presenters.reception.keys import Keys
from counter_app.desktop.presenters.reception.shown.page import shown
from counter_app.desktop.presenters.reception.shown.panel import left_of
from counter_app.desktop.presenters.reception.state import Block, ReceptionView
from counter_app.desktop.presenters.reception.work import JobsInTurns, Work, one_turn
from counter_app.desktop.scanning.meaning import CardScan, Meaning
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.search import Found
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import Detail, detail
from counter_app.services.people.recognition import KnownCitizen


class ReceptionPage(Keys):
    """The reception of one dossier after the other. See `ReceptionEvents` for what keys call.

    `open_dossier` opens a dossier's page by its uid; `show_history` the citizen's dossiers before;
    `preview` shows the receipt that would be printed.
    """

    def __init__(self, desk: Desk, view: ReceptionView, doors: ReceptionDoors) -> None:
        self._view = view
        self._last: ReceptionDraft | None = None
        self._form: PersonForm | None = None
        self._next_card: CardScan | None = None
        work = Work(ReceptionDraft(desk.workplace.new_id(), desk.now()), self._changed)
        desk = replace(desk, jobs=JobsInTurns(desk.jobs, work))
        super().__init__(desk, work, doors)
        self._drafts = DraftKeeper(desk, work)
        self._finishing = Finishing(desk)

    # Life.

    def begin(self) -> None:
        """Bring back what was under way, and learn what this officer uses most."""
        self._choosing.learn()
        self._drafts.bring_back(self._people.reopen_form)
        self._changed()

    @property
    def draft(self) -> ReceptionDraft:
        """What was entered so far."""
        return self._work.draft

    @property
    def is_chosen(self) -> bool:
        """True once the procedure is chosen, and its case where it has several."""
        procedure = self._choosing.procedure
        return procedure is not None and (not procedure.case_names or bool(self.draft.case))

    @property
    def known(self) -> KnownCitizen | None:
        """What this office knows of the applicant."""
        return self._work.ui.known

    @property
    def is_busy(self) -> bool:
        """True while F9 writes."""
        return self._work.ui.busy

    @one_turn
    def left(self, uid: str) -> None:
        """The visitor of draft `uid` went without a dossier: the next one begins."""
        draft, drafts = self._work.draft, self._desk.drafts
        if draft.uid != uid:
            return
        self._drafts.written(uid)
        self._drafts.begin_new(same=draft if draft.visit else None, visit=draft.visit)
        self._desk.jobs.run(lambda: drafts.delete(draft_name(draft)), lambda _: None)
        self._choosing.learn()

    @one_turn
    def decide_elsewhere(self, agency: str) -> None:
        """Let an agency of another place decide (phi địa giới); "" the usual one again."""
        self._work.edit(replace(self._work.draft, competent=clean(agency)))

    def save(self) -> None:
        """Keep the draft."""
        self._drafts.save()

    def arrive(self) -> None:
        """The page is shown again."""
        self._work.refocus()

    def _changed(self) -> None:
        self._view.present(
            shown(
                self._work.draft,
                self._work.ui,
                self._panel.promised(self._choosing.procedure),
                self._desk.now(),
                favourites=self._choosing.favourites,
                size=self._choosing.size,
                home_unit=self._doors.home_unit,
                can_copy=self._last is not None,
                paper_line=self._paper_line.state,
            )
        )

    def person_form(self, view: PersonFormView) -> PersonForm:
        """Return the decisions of the person form that `view` shows in the first card."""
        role, person, typed = self._people.form_start()
        self._form = PersonForm(
            view,
            today=self._desk.today(),
            commune_choices=self._doors.commune_choices,
            on_done=self._entered,
            on_cancel=self._people.cancel_form,
            start=person,
            role=role,
            typed=typed,
            on_change=self._typed_on,
        )
        return self._form

    def _typed_on(self) -> None:
        if self._form is not None:
            self._people.keep_typed(self._form.typed)

    @one_turn
    def _entered(self, entry: PersonEntry) -> None:
        self._form = None
        self._people.entered(entry)

    # Scans and commands.

    @one_turn
    def scanned(self, scan: Meaning) -> bool:
        """Take a citizen card; anything else is the window's."""
        if not isinstance(scan, CardScan):
            return False
        if self._work.ui.busy:
            self._next_card = scan  # the next citizen's, while F9 still writes
            return True
        if self._work.ui.form is not None and self._form is not None:
            self._form.fill(self._people.placed(scan.reading))
        else:
            self._people.read(scan)
        return True

    def commands(self) -> Mapping[Command, str]:
        """Return what keys do here now."""
        draft, found = self._work.draft, {}
        found[Command.RECEIVE] = tr("Tiếp nhận và in")
        found[Command.RECEIVE_MORE] = tr("Tiếp nhận, thêm hồ sơ cùng người, in chung một giấy")
        found[Command.PREVIEW] = tr("Xem trước giấy tiếp nhận")
        found[Command.NEW] = tr("Hồ sơ mới, hồ sơ này để dở")
        found[Command.EDIT] = tr("Sửa, thêm người") if draft.applicant else tr("Nhập tay người nộp")
        if draft.procedure:
            found[Command.PAPERS] = tr("Sửa giấy tờ")
        if self._last is not None:
            found[Command.COPY] = tr("Chép từ hồ sơ trước")
        if self._work.ui.known is not None and self._work.ui.known.dossiers:
            found[Command.HISTORY] = tr("Hồ sơ trước của công dân")
        if self._work.ui.form is None:
            line = self._paper_line
            found[Command.PAPER_FIRST] = (
                tr("Hồ sơ mới nhận, không phải đã nhận bằng giấy")
                if line.is_open
                else tr("Ghi hồ sơ đã nhận bằng giấy")
            )
        found[Command.UNDO] = tr("Lùi lại thay đổi vừa rồi")
        names = self._choosing.favourite_names
        return found | dict(zip(FAVOURITES, names, strict=False))

    @one_turn
    def act(self, command: Command) -> bool:
        """Do a command of the window."""
        if self._work.ui.busy:
            return True
        if command in FAVOURITES:
            return self._choosing.take_favourite(FAVOURITES.index(command))
        match command:
            case Command.RECEIVE | Command.RECEIVE_MORE:
                self._receive(more=command is Command.RECEIVE_MORE)
            case Command.PREVIEW:
                self._preview()
            case Command.NEW:
                self.park()
            case Command.EDIT:
                self._edit_people()
            case Command.PAPERS if self._work.draft.procedure:
                self._work.show(current=Block.PAPERS, noting=-1)
            case Command.COPY:
                return self._copy()
            case Command.HISTORY if self._work.ui.known is not None:
                self._doors.show_history(self._work.ui.known)
            case Command.PAPER_FIRST if self._work.ui.form is None:
                self._paper_or_not()
            case Command.UNDO:
                return self._undo()
            case _:
                return False
        return True

    @one_turn
    def new_for(self, person: Person) -> None:
        """Begin a dossier for a citizen chosen elsewhere; what is under way is parked."""
        self.park()
        self._people.begin_with(person)

    def find_procedures(self, text: str, limit: int) -> Found:
        """Return the procedures that fit `text`, for the quick line."""
        return self._choosing.find(text, limit)

    @one_turn
    def choose(self, code: str) -> None:
        """Take a procedure chosen elsewhere."""
        self._choosing.take_code(code)

    @one_turn
    def park(self) -> None:
        """Put the draft aside and begin a new one; an open second card becomes its applicant."""
        second = self._work.ui.second
        self._drafts.park()
        if second is not None:
            self._people.begin_with_card(second, self._desk.now())
        self._choosing.learn()

    @property
    def parked(self) -> DraftKeeper:
        """The drafts that were put aside."""
        return self._drafts

    def _paper_or_not(self) -> None:
        if self._paper_line.is_open:
            self._paper_line.take_away()
            self.go_on()
        else:
            self._paper_line.open()

    @one_turn
    def write_down(self, number: str) -> None:
        """Take in what lies on the desk as paper `number`; what is under way is parked."""
        if self._work.ui.busy:
            return
        self.park()
        self._paper_line.open(number)

    def _edit_people(self) -> None:
        if self._work.draft.applicant is None:
            self._people.open_form(FormFor.APPLICANT)
        else:
            ui = self._work.ui
            self._work.show(whom=True, current=Block.APPLICANT, focus=ui.focus + 1)

    def _undo(self) -> bool:
        if not self._work.undo():
            if self._work.draft.is_empty and self._drafts.take_back():
                return True
            return self._finishing.take_back(self._begin_again)
        self._choosing.follow()
        self._desk.notify(Notice(tr("Đã lùi lại thay đổi vừa rồi."), kind=NoticeKind.INFO))
        return True

    @one_turn
    def _begin_again(self, draft: ReceptionDraft) -> None:
        again = replace(draft, uid=self._desk.workplace.new_id(), papers_confirmed=False)
        self._drafts.begin_with(again)
        self._choosing.follow()

    def _copy(self) -> bool:
        if self._last is None:
            return False
        self._choosing.copy(self._last)
        return True

    def copy_from(self, uid: str) -> None:
        """Copy from a dossier that was received before, chosen in the citizen's history."""
        workplace = self._desk.workplace

        def found(before: Detail) -> None:
            self._choosing.copy(draft_of(before.dossier))

        self._desk.jobs.run(
            lambda: detail(workplace, uid),
            found,
            lambda error: self._desk.notify(of_error(error)),
        )

    # F9.

    def _receive(self, *, more: bool = False) -> None:
        if self._work.ui.form is not None and self._form is not None:
            entry = self._form.complete()
            if entry is None:
                return
            self._entered(entry)
        work, procedure = self._work, self._choosing.procedure
        asked = work.ui.duplicate is not None
        work.show(duplicate=None)  # F9 answers its question: receive it all the same
        left = left_of(work.draft, self._panel.promised(procedure), self._desk.now())
        if left:
            self._work.show(
                current=left[0][0], noting=-1, focus=work.ui.focus + 1, paper_asked=True
            )
            if not asked:
                self._say_left(left[0][2])
            return
        draft = work.draft
        immediate = procedure is not None and procedure.immediate_result
        work.show(busy=True)
        self._drafts.written(draft.uid)

        def done(dossier: Dossier) -> None:
            self._last = draft
            visit = (*draft.visit, dossier.uid) if more else ()
            self._drafts.begin_new(same=draft if more else None, visit=visit)
            if more:
                self.go_on()  # the people are there: the next matter is asked
            card, self._next_card = self._next_card, None
            if card is not None:
                self._people.read(card)
            self._choosing.learn()

        def failed() -> None:
            self._next_card = None
            self._drafts.not_written(draft.uid)
            work.show(busy=False)

        self._finishing.receive(
            draft,
            immediate=immediate,
            paper=not more and not (immediate and not draft.visit),
            done=done,
            failed=failed,
        )

    def _say_left(self, what: str) -> None:
        self._desk.notify(
            Notice(
                tr("Chưa tiếp nhận: {what}.").format(what=what),
                tr("Những gì đã nhập vẫn còn nguyên."),
                NoticeKind.WARN,
            )
        )

    def _preview(self) -> None:
        promised = self._panel.promised(self._choosing.procedure)
        left = left_of(self._work.draft, promised, self._desk.now())
        if left:
            self._work.show(current=left[0][0], noting=-1, focus=self._work.ui.focus + 1)
        else:
            self._doors.preview(self._work.draft)
