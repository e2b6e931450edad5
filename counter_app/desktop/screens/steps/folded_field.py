"""`FoldedField`: a field that is hardly ever needed: a small link until somebody opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.link_key import LinkKey


class FoldedField(QWidget):
    """`changed` and `committed` are the field's. Left empty, it folds again.

    It is open while there is something in it, or something wrong with it.
    """

    changed = Signal(str)
    committed = Signal(str)

    def __init__(
        self, look: Look, label: str, *, digits: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.link = LinkKey(look, f"{label}…", "", Type.CAPTION)
        self.field = Field(look, label, digits=digits)
        self.edit = self.field.edit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.field)
        self.field.hide()
        self.setFocusProxy(self.field)
        self.link.clicked.connect(self.open)
        self.field.changed.connect(self.changed)
        self.field.committed.connect(self._left)

    @property
    def is_open(self) -> bool:
        """Tell whether the field is shown."""
        return not self.field.isHidden()

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show this text; the field folds where it is empty and nobody types."""
        self.field.set_text(text)
        if text or not self.edit.hasFocus():
            self._fold(is_open=bool(text))

    def set_placeholder(self, text: str) -> None:
        """Show what stands in the empty field."""
        self.field.set_placeholder(text)

    def set_note(self, words: str) -> None:
        """Say something below the field."""
        self.field.set_note(words)

    def set_problem(self, words: str, *, doubt: bool = False) -> None:
        """Say what is wrong with it; what is wrong is in sight."""
        self.field.set_problem(words, doubt=doubt)
        if words:
            self._fold(is_open=True)

    @Slot()
    def open(self) -> None:
        """Open the field and put the keys into it."""
        self._fold(is_open=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, text: str) -> None:
        self.committed.emit(text)
        if not self.field.text() and not self.edit.hasFocus():
            self._fold(is_open=False)

    def _fold(self, *, is_open: bool) -> None:
        self.field.setVisible(is_open)
        self.link.setVisible(not is_open)
