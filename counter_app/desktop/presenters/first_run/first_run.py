"""The first run: this machine becomes a counter of its province, then printer and scanner.

Enrolment is the only step that can't be taken back, and a cut line loses nothing: the same code
may be given again from this machine. Whoever leaves after it finds the rest where it was left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.first_run.moving import Moving, TakeOver
from counter_app.desktop.presenters.first_run.state import (
    Field,
    FirstRunState,
    FirstRunView,
    Step,
    StepLine,
)
from counter_app.desktop.presenters.first_run.words import (
    REPLACING,
    STEPS,
    TITLES,
    code_note,
    complaint,
    facts,
    plain_code,
    server_address,
)
from counter_app.domain.errors import CounterError
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.keeping.journal_import import ImportReport

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What enrolment made of this machine; `recovery` "" where the store isn't encrypted.

    `replaces`: it has the number that another machine had before.
    """

    device: str
    centre: str
    counter: str
    counter_name: str = ""
    recovery: str = ""
    practice: bool = False
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the wizard begins: with what settings or an earlier run left. A step not done yet."""

    server: str = ""
    ca_file: str = ""
    enrolled: Enrolled | None = None
    step: Step = Step.SERVER


@dataclass(frozen=True, slots=True)
class Doors:
    """What the wizard needs of the program.

    `enrol(server, code, ca_file)` makes the home and enrols it. `reached` is told each step that
    the wizard comes to, to begin there next time. `finished` goes on to log-in. `print_recovery`
    puts the recovery code on paper; None where there is no printer to ask. `take_over` takes in the
    old machine's work once the home is open.
    """

    enrol: Callable[[str, str, str], Enrolled]
    reached: Callable[[Step], None]
    finished: Callable[[], None]
    print_recovery: Callable[[Enrolled], None] | None = None
    take_over: TakeOver | None = None


class FirstRun:
    """Decides, step by step."""

    def __init__(self, view: FirstRunView, jobs: Jobs, doors: Doors, begun: Begun) -> None:
        self._view = view
        self._jobs = jobs
        self._doors = doors
        self._server, self._ca_file, self._code = begun.server, begun.ca_file, ""
        self._enrolled = begun.enrolled
        self._step = begun.step if begun.enrolled else Step.SERVER
        self._moving = Moving(
            is_chosen=self._step is Step.MOVE,
            is_renewal=bool(begun.enrolled and begun.enrolled.replaces),
        )
        self._problems: dict[Field, str] = {}
        self._is_asking = False
        self._is_kept = False

    def start(self) -> None:
        """Show where it begins."""
        if self._server and self._step is Step.SERVER:
            self._step = Step.CODE
        self._go(self._step)

    # --- typing ----------------------------------------------------------------------------------

    def server_typed(self, text: str) -> None:
        """Take the province's address."""
        self._server = text
        self._forget(Field.SERVER)

    def ca_typed(self, text: str) -> None:
        """Take the path of a file with the province's own authorities; "" for the system's."""
        self._ca_file = text
        self._forget(Field.CA_FILE)

    def code_typed(self, text: str) -> None:
        """Take the one-time code as it is typed."""
        self._code = text
        self._forget(Field.CODE)
        self._show()

    def replaces(self, *, is_on: bool) -> None:
        """Note whether this machine takes an old one's place (thay máy)."""
        self._moving.is_chosen = is_on
        self._forget(Field.CODE)
        self._show()

    def stick_typed(self, path: str) -> None:
        """Take where the old machine's stick is."""
        self._moving.stick_typed(path)
        self._show()

    def another_stick(self) -> None:
        """Ask for a stick more: work may lie on several."""
        if not self._is_asking:
            self.stick_typed("")
            self._view.focus(Field.STICK)

    def key_file_typed(self, path: str) -> None:
        """Take which file holds the province's recovery key."""
        self._moving.key_typed(path)
        self._show()

    def line(self, state: SyncState) -> None:
        """Take how the wire stands: what came over goes out meanwhile."""
        self._moving.line(state)
        if self._step is Step.MOVE:
            self._show()

    def scanned(self, text: str) -> bool:
        """Take an address or a code from paper; False where neither is asked for."""
        text = clean(text)
        if self._is_asking or self._step not in (Step.SERVER, Step.CODE):
            return False
        if text.lower().startswith(("https://", "http://")):
            self._server = text
            self._go(Step.SERVER)
        else:
            self._code = text
            self._forget(Field.CODE)
            if self._step is Step.CODE:
                self._go(Step.CODE)
        return True

    def kept(self, *, is_kept: bool) -> None:
        """Note that the recovery code was printed or written down."""
        self._is_kept = is_kept
        self._show()

    def print_recovery(self) -> None:
        """Put the recovery code on paper."""
        if self._doors.print_recovery is not None and self._enrolled is not None:
            self._doors.print_recovery(self._enrolled)

    # --- going -----------------------------------------------------------------------------------

    def next(self) -> None:
        """Go on (Enter)."""
        if self._is_asking:
            return
        if self._step is Step.SERVER:
            self._take_server()
        elif self._step is Step.CODE:
            self._enrol()
        elif self._step is Step.RECOVERY and self._must_keep():
            self._show()
            self._view.focus(Field.KEPT)
        elif self._step is Step.MOVE and self._moving.may_take:
            self._take_over()
        elif self._step is Step.DONE:
            self._doors.finished()
        else:
            order = self._order()
            self._go(order[order.index(self._step) + 1])

    def back(self) -> bool:
        """Go one step back (Esc); False at the first, and over the enrolment, which is done."""
        order = self._order()
        before = order[max(0, order.index(self._step) - 1)]
        if self._is_asking or before is self._step or self._step is Step.RECOVERY:
            return False
        self._go(before)
        return True

    def _take_server(self) -> None:
        server = server_address(self._server)
        if server:
            self._server = server
            self._go(Step.CODE)
        else:
            self._refuse_field(Field.SERVER, tr("Gõ địa chỉ máy chủ do tỉnh cấp."))

    def _enrol(self) -> None:
        code = plain_code(self._code)
        if not code:
            self._refuse_field(Field.CODE, tr("Gõ hoặc quét mã ghi danh do quản trị tỉnh cấp."))
            return
        self._problems, self._is_asking = {}, True
        server, ca_file, enrol = self._server, clean(self._ca_file), self._doors.enrol
        self._jobs.run(lambda: enrol(server, code, ca_file), self._is_enrolled, self._is_refused)
        self._show()

    def _is_enrolled(self, enrolled: Enrolled) -> None:
        self._is_asking = False
        self._enrolled, self._code = enrolled, ""
        self._moving.is_renewal = enrolled.replaces
        self._go(Step.RECOVERY)

    def _is_refused(self, error: CounterError) -> None:
        self._is_asking = False
        field, words = complaint(error)
        self._step = Step.CODE if field is Field.CODE else Step.SERVER
        self._refuse_field(field, words)

    def _take_over(self) -> None:
        take_over = self._doors.take_over
        if take_over is None:
            return
        stick, key_file = self._moving.places()
        self._is_asking = True
        self._jobs.run(lambda: take_over(stick, key_file), self._took_over, self._not_taken)
        self._show()

    def _took_over(self, report: ImportReport) -> None:
        self._is_asking = False
        self._moving.took(report)
        self._show()
        self._view.focus(Field.NEXT)

    def _not_taken(self, error: CounterError) -> None:
        self._is_asking = False
        field = self._moving.refused(error)
        self._show()
        self._view.focus(field)

    def _refuse_field(self, field: Field, words: str) -> None:
        self._problems = {field: words}
        self._show()
        self._view.focus(field)

    def _forget(self, field: Field) -> None:
        if self._problems.pop(field, ""):
            self._show()

    def _must_keep(self) -> bool:
        return bool(self._enrolled and self._enrolled.recovery and not self._is_kept)

    # --- showing ---------------------------------------------------------------------------------

    def _go(self, step: Step) -> None:
        self._step, self._problems = step, {}
        if self._enrolled is not None:
            self._doors.reached(step)
        self._show()
        has_code = bool(self._enrolled and self._enrolled.recovery)
        first = Field.KEPT if step is Step.RECOVERY and has_code else _FIRST[step]
        if step is Step.MOVE and not self._moving.is_renewal:
            first = Field.NEXT
        self._view.focus(first)

    def _show(self) -> None:
        step, enrolled, problems = self._step, self._enrolled, self._problems
        moving = self._moving
        must_keep = step is Step.RECOVERY and self._must_keep()
        title, words = TITLES[step]
        if step is Step.CODE and moving.is_chosen:
            title, words = REPLACING
        self._view.present(
            FirstRunState(
                step=step,
                lines=self._lines(),
                title=tr(title),
                words=tr(words),
                server=self._server,
                server_problem=problems.get(Field.SERVER, ""),
                ca_file=self._ca_file,
                ca_problem=problems.get(Field.CA_FILE, ""),
                code=self._code,
                code_note=code_note(self._code),
                code_problem=problems.get(Field.CODE, ""),
                code_label=tr(REPLACING[0]) if moving.is_chosen else tr("Mã ghi danh"),
                replaces=moving.is_chosen,
                takes=moving.is_renewal,
                took=moving.is_told,
                stick=moving.stick,
                stick_problem=moving.problem(Field.STICK),
                key_file=moving.key_file,
                key_problem=moving.problem(Field.KEY_FILE),
                told=moving.told(enrolled.device) if enrolled else (),
                facts=self._facts(enrolled) if enrolled else (),
                recovery=enrolled.recovery if enrolled else "",
                is_kept=self._is_kept,
                may_print=self._doors.print_recovery is not None,
                next=self._next_words(),
                may_go_on=not self._is_asking and not must_keep,
                why_not=tr("In hoặc chép mã phục hồi trước khi tiếp tục.") if must_keep else "",
                back=tr("Quay lại") if self._may_go_back() else "",
            )
        )

    def _next_words(self) -> str:
        if self._is_asking:
            enrolling = self._step is not Step.MOVE
            return tr("Đang ghi danh với máy chủ…") if enrolling else tr("Đang nhập từ ổ…")
        return self._moving.next_words() if self._step is Step.MOVE else tr(_NEXT[self._step])

    def _order(self) -> tuple[Step, ...]:
        return tuple(each for each in Step if each is not Step.MOVE or self._moving.is_wanted)

    def _lines(self) -> tuple[StepLine, ...]:
        order = self._order()
        at = order.index(self._step)
        return tuple(
            StepLine("check" if number < at else str(number + 1), tr(STEPS[step]), number == at)
            for number, step in enumerate(order)
        )

    def _facts(self, enrolled: Enrolled) -> tuple[tuple[str, str], ...]:
        return facts(
            enrolled.centre,
            enrolled.counter,
            enrolled.counter_name,
            enrolled.device,
            practice=enrolled.practice,
        )

    def _may_go_back(self) -> bool:
        return not self._is_asking and self._step not in (Step.SERVER, Step.RECOVERY)


_ORDER = tuple(Step)
_FIRST = {
    Step.SERVER: Field.SERVER,
    Step.CODE: Field.CODE,
    Step.RECOVERY: Field.NEXT,
    Step.MOVE: Field.STICK,
    Step.PRINTER: Field.PAGE,
    Step.SCANNER: Field.PAGE,
    Step.DONE: Field.NEXT,
}
_NEXT = {
    Step.SERVER: "Tiếp tục",
    Step.CODE: "Ghi danh máy này",
    Step.RECOVERY: "Tiếp tục",
    Step.PRINTER: "Tiếp tục",
    Step.SCANNER: "Tiếp tục",
    Step.DONE: "Vào đăng nhập",
}
