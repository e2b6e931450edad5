"""The citizen's side of an officer's sitting: second display, rating, and what the pages tell it.

The office makes one; the window and the sheet are made when they are first needed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QInputDevice
from PySide6.QtWidgets import QWidget

from counter_app.desktop.changed import dossier_changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.citizen.citizen import CitizenScreenPresenter
from counter_app.desktop.presenters.rating.rating_state import rating_state
from counter_app.desktop.presenters.rating.round import RatingRound
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.state import ReceptionState
from counter_app.desktop.scanning.meaning import CodeScan, Meaning
from counter_app.desktop.screens.citizen.citizen_window import CitizenWindow
from counter_app.desktop.screens.rating.rating_overlay import RatingOverlay
from counter_app.desktop.theme.look import Look
from counter_app.domain.dossiers.dossier import Dossier

_SECOND = 1000


class CitizenDesk(QObject):
    """Lives as long as `office`, whose widget the rating lies over. `wrote` carries a Changed."""

    wrote = Signal(object)

    def __init__(self, look: Look, desk: Desk, office: QWidget) -> None:
        super().__init__(office)
        self._look, self._office = look, office
        self._round = RatingRound(desk, self._round_changed, self._rated)
        self._presenter = CitizenScreenPresenter(desk, self._round)
        self._window: CitizenWindow | None = None
        self._sheet: RatingOverlay | None = None
        self._asks_officer = False
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        office.installEventFilter(self)

    @property
    def window(self) -> CitizenWindow | None:
        """The window, once it was asked for."""
        return self._window

    @property
    def sheet(self) -> RatingOverlay | None:
        """The officer's sheet, once it was needed."""
        return self._sheet

    # What the officer asks for.

    def toggle(self) -> None:
        """F12: show the citizen screen, or put it away."""
        if self._window is not None and self._window.is_wanted:
            self._window.go_away()
            self._presenter.close()
            return
        if self._window is None:
            self._window = self._make_window()
        self._presenter.open(self._window.screen_shown, touch=_is_touched())
        self._window.show_to_citizen()
        self._run_clock()

    def enter_slips(self) -> None:
        """Nhập phiếu đánh giá: each scan of a code on a slip asks for its ticks."""
        self._asks_officer = True
        self._round.read_slips()

    def rate(self, dossier: Dossier) -> None:
        """Ask for the rating of a dossier that was returned, on the officer's screen."""
        self._asks_officer = True
        self._round.ask(dossier)

    def scanned(self, scan: Meaning) -> bool:
        """Take the code of a slip; any other scan closes the rating and goes on its way."""
        if isinstance(scan, CodeScan) and self._round.slip(scan.code):
            return True
        self._round.leave()
        return False

    # What the pages tell.

    def receiving(self, state: ReceptionState, draft: ReceptionDraft) -> None:
        """The reception page shows this."""
        self._presenter.receiving(state, draft)

    def received(self, dossier: Dossier) -> None:
        """A dossier was received; one whose result was handed over at once may be rated."""
        if dossier.returned_at is None:
            self._presenter.received(dossier)
        elif self._presenter.is_touched:
            self.returned(dossier)
        else:
            self._presenter.returned()

    def returning(self, dossier: Dossier | None) -> None:
        """The panel of the return shows this dossier; None: it was closed."""
        self._presenter.returning(dossier)

    def returned(self, dossier: Dossier) -> None:
        """A result was handed over: ask how it was, where the citizen sees the question."""
        self._presenter.returned()
        if self._presenter.is_open:
            self._asks_officer = not self._presenter.is_touched
            self._round.ask(dossier)

    # Life.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Show nothing of anybody while the office is behind a lock."""
        if watched is self._office and not event.spontaneous():
            if event.type() == QEvent.Type.Hide:
                self._round.leave()
                self._presenter.leave(away=True)
            elif event.type() == QEvent.Type.Show:
                self._presenter.leave(away=False)
        return super().eventFilter(watched, event)

    def _make_window(self) -> CitizenWindow:
        window = CitizenWindow(self._look, self._office)
        # It has no parent, or it would go where the officer's window goes: it ends with the office.
        self._office.destroyed.connect(window.deleteLater)
        window.screen_shown.answered.connect(self._touched)
        window.screen_shown.turned.connect(self._turned)
        window.screen_shown.finished.connect(self._finished)
        return window

    def _show_sheet(self) -> None:
        if self._sheet is None:
            self._sheet = RatingOverlay(self._look, self._office)
            self._sheet.picked.connect(self._picked)
            self._sheet.entered.connect(self._entered)
            self._sheet.stepped_back.connect(self._stepped_back)
            self._sheet.passed.connect(self._passed)
            self._sheet.closed.connect(self._round_left)
        state = rating_state(self._round)
        if state is None:
            self._sheet.close_now()
            return
        self._sheet.present(state)
        if not self._sheet.is_open:
            self._sheet.open()

    def _round_changed(self) -> None:
        self._presenter.present()
        if self._round.is_open and self._asks_officer:
            self._show_sheet()
        elif self._sheet is not None:
            self._sheet.close_now()
        self._run_clock()

    def _rated(self, dossier: Dossier) -> None:
        self._presenter.rated()
        self.wrote.emit(dossier_changed(dossier.uid))

    def _run_clock(self) -> None:
        if self._presenter.is_open or self._round.left:
            if not self._clock.isActive():
                self._clock.start()
        else:
            self._clock.stop()

    @Slot()
    def _tick(self) -> None:
        if self._window is not None and not self._window.is_wanted and self._presenter.is_open:
            self._presenter.close()  # by the window's own close button
        self._round.tick()
        self._presenter.tick()
        self._run_clock()

    @Slot()
    def _round_left(self) -> None:
        self._round.leave()

    @Slot(str)
    def _touched(self, key: str) -> None:
        self._round.answer(int(key), touched=True)

    @Slot(str)
    def _turned(self, key: str) -> None:
        self._round.turn(int(key))

    @Slot()
    def _finished(self) -> None:
        self._round.finish(touched=True)

    @Slot(str)
    def _picked(self, key: str) -> None:
        if self._round.filling is not None and self._round.filling.question is None:
            self._round.turn(int(key) - 1)
        else:
            self._round.answer(int(key), touched=False)

    @Slot()
    def _entered(self) -> None:
        self._round.finish(touched=False)

    @Slot()
    def _passed(self) -> None:
        self._round.leave_open()

    @Slot()
    def _stepped_back(self) -> None:
        self._round.back()


def _is_touched() -> bool:
    """Tell whether any display here can be touched; which one, Qt doesn't say."""
    touch = QInputDevice.DeviceType.TouchScreen
    return any(device.type() == touch for device in QInputDevice.devices())
