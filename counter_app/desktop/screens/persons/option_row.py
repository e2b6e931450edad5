"""`OptionRow`: one of several, by a digit, the arrows or a click; one stop of Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.persons.state import Option
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.grounds.flow import Flow

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class OptionRow(QWidget):
    """A label above pills. Their digits stand beside them only while keys go here."""

    chosen = Signal(int)
    stepped = Signal(int)
    arrived = Signal()
    left = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, label: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._options: tuple[Option, ...] = ()
        self._chips: list[FilterChip] = []
        self._caps: list[KeyCaps] = []
        self._label = Line(look, label, Type.BODY, weight=MEDIUM)
        self._problem = Line(look, "", Type.CAPTION, Tone.ERROR, wrap=True)
        self._problem.hide()
        self._pills = QWidget()
        self._pills.setContentsMargins(0, 2, 0, 2)  # as high as a line to type in
        self._flow = Flow(4, 4, self._pills)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._pills)
        column.addWidget(self._problem)

    @property
    def label(self) -> str:
        """Return the row's name."""
        return self._label.text()

    def set_label(self, label: str) -> None:
        """Name the row."""
        self._label.set_text(label)
        self._name()

    def hide_label(self) -> None:
        """Show the pills alone; the label stays their name for a screen reader."""
        self._label.hide()

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Show these pills; they are made anew only when there are others."""
        if options == self._options:
            return
        if [each.words for each in options] != [each.words for each in self._options]:
            self._rebuild(options)
        self._options = options
        self._name()
        chosen = next((at for at, each in enumerate(options) if each.chosen), 0)
        had_focus = self.has_focus()
        for at, (chip, option) in enumerate(zip(self._chips, options, strict=True)):
            chip.setChecked(option.chosen)
            policy = Qt.FocusPolicy.StrongFocus if at == chosen else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
        if had_focus:
            self._chips[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_problem(self, words: str, *, doubt: bool = False) -> None:
        """Show what is not right beneath the pills; empty: nothing."""
        self._problem.set_text(words)
        self._problem.set_tone(Tone.WARN if doubt else Tone.ERROR)
        self._problem.setVisible(bool(words))
        for chip in self._chips:
            chip.setAccessibleDescription(words)

    def has_focus(self) -> bool:
        """Return whether keys go to one of the pills."""
        return any(chip.hasFocus() for chip in self._chips)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keys into the chosen pill, the first while none is."""
        chosen = next((at for at, each in enumerate(self._options) if each.chosen), 0)
        if self._chips:
            self._chips[chosen].setFocus(reason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return the pills in the order of Tab."""
        return tuple(self._chips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take digits, arrows and Space of the pill that has the keys."""
        if event.type() is QEvent.Type.FocusIn:
            self._show_digits(shown=True)
            self.arrived.emit()
        elif event.type() is QEvent.Type.FocusOut:
            self._show_digits(shown=False)
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:  # it closes the form before it leaves the page
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()  # some desktops press a button by Enter
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return True
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self._chips.index(watched))  # type: ignore[arg-type]
            return True
        for at, option in enumerate(self._options):
            if event.text() == option.key:
                self.chosen.emit(at)
                return True
        return False

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            at = self._chips.index(chip)
            chip.setChecked(self._options[at].chosen)  # the presenter decides
            self.chosen.emit(at)

    def _rebuild(self, options: tuple[Option, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chips, self._caps = [], []
        for option in options:
            caps = KeyCaps(self._look, option.key)
            kept = caps.sizePolicy()
            kept.setRetainSizeWhenHidden(True)
            caps.setSizePolicy(kept)
            caps.hide()
            chip = FilterChip(self._look, option.words)
            chip.installEventFilter(self)
            chip.clicked.connect(self._clicked)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(chip)
            row.addWidget(caps)
            self._flow.addWidget(pair)
            self._chips.append(chip)
            self._caps.append(caps)
        self._pills.updateGeometry()

    def _name(self) -> None:
        for chip, option in zip(self._chips, self._options, strict=False):
            chip.setAccessibleName(f"{self.label}: {option.words}")

    def _show_digits(self, *, shown: bool) -> None:
        for caps in self._caps:
            caps.setVisible(shown)
