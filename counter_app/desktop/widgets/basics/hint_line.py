"""`HintLine`: the keys that act here, in one line at the foot of a page or a card."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line

__all__ = ["Hint", "HintLine"]


class HintLine(QWidget):
    """Caps and words from the left, one text at the right end that gives way first."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self._left = QHBoxLayout()
        self._left.setSpacing(0)
        self._right = IconLine(look, "", "", Type.CAPTION, Tone.TEXT_3, icon_size=14, elide=True)
        self._plain_right = Line(look, "", Type.CAPTION, Tone.TEXT_3, elide=True)
        self._gap = QWidget()
        self._gap.setFixedWidth(16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left)
        row.addWidget(self._gap)
        row.addStretch(1)
        row.addWidget(self._right)
        row.addWidget(self._plain_right)
        self.set_right("")

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these keys; nothing is rebuilt when they are the same."""
        if hints == self._hints:
            return
        self._hints = hints
        while (item := self._left.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, hint in enumerate(hints):
            is_last = number == len(hints) - 1
            if hint.keys:
                self._left.addWidget(KeyCaps(self._look, hint.keys))
                self._left.addSpacing(7)
            words = Line(self._look, hint.words, Type.CAPTION, Tone.TEXT_2, elide=True)
            self._left.addWidget(words)
            if not is_last:
                self._left.addSpacing(6 if hint.joined else 16)

    def set_right(self, text: str, icon: str = "") -> None:
        """Show a text at the right end, with an icon before it or without."""
        self._right.set(icon, text)
        self._plain_right.set_text(text)
        self._right.setVisible(bool(text and icon))
        self._plain_right.setVisible(bool(text and not icon))
        self._gap.setVisible(bool(text))
