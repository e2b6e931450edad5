"""`HintLine`: the keys that act here, in one line at the foot of a page or a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.grounds.flow import Flow

__all__ = ["Hint", "HintLine"]

_GAP, _WORD_GAP = 16, 7


class HintLine(QWidget):
    """Caps and words from the left; in big type they go on in a second line.

    A text at the right end is shown only where there is room for it.
    """

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self._flow = Flow(_GAP)
        self._right = IconLine(look, "", "", Type.CAPTION, Tone.TEXT_3, icon_size=14)
        self._plain_right = Line(look, "", Type.CAPTION, Tone.TEXT_3)
        self._icon = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._flow, 1)
        for right in (self._right, self._plain_right):
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
            right.hide()
        look.changed.connect(self._show_right)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these keys; nothing is rebuilt when they are the same."""
        if hints == self._hints:
            return
        self._hints = hints
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        together: list[Hint] = []
        for hint in hints:
            together.append(hint)
            if not hint.joined:
                self._flow.addWidget(self._group(together))
                together = []
        if together:
            self._flow.addWidget(self._group(together))
        self._show_right()
        self.updateGeometry()

    def set_right(self, text: str, icon: str = "") -> None:
        """Show a text at the right end, with an icon before it or without."""
        self._icon = icon
        self._right.set(icon, text)
        self._plain_right.set_text(text)
        self._show_right()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the text at the right, or not."""
        super().resizeEvent(event)
        self._show_right()

    def _group(self, hints: list[Hint]) -> QWidget:
        """Return hints that stay together in a line."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_WORD_GAP)
        for hint in hints:
            if hint.keys:
                row.addWidget(KeyCaps(self._look, hint.keys))
            if hint.words:
                row.addWidget(Line(self._look, hint.words, Type.CAPTION, Tone.TEXT_2))
        return group

    def _show_right(self) -> None:
        right = self._right if self._icon else self._plain_right
        other = self._plain_right if self._icon else self._right
        needed = self._flow.sizeHint().width() + _GAP + right.sizeHint().width()
        has_text = bool(self._plain_right.text())
        other.hide()
        right.setVisible(has_text and (needed <= self.width() or not self._hints))
