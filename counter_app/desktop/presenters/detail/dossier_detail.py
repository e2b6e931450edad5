"""The page of one dossier: opened by a row, a scan or a typed code; acts go out from here."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.desktop.changed import Changed, Subject, dossier_changed
from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind, of_error
from counter_app.desktop.presenters.detail.detail_state import (
    DetailState,
    DetailView,
    MissingState,
    Part,
)
from counter_app.desktop.presenters.detail.dossier_words import (
    due_mark,
    facts_of,
    notes_of,
    sending_mark,
)
from counter_app.desktop.presenters.detail.next_act import (
    in_order,
    proceed_of,
    step_buttons,
)
from counter_app.desktop.presenters.detail.other_acts import other_buttons
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.detail.parts import rows_of, tabs_of
from counter_app.desktop.presenters.detail.reprints import Reprint, reprint_of
from counter_app.desktop.presenters.detail.small_dialogs import SmallDialogs
from counter_app.desktop.presenters.detail.step_offer import StepOffer, offered
from counter_app.desktop.presenters.detail.timeline_rows import (
    is_waiting,
    now_row,
    timeline_rows,
    to_settle,
)
from counter_app.desktop.presenters.inspecting.inspection_print import print_inspection
from counter_app.desktop.theme.status_look import status_chip
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.dossiers.steps import judge, possible
from counter_app.domain.dossiers.way_back import WayBack
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.i18n import tr
from counter_app.services.dossiers.detail import Detail, detail, detail_by_code
from counter_app.services.dossiers.undoing import possible_way_back
from counter_app.services.inspecting.views import record_view
from counter_app.services.officers.permits import writable
from counter_app.services.printing.sheets.inspection import INSPECTION
from counter_app.services.workflow.timeline import progress_of
from counter_app.wording.sentences import halves, problem_words


class DossierDetail:
    """Decides what the page of a dossier shows and does."""

    def __init__(
        self,
        desk: Desk,
        view: DetailView,
        changed: Callable[[Changed], None],
        offers: tuple[StepOffer, ...] = (),
    ) -> None:
        self._desk, self._view, self._changed = desk, view, changed
        self._offers = offers
        self._papers = PaperOut(desk, changed)
        self.dialogs = SmallDialogs(desk, view, lambda: self.dossier, self._written)
        self._detail: Detail | None = None
        self._wanted = ""
        self._form = ""
        self._missing = True
        self._looked = False  # a look is recorded once, however often it is refreshed
        self._asked = 0
        self._part = Part.PAPERS
        self._returning = False
        self._step = ""
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

    @property
    def step(self) -> str:
        """Return the further step whose panel is open, "" for none."""
        return self._step

    @property
    def to_settle(self) -> str:
        """Return the first act that the server didn't take and F4 settles, "" for none."""
        return to_settle(self._detail.told) if self._detail else ""

    def may(self, kind: Kind) -> bool:
        """Tell whether an act of `kind` is this officer's to do."""
        return bool(writable(self._desk.workplace, self._desk.session, (kind,)))

    def open(self, uid: str, act: str = "") -> None:
        """Show the dossier `uid`, at once with `act`.

        That is "return", "reprint", a command's value ("supplement"), a step's name or "".
        """
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
        """Show papers, fees, persons or the process."""
        if part is not self._part:
            self._part = part
            self._present()

    def begin_return(self) -> bool:
        """Open the panel of the return (F8). It says itself when there is nothing to return."""
        if self._detail is None:
            return self._later("return")
        if self._refused(Kind.RETURNED):
            return True
        self.end_step()
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

    def words_of(self, command: Command) -> str:
        """Return what a command that opens a step does now, "" when it does nothing."""
        offer = self._offer_of(command)
        return offer.shown if offer else ""

    def begin(self, command: Command) -> bool:
        """Open the step of a command (F7); say why when it can't be taken any more."""
        if self._detail is None:
            return self._later(command.value)
        offer = self._offer_of(command)
        if offer is not None:
            return self.begin_step(offer.name)
        kind = next(each.kind for each in reversed(self._offers) if each.command is command)
        if self._refused(kind):
            return True
        problems = judge(self._detail.dossier, kind, self._desk.now()).problems
        for problem in problems:
            self._desk.notify(Notice(problem_words(problem), kind=NoticeKind.INFO))
        return bool(problems)

    def begin_step(self, name: str) -> bool:
        """Open the panel of a further step; False when it isn't offered now."""
        if self._detail is None:
            return self._later(name)
        if not any(each.name == name for each in self._offered()):
            return False
        self.end_return()
        if self._step != name:
            self.end_step()
            self._step = name
            self._present()
        self._view.start_step(name, self._detail.dossier)
        return True

    def end_step(self) -> bool:
        """Close the panel of a further step; False when none was open."""
        if not self._step:
            return False
        self._step = ""
        self._view.stop_step()
        self._present()
        return True

    def stepped(self, dossier: Dossier) -> None:
        """The panel wrote its act: show what became of the dossier."""
        self._changed(dossier_changed(dossier.uid))
        self.end_step()
        self.refresh()

    def reprint(self) -> bool:
        """Print the last paper again (F10); ask why when one is known to have come out."""
        if self._detail is None:
            return False
        self.print_form("")
        return True

    def print_form(self, form: str) -> None:
        """Print a paper of the dossier by its name, "" the last one, asked as `reprint` asks."""
        if self._detail is None or self._refused(Kind.PRINTED):
            return
        if form == INSPECTION:
            print_inspection(self._desk, self._detail.dossier.uid)
            return
        self._form = form
        wanted = reprint_of(self._detail.dossier, form)
        if wanted.ask is None:
            self._print(wanted, lost=False)
        else:
            self._view.ask_reprint(wanted.ask)

    def reprint_because(self, *, lost: bool) -> None:
        """Print again: `lost` by the citizen (a marked duplicate), or jammed."""
        if self._detail is not None:
            self._print(reprint_of(self._detail.dossier, self._form), lost=lost)

    def _later(self, act: str) -> bool:
        """Keep an act while the dossier is on its way: a quick hand needn't press twice."""
        if not self._missing:
            self._act = act
        return not self._missing

    def _offered(self) -> tuple[StepOffer, ...]:
        if self._detail is None:
            return ()
        dossier = self._detail.dossier
        return offered(self._offers, dossier, self._can(dossier))

    def _can(self, dossier: Dossier) -> frozenset[Kind]:
        """Return what wouldn't be false now, and is this officer's to do."""
        true = possible(dossier, self._desk.now())
        return writable(self._desk.workplace, self._desk.session, true)

    def _refused(self, kind: Kind) -> bool:
        """Say that an act isn't this officer's; False when it is."""
        if self.may(kind):
            return False
        error = NotPermittedError(officer=self._desk.session.officer.name)
        self._desk.notify(of_error(error))
        return True

    def _look(self, code: str) -> None:
        """Record once that the dossier was looked at, behind the page."""
        if not self._looked:
            self._looked = True
            desk = self._desk
            desk.jobs.run(
                lambda: record_view(desk.workplace, desk.session, code),
                lambda _: None,
                lambda error: desk.notify(of_error(error)),
            )

    def _offer_of(self, command: Command) -> StepOffer | None:
        return next((each for each in self._offered() if each.command is command), None)

    def _begin(self, act: str) -> None:
        if self._returning:
            self._view.stop_returning()
        if self._step:
            self._view.stop_step()
            self._step = ""
        self._detail, self._wanted, self._act = None, "", act
        self._missing = self._looked = False
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
                if self._step and before is not None and before.dossier != found.dossier:
                    self._view.start_step(self._step, found.dossier)
                self._do_act()
                self._look(found.dossier.shown_code)

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
        elif any(act == each.command.value for each in self._offers if each.command):
            self.begin(Command(act))
        elif act:
            self.begin_step(act)

    def _print(self, wanted: Reprint, *, lost: bool) -> None:
        dossier = self.dossier
        if dossier is not None:
            self._papers.send(dossier, wanted.maker(self._desk, dossier, lost=lost), wanted.title)

    def _written(self, after: Dossier) -> None:
        self._changed(dossier_changed(after.uid))
        self.refresh()

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
        steps = self._offered()
        for each in steps:
            if each.name == self._step:
                doing = now_row(now, each.shown, tr("Xác nhận ở khung bên phải"), each.icon)
                timeline = (*timeline, doing)
        can = self._can(dossier)
        back = possible_way_back(desk.workplace, dossier)
        proceed = proceed_of(dossier, can, steps)
        waiting = sum(is_waiting(each) for each in found.told)
        stands = progress_of(reference, found.procedure, dossier, found.told, now)
        self._view.present(
            DetailState(
                code=dossier.shown_code,
                chip=status_chip(dossier.status, result_is_here=dossier.result_is_here),
                due=due_mark(dossier, now, reference.calendar, reference.policy.hours),
                facts=facts_of(dossier),
                notes=notes_of(
                    dossier, prints=self.may(Kind.PRINTED), settles=bool(self.to_settle)
                ),
                timeline=timeline,
                sending=sending_mark(waiting),
                tabs=tabs_of(dossier, self._part, stands),
                rows=rows_of(dossier, self._part, stands),
                proceed=proceed.text,
                proceed_reason=proceed.reason,
                others=in_order(
                    step_buttons(steps, proceed.step),
                    other_buttons(dossier, can, back if self.may(Kind.WITHDRAWN) else WayBack.NONE),
                ),
                reprint=reprint_of(dossier).words if self.may(Kind.PRINTED) else "",
                crowded=self._returning or bool(self._step),
                proceed_step=proceed.step,
                proceed_icon=proceed.icon,
                proceed_keys=proceed.keys,
            )
        )

    def _name_of(self, officer: str) -> str:
        known = self._desk.workplace.reference.officers.with_id(officer)
        if known is not None:
            return known.name
        own = self._desk.session.officer
        return own.name if own.id == officer else officer
