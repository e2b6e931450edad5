"""Màn hình công dân: the head with the centre and the clock, and one scene below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.state import (
    Asking,
    CitizenState,
    Greeting,
    Receiving,
    Returning,
)
from counter_app.desktop.screens.citizen.asking_view import AskingView
from counter_app.desktop.screens.citizen.big_look import BigLook
from counter_app.desktop.screens.citizen.dossier_view import DossierView
from counter_app.desktop.screens.citizen.greeting_view import GreetingView
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.basics.line import Line
from counter_app.i18n import tr

_MARGIN = 20
_HEAD = 40  # px at 100 %


class CitizenScreen(QWidget):
    """Shows a `CitizenState`. It takes no keys; a finger may answer a rating."""

    answered = Signal(str)
    turned = Signal(str)
    finished = Signal()

    def __init__(self, officers: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = BigLook(officers, self)
        look = self._look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Màn hình công dân"))
        self._centre = Line(look, "", Type.NAME, elide=True)
        self._counter = Line(look, "", Type.VALUE, Tone.TEXT_2)
        self._day = Line(look, "", Type.VALUE, Tone.TEXT_2, digits=True)
        self._time = Line(look, "", Type.CLOCK, digits=True)
        self._greeting = GreetingView(look)
        self._dossier = DossierView(look)
        self._asking = AskingView(look)
        self._stack = QStackedLayout()
        for view in (self._greeting, self._dossier, self._asking):
            self._stack.addWidget(view)
        self._lay_out(look)
        self._asking.answered.connect(self.answered)
        self._asking.turned.connect(self.turned)
        self._asking.finished.connect(self.finished)
        look.changed.connect(self.update)

    def present(self, state: CitizenState) -> None:
        """Show the whole state."""
        self._centre.set_text(state.centre)
        self._counter.set_text(state.counter)
        self._day.set_text(state.day)
        self._time.set_text(state.time)
        scene = state.scene
        view: QWidget = self._dossier
        if isinstance(scene, Greeting):
            self._greeting.present(scene)
            view = self._greeting
        elif isinstance(scene, Asking):
            self._asking.present(scene)
            view = self._asking
        elif isinstance(scene, Receiving):
            self._dossier.present_receiving(scene)
        elif isinstance(scene, Returning):
            self._dossier.present_returning(scene)
        if self._stack.currentWidget() is not view:
            self._stack.setCurrentWidget(view)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Be as big as the screen allows, upright or across."""
        super().resizeEvent(event)
        size = event.size()
        upright = size.height() > size.width()
        self._look.fit(size)
        self._day.setVisible(not upright)
        for view in (self._greeting, self._dossier, self._asking):
            view.set_upright(upright=upright)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.window))
        painter.end()

    def _lay_out(self, look: Look) -> None:
        head = Bar(look, _HEAD, line="bottom")
        row: QHBoxLayout = head.row
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(24)
        row.addWidget(self._centre, 1)
        for line in (self._counter, self._day, self._time):
            row.addWidget(line)
        body = QWidget()
        body.setLayout(self._stack)
        inside = QVBoxLayout()
        inside.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        inside.addWidget(body)
        column = QVBoxLayout(self)
        # The room decides how big everything is, so what is in it may not ask for more room.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(inside, 1)
