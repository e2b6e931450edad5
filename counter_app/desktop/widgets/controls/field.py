"""`Field`: a label, one line to type in, and the sentence that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.grounds.input_frame import InputFrame, Mark
from counter_app.domain.text import clean

LABEL = 120
"""Width of a label that stands beside its line, in pixels at 100 %."""


class Edit(QLineEdit):
    """A line without a frame of its own; half typed marks of an input method are never lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setTextMargins(-2, 0, -2, 0)  # Qt keeps 2 px by itself

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Commit what the input method holds before anybody reads the text."""
        QGuiApplication.inputMethod().commit()
        super().focusOutEvent(event)


class Field(QWidget):
    """`changed` comes while the officer types, `committed` when the line is left or entered."""

    changed = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        look: Look,
        label: str,
        *,
        placeholder: str = "",
        digits: bool = False,
        label_beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._beside = look, label_beside
        self.edit = Edit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self.label = Line(look, label, Type.BODY, weight=MEDIUM)
        self.label.setBuddy(self.edit)
        if not label:  # shown before it has a parent, it would be a window for a moment
            self.label.hide()
        self.frame = InputFrame(look, self.edit, digits=digits)
        self._sentence = IconLine(look, "", "", Type.CAPTION, Tone.TEXT_3, icon_size=15, wrap=True)
        self._sentence.hide()
        self._note = ""
        self._problem = ""
        direction = QBoxLayout.Direction
        outer = QBoxLayout(direction.LeftToRight if label_beside else direction.TopToBottom, self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12 if label_beside else 4)
        top = Qt.AlignmentFlag.AlignTop
        outer.addWidget(self.label, 0, top if label_beside else Qt.AlignmentFlag(0))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.frame)
        column.addWidget(self._sentence)
        outer.addLayout(column, 1)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._finished)
        look.changed.connect(self.restyle)
        self.restyle()

    def text(self) -> str:
        """Return the text: NFC, spaces tidied."""
        return clean(self.edit.text())

    def set_text(self, text: str) -> None:
        """Show a text; what is the same already is left alone, with its cursor."""
        if text not in (self.edit.text(), self.text()) or not text:
            self.edit.setText(text)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)  # a long text shows how it begins

    def set_placeholder(self, text: str) -> None:
        """Show an example while the line is empty."""
        self.edit.setPlaceholderText(text)

    def set_read_only(self, is_read_only: bool) -> None:
        """Show the value without a line round it."""
        self.edit.setReadOnly(is_read_only)
        self.frame.update()

    def set_problem(self, words: str, *, doubt: bool = False) -> None:
        """Say what is wrong (red) or worth a look (amber); "" says nothing."""
        self._problem = words
        mark = Mark.NONE if not words else Mark.DOUBT if doubt else Mark.ERROR
        self.frame.set_mark(mark)
        self.edit.setAccessibleDescription(words or self._note)
        if words:
            self._say("warn" if doubt else "late", words, Tone.WARN if doubt else Tone.ERROR)
        else:
            self.set_note(self._note)

    def set_note(self, words: str) -> None:
        """Say something calm under the line, while there is no problem."""
        self._note = words
        if not self._problem:
            self._say("info" if words else "", words, Tone.TEXT_3)

    def restyle(self) -> None:
        """Keep the labels of a form in one column."""
        if self._beside:
            self.label.setFixedWidth(self._look.px(LABEL))
            self.label.setMinimumHeight(self.frame.sizeHint().height())

    def _say(self, icon: str, words: str, tone: Tone) -> None:
        self._sentence.set(icon, words, tone)
        self._sentence.setVisible(bool(words))

    def _edited(self, text: str) -> None:
        self.changed.emit(text)

    def _finished(self) -> None:
        self.committed.emit(self.text())
