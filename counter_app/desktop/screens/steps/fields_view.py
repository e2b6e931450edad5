"""`FieldsView`: fields side by side; Enter leaves a field for the next thing that is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.steps.step_state import Fields, Input
from counter_app.desktop.screens.steps.folded_field import FoldedField
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.multi_line import MultiLine


class NoteField(QWidget):
    """A note of several lines under its label."""

    def __init__(self, look: Look, shown: Input) -> None:
        super().__init__()
        self.note = MultiLine(look, shown.placeholder, shown.lines, shown.label)
        self._problem = Line(look, "", Type.CAPTION, Tone.ERROR, wrap=True)
        label = Line(look, shown.label, Type.BODY, weight=MEDIUM)
        label.setBuddy(self.note.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.note)
        column.addWidget(self._problem)
        self.setFocusProxy(self.note.edit)
        self._problem.hide()

    def show_problem(self, words: str) -> None:
        """Say what is wrong with it."""
        self._problem.set_text(words)
        self._problem.setVisible(bool(words))


_AnyField = Field | FoldedField | NoteField


class FieldsView(QWidget):
    """`typed` carries the name of a field and its text as it stands."""

    typed = Signal(str, str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True)
        self._fields: dict[str, _AnyField] = {}
        self._built: tuple[object, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(self._row)

    def show_block(self, block: Fields) -> None:
        """Show these fields; what is being typed in stays as it is."""
        self._caption.set_text(block.caption)
        self._caption.setVisible(bool(block.caption))
        built = tuple(
            (each.name, each.label, each.digits, each.lines, each.folded) for each in block.inputs
        )
        if built != self._built:
            self._build(block)
            self._built = built
        for each in block.inputs:
            _show(self._fields[each.name], each)

    def field(self, name: str) -> QWidget | None:
        """Return the field of that name."""
        return self._fields.get(name)

    def _build(self, block: Fields) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields.clear()
        for each in block.inputs:
            made: _AnyField
            if each.lines > 1:
                made = NoteField(self._look, each)
                made.note.changed.connect(self._changed)
            else:
                kind = FoldedField if each.folded else Field
                made = kind(self._look, each.label, digits=each.digits)
                made.changed.connect(self._changed)
            self._fields[each.name] = made
            self._row.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
            made.show()

    def _changed(self, text: str) -> None:
        for name, made in self._fields.items():
            source = made.note if isinstance(made, NoteField) else made
            if source is self.sender():
                self.typed.emit(name, text)
                return


def _show(made: _AnyField, shown: Input) -> None:
    if isinstance(made, NoteField):
        made.note.set_text(shown.text)
        made.show_problem(shown.problem)
        return
    if made.edit.text() != shown.text:  # a space at the end is still being typed
        made.set_text(shown.text)
    made.set_placeholder(shown.placeholder)
    made.set_note(shown.note)
    made.set_problem(shown.problem or shown.doubt, doubt=not shown.problem)
