"""The panel of the return: receiver, ticks, one filled button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from counter_app.desktop.changed import Changed
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.returning.result_return import ResultReturn
from counter_app.desktop.presenters.returning.return_state import ReturnState
from counter_app.desktop.presenters.steps.told_later import done_label, done_placeholder
from counter_app.desktop.screens.returning.other_form import OtherFormView
from counter_app.desktop.screens.returning.receiver_box import ReceiverBox
from counter_app.desktop.screens.returning.ticks import Ticks
from counter_app.desktop.screens.steps.folded_field import FoldedField
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.i18n import tr


class ReturnPanel(Card):
    """Part of the dossier's page. `done` carries the dossier once its result was handed over."""

    done = Signal(object)
    crowded = Signal(bool)
    """The form of another person is open: the panel needs the room below it."""

    def __init__(
        self,
        look: Look,
        desk: Desk,
        changed: Callable[[Changed], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        # The button keeps free what its ring needs; everything else stands as far in as its box.
        super().__init__(look, padding=(20 - RESERVED, 14), edge=Edge.ACCENT, parent=parent)
        self._standing = WarnBox(look)
        self._receiver = ReceiverBox(look)
        self._other = OtherFormView(look)
        self._arrived = Ticks(look, tr("Khi kết quả đã đến mà chưa được ghi"))
        self._given = Ticks(look, tr("Giao cho công dân"))
        self._taken = Ticks(look, tr("Nhận lại và trả lại"))
        self._done = FoldedField(look, done_label(), digits=True)
        self._done.set_placeholder(done_placeholder())
        self._warnings = IconLine(look, "warn", "", Type.BODY, Tone.WARN, wrap=True)
        self._error = WarnBox(look, error=True)
        self._reason = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, "", "out", "Enter", big=True)
        self._scroll = QScrollArea()
        self.presenter = ResultReturn(desk, self, PaperOut(desk, changed))
        self._lay_out(look)
        self._receiver.other.connect(self.presenter.somebody_else)
        self._other.typed.connect(self.presenter.type)
        self._other.finished.connect(self.focus_proceed)
        self._other.reached.connect(self._show_field)
        for ticks in (self._arrived, self._given, self._taken):
            ticks.turned.connect(self.presenter.tick)
        self._done.changed.connect(self.presenter.tell_when)
        self._done.edit.returnPressed.connect(self.focus_proceed)
        self._proceed.clicked.connect(self.presenter.confirm)

    def present(self, state: ReturnState) -> None:
        """Show the whole state."""
        self._standing.setVisible(state.standing is not None)
        if state.standing is not None:
            self._standing.set(state.standing.bold, state.standing.rest)
        self._receiver.setVisible(state.receiver is not None)
        if state.receiver is not None:
            self._receiver.present(state.receiver)
        self._other.setVisible(state.other is not None)
        self.crowded.emit(state.other is not None)
        if state.other is not None:
            self._other.present(state.other)
        self._arrived.set_items(() if state.arrived is None else (state.arrived,))
        self._given.set_items(state.given)
        self._taken.set_items(state.taken)
        self._done.setVisible(state.done is not None)
        if state.done is not None and self._done.edit.text() != state.done:
            self._done.set_text(state.done)
        self._done.set_problem(state.done_problem)
        self._warnings.setVisible(bool(state.warnings))
        self._warnings.set("warn", " ".join(state.warnings))
        self._error.setVisible(bool(state.error))
        self._error.set(state.error)
        self._reason.setVisible(bool(state.reason))
        self._reason.set_text(state.reason)
        self._proceed.setText(state.proceed)
        self._proceed.setEnabled(not state.reason)
        self._proceed.set_reason(state.reason)

    def focus_name(self) -> None:
        """Put the keys into the name of another person."""
        self._other.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_proceed(self) -> None:
        """Put the keys on the next act; while it can't be done, on the panel itself."""
        target: QWidget = self._proceed if self._proceed.isEnabled() else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def returned(self, dossier: Dossier) -> None:
        """The result was handed over."""
        self.done.emit(dossier)

    def closes_form(self) -> bool:
        """Close the form of another person; False when it isn't open."""
        if self._other.isHidden():
            return False
        return self.presenter.somebody_else()

    def press(self, event: QKeyEvent) -> bool:
        """Take a digit or Enter, unless it belongs to a field that is typed in."""
        if isinstance(self.focusWidget(), QLineEdit) and self.focusWidget().hasFocus():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.presenter.confirm()
            return True
        return bool(event.text()) and self.presenter.press(event.text())

    def _show_field(self, field: QWidget) -> None:
        self._scroll.ensureWidgetVisible(field)

    def _lay_out(self, look: Look) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Trả kết quả"))
        head = QHBoxLayout()
        head.setContentsMargins(RESERVED, 0, RESERVED, 0)
        head.addWidget(Line(look, tr("Trả kết quả"), Type.NAME, Tone.ACCENT))
        head.addStretch(1)
        head.addWidget(KeyCaps(look, "F8"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(RESERVED, 0, RESERVED, 0)
        column.setSpacing(12)
        for part in (
            self._standing,
            self._arrived,
            self._receiver,
            self._other,
            self._given,
            self._taken,
        ):
            column.addWidget(part)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)
        said = QVBoxLayout()
        said.setContentsMargins(RESERVED, 0, RESERVED, 0)
        said.setSpacing(8)
        for words in (self._done, self._error, self._warnings, self._reason):
            said.addWidget(words)
        self.body.addLayout(said)
        self.body.addWidget(self._proceed)
