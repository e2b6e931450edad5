"""`PersonFormScreen`: the fields of one person in two columns, eight pixels apart."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.persons.kinds import Name
from counter_app.desktop.presenters.persons.state import (
    FormField,
    PersonFormEvents,
    PersonFormState,
)
from counter_app.desktop.screens.persons.option_row import OptionRow
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint_line import Hint, HintLine
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.i18n import tr

_OPTIONS = frozenset({Name.KIND, Name.SEX, Name.CAPACITY})
_BANDS = {
    Name.KIND: 0,
    Name.NUMBER: 1,
    Name.NAME: 1,
    Name.ISSUED: 1,
    Name.NATIONALITY: 2,
    Name.BIRTH: 2,
    Name.SEX: 2,
    Name.COMMUNE: 3,
    Name.STREET: 3,
    Name.PHONE: 4,
    Name.EMAIL: 4,
    Name.ROLE: 4,
    Name.CAPACITY: 5,
    Name.PAPER_NUMBER: 4,
    Name.PAPER_DATE: 4,
    Name.OTHER_NAME: 6,
    Name.OTHER_NUMBER: 6,
    Name.OTHER_PHONE: 6,
}
"""Neighbours of one band share a line."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PersonFormScreen(QWidget):
    """Implements `PersonFormView`. Enter, Esc and the arrows go to the presenter, Tab is Qt's."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._events: PersonFormEvents | None = None
        self._state: PersonFormState | None = None
        self._shape: tuple[Name, ...] = ()
        self._fields: dict[Name, Field] = {}
        self._rows: dict[Name, OptionRow] = {}
        self._lines: list[QHBoxLayout] = []
        self._stops: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._hints = HintLine(look)
        kept = self._hints.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the communes lie over it for a moment
        self._hints.setSizePolicy(kept)
        self._column.addWidget(self._hints)
        self._places = PickerView(look, max_rows=5, parent=self)
        self._places.setProperty("floats", True)  # noqa: FBT003 (Qt takes it so)
        self._places.setAccessibleName(tr("Xã, phường phù hợp"))
        self._places.chosen.connect(self._place_clicked)
        self._places.hide()

    def attach(self, events: PersonFormEvents) -> None:
        """Tell `events` everything from now on."""
        self._events = events

    def present(self, state: PersonFormState) -> None:
        """Show the whole state; a field that is being typed in is left alone."""
        before, self._state = self._state, state
        shape = tuple(field.name for field in state.fields)
        if shape != self._shape:
            self._arrange(shape)
        for field in state.fields:
            if before is None or before.field(field.name) != field:
                self._show(field)
        self._order()
        if before is None or before.hints != state.hints:
            self._hints.set_hints(tuple(Hint(keys, words) for keys, words in state.hints))
        self._show_places()

    def focus(self, name: Name) -> None:
        """Put the keys into a field, its text selected."""
        if name in self._rows:
            self._rows[name].take_focus()
        elif name in self._fields:
            edit = self._fields[name].edit
            if not edit.hasFocus():
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Give Enter, Esc and the arrows of every field to the presenter."""
        if isinstance(event, QKeyEvent) and self._events is not None:
            if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._is_ours(event):
                self._key(watched, event)
                return True
        elif event.type() is QEvent.Type.FocusIn:
            self._arrived(watched)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keep the communes beneath their field."""
        super().resizeEvent(event)
        self._show_places()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the communes away with the form."""
        super().hideEvent(event)
        self._places.hide()

    # keys

    def _is_ours(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Escape:
            return True
        at_commune = self._state is not None and self._state.at is Name.COMMUNE
        return event.key() in _ARROWS and at_commune

    def _key(self, watched: QObject, event: QKeyEvent) -> None:
        if self._events is None:
            return
        self._commit(watched)
        if event.key() in _ENTER:
            self._events.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._events.escape()
        else:
            self._events.step(_ARROWS[Qt.Key(event.key())])

    def _commit(self, watched: QObject) -> None:
        """Read what an input method still holds."""
        QGuiApplication.inputMethod().commit()
        for name, field in self._fields.items():
            if field.edit is watched and self._events is not None:
                self._events.type(name, field.edit.text())

    def _arrived(self, watched: QObject) -> None:
        for name, field in self._fields.items():
            if field.edit is watched and self._events is not None:
                self._events.entered(name)

    # what widgets say

    def _typed(self, text: str) -> None:
        name = self._name_of(self.sender())
        if name is not None and self._events is not None:
            self._events.type(name, text)

    def _left(self) -> None:
        name = self._name_of(self.sender())
        if name is not None and self._events is not None:
            self._events.left(name)

    def _row_arrived(self) -> None:
        name = self._name_of(self.sender())
        if name is not None and self._events is not None:
            self._events.entered(name)

    def _chosen(self, index: int) -> None:
        name = self._name_of(self.sender())
        if name is not None and self._events is not None:
            self._events.choose(name, index)

    def _stepped(self, by: int) -> None:
        if self._events is not None:
            self._events.step(by)

    def _entered(self) -> None:
        if self._events is not None:
            self._events.enter()

    def _escaped(self) -> None:
        if self._events is not None:
            self._events.escape()

    def _place_clicked(self, index: int) -> None:
        if self._events is not None:
            self._events.pick(index)

    def _name_of(self, sender: QObject | None) -> Name | None:
        for name, field in self._fields.items():
            if sender is field.edit or sender is field:
                return name
        return next((name for name, row in self._rows.items() if row is sender), None)

    # layout

    def _show(self, field: FormField) -> None:
        if field.name in self._rows:
            row = self._rows[field.name]
            row.set_label(field.label)
            row.set_options(field.options)
            row.set_problem(field.problem, doubt=field.doubt)
            return
        widget = self._fields[field.name]
        if widget.label.text() != field.label:
            widget.label.set_text(field.label)
            widget.label.show()
            widget.edit.setAccessibleName(field.label)
        widget.set_placeholder(field.placeholder)
        if widget.edit.text() != field.text:
            widget.edit.setText(field.text)
        widget.set_note(field.note)
        widget.set_problem(field.problem, doubt=field.doubt)

    def _arrange(self, shape: tuple[Name, ...]) -> None:
        """Put the fields of this kind of person into lines; the same field stays the same widget.

        A widget with the focus is never taken away from its parent, so nobody loses their place.
        """
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
            self._column.removeItem(line)
            line.deleteLater()
        self._lines = []
        last_band = -1
        for name in shape:
            widget = self._widget(name)
            if _BANDS[name] != last_band:
                line = QHBoxLayout()
                line.setSpacing(16)
                self._lines.append(line)
                self._column.insertLayout(len(self._lines) - 1, line)
            self._lines[-1].addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
            widget.show()
            last_band = _BANDS[name]
        for name in (*self._fields, *self._rows):
            if name not in shape:
                self._widget(name).hide()
        for line in self._lines:
            if line.count() == 1 and _BANDS[self._only(line)] not in (0, 5):
                line.addStretch(1)
        self._shape = shape

    def _only(self, line: QHBoxLayout) -> Name:
        every = (*self._fields.items(), *self._rows.items())
        return next(name for name, each in every if line.indexOf(each) >= 0)

    def _order(self) -> None:
        """Let Tab go through the fields as they stand."""
        stops: list[QWidget] = []
        for name in self._shape:
            stops += self._rows[name].stops() if name in self._rows else [self._fields[name].edit]
        if stops == self._stops:
            return
        self._stops = stops
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _widget(self, name: Name) -> QWidget:
        if name in _OPTIONS:
            if name not in self._rows:
                self._rows[name] = self._new_row(name)
            return self._rows[name]
        if name not in self._fields:
            self._fields[name] = self._new_field(name)
        return self._fields[name]

    def _new_row(self, name: Name) -> OptionRow:
        row = OptionRow(self._look, parent=self)
        if name is Name.KIND:
            row.hide_label()  # the pills say themselves what they are
        row.chosen.connect(self._chosen)
        row.stepped.connect(self._stepped)
        row.arrived.connect(self._row_arrived)
        row.left.connect(self._left)
        row.entered.connect(self._entered)
        row.escaped.connect(self._escaped)
        return row

    def _new_field(self, name: Name) -> Field:
        digits = name in (Name.NUMBER, Name.BIRTH, Name.PHONE)
        field = Field(self._look, "", digits=digits, parent=self)
        field.edit.setObjectName(f"person_{name.value}")
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        field.edit.textEdited.connect(self._typed)
        field.edit.editingFinished.connect(self._left)
        field.edit.installEventFilter(self)
        return field

    def _show_places(self) -> None:
        state = self._state
        field = self._fields.get(Name.COMMUNE)
        if state is None or not state.places or field is None or not self.isVisible():
            self._places.hide()
            self._hints.setVisible(state is not None and bool(state.hints))
            return
        self._hints.hide()
        window = self.window()
        if self._places.parentWidget() is not window:
            self._places.setParent(window)
        rows = tuple(PickerRow(place.name, code=place.code) for place in state.places)
        self._places.set_rows(rows)
        self._places.set_current(state.place)
        below = field.frame.mapTo(window, QPoint(0, field.frame.height() + 4))
        width = min(max(field.width(), self._look.px(360)), self.width())
        self._places.resize(width, self._places.height())
        self._places.show()  # names break by the width, which a hidden list doesn't hear of
        height = self._places.sizeHint().height()
        if below.y() + height > window.height():
            below.setY(below.y() - height - field.frame.height() - 8)
        self._places.setGeometry(below.x(), below.y(), width, height)
        self._places.raise_()
