"""The question what day it is, wired: after a log-in, and by the first act that needs a date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from counter_app.app.dating.machine_clock import MachineClock
from counter_app.app.program import Program
from counter_app.desktop.notice import Notify
from counter_app.desktop.presenters.dating.date_asking import DateAsk, DateAsking, DateDoors
from counter_app.desktop.screens.dating.date_sheet import DateSheet
from counter_app.domain.journal.doubtful_date import TypedDate
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dating.confirming import confirm_date, date_question


class DateQuestions(QObject):
    """Asks who sits at the counter. `confirmed` hears that everything may show another day."""

    def __init__(
        self,
        program: Program,
        place: Workplace,
        notify: Notify,
        confirmed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._program, self._place = program, place
        self._notify, self._confirmed = notify, confirmed
        self._asking: DateAsking | None = None
        self._sheet: DateSheet | None = None

    def enter(self, session: Session) -> None:
        """Ask this officer from now on, at once if the date is doubtful."""
        self.leave()
        place, clock = self._place, self._place.clock
        if not isinstance(clock, MachineClock):
            return

        def confirm(typed: TypedDate, supervisor: str, password: str) -> Moment:
            return confirm_date(
                place, session, clock, typed, supervisor=supervisor, password=password
            )

        doors = DateDoors(
            look=lambda: date_question(place, session),
            confirm=confirm,
            confirmed=self._confirmed,
            notify=self._notify,
        )
        self._asking = DateAsking(self, self._program.jobs, doors)
        self._asking.ask()

    def ask(self) -> None:
        """Ask, if the date is doubtful now."""
        if self._asking is not None and self._sheet is None:
            self._asking.ask()

    def leave(self) -> None:
        """Ask nobody any more: the counter is locked, or somebody else comes."""
        self._asking = None
        self.close()

    # What the presenter shows.

    def open(self, ask: DateAsk) -> None:
        """Ask; one that is open already stays."""
        if self._sheet is not None or self._asking is None:
            return
        self._sheet = sheet = DateSheet(self._program.look, self._program.window, ask)
        sheet.typed.connect(self._typed)
        sheet.finished.connect(self._finished)
        sheet.open()

    def wrong(self, problems: dict[str, str]) -> None:
        """Say beside the fields what is wrong."""
        if self._sheet is not None:
            self._sheet.wrong(problems)

    def refuse(self, words: str) -> None:
        """Say why it wasn't taken."""
        if self._sheet is not None:
            self._sheet.refuse(words)

    def close(self) -> None:
        """It is answered."""
        if self._sheet is not None:
            self._sheet.done(1)

    @Slot(object, str, str)
    def _typed(self, typed: TypedDate, supervisor: str, password: str) -> None:
        if self._asking is not None:
            self._asking.answer(typed, supervisor, password)

    @Slot(int)
    def _finished(self, _: int) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()
